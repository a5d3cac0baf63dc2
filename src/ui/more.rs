//! More: her data, settings, and what the app is. Also the page for addresses that lead nowhere.

use super::parts::{card, heading, icon, row};
use super::state::{use_app, use_speech};
use crate::kb::{ServiceId, SourceId};
use crate::page::Page;
use crate::plan::{Digits, TextSize, Theme};
use crate::platform::StorageFacts;
use crate::saved::{Notice, SaveState};
use leptos::prelude::*;

pub fn more() -> impl IntoView {
    let m = use_speech().m();
    view! {
        {heading(m.more)}
        <section class="card card--rows"><ul class="rows">
            <li>{row(Page::Settings, Some("settings"), m.settings.to_owned(), None)}</li>
            <li>{row(Page::Data, Some("database"), m.data.to_owned(), None)}</li>
            <li>{row(Page::Offices, Some("landmark"), m.offices.to_owned(), None)}</li>
            <li>{row(Page::Laws, Some("scale"), m.laws.to_owned(), None)}</li>
            <li>{row(Page::About, Some("info"), m.about.to_owned(), None)}</li>
        </ul></section>
    }
}

pub fn settings() -> impl IntoView {
    let app = use_app();
    let speech = use_speech();
    let m = speech.m();
    let text = choices(
        "text",
        m.text_size,
        TextSize::ALL,
        m.text_sizes,
        move || app.book.with(|book| book.prefs.text.value),
        move |size| {
            app.set_prefs(|prefs, stamp| prefs.text.set(size, stamp));
        },
    );
    let theme = choices(
        "theme",
        m.theme,
        Theme::ALL,
        m.themes,
        move || app.book.with(|book| book.prefs.theme.value),
        move |theme| {
            app.set_prefs(|prefs, stamp| prefs.theme.set(theme, stamp));
        },
    );
    let digits = choices(
        "digits",
        m.digits,
        Digits::ALL,
        m.digits_options,
        move || app.book.with(|book| book.prefs.digits.value),
        move |digits| {
            app.set_prefs(|prefs, stamp| prefs.digits.set(digits, stamp));
        },
    );
    view! {
        {heading(m.settings)}
        {card("language-choice", m.language, view! {
            <button type="button" class="button button--wide" lang=speech.locale.other().code() on:click=move |_| app.switch_language()>
                {icon("languages")}<span>{m.to_other_language}</span></button>
        })}
        {text}{theme}{digits}
    }
}

/// One setting as a row of radio buttons.
fn choices<T: Copy + PartialEq + Send + Sync + 'static, const N: usize>(
    name: &'static str,
    words: &'static str,
    values: [T; N],
    labels: [&'static str; N],
    now: impl Fn() -> T + Copy + Send + Sync + 'static,
    set: impl Fn(T) + Copy + 'static,
) -> impl IntoView {
    let options = values.into_iter().zip(labels).map(|(value, label)| {
        view! {
            <label class="option"><input type="radio" name=name prop:checked=move || now() == value on:change=move |_| set(value)/><span>{label}</span></label>
        }
    });
    view! { <fieldset class="card options"><legend class="card__title">{words}</legend>{options.collect_view()}</fieldset> }
}

/// Where her words are, how safe they are, and a copy of everything.
pub fn data() -> impl IntoView {
    let app = use_app();
    let speech = use_speech();
    let m = speech.m();
    let facts = RwSignal::new(StorageFacts::default());
    app.outside().storage_facts(Box::new(move |told| {
        let _ = facts.try_set(told);
    }));
    let state = move || match app.save.get() {
        SaveState::Unsaved(_) => (m.data_blocked, "triangle-alert"),
        SaveState::KeptNotSafe(_) => (m.data_not_safe, "info"),
        _ if app.notices.with(|notices| notices.iter().any(|notice| matches!(notice, Notice::Shelf(_)))) => {
            (m.data_blocked, "triangle-alert")
        }
        _ if app.notices.with(|notices| notices.iter().any(|notice| matches!(notice, Notice::Journal(_)))) => {
            (m.data_not_safe, "info")
        }
        _ => (m.data_safe, "circle-check"),
    };
    let aside = app.store().asides();
    let newer =
        app.notices.with_untracked(|notices| notices.iter().filter(|notice| matches!(notice, Notice::TooNew { .. })).count());
    view! {
        {heading(m.data)}
        <p class="lead">{m.data_where}</p>
        {card("state", m.state, view! {
            <p class="pair">{move || icon(state().1)}<span>{move || state().0}</span></p>
            {move || facts.get().persistent.map(|yes| view! { <p class="pair">{icon(if yes { "circle-check" } else { "info" })}<span>{if yes { m.data_persistent } else { m.data_not_persistent }}</span></p> })}
            {move || facts.get().used.map(|used| view! { <p class="quiet">{(m.data_used)(&speech.size(used))}</p> })}
        })}
        {card("copy", m.data_copy, view! {
            <p>{m.data_copy_hint}</p>
            <button type="button" class="button button--main" on:click=move |_| app.save_copy()>{icon("download")}{m.save_copy}</button>
        })}
        {card("aside", m.data_aside, if aside.is_empty() {
            view! { <p>{m.data_none_aside}</p> }.into_any()
        } else {
            let rows = aside.into_iter().map(|record| view! { <li><code>{record.of}</code></li> }).collect_view();
            view! { <p>{m.data_aside_hint}</p><ul class="bullets">{rows}</ul> }.into_any()
        })}
        {(newer > 0).then(|| card("newer", m.data_newer, view! { <p>{m.too_new}</p> }))}
        <p class="quiet">{m.in_app_browser}</p>
    }
}

pub fn about() -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let counts = (m.about_counts)(&speech.number(ServiceId::all().count()), &speech.number(SourceId::all().count()));
    view! {
        {heading(m.about)}
        <p class="lead">{m.about_what}</p>
        {card("review", m.draft, view! { <p>{m.about_review}</p><p class="quiet">{counts}</p> })}
        {card("private", m.data, view! { <p>{m.about_private}</p> })}
        {card("from", m.sources, view! { <p>{m.about_from}</p><p class="quiet">{m.about_licence}</p><p class="quiet">{(m.version)(env!("CARGO_PKG_VERSION"))}</p> })}
    }
}

pub fn not_found() -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    view! {
        {heading(m.not_found)}
        <p class="lead">{m.not_found_help}</p>
        <a class="button button--main" href=Page::Home.href(speech.locale)>{icon("house")}{m.go_home}</a>
        <section class="card card--rows"><ul class="rows">
            <li>{row(Page::Find, Some("search"), m.find.to_owned(), None)}</li>
            <li>{row(Page::Plans, Some("list-checks"), m.my_plans.to_owned(), None)}</li>
        </ul></section>
    }
}
