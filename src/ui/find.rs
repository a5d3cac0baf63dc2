//! The finder: one question a screen, big rows to tap, progress, "not sure" everywhere, then one to
//! three services with *because* and the near misses with *why not*. The answers stand in the
//! address, so back, reload and sharing keep them.

use super::parts::{fold, heading, icon, kind_badges, row, service_row};
use super::state::{use_app, use_speech};
use crate::kb::finder::{Answer, Answers, Fit};
use crate::kb::{Aim, AimId, FinderQuestion, FinderResult, ServiceId};
use crate::page::Page;
use leptos::prelude::*;

/// All aims and all services, for whoever does not find herself on Home.
pub fn find() -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let aims = AimId::all().map(|aim| {
        let entry = aim.get();
        let hint = entry.hint.map(|hint| speech.text(hint).into_owned());
        view! { <li>{row(Page::FindAim(aim), Some(entry.icon), speech.text(entry.title).into_owned(), hint)}</li> }
    });
    let services = ServiceId::all().map(|service| view! { <li>{service_row(service)}</li> });
    view! {
        {heading(m.choose_aim)}
        <section class="card card--rows"><ul class="rows">{aims.collect_view()}</ul></section>
        <section class="card card--rows" aria-labelledby="all-services">
            <h2 id="all-services" class="card__title">{m.all_services}</h2>
            <ul class="rows">{services.collect_view()}</ul>
        </section>
        {find_out(None)}
    }
}

/// One aim: the next open question, or the results.
pub fn find_aim(aim: AimId) -> impl IntoView {
    let app = use_app();
    let (answers, asked) = app.route.with_untracked(|route| {
        let answers = Answers::read(aim.get(), route.query("a").unwrap_or(""));
        (answers, route.query("q").and_then(|q| q.parse::<usize>().ok()))
    });
    let path = answers.path(aim.get());
    // `q` asks for one question again; the answers to the others stay.
    let again = asked.and_then(|q| path.get(q).copied()).filter(|at| answers.get(*at).is_some());
    match again.or_else(|| answers.next(aim.get())) {
        Some(at) => question(aim, &answers, at, &path).into_any(),
        None => results(aim, &answers).into_any(),
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

fn question(aim: AimId, answers: &Answers, at: usize, path: &[usize]) -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let entry: &'static Aim = aim.get();
    let place = path.iter().position(|question| *question == at).unwrap_or(0);
    let asked: Option<&'static FinderQuestion> = entry.questions.get(at);
    let chosen = answers.get(at);
    let choice = |answer: Answer, picture: Option<&'static str>, words: String| {
        let href = address(aim, &answers.with(at, answer), None);
        view! {
            <li><a class="choice" href=href aria-current=(chosen == Some(answer)).then_some("true")>
                {icon(picture.unwrap_or("circle"))}<span>{words}</span>
                {(chosen == Some(answer)).then(|| icon("check"))}
            </a></li>
        }
    };
    let options = asked.map_or(&[][..], |question| question.options);
    let rows = options
        .iter()
        .enumerate()
        .map(|(at, option)| choice(Answer::Option(at as u8), option.icon, speech.text(option.text).into_owned()))
        .collect_view();
    // The question before keeps what was answered; it is asked again at its place.
    let before = place.checked_sub(1).map(|before| address(aim, answers, Some(before)));
    view! {
        <div class="progress" role="img" aria-label=(m.question_of)(&speech.number(place + 1), &speech.number(path.len()))>
            <progress class="progress__bar" max=path.len().to_string() value=place.to_string() aria-hidden="true"></progress>
            <p class="progress__words" aria-hidden="true">{(m.question_of)(&speech.number(place + 1), &speech.number(path.len()))}</p>
        </div>
        {heading(asked.map_or(String::new(), |question| speech.text(question.text).into_owned()))}
        {asked.and_then(|question| question.help).map(|help| view! { <p class="lead">{speech.text(help)}</p> })}
        <ul class="choices">
            {rows}
            {choice(Answer::Unsure, Some("circle-question-mark"), m.not_sure.to_owned())}
        </ul>
        {before.map(|href| view! { <p><a class="button button--quiet" href=href>{icon("arrow-left")}{m.previous_question}</a></p> })}
        <p class="quiet">{m.change_any_time}</p>
    }
}

fn results(aim: AimId, answers: &Answers) -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let outcome = answers.outcome(aim.get());
    let fits = outcome.fits.iter().map(|found| fit(found)).collect_view();
    let more = outcome.more.iter().map(|found| view! { <li>{service_row(found.result.service)}</li> }).collect_view();
    let near = outcome.near.iter().map(|result| near_miss(result)).collect_view();
    let none = outcome.fits.is_empty();
    view! {
        {heading(if none { m.nothing_fits } else { m.results })}
        {(!none).then(|| view! { <p class="lead">{m.results_hint}</p> })}
        <ul class="fits">{fits}</ul>
        {(!outcome.more.is_empty()).then(|| view! { {fold(m.also_possible, view! { <ul class="rows">{more}</ul> })} })}
        {(!outcome.near.is_empty()).then(|| fold(m.near_misses, view! { <ul class="rows">{near}</ul> }))}
        {given(aim, answers)}
        {find_out(Some(aim))}
    }
}

fn fit(found: &Fit) -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let service = found.result.service;
    let entry = service.get();
    view! {
        <li><a class="fit" href=Page::Service(service).href(speech.locale)>
            <span class="badges">{kind_badges(entry.kind)}{(!found.sure).then(|| view! { <span class="badge">{icon("circle-question-mark")}{m.maybe}</span> })}</span>
            <strong class="fit__name">{speech.text(entry.title)}</strong>
            <span class="fit__why"><b>{m.because}</b>" "{speech.text(found.result.because)}</span>
            <span class="fit__go">{m.see_service}{icon("arrow-right")}</span>
        </a></li>
    }
}

fn near_miss(result: &'static FinderResult) -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let why_not = result.why_not.map(|why_not| [m.why_not, " ", &speech.text(why_not)].concat());
    view! { <li>{row(Page::Service(result.service), Some(result.service.get().icon), speech.text(result.service.get().title).into_owned(), why_not)}</li> }
}

/// Her answers, each a tap from being changed.
fn given(aim: AimId, answers: &Answers) -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let entry: &'static Aim = aim.get();
    let rows = answers
        .path(entry)
        .into_iter()
        .enumerate()
        .filter_map(|(place, at)| {
            let question = entry.questions.get(at)?;
            let words = match answers.get(at)? {
                Answer::Unsure => m.not_sure.to_owned(),
                Answer::Option(option) => speech.text(question.options.get(option as usize)?.text).into_owned(),
            };
            Some(view! {
                <li><a class="row" href=address(aim, answers, Some(place))>
                    <span class="row__words"><span class="row__below">{speech.text(question.text)}</span><span class="row__name">{words}</span></span>
                    <span class="row__act">{m.change}</span>
                </a></li>
            })
        })
        .collect_view();
    (!entry.questions.is_empty()).then(|| fold(m.your_answers, view! { <ul class="rows">{rows}</ul> }))
}

/// The way on when nothing fits: a plan to find out which office.
fn find_out(aim: Option<AimId>) -> impl IntoView {
    let app = use_app();
    let m = use_speech().m();
    view! {
        <section class="card card--quiet">
            <h2 class="card__title">{m.nothing_fits}</h2>
            <button type="button" class="button" on:click=move |_| app.start_plan(None, aim)>{icon("clipboard-pen")}{m.find_out_plan}</button>
        </section>
    }
}
