//! A backup comes back: what a file would bring, looked at before anything changes. The file is the export ([`super::export`]):
//! one text, readable by a person, every record with its own checksum.

use super::export::{print_export, read_export};
use super::json::Json;
use super::{decode, encode, Body, Loaded, Record};
use crate::plan::helper::need;
use crate::plan::{fact, Book, Sheet};

/// The longest text that is read at all, in bytes: ten thousand plans have room.
pub const MOST: u32 = 12_000_000;
/// The first words of every backup.
const BEGINS: &str = "phlov-export ";

/// In front of what stands in the fragment of a link. A fragment is never sent to a server.
pub const FRAGMENT: &str = "#c=";

/// One sheet as a backup of its own, to be handed to another phone. Whom it was made for is this phone's business: there it is hers.
pub fn parcel(sheet: &Sheet) -> String {
    let mut sheet = sheet.clone();
    sheet.facts.retain(|name, _| name != fact::FOR);
    bundle(&[sheet])
}

/// These sheets as one backup, to be handed to another phone.
pub fn bundle(sheets: &[Sheet]) -> String {
    let record = |sheet: &Sheet| {
        let body = Body::Sheet(Box::new(sheet.clone()));
        let key = body.key();
        (key, encode(&Record { rev: 1, body, unknown: Default::default() }))
    };
    let records: Vec<(String, String)> = sheets.iter().map(record).collect();
    print_export(records.iter().map(|(key, text)| (key.as_str(), text.as_str())))
}

/// The packed text in a link or a message that holds one; letters, digits, `-` and `_` only.
pub fn packed_in(text: &str) -> Option<&str> {
    let (_, code) = text.split_once(FRAGMENT)?;
    let end = code.bytes().position(|b| !(b.is_ascii_alphanumeric() || b == b'-' || b == b'_')).unwrap_or(code.len());
    code.get(..end).filter(|code| !code.is_empty())
}

/// What a backup would bring.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrival {
    /// Sheets that are not on this phone.
    pub new: Vec<Sheet>,
    /// Sheets of which the file knows something more; already joined with mine.
    pub changed: Vec<Sheet>,
    /// How many of those hold words that were written differently here and there: both stay.
    pub conflicts: usize,
    /// Records that bring nothing.
    pub same: usize,
    /// Records that cannot be read.
    pub damaged: usize,
    /// Records of a newer app.
    pub newer: usize,
}

/// Why a text is no backup; nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Too long to be one.
    TooLong,
    /// Something else.
    Foreign,
    /// A backup, but its end is missing or it was changed on the way.
    Cut,
    /// A backup of a newer app.
    Newer,
}

impl Arrival {
    /// Whether taking it in would change anything.
    pub fn brings_something(&self) -> bool {
        !self.new.is_empty() || !self.changed.is_empty()
    }
}

/// What the text would bring to this book. Preferences stay as they are on this phone.
pub fn look_at(book: &Book, text: &str) -> Result<Arrival, Refused> {
    if text.len() > MOST as usize {
        return Err(Refused::TooLong);
    }
    // A text that went through a message begins with spaces or has other line ends.
    let text = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r']);
    if let Some(records) = raw_copy(text) {
        return Ok(compare(book, &records));
    }
    let version = text.strip_prefix(BEGINS).ok_or(Refused::Foreign)?;
    let version = version.lines().next().and_then(|version| version.trim().parse::<u32>().ok()).ok_or(Refused::Foreign)?;
    if version > 1 {
        return Err(Refused::Newer);
    }
    let records = read_export(text).or_else(|| read_export(&text.replace("\r\n", "\n"))).ok_or(Refused::Cut)?;
    Ok(compare(book, &records))
}

/// The copy that the loader makes when the app cannot start (`public/boot.js`): shelf and journal as JSON.
pub(super) fn raw_copy(text: &str) -> Option<Vec<(String, String)>> {
    let Json::Object(copy) = Json::parse(text.trim_end())? else { return None };
    if copy.get("app").and_then(Json::text) != Some("phlov") {
        return None;
    }
    let parts = ["localStorage", "journal"].into_iter().filter_map(|part| copy.get(part)?.object());
    let texts = parts.flat_map(|part| part.iter().filter_map(|(key, text)| Some((key.clone(), text.text()?.to_owned()))));
    Some(texts.collect())
}

fn compare(book: &Book, records: &[(String, String)]) -> Arrival {
    let mut arrival = Arrival::default();
    // One record may stand there twice (shelf and journal): the copies are joined first.
    let mut came = Book::default();
    for (key, text) in records {
        match decode(key, text) {
            Loaded::Ok(record) => {
                if let Body::Sheet(sheet) = record.body {
                    came.fold(&sheet);
                }
            }
            Loaded::TooNew => arrival.newer += 1,
            Loaded::Damaged(_) if super::kind_of(key).is_some() => arrival.damaged += 1,
            Loaded::Damaged(_) => {}
        }
    }
    for theirs in need::come_home(book, came).sheets.values() {
        match book.sheets.get(&theirs.id) {
            None => arrival.new.push(theirs.clone()),
            // The same name for another kind of thing cannot come from this app.
            Some(mine) if mine.what != theirs.what => arrival.damaged += 1,
            Some(mine) => {
                let joined = mine.merge(theirs);
                if joined == *mine {
                    arrival.same += 1;
                } else {
                    arrival.conflicts += usize::from(versions(&joined) > versions(mine));
                    arrival.changed.push(joined);
                }
            }
        }
    }
    arrival
}

/// How many texts stand beside others.
fn versions(sheet: &Sheet) -> usize {
    let items = sheet.items.values().flat_map(|item| [&item.text].into_iter().chain(item.notes.values()));
    items.chain([&sheet.title, &sheet.need]).chain(sheet.notes.values()).map(|words| words.others().len()).sum()
}
