//! What the next focal person must know: the officials and how they like to work, what is promised and agreed, what is still asked. Of a
//! helped person nothing goes along unless she was ticked, and she agreed.
//!
//! On the new phone it is a plan of its own ([`HANDOVER`]): whom to greet first, what is open. Officials, known answers, workshops, groups and partners
//! come as sheets of their own, as when they are shared ([`super::need::sent`]).

use super::need::names::Names;
use super::need::{self, need_id, sent, sum, Writer};
use super::report::{area_of, is_agreed, AGREED_IN};
use super::ORIGIN;
use crate::dates::Date;
use crate::khmer::fold;
use crate::plan::people::{self, Diary};
use crate::plan::sort::sort_by_key;
use crate::plan::{fact, Book, Item, ItemId, List, Replica, Sheet, SheetId, Stamp, What};

/// Fact of a plan that came with a hand-over: the day on which that was made.
pub const HANDOVER: &str = "handover";
/// Of a step in it, as [`fact::WHAT`]: the official ([`fact::PERSON`]) is to be greeted.
pub const GREET: &str = "greet";
/// Of the same step: how many contacts came along with the official.
const BROUGHT: &str = "brought";

/// What the helper chose for one hand-over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// Whether her own notes on officials go along.
    pub notes: bool,
    /// The helped people whose needs and own questions go along.
    pub helped: Vec<SheetId>,
}

impl Choice {
    /// Whether the words of a sheet go along: it is for nobody, or for somebody who was ticked and agreed.
    fn takes(&self, book: &Book, sheet: &Sheet) -> bool {
        let whom = sheet.fact(fact::FOR);
        let agreed = |id: &&SheetId| id.as_str() == whom && book.sheets.get(*id).is_some_and(need::consents);
        whom.is_empty() || self.helped.iter().any(|id| agreed(&id))
    }
}

/// Her own plans are nobody's business; the plans she leads for many are.
fn is_for_many(sheet: &Sheet) -> bool {
    sheet.what != What::Plan || super::report::NOT_A_NEED.iter().any(|name| !sheet.fact(name).is_empty())
}

fn here(book: &Book, what: What) -> impl Iterator<Item = &Sheet> {
    book.of_all(what).filter(|sheet| !sheet.removed.value)
}

/// The officials with a name, those touched last first.
pub fn officials(book: &Book) -> Vec<&Sheet> {
    people::all(book).into_iter().filter(|person| !person.title.current().trim().is_empty()).collect()
}

/// An official for the next focal person: how to reach them, how they like to work, when they were last in touch and what came of it.
pub fn official(book: &Book, person: &Sheet, choice: &Choice, names: &Names, today: Date) -> Sheet {
    let mut out = Writer::new(What::Person, people::card(person, today).id, person, None);
    out.sheet.title = out.words(person.title.current());
    let facts = [fact::LEVEL, fact::OFFICE, fact::CALLED, fact::SPEAKS, fact::PREFERS, fact::EVERY];
    for name in facts.into_iter().chain([fact::THANKED, fact::INVITED, fact::HONOURED]) {
        out.fact(name, person.fact(name));
    }
    for name in
        [fact::OFFICE, fact::PLACE, fact::PHONE, fact::TELEGRAM, fact::WHATSAPP, fact::MESSENGER, fact::EMAIL, fact::HOURS]
    {
        out.note(name, person.note(name));
    }
    for name in sent::FREE {
        out.cover(name, names);
    }
    if choice.notes {
        out.note(fact::ABOUT, &names.mask(person.note(fact::ABOUT)));
    }
    let last = Diary::new(book, today).last_real(person);
    let logged =
        people::contacts(person).into_iter().rfind(|contact| contact.is_real() && contact.day.is_some_and(|day| day <= today));
    if let Some(contact) = logged {
        let mut item = out.item(contact.item);
        for name in [fact::DAY, fact::HOW, fact::RESULT, fact::DUE] {
            out.item_fact(&mut item, name, contact.item.fact(name));
        }
        if choice.notes && !contact.item.text.current().is_empty() {
            item.text = out.words(&names.mask(contact.item.text.current()));
        }
        out.sheet.items.insert(item.id.clone(), item);
    }
    // They met later than anything was logged.
    if let Some(day) = last.filter(|day| logged.and_then(|contact| contact.day).is_none_or(|logged| logged < *day)) {
        let id = ItemId::own(List::Contact, Stamp { n: 1, who: Replica(sum(person.id.as_str()) as u32) });
        let mut item = out.line(id, List::Contact, i32::MAX);
        for (name, value) in [(fact::DAY, &*day.to_string()), (fact::HOW, "visit"), (fact::RESULT, people::Reply::Visit.code())] {
            out.item_fact(&mut item, name, value);
        }
        out.sheet.items.insert(item.id.clone(), item);
    }
    out.sheet
}

/// What was agreed or promised and is not done, the earliest day first. Of a plan of somebody helped only what was chosen by tap, which has
/// no words of hers, unless she was ticked.
pub fn agreements<'b>(book: &'b Book, choice: &Choice) -> Vec<(&'b Sheet, &'b Item)> {
    let mut all = Vec::new();
    for sheet in AGREED_IN.into_iter().flat_map(|what| here(book, what)) {
        let is_hers = !sheet.fact(fact::FOR).is_empty();
        if !is_hers && !is_for_many(sheet) {
            continue;
        }
        let every = sheet.what != What::Plan;
        for step in sheet.visible(List::Step).into_iter().filter(|step| !step.done.value && step.fact(fact::WHAT) != GREET) {
            let agreed = is_agreed(step) || (every && step.from.is_none());
            let tapped = step.text.current().is_empty() && !step.fact(fact::WHAT).is_empty();
            if agreed && (tapped || choice.takes(book, sheet)) {
                all.push((sheet, step));
            }
        }
    }
    sort_by_key(&mut all, |(_, step)| (step.day(fact::DUE).is_none(), step.day(fact::DUE)));
    all
}

/// Who promised it: the official of the meeting in which it was promised.
pub fn promised_by<'b>(book: &'b Book, sheet: &Sheet, step: &Item) -> Option<&'b Sheet> {
    let meeting = sheet.item(&ItemId::parse(step.fact(fact::FROM))?)?;
    let person = book.sheets.get(&SheetId::parse(meeting.fact(fact::PERSON))?)?;
    (step.fact(fact::BY) == "official" && !person.removed.value).then_some(person)
}

/// A question that is still open, and how many ask it.
#[derive(Clone, Copy, Debug)]
pub struct Open<'b> {
    pub sheet: &'b Sheet,
    pub item: &'b Item,
    pub count: usize,
}

/// The questions nobody has answered, those asked by most first. The same question of a service is one; so are the same words.
pub fn questions<'b>(book: &'b Book, choice: &Choice) -> Vec<Open<'b>> {
    let mut plans: Vec<SheetId> = here(book, What::Plan).map(|plan| need_id(&plan.id)).collect();
    plans.sort_unstable();
    let needs = here(book, What::Need).filter(|need| plans.binary_search(&need.id).is_err());
    let plans = here(book, What::Plan).filter(|plan| !plan.fact(fact::FOR).is_empty() || is_for_many(plan));
    let mut all: Vec<(String, Open)> = Vec::new();
    for sheet in plans.chain(needs) {
        for item in sheet.visible(List::Question) {
            let is_own = item.from.is_none() || !item.text.current().is_empty();
            if item.done.value || need::answered(sheet, item).is_some() || (is_own && !choice.takes(book, sheet)) {
                continue;
            }
            let key = match item.from.filter(|_| !is_own) {
                Some(n) => [sheet.service.as_deref().unwrap_or_default(), " ", &n.to_string()].concat(),
                None => fold(item.text.current()),
            };
            match all.binary_search_by(|(known, _)| known.cmp(&key)) {
                Ok(at) => all.iter_mut().skip(at).take(1).for_each(|(_, open)| open.count += 1),
                Err(at) => all.insert(at, (key, Open { sheet, item, count: 1 })),
            }
        }
    }
    let mut all: Vec<Open> = all.into_iter().map(|(_, open)| open).collect();
    all.sort_by_key(|open| std::cmp::Reverse(open.count));
    all
}

/// Workshops to come.
pub fn workshops(book: &Book, today: Date) -> Vec<&Sheet> {
    let to_come = |sheet: &&Sheet| !sheet.archived.value && Date::parse(sheet.fact(fact::DAY)).is_none_or(|day| day >= today);
    here(book, What::Workshop).filter(to_come).collect()
}

/// What stands in the pack in words; the screen says it in its language.
pub struct Said<'a> {
    /// "Hand-over from …"
    pub title: String,
    /// "Greet …"
    pub greet: &'a dyn Fn(&Sheet) -> String,
    /// A line of a sheet.
    pub line: &'a dyn Fn(&Sheet, &Item) -> String,
}

/// The sheets for the new phone.
pub fn pack(book: &Book, choice: &Choice, origin: &str, today: Date, said: &Said) -> Vec<Sheet> {
    let names = &Names::of(book);
    let origin = &names.mask(origin);
    let highest = book.sheets.values().map(|sheet| sheet.touched.stamp.n).max().unwrap_or(0);
    let id = SheetId::from_random(sum(&["handover ", origin, " ", &today.to_string()].concat()));
    let mut plan = Writer::at(What::Plan, id, highest, (today, today));
    plan.sheet.title = plan.words(&names.mask(&said.title));
    plan.fact(HANDOVER, &today.to_string());
    plan.note(ORIGIN, origin);
    let own = |list, key: &str| ItemId::own(list, Stamp { n: 1, who: Replica(sum(key) as u32) });
    let mut sheets = Vec::new();
    let mut place = 0;
    for person in officials(book) {
        let mut card = official(book, person, choice, names, today);
        let label = plan.words(origin);
        card.notes.insert(ORIGIN.to_owned(), label);
        place += 1;
        let mut step = plan.line(own(List::Step, card.id.as_str()), List::Step, place);
        step.text = plan.words(&(said.greet)(person));
        plan.item_fact(&mut step, fact::WHAT, GREET);
        plan.item_fact(&mut step, fact::PERSON, card.id.as_str());
        plan.item_fact(&mut step, BROUGHT, &card.items.len().to_string());
        plan.sheet.items.insert(step.id.clone(), step);
        sheets.push(card);
    }
    let to_come = workshops(book, today);
    // What comes along as a sheet of its own has its actions in it.
    let along = |sheet: &Sheet| sheet.what == What::Group || to_come.iter().any(|workshop| workshop.id == sheet.id);
    for (sheet, item) in agreements(book, choice).into_iter().filter(|(sheet, _)| !along(sheet)) {
        place += 1;
        let mut step = plan.line(own(List::Step, &[sheet.id.as_str(), item.id.as_str()].concat()), List::Step, place);
        step.text = plan.words(&names.mask(&(said.line)(sheet, item)));
        for name in [fact::DUE, fact::BY, fact::WHAT] {
            plan.item_fact(&mut step, name, item.fact(name));
        }
        plan.item_note(&mut step, fact::BY, item.note(fact::BY), names);
        plan.sheet.items.insert(step.id.clone(), step);
    }
    for open in questions(book, choice) {
        place += 1;
        let key = [open.sheet.id.as_str(), open.item.id.as_str()].concat();
        let mut question = plan.line(own(List::Question, &key), List::Question, place);
        question.text = plan.words(&names.mask(&(said.line)(open.sheet, open.item)));
        plan.sheet.items.insert(question.id.clone(), question);
    }
    sheets.push(plan.sheet);
    for what in [What::Faq, What::Group, What::Partner] {
        sheets.extend(here(book, what).filter_map(|sheet| sent::copy(sheet, "", origin, names)));
    }
    sheets.extend(to_come.into_iter().filter_map(|sheet| sent::copy(sheet, area_of(book, sheet), origin, names)));
    for helped in choice.helped.iter().filter_map(|id| book.sheets.get(id)).filter(|helped| need::consents(helped)) {
        let hers = here(book, What::Plan).filter(|plan| plan.fact(fact::FOR) == helped.id.as_str());
        sheets.extend(hers.map(|plan| need::of(plan, helped, &|_| true, origin, names)));
    }
    sheets
}

/// What came with hand-overs, the last one first.
pub fn came(book: &Book) -> Vec<&Sheet> {
    let mut all: Vec<&Sheet> = here(book, What::Plan).filter(|plan| !plan.fact(HANDOVER).is_empty()).collect();
    sort_by_key(&mut all, |plan| std::cmp::Reverse(plan.fact(HANDOVER).to_owned()));
    all
}

/// Whether the official of a step was greeted: ticked, or a contact was logged besides those that came along.
pub fn is_greeted(book: &Book, step: &Item) -> bool {
    let brought = step.fact(BROUGHT).parse().unwrap_or(0);
    let person = SheetId::parse(step.fact(fact::PERSON)).and_then(|id| book.sheets.get(&id));
    let logged = |person: &Sheet| people::contacts(person).into_iter().filter(|contact| contact.is_real()).count() > brought;
    step.done.value || person.is_some_and(logged)
}
