//! What stands around every screen: header, tabs, and the quiet lines at the bottom.

use super::parts::icon;
use super::state::App;
use super::{screen, title};
use crate::page::{Page, Tab};
use crate::saved::{Notice, SaveState};
use leptos::prelude::*;

pub fn shell(app: App) -> impl IntoView {
    // Language, digits and place together: when one changes the screen is built anew, so views hold plain words.
    let frame = Memo::new(move |_| (app.speech(), app.route.get()));
    view! {
        {move || {
            let (speech, route) = frame.get();
            provide_context(speech);
            let m = speech.m();
            let page = route.page.clone();
            view! {
                <a class="skip" href="#main">{m.skip}</a>
                {header(app, &page)}
                {banners(app)}
                <main id="main" class="main" tabindex="-1">{screen(&page)}</main>
                {tabs(&page)}
            }
        }}
        {toast(app)}
        {save_line(app)}
    }
}

fn header(app: App, page: &Page) -> impl IntoView {
    let speech = super::state::use_speech();
    let m = speech.m();
    let other = speech.locale.other().code();
    let name = if *page == Page::Home { m.app.to_owned() } else { title(page, speech) };
    view! {
        <header class="head">
            <div class="krama" aria-hidden="true"></div>
            <div class="head__row">
                {page.parent().map(|_| view! {
                    <button type="button" class="head__back" aria-label=m.back on:click=move |_| app.go_back()>{icon("arrow-left")}</button>
                })}
                <p class="head__name">{name}</p>
                <button type="button" id="language" class="head__language" lang=other aria-label=m.to_other_language
                    on:click=move |_| app.switch_language()>{m.other_language}</button>
            </div>
        </header>
    }
}

fn tabs(page: &Page) -> impl IntoView {
    let speech = super::state::use_speech();
    let m = speech.m();
    let here = page.tab();
    let items = Tab::ALL.map(|tab| {
        let (picture, word) = match tab {
            Tab::Home => ("house", m.home),
            Tab::Plans => ("list-checks", m.plans),
            Tab::Learn => ("book-open", m.learn),
            Tab::People => ("users", m.people),
            Tab::More => ("menu", m.more),
        };
        let current = (tab == here).then_some(if tab.page() == *page { "page" } else { "true" });
        view! {
            <li><a class="tabs__tab" href=tab.page().href(speech.locale) aria-current=current>{icon(picture)}<span>{word}</span></a></li>
        }
    });
    view! { <nav class="tabs" aria-label=m.tabs><ul>{items.into_iter().collect_view()}</ul></nav> }
}

/// Said once, quietly, above the screen: no network, a new version, something about her data.
fn banners(app: App) -> impl IntoView {
    let speech = super::state::use_speech();
    let m = speech.m();
    let data = Page::Data.href(speech.locale);
    view! {
        {move || (!app.online.get()).then(|| view! { <p class="banner">{icon("cloud-off")}<span>{m.offline}</span></p> })}
        {move || app.update.get().then(|| view! {
            <div class="banner banner--news">{icon("refresh-cw")}<span>{m.update}</span>
                <button type="button" class="button button--small" on:click=move |_| app.take_update()>{m.update_take}</button></div>
        })}
        {move || {
            let notices = app.notices.get();
            let aside = notices.iter().filter(|notice| matches!(notice, Notice::SetAside { rescued: false, .. })).count();
            let newer = notices.iter().any(|notice| matches!(notice, Notice::TooNew { .. }));
            let words = [(aside > 0).then(|| (m.set_aside)(&speech.number(aside))), newer.then(|| m.too_new.to_owned())];
            let data = data.clone();
            words.into_iter().flatten().map(move |words| view! {
                <p class="banner banner--care">{icon("triangle-alert")}<span>{words}" "<a href=data.clone()>{m.see_data}</a></span></p>
            }).collect_view()
        }}
    }
}

fn toast(app: App) -> impl IntoView {
    view! {
        <div class="toast-place" role="status" aria-live="polite">
            {move || app.toast.get().map(|toast| {
                let m = app.speech().m();
                view! {
                    <div class="toast">
                        <span class="toast__text">{toast.text}</span>
                        {toast.undo.is_some().then(|| view! {
                            <button type="button" class="toast__undo" on:click=move |_| app.undo()>{icon("undo-2")}{m.undo}</button>
                        })}
                        <button type="button" class="toast__close" aria-label=m.close on:click=move |_| app.toast.set(None)>{icon("x")}</button>
                    </div>
                }
            })}
        </div>
    }
}

/// Something went wrong with saving: what happened, what was kept, what to do.
fn save_line(app: App) -> impl IntoView {
    view! {
        <div class="trouble-place" role="alert">
            {move || save_trouble(app).map(|words| {
                let m = app.speech().m();
                view! {
                    <div class="trouble">{icon("triangle-alert")}<p>{words}</p>
                        <button type="button" class="button button--small" on:click=move |_| app.save_copy()>{icon("download")}{m.save_copy}</button>
                    </div>
                }
            })}
        </div>
    }
}

fn save_trouble(app: App) -> Option<&'static str> {
    use crate::platform::storage::Fault;
    let m = app.speech().m();
    match app.save.get() {
        SaveState::Unsaved(Fault::Full) => Some(m.not_saved_full),
        SaveState::Unsaved(Fault::Blocked) => Some(m.not_saved_blocked),
        SaveState::Unsaved(Fault::Lost | Fault::Broken) => Some(m.not_saved_lost),
        SaveState::TooNew => Some(m.too_new),
        SaveState::Idle | SaveState::Saved | SaveState::Saving | SaveState::KeptNotSafe(_) => None,
    }
}
