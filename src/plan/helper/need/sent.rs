//! Other kinds of sheet as they are handed on: what was agreed, found out, prepared; never who came, who said it, or what was noted for
//! oneself.

use super::super::faq::{self, Audience};
use super::super::{AREA, ORIGIN};
use super::names::Names;
use super::{id_of, need_id, share_reply, Writer};
use crate::plan::{fact, people, score, Item, List, Said, Sheet, SheetId, What, Words};

/// The kinds that are handed on, in the order of the screen; needs are [`super::of`].
pub const KINDS: [What; 8] =
    [What::Faq, What::Score, What::Workshop, What::Group, What::Partner, What::Person, What::Survey, What::Need];

/// The name under which a sheet is handed on; `None`: it never is. One that came from elsewhere keeps its name, and so do surveys and
/// working groups: several phones write into the same one.
pub fn sent_id(sheet: &Sheet) -> Option<SheetId> {
    if !sheet.note(ORIGIN).is_empty() {
        return Some(sheet.id.clone());
    }
    match sheet.what {
        What::Plan => Some(need_id(&sheet.id)),
        What::Need | What::Survey | What::Group => Some(sheet.id.clone()),
        What::Person | What::Office => Some(people::card(sheet, sheet.made).id),
        What::Faq | What::Score | What::Workshop | What::Partner => Some(id_of("copy", &sheet.id)),
        What::Letter | What::Inquiry | What::Complaint | What::Business | What::Helped => None,
    }
}

/// Whether a sheet may be handed on at all.
pub fn may_leave(sheet: &Sheet) -> bool {
    !sheet.removed.value
        && match sheet.what {
            What::Faq => faq::may_leave(sheet, Audience::Team),
            What::Score => score::ratings(sheet).into_iter().any(score::is_rated),
            What::Person => !sheet.title.current().trim().is_empty(),
            _ => KINDS.contains(&sheet.what),
        }
}

/// A sheet as it is handed on. `area`: the province of the one for whom it was made. `None`: it stays here.
pub fn copy(sheet: &Sheet, area: &str, origin: &str, names: &Names) -> Option<Sheet> {
    if !may_leave(sheet) {
        return None;
    }
    if sheet.what == What::Need || !sheet.note(ORIGIN).is_empty() {
        return Some(hand_on(sheet, origin, names));
    }
    let mut out = Writer::new(sheet.what, sent_id(sheet)?, sheet, None);
    out.sheet.service = sheet.service.clone();
    out.sheet.aim = sheet.aim.clone();
    if sheet.what == What::Person {
        out.sheet = people::card(sheet, sheet.touched.value);
        for name in FREE {
            out.cover(name, names);
        }
    } else {
        out.sheet.title = out.words(&names.mask(sheet.title.current()));
        for (name, value) in sheet.facts.iter().filter(|(name, _)| !PRIVATE.contains(&name.as_str())) {
            out.fact(name, &value.value);
        }
        // What was written of a visit is its writer's; of the rest the words are the thing itself.
        if sheet.what != What::Score {
            for (name, words) in sheet.notes.iter() {
                out.note(name, &names.mask(words.current()));
            }
        }
        out.fact(AREA, area);
        for item in sheet.items.values().filter(|item| !item.removed.value) {
            if let Some(item) = line(&out, sheet.what, item, names) {
                out.sheet.items.insert(item.id.clone(), item);
            }
        }
    }
    // What several phones write into has no one origin.
    if out.sheet.id != sheet.id {
        out.note(ORIGIN, &names.mask(origin));
    }
    Some(out.sheet)
}

/// What is written freely on the card of an official; name and numbers are the official's own.
pub const FREE: [&str; 3] = [fact::OFFICE, fact::PLACE, fact::HOURS];

/// Facts that say whose it is, and where on this phone the questions stand that an answer is for.
const PRIVATE: [&str; 3] = [fact::FOR, fact::PLAN, faq::PLACES];

/// A line as it is handed on. Contacts are people: ratings and answers go without a word, those who came to a workshop not at all.
fn line(out: &Writer, what: What, item: &Item, names: &Names) -> Option<Item> {
    let counts = matches!(what, What::Score | What::Survey);
    if item.list == List::Contact && !counts {
        return None;
    }
    let mut copy = out.item(item);
    let of_person = item.list == List::Contact && what == What::Score;
    for (name, value) in item.facts.iter().filter(|(name, _)| !PRIVATE.contains(&name.as_str()) && *name != fact::PERSON) {
        // What somebody paid says who it was.
        if !of_person || name.starts_with("rate:") {
            out.item_fact(&mut copy, name, &value.value);
        }
    }
    if !of_person {
        if !item.text.current().is_empty() {
            copy.text = out.words(&names.mask(item.text.current()));
        }
        // Who is to do it is a role; a name beside it stays.
        for (name, words) in item.notes.iter().filter(|(name, _)| *name != fact::BY) {
            out.item_note(&mut copy, name, words.current(), names);
        }
        share_reply(&mut copy, item, names);
    }
    Some(copy)
}

/// What came from elsewhere goes on with the numbers of its edits, so that it stays one thing on all phones. What was written here since has
/// its names covered, in every version.
fn hand_on(sheet: &Sheet, origin: &str, names: &Names) -> Sheet {
    let mut on = sheet.clone();
    if on.note(ORIGIN).is_empty() {
        let words = Writer::new(on.what, on.id.clone(), sheet, None).words(origin);
        on.notes.insert(ORIGIN.to_owned(), words);
    }
    on.facts.retain(|name, _| !PRIVATE.contains(&name.as_str()));
    let cover = |words: &mut Words| {
        let said = words.versions().iter().map(|said| Said { stamp: said.stamp, text: names.mask(&said.text) });
        *words = Words::from_versions(said.collect());
    };
    for words in [&mut on.title, &mut on.need].into_iter().chain(on.notes.values_mut()) {
        cover(words);
    }
    for item in on.items.values_mut() {
        cover(&mut item.text);
        item.notes.values_mut().for_each(cover);
    }
    on
}
