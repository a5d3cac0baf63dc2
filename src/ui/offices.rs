//! Whom to go to: offices by level, what each decides, and how to reach it.

use super::parts::{card, confidence, fold, heading, icon, power, review, row, service_row, sources};
use super::state::{use_app, use_speech};
use crate::kb::{services_at, AuthorityId, Channel, ChannelKind, Level, ServiceId};
use crate::page::Page;
use leptos::prelude::*;

/// The People tab: the offices of her plans first, then the way to all of them.
pub fn people() -> impl IntoView {
    let app = use_app();
    let m = use_speech().m();
    let mine = move || {
        let mut offices: Vec<AuthorityId> = Vec::new();
        app.book.with(|book| {
            let services =
                book.plans.values().filter(|plan| plan.is_open()).filter_map(|plan| ServiceId::parse(plan.service.as_deref()?));
            for role in services.flat_map(|service| service.get().authorities) {
                if !offices.contains(&role.authority) {
                    offices.push(role.authority);
                }
            }
        });
        (!offices.is_empty()).then(|| {
            view! {
                <section class="card card--rows" aria-labelledby="mine">
                    <h2 id="mine" class="card__title">{m.offices_mine}</h2>
                    <ul class="rows">{offices.into_iter().map(|id| view! { <li>{office_row(id)}</li> }).collect_view()}</ul>
                </section>
            }
        })
    };
    view! {
        {heading(m.people)}
        <p class="lead">{m.ask_first}</p>
        {mine}
        {by_level()}
    }
}

pub fn offices() -> impl IntoView {
    let m = use_speech().m();
    view! {
        {heading(m.offices)}
        <p class="lead">{m.offices_hint}</p>
        {by_level()}
    }
}

fn by_level() -> impl IntoView {
    let m = use_speech().m();
    let [national, provincial, district, commune] = m.levels;
    let levels = [
        (Level::Commune, "commune", commune),
        (Level::District, "district", district),
        (Level::Provincial, "provincial", provincial),
        (Level::National, "national", national),
    ];
    levels
        .into_iter()
        .filter_map(|(level, id, words)| {
            let offices: Vec<_> = AuthorityId::all().filter(|office| office.get().level == level).collect();
            (!offices.is_empty()).then(|| {
                view! {
                    <section class="card card--rows" aria-labelledby=id>
                        <h2 id=id class="card__title">{words}</h2>
                        <ul class="rows">{offices.into_iter().map(|id| view! { <li>{office_row(id)}</li> }).collect_view()}</ul>
                    </section>
                }
            })
        })
        .collect_view()
}

pub fn office_row(id: AuthorityId) -> impl IntoView {
    let speech = use_speech();
    let entry = id.get();
    let name = entry.short.map_or_else(|| speech.text(entry.name), |short| speech.text(short)).into_owned();
    let full = entry.short.map(|_| [&*speech.text(entry.name), " · "].concat()).unwrap_or_default();
    row(Page::Office(id), Some("landmark"), name, Some(full + power(entry.power, speech.m())))
}

pub fn office(id: AuthorityId) -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let entry = id.get();
    let services: Vec<_> = services_at(id).collect();
    let channels = entry.channels.iter().map(channel).collect_view();
    view! {
        <p class="badges"><span class="badge badge--law">{icon("landmark")}{power(entry.power, m)}</span></p>
        {heading(speech.text(entry.name))}
        {entry.short.map(|short| view! { <p class="quiet">{m.short_name}" · "{speech.text(short)}</p> })}
        <p class="lead">{speech.text(entry.does)}</p>
        {card("channels", m.channels, if entry.channels.is_empty() { view! { <p>{m.no_channels}</p> }.into_any() } else { view! { <ul class="channels">{channels}</ul> }.into_any() })}
        {entry.under.map(|under| view! { <section class="card card--rows"><h2 class="card__title">{m.belongs_to}</h2>{office_row(under)}</section> })}
        {(!services.is_empty()).then(|| view! {
            <section class="card card--rows" aria-labelledby="here">
                <h2 id="here" class="card__title">{m.services_here}</h2>
                <ul class="rows">{services.into_iter().map(|service| view! { <li>{service_row(service)}</li> }).collect_view()}</ul>
            </section>
        })}
        {entry.complaint.map(|complaint| fold(m.complain, view! { <p>{speech.text(complaint)}</p> }))}
        {fold(m.sources, sources(entry.sources))}
        {review(entry.review, entry.checked)}
    }
}

/// One way to reach an office, as something to tap.
fn channel(channel: &'static Channel) -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let note = channel.note.map(|note| speech.text(note));
    let bare = || {
        channel
            .value
            .trim_start_matches("https://")
            .trim_start_matches("http://")
            .trim_start_matches("www.")
            .trim_end_matches('/')
    };
    let tap = |picture: &'static str, href: String, words: String| {
        view! { <a class="button button--wide" href=href target="_blank" rel="noopener noreferrer">{icon(picture)}<span>{words}</span></a> }.into_any()
    };
    let way = match channel.kind {
        ChannelKind::Phone => {
            let href = ["tel:", &channel.value.replace(' ', "")].concat();
            view! { <a class="button button--wide" href=href>{icon("phone")}<span>{(m.call)(channel.value)}</span></a> }
                .into_any()
        }
        ChannelKind::Email => tap("mail", ["mailto:", channel.value].concat(), channel.value.to_owned()),
        ChannelKind::Telegram => tap("send", channel.value.to_owned(), ["Telegram · ", bare()].concat()),
        ChannelKind::Website | ChannelKind::App => tap("globe", channel.value.to_owned(), bare().to_owned()),
        ChannelKind::Address => view! { <p class="pair">{icon("map-pin")}<span>{channel.value}</span></p> }.into_any(),
    };
    let date = if channel.date.is_empty() { m.undated.to_owned() } else { (m.dated)(&speech.partial_date(channel.date)) };
    view! {
        <li>{way}{note.map(|note| view! { <p class="quiet">{note}</p> })}
            <details class="why"><summary>{m.source}</summary>
                <p class="why__line">{confidence(channel.confidence, m)}</p><p class="why__line">{date}</p>{sources(channel.sources)}
            </details>
        </li>
    }
}
