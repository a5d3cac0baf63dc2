//! What is coming, by week; and the way into the calendar of her phone.

use super::el::{all, el, live, El};
use super::paper::{cut, joined, when};
use super::parts::{empty, heading, listed, main_button, main_link, own_row, quiet};
use super::plans::{item_words, window_words};
use super::sheets::{sheet_name, sheet_page};
use super::state::{use_app, use_speech, App};
use crate::dates::Date;
use crate::i18n::Speech;
use crate::kb::ServiceId;
use crate::page::Page;
use crate::plan::business::{self, Task};
use crate::plan::letter::last_day_by;
use crate::plan::people::Diary;
use crate::plan::turns::{dated, of_plans};
use crate::plan::{coming, fact, ics, window, Book, Coming, Entry, Event, ItemId, List, SheetId, What, When};
use crate::platform::TextFile;

pub fn calendar() -> El {
    let app = use_app();
    let speech = use_speech();
    let w = &speech.m().paper;
    let list = live(move || {
        let today = app.today.get();
        app.book.with(|book| {
            let lines = lines(book, today);
            let none = lines
                .is_empty()
                .then(|| empty(w.nothing, w.nothing_help, main_link("list-checks", speech.m().my_plans, Page::Plans)));
            let ahead = lines.iter().any(|line| line.day >= today);
            let save = ahead.then(|| {
                let bar = el("div", "bar").with(main_button("calendar-days", w.save_all, move || save_all(app, speech)));
                (quiet(w.save_hint), bar)
            });
            let mut parts: Vec<(String, Vec<El>)> = Vec::new();
            for line in &lines {
                let part = part_words(line, today, speech);
                let row = line_row(line, today, speech);
                match parts.iter_mut().find(|(other, _)| *other == part) {
                    Some((_, rows)) => rows.push(row),
                    None => parts.push((part, vec![row])),
                }
            }
            let parts = parts.into_iter().map(|(words, rows)| {
                let title = el("h2", "card__title").with(words.clone());
                el("section", "card card--rows").attr("aria-label", words).with((title, el("ul", "rows").with(listed(rows))))
            });
            (none, parts.collect::<Vec<_>>(), save)
        })
    });
    // A wrong clock makes every day wrong: it is shown, not silently trusted.
    let today = live(move || quiet(w.today.with(&speech.date(app.today.get()))));
    all((heading(w.calendar), today, list))
}

/// All lines; the days on which people are due come from what is known about them.
fn lines(book: &Book, today: Date) -> Vec<Coming<'_>> {
    let asks = Diary::new(book, today).asks().into_iter();
    let mut duties = of_plans(book, today);
    for business in business::all(book) {
        duties.extend(dated(business, today).into_iter().map(|turn| (business.id.clone(), turn)));
    }
    coming(book, asks.map(|ask| (ask.person.id.clone(), ask.on)).collect(), duties)
}

/// The action that a duty asks for.
fn duty_name(service: ServiceId, n: u8, speech: Speech) -> String {
    Task::find(service, n).map_or_else(String::new, |task| speech.text(task.duty.title).into_owned())
}

/// The heading under which a line stands. Whether it is too late to answer a letter is not ours to say.
fn part_words(line: &Coming<'_>, today: Date, speech: Speech) -> String {
    let w = &speech.m().paper;
    match When::of(line.day, today) {
        When::Overdue if line.event == Event::LastDay && last_day_by(line.sheet).is_some() => {
            speech.m().letter.ask_at_once.to_owned()
        }
        When::Overdue => w.overdue.to_owned(),
        When::ThisWeek => w.this_week.to_owned(),
        When::NextWeek => w.next_week.to_owned(),
        When::Month(year, month) => speech.partial_date(&[&year.to_string(), "-", &month.to_string()].concat()),
    }
}

fn line_row(line: &Coming<'_>, today: Date, speech: Speech) -> El {
    let picture = match line.event {
        Event::Meeting => "users",
        Event::LastDay => "calendar-clock",
        Event::Promise => "handshake",
        Event::Contact => "phone",
        Event::AskAgain => "message-circle-question-mark",
        Event::Remind => "megaphone",
        Event::Duty(..) => "scale",
    };
    let of = line.item.map(|_| sheet_name(line.sheet, speech));
    let below = joined(&[event_words(line, speech), of.as_deref().unwrap_or_default()]);
    let time = match line.event {
        Event::LastDay => window(line.sheet, today).map(|window| window_words(line.sheet, window, speech)),
        Event::Meeting | Event::Promise | Event::Contact | Event::AskAgain | Event::Remind | Event::Duty(..) => {
            Some(when(line.day, line.time, speech))
        }
    };
    own_row(page_of(line), picture, name(line, speech), below, time)
}

/// Where a line leads, in the app and from the calendar of the phone.
fn page_of(line: &Coming<'_>) -> Page {
    match line.event {
        Event::Contact => Page::Person(line.sheet.id.as_str().to_owned()),
        Event::Meeting if line.item.is_none() => sheet_page(line.sheet),
        Event::Meeting => {
            let meeting = line.item.map_or(String::new(), |item| item.id.as_str().to_owned());
            Page::Meeting(line.sheet.id.as_str().to_owned(), meeting)
        }
        Event::Duty(service, _) if line.sheet.what != What::Business => Page::Service(service),
        Event::Duty(..) | Event::AskAgain | Event::Remind => sheet_page(line.sheet),
        Event::LastDay | Event::Promise => sheet_page(line.sheet),
    }
}

fn event_words(line: &Coming<'_>, speech: Speech) -> &'static str {
    let [meeting, last_day, promise, contact, duty] = speech.m().paper.events;
    match line.event {
        Event::Meeting => meeting,
        Event::LastDay => last_day,
        Event::Promise => promise,
        Event::Contact => contact,
        Event::AskAgain => speech.m().inquiry.coming,
        Event::Remind if line.sheet.what == What::Complaint => speech.m().complain.coming,
        Event::Remind => contact,
        Event::Duty(..) if line.sheet.what == What::Business => speech.m().duties.title,
        Event::Duty(..) => duty,
    }
}

/// What it is about: the purpose of a meeting, a step, or the plan.
fn name(line: &Coming<'_>, speech: Speech) -> String {
    let own = line.item.map(|item| item_words(line.sheet, item, speech)).unwrap_or_default();
    match line.event {
        Event::Contact => line.sheet.title.current().to_owned(),
        Event::Duty(service, n) => duty_name(service, n, speech),
        Event::AskAgain | Event::Remind => sheet_name(line.sheet, speech),
        _ if own.is_empty() => sheet_name(line.sheet, speech),
        _ => own,
    }
}

/// Everything from today on, in one file.
fn save_all(app: App, speech: Speech) {
    let today = app.today.get_untracked();
    let origin = app.outside().origin();
    let entries = app.book.with_untracked(|book| {
        let lines = lines(book, today).into_iter().filter(|line| line.day >= today);
        lines.map(|line| entry(&line, speech, &origin)).collect::<Vec<_>>()
    });
    save(app, speech, &entries);
}

/// One meeting as a file; false when it has no day yet.
pub fn save_meeting(app: App, plan: &SheetId, meeting: &ItemId) -> bool {
    let speech = app.speech();
    let origin = app.outside().origin();
    let entry = app.book.with_untracked(|book| {
        let lines = lines(book, app.today.get_untracked());
        let line = lines.into_iter().find(|line| line.sheet.id == *plan && line.item.is_some_and(|item| item.id == *meeting))?;
        Some(entry(&line, speech, &origin))
    });
    let found = entry.is_some();
    if let Some(entry) = entry {
        save(app, speech, &[entry]);
    }
    found
}

pub fn save(app: App, speech: Speech, entries: &[Entry]) {
    let text = ics(entries, app.today.get_untracked());
    app.outside().save_file(TextFile { name: "phlov.ics".to_owned(), mime: "text/calendar;charset=utf-8", text });
    app.say(speech.m().paper.file_saved, None);
}

/// The part of a name in the phone's calendar that tells a duty and its time: the same in every file.
pub fn duty_item(task: Task, by: Date) -> String {
    [task.service.name(), "-", &task.duty.n.to_string(), "-", &by.to_string()].concat()
}

/// A line of the list as the phone's calendar shows it.
fn entry(line: &Coming<'_>, speech: Speech, origin: &str) -> Entry {
    let w = &speech.m().paper;
    let item = match line.event {
        Event::Duty(service, n) => Task::find(service, n).map_or_else(String::new, |task| duty_item(task, line.day)),
        _ => line.item.map_or("day", |item| item.id.as_str()).to_owned(),
    };
    let title = cut(&joined(&[event_words(line, speech), &name(line, speech)]), 120);
    let mut text = String::new();
    if let (Event::Meeting, Some(meeting)) = (line.event, line.item) {
        let questions = line.sheet.visible(List::Question).into_iter();
        for question in questions.filter(|question| question.fact(fact::AGENDA) == meeting.id.as_str()) {
            text.push_str(&item_words(line.sheet, question, speech));
            text.push('\n');
        }
    }
    if !origin.is_empty() {
        text.push_str(origin);
        text.push_str(&page_of(line).href(speech.locale));
    }
    Entry {
        uid: [line.sheet.id.as_str(), "-", &item].concat(),
        version: line.sheet.clock(),
        day: line.day,
        time: line.time,
        warning: w.tomorrow.with(&title),
        title,
        text,
        place: line.item.map(|item| item.note(fact::PLACE).to_owned()).unwrap_or_default(),
    }
}
