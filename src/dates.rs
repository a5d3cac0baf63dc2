//! Calendar days. No clock in here: whoever needs "today" is given it.

use std::fmt;

use time::{Duration, Month};

/// A day of the Gregorian calendar, without time or zone. Years -9999 to 9999; arithmetic stops at these ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

impl Date {
    /// The day `year-month-day` (month and day counted from 1), `None` when the calendar has no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let month = Month::try_from(month).ok()?;
        time::Date::from_calendar_date(year, month, day).ok().map(Date)
    }

    /// Reads `2026-01-05`, exactly this form. `None` for anything else.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return None;
        }
        // `parse` alone would accept a plus sign.
        if !text.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            return None;
        }
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The day in Cambodia (UTC+7, no summer time) at a moment given in milliseconds since 1970 (`Date.now()`).
    pub fn in_cambodia(unix_ms: i64) -> Date {
        const DAY_MS: i64 = 86_400_000;
        const OFFSET_MS: i64 = 7 * 3_600_000;
        let days = unix_ms.saturating_add(OFFSET_MS).div_euclid(DAY_MS);
        let epoch = time::Date::from_ordinal_date(1970, 1).unwrap_or(time::Date::MIN);
        Date(epoch.saturating_add(Duration::days(days)))
    }

    /// The day `days` later (earlier when negative).
    pub fn plus_days(self, days: i32) -> Date {
        Date(self.0.saturating_add(Duration::days(i64::from(days))))
    }

    /// Days from `self` to `later`; negative when `later` lies before.
    pub fn days_until(self, later: Date) -> i32 {
        later.0.to_julian_day() - self.0.to_julian_day()
    }

    /// The year, as in the Gregorian calendar (2026).
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        u8::from(self.0.month())
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// The day of the week, 0 = Monday to 6 = Sunday.
    pub fn weekday(self) -> u8 {
        self.0.weekday().number_days_from_monday()
    }
}

/// Prints `2026-01-05`: the form that is saved and that `parse` reads.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}
