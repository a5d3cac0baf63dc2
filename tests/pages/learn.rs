//! How far she has come: kept as it goes, shown, joined between tabs, sealed with the rest, forgotten when she says so. And the way
//! from page to page, and from a story to a plan.

use crate::html::Element;
use crate::phone::{open, render, speech, today, Screen};
use phlov::kb::{GuideId, StoryId};
use phlov::page::{Locale, Page, Route};
use phlov::plan::List;
use phlov::platform::memory::MemoryOutside;
use phlov::platform::{News, Outside};
use phlov::saved::lock::Secret;
use phlov::saved::LEARNT_KEY;
use phlov::ui::state::{use_app, App};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

fn guide() -> Vec<GuideId> {
    GuideId::all().collect()
}

fn stories() -> Vec<StoryId> {
    StoryId::all().collect()
}

/// Answers these questions of a page, by their places, as her taps do.
fn answer(app: App, page: GuideId, places: &[usize]) {
    for quiz in places.iter().filter_map(|place| page.get().quiz.get(*place)) {
        app.note_learnt(&Page::Guide(page), &|numbers| numbers.push(quiz.n));
    }
}

fn answer_all(app: App, page: GuideId) {
    answer(app, page, &[0, 1, 2]);
}

/// A phone on which she did this; then the screen at an address, as it is when she comes back.
fn after(act: impl Fn(App) + 'static) -> MemoryOutside {
    let phone = MemoryOutside::new(today(), "/km/");
    open(&phone, move || act(use_app()));
    phone
}

fn seen(phone: &MemoryOutside, address: &str) -> Element {
    Element::read(&open(&phone.opened_again(address), || ())).unwrap_or_else(|error| panic!("{address}: {error}"))
}

fn learn(phone: &MemoryOutside, locale: Locale) -> Element {
    seen(phone, &Page::Learn.href(locale))
}

/// The links of a part of a screen: address and name.
fn links(part: &Element) -> Vec<(String, String)> {
    part.named("a").iter().map(|a| (a.attr("href").unwrap_or_default().to_owned(), a.text())).collect()
}

/// The row that leads to this page, from the guide or the stories.
fn row(learn: &Element, page: &Page, locale: Locale) -> String {
    let path = page.href(locale);
    let here = |href: &str| href.split('?').next() == Some(path.as_str());
    let rows: Vec<String> = links(learn).into_iter().filter(|(href, _)| here(href)).map(|(_, name)| name).collect();
    rows.last().unwrap_or_else(|| panic!("no row leads to {path}")).clone()
}

/// Where "go on reading" leads.
fn resume(learn: &Element) -> Option<String> {
    let title = learn.with_id("resume")?;
    assert!(!title.text().is_empty());
    let card = learn.all().into_iter().find(|element| element.attr("aria-labelledby") == Some("resume"))?;
    Some(links(card).first()?.0.clone())
}

/// Every screen on which her progress shows, for the rules.
pub fn screens(locale: Locale) -> Vec<Screen> {
    let (pages, stories) = (guide(), stories());
    let (first, second, story, ended) = (pages[0], pages[1], stories[0], stories[1]);
    let phone = after(move |app| {
        answer_all(app, first);
        app.note_learnt(&Page::Story(ended), &|numbers| *numbers = vec![2, 99]);
        app.note_learnt(&Page::Story(story), &|numbers| *numbers = vec![3, 3]);
        answer(app, second, &[0]);
    });
    let story = Page::Story(story).href(locale);
    let addresses = [
        Page::Learn.href(locale),
        Page::Guide(first).href(locale),
        Page::Guide(second).href(locale),
        [&story, "?n=3"].concat(),
        [&story, "?n=99"].concat(),
        [&Page::Story(*stories.last().expect("a story")).href(locale), "?n=99"].concat(),
    ];
    let shown = |address: String| {
        let html = open(&phone.opened_again(&address), || ());
        Screen::new(address, locale, html)
    };
    addresses.map(shown).into()
}

#[test]
fn before_the_first_page_nothing_is_said_about_progress() {
    for locale in Locale::ALL {
        let m = &speech(locale).m().reading;
        let learn = render(&Page::Learn.href(locale));
        assert_eq!(resume(&learn), None);
        for words in [m.done, m.progress, m.forget] {
            assert!(!learn.text().contains(words), "{words}");
        }
        // Every row says how long it takes.
        for page in guide().into_iter().map(Page::Guide).chain(stories().into_iter().map(Page::Story)) {
            let minute = m.minutes.0.split_once("{}").map(|(_, word)| word.trim()).expect("a word for minutes");
            assert!(row(&learn, &page, locale).contains(minute.trim_end_matches('s')), "{page:?}");
        }
    }
}

#[test]
fn what_is_answered_is_there_after_a_reload_and_marks_the_row() {
    let (one, two) = (guide()[0], guide()[1]);
    let phone = after(move |app| {
        answer_all(app, one);
        answer(app, two, &[1]);
    });
    for locale in Locale::ALL {
        let speech = speech(locale);
        let m = &speech.m().reading;
        let learn = learn(&phone, locale);
        assert!(row(&learn, &Page::Guide(one), locale).contains(m.done));
        assert!(!row(&learn, &Page::Guide(two), locale).contains(m.done));
        assert!(learn.text().contains(&m.done_of.with(&speech.number(1), &speech.number(guide().len()))));
        assert_eq!(resume(&learn), Some(Page::Guide(two).href(locale)), "begun and not finished");

        let shown = |page: GuideId| seen(&phone, &Page::Guide(page).href(locale));
        let pressed = |page: &Element| page.named("button").iter().filter(|b| b.attr("aria-pressed") == Some("true")).count();
        assert_eq!(pressed(&shown(one)), one.get().quiz.len());
        assert!(shown(one).text().contains(m.all_right));
        let half = shown(two);
        assert_eq!(pressed(&half), 1);
        assert!(!half.text().contains(m.all_right));
        let quiz = two.get().quiz.get(1).expect("a second question");
        let why = quiz.options.get(quiz.right.into()).expect("the right one").why;
        assert!(half.text().contains(&*speech.text(why)), "the earlier answer says why");
    }
}

#[test]
fn go_on_reading_leads_to_the_last_that_is_not_finished() {
    let (pages, story) = (guide(), stories()[0]);
    let (one, two) = (pages[0], pages[1]);
    let phone = after(|_| ());
    let visit = |page: &Page| seen(&phone, &page.href(Locale::Km));
    let resumed = || resume(&learn(&phone, Locale::Km));
    visit(&Page::Guide(one));
    visit(&Page::Guide(two));
    assert_eq!(resumed(), Some(Page::Guide(two).href(Locale::Km)));
    visit(&Page::Guide(one));
    assert_eq!(resumed(), Some(Page::Guide(one).href(Locale::Km)));
    open(&phone.opened_again("/km/"), move || answer_all(use_app(), one));
    assert_eq!(resumed(), Some(Page::Guide(two).href(Locale::Km)), "the last one is finished");
    visit(&Page::Story(story));
    assert_eq!(resumed(), Some(Page::Story(story).href(Locale::Km)));
    let on = [&Page::Story(story).href(Locale::Km), "?n=3"].concat();
    seen(&phone, &on);
    assert_eq!(resumed(), Some(on.clone()), "at the screen where she stopped");
    assert!(links(&learn(&phone, Locale::Km)).iter().filter(|(href, _)| *href == on).count() == 2, "from its own row too");

    // There is a way to begin again, and at the end it is finished.
    let m = &speech(Locale::Km).m().reading;
    let begin = links(&seen(&phone, &on)).into_iter().find(|(_, name)| name.contains(m.again));
    assert_eq!(begin.map(|(href, _)| href), Some(Page::Story(story).href(Locale::Km)));
    seen(&phone, &[&Page::Story(story).href(Locale::Km), "?n=99"].concat());
    assert_eq!(resumed(), Some(Page::Guide(two).href(Locale::Km)));
    assert!(row(&learn(&phone, Locale::Km), &Page::Story(story), Locale::Km).contains(m.done));
    // Read once more it stays done, and goes on where she is.
    seen(&phone, &[&Page::Story(story).href(Locale::Km), "?n=2"].concat());
    let again = learn(&phone, Locale::Km);
    assert!(row(&again, &Page::Story(story), Locale::Km).contains(m.done));
    assert!(links(&again).iter().any(|(href, _)| href.ends_with("?n=2")));
}

#[test]
fn the_next_page_leads_through_the_guide_and_the_stories_to_home() {
    let locale = Locale::En;
    let mut at = Page::Guide(guide()[0]);
    let mut seen_pages = BTreeSet::new();
    while at != Page::Home {
        assert!(seen_pages.insert(at.path()), "{at:?} comes twice");
        let (address, id) = match &at {
            Page::Story(_) => ([&at.href(locale), "?n=99"].concat(), "next"),
            _ => (at.href(locale), ""),
        };
        let screen = render(&address);
        let main: Vec<&Element> =
            screen.all().into_iter().filter(|e| e.attr("class").is_some_and(|class| class.contains("button--main"))).collect();
        assert_eq!(main.len(), 1, "{address}: one main button");
        let href = if id.is_empty() {
            main[0].attr("href").expect("a link").to_owned()
        } else {
            let card = screen.all().into_iter().find(|e| e.attr("aria-labelledby") == Some(id)).expect("what comes next");
            links(card)[0].0.clone()
        };
        at = Route::parse(&href, Locale::Km).page;
    }
    assert_eq!(seen_pages.len(), guide().len() + stories().len());
}

#[test]
fn two_tabs_lose_no_answer_of_the_other() {
    let phone = after(|_| ());
    let (one, two) = (phone.opened_again("/km/"), phone.opened_again("/km/learn"));
    let (pages, world) = (guide(), two.clone());
    let html = open(&two, move || {
        let late = use_app();
        assert!(late.learnt().lines().next().is_none());
        let first = pages[0];
        open(&one, move || answer(use_app(), first, &[0]));
        answer(late, first, &[1]);
        answer(late, pages[1], &[0]);
        let numbers: Vec<u8> = first.get().quiz.iter().take(2).map(|quiz| quiz.n).collect();
        assert_eq!(late.learnt().of(&Page::Guide(first).path()), numbers);
        // What the other tab writes is shown at once.
        let text = world.shelf().get(LEARNT_KEY).expect("a shelf").expect("a record");
        world.tell(News::Told { key: LEARNT_KEY.to_owned(), text });
        world.settle();
    });
    assert!(html.contains(speech(Locale::Km).m().reading.resume));
}

#[test]
fn forgetting_takes_all_of_it_and_nothing_else() {
    let page = guide()[0];
    let phone = after(move |app| {
        answer_all(app, page);
        app.make_plan(None, None);
    });
    assert!(phone.shelf_texts().contains_key(LEARNT_KEY));
    let kept = Rc::new(RefCell::new(0));
    let plans = kept.clone();
    let again = phone.opened_again("/km/learn");
    open(&again, move || {
        let app = use_app();
        app.forget_learnt();
        plans.replace(app.book.with_untracked(|book| book.sheets.values().count()));
    });
    assert!(again.did().forgot_pages, "nor does the phone keep the pages she came by");
    assert!(!phone.shelf_texts().contains_key(LEARNT_KEY));
    assert_eq!(*kept.borrow(), 1);
    assert_eq!(resume(&learn(&phone, Locale::Km)), None);
}

#[test]
fn it_lies_sealed_with_the_rest_and_is_deleted_with_it() {
    const PIN: &str = "482915";
    let page = guide()[0];
    let phone = MemoryOutside::new(today(), "/km/learn");
    let world = phone.clone();
    open(&phone, move || {
        let app = use_app();
        answer_all(app, page);
        app.set_lock(Secret::Pin, PIN, Box::new(|_| ()));
        world.settle();
        assert!(app.learnt().lines().next().is_some(), "with the key it is read");
        answer_all(app, guide()[1]);
    });
    let lies = || phone.shelf_texts().remove(LEARNT_KEY);
    assert!(lies().expect("a record").starts_with("phlov-sealed"));
    // Closed: nothing is shown, and what she taps is not kept; nothing is lost by it either.
    let before = lies();
    let closed = phone.opened_again("/km/learn");
    let html = open(&closed, move || answer_all(use_app(), guide()[2]));
    let m = &speech(Locale::Km).m().reading;
    assert!(!html.contains(m.done) && !html.contains(m.resume));
    assert_eq!(lies(), before);
    // A tab that does not know of the lock yet writes nothing over it.
    let late = after(|_| ());
    late.shelf().set(LEARNT_KEY, before.as_deref().unwrap_or_default()).expect("it fits");
    open(&late.opened_again("/km/"), move || answer_all(use_app(), guide()[2]));
    assert_eq!(late.shelf_texts().remove(LEARNT_KEY), before);

    let anew = phone.opened_again("/km/plans");
    let world = anew.clone();
    open(&anew, move || {
        use_app().start_anew(|| ());
        world.settle();
    });
    assert_eq!(lies(), None);
}

#[test]
fn a_story_becomes_a_plan_of_today() {
    for locale in Locale::ALL {
        for story in stories() {
            let phone = MemoryOutside::new(today(), &Page::Story(story).href(locale));
            open(&phone, move || {
                let app = use_app();
                app.start_story(story);
                app.book.with_untracked(|book| {
                    let plan = book.sheets.values().next().expect("a plan");
                    let asked: Vec<u8> = plan.visible(List::Question).iter().filter_map(|item| item.from).collect();
                    assert_eq!(asked, story.get().questions.all(), "{}", story.name());
                    assert_eq!(plan.need.current(), speech(locale).text(story.get().need));
                    let days = i32::from(story.get().days);
                    assert_eq!(plan.deadline.value, (days > 0).then(|| today().plus_days(days)));
                    assert!(!plan.visible(List::Step).is_empty());
                    let at = app.route.with_untracked(|route| route.page.clone());
                    assert_eq!(at, Page::Plan(plan.id.as_str().to_owned()));
                });
            });
        }
    }
}
