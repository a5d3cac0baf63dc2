//! What an entry looks like in TOML. Every field an editor may write is here; `content/README.md`
//! explains them in the same order. Unknown fields are refused, so a typing error is never ignored.
//!
//! A file here, its neighbour in `check/` and the one in `emit/` are about the same kinds of entries.

mod aim;
mod complaints;
mod duties;
mod law;
mod learn;
mod letters;
mod office;
mod published;
mod service;

pub use aim::*;
pub use complaints::*;
pub use duties::*;
pub use law::*;
pub use learn::*;
pub use letters::*;
pub use office::*;
pub use published::*;
use serde::Deserialize;
pub use service::*;
use std::collections::{BTreeMap, BTreeSet};

/// All entries of the knowledge base, by kind, then by id (the file name).
#[derive(Debug, Default)]
pub struct Content {
    pub rights: BTreeMap<String, Right>,
    pub aims: BTreeMap<String, Aim>,
    pub services: BTreeMap<String, Service>,
    pub authorities: BTreeMap<String, Authority>,
    pub laws: BTreeMap<String, Law>,
    pub organizations: BTreeMap<String, Organization>,
    pub guide: BTreeMap<String, GuidePage>,
    pub stories: BTreeMap<String, Story>,
    pub terms: BTreeMap<String, Term>,
    pub profile: Vec<ProfileQuestion>,
    pub standards: Vec<Standard>,
    pub purposes: BTreeMap<String, Purpose>,
    pub frame: Option<Frame>,
    pub replies: BTreeMap<String, Reply>,
    pub situations: BTreeMap<String, Situation>,
    pub holidays: BTreeMap<String, Holidays>,
    pub sources: BTreeMap<String, Source>,
    pub published: Published,
    /// Files that could not be read, as paths below `content/`: what names their entries is not to blame.
    pub unread: BTreeSet<String>,
}

/// A sentence in both languages. Khmer is written first.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub km: String,
    pub en: String,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    High,
    Medium,
    Low,
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
pub struct Source {
    /// What it is, for example "NSSF, page on registration".
    pub name: Text,
    /// `https://…`, `http://…`, or `shared:NNN` for one of the five documents Phlov comes from.
    pub url: String,
    /// YYYY, YYYY-MM, YYYY-MM-DD, or "undated".
    pub date: String,
}
