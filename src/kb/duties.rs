//! What the law asks of a business: when a duty applies, and by when. Which days come next is counted here; the
//! profile that decides is hers.

use super::schema::{Confidence, IfNothing, List, SourceId, Text, Word};

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
}

/// "The answer to this question about the business is one of these."
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// Index into [`super::PROFILE`].
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
