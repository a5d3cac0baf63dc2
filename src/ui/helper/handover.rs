//! For whoever does this work next: a page to read and print, and the same as a bundle for the new phone; and on that phone, what to do
//! first.

use super::super::el::{all, el, live, El};
use super::super::helping::helped_name;
use super::super::long::{ids, long_list, sheet_rows, Long};
use super::super::paper::{joined, message};
use super::super::parts::{button, fold, heading, lead, listed, main_link, pair, quiet, row_to};
use super::super::people::{name, office_name, who};
use super::super::plans::item_words;
use super::super::print::words_of;
use super::super::send::sender;
use super::super::sheets::{sheet_name, sheet_page};
use super::super::signal::*;
use super::super::state::{use_app, use_speech, App};
use super::bundle::{label, label_field, ways_out};
use crate::dates::Date;
use crate::i18n::Speech;
use crate::page::{Desk, Page};
use crate::plan::helper::handover::{self, Choice, Said, GREET, HANDOVER};
use crate::plan::helper::need::consents;
use crate::plan::helper::need::names::Names;
use crate::plan::helper::need::sent;
use crate::plan::helper::report::cells::shown;
use crate::plan::helper::ORIGIN;
use crate::plan::people::{every, Diary, CALLED, HOWS};
use crate::plan::{fact, people, Book, Item, List, Sheet, SheetId, What};
use crate::platform::{Line, Mark};
use crate::saved::transfer::bundle;
use std::rc::Rc;
use std::sync::Arc;

pub fn handover() -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.h().handover;
    let choice = RwSignal::new(Choice::default());
    let origin = RwSignal::new(label(app, speech));
    let empty = memo(move || app.book.with(|book| is_empty(book, app.today.get())));
    let pack = live(move || match empty.get() {
        true => all((
            el("h2", "card__title").with(m.empty),
            el("p", "").with(m.empty_help),
            main_link("user-plus", m.add_people, Page::People),
        )),
        false => pack(app, speech, choice, origin),
    });
    all((el("div", "unprinted").with((heading(m.title), lead(m.lead), came(app, speech))), pack))
}

fn is_empty(book: &Book, today: Date) -> bool {
    let none = Choice::default();
    let many = [What::Faq, What::Group, What::Partner].iter().any(|what| book.of_all(*what).any(sent::may_leave));
    !many
        && handover::officials(book).is_empty()
        && handover::agreements(book, &none).is_empty()
        && handover::questions(book, &none).is_empty()
        && handover::workshops(book, today).is_empty()
}

/// What goes along, what it reads like, and the ways to send it.
fn pack(app: App, speech: Speech, choice: RwSignal<Choice>, origin: RwSignal<String>) -> El {
    let m = &speech.h().handover;
    let notes = move |_| choice.update(|choice| choice.notes = !choice.notes);
    let boxed = el("input", "checks__box").attr("type", "checkbox").checked(move || choice.with(|choice| choice.notes));
    let notes = el("label", "checks__row").with((boxed.on("change", notes), el("span", "checks__words").with(m.notes)));
    let inside = live(move || {
        let chosen = choice.get();
        let origin = origin.get();
        let version = [&*origin, if chosen.notes { "+" } else { "-" }, &chosen.helped.len().to_string()].concat();
        let lines = app.book.with(|book| lines(book, &chosen, &origin, app.today.get(), speech));
        let text = message(&lines);
        let made = move || app.book.with_untracked(|book| bundle(&sheets(book, &chosen, &origin, app, speech)));
        let controls = el("div", "unprinted").with((
            el("h2", "card__title").with(m.send),
            quiet(m.take_hint),
            ways_out(app, speech, Rc::new(made)).key(version),
            sender(Arc::new(move || text.clone()), None),
            button("button button--wide", "printer", speech.m().paper.print, move || app.outside().print()),
        ));
        let paper = el("article", "paper paper--close").attr("lang", speech.locale.code());
        all((paper.with(lines.iter().map(words_of).collect::<Vec<_>>()), controls))
    });
    all((el("div", "card unprinted").with((label_field(app, speech, origin), notes, helped(app, speech, choice))), inside))
}

/// The helped people who agreed, none ticked.
fn helped(app: App, speech: Speech, choice: RwSignal<Choice>) -> El {
    let m = &speech.h().handover;
    let agreed = |book: &Book| ids(book.of_all(What::Helped).filter(|helped| consents(helped)).collect());
    let row = move |helped: &Sheet| {
        let id = StoredValue::new(helped.id.clone());
        let on = move || choice.with(|choice| id.with_value(|id| choice.helped.contains(id)));
        let tick = move |_| {
            choice.update(|choice| {
                let id = id.get_value();
                match choice.helped.iter().position(|known| *known == id) {
                    Some(at) => drop(choice.helped.remove(at)),
                    None => choice.helped.push(id),
                }
            })
        };
        let boxed = el("input", "checks__box").attr("type", "checkbox").checked(on).on("change", tick);
        let words = el("span", "checks__words").attr("dir", "auto").with(helped_name(&helped.id, app, speech));
        el("div", "checks__item").key(helped.id.as_str().to_owned()).with(el("label", "checks__row").with((boxed, words)))
    };
    let rows = Rc::new(move |book: &Book, ids: &[SheetId]| sheet_rows(book, ids, &row));
    let frame = move |long: Option<Long>| match long {
        None => Some(quiet(m.nobody_agreed)),
        Some(long) => Some(all((el("ul", "checks").with(long.rows), long.more))),
    };
    fold(m.helped, (quiet(m.helped_hint), long_list(0, Box::new(agreed), rows, Box::new(frame))))
}

fn sheets(book: &Book, choice: &Choice, origin: &str, app: App, speech: Speech) -> Vec<Sheet> {
    let m = &speech.h().handover;
    let greet = |person: &Sheet| m.greet.with(&name(person, speech));
    let line = |sheet: &Sheet, item: &Item| item_words(sheet, item, speech);
    let said = Said { title: m.pack_title.with(origin), greet: &greet, line: &line };
    handover::pack(book, choice, origin, app.today.get_untracked(), &said)
}

/// All of it, line by line.
fn lines(book: &Book, choice: &Choice, origin: &str, today: Date, speech: Speech) -> Vec<Line> {
    let m = &speech.h().handover;
    let names = Names::of(book);
    let mut all = Vec::new();
    let mut put = |mark, text: String| {
        if !text.trim().is_empty() {
            all.push(Line { mark, text });
        }
    };
    put(Mark::Title, m.paper_title.with(&names.mask(origin)));
    put(Mark::Quiet, m.paper_day.with(&speech.date(today)));
    let diary = Diary::new(book, today);
    let agreed = handover::agreements(book, choice);
    let officials = handover::officials(book);
    put(Mark::Head, if officials.is_empty() { String::new() } else { m.officials.to_owned() });
    for person in officials {
        put(Mark::Text, joined(&[&name(person, speech), &who(person, speech)]));
        put(Mark::Quiet, habits(person, &diary, speech));
        for (sheet, step) in &agreed {
            if handover::promised_by(book, sheet, step).is_some_and(|by| by.id == person.id) {
                put(Mark::Quiet, m.promised.with(&names.mask(&joined(&[&item_words(sheet, step, speech), &due(step, speech)]))));
            }
        }
        if choice.notes {
            put(Mark::Quiet, names.mask(person.note(fact::ABOUT)));
        }
    }
    put(Mark::Head, if agreed.is_empty() { String::new() } else { m.agreements.to_owned() });
    for (sheet, step) in &agreed {
        let by = step.note(fact::BY);
        let by = if by.trim().is_empty() { String::new() } else { m.by.with(by) };
        put(Mark::Open, names.mask(&joined(&[&item_words(sheet, step, speech), &by, &due(step, speech)])));
    }
    let open = handover::questions(book, choice);
    put(Mark::Head, if open.is_empty() { String::new() } else { m.questions.to_owned() });
    for open in open {
        let words = item_words(open.sheet, open.item, speech);
        let count = shown(open.count).filter(|count| *count > 0);
        put(Mark::Text, names.mask(&count.map_or(words.clone(), |count| m.asked_by.with(&words, &speech.number(count)))));
    }
    let parts = [
        (m.workshops, handover::workshops(book, today)),
        (m.answers, leaving(book, What::Faq)),
        (m.groups, leaving(book, What::Group)),
        (m.partners, leaving(book, What::Partner)),
    ];
    for (head, sheets) in parts {
        put(Mark::Head, if sheets.is_empty() { String::new() } else { head.to_owned() });
        for sheet in sheets {
            let day = Date::parse(sheet.fact(fact::DAY)).map(|day| speech.date(day)).unwrap_or_default();
            put(Mark::Text, names.mask(&joined(&[&sheet_name(sheet, speech), &day])));
        }
    }
    put(Mark::Foot, m.foot.to_owned());
    all
}

fn leaving(book: &Book, what: What) -> Vec<&Sheet> {
    book.of_all(what).filter(|sheet| sent::may_leave(sheet)).collect()
}

fn due(step: &Item, speech: Speech) -> String {
    step.day(fact::DUE).map(|day| speech.h().handover.until.with(&speech.date(day))).unwrap_or_default()
}

/// How an official likes to work, and the last contact.
fn habits(person: &Sheet, diary: &Diary, speech: Speech) -> String {
    let (m, p) = (&speech.h().handover, &speech.m().person);
    let one_of = |name: &str, codes: &[&str], words: &[&'static str]| {
        let at = codes.iter().position(|code| *code == person.fact(name));
        at.and_then(|at| words.get(at)).copied().unwrap_or_default()
    };
    let with =
        |words: crate::i18n::words::With1, value: &str| if value.trim().is_empty() { String::new() } else { words.with(value) };
    let contact = people::contacts(person).into_iter().rfind(|contact| contact.outcome.is_some());
    let result = contact.and_then(|contact| p.results.get(contact.outcome? as usize)).copied().unwrap_or_default();
    let last = diary.last_real(person).map_or(m.never.to_owned(), |day| m.last.with(&speech.date(day), result));
    let ways = [fact::PHONE, fact::TELEGRAM, fact::WHATSAPP, fact::MESSENGER, fact::EMAIL].map(|way| person.note(way));
    let parts = [
        joined(&ways),
        with(m.prefers, one_of(fact::PREFERS, HOWS, &p.ways)),
        m.every.with(&speech.number(usize::try_from(every(person)).unwrap_or(0))),
        with(m.called, one_of(fact::CALLED, CALLED, &p.called)),
        with(m.hours, person.note(fact::HOURS)),
        last,
    ];
    joined(&parts.each_ref().map(String::as_str))
}

/// What came with hand-overs: from whom and when, and whom to greet first.
fn came(app: App, speech: Speech) -> El {
    let m = &speech.h().handover;
    live(move || {
        app.book.with(|book| {
            let one = |plan: &Sheet| {
                let day = Date::parse(plan.fact(HANDOVER)).map(|day| speech.date(day)).unwrap_or_default();
                let steps = plan.visible(List::Step).into_iter().filter(|step| step.fact(fact::WHAT) == GREET);
                let rows = steps.map(|step| first_row(book, step, speech)).collect();
                let see = row_to(sheet_page(plan).href(speech.locale), Some("list-checks"), m.open_plan.into(), None);
                all((
                    pair("handshake", m.came_from.with(plan.note(ORIGIN), &day)),
                    quiet(m.first_hint),
                    el("section", "card card--rows")
                        .attr("aria-label", m.first)
                        .with((el("h3", "card__title").with(m.first), el("ul", "rows").with(listed(rows)))),
                    el("section", "card card--rows").with(see),
                ))
            };
            let plans: Vec<El> = handover::came(book).into_iter().map(one).collect();
            (!plans.is_empty())
                .then(|| el("section", "choices").attr("aria-label", m.came).with((el("h2", "card__title").with(m.came), plans)))
        })
    })
}

/// An official to greet: leads to the person, where the contact is logged.
fn first_row(book: &Book, step: &Item, speech: Speech) -> El {
    let m = &speech.h().handover;
    let person = SheetId::parse(step.fact(fact::PERSON));
    let below = match (handover::is_greeted(book, step), person.as_ref().and_then(|id| book.sheets.get(id))) {
        (true, _) => m.greeted.to_owned(),
        (_, Some(person)) => office_name(person, speech),
        _ => String::new(),
    };
    let page = person.map_or(Page::Helper(Desk::Handover), |id| Page::Person(id.as_str().to_owned()));
    let picture = if handover::is_greeted(book, step) { "circle-check" } else { "user" };
    let below = (!below.is_empty()).then(|| below.into());
    row_to(page.href(speech.locale), Some(picture), step.text.current().to_owned().into(), below)
}
