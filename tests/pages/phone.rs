//! The app on a phone without a screen: opened at an address, rendered to HTML, read.

use crate::html::Element;
use phlov::dates::Date;
use phlov::i18n::Speech;
use phlov::kb::AimId;
use phlov::page::{Locale, Page};
use phlov::plan::Digits;
use phlov::platform::memory::MemoryOutside;
pub use phlov::ui::still::html as open;
use std::sync::OnceLock;

/// The day on which all this happens.
pub fn today() -> Date {
    Date::parse("2026-11-20").expect("a day")
}

/// How the app speaks by itself.
pub fn speech(locale: Locale) -> Speech {
    Speech { locale, digits: Digits::default() }
}

/// A new phone, opened at this address.
pub fn render_html(address: &str) -> String {
    open(&MemoryOutside::new(today(), address), || ())
}

pub fn render(address: &str) -> Element {
    Element::read(&render_html(address)).unwrap_or_else(|error| panic!("{address}: {error}"))
}

/// A screen as it was rendered.
pub struct Screen {
    pub address: String,
    pub locale: Locale,
    pub html: String,
    pub page: Element,
}

impl Screen {
    pub fn new(address: String, locale: Locale, html: String) -> Screen {
        let page = Element::read(&html).unwrap_or_else(|error| panic!("{address}: {error}"));
        Screen { address, locale, html, page }
    }
}

/// Calls `check` with every screen in both languages; it gives back what is wrong. All of it is told.
#[track_caller]
pub fn every_screen(mut check: impl FnMut(&Screen) -> Vec<String>) {
    static SCREENS: OnceLock<Vec<Screen>> = OnceLock::new();
    let screens = SCREENS.get_or_init(|| Locale::ALL.into_iter().flat_map(screens).collect());
    let mut wrong = Vec::new();
    for screen in screens {
        wrong.extend(check(screen).into_iter().map(|what| format!("{}: {what}", screen.address)));
    }
    let count = wrong.len();
    wrong.truncate(40);
    assert!(wrong.is_empty(), "{count} things are wrong:\n  {}", wrong.join("\n  "));
}

/// Every page of the app, the finder's results, and everything once more with a plan.
fn screens(locale: Locale) -> Vec<Screen> {
    let fresh = |address: String| {
        let html = render_html(&address);
        Screen::new(address, locale, html)
    };
    let mut all: Vec<Screen> = Page::all().into_iter().map(|page| fresh(page.href(locale))).collect();
    for aim in AimId::all() {
        let questions = aim.get().questions.len();
        let first = |at: usize| aim.get().questions.get(at).and_then(|q| q.options.get(0)).map_or("", |option| option.id.str());
        let definite: Vec<&str> = (0..questions).map(first).collect();
        let page = Page::FindAim(aim).href(locale);
        // Everything "not sure", the first option everywhere, one answer, and back to the first question.
        all.push(fresh(format!("{page}?a={}", vec!["unsure"; questions].join("."))));
        all.push(fresh(format!("{page}?a={}", definite.join("."))));
        all.push(fresh(format!("{page}?a={}", first(0))));
        all.push(fresh(format!("{page}?a={}&q=0", definite.join("."))));
    }
    all.extend(crate::plans::screens(locale));
    all.extend(crate::people::screens(locale));
    all.extend(crate::local::screens(locale));
    all.extend(crate::duties::screens(locale));
    all.extend(crate::learn::screens(locale));
    all.extend(crate::scores::screens(locale));
    all.extend(crate::letters::screens(locale));
    all.extend(crate::complain::screens(locale));
    all.extend(crate::helper_women::screens(locale));
    all.extend(crate::helper_queue::screens(locale));
    all.extend(crate::helper_share::screens(locale));
    all.extend(crate::helper_survey::screens(locale));
    all.extend(crate::helper_workshop::screens(locale));
    all
}
