//! A service: what it is, where to go, what to bring, what it costs, what happens if she does nothing,
//! why it is her right or duty, and from where all this is known. One main button: make a plan.

use super::parts::{about, card, claim, fold, heading, icon, kind_badges, power, review, row, service_row, sources};
use super::state::{use_app, use_speech};
use crate::kb::{About, Change, Kind, Question, Repairable, Role, Service, ServiceId, STANDARDS};
use crate::page::Page;
use leptos::prelude::*;

pub fn service(id: ServiceId) -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let s: &'static Service = id.get();
    let kind = match s.kind {
        Kind::Obligation => m.obligation_line,
        Kind::Entitlement => m.entitlement_line,
        Kind::Both => m.both_line,
    };
    let steps = s.steps.iter().map(|step| view! { <li>{speech.text(step.text)}</li> }).collect_view();
    let papers = s
        .documents
        .iter()
        .map(|paper| view! { <li>{icon("file-text")}<span>{speech.text(paper.text)}</span></li> })
        .collect_view();
    view! {
        <p class="badges">{kind_badges(s.kind)}</p>
        {heading(speech.text(s.title))}
        <p class="lead">{speech.text(s.summary)}</p>
        {card("where", m.where_to, s.authorities.iter().map(office).collect_view())}
        {card("steps", m.steps, view! { <ol class="steps">{steps}</ol> })}
        {(!s.documents.is_empty()).then(|| card("papers", m.documents, view! { <ul class="papers">{papers}</ul> }))}
        {facts(s)}
        {s.if_nothing.map(|nothing| {
            let later = match nothing.repairable {
                Repairable::Yes => m.repairable_yes,
                Repairable::No => m.repairable_no,
                Repairable::Unknown => m.repairable_unknown,
            };
            card("nothing", m.if_nothing, view! { <p>{speech.text(nothing.text)}</p><p class="quiet">{later}</p> })
        })}
        {card("ask", m.questions, view! { <ul class="asks">{s.questions.iter().map(ask).collect_view()}</ul> })}
        {fold(m.who_for, view! { <p>{speech.text(s.who)}</p> })}
        {fold(m.why_right, view! { <p>{kind}</p>{basis(s)} })}
        {(!s.notes.is_empty()).then(|| fold(m.good_to_know, view! { <ul class="bullets">{s.notes.iter().map(|note| view! { <li>{speech.text(note.text)}</li> }).collect_view()}</ul> }))}
        {(!s.changes.is_empty()).then(|| fold(m.changes, s.changes.iter().map(change).collect_view()))}
        {neighbours(m.before, s.before)}
        {neighbours(m.after, s.after)}
        {(!STANDARDS.is_empty()).then(|| fold(m.good_service, standards()))}
        {s.complaint.map(|complaint| fold(m.complain, view! {
            <p>{speech.text(complaint.text)}</p>
            {complaint.to.map(|to| row(Page::Office(to), Some("landmark"), speech.text(to.get().name).into_owned(), None))}
        }))}
        {fold(m.sources, sources(s.sources))}
        {review(s.review, s.checked)}
        {plan_bar(id)}
    }
}

fn office(role: &'static Role) -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let entry = role.authority.get();
    let name = entry.short.map_or_else(
        || speech.text(entry.name).into_owned(),
        |short| [&speech.text(short), " · ", &*speech.text(entry.name)].concat(),
    );
    let below = [power(entry.power, m), " · ", &speech.text(role.role)].concat();
    row(Page::Office(role.authority), Some("landmark"), name, Some(below))
}

/// Fees, times and limits; what no source says is said too, with the question to ask.
fn facts(s: &'static Service) -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    // One line per kind of fact, however many questions there are about it.
    let mut kinds: Vec<About> = Vec::new();
    for kind in s.questions.iter().filter_map(|question| question.unknown) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let any = !s.claims.is_empty() || !kinds.is_empty();
    let unknown = kinds.into_iter().map(|kind| {
        view! {
            <div class="claim">
                <p class="claim__name">{(m.not_known)(about(kind, m))}</p>
                <p class="claim__care">{icon("message-circle-question-mark")}{m.ask_office}</p>
            </div>
        }
    });
    any.then(|| card("facts", m.fees_times, view! { {s.claims.iter().map(claim).collect_view()}{unknown.collect_view()} }))
}

fn ask(question: &'static Question) -> impl IntoView {
    let speech = use_speech();
    view! {
        <li>{icon("message-circle-question-mark")}<span>{speech.text(question.text)}{question.why.map(|why| view! { <span class="asks__why">{speech.text(why)}</span> })}</span></li>
    }
}

/// The rights it serves and the laws it rests on.
fn basis(s: &'static Service) -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let rights = s.rights.iter().map(|right| {
        let entry = right.get();
        view! { <li>{row(Page::Right(*right), Some(entry.icon), speech.text(entry.title).into_owned(), None)}</li> }
    });
    let laws = s.basis.iter().map(|basis| {
        let law = basis.law.get();
        let article = basis.article.map(|article| speech.text(article).into_owned());
        view! { <li>{row(Page::Law(basis.law), Some("scale"), speech.text(law.title).into_owned(), article)}</li> }
    });
    view! {
        <ul class="rows">{rights.collect_view()}</ul>
        {(!s.basis.is_empty()).then(|| view! { <h3 class="small-title">{m.law}</h3><ul class="rows">{laws.collect_view()}</ul> })}
    }
}

fn change(change: &'static Change) -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    view! {
        <div class="change">
            <p><b>{m.old_rule}</b>" "{speech.text(change.old)}</p>
            <p><b>{m.new_rule}</b>" "{speech.text(change.new)}" ("{(m.since)(&speech.partial_date(change.since))}")"</p>
            <details class="why"><summary>{m.source}</summary>{sources(change.sources)}</details>
        </div>
    }
}

fn neighbours(words: &'static str, services: &'static [ServiceId]) -> impl IntoView {
    (!services.is_empty()).then(|| {
        fold(
            words,
            view! { <ul class="rows">{services.iter().map(|id| view! { <li>{service_row(*id)}</li> }).collect_view()}</ul> },
        )
    })
}

/// The nine standards, worded as what she can expect.
fn standards() -> impl IntoView {
    let speech = use_speech();
    view! { <ul class="bullets">{STANDARDS.iter().map(|standard| view! { <li>{speech.text(standard.before)}</li> }).collect_view()}</ul> }
}

/// The one main button, in reach of the thumb: make a plan, or open the one there is.
fn plan_bar(id: ServiceId) -> impl IntoView {
    let app = use_app();
    let speech = use_speech();
    let m = speech.m();
    let mine = Memo::new(move |_| {
        app.book.with(|book| {
            let plan = book.plans.values().filter(|plan| plan.is_open()).find(|plan| plan.service.as_deref() == Some(id.name()));
            plan.map(|plan| plan.id.as_str().to_owned())
        })
    });
    view! {
        <div class="bar">{move || match mine.get() {
            Some(plan) => view! { <a class="button button--main" href=Page::Plan(plan).href(speech.locale)>{icon("list-checks")}{m.open_plan}</a> }.into_any(),
            None => view! { <button type="button" class="button button--main" on:click=move |_| app.start_plan(Some(id), None)>{icon("clipboard-pen")}{m.make_plan}</button> }.into_any(),
        }}</div>
    }
}
