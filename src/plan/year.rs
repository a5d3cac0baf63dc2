//! What she did in one year, counted from the book and never stored: for herself, nobody else sees it.

use super::sort::sort_by_key;
use super::{fact, written, Book, Item, List, Outcome, Sheet, What};
use crate::dates::Date;

/// What is counted, in the order of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Plans,
    Meetings,
    Contacts,
    Answers,
    Letters,
    Inquiries,
    Scores,
    Complaints,
    Steps,
    Duties,
}

/// How many kinds there are.
pub const KINDS: usize = 10;

/// One year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Year {
    /// How many of each [`Kind`].
    pub counts: [usize; KINDS],
    /// How needs ended that were concluded in this year: solved, partly, not yet ([`Outcome`]).
    pub ended: [usize; 3],
    /// What helped: the sheet and, when it was one of its items, its id; else a code.
    pub helped: Vec<(super::SheetId, String)>,
}

impl Year {
    fn add(&mut self, kind: Kind, n: usize) {
        if let Some(count) = self.counts.get_mut(kind as usize) {
            *count += n;
        }
    }

    pub fn is_empty(&self) -> bool {
        self.counts.iter().all(|count| *count == 0) && self.ended == [0; 3]
    }
}

fn is_in(day: Option<Date>, year: i32) -> bool {
    day.is_some_and(|day| day.year() == year)
}

/// The years in which something happened, the latest first; this year always.
pub fn years(book: &Book, today: Date) -> Vec<i32> {
    let mut years = vec![today.year()];
    for sheet in book.sheets.values().filter(|sheet| !sheet.removed.value) {
        for year in [sheet.made.year(), sheet.touched.value.year()] {
            if !years.contains(&year) {
                years.push(year);
            }
        }
    }
    sort_by_key(&mut years, |year| std::cmp::Reverse(*year));
    years
}

/// What she did in a year. A thing in the bin did not happen; one that is put away did.
pub fn of(book: &Book, year: i32) -> Year {
    let mut all = Year::default();
    for sheet in book.sheets.values().filter(|sheet| !sheet.removed.value) {
        count(&mut all, sheet, year);
    }
    all
}

fn count(all: &mut Year, sheet: &Sheet, year: i32) {
    let made = is_in(Some(sheet.made), year);
    let kind = match sheet.what {
        What::Plan => Some(Kind::Plans),
        What::Inquiry => Some(Kind::Inquiries),
        What::Complaint => Some(Kind::Complaints),
        What::Score => Some(Kind::Scores).filter(|_| super::score::ratings(sheet).into_iter().any(super::score::is_rated)),
        _ => None,
    };
    if let Some(kind) = kind.filter(|_| made) {
        all.add(kind, 1);
    }
    if sheet.what == What::Letter && is_in(written::sent(sheet), year) {
        all.add(Kind::Letters, 1);
    }
    if sheet.what == What::Business {
        let done = sheet.facts.iter().filter(|(name, day)| name.starts_with("done:") && is_in(Date::parse(&day.value), year));
        all.add(Kind::Duties, done.count());
    }
    for item in sheet.items.values().filter(|item| !item.removed.value) {
        count_item(all, sheet, item, year);
    }
    if is_in(Date::parse(sheet.fact(fact::OUTCOME_DAY)), year) {
        if let Some(count) = sheet.outcome().and_then(|outcome| all.ended.get_mut(outcome as usize)) {
            *count += 1;
        }
        let helped = sheet.fact(fact::HELPED);
        if !helped.is_empty() && sheet.outcome() != Some(Outcome::NotYet) {
            all.helped.push((sheet.id.clone(), helped.to_owned()));
        }
    }
}

fn count_item(all: &mut Year, sheet: &Sheet, item: &Item, year: i32) {
    match item.list {
        List::Meeting if item.is_held() && is_in(item.day(fact::DAY), year) => {
            all.add(Kind::Meetings, 1);
            let answered = sheet.visible(List::Question).into_iter().filter(|question| question.answer_in(&item.id).is_some());
            all.add(Kind::Answers, answered.count());
        }
        List::Contact if sheet.what == What::Person && is_in(item.day(fact::DAY), year) => all.add(Kind::Contacts, 1),
        // A tick bears no day; the sheet's last edit is the nearest that is known.
        List::Step if item.done.value && is_in(Some(sheet.touched.value), year) => all.add(Kind::Steps, 1),
        _ => {}
    }
}
