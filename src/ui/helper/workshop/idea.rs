//! What a workshop is about (what is asked most, a rule that is new, own words), what it is for, and what people should have afterwards.

use super::super::super::edit::line_editor;
use super::super::super::el::{all, el, live, El};
use super::super::super::learn::law_name;
use super::super::super::parts::{fold, listed, pair, quiet, with_icon};
use super::super::super::plan::Open;
use super::super::super::signal::*;
use super::super::fields::{note, section, some_of};
use super::key_words;
use crate::kb::{LawId, LawState};
use crate::plan::helper::workshop::{asks, known, take_question, wanted, Wanted, GOAL, GOALS, RESULT, RESULTS};
use crate::plan::{fact, Field};

/// So many questions are offered.
const MOST: usize = 7;

pub fn idea(open: Open) -> El {
    let w = &open.speech.h().workshop;
    let words = |words: &'static [&'static str]| words.iter().map(|words| (*words).into()).collect();
    all((
        section(
            w.topic,
            (line_editor(open, Field::Title, w.topic_own, "text"), live(move || taken(open)), most_asked(open), rules(open)),
        ),
        section(
            w.goals_title,
            (some_of(open, w.goals_title, GOAL, GOALS, words(&w.goals)), line_editor(open, note(GOAL), w.goal_own, "text")),
        ),
        section(
            w.results_title,
            (
                some_of(open, w.results_title, RESULT, RESULTS, words(&w.results)),
                line_editor(open, note(RESULT), w.result_own, "text"),
            ),
        ),
    ))
}

/// What was chosen below, when no own words stand in its place.
fn taken(open: Open) -> Option<El> {
    let speech = open.speech;
    let name = open.with(|sheet| {
        super::super::super::sheets::desk_name(sheet, speech).filter(|_| sheet.title.current().trim().is_empty())
    })?;
    name.map(|name| {
        pair(
            "circle-check",
            [speech.h().workshop.chosen, if speech.locale == crate::page::Locale::Km { "៖ " } else { ": " }, &name].concat(),
        )
    })
}

/// The words of a question that others asked.
pub fn wanted_words(wanted: &Wanted, speech: crate::i18n::Speech) -> String {
    if wanted.text.is_empty() {
        key_words(&wanted.key, speech)
    } else {
        wanted.text.clone()
    }
}

/// How many ask it.
pub fn asked_words(wanted: &Wanted, speech: crate::i18n::Speech) -> String {
    let w = &speech.h().workshop;
    match wanted.times {
        1 => speech.digits(w.asked_once),
        times => w.asked_by.with(&speech.number(times)),
    }
}

/// What is asked most; a tap makes it the topic, and puts the question into the workshop.
fn most_asked(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let w = &speech.h().workshop;
    // Counted once: a tap must not move what stands below the finger.
    let asked = StoredValue::new(app.book.with_untracked(wanted).into_iter().take(MOST).collect::<Vec<_>>());
    let choices = live(move || {
        let row = |wanted: Wanted| {
            let there = open.with(|sheet| asks(sheet, &wanted.key)).unwrap_or_default();
            let words = el("span", "").attr("dir", "auto").with(wanted_words(&wanted, speech));
            let below = el("span", "checks__note").with(asked_words(&wanted, speech));
            let tap = move || {
                app.edit(&open.id(), |sheet, pen| {
                    take_question(sheet, pen, &wanted);
                    match known(&wanted.key) {
                        Some((service, _)) => {
                            sheet.set_fact(pen, fact::LAW, "");
                            sheet.set_fact(pen, fact::SERVICE, service.name())
                        }
                        None => sheet.write(pen, &Field::Title, &wanted.text),
                    }
                });
            };
            let button = el("button", "choice").attr("type", "button").attr("aria-pressed", there.to_string()).tap(tap);
            with_icon(button, if there { "circle-check" } else { "plus" }, all((words, below)))
        };
        asked.with_value(|asked| el("ul", "choices").with(listed(asked.iter().cloned().map(row).collect())))
    });
    match asked.with_value(Vec::is_empty) {
        true => quiet(w.none_asked),
        false => all((el("p", "field__label").with(w.most_asked), choices)),
    }
}

/// Rules that are coming, and those in force for less than a year.
fn rules(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let year_ago = app.today.get_untracked().plus_days(-365).to_string();
    let is_new = move |law: &LawId| {
        let law = law.get();
        let since = if law.since.is_empty() { law.date.str() } else { law.since.str() };
        matches!(law.state, LawState::Draft | LawState::Adopted | LawState::Transition)
            || (law.state == LawState::InForce && since.len() > 4 && *since > *year_ago)
    };
    let choice = |law: LawId| {
        let tap = move || {
            app.edit(&open.id(), |sheet, pen| {
                sheet.set_fact(pen, fact::SERVICE, "");
                sheet.set_fact(pen, fact::LAW, law.name())
            });
        };
        let (title, name) = (speech.text(law.get().title), law_name(law, speech));
        let below = (*title != *name).then(|| el("span", "checks__note").with(name));
        let words = all((el("span", "").with(title), below));
        with_icon(el("button", "choice").attr("type", "button").tap(tap), "scale", words)
    };
    let rows: Vec<El> = LawId::all().filter(is_new).map(choice).collect();
    fold(speech.h().workshop.rules, el("ul", "choices").with(listed(rows)))
}
