//! From every format ever shipped to the newest. A migration is pure, goes up by one version, and is never changed once
//! shipped; records that it made are kept as fixtures in `tests/saved/`.
//!
//! To change the format: copy `v1/` to `v2/` and change it there, raise [`super::FORMAT`], add a migration here with
//! its sentence, keep a fixture of the old version, delete `v1/`.
//!
//! A new *field* needs none of this (older apps keep fields that they do not know). A new *value* of an existing field,
//! such as another kind of need, does: an older app could not read it.

use super::json::Json;
use super::Kind;

/// One step up.
pub struct Migration {
    /// The version it makes, from the one before.
    pub to: u16,
    /// A short name.
    pub title: &'static str,
    /// What changes for the records, in a plain sentence.
    pub what: &'static str,
    /// The step. An error names the part that could not be read; the record then counts as damaged.
    pub run: fn(Kind, Json) -> Result<Json, &'static str>,
}

/// All steps, ascending by `to`, without gaps. Version 1 is the first, so there is none yet.
pub const MIGRATIONS: &[Migration] = &[];

/// Brings a record of version `from` to the newest that `steps` make.
pub fn migrate(steps: &[Migration], kind: Kind, from: u16, record: Json) -> Result<Json, &'static str> {
    steps.iter().filter(|step| step.to > from).try_fold(record, |record, step| (step.run)(kind, record))
}
