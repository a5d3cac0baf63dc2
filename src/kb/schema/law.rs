//! Rights, and the laws they rest on; what a good service is like.

use super::{LawId, List, Review, SourceId, Text, Word};

/// One of the four rights of the guide: what the State must do, what she may do, what it does not cover.
#[derive(Clone, Copy, Debug)]
pub struct Right {
    pub id: Word,
    pub icon: Word,
    pub title: Text,
    pub summary: Text,
    pub laws: List<LawId>,
    /// What the State must do.
    pub state_must: List<Text>,
    /// What she may do with it.
    pub you_may: List<Text>,
    pub not_covered: List<Text>,
    pub sources: List<SourceId>,
    pub checked: Word,
    pub review: Review,
}

/// What kind of rule it is, from the Constitution down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LawKind {
    ConstitutionArticle,
    Law,
    RoyalDecree,
    SubDecree,
    Prakas,
    JointPrakas,
    Decision,
    Circular,
    Instruction,
    Notification,
}

/// Where it is on its way. Until [`LawState::InForce`] it asks nothing of anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LawState {
    Draft,
    Adopted,
    Transition,
    InForce,
    Replaced,
    Unknown,
}

/// A law, or an article of the Constitution, with what it says on our subjects, restated.
#[derive(Clone, Copy, Debug)]
pub struct Law {
    pub id: Word,
    pub kind: LawKind,
    /// Empty when no source shows it.
    pub number: Word,
    pub title: Text,
    pub date: Word,
    pub state: LawState,
    pub since: Word,
    pub replaced_by: Option<LawId>,
    pub says: Text,
    pub sources: List<SourceId>,
    pub checked: Word,
    pub review: Review,
}

/// One of the nine standards of a good service.
#[derive(Clone, Copy, Debug)]
pub struct Standard {
    /// Stable for ever: ratings on phones refer to it.
    pub id: Word,
    /// Worded as what to expect before going.
    pub before: Text,
    /// In few words, for a quick mark at the counter.
    pub counter: Text,
    /// What is rated after the visit, as a thing: "The waiting time".
    pub after: Text,
    /// A polite sentence to say or to show there.
    pub ask: Text,
    /// A suggestion to the office when this could be better.
    pub better: Text,
    /// What to say when it was good.
    pub thanks: Text,
}
