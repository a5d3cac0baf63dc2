//! The names of facts and notes, by the kind of sheet or item they belong to. They stand in saved records: a name never
//! changes its meaning, a new one may be added any time.

/// Facts of a plan: how it ended (`solved`, `partly`, `not`), on which day, and what helped (an item's id).
pub const OUTCOME: &str = "outcome";
pub const OUTCOME_DAY: &str = "outcome-day";
pub const HELPED: &str = "helped";
/// Since which day she waits (fact), and for what or whom (note).
pub const WAITS: &str = "waits";

/// Facts of any sheet: what of the knowledge base it relied on, and which changes of that she did not take ([`super::relied`]).
pub const RELIED: &str = "relied";
pub const KEPT: &str = "kept";

/// Fact of what is made for one person ([`super::What::is_of_one`]): whom it is for (id of a sheet of somebody she helps); empty: herself.
pub const FOR: &str = "for";

/// Fact of a plan: the letter it began with, in a line ([`super::letter`]).
pub const LETTER: &str = "letter";

/// Facts of a meeting: day, time (`HH:MM`), with whom (a person's id), how (see [`HOW`]), on which day the agenda was
/// sent, whether it was held (`yes`). Its text is the purpose, or the purpose is one of [`super::meeting::PURPOSES`], chosen by
/// tap and said in whatever language is needed. Note: the place.
pub const PURPOSE: &str = "purpose";
pub const DAY: &str = "day";
pub const TIME: &str = "time";
pub const PERSON: &str = "person";
pub const HOW: &str = "how";
pub const SENT: &str = "sent";
pub const HELD: &str = "held";
pub const PLACE: &str = "place";

/// Fact of a question: the meeting on whose agenda it stands. Notes: why it matters, what answer would settle it.
pub const AGENDA: &str = "agenda";
pub const WHY: &str = "why";
pub const SETTLES: &str = "settles";
/// Of a question, followed by the meeting's id ([`of`]): the quick answer, `written` or `oral` (facts); the answer in
/// words, the law they named (notes).
pub const ANSWER: &str = "answer";
pub const WRITTEN: &str = "written";
pub const LAW: &str = "law";

/// Facts of a step that was promised: by when, by whom ([`super::meeting::PROMISERS`]), in which meeting; what, when it was
/// chosen by tap ([`super::meeting::PROMISES`]).
pub const DUE: &str = "due";
pub const BY: &str = "by";
pub const FROM: &str = "from";
pub const WHAT: &str = "what";

/// Facts of a person: how near (someone she knows, director, technical staff, focal point), the office (id of a content entry), the channel they prefer,
/// how many days lie between two contacts, how they are addressed, which language; [`BY`]: who referred to them.
pub const LEVEL: &str = "level";
pub const OFFICE: &str = "office";
pub const PREFERS: &str = "prefers";
pub const EVERY: &str = "every";
pub const CALLED: &str = "called";
pub const SPEAKS: &str = "speaks";
/// Of a person, each the day on which she did it or passed it over: thanks, an invitation, an honour.
pub const THANKED: &str = "thanked";
pub const INVITED: &str = "invited";
pub const HONOURED: &str = "honoured";
/// Notes of a person: ways to reach them, the hours, what else she wants to remember. [`OFFICE`]: an office of her own.
/// The title of the sheet is the name. An office near her has the same, and [`PLACE`]: where it is; its [`OFFICE`] is the one of the
/// directory that it is, or that it is a branch of.
pub const PHONE: &str = "phone";
pub const TELEGRAM: &str = "telegram";
pub const WHATSAPP: &str = "whatsapp";
pub const MESSENGER: &str = "messenger";
pub const EMAIL: &str = "email";
pub const HOURS: &str = "hours";
pub const ABOUT: &str = "about";

/// Facts of a contact: [`DAY`], [`HOW`], what came of it, for which plan, and the day they named for the next one ([`DUE`]). Its text is what she wants to remember.
/// An answer to a question about a law is one too: its [`OFFICE`] is a fact (id of a content entry), and a note for who it was.
pub const RESULT: &str = "result";
pub const PLAN: &str = "plan";

/// Facts of a rated service, beside [`OFFICE`], [`DAY`], [`PLAN`] and, as notes, [`OFFICE`] and [`PLACE`]: the service (id of a content entry),
/// whether several people rate it (`yes`).
pub const SERVICE: &str = "service";
pub const GROUP: &str = "group";
/// Facts of one person's rating: what the list of fees says, what was asked, what was paid (riel), whether there was a receipt (`yes`, `no`), how
/// long it took and how often she came ([`super::score::WAITS`], [`super::score::VISITS`]). Notes of the sheet: what could be better, what was good.
pub const POSTED: &str = "posted";
pub const ASKED: &str = "asked";
pub const PAID: &str = "paid";
pub const RECEIPT: &str = "receipt";
pub const WAITED: &str = "waited";
pub const VISITS: &str = "visits";
pub const BETTER: &str = "better";
pub const GOOD: &str = "good";

/// Facts of a business: the answers before she changed them, in a line ([`super::business::Profile`]), until she has seen what that
/// changed; `ask:` and a question's id: the answer; `event:` and its name: the day on which it happened; `done:`, the duty and the
/// period: the day on which she did it. The title of the sheet is the name, if she gave one.
pub const BEFORE: &str = "before";

/// Facts of a complaint: the situation (id of a content entry), the rung of its ladder she chose, where it happened when not in an
/// office ([`super::complaint::WHERES`]) or in one near her (a sheet's id), that she gives her name, and how they reach her
/// ([`super::complaint::REACHES`]). Notes: [`PLACE`] and those of [`super::complaint::Pick`]. Its lines (contacts) have a rung and a
/// [`LETTER`] (a sheet's id). Its [`HELPED`], as that of a letter and of a question, is one of [`super::meeting::HELPS`].
pub const SITUATION: &str = "situation";
pub const RUNG: &str = "rung";
pub const WHERE: &str = "where";
pub const LOCAL: &str = "local";
pub const NAMED: &str = "named";
pub const REACH: &str = "reach";
/// Fact of a letter: the complaint it belongs to.
pub const CASE: &str = "case";

/// The name of a fact or note that belongs to one meeting.
pub fn of(name: &str, meeting: &super::ItemId) -> String {
    [name, ":", meeting.as_str()].concat()
}
