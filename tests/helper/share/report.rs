//! Numbers of a period: nobody twice, small counts hidden so that they cannot be worked out.

use super::{book, day, helped, plan, rated, reply, share, some_service, take, zebra};
use crate::{id, pen};
use phlov::kb::{standards, ServiceId};
use phlov::plan::helper::need::names::Names;
use phlov::plan::helper::need::{need_id, sent};
use phlov::plan::helper::report::cells::{hide, Cells, FEWEST};
use phlov::plan::helper::report::csv::csv;
use phlov::plan::helper::report::{report, Period, Report};
use phlov::plan::{fact, Book, List, Outcome, Sheet, What};
use phlov::saved::transfer::{bundle, parcel};
use proptest::prelude::*;

/// All tables that would be shown as this one: what somebody who knows the rule can still think possible.
fn possible(shown: &Cells) -> Vec<Vec<(String, usize)>> {
    let total = shown.total.expect("a total");
    let codes: Vec<&String> = shown.cells.iter().filter(|cell| cell.count.is_none()).map(|cell| &cell.code).collect();
    let known: Vec<(String, usize)> = shown.cells.iter().filter_map(|cell| Some((cell.code.clone(), cell.count?))).collect();
    let hidden = total - known.iter().map(|(_, count)| count).sum::<usize>();
    let mut ways: Vec<Vec<usize>> = vec![Vec::new()];
    for left in (0..codes.len()).rev() {
        let mut longer = Vec::new();
        for way in ways {
            let rest = hidden - way.iter().sum::<usize>();
            let most = rest.saturating_sub(left);
            let least = if left == 0 { rest } else { 1 };
            longer.extend((least.max(1)..=most).map(|count| [&*way, &[count]].concat()));
        }
        ways = longer;
    }
    let whole = |way: Vec<usize>| {
        let guess = codes.iter().map(|code| (*code).clone()).zip(way);
        known.iter().cloned().chain(guess).collect::<Vec<_>>()
    };
    ways.into_iter().map(whole).filter(|guess| hide(guess) == *shown).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_hidden_count_cannot_be_worked_out(counts in prop::collection::vec(0usize..9, 1..6)) {
        let table: Vec<(String, usize)> = counts.iter().enumerate().map(|(at, count)| (format!("c{at}"), *count)).collect();
        let shown = hide(&table);
        let total: usize = counts.iter().sum();
        prop_assert_eq!(shown.total, (total == 0 || total >= FEWEST).then_some(total));
        for cell in &shown.cells {
            let real = table.iter().find(|(code, _)| *code == cell.code).expect("a count").1;
            prop_assert!(cell.count.is_none_or(|count| count == real && count >= FEWEST));
        }
        if shown.total.is_some() && shown.is_hiding() && !shown.cells.is_empty() {
            let possible = possible(&shown);
            for cell in shown.cells.iter().filter(|cell| cell.count.is_none()) {
                let said: Vec<usize> = possible.iter().map(|way| way.iter().find(|(code, _)| *code == cell.code).expect("a count").1).collect();
                prop_assert!(said.iter().any(|count| *count != said[0]), "{:?} is {} in {:?}", cell.code, said[0], shown);
            }
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn in_whatever_order_phones_meet_the_report_is_the_same(order in Just((0..12usize).collect::<Vec<_>>()).prop_shuffle(), twice in 0usize..12) {
        let needs = many();
        let mut there = Book::default();
        for at in order.into_iter().chain([twice]) {
            take(&mut there, &parcel(&needs[at]));
        }
        let mut one = Book::default();
        take(&mut one, &bundle(&needs));
        prop_assert_eq!(all(&there), all(&one));
        let made = all(&one);
        prop_assert_eq!((made.people, made.needs.total), (Some(12), Some(12)));
    }
}

/// The needs of twelve people, seven in one province.
fn many() -> Vec<Sheet> {
    (0..12u64)
        .map(|n| {
            let whom = helped(100 + n, &format!("Zebra{n}"), if n < 7 { "12" } else { "01" });
            let mut plan = plan(200 + n, &whom);
            if n < 6 {
                plan.conclude(&pen(), None, Outcome::Solved);
            }
            if n < 5 {
                reply(&mut plan, &pen(), 1, &pen().today.plus_days(n as i32 * 2).to_string(), "yes");
            }
            share(&book(&[whom, plan.clone()]), &plan.id, false)
        })
        .collect()
}

fn nine() -> Vec<&'static str> {
    standards().iter().map(|standard| standard.id.str()).collect()
}

pub fn all(book: &Book) -> Report {
    report(book, Period::default(), "", &nine(), pen().today)
}

fn counts(cells: &Cells) -> Vec<(&str, Option<usize>)> {
    cells.cells.iter().map(|cell| (cell.code.as_str(), cell.count)).collect()
}

#[test]
fn a_report_counts_people_needs_offices_outcomes_and_answers() {
    let mut book = Book::default();
    take(&mut book, &bundle(&many()));
    let made = all(&book);
    let service = ["service:", some_service()].concat();
    assert_eq!(counts(&made.needs), [(&*service, Some(12))]);
    let first = ServiceId::parse(some_service()).expect("a service").get().authorities.get(0).expect("an office").authority;
    assert_eq!(counts(&made.offices), [(first.name(), Some(12))]);
    assert_eq!(counts(&made.kinds), [("problem", Some(12))]);
    assert_eq!(counts(&made.outcomes), [("open", Some(6)), ("solved", Some(6))]);
    assert_eq!(counts(&made.questions), [("open", Some(19)), ("answered", Some(5))]);
    assert_eq!(made.days, Some((4, 2, 6)), "days that occurred: 0, 2, 4, 6, 8");
    // A province with five people has numbers, of four answers in it none is said.
    let there = report(&book, Period::default(), "01", &nine(), pen().today);
    assert_eq!((there.people, there.needs.total, there.days), (Some(5), Some(5), None));
    // One person fewer, and nothing is.
    let gone = need_id(&id(207));
    book.sheets.get_mut(&gone).expect("a need").set_removed(&pen(), true);
    let there = report(&book, Period::default(), "01", &nine(), pen().today);
    assert_eq!((there.people, there.needs.total, there.needs.cells.len()), (None, None, 0));
}

#[test]
fn nobody_is_counted_twice() {
    // The same woman with two plans, one of which is also here as a need from another phone.
    let mut here = book(&[zebra(), plan(1, &zebra()), plan(2, &zebra())]);
    let shared = share(&here, &id(1), false);
    let other = many();
    for need in other.iter().chain([&shared]) {
        here.fold(need);
    }
    let made = all(&here);
    assert_eq!((made.people, made.needs.total), (Some(13), Some(14)));
    // On a phone that has only her needs she is one person too.
    let mut there = Book::default();
    take(&mut there, &bundle(&[&other[..], &[shared, share(&here, &id(2), false)]].concat()));
    let made = all(&there);
    assert_eq!((made.people, made.needs.total), (Some(13), Some(14)));
}

#[test]
fn plans_of_her_own_and_agendas_are_nobodys_need() {
    let mut agenda = plan(3, &zebra());
    agenda.set_fact(&pen(), "queue", "nssf");
    let mut own = plan(4, &zebra());
    own.set_fact(&pen(), fact::FOR, "");
    assert!(all(&book(&[zebra(), agenda, own])).needs.total == Some(0));
}

#[test]
fn standards_are_shown_from_five_people_on_and_actions_by_their_day() {
    let one = book(&[zebra(), rated(21, &[1, 2, 4, 5])]);
    assert!(all(&one).standards.iter().all(Option::is_none));
    let two = book(&[zebra(), rated(21, &[1, 2, 4, 5]), rated(23, &[5])]);
    let median = all(&two).standards[0].as_ref().and_then(|picture| picture.median());
    assert_eq!(median, Some(4), "the middle of 1, 2, 4, 5, 5");
    // A copy of it that came back is not a second visit.
    let mut three = two.clone();
    let copy = sent::copy(two.sheets.get(&id(21)).expect("a visit"), "12", "Team 1", &Names::of(&two)).expect("a copy");
    three.fold(&copy);
    assert_eq!(all(&three).standards, all(&two).standards);

    let mut meeting = Sheet::blank(What::Workshop, id(30), &pen());
    for (at, due) in ["2026-11-01", "2026-11-19", "2026-11-20", "2026-12-01", ""].iter().cycle().take(15).enumerate() {
        let step = meeting.add_item(&pen(), List::Step, "x");
        meeting.set_item_fact(&pen(), &step, fact::DUE, due);
        meeting.set_done(&pen(), &step, at >= 10);
    }
    let made = all(&book(&[meeting]));
    assert_eq!(made.actions.total, Some(15));
    assert_eq!(counts(&made.actions), [("open", Some(6)), ("done", None), ("late", None)], "the total would tell the four");
}

#[test]
fn periods_hold_their_first_and_last_day() {
    let today = day("2026-11-20");
    for (code, from, to) in [
        ("month", "2026-11-01", "2026-11-30"),
        ("last-month", "2026-10-01", "2026-10-31"),
        ("quarter", "2026-10-01", "2026-12-31"),
        ("last-quarter", "2026-07-01", "2026-09-30"),
        ("year", "2026-01-01", "2026-12-31"),
        ("last-year", "2025-01-01", "2025-12-31"),
    ] {
        let period = Period::of(code, today);
        assert_eq!(period, Period { from: Some(day(from)), to: Some(day(to)) }, "{code}");
        assert!(period.holds(day(from)) && period.holds(day(to)) && !period.holds(day(to).plus_days(1)));
    }
    assert_eq!(Period::of("last-month", day("2026-01-15")).from, Some(day("2025-12-01")));
    assert_eq!(Period::of("last-quarter", day("2026-02-28")).to, Some(day("2025-12-31")));
    assert!(Period::of("all", today).holds(day("1990-01-01")));
}

#[test]
fn a_table_for_other_programs_is_quoted_and_holds_no_formula() {
    let rows =
        [vec!["a".to_owned(), "b, c".to_owned()], vec!["=1+1".to_owned(), "say \"hi\"".to_owned()], vec![" @x\n".to_owned()]];
    assert_eq!(csv(&rows), "\u{feff}a,\"b, c\"\r\n'=1+1,\"say \"\"hi\"\"\"\r\n\"' @x\n\"\r\n");
}
