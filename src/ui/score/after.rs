//! After a visit: a face for each standard, the fee and the time, what could be better and what was good.

use super::super::edit::words_editor;
use super::super::el::{all, el, live, El};
use super::super::parts::{fold, icon, pair, quiet, with_icon};
use super::super::plan::saved_line;
use super::super::signal::*;
use super::{address, before::place, face, facts_line, head, pick, result::next_person, Phase, Visit, FACES};
use crate::kb::{standards, Standard};
use crate::khmer;
use crate::page::Page;
use crate::plan::score::{self, is_group, Mark, VISITS, WAITS};
use crate::plan::{fact, Field};

/// Sums of more digits are no fees.
const LONGEST_SUM: usize = 12;

pub fn after(visit: Visit) -> El {
    let (open, m) = (visit.open, visit.m());
    let group = open.now(is_group).unwrap_or_default();
    if group && visit.who.with_value(Option::is_none) {
        return all((head(visit, Phase::After), quiet(m.together_hint), el("div", "bar").with(next_person(open))));
    }
    let rows: Vec<El> = standards().iter().map(|standard| rate(visit, standard, group)).collect();
    let done = el("a", "button button--main").attr("href", address(open, Phase::Result));
    let known = open.now(|sheet| !sheet.fact(fact::OFFICE).is_empty() || !sheet.note(fact::OFFICE).is_empty());
    let hers = (!group).then(|| {
        let note = |name: &str| Field::Note(name.to_owned());
        (words_editor(open, note(fact::BETTER), m.better, String::new), words_editor(open, note(fact::GOOD), m.good, String::new))
    });
    all((
        head(visit, Phase::After),
        saved_line(open),
        facts_line(visit),
        (known != Some(true)).then(|| place(visit, false)),
        el("h2", "card__title").with(m.how_satisfied),
        rows,
        fold(m.money, money(visit)),
        hers,
        el("div", "bar").with(if group {
            with_icon(done, "check", m.pass_on)
        } else {
            with_icon(done, "arrow-right", m.see_result)
        }),
    ))
}

/// One standard: five faces, and two ways to say nothing about it.
fn rate(visit: Visit, standard: &'static Standard, group: bool) -> El {
    let (open, m) = (visit.open, visit.m());
    let id = standard.id.str();
    let now = memo(move || visit.read(|rating| score::mark(rating, id)).flatten());
    let tap = move |mark: Mark| {
        visit.edit(|sheet, pen, rating| {
            score::set_mark(sheet, pen, rating, id, mark);
        });
    };
    let pressed = move |mark: Mark| move || Some((now.get() == Some(mark)).to_string().into());
    let faces = (1u8..).zip(FACES).zip(m.faces).map(|((at, picture), words)| {
        let mark = Mark::Face(at);
        el("button", "face")
            .attr("type", "button")
            .attr("aria-label", words)
            .live_attr("aria-pressed", pressed(mark))
            .tap(move || tap(mark))
            .with(icon(picture))
    });
    let other = |mark: Mark, words: &'static str| {
        let button = el("button", "chip").attr("type", "button").live_attr("aria-pressed", pressed(mark));
        button.tap(move || tap(mark)).with(words)
    };
    let said = live(move || match now.get() {
        Some(Mark::Face(at)) => el("p", "face__words").with(face(at, m).1),
        _ => el("p", "face__words face__words--none").attr("aria-hidden", "true").with("·"),
    });
    let name = open.speech.text(standard.after);
    let marked = (!group).then(|| {
        live(move || {
            let seen = open.with(|sheet| score::counter(sheet, id)).flatten()?;
            Some(quiet(m.marked.with(if seen { m.seen } else { m.not_seen })))
        })
    });
    el("section", "card rate").attr("aria-label", name.clone()).with((
        el("h3", "small-title").with(name),
        marked,
        el("div", "faces").attr("role", "group").attr("aria-label", m.how_satisfied).with(faces.collect::<Vec<_>>()),
        said,
        el("div", "chips").with((other(Mark::Unseen, m.unseen), other(Mark::NotApply, m.not_apply))),
    ))
}

fn money(visit: Visit) -> El {
    let (speech, m) = (visit.open.speech, visit.m());
    let sum = |name: &'static str, words: &'static str| {
        let write = move |event| {
            let typed = khmer::ascii_digits(&event_target_value(&event));
            let digits: String = typed.chars().filter(char::is_ascii_digit).take(LONGEST_SUM).collect();
            visit.set(name, &digits);
        };
        let input = el("input", "field__line").attr("type", "text").attr("inputmode", "numeric").attr("autocomplete", "off");
        let shown = move || speech.digits(&visit.fact(name));
        el("label", "field").with((el("span", "field__label").with(words), input.value(shown).on("change", write)))
    };
    let more = live(move || {
        let more = visit.read(|rating| score::money(rating, fact::ASKED).zip(score::money(rating, fact::POSTED)));
        more.flatten().is_some_and(|(asked, posted)| asked > posted).then(|| {
            let href = [&Page::Complaints.href(speech.locale), "?s=paid-extra"].concat();
            let link = el("a", "button button--wide").attr("href", href);
            all((pair("info", m.more_than_posted), with_icon(link, "signpost", m.what_to_do)))
        })
    });
    all((
        (sum(fact::POSTED, m.posted), sum(fact::ASKED, m.asked), sum(fact::PAID, m.paid)),
        more,
        pick(visit, m.receipt, fact::RECEIPT, &["yes", "no"], &m.yes_no),
        pick(visit, m.waited, fact::WAITED, &WAITS, &m.waits),
        pick(visit, m.came, fact::VISITS, &VISITS, &m.visits),
    ))
}
