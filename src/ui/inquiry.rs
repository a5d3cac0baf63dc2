//! A question about a law: the five ways to understand it, what different people said, whether they agree, a letter that asks to confirm
//! it in writing, and the day to ask again.

use super::edit::{given_line_editor, line_editor, list_editor, words_editor};
use super::el::{all, el, live, El};
use super::ended::ended;
use super::parts::{button, card, gone_screen, heading, main_button, own_row, pair, quiet, row, rows_card};
use super::plan::{saved_line, Open};
use super::reach::choose_office;
use super::signal::*;
use super::state::{use_app, use_speech};
use crate::dates::Date;
use crate::i18n::Speech;
use crate::kb::{AuthorityId, LawId};
use crate::page::Page;
use crate::plan::inquiry::{self, Standing, GIVEN, SAYS};
use crate::plan::{fact, Field, Item, ItemId, List, Sheet, SheetId, What};

/// Her questions about this law, and the way to note one; without a law those that are not on the list of what is coming.
pub fn inquiries(law: Option<LawId>) -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().inquiry;
    let list = live(move || {
        app.book.with(|book| {
            let mut found = inquiry::all(book, law.map(LawId::name));
            found.retain(|inquiry| law.is_some() || inquiry::ask_again(inquiry).is_none());
            let rows: Vec<El> = found.into_iter().map(|inquiry| inquiry_row(inquiry, speech)).collect();
            (!rows.is_empty()).then(|| rows_card("inquiries", m.mine, rows))
        })
    });
    let new = law.map(|law| {
        let note = move || app.start_inquiry(law);
        all((quiet(m.hint), button("button button--wide", "message-circle-question-mark", m.new, note)))
    });
    all((list, new))
}

pub fn inquiry_row(inquiry: &Sheet, speech: Speech) -> El {
    let again = inquiry::ask_again(inquiry).map(|day| speech.m().inquiry.ask_again_on.with(&speech.date(day)));
    let below = standing_words(inquiry::standing(inquiry), speech).to_owned();
    own_row(
        Page::Inquiry(inquiry.id.as_str().to_owned()),
        picture(inquiry::standing(inquiry)),
        inquiry_name(inquiry, speech),
        below,
        again,
    )
}

/// Her question, as she wrote it.
pub fn inquiry_name(inquiry: &Sheet, speech: Speech) -> String {
    match inquiry.title.current().trim() {
        "" => speech.m().inquiry.unnamed.to_owned(),
        own => own.to_owned(),
    }
}

fn standing_words(standing: Standing, speech: Speech) -> &'static str {
    speech.m().inquiry.standings.get(standing as usize).copied().unwrap_or_default()
}

fn picture(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "circle-question-mark",
        Standing::OneOral => "message-circle",
        Standing::Likely => "info",
        Standing::Sure => "badge-check",
        Standing::Conflict => "triangle-alert",
    }
}

pub fn inquiry(id: &str) -> El {
    let speech = use_speech();
    let m = &speech.m().inquiry;
    let gone = move || gone_screen(m.gone, speech.m().gone_help, ("scale", speech.m().laws, Page::Laws));
    let Some(id) = SheetId::parse(id) else { return gone() };
    let open = Open::new(use_app(), speech, id, What::Inquiry);
    let here = memo(move || open.plan.with(Option::is_some));
    live(move || if here.get() { screen(open) } else { gone() })
}

fn screen(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().inquiry;
    let law = open.now(|inquiry| LawId::parse(inquiry.fact(fact::LAW))).flatten();
    let standing = live(move || {
        let standing = open.with(inquiry::standing)?;
        Some(pair(picture(standing), standing_words(standing, speech)))
    });
    let confirm = live(move || {
        let unsure =
            open.with(|inquiry| !matches!(inquiry::standing(inquiry), Standing::Open | Standing::Sure)).unwrap_or_default();
        unsure.then(|| button("button button--wide", "mail", m.confirm, move || app.confirm_answer(&open.id())))
    });
    let day = move || open.with(inquiry::ask_again).flatten().map_or(String::new(), |day| day.to_string());
    let write = move |event| {
        let day = Date::parse(&event_target_value(&event));
        app.edit(&open.id(), |inquiry, pen| inquiry.set_deadline(pen, day));
    };
    let input = el("input", "field__day").attr("type", "date").attr("autocomplete", "off").value(day).on("change", write);
    let delete = move || {
        let id = open.id();
        app.go(Page::Laws);
        app.edit_undoable(&id, m.deleted, |inquiry, pen| inquiry.set_removed(pen, true));
    };
    all((
        heading(m.title),
        saved_line(open),
        law.map(|law| row(Page::Law(law), Some("scale"), speech.text(law.get().title), None)),
        card(
            "question",
            m.question,
            (quiet(m.question_hint), words_editor(open, Field::Title, m.question, String::new), standing, confirm),
        ),
        answers(open),
        card("ways", m.ways, list_editor(open, List::Step)),
        card(
            "again",
            m.ask_again,
            (quiet(m.ask_again_hint), el("label", "field").with((el("span", "field__label").with(m.ask_again), input))),
        ),
        card("ended", speech.m().complain.ended, ended(open)),
        button("button button--wide button--quiet", "trash-2", m.delete, delete),
    ))
}

/// What was said, the newest first; a new one by the tap that says what it comes down to.
fn answers(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().inquiry;
    let ids = memo(move || {
        open.with(|inquiry| inquiry::answers(inquiry).iter().map(|answer| answer.id.clone()).collect::<Vec<_>>())
            .unwrap_or_default()
    });
    let list = live(move || ids.get().into_iter().map(|id| answer(open, id)).collect::<Vec<_>>());
    let adding = RwSignal::new(false);
    let add = live(move || match adding.get() {
        false => el("div", "bar").with(main_button("plus", m.note_answer, move || adding.set(true))),
        true => {
            let choices = SAYS.into_iter().zip(m.says).map(|(code, words)| {
                button("button button--small", "message-circle", words, move || {
                    adding.set(false);
                    app.edit(&open.id(), |inquiry, pen| inquiry::add_answer(inquiry, pen, code));
                })
            });
            el("div", "actions").with(choices.collect::<Vec<_>>())
        }
    });
    card("answers", m.said, (add, list))
}

fn answer(open: Open, id: ItemId) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().inquiry;
    let item = StoredValue::new(id.clone());
    let read = move |read: &dyn Fn(&Item) -> String| {
        open.with(|inquiry| item.with_value(|id| inquiry.item(id).map(read))).flatten().unwrap_or_default()
    };
    let says = move || read(&|answer| answer.fact(fact::RESULT).to_owned());
    let office = memo(move || read(&|answer| answer.fact(fact::OFFICE).to_owned()));
    let set_office = move |value: &str| {
        app.edit(&open.id(), |inquiry, pen| item.with_value(|id| inquiry.set_item_fact(pen, id, fact::OFFICE, value)));
    };
    let head = live(move || {
        let says = SAYS.iter().position(|code| *code == says()).and_then(|at| m.says.get(at)).copied().unwrap_or_default();
        let office = AuthorityId::parse(&office.get()).map(|office| {
            let entry = office.get();
            speech.text(entry.short.unwrap_or(entry.name)).into_owned()
        });
        let who = read(&|answer| answer.note(fact::OFFICE).to_owned());
        let day =
            Date::parse(&read(&|answer| answer.fact(fact::DAY).to_owned())).map_or_else(String::new, |day| speech.date(day));
        let parts: Vec<String> =
            [says.to_owned(), office.unwrap_or_default(), who, day].into_iter().filter(|part| !part.trim().is_empty()).collect();
        all(parts.join(" · "))
    });
    let given = GIVEN.into_iter().zip(m.given).map(|(code, words)| {
        let on = move || Some((read(&|answer| answer.fact(fact::WRITTEN).to_owned()) == code).to_string().into());
        let choose = move || {
            app.edit(&open.id(), |inquiry, pen| item.with_value(|id| inquiry.set_item_fact(pen, id, fact::WRITTEN, code)));
        };
        button("chip", "message-square", words, choose).live_attr("aria-pressed", on)
    });
    let day = move || read(&|answer| answer.fact(fact::DAY).to_owned());
    let write = move |event| {
        let day = event_target_value(&event);
        app.edit(&open.id(), |inquiry, pen| item.with_value(|id| inquiry.set_item_fact(pen, id, fact::DAY, &day)));
    };
    let input = el("input", "field__day").attr("type", "date").attr("autocomplete", "off").value(day).on("change", write);
    let remove = move || {
        app.edit_undoable(&open.id(), speech.m().removed, |inquiry, pen| item.with_value(|id| inquiry.remove_item(pen, id)))
    };
    let note = |name: &str| Field::ItemNote(id.clone(), name.to_owned());
    let inside = (
        el("div", "actions").with(given.collect::<Vec<_>>()),
        choose_office(office, set_office),
        line_editor(open, note(fact::OFFICE), m.who, "text"),
        el("label", "field").with((el("span", "field__label").with(m.day), input)),
        words_editor(open, Field::Item(id.clone()), m.words, String::new),
        given_line_editor(open, note(fact::LAW), m.law, "text", String::new),
        button("button button--small button--quiet", "trash-2", speech.m().remove, remove),
    );
    let fold = el("details", "why").with((el("summary", "").attr("dir", "auto").with(head), inside));
    fold.key(id.as_str().to_owned())
}
