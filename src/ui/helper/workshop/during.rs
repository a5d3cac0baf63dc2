//! The day: how many came, what was asked and answered, what groups found.

use super::super::super::edit::{line_editor, words_editor};
use super::super::super::el::{all, el, live, live_text, El};
use super::super::super::parts::{care, fold, listed, with_icon};
use super::super::super::plan::Open;
use super::super::super::signal::*;
use super::super::fields::{add, checkbox, count, item_fact, item_note, lines, one_of, remove, section};
use super::idea::{asked_words, wanted_words};
use super::question_words;
use crate::plan::helper::workshop::{
    askers, asks, came, give, key, take_question, wanted, Wanted, AGREED, CAME, GROUPS, ROLES, SAID,
};
use crate::plan::helper::{REPLY, REPLY_BY, REPLY_LAW, REPLY_WRITTEN};
use crate::plan::{fact, Field, ItemId, List, Sheet, SheetId};

/// So many questions are offered.
const MOST: usize = 10;

pub fn during(open: Open) -> El {
    let speech = open.speech;
    let w = &speech.h().workshop;
    let all_came = live_text(move || {
        let [women, men, other] = open.with(came).unwrap_or_default();
        if women + men + other == 0 {
            return String::new();
        }
        speech.h().minutes.came_words.with(&speech.number(women + men + other), &speech.number(women))
    });
    let counts: Vec<El> = w.counts.into_iter().zip(CAME).map(|(label, name)| count(open, label, name, w)).collect();
    all((
        section(w.came, (el("div", "pair-fields").with(counts), el("p", "").attr("role", "status").with(all_came), names(open))),
        section(w.questions, (lines(open, List::Question, move |id| question(open, id)), adding(open))),
        section(w.groups_title, groups(open)),
    ))
}

/// Names of those who agreed. They leave this phone in nothing.
fn names(open: Open) -> El {
    let w = &open.speech.h().workshop;
    let row = move |id: ItemId| {
        let (item, other) = (id.clone(), id.clone());
        let agreed =
            move || open.with(|sheet| sheet.item(&item).is_some_and(|item| !item.fact(AGREED).is_empty())).unwrap_or_default();
        let is = agreed.clone();
        let set = move |_| {
            let today = open.app.today.get_untracked().to_string();
            let value = if untrack(&is) { "" } else { &*today };
            open.app.edit(&open.id(), |sheet, pen| sheet.set_item_fact(pen, &other, AGREED, value));
        };
        // Without consent there is nothing to write a name into.
        let (field, here) = (Field::Item(id.clone()), agreed.clone());
        let name = memo(here);
        let name = live(move || name.get().then(|| line_editor(open, field.clone(), w.name, "text")));
        el("div", "claim").with((checkbox(w.agreed, agreed, set), name, remove(open, &id)))
    };
    fold(w.names, (care("shield-check", w.names_hint), lines(open, List::Contact, row), add(open, List::Contact, w.add_name)))
}

// ── questions ──

fn question(open: Open, id: ItemId) -> El {
    let speech = open.speech;
    let (w, m) = (&speech.h().workshop, speech.m());
    let shown = id.clone();
    let given =
        move || open.now(|sheet| sheet.item(&shown).map(|item| question_words(item, speech))).flatten().unwrap_or_default();
    el("div", "claim").with((
        words_editor(open, Field::Item(id.clone()), w.question, given),
        words_editor(open, item_note(&id, REPLY), w.answer, String::new),
        one_of(w.answered_by, item_fact(open, &id, fact::BY), ROLES, &w.roles),
        line_editor(open, item_note(&id, REPLY_BY), w.name_own, "text"),
        one_of(w.answer_form, item_fact(open, &id, REPLY_WRITTEN), HOWS, &w.answer_forms),
        line_editor(open, item_note(&id, REPLY_LAW), m.meet.law_named, "text"),
        give_back(open, id.clone()),
        remove(open, &id),
    ))
}

/// By word of mouth, or written.
const HOWS: &[&str] = &["oral", "written"];

/// The answer goes to every plan and need that asked the same. They are counted when there is an answer, not at every key of it.
fn give_back(open: Open, id: ItemId) -> El {
    let (app, speech) = (open.app, open.speech);
    let w = &speech.h().workshop;
    let item = id.clone();
    let asked = memo(move || {
        let read = |sheet: &Sheet| {
            let item = sheet.item(&item).filter(|item| !item.note(REPLY).trim().is_empty())?;
            key(sheet, item)
        };
        open.with(read).flatten()
    });
    live(move || {
        // After it was given, and after that was taken back: both say so.
        app.toast.with(|_| ());
        asked.get()?;
        let count = |sheet: &Sheet| sheet.item(&id).map(|item| app.book.with_untracked(|book| askers(book, sheet, item)));
        let askers = open.now(count).flatten().filter(|askers| !askers.is_empty())?;
        let count = speech.number(askers.len());
        let words = w.give.with(&count);
        let answer = id.clone();
        let tap = move || {
            let Some(workshop) = open.now(Clone::clone) else { return };
            let Some(answer) = workshop.item(&answer) else { return };
            let mut plans: Vec<SheetId> = askers.iter().map(|(plan, _)| plan.clone()).collect();
            plans.dedup();
            app.edit_many(Vec::new(), &plans, &w.given.with(&count), &mut |plan, pen| {
                let id = plan.id.clone();
                for (_, question) in askers.iter().filter(|(asker, _)| *asker == id) {
                    give(plan, pen, question, &workshop, answer);
                }
            });
        };
        Some(with_icon(el("button", "button button--wide").attr("type", "button").tap(tap), "reply", words))
    })
}

/// What is asked most in the plans, and own questions.
fn adding(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let w = &speech.h().workshop;
    let asked = StoredValue::new(app.book.with_untracked(wanted).into_iter().take(MOST).collect::<Vec<_>>());
    let rows = live(move || {
        let fresh = asked.with_value(|asked| {
            asked
                .iter()
                .filter(|wanted| !open.with(|sheet| asks(sheet, &wanted.key)).unwrap_or_default())
                .cloned()
                .collect::<Vec<_>>()
        });
        let row = |wanted: Wanted| {
            let words = el("span", "").attr("dir", "auto").with(wanted_words(&wanted, speech));
            let below = el("span", "checks__note").with(asked_words(&wanted, speech));
            let tap = move || {
                app.edit(&open.id(), |sheet, pen| take_question(sheet, pen, &wanted));
            };
            with_icon(el("button", "choice").attr("type", "button").tap(tap), "plus", all((words, below)))
        };
        let rows: Vec<El> = fresh.into_iter().map(row).collect();
        (!rows.is_empty()).then(|| fold(w.take_questions, el("ul", "choices").with(listed(rows))).key("take"))
    });
    all((rows, add(open, List::Question, w.add_question)))
}

// ── groups ──

fn groups(open: Open) -> El {
    let w = &open.speech.h().workshop;
    let row = move |id: ItemId| {
        el("div", "claim").with((
            one_of(w.group_own, item_fact(open, &id, fact::WHAT), GROUPS, &w.groups),
            line_editor(open, Field::Item(id.clone()), w.group_own, "text"),
            words_editor(open, item_note(&id, SAID), w.group_result, String::new),
            remove(open, &id),
        ))
    };
    all((lines(open, List::Document, row), add(open, List::Document, w.add_group)))
}
