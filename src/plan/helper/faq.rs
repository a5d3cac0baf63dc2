//! An answer asked for once and for all: from draft to approved, until it expires. A typed view over sheets of [`What::Faq`].
//!
//! Where it stands is computed from the days that were noted, never stored. The question stands there in Khmer and in English; either may
//! be missing.

use super::need::{names::Names, sent};
use super::{REPLY_BY, REPLY_WRITTEN};
use crate::dates::Date;
use crate::plan::{fact, Book, Field, Pen, Sheet, SheetId, What};

/// Notes: question and answer in Khmer and in English. Beside them [`fact::LAW`] (the law they named), [`fact::OFFICE`] (fact: id of a
/// content entry), [`REPLY_WRITTEN`] and, of sheets from elsewhere, [`ORIGIN`].
pub const QUESTION_KM: &str = "question-km";
pub const QUESTION_EN: &str = "question-en";
pub const ANSWER_KM: &str = "answer-km";
pub const ANSWER_EN: &str = "answer-en";
/// Asked: the day (fact) and of whom (note). Answered: the day (fact).
pub const ASKED_DAY: &str = "asked-day";
pub const ASKED_OF: &str = "asked-of";
pub const ANSWERED_DAY: &str = "answered-day";
/// Approved: the day (fact), by which person (note [`REPLY_BY`]); the office is [`fact::OFFICE`]. The last day on which it is believed.
pub const APPROVED_DAY: &str = "approved-day";
pub const EXPIRES: &str = "expires";
/// Who may see it ([`SEES_CODES`]).
pub const SEES: &str = "sees";
/// Who shares it, in the helper's words (note): what [`ORIGIN`] says on the other phone.
pub const SHARED_BY: &str = "shared-by";
/// Which questions it answers, where they stand ([`super::queue::Place`]); it never leaves the phone.
pub const PLACES: &str = "places";

/// Only me, my team, everybody.
pub const SEES_CODES: [&str; 3] = ["me", "team", "all"];
/// How long an answer is believed when nobody said otherwise, in days.
const YEAR: i32 = 365;

/// Where an answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    Draft,
    Asked,
    Answered,
    Approved,
    Expired,
}

impl State {
    /// All, in the order of its life.
    pub const ALL: [State; 5] = [State::Draft, State::Asked, State::Answered, State::Approved, State::Expired];
}

/// Who is shown something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    Team,
    All,
}

/// A fact that is a day.
pub fn day(answer: &Sheet, name: &str) -> Option<Date> {
    Date::parse(answer.fact(name))
}

/// The last day on which it is believed: the one that was named, else a year after it was approved.
pub fn expires(answer: &Sheet) -> Option<Date> {
    day(answer, EXPIRES).or_else(|| day(answer, APPROVED_DAY).map(|day| day.plus_days(YEAR)))
}

/// How far it has come: the latest day that is noted decides; after its last day it is expired.
pub fn state(answer: &Sheet, today: Date) -> State {
    if day(answer, APPROVED_DAY).is_some() {
        return if expires(answer).is_some_and(|last| last < today) { State::Expired } else { State::Approved };
    }
    if day(answer, ANSWERED_DAY).is_some() {
        State::Answered
    } else if day(answer, ASKED_DAY).is_some() {
        State::Asked
    } else {
        State::Draft
    }
}

/// Two notes, the one in the language of the screen first; empty when neither is there.
fn either<'a>(answer: &'a Sheet, names: [&str; 2], km: bool) -> &'a str {
    let [first, second] = if km { names } else { [names[1], names[0]] };
    let first = answer.note(first);
    if first.trim().is_empty() {
        answer.note(second)
    } else {
        first
    }
}

/// In the language of the screen, or in the other one; empty when it was never written.
pub fn question(answer: &Sheet, km: bool) -> &str {
    either(answer, [QUESTION_KM, QUESTION_EN], km)
}

/// As [`question`].
pub fn answer(answer: &Sheet, km: bool) -> &str {
    either(answer, [ANSWER_KM, ANSWER_EN], km)
}

/// Whether it is an answer to go by: approved, and not expired.
pub fn holds(answer: &Sheet, today: Date) -> bool {
    answer.what == What::Faq && !answer.removed.value && state(answer, today) == State::Approved
}

/// Those that are not in the bin, those touched last first.
pub fn all(book: &Book) -> Vec<&Sheet> {
    let mut all: Vec<&Sheet> = book.of_all(What::Faq).filter(|answer| !answer.removed.value).collect();
    all.sort_by_key(|answer| std::cmp::Reverse(answer.touched.stamp));
    all
}

/// Whether it may go to others: as whoever made it chose. To everybody only what an office approved.
pub fn may_leave(answer: &Sheet, audience: Audience) -> bool {
    let [_, team, everybody] = SEES_CODES;
    let sees = answer.fact(SEES);
    let approved = day(answer, APPROVED_DAY).is_some();
    !answer.removed.value
        && match audience {
            Audience::Team => sees == team || sees == everybody,
            Audience::All => sees == everybody && approved,
        }
}

/// As it leaves the phone, alone or with others ([`sent::copy`]): without where the question came from, and with who shares it. `None`: it is
/// for her alone.
pub fn shared(answer: &Sheet, names: &Names) -> Option<Sheet> {
    sent::copy(answer, "", answer.note(SHARED_BY), names)
}

/// A draft of a question, asked about this service at this office.
pub fn draft(id: SheetId, pen: &Pen, question: [&str; 2], service: Option<&str>, office: &str) -> Sheet {
    let mut answer = Sheet::blank(What::Faq, id, pen);
    answer.service = service.map(str::to_owned);
    answer.set_fact(pen, fact::OFFICE, office);
    for (name, words) in [QUESTION_KM, QUESTION_EN].into_iter().zip(question) {
        note(&mut answer, pen, name, words);
    }
    answer
}

/// Writes a note, unless there is nothing to write.
pub fn note(sheet: &mut Sheet, pen: &Pen, name: &str, words: &str) {
    if !words.is_empty() {
        sheet.write(pen, &Field::Note(name.to_owned()), words);
    }
}

/// One step on in its life, today; what was noted of a step stays when it is taken again.
pub fn step(answer: &mut Sheet, pen: &Pen, to: State) -> bool {
    let today = pen.today.to_string();
    let day = match to {
        State::Asked => ASKED_DAY,
        State::Answered => ANSWERED_DAY,
        State::Approved => {
            answer.set_fact(pen, EXPIRES, &pen.today.plus_days(YEAR).to_string());
            APPROVED_DAY
        }
        State::Draft | State::Expired => {
            // Asked again: the answer stays to be read, and is none any more.
            let days = [ASKED_DAY, ANSWERED_DAY, APPROVED_DAY, EXPIRES];
            return days.into_iter().filter(|name| answer.set_fact(pen, name, "")).count() > 0;
        }
    };
    answer.set_fact(pen, day, &today)
}

/// What was answered, into a sheet: the words in one language, when, in writing or said aloud, by whom, by which law.
pub fn take_reply(answer: &mut Sheet, pen: &Pen, reply: &super::queue::Reply, km: bool) {
    answer.set_fact(pen, ANSWERED_DAY, &reply.day);
    answer.set_fact(pen, REPLY_WRITTEN, &reply.written);
    if !reply.office.is_empty() {
        answer.set_fact(pen, fact::OFFICE, &reply.office);
    }
    note(answer, pen, if km { ANSWER_KM } else { ANSWER_EN }, &reply.text);
    note(answer, pen, REPLY_BY, &reply.by);
    note(answer, pen, fact::LAW, &reply.law);
}
