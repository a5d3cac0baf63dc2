//! Screens with the people she knows: noted, contacted, answered or not, in both languages.

use crate::html::Element;
use crate::phone::{open, speech, today, Screen};
use crate::plans::{phone_with, shown, some_service};
use crate::tried::Trial;
use phlov::dates::Date;
use phlov::page::{Locale, Page};
use phlov::plan::people::{log, Level, Reply};
use phlov::plan::{fact, Field, How, SheetId};
use phlov::platform::memory::MemoryOutside;
use phlov::ui::state::App;

fn office() -> &'static str {
    some_service().get().authorities.get(0).map(|role| role.authority.name()).expect("an office")
}

/// A person of the plan's office, with these contacts, so many days ago each.
fn person(app: App, level: Level, contacts: &[(i32, Reply)], plan: Option<&SheetId>) -> SheetId {
    let id = app.make_person(&[(fact::OFFICE, office()), (fact::LEVEL, level.code()), (fact::CALLED, "mrs")]);
    app.edit(&id, |person, pen| {
        person.write(pen, &Field::Title, "🙂");
        for (note, value) in [(fact::PHONE, "០១២ ៣៤៥ ៦៧៨"), (fact::TELEGRAM, "@sok_dara"), (fact::EMAIL, "?")] {
            person.write(pen, &Field::Note(note.into()), value);
        }
        for (ago, outcome) in contacts {
            let item = log(person, pen, How::Phone, *outcome, plan);
            person.set_item_fact(pen, &item, fact::DAY, &today().plus_days(-ago).to_string());
        }
    });
    id
}

fn page(id: &SheetId) -> Page {
    Page::Person(id.as_str().to_owned())
}

type Case = (Level, &'static [(i32, Reply)]);

/// What may have happened with a person.
const CASES: [Case; 5] = [
    (Level::Known, &[]),
    (Level::Director, &[(3, Reply::Referred)]),
    (Level::Staff, &[(500, Reply::Answered), (400, Reply::Promised)]),
    (Level::Focal, &[(9, Reply::NoAnswer), (8, Reply::NoAnswer)]),
    (Level::Staff, &[(10, Reply::Answered), (5, Reply::Visit), (-5, Reply::Answered)]),
];

/// Every screen on which people show, for the rules.
pub fn screens(locale: Locale) -> Vec<Screen> {
    let mut all = Vec::new();
    for case in CASES {
        let (phone, id) = phone_with(locale, move |app| {
            let plan = app.make_plan(Some(some_service()), None);
            person(app, case.0, case.1, Some(&plan))
        });
        all.push(shown(&phone, &page(&id), locale));
        all.push(shown(&phone, &Page::People, locale));
        all.push(shown(&phone, &plan_of(&phone, locale), locale));
    }
    let (phone, new) = phone_with(locale, |app| app.make_person(&[]));
    phone.set_contact("x");
    all.push(shown(&phone, &page(&new), locale));
    all.push(shown(&phone, &Page::Person("gone".into()), locale));
    all
}

/// The one plan of this phone.
fn plan_of(phone: &MemoryOutside, locale: Locale) -> Page {
    let list = shown(phone, &Page::Plans, locale).page;
    let row = list
        .named("a")
        .into_iter()
        .filter_map(|a| a.attr("href"))
        .find_map(|href| Some(href.split_once("/plans/")?.1.to_owned()));
    Page::Plan(row.expect("the plan"))
}

#[test]
fn a_person_is_there_after_the_app_was_closed_with_channels_that_open() {
    for locale in Locale::ALL {
        let (phone, id) = phone_with(locale, |app| person(app, Level::Staff, &[(400, Reply::Answered)], None));
        let m = speech(locale).m();
        let screen = shown(&phone, &page(&id), locale).page;
        let hrefs: Vec<&str> = screen.named("a").into_iter().filter_map(|a| a.attr("href")).collect();
        for href in ["tel:+85512345678", "sms:+85512345678", "https://t.me/sok_dara"] {
            assert!(hrefs.contains(&href), "{href} in {hrefs:?}");
        }
        assert!(!hrefs.iter().any(|href| href.starts_with("mailto:")), "what cannot be an address is no link");
        let text = screen.text();
        for words in [m.person.cannot_open, m.person.this_week, m.person.results[0], m.person.levels[2]] {
            assert!(text.contains(words), "{words}");
        }
        let title = screen.with_id("title").map(Element::text);
        assert_eq!(title.as_deref(), Some(&*[m.person.called[1], " 🙂"].concat()));
        let list = shown(&phone, &Page::People, locale).page;
        assert!(list.text().contains(m.person.due) && list.text().contains(m.person.this_week));
        let at_office = shown(&phone, &Page::Office(phlov::kb::AuthorityId::parse(office()).expect("an office")), locale).page;
        assert!(at_office.text().contains(m.person.here), "the office knows of them");
    }
}

#[test]
fn the_next_card_says_what_helps_now() {
    let m = speech(Locale::Km).m();
    for (case, words) in CASES.into_iter().zip([
        m.person.no_contact,
        m.person.add_named,
        m.person.ideas[2],
        m.person.ask_organization,
        m.person.clock,
    ]) {
        let (phone, id) = phone_with(Locale::Km, move |app| person(app, case.0, case.1, None));
        let text = shown(&phone, &page(&id), Locale::Km).page.text();
        assert!(text.contains(words), "{case:?}: {words}");
        assert_eq!(text.contains(m.person.ask_organization), case.0 == Level::Focal, "{case:?}");
    }
}

#[test]
fn a_plan_says_whom_to_try_next_and_what_to_say() {
    for locale in Locale::ALL {
        let m = speech(locale).m();
        let service = speech(locale).text(some_service().get().title).into_owned();
        let (phone, plan) = phone_with(locale, |app| app.make_plan(Some(some_service()), None));
        let page = Page::Plan(plan.as_str().to_owned());
        let text = shown(&phone, &page, locale).page.text();
        assert!(text.contains(m.person.find_director) && text.contains(&m.person.sentences[1].with("", &service)));
        let (phone, plan) = phone_with(locale, |app| {
            person(app, Level::Director, &[], None);
            app.make_plan(Some(some_service()), None)
        });
        let page = Page::Plan(plan.as_str().to_owned());
        let text = shown(&phone, &page, locale).page.text();
        let to = [" ", m.person.called[1], " 🙂"].concat();
        assert!(text.contains(m.person.director_only) && text.contains(&m.person.sentences[1].with(&to, &service)), "{text}");
        assert!(!text.contains(m.person.find_director));
    }
}

#[test]
fn the_name_of_a_person_stays_off_the_title_of_the_window() {
    let (phone, id) = phone_with(Locale::Km, |app| person(app, Level::Known, &[], None));
    let again = phone.opened_again(&page(&id).href(Locale::Km));
    open(&again, || ());
    let looks = again.did().looks;
    assert!(!looks.is_empty() && looks.iter().all(|look| !look.title.contains('🙂')), "{looks:?}");
}

/// The clock says a day before that of the last contact: nothing is due, nothing is hidden, and she is told.
#[test]
fn a_clock_that_cannot_be_right_is_told() {
    let (phone, id) = phone_with(Locale::En, |app| person(app, Level::Staff, &[(9, Reply::Answered)], None));
    let m = speech(Locale::En).m();
    for (fault, wrong, told) in [("the clock says 1970", "1970-01-01", true), ("the clock says 2099", "2099-12-31", false)] {
        let mut fault = Trial::of(fault);
        let again = phone.opened_again(&page(&id).href(Locale::En));
        again.set_today(Date::parse(wrong).expect("a day"));
        let html = open(&again, || ());
        assert_eq!(html.contains(m.person.clock), told, "{wrong}");
        if told {
            fault.says(m.person.clock);
        }
        // Her name for them, and what she typed, as the links that open.
        let words = ["🙂", "tel:+85512345678", "t.me/sok_dara"];
        fault.tried(words.iter().filter(|words| !html.contains(**words)).map(|words| words.len()).sum());
        fault.note();
    }
}
