//! What an entry looks like in TOML. Every field an editor may write is here; `content/README.md`
//! explains them in the same order. Unknown fields are refused, so a typing error is never ignored.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// A sentence in both languages. Khmer is written first.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub km: String,
    pub en: String,
}

/// All entries of the knowledge base, by kind, then by id (the file name).
#[derive(Debug, Default)]
pub struct Content {
    pub rights: BTreeMap<String, Right>,
    pub aims: BTreeMap<String, Aim>,
    pub services: BTreeMap<String, Service>,
    pub authorities: BTreeMap<String, Authority>,
    pub laws: BTreeMap<String, Law>,
    pub standards: Vec<Standard>,
    pub sources: BTreeMap<String, Source>,
    pub published: Published,
    /// Files that could not be read, as paths below `content/`: what names their entries is not to blame.
    pub unread: BTreeSet<String>,
}

/// `none` stands for "not yet read by anybody"; a review names a person and a day.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    pub km: ReviewState,
    pub en: ReviewState,
    pub law: ReviewState,
    /// Who reviewed, and when. Required as soon as one of the three says "reviewed".
    pub by: Option<String>,
    pub on: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewState {
    Draft,
    Reviewed,
}

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

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aim {
    pub order: u8,
    pub icon: String,
    pub title: Text,
    /// One short line under the title.
    pub hint: Option<Text>,
    /// The need sentence of the generic plan "find out which office".
    pub find_out: Text,
    #[serde(default)]
    pub questions: Vec<FinderQuestion>,
    pub results: Vec<FinderResult>,
    pub review: Review,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinderQuestion {
    pub id: String,
    pub text: Text,
    pub help: Option<Text>,
    /// Asked only when every condition may hold.
    #[serde(default)]
    pub ask_when: Vec<When>,
    pub options: Vec<FinderOption>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinderOption {
    pub id: String,
    pub icon: Option<String>,
    pub text: Text,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct When {
    pub question: String,
    /// Option ids; one of them must have been chosen.
    pub any: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinderResult {
    pub service: String,
    /// All must hold. Empty: the service always fits this aim.
    #[serde(default)]
    pub when: Vec<When>,
    pub because: Text,
    /// Said when the service is a near miss. Required when there is a condition.
    pub why_not: Option<Text>,
}

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

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    High,
    Medium,
    Low,
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
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardsFile {
    pub standards: Vec<Standard>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What it is, for example "NSSF, page on registration".
    pub name: Text,
    /// `https://…`, `http://…`, or `shared:NNN` for one of the five documents Phlov comes from.
    pub url: String,
    /// YYYY, YYYY-MM, YYYY-MM-DD, or "undated".
    pub date: String,
}

/// Numbers of steps, documents and questions that were once in the app: plans on phones refer to
/// them, so none may disappear. Written by `check-content --publish`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    #[serde(default)]
    pub services: BTreeMap<String, PublishedService>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedService {
    #[serde(default)]
    pub steps: Vec<u8>,
    #[serde(default)]
    pub documents: Vec<u8>,
    #[serde(default)]
    pub questions: Vec<u8>,
}
