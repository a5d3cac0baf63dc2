//! A backup comes back: looked at first, then taken in, with undo. And the bin.

use super::el::{all, el, live, El};
use super::frames::{codes, receive, take_in};
use super::parts::{button, card, drawing, fold, main_button, pair, quiet};
use super::qr;
use super::safety::ask_phrase;
use super::send::sender;
use super::sheets::sheet_name;
use super::signal::*;
use super::state::copies::Snapshot;
use super::state::lock::{OnOutcome, Outcome};
use super::state::{use_app, use_speech, App};
use crate::i18n::words::With1;
use crate::i18n::Speech;
use crate::page::Page;
use crate::plan::{people, Sheet, SheetId};
use crate::saved::frames::{Basin, FRAME};
use crate::saved::sealed::{sealed_copy, Sealed};
use crate::saved::transfer::{look_at, packed_in, parcel, Arrival, Refused, FRAGMENT, MOST};
use std::rc::Rc;
use std::sync::Arc;

/// A plan for another phone.
pub fn plan_to_phone(id: SheetId) -> El {
    let app = use_app();
    let text = move || app.book.with_untracked(|book| book.sheets.get(&id).map(parcel)).unwrap_or_default();
    to_phone(Rc::new(text), use_speech().m().backup.to_phone_hint)
}

/// A person or an office near her for another phone: how to reach them, never what was noted of them.
pub fn card_to_phone(id: SheetId, hint: &'static str) -> El {
    let app = use_app();
    let text = move || {
        let card = |person: &Sheet| parcel(&people::card(person, app.today.get_untracked()));
        app.book.with_untracked(|book| book.sheets.get(&id).map(card)).unwrap_or_default()
    };
    to_phone(Rc::new(text), hint)
}

/// A text for another phone: a code to scan, and the link in it to send. Made when it is opened.
pub fn to_phone(text: Rc<dyn Fn() -> String>, hint: &'static str) -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().backup;
    let link = RwSignal::new(None::<Option<String>>);
    let text = StoredValue::new(text);
    let make = move |_| {
        let text = (text.get_value())();
        let address = [&app.outside().origin(), &Page::Data.href(speech.locale), FRAGMENT].concat();
        app.outside().pack(&text, Box::new(move |code| link.set(Some(code.map(|code| [&*address, &code].concat())))));
    };
    let inside = live(move || match link.get()? {
        None => Some(all(pair("info", m.no_code))),
        Some(link) => {
            let code = qr::screen_code(&link);
            let picture = match code.size {
                0 => all((quiet(m.code_is_large), codes(move || (text.get_value())()))),
                size => el("div", "code").with(drawing(size, code.path)),
            };
            Some(all((quiet(hint), picture, sender(Arc::new(move || link.clone()), None))))
        }
    });
    fold(m.to_phone, inside).on("toggle", make)
}

/// What was read, before anything is taken in.
#[derive(Clone)]
enum Seen {
    Brings(Arrival),
    Refused(Refused),
    /// It asks for a secret.
    Sealed(Sealed),
}

/// Choose a file, an earlier state, or paste a text; see what it brings; take it in or leave it.
pub fn restore() -> El {
    restore_telling(|_, _| None)
}

/// As [`restore`]; `more`: what else is told of what came.
pub fn restore_telling(more: fn(&Arrival, Speech) -> Option<El>) -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().backup;
    let seen = RwSignal::new(None::<Seen>);
    let pasted = RwSignal::new(String::new());
    let look_at_text = move |text: Option<String>| {
        let found = match text {
            None => Seen::Refused(Refused::TooLong),
            Some(text) => match sealed_copy(&text) {
                Some(sealed) => Seen::Sealed(sealed),
                None => app.book.with_untracked(|book| look_at(book, &text)).map_or_else(Seen::Refused, Seen::Brings),
            },
        };
        seen.set(Some(found));
        app.focus("restore");
    };
    let basin = RwSignal::new(Basin::default());
    take_in(app, basin, &app.frames(), look_at_text);
    // A link or a message may hold the packed text of a plan, or frames of a longer one.
    let look = move |text: Option<String>| match text.as_deref().and_then(packed_in) {
        None if text.as_deref().is_some_and(|text| text.contains(FRAME)) => {
            take_in(app, basin, text.as_deref().unwrap_or_default(), look_at_text);
        }
        Some(code) => app.outside().unpack(code, MOST, Box::new(move |text| look_at_text(text.or_else(|| Some(String::new()))))),
        None => look_at_text(text),
    };
    // Opened by a code that was scanned, or by a link: what it holds is shown at once, and changes nothing yet.
    let fragment = app.outside().take_fragment();
    if packed_in(&fragment).is_some() || fragment.starts_with(FRAME) {
        look(Some(fragment));
    }
    let choose = move || app.outside().pick_file(MOST, Box::new(look));
    let read = move || look(Some(pasted.get_untracked()));
    let ask = move || {
        (
            quiet(m.restore_hint),
            receive(basin, look_at_text),
            button("button button--wide", "file-text", m.choose, choose),
            el("label", "field").with((el("span", "field__label").with(m.paste), paste_box(pasted))),
            button("button button--small", "check", m.read, read),
            earlier(look_at_text),
        )
    };
    let inside = live(move || match seen.get() {
        None => all(ask()),
        Some(Seen::Refused(why)) => all((
            pair("triangle-alert", m.refused.get(why as usize).copied().unwrap_or_default()),
            quiet(m.nothing_changed),
            ask(),
        )),
        Some(Seen::Sealed(sealed)) => opener(sealed, look_at_text, seen),
        Some(Seen::Brings(arrival)) => preview(arrival, seen, speech, more),
    });
    card("restore", m.restore, inside).attr("tabindex", "-1")
}

/// Asks for the secret of a copy.
fn opener(sealed: Sealed, look: impl Fn(Option<String>) + Copy + 'static, seen: RwSignal<Option<Seen>>) -> El {
    let m = use_speech().m();
    let open = move |app: App, secret: &str, done: OnOutcome| {
        let opened = move |text: Result<String, Outcome>| match text {
            Ok(text) => {
                done(Outcome::Done);
                look(Some(text));
            }
            Err(outcome) => done(outcome),
        };
        app.open_sealed(sealed.clone(), secret, opened);
    };
    let leave = button("button button--wide button--quiet", "x", m.backup.leave, move || seen.set(None));
    all((pair("lock", m.safety.sealed_copy), quiet(m.safety.sealed_copy_hint), ask_phrase(m.safety.look, open), leave))
}

/// Earlier states on this phone, to look into.
fn earlier(look: impl Fn(Option<String>) + Copy + 'static) -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().safety;
    let known = RwSignal::new(None::<Vec<Snapshot>>);
    let list = live(move || {
        let known = known.get()?;
        if known.is_empty() {
            return Some(quiet(m.no_snapshots));
        }
        let row = |snapshot: Snapshot| {
            let day = snapshot.day.map_or_else(String::new, |day| speech.date(day));
            let words = m.snapshot.with(&day, &speech.size(snapshot.size as u64));
            let open = move || app.snapshot(&snapshot, Box::new(move |text| look(text.or_else(|| Some(String::new())))));
            el("li", "agenda__line")
                .with((el("span", "agenda__words").with(words), button("button button--small", "search", m.look, open)))
        };
        Some(el("ul", "agenda").with(known.into_iter().map(row).collect::<Vec<_>>()))
    });
    let opened = move |_| app.snapshots(move |found| known.set(Some(found)));
    fold(m.snapshots, (quiet(m.snapshots_hint), list)).on("toggle", opened)
}

fn paste_box(pasted: RwSignal<String>) -> El {
    let area = el("textarea", "field__text").attr("rows", "3").attr("dir", "auto").value(move || pasted.get());
    area.on("input", move |event| pasted.set(event_target_value(&event)))
}

/// What it would bring, in numbers and names.
fn preview(arrival: Arrival, seen: RwSignal<Option<Seen>>, speech: Speech, more: fn(&Arrival, Speech) -> Option<El>) -> El {
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
    let more = more(&arrival, speech);
    let take = brings.then(|| {
        let arrival = StoredValue::new(arrival);
        main_button("download", m.take, move || {
            app.take_in(arrival.get_value(), m.taken);
            seen.set(None);
        })
    });
    let none = (!brings).then(|| pair("circle-check", m.nothing_new));
    all((el("h3", "small-title").with(m.found), counts, more, names, none, take, leave))
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
                app.say(m.taken, None);
            };
            el("li", "agenda__line").with((
                el("span", "agenda__words").attr("dir", "auto").with(name),
                button("button button--small", "rotate-ccw", m.put_back, back),
            ))
        };
        let old = app.old_in_bin().len();
        let empty =
            (old > 0).then(|| button("button button--small button--quiet", "trash-2", m.bin_empty_old, move || app.empty_bin()));
        all((quiet(m.bin_hint), el("ul", "agenda").with(gone.into_iter().map(row).collect::<Vec<_>>()), empty))
    });
    card("bin", m.bin, rows)
}
