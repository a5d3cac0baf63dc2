//! One person: first her consent, then what to do for her, who she is, what is hers, when they were in touch.

use super::super::super::edit::{line_editor, words_editor};
use super::super::super::el::{all, el, live, live_text, El, Words};
use super::super::super::paper::joined;
use super::super::super::parts::{
    badge, button, card, care, fold, listed, main_button, main_link, own_row, pair, quiet, row, row_to, rows_card,
};
use super::super::super::person::log;
use super::super::super::plan::{saved_line, steps_before, Open};
use super::super::super::plans::item_words;
use super::super::super::reach::{picture, way_words};
use super::super::super::sheets::{sheet_name, sheet_page};
use super::super::super::signal::*;
use super::super::fields::chip;
use super::list::due_words;
use super::{agree, consent_sentences, page, tags, trades};
use crate::kb::AimId;
use crate::page::{Desk, Page};
use crate::plan::helper::{helped, AREA, AREAS, TRADE};
use crate::plan::{fact, next_thing, open_plans, Field, How, What};

pub fn screen(open: Open) -> El {
    let speech = open.speech;
    let title = live_text(move || open.with(|helped| sheet_name(helped, speech)).unwrap_or_default());
    let agreed = memo(move || open.with(helped::consent).flatten().is_some());
    all((
        el("h1", "title").attr("id", "title").attr("tabindex", "-1").attr("dir", "auto").with(title),
        saved_line(open),
        live(move || {
            if agreed.get() {
                let badges = live(move || {
                    let tag = |words: Words| badge("badge", "tag", words);
                    let tags: Vec<El> =
                        open.with(|helped| tags(helped, speech)).unwrap_or_default().into_iter().map(tag).collect();
                    (!tags.is_empty()).then(|| el("div", "badges").with(tags))
                });
                all((
                    badges,
                    now(open),
                    live(move || next(open)),
                    live(move || hers(open)),
                    about(open),
                    contacts(open),
                    who(open),
                ))
            } else {
                all((name(open), asks(open)))
            }
        }),
        delete(open),
    ))
}

fn ending(open: Open) -> Page {
    Page::Helper(Desk::Ending(open.id().as_str().to_owned()))
}

// ── before she agreed ──

fn name(open: Open) -> El {
    let w = &open.speech.h().women;
    let number = move || open.with(|helped| helped::looks_like_number(helped.title.current())).unwrap_or(false);
    let warning = live(move || number().then(|| el("div", "").attr("role", "status").with(care("triangle-alert", w.number))));
    el("section", "card").with((line_editor(open, Field::Title, w.name, "text"), quiet(w.name_hint), warning))
}

/// What is read to her, and the tick.
fn asks(open: Open) -> El {
    let speech = open.speech;
    let w = &speech.h().women;
    all((
        card("consent", w.consent, (quiet(w.before_consent), consent_sentences(speech))),
        main_button("check", w.agree, move || agree(open)),
        quiet(w.disagrees),
        el("section", "card card--rows").with(row(ending(open), Some("trash-2"), w.wipe, None)),
    ))
}

// ── what to do for her ──

fn now(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let w = &speech.h().women;
    let acting = live(move || match app.acting() == Some(open.id()) {
        true => all((pair("circle-check", w.acting), main_link("house", speech.m().home, Page::Home))),
        false => {
            let act = move || {
                app.act_for(Some(&open.id()));
                app.go(Page::Home);
            };
            all((main_button("user-check", w.act, act), quiet(w.act_hint)))
        }
    });
    let read = [&*page(&open.id()).href(speech.locale), "?read=1"].concat();
    let rows = vec![row_to(read, Some("volume-2"), w.read.into(), None), row(ending(open), Some("door-closed"), w.end, None)];
    all((acting, el("section", "card card--rows").with(el("ul", "rows").with(listed(rows)))))
}

/// The next thing of each of her open plans, the most pressing first; at most three.
fn next(open: Open) -> Option<El> {
    const MOST: usize = 3;
    let (app, speech) = (open.app, open.speech);
    let today = app.today.get();
    let id = open.id();
    app.book.with(|book| {
        let mut rows: Vec<El> = Vec::new();
        for plan in open_plans(helped::hers(book, &id, false).filter(|sheet| sheet.what == What::Plan)) {
            if let Some(item) = next_thing(plan, &|n| steps_before(plan, n)).filter(|_| rows.len() < MOST) {
                let time = helped::due(plan).map(|until| due_words(until, today, speech));
                rows.push(own_row(
                    sheet_page(plan),
                    "arrow-right",
                    item_words(plan, item, speech),
                    sheet_name(plan, speech),
                    time,
                ));
            }
        }
        (!rows.is_empty()).then(|| rows_card("next", speech.h().women.next, rows))
    })
}

/// Everything that was made for her.
fn hers(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let w = &speech.h().women;
    let id = open.id();
    let rows = app.book.with(|book| {
        let of = |what: What| helped::hers(book, &id, false).filter(move |sheet| sheet.what == what);
        let kinds = [
            (What::Plan, "list-checks"),
            (What::Letter, "mail"),
            (What::Score, "clipboard-check"),
            (What::Complaint, "megaphone"),
            (What::Business, "briefcase"),
        ];
        let mut rows: Vec<El> = Vec::new();
        for ((what, picture), words) in kinds.into_iter().zip(w.kinds) {
            for sheet in of(what) {
                let below = if sheet.archived.value { joined(&[words, w.finished]) } else { words.to_owned() };
                rows.push(own_row(sheet_page(sheet), picture, sheet_name(sheet, speech), below, None));
            }
        }
        rows
    });
    if rows.is_empty() {
        return card("hers", w.hers, quiet(w.nothing_hers));
    }
    rows_card("hers", w.hers, rows)
}

// ── who she is ──

fn about(open: Open) -> El {
    let speech = open.speech;
    let w = &speech.h().women;
    let needs: Vec<El> = AimId::all()
        .map(|aim| {
            let pressed = move || open.with(|helped| helped::needs(helped, aim.name())).unwrap_or(false);
            let tap = move || {
                open.app.edit(&open.id(), |helped, pen| {
                    let value = helped::toggled(helped, aim.name());
                    helped.set_fact(pen, &helped::need(aim.name()), value)
                });
            };
            chip(speech.text(aim.get().title), pressed, tap)
        })
        .collect();
    let trades: Vec<El> = trades()
        .iter()
        .map(|option| {
            let code = option.id.str();
            let pressed = move || open.with(|helped| helped.fact(TRADE) == code).unwrap_or(false);
            let tap = move || {
                let value = if untrack(pressed) { "" } else { code };
                open.app.edit(&open.id(), |helped, pen| helped.set_fact(pen, TRADE, value));
            };
            chip(speech.text(option.text), pressed, tap)
        })
        .collect();
    let group = |words: &'static str, chips: Vec<El>| {
        el("fieldset", "").with((el("legend", "small-title").with(words), el("div", "chips").with(chips)))
    };
    fold(w.tags, (quiet(w.tags_hint), group(w.needs, needs), group(w.trade, trades), area(open)))
}

fn area(open: Open) -> El {
    let speech = open.speech;
    let (w, areas) = (&speech.h().women, &speech.h().area);
    let options = live(move || {
        let said = open.with(|helped| helped.fact(AREA).to_owned()).unwrap_or_default();
        let option = |(code, words): (&'static str, &'static str)| {
            el("option", "").attr("value", code).attr_if("selected", (said == code).then_some("")).with(words)
        };
        [("", w.not_said)].into_iter().chain(AREAS.into_iter().zip(areas.names)).map(option).collect::<Vec<_>>()
    });
    let write = move |event| {
        let code = event_target_value(&event);
        open.app.edit(&open.id(), |helped, pen| helped.set_fact(pen, AREA, &code));
    };
    let select = el("select", "field__line").on("change", write).with(options);
    el("label", "field").with((el("span", "field__label").with(areas.title), select))
}

/// One tap notes that they were in touch today; below, every contact, to say more about.
fn contacts(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let w = &speech.h().women;
    let ways = How::ALL.iter().map(|way| {
        let tap = move || {
            app.edit_undoable(&open.id(), speech.m().person.logged, |helped, pen| {
                helped::log(helped, pen, *way);
                true
            });
        };
        button("button button--small", picture(*way), way_words(*way, speech), tap)
    });
    let ways = el("div", "actions").with(ways.collect::<Vec<_>>());
    all((card("log", w.log, ways), log(open)))
}

/// Name, note, and her consent with its day.
fn who(open: Open) -> El {
    let speech = open.speech;
    let w = &speech.h().women;
    let agreed = live(move || {
        let day = open.with(helped::consent).flatten();
        day.map(|day| pair("circle-check", w.agreed_on.with(&speech.date(day))))
    });
    let note = Field::Note(fact::ABOUT.to_owned());
    let withdraw = row(ending(open), Some("trash-2"), w.withdraw, None);
    all((
        name(open),
        fold(w.note, (words_editor(open, note, w.note, String::new), quiet(w.note_hint))),
        fold(w.consent, (agreed, consent_sentences(speech), withdraw)),
    ))
}

fn delete(open: Open) -> El {
    let app = open.app;
    let w = &open.speech.h().women;
    button("button button--wide button--quiet", "trash-2", w.delete, move || {
        let id = open.id();
        if app.acting().as_ref() == Some(&id) {
            app.act_for(None);
        }
        app.go(Page::Helper(Desk::Women));
        app.edit_undoable(&id, w.deleted, |helped, pen| helped.set_removed(pen, true));
    })
}
