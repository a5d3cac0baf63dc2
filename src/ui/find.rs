//! The finder: one question a screen, big rows to tap, progress, "not sure" everywhere, then one to
//! three services with *because* and the near misses with *why not*. The answers stand in the
//! address, so back, reload and sharing keep them.

use super::complain::complain_row;
use super::el::{all, el, El, Words};
use super::marked::Section;
use super::parts::{badge, button, fold, heading, icon, kind_badges, lead, listed, quiet, row, service_row, with_icon};
use super::state::{use_app, use_speech};
use crate::kb::finder::{Answer, Answers, Fit};
use crate::kb::{services_of, Aim, AimId, FinderQuestion, FinderResult, RightId, ServiceId, Word};
use crate::page::Page;

/// All aims and all services, for whoever does not find herself on Home.
pub fn find() -> El {
    let speech = use_speech();
    let m = speech.m();
    let aims = AimId::all().map(|aim| {
        let entry = aim.get();
        row(Page::FindAim(aim), Some(entry.icon.str()), speech.text(entry.title), entry.hint.map(|hint| speech.text(hint)))
    });
    all((
        heading(m.what_do_you_want),
        el("section", "card card--rows").with(el("ul", "rows").with(listed(aims.collect()))),
        el("h2", "card__title").with(m.all_services),
        by_right(),
        find_out(None),
    ))
}

/// All services, each once: under the right that it serves first. The page of a right names all of its services.
fn by_right() -> Vec<El> {
    let part = |right: RightId| {
        let first = |service: &ServiceId| service.get().rights.get(0) == Some(&right);
        let services: Vec<El> = services_of(right).filter(first).map(service_row).collect();
        (!services.is_empty()).then(|| fold(use_speech().text(right.get().title), el("ul", "rows").with(listed(services))))
    };
    RightId::all().filter_map(part).collect()
}

/// One aim: the next open question, or the results.
pub fn find_aim(aim: AimId) -> El {
    let app = use_app();
    let (answers, asked) = app.route.with_untracked(|route| {
        let answers = Answers::read(aim.get(), route.query("a").unwrap_or(""));
        (answers, route.query("q").and_then(|q| q.parse::<usize>().ok()))
    });
    let path = answers.path(aim.get());
    // `q` asks for one question again; the answers to the others stay.
    let again = asked.and_then(|q| path.get(q).copied()).filter(|at| answers.get(*at).is_some());
    match again.or_else(|| answers.next(aim.get())) {
        Some(at) => question(aim, &answers, at, &path),
        None => results(aim, &answers),
    }
}

/// The address of the finder with these answers; `again` asks for the question at that place.
fn address(aim: AimId, answers: &Answers, again: Option<usize>) -> String {
    let mut address = Page::FindAim(aim).href(use_speech().locale);
    let written = answers.write(aim.get());
    if !written.is_empty() {
        address += "?a=";
        address += &written;
        if let Some(place) = again {
            address += "&q=";
            address += &place.to_string();
        }
    }
    address
}

fn question(aim: AimId, answers: &Answers, at: usize, path: &[usize]) -> El {
    let speech = use_speech();
    let m = speech.m();
    let entry: &'static Aim = aim.get();
    let place = path.iter().position(|question| *question == at).unwrap_or(0);
    let asked: Option<&'static FinderQuestion> = entry.questions.get(at);
    let chosen = answers.get(at);
    let choice = |answer: Answer, picture: &'static str, words: Words| {
        let here = chosen == Some(answer);
        let link = el("a", "choice")
            .attr("href", address(aim, &answers.with(at, answer), None))
            .attr_if("aria-current", here.then_some("true"));
        with_icon(link, picture, words).with(here.then(|| icon("check")))
    };
    let options = asked.map_or(&[][..], |question| question.options.all());
    let mut rows: Vec<El> = options
        .iter()
        .enumerate()
        .map(|(at, option)| choice(Answer::Option(at as u8), option.icon.map_or("circle", Word::str), speech.text(option.text)))
        .collect();
    rows.push(choice(Answer::Unsure, "circle-question-mark", m.not_sure.into()));
    // The question before keeps what was answered; it is asked again at its place.
    let before = place.checked_sub(1).map(|before| address(aim, answers, Some(before)));
    let count = m.question_of.with(&speech.number(place + 1), &speech.number(path.len()));
    let bar = el("progress", "progress__bar")
        .attr("max", path.len().to_string())
        .attr("value", place.to_string())
        .attr("aria-label", count.clone());
    all((
        el("div", "progress").with((bar, el("p", "progress__words").with(count))),
        heading(asked.map_or(Words::default(), |question| speech.text(question.text))),
        asked.and_then(|question| question.help).map(|help| lead(Section::default().text(help))),
        el("ul", "choices").with(listed(rows)),
        before.map(|href| with_icon(el("a", "button button--quiet").attr("href", href), "arrow-left", m.previous_question)),
        quiet(m.change_any_time),
        (place == 0).then(|| complain(aim)),
    ))
}

fn results(aim: AimId, answers: &Answers) -> El {
    let m = use_speech().m();
    let outcome = answers.outcome(aim.get());
    let none = outcome.fits.is_empty();
    let more: Vec<El> = outcome.more.iter().map(|found| service_row(found.result.service)).collect();
    let near: Vec<El> = outcome.near.iter().map(|result| near_miss(result)).collect();
    let list = |words, rows: Vec<El>| (!rows.is_empty()).then(|| fold(words, el("ul", "rows").with(listed(rows))));
    all((
        heading(if none { m.nothing_fits } else { m.results }),
        (!none).then(|| lead(m.results_hint)),
        el("ul", "fits").with(listed(outcome.fits.iter().map(fit).collect())),
        list(m.also_possible, more),
        list(m.near_misses, near),
        list(m.your_answers, given(aim, answers)),
        complain(aim),
        find_out(Some(aim)),
    ))
}

/// What goes with the aim to complain: the ladder that can be climbed.
const COMPLAIN: &str = "complain";

fn complain(aim: AimId) -> Option<El> {
    let row = (aim.name() == COMPLAIN).then(|| complain_row(None, None, use_speech()))?;
    Some(el("section", "card card--rows").with(row))
}

fn fit(found: &Fit) -> El {
    let speech = use_speech();
    let m = speech.m();
    let service = found.result.service;
    let entry = service.get();
    let maybe = (!found.sure).then(|| badge("badge", "circle-question-mark", m.maybe));
    // A tap anywhere on it follows the link, but for words of the glossary.
    let go = el("a", "fit__name").attr("href", Page::Service(service).href(speech.locale));
    el("div", "fit").with((
        el("span", "badges").with((kind_badges(entry.kind), maybe)),
        go.with(speech.text(entry.title)),
        el("span", "fit__why").with((el("b", "").with(m.because), " ", Section::default().text(found.result.because))),
        el("span", "fit__go").attr("aria-hidden", "true").with((m.see_service, icon("arrow-right"))),
    ))
}

fn near_miss(result: &'static FinderResult) -> El {
    let speech = use_speech();
    let why_not = result.why_not.map(|why_not| [speech.m().why_not, " ", &speech.text(why_not)].concat().into());
    let entry = result.service.get();
    row(Page::Service(result.service), Some(entry.icon.str()), speech.text(entry.title), why_not)
}

/// Her answers, each a tap from being changed.
fn given(aim: AimId, answers: &Answers) -> Vec<El> {
    let speech = use_speech();
    let m = speech.m();
    let entry: &'static Aim = aim.get();
    let row = |(place, at): (usize, usize)| {
        let question = entry.questions.get(at)?;
        let words: Words = match answers.get(at)? {
            Answer::Unsure => m.not_sure.into(),
            Answer::Option(option) => speech.text(question.options.get(option as usize)?.text),
        };
        let words = el("span", "row__words")
            .with((el("span", "row__below").with(speech.text(question.text)), el("span", "row__name").with(words)));
        Some(el("a", "row").attr("href", address(aim, answers, Some(place))).with((words, el("span", "row__act").with(m.change))))
    };
    answers.path(entry).into_iter().enumerate().filter_map(row).collect()
}

/// The way on when nothing fits: a plan to find out which office.
fn find_out(aim: Option<AimId>) -> El {
    let app = use_app();
    let m = use_speech().m();
    el("section", "card card--quiet").with((
        el("h2", "card__title").with(m.nothing_fits),
        button("button", "clipboard-pen", m.find_out_plan, move || app.start_plan(None, aim)),
    ))
}
