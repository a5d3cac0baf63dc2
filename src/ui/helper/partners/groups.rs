//! The technical working groups: those of the directory, and others that were added here.

use super::super::super::el::{all, el, El};
use super::super::super::paper::when;
use super::super::super::parts::{button, heading, lead, own_row, row};
use super::super::super::sheets::desk_name;
use super::super::super::state::{use_app, use_speech, App};
use super::super::fields::{searched, word_of};
use super::super::panes::panes;
use crate::dates::Date;
use crate::i18n::Speech;
use crate::kb::GuideId;
use crate::khmer::clusters;
use crate::page::{Desk, Page};
use crate::plan::helper::group::{id_of, known, next, INTEREST, INTERESTS};
use crate::plan::{fact, time, Book, Sheet, SheetId, What};

pub fn groups() -> El {
    let speech = use_speech();
    let w = &speech.h().partners;
    let app = use_app();
    let about = GuideId::parse("working-groups").map(|guide| {
        let row = row(Page::Guide(guide), Some("book-open"), w.about_groups, None);
        el("section", "card card--rows").with(el("ul", "rows").with(el("li", "").with(row)))
    });
    let add = button("button button--wide", "plus", w.own_group, move || add(app));
    panes(all((heading(w.groups), lead(w.groups_lead), list(app, speech), add, about)), None)
}

/// All groups: those with a meeting to come first, then those we want something of, then the others.
pub fn list(app: App, speech: Speech) -> El {
    let w = &speech.h().partners;
    searched(w.group_search, speech.h().workshop.nothing_found, move || {
        let today = app.today.get();
        app.book.with(|book| rows(book, today, speech))
    })
}

fn rows(book: &Book, today: Date, speech: Speech) -> Vec<(String, El)> {
    let w = &speech.h().partners;
    let there = |sheet: &&Sheet| !sheet.removed.value;
    let own = book.of_all(What::Group).filter(there).map(|sheet| (Some(sheet), sheet.id.clone(), name(sheet, speech)));
    let mut all: Vec<(Option<&Sheet>, SheetId, String)> = own.collect();
    for group in known() {
        let id = id_of(group).filter(|id| all.iter().all(|(_, other, _)| other != id));
        all.extend(id.map(|id| (None, id, speech.text(group.get().name).into_owned())));
    }
    let rank = |sheet: Option<&Sheet>| {
        let day = sheet.and_then(|sheet| next(sheet, today));
        let interest = sheet.and_then(|sheet| INTERESTS.iter().position(|code| *code == sheet.fact(INTEREST)));
        (day.is_none(), day, interest.unwrap_or(if sheet.is_some() { 2 } else { INTERESTS.len() }))
    };
    let mut order: Vec<&(Option<&Sheet>, SheetId, String)> = all.iter().collect();
    crate::plan::sort::sort_by_key(&mut order, |(sheet, ..)| rank(*sheet));
    let beginning = beginning(known().map(|group| speech.text(group.get().name)));
    order
        .into_iter()
        .map(|(sheet, id, name)| {
            let interest = sheet.map_or("", |sheet| word_of(sheet.fact(INTEREST), INTERESTS, &w.interests));
            let day = sheet.and_then(|sheet| Some((next(sheet, today)?, sheet.fact(fact::TIME))));
            let day = day.map(|(day, at)| when(day, time(at), speech));
            let page = Page::Helper(Desk::Group(id.as_str().to_owned()));
            let short = name.strip_prefix(&beginning).unwrap_or(name).to_owned();
            (name.clone(), own_row(page, "users", short, interest.to_owned(), day))
        })
        .collect()
}

/// What all these names begin with: a list under a title that says it goes without.
fn beginning<'n>(mut names: impl Iterator<Item = std::borrow::Cow<'n, str>>) -> String {
    let first = names.next().unwrap_or_default();
    let mut kept: Vec<&str> = clusters(&first).collect();
    for name in names {
        let same = kept.iter().copied().zip(clusters(&name)).take_while(|(one, other)| one == other).count();
        kept.truncate(same);
    }
    kept.concat()
}

/// What a group is called.
pub fn name(sheet: &Sheet, speech: Speech) -> String {
    desk_name(sheet, speech).unwrap_or_else(|| speech.h().partners.unnamed_group.to_owned())
}

/// A group that is not in the directory.
fn add(app: App) {
    let id = SheetId::from_random(app.outside().random());
    app.add_sheet(Sheet::blank(What::Group, id.clone(), &app.pen()));
    app.go(Page::Helper(Desk::Group(id.as_str().to_owned())));
}
