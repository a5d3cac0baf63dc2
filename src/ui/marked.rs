//! Words of the glossary inside a text: underlined with dots, and what a word means is a tap away, on a sheet over the screen, where
//! a sentence for an official is shown too.

use super::el::{all, el, live, El};
use super::parts::{icon, quiet, with_icon};
use super::show::shown;
use super::signal::*;
use super::state::over::Over;
use super::state::{use_speech, App};
use crate::kb::packed::Lot;
use crate::kb::{terms, Confidence, TermId, Text};
use crate::page::{Locale, Page};
use std::cell::RefCell;

/// The id of the sheet.
pub const SHEET: &str = "meaning";

/// A part of a screen, in which each word is marked once.
#[derive(Default)]
pub struct Section(RefCell<Vec<TermId>>);

impl Section {
    /// A part about a word, which does not explain itself.
    pub fn about(word: TermId) -> Self {
        Self(RefCell::new(vec![word]))
    }

    /// The text, its words of the glossary to be tapped.
    pub fn text(&self, text: Text) -> El {
        let speech = use_speech();
        let lot = match speech.locale {
            Locale::Km => Lot::Khmer,
            Locale::En => Lot::English,
        };
        let mut seen = self.0.borrow_mut();
        let pieces = terms::pieces(text, lot).into_iter().map(|piece| {
            let words = speech.shown(piece.text);
            match piece.word {
                Some(word) if !seen.contains(&word) => {
                    seen.push(word);
                    all(el("a", "term")
                        .attr("href", Page::Word(word).href(speech.locale))
                        .attr("aria-haspopup", "dialog")
                        .with(words))
                }
                _ => all(words),
            }
        });
        all(pieces.collect::<Vec<_>>())
    }
}

/// The sheet: what the word means, and the way to its page. Closed by its button, by Escape, by "back" and by a tap beside it.
pub fn sheet(app: App) -> El {
    let inside = live(move || {
        let over = app.over.get()?;
        let speech = app.speech();
        provide_context(speech);
        let word = match over {
            Over::Word(word) => word,
            Over::Large(large) => return Some(shown(app, speech, &large)),
        };
        let m = speech.m();
        let entry = word.get();
        let more = el("a", "button button--quiet").attr("href", Page::Word(word).href(speech.locale));
        let close =
            el("button", "meaning__close").attr("type", "button").attr("aria-label", m.close).tap(move || app.close_over());
        let unsure = (entry.confidence != Confidence::High).then(|| quiet(m.term_unsure));
        Some(all((
            el("div", "meaning__head").with((el("h2", "meaning__word").with(speech.text(entry.term)), close.with(icon("x")))),
            el("p", "").with(speech.text(entry.says)),
            unsure,
            with_icon(more, "book-open", m.more_about_word),
        )))
    });
    let name = move || match app.over.get()? {
        Over::Word(word) => Some(app.speech().text(word.get().term)),
        Over::Large(_) => Some(app.speech().m().reply.show_large.into()),
    };
    let class = move || Some(if matches!(app.over.get(), Some(Over::Large(_))) { "meaning show" } else { "meaning" }.into());
    el("dialog", "")
        .attr("id", SHEET)
        .live_attr("class", class)
        .live_attr("aria-label", name)
        .attr("closedby", "any")
        .on("close", move |_| app.close_over())
        .with(inside)
}
