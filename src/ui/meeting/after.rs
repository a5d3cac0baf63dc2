//! After the meeting: how it stands, what was promised, what is still open.

use super::super::complain::complain_row;
use super::super::compose::{send_card, Letter};
use super::super::el::{all, el, live, El, Words};
use super::super::parts::{
    button, card, fold, heading, icon, listed, main_button, option, pair, quiet, row, small_title, with_icon,
};
use super::super::plan::Open;
use super::super::plans::item_words;
use super::super::signal::*;
use super::{age, Held};
use crate::page::Page;
use crate::plan::meeting::{HELPS, PROMISERS, PROMISES};
use crate::plan::{fact, ways_on, Item, ItemId, List, Outcome, Sheet, SheetId, Way};

pub fn after_it(held: Held) -> El {
    let (open, m) = (held.open, held.m());
    let done = memo(move || held.read(|_, item| item.is_held()) == Some(true));
    let hold = move || {
        open.app.edit(&open.id(), |plan, pen| held.id.with_value(|id| plan.hold(pen, id)));
    };
    let plan = Page::Plan(open.id().as_str().to_owned());
    let head = heading(m.after);
    all((
        head,
        live(move || match done.get() {
            false => main_button("check", m.held, hold),
            true => all((
                card("how", m.how_stands, outcomes(open, Some(held.id()))),
                card("promises", m.promises, promises(held)),
                live(move || still_open(held)),
                send_card(held, Letter::Thanks),
                send_card(held, Letter::Minutes),
            )),
        }),
        row(plan, Some("list-checks"), open.speech.m().open_plan, None),
    ))
}

/// Solved, partly, not yet; then the two or three ways on.
pub fn outcomes(open: Open, meeting: Option<ItemId>) -> El {
    let m = &open.speech.m().meet;
    let now = memo(move || open.with(Sheet::outcome).flatten());
    let ways = live(move || {
        let outcome = now.get()?;
        let ways = open.now(|plan| ways_on(plan, outcome))?;
        let rows: Vec<El> = ways.into_iter().map(|way| way_row(open, way)).collect();
        Some((small_title(m.ways), el("ul", "rows").with(listed(rows)), (outcome != Outcome::NotYet).then(|| helped(open))))
    });
    all((outcome_buttons(open, meeting), el("div", "").attr("aria-live", "polite").with(ways)))
}

/// Solved, partly, not yet.
pub fn outcome_buttons(open: Open, meeting: Option<ItemId>) -> El {
    let (app, m) = (open.app, &open.speech.m().meet);
    let now = memo(move || open.with(Sheet::outcome).flatten().map(Outcome::code));
    let meeting = StoredValue::new(meeting);
    let choice = move |(outcome, words): (Outcome, &'static str)| {
        let picture = ["circle-check", "circle", "circle-question-mark"].get(outcome as usize).copied().unwrap_or("circle");
        let tap = move || {
            app.edit(&open.id(), |plan, pen| meeting.with_value(|meeting| plan.conclude(pen, meeting.as_ref(), outcome)));
        };
        let on = move || Some(Words::from(if now.get() == Some(outcome.code()) { "true" } else { "false" }));
        with_icon(el("button", "choice").attr("type", "button").live_attr("aria-pressed", on).tap(tap), picture, words)
    };
    let rows: Vec<El> = Outcome::ALL.into_iter().zip(m.outcomes).map(choice).collect();
    el("ul", "choices").with(listed(rows))
}

fn way_row(open: Open, way: Way) -> El {
    let app = open.app;
    let m = &open.speech.m().meet;
    let words = m.way_names.get(way as usize).copied().unwrap_or_default();
    // The thanks are written on the page of the last meeting that was held.
    let thanks = open
        .now(|plan| plan.meetings().into_iter().find(|meeting| meeting.is_held()).map(|meeting| meeting.id.clone()))
        .flatten()
        .map(|id| Page::Meeting(open.id().as_str().to_owned(), id.as_str().to_owned()));
    let act = |picture: &'static str, tap: Box<dyn Fn()>| {
        el("button", "row").attr("type", "button").tap(tap).with((
            icon(picture),
            el("span", "row__words").with(words),
            icon("chevron-right"),
        ))
    };
    let meet = move || {
        let id = app.edit(&open.id(), |plan, pen| plan.add_meeting(pen, ""));
        if let Some(id) = id {
            app.go(Page::Meeting(open.id().as_str().to_owned(), id.as_str().to_owned()));
        }
    };
    let away = move || app.edit_undoable(&open.id(), open.speech.m().plan_finished, |plan, pen| plan.set_archived(pen, true));
    let to = |page: Page, picture: &'static str| row(page, Some(picture), words, None);
    match way {
        Way::Thank => {
            let href = thanks.map_or_else(
                || Page::People.href(open.speech.locale),
                |page| [&page.href(open.speech.locale), "?after=1"].concat(),
            );
            el("a", "row").attr("href", href).with((icon("send"), el("span", "row__words").with(words), icon("chevron-right")))
        }
        Way::WhatHelped => el("a", "row").attr("href", "#helped").with((
            icon("check"),
            el("span", "row__words").with(words),
            icon("chevron-right"),
        )),
        Way::PutAway => act("archive", Box::new(away)),
        Way::MeetAgain | Way::InWriting => act("calendar-clock", Box::new(meet)),
        Way::OtherPerson => to(Page::People, "users"),
        Way::Organization | Way::RightOffice => to(Page::Offices, "landmark"),
        Way::Complain => complain_row(None, Some(&open.id()), open.speech),
    }
}

/// Which step led to it.
fn helped(open: Open) -> El {
    let m = &open.speech.m().meet;
    let steps = open.now(|plan| {
        let lists = [List::Step, List::Meeting].into_iter().flat_map(|list| plan.visible(list));
        lists
            .filter(|item| item.done.value || item.is_held())
            .map(|item| (item.id.as_str().to_owned(), item_words(plan, item, open.speech)))
            .collect::<Vec<_>>()
    });
    let one = |(what, words): (String, String)| {
        let chosen = what.clone();
        let on = move || open.with(|plan| plan.fact(fact::HELPED) == what) == Some(true);
        let choose = move || {
            open.app.edit(&open.id(), |plan, pen| plan.set_fact(pen, fact::HELPED, &chosen));
        };
        option("helped", if words.is_empty() { m.meeting.to_owned() } else { words }, on, choose)
    };
    let general = HELPS.into_iter().zip(m.helps).map(|(code, words)| (code.to_owned(), words.to_owned()));
    let rows: Vec<El> = steps.unwrap_or_default().into_iter().chain(general).map(one).collect();
    el("fieldset", "").attr("id", "helped").attr("tabindex", "-1").with((el("legend", "small-title").with(m.helped), rows))
}

/// Who, what, by when: all by tapping.
fn promises(held: Held) -> (El, El) {
    let (open, m) = (held.open, held.m());
    let (who, what, due) = (RwSignal::new(0usize), RwSignal::new(0usize), RwSignal::new(0usize));
    let group = |name: &'static str, legend: &'static str, words: &'static [&'static str], chosen: RwSignal<usize>| {
        let one = |(at, words): (usize, &&'static str)| option(name, *words, move || chosen.get() == at, move || chosen.set(at));
        let rows: Vec<El> = words.iter().enumerate().map(one).collect();
        el("fieldset", "").with((el("legend", "small-title").with(legend), rows))
    };
    let add = move || {
        let code = |codes: &[&'static str], at: usize| codes.get(at).copied().unwrap_or_default();
        let days = [Some(7), Some(14), Some(30), None].get(due.get_untracked()).copied().flatten();
        let day = days.map(|days| open.app.today.get_untracked().plus_days(days));
        let (by, what) = (code(&PROMISERS, who.get_untracked()), code(&PROMISES, what.get_untracked()));
        open.app.edit(&open.id(), |plan, pen| held.id.with_value(|id| plan.promise(pen, id, by, what, day)));
    };
    let list = live(move || {
        held.read(|plan, meeting| {
            let line = |step: &Item| {
                let due = step.day(fact::DUE).map(|day| quiet(m.due_on.with(&open.speech.date(day))));
                el("li", "").attr("dir", "auto").with((item_words(plan, step, open.speech), due))
            };
            let lines: Vec<El> = plan.promises(&meeting.id).into_iter().map(line).collect();
            (!lines.is_empty()).then(|| el("ul", "bullets").with(lines))
        })
        .flatten()
    });
    let adder = fold(
        m.add_promise,
        (
            group("who", m.who_promised, &m.promisers, who),
            group("what", m.promise, &m.promise_kinds, what),
            group("due", m.by_when, &m.dues, due),
            button("button button--wide", "plus", m.add_promise, add),
        ),
    );
    (all((quiet(m.promises_hint), list)), adder)
}

/// What got no answer goes on to the next meeting.
fn still_open(held: Held) -> Option<El> {
    let (open, m) = (held.open, held.m());
    let rows: Vec<El> = open.with(|plan| {
        let questions = plan.waiting_questions().into_iter();
        questions
            .map(|q| {
                el("li", "").attr("dir", "auto").with((item_words(plan, q, open.speech), age(plan, q, open.speech).map(quiet)))
            })
            .collect()
    })?;
    let every = held.read(|_, meeting| {
        open.app.book.with_untracked(|book| {
            let person = SheetId::parse(meeting.fact(fact::PERSON)).and_then(|id| book.sheets.get(&id).cloned());
            person.and_then(|person| person.fact(fact::EVERY).parse::<i32>().ok()).unwrap_or(QUARTER)
        })
    })?;
    let day = open.app.today.get().plus_days(every);
    let next = move || {
        let id = open.app.edit(&open.id(), |plan, pen| {
            let person = plan.item(&held.id()).map_or(String::new(), |meeting| meeting.fact(fact::PERSON).to_owned());
            let id = plan.add_meeting(pen, "");
            plan.set_item_fact(pen, &id, fact::PERSON, &person);
            plan.set_item_fact(pen, &id, fact::DAY, &day.to_string());
            id
        });
        if let Some(id) = id {
            open.app.go(Page::Meeting(open.id().as_str().to_owned(), id.as_str().to_owned()));
        }
    };
    let questions = (!rows.is_empty()).then(|| el("ul", "bullets").with(rows));
    Some(card(
        "open",
        m.still_open,
        (
            questions,
            pair("calendar-clock", m.next_meeting_hint.with(&open.speech.date(day))),
            button("button button--wide", "calendar-clock", m.next_meeting, next),
        ),
    ))
}

/// The guide's usual time between two meetings, in days.
const QUARTER: i32 = 91;
