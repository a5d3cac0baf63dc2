//! Screens of letters that came, of letters she writes, and of questions about laws.

use crate::html::Element;
use crate::phone::{open, render, speech, today, Screen};
use crate::plans::{phone_with, shown};
use phlov::kb::{coming_laws, AuthorityId, LawId, LawState, PurposeId};
use phlov::page::{Locale, Page};
use phlov::plan::letter::Letter;
use phlov::plan::written::blank;
use phlov::plan::{fact, inquiry, Field, SheetId};
use phlov::platform::memory::MemoryOutside;
use phlov::ui::state::{use_app, App};
use std::cell::RefCell;
use std::rc::Rc;

/// A letter of so many days ago that gives thirty days, or one that names this day.
fn came(ago: i32, time: &str) -> Letter {
    let day = today().plus_days(-ago);
    Letter::read(&format!("from.gdt_on.{day}_got.{day}_law.none_want.pay_time.{time}_since.dated_days.calendar_threat.fine"))
}

/// The plan that is made of it.
fn plan_of(app: App, letter: &Letter) -> SheetId {
    app.start_letter(letter);
    app.book.with_untracked(|book| book.plans().next().map(|plan| plan.id.clone())).expect("a plan")
}

fn a_law() -> LawId {
    LawId::parse("prakas-443-2018").expect("a law")
}

/// The one question about a law in the book.
fn note_question(app: App, law: LawId) -> SheetId {
    app.start_inquiry(law);
    app.book.with_untracked(|book| book.inquiries().next().map(|inquiry| inquiry.id.clone())).expect("a question")
}

/// Every screen on which they show, for the rules.
pub fn screens(locale: Locale) -> Vec<Screen> {
    let mut all = Vec::new();
    for letter in [came(40, "30"), came(3, "30"), came(40, "2026-11-01")] {
        let result = [&Page::Letter.href(locale), "?a=", &letter.write()].concat();
        all.push(Screen::new(result.clone(), locale, crate::phone::render_html(&result)));
        let (phone, id) = phone_with(locale, move |app| plan_of(app, &letter));
        for page in [Page::Plan(id.as_str().to_owned()), Page::Home, Page::Plans, Page::Calendar] {
            all.push(shown(&phone, &page, locale));
        }
    }
    for state in ["in-force", "draft", "replaced", "nonsense"] {
        let address = [&Page::Laws.href(locale), "?state=", state].concat();
        all.push(Screen::new(address.clone(), locale, crate::phone::render_html(&address)));
    }
    let (phone, id) = phone_with(locale, |app| {
        let id = note_question(app, a_law());
        app.edit(&id, |sheet, pen| {
            sheet.set_deadline(pen, Some(today().plus_days(30)));
            let answer = inquiry::add_answer(sheet, pen, "yes");
            sheet.set_item_fact(pen, &answer, fact::OFFICE, "labour-inspection-department");
        });
        app.write_letter("confirm", None);
        id
    });
    for page in [Page::Inquiry(id.as_str().to_owned()), Page::Laws, Page::Law(a_law()), Page::Write] {
        all.push(shown(&phone, &page, locale));
    }
    all
}

#[test]
fn a_letter_whose_counted_day_has_passed_is_nowhere_called_overdue() {
    for locale in Locale::ALL {
        let m = speech(locale).m();
        let overdue = m.overdue.with("|");
        let overdue: Vec<&str> = overdue.split('|').map(str::trim).filter(|part| !part.is_empty()).collect();
        for (letter, words) in [(came(40, "30"), m.letter.was_counted), (came(40, "2026-11-01"), m.letter.was_named)] {
            let day = letter.last_day().expect("a last day");
            assert!(day < today());
            let words = words.with(&speech(locale).date(day));
            let (phone, id) = phone_with(locale, move |app| plan_of(app, &letter));
            for page in [Page::Home, Page::Plans, Page::Plan(id.as_str().to_owned()), Page::Calendar] {
                let text = shown(&phone, &page, locale).page.text();
                assert!(text.contains(&words), "{page:?}: {words}");
                assert!(!overdue.iter().all(|part| text.contains(part)) && !text.contains(m.paper.overdue), "{page:?}");
            }
            let calendar = shown(&phone, &Page::Calendar, locale).page.text();
            assert!(calendar.contains(m.letter.ask_at_once));
            // A day that she chose herself is hers: past it she is told so.
            let own = phone.opened_again(&Page::Plans.href(locale));
            open(&own, move || {
                use_app().edit(&id, |plan, pen| plan.set_deadline(pen, Some(today().plus_days(-1))));
            });
            let text = shown(&own, &Page::Calendar, locale).page.text();
            assert!(text.contains(m.paper.overdue) && !text.contains(&words));
        }
    }
}

#[test]
fn a_day_still_to_come_is_told_as_what_was_counted() {
    for locale in Locale::ALL {
        let m = speech(locale).m();
        let (phone, _) = phone_with(locale, |app| plan_of(app, &came(3, "30")));
        let begins = m.letter.by_count.with("");
        assert!(shown(&phone, &Page::Home, locale).page.text().contains(begins.trim()));
    }
}

#[test]
fn why_an_office_leads_to_these_services_is_told_with_what_the_letter_wants() {
    for locale in Locale::ALL {
        let m = &speech(locale).m().letter;
        let page = |letter: &Letter| render(&[&Page::Letter.href(locale), "?a=", &letter.write()].concat()).text();
        let letter = came(3, "30").with("unsaid", "unsure");
        assert!(page(&letter).contains(&m.by_want.with(m.wants[0])));
        let text = page(&letter.with("want", "unsure"));
        assert!(text.contains(m.by_office) && !text.contains(&m.by_want.with(m.wants[0])));
    }
}

// ── laws ──

fn law_rows(page: &Element) -> usize {
    page.named("a").into_iter().filter(|a| a.attr("href").is_some_and(|href| href.contains("/laws/"))).count()
}

#[test]
fn the_list_of_laws_is_filtered_by_state_and_the_state_stands_in_the_address() {
    for locale in Locale::ALL {
        let m = speech(locale).m();
        let base = Page::Laws.href(locale);
        let coming = coming_laws().count();
        let count = |state: LawState| LawId::all().filter(|law| law.get().state == state).count();
        assert_eq!(law_rows(&render(&base)), LawId::all().count() + coming);
        for (state, code) in [(LawState::InForce, "in-force"), (LawState::Draft, "draft"), (LawState::Unknown, "unknown")] {
            let page = render(&[&base, "?state=", code].concat());
            assert_eq!(law_rows(&page), count(state) + coming, "{code}");
            let chips: Vec<&Element> = page.named("a").into_iter().filter(|a| a.attr("class") == Some("chip")).collect();
            assert_eq!(chips.len(), 7, "all, and six states");
            let here: Vec<&&Element> = chips.iter().filter(|chip| chip.attr("aria-current").is_some()).collect();
            assert_eq!(here.len(), 1);
            assert!(here[0].attr("href").is_some_and(|href| href.ends_with(code)));
            assert!(here[0].text().ends_with(&speech(locale).number(count(state))), "{}", here[0].text());
        }
        let none = render(&[&base, "?state=replaced"].concat());
        assert_eq!(none.text().contains(m.inquiry.no_laws), count(LawState::Replaced) == 0);
    }
}

#[test]
fn what_is_coming_stands_first_with_her_questions_to_ask_again() {
    for locale in Locale::ALL {
        let m = &speech(locale).m().inquiry;
        let (phone, id) = phone_with(locale, |app| {
            let id = note_question(app, a_law());
            app.edit(&id, |sheet, pen| sheet.set_deadline(pen, Some(today().plus_days(30))));
            id
        });
        let text = shown(&phone, &Page::Laws, locale).page.text();
        let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}"));
        let again = m.ask_again_on.with(&speech(locale).date(today().plus_days(30)));
        assert!(place(m.coming_rules) < place(&again) && place(&again) < place(m.all_states));
        assert!(!text.contains(m.mine), "it stands once");
        assert!(coming_laws().count() == 0 || text.contains(m.watch));
        open(&phone.opened_again(&Page::Laws.href(locale)), {
            let id = id.clone();
            move || {
                use_app().edit(&id, |sheet, pen| sheet.set_deadline(pen, None));
            }
        });
        assert!(shown(&phone, &Page::Laws, locale).page.text().contains(m.mine), "without a day it stands with the others");
    }
}

#[test]
fn the_office_of_an_answer_is_told_and_the_letter_that_asks_to_confirm_goes_there() {
    let office = AuthorityId::parse("labour-inspection-department").expect("an office");
    for locale in Locale::ALL {
        let (phone, id) = phone_with(locale, |app| {
            let id = note_question(app, a_law());
            app.edit(&id, |sheet, pen| {
                let answer = inquiry::add_answer(sheet, pen, "yes");
                sheet.set_item_fact(pen, &answer, fact::OFFICE, "labour-inspection-department");
            });
            id
        });
        let entry = office.get();
        let screen = shown(&phone, &Page::Inquiry(id.as_str().to_owned()), locale).page;
        let heads: Vec<String> = screen.named("summary").into_iter().map(Element::text).collect();
        let short = speech(locale).text(entry.short.unwrap_or(entry.name));
        assert!(heads.iter().any(|head| head.contains(&*short)), "{short} in {heads:?}");
        let (letter, made) = (phone.opened_again(&Page::Write.href(locale)), Rc::new(RefCell::new(None)));
        let into = made.clone();
        open(&letter, move || {
            let app = use_app();
            app.confirm_answer(&id);
            let id = app.book.with_untracked(|book| book.letters().next().map(|letter| letter.id.clone()));
            // On paper it says to whom it goes.
            app.edit(&id.clone().expect("the letter"), |letter, pen| letter.set_fact(pen, fact::HOW, "letter"));
            into.replace(id);
        });
        let id = made.borrow_mut().take().expect("the letter");
        let text = shown(&letter, &Page::MyLetter(id.as_str().to_owned()), locale).page.text();
        assert!(text.contains(&*entry.name.km()), "the letter is in Khmer: officials read it");
    }
}

// ── letters she writes ──

#[test]
fn a_letter_that_was_only_looked_at_is_not_among_hers() {
    for locale in Locale::ALL {
        let m = &speech(locale).m().compose;
        let phone = MemoryOutside::new(today(), &Page::Write.href(locale));
        open(&phone, || {
            let app = use_app();
            for purpose in PurposeId::all() {
                app.write_letter(purpose.name(), None);
            }
            // Opened twice it is still one.
            app.write_letter("reply", None);
            assert_eq!(app.book.with_untracked(|book| book.letters().count()), PurposeId::all().count());
        });
        assert!(!shown(&phone, &Page::Write, locale).page.text().contains(m.mine));
        open(&phone.opened_again(&Page::Write.href(locale)), || {
            let app = use_app();
            let id = app.book.with_untracked(|book| book.letters().next().map(|letter| letter.id.clone())).expect("a letter");
            app.edit(&id, |letter, pen| letter.write(pen, &Field::Note(blank("topic")), "ពន្ធ"));
        });
        let page = shown(&phone, &Page::Write, locale).page;
        let rows = page.named("a").into_iter().filter(|a| a.attr("href").is_some_and(|href| href.contains("/compose/"))).count();
        assert!(page.text().contains(m.mine) && rows == 1, "{rows}");
    }
}
