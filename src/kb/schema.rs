//! What the app knows, as types. Everything is `'static` and `Copy`: no view clones. The values are written by `tools/content`
//! from the files in `content/`, and read by [`super::columns`] at the first question.

use super::columns::tables;
use super::complaints::Situation;
use super::duties::Duty;
use super::letters::{Purpose, Reply};
use super::packed::{self, Lot, Part};
use super::reading::{GuidePage, Organization, Story, Term};
use crate::glossary::MARK;

/// A text in both languages; neither can be missing. It is a number; the words of one language stand
/// together in one long string each, which packs far better than one pointer and length per sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(pub(super) u16);

impl Text {
    /// The Khmer text, made when it is shown.
    pub fn km(self) -> String {
        self.marked(Lot::Khmer).replace(MARK, "")
    }

    pub fn en(self) -> String {
        self.marked(Lot::English).replace(MARK, "")
    }

    /// With a mark before each word of the glossary ([`super::terms`]).
    pub(super) fn marked(self, lot: Lot) -> String {
        let bytes = packed::text(lot, self.0);
        match lot {
            Lot::Khmer => bytes.iter().map(packed::letter).collect(),
            _ => str::from_utf8(bytes).unwrap_or("").to_owned(),
        }
    }
}

/// A word without language: an id, an address, a date, a number. Empty when there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word(pub(super) u16);

impl Word {
    pub fn str(self) -> &'static str {
        let bytes = match self.0.checked_sub(LINKS) {
            None => super::WORDS.get(self.0),
            Some(number) => packed::strings(Lot::Links, Part::ONLY).get(number),
        };
        str::from_utf8(bytes).unwrap_or("")
    }

    pub fn is_empty(self) -> bool {
        self.str().is_empty()
    }
}

/// Words from this number on are addresses of pages; as in `tools/content/src/emit.rs`.
const LINKS: u16 = 0x8000;

/// Many strings as one: each ends with a line break, and every 64th one's place is noted. Lengths would cost more than
/// the line breaks, which pack to almost nothing.
#[derive(Clone, Copy, Debug)]
pub struct Strings {
    pub(super) all: &'static [u8],
    pub(super) starts: &'static [u32],
}

/// How many strings are passed over at most to find one.
pub(super) const STRIDE: usize = 64;

impl Strings {
    /// The string with this number; numbers are made by the compiler of content and always exist.
    pub(super) fn get(self, number: u16) -> &'static [u8] {
        let number = number as usize;
        let start = self.starts.get(number / STRIDE).map_or(0, |start| *start as usize);
        let block = self.all.get(start..).unwrap_or(&[]);
        block.split(|byte| *byte == b'\n').nth(number % STRIDE).unwrap_or(&[])
    }
}

/// Some things of a kind; reads as a slice.
#[derive(Debug)]
pub struct List<T: 'static>(pub(super) &'static [T]);

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for List<T> {}

impl<T> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl<T> IntoIterator for List<T> {
    type Item = &'static T;
    type IntoIter = std::slice::Iter<'static, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> List<T> {
    pub fn all(self) -> &'static [T] {
        self.0
    }

    pub fn iter(self) -> std::slice::Iter<'static, T> {
        self.0.iter()
    }

    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    pub fn len(self) -> usize {
        self.0.len()
    }

    pub fn get(self, at: usize) -> Option<&'static T> {
        self.0.get(at)
    }
}

/// Typed references: an id that does not exist cannot be written.
macro_rules! numbers {
    ($($(#[$doc:meta])* $id:ident -> $entry:ident in $table:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $id(pub(super) u16);

        impl $id {
            /// The entry itself.
            pub fn get(self) -> &'static $entry {
                &tables().$table[self.0 as usize]
            }

            pub fn all() -> impl Iterator<Item = Self> {
                (0..tables().$table.len() as u16).map(Self)
            }
        }
    )*};
}

numbers! {
    /// A document or page that a claim was read from. Its id stays in `content/`: nothing refers to it from outside.
    SourceId -> Source in sources;
}

/// References to entries that addresses and saved plans name.
macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident -> $entry:ident in $table:ident;)*) => {$(
        numbers! { $(#[$doc])* $id -> $entry in $table; }

        impl $id {
            /// The id as it stands in addresses, file names and saved plans.
            pub fn name(self) -> &'static str {
                self.get().id.str()
            }

            /// Reads an id from outside; `None` when there is no such entry (any more).
            pub fn parse(name: &str) -> Option<Self> {
                tables().$table.iter().position(|entry| entry.id.str() == name).map(|at| Self(at as u16))
            }
        }
    )*};
}

ids! {
    /// One of the four rights of the guide.
    RightId -> Right in rights;
    /// What a person wants: "hire someone", "get insured".
    AimId -> Aim in aims;
    /// A public service, and the duty or right it serves.
    ServiceId -> Service in services;
    /// An office with a power: decides, investigates, advises.
    AuthorityId -> Authority in authorities;
    /// A law, sub-decree, prakas or article of the Constitution.
    LawId -> Law in laws;
    /// Who helps: an organization, or a technical working group.
    OrganizationId -> Organization in organizations;
    /// A page of the guide.
    GuideId -> GuidePage in guide;
    /// A worked example.
    StoryId -> Story in stories;
    /// A word of the glossary.
    TermId -> Term in terms;
    /// What a letter is for.
    PurposeId -> Purpose in purposes;
    /// What an office told her.
    ReplyId -> Reply in replies;
    /// What one can complain about or ask for.
    SituationId -> Situation in situations;
}

#[derive(Clone, Copy, Debug)]
pub struct Right {
    pub id: Word,
    pub icon: Word,
    pub title: Text,
    pub summary: Text,
    pub laws: List<LawId>,
    /// What the State must do.
    pub state_must: List<Text>,
    /// What she may do with it.
    pub you_may: List<Text>,
    pub not_covered: List<Text>,
    pub sources: List<SourceId>,
    pub checked: Word,
    pub review: Review,
}

#[derive(Clone, Copy, Debug)]
pub struct Aim {
    pub id: Word,
    pub icon: Word,
    pub title: Text,
    pub hint: Option<Text>,
    /// The need sentence of the generic plan "find out which office".
    pub find_out: Text,
    pub questions: List<FinderQuestion>,
    pub results: List<FinderResult>,
    pub review: Review,
}

#[derive(Clone, Copy, Debug)]
pub struct FinderQuestion {
    pub text: Text,
    pub help: Option<Text>,
    /// Asked only when none of these is known to be false.
    pub ask_when: List<When>,
    pub options: List<FinderOption>,
}

#[derive(Clone, Copy, Debug)]
pub struct FinderOption {
    /// As it stands in the address.
    pub id: Word,
    pub icon: Option<Word>,
    pub text: Text,
}

/// "The answer to this question is one of these options."
#[derive(Clone, Copy, Debug)]
pub struct When {
    /// Index into [`Aim::questions`].
    pub question: u8,
    /// Indexes into the question's options.
    pub any: List<u8>,
}

#[derive(Clone, Copy, Debug)]
pub struct FinderResult {
    pub service: ServiceId,
    /// All must hold.
    pub when: List<When>,
    pub because: Text,
    pub why_not: Option<Text>,
}

/// The principle of the guide: required by law → obligation, allowed by law → right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Obligation,
    Entitlement,
    Both,
}

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

#[derive(Clone, Copy, Debug)]
pub struct Role {
    pub authority: AuthorityId,
    pub role: Text,
}

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

#[derive(Clone, Copy, Debug)]
pub struct Document {
    pub n: u8,
    pub text: Text,
}

#[derive(Clone, Copy, Debug)]
pub struct Question {
    pub n: u8,
    pub text: Text,
    pub why: Option<Text>,
    /// Set when the sources do not say: shown as "ask the office".
    pub unknown: Option<About>,
}

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

/// How sure a claim is. High: an official source or two that agree. Medium: one law firm, NGO or
/// newspaper. Low: old, second-hand or unclear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    High,
    Medium,
    Low,
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repairable {
    Yes,
    No,
    Unknown,
}

#[derive(Clone, Copy, Debug)]
pub struct IfNothing {
    pub text: Text,
    pub repairable: Repairable,
}

#[derive(Clone, Copy, Debug)]
pub struct Complaint {
    pub text: Text,
    pub to: Option<AuthorityId>,
}

#[derive(Clone, Copy, Debug)]
pub struct Change {
    pub old: Text,
    pub new: Text,
    pub since: Word,
    pub sources: List<SourceId>,
    pub confidence: Confidence,
}

#[derive(Clone, Copy, Debug)]
pub struct Note {
    pub text: Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    National,
    Provincial,
    District,
    Commune,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Power {
    Decides,
    Investigates,
    Advises,
}

#[derive(Clone, Copy, Debug)]
pub struct Authority {
    pub id: Word,
    pub name: Text,
    /// The word people use, for example ប.ស.ស.
    pub short: Option<Text>,
    pub level: Level,
    pub power: Power,
    pub under: Option<AuthorityId>,
    pub does: Text,
    pub channels: List<Channel>,
    pub complaint: Option<Text>,
    pub sources: List<SourceId>,
    pub checked: Word,
    pub review: Review,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelKind {
    Phone,
    Website,
    Email,
    Telegram,
    App,
    Address,
}

#[derive(Clone, Copy, Debug)]
pub struct Channel {
    pub kind: ChannelKind,
    pub value: Word,
    pub note: Option<Text>,
    pub sources: List<SourceId>,
    pub date: Word,
    pub confidence: Confidence,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LawState {
    Draft,
    Adopted,
    Transition,
    InForce,
    Replaced,
    Unknown,
}

#[derive(Clone, Copy, Debug)]
pub struct Law {
    pub id: Word,
    pub kind: LawKind,
    /// Empty when no source shows it.
    pub number: Word,
    pub title: Text,
    pub date: Word,
    pub state: LawState,
    pub since: Word,
    pub replaced_by: Option<LawId>,
    pub says: Text,
    pub sources: List<SourceId>,
    pub checked: Word,
    pub review: Review,
}

/// One of the nine standards of a good service.
#[derive(Clone, Copy, Debug)]
pub struct Standard {
    /// Stable for ever: ratings on phones refer to it.
    pub id: Word,
    /// Worded as what to expect before going.
    pub before: Text,
    /// In few words, for a quick mark at the counter.
    pub counter: Text,
    /// What is rated after the visit, as a thing: "The waiting time".
    pub after: Text,
    /// A polite sentence to say or to show there.
    pub ask: Text,
    /// A suggestion to the office when this could be better.
    pub better: Text,
    /// What to say when it was good.
    pub thanks: Text,
}

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
