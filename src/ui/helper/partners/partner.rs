//! One partner: what it answers, on what terms, how the agreement stands, how it is reached, which questions it got and answered.

use super::super::super::edit::{line_editor, words_editor};
use super::super::super::el::{all, el, live, live_text, El};
use super::super::super::parts::{button, care, fold, gone_screen, pair, quiet, row};
use super::super::super::plan::{saved_line, Open};
use super::super::super::reach::{bring, lines as ways_lines, way_links};
use super::super::super::send::sender;
use super::super::super::signal::*;
use super::super::super::state::{use_app, use_speech};
use super::super::fields::{add, checkbox, fact_of, input, item_note, lines, note, one_of, only_of, remove, section, some_aims};
use super::super::panes::panes;
use super::super::workshop::question_words;
use super::super::workshop::ready::area;
use super::list::{ends_words, list, name};
use crate::kb::OrganizationId;
use crate::page::{Desk, Page};
use crate::plan::helper::group::AIM;
use crate::plan::helper::partner::{asked, ending, FOCAL, KIND, KINDS, MOU, MOUS, TERM, TERMS, UNTIL};
use crate::plan::helper::workshop::is_answered;
use crate::plan::helper::{ORGANIZATION, REPLY};
use crate::plan::{fact, reach, Field, ItemId, List, Sheet, SheetId, What};
use std::sync::Arc;

pub fn partner(id: &str) -> El {
    let (app, speech) = (use_app(), use_speech());
    let w = &speech.h().partners;
    let gone = move || {
        let way = ("handshake", w.partners, Page::Helper(Desk::Partners));
        gone_screen(w.partner_gone, speech.m().gone_help, way)
    };
    let Some(id) = SheetId::parse(id) else { return gone() };
    let open = Open::new(app, speech, id, What::Partner);
    let here = memo(move || open.plan.with(Option::is_some));
    live(move || if here.get() { panes(untrack(|| list(app, speech)), Some(screen(open))) } else { gone() })
}

fn screen(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let (w, m) = (&speech.h().partners, speech.m());
    let title = live_text(move || open.with(|sheet| name(sheet, speech)).unwrap_or_default());
    let known = open.now(|sheet| OrganizationId::parse(sheet.fact(ORGANIZATION))).flatten();
    let about = known.map(|known| {
        let row = row(Page::Organization(known), Some("info"), m.good_to_know, None);
        el("section", "card card--rows").with(el("ul", "rows").with(el("li", "").with(row)))
    });
    let delete = move || {
        let id = open.id();
        app.go(Page::Helper(Desk::Partners));
        app.edit_undoable(&id, w.deleted, |sheet, pen| sheet.set_removed(pen, true));
    };
    all((
        el("h1", "title").attr("id", "title").attr("tabindex", "-1").attr("dir", "auto").with(title),
        saved_line(open),
        live(move || {
            let days = open.with(|sheet| ending(sheet, app.today.get())).flatten()?;
            Some(pair("calendar-clock", ends_words(days, speech)))
        }),
        section(
            w.kind,
            (
                known.is_none().then(|| line_editor(open, Field::Title, w.name, "text")),
                only_of(w.kind, fact_of(open, KIND), KINDS, &w.kinds),
                fold(w.answers, some_aims(open, w.answers, AIM)),
                area(open),
            ),
        ),
        section(w.terms, (only_of(w.terms, fact_of(open, TERM), TERMS, &w.terms_names), mou(open))),
        section(w.contact, contact(open)),
        section(w.sent, questions(open)),
        words_editor(open, note(fact::ABOUT), w.note, String::new),
        about,
        button("button button--wide button--quiet", "trash-2", w.delete, delete),
    ))
}

/// The agreement, and its last day when it was signed.
fn mou(open: Open) -> El {
    let w = &open.speech.h().partners;
    let signed = memo(move || open.with(|sheet| sheet.fact(MOU) == "signed").unwrap_or_default());
    let until = live(move || signed.get().then(|| input(w.mou_until, "date", fact_of(open, UNTIL))));
    all((one_of(w.mou, fact_of(open, MOU), MOUS, &w.mous), until))
}

fn contact(open: Open) -> El {
    let (w, speech) = (&open.speech.h().partners, open.speech);
    let links = live(move || {
        let ways = open.with(reach::ways).unwrap_or_default();
        (!ways.is_empty()).then(|| way_links(ways, |_| (), speech))
    });
    let mut ways = ways_lines(open);
    let rare = ways.split_off(ways.len().min(2));
    all((links, line_editor(open, note(FOCAL), w.who_there, "text"), ways, fold(speech.m().local.more_ways, (bring(open), rare))))
}

// ── questions ──

fn questions(open: Open) -> El {
    let speech = open.speech;
    let w = &speech.h().partners;
    let counts = live_text(move || {
        let (sent, answered) = open.with(asked).unwrap_or_default();
        w.sent_answered.with(&speech.number(sent), &speech.number(answered))
    });
    let row = move |id: ItemId| question(open, id);
    let text = memo(move || open.with(|sheet| waiting(sheet, speech)).unwrap_or_default());
    let send = live(move || {
        let text = text.get();
        (!text.is_empty()).then(|| {
            let text = [w.greeting, "\n", &text].concat();
            fold(w.to_send, (care("shield-check", w.to_send_hint), sender(Arc::new(move || text.clone()), None)))
        })
    });
    all((
        quiet(el("span", "").attr("role", "status").with(counts)),
        lines(open, List::Question, row),
        add(open, List::Question, w.add_sent),
        send,
    ))
}

fn question(open: Open, id: ItemId) -> El {
    let (w, h) = (&open.speech.h().partners, &open.speech.h().workshop);
    let (item, other) = (id.clone(), id.clone());
    let done = move || open.with(|sheet| sheet.item(&item).is_some_and(|item| item.done.value)).unwrap_or_default();
    let is = done.clone();
    let set = move |_| {
        let wanted = !untrack(&is);
        open.app.edit(&open.id(), |sheet, pen| sheet.set_done(pen, &other, wanted));
    };
    el("div", "claim").with((
        words_editor(open, Field::Item(id.clone()), h.question, String::new),
        checkbox(w.answered, done, set),
        words_editor(open, item_note(&id, REPLY), h.answer, String::new),
        remove(open, &id),
    ))
}

/// The questions without an answer, numbered; nothing else of this sheet.
fn waiting(sheet: &Sheet, speech: crate::i18n::Speech) -> String {
    let mut text = String::new();
    let open = sheet.visible(List::Question).into_iter().filter(|question| !is_answered(question));
    for (at, question) in open.filter(|question| !question_words(question, speech).is_empty()).enumerate() {
        for piece in [&*speech.number(at + 1), ". ", &question_words(question, speech), "\n"] {
            text.push_str(piece);
        }
    }
    text
}
