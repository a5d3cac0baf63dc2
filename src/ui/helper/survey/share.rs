//! The results for others: as a message, on paper, as a table for spreadsheets. What they wrote goes along only when the helper ticks, each
//! time, that she has read it.

use super::super::super::el::{el, El};
use super::super::super::paper::message;
use super::super::super::parts::{button, card};
use super::super::super::plan::Open;
use super::super::super::send::sender;
use super::super::super::signal::*;
use super::result::topics;
use super::{name, words};
use crate::i18n::Speech;
use crate::page::Locale;
use crate::plan::helper::survey::{self, csv_row, Part, FREE};
use crate::plan::Sheet;
use crate::platform::{Line, Mark, TextFile};
use std::sync::Arc;

pub fn share(open: Open, by: Option<Part>) -> El {
    let (app, speech) = (open.app, open.speech);
    let w = words(speech);
    let with_asked = RwSignal::new(false);
    let now = move || {
        let asked = with_asked.get_untracked();
        open.now(|sheet| message(&lines(sheet, by, asked, speech))).unwrap_or_default()
    };
    let save = move || {
        let asked = with_asked.get_untracked();
        if let Some(text) = open.now(|sheet| table(sheet, by, asked, speech)) {
            app.outside().save_file(TextFile { name: "phlov-survey.csv".to_owned(), mime: "text/csv;charset=utf-8", text });
        }
    };
    let boxed = el("input", "checks__box").attr("type", "checkbox").checked(move || with_asked.get());
    let boxed = boxed.on("change", move |_| with_asked.update(|on| *on = !*on));
    let tick = el("label", "checks__row").with((boxed, el("span", "checks__words").with(w.with_questions)));
    card(
        "share",
        w.share,
        (
            tick,
            sender(Arc::new(now), None),
            button("button button--wide", "download", w.save_table, save),
            button("button button--wide", "printer", speech.m().paper.print, move || app.outside().print()),
        ),
    )
}

/// As lines of a message.
pub fn lines(sheet: &Sheet, by: Option<Part>, with_asked: bool, speech: Speech) -> Vec<Line> {
    let w = words(speech);
    let mut lines = Vec::new();
    let mut put = |mark: Mark, text: String| lines.push(Line { mark, text });
    put(Mark::Title, name(sheet, speech));
    put(Mark::Text, w.answers.with(&speech.number(survey::count(sheet))));
    for topic in topics(sheet, by, speech) {
        put(Mark::Head, topic.title.clone());
        for chart in &topic.charts {
            let group = by.map(|_| [&*chart.group, " – "].concat()).unwrap_or_default();
            put(Mark::Quiet, [&*group, &w.answered.with(&speech.number(chart.answered))].concat());
            for bar in chart.bars(speech) {
                let colon = if speech.locale == Locale::Km { "៖ " } else { ": " };
                put(Mark::Text, [&*bar.name, colon, &bar.words].concat());
            }
        }
        if let Some(rest) = topic.rest_words(by, speech) {
            put(Mark::Quiet, rest);
        }
    }
    put(Mark::Foot, w.hidden_note.to_owned());
    if with_asked {
        put(Mark::Head, w.asked.to_owned());
        for item in survey::asked(sheet) {
            put(Mark::Text, ["– ", item.text.current()].concat());
        }
    }
    lines
}

/// As a table: one line for each number. Digits are plain, for the spreadsheet.
pub fn table(sheet: &Sheet, by: Option<Part>, with_asked: bool, speech: Speech) -> String {
    let w = words(speech);
    let mut out = String::from("\u{feff}");
    out.push_str(&csv_row(&w.columns));
    for chart in topics(sheet, by, speech).into_iter().flat_map(|topic| topic.charts) {
        for (choice, count) in &chart.counts {
            let cells = match count {
                Some(count) => [count.to_string(), chart.percent(*count).to_string()],
                None => [w.hidden.to_owned(), w.hidden.to_owned()],
            };
            let [count, percent] = &cells;
            out.push_str(&csv_row(&[&chart.title, choice, &chart.group, &chart.answered.to_string(), count, percent]));
        }
    }
    if with_asked {
        let title = super::super::super::form::ask_words(&survey::form(sheet), FREE, speech);
        for item in survey::asked(sheet) {
            out.push_str(&csv_row(&[&title, item.text.current()]));
        }
    }
    out
}
