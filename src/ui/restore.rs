//! A backup comes back: looked at first, then taken in, with undo. And the bin.

use super::el::{all, el, live, El};
use super::parts::{button, card, drawing, fold, main_button, pair, quiet};
use super::plans::plan_name;
use super::qr;
use super::send::sender;
use super::signal::*;
use super::state::{use_app, use_speech};
use crate::i18n::words::With1;
use crate::i18n::Speech;
use crate::page::Page;
use crate::plan::{Sheet, SheetId, What};
use crate::platform::{Shared, TextFile};
use crate::saved::transfer::{look_at, packed_in, parcel, Arrival, Refused, FRAGMENT, MOST};
use std::sync::Arc;

/// "Send a copy to yourself": the share sheet takes text files, and what it does not take is downloaded.
pub fn send_copy() -> El {
    let app = use_app();
    let m = use_speech().m();
    let send = move || {
        let name = ["phlov-", &app.today.get_untracked().to_string(), ".txt"].concat();
        let file = TextFile { name, mime: "text/plain", text: app.store().export_raw() };
        let told = move |what| match what {
            Shared::Sent | Shared::Refused | Shared::ByHand => {}
            Shared::Saved | Shared::Copied => app.say(m.data_copied, None),
        };
        app.outside().share_file(file, Box::new(told));
    };
    button("button button--wide", "send", m.backup.send, send)
}

/// A plan for another phone: a code to scan, and the link in it to send. Made when it is opened.
pub fn to_phone(id: SheetId) -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().backup;
    let link = RwSignal::new(None::<Option<String>>);
    let make = move |_| {
        let Some(text) = app.book.with_untracked(|book| book.sheets.get(&id).map(parcel)) else { return };
        let address = [&app.outside().origin(), &Page::Data.href(speech.locale), FRAGMENT].concat();
        app.outside().pack(&text, Box::new(move |code| link.set(Some(code.map(|code| [&*address, &code].concat())))));
    };
    let inside = live(move || match link.get()? {
        None => Some(all(pair("info", m.no_code))),
        Some(link) => {
            let code = qr::screen_code(&link);
            let picture =
                if code.size > 0 { el("div", "code").with(drawing(code.size, code.path)) } else { quiet(m.code_is_large) };
            Some(all((quiet(m.to_phone_hint), picture, sender(Arc::new(move || link.clone()), None))))
        }
    });
    fold(m.to_phone, inside).on("toggle", make)
}

/// Choose a file or paste a text; see what it brings; take it in or leave it.
pub fn restore() -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().backup;
    let seen = RwSignal::new(None::<Result<Arrival, Refused>>);
    let pasted = RwSignal::new(String::new());
    let look_at_text = move |text: Option<String>| {
        let found = match text {
            Some(text) => app.book.with_untracked(|book| look_at(book, &text)),
            None => Err(Refused::TooLong),
        };
        seen.set(Some(found));
        app.focus("restore");
    };
    // A link or a message may hold the packed text of a plan.
    let look = move |text: Option<String>| match text.as_deref().and_then(packed_in) {
        Some(code) => app.outside().unpack(code, MOST, Box::new(move |text| look_at_text(text.or_else(|| Some(String::new()))))),
        None => look_at_text(text),
    };
    // Opened by a code that was scanned, or by a link: what it holds is shown at once, and changes nothing yet.
    let fragment = app.outside().take_fragment();
    if packed_in(&fragment).is_some() {
        look(Some(fragment));
    }
    let choose = move || app.outside().pick_file(MOST, Box::new(look));
    let read = move || look(Some(pasted.get_untracked()));
    let ask = move || {
        (
            quiet(m.restore_hint),
            button("button button--wide", "file-text", m.choose, choose),
            el("label", "field").with((el("span", "field__label").with(m.paste), paste_box(pasted))),
            button("button button--small", "check", m.read, read),
        )
    };
    let inside = live(move || match seen.get() {
        None => all(ask()),
        Some(Err(why)) => all((
            pair("triangle-alert", m.refused.get(why as usize).copied().unwrap_or_default()),
            quiet(m.nothing_changed),
            ask(),
        )),
        Some(Ok(arrival)) => preview(arrival, seen, speech),
    });
    card("restore", m.restore, inside).attr("tabindex", "-1")
}

fn paste_box(pasted: RwSignal<String>) -> El {
    let area = el("textarea", "field__text").attr("rows", "3").attr("dir", "auto").value(move || pasted.get());
    area.on("input", move |event| pasted.set(event_target_value(&event)))
}

/// What it would bring, in numbers and names.
fn preview(arrival: Arrival, seen: RwSignal<Option<Result<Arrival, Refused>>>, speech: Speech) -> El {
    let app = use_app();
    let m = &speech.m().backup;
    let line = |words: With1, count: usize| (count > 0).then(|| el("li", "").with(words.with(&speech.number(count))));
    let counts = el("ul", "bullets").with((
        line(m.new, arrival.new.len()),
        line(m.changed, arrival.changed.len()),
        line(m.conflicts, arrival.conflicts),
        line(m.same, arrival.same),
        line(m.damaged, arrival.damaged),
        line(m.newer, arrival.newer),
    ));
    let names: Vec<El> =
        arrival.new.iter().take(10).map(|sheet| el("li", "").attr("dir", "auto").with(sheet_name(sheet, speech))).collect();
    let names = (!names.is_empty()).then(|| el("ul", "bullets").with(names));
    let leave = button("button button--wide button--quiet", "x", m.leave, move || seen.set(None));
    let brings = arrival.brings_something();
    let take = brings.then(|| {
        let arrival = StoredValue::new(arrival);
        main_button("download", m.take, move || {
            app.take_in(arrival.get_value(), m.taken);
            seen.set(None);
        })
    });
    let none = (!brings).then(|| pair("circle-check", m.nothing_new));
    all((el("h3", "small-title").with(m.found), counts, names, none, take, leave))
}

/// What was deleted, to put back.
pub fn bin() -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().backup;
    let rows = live(move || {
        let gone: Vec<(SheetId, String)> = app.book.with(|book| {
            let gone = book.sheets.values().filter(|sheet| sheet.removed.value);
            gone.map(|sheet| (sheet.id.clone(), sheet_name(sheet, speech))).collect()
        });
        if gone.is_empty() {
            return quiet(m.bin_empty);
        }
        let row = |(id, name): (SheetId, String)| {
            let back = move || {
                app.edit(&id, |sheet, pen| sheet.set_removed(pen, false));
                app.say(m.was_put_back, None);
            };
            el("li", "agenda__line").with((
                el("span", "agenda__words").attr("dir", "auto").with(name),
                button("button button--small", "rotate-ccw", m.put_back, back),
            ))
        };
        all((quiet(m.bin_hint), el("ul", "agenda").with(gone.into_iter().map(row).collect::<Vec<_>>())))
    });
    card("bin", m.bin, rows)
}

/// The name of a plan or a person.
fn sheet_name(sheet: &Sheet, speech: Speech) -> String {
    let name = sheet.title.current();
    match sheet.what {
        What::Plan => plan_name(sheet, speech),
        What::Person if name.is_empty() => speech.m().person.unnamed.to_owned(),
        What::Person => name.to_owned(),
    }
}
