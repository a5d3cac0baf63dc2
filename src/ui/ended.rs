//! How something ended, in her words by tap: solved, partly, not yet, and what helped. For complaints, letters and questions; a plan has
//! ways on of its own (`meeting`).

use super::el::{all, el, live, El};
use super::meeting::outcome_buttons;
use super::parts::option;
use super::plan::Open;
use crate::plan::meeting::HELPS;
use crate::plan::{fact, Outcome, Sheet};

pub fn ended(open: Open) -> El {
    let m = &open.speech.m();
    let (words, helps) = (m.meet.helped, &m.meet.helps);
    let helped = live(move || {
        let outcome = open.with(Sheet::outcome).flatten()?;
        (outcome != Outcome::NotYet).then(|| {
            let one = |(code, words): (&'static str, &'static str)| {
                let on = move || open.with(|sheet| sheet.fact(fact::HELPED) == code) == Some(true);
                option("helped", words, on, move || {
                    open.app.edit(&open.id(), |sheet, pen| sheet.set_fact(pen, fact::HELPED, code));
                })
            };
            let rows: Vec<El> = HELPS.into_iter().zip(helps.iter().copied()).map(one).collect();
            el("fieldset", "").key("helped").with((el("legend", "small-title").with(words), rows))
        })
    });
    all((outcome_buttons(open, None), helped))
}
