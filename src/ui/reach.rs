//! How to reach a person or an office of hers: links that open, the lines in which numbers and accounts stand, and the map.

use super::edit::line_editor;
use super::el::{all, el, live, El, Words};
use super::offices::{by_level, office_row, offices_of_plans};
use super::parts::{button, care, listed, outer_link, quiet, with_icon};
use super::plan::Open;
use super::signal::*;
use super::state::{use_app, use_speech};
use crate::i18n::Speech;
use crate::kb::AuthorityId;
use crate::plan::{fact, reach, Field, How, SheetId};
use std::rc::Rc;

/// A picture for each [`How`].
const PICTURES: [&str; 7] = ["map-pin", "phone", "message-square", "send", "message-circle", "message-circle", "mail"];

/// The picture of a way.
pub fn picture(way: How) -> &'static str {
    PICTURES.get(way as usize).copied().unwrap_or_default()
}

/// The name of a way.
pub fn way_words(way: How, speech: Speech) -> &'static str {
    speech.m().person.ways.get(way as usize).copied().unwrap_or_default()
}

/// Links that open channels. `tapped` hears which way was taken, so that the result of a contact is one tap more.
pub fn way_links(ways: Vec<(How, String)>, tapped: impl Fn(How) + Copy + 'static, speech: Speech) -> El {
    let link = |(way, href): (How, String)| {
        let link = if href.starts_with("https:") {
            outer_link("button button--small", href)
        } else {
            el("a", "button button--small").attr("href", href)
        };
        with_icon(link.tap(move || tapped(way)), picture(way), way_words(way, speech))
    };
    el("div", "actions").with(ways.into_iter().map(link).collect::<Vec<_>>())
}

/// A search on a map; she is told that the map learns what she looks for.
pub fn map_link(what: &str) -> El {
    let m = &use_speech().m().local;
    let link = outer_link("button button--wide", reach::map(what));
    all((with_icon(link, "map-pin", m.map), quiet(m.map_note)))
}

/// The lines in which numbers and accounts stand; what cannot be opened is said.
pub fn lines(open: Open) -> Vec<El> {
    let lines = [
        ("tel", fact::PHONE, How::Phone),
        ("text", fact::TELEGRAM, How::Telegram),
        ("tel", fact::WHATSAPP, How::WhatsApp),
        ("text", fact::MESSENGER, How::Messenger),
        ("email", fact::EMAIL, How::Email),
    ];
    let line = |(mode, name, way)| {
        let wrong = move || {
            let unread = open.with(|sheet| !sheet.note(name).is_empty() && reach::link(way, sheet.note(name)).is_none());
            unread.unwrap_or(false).then(|| care("triangle-alert", open.speech.m().person.cannot_open))
        };
        all((line_editor(open, Field::Note(name.to_owned()), way_words(way, open.speech), mode), live(wrong)))
    };
    lines.into_iter().map(line).collect()
}

/// From the phone's contacts where they can be had, and by pasting.
pub fn bring(open: Open) -> El {
    let app = open.app;
    let p = &open.speech.m().person;
    let draft = RwSignal::new(None::<String>);
    let put = move |id: &SheetId, text: &str| app.edit_undoable(id, p.pasted, |sheet, pen| reach::paste(sheet, pen, text));
    let pick = move || {
        // The screen may be another one when she has chosen.
        let id = open.id();
        app.outside().pick_contact(Box::new(move |lines| put(&id, &lines)));
    };
    let keep = move || {
        let text = draft.get_untracked().unwrap_or_default();
        if !text.trim().is_empty() {
            draft.set(None);
            put(&open.id(), &text);
        }
    };
    let can_pick = app.outside().can_pick_contact();
    let area = el("textarea", "field__text").attr("rows", "2").attr("dir", "auto").value(move || draft.get().unwrap_or_default());
    let area = area.on("input", move |event| draft.set(Some(event_target_value(&event)))).on("blur", move |_| keep());
    all((
        can_pick.then(|| button("button button--wide", "smartphone", p.pick, pick)),
        el("label", "field").with((el("span", "field__label").with((p.paste, " · ", p.paste_hint)), area)),
    ))
}

/// Which office of the directory it is, by tap.
pub fn office_choice(open: Open) -> El {
    let app = open.app;
    let chosen = memo(move || open.with(|sheet| sheet.fact(fact::OFFICE).to_owned()).unwrap_or_default());
    choose_office(chosen, move |value| {
        app.edit(&open.id(), |sheet, pen| sheet.set_fact(pen, fact::OFFICE, value));
    })
}

/// The office that is chosen, and the way to choose another: those of her plans first, then all. `set` is given its id; empty: none.
pub fn choose_office(chosen: Memo<String>, set: impl Fn(&str) + 'static) -> El {
    let (app, speech) = (use_app(), use_speech());
    let choosing = RwSignal::new(false);
    let set: Rc<dyn Fn(&str)> = Rc::new(move |value| {
        choosing.set(false);
        set(value);
    });
    live(move || {
        if choosing.get() {
            let choice = |office: AuthorityId| {
                let set = set.clone();
                let tap = move || set(office.name());
                let name: Words = speech.text(office.get().name);
                with_icon(el("button", "choice").attr("type", "button").tap(tap), "landmark", name)
            };
            let mine = app.book.with_untracked(offices_of_plans);
            return all((el("ul", "choices").with(listed(mine.into_iter().map(choice).collect())), by_level(choice)));
        }
        let office = AuthorityId::parse(&chosen.get());
        let drop = set.clone();
        let none = office.map(|_| button("button button--small button--quiet", "x", speech.m().remove, move || drop("")));
        let choose = button("button button--small", "landmark", speech.m().person.choose_office, move || choosing.set(true));
        all((
            office.map(|office| el("ul", "rows").with(el("li", "").with(office_row(office)))),
            el("div", "actions").with((choose, none)),
        ))
    })
}
