//! What one can complain about or ask for: what may have happened, who can act in which order, what each body needs, and the time
//! limits that could be missed. Written by `tools/content` from `content/complaints/`.

use super::limit::{Days, Limit};
use super::schema::{AuthorityId, Confidence, LawId, List, Review, ServiceId, SourceId, Text, Word};
use super::Standard;
use crate::dates::Date;

/// A situation as people meet it. The four lists of clauses only grow at their end: complaints on phones keep places in them.
#[derive(Clone, Copy, Debug)]
pub struct Situation {
    pub id: Word,
    pub icon: Word,
    /// In her words: "They do not answer me".
    pub title: Text,
    pub hint: Text,
    /// What happened, neutral.
    pub points: List<Text>,
    /// What she asks for.
    pub wants: List<Text>,
    /// What she can show.
    pub proofs: List<Text>,
    /// What she already did.
    pub tried: List<Text>,
    /// Indexes into [`super::standards`].
    pub standards: List<u8>,
    /// Rules she may name.
    pub laws: List<LawId>,
    /// Pages that explain more.
    pub services: List<ServiceId>,
    /// The ladder: who can act, the gentlest first.
    pub steps: List<Rung>,
    pub limits: List<TimeLimit>,
    pub sources: List<SourceId>,
    pub checked: Word,
    pub review: Review,
}

impl Situation {
    /// The standards of a good service that it touches.
    pub fn standards(&self) -> impl Iterator<Item = &'static Standard> {
        self.standards.iter().filter_map(|at| super::standards().get(usize::from(*at)))
    }

    /// A rung by its number.
    pub fn rung(&self, n: u8) -> Option<&'static Rung> {
        self.steps.iter().find(|rung| rung.n == n)
    }
}

/// A body that can act. `n` is stable for ever: complaints on phones refer to it.
#[derive(Clone, Copy, Debug)]
pub struct Rung {
    pub n: u8,
    /// `None`: the office itself, where it happened.
    pub authority: Option<AuthorityId>,
    /// What to do there, what this body can do and what not.
    pub text: Text,
    /// One bit for each [`Need`].
    pub needs: u16,
    /// After so many days without an answer the next rung is suggested; 0: not said.
    pub days: u16,
    pub sources: List<SourceId>,
    pub confidence: Confidence,
}

impl Rung {
    /// What this body needs, and nothing else.
    pub fn needs(&self) -> impl Iterator<Item = Need> {
        let needs = self.needs;
        Need::ALL.into_iter().filter(move |need| needs & 1 << *need as u16 != 0)
    }
}

/// What a receiving body may need. Names only where the body requires them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

impl Need {
    /// All, in the order of the screen.
    pub const ALL: [Need; 9] =
        [Need::What, Need::Where, Need::When, Need::Rule, Need::Want, Need::Proof, Need::Tried, Need::Name, Need::Contact];
}

/// A legal time limit that could be missed.
#[derive(Clone, Copy, Debug)]
pub struct TimeLimit {
    pub text: Text,
    /// 0: cannot be counted.
    pub days: u16,
    pub working_days: bool,
    pub sources: List<SourceId>,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty when the source has no date.
    pub date: Word,
    pub confidence: Confidence,
}

impl TimeLimit {
    /// Counted from this day, where it has days. A count, not a judgement: from which day an office counts, it decides.
    pub fn count(&self, from: Date) -> Option<Limit> {
        let kind = if self.working_days { Days::Working } else { Days::Calendar };
        (self.days > 0).then(|| Limit::count(from, self.days, kind))
    }
}
