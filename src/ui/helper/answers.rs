//! Answers that are asked for once and for all: the list, and one of them from draft to approved, and on to others.

use super::super::answers::{faq_name, lines};
use super::super::edit::{line_editor, words_editor};
use super::super::el::{all, el, live, El, Kids, Words};
use super::super::long::{ids, long_list, sheet_rows, Long, Rows};
use super::super::paper::joined;
use super::super::parts::{badge, button, card, empty, fold, gone_screen, heading, lead, main_button, own_row, pair, quiet, row};
use super::super::plan::{saved_line, Open};
use super::super::send::sender;
use super::super::signal::*;
use super::super::state::{use_app, use_speech, App};
use super::fields::{fact_of, one_of, only_of};
use super::panes::panes;
use super::queue::{desktop_of_commands, everybody, give, office_words, Desktop};
use crate::i18n::words::helper::answers::Answers;
use crate::i18n::Speech;
use crate::kb::AuthorityId;
use crate::page::{Desk, Locale, Page};
use crate::plan::helper::faq::{self, Audience, State};
use crate::plan::helper::need::names::Names;
use crate::plan::helper::queue::{reply, Place};
use crate::plan::helper::{ORIGIN, REPLY_BY, REPLY_WRITTEN};
use crate::plan::{fact, Book, Field, Sheet, SheetId, What};
use crate::platform::TextFile;
use crate::saved::transfer::parcel;
use std::rc::Rc;
use std::sync::Arc;

/// A picture for each state.
const PICTURES: [&str; 5] = ["pencil", "send", "message-circle", "badge-check", "clock"];

pub fn answers() -> El {
    panes(list(false), None)
}

fn list(is_opened: bool) -> El {
    let (app, speech) = (use_app(), use_speech());
    let h = &speech.h().answers;
    let rows: Rows = Rc::new(move |book: &Book, ids: &[SheetId]| {
        let today = app.today.get();
        sheet_rows(book, ids, &|answer| answer_row(answer, faq::state(answer, today), speech))
    });
    let new = move || main_button("plus", h.new, move || begin(app));
    let frame = move |list: Option<Long>| {
        Some(match list {
            None => empty(h.none, h.none_help, new()),
            Some(list) => {
                let rows = (el("ul", "rows").with(list.rows), list.more);
                let card = el("section", "card card--rows").attr("aria-label", h.title).with(rows);
                all((card, (!is_opened).then(|| el("div", "bar").with(new()))))
            }
        })
    };
    let list = long_list(0, Box::new(|book| ids(faq::all(book))), rows, Box::new(frame));
    match is_opened {
        true => all((el("p", "small-title").with(h.title), list)),
        false => all((heading(h.title), lead(h.lead), list)),
    }
}

fn begin(app: App) {
    let id = SheetId::from_random(app.outside().random());
    app.add_sheet(Sheet::blank(What::Faq, id.clone(), &app.pen()));
    app.go(Page::Helper(Desk::Answer(id.as_str().to_owned())));
}

fn answer_row(answer: &Sheet, state: State, speech: Speech) -> El {
    let m = &speech.m().answers;
    let words = state_words(state, &speech.h().answers);
    let picture = PICTURES.get(state as usize).copied().unwrap_or("book-open");
    let origin = Some(answer.note(ORIGIN)).filter(|from| !from.is_empty()).map(|from| m.origin.with(from));
    let below = joined(&[words, &office_words_of(answer, speech), &origin.unwrap_or_default()]);
    let page = Page::Helper(Desk::Answer(answer.id.as_str().to_owned()));
    let old = (state == State::Expired).then(|| m.expired.to_owned());
    own_row(page, picture, name_of(answer, speech), below, old)
}

fn name_of(answer: &Sheet, speech: Speech) -> String {
    match faq::question(answer, speech.locale == Locale::Km).trim() {
        "" => speech.h().answers.unnamed.to_owned(),
        _ => faq_name(answer, speech),
    }
}

fn office_words_of(answer: &Sheet, speech: Speech) -> String {
    AuthorityId::parse(answer.fact(fact::OFFICE)).map_or_else(String::new, |office| office_words(office.name(), speech))
}

fn state_words(state: State, h: &'static Answers) -> &'static str {
    h.states.get(state as usize).copied().unwrap_or_default()
}

// ── one answer ──

pub fn answer(id: &str) -> El {
    let (app, speech) = (use_app(), use_speech());
    let Some(id) = SheetId::parse(id) else { return gone(speech) };
    let open = Open::new(app, speech, id, What::Faq);
    let desk = desktop_of_commands(app, speech);
    let here = memo(move || open.plan.with(Option::is_some));
    let opened = live(move || if here.get() { screen(open, desk) } else { gone(speech) });
    panes(list(true), Some(opened))
}

fn gone(speech: Speech) -> El {
    let h = &speech.h().answers;
    gone_screen(h.gone, speech.m().gone_help, ("book-open", h.title, Page::Helper(Desk::Answers)))
}

fn note(name: &str) -> Field {
    Field::Note(name.to_owned())
}

fn screen(open: Open, desk: Desktop) -> El {
    let (app, speech) = (open.app, open.speech);
    let (h, m) = (&speech.h().answers, &speech.m().answers);
    let title = live(move || open.with(|answer| name_of(answer, speech)));
    let state = memo(move || {
        let today = app.today.get();
        open.with(|answer| faq::state(answer, today)).unwrap_or(State::Draft)
    });
    let here = live(move || {
        let state = state.get();
        let picture = PICTURES.get(state as usize).copied().unwrap_or_default();
        let origin = open.with(|answer| answer.note(ORIGIN).to_owned()).filter(|from| !from.is_empty());
        let origin = origin.map(|from| all((pair("info", m.origin.with(&from)), quiet(m.unchecked))));
        let old = (state == State::Expired).then(|| pair("info", m.expired));
        all((el("p", "badges").with(badge("badge", picture, state_words(state, h))), old, origin))
    });
    let delete = move || {
        let id = open.id();
        app.go(Page::Helper(Desk::Answers));
        app.edit_undoable(&id, h.deleted, |answer, pen| answer.set_removed(pen, true));
    };
    let in_other = |km: bool| if (speech.locale == Locale::Km) == km { (0, 1) } else { (1, 0) };
    let (first, second) = in_other(true);
    let questions = [(faq::QUESTION_KM, h.question_km), (faq::QUESTION_EN, h.question_en)];
    let answers = [(faq::ANSWER_KM, h.answer_km), (faq::ANSWER_EN, h.answer_en)];
    let texts = |at: usize| {
        let field = |pairs: [(&'static str, &'static str); 2]| {
            pairs.get(at).map(|(name, words)| words_editor(open, note(name), words, String::new))
        };
        all((field(questions), field(answers)))
    };
    let other = fold(speech.m().other_language_text, texts(second));
    all((
        el("h1", "title").attr("id", "title").attr("tabindex", "-1").attr("dir", "auto").with(title),
        here,
        saved_line(open),
        card("words", h.question, (texts(first), other)),
        live(move || waits(open, desk)),
        card(
            "who",
            h.office,
            (
                office(open),
                line_editor(open, note(REPLY_BY), h.by, "text"),
                how(open),
                line_editor(open, note(fact::LAW), h.law, "text"),
            ),
        ),
        card("state", h.state, steps(open, state)),
        card(
            "sees",
            h.sees,
            (only_of(h.sees, fact_of(open, faq::SEES).usually("me"), &faq::SEES_CODES, &h.sees_codes), quiet(h.sees_hint)),
        ),
        card("share", h.share, share(open)),
        button("button button--wide button--quiet", "trash-2", h.delete, delete),
    ))
}

/// How many wait for it, and one tap to give it to all of them.
fn waits(open: Open, desk: Desktop) -> Option<El> {
    let (speech, h) = (open.speech, &open.speech.h().answers);
    let (places, reply) = open.with(|answer| {
        let km = speech.locale == Locale::Km;
        (Place::list(answer.fact(faq::PLACES)), reply::of_answer(answer, km))
    })?;
    let id = open.id();
    let (places, people) = desk.queue.with(|queue| {
        // Those it was written for, and those who ask the same.
        let mut all = places;
        for group in &queue.groups {
            if group.known.and_then(|at| queue.ask(at)).is_some_and(|known| known.place.sheet == id) {
                all.extend(queue.places(group));
            }
        }
        everybody(queue, &all)
    });
    (people > 0).then(|| {
        let day = if reply.day.is_empty() { open.app.today.get().to_string() } else { reply.day.clone() };
        let reply = reply::Reply { day, ..reply };
        let words = if people == 1 { speech.h().queue.one_person.to_owned() } else { h.wait.with(&speech.number(people)) };
        let give = (!reply.text.trim().is_empty()).then(|| {
            button("button button--main", "send", h.give, move || {
                give(desk, Vec::new(), &[(places.clone(), reply.clone())]);
            })
        });
        el("section", "card next").attr("aria-label", h.give).with((pair("users", words), give))
    })
}

fn office(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let h = &speech.h().answers;
    let options = live(move || {
        let chosen = open.with(|answer| answer.fact(fact::OFFICE).to_owned()).unwrap_or_default();
        let option = |value: &str, words: Words| {
            el("option", "").attr("value", value.to_owned()).attr_if("selected", (value == chosen).then_some("")).with(words)
        };
        let all = AuthorityId::all().map(|office| option(office.name(), speech.text(office.get().name)));
        [option("", h.choose_office.into())].into_iter().chain(all).collect::<Vec<_>>()
    });
    let write = move |event| {
        let office = event_target_value(&event);
        app.edit(&open.id(), |answer, pen| answer.set_fact(pen, fact::OFFICE, &office));
    };
    let select = el("select", "field__line").on("change", write).with(options);
    el("label", "field").with((el("span", "field__label").with(h.choose_office), select))
}

/// In writing or said aloud.
fn how(open: Open) -> El {
    let m = &open.speech.m().meet;
    one_of(open.speech.h().answers.how, fact_of(open, REPLY_WRITTEN), &["oral", "written"], &[m.oral, m.written])
}

// ── its life ──

/// The steps that were taken, with their days, and the one that comes next.
fn steps(open: Open, state: Memo<State>) -> El {
    let app = open.app;
    let h = &open.speech.h().answers;
    let to = move |state: State, words: &'static str| {
        app.edit_undoable(&open.id(), words, |answer, pen| faq::step(answer, pen, state));
    };
    let next = live(move || {
        let step = |words, picture, state| button("button button--wide", picture, words, move || to(state, words));
        match state.get() {
            State::Draft => all((step(h.was_asked, "send", State::Asked), step(h.was_answered, "check", State::Answered))),
            State::Asked => step(h.was_answered, "check", State::Answered),
            State::Answered => all((quiet(h.approved_hint), step(h.was_approved, "badge-check", State::Approved))),
            State::Approved | State::Expired => {
                button("button button--wide", "rotate-ccw", h.ask_again, move || to(State::Draft, h.asked_again))
            }
        }
    });
    let asked = live(move || (state.get() != State::Draft).then(|| day(open, h.asked_day, faq::ASKED_DAY)));
    let of = live(move || (state.get() != State::Draft).then(|| line_editor(open, note(faq::ASKED_OF), h.asked_of, "text")));
    let answered = live(move || (state.get() >= State::Answered).then(|| day(open, h.answered_day, faq::ANSWERED_DAY)));
    let approved = live(move || {
        (state.get() >= State::Approved)
            .then(|| all((day(open, h.approved_day, faq::APPROVED_DAY), day(open, h.expires, faq::EXPIRES))))
    });
    all((asked, of, answered, approved, next))
}

fn day(open: Open, label: &'static str, name: &'static str) -> El {
    let shown = move || open.with(|answer| answer.fact(name).to_owned()).unwrap_or_default();
    let write = move |event| {
        let day = event_target_value(&event);
        open.app.edit(&open.id(), |answer, pen| answer.set_fact(pen, name, &day));
    };
    let input = el("input", "field__day").attr("type", "date").attr("autocomplete", "off").value(shown).on("change", write);
    el("label", "field").with((el("span", "field__label").with(label), input))
}

// ── to others ──

fn share(open: Open) -> impl Kids {
    let (app, speech) = (open.app, open.speech);
    let h = &speech.h().answers;
    let text = Arc::new(move || {
        let said = open.now(|answer| {
            let mut all = vec![name_of(answer, speech)];
            all.extend(lines(answer, app.today.get_untracked(), speech));
            all.push(speech.m().app.to_owned());
            all.join("\n")
        });
        said.unwrap_or_default()
    });
    let file = move || {
        let names = app.book.with_untracked(Names::of);
        if let Some(text) = open.now(|answer| faq::shared(answer, &names).as_ref().map(parcel)).flatten() {
            app.outside().save_file(TextFile { name: "phlov-answer.txt".to_owned(), mime: "text/plain;charset=utf-8", text });
        }
    };
    (
        quiet(h.share_hint),
        sender(text, None),
        line_editor(open, note(faq::SHARED_BY), h.shared_by, "text"),
        live(move || {
            let may = open.with(|answer| faq::may_leave(answer, Audience::Team)).unwrap_or_default();
            may.then(|| button("button button--wide", "download", h.file, file))
        }),
        row(Page::Answer(open.id().as_str().to_owned()), Some("printer"), h.page, None),
    )
}
