//! Her own year: what she did is counted in the year in which it happened.

use crate::helpers::*;
use phlov::plan::score::{begin, set_mark, Mark};
use phlov::plan::year::{of, years, Kind};
use phlov::plan::{fact, Book, List, Outcome, Pen, Sheet, What};

fn pen_on(text: &str) -> Pen {
    Pen { today: day(text), ..pen(1) }
}

fn book(sheets: Vec<Sheet>) -> Book {
    let mut book = Book::default();
    for sheet in sheets {
        book.fold(&sheet);
    }
    book
}

#[test]
fn an_empty_book_has_an_empty_year() {
    let book = Book::default();
    assert!(of(&book, 2026).is_empty());
    assert_eq!(years(&book, day("2026-03-01")), [2026], "this year always stands there");
}

#[test]
fn what_she_did_is_counted_and_what_is_in_the_bin_is_not() {
    let pen = pen_on("2026-05-05");
    let mut plan = plan(1);
    plan.made = day("2026-01-05");
    let meeting = plan.add_meeting(&pen, "");
    plan.set_item_fact(&pen, &meeting, fact::DAY, "2026-05-04");
    plan.set_item_fact(&pen, &meeting, fact::HELD, "yes");
    plan.conclude(&pen, None, Outcome::Partly);
    plan.set_fact(&pen, fact::HELPED, "by-letter");
    let step = plan.visible(List::Step)[0].id.clone();
    plan.set_done(&pen, &step, true);
    let mut letter = Sheet::blank(What::Letter, id(2), &pen);
    letter.set_fact(&pen, fact::SENT, "2025-12-31");
    let mut score = Sheet::blank(What::Score, id(3), &pen);
    let unrated = Sheet::blank(What::Score, id(4), &pen);
    let me = begin(&mut score, &pen);
    set_mark(&mut score, &pen, &me, "no-delay", Mark::Unseen);
    let mut business = Sheet::blank(What::Business, id(5), &pen);
    business.set_fact(&pen, "done:nssf-contributions:1:2026-04", "2026-05-01");
    business.set_fact(&pen, "done:nssf-contributions:1:2025-12", "2026-01-10");
    business.set_fact(&pen, "done:tax-patent:1:2025", "2025-02-01");
    let mut gone = Sheet::blank(What::Complaint, id(6), &pen);
    gone.set_removed(&pen, true);
    let inquiry = Sheet::blank(What::Inquiry, id(7), &pen);
    let book = book(vec![plan, letter, score, unrated, business, gone, inquiry]);
    let year = of(&book, 2026);
    let expected = [
        (Kind::Plans, 1),
        (Kind::Meetings, 1),
        (Kind::Letters, 0),
        (Kind::Inquiries, 1),
        (Kind::Scores, 1),
        (Kind::Complaints, 0),
        (Kind::Steps, 1),
        (Kind::Duties, 2),
    ];
    for (kind, count) in expected {
        assert_eq!(year.counts[kind as usize], count, "{kind:?}");
    }
    assert_eq!(year.ended, [0, 1, 0]);
    assert_eq!(year.helped, [(id(1), "by-letter".to_owned())]);
    let before = of(&book, 2025);
    assert_eq!(before.counts[Kind::Letters as usize], 1);
    assert_eq!(before.counts[Kind::Duties as usize], 1);
    assert_eq!(before.ended, [0; 3]);
}

#[test]
fn years_stand_with_the_latest_first() {
    let mut old = plan(1);
    old.made = day("2024-06-01");
    let book = book(vec![old]);
    assert_eq!(years(&book, day("2027-01-01")), [2027, 2026, 2024]);
}
