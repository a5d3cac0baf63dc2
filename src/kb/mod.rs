//! What the app knows: the knowledge base, compiled into the module, and the rules on it.
//!
//! - [`schema`]: the kinds of entries and their typed ids
//! - [`columns`]: the tables of entries, read at the first question
//! - [`packed`]: the texts, unpacked when the first of a part is shown
//! - [`duties`]: what the law asks of a business, and by when
//! - [`letters`]: sentences of letters, replies of offices, public holidays
//! - [`complaints`]: who can act on a complaint, and what they need
//! - [`limit`]: the last day of a time limit
//! - [`blanks`]: what a sentence of a letter may name
//! - [`compose`]: letters out of checked sentences
//! - [`finder`]: answers → services with *because* and *why not*
//! - [`search`]: what she types → entries, with spelling slips forgiven
//! - [`terms`]: words of the glossary in the texts
//! - [`age`]: when a claim must be checked again

pub mod age;
pub mod blanks;
pub mod columns;
pub mod complaints;
pub mod compose;
pub mod duties;
pub mod finder;
pub mod letters;
pub mod limit;
pub mod packed;
pub mod schema;
pub mod search;
pub mod terms;

pub use complaints::*;
pub use duties::*;
pub use letters::*;
pub use schema::*;

include!(concat!(env!("OUT_DIR"), "/kb.rs"));

/// The questions about a business.
pub fn profile() -> &'static [ProfileQuestion] {
    columns::tables().profile
}

/// What a good service is like.
pub fn standards() -> &'static [Standard] {
    columns::tables().standards
}

/// Services through which a right is used.
pub fn services_of(right: RightId) -> impl Iterator<Item = ServiceId> {
    ServiceId::all().filter(move |service| service.get().rights.all().contains(&right))
}

/// Services that an authority has a part in.
pub fn services_at(authority: AuthorityId) -> impl Iterator<Item = ServiceId> {
    ServiceId::all().filter(move |service| service.get().authorities.iter().any(|role| role.authority == authority))
}

/// Services that an authority or an office right under it has a part in: a letter of a department bears the name of its ministry.
pub fn services_around(authority: AuthorityId) -> impl Iterator<Item = ServiceId> {
    let is_near = move |office: AuthorityId| office == authority || office.get().under == Some(authority);
    ServiceId::all().filter(move |service| service.get().authorities.iter().any(|role| is_near(role.authority)))
}

/// Services based on a law.
pub fn services_under(law: LawId) -> impl Iterator<Item = ServiceId> {
    ServiceId::all().filter(move |service| service.get().basis.iter().any(|basis| basis.law == law))
}

/// Laws that are not what they will be: drafts, those not enforced yet, those in transition.
pub fn coming_laws() -> impl Iterator<Item = LawId> {
    LawId::all().filter(|law| matches!(law.get().state, LawState::Draft | LawState::Adopted | LawState::Transition))
}

/// Rights that rest on a law.
pub fn rights_under(law: LawId) -> impl Iterator<Item = RightId> {
    RightId::all().filter(move |right| right.get().laws.all().contains(&law))
}

/// The pages of the guide on a topic, in reading order.
pub fn guide_on(topic: Topic) -> impl Iterator<Item = GuideId> {
    GuideId::all().filter(move |page| page.get().topic == topic)
}
