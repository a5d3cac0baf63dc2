//! A public service with all that is known of it: steps, papers, questions, and claims with their sources.

use super::{Confidence, Duty, Review, Text};
use serde::Deserialize;

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Obligation,
    Entitlement,
    Both,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    pub kind: Kind,
    pub rights: Vec<String>,
    pub icon: String,
    pub title: Text,
    pub summary: Text,
    /// Who it applies to.
    pub who: Text,
    /// The need as a sentence in her own words; it opens the plan.
    pub need: Text,
    #[serde(default)]
    pub authorities: Vec<Role>,
    #[serde(default)]
    pub basis: Vec<Basis>,
    #[serde(default)]
    pub steps: Vec<Step>,
    #[serde(default)]
    pub documents: Vec<Document>,
    #[serde(default)]
    pub claims: Vec<Claim>,
    pub if_nothing: Option<IfNothing>,
    /// Services to finish before this one, and those that usually follow.
    #[serde(default)]
    pub before: Vec<String>,
    #[serde(default)]
    pub after: Vec<String>,
    #[serde(default)]
    pub questions: Vec<Question>,
    pub complaint: Option<Complaint>,
    #[serde(default)]
    pub changes: Vec<Change>,
    /// Cautions and explanations that are neither step nor claim.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// What the law asks of her business in this matter, for the duties calendar.
    #[serde(default)]
    pub duties: Vec<Duty>,
    /// Further sources, beside those named at the claims.
    #[serde(default)]
    pub sources: Vec<String>,
    pub checked: String,
    pub review: Review,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    pub id: String,
    /// What this office does for this service.
    pub role: Text,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    pub law: String,
    /// The article, where a source names it, for example "new article 89".
    pub article: Option<Text>,
}

/// `n` never changes and is never used again for another step: plans on phones refer to it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub n: u8,
    pub text: Text,
    /// Steps of the same service that come first.
    #[serde(default)]
    pub after: Vec<u8>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    pub n: u8,
    pub text: Text,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub n: u8,
    pub text: Text,
    /// Why the answer matters to her.
    pub why: Option<Text>,
    /// What the sources do not say: the page shows "ask the office" for it.
    pub unknown: Option<About>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    Fee,
    Time,
    Deadline,
    Penalty,
    Rate,
    Amount,
    Threshold,
    Contact,
    Papers,
    Rule,
}

/// A fee, time limit, number, rate, phone, address or deadline.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    pub about: About,
    /// Says more than the general name of the kind, for example "Fee for a company".
    pub label: Option<Text>,
    pub value: Text,
    pub sources: Vec<String>,
    /// Since when the rule holds or when the source said so: YYYY, YYYY-MM or YYYY-MM-DD.
    pub date: Option<String>,
    pub confidence: Confidence,
    /// When the claim was last compared with its sources; the entry's own day if absent.
    pub checked: Option<String>,
    /// Another source says something else; both are shown.
    pub conflict: Option<Conflict>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    pub value: Text,
    pub sources: Vec<String>,
    pub date: Option<String>,
    pub confidence: Confidence,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Repairable {
    Yes,
    No,
    Unknown,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IfNothing {
    pub text: Text,
    pub repairable: Repairable,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complaint {
    pub text: Text,
    /// The authority entry that receives it, where one is known.
    pub to: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    pub old: Text,
    pub new: Text,
    /// YYYY, YYYY-MM or YYYY-MM-DD.
    pub since: String,
    pub sources: Vec<String>,
    pub confidence: Confidence,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub text: Text,
    #[serde(default)]
    pub sources: Vec<String>,
}
