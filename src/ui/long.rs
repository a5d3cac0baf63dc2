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
/// So many new rows are drawn with one key: more do not stand above an open keyboard, and a key must not take longer than a picture.
pub const AT_ONCE: usize = 2;
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

/// A row for each of these sheets.
pub fn sheet_rows(book: &Book, ids: &[SheetId], row: &dyn Fn(&Sheet) -> El) -> Vec<El> {
    ids.iter().filter_map(|id| book.sheets.get(id)).map(row).collect()
}

/// What is put into a page of a long list.
pub struct Long {
    pub rows: El,
    /// The button below them.
    pub more: El,
    /// Whether there are more rows than stand there at first.
    pub is_long: bool,
}

/// Which sheets, in their order.
pub type Ids = Box<dyn Fn(&Book) -> Vec<SheetId>>;
/// Makes the rows of some of them.
pub type Rows = Rc<dyn Fn(&Book, &[SheetId]) -> Vec<El>>;
/// What stands around rows and button; or what stands there without any.
pub type Frame = Box<dyn Fn(Option<Long>) -> Option<El>>;

/// The list number `list` (0 or 1) of a page.
pub fn long_list(list: usize, ids: Ids, rows: Rows, frame: Frame) -> El {
    let app = use_app();
    let ids = memo(move || app.book.with(&ids));
    let parts_of_two = memo(move || ids.with(|ids| ids.len().div_ceil(PART).min(2)));
    live(move || match parts_of_two.get() {
        0 => frame(None),
        most => frame(Some(Long { rows: parts(app, list, ids, rows.clone()), more: more(app, list, ids), is_long: most > 1 })),
    })
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
    app.rows.get(list).map_or(0, |parts| parts.get())
}

/// The id of a part's first row: after a tap on the button it has the focus.
fn first_row(list: usize, part: usize) -> String {
    ["rows-", &list.to_string(), "-", &part.to_string()].concat()
}

/// What was found by what she types: a key draws a few new rows, the others follow in the next moments, as long as she does not type on.
pub fn growing<T: Clone + PartialEq + 'static>(app: App, found: impl Fn() -> Vec<T> + 'static) -> Memo<Vec<T>> {
    let turn = RwSignal::new(());
    let before = StoredValue::new(None::<Vec<T>>);
    memo(move || {
        turn.with(|_| ());
        let mut rows = found();
        let fit = before.with_value(|before| before.as_ref().map_or(rows.len(), |before| drawn_at_once(&rows, before)));
        if fit < rows.len() {
            rows.truncate(fit);
            app.outside().after_render(Box::new(move || turn.set(())));
        }
        before.set_value(Some(rows.clone()));
        rows
    })
}

/// How many of the first rows stand there at once, where some stood before: up to so many new ones.
pub fn drawn_at_once<T: PartialEq>(rows: &[T], before: &[T]) -> usize {
    let mut new = 0;
    let fits = |row: &&T| {
        new += usize::from(!before.contains(row));
        new <= AT_ONCE
    };
    rows.iter().take_while(fits).count()
}
