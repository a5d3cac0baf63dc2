//! A public service with all that is known of it: steps, papers, questions, and claims with their sources.

use super::{AuthorityId, Confidence, LawId, List, Review, RightId, ServiceId, SourceId, Text, Word};
use crate::kb::duties::Duty;

/// The principle of the guide: required by law → obligation, allowed by law → right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Obligation,
    Entitlement,
    Both,
}

/// A public service: what it is for, who gives it, on what law, how one gets it, and what is known of fees and times.
#[derive(Clone, Copy, Debug)]
pub struct Service {
    pub id: Word,
    pub kind: Kind,
    pub rights: List<RightId>,
    pub icon: Word,
    /// An action: "Register your staff with NSSF".
    pub title: Text,
    pub summary: Text,
    pub who: Text,
    /// Her need as a sentence; it opens the plan.
    pub need: Text,
    pub authorities: List<Role>,
    pub basis: List<Basis>,
    pub steps: List<Step>,
    pub documents: List<Document>,
    pub claims: List<Claim>,
    pub if_nothing: Option<IfNothing>,
    pub before: List<ServiceId>,
    pub after: List<ServiceId>,
    pub questions: List<Question>,
    pub complaint: Option<Complaint>,
    pub changes: List<Change>,
    pub notes: List<Note>,
    pub duties: List<Duty>,
    /// Every source of the entry, without repetition.
    pub sources: List<SourceId>,
    /// Day on which the entry was last compared with its sources, `YYYY-MM-DD`.
    pub checked: Word,
    pub review: Review,
}

impl Service {
    pub fn step(&self, n: u8) -> Option<&'static Step> {
        self.steps.iter().find(|step| step.n == n)
    }

    pub fn document(&self, n: u8) -> Option<&'static Document> {
        self.documents.iter().find(|document| document.n == n)
    }

    pub fn question(&self, n: u8) -> Option<&'static Question> {
        self.questions.iter().find(|question| question.n == n)
    }
}

/// An office that has a part in a service, and which.
#[derive(Clone, Copy, Debug)]
pub struct Role {
    pub authority: AuthorityId,
    pub role: Text,
}

/// The law a service rests on; the article where a source names it.
#[derive(Clone, Copy, Debug)]
pub struct Basis {
    pub law: LawId,
    pub article: Option<Text>,
}

/// `n` is stable for ever: plans on phones refer to it.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub n: u8,
    pub text: Text,
    pub after: List<u8>,
}

/// A paper to bring. `n` as in [`Step`].
#[derive(Clone, Copy, Debug)]
pub struct Document {
    pub n: u8,
    pub text: Text,
}

/// What to ask the office. `n` as in [`Step`].
#[derive(Clone, Copy, Debug)]
pub struct Question {
    pub n: u8,
    pub text: Text,
    pub why: Option<Text>,
    /// Set when the sources do not say: shown as "ask the office".
    pub unknown: Option<About>,
}

/// What a claim or an open question is about. Money goes out of date first ([`Claim::review_months`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// A fee, time limit, number, rate or deadline: never without a source.
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    pub about: About,
    pub label: Option<Text>,
    pub value: Text,
    pub sources: List<SourceId>,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty when the source has no date.
    pub date: Word,
    pub confidence: Confidence,
    /// `YYYY-MM-DD`.
    pub checked: Word,
    pub conflict: Option<Conflict>,
}

impl Claim {
    /// After how many months a claim must be checked again: six for money, twelve for the rest.
    pub fn review_months(&self) -> u8 {
        match self.about {
            About::Fee | About::Rate | About::Amount => 6,
            _ => 12,
        }
    }
}

/// What another source says instead; both are shown.
#[derive(Clone, Copy, Debug)]
pub struct Conflict {
    pub value: Text,
    pub sources: List<SourceId>,
    pub date: Word,
    pub confidence: Confidence,
}

/// Whether doing it late still helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repairable {
    Yes,
    No,
    Unknown,
}

/// What happens if she does nothing.
#[derive(Clone, Copy, Debug)]
pub struct IfNothing {
    pub text: Text,
    pub repairable: Repairable,
}

/// How one complains about this service, and to whom where one office is known.
#[derive(Clone, Copy, Debug)]
pub struct Complaint {
    pub text: Text,
    pub to: Option<AuthorityId>,
}

/// What was true before, and what is since then (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`).
#[derive(Clone, Copy, Debug)]
pub struct Change {
    pub old: Text,
    pub new: Text,
    pub since: Word,
    pub sources: List<SourceId>,
    pub confidence: Confidence,
}

/// A caution or an explanation that is neither step nor claim.
#[derive(Clone, Copy, Debug)]
pub struct Note {
    pub text: Text,
}
