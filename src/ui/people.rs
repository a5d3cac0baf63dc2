//! The People tab, and what every screen says of a person: name, office, ways to reach them, a contact logged in two taps.

use super::el::{all, el, live, El, Words};
use super::long::{ids, long_list, sheet_rows, Long, Rows};
use super::offices::directory;
use super::parts::{button, heading, icon, listed, main_button, pair, quiet, row, small_title};
use super::reach::{picture, way_words};
use super::signal::*;
use super::state::{use_app, use_speech, App};
use crate::i18n::Speech;
use crate::kb::AuthorityId;
use crate::page::{Locale, Page};
use crate::plan::people::{self, level, Ask, Diary, Level, Reply};
use crate::plan::{fact, Book, How, Sheet, SheetId};
use std::rc::Rc;

pub fn people() -> El {
    let app = use_app();
    let speech = use_speech();
    let (m, p) = (speech.m(), &speech.m().person);
    // When to be in touch with whom depends on everybody.
    let rows = move |is_due: bool| -> Rows {
        Rc::new(move |book: &Book, ids: &[SheetId]| {
            let today = app.today.get();
            let asks = if is_due { Diary::new(book, today).asks() } else { Vec::new() };
            let time =
                |person: &Sheet| asks.iter().find(|ask| ask.person.id == person.id).map(|ask| ask_words(ask, today, speech));
            sheet_rows(book, ids, &|person| person_row(person, time(person), speech))
        })
    };
    let due = move |book: &Book| {
        let today = app.today.get();
        let asks = Diary::new(book, today).asks().into_iter().filter(|ask| ask.due <= today);
        ids(asks.map(|ask| ask.person).collect())
    };
    let framed = |words| move |list: Long| card_of(words, list.rows, Some(list.more));
    let due_card = move |list: Option<Long>| list.map(framed(p.due));
    let known = move |list: Option<Long>| Some(list.map_or_else(|| quiet(p.none), framed(p.known)));
    let due = long_list(0, Box::new(due), rows(true), Box::new(due_card));
    let known = long_list(1, Box::new(|book| ids(people::all(book))), rows(false), Box::new(known));
    let add = main_button("user-plus", p.add, move || add_person(app, &[]));
    all((heading(m.people), due, known, add, pair("message-circle-question-mark", m.ask_first), directory()))
}

/// A titled list, or nothing.
fn rows(words: &'static str, rows: Vec<El>) -> Option<El> {
    (!rows.is_empty()).then(|| card_of(words, all(listed(rows)), None))
}

fn card_of(words: &'static str, rows: El, more: Option<El>) -> El {
    el("section", "card card--rows").with((el("h2", "card__title").with(words), el("ul", "rows").with(rows), more))
}

/// Notes a person with these facts and opens their screen.
pub fn add_person(app: App, facts: &[(&str, &str)]) {
    let id = app.make_person(facts);
    app.go(Page::Person(id.as_str().to_owned()));
}

/// The people she knows at an office, and the way to note one.
pub fn people_at(office: AuthorityId) -> El {
    let app = use_app();
    let speech = use_speech();
    let p = &speech.m().person;
    let list = live(move || {
        app.book.with(|book| {
            let here: Vec<El> =
                people::at(book, office.name()).into_iter().map(|person| person_row(person, None, speech)).collect();
            rows(p.here, here)
        })
    });
    let facts = move || add_person(app, &[(fact::OFFICE, office.name()), (fact::LEVEL, Level::Known.code())]);
    all((list, button("button button--wide", "user-plus", p.add_here, facts)))
}

/// When to be in touch, and that one a week is enough.
pub fn ask_words(ask: &Ask, today: crate::dates::Date, speech: Speech) -> Vec<String> {
    let p = &speech.m().person;
    if ask.due > today {
        return vec![p.next_on.with(&speech.date(ask.due))];
    }
    let when = if ask.on <= today { p.this_week.to_owned() } else { p.can_wait.with(&speech.date(ask.on)) };
    vec![p.due_since.with(&speech.date(ask.due)), when]
}

/// A row that leads to a person; `time` in amber.
pub fn person_row(person: &Sheet, time: Option<Vec<String>>, speech: Speech) -> El {
    let picture = if time.is_some() { "calendar-clock" } else { "user" };
    let class = if time.is_some() { "row row--time" } else { "row" };
    let who = who(person, speech);
    let below = |words: String| el("span", "row__below row__time").with(words);
    let words = el("span", "row__words").with((
        el("span", "row__name").attr("dir", "auto").with(name(person, speech)),
        (!who.is_empty()).then(|| el("span", "row__below").attr("dir", "auto").with(who)),
        time.unwrap_or_default().into_iter().map(below).collect::<Vec<_>>(),
    ));
    let page = Page::Person(person.id.as_str().to_owned());
    el("a", class).attr("href", page.href(speech.locale)).with((icon(picture), words, icon("chevron-right")))
}

/// The form of address, as it stands before a name.
fn called(person: &Sheet, speech: Speech) -> &'static str {
    let at = people::CALLED.iter().position(|code| *code == person.fact(fact::CALLED));
    let words = at.and_then(|at| speech.m().person.called.get(at)).copied().unwrap_or_default();
    words.split('(').next().unwrap_or_default().trim_end()
}

/// Form of address and name; a person may be noted before the name is known.
pub fn name(person: &Sheet, speech: Speech) -> String {
    let (called, name) = (called(person, speech), person.title.current());
    match (called.is_empty(), name.trim().is_empty()) {
        (_, true) => speech.m().person.unnamed.to_owned(),
        (true, _) => name.to_owned(),
        _ => [called, " ", name].concat(),
    }
}

/// Level and office.
pub fn who(person: &Sheet, speech: Speech) -> String {
    let level = level(person).map(|level| level_words(level, speech));
    let office = office_name(person, speech);
    let parts = level.map(str::to_owned).into_iter().chain((!office.is_empty()).then_some(office));
    parts.collect::<Vec<_>>().join(" · ")
}

pub fn level_words(level: Level, speech: Speech) -> &'static str {
    speech.m().person.levels.get(level as usize).copied().unwrap_or_default()
}

/// The office from the directory, else as she wrote it.
pub fn office_name(person: &Sheet, speech: Speech) -> String {
    match AuthorityId::parse(person.fact(fact::OFFICE)) {
        Some(office) => {
            let office = office.get();
            speech.text(office.short.unwrap_or(office.name)).into_owned()
        }
        None => person.note(fact::OFFICE).to_owned(),
    }
}

/// To whom a sentence is said, with a space before; a name alone would be rude in Khmer.
pub fn addressed(person: &Sheet, speech: Speech) -> String {
    let called = called(person, speech);
    let name = if called.is_empty() && speech.locale == Locale::Km { "" } else { person.title.current() };
    [called, name].iter().filter(|word| !word.is_empty()).flat_map(|word| [" ", word]).collect()
}

/// A picture for each [`Reply`].
const OUTCOMES: [&str; 6] = ["circle-check", "handshake", "signpost", "x", "clock", "calendar-check"];

/// A tap on a link says how she contacts them.
pub fn note_way(chosen: RwSignal<Option<How>>) -> impl Fn(How) + Copy {
    move |way| chosen.set(Some(way))
}

/// Logs a contact in two taps: how, then what came of it.
pub fn logger(to: SheetId, plan: Option<SheetId>, chosen: RwSignal<Option<How>>) -> El {
    let app = use_app();
    let speech = use_speech();
    let p = &speech.m().person;
    let about = StoredValue::new((to, plan));
    let choose = move |way| {
        chosen.set(way);
        app.focus("log");
    };
    let steps = live(move || match chosen.get() {
        None => {
            let ways = How::ALL
                .iter()
                .map(|way| button("button button--small", picture(*way), way_words(*way, speech), move || choose(Some(*way))));
            (small_title(p.how), el("div", "actions").with(ways.collect::<Vec<_>>()), None)
        }
        Some(way) => {
            let results = Reply::ALL.iter().zip(p.results).zip(OUTCOMES).map(|((outcome, words), picture)| {
                button("button button--small", picture, words, move || {
                    let (to, plan) = about.get_value();
                    choose(None);
                    app.edit_undoable(&to, p.logged, |person, pen| {
                        people::log(person, pen, way, *outcome, plan.as_ref());
                        true
                    });
                })
            });
            let back = button("button button--small button--quiet", "undo-2", p.other_way, move || choose(None));
            let title = el("h3", "small-title").with((way_words(way, speech), " · ", p.result));
            (title, el("div", "actions").with(results.collect::<Vec<_>>()), Some(back))
        }
    });
    el("div", "").attr("id", "log").attr("tabindex", "-1").with(steps)
}

/// A polite sentence to say or to send, large enough to read from the phone while speaking.
pub fn say(level: Level, to: &str, about: &str, speech: Speech) -> El {
    let p = &speech.m().person;
    let words = p.sentences.get(level as usize).map(|sentence| sentence.with(to, about));
    el("div", "say").with((quiet(p.say), words.map(|words| el("p", "say__words").attr("dir", "auto").with(words))))
}

/// The way to the organizations.
pub fn organizations(speech: Speech) -> El {
    let words: Words = speech.m().person.ask_organization.into();
    row(Page::Offices, Some("users"), words, None)
}
