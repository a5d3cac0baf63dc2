//! Whom to go to: offices by level, what each decides, and how to reach it.

use super::el::{all, el, live, El, Words};
use super::local::{local_offices, locals_at};
use super::marked::Section;
use super::parts::{
    badge, bare, card, care, confidence, fold, heading, lead, line, listed, outer_link, pair, paragraph, power, quiet, review,
    row, rows_card, service_row, sources, why, with_icon,
};
use super::people::people_at;
use super::reach::map_link;
use super::state::{use_app, use_speech};
use crate::kb::{
    services_around, services_at, AuthorityId, Channel, ChannelKind, Confidence, Help, Level, List, OrganizationId, ServiceId,
    Text,
};
use crate::page::Page;
use crate::plan::Book;

/// The offices of her plans first, then the way to all of them.
pub fn directory() -> El {
    let app = use_app();
    let m = use_speech().m();
    let mine = move || {
        let offices = app.book.with(offices_of_plans);
        (!offices.is_empty()).then(|| rows_card("mine", m.offices_mine, offices.into_iter().map(office_row).collect()))
    };
    all((local_offices(), live(mine), by_level(office_row), by_help()))
}

/// The offices of her open plans.
pub fn offices_of_plans(book: &Book) -> Vec<AuthorityId> {
    let mut offices: Vec<AuthorityId> = Vec::new();
    let services = book.plans().filter(|plan| plan.is_open()).filter_map(|plan| ServiceId::parse(plan.service.as_deref()?));
    for role in services.flat_map(|service| service.get().authorities) {
        if !offices.contains(&role.authority) {
            offices.push(role.authority);
        }
    }
    offices
}

pub fn offices() -> El {
    let m = use_speech().m();
    all((heading(m.offices), lead(m.offices_hint), local_offices(), by_level(office_row), by_help()))
}

/// Every office in a row of this kind, the nearest first.
pub fn by_level(row: impl Fn(AuthorityId) -> El) -> Vec<El> {
    let [national, provincial, district, commune] = use_speech().m().levels;
    let levels =
        [(Level::Commune, commune), (Level::District, district), (Level::Provincial, provincial), (Level::National, national)];
    let part = |(level, words)| {
        let offices: Vec<El> = AuthorityId::all().filter(|office| office.get().level == level).map(&row).collect();
        (!offices.is_empty()).then(|| fold(words, el("ul", "rows").with(listed(offices))))
    };
    levels.into_iter().filter_map(part).collect()
}

/// The offices with the most services.
pub fn busiest(few: usize) -> Vec<AuthorityId> {
    let mut offices: Vec<(usize, AuthorityId)> = Vec::new();
    for office in AuthorityId::all() {
        let services = services_around(office).count();
        let at = offices.iter().position(|(other, _)| *other < services).unwrap_or(offices.len());
        offices.insert(at, (services, office));
    }
    offices.into_iter().take(few).map(|(_, office)| office).collect()
}

/// Organizations by what they help with.
fn by_help() -> El {
    let m = use_speech().m();
    let [women, legal, safety, workers, business, governance, network, groups] = m.helps;
    let kinds = [
        (Help::Women, women),
        (Help::Legal, legal),
        (Help::Safety, safety),
        (Help::Workers, workers),
        (Help::Business, business),
        (Help::Governance, governance),
        (Help::Network, network),
        (Help::WorkingGroup, groups),
    ];
    let part = |(help, words)| {
        let rows: Vec<El> = OrganizationId::all().filter(|id| id.get().help == help).map(organization_row).collect();
        (!rows.is_empty()).then(|| fold(words, el("ul", "rows").with(listed(rows))))
    };
    all((
        el("h2", "card__title").with(m.organizations),
        quiet(m.organizations_note),
        kinds.into_iter().filter_map(part).collect::<Vec<_>>(),
    ))
}

fn organization_row(id: OrganizationId) -> El {
    let speech = use_speech();
    let entry = id.get();
    let full = speech.text(entry.name);
    let (name, below) = match entry.short {
        Some(short) => (speech.text(short), Some(full)),
        None => (full, None),
    };
    row(Page::Organization(id), Some("users"), name, below)
}

pub fn organization(id: OrganizationId) -> El {
    let speech = use_speech();
    let m = speech.m();
    let entry = id.get();
    // A network and a working group have no house of their own.
    let is_place = !matches!(entry.help, Help::Network | Help::WorkingGroup);
    let low = (entry.confidence == Confidence::Low).then(|| care("info", m.confidence_low));
    all((
        heading(speech.text(entry.name)),
        entry.short.map(|short| quiet([m.short_name, " · ", &*speech.text(short)].concat())),
        lead(Section::default().text(entry.does)),
        low,
        entry.area.map(|area| card("area", m.good_to_know, paragraph(area))),
        channels(entry.channels, is_place.then_some(entry.name)),
        fold(m.sources, (line(confidence(entry.confidence, m)), sources(entry.sources))),
        review(entry.review, Some(entry.checked)),
    ))
}

pub fn office_row(id: AuthorityId) -> El {
    let speech = use_speech();
    let entry = id.get();
    let power = power(entry.power, speech.m());
    let full = speech.text(entry.name);
    let (name, below): (Words, Words) = match entry.short {
        Some(short) => (speech.text(short), [&*full, " · ", power].concat().into()),
        None => (full, power.into()),
    };
    row(Page::Office(id), Some("landmark"), name, Some(below))
}

pub fn office(id: AuthorityId) -> El {
    let speech = use_speech();
    let m = speech.m();
    let entry = id.get();
    let services: Vec<El> = services_at(id).map(service_row).collect();
    all((
        el("p", "badges").with(badge("badge badge--law", "landmark", power(entry.power, m))),
        heading(speech.text(entry.name)),
        entry.short.map(|short| quiet([m.short_name, " · ", &*speech.text(short)].concat())),
        lead(Section::default().text(entry.does)),
        channels(entry.channels, Some(entry.name)),
        locals_at(id),
        entry.under.map(|under| rows_card("under", m.belongs_to, vec![office_row(under)])),
        people_at(id),
        (!services.is_empty()).then(|| rows_card("here", m.services_here, services)),
        entry.complaint.map(|complaint| fold(m.if_problem, paragraph(complaint))),
        fold(m.sources, sources(entry.sources)),
        review(entry.review, Some(entry.checked)),
    ))
}

/// How to reach it, or that no sure number is known; and what to look for on a map.
fn channels(channels: List<Channel>, place: Option<Text>) -> El {
    let speech = use_speech();
    let m = speech.m();
    let none = channels.is_empty().then(|| el("p", "").with(m.no_channels));
    let rows: Vec<El> = channels.iter().map(channel).collect();
    let map = place.map(|name| map_link(&speech.text(name)));
    card("channels", m.channels, (none, el("ul", "channels").with(rows), map))
}

/// One way to reach an office, as something to tap.
fn channel(channel: &'static Channel) -> El {
    let speech = use_speech();
    let m = speech.m();
    let value = channel.value.str();
    let tap = |picture, href: Words, words: Words| with_icon(outer_link("button button--wide", href), picture, words);
    let way = match channel.kind {
        ChannelKind::Phone => {
            let href = ["tel:", &value.replace(' ', "")].concat();
            with_icon(el("a", "button button--wide").attr("href", href), "phone", m.call.with(value))
        }
        ChannelKind::Email => tap("mail", ["mailto:", value].concat().into(), value.into()),
        ChannelKind::Telegram => tap("send", value.into(), ["Telegram · ", bare(value)].concat().into()),
        ChannelKind::Website | ChannelKind::App => tap("globe", value.into(), bare(value).into()),
        ChannelKind::Address => pair("map-pin", value),
    };
    let date: Words =
        if channel.date.is_empty() { m.undated.into() } else { m.dated.with(&speech.partial_date(channel.date.str())).into() };
    el("li", "").with((
        way,
        channel.note.map(|note| quiet(speech.text(note))),
        why((line(confidence(channel.confidence, m)), line(date), sources(channel.sources))),
    ))
}
