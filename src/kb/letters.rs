//! Letters and what offices answer: purposes and their sentences, replies, the public holidays. Written by `tools/content` from
//! `content/phrases/`, `content/frame.toml`, `content/replies/`, `content/holidays.toml`; how sentences become a letter is
//! told in [`super::compose`].

use super::duties::MonthDay;
use super::schema::{List, Review, ServiceId, SourceId, Text, Word};
use super::{PurposeId, Standard};
use crate::dates::Date;

/// What a letter or message is for.
#[derive(Clone, Copy, Debug)]
pub struct Purpose {
    pub id: Word,
    pub icon: Word,
    /// An action: "Ask for a meeting".
    pub title: Text,
    /// When it helps, in one line.
    pub hint: Text,
    /// The line "subject": with blanks, and for when one of them is empty.
    pub subject: Text,
    pub subject_plain: Text,
    /// The blanks to offer ([`super::compose::Blank`]), the most useful first.
    pub asks: List<u8>,
    /// It could expose a person.
    pub safety: bool,
    pub phrases: List<Phrase>,
    pub review: Review,
}

/// What stands around every letter.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    pub phrases: List<Phrase>,
}

/// A sentence; it stands when all its blanks are filled. `n` is stable for ever.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    pub n: u8,
    pub part: Place,
    /// With blanks in braces.
    pub text: Text,
    pub pick: Pick,
    /// Only while these blanks are empty, and only if those are filled.
    pub unless: List<u8>,
    pub when: List<u8>,
    /// Of those that are chosen with the same word only one stands; may be empty.
    pub one_of: Word,
}

/// Where a sentence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Head,
    From,
    To,
    /// The line of the purpose; no sentence of its own.
    Subject,
    Reference,
    Greeting,
    MessageGreeting,
    Open,
    Body,
    Ask,
    Close,
    Farewell,
    MessageFarewell,
    PlaceDate,
    Sign,
}

/// Whether she chooses a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    Always,
    Off,
    On,
}

/// What an office told her.
#[derive(Clone, Copy, Debug)]
pub struct Reply {
    pub id: Word,
    pub icon: Word,
    pub way: ReplyWay,
    /// As people hear it.
    pub says: Text,
    /// What it may mean.
    pub means: List<Text>,
    /// Index into [`super::standards`].
    pub standard: u8,
    /// What a good office would do.
    pub good: Text,
    /// The polite sentence to say now.
    pub say: Text,
    pub next: List<ReplyStep>,
    /// For her plan.
    pub question: Text,
    pub services: List<ServiceId>,
    /// The letter that helps now.
    pub compose: PurposeId,
    /// Somebody might be accused, or something paid.
    pub safety: bool,
    pub sources: List<SourceId>,
    pub checked: Word,
    pub review: Review,
}

impl Reply {
    /// The standard of a good service that it touches.
    pub fn standard(&self) -> Option<&'static Standard> {
        super::standards().get(usize::from(self.standard))
    }
}

/// Silence, a bad answer and the wrong office lead different ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyWay {
    NoAnswer,
    BadAnswer,
    WrongOffice,
}

/// What to do next, within so many days. `n` is stable for ever: plans on phones refer to it.
#[derive(Clone, Copy, Debug)]
pub struct ReplyStep {
    pub n: u8,
    pub days: u16,
    pub text: Text,
}

/// The public holidays of one year, as the government has published them.
#[derive(Clone, Copy, Debug)]
pub struct Holidays {
    pub year: u16,
    pub days: List<MonthDay>,
    pub sources: List<SourceId>,
}

impl Holidays {
    /// Whether this day of its year is one.
    pub fn has(&self, day: Date) -> bool {
        self.days.iter().any(|holiday| (holiday.month, holiday.day) == (day.month(), day.day()))
    }
}

/// Those of a year, if they are known.
pub fn holidays(year: i32) -> Option<&'static Holidays> {
    super::columns::tables().holidays.iter().find(|known| i32::from(known.year) == year)
}

/// What stands around every letter.
pub fn frame() -> &'static [Phrase] {
    super::columns::tables().frame.first().map_or(&[], |frame| frame.phrases.all())
}
