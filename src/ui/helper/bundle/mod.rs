//! What is shared with other phones, and what came from them: chosen thing by thing, shown as it goes out, sent as a file, as codes or as a
//! link; looked at before it is taken in.
//!
//! - here: choosing, sending
//! - [`needs`]: the needs of those who agreed
//! - [`lines`]: a sheet in words, as it goes out

pub mod lines;
mod needs;

use super::super::el::{all, el, live, El};
use super::super::long;
use super::super::parts::{button, card, fold, heading, lead, main_button, pair, quiet};
use super::super::restore::{restore_telling, to_phone};
use super::super::sheets::sheet_name;
use super::super::signal::*;
use super::super::state::{use_app, use_speech, App};
use crate::i18n::Speech;
use crate::plan::helper::need::names::Names;
use crate::plan::helper::need::sent::{self, KINDS};
use crate::plan::helper::need::{has_reply, of};
use crate::plan::helper::report::area_of;
use crate::plan::helper::ORIGIN;
use crate::plan::{fact, Book, ItemId, Sheet, SheetId, Table, What};
use crate::platform::TextFile;
use crate::saved::transfer::{bundle, Arrival};
use crate::saved::ORIGIN_KEY;
use std::rc::Rc;

/// What is ticked.
#[derive(Clone, Default, PartialEq)]
struct Ticks {
    /// Plans of people who agreed: their needs.
    plans: Table<SheetId, ()>,
    /// Questions in her own words.
    own: Table<(SheetId, ItemId), ()>,
    /// Anything else.
    sheets: Table<SheetId, ()>,
    /// Grows with every tick: what was made for sending is then made anew.
    version: u32,
}

/// What is on this screen.
#[derive(Clone, Copy)]
struct Share {
    app: App,
    speech: Speech,
    ticks: RwSignal<Ticks>,
    label: RwSignal<String>,
}

fn toggle<K: Ord>(table: &mut Table<K, ()>, key: K) {
    if table.remove(&key).is_none() {
        table.insert(key, ());
    }
}

impl Share {
    fn change(self, change: impl FnOnce(&mut Ticks)) {
        let mut ticks = self.ticks.get_untracked();
        change(&mut ticks);
        ticks.version += 1;
        self.ticks.set(ticks);
    }

    /// The need of a plan as it goes out.
    fn need(self, book: &Book, plan: &Sheet, names: &Names) -> Option<Sheet> {
        let helped = needs::owner(book, plan)?;
        let own = |item: &crate::plan::Item| self.ticks.with(|ticks| ticks.own.contains_key(&(plan.id.clone(), item.id.clone())));
        Some(of(plan, helped, &own, &self.label.get_untracked(), names))
    }

    /// All that goes out.
    fn sheets(self, book: &Book) -> Vec<Sheet> {
        let names = Names::of(book);
        let label = self.label.get_untracked();
        let ticks = self.ticks.get();
        let plans = ticks.plans.keys().filter_map(|id| book.sheets.get(id));
        let mut sheets: Vec<Sheet> = plans.filter_map(|plan| self.need(book, plan, &names)).collect();
        let others = ticks.sheets.keys().filter_map(|id| book.sheets.get(id));
        sheets.extend(others.filter_map(|sheet| sent::copy(sheet, area_of(book, sheet), &label, &names)));
        sheets
    }
}

/// What this phone calls itself in what it hands on; a number until somebody writes a name.
pub fn label(app: App, speech: Speech) -> String {
    let kept = app.store().read_small(ORIGIN_KEY);
    if !kept.trim().is_empty() {
        return kept;
    }
    let number = speech.number((app.outside().random() % 9000 + 1000) as usize);
    let made = speech.h().bundle.team.with(&number);
    app.store().keep_small(ORIGIN_KEY, &made);
    made
}

/// The box for it.
pub fn label_field(app: App, speech: Speech, label: RwSignal<String>) -> El {
    let m = &speech.h().bundle;
    let write = move |event| {
        let text = event_target_value(&event);
        app.store().keep_small(ORIGIN_KEY, text.trim());
        label.set(text);
    };
    let input = el("input", "field__line").attr("type", "text").attr("autocomplete", "off").attr("dir", "auto");
    let input = input.value(move || label.get()).on("input", write);
    all((el("label", "field").with((el("span", "field__label").with(m.label), input)), quiet(m.label_hint)))
}

pub fn bundles() -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.h().bundle;
    let share = Share { app, speech, ticks: RwSignal::new(Ticks::default()), label: RwSignal::new(label(app, speech)) };
    let kinds = live(move || {
        let there = app.book.with(|book| KINDS.map(|what| book.of_all(what).any(sent::may_leave)));
        (0..KINDS.len()).filter(|at| there.get(*at) == Some(&true)).map(|at| kind(share, at)).collect::<Vec<_>>()
    });
    all((
        heading(m.title),
        lead(m.lead),
        el("div", "card").with(label_field(app, speech, share.label)),
        needs::card_of(share),
        kinds,
        out(share),
        back(share),
        restore_telling(tell),
    ))
}

/// One kind of thing to share, opened by a tap.
fn kind(share: Share, at: usize) -> El {
    let (app, m) = (share.app, &share.speech.h().bundle);
    let what = KINDS.get(at).copied().unwrap_or_default();
    let opened = RwSignal::new(false);
    let inside = live(move || {
        opened.get().then(|| {
            let ids = app.book.with(|book| long::ids(book.of_all(what).filter(|sheet| sent::may_leave(sheet)).collect()));
            let set = move |on: bool| {
                let all = app.book.with_untracked(|book| long::ids(book.of_all(what).filter(|s| sent::may_leave(s)).collect()));
                share.change(|ticks| {
                    for id in all {
                        ticks.sheets.remove(&id);
                        if on {
                            ticks.sheets.insert(id, ());
                        }
                    }
                });
            };
            all((
                quiet(m.kind_hints.get(at).copied().unwrap_or_default()),
                el("div", "actions").with((
                    button("button button--small", "check", m.all, move || set(true)),
                    button("button button--small button--quiet", "x", m.none, move || set(false)),
                )),
                el("ul", "checks").with(ids.into_iter().map(|id| row(share, id)).collect::<Vec<_>>()),
            ))
        })
    });
    fold(m.kinds.get(at).copied().unwrap_or_default(), inside).on("toggle", move |_| opened.set(true))
}

/// A thing to tick, and what of it goes out.
fn row(share: Share, id: SheetId) -> El {
    let (app, speech) = (share.app, share.speech);
    let key = id.as_str().to_owned();
    let id = StoredValue::new(id);
    let name =
        app.book.with(|book| id.with_value(|id| book.sheets.get(id).map(|sheet| named(sheet, speech)))).unwrap_or_default();
    let on = move || share.ticks.with(|ticks| id.with_value(|id| ticks.sheets.contains_key(id)));
    let tick = move |_| share.change(|ticks| toggle(&mut ticks.sheets, id.get_value()));
    let boxed = el("input", "checks__box").attr("type", "checkbox").checked(on).on("change", tick);
    let words = el("span", "checks__words").attr("dir", "auto").with(name);
    let goes_out = move || {
        app.book.with(|book| {
            let sheet = id.with_value(|id| book.sheets.get(id))?;
            let copy = sent::copy(sheet, area_of(book, sheet), &share.label.get(), &Names::of(book))?;
            Some(el("ul", "bullets").with(lines::items(&copy, speech)))
        })
    };
    el("li", "checks__item").key(key).with((el("label", "checks__row").with((boxed, words)), opener(speech, goes_out)))
}

fn named(sheet: &Sheet, speech: Speech) -> String {
    let name = sheet_name(sheet, speech);
    let origin = sheet.note(ORIGIN);
    if origin.is_empty() {
        name
    } else {
        [&name, " · ", origin].concat()
    }
}

/// "See what goes out"; made when it is opened.
fn opener(speech: Speech, make: impl Fn() -> Option<El> + 'static) -> El {
    let opened = RwSignal::new(false);
    let inside = live(move || opened.get().then(&make).flatten());
    el("details", "why")
        .with((el("summary", "").with(speech.h().bundle.goes_out), inside))
        .on("toggle", move |_| opened.set(true))
}

/// So many lines are read through; more are in the parts above.
const PREVIEW: usize = 200;

/// What was chosen, to read through and to send.
fn out(share: Share) -> El {
    let (app, speech) = (share.app, share.speech);
    let m = &speech.h().bundle;
    let inside = live(move || {
        let (count, version) = share.ticks.with(|ticks| (ticks.plans.len() + ticks.sheets.len(), ticks.version));
        if count == 0 {
            return pair("info", m.nothing);
        }
        let text = move || app.book.with_untracked(|book| bundle(&untrack(|| share.sheets(book))));
        let preview = opener_of_all(share);
        all((
            pair("check", m.chosen.with(&speech.number(count))),
            preview.key(["read", &version.to_string()].concat()),
            ways_out(app, speech, Rc::new(text)).key(["send", &version.to_string()].concat()),
        ))
    });
    card("out", m.chosen_title, inside)
}

fn opener_of_all(share: Share) -> El {
    let speech = share.speech;
    let opened = RwSignal::new(false);
    let inside = live(move || {
        opened.get().then(|| {
            let sheets = share.app.book.with(|book| share.sheets(book));
            let all: Vec<El> = sheets.iter().flat_map(|sheet| lines::items(sheet, speech)).take(PREVIEW).collect();
            el("ul", "bullets").with(all)
        })
    });
    fold(speech.h().bundle.preview, inside).on("toggle", move |_| opened.set(true))
}

/// A bundle as a file, kept or sent, and as codes or a link.
pub fn ways_out(app: App, speech: Speech, text: Rc<dyn Fn() -> String>) -> El {
    let m = &speech.h().bundle;
    let file = move |text: &Rc<dyn Fn() -> String>| {
        let name = ["phlov-share-", &app.today.get_untracked().to_string(), ".txt"].concat();
        TextFile { name, mime: "text/plain", text: text() }
    };
    let (kept, sent) = (text.clone(), text.clone());
    let keep = move || {
        app.outside().save_file(file(&kept));
        app.say(m.saved, None);
    };
    let send = move || app.outside().share_file(file(&sent), Box::new(|_| ()));
    el("div", "choices").with((
        main_button("download", m.file, keep),
        button("button button--wide", "send", m.send_file, send),
        to_phone(text, m.to_phone_hint),
    ))
}

/// Answers for the phones that asked: of each its needs that were answered, and nothing else.
fn back(share: Share) -> El {
    let (app, speech) = (share.app, share.speech);
    let m = &speech.h().bundle;
    let inside = live(move || {
        let mut origins: Table<String, usize> = Table::default();
        app.book.with(|book| {
            for need in answered(book) {
                *origins.get_or_default(need.note(ORIGIN).to_owned()) += 1;
            }
        });
        if origins.is_empty() {
            return quiet(m.no_answers);
        }
        let row = |(origin, count): (String, usize)| {
            let words = m.answers_for.with(&origin, &speech.number(count));
            let key = [&*origin, " ", &count.to_string()].concat();
            let text = move || {
                app.book.with_untracked(|book| {
                    let names = Names::of(book);
                    let hers = answered(book).filter(|need| need.note(ORIGIN) == origin);
                    bundle(&hers.filter_map(|need| sent::copy(need, "", "", &names)).collect::<Vec<_>>())
                })
            };
            fold(words, ways_back(app, speech, Rc::new(text))).key(key)
        };
        all((quiet(m.answers_hint), origins.into_iter().map(row).collect::<Vec<_>>()))
    });
    card("back", m.answers_back, inside)
}

/// As [`ways_out`], without a main button.
fn ways_back(app: App, speech: Speech, text: Rc<dyn Fn() -> String>) -> El {
    let m = &speech.h().bundle;
    let kept = text.clone();
    let keep = move || {
        let name = ["phlov-answers-", &app.today.get_untracked().to_string(), ".txt"].concat();
        app.outside().save_file(TextFile { name, mime: "text/plain", text: kept() });
        app.say(m.saved, None);
    };
    el("div", "choices").with((button("button button--wide", "download", m.file, keep), to_phone(text, m.to_phone_hint)))
}

/// Needs of other phones that have an answer.
fn answered(book: &Book) -> impl Iterator<Item = &Sheet> {
    book.of_all(What::Need).filter(|need| !need.removed.value && !need.note(ORIGIN).is_empty() && has_reply(need))
}

/// From whom it came, and how many of what kind.
fn tell(arrival: &Arrival, speech: Speech) -> Option<El> {
    let m = &speech.h().bundle;
    let mut origins: Table<String, ()> = Table::default();
    let mut counts = [0; KINDS.len()];
    let (mut plans, mut others) = (0, 0);
    for sheet in arrival.new.iter().chain(&arrival.changed) {
        if !sheet.note(ORIGIN).is_empty() {
            origins.insert(sheet.note(ORIGIN).to_owned(), ());
        }
        match (KINDS.iter().position(|what| *what == sheet.what).and_then(|at| counts.get_mut(at)), sheet.what) {
            (Some(count), _) => *count += 1,
            (None, What::Plan) if sheet.fact(fact::FOR).is_empty() && !sheet.note(ORIGIN).is_empty() => others += 1,
            (None, What::Plan) => plans += 1,
            _ => others += 1,
        }
    }
    let line = |words: String| el("li", "").attr("dir", "auto").with(words);
    let of_kind = |(at, count): (usize, &usize)| {
        let name = m.kinds.get(at).copied().unwrap_or_default();
        (*count > 0).then(|| line([name, " – ", &speech.number(*count)].concat()))
    };
    let mut rows: Vec<El> = origins.keys().map(|origin| line(m.came_from.with(origin))).collect();
    rows.extend(counts.iter().enumerate().filter_map(of_kind));
    rows.extend((plans > 0).then(|| line(m.plans_answered.with(&speech.number(plans)))));
    rows.extend((others > 0).then(|| line(m.others.with(&speech.number(others)))));
    (!rows.is_empty()).then(|| all((quiet(m.brings), el("ul", "bullets").with(rows))))
}
