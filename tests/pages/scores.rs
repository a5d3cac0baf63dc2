//! Rating a service on screen: before, at the counter, after it; the result, the office over several visits, the pages for office and
//! organization; several people together.

use crate::html::Element;
use crate::phone::{open, speech, today, Screen};
use crate::plans::{phone_with, shown};
use phlov::kb::standards;
use phlov::page::{Locale, Page};
use phlov::plan::score::{begin, set_counter, set_mark, Mark};
use phlov::plan::{fact, Field, List, SheetId};
use phlov::ui::state::App;

/// A visit to the tax office with these faces, one a standard; the ninth does not apply.
fn rated(app: App, on: &str, faces: [u8; 8]) -> SheetId {
    app.start_score(None, phlov::kb::AuthorityId::parse("gdt"), "after");
    let id = newest(app);
    app.edit(&id, |sheet, pen| {
        sheet.set_fact(pen, fact::DAY, on);
        let me = begin(sheet, pen);
        for (standard, face) in standards().iter().zip(faces) {
            set_mark(sheet, pen, &me, standard.id.str(), Mark::Face(face));
        }
        set_mark(sheet, pen, &me, "friendly-fair", Mark::NotApply);
        set_counter(sheet, pen, "no-delay", false);
        for (name, sum) in [(fact::POSTED, "20000"), (fact::ASKED, "25000"), (fact::PAID, "20000"), (fact::RECEIPT, "yes")] {
            sheet.set_item_fact(pen, &me, name, sum);
        }
        sheet.write(pen, &Field::Note(fact::BETTER.into()), "🪑");
    });
    id
}

fn newest(app: App) -> SheetId {
    app.book.with_untracked(|book| phlov::plan::score::all(book).first().map(|sheet| sheet.id.clone())).expect("a visit")
}

/// Six people and one agreed action.
fn together(app: App) -> SheetId {
    let id = rated(app, "2026-01-02", [4; 8]);
    app.edit(&id, |sheet, pen| {
        sheet.set_fact(pen, fact::GROUP, "yes");
        for face in [1, 2, 4, 5, 5] {
            let person = begin(sheet, pen);
            set_mark(sheet, pen, &person, "clear-duties", Mark::Face(face));
        }
        let action = sheet.add_item(pen, List::Step, "🧾");
        sheet.set_item_fact(pen, &action, fact::DUE, "2026-02-01");
    });
    id
}

fn parts(id: &SheetId) -> Vec<(Page, &'static str)> {
    let visit = || Page::Score(id.as_str().to_owned());
    let paper = || Page::ScorePaper(id.as_str().to_owned());
    vec![
        (visit(), ""),
        (visit(), "?at=before"),
        (visit(), "?at=there"),
        (visit(), "?at=after"),
        (visit(), "?at=result"),
        (paper(), ""),
        (paper(), "?l=en"),
        (paper(), "?for=mine"),
        (Page::Scores, ""),
        (Page::Scores, "?office=gdt"),
        (Page::Year, ""),
    ]
}

pub fn screens(locale: Locale) -> Vec<Screen> {
    let mut all = Vec::new();
    let begun = |app: App| {
        app.start_score(None, None, "before");
        newest(app)
    };
    let phones = [
        phone_with(locale, begun),
        phone_with(locale, |app| rated(app, "2026-01-02", [1, 2, 3, 4, 5, 1, 2, 3])),
        phone_with(locale, together),
    ];
    for (phone, id) in phones {
        for (page, query) in parts(&id) {
            let address = [&*page.href(locale), query].concat();
            let html = open(&phone.opened_again(&address), || ());
            all.push(Screen::new(address, locale, html));
        }
    }
    all
}

fn text_at(phone: &phlov::platform::memory::MemoryOutside, page: &Page, query: &str, locale: Locale) -> String {
    let address = [&*page.href(locale), query].concat();
    let html = open(&phone.opened_again(&address), || ());
    Element::read(&html).expect("a page").text()
}

#[test]
fn the_page_for_the_office_suggests_and_thanks_and_names_nobody() {
    for locale in Locale::ALL {
        let (phone, id) = phone_with(Locale::Km, |app| rated(app, "2026-01-02", [1, 2, 3, 4, 5, 1, 2, 3]));
        let speech = speech(locale);
        let query = ["?l=", locale.code()].concat();
        let text = text_at(&phone, &Page::ScorePaper(id.as_str().to_owned()), &query, Locale::Km);
        let all = standards();
        for (at, standard) in all.iter().enumerate() {
            assert_eq!(text.contains(&*speech.text(standard.better)), [0, 1, 5, 6].contains(&at), "{}", standard.id.str());
            assert_eq!(text.contains(&*speech.text(standard.thanks)), [3, 4].contains(&at), "{}", standard.id.str());
        }
        assert!(text.contains("🪑"));
        assert!(!text.contains("25000") && !text.contains("២៥"), "what she paid is hers");
        assert!(text.contains(speech.m().score.not_official));
    }
}

#[test]
fn the_page_for_her_organization_has_all_nine_and_what_she_paid() {
    let (phone, id) = phone_with(Locale::En, |app| rated(app, "2026-01-02", [1, 2, 3, 4, 5, 1, 2, 3]));
    let text = text_at(&phone, &Page::ScorePaper(id.as_str().to_owned()), "?for=mine", Locale::En);
    for standard in standards() {
        assert!(text.contains(&*speech(Locale::En).text(standard.after)), "{}", standard.id.str());
    }
    assert!(text.contains("20,000 riel") && text.contains("25,000 riel"), "{text}");
}

#[test]
fn of_a_group_only_what_five_people_said_is_shown() {
    let (phone, id) = phone_with(Locale::En, together);
    let m = &speech(Locale::En).m().score;
    let text = text_at(&phone, &Page::Score(id.as_str().to_owned()), "?at=result", Locale::En);
    assert!(text.contains(&m.people.with("6")), "{text}");
    assert!(text.contains(m.hidden), "eight standards have one answer");
    let mine = text_at(&phone, &Page::ScorePaper(id.as_str().to_owned()), "?for=mine", Locale::En);
    assert!(!mine.contains("20,000"), "nobody's payment");
}

#[test]
fn three_visits_make_a_trend() {
    let (phone, _) = phone_with(Locale::En, |app| {
        rated(app, "2025-10-01", [1; 8]);
        rated(app, "2025-11-01", [2; 8]);
        rated(app, "2025-12-01", [5; 8])
    });
    let m = &speech(Locale::En).m().score;
    let text = text_at(&phone, &Page::Scores, "?office=gdt", Locale::En);
    assert!(text.contains(&m.trend_visits.with("3")));
    assert!(text.contains(&m.middle.with(m.faces[1])), "the middle of three, no average: {text}");
    assert!(text.contains(&m.first_last.with(m.faces[0], m.faces[4])));
    let home = shown(&phone, &Page::Scores, Locale::En).page;
    assert_eq!(home.with_id("by-office").map(|_| ()), Some(()));
    assert!(today().year() == 2026);
}
