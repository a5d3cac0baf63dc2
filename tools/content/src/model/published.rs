//! What was once in the app and can therefore not go away (`content/published.toml`).

use serde::Deserialize;
use std::collections::BTreeMap;

/// Numbers of steps, documents and questions that were once in the app: plans on phones refer to
/// them, so none may disappear. Written by `check-content --publish`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    #[serde(default)]
    pub services: BTreeMap<String, PublishedService>,
    #[serde(default)]
    pub guide: BTreeMap<String, PublishedPage>,
    /// Phrases of letters (the frame is called so), and steps after a reply.
    #[serde(default)]
    pub phrases: BTreeMap<String, Vec<u8>>,
    #[serde(default)]
    pub replies: BTreeMap<String, Vec<u8>>,
    /// Rungs of the ladders of complaints, and how many clauses there were of each kind.
    #[serde(default)]
    pub complaints: BTreeMap<String, PublishedComplaint>,
}

#[derive(Debug, Default, Deserialize)]
pub struct PublishedComplaint {
    #[serde(default)]
    pub steps: Vec<u8>,
    #[serde(flatten)]
    pub clauses: BTreeMap<String, u8>,
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
    #[serde(default)]
    pub duties: Vec<u8>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedPage {
    #[serde(default)]
    pub quiz: Vec<u8>,
}
