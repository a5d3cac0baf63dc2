//! What was answered: read where it stands, written into every plan that asked.

use super::super::{faq, REPLY, REPLY_BY, REPLY_DAY, REPLY_LAW, REPLY_OFFICE, REPLY_WRITTEN};
use super::{office_of, Place};
use crate::plan::fact::{self, of};
use crate::plan::{Answer, Field, Item, ItemId, Pen, Sheet};

/// An answer, as it stands in the plan of whoever asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// ISO day.
    pub day: String,
    /// The office (id of a content entry).
    pub office: String,
    /// `written` or `oral`; empty: not said.
    pub written: String,
    pub text: String,
    /// Who answered.
    pub by: String,
    /// The law they named.
    pub law: String,
}

/// An answer that is known; the quick one that was tapped is said in the language of whoever reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub reply: Reply,
    pub quick: Option<Answer>,
}

/// What was answered to a question of a plan: from elsewhere, or in a meeting of it. A quick answer that settles nothing is none.
pub fn told(sheet: &Sheet, item: &Item) -> Option<Told> {
    if !item.note(REPLY).trim().is_empty() {
        let fact = |name: &str| item.fact(name).to_owned();
        let note = |name: &str| item.note(name).to_owned();
        return Some(Told {
            reply: Reply {
                day: fact(REPLY_DAY),
                office: fact(REPLY_OFFICE),
                written: fact(REPLY_WRITTEN),
                text: note(REPLY),
                by: note(REPLY_BY),
                law: note(REPLY_LAW),
            },
            quick: None,
        });
    }
    let held = sheet.meetings().into_iter().filter(|meeting| meeting.is_held());
    let found = held.filter_map(|meeting| answer_in(sheet, item, meeting)).next();
    // In somebody's own plan words alone may be "come back later"; an agenda keeps answers.
    found.filter(|told| told.quick.is_some() || item.done.value || !sheet.fact(super::QUEUE).is_empty())
}

/// What was answered in one meeting.
pub fn answer_in(sheet: &Sheet, item: &Item, meeting: &Item) -> Option<Told> {
    let quick = item.answer_in(&meeting.id).filter(|answer| answer.settles());
    let text = item.note(&of(fact::ANSWER, &meeting.id)).trim().to_owned();
    if quick.is_none() && text.is_empty() {
        return None;
    }
    let office = match sheet.fact(super::QUEUE) {
        "" => office_of(sheet),
        office => office.to_owned(),
    };
    let reply = Reply {
        day: meeting.fact(fact::DAY).to_owned(),
        office,
        written: item.fact(&of(fact::WRITTEN, &meeting.id)).to_owned(),
        text,
        by: String::new(),
        law: item.note(&of(fact::LAW, &meeting.id)).to_owned(),
    };
    Some(Told { reply, quick })
}

/// What an answer that was asked for once and for all says to whoever asks now.
pub fn of_answer(answer: &Sheet, km: bool) -> Reply {
    let day = [faq::ANSWERED_DAY, faq::APPROVED_DAY].map(|name| answer.fact(name)).into_iter().find(|day| !day.is_empty());
    Reply {
        day: day.unwrap_or_default().to_owned(),
        office: office_of(answer),
        written: answer.fact(REPLY_WRITTEN).to_owned(),
        text: faq::answer(answer, km).to_owned(),
        by: answer.note(REPLY_BY).to_owned(),
        law: answer.note(fact::LAW).to_owned(),
    }
}

/// Writes an answer into a question, which is settled then.
pub fn write(sheet: &mut Sheet, pen: &Pen, item: &ItemId, reply: &Reply) -> bool {
    if sheet.item(item).is_none() || reply.text.trim().is_empty() {
        return false;
    }
    for (name, value) in [(REPLY_DAY, &reply.day), (REPLY_OFFICE, &reply.office), (REPLY_WRITTEN, &reply.written)] {
        sheet.set_item_fact(pen, item, name, value);
    }
    for (name, words) in [(REPLY, &reply.text), (REPLY_BY, &reply.by), (REPLY_LAW, &reply.law)] {
        sheet.write(pen, &Field::ItemNote(item.clone(), name.to_owned()), words);
    }
    sheet.set_done(pen, item, true);
    true
}

/// Writes an answer into every question of this sheet that stands at one of these places.
pub fn write_all(sheet: &mut Sheet, pen: &Pen, places: &[Place], reply: &Reply) -> bool {
    let here: Vec<ItemId> =
        places.iter().filter(|place| place.sheet == sheet.id).filter_map(|place| place.item.clone()).collect();
    here.iter().filter(|item| write(sheet, pen, item, reply)).count() > 0
}

/// The sheets of these places, each once.
pub fn sheets(places: &[Place]) -> Vec<crate::plan::SheetId> {
    let mut ids: Vec<_> = places.iter().map(|place| place.sheet.clone()).collect();
    ids.sort();
    ids.dedup();
    ids
}
