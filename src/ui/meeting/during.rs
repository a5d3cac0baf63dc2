//! During the meeting: one question a screen, one thumb.

use super::super::edit::words_editor;
use super::super::el::{all, el, El};
use super::super::parts::{option, with_icon};
use super::super::plans::{item_to_show, item_words};
use super::super::reply::told_row;
use super::super::show::show_button;
use super::super::signal::*;
use super::{after::after_it, link_bar, Held};
use crate::plan::fact::{self, of};
use crate::plan::{Answer, Field, ItemId, Sheet};

/// One question: large, with the answers to tap below.
pub fn during(held: Held, at: usize) -> El {
    let (open, m) = (held.open, held.m());
    let speech = open.speech;
    let agenda: Vec<ItemId> = open
        .plan
        .with_untracked(|plan| plan.as_ref().map(|plan| plan.agenda(&held.id()).into_iter().map(|q| q.id.clone()).collect()))
        .unwrap_or_default();
    let at = at.clamp(1, agenda.len().max(1));
    let Some(question) = agenda.get(at - 1).cloned() else { return after_it(held) };
    let words = open.plan.with_untracked(|plan| {
        plan.as_ref().and_then(|plan| plan.item(&question).map(|item| item_words(plan, item, speech))).unwrap_or_default()
    });
    let asked = question.clone();
    let show = move || {
        let shown = |plan: &Sheet| plan.item(&asked).map(|item| item_to_show(plan, item, speech));
        open.now(shown).flatten().unwrap_or_default()
    };
    let count = speech.m().question_of.with(&speech.number(at), &speech.number(agenda.len()));
    let bar = el("progress", "progress__bar")
        .attr("max", agenda.len().to_string())
        .attr("value", at.to_string())
        .attr("aria-label", count.clone());
    let last = at == agenda.len();
    let next = if last { held.address("?after=1") } else { held.address(&["?q=", &(at + 1).to_string()].concat()) };
    let previous = (at > 1).then(|| held.address(&["?q=", &(at - 1).to_string()].concat()));
    all((
        el("div", "progress").with((bar, el("p", "progress__words").with(count))),
        el("h1", "title title--ask").attr("id", "title").attr("tabindex", "-1").attr("dir", "auto").with(words),
        show_button(show),
        answers(held, question.clone()),
        el("div", "ask").with(words_editor(
            open,
            Field::ItemNote(question.clone(), of(fact::ANSWER, &held.id())),
            m.answer_words,
            String::new,
        )),
        oral_or_written(held, question.clone()),
        words_editor(open, Field::ItemNote(question, of(fact::LAW, &held.id())), m.law_named, String::new),
        previous.map(|href| {
            with_icon(el("a", "button button--quiet").attr("href", href), "arrow-left", speech.m().previous_question)
        }),
        el("section", "card card--rows").with(told_row(&open.id())),
        el("div", "bar").with(link_bar("arrow-right", if last { m.end } else { speech.m().screen_next }, next)),
    ))
}

/// The usual answers, one tap each; a second tap takes it back.
fn answers(held: Held, question: ItemId) -> El {
    let (open, m) = (held.open, held.m());
    let question = StoredValue::new(question);
    let said = memo(move || {
        held.read(|plan, meeting| question.with_value(|q| plan.item(q).and_then(|q| q.answer_in(&meeting.id)).map(Answer::code)))
            .flatten()
    });
    let choice = move |(answer, words): (Answer, &'static str)| {
        let on = move || said.get() == Some(answer.code());
        let tap = move || {
            let wanted = (said.get_untracked() != Some(answer.code())).then_some(answer);
            open.app
                .edit(&open.id(), |plan, pen| question.with_value(|q| held.id.with_value(|id| plan.answer(pen, q, id, wanted))));
        };
        el("button", "chip")
            .attr("type", "button")
            .live_attr("aria-pressed", move || Some(if on() { "true" } else { "false" }.into()))
            .tap(tap)
            .with(words)
    };
    let chips: Vec<El> = Answer::ALL.into_iter().zip(m.answers).map(choice).collect();
    el("div", "chips").attr("role", "group").attr("aria-label", m.answer).with(chips)
}

fn oral_or_written(held: Held, question: ItemId) -> El {
    let (open, m) = (held.open, held.m());
    let name = of(fact::WRITTEN, &held.id());
    let one = |code: &'static str, words: &'static str| {
        let (question, name) = (question.clone(), name.clone());
        let (asked, at) = (question.clone(), name.clone());
        let on = move || open.with(|plan| plan.item(&asked).is_some_and(|q| q.fact(&at) == code)) == Some(true);
        let choose = move || {
            open.app.edit(&open.id(), |plan, pen| plan.set_item_fact(pen, &question, &name, code));
        };
        option("written", words, on, choose)
    };
    el("fieldset", "pair-fields").with((one("oral", m.oral), one("written", m.written)))
}
