//! The last day of a time limit, beside an independent calendar (chrono).

use crate::{day, Dice};
use chrono::{Datelike, Days as Step, NaiveDate, Weekday};
use phlov::dates::Date;
use phlov::kb::holidays;
use phlov::kb::limit::{is_closed, Days, Limit};

fn chrono(day: Date) -> NaiveDate {
    NaiveDate::from_ymd_opt(day.year(), day.month().into(), day.day().into()).expect("a day of the calendar")
}

/// Counted day by day, with the holidays of the knowledge base.
fn by_chrono(from: Date, days: u16, kind: Days) -> NaiveDate {
    let mut at = chrono(from);
    match kind {
        Days::Calendar => at.checked_add_days(Step::new(days.into())).expect("a day"),
        Days::Working => {
            for _ in 0..days {
                loop {
                    at = at.succ_opt().expect("a day");
                    let weekend = matches!(at.weekday(), Weekday::Sat | Weekday::Sun);
                    let known = holidays(at.year());
                    let holiday = known.is_some_and(|known| {
                        known.days.iter().any(|h| (u32::from(h.month), u32::from(h.day)) == (at.month(), at.day()))
                    });
                    if !weekend && !holiday {
                        break;
                    }
                }
            }
            at
        }
    }
}

#[test]
fn three_hundred_limits_end_on_the_day_of_another_calendar() {
    let mut dice = Dice(20);
    let edges = [
        "2020-02-20",
        "2020-02-28",
        "2020-02-29",
        "2021-02-28",
        "2023-12-31",
        "2024-01-31",
        "2024-02-28",
        "2024-12-30",
        "2025-04-11",
        "2026-11-20",
    ];
    let mut cases = 0;
    for n in 0..150 {
        let from = match edges.get(n) {
            Some(edge) => day(edge),
            None => day("2019-06-01").plus_days(dice.roll(3_000) as i32),
        };
        let days = [0, 1, 5, 7, 15, 30, 45, 90, 180, 365][dice.roll(10) as usize];
        for kind in [Days::Calendar, Days::Working] {
            let limit = Limit::count(from, days, kind);
            assert_eq!(chrono(limit.last), by_chrono(from, days, kind), "{from} + {days} {kind:?}");
            assert!(
                kind == Days::Calendar || days == 0 || !is_closed(limit.last),
                "a working day is a day on which offices are open"
            );
            let mut known = limit.holidays.iter().map(|day| day.year());
            assert!(known.all(|year| holidays(year).is_some() && !limit.unknown.contains(&year)));
            cases += 1;
        }
    }
    assert_eq!(cases, 300);
}

#[test]
fn kuntheas_thirty_days() {
    let from = day("2020-02-20");
    assert_eq!(Limit::count(from, 30, Days::Calendar).last, day("2020-03-21"), "2020 is a leap year");
    let working = Limit::count(from, 30, Days::Working);
    assert_eq!(working.last, day("2020-04-02"));
    assert_eq!(working.unknown, [2020], "no list of that year is known, and that is said");
}

#[test]
fn holidays_are_left_out_where_they_are_known() {
    // Khmer New Year 2025: 14 to 16 April, Monday to Wednesday.
    let limit = Limit::count(day("2025-04-11"), 2, Days::Working);
    assert_eq!(limit.last, day("2025-04-18"));
    assert_eq!(limit.holidays, ["2025-04-14", "2025-04-15", "2025-04-16"].map(day));
    assert!(limit.unknown.is_empty());
    // A count that goes on into a year that is not known says so.
    assert_eq!(Limit::count(day("2025-12-29"), 5, Days::Working).unknown, [2026]);
}

#[test]
fn a_last_day_on_which_the_office_is_closed_is_told_with_the_day_before() {
    // 21 March 2020 was a Saturday.
    let limit = Limit::count(day("2020-02-20"), 30, Days::Calendar);
    assert_eq!(limit.open_before(), Some(day("2020-03-20")));
    assert_eq!(Limit::count(day("2020-02-20"), 29, Days::Calendar).open_before(), None, "a Friday");
}

#[test]
fn what_was_mistyped_stops_somewhere() {
    assert_eq!(Limit::count(day("2026-01-01"), u16::MAX, Days::Calendar).days, 1_000);
    let end = day("9999-12-31");
    assert_eq!(Limit::count(end, 30, Days::Calendar).last, end);
}
