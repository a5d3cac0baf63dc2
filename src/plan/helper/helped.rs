//! The people she helps: consent, what they need, when they were last in touch. A typed view over sheets of
//! [`What::Helped`]: the title is a nickname or a code, never a number of an identity card or a phone.
//!
//! Without consent nothing is noted but the title; the screens hold that. For two thousand people with three plans each everything a
//! list shows is read from the book once ([`Index`]); a key in its box only looks through folded texts.

use super::super::sort::sort_many;
use super::super::{fact, Book, How, Item, List, Pen, Sheet, SheetId, Table, What};
use super::{REPLY, REPLY_DAY};
use crate::dates::Date;
use crate::khmer::{ascii_digits, fold};
use std::cmp::Reverse;

/// Fact of somebody helped: the day on which she agreed to what is noted.
pub const CONSENT: &str = "consent";
/// Fact of a plan: the day on which it was handed to her.
pub const GIVEN: &str = "given";
/// What the facts of her needs begin with; then the id of an aim. A fact each, so that two phones can tick at the same time.
const NEED: &str = "need:";
const YES: &str = "yes";

/// So many digits look like a number of a phone or an identity card.
const NUMBER_DIGITS: usize = 6;
/// A last day is near when it is not further away than this.
const NEAR_DAYS: i32 = 7;
/// So long without a contact is long.
const LONG_DAYS: i32 = 30;

/// The day on which she agreed.
pub fn consent(helped: &Sheet) -> Option<Date> {
    Date::parse(helped.fact(CONSENT))
}

/// The name of the fact that she needs this (id of an aim).
pub fn need(aim: &str) -> String {
    [NEED, aim].concat()
}

/// Whether she needs this.
pub fn needs(helped: &Sheet, aim: &str) -> bool {
    helped.fact(&need(aim)) == YES
}

/// The value of the fact with another tap.
pub fn toggled(helped: &Sheet, aim: &str) -> &'static str {
    if needs(helped, aim) {
        ""
    } else {
        YES
    }
}

/// The aims that are ticked.
pub fn aims(helped: &Sheet) -> impl Iterator<Item = &str> {
    let ticked = helped.facts.iter().filter(|(_, value)| value.value == YES);
    ticked.filter_map(|(name, _)| name.strip_prefix(NEED))
}

/// Whether a nickname looks like a number that must not be noted.
pub fn looks_like_number(name: &str) -> bool {
    ascii_digits(name).chars().filter(char::is_ascii_digit).count() >= NUMBER_DIGITS
}

/// People who are not in the bin.
pub fn all(book: &Book) -> impl Iterator<Item = &Sheet> {
    book.of_all(What::Helped).filter(|helped| !helped.removed.value)
}

/// The number of the next code (`ក-០១`, `A-01`): one above the highest that was given, the bin included.
pub fn next_code(book: &Book) -> usize {
    let number = |helped: &Sheet| {
        let title = ascii_digits(helped.title.current());
        let (letter, digits) = title.trim().split_once('-')?;
        (letter.chars().count() == 1).then(|| digits.parse::<usize>().ok()).flatten()
    };
    book.of_all(What::Helped).filter_map(number).max().unwrap_or(0).saturating_add(1)
}

/// All that was made for her, the bin included when `all`.
pub fn hers<'b>(book: &'b Book, id: &'b SheetId, all: bool) -> impl Iterator<Item = &'b Sheet> {
    let of_hers = move |sheet: &&Sheet| sheet.what.is_of_one() && sheet.fact(fact::FOR) == id.as_str();
    book.sheets.values().filter(of_hers).filter(move |sheet| all || !sheet.removed.value)
}

/// The day they were last in touch.
pub fn last_contact(helped: &Sheet, today: Date) -> Option<Date> {
    let contacts = helped.items.values().filter(|item| item.list == List::Contact && !item.removed.value);
    contacts.filter_map(|item| item.day(fact::DAY)).filter(|day| *day <= today).max()
}

/// The next day that matters in a plan: its last day, or that of a step that was promised.
pub fn due(plan: &Sheet) -> Option<Date> {
    let open = |item: &&Item| item.list == List::Step && !item.removed.value && !item.done.value;
    let promised = plan.items.values().filter(open).filter_map(|item| item.day(fact::DUE));
    promised.chain(plan.deadline.value).min()
}

/// Whether a question still waits for an answer.
pub fn is_waiting(item: &Item) -> bool {
    let open = item.list == List::Question && !item.removed.value && !item.done.value;
    open && item.fact(REPLY_DAY).is_empty() && item.note(REPLY).is_empty()
}

/// Notes that they were in touch today. Other than with officials nothing has to come of it.
pub fn log(helped: &mut Sheet, pen: &Pen, way: How) {
    let id = helped.add_item(pen, List::Contact, "");
    helped.set_item_fact(pen, &id, fact::DAY, &pen.today.to_string());
    helped.set_item_fact(pen, &id, fact::HOW, way.code());
}

/// Notes that she was here today, unless it is noted that they were in touch.
pub fn note_visit(helped: &mut Sheet, pen: &Pen) {
    if last_contact(helped, pen.today) != Some(pen.today) {
        log(helped, pen, How::Visit);
    }
}

// ── the list ──

/// What the list shows of one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    pub id: SheetId,
    /// Her needs (ids of aims).
    needs: Vec<String>,
    /// Open plans.
    pub plans: usize,
    /// The open plan that comes first: the earliest day, then the one edited last.
    pub plan: Option<SheetId>,
    /// The day that matters in it.
    pub due: Option<Date>,
    pub last: Option<Date>,
    /// Orders the list: the last contact, else the day she was noted.
    seen: Date,
    touched: u32,
}

/// Everybody she helps, read from the book once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    /// Those last in touch first.
    rows: Vec<Known>,
    at: Table<SheetId, usize>,
    /// Name and tags of all of them, folded, a line each: one look through one text is ten times faster than two thousand short ones.
    text: String,
    /// Where each line ends.
    ends: Vec<usize>,
    today: Option<Date>,
}

/// What the list is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub typed: String,
    /// An aim; empty: all.
    pub need: String,
    pub when: When,
}

/// Those for whom it is time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum When {
    #[default]
    Any,
    /// A last day within a week, or passed.
    Near,
    /// Not in touch for a month.
    Long,
}

impl When {
    /// All, in the order of the screen.
    pub const ALL: [When; 3] = [When::Any, When::Near, When::Long];
}

impl Filter {
    /// Whether everybody is shown.
    pub fn is_empty(&self) -> bool {
        self.need.is_empty() && self.when == When::Any && self.typed.trim().is_empty()
    }
}

impl Index {
    /// `tags`: the words of her tags, in the language of the screen.
    pub fn new(book: &Book, today: Date, tags: &dyn Fn(&Sheet) -> String) -> Index {
        let mut known: Table<SheetId, Known> = Table::default();
        for helped in all(book) {
            let last = last_contact(helped, today);
            let one = Known {
                id: helped.id.clone(),
                needs: aims(helped).map(str::to_owned).collect(),
                plans: 0,
                plan: None,
                due: None,
                last,
                seen: last.unwrap_or(helped.made),
                touched: 0,
            };
            known.insert(helped.id.clone(), one);
        }
        for plan in book.of_all(What::Plan).filter(|plan| plan.is_open()) {
            let Some(one) = SheetId::parse(plan.fact(fact::FOR)).and_then(|whom| known.get_mut(&whom)) else { continue };
            let (due, touched) = (due(plan), plan.touched.stamp.n);
            let key = |due: Option<Date>, touched| (due.is_none(), due, Reverse(touched));
            one.plans += 1;
            if one.plan.is_none() || key(due, touched) < key(one.due, one.touched) {
                (one.plan, one.due, one.touched) = (Some(plan.id.clone()), due, touched);
            }
        }
        let mut order: Vec<&Known> = known.values().collect();
        sort_many(&mut order, &|one, other| one.seen > other.seen);
        let mut index = Index { today: Some(today), ..Index::default() };
        for one in order {
            if let Some(helped) = book.sheets.get(&one.id) {
                index.text.push_str(&fold(&[helped.title.current(), " ", &tags(helped)].concat()));
            }
            index.text.push('\n');
            index.ends.push(index.text.len());
            index.rows.push(one.clone());
        }
        for id in known.keys() {
            index.at.insert(id.clone(), 0);
        }
        for (at, row) in index.rows.iter().enumerate() {
            index.at.insert(row.id.clone(), at);
        }
        index
    }

    pub fn get(&self, id: &SheetId) -> Option<&Known> {
        self.rows.get(*self.at.get(id)?)
    }

    /// How many people.
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// How many open plans they have.
    pub fn plans(&self) -> usize {
        self.rows.iter().map(|known| known.plans).sum()
    }

    /// Those whom the filter leaves, as places in the list. Every word that was typed must stand somewhere.
    pub fn find(&self, filter: &Filter) -> Vec<usize> {
        let mut left: Vec<bool> = self.rows.iter().map(|known| self.fits(known, filter)).collect();
        for word in fold(&filter.typed).split(' ').filter(|word| !word.is_empty()) {
            let mut has = vec![false; left.len()];
            let mut row = 0;
            for (at, _) in self.text.match_indices(word) {
                while self.ends.get(row).is_some_and(|end| *end <= at) {
                    row += 1;
                }
                has.get_mut(row).into_iter().for_each(|has| *has = true);
            }
            left.iter_mut().zip(has).for_each(|(left, has)| *left &= has);
        }
        left.into_iter().enumerate().filter(|(_, left)| *left).map(|(at, _)| at).collect()
    }

    fn fits(&self, known: &Known, filter: &Filter) -> bool {
        let when = match (filter.when, self.today) {
            (When::Near, Some(today)) => known.due.is_some_and(|due| due <= today.plus_days(NEAR_DAYS)),
            (When::Long, Some(today)) => known.seen.days_until(today) >= LONG_DAYS,
            _ => true,
        };
        when && (filter.need.is_empty() || known.needs.contains(&filter.need))
    }

    /// Who stands at these places.
    pub fn ids(&self, places: &[usize]) -> Vec<SheetId> {
        places.iter().filter_map(|at| self.rows.get(*at)).map(|known| known.id.clone()).collect()
    }

    /// The aims that somebody needs.
    pub fn has_need(&self, aim: &str) -> bool {
        self.rows.iter().any(|known| known.needs.iter().any(|need| need == aim))
    }

    /// Whose day is nearest: so many people with an open plan, the earliest day first, then those longest without a contact.
    pub fn urgent(&self, count: usize) -> Vec<&Known> {
        let mut all: Vec<&Known> = self.rows.iter().filter(|known| known.plan.is_some()).collect();
        let key = |known: &Known| (known.due.is_none(), known.due, known.seen);
        sort_many(&mut all, &|one, other| key(one) < key(other));
        all.truncate(count);
        all
    }
}

/// What there is to do for everybody she helps, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub people: usize,
    /// Open plans.
    pub plans: usize,
    /// Questions in them that wait for an answer.
    pub questions: usize,
    /// Plans whose day is today, or passed.
    pub due: usize,
}

impl Counts {
    pub fn new(book: &Book, today: Date) -> Counts {
        let is_known = |plan: &&Sheet| {
            let whom = SheetId::parse(plan.fact(fact::FOR)).and_then(|whom| book.sheets.get(&whom));
            whom.is_some_and(|helped| !helped.removed.value)
        };
        let mut counts = Counts { people: all(book).count(), ..Counts::default() };
        for plan in book.of_all(What::Plan).filter(|plan| plan.is_open()).filter(is_known) {
            counts.plans += 1;
            counts.questions += plan.items.values().filter(|item| is_waiting(item)).count();
            counts.due += usize::from(due(plan).is_some_and(|due| due <= today));
        }
        counts
    }
}
