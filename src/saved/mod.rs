//! What is on the phone: records of text, and how they become plans and back.
//!
//! One record per plan and one for the preferences, each under its own storage key, each in an [`envelope`]. The formats
//! ([`v1`]) are apart from the domain, so that the domain can change freely. [`store`] keeps the records on shelf and
//! journal. Reading order: this file, `envelope`, `v1`, `migrate`, `join`, `store`; then `export` and
//! `transfer` (a backup, and its way back), `survey` (questions to many phones, and answers from them).

pub mod envelope;
pub mod export;
pub mod frames;
mod join;
pub mod json;
pub mod learnt;
pub mod lock;
pub mod migrate;
mod notice;
pub mod sealed;
pub mod store;
pub mod survey;
pub mod transfer;
pub mod v1;

use crate::plan::{Prefs, Sheet, SheetId, What};
use envelope::Torn;
use json::{Json, Object};

pub use join::{join, overlay};
pub use notice::{Aside, News, Notice, SaveState};
pub use store::{Opened, Store};

/// The version of the formats that this app writes.
pub const FORMAT: u16 = 1;

/// What all our storage keys begin with.
pub const PREFIX: &str = "phlov:";
/// The storage key of the preferences.
pub const PREFS_KEY: &str = "phlov:prefs";
/// Frames of a text that comes as codes ([`frames`]), as long as some are missing.
pub const FRAMES_KEY: &str = "phlov-frames";
/// What she looked for lately, a line each.
pub const RECENT_KEY: &str = "phlov-recent";
/// How far she has come in the guide and the stories ([`learnt`]).
pub const LEARNT_KEY: &str = "phlov-learnt";
/// Whom she helps just now (id of a sheet), so that a reload goes on for the same person.
pub const ACTING_KEY: &str = "phlov-acting";
/// What this phone calls itself in what it hands on to other phones: a team, not a person.
pub const ORIGIN_KEY: &str = "phlov-origin";
/// The questions that somebody sent, as they came ([`survey`]): so that a reload does not lose them. No answers.
pub const FORM_KEY: &str = "phlov-form";
/// How fast she hears (a digit), and the languages for which the phone had a voice.
pub const LISTEN_KEY: &str = "phlov-listen";
/// What the keys of snapshots begin with; then the day, and what tells a text from others.
pub const SNAPSHOT: &str = "phlov:snapshot:";
/// Room held back on the shelf, see [`store`].
pub const RESERVE_KEY: &str = "phlov:reserve";
const ASIDE_PREFIX: &str = "phlov:aside:";

/// The kinds of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A plan, a person.
    Sheet(What),
    /// The preferences.
    Prefs,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::Sheet(what) => what.name(),
            Kind::Prefs => "prefs",
        }
    }
}

/// What a record holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// A plan, a person.
    Sheet(Box<Sheet>),
    /// The preferences.
    Prefs(Box<Prefs>),
}

impl Body {
    /// The storage key it belongs under.
    pub fn key(&self) -> String {
        match self {
            Body::Sheet(sheet) => sheet_key(sheet.what, &sheet.id),
            Body::Prefs(_) => PREFS_KEY.to_owned(),
        }
    }
}

/// A record that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// How often it was saved; higher is newer, but only between copies of one writer.
    pub rev: u32,
    /// What it holds.
    pub body: Body,
    /// Fields that this app does not know, written by a newer one; kept when the record is written again.
    pub unknown: Object,
}

/// The result of reading a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Loaded {
    /// Whole and understood.
    Ok(Record),
    /// Whole, but of a format newer than this app. Must not be overwritten.
    TooNew,
    /// Not readable. Must be kept raw.
    Damaged(Why),
}

/// Why a record is not readable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It does not begin like a record of this app.
    NotARecord,
    /// Some of it changed or is missing since it was written.
    Changed,
    /// It is whole, but this part makes no sense.
    Nonsense(&'static str),
}

/// The storage key of a sheet.
pub fn sheet_key(what: What, id: &SheetId) -> String {
    [PREFIX, what.name(), ":", id.as_str()].concat()
}

/// The storage key of a plan.
pub fn plan_key(id: &SheetId) -> String {
    sheet_key(What::Plan, id)
}

/// The sheet whose storage key this is.
pub fn sheet_of_key(key: &str) -> Option<(What, SheetId)> {
    let (name, id) = key.strip_prefix(PREFIX)?.split_once(':')?;
    let what = What::ALL.into_iter().find(|what| what.name() == name)?;
    Some((what, SheetId::parse(id)?))
}

/// What kind of record stands under a key; `None` for all that this app does not read.
pub fn kind_of(key: &str) -> Option<Kind> {
    match key {
        PREFS_KEY => Some(Kind::Prefs),
        _ => sheet_of_key(key).map(|(what, _)| Kind::Sheet(what)),
    }
}

/// Where a text that cannot be used is kept: named after its content, so that keeping it twice changes nothing.
pub fn aside_key(of: &str, text: &str) -> String {
    format!("{ASIDE_PREFIX}{:08x}:{of}", envelope::fingerprint(text))
}

/// The key a set-aside text once stood under; `None` when `key` is not that of a set-aside text.
pub fn key_of_aside(key: &str) -> Option<&str> {
    let (_, of) = key.strip_prefix(ASIDE_PREFIX)?.split_once(':')?;
    Some(of)
}

/// Writes a record.
pub fn encode(record: &Record) -> String {
    let (kind, known) = match &record.body {
        Body::Sheet(sheet) => (Kind::Sheet(sheet.what), v1::write_plan(sheet)),
        Body::Prefs(prefs) => (Kind::Prefs, v1::write_prefs(prefs)),
    };
    let content = Json::Object(overlay(record.unknown.clone(), known)).print();
    envelope::seal(&record.body.key(), kind.name(), FORMAT, record.rev, &content)
}

/// Reads a record that stands under `key`. Never panics, whatever the text.
pub fn decode(key: &str, text: &str) -> Loaded {
    match try_decode(key, text) {
        Ok(Some(record)) => Loaded::Ok(record),
        Ok(None) => Loaded::TooNew,
        Err(why) => Loaded::Damaged(why),
    }
}

fn try_decode(key: &str, text: &str) -> Result<Option<Record>, Why> {
    let kind = kind_of(key).ok_or(Why::NotARecord)?;
    // Sealed by another tab just now: not to be read here, and least of all to be written over.
    if text.starts_with(lock::vault::SEALED) {
        return Ok(None);
    }
    let envelope = envelope::open(key, kind.name(), text).map_err(|torn| match torn {
        Torn::Header => Why::NotARecord,
        Torn::Checksum => Why::Changed,
    })?;
    if envelope.version > FORMAT {
        return Ok(None);
    }
    let content = Json::parse(envelope.body).ok_or(Why::Nonsense("JSON"))?;
    let content = migrate::migrate(migrate::MIGRATIONS, kind, envelope.version, content);
    let Json::Object(content) = content.map_err(Why::Nonsense)? else {
        return Err(Why::Nonsense("JSON"));
    };
    let (body, unknown) = match sheet_of_key(key) {
        Some((what, id)) => {
            let plan = v1::read_plan(what, id, &content).map_err(Why::Nonsense)?;
            (Body::Sheet(Box::new(plan)), v1::unknown_in_plan(content))
        }
        None => {
            let prefs = v1::read_prefs(&content).map_err(Why::Nonsense)?;
            (Body::Prefs(Box::new(prefs)), v1::unknown_in_prefs(content))
        }
    };
    Ok(Some(Record { rev: envelope.rev, body, unknown }))
}
