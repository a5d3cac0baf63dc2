//! What an entry looks like in TOML. Every field an editor may write is here; `content/README.md`
//! explains them in the same order. Unknown fields are refused, so a typing error is never ignored.

mod complaints;
mod letters;

use crate::glossary::ALSO;
pub use complaints::*;
pub use letters::*;
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
    /// What the law asks of her business in this matter, for the duties calendar.
    #[serde(default)]
    pub duties: Vec<Duty>,
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

/// One thing that the law asks of a business, with the condition under which it does and the time by which.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Stable as the numbers of steps are: a tick on a phone refers to it.
    pub n: u8,
    /// An action: "Pay the NSSF contributions of the month".
    pub title: Text,
    /// All must hold. Empty: it applies to every business.
    #[serde(default)]
    pub when: Vec<Fact>,
    /// "because you employ somebody"
    pub because: Text,
    pub due: Due,
    /// What happens if she does nothing; the service's own if absent.
    pub if_nothing: Option<IfNothing>,
    pub sources: Vec<String>,
    /// Since when the rule holds or when the source said so.
    pub date: Option<String>,
    pub confidence: Confidence,
    /// The title names a condition that no question asks.
    #[serde(default)]
    pub only_if: bool,
    /// What she may claim, not what she must do.
    #[serde(default)]
    pub may: bool,
}

/// "The answer to this question about the business is one of these."
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The id of a question in `profile.toml`.
    pub ask: String,
    /// Ids of its options.
    pub any: Vec<String>,
}

/// By when. Exactly one of `every`, `on` and `always`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Due {
    /// Comes again each month, year or second year.
    pub every: Option<Every>,
    /// Monthly: the last day, in the month after the one it is about.
    pub day: Option<u8>,
    /// Yearly: the window, `MM-DD`. Several windows stand side by side.
    #[serde(default)]
    pub windows: Vec<Window>,
    /// After (or before) something that happens.
    pub on: Option<Event>,
    /// How many days after the event it may take; 0: on that day.
    pub days: Option<u16>,
    /// The days are counted back from the event.
    #[serde(default)]
    pub before: bool,
    /// The days are working days.
    #[serde(default)]
    pub working_days: bool,
    /// At all times, for example a certificate that must hang on the wall.
    #[serde(default)]
    pub always: bool,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Every {
    Month,
    Year,
    TwoYears,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    pub from: String,
    pub by: String,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// The business opens or starts its activity.
    Opening,
    /// It is registered (commerce, ministry, tax).
    Registration,
    Hiring,
    Leaving,
    Accident,
    /// Overtime, or work on a holiday or rest day.
    Overtime,
    /// An address, name, activity or owner changes.
    Change,
    Closing,
    /// Money or an agreement from a donor.
    Donation,
}

/// One question about the business; the answers decide which duties apply.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileQuestion {
    pub id: String,
    pub text: Text,
    pub options: Vec<ProfileOption>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileOption {
    pub id: String,
    pub text: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileFile {
    pub questions: Vec<ProfileQuestion>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Help {
    /// Women's rights and women in business.
    Women,
    /// Free or low-cost legal help.
    Legal,
    /// Safety and counselling after violence.
    Safety,
    /// Workers, vendors, unions.
    Workers,
    /// Business associations and networks.
    Business,
    /// Accountability, information, local government.
    Governance,
    /// Networks of organizations.
    Network,
    /// Technical working groups of government, partners and organizations.
    WorkingGroup,
}

/// Who supports women entrepreneurs, and the technical working groups.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    pub name: Text,
    pub short: Option<Text>,
    pub help: Help,
    /// What it does and for whom.
    pub does: Text,
    /// Where it works.
    pub area: Option<Text>,
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// How sure the sources are that it does this.
    pub confidence: Confidence,
    pub sources: Vec<String>,
    pub checked: String,
    pub review: Review,
}

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

/// One of the nine standards of a good service (the guide: five things a good service gives and
/// four duties of officials).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standard {
    pub id: String,
    pub before: Text,
    pub counter: Text,
    pub after: Text,
    pub ask: Text,
    pub better: Text,
    pub thanks: Text,
}

impl Standard {
    /// Its texts with the names of their fields.
    pub fn texts(&self) -> [(&'static str, &Text); 6] {
        [
            ("before", &self.before),
            ("counter", &self.counter),
            ("after", &self.after),
            ("ask", &self.ask),
            ("better", &self.better),
            ("thanks", &self.thanks),
        ]
    }
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
