//! How a service was: nine standards, rated by one person or by several, over several visits.

use phlov::dates::Date;
use phlov::kb::standards;
use phlov::plan::score::{self, *};
use phlov::plan::{fact, Book, ItemId, Pen, Replica, Sheet, SheetId, What};
use proptest::prelude::*;

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

fn pen(who: u32) -> Pen {
    Pen { who: Replica(who), today: day("2026-11-22"), after: 0 }
}

/// A visit to an office on a day, with these faces for the first standard, one a person.
fn visit(id: u64, on: &str, faces: &[u8]) -> Sheet {
    let mut sheet = Sheet::blank(What::Score, SheetId::from_random(id), &pen(1));
    sheet.set_fact(&pen(1), fact::OFFICE, "gdt");
    sheet.set_fact(&pen(1), fact::DAY, on);
    if faces.len() > 1 {
        sheet.set_fact(&pen(1), fact::GROUP, "yes");
    }
    for face in faces {
        rate(&mut sheet, 1, Mark::Face(*face));
    }
    sheet
}

fn rate(sheet: &mut Sheet, who: u32, mark: Mark) -> ItemId {
    let person = begin(sheet, &pen(who));
    set_mark(sheet, &pen(who), &person, FIRST, mark);
    person
}

const FIRST: &str = "clear-duties";

fn book(visits: Vec<Sheet>) -> Book {
    let mut book = Book::default();
    for visit in visits {
        book.fold(&visit);
    }
    book
}

#[test]
fn there_are_nine_standards_and_their_names_stay() {
    let ids: Vec<&str> = standards().iter().map(|standard| standard.id.str()).collect();
    assert_eq!(
        ids,
        [
            "clear-duties",
            "clear-steps",
            "answers-in-time",
            "correct-mistakes",
            "complaint-way",
            "no-delay",
            "no-extra-charge",
            "open-accountable",
            "friendly-fair"
        ],
        "ratings on phones refer to them"
    );
}

#[test]
fn a_face_is_tapped_changed_and_taken_back() {
    let mut sheet = visit(1, "2026-11-20", &[]);
    let me = rate(&mut sheet, 1, Mark::Face(2));
    let now = |sheet: &Sheet| sheet.item(&me).and_then(|rating| mark(rating, FIRST));
    assert_eq!(now(&sheet), Some(Mark::Face(2)));
    set_mark(&mut sheet, &pen(1), &me, FIRST, Mark::Face(4));
    assert_eq!(now(&sheet), Some(Mark::Face(4)));
    set_mark(&mut sheet, &pen(1), &me, FIRST, Mark::Unseen);
    assert_eq!(now(&sheet), Some(Mark::Unseen));
    set_mark(&mut sheet, &pen(1), &me, FIRST, Mark::Unseen);
    assert_eq!(now(&sheet), None, "the same once more takes it back");
    assert_eq!(Mark::parse("6"), None);
    assert_eq!(Mark::parse("0"), None);
    for mark in [Mark::Face(1), Mark::Face(5), Mark::Unseen, Mark::NotApply] {
        assert_eq!(Mark::parse(mark.code()), Some(mark));
    }
}

#[test]
fn a_mark_at_the_counter_is_one_tap_and_a_second_takes_it_back() {
    let mut sheet = visit(1, "2026-11-20", &[]);
    assert_eq!(counter(&sheet, FIRST), None);
    set_counter(&mut sheet, &pen(1), FIRST, false);
    assert_eq!(counter(&sheet, FIRST), Some(false));
    set_counter(&mut sheet, &pen(1), FIRST, true);
    assert_eq!(counter(&sheet, FIRST), Some(true));
    set_counter(&mut sheet, &pen(1), FIRST, true);
    assert_eq!(counter(&sheet, FIRST), None);
}

#[test]
fn the_middle_is_a_face_that_somebody_chose() {
    for (faces, median, spread) in [
        (&[3][..], 3, (3, 3)),
        (&[1, 5], 1, (1, 5)),
        (&[1, 2, 5], 2, (1, 5)),
        (&[1, 2, 4, 5], 2, (1, 5)),
        (&[1, 1, 4, 4, 5], 4, (1, 4)),
        (&[1, 2, 2, 3, 3, 3, 4, 4, 5], 3, (2, 4)),
    ] {
        let mut picture = Picture::default();
        faces.iter().for_each(|face| picture.add(Mark::Face(*face)));
        picture.add(Mark::Unseen);
        assert_eq!(picture.count(), faces.len(), "who did not see it chose no face");
        assert_eq!(picture.median(), Some(median), "{faces:?}");
        assert_eq!(picture.spread(), Some(spread), "{faces:?}");
    }
    assert_eq!(Picture::default().median(), None);
    assert_eq!(Picture::default().spread(), None);
}

#[test]
fn of_a_group_nothing_is_shown_below_five_people() {
    for (people, shown) in [(2, false), (4, false), (5, true), (9, true)] {
        let sheet = visit(1, "2026-11-20", &vec![4; people]);
        assert_eq!(picture(&sheet, FIRST).is_some(), shown, "{people} people");
    }
    assert!(picture(&visit(1, "2026-11-20", &[4]), FIRST).is_some(), "her own rating is hers");
    let mut few = visit(1, "2026-11-20", &[4, 4, 4, 4]);
    rate(&mut few, 1, Mark::Unseen);
    assert_eq!(picture(&few, FIRST), None, "five people, but only four faces");
}

#[test]
fn each_visit_counts_once_in_the_trend() {
    let book = book(vec![
        visit(1, "2026-09-01", &[1]),
        visit(2, "2026-10-01", &[2, 2, 2, 5, 5, 5, 5]),
        visit(3, "2026-11-01", &[4]),
        visit(4, "2026-11-02", &[]),
        visit(5, "2026-11-03", &[5, 5]),
    ]);
    let visits = visits(&book, "gdt");
    assert_eq!(visits.len(), 4, "a visit without a rating is not counted");
    let (by_visit, all) = trend(&visits, FIRST);
    let faces: Vec<u8> = by_visit.iter().map(|(_, face)| *face).collect();
    assert_eq!(faces, [1, 5, 4], "in the order of the days; two people of a group are not shown");
    assert_eq!((all.count(), all.median()), (3, Some(4)));
    assert!(score::visits(&book, "nssf").is_empty());
    assert!(score::visits(&book, "").is_empty(), "visits without an office have no trend");
}

#[test]
fn a_suggestion_for_what_was_bad_thanks_for_what_was_good() {
    let ids: Vec<&str> = standards().iter().map(|standard| standard.id.str()).collect();
    let mut sheet = visit(1, "2026-11-20", &[]);
    let me = begin(&mut sheet, &pen(1));
    for (id, face) in ids.iter().zip([1, 2, 3, 4, 5, 5, 5]) {
        set_mark(&mut sheet, &pen(1), &me, id, Mark::Face(face));
    }
    set_mark(&mut sheet, &pen(1), &me, ids[7], Mark::Unseen);
    assert_eq!(to_office(&sheet, &ids), (vec![0, 1], vec![3, 4, 5]), "at most three thanks by themselves");
    choose(&mut sheet, &pen(1), ids[0], false);
    choose(&mut sheet, &pen(1), ids[2], true);
    choose(&mut sheet, &pen(1), ids[6], true);
    choose(&mut sheet, &pen(1), ids[3], false);
    assert_eq!(to_office(&sheet, &ids), (vec![1, 2], vec![4, 5, 6]), "what she chose goes");
}

#[test]
fn two_phones_rate_one_service_and_nothing_is_lost() {
    let begun = visit(1, "2026-11-20", &[4, 4]);
    let (mut one, mut two) = (begun.clone(), begun);
    rate(&mut one, 1, Mark::Face(3));
    rate(&mut two, 2, Mark::Face(5));
    rate(&mut two, 2, Mark::Face(5));
    assert_eq!(picture(&two, FIRST), None, "four people on this phone");
    let both = one.merge(&two);
    assert_eq!(both, two.merge(&one));
    let picture = picture(&both, FIRST).expect("five people");
    assert_eq!((picture.count(), picture.median()), (5, Some(4)));
}

proptest! {
    #[test]
    fn the_middle_lies_in_the_middle_half(faces in prop::collection::vec(1u8..=5, 1..40)) {
        let mut picture = Picture::default();
        faces.iter().for_each(|face| picture.add(Mark::Face(*face)));
        let (median, (low, high)) = picture.median().zip(picture.spread()).expect("somebody chose");
        prop_assert!(faces.contains(&median) && faces.contains(&low) && faces.contains(&high));
        prop_assert!(low <= median && median <= high);
        let below = faces.iter().filter(|face| **face < median).count();
        let above = faces.iter().filter(|face| **face > median).count();
        prop_assert!(below * 2 < faces.len() && above * 2 <= faces.len());
    }
}
