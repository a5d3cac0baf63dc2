//! A list and what was opened from it: one after the other on a phone, beside each other from 900 px on. In the list the arrow keys go from
//! row to row, `/` goes to the box above it.

use super::super::el::{el, El, Kids};

/// `list` alone, or with what was opened from it.
pub fn panes(list: impl Kids, opened: Option<El>) -> El {
    let class = if opened.is_some() { "panes panes--open" } else { "panes" };
    el("div", class)
        .attr("data-keys", "")
        .with((el("div", "panes__list").with(list), opened.map(|opened| el("div", "panes__open").with(opened))))
}
