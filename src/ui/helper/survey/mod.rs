//! Five questions put to many: made by tapping, answered on this phone, on another one or on paper, counted here. Which of these stands in
//! the query.

mod collect;
mod edit;
mod entry;
mod result;
pub mod share;

use super::super::el::{all, el, live, El};
use super::super::form::{questions, Filling};
use super::super::parts::{
    button, card, empty, gone_screen, heading, lead, main_button, own_row, pair, quiet, row_to, rows_card, with_icon,
};
use super::super::plan::{saved_line, Open};
use super::super::signal::*;
use super::super::state::{use_app, use_speech, App};
use super::panes::panes;
use crate::i18n::words::helper::survey::Survey;
use crate::i18n::Speech;
use crate::page::{Desk, Page};
use crate::plan::helper::{survey, AREA, AREAS};
use crate::plan::{Sheet, SheetId, What};

fn words(speech: Speech) -> &'static Survey {
    &speech.h().survey
}

fn page(id: &SheetId) -> Page {
    Page::Helper(Desk::Survey(id.as_str().to_owned()))
}

/// The name of a survey: hers, or its day.
fn name(sheet: &Sheet, speech: Speech) -> String {
    match sheet.title.current().trim() {
        "" => words(speech).unnamed.with(&speech.date(sheet.made)),
        own => own.to_owned(),
    }
}

/// All surveys on this phone.
fn list() -> El {
    let app = use_app();
    let speech = use_speech();
    let w = words(speech);
    live(move || {
        app.book.with(|book| {
            let row = |sheet: &Sheet| {
                let below = w.answers.with(&speech.number(survey::count(sheet)));
                own_row(page(&sheet.id), "clipboard-list", name(sheet, speech), below, None)
            };
            let rows: Vec<El> = survey::all(book).into_iter().map(row).collect();
            (!rows.is_empty()).then(|| rows_card("surveys", w.mine, rows))
        })
    })
}

fn make(app: App) {
    let id = SheetId::from_random(app.outside().random());
    app.add_sheet(Sheet::blank(What::Survey, id.clone(), &app.pen()));
    app.go(page(&id));
}

pub fn surveys() -> El {
    let app = use_app();
    let w = words(use_speech());
    let any = memo(move || app.book.with(|book| !survey::all(book).is_empty()));
    let make = move || main_button("plus", w.make, move || make(app));
    let begin = live(move || match any.get() {
        true => el("div", "bar").with(make()),
        false => empty(w.none, w.none_help, make()),
    });
    panes((heading(w.title), lead(w.lead), list(), begin), None)
}

fn gone() -> El {
    let speech = use_speech();
    let w = words(speech);
    gone_screen(w.gone, speech.m().gone_help, ("clipboard-list", w.title, Page::Helper(Desk::Surveys)))
}

pub fn survey(id: &str) -> El {
    let app = use_app();
    let speech = use_speech();
    let Some(id) = SheetId::parse(id) else { return gone() };
    let open = Open::new(app, speech, id, What::Survey);
    let at = StoredValue::new(app.route.with_untracked(|route| route.query("at").unwrap_or_default().to_owned()));
    let here = memo(move || open.plan.with(Option::is_some));
    live(move || match (here.get(), at.get_value().as_str()) {
        (false, _) => gone(),
        (_, "fill") => fill(open),
        (_, "entry") => entry::entry(open),
        (_, "paper") => entry::paper(open),
        (_, "come") => collect::come(open),
        (_, "results") => result::results(open),
        _ => panes(list(), Some(overview(open))),
    })
}

/// The address of a part of it.
fn address(open: Open, at: &str) -> String {
    [&page(&open.id()).href(open.speech.locale), "?at=", at].concat()
}

/// The way back to the survey, below one of its parts.
fn back(open: Open) -> El {
    let link = el("a", "button button--wide button--quiet").attr("href", page(&open.id()).href(open.speech.locale));
    with_icon(link, "arrow-left", words(open.speech).title)
}

fn overview(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let w = words(speech);
    let title = live(move || open.with(|sheet| all(name(sheet, speech))));
    let count = live(move || {
        let count = open.with(survey::count)?;
        Some((pair("users", w.answers.with(&speech.number(count))), (count > 0).then(|| edit::answered_before(w))))
    });
    let part = |at: &str, picture, words: &'static str, below: Option<&'static str>| {
        row_to(address(open, at), Some(picture), words.into(), below.map(Into::into))
    };
    let rows = vec![
        part("fill", "smartphone", w.fill, Some(w.fill_hint)),
        part("come", "download", w.come, None),
        part("paper", "printer", w.paper, None),
        part("entry", "type", w.entry, None),
    ];
    let delete = move || {
        let id = open.id();
        app.go(Page::Helper(Desk::Surveys));
        app.edit_undoable(&id, w.deleted, |sheet, pen| sheet.set_removed(pen, true));
    };
    let results = el("a", "button button--main").attr("href", address(open, "results"));
    all((
        el("h1", "title").attr("id", "title").attr("tabindex", "-1").attr("dir", "auto").with(title),
        saved_line(open),
        count,
        edit::editor(open),
        rows_card("collect", w.collect, rows),
        collect::link(open),
        button("button button--wide button--quiet", "trash-2", w.delete, delete),
        el("div", "bar").with(with_icon(results, "calculator", w.results)),
    ))
}

/// A new answer; from where the survey is held, until somebody says otherwise.
fn blank(open: Open) -> Filling {
    let here = open.now(|sheet| sheet.fact(AREA).to_owned()).unwrap_or_default();
    let at = AREAS.iter().position(|area| *area == here);
    let answer = survey::Answer::default().with(survey::Part::Area, at.map_or(0, |at| 1 << at));
    Filling { answer: answer.unwrap_or_default(), ..Filling::default() }
}

/// One person after another on this phone.
fn fill(open: Open) -> El {
    let app = open.app;
    let w = words(open.speech);
    let f = &open.speech.m().form;
    let filling = RwSignal::new(blank(open));
    let given = memo(move || filling.with(|filling| filling.is_given));
    let done = move || {
        let answer = filling.with_untracked(|filling| filling.answer.clone());
        if answer.is_empty() {
            return app.say(f.nothing, None);
        }
        let id = app.outside().random();
        app.edit(&open.id(), |sheet, pen| survey::take(sheet, pen, id, &answer, &mut survey::Taken::default()));
        // Nothing of it stays for the next one.
        filling.set(Filling { is_given: true, ..blank(open) });
        app.focus("title");
    };
    let next = move || {
        filling.set(blank(open));
        app.focus("title");
    };
    let end =
        move || el("a", "button button--wide button--quiet").attr("href", page(&open.id()).href(open.speech.locale)).with(w.end);
    let title = open.now(|sheet| name(sheet, open.speech)).unwrap_or_default();
    live(move || match (given.get(), open.now(survey::form)) {
        (_, None) => gone(),
        (true, _) => all((
            heading(w.thanks),
            saved_line(open),
            card("thanks", f.title, quiet(w.thanks_hint)),
            main_button("user-plus", w.next_person, next),
            end(),
        )),
        (false, Some(form)) => all((
            el("h1", "title").attr("id", "title").attr("tabindex", "-1").attr("dir", "auto").with(title.clone()),
            questions(&form, filling),
            end(),
            el("div", "bar").with(main_button("check", f.done, done)),
        )),
    })
}
