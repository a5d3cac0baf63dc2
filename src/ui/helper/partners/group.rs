//! One working group: what we want of it, who goes, the next meeting, and what is prepared for it.

use super::super::super::edit::{line_editor, words_editor};
use super::super::super::el::{all, el, live, live_text, El, Words};
use super::super::super::parts::{button, gone_screen, lead, main_button, quiet, row, row_to};
use super::super::super::plan::{saved_line, Open};
use super::super::super::signal::*;
use super::super::super::state::{use_app, use_speech, App};
use super::super::fields::{actions, fact_of, input, note, only_of, section, some_aims, some_of, tick};
use super::super::panes::panes;
use super::super::workshop::paper::{show, Paper, Way};
use super::brief::{brief, cases_words};
use super::groups::{list, name};
use crate::i18n::Speech;
use crate::kb::{Help, OrganizationId};
use crate::page::{Desk, Page};
use crate::plan::helper::group::{
    self, ADVICE, AGREED, AIM, CHECKS, EVIDENCE, FOCAL, INTEREST, INTERESTS, MINUTES, READY, SINCE,
};
use crate::plan::helper::ORGANIZATION;
use crate::plan::{fact, Field, Sheet, SheetId, What};

/// The paper, as it stands in the query.
const BRIEF: &str = "brief";

fn page_of(id: &SheetId) -> Page {
    Page::Helper(Desk::Group(id.as_str().to_owned()))
}

/// The group of the directory with this name.
fn of_directory(id: &SheetId) -> Option<OrganizationId> {
    OrganizationId::parse(id.as_str()).filter(|group| group.get().help == Help::WorkingGroup)
}

pub fn group(id: &str) -> El {
    let (app, speech) = (use_app(), use_speech());
    let w = &speech.h().partners;
    let gone = move || {
        let way = ("users", w.groups, Page::Helper(Desk::Groups));
        gone_screen(w.group_gone, speech.m().gone_help, way)
    };
    let Some(id) = SheetId::parse(id) else { return gone() };
    let open = Open::new(app, speech, id.clone(), What::Group);
    let here = memo(move || open.plan.with(Option::is_some));
    let is_brief = app.route.with_untracked(|route| route.query("at") == Some(BRIEF));
    let page = page_of(&id).href(speech.locale);
    live(move || match here.get() {
        true if is_brief => {
            let paper =
                Paper { title: w.brief, compose: brief, own: false, names: (w.with_focal, w.brief_foot), back: w.back_to_group };
            show(open, paper, Way { here: [&*page, "?at=", BRIEF].concat(), back: page.clone() })
        }
        true => panes(untrack(|| list(app, speech)), Some(screen(open))),
        false => match of_directory(&id) {
            Some(known) => panes(untrack(|| list(app, speech)), Some(fresh(app, known, &id, speech))),
            None => gone(),
        },
    })
}

/// Where the directory tells about it.
fn about(known: OrganizationId, speech: Speech) -> El {
    let row = row(Page::Organization(known), Some("info"), speech.h().partners.more_about, None);
    el("section", "card card--rows").with(el("ul", "rows").with(el("li", "").with(row)))
}

/// A group of which nothing was noted yet.
fn fresh(app: App, known: OrganizationId, id: &SheetId, speech: Speech) -> El {
    let w = &speech.h().partners;
    let id = id.clone();
    let begin = move || {
        // Perhaps it lies in the bin.
        let was = app.edit(&id, |sheet, pen| sheet.set_removed(pen, false));
        if was.is_none() {
            let pen = app.pen();
            let mut sheet = Sheet::blank(What::Group, id.clone(), &pen);
            sheet.set_fact(&pen, ORGANIZATION, known.name());
            app.add_sheet(sheet);
        }
        app.focus("title");
    };
    all((
        el("h1", "title").attr("id", "title").attr("tabindex", "-1").with(speech.text(known.get().name)),
        lead(speech.text(known.get().does)),
        about(known, speech),
        main_button("clipboard-pen", w.begin, begin),
    ))
}

fn screen(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let (w, m) = (&speech.h().partners, speech.m());
    let title = live_text(move || open.with(|sheet| name(sheet, speech)).unwrap_or_default());
    let known = open.now(|sheet| OrganizationId::parse(sheet.fact(ORGANIZATION))).flatten();
    let delete = move || {
        let id = open.id();
        app.go(Page::Helper(Desk::Groups));
        app.edit_undoable(&id, w.group_deleted, |sheet, pen| sheet.set_removed(pen, true));
    };
    let meeting = el("div", "pair-fields")
        .with((input(m.meet.day, "date", fact_of(open, fact::DAY)), input(m.meet.time, "time", fact_of(open, fact::TIME))));
    let shared = tick(open, w.minutes_shared, MINUTES, || "yes".to_owned());
    let to_brief =
        row_to([&page_of(&open.id()).href(speech.locale), "?at=", BRIEF].concat(), Some("file-text"), w.brief.into(), None);
    all((
        el("h1", "title").attr("id", "title").attr("tabindex", "-1").attr("dir", "auto").with(title),
        saved_line(open),
        known.is_none().then(|| line_editor(open, Field::Title, w.group_name, "text")),
        section(
            w.interest,
            (
                only_of(w.interest, fact_of(open, INTEREST), INTERESTS, &w.interests),
                line_editor(open, note(FOCAL), w.focal, "text"),
                quiet(w.focal_hint),
                input(w.since, "date", fact_of(open, SINCE)),
            ),
        ),
        section(w.next_meeting, meeting),
        section(w.prepare, prepare(open)),
        section(w.follow, (quiet(w.follow_hint), actions(open, &speech.h().workshop), shared)),
        el("section", "card card--rows").with(el("ul", "rows").with(el("li", "").with(to_brief))),
        known.map(|known| about(known, speech)),
        button("button button--wide button--quiet", "trash-2", w.delete_group, delete),
    ))
}

/// The checklist, and what the brief is made of.
fn prepare(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let w = &speech.h().partners;
    let ready = live_text(move || {
        let ready = open.with(group::ready).unwrap_or_default();
        w.prepared.with(&speech.number(ready), &speech.number(CHECKS.len()))
    });
    // Counted when other needs are chosen, not at every key.
    let aims = memo(move || open.with(group::aims).unwrap_or_default());
    let cases = live_text(move || {
        let aims = aims.get();
        cases_words(app.book.with_untracked(|book| group::cases_of(book, &aims)), speech)
    });
    let words: Vec<Words> = w.checks.into_iter().map(Into::into).collect();
    all((
        el("p", "").attr("role", "status").with(ready),
        some_of(open, w.prepare, READY, CHECKS, words),
        super::super::super::parts::fold(w.about, some_aims(open, w.about, AIM)),
        el("p", "").with(cases),
        quiet(w.cases_note),
        words_editor(open, note(EVIDENCE), w.evidence, String::new),
        words_editor(open, note(ADVICE), w.advice, String::new),
        line_editor(open, note(AGREED), w.agreed, "text"),
    ))
}
