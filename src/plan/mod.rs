//! What she makes: plans. Plain values; today and the writer are passed in, nothing here knows a clock or a store.
//!
//! A plan can be edited in several places at once and merged later ([`Plan::merge`]) with nothing lost; how is told in
//! `register`. Reading order: this file (what a plan is), `edit` (the commands), `undo`, `merge`, `next` (what to do
//! now), `book` (all plans and her preferences).

mod book;
mod edit;
mod ids;
mod merge;
mod next;
mod register;
mod table;
mod undo;

use crate::dates::Date;

pub use book::{Book, Digits, Prefs, TextSize, Theme};
pub use edit::{Pen, PlanSeed};
pub use ids::{ItemId, PlanId};
pub use next::{next_thing, next_things, open_plans, progress, progress_of, window};
pub use next::{Next, Progress, Window};
pub use register::{Lww, Replica, Said, Seen, Stamp, Words};
pub use table::Table;

/// One plan: a need, what to ask, what to bring, what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its name for ever: in the address, in the storage key.
    pub id: PlanId,
    /// The service (id of the content entry) it was made from; `None` = find out which office.
    pub service: Option<String>,
    /// The aim (id of the content entry) she came from.
    pub aim: Option<String>,
    /// The day it was made.
    pub made: Date,
    /// The day of the last edit. Its stamp orders plans by last edit, which the day alone could not.
    pub touched: Lww<Date>,
    /// Her title; empty = show the service's title.
    pub title: Words,
    /// Her sentence about what she needs; empty = show the service's sentence.
    pub need: Words,
    /// What kind of need it is.
    pub kind: Lww<NeedKind>,
    /// Where a problem comes from, as far as she knows.
    pub cause: Lww<Option<Cause>>,
    /// The last day, if there is one.
    pub deadline: Lww<Option<Date>>,
    /// Put away as finished; still there.
    pub archived: Lww<bool>,
    /// In the bin; still there, so that another copy does not bring it back.
    pub removed: Lww<bool>,
    /// Questions, documents and steps, removed ones included. Screens use [`Plan::visible`].
    pub items: Table<ItemId, Item>,
    /// Which edits this copy has taken in.
    pub seen: Seen,
}

/// One line of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name within the plan.
    pub id: ItemId,
    /// The list it stands in, for ever.
    pub list: List,
    /// The number of the service's own question, document or step (from 1); `None` = she wrote it.
    pub from: Option<u8>,
    /// Her words; empty = show the entry's text in the language of the screen.
    pub text: Words,
    /// Done, ready, asked.
    pub done: Lww<bool>,
    /// Removed; kept for undo and for other copies.
    pub removed: Lww<bool>,
    /// Its place in the list, ascending; equal places are ordered by id.
    pub place: Lww<i32>,
}

/// The three lists of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// What to ask the official.
    Question,
    /// What to bring.
    Document,
    /// What to do.
    Step,
}

impl List {
    /// All, in the order of the plan's page.
    pub const ALL: [List; 3] = [List::Question, List::Document, List::Step];
}

/// The guide's three kinds of need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NeedKind {
    /// A routine question or service.
    #[default]
    Routine,
    /// An unexpected problem.
    Problem,
    /// A change of a rule.
    RuleChange,
}

impl NeedKind {
    /// All, in the order of the screen.
    pub const ALL: [NeedKind; 3] = [NeedKind::Routine, NeedKind::Problem, NeedKind::RuleChange];
}

/// The guide's causes of a problem with an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// Miscommunication.
    Misunderstanding,
    /// A wrongful act.
    WrongfulAct,
    /// Abuse of powers or roles.
    AbuseOfRole,
    /// Corruption.
    Corruption,
    /// A law or regulation was read wrongly.
    WrongReading,
    /// She does not know, which is an answer.
    NotSure,
}

impl Cause {
    /// All, in the order of the screen; "not sure" last.
    pub const ALL: [Cause; 6] =
        [Cause::Misunderstanding, Cause::WrongfulAct, Cause::AbuseOfRole, Cause::Corruption, Cause::WrongReading, Cause::NotSure];
}

/// A text of a plan that she can write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// The title.
    Title,
    /// The sentence about the need.
    Need,
    /// The text of one item.
    Item(ItemId),
}

impl Plan {
    /// The items of a list that were not removed, in order.
    pub fn visible(&self, list: List) -> Vec<&Item> {
        let mut items: Vec<&Item> = Vec::new();
        for item in self.items.values().filter(|item| item.list == list && !item.removed.value) {
            // A list has a dozen items; items of one place stay in the order of their ids.
            let at = items.partition_point(|other| other.place.value <= item.place.value);
            items.insert(at, item);
        }
        items
    }

    /// One item, also a removed one.
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items.get(id)
    }

    /// The text behind a field; `None` when the plan has no such item.
    pub fn words(&self, field: &Field) -> Option<&Words> {
        match field {
            Field::Title => Some(&self.title),
            Field::Need => Some(&self.need),
            Field::Item(id) => self.items.get(id).map(|item| &item.text),
        }
    }

    /// Whether the service's own entry `n` of a list stands in the plan (so that the screen need not suggest it).
    pub fn has(&self, list: List, n: u8) -> bool {
        self.items.get(&ItemId::content(list, n)).is_some_and(|item| !item.removed.value)
    }

    /// Whether it belongs on the list of plans: neither put away nor in the bin.
    pub fn is_open(&self) -> bool {
        !self.archived.value && !self.removed.value
    }

    /// How far this copy's counter has come; later edits get higher numbers.
    pub fn clock(&self) -> u32 {
        self.seen.top()
    }
}
