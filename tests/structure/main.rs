//! The walls of the house (docs/architecture.md), held by reading the sources. Each rule is a table or a
//! short loop; a broken one is told with the file and the line.
//!
//! - [`walls`]: who may name whom
//! - [`habits`]: what nobody writes
//! - [`style`]: classes and style sheets
//! - [`dead`]: what nobody reads
//! - [`licences`]: whose code is used, and on which terms

mod dead;
mod habits;
mod licences;
#[path = "../helpers/source.rs"]
mod source;
mod style;
mod walls;

/// Fails with all complaints, one a line.
#[track_caller]
fn none(rule: &str, complaints: Vec<String>) {
    assert!(complaints.is_empty(), "{rule}:\n  {}", complaints.join("\n  "));
}
