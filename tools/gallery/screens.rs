//! Screens on which what only some screens have can be seen.

use super::parts::{phone, service};
use phlov::kb::GuideId;
use phlov::page::{Locale, Page};
use phlov::plan::score::{begin, set_mark, Mark};
use phlov::platform::memory::MemoryOutside;
use phlov::ui::state::{use_app, App};
use phlov::ui::still;

/// Screens on which what only some screens have can be seen: what stands in their main part.
pub fn screens(locale: Locale) -> String {
    let guide = GuideId::all().find(|guide| !guide.get().quiz.is_empty()).map(Page::Guide);
    let aim = phlov::kb::AimId::all().next().map(Page::FindAim);
    let pages = [service().map(Page::Service), guide, aim.clone(), Some(Page::Home), Some(Page::Settings)].into_iter().flatten();
    let mut addresses: Vec<String> = pages.map(|page| page.href(locale)).collect();
    addresses.extend(aim.map(|aim| aim.href(locale) + "?a=unsure.unsure.unsure.unsure.unsure.unsure"));
    let read: String = addresses.iter().map(|address| screen(address, &phone(address), |_| ())).collect();
    let made = MADE.iter().map(|(name, make)| screen(name, &phone(&Page::Home.href(locale)), *make));
    read + &made.collect::<String>()
}

/// What is done on a phone.
type Act = fn(App);

/// Screens of hers, and what she did to come there.
const MADE: [(&str, Act); 7] = [
    ("a plan", |app| app.start_plan(service(), None)),
    ("a letter", |app| app.write_letter(PURPOSE, None)),
    ("letter-paper", |app| {
        app.write_letter(PURPOSE, None);
        leave_for(app, Page::LetterPaper);
    }),
    ("a visit, to rate", |app| rate(app, false)),
    ("a visit, rated", |app| {
        rate(app, true);
        leave_for(app, Page::Score);
    }),
    ("score-paper", |app| {
        rate(app, true);
        leave_for(app, Page::ScorePaper);
    }),
    ("a paper", |app| {
        app.start_plan(service(), None);
        leave_for(app, Page::Print);
    }),
];
const PURPOSE: &str = "confirm";

/// To another screen of what was made last.
fn leave_for(app: App, page: fn(String) -> Page) {
    let last = app.book.with_untracked(|book| book.sheets.keys().last().map(|id| id.as_str().to_owned()));
    app.go(page(last.unwrap_or_default()));
}

/// A visit to an office; rated with every face.
fn rate(app: App, whole: bool) {
    app.start_score(service(), None, "after");
    let last = app.book.with_untracked(|book| book.sheets.keys().last().cloned());
    let Some(id) = last.filter(|_| whole) else { return };
    app.edit(&id, |sheet, pen| {
        let me = begin(sheet, pen);
        for (standard, face) in phlov::kb::standards().iter().zip((1..=5).cycle()) {
            set_mark(sheet, pen, &me, standard.id.str(), Mark::Face(face));
        }
    });
}

/// What stands in the main part of a page.
fn screen(name: &str, phone: &MemoryOutside, make: Act) -> String {
    let there = phone.clone();
    let html = still::html(phone, move || {
        make(use_app());
        there.settle();
    });
    let main =
        html.split_once("<main").and_then(|(_, rest)| rest.split_once('>')).and_then(|(_, rest)| rest.split_once("</main>"));
    let inside = main.map_or("", |(inside, _)| inside);
    format!("<section class=\"gallery__group\"><p class=\"gallery__name\" lang=\"en\">{name}</p>{inside}</section>")
}
