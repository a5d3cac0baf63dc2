//! What is coming across plans, people and duties, by week. Computed from the book and today, never stored.

use super::fact::{DAY, DUE, HELD, TIME};
use super::sort::sort_by_key;
use super::turns::Turn;
use super::{Book, Item, List, Sheet, SheetId, What};
use crate::dates::Date;
use crate::kb::ServiceId;

/// Why a day matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// A meeting with an official; without an item a workshop, or the meeting of a working group.
    Meeting,
    /// The last day of a plan.
    LastDay,
    /// A step that was promised for this day.
    Promise,
    /// The next contact with a person is due.
    Contact,
    /// A question about a law is to be asked again.
    AskAgain,
    /// A reminder she set for a complaint, or for an invitation without an answer.
    Remind,
    /// The last day of a duty: of her business, or of the service of a plan.
    Duty(ServiceId, u8),
}

/// One line of the calendar.
#[derive(Clone, Copy, Debug)]
pub struct Coming<'b> {
    /// The day.
    pub day: Date,
    /// Hour and minute, when known; without comes first on its day.
    pub time: Option<(u8, u8)>,
    /// Why the day matters.
    pub event: Event,
    /// The plan or person.
    pub sheet: &'b Sheet,
    /// The meeting or step; `None` for a last day and a contact.
    pub item: Option<&'b Item>,
}

/// The parts of the list, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// Before today. Still doable.
    Overdue,
    /// Today to the coming Sunday; weeks begin on Monday.
    ThisWeek,
    /// The week after.
    NextWeek,
    /// Later, by year and month (1 to 12).
    Month(i32, u8),
}

impl When {
    /// Where a day stands, seen from today.
    pub fn of(day: Date, today: Date) -> When {
        // Counted from this week's Monday: month ends and leap years are the calendar's business.
        let days = today.days_until(day);
        match days + i32::from(today.weekday()) {
            _ if days < 0 => When::Overdue,
            0..=6 => When::ThisWeek,
            7..=13 => When::NextWeek,
            _ => When::Month(day.year(), day.month()),
        }
    }
}

/// Everything that has a day: last days of open plans, questions to be asked again, reminders of complaints, meetings not held yet, promised steps not done, and the next
/// contacts `contacts` (person and day), duties of services she has plans for (`duties`) and those of her businesses. Earliest first; what is past comes with it, because it stays doable.
pub fn coming<'b>(book: &'b Book, contacts: Vec<(SheetId, Date)>, duties: Vec<(SheetId, Turn)>) -> Vec<Coming<'b>> {
    let mut all: Vec<Coming<'b>> = Vec::new();
    // What people agreed on when they rated a service together is promised as in a plan.
    let desk = || book.of_all(What::Workshop).chain(book.of_all(What::Group)).filter(|sheet| sheet.is_open());
    for plan in book.plans().chain(book.scores()).chain(desk()).filter(|plan| plan.is_open()) {
        if let Some(day) = plan.deadline.value.filter(|_| matches!(plan.what, What::Plan | What::Score)) {
            all.push(Coming { day, time: None, event: Event::LastDay, sheet: plan, item: None });
        }
        for item in plan.items.values().filter(|item| !item.removed.value && !item.done.value) {
            let (name, event) = match item.list {
                List::Meeting if item.fact(HELD).is_empty() => (DAY, Event::Meeting),
                List::Step => (DUE, Event::Promise),
                _ => continue,
            };
            if let Some(day) = item.day(name) {
                all.push(Coming { day, time: time(item.fact(TIME)), event, sheet: plan, item: Some(item) });
            }
        }
    }
    for inquiry in book.inquiries().filter(|inquiry| inquiry.is_open()) {
        if let Some(day) = inquiry.deadline.value {
            all.push(Coming { day, time: None, event: Event::AskAgain, sheet: inquiry, item: None });
        }
    }
    // A workshop, the next meeting of a group.
    for sheet in desk().filter(|sheet| sheet.fact(HELD).is_empty()) {
        if let Some(day) = Date::parse(sheet.fact(DAY)) {
            all.push(Coming { day, time: time(sheet.fact(TIME)), event: Event::Meeting, sheet, item: None });
        }
    }
    for case in book.complaints().chain(desk()).filter(|case| case.is_open()) {
        if let Some(day) = case.deadline.value {
            all.push(Coming { day, time: None, event: Event::Remind, sheet: case, item: None });
        }
    }
    for (id, day) in contacts {
        if let Some(sheet) = book.sheets.get(&id).filter(|sheet| sheet.is_open()) {
            all.push(Coming { day, time: None, event: Event::Contact, sheet, item: None });
        }
    }
    for (id, turn) in duties {
        if let Some(sheet) = book.sheets.get(&id) {
            let event = Event::Duty(turn.task.service, turn.task.duty.n);
            all.push(Coming { day: turn.by, time: None, event, sheet, item: None });
        }
    }
    // Among equals the order of the book stays: ids, then items.
    sort_by_key(&mut all, |line| (line.day, line.time, line.event));
    all
}

/// Hour and minute of `09:05` (as a time field gives it). `None` for anything else.
pub fn time(text: &str) -> Option<(u8, u8)> {
    let (hour, minute) = text.split_once(':')?;
    let number = |text: &str, below: u8| {
        let digits = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
        text.parse().ok().filter(|n| digits && *n < below)
    };
    Some((number(hour, 24)?, number(minute, 60)?))
}
