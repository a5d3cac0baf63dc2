//! What stands around every screen: header, tabs, and the quiet lines at the bottom.

use super::el::{all, el, live, El, UNKEPT};
use super::helping::acting_line;
use super::listen::listen_bar;
use super::parts::{button, icon, krama, with_icon};
use super::safety::closed;
use super::signal::*;
use super::state::lock::Lock;
use super::state::{use_speech, App, Update};
use super::{marked, screen, title};
use crate::i18n::{Messages, Speech};
use crate::page::{Page, Tab};
use crate::platform::storage::Fault;
use crate::saved::{Notice, SaveState};

pub fn shell(app: App) -> El {
    // When language, digits or place change the screen is built anew, so views hold plain words.
    let framed = live(move || {
        let (speech, route) = (app.speech(), app.route.get());
        provide_context(speech);
        app.fall_silent();
        let m = speech.m();
        (
            el("a", "skip").attr("href", "#main").with(m.skip),
            header(app, &route.page),
            // Another place is another screen; the same place in the other language stays as it is, unfolded and scrolled.
            el("main", "main").key(route.page.path() + &route.search).attr("id", "main").attr("tabindex", "-1").with((
                banners(app),
                guarded(app, &route.page),
                listen_bar(),
            )),
            tabs(&route.page),
        )
    });
    all((
        framed,
        marked::sheet(app),
        el("form", "").attr("id", UNKEPT).attr("autocomplete", "off").attr("hidden", ""),
        el("div", "toast-place").attr("role", "status").with(live(move || toast(app))),
        el("div", "trouble-place").attr("role", "alert").with(live(move || save_trouble(app))),
    ))
}

/// The screen, or, while the lock is closed, in place of what is hers, the lock.
fn guarded(app: App, page: &Page) -> El {
    let page = page.clone();
    if page.is_hers() {
        return live(move || match app.lock.get() {
            Lock::Closed(secret) => closed(&page, secret),
            Lock::Off | Lock::Open(_) => screen(&page),
        });
    }
    screen(&page)
}

fn header(app: App, page: &Page) -> El {
    let speech = use_speech();
    let m = speech.m();
    let back = page.parent().map(|_| {
        el("button", "head__back")
            .attr("type", "button")
            .attr("aria-label", m.back)
            .tap(move || app.go_back())
            .with(icon("arrow-left"))
    });
    // A link, so that it works on the first page before the app is there.
    let other = el("a", "head__language")
        .attr("id", "language")
        .attr("lang", speech.locale.other().code())
        .attr("href", app.route.with_untracked(|route| route.in_other_language().href()))
        .attr("aria-label", [m.other_language, " ", m.to_other_language].concat())
        .on("click", move |event| {
            event.prevent_default();
            app.switch_language();
        })
        .with(m.other_language);
    // Works before the app is there, and when it is not well: public/guard.js listens for it.
    let leave = with_icon(el("button", "head__leave").attr("type", "button").attr("data-leave", ""), "door-open", m.leave);
    let row = el("div", "head__row").with((back, el("p", "head__name").with(section(page, speech)), leave, other));
    el("header", "head").with((krama(), row, acting_line(app)))
}

/// The header says where one is; the screen's own title stands below it.
fn section(page: &Page, speech: Speech) -> String {
    match page.parent() {
        Some(parent) => title(&parent, speech),
        None => title(page, speech),
    }
}

fn tabs(page: &Page) -> El {
    let speech = use_speech();
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
        let link = el("a", "tabs__tab").attr("href", tab.page().href(speech.locale)).attr_if("aria-current", current);
        el("li", "").with(link.with((icon(picture), el("span", "").with(word))))
    });
    el("nav", "tabs").attr("aria-label", m.tabs).with(el("ul", "").with(items))
}

/// Said once, quietly, above the screen: no network, a new version, something about her data.
pub fn banners(app: App) -> El {
    let speech = use_speech();
    let m = speech.m();
    let offline =
        live(move || (!app.online.get()).then(|| el("p", "banner").with((icon("cloud-off"), el("span", "").with(m.offline)))));
    let update = live(move || {
        app.update.get().map(|Update { all, still, coming }| {
            if coming {
                return el("p", "banner").attr("role", "status").with(m.update_coming);
            }
            let (size, take) = if still > 0 {
                (Some(m.update_still.with(&speech.kilobytes(still))), m.update_fetch)
            } else {
                ((all > 0).then(|| m.update_here.with(&speech.kilobytes(all))), m.update_take)
            };
            let take = button("button button--small", "refresh-cw", take, move || app.take_update());
            el("div", "banner").with((el("span", "").with((m.update, size.map(|size| [" ", &size].concat()))), take))
        })
    });
    let care = live(move || {
        let (aside, newer) = app.notices.with(|notices| {
            let aside = notices.iter().filter(|notice| matches!(notice, Notice::SetAside { rescued: false, .. })).count();
            (aside, notices.iter().any(|notice| matches!(notice, Notice::TooNew { .. })))
        });
        let banner = |words: String| {
            let link = el("a", "").attr("href", Page::Data.href(speech.locale)).with(m.see_data);
            el("p", "banner banner--care").with((icon("triangle-alert"), el("span", "").with((words, " ", link))))
        };
        let full = app.notices.with(|notices| notices.contains(&Notice::NearlyFull)).then(|| banner(m.nearly_full.to_owned()));
        (full, (aside > 0).then(|| banner(m.set_aside.with(&speech.number(aside)))), newer.then(|| banner(m.too_new.to_owned())))
    });
    all((offline, update, care))
}

pub fn toast(app: App) -> Option<El> {
    let toast = app.toast.get()?;
    let m = app.speech().m();
    let undo = toast.undo.is_some().then(|| button("toast__undo", "undo-2", m.undo, move || app.undo()));
    let close = el("button", "toast__close")
        .attr("type", "button")
        .attr("aria-label", m.close)
        .tap(move || app.toast.set(None))
        .with(icon("x"));
    Some(el("div", "toast").with((el("span", "toast__text").with(toast.text), undo, close)))
}

/// Saving failed: what happened, what was kept, what to do.
pub fn save_trouble(app: App) -> Option<El> {
    let m = app.speech().m();
    let words = match app.save.get() {
        SaveState::Unsaved(fault) => trouble(fault, m),
        SaveState::TooNew => m.too_new,
        SaveState::Idle | SaveState::Saved | SaveState::Saving | SaveState::KeptNotSafe(_) => return None,
    };
    let copy = button("button button--small", "download", m.save_copy, move || app.save_copy());
    Some(el("div", "trouble").with((icon("triangle-alert"), el("p", "").with(words), copy)))
}

/// Why an edit is nowhere but on the screen, and what to do.
pub fn trouble(fault: Fault, m: &'static Messages) -> &'static str {
    match fault {
        Fault::Full => m.not_saved_full,
        Fault::Blocked => m.not_saved_blocked,
        Fault::Lost | Fault::Broken => m.not_saved_lost,
    }
}
