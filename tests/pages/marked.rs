//! Words of the glossary inside texts: each once in a part of a screen, and what it means lies on a sheet.

use crate::html::Element;
use crate::phone::{every_screen, open, render, speech, today};
use phlov::kb::{ServiceId, TermId};
use phlov::page::{Locale, Page};
use phlov::platform::memory::MemoryOutside;
use phlov::platform::News;
use std::collections::BTreeSet;

fn marks(part: &Element) -> Vec<&Element> {
    part.all().into_iter().filter(|element| element.attr("class") == Some("term")).collect()
}

#[test]
fn a_word_is_marked_once_in_a_part_of_a_screen_and_leads_to_its_page() {
    let mut all = 0;
    every_screen(|screen| {
        let mut wrong = Vec::new();
        for part in screen.page.all().into_iter().filter(|e| matches!(e.attr("class"), Some("card" | "fold"))) {
            let marks = marks(part);
            let words: BTreeSet<&str> = marks.iter().filter_map(|mark| mark.attr("href")).collect();
            // The quiz is questions with answers of their own, and each list and card is a part.
            if words.len() != marks.len() && part.attr("aria-labelledby") != Some("quiz") {
                wrong.push(format!("a word is marked twice: {words:?}"));
            }
            all += marks.len();
        }
        wrong
    });
    assert!(all > 2_000, "only {all} marks on all screens");
}

#[test]
fn a_word_does_not_explain_itself() {
    for locale in Locale::ALL {
        for word in TermId::all() {
            let page = Page::Word(word).href(locale);
            let screen = render(&page);
            assert!(marks(&screen).iter().all(|mark| mark.attr("href") != Some(&page)), "{page}");
        }
    }
}

#[test]
fn a_tap_says_what_it_means_and_back_takes_it_away() {
    for locale in Locale::ALL {
        let word = TermId::parse("receipt").expect("a word");
        let service = ServiceId::all().next().expect("a service");
        let phone = MemoryOutside::new(today(), &Page::Service(service).href(locale));
        let tap = move |phone: &MemoryOutside| {
            phone.tell(News::Term(Page::Word(word).href(locale)));
            phone.settle();
        };
        let world = phone.clone();
        let html = open(&phone, move || {
            tap(&world);
            assert_eq!(world.did().sheet.as_deref(), Some("meaning"));
        });
        let sheet = Element::read(&html).expect("a page").with_id("meaning").expect("the sheet").text();
        assert!(sheet.contains(&*speech(locale).text(word.get().says)), "{sheet}");
        let world = phone.opened_again(&Page::Service(service).href(locale));
        let html = open(&world.clone(), move || {
            tap(&world);
            let here = Page::Service(service).href(locale);
            world.tell(News::Address { address: here, y: 0.0 });
            world.settle();
            assert_eq!(world.did().sheet, None);
        });
        let page = Element::read(&html).expect("a page");
        assert_eq!(page.with_id("meaning").expect("the sheet").text(), "");
        assert_eq!(
            page.named("h1").first().map(|title| title.text()),
            Some(speech(locale).text(service.get().title).into_owned())
        );
    }
}

#[test]
fn where_the_browser_has_no_sheets_a_tap_opens_the_page_of_the_word() {
    let word = TermId::parse("receipt").expect("a word");
    let service = ServiceId::all().next().expect("a service");
    let phone = MemoryOutside::new(today(), &Page::Service(service).href(Locale::Km));
    phone.without_dialogs();
    let world = phone.clone();
    let page = Page::Word(word).href(Locale::Km);
    let address = page.clone();
    open(&phone, move || {
        world.tell(News::Term(address));
        world.settle();
        assert_eq!(world.did().sheet, None);
    });
    assert_eq!(phone.did().pushed, [page]);
}
