//! What is read: guide pages, worked examples, words of the glossary.

use super::{Confidence, Review, Text};
use crate::glossary::ALSO;
use serde::Deserialize;

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// What rights are, and what a good service is.
    Rights,
    /// Laws and rules, and how to make them clear.
    Law,
    /// Working with officials.
    Meeting,
    /// Working together, safely.
    Together,
}

/// A short page of the guide.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuidePage {
    pub topic: Topic,
    /// Within its topic.
    pub order: u8,
    pub icon: String,
    pub title: Text,
    /// The page in one sentence.
    pub summary: Text,
    pub parts: Vec<Part>,
    /// Services, laws and pages to go on to.
    #[serde(default)]
    pub services: Vec<String>,
    #[serde(default)]
    pub laws: Vec<String>,
    /// Two or three tap questions at the end.
    pub quiz: Vec<Quiz>,
    pub sources: Vec<String>,
    pub checked: String,
    pub review: Review,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub title: Text,
    #[serde(default)]
    pub style: Style,
    pub texts: Vec<Text>,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// Paragraphs.
    #[default]
    Text,
    /// Points without an order.
    List,
    /// Things to do, in order.
    Steps,
    /// Sentences to say or write.
    Say,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quiz {
    /// Never changes and is never used again: what she has answered is kept by it.
    pub n: u8,
    pub text: Text,
    pub options: Vec<QuizOption>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuizOption {
    pub text: Text,
    #[serde(default)]
    pub right: bool,
    /// Friendly: said after the tap.
    pub why: Text,
}

/// A worked example that opens a real plan.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    pub order: u8,
    pub icon: String,
    pub title: Text,
    /// Who she is and what happened, in a sentence.
    pub summary: Text,
    /// One small screen each.
    pub screens: Vec<Screen>,
    pub plan: StoryPlan,
    pub sources: Vec<String>,
    pub checked: String,
    pub review: Review,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Screen {
    pub title: Text,
    pub texts: Vec<Text>,
}

/// The plan that "make this my plan" opens.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoryPlan {
    pub service: String,
    /// The need, in the first person.
    pub need: Text,
    /// Numbers of the service's questions that she asks (at most five).
    pub questions: Vec<u8>,
    /// Days from today until the last day, where the story has one.
    pub days: Option<u16>,
}

/// A word of the glossary.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    pub term: Text,
    /// What it means, plainly, in one or two sentences. Absent for an office: then what the office does is said.
    pub says: Option<Text>,
    /// The authority entry, when the word is the name of an office.
    pub office: Option<String>,
    /// Other words, spellings, abbreviations and romanised forms under which it is searched, in any script.
    #[serde(default)]
    pub same: Vec<String>,
    /// Other forms that always mean the same: marked in the texts as the word is.
    #[serde(default)]
    pub also: Vec<String>,
    /// Longer words of the texts that hold its letters and mean something else; there it is not marked.
    #[serde(default)]
    pub not: Vec<String>,
    /// Other terms to look at.
    #[serde(default)]
    pub see: Vec<String>,
    /// The service it belongs to, where there is one.
    pub service: Option<String>,
    /// How well the Khmer form is attested.
    pub confidence: Confidence,
    pub review: Review,
}

impl Term {
    /// Its other names, the forms that stand in texts with a mark before them.
    pub fn names(&self) -> Vec<String> {
        let also = self.also.iter().map(|form| format!("{ALSO}{form}"));
        self.same.iter().filter(|name| !self.also.contains(name)).cloned().chain(also).collect()
    }
}
