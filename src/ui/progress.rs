//! How far she has come in the guide and the stories, as Learn shows it: rows with their time and a mark, what she began, how
//! much is done, and how to forget it.

use super::el::{el, El};
use super::parts::{button, fold, icon, quiet, rows_card};
use super::state::learnt::is_finished;
use super::state::{use_app, use_speech};
use crate::kb::{GuideId, Text, Word};
use crate::page::{Page, Route};
use crate::saved::learnt::Learnt;

/// Icon, title and minutes in Khmer and English.
fn facts(page: &Page) -> Option<(Word, Text, u8, u8)> {
    match page {
        Page::Guide(id) => Some(id.get()).map(|entry| (entry.icon, entry.title, entry.minutes_km, entry.minutes_en)),
        Page::Story(id) => Some(id.get()).map(|entry| (entry.icon, entry.title, entry.minutes_km, entry.minutes_en)),
        _ => None,
    }
}

/// How long it takes to read.
pub fn minutes(page: &Page) -> Option<String> {
    let (_, _, km, en) = facts(page)?;
    Some(use_speech().minutes(km, en))
}

/// A page of the guide or a story, with a mark when it is done. A story goes on where she stopped.
pub fn reading_row(page: &Page, learnt: &Learnt) -> Option<El> {
    let speech = use_speech();
    let m = speech.m();
    let (picture, title, ..) = facts(page)?;
    let path = page.path();
    let numbers = learnt.of(&path);
    let (mut href, mut below) = (page.href(speech.locale), minutes(page)?);
    let done = is_finished(page, &numbers);
    if done {
        below = [m.reading.done, " · ", &below].concat();
    }
    if let (Page::Story(id), Some(at)) = (page, numbers.first().map(|at| usize::from(*at))) {
        let count = id.get().screens.len();
        if (2..count).contains(&at) {
            href = [&href, "?n=", &at.to_string()].concat();
            below = [&below, " · ", &m.screen_of.with(&speech.number(at), &speech.number(count))].concat();
        }
    }
    let words = el("span", "row__words").with((
        el("span", "row__name").with(speech.text(title)),
        el("span", "row__below").with((done.then(|| icon("circle-check")), below)),
    ));
    Some(el("a", "row").attr("href", href).with((icon(picture.str()), words, icon("chevron-right"))))
}

pub fn reading_rows(pages: impl Iterator<Item = Page>, learnt: &Learnt) -> Vec<El> {
    pages.filter_map(|page| reading_row(&page, learnt)).collect()
}

/// What she opened last and has not finished.
pub fn resume(learnt: &Learnt) -> Option<El> {
    let speech = use_speech();
    // An address that this app does not know counts as finished.
    let page = |path| Route::parse(&["/", speech.locale.code(), path].concat(), speech.locale).page;
    let begun =
        learnt.lines().map(|(path, numbers)| (page(path), numbers)).find(|(page, numbers)| !is_finished(page, numbers))?;
    Some(rows_card("resume", speech.m().reading.resume, vec![reading_row(&begun.0, learnt)?]))
}

/// How many pages of the guide are done; nothing before the first.
pub fn done_of(learnt: &Learnt) -> Option<El> {
    let speech = use_speech();
    let done = GuideId::all().map(Page::Guide).filter(|page| is_finished(page, &learnt.of(&page.path()))).count();
    let words = speech.m().reading.done_of.with(&speech.number(done), &speech.number(GuideId::all().count()));
    (done > 0).then(|| progress(done, GuideId::all().count(), words))
}

/// A bar with its words.
pub fn progress(at: usize, of: usize, words: String) -> El {
    let bar = el("progress", "progress__bar")
        .attr("max", of.to_string())
        .attr("value", at.to_string())
        .attr("aria-label", words.clone());
    el("div", "progress").with((bar, el("p", "progress__words").with(words)))
}

/// What the phone remembers, and how to delete it.
pub fn forget(learnt: &Learnt) -> Option<El> {
    let app = use_app();
    let m = &use_speech().m().reading;
    let forget = move || {
        app.forget_learnt();
        app.say(m.forgotten, None);
        app.focus("title");
    };
    let inside = || (quiet(m.progress_hint), button("button button--wide", "trash-2", m.forget, forget));
    learnt.lines().next().is_some().then(|| fold(m.progress, inside()))
}
