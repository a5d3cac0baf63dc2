//! A list and what was opened from it: one after the other on a phone, beside each other from 900 px on. In the list the arrow keys go from
//! row to row, `/` goes to the box above it (`platform/browser/keys.js`).

use super::super::el::{all, el, live, El, Kids};
use super::super::signal::*;

/// Heard by a node that comes near the screen, never by one that is not shown (platform/browser/dom.rs).
const NEAR: &str = "near";

/// `list` alone, or with what was opened from it. Beside something opened the list is made when there is room for it: on a phone it
/// would cost time and nobody saw it.
pub fn panes(list: impl Kids, opened: Option<El>) -> El {
    let class = if opened.is_some() { "panes panes--open" } else { "panes" };
    let near = RwSignal::new(opened.is_none());
    let shown = memo(move || near.get());
    let mut list = Some(all(list));
    let list = live(move || shown.get().then(|| list.take()).flatten());
    let list = el("div", "panes__list").on(NEAR, move |_| near.set(true)).with(list);
    let opened = opened.map(|opened| el("div", "panes__open").with(opened));
    el("div", class).attr("data-keys", "").with((list, opened))
}
