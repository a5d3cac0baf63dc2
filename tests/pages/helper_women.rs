//! Helper mode: the people she helps, from the first one to the end of a session; the desk.

use crate::html::Element;
use crate::phone::{open, speech, today, Screen};
use crate::plans::{phone_with, some_service};
use phlov::page::{Desk, Locale, Page};
use phlov::plan::helper::{helped, AREA, REPLY, REPLY_BY, REPLY_DAY, TRADE};
use phlov::plan::{fact, Field, How, List, SheetId, What};
use phlov::platform::memory::MemoryOutside;
use phlov::ui::state::{use_app, App};

/// Marks what is of one person, in letters of no language.
const NAME: &str = "🙂🙂";
const NOTE: &str = "🔒🔒";

fn noted(app: App, name: &'static str, agreed: bool) -> SheetId {
    app.set_helper(true);
    let id = SheetId::from_random(name.len() as u64 + u64::from(agreed) + 77);
    let mut sheet = phlov::plan::Sheet::blank(What::Helped, id.clone(), &pen(app));
    sheet.write(&pen(app), &Field::Title, name);
    app.book.update(|book| {
        book.fold(&sheet);
    });
    app.edit(&id, |sheet, pen| {
        if agreed {
            sheet.set_fact(pen, helped::CONSENT, &pen.today.to_string());
        }
    });
    id
}

fn pen(app: App) -> phlov::plan::Pen {
    app.book.with_untracked(|book| book.pen(phlov::plan::Replica(3), today()))
}

/// Somebody who agreed, with tags, a contact, and a plan in the middle of its life.
fn lived_in(app: App) -> SheetId {
    let id = noted(app, NAME, true);
    app.edit(&id, |sheet, pen| {
        sheet.set_fact(pen, &helped::need("pay-tax"), "yes");
        sheet.set_fact(pen, AREA, "12");
        sheet.set_fact(pen, TRADE, "food");
        sheet.write(pen, &Field::Note(fact::ABOUT.into()), NOTE);
        helped::log(sheet, pen, How::Phone);
    });
    app.act_for(Some(&id));
    let plan = app.make_plan(Some(some_service()), None);
    app.edit(&plan, |plan, pen| {
        plan.set_deadline(pen, Some(today().plus_days(2)));
        let asked = plan.add_item(pen, List::Question, "❓");
        plan.write(pen, &Field::ItemNote(asked.clone(), REPLY.into()), "💬");
        plan.write(pen, &Field::ItemNote(asked.clone(), REPLY_BY.into()), "👤");
        plan.set_item_fact(pen, &asked, REPLY_DAY, "2026-11-10");
    });
    app.start_complaint(phlov::kb::SituationId::all().next().expect("a situation"), None);
    id
}

fn woman(id: &SheetId) -> Page {
    Page::Helper(Desk::Woman(id.as_str().to_owned()))
}

fn ending(id: &SheetId) -> Page {
    Page::Helper(Desk::Ending(id.as_str().to_owned()))
}

fn at(phone: &MemoryOutside, address: &str) -> Element {
    Element::read(&open(&phone.opened_again(address), || ())).expect("a page")
}

fn text(phone: &MemoryOutside, page: &Page, query: &str, locale: Locale) -> String {
    at(phone, &[&*page.href(locale), query].concat()).text()
}

/// Every screen of this room, for the rules.
pub fn screens(locale: Locale) -> Vec<Screen> {
    let mut all = Vec::new();
    let phones = [
        phone_with(locale, |app| noted(app, "🙃", false)),
        phone_with(locale, |app| noted(app, "🧵 012 345 678", true)),
        phone_with(locale, lived_in),
    ];
    for (phone, id) in &phones {
        let mut pages = vec![
            (Page::Helper(Desk::Start), String::new()),
            (Page::Helper(Desk::Women), String::new()),
            (woman(id), String::new()),
            (ending(id), String::new()),
            (Page::Home, String::new()),
            (Page::More, String::new()),
        ];
        pages.extend((0..9).map(|at| (woman(id), format!("?read=1&at={at}"))));
        for (page, query) in pages {
            let address = [&*page.href(locale), &*query].concat();
            let html = open(&phone.opened_again(&address), || ());
            all.push(Screen::new(address, locale, html));
        }
    }
    // The list, narrowed.
    let address = Page::Helper(Desk::Women).href(locale);
    for words in ["🙂", "nobody"] {
        let typed = move || use_app().sought.update(|sought| sought.typed = words.to_owned());
        let html = open(&phones[2].0.opened_again(&address), typed);
        all.push(Screen::new(format!("{address} with a word"), locale, html));
    }
    // Nobody yet, and nobody of that name.
    let (fresh, _) = phone_with(locale, |app| {
        app.set_helper(true);
        SheetId::from_random(1)
    });
    for desk in [Desk::Start, Desk::Women, Desk::Woman("gone".into()), Desk::Ending("gone".into())] {
        let address = Page::Helper(desk).href(locale);
        let html = open(&fresh.opened_again(&address), || ());
        all.push(Screen::new(address, locale, html));
    }
    all
}

#[test]
fn before_she_agrees_nothing_can_be_noted_but_her_name() {
    for locale in Locale::ALL {
        let w = &speech(locale).h().women;
        let (phone, id) = phone_with(locale, |app| noted(app, NAME, false));
        let before = text(&phone, &woman(&id), "", locale);
        for sentence in w.sentence {
            assert!(before.contains(sentence), "{sentence}");
        }
        assert!(before.contains(w.agree) && before.contains(w.name));
        for words in [w.act, w.tags, w.note, w.log, w.end] {
            assert!(!before.contains(words), "{words}");
        }
        let end = text(&phone, &ending(&id), "", locale);
        assert!(end.contains(w.no_keep) && end.contains(w.wipe) && !end.contains(w.keep), "it cannot stay without consent");
        let (phone, id) = phone_with(locale, |app| noted(app, NAME, true));
        let after = text(&phone, &woman(&id), "", locale);
        for words in [w.act, w.tags, w.note, w.log, w.end] {
            assert!(after.contains(words), "{words}");
        }
        assert!(text(&phone, &ending(&id), "", locale).contains(w.keep));
    }
}

#[test]
fn her_page_and_the_list_say_what_comes_next_and_when_they_were_in_touch() {
    for locale in Locale::ALL {
        let speech = speech(locale);
        let (w, h) = (&speech.h().women, speech.h());
        let (phone, id) = phone_with(locale, lived_in);
        let service = some_service().get();
        let page = text(&phone, &woman(&id), "", locale);
        let list = text(&phone, &Page::Helper(Desk::Women), "", locale);
        let desk = text(&phone, &Page::Helper(Desk::Start), "", locale);
        let step = speech.text(service.steps.get(0).expect("a step").text);
        for (name, text) in [("her page", &page), ("the list", &list), ("the desk", &desk)] {
            assert!(text.contains(NAME) && text.contains(&*step), "{name}: {text}");
            assert!(text.contains(&speech.date(today().plus_days(2))), "{name}: the last day");
        }
        assert!(
            list.contains(&w.last.with(&speech.date(today())))
                && list.contains(&w.counts.with(&speech.number(1), &speech.number(1)))
        );
        assert!(page.contains(h.area.names[11]) && page.contains(w.kinds[3]), "{page}");
        assert!(page.contains(w.acting), "the app acts for her already");
    }
}

#[test]
fn what_is_read_to_her_begins_with_consent_and_ends_with_the_answer_of_the_office() {
    for locale in Locale::ALL {
        let speech = speech(locale);
        let w = &speech.h().women;
        let (phone, id) = phone_with(locale, lived_in);
        let mut said = Vec::new();
        for n in 0..20 {
            let page = at(&phone, &[&*woman(&id).href(locale), &format!("?read=1&at={n}")].concat());
            let title = page.with_id("title").map(Element::text).expect("a title");
            said.push(title.clone());
            if n == 0 {
                assert!(page.text().contains(w.sentence[0]));
            }
            if title == w.answered {
                assert!(["❓", "💬", "👤"].iter().all(|words| page.text().contains(words)));
            }
            assert!(!page.text().contains(NOTE), "no note is read");
            if title == w.read_end {
                break;
            }
        }
        assert_eq!(said, [w.consent, w.about, w.last_day, w.do_next, w.bring, w.ask, w.answered, w.read_end]);
    }
}

#[test]
fn the_line_on_top_says_for_whom_and_leads_to_the_end_of_the_session() {
    for locale in Locale::ALL {
        let m = &speech(locale).m().helping;
        let (phone, id) = phone_with(locale, lived_in);
        let home = at(&phone, &Page::Home.href(locale));
        assert!(home.text().contains(&m.acting.with(NAME)));
        let end = home.named("a").into_iter().find(|a| a.text().contains(m.end)).expect("the way to the end");
        assert_eq!(end.attr("href"), Some(&*ending(&id).href(locale)));
    }
}

#[test]
fn wiped_she_is_nowhere_on_this_phone_and_others_stay() {
    let (phone, id) = phone_with(Locale::Km, |app| {
        let other = noted(app, "🧵", true);
        app.act_for(Some(&other));
        app.make_plan(Some(some_service()), None);
        lived_in(app)
    });
    let again = phone.opened_again("/km/");
    let (world, whom) = (again.clone(), id.clone());
    open(&again, move || {
        let app = use_app();
        world.settle();
        assert!(app.book.with_untracked(|book| helped::hers(book, &whom, true).count()) >= 2);
        app.wipe(&whom);
        world.settle();
        assert_eq!(app.acting(), None);
        assert!(app.toast.get_untracked().is_some_and(|toast| toast.undo.is_none()), "no undo");
    });
    again.settle();
    let later = again.opened_again("/km/");
    open(&later, move || {
        let app = use_app();
        app.book.with_untracked(|book| {
            assert!(!book.sheets.contains_key(&id));
            assert_eq!(helped::hers(book, &id, true).count(), 0);
            assert_eq!((helped::all(book).count(), book.of_all(What::Plan).count()), (1, 1), "the other one stays");
        });
        let export = app.store().export_raw();
        assert!(!export.contains(NAME) && !export.contains(NOTE) && !export.contains(id.as_str()));
    });
}

#[test]
fn our_own_duties_begin_as_an_organization_and_are_nobody_elses() {
    let locale = Locale::En;
    let d = &speech(locale).h().desk;
    let (phone, _) = phone_with(locale, lived_in);
    let href = |phone: &MemoryOutside| {
        let desk = at(phone, &Page::Helper(Desk::Start).href(locale));
        let link = desk.named("a").into_iter().find(|a| a.text().contains(d.duties)).expect("the row");
        link.attr("href").expect("an address").to_owned()
    };
    assert_eq!(href(&phone), "/en/duties?a=form.organization");
    assert!(at(&phone, &href(&phone)).text().contains(&*speech(locale).text(phlov::kb::profile()[0].text)), "asks on");
    let (phone, _) = phone_with(locale, |app| {
        let id = lived_in(app);
        app.act_for(None);
        app.make_business(&phlov::plan::business::Profile::read("workers.8-99_form.organization"));
        let own = app.book.with_untracked(|book| {
            let business = phlov::plan::business::all(book).into_iter().next().expect("a business");
            assert_eq!(business.fact(fact::FOR), "");
            business.id.clone()
        });
        app.act_for(Some(&id));
        own
    });
    assert!(href(&phone).starts_with("/en/duties/"), "{}", href(&phone));
}
