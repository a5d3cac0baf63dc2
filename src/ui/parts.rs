//! What several screens share: icons, cards, lists, badges, claims with their sources.

use super::icon::ICONS;
use super::state::{use_app, use_speech};
use crate::i18n::Messages;
use crate::kb::{age, About, Claim, Confidence, Kind, Power, Review, ServiceId, SourceId, Text};
use crate::page::Page;
use leptos::prelude::*;

/// A picture beside a word; never alone, so it is hidden from screen readers.
pub fn icon(name: &str) -> impl IntoView {
    let path =
        ICONS.binary_search_by(|(known, _)| known.cmp(&name)).ok().and_then(|at| ICONS.get(at)).map_or("", |(_, path)| path);
    view! {
        <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><path d=path></path></svg>
    }
}

/// The screen's one title; the focus comes here on navigation.
pub fn heading(words: impl Into<String>) -> impl IntoView {
    view! { <h1 id="title" class="title" tabindex="-1">{words.into()}</h1> }
}

/// A titled part of a screen.
pub fn card(id: &'static str, words: &'static str, inside: impl IntoView) -> impl IntoView {
    view! { <section class="card" aria-labelledby=id><h2 id=id class="card__title">{words}</h2>{inside}</section> }
}

/// A part that opens on a tap, for what not everybody needs.
pub fn fold(words: &'static str, inside: impl IntoView) -> impl IntoView {
    view! {
        <details class="fold"><summary class="fold__head"><h2 class="fold__title">{words}</h2>{icon("chevron-right")}</summary><div class="fold__body">{inside}</div></details>
    }
}

/// A row that leads to another screen.
pub fn row(page: Page, picture: Option<&'static str>, words: String, below: Option<String>) -> impl IntoView {
    let href = page.href(use_speech().locale);
    view! {
        <a class="row" href=href>
            {picture.map(icon)}
            <span class="row__words"><span class="row__name">{words}</span>{below.map(|below| view! { <span class="row__below">{below}</span> })}</span>
            {icon("chevron-right")}
        </a>
    }
}

pub fn service_row(service: ServiceId) -> impl IntoView {
    let speech = use_speech();
    let entry = service.get();
    row(Page::Service(service), Some(entry.icon), speech.text(entry.title).into_owned(), Some(kind_words(entry.kind, speech.m())))
}

fn kind_words(kind: Kind, m: &'static Messages) -> String {
    match kind {
        Kind::Obligation => m.obligation.to_owned(),
        Kind::Entitlement => m.entitlement.to_owned(),
        Kind::Both => [m.obligation, " · ", m.entitlement].concat(),
    }
}

/// Obligation and right, each with its word and colour.
pub fn kind_badges(kind: Kind) -> impl IntoView {
    let m = use_speech().m();
    let duty = matches!(kind, Kind::Obligation | Kind::Both);
    let right = matches!(kind, Kind::Entitlement | Kind::Both);
    view! {
        {duty.then(|| view! { <span class="badge badge--duty">{icon("scale")}{m.obligation}</span> })}
        {right.then(|| view! { <span class="badge badge--right">{icon("shield-check")}{m.entitlement}</span> })}
    }
}

/// A list of sentences.
pub fn sentences(texts: &'static [Text]) -> impl IntoView {
    let speech = use_speech();
    view! { <ul class="bullets">{texts.iter().map(|text| view! { <li>{speech.text(*text)}</li> }).collect_view()}</ul> }
}

/// A fact with its name, value, and a tap to its source, date and confidence.
pub fn claim(claim: &'static Claim) -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let today = use_app().today.get_untracked();
    let name = claim.label.map_or_else(|| about(claim.about, m).into(), |label| speech.text(label));
    let due = age::is_due(claim, today);
    view! {
        <div class="claim">
            <p class="claim__name">{name}</p>
            <p class="claim__value">{speech.text(claim.value)}</p>
            {(claim.confidence == Confidence::Low).then(|| view! { <p class="claim__care">{icon("info")}{m.confidence_low}</p> })}
            {claim.conflict.map(|other| view! { <p class="claim__other">{m.other_source}" "{speech.text(other.value)}</p> })}
            {due.then(|| view! { <p class="claim__care">{icon("calendar-clock")}{m.check_again}</p> })}
            <details class="why"><summary>{m.source}</summary>
                <p class="why__line">{confidence(claim.confidence, m)}</p>
                {(!claim.date.is_empty()).then(|| view! { <p class="why__line">{(m.dated)(&speech.partial_date(claim.date))}</p> })}
                <p class="why__line">{(m.checked_on)(&speech.partial_date(claim.checked))}</p>
                {sources(claim.sources)}
                {claim.conflict.map(|other| view! { <p class="why__line">{m.other_source}</p>{sources(other.sources)} })}
            </details>
        </div>
    }
}

pub fn confidence(confidence: Confidence, m: &'static Messages) -> &'static str {
    match confidence {
        Confidence::High => m.confidence_high,
        Confidence::Medium => m.confidence_medium,
        Confidence::Low => m.confidence_low,
    }
}

pub fn about(about: About, m: &'static Messages) -> &'static str {
    match about {
        About::Fee => m.about_fee,
        About::Time => m.about_time,
        About::Deadline => m.about_deadline,
        About::Penalty => m.about_penalty,
        About::Rate => m.about_rate,
        About::Amount => m.about_amount,
        About::Threshold => m.about_threshold,
        About::Contact => m.about_contact,
        About::Papers => m.about_papers,
        About::Rule => m.about_rule,
    }
}

pub fn power(power: Power, m: &'static Messages) -> &'static str {
    match power {
        Power::Decides => m.decides,
        Power::Investigates => m.investigates,
        Power::Advises => m.advises,
    }
}

/// Where the facts were read. Links leave the app only on her tap.
pub fn sources(ids: &'static [SourceId]) -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let items = ids.iter().map(|id| {
        let source = id.get();
        let name = speech.text(source.name);
        let date = if source.date.is_empty() { m.undated.to_owned() } else { speech.partial_date(source.date) };
        let linked = if source.url.is_empty() {
            view! { <span>{name}</span>" · "{m.no_address} }.into_any()
        } else {
            view! { <a href=source.url target="_blank" rel="noopener noreferrer">{name}</a> }.into_any()
        };
        view! { <li>{linked}" · "{date}</li> }
    });
    view! { <ul class="sources">{items.collect_view()}</ul> }
}

/// Who has read the text, told honestly.
pub fn review(review: Review, checked: &'static str) -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let draft = !(review.km && review.en && review.law);
    view! {
        <div class="review">
            {draft.then(|| view! { <p>{icon("info")}<span><strong>{m.draft}</strong>" · "{m.draft_more}</span></p> })}
            <p class="review__date">{(m.checked_on)(&speech.partial_date(checked))}</p>
        </div>
    }
}

/// Nothing here yet, and what to do.
pub fn empty(words: &'static str, help: &'static str, action: impl IntoView) -> impl IntoView {
    view! { <div class="empty"><div class="krama" aria-hidden="true"></div><h2>{words}</h2><p>{help}</p>{action}</div> }
}
