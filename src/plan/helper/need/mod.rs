//! What may leave a phone of one plan: a need without a name; and how its answers come home. It is not the plan: whom it is for, her
//! sentence and her notes stay here.
//!
//! - here: the need of a plan, and the way home
//! - [`names`]: names that must not stand in anything that is handed on
//! - [`sent`]: other kinds of sheet as they are handed on

pub mod names;
pub mod sent;

use super::{AREA, ORIGIN, REPLY, REPLY_BY, REPLY_DAY, REPLY_LAW, REPLY_OFFICE, REPLY_WRITTEN, TRADE};
use crate::dates::Date;
use crate::plan::fact::{self, of as of_meeting};
use crate::plan::{
    Answer, Book, Facts, Item, ItemId, List, Lww, Notes, Pen, Replica, Said, Sheet, SheetId, Stamp, Table, What, Words,
};
use names::Names;

/// Fact of a need: a name for whose it is, made from the random name of her sheet, so that a report counts her once. Nobody can get from
/// it to her without her helper's phone.
pub const WHO: &str = "who";
/// Fact of a question of a need: the day on which it was answered in a meeting of her own.
pub const ANSWERED: &str = "answered";
/// Fact of somebody helped: the day on which she agreed to what is noted and shared of her.
const CONSENT: &str = "consent";

/// What belongs to an answer from elsewhere: facts, and words.
const REPLY_FACTS: [&str; 3] = [REPLY_DAY, REPLY_OFFICE, REPLY_WRITTEN];
const REPLY_NOTES: [&str; 3] = [REPLY, REPLY_BY, REPLY_LAW];

/// FNV-1a.
pub(super) fn sum(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The name of what is made from a sheet to be handed on: the same each time, so that a second sending is the same thing.
pub fn id_of(made: &str, id: &SheetId) -> SheetId {
    SheetId::from_random(sum(&[made, " ", id.as_str()].concat()))
}

/// The name of the need of a plan.
pub fn need_id(plan: &SheetId) -> SheetId {
    id_of("need", plan)
}

/// The day on which somebody helped agreed that something of her is shared, without her name.
pub fn agreed(helped: &Sheet) -> Option<Date> {
    Date::parse(helped.fact(CONSENT)).filter(|_| !helped.removed.value)
}

/// Whether she did.
pub fn consents(helped: &Sheet) -> bool {
    agreed(helped).is_some()
}

/// A sheet that is written for others in one edit, whatever happened to the one it is made from: none of its history.
pub(super) struct Writer {
    pub sheet: Sheet,
    stamp: Stamp,
}

impl Writer {
    /// `of`: what it is made from, and whatever else it tells of; the later of their edits numbers this one, so that what is sent later wins.
    pub fn new(what: What, id: SheetId, of: &Sheet, and: Option<&Sheet>) -> Writer {
        let from = || [Some(of), and].into_iter().flatten();
        let n = from().map(|sheet| sheet.clock().max(sheet.touched.stamp.n)).max().unwrap_or(0).max(1);
        let day = from().map(|sheet| sheet.touched.value).max().unwrap_or(of.made);
        Writer::at(what, id, n, (of.made, day))
    }

    /// Of no sheet in particular: the number of its edit, the day it was made and the day of the edit.
    pub fn at(what: What, id: SheetId, n: u32, (made, day): (Date, Date)) -> Writer {
        let stamp = Stamp { n: n.max(1), who: Replica(sum(id.as_str()) as u32) };
        let pen = Pen { who: stamp.who, today: made, after: stamp.n - 1 };
        let mut sheet = Sheet::blank(what, id, &pen);
        sheet.touched = Lww::new(day, stamp);
        Writer { sheet, stamp }
    }

    /// A text with one version, of this edit.
    pub fn words(&self, text: &str) -> Words {
        Words::from_versions(vec![Said { stamp: self.stamp, text: text.to_owned() }])
    }

    pub fn put<T: Clone + Ord>(&self, value: T) -> Lww<T> {
        Lww::new(value, self.stamp)
    }

    /// Says a fact; one that says nothing is left out, so that it takes nothing back elsewhere.
    pub fn fact(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.sheet.facts.insert(name.to_owned(), Lww::new(value.to_owned(), self.stamp));
        }
    }

    pub fn note(&mut self, name: &str, text: &str) {
        if !text.trim().is_empty() {
            let words = self.words(text);
            self.sheet.notes.insert(name.to_owned(), words);
        }
    }

    /// Covers the names in a note.
    pub fn cover(&mut self, name: &str, names: &Names) {
        let text = names.mask(self.sheet.note(name));
        if text != self.sheet.note(name) {
            self.note(name, &text);
        }
    }

    /// The same line as there, without anything in it.
    pub fn item(&self, item: &Item) -> Item {
        let mut copy = self.line(item.id.clone(), item.list, item.place.value);
        copy.from = item.from;
        copy.done = self.put(item.done.value);
        copy
    }

    /// A line with nothing in it.
    pub fn line(&self, id: ItemId, list: List, place: i32) -> Item {
        Item {
            id,
            list,
            from: None,
            text: Words::default(),
            done: self.put(false),
            removed: self.put(false),
            facts: Facts::default(),
            notes: Notes::default(),
            place: self.put(place),
        }
    }

    pub fn item_fact(&self, item: &mut Item, name: &str, value: &str) {
        if !value.is_empty() {
            item.facts.insert(name.to_owned(), self.put(value.to_owned()));
        }
    }

    /// A note as it reads now, without names.
    pub fn item_note(&self, item: &mut Item, name: &str, text: &str, names: &Names) {
        if !text.trim().is_empty() {
            item.notes.insert(name.to_owned(), self.words(&names.mask(text)));
        }
    }
}

/// The need of a plan: which service, where, what kind of business, what was asked and answered, how it ended. `own`: which questions in
/// her own words go along; the service's own go by their number. `origin`: what this phone calls itself; not a person.
pub fn of(plan: &Sheet, helped: &Sheet, own: &dyn Fn(&Item) -> bool, origin: &str, names: &Names) -> Sheet {
    let mut out = Writer::new(What::Need, need_id(&plan.id), plan, Some(helped));
    out.sheet.service = plan.service.clone();
    out.sheet.aim = plan.aim.clone();
    out.sheet.kind = out.put(plan.kind.value);
    out.fact(WHO, id_of("who", &helped.id).as_str());
    for name in [AREA, TRADE] {
        out.fact(name, helped.fact(name));
    }
    for name in [fact::OUTCOME, fact::OUTCOME_DAY] {
        out.fact(name, plan.fact(name));
    }
    out.note(ORIGIN, &names.mask(origin));
    for question in plan.visible(List::Question) {
        let is_own = question.from.is_none();
        if is_own && !own(question) {
            continue;
        }
        let mut item = out.item(question);
        if is_own {
            item.text = out.words(&names.mask(question.text.current()));
        }
        out.item_fact(&mut item, fact::ASKED, &asked(plan, question).to_string());
        let met = answered_in_meeting(plan, question).map(|day| day.to_string()).unwrap_or_default();
        out.item_fact(&mut item, ANSWERED, &met);
        share_reply(&mut item, question, names);
        out.sheet.items.insert(item.id.clone(), item);
    }
    out.sheet
}

/// An answer from elsewhere goes on as it is, with the numbers of its edits: of two answers the later one wins on every phone.
pub(super) fn share_reply(into: &mut Item, question: &Item, names: &Names) {
    for name in REPLY_FACTS {
        if let Some(fact) = question.facts.get(name).filter(|fact| !fact.value.is_empty()) {
            into.facts.insert(name.to_owned(), fact.clone());
        }
    }
    for name in REPLY_NOTES {
        if let Some(said) = question.notes.get(name).and_then(|words| words.versions().first()) {
            let said = Said { stamp: said.stamp, text: names.mask(&said.text) };
            into.notes.insert(name.to_owned(), Words::from_versions(vec![said]));
        }
    }
}

/// The day on which a question was put to an official, else the day on which it became hers.
pub fn asked(sheet: &Sheet, question: &Item) -> Date {
    let met = sheet.asked(question).map(|asked| asked.first);
    question.day(fact::ASKED).or(met).unwrap_or(sheet.made)
}

/// The day on which a question was answered, wherever the answer came from.
pub fn answered(sheet: &Sheet, question: &Item) -> Option<Date> {
    let days = [question.day(REPLY_DAY), question.day(ANSWERED), answered_in_meeting(sheet, question)];
    days.into_iter().flatten().min()
}

/// The first of her meetings in which something was said that settles it, or that was worth writing down.
fn answered_in_meeting(sheet: &Sheet, question: &Item) -> Option<Date> {
    let held = sheet.visible(List::Meeting).into_iter().filter(|meeting| meeting.is_held());
    let said = held.filter(|meeting| {
        let settles = question.answer_in(&meeting.id).is_some_and(Answer::settles);
        settles || !question.note(&of_meeting(fact::ANSWER, &meeting.id)).trim().is_empty()
    });
    said.filter_map(|meeting| meeting.day(fact::DAY)).min()
}

/// Whether somebody answered a question of a need.
pub fn has_reply(sheet: &Sheet) -> bool {
    let said = |item: &&Item| !item.fact(REPLY_DAY).is_empty() || !item.note(REPLY).trim().is_empty();
    sheet.visible(List::Question).iter().any(said)
}

/// Writes the answers of a need into the plan it is from. An answer that is there already, or a later one, stays. Nothing but answers:
/// what else the need says of the plan, the plan knows better.
pub fn bring_home(plan: &Sheet, need: &Sheet) -> Sheet {
    let mut home = plan.clone();
    for question in need.items.values().filter(|item| item.list == List::Question) {
        let Some(item) = home.items.get_mut(&question.id) else { continue };
        for name in REPLY_FACTS {
            let Some(theirs) = question.facts.get(name).filter(|fact| !fact.value.is_empty()) else { continue };
            let mine = item.facts.get_or_default(name.to_owned());
            *mine = mine.merge(theirs);
        }
        for name in REPLY_NOTES {
            let Some(theirs) = question.notes.get(name).and_then(|words| words.versions().first()) else { continue };
            let mine = item.notes.get_or_default(name.to_owned());
            if mine.text_of(theirs.stamp).is_none() {
                let both = mine.versions().iter().chain([theirs]).cloned().collect();
                *mine = Words::from_versions(both);
            }
        }
    }
    if home != *plan {
        home.touched = home.touched.merge(&need.touched);
        // Later edits here get higher numbers than the answer has.
        home.touched.stamp.n = home.touched.stamp.n.max(highest(need));
    }
    home
}

/// The highest number of an edit that a sheet shows.
fn highest(sheet: &Sheet) -> u32 {
    let items = sheet.items.values();
    let facts = items.flat_map(|item| item.facts.values().map(|fact| fact.stamp.n));
    let notes = sheet.items.values().flat_map(|item| item.notes.values()).filter_map(|words| Some(words.version()?.n));
    facts.chain(notes).max().unwrap_or(0)
}

/// What came, with what this phone itself had handed on taken out: answers are in its plans, copies of its own sheets are gone.
pub fn come_home(book: &Book, came: Book) -> Book {
    // What belongs to nobody else has no origin; of that nothing can come home.
    if came.sheets.values().all(|sheet| sheet.note(ORIGIN).is_empty()) {
        return came;
    }
    let mut mine: Table<SheetId, &Sheet> = Table::default();
    for sheet in book.sheets.values() {
        if let Some(id) = sent::sent_id(sheet).filter(|id| *id != sheet.id) {
            mine.insert(id, sheet);
        }
    }
    let mut home = Book::default();
    for sheet in came.sheets.values() {
        match mine.get(&sheet.id).filter(|_| !sheet.note(ORIGIN).is_empty()) {
            None => drop(home.fold(sheet)),
            Some(plan) if sheet.what == What::Need => {
                let joined = bring_home(plan, sheet);
                if joined != **plan {
                    home.fold(&joined);
                }
            }
            Some(_) => {}
        }
    }
    home
}
