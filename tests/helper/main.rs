//! Helper mode: what is made for one person is hers, and what the helper does for many.

mod queue;
mod share;
mod survey;
mod women;
mod workshop;

use phlov::dates::Date;
use phlov::plan::{fact, Book, Pen, Replica, Sheet, SheetId, What};

pub fn id(n: u64) -> SheetId {
    SheetId::from_random(n)
}

/// A pen of 20 November 2026.
pub fn pen() -> Pen {
    Pen { who: Replica(1), today: Date::parse("2026-11-20").expect("a day"), after: 0 }
}

/// The app acts for one person at a time: the lists show what is hers, and nothing of others or of the helper.
#[test]
fn lists_show_what_is_of_the_one_acted_for() {
    let pen = pen();
    let mut book = Book::default();
    for (n, whom) in [(1, None), (2, Some(id(10))), (3, Some(id(11))), (4, Some(id(10)))] {
        let mut plan = Sheet::blank(What::Plan, id(n), &pen);
        plan.set_fact(&pen, fact::FOR, whom.as_ref().map_or("", SheetId::as_str));
        book.fold(&plan);
    }
    book.fold(&Sheet::blank(What::Person, id(5), &pen));
    let shown = |book: &Book| book.plans().map(|plan| plan.id.clone()).collect::<Vec<_>>();
    let sorted = |mut ids: Vec<SheetId>| {
        ids.sort();
        ids
    };
    assert_eq!(shown(&book), [id(1)]);
    book.acting = Some(id(10));
    assert_eq!(sorted(shown(&book)), sorted(vec![id(2), id(4)]));
    // Officials are known to the helper, whomever she helps.
    assert_eq!(book.people().count(), 1);
    assert_eq!(book.of_all(What::Plan).count(), 4);
}
