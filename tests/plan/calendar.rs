//! What is coming: which days count, and in which week they stand.

use phlov::dates::Date;
use phlov::plan::*;
use proptest::prelude::*;

use crate::helpers::*;

fn book_of(plans: impl IntoIterator<Item = Sheet>) -> Book {
    let mut book = Book::default();
    for plan in plans {
        book.fold(&plan);
    }
    book
}

fn told(book: &Book, contacts: Vec<(SheetId, Date)>) -> Vec<String> {
    let line = |line: Coming<'_>| {
        let time = line.time.map_or(String::new(), |(hour, minute)| format!(" {hour:02}:{minute:02}"));
        let item = line.item.map_or(String::new(), |item| format!(" {}", item.text.current()));
        format!("{}{time} {:?}{item}", line.day, line.event)
    };
    coming(book, contacts, Vec::new()).into_iter().map(line).collect()
}

#[test]
fn last_days_meetings_promises_and_contacts_come_in_the_order_of_their_days() {
    let (mut one, mut two, pen) = (plan(1), plan(2), pen(1));
    one.set_deadline(&pen, Some(day("2026-01-20")));
    two.set_deadline(&pen, Some(day("2026-01-02")));
    let late = two.add_item(&pen, List::Meeting, "afternoon");
    let early = two.add_item(&pen, List::Meeting, "morning");
    let some_time = two.add_item(&pen, List::Meeting, "some time");
    let no_day = two.add_item(&pen, List::Meeting, "no day yet");
    for (meeting, time) in [(&late, "15:30"), (&early, "09:05"), (&some_time, "")] {
        two.set_item_fact(&pen, meeting, fact::DAY, "2026-01-20");
        two.set_item_fact(&pen, meeting, fact::TIME, time);
    }
    two.set_item_fact(&pen, &no_day, fact::DAY, "soon");
    let promise = two.add_item(&pen, List::Step, "they reply");
    two.set_item_fact(&pen, &promise, fact::DUE, "2026-01-09");
    let person = Sheet::blank(What::Person, id(3), &pen);
    let contacts = vec![(id(3), day("2026-01-09")), (id(9), day("2026-01-01"))];
    let expected = [
        "2026-01-02 LastDay",
        "2026-01-09 Promise they reply",
        "2026-01-09 Contact",
        "2026-01-20 Meeting some time",
        "2026-01-20 LastDay",
        "2026-01-20 09:05 Meeting morning",
        "2026-01-20 15:30 Meeting afternoon",
    ];
    assert_eq!(told(&book_of([one, two, person]), contacts), expected);
}

#[test]
fn what_is_over_does_not_come() {
    let full = |change: &dyn Fn(&mut Sheet, &ItemId, &ItemId) -> bool| {
        let (mut plan, pen) = (plan(1), pen(1));
        plan.set_deadline(&pen, Some(day("2026-02-01")));
        let meeting = plan.add_item(&pen, List::Meeting, "m");
        plan.set_item_fact(&pen, &meeting, fact::DAY, "2026-02-02");
        let promise = plan.add_item(&pen, List::Step, "p");
        plan.set_item_fact(&pen, &promise, fact::DUE, "2026-02-03");
        change(&mut plan, &meeting, &promise);
        told(&book_of([plan]), Vec::new()).len()
    };
    let pen = pen(1);
    assert_eq!(full(&|_, _, _| false), 3);
    assert_eq!(full(&|plan, meeting, _| plan.set_item_fact(&pen, meeting, fact::HELD, "yes")), 2);
    assert_eq!(full(&|plan, meeting, _| plan.remove_item(&pen, meeting)), 2);
    assert_eq!(full(&|plan, _, promise| plan.set_done(&pen, promise, true)), 2);
    assert_eq!(full(&|plan, _, _| plan.set_deadline(&pen, None)), 2);
    assert_eq!(full(&|plan, _, _| plan.set_archived(&pen, true)), 0);
    assert_eq!(full(&|plan, _, _| plan.set_removed(&pen, true)), 0);
}

#[test]
fn times_are_read_exactly() {
    assert_eq!((time("00:00"), time("09:05"), time("23:59")), (Some((0, 0)), Some((9, 5)), Some((23, 59))));
    for bad in ["", "9:05", "24:00", "12:60", "12", "12:5", "+1:00", "12:00:00", "១២:០០", "-1:00"] {
        assert_eq!(time(bad), None, "{bad}");
    }
}

#[test]
fn weeks_begin_on_monday_also_across_the_ends_of_months_and_years() {
    use When::*;
    for (today, coming, expected) in [
        // 5 January 2026 is a Monday.
        ("2026-01-05", "2026-01-04", Overdue),
        ("2026-01-05", "2026-01-05", ThisWeek),
        ("2026-01-05", "2026-01-11", ThisWeek),
        ("2026-01-05", "2026-01-12", NextWeek),
        ("2026-01-11", "2026-01-11", ThisWeek),
        ("2026-01-11", "2026-01-12", NextWeek),
        ("2026-01-11", "2026-01-18", NextWeek),
        ("2026-01-11", "2026-01-19", Month(2026, 1)),
        // A week with the end of the year in it, and a leap day.
        ("2025-12-31", "2026-01-04", ThisWeek),
        ("2025-12-31", "2026-01-05", NextWeek),
        ("2024-02-26", "2024-02-29", ThisWeek),
        ("2024-02-26", "2024-03-03", ThisWeek),
        ("2024-02-26", "2024-03-04", NextWeek),
        ("2023-02-27", "2023-03-01", ThisWeek),
        ("2024-02-26", "2024-03-11", Month(2024, 3)),
        // A clock gone wild.
        ("1970-01-01", "2026-01-05", Month(2026, 1)),
        ("2099-01-01", "2026-01-05", Overdue),
        ("9999-12-31", "9999-12-31", ThisWeek),
    ] {
        assert_eq!(When::of(day(coming), day(today)), expected, "{coming} seen from {today}");
    }
}

fn any_day() -> impl Strategy<Value = Date> {
    (0..60_000).prop_map(|days| day("1960-01-01").plus_days(days))
}

proptest! {
    #[test]
    fn every_day_has_one_place_and_places_never_go_back(today in any_day(), coming in any_day()) {
        let here = When::of(coming, today);
        prop_assert_eq!(here == When::Overdue, coming < today);
        prop_assert!(When::of(coming.plus_days(1), today) >= here);
        // Seen by counting days from Monday to Sunday.
        let mut sunday = today;
        while sunday.weekday() != 6 {
            sunday = sunday.plus_days(1);
        }
        prop_assert_eq!(here == When::ThisWeek, today <= coming && coming <= sunday);
        prop_assert_eq!(here == When::NextWeek, sunday < coming && coming <= sunday.plus_days(7));
        if let When::Month(year, month) = here {
            prop_assert_eq!((year, month), (coming.year(), coming.month()));
        }
    }

    #[test]
    fn the_list_is_sorted_and_complete(days in prop::collection::vec(prop::option::of(any_day()), 0..20)) {
        let plans = days.iter().zip(1..).map(|(day, n)| {
            let mut plan = plan(n);
            plan.set_deadline(&pen(1), *day);
            plan
        });
        let book = book_of(plans);
        let found: Vec<Date> = coming(&book, Vec::new(), Vec::new()).iter().map(|line| line.day).collect();
        let mut wanted: Vec<Date> = days.iter().flatten().copied().collect();
        wanted.sort();
        prop_assert_eq!(found, wanted);
    }
}

#[test]
fn what_was_agreed_about_a_service_stands_there_until_it_is_done() {
    let mut score = Sheet::blank(What::Score, id(7), &pen(1));
    let action = score.add_item(&pen(1), List::Step, "put up the fees");
    score.set_item_fact(&pen(1), &action, fact::DUE, "2026-02-01");
    assert_eq!(told(&book_of([score.clone()]), Vec::new()), ["2026-02-01 Promise put up the fees"]);
    score.set_done(&pen(1), &action, true);
    assert_eq!(told(&book_of([score]), Vec::new()), [""; 0]);
}
