//! What goes to others: the minutes in full, and a summary of one page in either language. Both are composed whenever they are shown; of the
//! summary her own version stands when she changed it. Names of speakers only when ticked for this copy; of participants, never.

use super::super::super::edit::words_editor;
use super::super::super::el::{all, el, live, El};
use super::super::super::paper::{cut, message, when};
use super::super::super::parts::{button, fold, heading, main_button, quiet, with_icon};
use super::super::super::plan::Open;
use super::super::super::print::words_of;
use super::super::super::send::sender;
use super::super::super::sheets::desk_name;
use super::super::super::signal::*;
use super::super::super::state::App;
use super::super::fields::{checkbox, chosen_words, note, who_words, word_of};
use super::{question_words, session_words};
use crate::dates::Date;
use crate::i18n::Speech;
use crate::kb::AuthorityId;
use crate::page::Locale;
use crate::plan::helper::workshop::{self, agenda, came, GOAL, GOALS, GROUPS, HOST, RESULT, RESULTS, ROLES, SAID};
use crate::plan::helper::{REPLY, REPLY_BY, REPLY_LAW, REPLY_WRITTEN};
use crate::plan::{fact, time, written, Field, List, Sheet};
use crate::platform::{Code, Line, Mark, Picture};
use std::sync::Arc;

/// Makes the lines of a paper: of which sheet, in which language, with names or without.
pub type Compose = fn(App, &Sheet, Speech, bool) -> Vec<Line>;

/// A paper of a sheet.
#[derive(Clone, Copy)]
pub struct Paper {
    pub title: &'static str,
    pub compose: Compose,
    /// Whether it can be worded by hand.
    pub own: bool,
    /// The tick, and what stands below it.
    pub names: (&'static str, &'static str),
    /// The way back.
    pub back: &'static str,
}

/// The address of a paper: in which query it stands, and the way back to the sheet.
pub struct Way {
    pub here: String,
    pub back: String,
}

/// A paper: language, names, send, print; and her own wording.
pub fn show(open: Open, paper: Paper, way: Way) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = speech.m();
    let asked = app.route.with_untracked(|route| route.query("l").and_then(Locale::parse));
    // What goes to participants is read in Khmer, unless the other is asked for.
    let locale = asked.unwrap_or(Locale::Km);
    let on_paper = Speech { locale, ..speech };
    let names = RwSignal::new(false);
    let own_name = written::own_words(locale.code());
    let composed = memo({
        let own_name = own_name.clone();
        move || {
            let names = names.get();
            open.with(|sheet| match sheet.note(&own_name).trim() {
                own if paper.own && !own.is_empty() => as_lines(own),
                _ => (paper.compose)(app, sheet, on_paper, names),
            })
            .unwrap_or_default()
        }
    });
    let choices = Locale::ALL.into_iter().zip(m.paper.languages).map(|(one, words)| {
        let link = el("a", "chip").attr("href", [&*way.here, "&l=", one.code()].concat());
        link.attr_if("aria-current", (one == locale).then_some("true")).with(words)
    });
    let picture = live(move || {
        let text = composed.with(|lines| message(lines));
        let lines = composed.get();
        let picture = Arc::new(move || Picture { name: "phlov.png".to_owned(), lines: lines.clone(), code: Code::default() });
        sender(Arc::new(move || text.clone()), Some(picture))
    });
    let own = paper.own.then(|| {
        let (back, is) = (own_name.clone(), own_name.clone());
        let p = &speech.h().minutes;
        // What she begins with has no names: a later copy would carry them unticked.
        let given = move || open.now(|sheet| message(&(paper.compose)(app, sheet, on_paper, false))).unwrap_or_default();
        let drop = live(move || {
            let own = open.with(|sheet| !sheet.note(&is).trim().is_empty()).unwrap_or_default();
            let back = back.clone();
            own.then(|| {
                button("button button--small", "undo-2", m.compose.as_composed, move || {
                    open.app.edit_undoable(&open.id(), m.compose.as_composed, |sheet, pen| {
                        sheet.write(pen, &Field::Note(back.clone()), "")
                    })
                })
            })
        });
        fold(p.own_words, (quiet(p.own_hint), words_editor(open, note(&own_name), p.summary, given), drop))
    });
    let controls = el("div", "unprinted").with((
        heading(paper.title),
        el("nav", "actions").attr("aria-label", m.paper.language).with(choices.collect::<Vec<_>>()),
        checkbox(paper.names.0, move || names.get(), move |_| names.update(|on| *on = !*on)),
        quiet(paper.names.1),
        picture,
        own,
        with_icon(el("a", "button button--wide button--quiet").attr("href", way.back), "arrow-left", paper.back),
    ));
    let sheet = live(move || {
        composed.with(|lines| {
            let (foot, body): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| line.mark == Mark::Foot);
            let class = match rows(lines) {
                0..=40 => "paper",
                41..=50 => "paper paper--close",
                _ => "paper paper--closest",
            };
            el("article", class).attr("lang", locale.code()).with((
                body.into_iter().map(words_of).collect::<Vec<_>>(),
                el("div", "paper__foot").with(foot.into_iter().map(words_of).collect::<Vec<_>>()),
            ))
        })
    });
    all((controls, sheet, el("div", "bar").with(main_button("printer", m.paper.print, move || app.outside().print()))))
}

/// So many signs stand in one row across the paper.
const SIGNS: usize = 88;

/// How many rows a paper takes.
fn rows(lines: &[Line]) -> usize {
    lines.iter().map(|line| line.text.chars().count().div_ceil(SIGNS).max(1) + usize::from(line.mark == Mark::Head)).sum()
}

/// Her own wording: the first line is the title.
fn as_lines(own: &str) -> Vec<Line> {
    let rows = own.lines().map(str::trim).filter(|row| !row.is_empty()).enumerate();
    rows.map(|(at, row)| Line { mark: if at == 0 { Mark::Title } else { Mark::Text }, text: row.to_owned() }).collect()
}

pub fn put(lines: &mut Vec<Line>, mark: Mark, text: impl AsRef<str>) {
    // A line of paper is one line, and zero-width spaces do not go into other apps.
    let text = text.as_ref().replace('\u{200b}', "").split_whitespace().collect::<Vec<_>>().join(" ");
    if !text.is_empty() {
        lines.push(Line { mark, text });
    }
}

/// A titled part, if there is anything in it; at most so many lines.
pub fn close(lines: &mut Vec<Line>, head: &str, part: Vec<Line>, most: usize, speech: Speech) {
    if part.is_empty() {
        return;
    }
    put(lines, Mark::Head, head);
    let left = part.len().saturating_sub(most);
    lines.extend(part.into_iter().take(most));
    if left > 0 {
        put(lines, Mark::Quiet, speech.m().paper.more.with(&speech.number(left)));
    }
}

/// What a workshop is about, in the language of the paper.
pub fn topic(sheet: &Sheet, speech: Speech) -> String {
    desk_name(sheet, speech).unwrap_or_else(|| speech.h().workshop.unnamed.to_owned())
}

/// The office that is invited.
pub fn office(sheet: &Sheet, speech: Speech) -> String {
    let office = AuthorityId::parse(sheet.fact(fact::OFFICE)).map(|office| office.get());
    office.map_or_else(String::new, |office| speech.text(office.short.unwrap_or(office.name)).into_owned())
}

/// Where, when, by whom, how many.
fn introduction(lines: &mut Vec<Line>, sheet: &Sheet, speech: Speech) {
    let p = &speech.h().minutes;
    let day = Date::parse(sheet.fact(fact::DAY)).map(|day| when(day, time(sheet.fact(fact::TIME)), speech));
    let mut said = Vec::new();
    said.extend(day.map(|day| p.held.with(&topic(sheet, speech), &day)));
    let area = word_of(sheet.fact(crate::plan::helper::AREA), &crate::plan::helper::AREAS, &speech.h().area.names);
    let place = [sheet.note(fact::PLACE).trim(), area].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    if !place.is_empty() {
        said.push([speech.m().meet.place, if speech.locale == Locale::Km { "៖ " } else { ": " }, &place].concat());
    }
    if !sheet.note(HOST).trim().is_empty() {
        said.push(p.hosted.with(sheet.note(HOST).trim()));
    }
    let [women, men, other] = came(sheet);
    if women + men + other > 0 {
        said.push(p.came_words.with(&speech.number(women + men + other), &speech.number(women)));
    }
    let said: Vec<Line> = said.into_iter().map(|text| Line { mark: Mark::Text, text }).collect();
    close(lines, p.introduction, said, 4, speech);
}

fn bullets(texts: Vec<String>) -> Vec<Line> {
    let mut lines = Vec::new();
    for text in texts.iter().filter(|text| !text.trim().is_empty()) {
        put(&mut lines, Mark::Text, ["– ", text].concat());
    }
    lines
}

/// What was chosen from a bank, and what she wrote beside it.
fn purposes(sheet: &Sheet, bank: &str, codes: &[&str], words: &[&'static str]) -> Vec<String> {
    let mut all: Vec<String> = chosen_words(sheet, bank, codes, words).into_iter().map(str::to_owned).collect();
    all.push(sheet.note(bank).trim().to_owned());
    all
}

fn questions(sheet: &Sheet, speech: Speech, most: usize, names: bool) -> Vec<Line> {
    let (w, p) = (&speech.h().workshop, &speech.h().minutes);
    let office = office(sheet, speech);
    let mut lines = Vec::new();
    // Answered ones first: they are what people came for.
    let (answered, open): (Vec<_>, Vec<_>) =
        sheet.visible(List::Question).into_iter().partition(|item| workshop::is_answered(item));
    for (at, item) in answered.into_iter().chain(open).take(most).enumerate() {
        put(&mut lines, Mark::Text, [&*speech.number(at + 1), ". ", &question_words(item, speech)].concat());
        let answer = item.note(REPLY).trim();
        if answer.is_empty() {
            put(&mut lines, Mark::Quiet, p.no_answer);
            continue;
        }
        let who = match item.fact(fact::BY) {
            "office" if !office.is_empty() => &*office,
            code => word_of(code, ROLES, &w.roles),
        };
        let name = if names { item.note(REPLY_BY).trim() } else { "" };
        let how = if item.fact(REPLY_WRITTEN) == "written" { w.in_writing } else { "" };
        let around = [who, name, how].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let around = if around.is_empty() { around } else { [" (", &around, ")"].concat() };
        put(&mut lines, Mark::Quiet, [&*p.answer_words.with(&cut(answer, 180)), &around].concat());
        if !item.note(REPLY_LAW).trim().is_empty() {
            put(&mut lines, Mark::Quiet, p.law_words.with(item.note(REPLY_LAW).trim()));
        }
    }
    lines
}

fn groups(sheet: &Sheet, speech: Speech) -> Vec<Line> {
    let w = &speech.h().workshop;
    let mut lines = Vec::new();
    for item in sheet.visible(List::Document).into_iter().filter(|item| !item.note(SAID).trim().is_empty()) {
        let own = item.text.current().trim();
        let head = if own.is_empty() { word_of(item.fact(fact::WHAT), GROUPS, &w.groups) } else { own };
        put(&mut lines, Mark::Text, [head, " – ", &*cut(item.note(SAID).trim(), 200)].concat());
    }
    lines
}

/// What is to be done, by whom, until when.
pub fn next_steps(sheet: &Sheet, speech: Speech, names: bool) -> Vec<Line> {
    let (w, p) = (&speech.h().workshop, &speech.h().minutes);
    let office = office(sheet, speech);
    let mut lines = Vec::new();
    for item in sheet.visible(List::Step).into_iter().filter(|item| !item.text.current().trim().is_empty()) {
        let who = who_words(item, &office, names, w);
        let due = item.day(fact::DUE).map(|day| p.until.with(&speech.date(day))).unwrap_or_default();
        let parts = [item.text.current().trim(), &who, &due];
        let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ");
        put(&mut lines, if item.done.value { Mark::Done } else { Mark::Open }, text);
    }
    lines
}

/// The minutes: introduction, objectives, expected results, the agenda with what was said, questions, groups, next steps, closing.
pub fn minutes(_: App, sheet: &Sheet, speech: Speech, names: bool) -> Vec<Line> {
    let (w, p) = (&speech.h().workshop, &speech.h().minutes);
    let mut lines = Vec::new();
    put(&mut lines, Mark::Title, p.minutes_of.with(&topic(sheet, speech)));
    introduction(&mut lines, sheet, speech);
    close(&mut lines, p.objectives, bullets(purposes(sheet, GOAL, GOALS, &w.goals)), 8, speech);
    close(&mut lines, p.expected, bullets(purposes(sheet, RESULT, RESULTS, &w.results)), 8, speech);
    let office = office(sheet, speech);
    let mut part = Vec::new();
    for item in agenda(sheet) {
        let who = who_words(item, &office, names, w);
        let who = if who.is_empty() { who } else { ["(", &who, ")"].concat() };
        put(
            &mut part,
            Mark::Text,
            [&*speech.digits(item.fact(fact::TIME)), " ", &session_words(item, speech), " ", &who].concat(),
        );
        put(&mut part, Mark::Quiet, item.note(SAID));
    }
    close(&mut lines, p.in_detail, part, 30, speech);
    close(&mut lines, p.q_and_a, questions(sheet, speech, 20, names), 60, speech);
    close(&mut lines, p.discussed, groups(sheet, speech), 12, speech);
    close(&mut lines, p.next_steps, next_steps(sheet, speech, names), 20, speech);
    put(&mut lines, Mark::Head, p.closing);
    put(&mut lines, Mark::Text, p.thanks);
    put(&mut lines, Mark::Foot, p.foot);
    lines
}

/// The same on one page: what it was for, what was answered, what was found, what comes next.
pub fn summary(_: App, sheet: &Sheet, speech: Speech, names: bool) -> Vec<Line> {
    let (w, p) = (&speech.h().workshop, &speech.h().minutes);
    let mut lines = Vec::new();
    put(&mut lines, Mark::Title, p.summary_of.with(&topic(sheet, speech)));
    introduction(&mut lines, sheet, speech);
    close(&mut lines, p.objectives, bullets(purposes(sheet, GOAL, GOALS, &w.goals)), 4, speech);
    close(&mut lines, p.q_and_a, questions(sheet, speech, 5, names), 15, speech);
    close(&mut lines, p.discussed, groups(sheet, speech), 4, speech);
    close(&mut lines, p.next_steps, next_steps(sheet, speech, names), 6, speech);
    put(&mut lines, Mark::Text, p.thanks);
    put(&mut lines, Mark::Foot, p.foot);
    lines
}
