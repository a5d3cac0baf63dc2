//! Messages around a meeting: the questions sent ahead, the thanks, the minutes. Composed from the plan, in formal Khmer or
//! English whatever the language of the screen; they leave the phone only by her tap.

use super::el::{el, live, El};
use super::meeting::Held;
use super::parts::{button, card, option, quiet};
use super::people::{addressed, note_way};
use super::plans::{item_words, plan_name};
use super::reach::way_links;
use super::send::sender;
use super::signal::*;
use crate::i18n::Speech;
use crate::page::Locale;
use crate::plan::fact::{self, of};
use crate::plan::reach;
use crate::plan::{Answer, Item, Sheet, SheetId};
use std::sync::Arc;

/// Which message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letter {
    Ahead,
    Thanks,
    Minutes,
}

/// A message to look at, in the language she chooses, to send or to copy.
pub fn send_card(held: Held, letter: Letter) -> El {
    let open = held.open;
    let app = open.app;
    let m = &open.speech.m().meet;
    let (id, words) = match letter {
        Letter::Ahead => ("message", m.message),
        Letter::Thanks => ("thanks", m.thanks),
        Letter::Minutes => ("minutes", m.minutes),
    };
    // Officials read Khmer, unless she knows that this one wants English.
    let language = RwSignal::new(Locale::Km);
    let text = memo(move || {
        let speech = Speech { locale: language.get(), ..open.speech };
        let called = called(held, speech);
        held.read(|plan, meeting| compose(letter, plan, meeting, speech, &called)).unwrap_or_default()
    });
    let ready = memo(move || letter != Letter::Ahead || held.read(|_, meeting| meeting.has_purpose()) == Some(true));
    let switch = Locale::ALL
        .into_iter()
        .zip(m.languages)
        .map(|(locale, words)| option(id, words, move || language.get() == locale, move || language.set(locale)));
    let preview = live(move || el("p", "letter").attr("dir", "auto").attr("lang", language.get().code()).with(text.get()));
    let sent = live(move || {
        let day = held.read(|_, meeting| meeting.day(fact::SENT)).flatten();
        (letter == Letter::Ahead).then(|| match day {
            Some(day) => quiet(m.sent_on.with(&open.speech.date(day))),
            None => button("button button--wide", "check", m.was_sent, move || {
                let today = app.today.get_untracked().to_string();
                app.edit(&open.id(), |plan, pen| plan.set_item_fact(pen, &held.id(), fact::SENT, &today));
            }),
        })
    });
    // Straight to the official, by the way they prefer; the share sheet is for everything else.
    let chosen = RwSignal::new(None);
    let straight = live(move || {
        let person = held.read(|_, meeting| SheetId::parse(meeting.fact(fact::PERSON))).flatten().filter(|_| ready.get())?;
        let ways = app.book.with(|book| book.sheets.get(&person).map(|person| reach::ways_to_send(person, &text.get())))?;
        (!ways.is_empty() && letter != Letter::Minutes).then(|| way_links(ways, note_way(chosen), open.speech))
    });
    let tools = live(move || match ready.get() {
        false => quiet(m.message_needs_purpose),
        true => sender(Arc::new(move || text.get_untracked()), None),
    });
    let hint = (letter == Letter::Ahead).then(|| quiet(m.message_hint));
    card(id, words, (hint, el("fieldset", "pair-fields").with(switch.collect::<Vec<_>>()), preview, straight, tools, sent))
}

/// How the official is addressed: the form she chose and the name.
fn called(held: Held, speech: Speech) -> String {
    let m = &speech.m().meet;
    let person = held.read(|_, meeting| SheetId::parse(meeting.fact(fact::PERSON))).flatten();
    let named =
        person.and_then(|id| held.open.app.book.with(|book| book.sheets.get(&id).map(|person| addressed(person, speech))));
    let named = named.map(|named| named.trim().to_owned()).filter(|named| !named.is_empty());
    named.unwrap_or_else(|| m.official.to_owned())
}

/// The text itself; a sentence stands in it only when it is true.
pub fn compose(letter: Letter, plan: &Sheet, meeting: &Item, speech: Speech, called: &str) -> String {
    let m = &speech.m().meet;
    let purpose = item_words(plan, meeting, speech);
    let purpose = if purpose.trim().is_empty() { plan_name(plan, speech) } else { purpose };
    let mut lines: Vec<String> = Vec::new();
    let numbered = |lines: &mut Vec<String>, texts: Vec<String>| {
        for (at, text) in texts.into_iter().enumerate() {
            lines.push([&speech.number(at + 1), ". ", &text].concat());
        }
    };
    let day = meeting.day(fact::DAY);
    match letter {
        Letter::Ahead => {
            lines.push(m.greeting.with(called));
            lines.push(m.ask_meeting.with(&purpose));
            lines.push(match day {
                Some(day) => m.at.with(&when(day, meeting, speech), &place(meeting)),
                None => m.propose_day.to_owned(),
            });
            let questions: Vec<String> = plan.agenda(&meeting.id).into_iter().map(|q| item_words(plan, q, speech)).collect();
            if !questions.is_empty() {
                lines.push(m.my_questions.to_owned());
                numbered(&mut lines, questions);
            }
            lines.push(m.farewell.to_owned());
        }
        Letter::Thanks => {
            lines.push(m.greeting.with(called));
            lines.push(m.thank_text.with(&purpose));
            let promises: Vec<String> = plan.promises(&meeting.id).into_iter().map(|step| promise(plan, step, speech)).collect();
            if !promises.is_empty() {
                lines.push(m.thank_promise.to_owned());
                numbered(&mut lines, promises);
            }
            lines.push(m.farewell.to_owned());
        }
        Letter::Minutes => {
            let day = day.map_or_else(|| m.no_day.to_owned(), |day| when(day, meeting, speech));
            lines.push(m.minutes_head.with(&day, &place(meeting)));
            lines.push(purpose);
            for question in plan.agenda(&meeting.id) {
                lines.push(["• ", &item_words(plan, question, speech)].concat());
                lines.push(["  → ", &answer(question, meeting, speech)].concat());
            }
            let promises: Vec<String> = plan.promises(&meeting.id).into_iter().map(|step| promise(plan, step, speech)).collect();
            if !promises.is_empty() {
                lines.push(m.promises.to_owned());
                numbered(&mut lines, promises);
            }
        }
    }
    lines.join("\n")
}

fn when(day: crate::dates::Date, meeting: &Item, speech: Speech) -> String {
    let time = meeting.fact(fact::TIME);
    let day = speech.date(day);
    if time.is_empty() {
        day
    } else {
        [&day, ", ", &speech.digits(time)].concat()
    }
}

/// ", at the office", when a place was named.
fn place(meeting: &Item) -> String {
    let place = meeting.note(fact::PLACE).trim();
    if place.is_empty() {
        String::new()
    } else {
        [", ", place].concat()
    }
}

fn promise(plan: &Sheet, step: &Item, speech: Speech) -> String {
    let words = item_words(plan, step, speech);
    match step.day(fact::DUE) {
        Some(day) => [&words, " (", &speech.m().meet.due_on.with(&speech.date(day)), ")"].concat(),
        None => words,
    }
}

/// The quick answer, the words, the law they named.
fn answer(question: &Item, meeting: &Item, speech: Speech) -> String {
    let m = &speech.m().meet;
    let quick = question.answer_in(&meeting.id).unwrap_or(Answer::Nothing);
    let quick = m.answers.get(quick as usize).copied().unwrap_or_default();
    let words = question.note(&of(fact::ANSWER, &meeting.id)).trim();
    let law = question.note(&of(fact::LAW, &meeting.id)).trim();
    let parts: Vec<&str> = [quick, words, law].into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
