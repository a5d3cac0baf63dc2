//! What she makes: plans, and notes on the people she deals with and the offices near her. Plain values; today and the writer are passed in, nothing here knows a clock or a store.
//!
//! All are sheets ([`Sheet`]), so that one set of rules saves, merges and undoes them. A sheet can be edited in several places at once and merged later ([`Sheet::merge`]) with nothing lost; how is told in
//! `register`. Reading order: this file (what a sheet is), `edit` (the commands), `undo`, `merge`, `next` (what to do
//! now), `people`, `local`, `ladder` and `reach` (who to turn to, and how to reach them), `letter` (what an office wrote to her), `about` (which service that may concern), `written` (what she writes), `inquiry` (what a law means), `relied` (facts that may change), `score` (how a service was), `complaint`, `form` (five questions put to many), `business` and `turns` (whose duties are counted, and their days), `year` (what she did), `helper` (what she does for others), `book` (all sheets and her preferences).

mod about;
mod book;
pub mod business;
mod calendar;
pub mod complaint;
mod edit;
pub mod fact;
pub mod form;
pub mod helper;
mod ics;
mod ids;
pub mod inquiry;
pub mod ladder;
pub mod letter;
pub mod local;
pub mod meeting;
mod merge;
mod next;
pub mod people;
pub mod reach;
mod register;
pub mod relied;
pub mod score;
pub mod sort;
mod table;
pub mod turns;
mod undo;
pub mod written;
pub mod year;

use crate::dates::Date;

pub use book::{Book, Digits, Prefs, TextSize, Theme};
pub use calendar::{coming, time, Coming, Event, When};
pub use edit::{Pen, PlanSeed};
pub use ics::{ics, Entry};
pub use ids::{ItemId, SheetId};
pub use meeting::{alike, ways_on, Answer, Asked, How, Outcome, Phase, Way, AGENDA_MAX};
pub use next::{next_thing, next_things, open_plans, progress, progress_of, window};
pub use next::{Next, Progress, Window};
pub use register::{Lww, Replica, Said, Seen, Stamp, Words};
pub use table::Table;

/// What a sheet is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// A need, what to ask, what to bring, what to do, whom to meet.
    #[default]
    Plan,
    /// An official or helper she knows, and every contact with them.
    Person,
    /// An office near her, of which no directory knows number and hours.
    Office,
    /// A letter or message she writes.
    Letter,
    /// A question about a law, and what people said to it.
    Inquiry,
    /// How a service was: one visit, rated by one person or by several.
    Score,
    /// A complaint or request, and what was sent and answered.
    Complaint,
    /// Her business: what she answered about it, and which duties she has done.
    Business,
    /// Somebody she helps, in helper mode.
    Helped,
    /// What another phone shared of one plan: what was needed, asked, answered; nobody's name.
    Need,
    /// An answer that was asked for once and for all.
    Faq,
    /// Five questions put to many, and what they answered.
    Survey,
    /// A workshop, from the idea to the last action.
    Workshop,
    /// A technical working group, and how its next meeting is prepared.
    Group,
    /// A law firm, an accountant, an organization that answers.
    Partner,
}

impl What {
    /// All kinds of sheet.
    pub const ALL: [What; 15] = [
        What::Plan,
        What::Person,
        What::Office,
        What::Letter,
        What::Inquiry,
        What::Score,
        What::Complaint,
        What::Business,
        What::Helped,
        What::Need,
        What::Faq,
        What::Survey,
        What::Workshop,
        What::Group,
        What::Partner,
    ];

    /// As it stands in storage keys.
    pub fn name(self) -> &'static str {
        match self {
            What::Plan => "plan",
            What::Person => "person",
            What::Office => "office",
            What::Letter => "letter",
            What::Inquiry => "inquiry",
            What::Score => "score",
            What::Complaint => "complaint",
            What::Business => "business",
            What::Helped => "helped",
            What::Need => "need",
            What::Faq => "faq",
            What::Survey => "survey",
            What::Workshop => "workshop",
            What::Group => "group",
            What::Partner => "partner",
        }
    }

    /// Whether each is made for one person: in helper mode it is of the one whom she helps just then ([`fact::FOR`]). Officials,
    /// offices, questions about laws and what belongs to the desk are for all.
    pub fn is_of_one(self) -> bool {
        matches!(self, What::Plan | What::Letter | What::Score | What::Complaint | What::Business)
    }
}

/// One sheet. What every plan has stands in fields; what belongs to some kinds only, in facts and notes by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name for ever: in the address, in the storage key.
    pub id: SheetId,
    /// What it is about, for ever.
    pub what: What,
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
    /// Choices, days and numbers by name ([`fact`]); of each the later edit wins. Empty = not said.
    pub facts: Facts,
    /// Words she wrote, by name ([`fact`]).
    pub notes: Notes,
    /// Questions, documents, steps, meetings and contacts, removed ones included. Screens use [`Sheet::visible`].
    pub items: Table<ItemId, Item>,
    /// Which edits this copy has taken in.
    pub seen: Seen,
}

/// Values by name.
pub type Facts = Table<String, Lww<String>>;
/// Her words by name.
pub type Notes = Table<String, Words>;

/// One line of a sheet.
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
    /// As [`Sheet::facts`].
    pub facts: Facts,
    /// As [`Sheet::notes`].
    pub notes: Notes,
    /// Its place in the list, ascending; equal places are ordered by id.
    pub place: Lww<i32>,
}

/// The lists of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// What to ask the official.
    Question,
    /// What to bring.
    Document,
    /// What to do.
    Step,
    /// Meetings with officials.
    Meeting,
    /// Every contact with a person: date, channel, result.
    Contact,
}

impl List {
    /// All.
    pub const ALL: [List; 5] = [List::Question, List::Document, List::Step, List::Meeting, List::Contact];
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
    /// A note of the sheet, by name.
    Note(String),
    /// A note of one item, by name.
    ItemNote(ItemId, String),
}

/// What stands where nothing was written.
static NOTHING: Words = Words::EMPTY;

impl Item {
    /// A fact; empty when nothing was said.
    pub fn fact(&self, name: &str) -> &str {
        self.facts.get(name).map_or("", |fact| &fact.value)
    }

    /// A fact that is a day.
    pub fn day(&self, name: &str) -> Option<Date> {
        Date::parse(self.fact(name))
    }

    /// A note as it reads now; empty when nothing was written.
    pub fn note(&self, name: &str) -> &str {
        self.notes.get(name).map_or("", Words::current)
    }
}

impl Sheet {
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
            Field::Note(name) => Some(self.notes.get(name).unwrap_or(&NOTHING)),
            Field::ItemNote(id, name) => self.items.get(id).map(|item| item.notes.get(name).unwrap_or(&NOTHING)),
        }
    }

    /// A fact; empty when nothing was said.
    pub fn fact(&self, name: &str) -> &str {
        self.facts.get(name).map_or("", |fact| &fact.value)
    }

    /// A note as it reads now; empty when nothing was written.
    pub fn note(&self, name: &str) -> &str {
        self.notes.get(name).map_or("", Words::current)
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
