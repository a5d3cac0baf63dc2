//! The survey on screen: made, asked on this phone, sent, typed in from paper, counted; and the form on the phone of somebody else.

use crate::html::Element;
use crate::phone::{open, speech, today, Screen};
use crate::plans::phone_with;
use phlov::page::{Desk, Locale, Page};
use phlov::plan::helper::survey::{self, ask, Answer, Part, Taken};
use phlov::plan::{Field, Sheet, SheetId, What};
use phlov::platform::memory::MemoryOutside;
use phlov::saved::survey::{form_text, FORM};
use phlov::ui::state::App;

fn made(app: App) -> SheetId {
    app.set_helper(true);
    let mut sheet = Sheet::blank(What::Survey, SheetId::from_random(77), &pen());
    sheet.write(&pen(), &Field::Title, "🧵");
    sheet.write(&pen(), &Field::Note(ask(2)), "🏢?");
    let id = sheet.id.clone();
    app.book.update(|book| {
        book.fold(&sheet);
    });
    app.edit(&id, |sheet, pen| sheet.set_fact(pen, &ask(0), "1"));
    id
}

fn pen() -> phlov::plan::Pen {
    phlov::plan::Pen { who: phlov::plan::Replica(1), today: today(), after: 0 }
}

/// With so many answers: women first, four others, and questions.
fn answered(app: App, people: usize) -> SheetId {
    let id = made(app);
    app.edit(&id, |sheet, pen| {
        for n in 0..people {
            let mut answer = Answer::read("", if n % 3 == 0 { "❓" } else { "" });
            for (part, at) in [
                (Part::Needs, n % 2),
                (Part::Needs, 2),
                (Part::Hard, n % 2),
                (Part::Who, usize::from(n > 7)),
                (Part::Area, n % 2),
            ] {
                answer.tap(part, at);
            }
            survey::take(sheet, pen, n as u64, &answer, &mut Taken::default());
        }
        if let Some(item) = survey::last(sheet) {
            sheet.set_done(pen, &item, true);
        }
    });
    id
}

const PARTS: [&str; 9] = [
    "",
    "?at=fill",
    "?at=come",
    "?at=paper",
    "?at=paper&l=en",
    "?at=entry",
    "?at=results",
    "?at=results&by=who",
    "?at=results&by=area",
];

fn page(id: &SheetId) -> Page {
    Page::Helper(Desk::Survey(id.as_str().to_owned()))
}

/// A phone on which the link of a form was opened.
fn asked(locale: Locale, cut: usize) -> (MemoryOutside, String) {
    let (_, id) = phone_with(locale, made);
    let mut sheet = Sheet::blank(What::Survey, id, &pen());
    sheet.write(&pen(), &Field::Title, "🧵");
    let code = form_text(&survey::form(&sheet));
    let address = Page::Form.href(locale);
    let phone = MemoryOutside::new(today(), &address);
    phone.set_fragment(&[FORM, &code[..code.len() - cut]].concat());
    (phone, address)
}

pub fn screens(locale: Locale) -> Vec<Screen> {
    let mut all = Vec::new();
    for people in [0, 3, 16] {
        let (phone, id) = phone_with(locale, move |app| answered(app, people));
        for part in PARTS {
            let address = [&*page(&id).href(locale), part].concat();
            all.push(Screen::new(format!("{address} with {people} answers"), locale, open(&phone.opened_again(&address), || ())));
        }
        let list = Page::Helper(Desk::Surveys).href(locale);
        all.push(Screen::new(list.clone(), locale, open(&phone.opened_again(&list), || ())));
    }
    let (phone, _) = phone_with(locale, made);
    let gone = page(&SheetId::from_random(1)).href(locale);
    all.push(Screen::new(gone.clone(), locale, open(&phone.opened_again(&gone), || ())));
    for cut in [0, 1] {
        let (phone, address) = asked(locale, cut);
        all.push(Screen::new(format!("{address} by a link, {cut} letters cut"), locale, open(&phone, || ())));
    }
    all
}

fn text_at(phone: &MemoryOutside, address: &str) -> String {
    Element::read(&open(&phone.opened_again(address), || ())).expect("a page").text()
}

#[test]
fn below_five_answers_nothing_is_counted() {
    for locale in Locale::ALL {
        let w = &speech(locale).h().survey;
        for (people, shown) in [(4, false), (5, true)] {
            let (phone, id) = phone_with(locale, move |app| answered(app, people));
            let text = text_at(&phone, &[&page(&id).href(locale), "?at=results"].concat());
            assert_eq!(text.contains(&w.few.with(&speech(locale).number(people))), !shown, "{text}");
            assert_eq!(text.contains(w.hidden_note), shown, "{text}");
            assert_eq!(text.contains(w.share), shown, "{text}");
        }
    }
}

#[test]
fn groups_are_counted_apart_and_small_ones_are_told() {
    let (phone, id) = phone_with(Locale::En, |app| answered(app, 16));
    let text = text_at(&phone, &[&page(&id).href(Locale::En), "?at=results&by=who"].concat());
    let w = &speech(Locale::En).h().survey;
    assert!(text.contains("Woman") && text.contains("Man"), "{text}");
    assert!(text.contains(&["Pay tax", w.hidden].concat()), "four of eight women said the one: {text}");
    assert!(!text.contains("Write to me"), "a question that nobody answered is left out");
    let all = text_at(&phone, &[&page(&id).href(Locale::En), "?at=results"].concat());
    assert!(all.contains("8 (50%)") && all.contains("16 (100%)"), "{all}");
}

#[test]
fn the_form_opens_from_a_link_in_the_words_of_the_one_who_asks_and_outlives_a_reload() {
    for locale in Locale::ALL {
        let w = &speech(locale).m().form;
        let (phone, address) = asked(locale, 0);
        let html = open(&phone, || ());
        for html in [html, open(&phone.opened_again(&address), || ())] {
            let text = Element::read(&html).expect("a page").text();
            assert!(
                text.contains("🧵") && text.contains(w.asks[1][0]) && text.contains(w.reach[2]) && text.contains(w.no_number),
                "{text}"
            );
        }
        let (cut, _) = asked(locale, 1);
        assert!(Element::read(&open(&cut, || ())).expect("a page").text().contains(w.damaged));
        let fresh = MemoryOutside::new(today(), &address);
        assert!(Element::read(&open(&fresh, || ())).expect("a page").text().contains(w.none));
    }
}

#[test]
fn paper_has_the_numbers_that_are_typed_in() {
    let (phone, id) = phone_with(Locale::Km, |app| answered(app, 0));
    for locale in Locale::ALL {
        let text = text_at(&phone, &[&page(&id).href(Locale::Km), "?at=paper&l=", locale.code()].concat());
        let speech = speech(locale);
        for at in 0..9 {
            assert!(text.contains(&[&speech.number(at + 1), ". ", speech.m().form.hard[at]].concat()), "{text}");
        }
        assert!(text.contains("🏢?") && text.contains(speech.m().form.area_title));
    }
}
