//! Who decides and who helps: authorities, organizations, and how they are reached.

use super::{Confidence, Review, Text};
use serde::Deserialize;

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    National,
    Provincial,
    District,
    Commune,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Power {
    Decides,
    Investigates,
    Advises,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Official names.
    pub name: Text,
    /// The word people use, for example ប.ស.ស.
    pub short: Option<Text>,
    pub level: Level,
    pub power: Power,
    /// The authority entry it belongs to.
    pub under: Option<String>,
    /// What it does, in one or two sentences.
    pub does: Text,
    #[serde(default)]
    pub channels: Vec<Channel>,
    pub complaint: Option<Text>,
    pub sources: Vec<String>,
    pub checked: String,
    pub review: Review,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum ChannelKind {
    Phone,
    Website,
    Email,
    Telegram,
    App,
    Address,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    pub kind: ChannelKind,
    /// The number or address itself (ASCII). For an address in words use `note`.
    pub value: String,
    pub note: Option<Text>,
    pub sources: Vec<String>,
    pub date: Option<String>,
    pub confidence: Confidence,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Help {
    /// Women's rights and women in business.
    Women,
    /// Free or low-cost legal help.
    Legal,
    /// Safety and counselling after violence.
    Safety,
    /// Workers, vendors, unions.
    Workers,
    /// Business associations and networks.
    Business,
    /// Accountability, information, local government.
    Governance,
    /// Networks of organizations.
    Network,
    /// Technical working groups of government, partners and organizations.
    WorkingGroup,
}

/// Who supports women entrepreneurs, and the technical working groups.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    pub name: Text,
    pub short: Option<Text>,
    pub help: Help,
    /// What it does and for whom.
    pub does: Text,
    /// Where it works.
    pub area: Option<Text>,
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// How sure the sources are that it does this.
    pub confidence: Confidence,
    pub sources: Vec<String>,
    pub checked: String,
    pub review: Review,
}
