//! What the app knows, as types. Everything is `'static` and `Copy`: no view clones. The values are written by `tools/content`
//! from the files in `content/`, and read by [`super::columns`] at the first question.
//! Kinds that come with rules of their own stand beside them: duties, letters, complaints.

mod aim;
mod ids;
mod law;
mod learn;
mod office;
mod service;
mod text;

pub use aim::*;
pub use ids::*;
pub use law::*;
pub use learn::*;
pub use office::*;
pub use service::*;
pub use text::*;

/// How sure a claim is. High: an official source or two that agree. Medium: one law firm, NGO or
/// newspaper. Low: old, second-hand or unclear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    High,
    Medium,
    Low,
}

/// A document or page that claims were read from.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    pub name: Text,
    /// Empty for the five documents that Phlov comes from, which have no address.
    pub url: Word,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty when undated.
    pub date: Word,
}

/// Who has read the text. Everything starts as a draft, and the app says so.
#[derive(Clone, Copy, Debug)]
pub struct Review {
    pub km: bool,
    pub en: bool,
    pub law: bool,
    pub by: Word,
    pub on: Word,
}
