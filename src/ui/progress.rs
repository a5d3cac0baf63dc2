//! How far she has come in the guide and the stories, as Learn shows it: rows with their time and a mark, what she began, how
//! much is done, and how to forget it.

use super::el::{el, El};
use super::parts::{button, fold, icon, quiet, rows_card};
use super::state::learnt::is_finished;
use super::state::{use_app, use_speech};
use crate::kb::{GuideId, StoryId, Text, Word};
use crate::page::{Page, Route};
use crate::saved::learnt::Learnt;

/// A page of the guide, with a mark when it is done.
pub fn guide_row(id: GuideId, learnt: &Learnt) -> El {
    let entry = id.get();
    reading_row(Page::Guide(id), entry.icon, entry.title, (entry.minutes_km, entry.minutes_en), learnt)
}

/// A story, the same. It goes on where she stopped.
pub fn story_row(id: StoryId, learnt: &Learnt) -> El {
    let entry = id.get();
    reading_row(Page::Story(id), entry.icon, entry.title, (entry.minutes_km, entry.minutes_en), learnt)
}

fn reading_row(page: Page, picture: Word, title: Text, (km, en): (u8, u8), learnt: &Learnt) -> El {
    let speech = use_speech();
    let m = speech.m();
    let numbers = learnt.of(&page.path());
    let done = is_finished(&page, &numbers);
    let (mut href, mut below) = (page.href(speech.locale), speech.minutes(km, en));
    if done {
        below = [m.reading.done, " · ", &below].concat();
    }
    if let (Page::Story(id), Some(at)) = (page, numbers.first()) {
        let (at, count) = (usize::from(*at), id.get().screens.len());
        if at > 1 && at < count {
            href = [&href, "?n=", &at.to_string()].concat();
            below = [&below, " · ", &m.screen_of.with(&speech.number(at), &speech.number(count))].concat();
        }
    }
    let words = el("span", "row__words").with((
        el("span", "row__name").with(speech.text(title)),
        el("span", "row__below").with(done.then(|| icon("circle-check"))).with(below),
    ));
    el("a", "row").attr("href", href).with((icon(picture.str()), words, icon("chevron-right")))
}

/// What she opened last and has not finished.
pub fn resume(learnt: &Learnt) -> Option<El> {
    let speech = use_speech();
    let begun = |(path, numbers): (&str, Vec<u8>)| {
        let page = Route::parse(&["/", speech.locale.code(), path].concat(), speech.locale).page;
        (!is_finished(&page, &numbers)).then_some(page)
    };
    let row = match learnt.lines().find_map(begun)? {
        Page::Guide(id) => guide_row(id, learnt),
        Page::Story(id) => story_row(id, learnt),
        // An address that this app does not know counts as finished.
        _ => return None,
    };
    Some(rows_card("resume", speech.m().reading.resume, vec![row]))
}

/// How many pages of the guide are done; nothing before the first.
pub fn done_of(learnt: &Learnt) -> Option<El> {
    let speech = use_speech();
    let (mut done, mut of) = (0, 0);
    for page in GuideId::all().map(Page::Guide) {
        done += usize::from(is_finished(&page, &learnt.of(&page.path())));
        of += 1;
    }
    (done > 0).then(|| progress(done, of, speech.m().reading.done_of.with(&speech.number(done), &speech.number(of))))
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
    if learnt.text().is_empty() {
        return None;
    }
    let forget = move || {
        app.forget_learnt();
        app.say(m.forgotten, None);
        app.focus("title");
    };
    Some(fold(m.progress, (quiet(m.progress_hint), button("button button--wide", "trash-2", m.forget, forget))))
}
