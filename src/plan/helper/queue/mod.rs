//! The questions of all plans: grouped, counted, put on one agenda for each office; answers go back to every plan that asked.
//!
//! - here: which questions there are, and what is known already
//! - [`group`]: which of them ask the same
//! - [`agenda`]: one contact, at most five questions
//! - [`reply`]: what was answered, into every plan that asked

pub mod agenda;
pub mod group;
pub mod reply;

use super::alike::Worded;
use super::faq;
use crate::dates::Date;
use crate::kb::ServiceId;
use crate::plan::{fact, Book, Item, ItemId, List, Sheet, SheetId, What};
use std::rc::Rc;

pub use group::{Group, Queue};
pub use reply::{Reply, Told};

/// Fact of a plan of the helper: the office (id of a content entry) whose agenda it is; whom they speak to there is [`fact::PERSON`].
pub const QUEUE: &str = "queue";
/// Fact of a question: another that the helper says is the same ([`Place`]); that it is the same as no other (`yes`).
pub const SAME: &str = "same";
pub const APART: &str = "apart";
/// The service's own questions end before this number; from it on stand those that may be asked anywhere.
const GENERAL: u8 = 200;

/// Where a question stands; nobody's name. An answer that was asked for once and for all has no item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub sheet: SheetId,
    pub item: Option<ItemId>,
}

impl Place {
    /// `sheet:item`, as it stands in facts and addresses.
    pub fn code(&self) -> String {
        [self.sheet.as_str(), ":", self.item.as_ref().map_or("", ItemId::as_str)].concat()
    }

    pub fn parse(code: &str) -> Option<Place> {
        let (sheet, item) = code.split_once(':')?;
        let item = if item.is_empty() { None } else { Some(ItemId::parse(item)?) };
        Some(Place { sheet: SheetId::parse(sheet)?, item })
    }

    /// A list of places in a fact.
    pub fn list(codes: &str) -> Vec<Place> {
        codes.split(' ').filter_map(Place::parse).collect()
    }
}

/// A question, with what is needed to compare it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    pub place: Place,
    /// Who asks, to be counted and never shown.
    who: String,
    pub service: Option<String>,
    /// The office (id of a content entry); empty: not known.
    pub office: String,
    /// The number of the service's own question.
    pub from: Option<u8>,
    /// As it reads on the screen.
    pub words: String,
    /// In each language it is known in.
    pub worded: Vec<Rc<Worded>>,
    /// Whether it waits for an answer.
    pub is_open: bool,
    /// Since when.
    pub since: Date,
    same: Option<Place>,
    apart: bool,
}

/// How a question reads: in the language of the screen, and in the other one where that is known.
pub type Says<'a> = &'a dyn Fn(&Sheet, &Item) -> [String; 2];
/// Takes a text apart, or knows it already.
pub type Apart<'a> = &'a mut dyn FnMut(&str) -> Rc<Worded>;

/// The office of a sheet: the one that was noted, else the first of its service.
pub fn office_of(sheet: &Sheet) -> String {
    match sheet.fact(fact::OFFICE) {
        "" => {
            let service = sheet.service.as_deref().and_then(ServiceId::parse);
            service
                .and_then(|service| service.get().authorities.get(0))
                .map(|role| role.authority.name().to_owned())
                .unwrap_or_default()
        }
        office => office.to_owned(),
    }
}

/// All questions that matter: answers that hold first, then questions that were answered, then those that are open, the oldest first.
/// Plans that are agendas themselves bring only what was answered there.
pub fn asks(book: &Book, today: Date, km: bool, says: Says, apart: Apart) -> Vec<Ask> {
    let mut known: Vec<Ask> =
        faq::all(book).into_iter().filter(|sheet| faq::holds(sheet, today)).map(|sheet| of_answer(sheet, km, apart)).collect();
    let (mut told, mut open) = (Vec::new(), Vec::new());
    for what in [What::Plan, What::Need] {
        for sheet in book.of_all(what).filter(|sheet| !sheet.removed.value) {
            let is_agenda = !sheet.fact(QUEUE).is_empty();
            for item in sheet.visible(List::Question) {
                if reply::told(sheet, item).is_some() {
                    told.push(of_item(sheet, item, false, says, apart));
                } else if !item.done.value && !is_agenda && sheet.is_open() {
                    open.push(of_item(sheet, item, true, says, apart));
                }
            }
        }
    }
    open.sort_by(|one, other| (one.since, &one.place).cmp(&(other.since, &other.place)));
    known.append(&mut told);
    known.append(&mut open);
    known
}

fn of_item(sheet: &Sheet, item: &Item, is_open: bool, says: Says, apart: Apart) -> Ask {
    let [words, other] = says(sheet, item);
    let from = item.from.filter(|_| item.text.current().is_empty());
    let worded = [&words, &other].into_iter().filter(|text| !text.trim().is_empty()).map(|text| apart(text)).collect();
    let who = match (sheet.what, sheet.fact(fact::FOR)) {
        (What::Plan, whom) => whom.to_owned(),
        // What came from elsewhere is of one person each.
        _ => [":", sheet.id.as_str()].concat(),
    };
    let office = match (sheet.fact(QUEUE), item.fact(fact::OFFICE)) {
        ("", "") => office_of(sheet),
        ("", own) => own.to_owned(),
        (agenda, _) => agenda.to_owned(),
    };
    Ask {
        place: Place { sheet: sheet.id.clone(), item: Some(item.id.clone()) },
        who,
        service: item_service(sheet, item),
        office,
        from,
        words,
        worded,
        is_open,
        since: sheet.made,
        same: Place::parse(item.fact(SAME)),
        apart: !item.fact(APART).is_empty(),
    }
}

/// The service a question is about: that of its sheet, on an agenda the one it came with.
fn item_service(sheet: &Sheet, item: &Item) -> Option<String> {
    sheet.service.clone().or_else(|| Some(item.fact(fact::SERVICE).to_owned()).filter(|service| !service.is_empty()))
}

fn of_answer(sheet: &Sheet, km: bool, apart: Apart) -> Ask {
    let texts = [sheet.note(faq::QUESTION_KM), sheet.note(faq::QUESTION_EN)];
    Ask {
        place: Place { sheet: sheet.id.clone(), item: None },
        who: String::new(),
        service: sheet.service.clone(),
        office: office_of(sheet),
        from: None,
        words: faq::question(sheet, km).to_owned(),
        worded: texts.into_iter().filter(|text| !text.trim().is_empty()).map(apart).collect(),
        is_open: false,
        since: sheet.made,
        same: None,
        apart: false,
    }
}
