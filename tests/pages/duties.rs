//! Her business: the questions without one, what applies to one, in both languages, and what a tap leads to.

use crate::html::Element;
use crate::phone::{open, render, speech, today, Screen};
use crate::plans::phone_with;
use phlov::kb;
use phlov::page::{Locale, Page};
use phlov::plan::business::{change, Profile, Said, Task};
use phlov::plan::turns::{period_now, set_done, set_happened};
use phlov::plan::{Field, SheetId};
use phlov::platform::memory::MemoryOutside;
use phlov::ui::state::{use_app, App};

const TAILOR: &str =
    "workers.1-7_form.sole_activity.making_place.rented_online.no_trade.none_registered.none_turnover.under-250m";

fn note(app: App, line: &str) -> SheetId {
    app.make_business(&Profile::read(line));
    let id = app.book.with_untracked(|book| book.businesses().last().map(|business| business.id.clone()));
    id.expect("a business")
}

fn at(phone: &MemoryOutside, address: &str, locale: Locale) -> Screen {
    Screen::new(format!("{address} with a business"), locale, open(&phone.opened_again(address), || ()))
}

/// A business with ticks, an event, changed answers; one of which little is known; the questions.
pub fn screens(locale: Locale) -> Vec<Screen> {
    let (phone, id) = phone_with(locale, |app| {
        let id = note(app, TAILOR);
        app.edit(&id, |business, pen| {
            business.write(pen, &Field::Title, "🧵");
            set_happened(business, pen, kb::Event::Hiring, Some(pen.today));
            set_happened(business, pen, kb::Event::Overtime, Some(pen.today.plus_days(9)));
            for (service, duty) in kb::all_duties().filter(|(service, _)| service.name() == "nssf-contributions") {
                let task = Task { service, duty };
                let period = period_now(business, task, pen.today);
                set_done(business, pen, task, &period, Some(pen.today));
            }
            change(business, pen, 0, Said::Is(2));
        });
        note(app, "form.organization_workers.unsure");
        id
    });
    let page = Page::Business(id.as_str().to_owned()).href(locale);
    let paper = Page::DutiesPaper(id.as_str().to_owned()).href(locale);
    let duties = Page::Duties.href(locale);
    let mut all = Vec::new();
    for address in [page.clone(), paper.clone(), Page::Calendar.href(locale), Page::Home.href(locale), duties.clone()] {
        all.push(at(&phone, &address, locale));
    }
    for language in ["km", "en", "both"] {
        all.push(at(&phone, &format!("{paper}?l={language}"), locale));
    }
    for question in 0..kb::profile().len() + 1 {
        all.push(at(&phone, &format!("{page}?q={question}"), locale));
        let answered = TAILOR.split('_').take(question).collect::<Vec<_>>().join("_");
        all.push(at(&phone, &format!("{duties}?a={answered}"), locale));
    }
    let (unsure, _) = phone_with(locale, |app| {
        let line: Vec<String> = kb::profile().iter().map(|question| format!("{}.unsure", question.id.str())).collect();
        note(app, &line.join("_"))
    });
    all.push(at(&unsure, &duties, locale));
    let gone = format!("{duties}/gone");
    all.push(Screen::new(gone.clone(), locale, open(&MemoryOutside::new(today(), &gone), || ())));
    all
}

fn texts<'e>(screen: &'e Element, tag: &str, class: &str) -> Vec<&'e Element> {
    screen
        .all()
        .into_iter()
        .filter(|el| el.tag == tag && el.attr("class").is_some_and(|it| it.split(' ').any(|one| one == class)))
        .collect()
}

#[test]
fn without_a_business_the_first_question_stands_there_at_once_with_what_it_is_for() {
    for locale in Locale::ALL {
        let m = &speech(locale).m();
        let screen = render(&Page::Duties.href(locale));
        let question = &kb::profile()[0];
        assert_eq!(screen.with_id("title").map(Element::text).as_deref(), Some(&*speech(locale).text(question.text)));
        assert_eq!(texts(&screen, "a", "choice").len(), question.options.len() + 1, "each answer, and not sure");
        assert!(screen.text().contains(m.duties_note) && screen.text().contains(m.not_sure));
    }
}

#[test]
fn the_last_answer_makes_the_business_once() {
    let phone = MemoryOutside::new(today(), &format!("/km/duties?a={}", TAILOR.rsplit_once('_').expect("a line").0));
    let html = open(&phone, || {
        let app = use_app();
        for _ in 0..2 {
            app.make_business(&Profile::read(TAILOR));
        }
        assert_eq!(app.book.with_untracked(|book| book.businesses().count()), 1);
    });
    let page = Element::read(&html).expect("a page");
    assert_eq!(page.with_id("title").map(Element::text).as_deref(), Some(speech(Locale::Km).m().duties.title));
    assert!(page.text().contains(speech(Locale::Km).m().duties_note), "not a complete list");
    let again = open(&phone.opened_again("/km/duties"), || ());
    assert!(again.contains("id=\"dated\""), "the list is there after a reload");
}

#[test]
fn all_that_applies_stands_there_each_once_with_its_time() {
    for locale in Locale::ALL {
        let speech = speech(locale);
        let (phone, id) = phone_with(locale, |app| note(app, TAILOR));
        let screen = at(&phone, &Page::Business(id.as_str().to_owned()).href(locale), locale);
        let folds: Vec<String> = texts(&screen.page, "details", "duty").into_iter().map(Element::text).collect();
        let tasks = phlov::plan::business::tasks(&Profile::read(TAILOR), kb::Applies::Yes);
        assert_eq!(folds.len(), tasks.len());
        for task in tasks {
            let title = speech.text(task.duty.title);
            assert!(
                folds
                    .iter()
                    .any(|fold| fold.starts_with(&*title) && (fold.len() > title.len()) == (task.duty.due != kb::Due::Always)),
                "{}",
                task.key()
            );
        }
        let may = screen.page.all().into_iter().find(|el| el.attr("aria-labelledby") == Some("may")).expect("what she may claim");
        assert!(may.text().contains(speech.m().duties.may_hint));
    }
}

#[test]
fn the_wall_has_a_box_for_every_month_and_says_that_it_is_not_complete() {
    let (phone, id) = phone_with(Locale::Km, |app| note(app, TAILOR));
    let paper = Page::DutiesPaper(id.as_str().to_owned());
    for (query, languages) in [("?l=km", 1), ("?l=both", 2)] {
        let screen = at(&phone, &[&*paper.href(Locale::Km), query].concat(), Locale::Km);
        let boxes = texts(&screen.page, "span", "paper__box").len();
        assert!(boxes > 0 && boxes.is_multiple_of(12), "{boxes} boxes");
        let notes = Locale::ALL.into_iter().filter(|locale| screen.page.text().contains(speech(*locale).m().duties_note));
        assert_eq!(notes.count(), languages);
    }
}

/// "If you employ foreigners" was not asked, so it is not what she has to do next; it stands below with the others.
#[test]
fn a_duty_with_a_condition_that_nobody_asked_is_not_what_is_next() {
    for locale in Locale::ALL {
        let (phone, id) = phone_with(locale, |app| note(app, TAILOR));
        let page = at(&phone, &Page::Business(id.as_str().to_owned()).href(locale), locale).page;
        let home = at(&phone, &Page::Home.href(locale), locale).page;
        let card = |screen: &Element, id: &str| {
            let all = screen.all();
            let found = all.into_iter().find(|el| el.attr("aria-labelledby") == Some(id)).map(Element::text);
            found.unwrap_or_else(|| panic!("{locale:?}: no {id}"))
        };
        let (next, things) = (card(&page, "next"), card(&home, "next-things"));
        let mut below = 0;
        for (_, duty) in kb::all_duties().filter(|(_, duty)| duty.only_if && !duty.may) {
            let title = speech(locale).text(duty.title);
            assert!(!next.contains(&*title) && !things.contains(&*title), "{locale:?}: {title}");
            below += usize::from(page.text().contains(&*title));
        }
        assert!(below > 2, "they stand below");
    }
}
