//! A workshop with an official, from the idea to the last action: a typed view over sheets of [`What::Workshop`](super::super::What::Workshop).
//!
//! Its title is the topic in the helper's words; else it is about a service ([`fact::SERVICE`]) or a law ([`fact::LAW`]). Its lines: the
//! parts of the agenda (meetings), questions with their answers (as in plans), what groups discussed (documents), actions (steps: [`fact::DUE`],
//! [`fact::BY`]), and names of those who agreed to stand in the list (contacts), which are in nothing that is shared.
//! Who did what is a role ([`ROLES`], in [`fact::BY`]); a name beside it is a note of the same name, shared only when ticked.

use super::super::sort::{sort_by_key, sort_many};
use super::super::{fact, written, Book, Field, Item, ItemId, List, Pen, Sheet, SheetId, What};
use super::{REPLY, REPLY_BY, REPLY_DAY, REPLY_LAW, REPLY_OFFICE, REPLY_WRITTEN};
use crate::dates::Date;
use crate::kb::ServiceId;
use crate::khmer::fold;

/// What it is for, and what people should have afterwards: each a fact `goal:` or `result:` and the code, so that every tap merges.
pub const GOALS: &[&str] = &["know-rule", "know-steps", "ask-office", "know-contact", "share-cases", "find-solution"];
pub const RESULTS: &[&str] = &["understood", "answered", "contact", "actions", "summary"];
pub const GOAL: &str = "goal";
pub const RESULT: &str = "result";
/// Who leads a part of the agenda, answers, or does an action.
pub const ROLES: &[&str] = &["office", "us", "partner", "participants"];
/// Parts of the agenda that are chosen by tap ([`fact::WHAT`]).
pub const SESSIONS: &[&str] = &["arrive", "open", "present", "questions", "break", "groups", "agree", "close"];
/// What groups talk about, by tap ([`fact::WHAT`]).
pub const GROUPS: &[&str] = &["hard", "office-could", "we-do"];
/// What the director answered to the invitation.
pub const REPLIES: &[&str] = &["speaks", "sends", "other-day", "no", "none"];
/// Who came: numbers, as facts.
pub const CAME: &[&str] = &["came-women", "came-men", "came-other"];

/// Facts: how many are expected; the answer to the invitation; the letter of thanks (a sheet's id), as [`fact::LETTER`] is the invitation.
/// The day to ask again is the sheet's deadline.
pub const SEATS: &str = "seats";
pub const INVITATION: &str = "invitation";
pub const THANKS: &str = "thanks";
/// Notes: who organizes; of a part of the agenda or a group: what was said.
pub const HOST: &str = "host";
pub const SAID: &str = "said";
/// Fact of a question: which of the knowledge base it is ([`key`]).
pub const ASKS: &str = "asks";
/// Fact of a name: the day on which that person agreed.
pub const AGREED: &str = "agreed";

/// A half day: minutes after the begin, what, who leads.
const HALF_DAY: [(u32, usize, usize); 8] =
    [(0, 0, 1), (30, 1, 1), (45, 2, 0), (90, 3, 0), (135, 4, 3), (150, 5, 3), (195, 6, 1), (225, 7, 0)];
/// When it begins unless something else was said.
const BEGIN: u32 = 8 * 60;

/// The name of a fact for one code of a bank.
pub fn of(bank: &str, code: &str) -> String {
    [bank, ":", code].concat()
}

/// The codes of a bank that were chosen, by their place.
pub fn chosen(sheet: &Sheet, bank: &str, codes: &[&str]) -> Vec<usize> {
    (0..codes.len()).filter(|at| codes.get(*at).is_some_and(|code| sheet.fact(&of(bank, code)) == "yes")).collect()
}

/// How many women, men and others came.
pub fn came(sheet: &Sheet) -> [usize; 3] {
    let mut counts = [0; 3];
    for (count, name) in counts.iter_mut().zip(CAME) {
        *count = sheet.fact(name).parse().unwrap_or(0);
    }
    counts
}

/// Fills an empty agenda with a half day.
pub fn fill_agenda(sheet: &mut Sheet, pen: &Pen) -> bool {
    if !sheet.visible(List::Meeting).is_empty() {
        return false;
    }
    let begin =
        super::super::time(sheet.fact(fact::TIME)).map_or(BEGIN, |(hour, minute)| u32::from(hour) * 60 + u32::from(minute));
    for (after, what, by) in HALF_DAY {
        let at = (begin + after) % (24 * 60);
        let item = sheet.add_item(pen, List::Meeting, "");
        let two = |n: u32| [if n < 10 { "0" } else { "" }, &n.to_string()].concat();
        let facts = [
            (fact::TIME, [&*two(at / 60), ":", &two(at % 60)].concat()),
            (fact::WHAT, SESSIONS.get(what).copied().unwrap_or_default().to_owned()),
            (fact::BY, ROLES.get(by).copied().unwrap_or_default().to_owned()),
        ];
        for (name, value) in facts {
            sheet.set_item_fact(pen, &item, name, &value);
        }
    }
    true
}

/// The parts of the agenda by their time; those without stay where they were put, at the end.
pub fn agenda(sheet: &Sheet) -> Vec<&Item> {
    let mut parts = sheet.visible(List::Meeting);
    sort_by_key(&mut parts, |part| {
        let time = super::super::time(part.fact(fact::TIME));
        (time.is_none(), time)
    });
    parts
}

/// A letter that belongs to it, if it is still here.
pub fn letter<'b>(book: &'b Book, sheet: &Sheet, name: &str) -> Option<&'b Sheet> {
    let letter = book.sheets.get(&SheetId::parse(sheet.fact(name))?)?;
    (letter.what == What::Letter && !letter.removed.value).then_some(letter)
}

/// Actions that are not done.
pub fn open_actions(sheet: &Sheet) -> usize {
    sheet.items.values().filter(|item| item.list == List::Step && !item.removed.value && !item.done.value).count()
}

/// What there is to do for a workshop, in order.
pub const TASKS: usize = 8;

/// Which of it is done: topic, goal, day, agenda, invitation, who came, answers, actions and summary.
pub fn done(book: &Book, sheet: &Sheet) -> [bool; TASKS] {
    let has = |name: &str| !sheet.fact(name).is_empty();
    let questions = sheet.visible(List::Question);
    let noted = |item: &&Item| !item.note(SAID).trim().is_empty();
    [
        !sheet.title.current().trim().is_empty() || has(fact::SERVICE) || has(fact::LAW),
        !chosen(sheet, GOAL, GOALS).is_empty() || !sheet.note(GOAL).trim().is_empty(),
        Date::parse(sheet.fact(fact::DAY)).is_some(),
        !sheet.visible(List::Meeting).is_empty(),
        letter(book, sheet, fact::LETTER).and_then(written::sent).is_some() || has(INVITATION),
        came(sheet).iter().sum::<usize>() > 0,
        questions.iter().any(|question| is_answered(question)) || sheet.visible(List::Meeting).iter().any(noted),
        has(fact::SENT) && open_actions(sheet) == 0,
    ]
}

/// Workshops that are not in the bin: those to come, the nearest first, then those that were held, the last first.
pub fn all(book: &Book, today: Date) -> Vec<&Sheet> {
    let mut all: Vec<&Sheet> = book.of_all(What::Workshop).filter(|sheet| !sheet.removed.value).collect();
    let key = |sheet: &Sheet| {
        let day = Date::parse(sheet.fact(fact::DAY));
        let past = day.is_some_and(|day| day < today);
        let days = day.map_or(i32::MAX, |day| today.days_until(day).abs());
        (past, days, std::cmp::Reverse(sheet.touched.stamp))
    };
    sort_many(&mut all, &|one, other| key(one) < key(other));
    all
}

// ── questions ──

/// Whether somebody answered it, in a meeting, a workshop or from elsewhere.
pub fn is_answered(question: &Item) -> bool {
    question.done.value || !question.note(REPLY).trim().is_empty() || !question.fact(REPLY_DAY).is_empty()
}

/// What a question of a plan asks, so that the same is found again: a question of the knowledge base, `service:n`, or the words. Questions
/// that stand in every plan ("Whom should I speak to?") have none.
pub fn key(sheet: &Sheet, question: &Item) -> Option<String> {
    let known = question.fact(ASKS);
    if !known.is_empty() {
        return Some(known.to_owned());
    }
    let text = question.text.current().trim();
    if !text.is_empty() {
        return Some(fold(text));
    }
    let service = ServiceId::parse(sheet.service.as_deref()?)?;
    let n = question.from?;
    service.get().question(n)?;
    Some([service.name(), ":", &n.to_string()].concat())
}

/// The question of the knowledge base behind `service:n`.
pub fn known(key: &str) -> Option<(ServiceId, u8)> {
    let (service, n) = key.split_once(':')?;
    let (service, n) = (ServiceId::parse(service)?, n.parse().ok()?);
    service.get().question(n)?;
    Some((service, n))
}

/// A question that waits for an answer, and in how many plans and shared needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// As [`key`].
    pub key: String,
    /// Her words; empty when the knowledge base has them.
    pub text: String,
    pub times: usize,
}

/// The open questions of all plans and needs, the most asked first.
pub fn wanted(book: &Book) -> Vec<Wanted> {
    let mut asked = Vec::new();
    for sheet in book.of_all(What::Plan).chain(book.of_all(What::Need)).filter(|sheet| sheet.is_open()) {
        for question in sheet.items.values().filter(|item| item.list == List::Question && !item.removed.value) {
            if let Some(key) = key(sheet, question).filter(|_| !is_answered(question)) {
                asked.push((key, &sheet.id, question.text.current()));
            }
        }
    }
    let mut order: Vec<&(String, &SheetId, &str)> = asked.iter().collect();
    sort_many(&mut order, &|one, other| (&one.0, one.1) < (&other.0, other.1));
    let mut all: Vec<Wanted> = Vec::new();
    let mut before: Option<&SheetId> = None;
    for (key, sheet, text) in order {
        match all.last_mut().filter(|last| last.key == *key) {
            // Who asks twice is one.
            Some(last) => last.times += usize::from(before != Some(*sheet)),
            None => {
                let text = if known(key).is_some() { "" } else { text.trim() };
                all.push(Wanted { key: key.clone(), text: text.to_owned(), times: 1 });
            }
        }
        before = Some(*sheet);
    }
    let mut most: Vec<&Wanted> = all.iter().collect();
    sort_many(&mut most, &|one, other| one.times > other.times);
    most.into_iter().cloned().collect()
}

/// Takes a question that others asked into the workshop, once.
pub fn take_question(sheet: &mut Sheet, pen: &Pen, wanted: &Wanted) -> bool {
    if asks(sheet, &wanted.key) {
        return false;
    }
    let item = sheet.add_item(pen, List::Question, &wanted.text);
    if known(&wanted.key).is_some() {
        sheet.set_item_fact(pen, &item, ASKS, &wanted.key);
    }
    true
}

/// Whether a question stands in the workshop.
pub fn asks(sheet: &Sheet, key: &str) -> bool {
    sheet.visible(List::Question).into_iter().any(|question| self::key(sheet, question).as_deref() == Some(key))
}

/// The questions in plans and needs that this one answers and that wait for an answer.
pub fn askers(book: &Book, workshop: &Sheet, question: &Item) -> Vec<(SheetId, ItemId)> {
    let Some(wanted) = key(workshop, question).filter(|_| !question.note(REPLY).trim().is_empty()) else { return Vec::new() };
    let mut found = Vec::new();
    for sheet in book.of_all(What::Plan).chain(book.of_all(What::Need)).filter(|sheet| sheet.is_open()) {
        let questions =
            sheet.items.values().filter(|item| item.list == List::Question && !item.removed.value && !is_answered(item));
        for item in questions.filter(|item| key(sheet, item).as_deref() == Some(&*wanted)) {
            found.push((sheet.id.clone(), item.id.clone()));
        }
    }
    found
}

/// The answer of the workshop, for whoever asked the same.
pub fn give(sheet: &mut Sheet, pen: &Pen, item: &ItemId, workshop: &Sheet, answer: &Item) {
    let facts = [
        (REPLY_DAY, workshop.fact(fact::DAY)),
        (REPLY_OFFICE, workshop.fact(fact::OFFICE)),
        (REPLY_WRITTEN, answer.fact(REPLY_WRITTEN)),
    ];
    for (name, value) in facts {
        sheet.set_item_fact(pen, item, name, value);
    }
    for name in [REPLY, REPLY_BY, REPLY_LAW] {
        sheet.write(pen, &Field::ItemNote(item.clone(), name.to_owned()), answer.note(name));
    }
}
