//! Screens with a plan: made on this phone, found again after the app was closed, in both languages, with her
//! own words shown as she typed them.

use crate::html::Element;
use crate::phone::{open, speech, today, Screen};
use crate::tried::Trial;
use phlov::kb::ServiceId;
use phlov::page::{Locale, Page};
use phlov::plan::{Cause, Field, List, NeedKind, SheetId};
use phlov::platform::memory::{FaultPlan, MemoryJournal, MemoryOutside, MemoryShelf, Trouble};
use phlov::platform::storage::Fault;
use phlov::ui::state::{use_app, App, Update};
use std::cell::RefCell;
use std::rc::Rc;

/// A phone on which `make` made a plan; the app was closed since.
pub fn phone_with(locale: Locale, make: impl FnOnce(App) -> SheetId + 'static) -> (MemoryOutside, SheetId) {
    let phone = MemoryOutside::new(today(), &Page::Home.href(locale));
    let id = Rc::new(RefCell::new(None));
    let into = id.clone();
    open(&phone, move || {
        into.replace(Some(make(use_app())));
    });
    let id = id.borrow_mut().take().expect("a plan");
    (phone, id)
}

pub fn some_service() -> ServiceId {
    ServiceId::all().max_by_key(|service| service.get().steps.len() + service.get().documents.len()).expect("a service")
}

/// A plan in the middle of its life: one step done, one added, a problem with its cause.
fn lived_in(app: App) -> SheetId {
    let id = app.make_plan(Some(some_service()), None);
    app.edit(&id, |plan, pen| {
        let first = plan.visible(List::Step).first().map(|item| item.id.clone()).expect("a step");
        plan.set_done(pen, &first, true);
        plan.set_kind(pen, NeedKind::Problem);
        plan.set_cause(pen, Some(Cause::ALL[0]));
        plan.set_deadline(pen, Some(today().plus_days(3)));
        plan.add_item(pen, List::Document, "🗂");
    });
    id
}

/// Every screen on which a plan shows, for the rules.
pub fn screens(locale: Locale) -> Vec<Screen> {
    let (phone, id) = phone_with(locale, lived_in);
    let plan = Page::Plan(id.as_str().to_owned());
    let paper = Page::Print(id.as_str().to_owned());
    let pages = [
        plan.clone(),
        paper.clone(),
        Page::Plans,
        Page::Calendar,
        Page::Home,
        Page::People,
        Page::Data,
        Page::Service(some_service()),
    ];
    let mut all: Vec<Screen> = pages.iter().map(|page| shown(&phone, page, locale)).collect();
    for languages in ["km", "en", "both"] {
        let address = [&paper.href(locale), "?l=", languages].concat();
        let html = open(&phone.opened_again(&address), || ());
        all.push(Screen::new(address, locale, html));
    }

    let (finished, id) = phone_with(locale, |app| {
        let id = lived_in(app);
        app.edit(&id, |plan, pen| plan.set_archived(pen, true));
        id
    });
    all.push(shown(&finished, &Page::Plan(id.as_str().to_owned()), locale));
    all.push(shown(&finished, &Page::Plans, locale));

    let (generic, id) = phone_with(locale, |app| app.make_plan(None, None));
    all.push(shown(&generic, &Page::Plan(id.as_str().to_owned()), locale));
    all.push(shown(&generic, &Page::Plan("gone".into()), locale));

    // Things go wrong: no network, no storage, a full phone, a record that cannot be read.
    let offline = phone.opened_again(&plan.href(locale));
    offline.set_online(false);
    // A new version: on the phone already, yet to be fetched, being fetched.
    for (still, coming) in [(0, false), (31_000, false), (31_000, true)] {
        let update = Update { all: 31_000, still, coming };
        let inner = open(&offline, move || use_app().update.set(Some(update)));
        all.push(Screen::new(format!("{} offline, {update:?}", plan.href(locale)), locale, inner));
    }
    let shelf = MemoryShelf::new();
    shelf.set_faults(FaultPlan::From(1, Trouble::Fails(Fault::Blocked)));
    let blocked = MemoryOutside::on(shelf, None, today(), &Page::Data.href(locale));
    let html = open(&blocked, || {
        use_app().make_plan(Some(some_service()), None);
    });
    all.push(Screen::new(format!("{} without storage", Page::Data.href(locale)), locale, html));
    let shelf = MemoryShelf::new();
    shelf.tamper("phlov:plan:abc", Some("garbage"));
    let damaged = MemoryOutside::on(shelf, Some(MemoryJournal::new()), today(), &Page::Data.href(locale));
    all.push(Screen::new(format!("{} with a damaged record", Page::Data.href(locale)), locale, open(&damaged, || ())));
    all
}

pub fn shown(phone: &MemoryOutside, page: &Page, locale: Locale) -> Screen {
    let address = page.href(locale);
    let html = open(&phone.opened_again(&address), || ());
    Screen::new(format!("{address} with a plan"), locale, html)
}

#[test]
fn a_plan_is_there_after_the_app_was_closed_in_both_languages() {
    let service = some_service();
    let (phone, id) = phone_with(Locale::Km, move |app| app.make_plan(Some(service), None));
    assert!(phone.did().asked_to_persist, "the first plan asks the browser to keep it");
    let page = Page::Plan(id.as_str().to_owned());
    for locale in Locale::ALL {
        let speech = speech(locale);
        let screen = shown(&phone, &page, locale);
        let text = screen.page.text();
        assert_eq!(screen.page.with_id("title").map(Element::text).as_deref(), Some(&*speech.text(service.get().title)));
        for step in service.get().steps {
            assert!(text.contains(&*speech.text(step.text)), "{locale:?}: step {}", step.n);
        }
        for document in service.get().documents {
            assert!(text.contains(&*speech.text(document.text)), "{locale:?}: document {}", document.n);
        }
        for part in [
            speech.m().part_need,
            speech.m().part_questions,
            speech.m().part_people,
            speech.m().part_prepare,
            speech.m().part_result,
        ] {
            assert!(text.contains(part), "{locale:?}: {part}");
        }
        // The other screens know of it.
        let list = shown(&phone, &Page::Plans, locale).page;
        let home = shown(&phone, &Page::Home, locale).page;
        for (name, screen) in [("plans", list), ("home", home)] {
            assert!(
                screen.named("a").iter().any(|a| a.attr("href") == Some(&*page.href(locale))),
                "{locale:?}: {name} leads to the plan"
            );
        }
        let again = shown(&phone, &Page::Service(service), locale).page;
        assert!(again.text().contains(speech.m().open_plan), "{locale:?}: the service leads to the plan");
    }
}

#[test]
fn what_is_done_is_ticked_and_the_next_thing_is_another() {
    let (phone, id) = phone_with(Locale::En, lived_in);
    let screen = shown(&phone, &Page::Plan(id.as_str().to_owned()), Locale::En).page;
    let done =
        screen.all().into_iter().filter(|e| e.attr("class").is_some_and(|class| class.contains("checks__item--done"))).count();
    assert_eq!(done, 1);
    let first = some_service().get().steps.get(0).expect("a step").text.en();
    let next = screen.all().into_iter().find(|e| e.attr("class") == Some("next__words")).map(Element::text);
    let next = next.expect("a next thing");
    assert!(!next.is_empty() && next != first, "{next}");
    // After the first step come the papers, so that she does not stand at the counter without one.
    assert_eq!(Some(next), some_service().get().documents.get(0).map(|document| document.text.en()));
    assert!(screen.text().contains("3 days left"), "the time that is left");
}

/// Words that break things elsewhere.
const NASTY: &[&str] = &[
    "<script>alert('x')</script>",
    "\"><img src=x onerror=alert(1)>",
    "&amp; &lt; &#x27; & ; &nope;",
    "</li></ul></main><h1>",
    "<!-- --> <!> -->",
    "👩🏽‍🌾🇰🇭 e\u{301} \u{202e}abc\u{200f}\u{200b}",
    "ខ្ញុំចង់ចុះបញ្ជីអាជីវកម្មនៅស្រុក",
];

#[test]
fn her_words_are_shown_as_she_typed_them() {
    let long = "ស្ត្រី".repeat(5_000 / 6);
    let mut fault = Trial::of("odd texts");
    for words in NASTY.iter().copied().chain([long.as_str()]) {
        let typed = words.to_owned();
        let (phone, id) = phone_with(Locale::Km, move |app| {
            let id = app.make_plan(Some(some_service()), None);
            app.edit(&id, |plan, pen| {
                plan.write(pen, &Field::Title, &typed);
                plan.write(pen, &Field::Need, &typed);
                for list in List::ALL {
                    plan.add_item(pen, list, &typed);
                }
            });
            id
        });
        for page in [Page::Plan(id.as_str().to_owned()), Page::Plans, Page::Home] {
            let screen = shown(&phone, &page, Locale::Km).page;
            if page != Page::Home {
                fault.tried(usize::from(!screen.text().contains(words)) * words.len());
            }
            assert_eq!(screen.named("h1").len(), 1, "{page:?}: {words}");
            for tag in ["script", "img"] {
                assert!(screen.named(tag).is_empty(), "{page:?}: {words}");
            }
        }
        let title = shown(&phone, &Page::Plan(id.as_str().to_owned()), Locale::Km).page.with_id("title").map(Element::text);
        assert_eq!(title.as_deref(), Some(words));
    }
    fault.note();
}

#[test]
fn the_name_of_a_plan_stays_off_the_title_of_the_window() {
    let (phone, id) = phone_with(Locale::Km, |app| {
        let id = app.make_plan(None, None);
        app.edit(&id, |plan, pen| plan.write(pen, &Field::Title, "my secret"));
        id
    });
    let again = phone.opened_again(&Page::Plan(id.as_str().to_owned()).href(Locale::Km));
    open(&again, || ());
    let looks = again.did().looks;
    assert!(!looks.is_empty() && looks.iter().all(|look| !look.title.contains("secret")), "{looks:?}");
}

#[test]
fn the_language_is_remembered() {
    let phone = MemoryOutside::new(today(), "/");
    open(&phone, || use_app().switch_language());
    assert_eq!(phone.did().replaced.last().map(String::as_str), Some("/en/"));
    let again = phone.opened_again("/");
    let html = open(&again, || ());
    assert!(html.contains(speech(Locale::En).m().what_do_you_want));
    assert_eq!(again.did().looks.last().map(|look| look.lang), Some("en"));
}

#[test]
fn back_leads_to_the_place_before_or_up() {
    let phone = MemoryOutside::new(today(), "/km/learn");
    open(&phone, {
        let phone = phone.clone();
        move || {
            let app = use_app();
            app.go(Page::Laws);
            assert_eq!(phone.did().pushed, ["/km/laws"]);
            app.go_back();
            phone.settle();
            // Nothing is behind: up.
            app.go(Page::Learn);
        }
    });
    let alone = MemoryOutside::new(today(), "/km/laws");
    open(&alone, || use_app().go_back());
    assert_eq!(alone.did().replaced.last().map(String::as_str), Some("/km/learn"));
    assert_eq!(alone.did().focused.last().map(String::as_str), Some("title"));
}

// ── long lists ──

/// More plans like one that is made first, each edited after the one before.
fn many(app: App, count: usize, finished: bool) {
    let id = app.make_plan(None, None);
    app.book.update(|book| {
        let plan = book.sheets.get(&id).cloned().expect("the plan");
        book.sheets.remove(&id);
        for n in 0..count {
            let mut plan = plan.clone();
            plan.id = SheetId::parse(&format!("p{n:05}")).expect("an id");
            plan.touched.stamp.n = 1000 + (n * 7919 % count.max(1)) as u32;
            plan.archived.value = finished;
            book.sheets.insert(plan.id.clone(), plan);
        }
    });
}

/// The rows of plans, and the words of the button for more.
fn long(locale: Locale, count: usize, finished: bool, taps: usize) -> (Vec<String>, Option<String>) {
    let phone = MemoryOutside::new(today(), &Page::Plans.href(locale));
    let html = open(&phone, move || {
        many(use_app(), count, finished);
        (0..taps).for_each(|_| use_app().more_rows(usize::from(finished)));
    });
    let page = Element::read(&html).expect("a page");
    let to_plan = |a: &&Element| a.attr("href").is_some_and(|href| href.contains("/plans/"));
    let rows = page.named("a").into_iter().filter(to_plan).filter_map(|a| a.attr("href").map(str::to_owned)).collect();
    let more = page.named("button").into_iter().find(|b| b.attr("class").is_some_and(|class| class.contains("rows__more")));
    (rows, more.map(Element::text))
}

#[test]
fn a_long_list_is_drawn_in_parts() {
    let cases = [(30, 0, 30, 0), (50, 0, 50, 0), (51, 0, 50, 1), (51, 1, 51, 0), (10_000, 0, 50, 9_950), (10_000, 3, 200, 9_800)];
    for locale in Locale::ALL {
        for finished in [false, true] {
            for (count, taps, drawn, left) in cases {
                let (rows, more) = long(locale, count, finished, taps);
                let case = format!("{locale:?}, finished {finished}, {count} plans, {taps} taps");
                assert_eq!(rows.len(), drawn, "{case}");
                let speech = speech(locale);
                let words = (left > 0).then(|| speech.m().more_rows.with(&speech.number(left)));
                assert_eq!(more, words, "{case}");
            }
        }
    }
}

#[test]
fn the_rows_of_a_long_list_stand_in_one_order() {
    let (rows, more) = long(Locale::En, 730, false, 20);
    assert_eq!((rows.len(), more), (730, None));
    let edited = |n: usize| n * 7919 % 730;
    let mut wanted: Vec<usize> = (0..730).collect();
    wanted.sort_by_key(|n| std::cmp::Reverse(edited(*n)));
    let wanted: Vec<String> = wanted.into_iter().map(|n| Page::Plan(format!("p{n:05}")).href(Locale::En)).collect();
    assert_eq!(rows, wanted, "the one edited last comes first, over the ends of the parts too");
}

#[test]
fn below_a_long_list_nobody_looks_for_the_calendar() {
    for (count, above) in [(50, false), (51, true)] {
        let phone = MemoryOutside::new(today(), &Page::Plans.href(Locale::En));
        let html = open(&phone, move || many(use_app(), count, false));
        let places = ["/en/calendar", "/en/plans/p"].map(|href| html.find(href).expect(href));
        assert_eq!(html.matches("/en/calendar").count(), 1);
        assert_eq!(places[0] < places[1], above, "{count} plans");
    }
}
