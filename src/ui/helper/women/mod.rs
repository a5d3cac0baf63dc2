//! The people she helps.
//!
//! - [`list`]: everybody, searched and narrowed
//! - [`woman`]: one person: consent, tags, what is hers, contacts
//! - [`read`]: her plans read to her, one thing a screen
//! - [`ending`]: the end of a session: give, then keep, lock or wipe

mod ending;
pub mod list;
mod read;
mod woman;

use super::super::el::{el, live, El, Words};
use super::super::parts::{gone_screen, quiet};
use super::super::plan::Open;
use super::super::signal::*;
use super::super::state::{use_app, use_speech};
use super::panes::panes;
use crate::i18n::Speech;
use crate::kb::{self, AimId, ProfileOption};
use crate::page::{Desk, Page};
use crate::plan::helper::{helped, AREA, AREAS, TRADE};
use crate::plan::{Sheet, SheetId, What};

pub fn women() -> El {
    panes(list::list(None), None)
}

pub fn woman(id: &str) -> El {
    let reads = use_app().route.with_untracked(|route| route.query("read").is_some());
    let Some(id) = SheetId::parse(id) else { return gone() };
    if reads {
        return with_helped(id, read::screen);
    }
    let opened = with_helped(id.clone(), woman::screen);
    panes(live(move || list::list(Some(id.clone()))), Some(opened))
}

pub fn ending(id: &str) -> El {
    SheetId::parse(id).map_or_else(gone, |id| with_helped(id, ending::screen))
}

fn with_helped(id: SheetId, show: fn(Open) -> El) -> El {
    let open = Open::new(use_app(), use_speech(), id, What::Helped);
    let here = memo(move || open.plan.with(Option::is_some));
    live(move || if here.get() { show(open) } else { gone() })
}

fn gone() -> El {
    let speech = use_speech();
    let w = &speech.h().women;
    gone_screen(w.gone, speech.m().gone_help, ("users", w.title, Page::Helper(Desk::Women)))
}

/// Where one of her screens is.
fn page(id: &SheetId) -> Page {
    Page::Helper(Desk::Woman(id.as_str().to_owned()))
}

/// The kinds of business: the options of the question about the duties of a business.
fn trades() -> &'static [ProfileOption] {
    let question = kb::profile().iter().find(|question| question.id.str() == "activity");
    question.map_or(&[][..], |question| question.options.all())
}

/// The words of her tags: needs, province, kind of business.
fn tags(helped: &Sheet, speech: Speech) -> Vec<Words> {
    let needs = helped::aims(helped).filter_map(AimId::parse).map(|aim| speech.text(aim.get().title));
    let area = AREAS.iter().position(|code| *code == helped.fact(AREA));
    let area = area.and_then(|at| speech.h().area.names.get(at)).map(|name| Words::from(*name));
    let trade = trades().iter().find(|option| option.id.str() == helped.fact(TRADE)).map(|option| speech.text(option.text));
    needs.chain(area).chain(trade).collect()
}

/// What is read to her before anything is noted.
fn consent_sentences(speech: Speech) -> El {
    let w = &speech.h().women;
    let lines = w.sentence.iter().map(|line| el("p", "aloud").with(*line));
    el("div", "say").with((quiet(w.read_out), lines.collect::<Vec<_>>()))
}

/// Notes that she agreed today.
fn agree(open: Open) {
    open.app.edit(&open.id(), |helped, pen| helped.set_fact(pen, helped::CONSENT, &pen.today.to_string()));
}
