//! Numbers of a period and a province: as a picture that is a table for those who listen, on paper, as text, as a table for other programs.
//! Period and province stand in the address. What the numbers are and which are hidden, [`crate::plan::helper::report`] decides.

mod tables;

use super::super::el::{all, el, live, El};
use super::super::paper::message;
use super::super::parts::{button, heading, lead, main_button, main_link, pair, quiet};
use super::super::print::words_of;
use super::super::send::sender;
use super::super::signal::*;
use super::super::state::{use_app, use_speech, App};
use super::bundle::lines::area_name;
use crate::i18n::Speech;
use crate::kb::standards;
use crate::page::{Desk, Page};
use crate::plan::helper::report::csv::csv;
use crate::plan::helper::report::{report as numbers, Period, Report, PERIODS};
use crate::plan::helper::AREAS;
use crate::platform::{Line, Mark, TextFile};
use std::sync::Arc;
use tables::{table, tables, Table};

/// What was chosen.
#[derive(Clone)]
struct Chosen {
    period: String,
    area: String,
}

impl Chosen {
    fn here(app: App) -> Chosen {
        let read = |name: &str| app.route.with_untracked(|route| route.query(name).unwrap_or_default().to_owned());
        let (period, area) = (read("period"), read("area"));
        Chosen {
            period: if PERIODS.contains(&&*period) { period } else { "quarter".to_owned() },
            area: if AREAS.contains(&&*area) { area } else { String::new() },
        }
    }

    fn address(&self, speech: Speech) -> String {
        [&Page::Helper(Desk::Report).href(speech.locale), "?period=", &self.period, "&area=", &self.area].concat()
    }
}

pub fn report() -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.h().report;
    let chosen = Chosen::here(app);
    let (period, area) = (chosen.period.clone(), chosen.area.clone());
    let made = memo(move || {
        let today = app.today.get();
        let nine: Vec<&str> = standards().iter().map(|standard| standard.id.str()).collect();
        app.book.with(|book| numbers(book, Period::of(&period, today), &area, &nine, today))
    });
    let here = chosen.clone();
    let body = live(move || made.with(|made| body(app, speech, &here, made)));
    all((
        el("div", "unprinted").with((heading(m.title), lead(m.lead), periods(&chosen, speech), areas(app, chosen, speech))),
        body,
    ))
}

fn periods(chosen: &Chosen, speech: Speech) -> El {
    let m = &speech.h().report;
    let chips = PERIODS.iter().zip(m.periods).map(|(code, words)| {
        let to = Chosen { period: (*code).to_owned(), area: chosen.area.clone() };
        let current = (*code == chosen.period).then_some("true");
        el("a", "chip").attr("href", to.address(speech)).attr_if("aria-current", current).with(words)
    });
    el("nav", "chips").attr("aria-label", m.period).with(chips.collect::<Vec<_>>())
}

fn areas(app: App, chosen: Chosen, speech: Speech) -> El {
    let m = &speech.h().report;
    let option = |code: &'static str, words: &'static str| {
        el("option", "").attr("value", code).attr_if("selected", (code == chosen.area).then_some("")).with(words)
    };
    let provinces = AREAS.into_iter().map(|code| option(code, area_name(code, speech)));
    let options: Vec<El> = [option("", m.all_areas)].into_iter().chain(provinces).collect();
    let period = chosen.period.clone();
    let go = move |event| {
        let area = event_target_value(&event);
        app.go_to(&Chosen { period: period.clone(), area }.address(speech));
    };
    let select = el("select", "field__line").on("change", go).with(options);
    el("label", "field").with((el("span", "field__label").with(m.area), select))
}

/// Period and province in words.
fn scope(app: App, chosen: &Chosen, speech: Speech) -> [String; 2] {
    let m = &speech.h().report;
    let period = Period::of(&chosen.period, app.today.get_untracked());
    let days = period.from.zip(period.to);
    let days = days.map_or(m.all_time.to_owned(), |(from, to)| m.from_to.with(&speech.date(from), &speech.date(to)));
    let area = if chosen.area.is_empty() { m.all_areas } else { area_name(&chosen.area, speech) };
    [days, [m.area, speech.h().report.colon, area].concat()]
}

fn body(app: App, speech: Speech, chosen: &Chosen, made: &Report) -> El {
    let m = &speech.h().report;
    let scope = scope(app, chosen, speech);
    let tables = tables(made, speech);
    if made.is_empty() {
        let people = main_link("users", speech.h().women.title, Page::Helper(Desk::Women));
        return all((quiet(scope.join(" · ")), el("h2", "card__title").with(m.empty), el("p", "").with(m.empty_help), people));
    }
    let hiding = tables.iter().any(|table| table.is_hiding);
    let foot = m.foot.with(speech.m().app, &speech.date(app.today.get_untracked()));
    let text = message(&lines(&scope, &tables, hiding, &foot, speech));
    let rows = csv_rows(&scope, &tables, speech);
    let save = move || {
        let name = ["phlov-report-", &app.today.get_untracked().to_string(), ".csv"].concat();
        app.outside().save_file(TextFile { name, mime: "text/csv;charset=utf-8", text: csv(&rows) });
        app.say(m.csv_saved, None);
    };
    let controls = el("div", "unprinted").with((
        hiding.then(|| pair("shield-check", m.hiding)),
        pair("info", m.two_reports),
        sender(Arc::new(move || text.clone()), None),
        button("button button--wide", "download", m.csv, save),
    ));
    let put = |mark, text: &str| words_of(&Line { mark, text: text.to_owned() });
    let paper = el("article", "paper paper--close").attr("lang", speech.locale.code()).with((
        put(Mark::Title, m.title),
        scope.each_ref().map(|words| put(Mark::Text, words)),
        tables.iter().map(table).collect::<Vec<_>>(),
        hiding.then(|| put(Mark::Foot, m.hiding)),
        put(Mark::Foot, &foot),
    ));
    all((controls, paper, el("div", "bar").with(main_button("printer", speech.m().paper.print, move || app.outside().print()))))
}

fn lines(scope: &[String], tables: &[Table], hiding: bool, foot: &str, speech: Speech) -> Vec<Line> {
    let m = &speech.h().report;
    let mut all = vec![Line { mark: Mark::Title, text: m.title.to_owned() }];
    let mut put = |mark, text: String| all.push(Line { mark, text });
    scope.iter().for_each(|words| put(Mark::Text, words.clone()));
    for table in tables {
        put(Mark::Head, table.name.to_owned());
        for row in &table.rows {
            put(Mark::Text, [&row.name, m.colon, &row.said].concat());
        }
    }
    if hiding {
        put(Mark::Foot, m.hiding.to_owned());
    }
    put(Mark::Foot, foot.to_owned());
    all
}

fn csv_rows(scope: &[String], tables: &[Table], speech: Speech) -> Vec<Vec<String>> {
    let m = &speech.h().report;
    let mut rows = vec![vec![m.table.to_owned(), m.what.to_owned(), m.count.to_owned()]];
    rows.extend(scope.iter().map(|words| vec![m.title.to_owned(), words.clone(), String::new()]));
    for table in tables {
        for row in &table.rows {
            // A number is a number for a program: without Khmer digits.
            let said = row.count.map_or_else(|| row.said.clone(), |count| count.to_string());
            rows.push(vec![table.name.to_owned(), row.name.clone(), said]);
        }
    }
    rows
}
