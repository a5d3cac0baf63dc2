//! Day, place and agenda of a workshop.

use super::super::super::calendar::save;
use super::super::super::edit::{line_editor, words_editor};
use super::super::super::el::{all, each, el, live, El};
use super::super::super::parts::{button, quiet};
use super::super::super::plan::Open;
use super::super::super::signal::*;
use super::super::fields::{add, count, fact_of, input, item_fact, item_note, note, one_of, remove, section, who};
use super::paper::topic;
use super::session_words;
use crate::dates::Date;
use crate::plan::helper::workshop::{agenda, fill_agenda, HOST, SAID, SEATS, SESSIONS};
use crate::plan::helper::{AREA, AREAS};
use crate::plan::{fact, time, Entry, Field, ItemId, List};

pub fn ready(open: Open) -> El {
    let speech = open.speech;
    let (w, m) = (&speech.h().workshop, &speech.m().meet);
    let days = el("div", "pair-fields")
        .with((input(m.day, "date", fact_of(open, fact::DAY)), input(m.time, "time", fact_of(open, fact::TIME))));
    let calendar = live(move || {
        let has_day = open.with(|sheet| Date::parse(sheet.fact(fact::DAY)).is_some()).unwrap_or_default();
        has_day.then(|| button("button button--wide", "calendar-plus", w.to_calendar, move || to_calendar(open)))
    });
    all((
        section(
            w.when,
            (
                days,
                line_editor(open, note(fact::PLACE), m.place, "text"),
                area(open),
                count(open, w.seats, SEATS, w),
                line_editor(open, note(HOST), w.host, "text"),
                calendar,
            ),
        ),
        section(w.agenda, parts(open)),
    ))
}

/// The province, in a list.
pub fn area(open: Open) -> El {
    let w = &open.speech.h().area;
    let options = live(move || {
        let chosen = open.with(|sheet| sheet.fact(AREA).to_owned()).unwrap_or_default();
        let option = |code: &'static str, words: &'static str| {
            el("option", "").attr("value", code).attr_if("selected", (*chosen == *code).then_some("")).with(words)
        };
        let none = option("", "–");
        [none].into_iter().chain(AREAS.into_iter().zip(w.names).map(|(code, words)| option(code, words))).collect::<Vec<_>>()
    });
    let write = move |event| {
        let code = event_target_value(&event);
        open.app.edit(&open.id(), |sheet, pen| sheet.set_fact(pen, AREA, &code));
    };
    let select = el("select", "field__line").on("change", write).with(options);
    el("label", "field").with((el("span", "field__label").with(w.title), select))
}

/// One entry for the calendar of the phone: the subject and the place, nobody's name.
fn to_calendar(open: Open) {
    let (app, speech) = (open.app, open.speech);
    let entry = open.now(|sheet| {
        let title = speech.h().workshop.event.with(&topic(sheet, speech));
        Some(Entry {
            uid: [sheet.id.as_str(), "-day"].concat(),
            version: sheet.clock(),
            day: Date::parse(sheet.fact(fact::DAY))?,
            time: time(sheet.fact(fact::TIME)),
            warning: speech.m().paper.tomorrow.with(&title),
            title,
            text: String::new(),
            place: sheet.note(fact::PLACE).to_owned(),
        })
    });
    if let Some(entry) = entry.flatten() {
        save(app, speech, &[entry]);
    }
}

/// The parts of the programme by their time.
fn parts(open: Open) -> El {
    let w = &open.speech.h().workshop;
    let ids =
        memo(move || open.with(|sheet| agenda(sheet).iter().map(|item| item.id.clone()).collect::<Vec<_>>()).unwrap_or_default());
    let none = live(move || {
        ids.with(Vec::is_empty).then(|| {
            let fill = move || {
                open.app.edit(&open.id(), fill_agenda);
            };
            all((quiet(w.no_agenda), button("button button--wide", "clipboard-list", w.half_day, fill)))
        })
    });
    let rows = each(move || ids.get(), move |id| part(open, id));
    all((none, rows, add(open, List::Meeting, w.add_session)))
}

/// One part: what stands in the programme, and, when it is opened, the fields.
fn part(open: Open, id: ItemId) -> El {
    let speech = open.speech;
    let (w, m) = (&speech.h().workshop, speech.m());
    let shown = id.clone();
    let words = live(move || {
        open.with(|sheet| {
            sheet.item(&shown).map(|item| [&*speech.digits(item.fact(fact::TIME)), " ", &session_words(item, speech)].concat())
        })
        .flatten()
    });
    let fields = all((
        input(m.meet.time, "time", item_fact(open, &id, fact::TIME)),
        one_of(w.session, item_fact(open, &id, fact::WHAT), SESSIONS, &w.sessions),
        line_editor(open, Field::Item(id.clone()), w.session_own, "text"),
        who(open, &id, w.led_by, w),
        words_editor(open, item_note(&id, SAID), w.said, String::new),
        remove(open, &id),
    ));
    let edit = el("details", "why").with((el("summary", "").with(m.edit), el("div", "contact__edit").with(fields)));
    el("div", "claim").with((el("p", "claim__value").attr("dir", "auto").with(words), edit))
}
