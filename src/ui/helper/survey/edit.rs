//! The form: its name, where it is held, and of each question the words: of the bank, or the helper's own.

use super::super::super::edit::{line_editor, words_editor};
use super::super::super::el::{all, el, live, El};
use super::super::super::parts::{fold, pair, quiet};
use super::super::super::plan::Open;
use super::super::super::signal::*;
use super::words;
use crate::i18n::words::helper::survey::Survey;
use crate::plan::helper::{survey, AREA, AREAS};
use crate::plan::Field;

pub fn answered_before(w: &'static Survey) -> El {
    pair("info", w.answered_before)
}

pub fn editor(open: Open) -> El {
    let w = words(open.speech);
    let all_five = (0..survey::QUESTIONS).map(|question| one(open, question)).collect::<Vec<_>>();
    all((
        el("section", "card").with((line_editor(open, Field::Title, w.name, "text"), area(open))),
        fold(w.questions, (quiet(w.questions_hint), all_five)),
    ))
}

/// One question: three wordings to tap, or own words.
fn one(open: Open, question: usize) -> El {
    let speech = open.speech;
    let w = words(speech);
    let bank = speech.m().form.asks.get(question).copied().unwrap_or_default();
    let chosen = move || open.with(|sheet| survey::form(sheet).asks.get(question).cloned()).flatten().unwrap_or_default();
    let wording = |(at, words): (u8, &'static str)| {
        let tap = move || {
            open.app.edit(&open.id(), |sheet, pen| {
                sheet.set_fact(pen, &survey::ask(question), &at.to_string());
                sheet.write(pen, &Field::Note(survey::ask(question)), "")
            });
        };
        let pressed = move || {
            let (wording, own) = chosen();
            Some((own.is_empty() && wording == at).to_string().into())
        };
        el("button", "choice").attr("type", "button").live_attr("aria-pressed", pressed).tap(tap).with(el("span", "").with(words))
    };
    let number = [&*speech.number(question + 1), "."].concat();
    el("div", "quiz").with((
        el("p", "field__label").with(number),
        el("div", "choices").with((0..).zip(bank).map(wording).collect::<Vec<_>>()),
        words_editor(open, Field::Note(survey::ask(question)), w.own_words, String::new),
    ))
}

/// Where it is held: what is not said of an answer's question is taken from here.
fn area(open: Open) -> El {
    let speech = open.speech;
    let options = live(move || {
        let here = open.with(|sheet| sheet.fact(AREA).to_owned()).unwrap_or_default();
        let option = |code: &'static str, words: &'static str| {
            el("option", "").attr("value", code).attr_if("selected", (code == here).then_some("")).with(words)
        };
        let named = AREAS.into_iter().zip(speech.h().area.names).map(|(code, words)| option(code, words));
        [option("", speech.m().form.not_said)].into_iter().chain(named).collect::<Vec<_>>()
    });
    let write = move |event| {
        let area = event_target_value(&event);
        open.app.edit(&open.id(), |sheet, pen| sheet.set_fact(pen, AREA, &area));
    };
    let select = el("select", "field__line").on("change", write).with(options);
    el("label", "field").with((el("span", "field__label").with(words(speech).area), select))
}
