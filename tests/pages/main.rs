//! Every screen, rendered natively in both languages, and read as a browser and a screen reader would.
//!
//! - [`complain`]: complaints: safety first, what is missing, the letter
//! - [`copies`]: copies and earlier states
//! - [`duties`]: her business and its duties
//! - [`el`]: elements, without the app around them
//! - [`helper_women`]: helper mode: the people she helps, the desk, the end of a session
//! - [`helper_queue`]: the questions of many, and answers for many
//! - [`helper_share`]: what helpers share, report and hand over
//! - [`helper_survey`]: five questions put to many
//! - [`helper_workshop`]: workshops, working groups, partners
//! - [`html`]: the reader
//! - [`phone`]: the app on a phone without a screen
//! - [`rules`]: what holds on every screen
//! - [`plans`]: screens with a plan, and what she typed
//! - [`people`]: screens with the people she knows
//! - [`learn`]: what she has read and answered, and the way on
//! - [`letters`]: letters that came and that she writes, questions about laws
//! - [`show`]: what is shown to an official
//! - [`listen`]: listening to a page
//! - [`local`]: offices near her
//! - [`lock`]: the lock, and what then lies on the phone
//! - [`marked`]: words of the glossary inside texts
//! - [`paper`]: a plan on paper, as a message, read aloud
//! - here: addresses

mod changed;
mod complain;
mod copies;
mod duties;
mod el;
mod helper_queue;
mod helper_share;
mod helper_survey;
mod helper_women;
mod helper_workshop;
mod html;
mod learn;
mod letters;
mod listen;
mod local;
mod lock;
mod marked;
mod paper;
mod people;
mod phone;
mod plans;
mod rules;
mod scores;
mod show;
#[path = "../helpers/source.rs"]
mod source;
#[allow(dead_code)]
#[path = "../helpers/tried.rs"]
mod tried;

use html::Element;
use phlov::kb::{AimId, ServiceId};
use phlov::page::{Locale, Page, Route, Tab};
use phlov::plan::Field;
use phlov::ui;
use phone::{every_screen, render, speech};
use std::collections::{BTreeMap, BTreeSet};
use tried::Trial;

// ── addresses ──

/// Addresses that lead nowhere, or nearly.
const ODD: &[&str] = &[
    "/km/nope",
    "/km/service/nope",
    "/km/service",
    "/km/service/biz-register/more",
    "/km/service/BIZ-REGISTER",
    "/km/right/",
    "/km/laws/../../etc/passwd",
    "/km/find/%E1%9E%80",
    "/km/offices/ក្រសួង",
    "/fr/",
    "/fr/find",
    "/KM/",
    "/kmx",
    "/index.htm",
    "/km/\u{0}\u{202e}<script>",
    "javascript:alert(1)",
    "https://example.org/km/",
    "?",
    "#",
    "//",
    "/km//find",
    "/km/find/?a=",
    "/km/find?a=%FF&&&q=-1&q=99999999999999999999",
    "/km/plans/no-such-plan",
    "/km/plans/<script>alert(1)</script>",
    "/km/plans/ផែនការ",
    "/km/people/no-such-person",
    "/km/people/<script>alert(1)</script>",
    "/km/plans/no-such-plan/print?l=both",
    "/km/plans/x/print/y",
    "/km/plans/x/burn",
];

/// The screens of what she made.
fn of_hers(id: &str) -> [Page; 4] {
    let id = || id.to_owned();
    [Page::Plan(id()), Page::Print(id()), Page::Person(id()), Page::Meeting(id(), id())]
}

#[test]
fn every_address_is_read_back() {
    for page in Page::all().into_iter().chain(of_hers("abc-123")) {
        for locale in Locale::ALL {
            let address = page.href(locale);
            let route = Route::parse(&address, locale.other());
            assert_eq!((route.locale, &route.page, route.href()), (locale, &page, address.clone()));
            let other = route.in_other_language();
            assert_eq!((other.locale, &other.page), (locale.other(), &page));
            assert_eq!(other.in_other_language(), route);
            // A slash at the end, a fragment, a query: the same place.
            for more in ["/", "#title", "?x=1"] {
                assert_eq!(Route::parse(&format!("{address}{more}"), Locale::Km).page, page, "{address}{more}");
            }
        }
    }
}

#[test]
fn addresses_without_a_language_take_the_saved_one() {
    for saved in Locale::ALL {
        for address in ["", "/", "/index.html", "/#x", "/?from=telegram"] {
            let route = Route::parse(address, saved);
            assert_eq!((route.locale, route.page), (saved, Page::Home), "{address}");
        }
    }
}

#[test]
fn every_screen_has_a_way_up_that_ends_at_a_tab() {
    for page in Page::all().into_iter().chain(of_hers("x")) {
        let mut up = page.clone();
        for _ in 0..4 {
            up = up.parent().unwrap_or(up);
        }
        assert!(Tab::ALL.iter().any(|tab| tab.page() == up), "{page:?} ends at {up:?}");
        assert!(Tab::ALL.iter().any(|tab| *tab == page.tab()));
    }
}

#[test]
fn odd_addresses_show_a_page_and_never_their_text() {
    let words = "ខ្ញុំត្រូវការអាជ្ញាប័ណ្ណហាង";
    let (phone, _) = plans::phone_with(Locale::Km, |app| {
        let id = app.make_plan(None, None);
        app.edit(&id, |plan, pen| plan.write(pen, &Field::Need, words));
        id
    });
    let mut fault = Trial::of("odd addresses");
    let (km, en) = (speech(Locale::Km).m(), speech(Locale::En).m());
    for address in ODD {
        let html = phone::open(&phone.opened_again(address), || ());
        let page = Element::read(&html).unwrap_or_else(|error| panic!("{address}: {error}"));
        let title = page.with_id("title").unwrap_or_else(|| panic!("{address}: no title")).text();
        assert!(!title.trim().is_empty(), "{address}");
        assert!(page.named("script").is_empty(), "{address}");
        assert!(!page.text().contains("alert(1)"), "{address}");
        for (shown, said) in [(km.not_found, en.not_found), (km.plan_gone, en.plan_gone), (km.person.gone, en.person.gone)] {
            if title == shown {
                fault.says(said);
            }
        }
        let stored = phone.shelf_texts().into_values().chain(phone.journal_texts().into_values());
        let copies = stored.filter(|text| text.contains(words)).count();
        fault.tried((2 - copies) * words.len());
    }
    fault.note();
}

#[test]
fn unknown_ids_are_not_found() {
    for folder in ["find", "service", "right", "laws", "offices"] {
        for id in ["nope", "ផ្លូវ", "a/b", "%00", "__proto__"] {
            for locale in Locale::ALL {
                let address = format!("/{}/{folder}/{id}", locale.code());
                let title = render(&address).with_id("title").map(Element::text);
                assert_eq!(title.as_deref(), Some(speech(locale).m().not_found), "{address}");
            }
        }
    }
}

/// From Home, by links alone, one comes to every screen; and every link that is met leads somewhere.
#[test]
fn every_screen_can_be_reached_by_links() {
    let mut links: BTreeMap<String, Vec<String>> = BTreeMap::new();
    every_screen(|screen| {
        let route = Route::parse(&screen.address, Locale::Km);
        if route.locale == Locale::Km && route.search.is_empty() {
            let hrefs = screen.page.named("a").into_iter().filter_map(|a| a.attr("href"));
            // The same screen looks otherwise to somebody who helps others.
            let there = links.entry(route.page.path()).or_default();
            there.extend(hrefs.map(|href| Route::parse(href, Locale::Km).page.path()));
        }
        Vec::new()
    });
    // The finder's results, which lead to the services, stand behind its questions.
    for aim in AimId::all() {
        let services = aim.get().results.iter().map(|result| Page::Service(result.service).path());
        links.entry(Page::FindAim(aim).path()).or_default().extend(services);
    }
    let mut seen = BTreeSet::from([Page::Home.path()]);
    let mut open = vec![Page::Home.path()];
    while let Some(path) = open.pop() {
        for next in links.get(&path).into_iter().flatten() {
            if seen.insert(next.clone()) {
                open.push(next.clone());
            }
        }
    }
    // The form comes by a link from a helper.
    let unreached: Vec<String> = Page::all()
        .iter()
        .filter(|page| ![Page::NotFound, Page::Form].contains(page))
        .map(Page::path)
        .filter(|path| !seen.contains(path))
        .collect();
    assert!(unreached.is_empty(), "no link leads to {unreached:?}");
}

/// Titles of screens: one of their own for each, in both languages.
#[test]
fn screens_are_named() {
    for locale in Locale::ALL {
        for page in Page::all() {
            assert!(!ui::title(&page, speech(locale)).trim().is_empty(), "{page:?}");
        }
        let services: BTreeSet<String> = ServiceId::all().map(|id| ui::title(&Page::Service(id), speech(locale))).collect();
        assert_eq!(services.len(), ServiceId::all().count(), "two services have the same title");
    }
}

// ── the first page ──
