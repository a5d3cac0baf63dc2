//! The queue of questions and the answers for many on screen: grouped and counted without a name, one agenda for an office, answers that
//! reach every plan; approved ones are found by everybody.

use crate::html::Element;
use crate::phone::{open, speech, today, Screen};
use crate::plans::{phone_with, shown};
use phlov::kb::ServiceId;
use phlov::page::{Desk, Locale, Page};
use phlov::plan::fact::{self, of};
use phlov::plan::helper::faq::{self, State};
use phlov::plan::helper::queue::agenda;
use phlov::plan::helper::ORIGIN;
use phlov::plan::{Field, List, Pen, Replica, Sheet, SheetId, What};
use phlov::platform::memory::MemoryOutside;
use phlov::ui::state::App;

/// What nobody else may read.
const NAME: &str = "🌺🌺🌺";

fn service() -> ServiceId {
    ServiceId::parse("tax-patent").expect("the service")
}

fn office() -> String {
    service().get().authorities.get(0).map(|role| role.authority.name().to_owned()).expect("an office")
}

fn pen(after: u32) -> Pen {
    Pen { who: Replica(7), today: today(), after }
}

/// Three people helped; two ask the same with other words, all have the first questions of the service.
fn helping(app: App) -> SheetId {
    app.set_helper(true);
    let asked = ["🧾 12 🧾 12?", "🧾 12 🧾 12", "🥬 7 🥬"];
    for words in asked {
        let whom = SheetId::from_random(app.outside().random());
        let mut helped = Sheet::blank(What::Helped, whom.clone(), &pen(0));
        helped.write(&pen(0), &Field::Title, NAME);
        app.book.update(|book| {
            book.fold(&helped);
        });
        app.act_for(Some(&whom));
        let plan = app.make_plan(Some(service()), None);
        app.edit(&plan, |plan, pen| plan.add_item(pen, List::Question, words));
    }
    app.act_for(None);
    app.make_person(&[(fact::OFFICE, &office()), (fact::LEVEL, "staff")])
}

fn at(phone: &MemoryOutside, address: &str) -> Element {
    Element::read(&open(&phone.opened_again(address), || ())).expect("a page")
}

fn queue_address(locale: Locale, query: &str) -> String {
    [&*Page::Helper(Desk::Queue).href(locale), query].concat()
}

/// An approved answer.
fn approved(app: App) -> SheetId {
    let id = SheetId::from_random(app.outside().random());
    let pen = pen(9);
    let mut answer = faq::draft(id.clone(), &pen, ["🧾 🧾 🧾", ""], Some("tax-patent"), &office());
    faq::note(&mut answer, &pen, faq::ANSWER_KM, "💡");
    faq::step(&mut answer, &pen, State::Approved);
    app.edit_many(vec![answer], &[], "", &mut |_, _| ());
    id
}

pub fn screens(locale: Locale) -> Vec<Screen> {
    let mut all = Vec::new();
    let (phone, _) = phone_with(locale, helping);
    let first = first_link(&at(&phone, &queue_address(locale, "")));
    let office = ["?office=", &office()].concat();
    for address in [queue_address(locale, ""), queue_address(locale, &office), first] {
        let html = open(&phone.opened_again(&address), || ());
        all.push(Screen::new(address, locale, html));
    }
    let (phone, id) = phone_with(locale, |app| {
        helping(app);
        approved(app)
    });
    let id = id.as_str().to_owned();
    for page in [
        Page::Helper(Desk::Answers),
        Page::Helper(Desk::Answer(id.clone())),
        Page::Answers,
        Page::Answer(id),
        Page::Service(service()),
    ] {
        all.push(shown(&phone, &page, locale));
    }
    let (phone, id) = phone_with(locale, |app| {
        let id = approved(app);
        app.set_helper(true);
        app.edit(&id, |answer, pen| {
            answer.set_fact(pen, faq::EXPIRES, "2026-01-01");
            answer.write(pen, &Field::Note(ORIGIN.into()), "🏢")
        });
        id
    });
    let id = id.as_str().to_owned();
    for page in [
        Page::Helper(Desk::Answer(id.clone())),
        Page::Answer(id),
        Page::Answer("gone".into()),
        Page::Helper(Desk::Answer("gone".into())),
    ] {
        all.push(shown(&phone, &page, locale));
    }
    all
}

fn first_link(page: &Element) -> String {
    let links = page.named("a").into_iter().filter_map(|a| a.attr("href"));
    links.filter(|href| href.contains("g=")).map(str::to_owned).next().expect("a question")
}

#[test]
fn questions_stand_together_with_how_many_ask_and_nobody_is_named() {
    let (phone, _) = phone_with(Locale::Km, helping);
    for locale in Locale::ALL {
        let (speech, h) = (speech(locale), &speech(locale).h().queue);
        let page = at(&phone, &queue_address(locale, ""));
        let text = page.text();
        assert!(text.contains(&h.people.with(&speech.number(3))), "the questions of the service are asked by all three: {text}");
        assert!(text.contains(&h.people.with(&speech.number(2))) && text.contains(h.one_person), "{text}");
        assert!(!text.contains(NAME) && !text.contains('🌺'), "{text}");
        let opened = at(&phone, &first_link(&page));
        assert!(!opened.text().contains('🌺'));
        assert_eq!(opened.named("h1").len(), 1);
    }
}

#[test]
fn an_agenda_is_a_plan_of_the_helper_and_its_answers_reach_every_plan() {
    let (phone, person) = phone_with(Locale::Km, helping);
    let (speech, h) = (speech(Locale::Km), &speech(Locale::Km).h().queue);
    let office = office();
    let text = at(&phone, &queue_address(Locale::Km, &["?office=", &office].concat())).text();
    assert!(text.contains(h.make) && text.contains(h.contact), "{text}");
    let id = SheetId::from_random(77);
    let inside = id.clone();
    let made = phone.opened_again(&Page::Home.href(Locale::Km));
    let at_office = office.clone();
    open(&made, move || {
        let app = phlov::ui::state::use_app();
        let pen = pen(9000);
        let mut agenda = agenda::blank(inside.clone(), &pen, &at_office, "📋");
        let place = app.book.with_untracked(|book| {
            let plan = book.of_all(What::Plan).find(|plan| plan.service.is_some()).expect("a plan");
            let own = plan.visible(List::Question).into_iter().find(|item| item.from.is_none()).expect("hers");
            phlov::plan::helper::queue::Place { sheet: plan.id.clone(), item: Some(own.id.clone()) }
        });
        let pick = agenda::Pick { words: "🧾".into(), places: vec![place], service: String::new() };
        let meeting = agenda::fill(&mut agenda, &pen, &[pick], person.as_str(), None);
        let question = agenda.agenda(&meeting).first().map(|item| item.id.clone()).expect("a question");
        agenda.write(&pen, &Field::ItemNote(question, of(fact::ANSWER, &meeting)), "💡");
        agenda.hold(&pen, &meeting);
        app.edit_many(vec![agenda], &[], "", &mut |_, _| ());
    });
    let page = at(&made, &queue_address(Locale::Km, &["?office=", &office].concat()));
    assert!(page.text().contains(&h.came.with(&speech.number(1))), "{}", page.text());
    assert!(page.text().contains(h.bring_keep));
}

#[test]
fn an_answer_shows_in_the_plan_that_asked() {
    use phlov::plan::helper::queue::reply::{write, Reply};
    let (phone, id) = phone_with(Locale::Km, |app| {
        let id = app.make_plan(Some(service()), None);
        let reply = Reply {
            day: "2026-11-01".into(),
            office: office(),
            written: "written".into(),
            text: "💡💡".into(),
            ..Reply::default()
        };
        app.edit(&id, |plan, pen| {
            let item = plan.visible(List::Question).first().map(|item| item.id.clone()).expect("a question");
            write(plan, pen, &item, &reply)
        });
        id
    });
    for locale in Locale::ALL {
        let speech = speech(locale);
        let text = shown(&phone, &Page::Plan(id.as_str().to_owned()), locale).page.text();
        assert!(
            text.contains("💡💡") && text.contains(speech.m().answers.again) && text.contains(speech.m().meet.written),
            "{text}"
        );
    }
}

#[test]
fn everybody_finds_what_an_office_approved() {
    let (phone, id) = phone_with(Locale::Km, approved);
    for locale in Locale::ALL {
        let m = speech(locale).m();
        assert!(shown(&phone, &Page::Answers, locale).page.text().contains("🧾 🧾 🧾"));
        assert!(shown(&phone, &Page::Service(service()), locale).page.text().contains("🧾 🧾 🧾"));
        let page = shown(&phone, &Page::Answer(id.as_str().to_owned()), locale).page;
        assert!(page.text().contains("💡") && page.text().contains(m.paper.print), "{}", page.text());
        let found =
            open(&phone.opened_again(&Page::Search.href(locale)), || phlov::ui::state::use_app().typed.set("🧾 🧾 🧾".into()));
        let found = Element::read(&found).expect("a page").text();
        assert!(found.contains(m.search.groups[10]) && found.contains("💡"), "{found}");
    }
}
