//! One question that waits: what is known already comes first; then how it was asked, and what may be the same.

use super::super::super::el::{all, el, live, El};
use super::super::super::parts::{button, card, heading, lead, listed, pair, quiet, row_to, small_title};
use super::agenda::{from_row, give, said};
use super::{address, both, office_words, people_words, Desktop};
use crate::i18n::Speech;
use crate::kb::AuthorityId;
use crate::page::{Desk, Locale, Page};
use crate::plan::helper::queue::reply::{self, told};
use crate::plan::helper::queue::{Group, Place, Queue, Reply, APART, SAME};
use crate::plan::helper::{faq, ORIGIN};
use crate::plan::{fact, Pen, Sheet, SheetId};
use crate::ui::signal::event_target_value;

/// So many other groups are shown that may be the same.
const NEAR: usize = 3;

pub fn opened(desk: Desktop, place: Place) -> El {
    let h = &desk.speech.h().queue;
    live(move || {
        desk.queue.with(|queue| match queue.group_of(&place) {
            Some(group) => one(desk, queue, group),
            None => all((heading(h.gone), lead(h.gone_help))),
        })
    })
}

fn one(desk: Desktop, queue: &Queue, group: &Group) -> El {
    let (speech, h) = (desk.speech, &desk.speech.h().queue);
    let Some(asked) = queue.lead(group) else { return heading(h.gone) };
    let title = el("h1", "title").attr("id", "title").attr("tabindex", "-1").attr("dir", "auto").with(asked.words.clone());
    let on = desk.is_on_agenda(queue, group).then(|| pair("calendar-clock", h.on_agenda));
    let office = match AuthorityId::parse(&asked.office) {
        Some(_) => el("section", "card card--rows").with(row_to(
            address(Some(&asked.office), None, speech),
            Some("landmark"),
            office_words(&asked.office, speech).into(),
            Some(h.to_office.into()),
        )),
        None => choose_office(desk, queue.places(group)),
    };
    let places = queue.places(group);
    let begin = places.clone();
    let write = button("button button--wide", "pencil", h.write, move || write_answer(desk, &begin));
    all((
        title,
        pair("users", people_words(group.people, speech)),
        on,
        known(desk, queue, group),
        office,
        wordings(desk, queue, group),
        perhaps(desk, queue, group),
        card("write", h.write, (quiet(h.write_hint), write)),
    ))
}

/// The best answer there is, and one tap to give it to all who asked.
fn known(desk: Desktop, queue: &Queue, group: &Group) -> Option<El> {
    let (app, speech, h) = (desk.app, desk.speech, &desk.speech.h().queue);
    let known = queue.ask(group.known?)?;
    let sheet = app.plan(&known.place.sheet)?;
    let reply = match &known.place.item {
        None => reply::of_answer(&sheet, speech.locale == Locale::Km),
        Some(item) => said(&told(&sheet, sheet.item(item)?)?, speech),
    };
    let from = from_row(&sheet, known.words.clone(), speech);
    let told_there = from.is_none().then(|| quiet(h.known_told));
    let origin = sheet.note(ORIGIN);
    let unchecked = (!origin.is_empty()).then(|| {
        let m = &speech.m().answers;
        all((pair("info", m.origin.with(origin)), quiet(m.unchecked)))
    });
    let lines = all((el("p", "").attr("dir", "auto").with(reply.text.clone()), quiet(where_words(&reply, speech))));
    let places = queue.places(group);
    let tap = move || give(desk, Vec::new(), &[(places.clone(), reply.clone())]);
    let from = from.map(|row| el("ul", "rows").with(listed(vec![row])));
    Some(card("known", h.known, (lines, told_there, unchecked, from, button("button button--main", "send", h.give, tap))))
}

/// Office, day, in writing or said aloud.
fn where_words(reply: &Reply, speech: Speech) -> String {
    let m = &speech.m().meet;
    let day = crate::dates::Date::parse(&reply.day).map(|day| speech.date(day)).unwrap_or_default();
    let written = match reply.written.as_str() {
        "written" => m.written,
        "oral" => m.oral,
        _ => "",
    };
    let office = if reply.office.is_empty() { String::new() } else { office_words(&reply.office, speech) };
    super::super::super::paper::joined(&[&office, &day, written])
}

/// Each wording once, with how often; another than the first may be said to be something else.
fn wordings(desk: Desktop, queue: &Queue, group: &Group) -> El {
    let h = &desk.speech.h().queue;
    let mut known: Vec<(&str, Vec<Place>)> = Vec::new();
    for asked in group.open.iter().filter_map(|at| queue.ask(*at)) {
        match known.iter_mut().find(|(words, _)| *words == asked.words) {
            Some((_, places)) => places.push(asked.place.clone()),
            None => known.push((&asked.words, vec![asked.place.clone()])),
        }
    }
    let first = known.first().map(|(words, _)| *words);
    let rows = known.iter().map(|(words, places)| {
        let places = places.clone();
        let part = (Some(*words) != first).then(|| {
            button("button button--small", "x", h.not_same, move || {
                mark(desk, &places, h.said_apart, &|sheet, pen, item| {
                    sheet.set_item_fact(pen, item, SAME, "");
                    sheet.set_item_fact(pen, item, APART, "yes");
                });
            })
        });
        el("li", "agenda__line").with((el("span", "agenda__words").attr("dir", "auto").with((*words).to_owned()), part))
    });
    let rows: Vec<El> = rows.collect();
    card("asked", h.asked, el("ul", "agenda").with(rows))
}

/// Groups that come near: the helper may know that they ask the same.
fn perhaps(desk: Desktop, queue: &Queue, group: &Group) -> Option<El> {
    let (speech, h) = (desk.speech, &desk.speech.h().queue);
    let here = queue.lead(group)?.place.code();
    let rows = queue.near(group, NEAR).into_iter().filter_map(|other| {
        let words = queue.lead(other)?.words.clone();
        let (places, here) = (queue.places(other), here.clone());
        let join = move || {
            mark(desk, &places, h.said_same, &|sheet, pen, item| {
                sheet.set_item_fact(pen, item, APART, "");
                sheet.set_item_fact(pen, item, SAME, &here);
            });
        };
        Some(
            el("li", "agenda__line").with((
                el("span", "agenda__words")
                    .with((el("span", "").attr("dir", "auto").with(words), quiet(people_words(other.people, speech)))),
                button("button button--small", "check", h.same, join),
            )),
        )
    });
    let rows: Vec<El> = rows.collect();
    (!rows.is_empty()).then(|| card("perhaps", h.perhaps, el("ul", "agenda").with(rows)))
}

/// Writes into the questions at these places, as one change.
fn mark(desk: Desktop, places: &[Place], words: &str, change: &dyn Fn(&mut Sheet, &Pen, &crate::plan::ItemId)) {
    desk.app.edit_many(Vec::new(), &reply::sheets(places), words, &mut |sheet, pen| {
        let here = places.iter().filter(|place| place.sheet == sheet.id).filter_map(|place| place.item.clone());
        for item in here.collect::<Vec<_>>() {
            change(sheet, pen, &item);
        }
    });
}

/// Nobody said yet which office can answer.
fn choose_office(desk: Desktop, places: Vec<Place>) -> El {
    let (speech, h) = (desk.speech, &desk.speech.h().queue);
    let option = |office: AuthorityId| el("option", "").attr("value", office.name()).with(speech.text(office.get().name));
    let none = el("option", "").attr("value", "").with(h.choose_office);
    let options: Vec<El> = [none].into_iter().chain(AuthorityId::all().map(option)).collect();
    let write = move |event| {
        let office = event_target_value(&event);
        mark(desk, &places, h.made_known, &|sheet, pen, item| {
            sheet.set_item_fact(pen, item, fact::OFFICE, &office);
        });
    };
    let select = el("select", "field__line").attr("autocomplete", "off").on("change", write).with(options);
    all((small_title(h.office), el("label", "field").with((el("span", "field__label").with(h.choose_office), select))))
}

/// An answer that came without a meeting: a draft of the question, to be filled in and given to all who asked.
fn write_answer(desk: Desktop, places: &[Place]) {
    let (app, speech) = (desk.app, desk.speech);
    let (question, service, office) = desk.queue.with_untracked(|queue| {
        let asked = places.first().and_then(|place| queue.group_of(place)).and_then(|group| queue.lead(group));
        let Some(asked) = asked else { return Default::default() };
        let item = asked.place.item.as_ref();
        let sheet = app.plan(&asked.place.sheet);
        let words = sheet.as_ref().zip(item).and_then(|(sheet, item)| Some(both(sheet, sheet.item(item)?, speech)));
        (words.unwrap_or_default(), asked.service.clone(), asked.office.clone())
    });
    let [km, en]: [String; 2] = question;
    let pen = app.pen();
    let id = SheetId::from_random(app.outside().random());
    let mut draft = faq::draft(id.clone(), &pen, [&km, &en], service.as_deref(), &office);
    let codes: Vec<String> = places.iter().map(Place::code).collect();
    draft.set_fact(&pen, faq::PLACES, &codes.join(" "));
    app.add_sheet(draft);
    app.go(Page::Helper(Desk::Answer(id.as_str().to_owned())));
}
