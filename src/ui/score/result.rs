//! What came of it: the nine standards as a picture, the visits to an office one after another, what goes to the office, and what several
//! people rated and agreed on together.

use super::super::edit::{line_editor, words_editor};
use super::super::el::{all, el, live, El};
use super::super::parts::{button, card, heading, lead, main_button, pair, quiet, row, row_to};
use super::super::plan::saved_line;
use super::super::restore::plan_to_phone;
use super::super::signal::*;
use super::{address, bars, face, facts_line, head, Bar, Open, Phase, Visit};
use crate::i18n::Speech;
use crate::kb::{standards, AuthorityId, Standard};
use crate::page::Page;
use crate::plan::score::{self, is_group, is_rated, ratings, Picture};
use crate::plan::{fact, Book, Field, ItemId, List, Sheet};

pub fn result(visit: Visit) -> El {
    let (open, m) = (visit.open, visit.m());
    let (app, speech) = (open.app, open.speech);
    let picture = live(move || {
        open.with(|sheet| match ratings(sheet).into_iter().any(is_rated) {
            true => card("picture", m.picture, bars(rows(sheet, speech), speech)),
            false => card("picture", m.nothing_rated, quiet(m.nothing_rated_help)),
        })
    });
    let over_time = live(move || {
        let office = open.with(|sheet| AuthorityId::parse(sheet.fact(fact::OFFICE))).flatten()?;
        let visits = app.book.with(|book| score::visits(book, office.name()).len());
        (visits > 1).then(|| {
            let href = [&Page::Scores.href(speech.locale), "?office=", office.name()].concat();
            let below = m.trend_visits.with(&speech.number(visits));
            el("section", "card card--rows").with(row_to(href, Some("calendar-days"), m.trend.into(), Some(below.into())))
        })
    });
    let delete = move || {
        let id = open.id();
        app.go(Page::Scores);
        app.edit_undoable(&id, m.deleted, |sheet, pen| sheet.set_removed(pen, true));
    };
    let id = open.id();
    let paper = |query: &str| [&Page::ScorePaper(id.as_str().to_owned()).href(speech.locale), query].concat();
    let note = |name: &str| Field::Note(name.to_owned());
    let office = all((
        quiet(m.to_office_hint),
        to_office(open),
        words_editor(open, note(fact::BETTER), m.better, String::new),
        words_editor(open, note(fact::GOOD), m.good, String::new),
        row_to(paper(""), Some("file-text"), m.to_office_page.into(), None),
        row_to(paper("?for=mine"), Some("users"), m.to_mine_page.into(), None),
    ));
    all((
        head(visit, Phase::Result),
        saved_line(open),
        facts_line(visit),
        picture,
        over_time,
        card("to-office", m.to_office, office),
        together(open),
        button("button button--wide button--quiet", "trash-2", m.delete, delete),
    ))
}

/// What was rated, standard by standard.
pub fn rows(sheet: &Sheet, speech: Speech) -> Vec<Bar> {
    let m = &speech.m().score;
    let group = is_group(sheet);
    let row = |standard: &'static Standard| {
        let picture = score::picture(sheet, standard.id.str());
        let (words, below) = match &picture {
            None if group => (m.hidden.to_owned(), None),
            None => (m.nothing_rated.to_owned(), None),
            Some(picture) => said(picture, group, speech),
        };
        Bar { standard, face: picture.and_then(|picture| picture.median()), words, below }
    };
    standards().iter().map(row).collect()
}

fn said(picture: &Picture, many: bool, speech: Speech) -> (String, Option<String>) {
    let m = &speech.m().score;
    let Some(median) = picture.median() else {
        return (if picture.unseen > 0 { m.unseen } else { m.not_apply }.to_owned(), None);
    };
    let below = many.then(|| {
        let people = m.people.with(&speech.number(picture.count()));
        let spread = picture.spread().filter(|(low, high)| low != high);
        let spread = spread.map(|(low, high)| m.mostly.with(face(low, m).1, face(high, m).1));
        [Some(people), spread].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    (face(median, m).1.to_owned(), below)
}

/// How an office did over several visits.
pub fn office_trend(book: &Book, office: AuthorityId, speech: Speech) -> El {
    let m = &speech.m().score;
    let visits = score::visits(book, office.name());
    let bar = |standard: &'static Standard| {
        let (by_visit, all) = score::trend(&visits, standard.id.str());
        let first = by_visit.first().map(|(_, at)| face(*at, m).1);
        let last = by_visit.last().map(|(_, at)| face(*at, m).1);
        let changed = first.zip(last).filter(|_| by_visit.len() > 1).map(|(first, last)| m.first_last.with(first, last));
        let visits = m.trend_visits.with(&speech.number(all.count()));
        let below = [Some(visits), changed].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let median = all.median();
        let words = median.map_or(m.nothing_rated.to_owned(), |at| m.middle.with(face(at, m).1));
        Bar { standard, face: median, words, below: median.map(|_| below) }
    };
    let rows: Vec<Bar> = standards().iter().map(bar).collect();
    all((
        heading(speech.text(office.get().name)),
        lead(m.trend_visits.with(&speech.number(visits.len()))),
        card("trend", m.trend, bars(rows, speech)),
        super::rows_card("visits", m.mine, visits.iter().rev().map(|visit| super::visit_row(visit, speech)).collect()),
        el("section", "card card--rows").with(row(Page::Office(office), Some("landmark"), m.office, None)),
    ))
}

/// What of it goes to the office: suggestions where it could be better, thanks where it was good.
fn to_office(open: Open) -> El {
    let speech = open.speech;
    live(move || {
        let ids = ids();
        let (points, thanks) = open.with(|sheet| score::to_office(sheet, &ids))?;
        let rows = standards().iter().enumerate().filter_map(|(at, standard)| {
            let face = open.with(|sheet| score::picture(sheet, standard.id.str()).and_then(|picture| picture.median()))??;
            let on = points.contains(&at) || thanks.contains(&at);
            let tick = move |_| {
                open.app.edit(&open.id(), |sheet, pen| score::choose(sheet, pen, standard.id.str(), !on));
            };
            let words = speech.text(if face > 3 { standard.thanks } else { standard.better });
            let boxed = el("input", "checks__box").attr("type", "checkbox").checked(move || on).on("change", tick);
            let words = el("span", "checks__words").with(words);
            Some(el("li", "checks__item").key(at.to_string()).with(el("label", "checks__row").with((boxed, words))))
        });
        Some(el("ul", "checks").with(rows.collect::<Vec<_>>()))
    })
}

/// The ids of the standards, as ratings refer to them.
pub fn ids() -> Vec<&'static str> {
    standards().iter().map(|standard| standard.id.str()).collect()
}

/// The way to the next person's rating.
pub fn next_person(open: Open) -> El {
    let (app, m) = (open.app, &open.speech.m().score);
    let begin = move || {
        if let Some(who) = app.edit(&open.id(), score::begin) {
            app.go_to(&[&address(open, Phase::After), "&who=", who.as_str()].concat());
        }
    };
    main_button("user-plus", m.next_person, begin)
}

/// Several people on one phone or by several phones: how many so far, the next one, and what was agreed.
fn together(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().score;
    live(move || {
        let group = open.with(is_group)?;
        if !group {
            let begin = move || {
                app.edit(&open.id(), |sheet, pen| sheet.set_fact(pen, fact::GROUP, "yes"));
            };
            return Some(super::super::parts::fold(
                m.together,
                (quiet(m.together_hint), button("button button--wide", "users", m.together_begin, begin)),
            ));
        }
        let rated = open.with(|sheet| ratings(sheet).into_iter().filter(|rating| is_rated(rating)).count())?;
        Some(all((
            card(
                "together",
                m.together,
                (
                    quiet(m.together_hint),
                    pair("users", m.done_so_far.with(&speech.number(rated))),
                    next_person(open),
                    plan_to_phone(open.id()),
                ),
            ),
            card("agreed", m.agreed, (quiet(m.agreed_hint), actions(open))),
        )))
    })
}

/// What was agreed: an action, who does it, by when; ticked when it is done.
fn actions(open: Open) -> El {
    let (app, m) = (open.app, &open.speech.m().score);
    let ids = memo(move || {
        open.with(|sheet| sheet.visible(List::Step).iter().map(|item| item.id.clone()).collect::<Vec<_>>()).unwrap_or_default()
    });
    let list = live(move || ids.get().into_iter().map(|id| action(open, id)).collect::<Vec<_>>());
    let add = move || {
        app.edit(&open.id(), |sheet, pen| sheet.add_item(pen, List::Step, ""));
    };
    all((list, button("button button--small", "plus", m.agree_add, add)))
}

fn action(open: Open, id: ItemId) -> El {
    let (app, m) = (open.app, &open.speech.m().score);
    let item = StoredValue::new(id.clone());
    let done = memo(move || open.with(|sheet| item.with_value(|id| sheet.item(id).is_some_and(|item| item.done.value))));
    let tick = move |_| {
        let wanted = done.get_untracked() != Some(true);
        app.edit(&open.id(), |sheet, pen| item.with_value(|id| sheet.set_done(pen, id, wanted)));
    };
    let boxed = el("input", "checks__box").attr("type", "checkbox").checked(move || done.get() == Some(true)).on("change", tick);
    let due = move || {
        open.with(|sheet| item.with_value(|id| sheet.item(id).map(|item| item.fact(fact::DUE).to_owned())))
            .flatten()
            .unwrap_or_default()
    };
    let write = move |event| {
        let day = event_target_value(&event);
        app.edit(&open.id(), |sheet, pen| item.with_value(|id| sheet.set_item_fact(pen, id, fact::DUE, &day)));
    };
    let input = el("input", "field__day").attr("type", "date").attr("autocomplete", "off").value(due).on("change", write);
    let remove = move || {
        app.edit_undoable(&open.id(), open.speech.m().removed, |sheet, pen| item.with_value(|id| sheet.remove_item(pen, id)))
    };
    el("div", "claim").key(id.as_str().to_owned()).with((
        words_editor(open, Field::Item(id.clone()), m.action, String::new),
        line_editor(open, Field::ItemNote(id, fact::BY.to_owned()), m.who, "text"),
        el("label", "field").with((el("span", "field__label").with(m.by_when), input)),
        el("label", "checks__row").with((boxed, el("span", "checks__words").with(m.done))),
        button("button button--small button--quiet", "trash-2", open.speech.m().remove, remove),
    ))
}

/// Where a visit is looked at.
pub fn back_to(open: Open) -> String {
    address(open, Phase::Result)
}
