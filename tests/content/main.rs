//! The knowledge base.
//!
//! - [`broken`]: what the compiler of content says to an editor when something is wrong
//! - [`marks`]: words of the glossary in the texts
//! - [`pace`]: how long a page takes to read
//! - [`real`]: what the app knows, read as the app reads it
//! - [`same`]: that it is what `content/` says, field by field
//! - [`voice`]: that the interface has one word for one thing

mod broken;
mod marks;
mod pace;
mod real;
mod same;
#[path = "../helpers/source.rs"]
mod source;
mod voice;
