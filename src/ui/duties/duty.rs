//! One duty, or what she may claim: why it applies, by when, what happens otherwise, and a tick for each time it is done.

use super::super::el::{el, live, El};
use super::super::letter::counted;
use super::super::marked::Section;
use super::super::parts::{badge, button, confidence, icon, line, pair, quiet, row, small_title, sources, why};
use super::super::plan::Open;
use super::super::service::{due_words, later_words};
use super::super::signal::*;
use super::turn_words;
use crate::i18n::Speech;
use crate::kb::{last_day_of, Due};
use crate::page::Page;
use crate::plan::business::{Profile, Task};
use crate::plan::turns::{all_done, limit, period_now, set_done, turns};
use crate::plan::Sheet;

/// How many times that are done stand there.
const DONE: usize = 3;

/// A part that opens on a tap. `mark`: say that it is no duty, where both stand in one list.
pub(super) fn duty(open: Open, task: Task, mark: bool) -> El {
    let speech = open.speech;
    let m = &speech.m().duties;
    let when = (task.duty.due != Due::Always)
        .then(|| live(move || open.with(|business| el("span", "row__below").with(short(business, task, open)))));
    let words = el("span", "row__words").with((
        el("span", "row__name").with(speech.text(task.duty.title)),
        when,
        (mark && task.duty.may).then(|| badge("badge badge--right", "shield-check", m.may_short)),
    ));
    let head = el("summary", "duty__head").with((words, icon("chevron-right")));
    // What is inside is made when it is opened: a business has fifty of them. With other answers it is another one, and closed.
    let opened = RwSignal::new(false);
    let inside = live(move || opened.get().then(|| body(open, task)));
    let key = [&task.key(), " ", &open.now(|business| Profile::of(business).write()).unwrap_or_default()].concat();
    el("details", "duty").key(key).with((head, inside)).on("toggle", move |_| opened.set(true))
}

/// When it is due next, or by when in general.
fn short(business: &Sheet, task: Task, open: Open) -> String {
    let today = open.app.today.get();
    match turns(business, task, today).first() {
        Some(turn) => turn_words(turn, today, open.speech),
        None => due_words(task.duty.due, open.speech),
    }
}

fn body(open: Open, task: Task) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = speech.m();
    let duty = task.duty;
    let entry = task.service.get();
    let words = Section::default();
    let first = el("p", "").with(words.text(duty.because));
    let nothing = duty.if_nothing.or(entry.if_nothing).filter(|_| !duty.may).map(|nothing| {
        (small_title(m.if_nothing), el("p", "").with(words.text(nothing.text)), quiet(later_words(nothing.repairable, m)))
    });
    let by = (!matches!(duty.due, Due::Always)).then(|| pair("calendar-clock", due_words(duty.due, speech)));
    el("div", "duty__body").with((
        first,
        by,
        live(move || ticks(open, task)),
        nothing,
        row(Page::Service(task.service), Some(entry.icon.str()), speech.text(entry.title), Some(m.duties.service.into())),
        button("button button--small", "clipboard-pen", m.make_plan, move || app.plan_for(task.service)),
        why((line(confidence(duty.confidence, m)), since(duty.date.str(), speech), sources(duty.sources))),
    ))
}

fn since(date: &str, speech: Speech) -> Option<El> {
    (!date.is_empty()).then(|| line(speech.m().dated.with(&speech.partial_date(date))))
}

/// Its times: how the last day is counted, a tick for the one in front, and those that are done.
fn ticks(open: Open, task: Task) -> Option<El> {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().duties;
    if task.duty.may || task.duty.due == Due::Always {
        return None;
    }
    let today = app.today.get();
    open.with(|business| {
        let count = limit(business, task).map(|limit| counted(&limit, false, today, speech));
        let hint = (task.duty.due == Due::TwoYears).then(|| quiet(m.two_years));
        let can = !turns(business, task, today).is_empty() || task.duty.due == Due::TwoYears;
        let tick = can.then(|| tick(open, task, None));
        let done: Vec<El> = all_done(business, task).into_iter().take(DONE).map(|(period, _)| undo(open, task, period)).collect();
        el("div", "duty__ticks").with((count, hint, tick, done))
    })
}

/// Ticks a time as done: this one, else the one in front.
pub(super) fn tick(open: Open, task: Task, period: Option<String>) -> El {
    let m = &open.speech.m().duties;
    let tap = move || {
        let today = open.app.today.get_untracked();
        let front = || open.now(|business| period_now(business, task, today));
        let Some(period) = period.clone().or_else(front) else { return };
        let words = period_words(task, &period, open.speech);
        open.app.edit_undoable(&open.id(), &words, |business, pen| set_done(business, pen, task, &period, Some(today)));
    };
    button("button button--small", "check", m.done, tap)
}

/// A time that is done, and the way to take the tick back.
fn undo(open: Open, task: Task, period: String) -> El {
    let m = &open.speech.m().duties;
    let words = period_words(task, &period, open.speech);
    let tap = move || {
        open.app.edit_undoable(&open.id(), m.taken_back, |business, pen| set_done(business, pen, task, &period, None));
    };
    el("div", "duty__done")
        .with((pair("circle-check", words), button("button button--small button--quiet", "x", m.not_done, tap)))
}

fn period_words(task: Task, period: &str, speech: Speech) -> String {
    let day = last_day_of(task.duty.due, period).map_or_else(|| speech.digits(period), |day| speech.date(day));
    speech.m().duties.done_for.with(&day)
}
