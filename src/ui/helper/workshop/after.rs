//! Afterwards: actions until they are done, thanks, minutes and summary.

use super::super::super::el::{all, live, El};
use super::super::super::parts::{pair, quiet, row_to};
use super::super::super::plan::Open;
use super::super::fields::{actions, section, tick};
use super::invite::thank;
use super::{address, rows_of};
use crate::plan::fact;
use crate::plan::helper::workshop::open_actions;

pub fn after(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let w = &speech.h().workshop;
    let left = live(move || {
        open.with(|sheet| match (open_actions(sheet), sheet.visible(crate::plan::List::Step).is_empty()) {
            (_, true) => quiet(w.actions_hint),
            (0, _) => pair("circle-check", w.none_open),
            (left, _) => pair("clock", w.still_open.with(&speech.number(left))),
        })
    });
    let papers = rows_of(vec![
        row_to(address(open, "summary"), Some("file-text"), speech.h().minutes.summary.into(), None),
        row_to(address(open, "minutes"), Some("notebook-text"), speech.h().minutes.minutes.into(), None),
    ]);
    let sent = tick(open, w.sent_out, fact::SENT, move || app.today.get_untracked().to_string());
    all((section(w.actions, (left, actions(open, w))), section(w.papers, (quiet(w.check_first), papers, sent)), thank(open)))
}
