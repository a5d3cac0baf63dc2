//! Plans: what the commands do, that undo takes them back, that copies merge with nothing lost, what comes next.

mod calendar;
#[path = "../helpers/mod.rs"]
mod helpers;
mod ics;
mod links;
mod local;
mod meeting;
mod merge;
mod next;
mod people;
mod reach;
mod relied;
mod year;

use helpers::*;
use phlov::dates::Date;
use phlov::plan::*;

// ── dates ──

#[test]
fn days_are_read_and_printed_and_counted() {
    for text in ["2026-01-05", "2020-02-29", "0001-01-01", "9999-12-31"] {
        assert_eq!(day(text).to_string(), text);
    }
    for text in ["", "2026-1-5", "2026-02-29", "2026-13-01", "26-01-05", "+026-01-05", "2026-01-05x", "២០២៦-០១-០៥"]
    {
        assert_eq!(Date::parse(text), None, "{text}");
    }
    // Kunthea's letter: 20 February 2020, thirty days.
    assert_eq!(day("2020-02-20").plus_days(30), day("2020-03-21"));
    assert_eq!(day("2020-03-21").days_until(day("2020-02-20")), -30);
    assert_eq!(today().weekday(), 0, "a Monday");
    let end = day("9999-12-31");
    assert_eq!(end.plus_days(1), end);
}

#[test]
fn the_day_in_cambodia_begins_at_seventeen_hours_utc() {
    for (unix_ms, expected) in [
        (0, "1970-01-01"),
        (-7 * 3_600_000 - 1, "1969-12-31"),
        (1_767_632_399_999, "2026-01-05"),
        (1_767_632_400_000, "2026-01-06"),
        (4_070_908_800_000, "2099-01-01"),
    ] {
        assert_eq!(Date::in_cambodia(unix_ms), day(expected), "{unix_ms}");
    }
}

// ── commands ──

fn ids(plan: &Sheet, list: List) -> String {
    let ids: Vec<&str> = plan.visible(list).iter().map(|item| item.id.as_str()).collect();
    ids.join(" ")
}

#[test]
fn a_new_plan_has_the_entries_of_its_service_in_order() {
    let plan = plan(1);
    assert_eq!(ids(&plan, List::Step), "s1 s2 s3");
    assert_eq!(ids(&plan, List::Document), "d1 d2");
    assert_eq!(ids(&plan, List::Question), "q2 q1");
    assert_eq!(plan.need.current(), "");
    assert!(plan.is_open());
    assert_eq!(SheetId::parse(plan.id.as_str()), Some(plan.id.clone()));
}

#[test]
fn items_are_added_moved_ticked_removed_and_come_back() {
    let (mut plan, pen) = (plan(1), pen(1));
    let own = plan.add_item(&pen, List::Step, "ទូរស័ព្ទទៅបងស្រី");
    assert_eq!(ids(&plan, List::Step), format!("s1 s2 s3 {own}"));
    assert!(plan.move_up(&pen, &own));
    assert!(plan.move_up(&pen, &own));
    assert_eq!(ids(&plan, List::Step), format!("s1 {own} s2 s3"));
    assert!(plan.move_down(&pen, &item("s1")));
    assert_eq!(ids(&plan, List::Step), format!("{own} s1 s2 s3"));
    assert!(!plan.move_up(&pen, &own), "it is the first");
    assert!(!plan.move_down(&pen, &item("s3")), "it is the last");
    assert!(plan.set_done(&pen, &own, true));
    assert!(!plan.set_done(&pen, &own, true), "nothing changed");
    assert!(plan.remove_item(&pen, &item("s1")));
    assert_eq!(ids(&plan, List::Step), format!("{own} s2 s3"));
    assert!(!plan.has(List::Step, 1));
    assert_eq!(plan.add_from(&pen, List::Step, 1), item("s1"));
    assert_eq!(ids(&plan, List::Step), format!("{own} s2 s3 s1"), "at the end");
    assert!(!plan.move_up(&pen, &item("s9")), "no such item");
    assert_eq!(plan.write_over(&pen, &Field::Item(item("s9")), None, "x"), None);
}

#[test]
fn words_are_kept_exactly_as_typed() {
    let long = "ស្ត្រី".repeat(5_000 / 6);
    let mut fault = Trial::of("odd texts");
    for text in NASTY.iter().copied().chain([long.as_str()]) {
        let (mut plan, pen) = (plan(1), pen(1));
        for field in [Field::Title, Field::Need, Field::Item(item("s1"))] {
            assert_eq!(plan.write(&pen, &field, text), !text.is_empty());
            let kept = plan.words(&field).map(|words| words.current().to_owned());
            fault.tried(lost_bytes([&text.to_owned()], &[kept.unwrap_or_default()]));
        }
    }
    fault.note();
}

#[test]
fn names_of_items_are_checked() {
    for good in ["s1", "d255", "q7", "sx12-abc"] {
        assert_eq!(item(good).to_string(), good);
    }
    for bad in ["", "s", "s256", "x1", "sy1", "s-1", "S1", "s1 ", "__proto__", "ស1"] {
        assert_eq!(ItemId::parse(bad), None, "{bad}");
    }
    for bad in ["", "../x", "a b", "A", "é", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"] {
        assert_eq!(SheetId::parse(bad), None, "{bad}");
    }
}

// ── book ──

#[test]
fn the_book_takes_in_copies_and_says_whether_they_were_new() {
    let mut book = Book::default();
    let mut copy = plan(1);
    assert!(book.fold(&copy));
    assert!(!book.fold(&copy));
    copy.write(&pen(2), &need(), "new");
    assert!(book.fold(&copy));

    let mut prefs = Prefs::default();
    prefs.edit(&pen(2), |prefs, stamp| prefs.theme.set(Theme::Dark, stamp));
    prefs.set_flag(&pen(2), "saw-welcome", true);
    assert!(book.fold_prefs(&prefs));
    assert!(!book.fold_prefs(&prefs));
    assert_eq!(book.prefs.theme.value, Theme::Dark);
    assert!(book.prefs.flag("saw-welcome"));
    let pen = book.pen(Replica(3), today());
    book.prefs.edit(&pen, |prefs, stamp| prefs.theme.set(Theme::Light, stamp));
    assert_eq!(prefs.merge(&book.prefs).theme.value, Theme::Light, "the later edit wins");
    assert_eq!(prefs.merge(&book.prefs), book.prefs.merge(&prefs));
}
