//! Letters, replies and days: the sentences of which letters are composed, what offices tell people, and the public holidays.

use super::{Review, Text};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a letter or message is for, and the sentences it may be made of.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    pub order: u8,
    pub icon: String,
    /// An action: "Ask for a meeting".
    pub title: Text,
    /// When this letter helps, in one line.
    pub hint: Text,
    /// The line "subject"; with blanks, and without.
    pub subject: Text,
    pub subject_plain: Text,
    /// The blanks it offers to fill, the most useful first.
    pub asks: Vec<Blank>,
    /// It could expose a person: the safety note comes first.
    #[serde(default)]
    pub safety: bool,
    pub phrases: Vec<Phrase>,
    pub review: Review,
}

/// What stands around every letter.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    pub phrases: Vec<Phrase>,
    pub review: Review,
}

/// A sentence. It stands in a letter when all its blanks are filled.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// Never changes and is never used again: letters on phones keep their choices by it.
    pub n: u8,
    pub part: Place,
    /// Blanks stand in braces: `{office}`.
    pub text: Text,
    /// She may add it or take it out.
    #[serde(default)]
    pub pick: Pick,
    /// Only while these are not known, and only if those are.
    #[serde(default)]
    pub unless: Vec<Blank>,
    #[serde(default)]
    pub when: Vec<Blank>,
    /// Of those chosen with the same word only one stands.
    pub one_of: Option<String>,
}

/// Where it stands, in the order of the letter.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    Head,
    From,
    To,
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

impl Place {
    /// Belongs to the frame.
    pub fn is_frame(self) -> bool {
        !matches!(self, Place::Open | Place::Body | Place::Ask | Place::Close)
    }
}

#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Pick {
    /// It stands without being chosen.
    #[default]
    Always,
    Off,
    On,
}

/// What a sentence may name.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum Blank {
    Office,
    Person,
    Topic,
    Law,
    LetterNumber,
    LetterDate,
    Received,
    Deadline,
    Amount,
    Demand,
    Business,
    Me,
    Phone,
    Day,
    Time,
    Place,
    AnswerBy,
    AskedOn,
    Said,
    SaidOn,
    Event,
    Colleague,
    Questions,
    Point,
    Wish,
    Today,
    /// Where the letter is written.
    FromPlace,
    Papers,
    Budget,
    /// What she can show, which rule or standard it touches, what she already did.
    Proof,
    Rule,
    Tried,
}

impl Blank {
    /// All, as they stand in braces, in the order of the variants.
    pub const NAMES: [&'static str; 32] = crate::blanks::BLANKS;

    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

/// The blanks of a text, as they stand in braces.
pub fn blanks(text: &str) -> Vec<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

/// What an office told her.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    pub order: u8,
    pub icon: String,
    /// Silence, a bad answer and the wrong office lead different ways.
    pub way: ReplyWay,
    /// As people hear it.
    pub says: Text,
    /// What it may mean, an innocent reason first.
    pub means: Vec<Text>,
    /// The standard of a good service that it touches.
    pub standard: String,
    /// What a good office would do here.
    pub good: Text,
    /// The polite sentence to say now.
    pub say: Text,
    pub next: Vec<ReplyStep>,
    /// For her plan.
    pub question: Text,
    #[serde(default)]
    pub services: Vec<String>,
    /// The letter that helps now.
    pub compose: String,
    /// Somebody might be accused, or something paid: the safety note comes first.
    #[serde(default)]
    pub safety: bool,
    pub sources: Vec<String>,
    pub checked: String,
    pub review: Review,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum ReplyWay {
    NoAnswer,
    BadAnswer,
    WrongOffice,
}

/// What to do next. `n` never changes: plans on phones refer to it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReplyStep {
    pub n: u8,
    /// Within so many days from today.
    pub days: u16,
    pub text: Text,
}

/// The public holidays of one year, as the government has published them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holidays {
    /// `MM-DD`.
    pub days: Vec<String>,
    pub sources: Vec<String>,
}

/// By year.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct HolidaysFile(pub BTreeMap<String, Holidays>);
