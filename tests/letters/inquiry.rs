//! One question about a law, many answers: whether they agree, how sure that is, and the day to ask again.

use crate::day;
use phlov::plan::inquiry::{add_answer, all, answers, standing, Standing};
use phlov::plan::{coming, fact, Book, Event, Pen, Replica, Sheet, SheetId, What};

fn pen() -> Pen {
    Pen { who: Replica(7), today: day("2026-11-22"), after: 0 }
}

/// An inquiry with these answers: what it comes down to, and how it was given.
fn inquiry(said: &[(&str, &str)]) -> Sheet {
    let mut sheet = Sheet::blank(What::Inquiry, SheetId::from_random(9), &pen());
    sheet.set_fact(&pen(), fact::LAW, "prakas-443-2018");
    for (says, given) in said {
        let id = add_answer(&mut sheet, &pen(), says);
        sheet.set_item_fact(&pen(), &id, fact::WRITTEN, given);
    }
    sheet
}

#[test]
fn answers_agree_or_do_not_and_writing_counts_more() {
    for (said, expected) in [
        (&[][..], Standing::Open),
        (&[("unknown", "oral")], Standing::Open),
        (&[("yes", "oral")], Standing::OneOral),
        (&[("yes", "oral"), ("unknown", "written")], Standing::OneOral),
        (&[("yes", "written")], Standing::Likely),
        (&[("no", "oral"), ("no", "oral")], Standing::Likely),
        (&[("no", "oral"), ("no", "written")], Standing::Sure),
        (&[("yes", "written"), ("no", "oral")], Standing::Conflict),
        (&[("yes", "oral"), ("depends", "oral")], Standing::Conflict),
    ] {
        assert_eq!(standing(&inquiry(said)), expected, "{said:?}");
    }
}

#[test]
fn the_newest_answer_stands_first_and_one_that_is_removed_no_longer_counts() {
    let mut sheet = inquiry(&[("yes", "oral"), ("no", "oral")]);
    let older = answers(&sheet)[0].id.clone();
    sheet.set_item_fact(&pen(), &older, fact::DAY, "2026-01-05");
    assert_eq!(answers(&sheet).last().map(|answer| answer.id.clone()), Some(older.clone()));
    assert_eq!(standing(&sheet), Standing::Conflict);
    sheet.remove_item(&pen(), &older);
    assert_eq!(standing(&sheet), Standing::OneOral);
}

#[test]
fn the_day_to_ask_again_stands_in_the_calendar_and_each_law_has_its_questions() {
    let mut sheet = inquiry(&[]);
    sheet.set_deadline(&pen(), Some(day("2027-01-04")));
    let mut book = Book::default();
    book.fold(&sheet);
    let lines = coming(&book, Vec::new(), Vec::new());
    assert_eq!(lines.iter().map(|line| (line.day, line.event)).collect::<Vec<_>>(), [(day("2027-01-04"), Event::AskAgain)]);
    assert_eq!(all(&book, Some("prakas-443-2018")).len(), 1);
    assert_eq!(all(&book, Some("law-labour-1997")).len(), 0);
    assert_eq!(all(&book, None).len(), 1);
    sheet.set_removed(&pen(), true);
    book.fold(&sheet);
    assert!(all(&book, None).is_empty() && coming(&book, Vec::new(), Vec::new()).is_empty());
}
