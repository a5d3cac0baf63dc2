//! Who decides and who helps: authorities, organizations, and how they are reached.

use super::{AuthorityId, Confidence, List, Review, SourceId, Text, Word};

/// How far its power reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    National,
    Provincial,
    District,
    Commune,
}

/// What it may do when she comes with a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Power {
    Decides,
    Investigates,
    Advises,
}

/// An office of the State with a power.
#[derive(Clone, Copy, Debug)]
pub struct Authority {
    pub id: Word,
    pub name: Text,
    /// The word people use, for example ប.ស.ស.
    pub short: Option<Text>,
    pub level: Level,
    pub power: Power,
    pub under: Option<AuthorityId>,
    pub does: Text,
    pub channels: List<Channel>,
    pub complaint: Option<Text>,
    pub sources: List<SourceId>,
    pub checked: Word,
    pub review: Review,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelKind {
    Phone,
    Website,
    Email,
    Telegram,
    App,
    Address,
}

/// A way to reach it. `value` is the number or address itself; an address in words stands in `note`.
#[derive(Clone, Copy, Debug)]
pub struct Channel {
    pub kind: ChannelKind,
    pub value: Word,
    pub note: Option<Text>,
    pub sources: List<SourceId>,
    pub date: Word,
    pub confidence: Confidence,
}

/// What kind of support an organization gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Help {
    Women,
    Legal,
    Safety,
    Workers,
    Business,
    Governance,
    Network,
    WorkingGroup,
}

/// Who supports women entrepreneurs, and the technical working groups.
#[derive(Clone, Copy, Debug)]
pub struct Organization {
    pub id: Word,
    pub name: Text,
    pub short: Option<Text>,
    pub help: Help,
    pub does: Text,
    pub area: Option<Text>,
    pub channels: List<Channel>,
    pub confidence: Confidence,
    pub sources: List<SourceId>,
    pub checked: Word,
    pub review: Review,
}
