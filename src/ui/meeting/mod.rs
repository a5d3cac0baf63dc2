//! One meeting: before (purpose, when, agenda, message ahead), during (one question at a time), after (result, promises,
//! thanks, minutes). Which of the three stands in the query, so that back goes back.

mod after;
mod before;
mod during;

use super::el::{all, el, live, El, Words};
use super::parts::{button, heading, lead, listed, main_link, row, small_title, with_icon};
use super::plan::{open_plan, Open};
use super::plans::item_words;
use super::signal::*;
use super::state::{use_app, use_speech};
use crate::dates::Date;
use crate::i18n::words::meet::Meet;
use crate::i18n::Speech;
use crate::page::Page;
use crate::plan::{fact, Item, ItemId, List, Phase, Sheet};

pub use after::{outcome_buttons, outcomes};

/// A meeting of an open plan.
#[derive(Clone, Copy)]
pub struct Held {
    pub open: Open,
    id: StoredValue<ItemId>,
}

impl Held {
    pub fn id(self) -> ItemId {
        self.id.get_value()
    }

    /// Reads from plan and meeting; tracks.
    pub fn read<R>(self, read: impl FnOnce(&Sheet, &Item) -> R) -> Option<R> {
        self.open.with(|plan| self.id.with_value(|id| plan.item(id).map(|item| read(plan, item)))).flatten()
    }

    fn fact(self, name: &'static str) -> String {
        self.read(|_, item| item.fact(name).to_owned()).unwrap_or_default()
    }

    fn set(self, name: &str, value: &str) {
        self.open.app.edit(&self.open.id(), |plan, pen| self.id.with_value(|id| plan.set_item_fact(pen, id, name, value)));
    }

    fn m(self) -> &'static Meet {
        &self.open.speech.m().meet
    }

    fn page(self) -> Page {
        Page::Meeting(self.open.id().as_str().to_owned(), self.id().as_str().to_owned())
    }

    fn address(self, query: &str) -> String {
        [&self.page().href(self.open.speech.locale), query].concat()
    }
}

pub fn meeting(plan: &str, name: &str) -> El {
    let app = use_app();
    let Some((open, id)) = open_plan(plan).zip(ItemId::parse(name)) else { return gone() };
    let held = Held { open, id: StoredValue::new(id) };
    let here = memo(move || held.read(|_, item| item.list == List::Meeting && !item.removed.value) == Some(true));
    let (question, after) = app
        .route
        .with_untracked(|route| (route.query("q").and_then(|q| q.parse::<usize>().ok()), route.query("after").is_some()));
    live(move || match (here.get(), question, after) {
        (false, ..) => gone(),
        (_, Some(at), _) => during::during(held, at),
        (_, _, true) => after::after_it(held),
        _ => before::before(held),
    })
}

fn gone() -> El {
    let m = use_speech().m();
    all((heading(m.meet.meeting_gone), lead(m.gone_help), main_link("list-checks", m.my_plans, Page::Plans)))
}

// ── on the plan's page ───────────────────────────────────────────────────────

/// The plan's meetings, and the way to a new one.
pub fn meetings(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().meet;
    let rows = move || {
        let today = app.today.get();
        open.with(|plan| plan.meetings().into_iter().map(|meeting| meeting_row(plan, meeting, today, speech)).collect::<Vec<_>>())
            .map(|rows| el("ul", "rows").with(listed(rows)))
    };
    let add = move || {
        let id = app.edit(&open.id(), |plan, pen| plan.add_meeting(pen, ""));
        if let Some(id) = id {
            app.go(Page::Meeting(open.id().as_str().to_owned(), id.as_str().to_owned()));
        }
    };
    all((small_title(m.meetings), live(rows), button("button button--wide", "calendar-clock", m.plan_meeting, add)))
}

fn meeting_row(plan: &Sheet, meeting: &Item, today: Date, speech: Speech) -> El {
    let m = &speech.m().meet;
    let page = Page::Meeting(plan.id.as_str().to_owned(), meeting.id.as_str().to_owned());
    let day: Words = meeting.day(fact::DAY).map_or(m.no_day.into(), |day| speech.date(day).into());
    let phase = phase_words(plan.phase(meeting, today), m);
    let purpose = item_words(plan, meeting, speech);
    let name: Words = if purpose.is_empty() { m.meeting.into() } else { purpose.into() };
    row(page, Some("users"), name, Some([&*day, " · ", phase].concat().into()))
}

pub fn phase_words(phase: Phase, m: &'static Meet) -> &'static str {
    m.phases.get(phase as usize).copied().unwrap_or_default()
}

/// "Asked twice since 5 January".
fn age(plan: &Sheet, question: &Item, speech: Speech) -> Option<String> {
    let m = &speech.m().meet;
    let asked = plan.asked(question)?;
    let day = speech.date(asked.first);
    Some(if asked.times > 1 { m.asked_often.with(&speech.number(asked.times), &day) } else { m.asked_once.with(&day) })
}

fn link_bar(picture: &'static str, words: &'static str, href: String) -> El {
    with_icon(el("a", "button button--main").attr("href", href), picture, words)
}
