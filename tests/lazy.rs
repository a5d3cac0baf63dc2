//! When the long texts are unpacked. A program of its own: unpacking happens once in a program, whoever needs it first.

use leptos::prelude::Owner;
use phlov::dates::Date;
use phlov::kb::packed::{is_unpacked, Lot};
use phlov::kb::ServiceId;
use phlov::page::{Locale, Page};
use phlov::platform::memory::MemoryOutside;
use std::rc::Rc;

/// Renders a page, then lets so much time pass.
fn show(page: &Page, locale: Locale, ms: u32) {
    let phone = MemoryOutside::new(Date::parse("2026-11-20").expect("a day"), &page.href(locale));
    let owner = Owner::new();
    owner.with(|| {
        phlov::ui::open(Rc::new(phone.clone()), |ready| {
            ready.view().to_html();
        });
        phone.settle();
        phone.wait(ms);
    });
    owner.cleanup();
}

/// Whether the Khmer, the English texts are unpacked.
fn unpacked() -> (bool, bool) {
    (is_unpacked(Lot::Khmer), is_unpacked(Lot::English))
}

#[test]
fn texts_are_unpacked_when_they_are_needed() {
    for locale in Locale::ALL {
        for page in [Page::Home, Page::Find, Page::Plans, Page::More, Page::Settings] {
            show(&page, locale, 0);
            assert_eq!(unpacked(), (false, false), "{page:?} needs packed texts");
        }
    }
    // Some time after the start, in the language of the screen only.
    show(&Page::Home, Locale::En, 10_000);
    assert_eq!(unpacked(), (false, true));
    // A tap that comes before.
    show(&Page::Service(ServiceId::all().next().expect("a service")), Locale::Km, 0);
    assert_eq!(unpacked(), (true, true));
}
