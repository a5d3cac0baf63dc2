//! A rating on one page: for the office, what could be better with a suggestion and thanks, nobody named; for her organization, the
//! nine standards, fee and time.

use super::super::el::{all, el, live, El};
use super::super::paper::message;
use super::super::parts::{card, heading, main_button, quiet, with_icon};
use super::super::plan::Open;
use super::super::print::words_of;
use super::super::send::sender;
use super::super::state::{use_app, use_speech};
use super::result::{back_to, ids, rows};
use super::{bars, gone, score_name, service_of};
use crate::i18n::Speech;
use crate::kb::standards;
use crate::page::{Locale, Page};
use crate::plan::score::{self, day, money, ratings, VISITS, WAITS};
use crate::plan::{fact, Item, Sheet, SheetId, What};
use crate::platform::{Line, Mark};
use std::sync::Arc;

pub fn score_paper(id: &str) -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().score;
    let Some(id) = SheetId::parse(id) else { return gone() };
    let (mine, asked) =
        app.route.with_untracked(|route| (route.query("for") == Some("mine"), route.query("l").and_then(Locale::parse)));
    // Officials read Khmer; her organization reads what she reads.
    let locale = asked.unwrap_or(if mine { speech.locale } else { Locale::Km });
    let page = Page::ScorePaper(id.as_str().to_owned()).href(speech.locale);
    let open = Open::new(app, speech, id, What::Score);
    let on_paper = Speech { locale, ..speech };
    live(move || {
        let Some((lines, bars)) = open.with(|sheet| match mine {
            true => (for_mine(sheet, on_paper), Some(bars(rows(sheet, on_paper), on_paper))),
            false => (for_office(sheet, on_paper), None),
        }) else {
            return gone();
        };
        let choices = Locale::ALL.into_iter().zip(speech.m().meet.languages).map(|(one, words)| {
            let href = [&*page, if mine { "?for=mine&l=" } else { "?l=" }, one.code()].concat();
            el("a", "chip").attr("href", href).attr_if("aria-current", (one == locale).then_some("true")).with(words)
        });
        let text = message(&lines);
        let back = el("a", "button button--wide button--quiet").attr("href", back_to(open));
        let empty = (!mine && lines.iter().all(|line| line.mark != Mark::Text))
            .then(|| card("empty", m.paper_points, quiet(m.paper_nothing)));
        let controls = el("div", "unprinted").with((
            heading(if mine { m.to_mine_page } else { m.to_office_page }),
            el("nav", "actions").attr("aria-label", speech.m().paper.language).with(choices.collect::<Vec<_>>()),
            empty,
            sender(Arc::new(move || text.clone()), None),
            with_icon(back, "arrow-left", m.phases[3]),
        ));
        let (foot, body): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| line.mark == Mark::Foot);
        let paper = el("article", "paper").attr("lang", locale.code()).with((
            body.into_iter().map(words_of).collect::<Vec<_>>(),
            bars,
            foot.into_iter().map(words_of).collect::<Vec<_>>(),
        ));
        all((
            controls,
            paper,
            el("div", "bar").with(main_button("printer", speech.m().paper.print, move || app.outside().print())),
        ))
    })
}

fn put(lines: &mut Vec<Line>, mark: Mark, text: impl Into<String>) {
    let text = text.into();
    if !text.trim().is_empty() {
        lines.push(Line { mark, text });
    }
}

/// Where and when, without anybody's name.
fn place(lines: &mut Vec<Line>, sheet: &Sheet, speech: Speech) {
    let service = service_of(sheet).map(|service| speech.text(service.get().title).into_owned()).unwrap_or_default();
    put(lines, Mark::Quiet, service);
    let day = speech.date(day(sheet));
    let parts = [sheet.note(fact::PLACE), &day];
    put(lines, Mark::Quiet, parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" · "));
}

fn for_office(sheet: &Sheet, speech: Speech) -> Vec<Line> {
    let m = &speech.m().score;
    let mut lines = Vec::new();
    put(&mut lines, Mark::Title, m.paper_title);
    put(&mut lines, Mark::Quiet, m.paper_greeting);
    put(&mut lines, Mark::Quiet, score_name(sheet, speech));
    place(&mut lines, sheet, speech);
    let (points, thanks) = score::to_office(sheet, &ids());
    let good = sheet.note(fact::GOOD).trim();
    if !thanks.is_empty() || !good.is_empty() {
        put(&mut lines, Mark::Head, m.paper_thanks);
        for standard in thanks.iter().filter_map(|at| standards().get(*at)) {
            put(&mut lines, Mark::Text, speech.text(standard.thanks));
        }
        put(&mut lines, Mark::Text, good);
    }
    let better = sheet.note(fact::BETTER).trim();
    if !points.is_empty() || !better.is_empty() {
        put(&mut lines, Mark::Head, m.paper_points);
        for standard in points.iter().filter_map(|at| standards().get(*at)) {
            let colon = if speech.locale == Locale::Km { "៖ " } else { ": " };
            put(&mut lines, Mark::Open, [&*speech.text(standard.after), colon, &speech.text(standard.better)].concat());
        }
        put(&mut lines, Mark::Text, better);
    }
    put(&mut lines, Mark::Foot, m.paper_close);
    put(&mut lines, Mark::Foot, m.not_official);
    lines
}

fn for_mine(sheet: &Sheet, speech: Speech) -> Vec<Line> {
    let m = &speech.m().score;
    let mut lines = Vec::new();
    put(&mut lines, Mark::Title, m.paper_mine);
    put(&mut lines, Mark::Text, score_name(sheet, speech));
    place(&mut lines, sheet, speech);
    let rated = ratings(sheet).into_iter().filter(|rating| score::is_rated(rating)).count();
    put(&mut lines, Mark::Text, if rated == 1 { speech.digits(m.one_person) } else { m.people.with(&speech.number(rated)) });
    // One person's fee is hers; of several it would say who paid what.
    if let ([rating], false) = (ratings(sheet).as_slice(), score::is_group(sheet)) {
        money_lines(&mut lines, rating, speech);
    }
    for (head, note) in [(m.good, fact::GOOD), (m.better, fact::BETTER)] {
        if !sheet.note(note).trim().is_empty() {
            put(&mut lines, Mark::Head, head);
            put(&mut lines, Mark::Text, sheet.note(note));
        }
    }
    put(&mut lines, Mark::Foot, m.not_official);
    lines
}

fn money_lines(lines: &mut Vec<Line>, rating: &Item, speech: Speech) {
    let m = &speech.m().score;
    let mut say = |label: &str, value: String| {
        if !value.is_empty() {
            put(lines, Mark::Text, [label, " ", &value].concat());
        }
    };
    for (name, label) in [(fact::POSTED, m.posted), (fact::ASKED, m.asked), (fact::PAID, m.paid)] {
        say(label, money(rating, name).map_or_else(String::new, |sum| speech.riel(sum)));
    }
    let chosen = |name: &str, codes: &[&str], words: &[&str]| {
        let at = codes.iter().position(|code| *code == rating.fact(name));
        at.and_then(|at| words.get(at)).map_or_else(String::new, |words| (*words).to_owned())
    };
    say(m.receipt, chosen(fact::RECEIPT, &["yes", "no"], &m.yes_no));
    say(m.waited, chosen(fact::WAITED, &WAITS, &m.waits));
    say(m.came, chosen(fact::VISITS, &VISITS, &m.visits));
}
