//! A complaint or request: a typed view over sheets of [`What::Complaint`](super::What::Complaint). What she tapped stands in facts, her
//! own words in notes, what was sent and answered in contacts of the sheet. How complete it is and who is next is computed, never stored.

use super::sort::sort_by_key;
use super::{fact, inquiry, Book, Item, ItemId, List, Pen, Sheet, SheetId};
use crate::dates::Date;
use crate::kb::{AuthorityId, Need, Rung, Situation, SituationId};

/// What she can pick from the situation, as the first part of a fact's name; clauses by their place (from 1), the others by id.
/// Her own words stand in a note with the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    Point,
    Want,
    Proof,
    Tried,
    Standard,
    Law,
}

impl Pick {
    /// As it is saved.
    pub fn code(self) -> &'static str {
        ["point", "want", "proof", "tried", "standard", "law"].get(self as usize).copied().unwrap_or("")
    }

    /// The name of the fact of one choice.
    fn name(self, which: &str) -> String {
        [self.code(), ":", which].concat()
    }
}

/// Where it happened when not in an office of the directory: her stall or shop, street or market, by phone or on the internet.
pub const WHERES: [&str; 3] = ["shop", "road", "online"];
/// How they can reach her: phone, Telegram, she comes, through an organization.
pub const REACHES: [&str; 4] = ["phone", "telegram", "visit", "organization"];
/// What came of what she sent: it was received, answered, refused, nobody answered.
pub const RESULTS: [&str; 4] = ["received", "answered", "refused", "no-answer"];

/// The situation it is about.
pub fn situation(case: &Sheet) -> Option<SituationId> {
    SituationId::parse(case.fact(fact::SITUATION))
}

/// Whether she picked one.
pub fn picked(case: &Sheet, pick: Pick, which: &str) -> bool {
    case.fact(&pick.name(which)) == "yes"
}

/// Picks one, or takes it back.
pub fn pick(case: &mut Sheet, pen: &Pen, pick: Pick, which: &str, on: bool) -> bool {
    case.set_fact(pen, &pick.name(which), if on { "yes" } else { "" })
}

/// Whether something was picked or written.
fn any(case: &Sheet, pick: Pick) -> bool {
    let begins = pick.name("");
    let tapped = case.facts.iter().any(|(name, fact)| fact.value == "yes" && name.starts_with(begins.as_str()));
    tapped || !case.note(pick.code()).trim().is_empty()
}

/// Whether what a body needs is there. A day she does not know is not there; she can send it without.
pub fn has(case: &Sheet, need: Need) -> bool {
    let said = |name: &str| !case.fact(name).is_empty();
    match need {
        Need::What => any(case, Pick::Point),
        Need::Where => {
            [fact::OFFICE, fact::LOCAL, fact::WHERE].into_iter().any(said) || !case.note(fact::PLACE).trim().is_empty()
        }
        Need::When => Date::parse(case.fact(fact::DAY)).is_some(),
        Need::Rule => any(case, Pick::Standard) || any(case, Pick::Law),
        Need::Want => any(case, Pick::Want),
        Need::Proof => any(case, Pick::Proof),
        Need::Tried => any(case, Pick::Tried),
        Need::Name => said(fact::NAMED),
        Need::Contact => said(fact::REACH),
    }
}

/// How complete it is for one body: what that body needs, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meter {
    pub done: usize,
    pub all: usize,
    /// What is still missing, in the order of the screen.
    pub missing: Vec<Need>,
}

impl Meter {
    /// Rounded down, so that 100 means everything.
    pub fn percent(&self) -> usize {
        self.done * 100 / self.all.max(1)
    }
}

/// Counts what this body needs.
pub fn meter(case: &Sheet, rung: &Rung) -> Meter {
    let all = rung.needs().count();
    let missing: Vec<Need> = rung.needs().filter(|need| !has(case, *need)).collect();
    Meter { done: all - missing.len(), all, missing }
}

/// The rung she chose, else the first.
pub fn rung(case: &Sheet, situation: &'static Situation) -> Option<&'static Rung> {
    let chosen = case.fact(fact::RUNG).parse().ok().and_then(|n| situation.rung(n));
    chosen.or_else(|| situation.steps.get(0))
}

/// Which letter a body gets (id of a content entry): to lawyers one asks, one does not complain.
pub fn purpose(rung: &Rung) -> &'static str {
    match rung.authority.map(AuthorityId::name) {
        Some("bar-association") => "lawyer",
        _ => "complain",
    }
}

/// What was sent and answered, the newest first.
pub fn log(case: &Sheet) -> Vec<&Item> {
    inquiry::answers(case)
}

/// Notes what she sent to a rung on a day; `letter`: the letter that went.
pub fn note_sent(case: &mut Sheet, pen: &Pen, rung: u8, day: Date, letter: Option<&SheetId>) -> ItemId {
    let id = case.add_item(pen, List::Contact, "");
    case.set_item_fact(pen, &id, fact::DAY, &day.to_string());
    case.set_item_fact(pen, &id, fact::RUNG, &rung.to_string());
    if let Some(letter) = letter {
        case.set_item_fact(pen, &id, fact::LETTER, letter.as_str());
    }
    id
}

/// The rung to turn to now: where the newest line went; the one after it when that body refused, did not answer, or the time suggested
/// for it is over.
pub fn suggested(case: &Sheet, situation: &'static Situation, today: Date) -> Option<&'static Rung> {
    let rungs = situation.steps.all();
    let newest = log(case).into_iter().next();
    let at = newest.and_then(|line| rungs.iter().position(|rung| rung.n.to_string() == line.fact(fact::RUNG)));
    let (Some(line), Some(at), Some(rung)) = (newest, at, at.and_then(|at| rungs.get(at))) else { return rungs.first() };
    let over = || rung.days > 0 && line.day(fact::DAY).is_some_and(|day| day.days_until(today) >= i32::from(rung.days));
    let on = match line.fact(fact::RESULT) {
        "refused" | "no-answer" => true,
        "answered" => false,
        _ => over(),
    };
    rungs.get(at + usize::from(on)).or(Some(rung))
}

/// The day by which to ask for an answer: the reminder she set, else the waiting time suggested for the body.
pub fn answer_by(case: &Sheet, rung: &Rung, written: Date) -> Option<Date> {
    case.deadline.value.or_else(|| (rung.days > 0).then(|| written.plus_days(rung.days.into())))
}

/// Those that are not in the bin, open ones first, the last touched first.
pub fn all(book: &Book) -> Vec<&Sheet> {
    let mut found: Vec<&Sheet> = book.complaints().filter(|case| !case.removed.value).collect();
    sort_by_key(&mut found, |case| (case.archived.value, std::cmp::Reverse(case.touched.stamp)));
    found
}
