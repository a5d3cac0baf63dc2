//! What everybody has of helper mode: turning it on, fetching the part of the app that only helpers need, and the line that says for
//! whom the app acts. The screens themselves are in [`super::helper`].

use super::el::{all, el, live, El};
use super::helper;
use super::parts::{button, heading, icon, lead, main_button, option, with_icon};
use super::signal::*;
use super::state::acting::Part;
use super::state::{use_app, use_speech, App};
use crate::i18n::Speech;
use crate::page::{Desk, Page};
use crate::plan::SheetId;

/// A screen of helper mode: first it is turned on, then its part is fetched.
pub fn desk(desk: &Desk) -> El {
    let app = use_app();
    let m = &use_speech().m().helping;
    let desk = desk.clone();
    // Not whatever else changes in the book: a screen is built once, and keeps what she is about to choose.
    let is_on = memo(move || app.is_helper());
    live(move || {
        if !is_on.get() {
            let on = main_button("users", m.turn_on, move || app.set_helper(true));
            return all((heading(m.title), lead(m.hint), on));
        }
        let part = app.part.get();
        // After a failure only she tries again.
        if part == Part::Absent {
            app.fetch_part();
        }
        match part {
            Part::Here => helper::screen(&desk),
            Part::Absent | Part::Coming => all((heading(m.title), el("p", "lead").attr("role", "status").with(m.coming))),
            Part::Failed => all((heading(m.title), lead(m.failed), main_button("refresh-cw", m.again, move || app.fetch_part()))),
        }
    })
}

/// In the settings.
pub fn choice() -> El {
    let app = use_app();
    let m = &use_speech().m().helping;
    let one = |words, on| option("helper", words, move || app.is_helper() == on, move || app.set_helper(on));
    el("fieldset", "card").with((
        el("legend", "card__title").with(m.title),
        el("p", "").with(m.hint),
        one(m.on, true),
        one(m.off, false),
    ))
}

/// Above every screen, while she acts for somebody.
pub fn acting_line(app: App) -> El {
    let speech = use_speech();
    let m = &speech.m().helping;
    live(move || {
        let whom = app.acting()?;
        let name = app.book.with(|book| book.sheets.get(&whom).map(|sheet| sheet.title.current().trim().to_owned()));
        let stop = button("button button--small", "x", m.stop, move || {
            app.act_for(None);
            app.say(m.stopped, None);
        });
        let words = m.acting.with(name.as_deref().filter(|name| !name.is_empty()).unwrap_or(m.unnamed));
        let page = Page::Helper(Desk::Ending(whom.as_str().to_owned()));
        let end = with_icon(el("a", "button button--small").attr("href", page.href(speech.locale)), "door-closed", m.end);
        let page = Page::Helper(Desk::Woman(whom.as_str().to_owned()));
        let name = el("a", "acting__name").attr("href", page.href(speech.locale)).attr("dir", "auto").with(words);
        Some(el("div", "acting").with((icon("user"), name, end, stop)))
    })
}

/// The name of somebody she helps, as it stands on the screen.
pub fn helped_name(id: &SheetId, app: App, speech: Speech) -> String {
    let name = app.book.with(|book| book.sheets.get(id).map(|sheet| sheet.title.current().trim().to_owned()));
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| speech.m().helping.unnamed.to_owned())
}
