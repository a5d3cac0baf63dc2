//! To other phones and back: the form as a link and a code; answers pasted, many at once, or read with the camera.

use super::super::super::el::{all, el, live, El};
use super::super::super::parts::{button, card, drawing, fold, heading, lead, main_button, pair, quiet};
use super::super::super::plan::Open;
use super::super::super::qr;
use super::super::super::send::sender;
use super::super::super::signal::*;
use super::super::super::state::App;
use super::{back, words};
use crate::i18n::words::With1;
use crate::page::Page;
use crate::plan::helper::survey::{self, Taken};
use crate::plan::{Sheet, SheetId, What};
use crate::saved::survey::{answers_in, form_text, Came, Torn, FORM};
use std::sync::Arc;

/// A link of more letters makes a code that old cameras read badly.
const LONG: usize = 600;

/// The form for other phones; made when it is opened.
pub fn link(open: Open) -> El {
    let speech = open.speech;
    let w = words(speech);
    let shown = RwSignal::new(false);
    let inside = live(move || {
        let form = open.with(survey::form).filter(|_| shown.get())?;
        let link = [&*open.app.outside().origin(), &Page::Form.href(speech.locale), FORM, &form_text(&form)].concat();
        let code = qr::screen_code(&link);
        let picture = (code.size > 0).then(|| el("div", "code").with(drawing(code.size, code.path)));
        let long = (link.len() > LONG).then(|| pair("info", w.link_long));
        Some(all((quiet(w.link_hint), long, picture, sender(Arc::new(move || link.clone()), None))))
    });
    fold(w.by_link, inside).on("toggle", move |_| shown.set(true))
}

/// What became of what was pasted or scanned.
#[derive(Clone, Default, PartialEq)]
struct Fate {
    taken: Taken,
    /// Put into other surveys that are here.
    elsewhere: usize,
    /// Of surveys that are not.
    unknown: usize,
    torn: Vec<(Torn, String)>,
}

impl Fate {
    fn count(&self) -> usize {
        let Taken { new, changed, known } = self.taken;
        new + changed + known + self.elsewhere + self.unknown + self.torn.len()
    }
}

pub fn come(open: Open) -> El {
    let speech = open.speech;
    let w = words(speech);
    let pasted = RwSignal::new(String::new());
    let fate = RwSignal::new(None::<Fate>);
    let read = move || {
        let (found, left) = take(open, &pasted.get_untracked());
        pasted.set(left);
        fate.set(Some(found));
    };
    let area = el("textarea", "field__text").attr("rows", "4").attr("dir", "auto").value(move || pasted.get());
    let area = area.on("input", move |event| pasted.set(event_target_value(&event)));
    let told = live(move || fate.with(|fate| fate.as_ref().map(|fate| told(fate, open))));
    let count = live(move || open.with(survey::count).map(|count| quiet(w.answers.with(&speech.number(count)))));
    all((
        heading(w.come),
        lead(w.come_hint),
        el("section", "card").with((
            el("label", "field").with((el("span", "field__label").with(w.paste), area)),
            el("div", "").attr("role", "status").with(told),
            count,
        )),
        camera(open, fate),
        back(open),
        el("div", "bar").with(main_button("check", w.read, read)),
    ))
}

/// Takes all answers of a text in. Second: the text again when nothing was found in it, to be looked at.
fn take(open: Open, text: &str) -> (Fate, String) {
    let app = open.app;
    let (mut fate, mut mine, mut others) = (Fate::default(), Vec::new(), Vec::new());
    for found in answers_in(text) {
        match found {
            Ok(came) if came.survey == open.id() => mine.push(came),
            Ok(came) if is_here(app, &came.survey) => others.push(came),
            Ok(_) => fate.unknown += 1,
            Err(torn) => fate.torn.push(torn),
        }
    }
    let all_of = |came: &[Came], sheet: &mut Sheet, pen: &crate::plan::Pen, taken: &mut Taken| {
        came.iter().for_each(|came| survey::take(sheet, pen, came.id, &came.answer, taken));
    };
    // Looked at first: what brings nothing new is not an edit.
    let mut taken = Taken::default();
    if let Some(mut copy) = app.plan(&open.id()) {
        all_of(&mine, &mut copy, &app.pen(), &mut taken);
    }
    if taken.new + taken.changed > 0 {
        app.edit_undoable(&open.id(), words(open.speech).taken, |sheet, pen| {
            all_of(&mine, sheet, pen, &mut Taken::default());
            true
        });
    }
    fate.taken = taken;
    fate.elsewhere = others.len();
    for came in others {
        app.edit(&came.survey, |sheet, pen| survey::take(sheet, pen, came.id, &came.answer, &mut Taken::default()));
    }
    let left = if fate.count() == 0 { text.to_owned() } else { String::new() };
    (fate, left)
}

fn is_here(app: App, id: &SheetId) -> bool {
    app.book.with_untracked(|book| book.sheets.get(id).is_some_and(|sheet| sheet.what == What::Survey && !sheet.removed.value))
}

fn told(fate: &Fate, open: Open) -> El {
    let speech = open.speech;
    let w = words(speech);
    if fate.count() == 0 {
        return pair("info", w.no_answers);
    }
    let line = |words: With1, count: usize| (count > 0).then(|| el("li", "").with(words.with(&speech.number(count))));
    let torn = fate.torn.iter().map(|(why, begins)| {
        let why = w.torn.get(*why as usize).copied().unwrap_or_default();
        pair("triangle-alert", w.damaged.with(begins, why))
    });
    all((
        el("ul", "bullets").with((
            line(w.new, fate.taken.new),
            line(w.changed, fate.taken.changed),
            line(w.known, fate.taken.known),
            line(w.elsewhere, fate.elsewhere),
            line(w.unknown, fate.unknown),
        )),
        torn.collect::<Vec<_>>(),
    ))
}

/// Codes on other phones, one after the other, until it is closed.
fn camera(open: Open, fate: RwSignal<Option<Fate>>) -> Option<El> {
    let app = open.app;
    let b = &open.speech.m().backup;
    let w = words(open.speech);
    if !app.outside().can_scan() {
        return None;
    }
    // Open, refused.
    let state = RwSignal::new((false, false));
    let alive = RwSignal::new(false);
    let scan = move || {
        state.set((true, false));
        alive.set(true);
        let mut last = String::new();
        let found = move |text: String| {
            // Changing tells whether the screen is still there; asking would not.
            let mut going = false;
            alive.update(|alive| going = *alive);
            if text.is_empty() {
                state.set((false, true));
                return false;
            }
            // The camera sees the same code many times.
            if going && text != last {
                let found = take(open, &text).0;
                if found.count() > 0 {
                    fate.set(Some(found));
                }
                last = text;
            }
            going
        };
        let outside = app.outside();
        app.outside().after_render(Box::new(move || outside.scan("camera", Box::new(found))));
    };
    let close = move || {
        alive.set(false);
        state.set((false, false));
    };
    Some(card(
        "scan",
        b.scan,
        live(move || match state.get() {
            (true, _) => {
                all((el("div", "camera").attr("id", "camera"), button("button button--wide", "x", w.close_camera, close)))
            }
            (false, refused) => {
                all((refused.then(|| pair("triangle-alert", b.no_camera)), button("button button--wide", "image", b.scan, scan)))
            }
        }),
    ))
}
