//! One question about a law, and what different people said to it: a typed view over sheets of [`What::Inquiry`](super::What::Inquiry).
//! Answers are contacts of the sheet. Whether they agree is computed and never stored.

use super::sort::sort_by_key;
use super::{fact, Book, Item, ItemId, List, Pen, Sheet};
use crate::dates::Date;

/// What an answer comes down to, as it is saved.
pub const SAYS: [&str; 4] = ["yes", "no", "depends", "unknown"];
/// How it was given.
pub const GIVEN: [&str; 2] = ["oral", "written"];

/// How the answers stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody said anything yet, or nobody knew.
    Open,
    /// One answer, by mouth.
    OneOral,
    /// One answer in writing, or several by mouth that agree.
    Likely,
    /// Several agree, one of them in writing.
    Sure,
    /// They do not agree.
    Conflict,
}

/// Notes an answer.
pub fn add_answer(inquiry: &mut Sheet, pen: &Pen, says: &str) -> ItemId {
    let id = inquiry.add_item(pen, List::Contact, "");
    inquiry.set_item_fact(pen, &id, fact::RESULT, says);
    inquiry.set_item_fact(pen, &id, fact::DAY, &pen.today.to_string());
    id
}

/// The answers, the newest first.
pub fn answers(inquiry: &Sheet) -> Vec<&Item> {
    let mut answers = inquiry.visible(List::Contact);
    answers.reverse();
    sort_by_key(&mut answers, |answer| std::cmp::Reverse(answer.day(fact::DAY)));
    answers
}

/// How the answers stand to each other. "Nobody knows" is no answer.
pub fn standing(inquiry: &Sheet) -> Standing {
    let known = |answer: &&Item| !matches!(answer.fact(fact::RESULT), "" | "unknown");
    let all: Vec<&Item> = answers(inquiry).into_iter().filter(known).collect();
    let Some(first) = all.first() else { return Standing::Open };
    let agree = all.iter().all(|answer| answer.fact(fact::RESULT) == first.fact(fact::RESULT));
    let written = all.iter().any(|answer| answer.fact(fact::WRITTEN) == "written");
    match (agree, all.len() > 1, written) {
        (false, ..) => Standing::Conflict,
        (true, true, true) => Standing::Sure,
        (true, false, false) => Standing::OneOral,
        (true, ..) => Standing::Likely,
    }
}

/// When she wants to ask again.
pub fn ask_again(inquiry: &Sheet) -> Option<Date> {
    inquiry.deadline.value
}

/// Those of a book, about this law (id of a content entry) or all; the last touched first.
pub fn all<'b>(book: &'b Book, law: Option<&str>) -> Vec<&'b Sheet> {
    let fits = |inquiry: &&Sheet| !inquiry.removed.value && law.is_none_or(|law| inquiry.fact(fact::LAW) == law);
    let mut found: Vec<&Sheet> = book.inquiries().filter(fits).collect();
    sort_by_key(&mut found, |inquiry| std::cmp::Reverse(inquiry.touched.stamp));
    found
}

/// Those to be asked again, the earliest day first.
pub fn watched(book: &Book) -> Vec<&Sheet> {
    let mut found = all(book, None);
    found.retain(|inquiry| ask_again(inquiry).is_some());
    sort_by_key(&mut found, |inquiry| ask_again(inquiry));
    found
}
