//! Her plans, read to her from the phone: large, one thing a screen. The place stands in the address (`?read=1&at=2`), no word of hers.

use super::super::super::el::{all, el, live, El, Words};
use super::super::super::paper::joined;
use super::super::super::parts::{button, main_link, quiet, with_icon};
use super::super::super::plan::{steps_before, Open};
use super::super::super::plans::{given_need, item_words, plan_name, window_words};
use super::super::super::progress::progress;
use super::{agree, consent_sentences, page};
use crate::dates::Date;
use crate::i18n::Speech;
use crate::page::{Desk, Page};
use crate::plan::helper::{helped, REPLY, REPLY_BY, REPLY_DAY};
use crate::plan::{fact, next_thing, open_plans, window, Book, Item, List, Sheet, SheetId, What};

/// One screen: of what, under which title, what is read.
struct Part {
    of: String,
    title: &'static str,
    lines: Vec<String>,
}

pub fn screen(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let w = &speech.h().women;
    let id = open.id();
    let at = app.route.with_untracked(|route| route.query("at").and_then(|at| at.parse::<usize>().ok())).unwrap_or(0);
    live(move || {
        let today = app.today.get();
        let parts = app.book.with(|book| parts(book, &id, today, speech));
        // Consent first, then the plans, then the end.
        let count = parts.len() + 2;
        let at = at.min(count - 1);
        let (title, of, inside) = match at.checked_sub(1) {
            None => (w.consent, String::new(), consent(open)),
            Some(place) => match parts.get(place) {
                Some(part) => (part.title, part.of.clone(), aloud(&part.lines)),
                None => (w.read_end, String::new(), aloud(&[w.read_end_words.to_owned()])),
            },
        };
        let to = |at: usize| [&*page(&id).href(speech.locale), "?read=1&at=", &at.to_string()].concat();
        let back = at
            .checked_sub(1)
            .map(|before| with_icon(el("a", "button button--wide button--quiet").attr("href", to(before)), "arrow-left", w.back));
        let on = if at + 1 == count {
            main_link("door-closed", w.end, Page::Helper(Desk::Ending(id.as_str().to_owned())))
        } else {
            with_icon(el("a", "button button--main").attr("href", to(at + 1)), "arrow-right", w.forward)
        };
        all((
            progress(at, count, w.part_of.with(&speech.number(at + 1), &speech.number(count))),
            (!of.is_empty()).then(|| quiet(el("span", "").attr("dir", "auto").with(of))),
            el("h1", "title title--ask").attr("id", "title").attr("tabindex", "-1").with(title),
            inside,
            el("div", "bar").with(on),
            back,
        ))
    })
}

/// The consent sentence; the tick where it was not given yet.
fn consent(open: Open) -> El {
    let speech = open.speech;
    let w = &speech.h().women;
    let state = live(move || match open.with(helped::consent).flatten() {
        Some(day) => quiet(w.agreed_on.with(&speech.date(day))),
        None => button("button button--wide", "check", w.agree, move || agree(open)),
    });
    all((consent_sentences(speech), state))
}

fn aloud(lines: &[String]) -> El {
    let line = |words: &String| el("p", "aloud").attr("dir", "auto").with(Words::from(words.clone()));
    all(lines.iter().map(line).collect::<Vec<_>>())
}

/// What is read of each of her open plans: what it is about, the last day, the next step, what to bring, what to ask, what was answered.
fn parts(book: &Book, id: &SheetId, today: Date, speech: Speech) -> Vec<Part> {
    let w = &speech.h().women;
    let mut parts = Vec::new();
    for plan in open_plans(helped::hers(book, id, false).filter(|sheet| sheet.what == What::Plan)) {
        let name = plan_name(plan, speech);
        let mut put = |title: &'static str, lines: Vec<String>| {
            if !lines.is_empty() {
                parts.push(Part { of: name.clone(), title, lines });
            }
        };
        let need = plan.need.current();
        put(w.about, vec![name.clone(), if need.is_empty() { given_need(plan, speech) } else { need.to_owned() }]);
        put(w.last_day, window(plan, today).map(|window| window_words(plan, window, speech)).into_iter().collect());
        let next = next_thing(plan, &|n| steps_before(plan, n));
        put(w.do_next, next.map(|item| item_words(plan, item, speech)).into_iter().collect());
        let open = |list: List| plan.visible(list).into_iter().filter(|item| !item.done.value);
        put(w.bring, open(List::Document).map(|item| item_words(plan, item, speech)).collect());
        put(
            w.ask,
            open(List::Question).filter(|item| helped::is_waiting(item)).map(|item| item_words(plan, item, speech)).collect(),
        );
        put(w.answered, plan.visible(List::Question).into_iter().flat_map(|item| answer(plan, item, speech)).collect());
    }
    parts
}

/// A question with what the office said to it, in meetings or to one who asked for many.
fn answer(plan: &Sheet, item: &Item, speech: Speech) -> Vec<String> {
    let said = |name: &str| item.note(name).trim().to_owned();
    let met = item.notes.iter().filter(|(name, _)| name.split(':').next() == Some(fact::ANSWER));
    let met = met.map(|(_, words)| words.current().trim().to_owned());
    let mut lines: Vec<String> = [said(REPLY)].into_iter().chain(met).filter(|words| !words.is_empty()).collect();
    if lines.is_empty() {
        return lines;
    }
    let day = item.day(REPLY_DAY).map(|day| speech.date(day)).unwrap_or_default();
    let from = joined(&[&said(REPLY_BY), &day]);
    lines.insert(0, item_words(plan, item, speech));
    lines.extend((!from.is_empty()).then_some(from));
    lines
}
