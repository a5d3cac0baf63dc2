//! Rights, and the laws they rest on; what a good service is like.

use super::{Review, Text};
use serde::Deserialize;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Right {
    pub order: u8,
    pub icon: String,
    pub title: Text,
    pub summary: Text,
    /// Law entries (Constitution articles first).
    pub laws: Vec<String>,
    /// What the State must do.
    pub state_must: Vec<Text>,
    /// What a person may do with it.
    pub you_may: Vec<Text>,
    /// What this right is not, or what is not covered here.
    pub not_covered: Vec<Text>,
    pub sources: Vec<String>,
    pub checked: String,
    pub review: Review,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
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

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum LawState {
    Draft,
    Adopted,
    Transition,
    InForce,
    Replaced,
    Unknown,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    pub kind: LawKind,
    /// "36", "443", "NS/RKM/0605/019"; absent where no source shows it.
    pub number: Option<String>,
    pub title: Text,
    /// Day of signature: YYYY, YYYY-MM or YYYY-MM-DD.
    pub date: Option<String>,
    pub state: LawState,
    /// In force since, or in transition until.
    pub since: Option<String>,
    /// The law entry that replaced it.
    pub replaced_by: Option<String>,
    /// What it says about our subjects, restated.
    pub says: Text,
    pub sources: Vec<String>,
    pub checked: String,
    pub review: Review,
}

/// One of the nine standards of a good service (the guide: five things a good service gives and
/// four duties of officials).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standard {
    pub id: String,
    pub before: Text,
    pub counter: Text,
    pub after: Text,
    pub ask: Text,
    pub better: Text,
    pub thanks: Text,
}

impl Standard {
    /// Its texts with the names of their fields.
    pub fn texts(&self) -> [(&'static str, &Text); 6] {
        [
            ("before", &self.before),
            ("counter", &self.counter),
            ("after", &self.after),
            ("ask", &self.ask),
            ("better", &self.better),
            ("thanks", &self.thanks),
        ]
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardsFile {
    pub standards: Vec<Standard>,
}
