//! Before a visit: where, what to expect, what to ask for. At the counter: quick marks with one thumb.

use super::super::edit::line_editor;
use super::super::el::{all, el, live, El, Words};
use super::super::offices::by_level;
use super::super::parts::{card, fold, heading, listed, option, quiet, with_icon};
use super::super::plan::saved_line;
use super::super::show::{show_button, Shown};
use super::super::signal::*;
use super::{address, expect, head, Phase, Visit};
use crate::dates::Date;
use crate::kb::{services_around, standards, AuthorityId};
use crate::plan::score::{counter, day, set_counter};
use crate::plan::{fact, Field};

pub fn before(visit: Visit) -> El {
    let (m, speech) = (visit.m(), visit.open.speech);
    let asks = standards().iter().map(|standard| {
        let ask = standard.ask;
        let words = el("p", "").with(speech.text(ask));
        el("li", "").with((words, show_button(move || Shown::of(ask, speech, None))))
    });
    let next = el("a", "button button--main").attr("href", address(visit.open, Phase::There));
    all((
        head(visit, Phase::Before),
        saved_line(visit.open),
        place(visit, true),
        expect(),
        fold(m.sentences, el("ul", "rows").with(asks.collect::<Vec<_>>())),
        el("div", "bar").with(with_icon(next, "arrow-right", m.there_now)),
    ))
}

/// Which office, which service, which day; all by tap. `open`: unfolded as long as the office is not known.
pub fn place(visit: Visit, whole: bool) -> El {
    let (sheet, m) = (visit.open, visit.m());
    let (app, speech) = (sheet.app, sheet.speech);
    let office = memo(move || sheet.with(|sheet| sheet.fact(fact::OFFICE).to_owned()).unwrap_or_default());
    let set = move |name: &'static str, value: &str| {
        app.edit(&sheet.id(), |sheet, pen| sheet.set_fact(pen, name, value));
    };
    let choose = move |id: AuthorityId| {
        option(
            "office",
            speech.text(id.get().name),
            move || office.get() == id.name(),
            move || {
                set(fact::OFFICE, id.name());
                set(fact::SERVICE, "");
            },
        )
    };
    // The offices with the most services first.
    let few = super::super::offices::busiest(8).into_iter().map(choose).collect::<Vec<_>>();
    let own = line_editor(sheet, Field::Note(fact::OFFICE.to_owned()), m.other_office, "text");
    let offices = all((
        el("div", "").attr("role", "group").attr("aria-label", m.choose_office).with(few),
        fold(speech.m().letter.all_offices, by_level(choose)),
        own,
    ));
    let known = move || sheet.now(|sheet| !sheet.fact(fact::OFFICE).is_empty() || !sheet.note(fact::OFFICE).is_empty());
    let offices = match known() {
        Some(true) => fold(m.choose_office, offices),
        _ => card("office", m.choose_office, offices),
    };
    let services = live(move || {
        let id = AuthorityId::parse(&office.get())?;
        let one = |value: &'static str, words: Words| {
            let chosen = move || sheet.with(|sheet| sheet.fact(fact::SERVICE) == value) == Some(true);
            option("service", words, chosen, move || set(fact::SERVICE, value))
        };
        let rows = services_around(id).map(|service| one(service.name(), speech.text(service.get().title)));
        let rows: Vec<El> = rows.chain([one("", m.any_service.into())]).collect();
        Some(fold(m.service, el("div", "").attr("role", "group").attr("aria-label", m.service).with(rows)).key(office.get()))
    });
    let write = move |event| {
        let value = event_target_value(&event);
        if Date::parse(&value).is_some() {
            set(fact::DAY, &value);
        }
    };
    let shown = move || sheet.with(|sheet| day(sheet).to_string()).unwrap_or_default();
    let input = el("input", "field__day").attr("type", "date").attr("autocomplete", "off").value(shown).on("change", write);
    let when = whole.then(|| {
        card(
            "when",
            m.where_,
            (
                el("label", "field").with((el("span", "field__label").with(m.day), input)),
                line_editor(sheet, Field::Note(fact::PLACE.to_owned()), m.place, "text"),
            ),
        )
    });
    all((offices, services, when))
}

/// Nine quick marks.
pub fn there(visit: Visit) -> El {
    let (open, m) = (visit.open, visit.m());
    let rows: Vec<El> = standards()
        .iter()
        .map(|standard| {
            let id = standard.id.str();
            let mark = move |seen: bool, picture: &'static str, words: &'static str| {
                let on = move || open.with(|sheet| counter(sheet, id)) == Some(Some(seen));
                let tap = move || {
                    open.app.edit(&open.id(), |sheet, pen| set_counter(sheet, pen, id, seen));
                };
                let button = el("button", "chip chip--mark").attr("type", "button").tap(tap);
                with_icon(button.live_attr("aria-pressed", move || Some(on().to_string().into())), picture, words)
            };
            let name = open.speech.text(standard.counter);
            let marks = (mark(true, "check", m.seen), mark(false, "x", m.not_seen));
            let group = el("div", "chips").attr("role", "group").attr("aria-label", name.clone()).with(marks);
            el("div", "mark").with((el("p", "").with(name), group))
        })
        .collect();
    let next = el("a", "button button--main").attr("href", address(open, Phase::After));
    all((
        heading(m.quick),
        quiet(m.quick_hint),
        el("ul", "card rows").with(listed(rows)),
        el("div", "bar").with(with_icon(next, "arrow-right", m.rate)),
    ))
}
