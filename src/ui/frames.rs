//! From phone to phone without a network: codes one after the other on this screen, and the camera that reads them.

use super::el::{all, el, live, El};
use super::parts::{button, drawing, fold, pair, quiet};
use super::qr::frame_code;
use super::signal::*;
use super::state::{use_app, use_speech, App};
use crate::i18n::Speech;
use crate::page::Page;
use crate::saved::frames::{Basin, Fountain, FRAME};
use std::cell::Cell;
use std::rc::Rc;

/// How long a code stays: a phone's camera needs about a third of a second.
const FRAME_MS: u32 = 500;

/// Everything, shown as codes when she taps.
pub fn send_everything() -> El {
    let app = use_app();
    let m = &use_speech().m().backup;
    fold(m.codes, (quiet(m.codes_hint), codes(move || app.export())))
}

/// A text as codes that follow one another, from the tap on.
pub fn codes(text: impl Fn() -> String + 'static) -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().backup;
    // `None`: not asked for; inside, `None`: too long.
    let fountain = RwSignal::new(None::<Option<Rc<Fountain>>>);
    let at = RwSignal::new(0u32);
    // Of the run that shows now.
    let going = StoredValue::new(Rc::new(Cell::new(false)));
    let start = move || {
        let packed = move |code: Option<String>| {
            let made = code.and_then(|code| Fountain::new(&code)).map(Rc::new);
            at.set(0);
            let run = Rc::new(Cell::new(made.is_some()));
            going.set_value(run.clone());
            tick(app, run, at);
            fountain.set(Some(made));
        };
        app.outside().pack(&text(), Box::new(packed));
    };
    let address = [&app.outside().origin(), &Page::Data.href(speech.locale), FRAME].concat();
    let shown = live(move || {
        let Some(fountain) = fountain.get()? else { return Some(pair("info", m.codes_large)) };
        let code = frame_code(&[&*address, &fountain.frame(at.get())].concat());
        let words = m.code_of.with(&speech.number(at.get() as usize + 1), &speech.number(fountain.blocks()));
        Some(all((el("div", "code").with(drawing(code.size, code.path)), quiet(words))))
    });
    let start = StoredValue::new(Rc::new(start) as Rc<dyn Fn()>);
    let tap = live(move || match fountain.get() {
        Some(Some(_)) => button("button button--wide", "x", m.codes_stop, move || {
            going.get_value().set(false);
            fountain.set(None);
        }),
        _ => button("button button--wide", "smartphone", m.codes_start, move || (start.get_value())()),
    });
    all((tap, shown))
}

/// The next code, until she stops or leaves.
fn tick(app: App, going: Rc<Cell<bool>>, at: RwSignal<u32>) {
    let next = move || {
        // A signal of a screen that is gone is not changed.
        let mut alive = false;
        at.update(|at| {
            *at += 1;
            alive = going.get();
        });
        going.set(alive);
        if alive {
            tick(app, going, at);
        }
    };
    app.outside().later(FRAME_MS, Box::new(next));
}

/// What has come so far, the camera, and the way on. `look`: hears the whole text.
pub fn receive(basin: RwSignal<Basin>, look: impl Fn(Option<String>) + Copy + 'static) -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().backup;
    let open = RwSignal::new(false);
    let refused = RwSignal::new(false);
    let scan = move || {
        open.set(true);
        refused.set(false);
        let found = move |text: String| {
            if text.is_empty() {
                open.set(false);
                refused.set(true);
                return false;
            }
            let going = !take_in(app, basin, &text, look);
            open.set(going);
            going
        };
        // The place for the picture stands in the page then.
        let outside = app.outside();
        app.outside().after_render(Box::new(move || outside.scan("camera", Box::new(found))));
    };
    let camera = app.outside().can_scan();
    let tap = live(move || (camera && !open.get()).then(|| button("button button--wide", "image", m.scan, scan)));
    let hint = live(move || match (camera, refused.get()) {
        (_, true) => pair("triangle-alert", m.no_camera),
        (true, _) if open.get() => quiet(m.scan_hint),
        (true, _) => quiet(""),
        (false, _) => quiet(m.scan_by_phone),
    });
    let picture = live(move || open.get().then(|| el("div", "camera").attr("id", "camera")));
    let come = live(move || come(app, basin, speech));
    all((come, tap, hint, picture))
}

fn come(app: App, basin: RwSignal<Basin>, speech: Speech) -> Option<El> {
    let m = &speech.m().backup;
    let (have, need) = basin.with(Basin::progress);
    if have == 0 {
        return None;
    }
    let words = m.scanned_of.with(&speech.number(have), &speech.number(need));
    let bar = el("progress", "progress__bar")
        .attr("max", need.to_string())
        .attr("value", have.to_string())
        .attr("aria-label", words.clone());
    let forget = button("button button--small button--quiet", "trash-2", m.scan_forget, move || {
        basin.set(Basin::default());
        app.keep_frames(&[]);
    });
    Some(all((el("div", "progress").with((bar, el("p", "progress__words").with(words))), pair("info", m.scan_next), forget)))
}

/// Takes in what a code or a message holds. `true`: all of it is there, and `look` has it.
pub fn take_in(app: App, basin: RwSignal<Basin>, text: &str, look: impl Fn(Option<String>) + Copy + 'static) -> bool {
    let (mut new, mut whole) = (Vec::new(), None);
    basin.update(|basin| {
        for frame in crate::saved::frames::frames_in(text) {
            if basin.add(frame) {
                new.push(frame.to_owned());
            }
        }
        whole = basin.text();
    });
    let Some(code) = whole else {
        if !new.is_empty() {
            app.keep_frames(&new);
        }
        return false;
    };
    basin.set(Basin::default());
    app.keep_frames(&[]);
    let most = crate::saved::transfer::MOST;
    app.outside().unpack(&code, most, Box::new(move |text| look(text.or_else(|| Some(String::new())))));
    true
}
