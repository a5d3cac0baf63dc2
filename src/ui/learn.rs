//! Learn: what the rights are, the four rights, and the laws they rest on.

use super::parts::{card, fold, heading, icon, review, row, sentences, service_row, sources};
use super::state::use_speech;
use crate::kb::{rights_under, services_of, services_under, Law, LawId, LawKind, LawState, RightId};
use crate::page::Page;
use leptos::prelude::*;

pub fn learn() -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let rights = RightId::all().map(|right| {
        let entry = right.get();
        view! { <li>{row(Page::Right(right), Some(entry.icon), speech.text(entry.title).into_owned(), None)}</li> }
    });
    view! {
        {heading(m.one_sentence)}
        <p class="lead">{m.one_sentence_text}</p>
        {card("principle", m.principle, view! {
            <p class="pair pair--duty">{icon("scale")}<span>{m.principle_required}</span></p>
            <p class="pair pair--right">{icon("shield-check")}<span>{m.principle_allowed}</span></p>
        })}
        <section class="card card--rows" aria-labelledby="rights">
            <h2 id="rights" class="card__title">{m.rights}</h2>
            <ul class="rows">{rights.collect_view()}</ul>
            <p class="quiet">{m.not_only_rights}</p>
        </section>
        <section class="card card--rows">
            {row(Page::Laws, Some("scale"), m.laws.to_owned(), Some(m.laws_hint.to_owned()))}
        </section>
    }
}

pub fn right(id: RightId) -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let entry = id.get();
    let laws = entry.laws.iter().map(|law| view! { <a class="badge badge--law" href=Page::Law(*law).href(speech.locale)>{icon("scale")}{speech.text(law.get().title)}</a> });
    let services = services_of(id).map(|service| view! { <li>{service_row(service)}</li> }).collect_view();
    view! {
        <p class="badges">{laws.collect_view()}</p>
        {heading(speech.text(entry.title))}
        <p class="lead">{speech.text(entry.summary)}</p>
        {card("state-must", m.state_must, sentences(entry.state_must))}
        {card("you-may", m.you_may, sentences(entry.you_may))}
        <section class="card card--rows" aria-labelledby="through">
            <h2 id="through" class="card__title">{m.used_through}</h2>
            <ul class="rows">{services}</ul>
        </section>
        {card("not-covered", m.not_covered, sentences(entry.not_covered))}
        {fold(m.sources, sources(entry.sources))}
        {review(entry.review, entry.checked)}
    }
}

pub fn laws() -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    // The Constitution first, then by kind, the newest first.
    let mut all: Vec<LawId> = LawId::all().collect();
    all.sort_by_key(|id| {
        let law = id.get();
        (law.kind as u8, std::cmp::Reverse(law.date), law.number.len(), law.number)
    });
    let rows = all.into_iter().map(|id| {
        let below = [law_kind(id.get(), m), " · ", law_state(id.get(), m)].concat();
        view! { <li>{row(Page::Law(id), None, speech.text(id.get().title).into_owned(), Some(below))}</li> }
    });
    view! {
        {heading(m.laws)}
        <p class="lead">{m.laws_hint}</p>
        <section class="card card--rows"><ul class="rows">{rows.collect_view()}</ul></section>
    }
}

pub fn law(id: LawId) -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let entry = id.get();
    let rights = rights_under(id).map(|right| {
        let entry = right.get();
        view! { <li>{row(Page::Right(right), Some(entry.icon), speech.text(entry.title).into_owned(), None)}</li> }
    });
    let services = services_under(id).map(|service| view! { <li>{service_row(service)}</li> });
    let used: Vec<AnyView> = rights.map(IntoAny::into_any).chain(services.map(IntoAny::into_any)).collect();
    view! {
        <p class="badges"><span class="badge badge--law">{icon("scale")}{law_kind(entry, m)}</span></p>
        {heading(speech.text(entry.title))}
        {card("says", m.says, view! { <p>{speech.text(entry.says)}</p> })}
        {card("facts", m.state, view! {
            <dl class="facts">
                <dt>{m.state}</dt><dd>{law_state(entry, m)}{(!entry.since.is_empty()).then(|| [" · ", &speech.partial_date(entry.since)].concat())}</dd>
                {(!entry.number.is_empty()).then(|| view! { <dt>{m.number}</dt><dd>{entry.number}</dd> })}
                {(!entry.date.is_empty()).then(|| view! { <dt>{m.date}</dt><dd>{speech.partial_date(entry.date)}</dd> })}
            </dl>
            {entry.replaced_by.map(|by| view! { <h3 class="small-title">{m.replaced_by}</h3>{row(Page::Law(by), Some("scale"), speech.text(by.get().title).into_owned(), None)} })}
        })}
        {(!used.is_empty()).then(|| view! {
            <section class="card card--rows" aria-labelledby="through">
                <h2 id="through" class="card__title">{m.used_through}</h2>
                <ul class="rows">{used}</ul>
            </section>
        })}
        {fold(m.sources, sources(entry.sources))}
        {review(entry.review, entry.checked)}
    }
}

fn law_kind(law: &'static Law, m: &'static crate::i18n::Messages) -> &'static str {
    let [article, of_parliament, decree, sub_decree, prakas, joint, decision, circular, instruction, notification] = m.law_kinds;
    match law.kind {
        LawKind::ConstitutionArticle => article,
        LawKind::Law => of_parliament,
        LawKind::RoyalDecree => decree,
        LawKind::SubDecree => sub_decree,
        LawKind::Prakas => prakas,
        LawKind::JointPrakas => joint,
        LawKind::Decision => decision,
        LawKind::Circular => circular,
        LawKind::Instruction => instruction,
        LawKind::Notification => notification,
    }
}

fn law_state(law: &'static Law, m: &'static crate::i18n::Messages) -> &'static str {
    let [draft, adopted, transition, in_force, replaced, unknown] = m.law_states;
    match law.state {
        LawState::Draft => draft,
        LawState::Adopted => adopted,
        LawState::Transition => transition,
        LawState::InForce => in_force,
        LawState::Replaced => replaced,
        LawState::Unknown => unknown,
    }
}
