//! Who answers what an office does not: a law firm, an accountant, an organization. A typed view over sheets of
//! [`What::Partner`](super::super::What::Partner). The title is the name, else it is an organization of the directory ([`super::ORGANIZATION`]).
//! Ways to reach it stand as those of a person; questions sent to it are its questions, ticked when it answered.

use super::super::sort::sort_many;
use super::super::{Book, List, Sheet, What};
use super::workshop::is_answered;
use crate::dates::Date;
use crate::kb::{Help, OrganizationId};

/// What it is, on what terms it works, how the agreement stands: codes.
pub const KINDS: &[&str] = &["law", "accountant", "ngo", "university", "association", "other"];
pub const TERMS: &[&str] = &["pro-bono", "reduced", "paid", "agreement"];
pub const MOUS: &[&str] = &["none", "planned", "signed"];
pub const KIND: &str = "kind";
pub const TERM: &str = "terms";
pub const MOU: &str = "mou";
/// Fact: the last day of the agreement. Note: who is spoken to there.
pub const UNTIL: &str = "until";
pub const FOCAL: &str = "focal";

/// So many days before its end an agreement is talked about again.
pub const AHEAD: i32 = 60;

/// The kind of an organization of the directory.
pub fn kind_of(organization: OrganizationId) -> &'static str {
    let at = match organization.get().help {
        Help::Legal => 0,
        Help::Business => 4,
        _ => 2,
    };
    KINDS.get(at).copied().unwrap_or_default()
}

/// Days until a signed agreement ends, when that is soon or past.
pub fn ending(sheet: &Sheet, today: Date) -> Option<i32> {
    let until = Date::parse(sheet.fact(UNTIL)).filter(|_| sheet.fact(MOU) == "signed")?;
    Some(today.days_until(until)).filter(|days| *days <= AHEAD)
}

/// How many questions were sent to it, and how many it answered.
pub fn asked(sheet: &Sheet) -> (usize, usize) {
    let questions = sheet.visible(List::Question);
    (questions.len(), questions.iter().filter(|question| is_answered(question)).count())
}

/// Partners that are not in the bin: those whose agreement ends soon first, then those touched last.
pub fn all(book: &Book, today: Date) -> Vec<&Sheet> {
    let mut all: Vec<&Sheet> = book.of_all(What::Partner).filter(|sheet| !sheet.removed.value).collect();
    let key = |sheet: &Sheet| (ending(sheet, today).unwrap_or(i32::MAX), std::cmp::Reverse(sheet.touched.stamp));
    sort_many(&mut all, &|one, other| key(one) < key(other));
    all
}
