//! What came of it: each question as a picture, by group where groups are large enough, and the questions that were written.

use super::super::super::el::{all, el, live, El};
use super::super::super::form::{ask_words, choice_words};
use super::super::super::long::PART;
use super::super::super::parts::{button, card, heading, lead, pair, quiet, small_title_of, with_icon};
use super::super::super::plan::Open;
use super::super::super::signal::*;
use super::share::share;
use super::{address, back, name, words};
use crate::i18n::Speech;
use crate::plan::helper::survey::{self, Answer, Part, FEWEST};
use crate::plan::{ItemId, Sheet};

/// By what the numbers are split, and how that stands in the query.
pub const BY: [(&str, Option<Part>); 3] = [("all", None), ("who", Some(Part::Who)), ("area", Some(Part::Area))];
/// Squares of a bar.
const SQUARES: usize = 10;

/// One bar: what it counts, in words how much, per cent; `None`: hidden.
pub struct Bar {
    pub name: String,
    pub percent: Option<usize>,
    pub words: String,
}

/// A picture of one question, for one group or for all.
pub struct Chart {
    pub title: String,
    /// The group, and how many of it answered.
    pub group: String,
    pub answered: usize,
    /// How many chose each; `None`: hidden.
    pub counts: Vec<(String, Option<usize>)>,
}

impl Chart {
    pub fn percent(&self, count: usize) -> usize {
        (200 * count + self.answered).checked_div(2 * self.answered).unwrap_or_default()
    }

    /// What nobody chose is left out.
    pub fn bars(&self, speech: Speech) -> Vec<Bar> {
        let w = words(speech);
        let shown = self.counts.iter().filter(|(_, count)| *count != Some(0));
        let bar = |(name, count): &(String, Option<usize>)| {
            let percent = count.map(|count| self.percent(count));
            let words = match count.zip(percent) {
                Some((count, percent)) => w.count.with(&speech.number(count), &speech.number(percent)),
                None => w.hidden.to_owned(),
            };
            Bar { name: name.clone(), percent, words }
        };
        shown.map(bar).collect()
    }
}

/// The questions in the order of the form, and who answered them.
const PARTS: [Part; 6] = [Part::Needs, Part::Hard, Part::Office, Part::Reach, Part::Who, Part::Area];

/// One question: its pictures, of everybody or by group, and how many answered who are in none of them.
pub struct Topic {
    pub title: String,
    pub charts: Vec<Chart>,
    pub rest: usize,
}

impl Topic {
    /// What is said of those who are in no picture.
    pub fn rest_words(&self, by: Option<Part>, speech: Speech) -> Option<String> {
        let w = words(speech);
        let sentence = if by.is_none() { w.few } else { w.rest };
        (self.rest > 0).then(|| sentence.with(&speech.number(self.rest)))
    }
}

/// All questions that anybody answered.
pub fn topics(sheet: &Sheet, by: Option<Part>, speech: Speech) -> Vec<Topic> {
    let form = survey::form(sheet);
    let answers: Vec<Answer> = survey::answers(sheet).into_iter().map(survey::said).collect();
    let parts = PARTS.into_iter().filter(|part| by.is_none() || part.question().is_some());
    let topics = parts.map(|part| topic(&form, &answers, part, by, speech));
    topics.filter(|topic| topic.rest > 0 || !topic.charts.is_empty()).collect()
}

fn topic(form: &survey::Form, answers: &[Answer], part: Part, by: Option<Part>, speech: Speech) -> Topic {
    let w = words(speech);
    let title = match (part, part.question()) {
        (_, Some(question)) => ask_words(form, question, speech),
        (Part::Who, None) => w.who.to_owned(),
        (_, None) => speech.m().form.area_title.to_owned(),
    };
    let chart = |group: String, answered: usize, counts: Vec<Option<usize>>| {
        let named = counts.into_iter().enumerate().map(|(at, count)| (choice_words(part, at, speech), count));
        Chart { title: title.clone(), group, answered, counts: named.collect() }
    };
    let (charts, rest) = match by {
        Some(by) => {
            let (groups, rest) = survey::split(answers, part, by);
            let groups =
                groups.into_iter().map(|group| chart(choice_words(by, group.group, speech), group.answered, group.counts));
            (groups.collect(), rest)
        }
        None => {
            let (answered, counts) = match part.question() {
                Some(_) => {
                    let tally = survey::tally(answers, part);
                    (tally.answered, tally.counts.into_iter().map(Some).collect())
                }
                // Who they are is a group itself.
                None => survey::composition(answers, part),
            };
            match answered < FEWEST {
                true => (Vec::new(), answered),
                false => (vec![chart(w.everybody.to_owned(), answered, counts)], 0),
            }
        }
    };
    Topic { title, charts, rest }
}

/// A chart that is a table for those who listen.
fn picture(chart: &Chart, speech: Speech) -> El {
    let row = |bar: Bar| {
        let full = bar.percent.map_or(0, |percent| (percent * SQUARES).div_ceil(100));
        let squares = (0..SQUARES).map(|at| el("span", if at < full { "bars__square bars__square--on" } else { "bars__square" }));
        el("div", "bars__row").attr("role", "row").with((
            el("div", "").attr("role", "rowheader").with(bar.name),
            el("div", "bars__said").attr("role", "cell").with((
                el("span", "bars__squares").attr("aria-hidden", "true").with(squares.collect::<Vec<_>>()),
                el("span", "bars__face").with(bar.words),
            )),
        ))
    };
    let name = [&*chart.title, " – ", &chart.group].concat();
    el("div", "bars")
        .attr("role", "table")
        .attr("aria-label", name)
        .with(chart.bars(speech).into_iter().map(row).collect::<Vec<_>>())
}

/// All of them as they stand on the screen and on paper.
pub fn pictures(sheet: &Sheet, by: Option<Part>, speech: Speech) -> El {
    let w = words(speech);
    let one = |chart: &Chart| {
        all((
            by.map(|_| small_title_of(chart.group.clone())),
            quiet(w.answered.with(&speech.number(chart.answered))),
            picture(chart, speech),
        ))
    };
    let card = |topic: Topic| {
        el("section", "card").with((
            el("h2", "card__title").attr("dir", "auto").with(topic.title.clone()),
            topic.charts.iter().map(one).collect::<Vec<_>>(),
            topic.rest_words(by, speech).map(quiet),
        ))
    };
    all(topics(sheet, by, speech).into_iter().map(card).collect::<Vec<_>>())
}

pub fn results(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let w = words(speech);
    let asked = app.route.with_untracked(|route| route.query("by").unwrap_or_default().to_owned());
    let by = BY.into_iter().find(|(code, _)| *code == asked).and_then(|(_, by)| by);
    let choices = BY.into_iter().zip(w.by_what).map(|((code, one), words)| {
        let href = [&address(open, "results"), "&by=", code].concat();
        el("a", "chip").attr("href", href).attr_if("aria-current", (one == by).then_some("true")).with(words)
    });
    let choices = el("nav", "chips unprinted").attr("aria-label", w.by).with(choices.collect::<Vec<_>>());
    let title = live(move || open.with(|sheet| lead(name(sheet, speech)).attr("dir", "auto")));
    let shown = live(move || {
        open.with(|sheet| {
            let count = survey::count(sheet);
            if count < FEWEST {
                return quiet(w.few.with(&speech.number(count)));
            }
            all((quiet(w.answers.with(&speech.number(count))), pictures(sheet, by, speech), quiet(w.hidden_note)))
        })
    });
    let enough = memo(move || open.with(survey::count).unwrap_or_default() >= FEWEST);
    let send = live(move || enough.get().then(|| share(open, by)));
    all((heading(w.results), title, choices, shown, el("div", "unprinted").with((asked_card(open), send, back(open)))))
}

/// What they wrote, to be put into the queue one by one.
fn asked_card(open: Open) -> El {
    let speech = open.speech;
    let w = words(speech);
    let parts = RwSignal::new(1usize);
    let rows = live(move || {
        let shown = parts.get() * PART;
        let found = open.with(|sheet| {
            let all = survey::asked(sheet);
            let rows = all.iter().take(shown).map(|item| (item.id.clone(), item.text.current().to_owned(), item.done.value));
            (rows.collect::<Vec<_>>(), all.len())
        });
        let (rows, count) = found?;
        if rows.is_empty() {
            return Some(quiet(w.none_asked));
        }
        let left = count.saturating_sub(shown);
        let more = (left > 0).then(|| {
            let button =
                el("button", "button button--wide").attr("type", "button").tap(move || parts.update(|parts| *parts += 1));
            with_icon(button, "arrow-down", speech.m().more_rows.with(&speech.number(left)))
        });
        let rows = rows.into_iter().map(|(id, text, queued)| asked_row(open, id, text, queued)).collect::<Vec<_>>();
        Some(all((quiet(w.asked_hint), el("ul", "agenda").with(rows), more)))
    });
    card("asked", w.asked, rows)
}

fn asked_row(open: Open, id: ItemId, text: String, queued: bool) -> El {
    let w = words(open.speech);
    let key = id.as_str().to_owned();
    let tap = move || queue(open, &id, !queued);
    let (picture, says) = if queued { ("undo-2", w.out_of_queue) } else { ("list-checks", w.to_queue) };
    el("li", "agenda__line").key(key).with(el("div", "agenda__words").with((
        el("span", "").attr("dir", "auto").with(text),
        queued.then(|| pair("circle-check", w.in_queue)),
        el("div", "actions").with(button("button button--small", picture, says, tap)),
    )))
}

/// Puts a question into the queue, or takes it out.
fn queue(open: Open, id: &ItemId, on: bool) {
    let app = open.app;
    let Some(name) = survey::need_id(id) else { return };
    let known = app.plan(&name).is_some();
    if known {
        app.edit(&name, |need, pen| need.set_removed(pen, !on));
    } else if let Some(need) = open.now(|sheet| survey::need(sheet, &app.pen(), id)).flatten() {
        app.add_sheet(need);
    }
    app.edit(&open.id(), |sheet, pen| sheet.set_done(pen, id, on));
}
