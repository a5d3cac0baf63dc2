//! What she wants, and the finder: questions whose answers lead to services.

use super::{Review, Text};
use serde::Deserialize;

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
