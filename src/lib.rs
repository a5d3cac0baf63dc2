//! Phlov (ផ្លូវសិទ្ធិ, "the path to rights").
//!
//! The map, in reading order. Arrows point only upwards: a module knows those above it.
//!
//! - [`khmer`]: Khmer text: well-formedness, canonical order, search keys, digits
//! - [`glossary`]: words of the glossary in running text
//! - [`dates`]: calendar days
//! - [`kb`]: what the app knows: rights, services, offices, laws; the finder
//! - [`page`]: every screen and its address
//! - [`plan`]: what she makes: plans that merge without losing a word
//! - [`saved`]: what is on the phone: formats, store, journal
//! - [`platform`]: the outside world: browser, or memory in tests
//! - [`i18n`]: the interface's words in Khmer and English
//! - [`ui`]: the screens
//!
//! `docs/architecture.md` says why; `tests/structure/` holds the walls.

pub mod khmer;

pub mod glossary;

pub mod dates;

pub mod kb;

pub mod page;

pub mod plan;

pub mod saved;

pub mod platform;

pub mod i18n;

pub mod ui;
