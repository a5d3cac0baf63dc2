//! All records as one text, raw: what she can save or send when something is wrong with the storage, or with us.
//! Works record by record; what cannot be read is skipped, nothing is interpreted.
//!
//! ```text
//! phlov-export 1
//! = phlov:plan:0a1b… 231
//! phlov1 plan 1 17 9a3bc2f0
//! {…}
//! = end 1
//! ```
//! A line `= key length`, then a text of that many bytes (UTF-8), then a line end; for every record. At the end how many there
//! are, so that a cut file is noticed wherever it was cut.

use super::{PREFIX, RESERVE_KEY};
use crate::plan::Table;
use crate::platform::storage::Shelf;

/// The first line of an export.
const TITLE: &str = "phlov-export 1\n";
/// What the last line begins with; no key of ours is named so.
const END: &str = "= end ";

/// Exports what is on the shelf and `more`, which may hold other texts under the same keys: both are written then.
pub fn export<'a>(shelf: &dyn Shelf, more: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut all: Table<String, Vec<String>> = Table::default();
    let keys = shelf.keys().unwrap_or_default();
    for key in keys {
        if !key.starts_with(PREFIX) || key == RESERVE_KEY {
            continue;
        }
        if let Ok(Some(text)) = shelf.get(&key) {
            all.get_or_default(key).push(text);
        }
    }
    for (key, text) in more {
        let texts = all.get_or_default(key.to_owned());
        if !texts.iter().any(|known| known == text) {
            texts.push(text.to_owned());
        }
    }
    print_export(all.iter().flat_map(|(key, texts)| texts.iter().map(|text| (key.as_str(), text.as_str()))))
}

/// These records as an export.
pub fn print_export<'a>(records: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut out = TITLE.to_owned();
    let mut count = 0;
    for (key, text) in records {
        out.push_str(&["= ", key, " ", &text.len().to_string(), "\n", text, "\n"].concat());
        count += 1;
    }
    out + END + &count.to_string() + "\n"
}

/// One record as an export of its own.
pub fn export_one(key: &str, text: &str) -> String {
    print_export([(key, text)].into_iter())
}

/// Reads an export back into `(key, text)`. `None` when it is not one, or cut.
pub fn read_export(text: &str) -> Option<Vec<(String, String)>> {
    let mut rest = text.strip_prefix(TITLE)?;
    let mut records = Vec::new();
    loop {
        if let Some(count) = rest.strip_prefix(END) {
            return (count.trim().parse() == Ok(records.len())).then_some(records);
        }
        let (head, tail) = rest.strip_prefix("= ")?.split_once('\n')?;
        let (key, length) = head.rsplit_once(' ')?;
        let length = length.parse().ok()?;
        records.push((key.to_owned(), tail.get(..length)?.to_owned()));
        rest = tail.get(length..)?.strip_prefix('\n')?;
    }
}
