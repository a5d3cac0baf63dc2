//! What a letter that came may mean: what it is about, its last day with the working, what to check and to ask, the first 48 hours.

use super::super::el::{all, el, live, El};
use super::super::learn::law_name;
use super::super::parts::{button, card, fold, heading, line, listed, main_button, pair, quiet, service_row, sources, why};
use super::super::plan::Open;
use super::super::signal::*;
use super::super::state::{use_app, use_speech};
use super::address;
use crate::dates::Date;
use crate::i18n::words::letter::Letter as Sentences;
use crate::i18n::Speech;
use crate::kb::holidays;
use crate::kb::limit::{is_closed, Days, Limit};
use crate::plan::fact;
use crate::plan::letter::{Letter, Since, Step, Time};

pub(super) fn result(letter: &Letter) -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().letter;
    let kept = letter.clone();
    let save = move || app.start_letter(&kept);
    let asks: Vec<El> = questions(letter, m).into_iter().map(|words| el("li", "").with(words)).collect();
    all((
        heading(m.yours),
        about(letter),
        last_days(letter),
        card("real", m.is_real, el("ul", "bullets").with(listed_words(&m.real_checks))),
        (!asks.is_empty()).then(|| card("asks", m.not_in_letter, el("ul", "bullets").with(asks))),
        card("hours", m.first_hours, el("ol", "steps").with(listed_words(&m.first_steps))),
        fold(m.said_so_far, said(letter)),
        el("div", "bar").with(main_button("clipboard-pen", m.save, save)),
    ))
}

fn listed_words(words: &'static [&'static str]) -> Vec<El> {
    words.iter().map(|words| el("li", "").with(*words)).collect()
}

/// What it may be about, and why that is thought.
fn about(letter: &Letter) -> El {
    let speech = use_speech();
    let m = &speech.m().letter;
    let services = letter.services();
    if services.is_empty() {
        return card("about", m.may_be_about, el("p", "").with(m.about_unknown));
    }
    let by = if letter.law().is_some() { m.by_law } else { m.by_office };
    let rows = services.into_iter().map(service_row).collect();
    el("section", "card card--rows").attr("aria-labelledby", "about").with((
        el("h2", "card__title").attr("id", "about").with(m.may_be_about),
        el("p", "quiet card__note").with(by),
        el("ul", "rows").with(listed(rows)),
    ))
}

/// The last day in every way it may be meant, each with its working.
pub fn last_days(letter: &Letter) -> El {
    let speech = use_speech();
    let m = &speech.m().letter;
    let today = use_app().today.get();
    let limits = letter.limits();
    let body = match letter.time() {
        Time::Until(day) => all(day_line(day, today, speech)),
        Time::Days(_) if !limits.is_empty() => {
            let several = limits.len() > 1;
            let from = match letter.first_day() {
                Some((_, false))
                    if letter.dated().is_some() && letter.received().is_some() && letter.dated() != letter.received() =>
                {
                    m.from_earlier
                }
                Some((day, _)) if letter.dated() == Some(day) && letter.since() != Some(Since::Received) => m.from_dated,
                _ => m.from_received,
            };
            all((
                quiet(from),
                limits.iter().map(|limit| counted(limit, several, today, speech)).collect::<Vec<_>>(),
                several.then(|| pair("shield-check", m.earlier_safer)),
                pair("info", m.office_decides),
            ))
        }
        _ => pair("info", m.no_time),
    };
    card("last-day", m.last_day, body)
}

fn day_line(day: Date, today: Date, speech: Speech) -> (El, Option<El>, Option<El>) {
    let m = &speech.m().letter;
    let left = today.days_until(day);
    let words = match left {
        0.. => speech.m().any_time_until.with(&speech.date(day), &speech.days(left.unsigned_abs() as usize, false)),
        _ => speech.date(day),
    };
    let before = (1..10).map(|back| day.plus_days(-back)).find(|day| !is_closed(*day)).filter(|_| is_closed(day));
    (
        el("p", "claim__value").with(words),
        before.map(|before| quiet(m.closed_day.with(&speech.date(before)))),
        (left < 0).then(|| pair("info", m.count_passed)),
    )
}

/// One way to count: "20 February 2020 + 30 days = 21 March 2020".
pub fn counted(limit: &Limit, several: bool, today: Date, speech: Speech) -> El {
    let m = &speech.m().letter;
    let working = limit.kind == Days::Working;
    let sum = m.working.with(&speech.date(limit.from), &speech.days(limit.days.into(), working));
    let name = several.then(|| el("p", "claim__name").with(if working { m.in_working } else { m.in_calendar }));
    let out = working.then(|| {
        let days: Vec<String> = limit.holidays.iter().map(|day| speech.date(*day)).collect();
        let known: Vec<String> = (limit.from.year()..=limit.last.year())
            .filter(|year| !limit.unknown.contains(year))
            .map(|year| speech.digits(&year.to_string()))
            .collect();
        let unknown: Vec<String> = limit.unknown.iter().map(|year| speech.digits(&year.to_string())).collect();
        let lists = (limit.from.year()..=limit.last.year()).filter_map(holidays);
        all((
            (!days.is_empty()).then(|| quiet(m.left_out.with(&days.join(" · ")))),
            (!unknown.is_empty()).then(|| quiet(m.years_unknown.with(&unknown.join(", ")))),
            (!known.is_empty() && unknown.is_empty()).then(|| {
                why((line(m.years_known.with(&known.join(", "))), lists.map(|list| sources(list.sources)).collect::<Vec<_>>()))
            }),
        ))
    });
    el("div", "claim").with((
        name,
        el("p", "claim__sum").with([&sum, " ="].concat()),
        all(day_line(limit.last, today, speech)),
        out,
    ))
}

/// What to ask because the letter does not say it; the same questions go into the plan.
pub fn questions(letter: &Letter, m: &'static Sentences) -> Vec<&'static str> {
    let mut asks: Vec<&'static str> = Vec::new();
    if letter.names_no_law() {
        asks.push(m.ask_law);
    }
    match letter.time() {
        Time::Days(_) if letter.days().is_none() || letter.since().is_none() => asks.push(m.ask_days),
        Time::Unnamed => asks.push(m.ask_time),
        _ => {}
    }
    asks.extend(letter.unsaid().into_iter().filter_map(|at| m.ask_unsaid.get(at)));
    asks
}

/// What she tapped, each a tap from being changed.
fn said(letter: &Letter) -> El {
    let speech = use_speech();
    let m = &speech.m().letter;
    let rows = letter.steps().into_iter().map(|step| {
        let at = Step::ALL.iter().position(|other| *other == step).unwrap_or(0);
        let words = el("span", "row__words").with((
            el("span", "row__below").with(m.asks.get(at).copied().unwrap_or_default()),
            el("span", "row__name").with(answer(letter, step, speech)),
        ));
        el("a", "row").attr("href", address(letter, Some(step))).with((words, el("span", "row__act").with(speech.m().change)))
    });
    el("ul", "rows").with(listed(rows.collect()))
}

/// What was said to a question, in words.
pub fn answer(letter: &Letter, step: Step, speech: Speech) -> String {
    let m = &speech.m().letter;
    let unsure = || speech.m().not_sure.to_owned();
    let join = |parts: Vec<String>| if parts.is_empty() { unsure() } else { parts.join(" · ") };
    let of = |words: &[&'static str], places: Vec<usize>| {
        join(places.into_iter().filter_map(|at| words.get(at)).map(|words| (*words).to_owned()).collect())
    };
    match step {
        Step::From => letter.office().map_or_else(
            || if letter.write().contains("from.other") { m.other_office.to_owned() } else { unsure() },
            |office| speech.text(office.get().name).into_owned(),
        ),
        Step::Dates => {
            let named = |words: &str, day: Option<Date>| day.map(|day| [words, " ", &speech.date(day)].concat());
            join([named(m.dated, letter.dated()), named(m.received, letter.received())].into_iter().flatten().collect())
        }
        Step::Law => match (letter.law(), letter.law_number()) {
            (Some(law), _) => law_name(law, speech),
            (None, Some(number)) => speech.digits(number),
            _ if letter.names_no_law() => m.no_law.to_owned(),
            _ => unsure(),
        },
        Step::Wants => {
            let wants = of(&m.wants, letter.all_wants());
            letter.amount().map_or(wants.clone(), |sum| [&wants, " · ", &speech.riel(sum)].concat())
        }
        Step::Time => match letter.time() {
            Time::Unsure => unsure(),
            Time::Unnamed => m.unnamed.to_owned(),
            Time::Days(days) => m.within.with(&speech.days(days.into(), false)),
            Time::Until(day) => speech.date(day),
        },
        Step::Count => {
            let since = letter.since().and_then(|since| m.since.get(since as usize)).copied();
            let days = letter.days().and_then(|days| m.day_kinds.get(days as usize)).copied();
            join([since, days].into_iter().flatten().map(str::to_owned).collect())
        }
        Step::Threat => letter.threat().and_then(|at| m.threats.get(at)).map_or_else(unsure, |words| (*words).to_owned()),
        Step::Unsaid => of(&m.unsaid, letter.unsaid()),
    }
}

/// In her plan: the letter it began with, its last day, and the way to answer it.
pub fn in_plan(open: Open) -> El {
    let line = memo(move || open.with(|plan| plan.fact(fact::LETTER).to_owned()).unwrap_or_default());
    live(move || {
        let letter = Letter::read(&line.get());
        (!letter.write().is_empty()).then(|| {
            let m = &open.speech.m().letter;
            let write = move || open.app.write_letter("reply", Some(&open.id()));
            all((last_days(&letter), fold(m.yours, said(&letter)), button("button button--wide", "mail", m.answer, write)))
        })
    })
}
