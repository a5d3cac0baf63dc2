//! What one can complain about or ask for: what may have happened, who can act in which order, what each body needs, and the time
//! limits that could be missed.

use super::{Confidence, Review, Text};
use serde::Deserialize;

/// A situation as people meet it: "They do not answer me".
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    pub order: u8,
    pub icon: String,
    /// In her words.
    pub title: Text,
    pub hint: Text,
    /// What happened, what she wants, what she can show, what she did: clauses that stand in a letter after a colon. Phones keep
    /// their places, so these lists only grow at their end.
    pub points: Vec<Text>,
    pub wants: Vec<Text>,
    pub proofs: Vec<Text>,
    pub tried: Vec<Text>,
    /// Standards of a good service and laws that she may name.
    pub standards: Vec<String>,
    #[serde(default)]
    pub laws: Vec<String>,
    /// Pages that explain more.
    #[serde(default)]
    pub services: Vec<String>,
    /// Who can act, the gentlest first.
    pub steps: Vec<Rung>,
    #[serde(default)]
    pub limits: Vec<TimeLimit>,
    pub sources: Vec<String>,
    pub checked: String,
    pub review: Review,
}

impl Situation {
    /// The lists of clauses with the names of their fields.
    pub fn clauses(&self) -> [(&'static str, &[Text]); 4] {
        [("points", &self.points), ("wants", &self.wants), ("proofs", &self.proofs), ("tried", &self.tried)]
    }
}

/// A rung of the ladder. `n` never changes: complaints on phones refer to it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rung {
    pub n: u8,
    /// The authority entry; absent: the office itself, where it happened.
    pub authority: Option<String>,
    /// What to do there, what the body can do and what not.
    pub text: Text,
    /// What this body needs; the meter counts nothing else.
    pub needs: Vec<Need>,
    /// After so many days without an answer the next rung is suggested.
    pub days: Option<u16>,
    pub sources: Vec<String>,
    pub confidence: Confidence,
}

/// What a receiving body may need.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    What,
    Where,
    When,
    Rule,
    Want,
    Proof,
    Tried,
    Name,
    Contact,
}

/// A legal time limit that could be missed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeLimit {
    pub text: Text,
    /// Where it can be counted from the day it happened or the paper came.
    pub days: Option<u16>,
    #[serde(default)]
    pub working_days: bool,
    pub sources: Vec<String>,
    pub date: Option<String>,
    pub confidence: Confidence,
}
