//! What the law asks of a business: when a duty applies, and by when. Which days come next is counted here; the
//! profile that decides is hers.

use super::limit::{Days, Limit};
use super::schema::{Confidence, IfNothing, List, ServiceId, SourceId, Text, Word};
use crate::dates::Date;

/// One thing that the law asks. `n` is stable for ever, as the numbers of steps are.
#[derive(Clone, Copy, Debug)]
pub struct Duty {
    pub n: u8,
    /// An action: "Pay the NSSF contributions of the month".
    pub title: Text,
    /// All must hold; none: it applies to every business.
    pub when: List<Fact>,
    pub because: Text,
    pub due: Due,
    /// Where it differs from that of the service.
    pub if_nothing: Option<IfNothing>,
    pub sources: List<SourceId>,
    pub date: Word,
    pub confidence: Confidence,
    /// The title names a condition that no question asks ("If you employ foreigners"): it never stands among what is next.
    pub only_if: bool,
    /// Not "you must" but "you may": a relief, a support, a permission that she can claim.
    pub may: bool,
}

/// "The answer to this question about the business is one of these."
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// Index into [`super::profile`].
    pub ask: u8,
    /// One bit for each option of the question.
    pub any: u8,
}

/// By when.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Due {
    /// Each month, for the month before: the last day.
    Month {
        day: u8,
    },
    /// Each year, within one of these windows.
    Year {
        windows: List<Window>,
    },
    TwoYears,
    /// Within so many days after something happens (0: on that day).
    After {
        event: Event,
        days: u16,
        working_days: bool,
    },
    /// So many days before something happens (0: before it).
    Before {
        event: Event,
        days: u16,
        working_days: bool,
    },
    Always,
}

/// A part of every year; both days belong to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    pub from: MonthDay,
    pub by: MonthDay,
}

/// A day that comes every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthDay {
    pub month: u8,
    pub day: u8,
}

/// What happens to a business and begins a time limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    Opening,
    Registration,
    Hiring,
    Leaving,
    Accident,
    Overtime,
    Change,
    Closing,
    Donation,
}

/// A question about the business.
#[derive(Clone, Copy, Debug)]
pub struct ProfileQuestion {
    pub id: Word,
    pub text: Text,
    pub options: List<ProfileOption>,
}

/// An answer; `id` is kept in her profile.
#[derive(Clone, Copy, Debug)]
pub struct ProfileOption {
    pub id: Word,
    pub text: Text,
}

/// Whether something holds, as far as the answers go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Applies {
    Yes,
    /// A question it depends on was not answered.
    Perhaps,
    No,
}

/// Whether a duty applies to a business. `answers`: for each question of [`super::profile`] the number of the option
/// chosen, `None` when she is not sure or was not asked.
pub fn applies(duty: &Duty, answers: &[Option<u8>]) -> Applies {
    let one = |fact: &Fact| match answers.get(usize::from(fact.ask)).copied().flatten() {
        None => Applies::Perhaps,
        Some(option) if fact.any & (1 << option) != 0 => Applies::Yes,
        Some(_) => Applies::No,
    };
    duty.when.iter().map(one).max().unwrap_or(Applies::Yes)
}

impl Event {
    /// All, in the order of the screen.
    pub const ALL: [Event; 9] = [
        Event::Opening,
        Event::Registration,
        Event::Hiring,
        Event::Leaving,
        Event::Accident,
        Event::Overtime,
        Event::Change,
        Event::Closing,
        Event::Donation,
    ];

    /// As it is saved.
    pub fn name(self) -> &'static str {
        match self {
            Event::Opening => "opening",
            Event::Registration => "registration",
            Event::Hiring => "hiring",
            Event::Leaving => "leaving",
            Event::Accident => "accident",
            Event::Overtime => "overtime",
            Event::Change => "change",
            Event::Closing => "closing",
            Event::Donation => "donation",
        }
    }
}

impl Due {
    /// What has to happen first.
    pub fn event(self) -> Option<Event> {
        match self {
            Due::After { event, .. } | Due::Before { event, .. } => Some(event),
            Due::Month { .. } | Due::Year { .. } | Due::TwoYears | Due::Always => None,
        }
    }

    /// The last day, when what has to happen first happens on `day`.
    pub fn limit(self, day: Date) -> Option<Limit> {
        let kind = |working: bool| if working { Days::Working } else { Days::Calendar };
        match self {
            Due::After { days, working_days, .. } => Some(Limit::count(day, days, kind(working_days))),
            // "Before it" is the day before at the latest.
            Due::Before { days, working_days, .. } => Some(Limit::count_back(day, days.max(1), kind(working_days))),
            Due::Month { .. } | Due::Year { .. } | Due::TwoYears | Due::Always => None,
        }
    }
}

/// Every duty, and everything that she may claim ([`Duty::may`]), with its service.
pub fn all_duties() -> impl Iterator<Item = (ServiceId, &'static Duty)> {
    ServiceId::all().flat_map(|service| service.get().duties.iter().map(move |duty| (service, duty)))
}

/// The time in which a duty that comes again is to be done next, both days included: the window that `today` lies in, else
/// the one after. `None` when it does not come at a time of the calendar.
pub fn next_window(due: Due, today: Date) -> Option<(Date, Date)> {
    match due {
        Due::Month { day } => {
            let (year, month) = (today.year(), today.month());
            let (year, month) = match (today.day() <= day, month) {
                (true, _) => (year, month),
                (false, 12) => (year + 1, 1),
                (false, _) => (year, month + 1),
            };
            Some((Date::new(year, month, 1)?, Date::new(year, month, day)?))
        }
        Due::Year { windows } => {
            let of = |year: i32| {
                windows.iter().filter_map(move |window| {
                    let day = |at: MonthDay| Date::new(year, at.month, at.day);
                    Some((day(window.from)?, day(window.by)?))
                })
            };
            let coming = of(today.year()).chain(of(today.year() + 1)).filter(|(_, by)| *by >= today);
            coming.min_by_key(|(_, by)| *by)
        }
        Due::TwoYears | Due::After { .. } | Due::Before { .. } | Due::Always => None,
    }
}

/// The windows that end between two days, both included, the earliest first.
pub fn windows(due: Due, from: Date, to: Date) -> Vec<(Date, Date)> {
    let mut all = Vec::new();
    let mut at = from;
    while let Some((begin, by)) = next_window(due, at).filter(|(_, by)| *by <= to) {
        all.push((begin, by));
        at = by.plus_days(1);
    }
    all
}

/// The window that ended last, before `today`.
pub fn past_window(due: Due, today: Date) -> Option<(Date, Date)> {
    windows(due, today.plus_days(-366), today.plus_days(-1)).pop()
}

/// The name of a window, under which a tick for it is saved: `2026-10` of what comes every month (the month in which its last
/// day lies), `2026` of what comes once a year, `2026-1` and so on where a year has several.
pub fn period(due: Due, by: Date) -> String {
    let year = by.year().to_string();
    match due {
        Due::Month { .. } => [&*year, if by.month() < 10 { "-0" } else { "-" }, &by.month().to_string()].concat(),
        Due::Year { windows } if windows.len() > 1 => {
            let here = |window: &Window| (window.by.month, window.by.day) == (by.month(), by.day());
            let at = windows.iter().position(here).map_or(0, |at| at + 1);
            [&year, "-", &at.to_string()].concat()
        }
        Due::Year { .. } => year,
        Due::TwoYears | Due::After { .. } | Due::Before { .. } | Due::Always => by.to_string(),
    }
}

/// The last day of a window, from its name.
pub fn last_day_of(due: Due, name: &str) -> Option<Date> {
    if let Some(day) = Date::parse(name) {
        return Some(day);
    }
    let year: i32 = name.split('-').next()?.parse().ok()?;
    let all = windows(due, Date::new(year, 1, 1)?, Date::new(year, 12, 31)?);
    all.into_iter().map(|(_, by)| by).find(|by| period(due, *by) == name)
}
