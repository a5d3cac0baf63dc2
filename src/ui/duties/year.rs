//! Her year: twelve months with everything that has a day, on the screen and for the calendar of her phone.

use super::super::calendar::{duty_item, save};
use super::super::el::{all, el, live, El};
use super::super::paper::cut;
use super::super::parts::{fold, icon, main_button, quiet, small_title_of};
use super::super::plan::Open;
use super::super::service::due_words;
use super::super::signal::*;
use crate::i18n::Speech;
use crate::page::Page;
use crate::plan::turns::{done, year, Month, Turn};
use crate::plan::{Entry, Sheet};

/// The name of a month.
pub(super) fn month_words(month: &Month, speech: Speech) -> String {
    speech.partial_date(&[&month.year.to_string(), "-", &month.month.to_string()].concat())
}

pub(super) fn year_fold(open: Open) -> El {
    let speech = open.speech;
    let opened = RwSignal::new(false);
    let months = live(move || {
        opened.get().then_some(())?;
        let today = open.app.today.get();
        open.with(|business| {
            let months = year(business, today).into_iter().filter(|month| !month.turns.is_empty());
            months
                .map(|month| all((small_title_of(month_words(&month, speech)), lines(business, &month, speech))))
                .collect::<Vec<_>>()
        })
    });
    fold(speech.m().duties.year, months).on("toggle", move |_| opened.set(true))
}

fn lines(business: &Sheet, month: &Month, speech: Speech) -> El {
    let line = |turn: &Turn| {
        let is_done = done(business, turn.task, &turn.period).is_some();
        let words = [&speech.month_day(turn.by.month(), turn.by.day()), " · ", &*speech.text(turn.task.duty.title)].concat();
        let mark = is_done.then(|| (" · ", speech.m().duties.done));
        el("p", "pair").with((icon(if is_done { "circle-check" } else { "circle" }), el("span", "").with((words, mark))))
    };
    el("div", "").with(month.turns.iter().map(line).collect::<Vec<_>>())
}

/// All of it into the calendar of her phone.
pub(super) fn save_bar(open: Open) -> El {
    let w = &open.speech.m().paper;
    live(move || {
        let today = open.app.today.get();
        let any = open.with(|business| year(business, today).iter().any(|month| !month.turns.is_empty()));
        (any == Some(true)).then(|| {
            let bar = el("div", "bar").with(main_button("calendar-days", w.save_all, move || save_year(open)));
            all((quiet(w.save_hint), bar))
        })
    })
}

fn save_year(open: Open) {
    let (app, speech) = (open.app, open.speech);
    let today = app.today.get_untracked();
    let origin = app.outside().origin();
    let entries = open.now(|business| {
        let turns = year(business, today).into_iter().flat_map(|month| month.turns);
        let ahead = turns.filter(|turn| turn.by >= today && done(business, turn.task, &turn.period).is_none());
        ahead.map(|turn| entry(business, &turn, speech, &origin)).collect::<Vec<_>>()
    });
    save(app, speech, &entries.unwrap_or_default());
}

fn entry(business: &Sheet, turn: &Turn, speech: Speech, origin: &str) -> Entry {
    let title = cut(&speech.text(turn.task.duty.title), 120);
    let mut text = due_words(turn.task.duty.due, speech);
    if !origin.is_empty() {
        text.push('\n');
        text.push_str(origin);
        text.push_str(&Page::Business(business.id.as_str().to_owned()).href(speech.locale));
    }
    Entry {
        uid: [business.id.as_str(), "-", &duty_item(turn.task, turn.by)].concat(),
        version: business.clock(),
        day: turn.by,
        time: None,
        warning: speech.m().paper.tomorrow.with(&title),
        title,
        text,
        place: String::new(),
    }
}
