//! Texts and words as the app stores them: all of a kind in one string, with a byte for each Khmer letter, written as Rust
//! statics.

use crate::glossary::MARK;

/// One byte a letter, `None` for a character that has none.
pub fn byte(letter: char) -> Option<u8> {
    match letter {
        '\u{1780}'..='\u{17ff}' => Some((letter as u32 - 0x1780 + 0x80) as u8),
        '\n' | MARK | ' '..='~' => Some(letter as u8),
        _ => OTHERS.iter().position(|other| *other == letter).map(|at| at as u8 + 1),
    }
}

/// The characters beside Khmer and ASCII that a Khmer text may hold, as the bytes 1 to 8; as in `src/kb/packed.rs`.
const OTHERS: [char; 8] = ['\u{a0}', '…', '«', '»', '–', '×', '\u{200b}', '—'];

pub(super) fn khmer_bytes(list: &[&str]) -> Vec<u8> {
    joined(list).chars().map(|letter| byte(letter).unwrap_or(b' ')).collect()
}

/// All strings of a kind in one, each ended by a line break.
pub(super) fn joined(list: &[&str]) -> String {
    list.iter().flat_map(|text| [text, "\n"]).collect()
}

pub(super) fn bytes_static(name: &str, bytes: &[u8]) -> String {
    let literal: String = bytes.iter().flat_map(|byte| std::ascii::escape_default(*byte)).map(char::from).collect();
    format!("pub static {name}: [u8; {}] = *b\"{literal}\";\n", bytes.len())
}

pub(super) fn strings_static(name: &str, list: &[&str]) -> String {
    let starts = starts(list.iter().map(|text| text.len()));
    let starts_static = format!("pub static {name}_STARTS: [u32; {}] = {starts:?};\n", starts.len());
    starts_static
        + &format!("pub static {name}: Strings = Strings {{ all: {:?}.as_bytes(), starts: &{name}_STARTS }};\n", joined(list))
}

/// Where every 64th string begins; each is followed by a line break.
fn starts(lengths: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut at = 0;
    let mut starts = Vec::new();
    for (i, length) in lengths.enumerate() {
        if i % STRIDE == 0 {
            starts.push(at);
        }
        at += length + 1;
    }
    starts
}

/// As `STRIDE` in `src/kb/schema/text.rs`.
const STRIDE: usize = 64;
