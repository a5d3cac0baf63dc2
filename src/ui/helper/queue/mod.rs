//! The questions of all plans in one list: what asks the same stands together, with how many people ask it, and under one office there is one
//! agenda. Which office and which question are opened stands in the query.
//!
//! - here: the list and its search
//! - `agenda`: one contact, one agenda, and the answers that go back
//! - `opened`: one question: how it was asked, what is known, what is the same

mod agenda;
mod opened;

pub use agenda::{everybody, give};

use super::super::el::{all, each, el, live, El};
use super::super::long::growing;
use super::super::parts::{badge, empty, heading, icon, main_link, quiet, search_box, with_icon};
use super::super::plans::item_words;
use super::super::signal::*;
use super::super::state::{use_app, use_speech, App};
use super::panes::panes;
use crate::i18n::Speech;
use crate::kb::AuthorityId;
use crate::khmer::{fold, is_khmer};
use crate::page::{Desk, Locale, Page};
use crate::plan::helper::alike::Worded;
use crate::plan::helper::queue::{self, Group, Place, Queue};
use crate::plan::{Book, Item, Sheet, What};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// So many rows at once, and so many while something is looked for.
const PART: usize = 50;
const FOUND: usize = 12;
/// Stands in the address for "office not known".
const UNKNOWN: &str = "none";

thread_local! {
    /// Texts that were taken apart before; what a text says never changes.
    static APART: RefCell<BTreeMap<String, Rc<Worded>>> = const { RefCell::new(BTreeMap::new()) };
    /// What came of the same questions before.
    static SORTED: RefCell<Rc<Queue>> = RefCell::default();
}

/// All questions, as they read in this language.
pub fn read(book: &Book, app: App, speech: Speech) -> Rc<Queue> {
    let other = Speech { locale: speech.locale.other(), ..speech };
    let says = |sheet: &Sheet, item: &Item| {
        let own = item.text.current();
        match own.trim().is_empty() {
            true => [item_words(sheet, item, speech), item_words(sheet, item, other)],
            false => [own.to_owned(), String::new()],
        }
    };
    let asks = APART.with_borrow_mut(|known| {
        let mut apart = |text: &str| match known.get(text) {
            Some(worded) => worded.clone(),
            None => {
                let worded = Rc::new(Worded::new(text));
                known.insert(text.to_owned(), worded.clone());
                worded
            }
        };
        queue::asks(book, app.today.get(), speech.locale == Locale::Km, &says, &mut apart)
    });
    SORTED.with_borrow_mut(|sorted| {
        if sorted.asks != asks {
            *sorted = Rc::new(Queue::new(asks));
        }
        sorted.clone()
    })
}

/// Khmer and English of a question, where they are known.
pub fn both(sheet: &Sheet, item: &Item, speech: Speech) -> [String; 2] {
    let own = item.text.current();
    if own.trim().is_empty() {
        return [Locale::Km, Locale::En].map(|locale| item_words(sheet, item, Speech { locale, ..speech }));
    }
    match own.contains(is_khmer) {
        true => [own.to_owned(), String::new()],
        false => [String::new(), own.to_owned()],
    }
}

/// The name of an office, by its id in the content.
pub fn office_words(office: &str, speech: Speech) -> String {
    match AuthorityId::parse(office) {
        Some(office) => speech.text(office.get().short.unwrap_or(office.get().name)).into_owned(),
        None => speech.h().queue.office_unknown.to_owned(),
    }
}

/// "5 people ask this".
pub fn people_words(people: usize, speech: Speech) -> String {
    match people {
        0 | 1 => speech.h().queue.one_person.to_owned(),
        many => speech.h().queue.people.with(&speech.number(many)),
    }
}

/// The address of a part of the queue.
fn address(office: Option<&str>, opened: Option<&Place>, speech: Speech) -> String {
    let office = office.map(|office| ["office=", if office.is_empty() { UNKNOWN } else { office }].concat());
    let opened = opened.map(|place| ["g=", &place.code()].concat());
    let query: Vec<String> = office.into_iter().chain(opened).collect();
    let page = Page::Helper(Desk::Queue).href(speech.locale);
    match query.is_empty() {
        true => page,
        false => [&page, "?", &query.join("&")].concat(),
    }
}

/// What all parts of the screen know.
#[derive(Clone, Copy)]
pub struct Desktop {
    pub app: App,
    pub speech: Speech,
    pub queue: Memo<Rc<Queue>>,
    /// The office that is looked at; empty: the office is not known.
    pub office: StoredValue<Option<String>>,
    /// The questions that stand on an agenda.
    pub agendas: Memo<Vec<Place>>,
}

impl Desktop {
    fn office(self) -> Option<String> {
        self.office.get_value()
    }

    fn is_on_agenda(self, queue: &Queue, group: &Group) -> bool {
        let places = queue.places(group);
        self.agendas.with(|agendas| places.iter().any(|place| agendas.binary_search(place).is_ok()))
    }
}

/// The queue as it stands after each command, for a screen on which somebody types: not read again with every letter.
pub fn desktop_of_commands(app: App, speech: Speech) -> Desktop {
    // Every command on such a screen says what it did.
    let queue = memo(move || {
        app.toast.with(|_| ());
        app.book.with_untracked(|book| read(book, app, speech))
    });
    Desktop { queue, ..desktop(app, speech) }
}

/// The queue, kept up to date.
fn desktop(app: App, speech: Speech) -> Desktop {
    let queue = memo(move || app.book.with(|book| read(book, app, speech)));
    let agendas = memo(move || {
        app.book.with(|book| {
            let agendas = book.of_all(What::Plan).filter(|plan| plan.is_open() && !plan.fact(queue::QUEUE).is_empty());
            let places = agendas.flat_map(queue::agenda::questions).flat_map(queue::agenda::places);
            let mut places: Vec<Place> = places.collect();
            places.sort();
            places
        })
    });
    Desktop { app, speech, queue, office: StoredValue::new(None), agendas }
}

pub fn queue() -> El {
    let app = use_app();
    let speech = use_speech();
    let (office, opened) = app.route.with_untracked(|route| {
        let office = route.query("office").map(|office| if office == UNKNOWN { String::new() } else { office.to_owned() });
        (office, route.query("g").and_then(Place::parse))
    });
    let desk = Desktop { office: StoredValue::new(office), ..desktop(app, speech) };
    let is_opened = opened.is_some();
    panes(list(desk, is_opened), opened.map(|place| opened::opened(desk, place)))
}

/// A row of the list.
#[derive(Clone, PartialEq)]
struct Line {
    place: Place,
    office: String,
    words: String,
    people: usize,
    has_answer: bool,
    on_agenda: bool,
}

fn list(desk: Desktop, is_opened: bool) -> El {
    let (speech, h) = (desk.speech, &desk.speech.h().queue);
    // Which question is opened says its own title.
    let head = match is_opened {
        true => el("p", "small-title").with(h.title),
        false => heading(h.title),
    };
    let any = memo(move || desk.queue.with(|queue| !queue.groups.is_empty()));
    let offices = live(move || desk.queue.with(|queue| offices(desk, queue)));
    let agenda = (!is_opened).then(|| agenda::agenda(desk));
    let body = live(move || match any.get() {
        true => rows_of(desk),
        false => empty(h.none, h.none_help, main_link("users", speech.h().women.title, Page::Helper(Desk::Women))),
    });
    all((head, offices, agenda, body))
}

/// The search box and the rows.
fn rows_of(desk: Desktop) -> El {
    let (app, speech, h) = (desk.app, desk.speech, &desk.speech.h().queue);
    let typed = RwSignal::new(String::new());
    let parts = RwSignal::new(1usize);
    // All rows of the office with their folded words, made once; a key only looks through them.
    let lines = memo(move || desk.queue.with(|queue| Rc::new(lines(desk, queue))));
    let found = memo(move || {
        let wanted = fold(&typed.get());
        let words: Vec<&str> = wanted.split(' ').filter(|word| !word.is_empty()).collect();
        let fits = |folded: &str| words.iter().all(|word| folded.contains(word));
        lines.with(|lines| {
            (0..).zip(lines.iter()).filter(|(_, (_, folded))| fits(folded)).map(|(at, _)| at).collect::<Vec<usize>>()
        })
    });
    let most = move || parts.get() * typed.with(|typed| if typed.is_empty() { PART } else { FOUND });
    let shown = growing(app, move || {
        let most = most();
        let line = |lines: &Rc<Vec<(Line, String)>>, at: &usize| lines.get(*at).map(|(line, _)| line.clone());
        lines.with(|lines| found.with(|found| found.iter().take(most).filter_map(|at| line(lines, at)).collect::<Vec<_>>()))
    });
    let more = live(move || {
        let left = found.with(Vec::len).saturating_sub(most());
        (left > 0).then(|| {
            let tap = move || parts.update(|parts| *parts += 1);
            let more = el("button", "button button--wide rows__more").attr("type", "button").tap(tap);
            with_icon(more, "arrow-down", speech.m().more_rows.with(&speech.number(left)))
        })
    });
    let none = live(move || found.with(Vec::is_empty).then_some(h.none_found));
    let write = move |text| {
        parts.set(1);
        typed.set(text);
    };
    let input = search_box(move || typed.get(), write).attr("id", "search-questions");
    let input = input.attr("aria-label", h.search).attr("placeholder", h.search);
    let form = el("form", "search").attr("role", "search").with((icon("search"), input));
    let form = form.on("submit", |event| event.prevent_default());
    let rows = el("ul", "rows").with(each(move || shown.get(), move |line| el("li", "").with(row(desk, &line))));
    let card = el("section", "card card--rows").attr("aria-label", h.list);
    all((form, el("p", "quiet").attr("role", "status").with(none), card.with((el("h2", "card__title").with(h.list), rows, more))))
}

/// A row for each group of the office, with the words by which it is found.
fn lines(desk: Desktop, queue: &Queue) -> Vec<(Line, String)> {
    let office = desk.office();
    let mut lines = Vec::new();
    for group in &queue.groups {
        let Some(lead) = queue.lead(group).filter(|lead| office.as_ref().is_none_or(|office| lead.office == *office)) else {
            continue;
        };
        let line = Line {
            place: lead.place.clone(),
            office: lead.office.clone(),
            words: lead.words.clone(),
            people: group.people,
            has_answer: group.known.is_some(),
            on_agenda: desk.is_on_agenda(queue, group),
        };
        let mut folded = String::new();
        for worded in group.open.iter().filter_map(|at| queue.ask(*at)).flat_map(|ask| &ask.worded) {
            if !folded.contains(&worded.folded) {
                folded.push_str(&worded.folded);
                folded.push('\n');
            }
        }
        lines.push((line, folded));
    }
    lines
}

fn row(desk: Desktop, line: &Line) -> El {
    let (speech, h) = (desk.speech, &desk.speech.h().queue);
    let known = line.has_answer.then(|| badge("badge", "circle-check", h.has_answer));
    let agenda = line.on_agenda.then(|| badge("badge", "calendar-clock", h.on_agenda));
    let office = desk.office().is_none().then(|| el("span", "row__below").with(office_words(&line.office, speech)));
    let words = el("span", "row__words").with((
        el("span", "row__name").attr("dir", "auto").with(line.words.clone()),
        el("span", "row__below").with(people_words(line.people, speech)),
        office,
        known,
        agenda,
    ));
    let href = address(desk.office().as_deref(), Some(&line.place), speech);
    el("a", "row").attr("href", href).with((icon("message-circle-question-mark"), words, icon("chevron-right")))
}

/// How many wait, and the offices with how many questions each.
fn offices(desk: Desktop, queue: &Queue) -> Option<El> {
    let (speech, h) = (desk.speech, &desk.speech.h().queue);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for lead in queue.groups.iter().filter_map(|group| queue.lead(group)) {
        *counts.entry(lead.office.as_str()).or_default() += 1;
    }
    // An office is shown as long as its answers wait to go back.
    let here = desk.office();
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let chip = |words: String, office: Option<&str>| {
        let is_here = here.as_deref() == office;
        let chip = el("a", "chip").attr("href", address(office, None, speech));
        chip.attr_if("aria-current", is_here.then_some("true")).with(words)
    };
    let all_of_them = chip(h.all_offices.to_owned(), None);
    let chips = counts
        .iter()
        .map(|(office, count)| chip([&office_words(office, speech), " (", &speech.number(*count), ")"].concat(), Some(office)));
    let chips: Vec<El> = [all_of_them].into_iter().chain(chips).collect();
    (!queue.groups.is_empty()).then(|| {
        all((
            quiet(h.count.with(&speech.number(queue.groups.len()), &speech.number(counts.len()))),
            el("nav", "chips").attr("aria-label", h.offices).with(chips),
        ))
    })
}
