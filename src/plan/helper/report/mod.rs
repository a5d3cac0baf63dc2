//! Numbers of a period and an area: of the people she helps, and of the needs that came from other phones. Nobody is counted twice: a need
//! whose plan is here is that plan. What is hidden, [`cells`] decides; [`csv`] is the same as a table for other programs.

pub mod cells;
pub mod csv;

use super::need::{self, need_id, sent, WHO};
use super::{AREA, ORIGIN};
use crate::dates::Date;
use crate::kb::ServiceId;
use crate::plan::score::{self, Picture};
use crate::plan::{fact, Book, Item, List, NeedKind, Sheet, SheetId, What};
use cells::{hide, middle, shown, Cells};

/// Fact of a plan of the helper's own: the office whose agenda it is, or that it came with a hand-over. Such a plan is nobody's need.
pub const NOT_A_NEED: [&str; 2] = ["queue", super::handover::HANDOVER];

/// The periods to choose from, as they stand in an address.
pub const PERIODS: [&str; 7] = ["month", "last-month", "quarter", "last-quarter", "year", "last-year", "all"];

/// From one day to another, both included; `None`: without an end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    pub from: Option<Date>,
    pub to: Option<Date>,
}

impl Period {
    /// One of [`PERIODS`]; what is none of them is everything.
    pub fn of(code: &str, today: Date) -> Period {
        let (months, back) = match code {
            "month" => (1, 0),
            "last-month" => (1, 1),
            "quarter" => (3, 0),
            "last-quarter" => (3, 3),
            "year" => (12, 0),
            "last-year" => (12, 12),
            _ => return Period::default(),
        };
        let month = today.year() * 12 + i32::from(today.month()) - 1;
        let first = month - month.rem_euclid(months) - back;
        let day = |month: i32| Date::new(month.div_euclid(12), month.rem_euclid(12) as u8 + 1, 1);
        Period { from: day(first), to: day(first + months).map(|day| day.plus_days(-1)) }
    }

    /// Both ends belong to it; an end that is missing is none.
    pub fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// How an agreed action stands.
pub const STATES: [&str; 3] = ["done", "open", "late"];
/// How a need stands; `open`: nobody has said yet.
pub const OUTCOMES: [&str; 4] = ["solved", "partly", "not", "open"];
/// Kinds of need, as [`NeedKind::ALL`].
pub const KINDS: [&str; 3] = ["routine", "problem", "rule"];

/// The numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// People, each once.
    pub people: Option<usize>,
    /// Needs by service (`service:` and its id), else by aim (`aim:` …), else "".
    pub needs: Cells,
    /// By the office that decides first; "": not known yet.
    pub offices: Cells,
    /// By [`KINDS`].
    pub kinds: Cells,
    /// By [`OUTCOMES`].
    pub outcomes: Cells,
    /// Questions, `answered` and `open`.
    pub questions: Cells,
    /// Days from asking to the answer: in the middle, and the middle half.
    pub days: Option<(i32, i32, i32)>,
    /// What at least five said to each standard, in the order in which they were asked for.
    pub standards: Vec<Option<Picture>>,
    /// Agreed actions by [`STATES`].
    pub actions: Cells,
}

impl Report {
    /// Whether there was nothing at all to count.
    pub fn is_empty(&self) -> bool {
        let counted = [&self.needs, &self.questions, &self.actions];
        counted.iter().all(|cells| cells.total == Some(0)) && self.days.is_none() && self.standards.iter().all(Option::is_none)
    }
}

/// A need that counts: a plan of somebody helped, or what another phone shared of one.
struct Case<'a> {
    sheet: &'a Sheet,
    who: String,
}

/// Counts by code.
#[derive(Default)]
struct Count(Vec<(String, usize)>);

impl Count {
    fn add(&mut self, code: String) {
        let at = self.0.binary_search_by(|(known, _)| known.cmp(&code));
        match at {
            Ok(at) => self.0.iter_mut().skip(at).take(1).for_each(|(_, count)| *count += 1),
            Err(at) => self.0.insert(at, (code, 1)),
        }
    }
}

/// The numbers of a period and a province (its code; empty: all), with these standards (ids).
pub fn report(book: &Book, period: Period, area: &str, standards: &[&str], today: Date) -> Report {
    let (mut who, mut needs, mut offices, mut kinds) = (Count::default(), Count::default(), Count::default(), Count::default());
    let (mut outcomes, mut questions, mut days) = (Count::default(), Count::default(), Vec::new());
    for case in cases(book, area) {
        let sheet = case.sheet;
        if period.holds(sheet.made) {
            who.add(case.who);
            needs.add(subject(sheet));
            offices.add(office(sheet));
            let at = NeedKind::ALL.into_iter().position(|kind| kind == sheet.kind.value).unwrap_or(0);
            kinds.add(KINDS.get(at).copied().unwrap_or_default().to_owned());
            outcomes.add(sheet.outcome().map_or("open", |outcome| outcome.code()).to_owned());
        }
        for question in sheet.visible(List::Question) {
            let asked = need::asked(sheet, question);
            let answered = need::answered(sheet, question);
            // A question counts in the period in which it was asked, its time to answer in the one in which it was answered.
            if period.holds(asked) {
                questions.add(if answered.is_some() { "answered" } else { "open" }.to_owned());
            }
            days.extend(answered.filter(|day| period.holds(*day)).map(|day| asked.days_until(day).max(0)));
        }
    }
    Report {
        people: shown(who.0.len()),
        needs: hide(&needs.0),
        offices: hide(&offices.0),
        kinds: hide(&kinds.0),
        outcomes: hide(&outcomes.0),
        questions: hide(&questions.0),
        days: middle(days),
        standards: pictures(book, period, area, standards),
        actions: hide(&actions(book, period, area, today).0),
    }
}

/// The sheets that count: neither in the bin nor a copy of one that is here.
fn present(book: &Book, what: What) -> impl Iterator<Item = &Sheet> {
    book.of_all(what).filter(|sheet| !sheet.removed.value)
}

fn cases<'a>(book: &'a Book, area: &'a str) -> impl Iterator<Item = Case<'a>> {
    let own = present(book, What::Plan).filter(|plan| !plan.fact(fact::FOR).is_empty());
    let own = own.filter(|plan| NOT_A_NEED.iter().all(|name| plan.fact(name).is_empty()));
    let own = own.map(|plan| {
        let helped = SheetId::parse(plan.fact(fact::FOR));
        Case { sheet: plan, who: helped.map(|id| need::id_of("who", &id).to_string()).unwrap_or_default() }
    });
    let mut here: Vec<SheetId> = book.of_all(What::Plan).map(|plan| need_id(&plan.id)).collect();
    here.sort_unstable();
    let came = present(book, What::Need).filter(move |sheet| here.binary_search(&sheet.id).is_err());
    let came = came.map(|sheet| {
        let who = sheet.fact(WHO);
        Case { sheet, who: if who.is_empty() { sheet.id.as_str() } else { who }.to_owned() }
    });
    own.chain(came).filter(move |case| area.is_empty() || area_of(book, case.sheet) == area)
}

/// The province of a sheet: its own, else that of the one for whom it was made.
pub fn area_of<'a>(book: &'a Book, sheet: &'a Sheet) -> &'a str {
    let own = sheet.fact(AREA);
    let helped = || SheetId::parse(sheet.fact(fact::FOR)).and_then(|id| book.sheets.get(&id));
    if own.is_empty() {
        helped().map_or("", |helped| helped.fact(AREA))
    } else {
        own
    }
}

fn subject(sheet: &Sheet) -> String {
    match (sheet.service.as_deref(), sheet.aim.as_deref()) {
        (Some(service), _) if !service.is_empty() => ["service:", service].concat(),
        (_, Some(aim)) if !aim.is_empty() => ["aim:", aim].concat(),
        _ => String::new(),
    }
}

fn office(sheet: &Sheet) -> String {
    let service = sheet.service.as_deref().and_then(ServiceId::parse);
    let first = service.and_then(|service| service.get().authorities.get(0));
    first.map_or(String::new(), |role| role.authority.name().to_owned())
}

/// Of sheets that can come back as copies, each once.
fn once(book: &Book, what: What) -> Vec<&Sheet> {
    let mut copies: Vec<SheetId> =
        book.of_all(what).filter(|sheet| sheet.note(ORIGIN).is_empty()).filter_map(sent::sent_id).collect();
    copies.sort_unstable();
    let is_copy = |sheet: &Sheet| !sheet.note(ORIGIN).is_empty() && copies.binary_search(&sheet.id).is_ok();
    present(book, what).filter(|sheet| !is_copy(sheet)).collect()
}

fn pictures(book: &Book, period: Period, area: &str, standards: &[&str]) -> Vec<Option<Picture>> {
    let visits = once(book, What::Score).into_iter().filter(|visit| period.holds(score::day(visit)));
    let visits: Vec<&Sheet> = visits.filter(|visit| area.is_empty() || area_of(book, visit) == area).collect();
    let one = |standard: &&str| {
        let mut picture = Picture::default();
        for rating in visits.iter().flat_map(|visit| score::ratings(visit)) {
            if let Some(mark) = score::mark(rating, standard) {
                picture.add(mark);
            }
        }
        (picture.count() >= score::FEWEST).then_some(picture)
    };
    standards.iter().map(one).collect()
}

/// Whether a step is something that was agreed: somebody is to do it, or by some day.
pub fn is_agreed(step: &Item) -> bool {
    [fact::DUE, fact::BY, fact::FROM].iter().any(|name| !step.fact(name).is_empty()) || !step.note(fact::BY).trim().is_empty()
}

/// How an agreed action stands.
pub fn state(step: &Item, today: Date) -> &'static str {
    match step.day(fact::DUE) {
        _ if step.done.value => "done",
        Some(due) if due < today => "late",
        _ => "open",
    }
}

/// The kinds of sheet in which something is agreed.
pub const AGREED_IN: [What; 4] = [What::Plan, What::Score, What::Workshop, What::Group];

fn actions(book: &Book, period: Period, area: &str, today: Date) -> Count {
    let mut count = Count::default();
    for sheet in AGREED_IN.into_iter().flat_map(|what| once(book, what)) {
        if !area.is_empty() && area_of(book, sheet) != area {
            continue;
        }
        // In a rating and in minutes every step is an action.
        let all = sheet.what != What::Plan;
        for step in sheet.visible(List::Step).into_iter().filter(|step| is_agreed(step) || (all && step.from.is_none())) {
            if period.holds(step.day(fact::DUE).unwrap_or(sheet.made)) {
                count.add(state(step, today).to_owned());
            }
        }
    }
    count
}
