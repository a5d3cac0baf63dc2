//! The days of the duties of her business, and what she ticked as done. Kept are ticks and the days on which something happened; when
//! a duty comes next is counted from the knowledge base and never stored.

use super::business::{all, tasks, Profile, Task};
use super::sort::sort_by_key;
use super::{Book, Pen, Sheet, SheetId};
use crate::dates::Date;
use crate::kb::limit::Limit;
use crate::kb::{applies, next_window, past_window, period, windows, Applies, Due, Event, ServiceId};

/// One time at which something is to be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    pub task: Task,
    /// From this day on.
    pub from: Date,
    /// The last day.
    pub by: Date,
    /// What a tick for it is saved under.
    pub period: String,
}

/// The name of the fact that says when she did it for a period.
fn done_name(task: Task, period: &str) -> String {
    ["done:", &task.key(), ":", period].concat()
}

/// When she did it for a period.
pub fn done(business: &Sheet, task: Task, period: &str) -> Option<Date> {
    Date::parse(business.fact(&done_name(task, period)))
}

/// Ticks it as done on a day, or takes that back.
pub fn set_done(business: &mut Sheet, pen: &Pen, task: Task, period: &str, day: Option<Date>) -> bool {
    business.set_fact(pen, &done_name(task, period), &day.map_or(String::new(), |day| day.to_string()))
}

/// The periods for which it is done and the day of it, the newest first.
pub fn all_done(business: &Sheet, task: Task) -> Vec<(String, Date)> {
    let begin = done_name(task, "");
    let mut all: Vec<(String, Date)> = Vec::new();
    for (name, said) in business.facts.iter() {
        if let Some((period, day)) = name.strip_prefix(&begin).zip(Date::parse(&said.value)) {
            all.insert(0, (period.to_owned(), day));
        }
    }
    all
}

/// The day on which something happened, or will.
pub fn happened(business: &Sheet, event: Event) -> Option<Date> {
    Date::parse(business.fact(&event_name(event)))
}

/// Says on which day something happened; `None` takes it back.
pub fn set_happened(business: &mut Sheet, pen: &Pen, event: Event, day: Option<Date>) -> bool {
    business.set_fact(pen, &event_name(event), &day.map_or(String::new(), |day| day.to_string()))
}

fn event_name(event: Event) -> String {
    ["event:", event.name()].concat()
}

/// How the last day is counted, where something has happened first.
pub fn limit(business: &Sheet, task: Task) -> Option<Limit> {
    task.duty.due.limit(happened(business, task.duty.due.event()?)?)
}

/// What is to be done of it: the time that passed last without a tick (never one from before she noted the business), and the next
/// one, now or to come. Empty when it has no day.
pub fn turns(business: &Sheet, task: Task, today: Date) -> Vec<Turn> {
    let due = task.duty.due;
    let mut turns = Vec::new();
    let turn = |(from, by): (Date, Date), period: String| Turn { task, from, by, period };
    let is_open = |turn: &Turn| done(business, task, &turn.period).is_none();
    match due {
        Due::Month { .. } | Due::Year { .. } => {
            let named = |window: (Date, Date)| turn(window, period(due, window.1));
            turns.extend(past_window(due, today).filter(|(_, by)| *by >= business.made).map(named).filter(is_open));
            let mut at = today;
            while let Some(next) = next_window(due, at).map(named) {
                at = next.by.plus_days(1);
                if is_open(&next) {
                    turns.push(next);
                    break;
                }
            }
        }
        Due::TwoYears => {
            // Counted from the last time she did it.
            if let Some((_, day)) = all_done(business, task).first() {
                let by = Date::new(day.year() + 2, day.month(), day.day()).unwrap_or_else(|| day.plus_days(730));
                turns.push(turn((*day, by), by.to_string()));
            }
        }
        Due::After { .. } | Due::Before { .. } => {
            let limit = limit(business, task).map(|limit| turn((limit.from.min(limit.last), limit.last), limit.from.to_string()));
            turns.extend(limit.filter(is_open));
        }
        Due::Always => {}
    }
    turns
}

/// What a tick now is for: the turn in front, or today where it has no day of its own.
pub fn period_now(business: &Sheet, task: Task, today: Date) -> String {
    match task.duty.due {
        Due::TwoYears | Due::Always => today.to_string(),
        _ => turns(business, task, today).into_iter().next().map_or_else(|| today.to_string(), |turn| turn.period),
    }
}

/// Everything with a day that her answers ask for, the earliest last day first.
pub fn dated(business: &Sheet, today: Date) -> Vec<Turn> {
    let tasks = tasks(&Profile::of(business), Applies::Yes).into_iter().filter(|task| !task.duty.may);
    let mut all: Vec<Turn> = tasks.flat_map(|task| turns(business, task, today)).collect();
    sort_by_key(&mut all, |turn| turn.by);
    all
}

/// A month of her year, with what is to be done by a day of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Month {
    pub year: i32,
    pub month: u8,
    pub turns: Vec<Turn>,
}

/// The twelve months from this one on, with everything that comes by a day of the calendar, done or not; what happened and has a last
/// day stands among them.
pub fn year(business: &Sheet, today: Date) -> Vec<Month> {
    let first = today.plus_days(1 - i32::from(today.day()));
    let month_after = |at: Date| {
        let later = at.plus_days(31);
        later.plus_days(1 - i32::from(later.day()))
    };
    let tasks: Vec<Task> = tasks(&Profile::of(business), Applies::Yes).into_iter().filter(|task| !task.duty.may).collect();
    let mut months = Vec::new();
    let mut begin = first;
    for _ in 0..12 {
        let end = month_after(begin);
        let last = end.plus_days(-1);
        let mut here: Vec<Turn> = Vec::new();
        for task in &tasks {
            match task.duty.due {
                Due::Month { .. } | Due::Year { .. } => {
                    for (from, by) in windows(task.duty.due, begin, last) {
                        here.push(Turn { task: *task, from, by, period: period(task.duty.due, by) });
                    }
                }
                _ => here.extend(turns(business, *task, today).into_iter().filter(|turn| turn.by >= begin && turn.by < end)),
            }
        }
        sort_by_key(&mut here, |turn| turn.by);
        months.push(Month { year: begin.year(), month: begin.month(), turns: here });
        begin = end;
    }
    months
}

/// The duties of services she has plans for that have a day, for the calendar: all while no business is noted, else those that a
/// business may have and its answers do not decide; those it has stand in the calendar as its own.
pub fn of_plans(book: &Book, today: Date) -> Vec<(SheetId, Turn)> {
    let profiles: Vec<Profile> = all(book).into_iter().map(Profile::of).collect();
    let mut found: Vec<(SheetId, Turn)> = Vec::new();
    // Also of finished plans: a payment comes again every month.
    for plan in book.plans().filter(|plan| !plan.removed.value) {
        let Some(service) = plan.service.as_deref().and_then(ServiceId::parse) else { continue };
        for duty in service.get().duties.iter().filter(|duty| !duty.may) {
            let task = Task { service, duty };
            let decided = || {
                let how = profiles.iter().map(|profile| applies(duty, &profile.answers()));
                !profiles.is_empty() && how.min() != Some(Applies::Perhaps)
            };
            let known = found.iter().any(|(_, turn)| turn.task.is_twin(task));
            if let Some((from, by)) = next_window(duty.due, today).filter(|_| !known && !decided()) {
                found.push((plan.id.clone(), Turn { task, from, by, period: period(duty.due, by) }));
            }
        }
    }
    found
}
