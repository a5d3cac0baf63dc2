//! What was sent and answered, the reminder she sets, how it ended.

use super::super::edit::words_editor;
use super::super::el::{all, el, live, El};
use super::super::ended::ended;
use super::super::parts::{button, icon, main_button, pair, quiet, with_icon};
use super::super::plan::{part, Open};
use super::super::reach::{picture, way_words};
use super::super::signal::*;
use super::case::away;
use super::ladder::rung_name;
use crate::dates::Date;
use crate::kb::Situation;
use crate::page::Page;
use crate::plan::complaint::{self, RESULTS};
use crate::plan::{fact, written, Field, How, Item, ItemId, Sheet};

/// A picture for each of [`RESULTS`].
const PICTURES: [&str; 4] = ["badge-check", "message-circle", "x", "clock"];
/// Days until she is reminded, by tap.
const DAYS: [u16; 3] = [7, 14, 30];

/// The lines, the newest first, and the next rung when one of them ended badly.
pub fn log(open: Open, situation: &'static Situation) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().complain;
    let ids = memo(move || {
        open.with(|case| complaint::log(case).iter().map(|line| line.id.clone()).collect::<Vec<_>>()).unwrap_or_default()
    });
    let lines = live(move || ids.get().into_iter().map(|id| line(open, situation, id)).collect::<Vec<_>>());
    let next = live(move || {
        let today = app.today.get();
        open.with(|case| {
            let (now, next) = (complaint::rung(case, situation)?, complaint::suggested(case, situation, today)?);
            let went = !complaint::log(case).is_empty();
            (went && next.n != now.n).then(|| {
                let name = app.book.with(|book| rung_name(case, next, book, speech));
                let go = move || {
                    app.edit(&open.id(), |case, pen| case.set_fact(pen, fact::RUNG, &next.n.to_string()));
                    app.focus("meter");
                };
                el("div", "")
                    .key("next")
                    .with((pair("signpost", m.next_one.with(&name)), button("button button--wide", "arrow-right", m.go_next, go)))
            })
        })
        .flatten()
    });
    let note = move || {
        app.edit(&open.id(), |case, pen| {
            let rung = complaint::rung(case, situation).map_or(1, |rung| rung.n);
            complaint::note_sent(case, pen, rung, pen.today, None)
        });
    };
    let add = button("button button--wide", "plus", m.note, note);
    part("log", m.log, (quiet(m.log_hint), add, el("div", "").attr("aria-live", "polite").with(next), lines))
}

fn line(open: Open, situation: &'static Situation, id: ItemId) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().complain;
    let item = StoredValue::new(id.clone());
    let read = move |read: &dyn Fn(&Item) -> String| {
        open.with(|case| item.with_value(|id| case.item(id).map(read))).flatten().unwrap_or_default()
    };
    let say = move |name: &'static str, value: &str| {
        app.edit(&open.id(), |case, pen| item.with_value(|id| case.set_item_fact(pen, id, name, value)));
    };
    let said = move |name: &'static str| read(&move |line| line.fact(name).to_owned());
    let head = live(move || {
        let result = RESULTS.iter().position(|code| *code == said(fact::RESULT)).and_then(|at| m.results.get(at));
        let day = Date::parse(&said(fact::DAY)).map_or_else(String::new, |day| speech.date(day));
        let n = said(fact::RUNG);
        let to = open.with(|case| {
            let rung = situation.steps.iter().find(|rung| rung.n.to_string() == n)?;
            Some(app.book.with(|book| rung_name(case, rung, book, speech)))
        });
        let parts = [day, result.copied().unwrap_or(m.no_result).to_owned(), to.flatten().unwrap_or_default()];
        all(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
    });
    let choice = move |name: &'static str, code: String, shown: &'static str, words: String| {
        let mine = code.clone();
        let on = move || Some((said(name) == mine).to_string().into());
        let tap = move || {
            let value = if untrack(|| said(name)) == code { "" } else { code.as_str() };
            say(name, value);
        };
        let words = el("span", "").attr("dir", "auto").with(words);
        el("button", "chip").attr("type", "button").live_attr("aria-pressed", on).tap(tap).with((icon(shown), words))
    };
    let results = RESULTS
        .into_iter()
        .zip(m.results)
        .zip(PICTURES)
        .map(|((code, words), shown)| choice(fact::RESULT, code.to_owned(), shown, words.to_owned()));
    let hows =
        How::ALL.into_iter().map(|how| choice(fact::HOW, how.code().to_owned(), picture(how), way_words(how, speech).to_owned()));
    let rungs = situation.steps.iter().map(|rung| {
        let name = open.now(|case| app.book.with_untracked(|book| rung_name(case, rung, book, speech))).unwrap_or_default();
        let name = [&speech.number(rung.n.into()), ". ", &name].concat();
        choice(fact::RUNG, rung.n.to_string(), "landmark", name)
    });
    let input = el("input", "field__day").attr("type", "date").attr("autocomplete", "off");
    let input = input.value(move || said(fact::DAY)).on("change", move |event| say(fact::DAY, &event_target_value(&event)));
    let remove =
        move || app.edit_undoable(&open.id(), speech.m().removed, |case, pen| item.with_value(|id| case.remove_item(pen, id)));
    let group = |words: &'static str, inside: Vec<El>| {
        el("div", "")
            .attr("role", "group")
            .attr("aria-label", words)
            .with((el("p", "field__label").with(words), el("div", "actions").with(inside)))
    };
    let more = (
        el("label", "field").with((el("span", "field__label").with(m.day), input)),
        group(m.to_whom, rungs.collect()),
        group(m.how, hows.collect()),
        words_editor(open, Field::Item(id.clone()), m.words, String::new),
        button("button button--small button--quiet", "trash-2", speech.m().remove, remove),
    );
    let fold = el("details", "why").with((el("summary", "").with(speech.m().change), more));
    el("div", "claim").key(id.as_str().to_owned()).with((
        el("p", "claim__value").attr("dir", "auto").with(head),
        el("div", "actions").with(results.collect::<Vec<_>>()),
        fold,
    ))
}

/// A day she sets, by tap or in the field.
pub fn remind(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().complain;
    let now = move || open.with(|case| case.deadline.value).flatten();
    let set = move |day: Option<Date>| {
        app.edit(&open.id(), |case, pen| case.set_deadline(pen, day));
    };
    let chip = |days: u16| {
        let day = app.today.get_untracked().plus_days(days.into());
        let on = move || Some((now() == Some(day)).to_string().into());
        el("button", "chip")
            .attr("type", "button")
            .live_attr("aria-pressed", on)
            .tap(move || set(Some(day)))
            .with(m.in_days.with(&speech.days(days.into(), false)))
    };
    let input = el("input", "field__day").attr("type", "date").attr("autocomplete", "off");
    let input = input.value(move || now().map_or(String::new(), |day| day.to_string()));
    let input = input.on("change", move |event| set(Date::parse(&event_target_value(&event))));
    let none = live(move || now().map(|_| button("button button--small button--quiet", "x", m.remind_none, move || set(None))));
    part(
        "remind",
        m.remind,
        (
            quiet(m.remind_hint),
            el("div", "actions").with(DAYS.map(chip)),
            el("label", "field").with((el("span", "field__label").with(m.remind_day), input)),
            none,
        ),
    )
}

/// How it ended and what helped; away with it.
pub fn end(open: Open) -> El {
    let m = &open.speech.m().complain;
    part("end", m.ended, (ended(open), away(open)))
}

/// On a letter that belongs to a complaint: the way back to it, and, when it was sent, into its log by one tap.
pub fn log_letter(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().complain;
    live(move || {
        let (id, sent) = open.with(|letter| written::case(letter).map(|id| (id, written::sent(letter)))).flatten()?;
        let letter = open.id();
        let logged = |case: &Sheet| complaint::log(case).iter().any(|line| line.fact(fact::LETTER) == letter.as_str());
        let there = app.book.with(|book| book.sheets.get(&id).filter(|case| !case.removed.value).map(logged))?;
        let note = sent.filter(|_| !there).map(|day| {
            let (id, letter) = (id.clone(), letter.clone());
            main_button("plus", m.into_log, move || {
                app.edit(&id, |case, pen| {
                    let rung = complaint::situation(case).and_then(|situation| complaint::rung(case, situation.get()));
                    complaint::note_sent(case, pen, rung.map_or(1, |rung| rung.n), day, Some(&letter))
                });
            })
        });
        let page = Page::Complaint(id.as_str().to_owned());
        let back = el("a", "button button--wide").attr("href", page.href(speech.locale));
        let back = with_icon(back, "megaphone", m.open);
        Some((note, there.then(|| pair("circle-check", m.in_log)), back))
    })
}
