//! Five questions put to many: a typed view over sheets of [`What::Survey`]. The sheet is the form; each answer is an item of it, without
//! a name. Its item is named after the answer, so an answer that comes twice, or to two phones, is one.

mod tally;

pub use super::super::form::{Answer, Form, Part, FREE, QUESTIONS, WORDINGS};
pub use tally::{composition, csv_row, split, tally, Split, Tally, FEWEST};

use super::super::sort::sort_many;
use super::super::{fact, Book, Field, Item, ItemId, List, Pen, Replica, Sheet, SheetId, Stamp, What};
use super::AREA;

/// Facts of a survey: the wording of a question, `ask:` and its number from 0; in her own words it is a note of that name. [`AREA`]: where
/// it is held.
const ASK: &str = "ask:";
/// Facts of an answer: what was tapped, in a line ([`Answer::line`]); [`fact::DAY`]: when it came here. Its text is the question that was
/// asked; it is done when that stands in the queue.
const SAID: &str = "said";

/// The name of the fact and of the note for a question.
pub fn ask(question: usize) -> String {
    [ASK, &question.to_string()].concat()
}

/// The form as it goes to other phones.
pub fn form(survey: &Sheet) -> Form {
    let mut asks: [(u8, String); QUESTIONS] = Default::default();
    for (question, place) in asks.iter_mut().enumerate() {
        let name = ask(question);
        let wording = survey.fact(&name).parse().ok().filter(|wording| usize::from(*wording) < WORDINGS);
        *place = (wording.unwrap_or_default(), survey.note(&name).trim().to_owned());
    }
    Form { survey: survey.id.clone(), title: survey.title.current().trim().to_owned(), asks }
}

/// All surveys, the last touched first.
pub fn all(book: &Book) -> Vec<&Sheet> {
    let mut all: Vec<&Sheet> = book.of_all(What::Survey).filter(|sheet| !sheet.removed.value).collect();
    sort_many(&mut all, &|a, b| a.touched.stamp > b.touched.stamp);
    all
}

/// The items that are answers, in the order in which they came. There may be thousands.
pub fn answers(survey: &Sheet) -> Vec<&Item> {
    let mut all: Vec<&Item> = survey.items.values().filter(|item| item.list == List::Contact && !item.removed.value).collect();
    sort_many(&mut all, &|a, b| a.place.value < b.place.value);
    all
}

/// How many there are.
pub fn count(survey: &Sheet) -> usize {
    survey.items.values().filter(|item| item.list == List::Contact && !item.removed.value).count()
}

/// What an item says.
pub fn said(item: &Item) -> Answer {
    Answer::read(item.fact(SAID), item.text.current())
}

/// What became of answers that came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    pub new: usize,
    /// Said otherwise than before, by the same person.
    pub changed: usize,
    /// Here already.
    pub known: usize,
}

/// The name of the item for an answer of this name.
pub fn item_id(id: u64) -> ItemId {
    ItemId::own(List::Contact, Stamp { n: (id >> 32) as u32, who: Replica(id as u32) })
}

/// Takes an answer in.
pub fn take(survey: &mut Sheet, pen: &Pen, id: u64, answer: &Answer, taken: &mut Taken) {
    let id = item_id(id);
    let (line, question) = (answer.line(), answer.question.trim());
    let before = survey.item(&id).filter(|item| !item.removed.value);
    let same = before.map(|item| item.fact(SAID) == line && item.text.current() == question);
    match same {
        Some(true) => return taken.known += 1,
        Some(false) => taken.changed += 1,
        None => taken.new += 1,
    }
    survey.put_item(pen, &id, List::Contact);
    survey.set_item_fact(pen, &id, SAID, &line);
    if survey.item(&id).is_some_and(|item| item.fact(fact::DAY).is_empty()) {
        survey.set_item_fact(pen, &id, fact::DAY, &pen.today.to_string());
    }
    survey.write(pen, &Field::Item(id), question);
}

/// The answer that came last.
pub fn last(survey: &Sheet) -> Option<ItemId> {
    answers(survey).last().map(|item| item.id.clone())
}

/// The free questions, those first that are not in the queue.
pub fn asked(survey: &Sheet) -> Vec<&Item> {
    let (queued, open): (Vec<&Item>, Vec<&Item>) =
        answers(survey).into_iter().filter(|item| !item.text.current().is_empty()).partition(|item| item.done.value);
    [open, queued].concat()
}

/// The sheet that carries this question into the queue: the question and where it was asked, nothing of who asked. Its name comes from the
/// answer, so two phones make the same one.
pub fn need(survey: &Sheet, pen: &Pen, id: &ItemId) -> Option<Sheet> {
    let item = survey.item(id)?;
    let mut need = Sheet::blank(What::Need, need_id(id)?, pen);
    need.add_item(pen, List::Question, item.text.current());
    let said = said(item);
    let area = Part::Area.codes().iter().enumerate().find(|(at, _)| said.has(Part::Area, *at)).map(|(_, code)| *code);
    need.set_fact(pen, AREA, area.unwrap_or(survey.fact(AREA)));
    Some(need)
}

/// The name of that sheet.
pub fn need_id(id: &ItemId) -> Option<SheetId> {
    SheetId::parse(id.as_str())
}
