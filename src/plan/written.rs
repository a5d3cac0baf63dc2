//! A letter she writes: a typed view over sheets of [`What::Letter`](super::What::Letter). What stands in it is composed when it is
//! shown; kept are her choices, what she filled in, and the words she changed.

use super::sort::sort_by_key;
use super::{fact, Book, Pen, Sheet, SheetId};
use crate::dates::Date;

/// Blanks that are days, kept as facts; the others are words, kept as notes.
pub const DAYS: [&str; 8] = ["letter-date", "received", "deadline", "day", "answer-by", "asked-on", "said-on", "today"];

/// The name of a fact or note of a blank or a sentence.
fn of(what: &str, name: &str) -> String {
    [what, ":", name].concat()
}

/// The name under which a blank is kept.
pub fn blank(name: &str) -> String {
    of("blank", name)
}

/// What it is for (id of a content entry).
pub fn purpose(letter: &Sheet) -> &str {
    letter.fact(fact::PURPOSE)
}

/// The plan it belongs to.
pub fn plan(letter: &Sheet) -> Option<SheetId> {
    SheetId::parse(letter.fact(fact::PLAN))
}

/// The complaint it belongs to.
pub fn case(letter: &Sheet) -> Option<SheetId> {
    SheetId::parse(letter.fact(fact::CASE))
}

/// What she filled in; a day as `YYYY-MM-DD`.
pub fn filled<'a>(letter: &'a Sheet, name: &str) -> &'a str {
    match DAYS.contains(&name) {
        true => letter.fact(&blank(name)),
        false => letter.note(&blank(name)),
    }
}

/// Whether she chose a sentence or took it out; `None`: neither.
pub fn chose(letter: &Sheet, n: u8) -> Option<bool> {
    match letter.fact(&of("phrase", &n.to_string())) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// Chooses a sentence, or takes it out.
pub fn choose(letter: &mut Sheet, pen: &Pen, n: u8, on: bool) -> bool {
    letter.set_fact(pen, &of("phrase", &n.to_string()), if on { "yes" } else { "no" })
}

/// The note with her own wording in a language; empty: as composed.
pub fn own_words(language: &str) -> String {
    of("text", language)
}

/// The day on which she sent it.
pub fn sent(letter: &Sheet) -> Option<Date> {
    Date::parse(letter.fact(fact::SENT))
}

/// Whether she chose or wrote something in it: one that was only looked at is not among her letters.
pub fn is_begun(letter: &Sheet) -> bool {
    let given = |name: &str| name == fact::PURPOSE || name == fact::PLAN;
    letter.facts.iter().any(|(name, fact)| !given(name) && !fact.value.is_empty())
        || letter.notes.values().any(|words| !words.current().trim().is_empty())
}

fn there(book: &Book) -> Vec<&Sheet> {
    let mut letters: Vec<&Sheet> = book.letters().filter(|letter| !letter.removed.value).collect();
    sort_by_key(&mut letters, |letter| std::cmp::Reverse(letter.touched.stamp));
    letters
}

/// Her letters, the last touched first.
pub fn all(book: &Book) -> Vec<&Sheet> {
    let mut letters = there(book);
    letters.retain(|letter| is_begun(letter));
    letters
}

/// The one that is being written for this purpose and plan: not sent yet, perhaps not begun.
pub fn unsent<'a>(book: &'a Book, purpose: &str, plan: Option<&SheetId>) -> Option<&'a Sheet> {
    unsent_of(book, purpose, |letter| self::plan(letter).as_ref() == plan && case(letter).is_none())
}

/// The same, for this complaint.
pub fn unsent_for<'a>(book: &'a Book, purpose: &str, complaint: &SheetId) -> Option<&'a Sheet> {
    unsent_of(book, purpose, |letter| case(letter).as_ref() == Some(complaint))
}

fn unsent_of<'a>(book: &'a Book, purpose: &str, fits: impl Fn(&Sheet) -> bool) -> Option<&'a Sheet> {
    there(book).into_iter().find(|letter| self::purpose(letter) == purpose && sent(letter).is_none() && fits(letter))
}
