//! Lists that may be long, drawn in parts: the first rows at once, more as she comes near their end or taps the button there. Ten thousand
//! rows at once would take a minute on a slow phone. What is drawn stays, so that the browser's own search, a screen reader and the way
//! back find it.

use super::el::{each, el, live, El};
use super::parts::{listed, with_icon};
use super::signal::*;
use super::state::{use_app, use_speech, App};
use crate::plan::{Book, Sheet, SheetId};
use std::rc::Rc;

/// So many rows are one part. A list that is no longer stands there whole, without a button.
pub const PART: usize = 50;
/// After so many parts the next comes by a tap only: else nobody reached what stands below the list.
const BY_THEMSELVES: usize = 10;
/// How high a row is at least, in pixels (style/parts.css), and a screen at most.
const ROW: f64 = 57.0;
const SCREEN: f64 = 1500.0;
/// Heard by a node that comes near the screen (platform/browser/dom.rs).
const NEAR: &str = "near";

/// How many parts stand on a page that is `y` pixels down: enough to come back to the same row.
pub fn parts_at(y: f64) -> usize {
    1 + ((y + SCREEN) / (ROW * PART as f64)) as usize
}

/// Their ids, in order.
pub fn ids(sheets: Vec<&Sheet>) -> Vec<SheetId> {
    sheets.into_iter().map(|sheet| sheet.id.clone()).collect()
}

type Rows = Rc<dyn Fn(&Book, &[SheetId]) -> Vec<El>>;

/// The list number `list` (0 or 1) of a page, nothing when it is empty. `rows` makes those of some of the `ids`; `frame` puts around the
/// rows and the button for more what belongs there.
pub fn long_list(
    list: usize,
    ids: impl Fn(&Book) -> Vec<SheetId> + 'static,
    rows: impl Fn(&Book, &[SheetId]) -> Vec<El> + 'static,
    frame: impl Fn(El, El) -> El + 'static,
) -> El {
    let app = use_app();
    let ids = memo(move || app.book.with(&ids));
    let any = memo(move || ids.with(|ids| !ids.is_empty()));
    let rows: Rows = Rc::new(rows);
    live(move || any.get().then(|| frame(parts(app, list, ids, rows.clone()), more(app, list, ids))))
}

fn parts(app: App, list: usize, ids: Memo<Vec<SheetId>>, rows: Rows) -> El {
    let numbers = move || (0..shown(app, list).min(ids.with(|ids| ids.len().div_ceil(PART)))).collect();
    each(numbers, move |part: usize| {
        let rows = rows.clone();
        live(move || {
            let begin = part * PART;
            let mut rows = ids.with(|ids| {
                let ids = ids.get(begin..ids.len().min(begin + PART)).unwrap_or_default();
                app.book.with(|book| rows(book, ids))
            });
            if part > 0 && !rows.is_empty() {
                let first = rows.remove(0).attr("id", first_row(list, part));
                rows.insert(0, first);
            }
            listed(rows)
        })
    })
}

/// The button below the rows, as long as some are not drawn.
fn more(app: App, list: usize, ids: Memo<Vec<SheetId>>) -> El {
    let speech = use_speech();
    live(move || {
        let parts = shown(app, list);
        let left = ids.with(Vec::len).saturating_sub(parts * PART);
        (left > 0).then(|| {
            let tap = move || {
                app.more_rows(list);
                let (outside, row) = (app.outside(), first_row(list, parts));
                app.outside().after_render(Box::new(move || outside.focus(&row)));
            };
            let button = el("button", "button button--wide rows__more").attr("type", "button").tap(tap);
            let button = with_icon(button, "arrow-down", speech.m().more_rows.with(&speech.number(left)));
            match parts % BY_THEMSELVES {
                0 => button,
                _ => button.on(NEAR, move |_| app.more_rows(list)),
            }
        })
    })
}

fn shown(app: App, list: usize) -> usize {
    app.rows.with(|rows| rows.get(list).copied().unwrap_or_default())
}

/// The id of a part's first row: after a tap on the button it has the focus.
fn first_row(list: usize, part: usize) -> String {
    ["rows-", &list.to_string(), "-", &part.to_string()].concat()
}
