//! Time limits: the last day of "30 days from the date of the letter", in calendar days and in working days. What is counted here is
//! a count, not a judgement: the office decides how its days are meant, and the screens say so.
//!
//! The day from which days are counted is not counted itself: 20 February + 30 days is 21 March (20 February, a leap year). Working
//! days are the days on which offices are open: not Saturday, Sunday, nor a public holiday. Holidays are known for the years of
//! `content/holidays.toml` only; of other years weekends alone are left out, so that the day told comes too early rather than too late.

use super::letters::holidays;
use crate::dates::Date;

/// How days are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// Every day of the calendar.
    Calendar,
    /// Days on which offices are open.
    Working,
}

/// A counted time limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The day from which it was counted; not counted itself.
    pub from: Date,
    pub days: u16,
    pub kind: Days,
    /// The last day.
    pub last: Date,
    /// Public holidays on weekdays that were left out.
    pub holidays: Vec<Date>,
    /// Years within it whose public holidays are not known.
    pub unknown: Vec<i32>,
}

/// No time limit is longer: what is more was mistyped.
pub const MOST_DAYS: u16 = 1_000;

impl Limit {
    /// Counts `days` (at most [`MOST_DAYS`]) after `from`.
    pub fn count(from: Date, days: u16, kind: Days) -> Self {
        Self::counted(from, days, kind, 1)
    }

    /// Counts `days` (at most [`MOST_DAYS`]) back from `from`: "three working days before it" is this day or an earlier one.
    pub fn count_back(from: Date, days: u16, kind: Days) -> Self {
        Self::counted(from, days, kind, -1)
    }

    fn counted(from: Date, days: u16, kind: Days, step: i32) -> Self {
        let days = days.min(MOST_DAYS);
        let mut limit = Self { from, days, kind, last: from, holidays: Vec::new(), unknown: Vec::new() };
        match kind {
            Days::Calendar => limit.last = from.plus_days(step * i32::from(days)),
            Days::Working => {
                let mut left = days;
                while left > 0 {
                    limit.last = limit.last.plus_days(step);
                    if holidays(limit.last.year()).is_none() && !limit.unknown.contains(&limit.last.year()) {
                        limit.unknown.push(limit.last.year());
                    }
                    if is_weekend(limit.last) {
                        continue;
                    }
                    match is_holiday(limit.last) {
                        true => limit.holidays.push(limit.last),
                        false => left -= 1,
                    }
                }
            }
        }
        limit
    }

    /// The last day on which an office is open, within it. Where that is not before its end: none.
    pub fn open_before(&self) -> Option<Date> {
        let mut day = self.last;
        while is_closed(day) && day > self.from {
            day = day.plus_days(-1);
        }
        (day < self.last && day > self.from).then_some(day)
    }
}

/// Saturday or Sunday.
pub fn is_weekend(day: Date) -> bool {
    day.weekday() >= 5
}

/// A public holiday, as far as they are known.
pub fn is_holiday(day: Date) -> bool {
    holidays(day.year()).is_some_and(|known| known.has(day))
}

/// Whether offices are closed on that day, as far as is known.
pub fn is_closed(day: Date) -> bool {
    is_weekend(day) || is_holiday(day)
}
