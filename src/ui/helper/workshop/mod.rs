//! Workshops: a list, and one from the idea to the last action. Which part of it stands in the query.

mod after;
mod during;
mod idea;
mod invite;
pub mod paper;
pub mod ready;

use super::super::el::{all, el, live, live_text, El};
use super::super::parts::{button, empty, gone_screen, heading, icon, lead, listed, main_button, own_row, pair, row};
use super::super::plan::{saved_line, Open};
use super::super::signal::*;
use super::super::state::{use_app, use_speech, App};
use super::fields::{searched, word_of};
use super::panes::panes;
use crate::dates::Date;
use crate::i18n::Speech;
use crate::kb::GuideId;
use crate::page::{Desk, Page};
use crate::plan::helper::workshop::{self, known, ASKS, SESSIONS, TASKS};
use crate::plan::{fact, time, Item, Sheet, SheetId, What};
use paper::{topic, Paper, Way};

/// The parts of a workshop, as they stand in the query.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Idea,
    Ready,
    Invite,
    Day,
    After,
}

impl Part {
    const ALL: [Part; 5] = [Part::Idea, Part::Ready, Part::Invite, Part::Day, Part::After];
    const CODES: [&'static str; 5] = ["idea", "ready", "invite", "day", "after"];
    /// In which part each task is done, in the order of [`workshop::done`].
    const OF: [Part; TASKS] = [Part::Idea, Part::Idea, Part::Ready, Part::Ready, Part::Invite, Part::Day, Part::Day, Part::After];

    fn code(self) -> &'static str {
        Part::CODES.get(self as usize).copied().unwrap_or_default()
    }
}

fn page_of(id: &SheetId) -> Page {
    Page::Helper(Desk::Workshop(id.as_str().to_owned()))
}

fn address(open: Open, at: &str) -> String {
    [&page_of(&open.id()).href(open.speech.locale), "?at=", at].concat()
}

// ── /helper/workshops ──

pub fn workshops() -> El {
    panes(list(), None)
}

fn list() -> El {
    let (app, speech) = (use_app(), use_speech());
    let w = &speech.h().workshop;
    let any = memo(move || app.book.with(|book| book.of_all(What::Workshop).any(|sheet| !sheet.removed.value)));
    let about = GuideId::parse("workshops").map(|guide| {
        let row = row(Page::Guide(guide), Some("book-open"), w.about_workshops, None);
        el("section", "card card--rows").with(el("ul", "rows").with(el("li", "").with(row)))
    });
    let begin = move || main_button("plus", w.begin, move || begin(app));
    let list = live(move || match any.get() {
        false => empty(w.none, w.none_help, begin()),
        true => all((searched(w.search, w.nothing_found, move || rows(app, speech)), el("div", "bar").with(begin()))),
    });
    all((heading(w.title), lead(w.lead), list, about))
}

fn rows(app: App, speech: Speech) -> Vec<(String, El)> {
    let (w, today) = (&speech.h().workshop, app.today.get());
    app.book.with(|book| {
        let row = |sheet: &Sheet| {
            let name = topic(sheet, speech);
            let next = workshop::done(book, sheet).iter().position(|done| !done);
            let below = next.and_then(|at| w.tasks.get(at)).copied().unwrap_or(w.all_done);
            let day = Date::parse(sheet.fact(fact::DAY));
            let day = day.map(|day| super::super::paper::when(day, time(sheet.fact(fact::TIME)), speech));
            (name.clone(), own_row(page_of(&sheet.id), "graduation-cap", name, below.to_owned(), day))
        };
        workshop::all(book, today).into_iter().map(row).collect()
    })
}

/// A new workshop, and its first part.
fn begin(app: App) {
    let id = SheetId::from_random(app.outside().random());
    app.add_sheet(Sheet::blank(What::Workshop, id.clone(), &app.pen()));
    app.go(page_of(&id));
}

// ── /helper/workshops/:id ──

fn gone(speech: Speech) -> El {
    let w = &speech.h().workshop;
    gone_screen(w.gone, speech.m().gone_help, ("graduation-cap", w.title, Page::Helper(Desk::Workshops)))
}

pub fn workshop(id: &str) -> El {
    let (app, speech) = (use_app(), use_speech());
    let p = &speech.h().minutes;
    let Some(id) = SheetId::parse(id) else { return gone(speech) };
    let open = Open::new(app, speech, id, What::Workshop);
    let here = memo(move || open.plan.with(Option::is_some));
    let asked = app.route.with_untracked(|route| route.query("at").unwrap_or_default().to_owned());
    let paper = |title, compose, own| Paper { title, compose, own, names: (p.with_names, p.never_names), back: p.back };
    let paper = match &*asked {
        "minutes" => Some(paper(p.minutes, paper::minutes, false)),
        "summary" => Some(paper(p.summary, paper::summary, true)),
        _ => None,
    };
    let part = Part::CODES.iter().position(|code| *code == asked).and_then(|at| Part::ALL.get(at)).copied();
    live(move || {
        if !here.get() {
            return gone(speech);
        }
        match paper {
            Some(paper) => {
                let way = Way { here: address(open, &asked), back: address(open, Part::After.code()) };
                paper::show(open, paper, way)
            }
            None => panes(untrack(side_list), Some(screen(open, part.unwrap_or(Part::Idea)))),
        }
    })
}

/// The other workshops, beside the open one: their title is no title of the screen.
fn side_list() -> El {
    let (app, speech) = (use_app(), use_speech());
    let w = &speech.h().workshop;
    searched(w.search, w.nothing_found, move || rows(app, speech))
}

fn screen(open: Open, part: Part) -> El {
    let (app, speech) = (open.app, open.speech);
    let w = &speech.h().workshop;
    let title = live_text(move || open.with(|sheet| topic(sheet, speech)).unwrap_or_default());
    let links = Part::ALL.into_iter().zip(w.parts).map(|(one, words)| {
        let link = el("a", "chip").attr("href", address(open, one.code()));
        link.attr_if("aria-current", (one == part).then_some("step")).with(words)
    });
    let inside = match part {
        Part::Idea => idea::idea(open),
        Part::Ready => ready::ready(open),
        Part::Invite => invite::invite(open),
        Part::Day => during::during(open),
        Part::After => after::after(open),
    };
    let delete = move || {
        let id = open.id();
        app.go(Page::Helper(Desk::Workshops));
        app.edit_undoable(&id, w.deleted, |sheet, pen| sheet.set_removed(pen, true));
    };
    all((
        el("h1", "title").attr("id", "title").attr("tabindex", "-1").attr("dir", "auto").with(title),
        live(move || progress(open)),
        el("nav", "chips").attr("aria-label", w.parts_name).with(links.collect::<Vec<_>>()),
        saved_line(open),
        inside,
        live(move || next(open, part)),
        button("button button--wide button--quiet", "trash-2", w.delete, delete),
    ))
}

fn done(open: Open) -> Option<[bool; TASKS]> {
    open.with(|sheet| open.app.book.with(|book| workshop::done(book, sheet)))
}

/// How much of it is done.
fn progress(open: Open) -> Option<El> {
    let speech = open.speech;
    let done = done(open)?.into_iter().filter(|done| *done).count();
    let words = speech.m().done_of.with(&speech.number(done), &speech.number(TASKS));
    let bar = el("progress", "progress__bar").attr("max", TASKS.to_string()).attr("value", done.to_string());
    Some(el("div", "progress").with((bar.attr("aria-label", words.clone()), el("p", "progress__words").with(words))))
}

/// What is to be done next, and the way there.
fn next(open: Open, here: Part) -> Option<El> {
    let w = &open.speech.h().workshop;
    let Some(at) = done(open)?.iter().position(|done| !done) else { return Some(pair("circle-check", w.all_done)) };
    let (part, words) = (Part::OF.get(at)?, w.tasks.get(at)?);
    // The invitation has a main button of its own; what is done on this very part needs no way there.
    let class = if here == Part::Invite { "button button--wide" } else { "button button--main" };
    let way = match *part == here {
        true => el("p", "next__words").with(*words),
        false => el("a", class).attr("href", address(open, part.code())).with((icon("arrow-right"), el("span", "").with(*words))),
    };
    Some(el("section", "card next").attr("aria-label", w.next).with((el("h2", "card__title").with(w.next), way)))
}

/// A question: of the knowledge base in the language of the screen or paper, else as it was written.
pub fn question_words(item: &Item, speech: Speech) -> String {
    let own = item.text.current().trim();
    if !own.is_empty() {
        return own.to_owned();
    }
    key_words(item.fact(ASKS), speech)
}

/// The words of `service:n`.
pub fn key_words(key: &str, speech: Speech) -> String {
    let question = known(key).and_then(|(service, n)| service.get().question(n));
    question.map_or_else(String::new, |question| speech.text(question.text).into_owned())
}

/// A part of the agenda.
fn session_words(item: &Item, speech: Speech) -> String {
    match item.text.current().trim() {
        "" => word_of(item.fact(fact::WHAT), SESSIONS, &speech.h().workshop.sessions).to_owned(),
        own => own.to_owned(),
    }
}

/// Rows in a list without a card.
fn rows_of(rows: Vec<El>) -> El {
    el("ul", "rows").with(listed(rows))
}
