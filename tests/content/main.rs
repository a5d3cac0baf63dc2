//! The knowledge base.
//!
//! - [`broken`]: what the compiler of content says to an editor when something is wrong
//! - [`marks`]: words of the glossary in the texts
//! - [`real`]: what the app knows, read as the app reads it
//! - [`same`]: that it is what `content/` says, field by field

mod broken;
mod marks;
mod real;
mod same;
