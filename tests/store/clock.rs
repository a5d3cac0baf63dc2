//! A phone whose clock is wrong. The order of edits comes from counters, so that no day can lose a word.

use phlov::dates::Date;
use phlov::plan::*;
use phlov::saved::*;

use crate::helpers::*;

fn the_plan(tab: &Tab) -> &Sheet {
    tab.book.sheets.get(&id(1)).expect("the plan")
}

/// The last edit of a field is the one shown, whatever the clock said at each, and after a restart it still is.
fn edits_on(days: &[Date], fault: &mut Trial) {
    let phone = Phone::default();
    let mut tab = phone.open(1);
    tab.add(plan(1));
    for (n, day) in days.iter().enumerate() {
        tab.today = *day;
        let text = format!("edit {n} of {day}");
        tab.edit(&id(1), |plan, pen| {
            plan.write(pen, &need(), &text);
            plan.add_item(pen, List::Question, &text);
        });
        tab.settle();
        let after = phone.killed().open(2);
        let shown = the_plan(&after).need.current().to_owned();
        fault.tried(lost_bytes(&tab.all_words(), &after.all_words()) + lost_bytes([&text], &[shown]));
        assert!(the_plan(&after).need.others().is_empty(), "{day}: no version of an earlier day came back");
        assert_eq!(after.book, tab.book, "{day}");
    }
}

/// Two tabs that disagree about the day write the same sentence, and every question of both stays.
fn two_clocks(here: Date, there: Date, fault: &mut Trial) {
    let phone = Phone::default();
    let mut one = phone.open(1);
    one.add(plan(1));
    one.settle();
    let mut two = phone.open_other_tab(2);
    (one.today, two.today) = (here, there);
    let mut written = Vec::new();
    for (n, tab) in [&mut one, &mut two].into_iter().enumerate() {
        let text = format!("from tab {n}");
        tab.edit(&id(1), |plan, pen| {
            plan.write(pen, &need(), &text);
            plan.set_deadline(pen, Some(pen.today));
        });
        written.push(text);
    }
    one.settle();
    two.settle();
    let after = phone.killed().open(3);
    fault.tried(lost_bytes(&written, &after.all_words()));
    assert_eq!(the_plan(&after).need.versions().len(), 2, "both are shown");
}

#[test]
fn a_clock_that_is_decades_wrong_loses_no_edit() {
    for (name, wrong) in [("the clock says 1970", "1970-01-01"), ("the clock says 2099", "2099-12-31")] {
        let mut fault = Trial::of(name);
        edits_on(&[today(), day(wrong), day(wrong), today()], &mut fault);
        edits_on(&[day(wrong); 3], &mut fault);
        two_clocks(today(), day(wrong), &mut fault);
        two_clocks(day(wrong), today(), &mut fault);
        fault.note();
    }
}

#[test]
fn a_clock_that_jumps_between_saves_loses_no_edit() {
    let mut fault = Trial::of("the clock goes back and forward");
    let mut dice = Dice::new(7);
    for _ in 0..count(100, 5_000) {
        let days: Vec<Date> = (0..6).map(|_| day("1970-01-01").plus_days(dice.roll(47_000) as i32)).collect();
        edits_on(&days, &mut fault);
        two_clocks(days[0], days[1], &mut fault);
    }
    fault.note();
}

/// What is due is counted from the day that the phone tells now; what was written keeps the day it was written on.
#[test]
fn a_clock_put_right_puts_the_days_right() {
    let phone = Phone::default();
    let mut tab = phone.open(1);
    tab.today = day("2099-12-31");
    tab.add(plan(1));
    tab.edit(&id(1), |plan, pen| {
        plan.set_deadline(pen, Some(day("2026-01-12")));
    });
    let left = |today| window(the_plan(&tab), today).map(|window| window.days_left);
    assert_eq!(left(today()), Some(7), "a week from 5 January");
    assert!(left(day("2099-12-31")) < Some(0));
    assert!(matches!(tab.store.state(), SaveState::Saving | SaveState::Saved));
}
