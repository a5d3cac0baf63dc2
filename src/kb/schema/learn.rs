//! What is read: pages of the guide, stories, words of the glossary.

use super::{Confidence, LawId, List, Review, ServiceId, SourceId, TermId, Text, Word};

/// The shelves of the guide, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    Rights,
    Law,
    Meeting,
    Together,
}

/// A short page of the guide; the table holds them in reading order.
#[derive(Clone, Copy, Debug)]
pub struct GuidePage {
    pub id: Word,
    pub topic: Topic,
    pub icon: Word,
    pub title: Text,
    pub summary: Text,
    pub parts: List<Part>,
    pub services: List<ServiceId>,
    pub laws: List<LawId>,
    pub quiz: List<Quiz>,
    /// How long a slow reader takes; the compiler of content counts (`pace.rs`).
    pub minutes_km: u8,
    pub minutes_en: u8,
    pub sources: List<SourceId>,
    pub checked: Word,
    pub review: Review,
}

#[derive(Clone, Copy, Debug)]
pub struct Part {
    pub title: Text,
    pub style: Style,
    pub texts: List<Text>,
}

/// How the texts of a part stand: as paragraphs, points, numbered steps, or sentences to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Text,
    List,
    Steps,
    Say,
}

/// A tap question at the end of a page.
#[derive(Clone, Copy, Debug)]
pub struct Quiz {
    /// Stable for ever: what she has answered is kept by it.
    pub n: u8,
    pub text: Text,
    pub options: List<QuizOption>,
    /// Index of the right one.
    pub right: u8,
}

#[derive(Clone, Copy, Debug)]
pub struct QuizOption {
    pub text: Text,
    /// Said after the tap.
    pub why: Text,
}

/// A worked example that opens a real plan; the table holds them in reading order.
#[derive(Clone, Copy, Debug)]
pub struct Story {
    pub id: Word,
    pub icon: Word,
    pub title: Text,
    pub summary: Text,
    pub screens: List<Screen>,
    pub service: ServiceId,
    pub need: Text,
    /// Numbers of the service's questions.
    pub questions: List<u8>,
    /// Days from today until the last day; 0: the story has none.
    pub days: u16,
    /// As of a page of the guide.
    pub minutes_km: u8,
    pub minutes_en: u8,
    pub sources: List<SourceId>,
    pub checked: Word,
    pub review: Review,
}

/// A story is read screen by screen.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    pub title: Text,
    pub texts: List<Text>,
}

/// A word of the glossary.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    pub id: Word,
    pub term: Text,
    pub says: Text,
    /// Other words for it, those in Khmer letters and those in Latin letters, parted by `|`; either may be empty.
    pub same: Text,
    pub see: List<TermId>,
    pub service: Option<ServiceId>,
    pub confidence: Confidence,
    pub review: Review,
}
