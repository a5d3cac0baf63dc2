//! One agenda for each office: a plan of the helper, whose questions know where they came from, and one contact person. Its meetings are
//! ordinary ones: sent ahead, held, noted as any other.

use super::reply::{answer_in, Told};
use super::{Place, QUEUE};
use crate::dates::Date;
use crate::plan::people::{self, Diary};
use crate::plan::{fact, Book, Field, Item, ItemId, List, Pen, Sheet, SheetId, What, AGENDA_MAX};

use super::super::faq::PLACES;

/// The open agenda of an office.
pub fn of_office<'a>(book: &'a Book, office: &str) -> Option<&'a Sheet> {
    let agendas = book.of_all(What::Plan).filter(|plan| plan.is_open() && plan.fact(QUEUE) == office);
    agendas.max_by_key(|plan| plan.touched.stamp)
}

/// The meeting to come.
pub fn coming(agenda: &Sheet) -> Option<&Item> {
    agenda.meetings().into_iter().find(|meeting| !meeting.is_held())
}

/// Where a question of an agenda came from.
pub fn places(item: &Item) -> Vec<Place> {
    Place::list(item.fact(PLACES))
}

/// The open questions of an agenda.
pub fn questions(agenda: &Sheet) -> Vec<&Item> {
    agenda.visible(List::Question).into_iter().filter(|item| !item.done.value).collect()
}

/// How many more questions have room before the next meeting.
pub fn room(agenda: Option<&Sheet>) -> usize {
    AGENDA_MAX.saturating_sub(agenda.map_or(0, |agenda| questions(agenda).len()))
}

/// The one person they speak to: the one that was chosen, else of those known there the one they were in touch with last.
pub fn contact<'a>(book: &'a Book, office: &str, today: Date) -> Option<&'a Sheet> {
    let known = people::at(book, office);
    let chosen = of_office(book, office).map(|agenda| agenda.fact(fact::PERSON));
    if let Some(person) = known.iter().find(|person| Some(person.id.as_str()) == chosen) {
        return Some(person);
    }
    let diary = Diary::new(book, today);
    known.into_iter().max_by_key(|person| diary.last_real(person))
}

/// The day for the next meeting, at the rhythm of that person; `None` before the first contact.
pub fn next_day(book: &Book, person: &Sheet, today: Date) -> Option<Date> {
    Diary::new(book, today).next_day(person).map(|day| day.max(today))
}

/// A question to be put on an agenda: its words, where it came from, the service it is about.
#[derive(Clone, Debug)]
pub struct Pick {
    pub words: String,
    pub places: Vec<Place>,
    pub service: String,
}

/// An empty agenda.
pub fn blank(id: SheetId, pen: &Pen, office: &str, title: &str) -> Sheet {
    let mut agenda = Sheet::blank(What::Plan, id, pen);
    agenda.set_fact(pen, QUEUE, office);
    agenda.write(pen, &Field::Title, title);
    agenda
}

/// Puts questions on it, as far as there is room, and a meeting of it.
pub fn fill(agenda: &mut Sheet, pen: &Pen, picks: &[Pick], person: &str, day: Option<Date>) -> ItemId {
    for pick in picks.iter().take(room(Some(agenda))) {
        let item = agenda.add_item(pen, List::Question, &pick.words);
        let places: Vec<String> = pick.places.iter().map(Place::code).collect();
        agenda.set_item_fact(pen, &item, PLACES, &places.join(" "));
        agenda.set_item_fact(pen, &item, fact::SERVICE, &pick.service);
    }
    let meeting = match coming(agenda).map(|meeting| meeting.id.clone()) {
        Some(meeting) => {
            let waiting: Vec<ItemId> = agenda.waiting_questions().into_iter().map(|item| item.id.clone()).collect();
            for question in waiting {
                agenda.put_on_agenda(pen, &question, &meeting, true);
            }
            meeting
        }
        None => agenda.add_meeting(pen, ""),
    };
    agenda.set_fact(pen, fact::PERSON, person);
    agenda.set_item_fact(pen, &meeting, fact::PERSON, person);
    if let Some(day) = day {
        agenda.set_item_fact(pen, &meeting, fact::DAY, &day.to_string());
    }
    meeting
}

/// An answer that was noted in a meeting of the agenda and did not go back yet.
#[derive(Clone, Debug)]
pub struct Brought {
    pub item: ItemId,
    pub places: Vec<Place>,
    pub told: Told,
}

/// The answers that wait to go back, of all meetings that were held.
pub fn answers(agenda: &Sheet) -> Vec<Brought> {
    let mut found = Vec::new();
    for item in agenda.visible(List::Question) {
        if !item.note(super::super::REPLY).trim().is_empty() {
            continue;
        }
        let held = agenda.meetings().into_iter().filter(|meeting| meeting.is_held());
        if let Some(told) = held.filter_map(|meeting| answer_in(agenda, item, meeting)).next() {
            found.push(Brought { item: item.id.clone(), places: places(item), told });
        }
    }
    found
}
