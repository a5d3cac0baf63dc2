//! Khmer text: what is wrong with a string, its one canonical spelling, and the key by which two
//! strings are compared.
//!
//! Unicode normalisation does not make two equal Khmer words equal: between U+1780 and U+17FF it
//! changes nothing, and the same picture can be typed in several ways. The order used here is the
//! *Khmer encoding structure* (<https://idri.edu.kh/khmer-encoding-structure>, described in
//! sillsdev/khmer-character-specification): base, robat, subscripts with subscript RO last,
//! shifter, vowel, signs.
//!
//! - [`flaws`] is for the content check: every place an editor has to correct, with a sentence that
//!   says how.
//! - [`canonical`] is for text that people paste or type: it repairs what can be repaired without
//!   guessing.
//! - [`fold`] is for search: never shown, never stored as the person's text.
//! - [`sentences`] is for reading aloud.
//!
//! Limits. No dictionary: a wrong word in right spelling is not found. Latin text is checked for
//! combining characters and three singletons only, not for full NFC. Middle Khmer and minority
//! languages, which stack more than Khmer does, and U+200C beside a shifter, which the encoding
//! structure allows for special forms, are reported as flaws.

mod cut;
mod flaws;
mod fold;
mod letters;
mod order;

pub use cut::{clusters, sentences};
pub use flaws::{flaws, Flaw, FlawKind};
pub use fold::{begins_key, fold};
pub use letters::{ascii_digits, is_dependent, is_khmer, khmer_digits};
pub use order::canonical;
