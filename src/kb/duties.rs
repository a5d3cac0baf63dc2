//! What the law asks of a business: when a duty applies, and by when. Which days come next is counted here; the
//! profile that decides is hers.

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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthDay {
    pub month: u8,
    pub day: u8,
}

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
