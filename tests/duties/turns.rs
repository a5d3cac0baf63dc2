//! When duties come again, what a tick is for, and her year: over five years, with a leap year in them.

use crate::business::{business, pen, TAILOR};
use crate::{day, find, name};
use phlov::dates::Date;
use phlov::kb::*;
use phlov::plan::business::{all, Task};
use phlov::plan::turns::*;
use phlov::plan::{Book, PlanSeed, Sheet, SheetId, What};

fn task(of: &str) -> Task {
    let (service, n) = of.split_once(':').expect("service:n");
    Task::find(ServiceId::parse(service).expect("a service"), n.parse().expect("a number")).expect("a duty")
}

fn by(turns: &[Turn]) -> Vec<String> {
    turns.iter().map(|turn| turn.by.to_string()).collect()
}

#[test]
fn each_window_of_five_years_has_its_own_name_and_the_name_leads_back() {
    let (from, to) = (day("2026-01-01"), day("2030-12-31"));
    for (service, duty) in all_duties() {
        let all = windows(duty.due, from, to);
        let expected = match duty.due {
            Due::Month { .. } => 60,
            Due::Year { windows } => 5 * windows.len(),
            _ => 0,
        };
        assert_eq!(all.len(), expected, "{}", name((service, duty)));
        let mut names: Vec<String> = all.iter().map(|(_, by)| period(duty.due, *by)).collect();
        for ((_, by), name) in all.iter().zip(&names) {
            assert_eq!(last_day_of(duty.due, name), Some(*by), "{name}");
        }
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
        for pair in all.windows(2) {
            assert_eq!(past_window(duty.due, pair[1].1), Some(pair[0]), "the one before {}", pair[1].1);
        }
    }
    assert_eq!(period(find("nssf-contributions:1").due, day("2026-10-15")), "2026-10");
    assert_eq!(period(find("tax-filing:3").due, day("2028-03-31")), "2028");
    assert_eq!(period(find("seniority-payment:1").due, day("2027-06-30")), "2027-1");
    assert_eq!(period(find("seniority-payment:1").due, day("2027-12-31")), "2027-2");
}

#[test]
fn on_no_day_of_five_years_a_duty_is_lost_or_stands_twice() {
    let mut hers = business(TAILOR, "2026-11-22");
    let pay = task("nssf-contributions:1");
    let mut today = day("2026-11-22");
    let mut paid = Vec::new();
    // She ticks it on the 10th of every month.
    while today < day("2031-11-22") {
        let found = turns(&hers, pay, today);
        assert_eq!(found.len(), 1, "{today}: {:?}", by(&found));
        assert!(found[0].by >= today && today.days_until(found[0].by) <= 62, "{today}: {:?}", by(&found));
        if today.day() == 10 {
            set_done(&mut hers, &pen(&today.to_string()), pay, &found[0].period, Some(today));
            paid.push(found[0].by);
        }
        today = today.plus_days(1);
    }
    assert_eq!(
        paid,
        windows(pay.duty.due, day("2026-12-01"), day("2031-11-20")).into_iter().map(|(_, by)| by).collect::<Vec<_>>()
    );
    assert_eq!(all_done(&hers, pay).len(), 60);
    assert_eq!(all_done(&hers, pay)[0].0, "2031-11");
}

#[test]
fn what_passed_without_a_tick_stays_doable_but_nothing_from_before_she_came() {
    let mut hers = business(TAILOR, "2026-11-22");
    let pay = task("nssf-contributions:1");
    assert_eq!(by(&turns(&hers, pay, day("2026-11-22"))), ["2026-12-15"], "November was before");
    assert_eq!(by(&turns(&hers, pay, day("2026-12-16"))), ["2026-12-15", "2027-01-15"]);
    assert_eq!(period_now(&hers, pay, day("2026-12-16")), "2026-12");
    set_done(&mut hers, &pen("2026-12-17"), pay, "2026-12", Some(day("2026-12-17")));
    assert_eq!(by(&turns(&hers, pay, day("2026-12-17"))), ["2027-01-15"]);
    assert_eq!(done(&hers, pay, "2026-12"), Some(day("2026-12-17")));
    // Taken back.
    set_done(&mut hers, &pen("2026-12-17"), pay, "2026-12", None);
    assert_eq!(by(&turns(&hers, pay, day("2026-12-17"))), ["2026-12-15", "2027-01-15"]);
    assert!(all_done(&hers, pay).is_empty());
}

#[test]
fn both_windows_of_a_year_are_ticked_apart() {
    let mut hers = business(TAILOR, "2027-01-02");
    let pay = task("seniority-payment:1");
    assert_eq!(by(&turns(&hers, pay, day("2027-06-03"))), ["2027-06-30"]);
    set_done(&mut hers, &pen("2027-06-03"), pay, "2027-1", Some(day("2027-06-03")));
    assert_eq!(by(&turns(&hers, pay, day("2027-06-03"))), ["2027-12-31"]);
    set_done(&mut hers, &pen("2027-12-03"), pay, "2027-2", Some(day("2027-12-03")));
    assert_eq!(by(&turns(&hers, pay, day("2027-12-03"))), ["2028-06-30"]);
}

#[test]
fn what_follows_an_event_is_counted_from_its_day() {
    let mut hers = business(TAILOR, "2026-11-22");
    let register = task("nssf-worker-registration:1");
    assert!(turns(&hers, register, day("2026-11-22")).is_empty(), "nobody came");
    set_happened(&mut hers, &pen("2026-11-22"), Event::Hiring, Some(day("2026-11-20")));
    assert_eq!(by(&turns(&hers, register, day("2026-11-22"))), ["2026-11-23"]);
    assert_eq!(by(&turns(&hers, register, day("2026-12-22"))), ["2026-11-23"], "past, and still to be done");
    // Before the worker comes.
    assert_eq!(by(&turns(&hers, task("labour-health-check:1"), day("2026-11-22"))), ["2026-11-19"]);
    set_done(&mut hers, &pen("2026-11-22"), register, "2026-11-20", Some(day("2026-11-22")));
    assert!(turns(&hers, register, day("2026-11-22")).is_empty());
    // The next worker is another time.
    set_happened(&mut hers, &pen("2026-12-01"), Event::Hiring, Some(day("2026-12-01")));
    assert_eq!(by(&turns(&hers, register, day("2026-12-01"))), ["2026-12-04"]);
    set_happened(&mut hers, &pen("2026-12-01"), Event::Hiring, None);
    assert_eq!((happened(&hers, Event::Hiring), turns(&hers, register, day("2026-12-01")).len()), (None, 0));
}

#[test]
fn three_working_days_before_leave_out_weekends_and_holidays() {
    let overtime = find("working-time-and-leave:1").due;
    // Monday 30 November: back over a weekend to Wednesday.
    let limit = overtime.limit(day("2026-11-30")).expect("a limit");
    assert_eq!((limit.last, limit.unknown.is_empty()), (day("2026-11-25"), holidays(2026).is_some()));
    // A year whose holidays are not known is named.
    let far = overtime.limit(day("2093-11-30")).expect("a limit");
    assert_eq!(far.unknown, [2093]);
}

#[test]
fn every_second_year_counts_from_the_last_time_also_from_a_leap_day() {
    let mut hers = business(TAILOR, "2026-11-22");
    let check = task("labour-health-check:2");
    assert!(turns(&hers, check, day("2026-11-22")).is_empty());
    assert_eq!(period_now(&hers, check, day("2028-02-29")), "2028-02-29");
    set_done(&mut hers, &pen("2028-02-29"), check, "2028-02-29", Some(day("2028-02-29")));
    assert_eq!(by(&turns(&hers, check, day("2028-03-01"))), ["2030-02-28"]);
}

#[test]
fn her_year_has_twelve_months_on_every_day_of_five_years() {
    let hers = business(TAILOR, "2026-11-22");
    for ahead in (0..5 * 366).step_by(7) {
        let today = day("2026-11-22").plus_days(ahead);
        let months = year(&hers, today);
        assert_eq!(months.len(), 12);
        assert_eq!((months[0].year, months[0].month), (today.year(), today.month()));
        for (at, month) in months.iter().enumerate() {
            let place = i32::from(today.month()) - 1 + at as i32;
            assert_eq!((month.year, i32::from(month.month)), (today.year() + place / 12, place % 12 + 1), "{today}");
            assert!(month.turns.iter().all(|turn| (turn.by.year(), turn.by.month()) == (month.year, month.month)));
            assert!(month.turns.windows(2).all(|pair| pair[0].by <= pair[1].by));
            let of = |name: &str| month.turns.iter().filter(|turn| turn.task == task(name)).count();
            assert_eq!(of("nssf-contributions:1"), 1, "{today}");
            assert_eq!(of("seniority-payment:1"), usize::from(matches!(month.month, 6 | 12)), "{today}");
        }
    }
}

/// A book with these sheets.
fn book(sheets: &[Sheet]) -> Book {
    let mut book = Book::default();
    for sheet in sheets {
        book.fold(sheet);
    }
    book
}

fn names(turns: &[(SheetId, Turn)]) -> Vec<String> {
    turns.iter().map(|(_, turn)| turn.task.key()).collect()
}

#[test]
fn duties_of_plans_stand_in_the_calendar_only_while_no_business_decides() {
    let pen = pen("2026-11-22");
    let plan = Sheet::new(SheetId::from_random(1), Some("nssf-contributions"), None, &pen, &PlanSeed::default());
    let today: Date = pen.today;
    let alone = names(&of_plans(&book(std::slice::from_ref(&plan)), today));
    assert!(alone.contains(&"nssf-contributions:1".to_owned()), "{alone:?}");
    let with = |line: &str| names(&of_plans(&book(&[plan.clone(), business(line, "2026-11-22")]), today));
    assert!(with(TAILOR).is_empty(), "her business has them");
    assert!(with(&TAILOR.replace("workers.1-7", "workers.none")).is_empty(), "nobody works for her");
    assert_eq!(with(&TAILOR.replace("workers.1-7", "workers.unsure")), alone, "she is not sure");
    let mut put_away = business(TAILOR, "2026-11-22");
    put_away.set_archived(&pen, true);
    let book = book(&[plan, put_away]);
    assert!(all(&book).is_empty() && names(&of_plans(&book, today)) == alone);
}

#[test]
fn dated_ones_stand_in_their_order_and_nothing_she_may_claim_is_among_them() {
    let hers = business(TAILOR, "2026-11-22");
    let dated = dated(&hers, day("2026-11-22"));
    assert!(dated.windows(2).all(|pair| pair[0].by <= pair[1].by));
    assert!(dated.iter().all(|turn| !turn.task.duty.may));
    let first = name((dated[0].task.service, dated[0].task.duty));
    assert_eq!((first.as_str(), dated[0].by), ("labour-foreign-workers:1", day("2026-11-30")));
    assert_eq!(hers.what, What::Business);
}
