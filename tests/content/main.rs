//! The knowledge base.
//!
//! - [`broken`]: what the compiler of content says to an editor when something is wrong
//! - [`real`]: what the app knows, read as the app reads it

mod broken;
mod real;
