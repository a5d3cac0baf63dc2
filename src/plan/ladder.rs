//! The guide's ladder for one plan: people she already knows there, then the director with the one question "whom should
//! I speak to?", then technical staff, then the focal point of an organization.

use super::people::{all, contacts, level, works_at, Contact, Level, Reply, ENOUGH_TRIES};
use super::sort::sort_by_key;
use super::{fact, Book, Sheet, SheetId};

/// How far it went with one person for one plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// Not asked yet, or one try without answer.
    Open,
    /// Two tries without answer.
    Silent,
    /// They named somebody else.
    Referred,
    /// They help: stay with them.
    Helps,
}

/// Whom to try next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next<'a> {
    /// This person helps already.
    Stay(&'a Sheet),
    /// Ask this one.
    Ask(&'a Sheet),
    /// Nobody of that level is known: find out a name.
    Find(Level),
    /// Everybody was tried: an organization.
    Organization,
}

/// The guide's ladder for one plan.
#[derive(Clone, Debug)]
pub struct Ladder<'a> {
    /// The people of the plan: of its offices, asked for it, or named by one of those. Without offices also everybody
    /// she knows. In the order of the ladder, those who were named by somebody first.
    pub people: Vec<(&'a Sheet, Tried)>,
    /// The step now.
    pub next: Next<'a>,
}

/// How far it went with a person for a plan.
pub fn tried(person: &Sheet, plan: &SheetId) -> Tried {
    let log: Vec<Contact> = contacts(person).into_iter().filter(|contact| contact.is_for(plan)).collect();
    let silent = log.iter().rev().take_while(|contact| !contact.is_real()).count();
    let last = log.iter().rfind(|contact| contact.is_real());
    match last.map(|contact| contact.outcome) {
        _ if silent >= ENOUGH_TRIES => Tried::Silent,
        None => Tried::Open,
        Some(Some(Reply::Referred)) => Tried::Referred,
        // The director was asked only for a name.
        Some(Some(Reply::Answered)) if level(person) == Some(Level::Director) => Tried::Referred,
        Some(_) => Tried::Helps,
    }
}

/// Whom to try next for a plan that goes to these offices (ids of content entries): first those whom somebody named,
/// then people she knows there, the director, technical staff, a focal point.
pub fn ladder<'a>(book: &'a Book, plan: &SheetId, offices: &[&str]) -> Ladder<'a> {
    let everybody = all(book);
    let belongs = |person: &Sheet| {
        offices.iter().any(|office| works_at(person, office))
            || contacts(person).iter().any(|contact| contact.is_for(plan))
            || (offices.is_empty() && level(person) == Some(Level::Known))
    };
    let near: Vec<&Sheet> = everybody.iter().copied().filter(|person| belongs(person)).collect();
    // Named by somebody who was asked for this plan.
    let named = |person: &Sheet| {
        let by = person.fact(fact::BY);
        !by.is_empty() && near.iter().any(|other| other.id.as_str() == by && tried(other, plan) == Tried::Referred)
    };
    let mine = everybody.iter().filter(|person| belongs(person) || named(person));
    let mut people: Vec<(&Sheet, Tried)> = mine.map(|person| (*person, tried(person, plan))).collect();
    sort_by_key(&mut people, |(person, _)| (!named(person), level(person).unwrap_or(Level::Staff), person.id.clone()));

    let helps = people.iter().find(|(_, tried)| *tried == Tried::Helps);
    // A focal point comes after the director and the staff were sought, unless somebody named them.
    let (later, sooner): (Vec<_>, Vec<_>) = (people.iter().filter(|(_, tried)| *tried == Tried::Open))
        .partition(|(person, _)| level(person) == Some(Level::Focal) && !named(person));
    let has = |wanted: Level| people.iter().any(|(person, _)| level(person).unwrap_or(Level::Staff) == wanted);
    // They named somebody, and the name is not noted yet.
    let unnoted = |person: &Sheet| !everybody.iter().any(|other| other.fact(fact::BY) == person.id.as_str());
    let unnoted = people.iter().any(|(person, tried)| *tried == Tried::Referred && unnoted(person));
    let next = match (helps, sooner.first(), later.first()) {
        (Some((person, _)), ..) => Next::Stay(person),
        (_, Some((person, _)), _) => Next::Ask(person),
        _ if unnoted => Next::Find(Level::Staff),
        _ if !has(Level::Director) && !has(Level::Staff) => Next::Find(Level::Director),
        _ if !has(Level::Staff) => Next::Find(Level::Staff),
        (.., Some((person, _))) => Next::Ask(person),
        _ => Next::Organization,
    };
    Ladder { people, next }
}
