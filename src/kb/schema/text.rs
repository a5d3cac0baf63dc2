//! Texts, words and lists: numbers that stand for what is packed, and read as what they stand for.

use crate::glossary::MARK;
use crate::kb::packed::{self, Lot, Part};

/// A text in both languages; neither can be missing. It is a number; the words of one language stand
/// together in one long string each, which packs far better than one pointer and length per sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(pub(in crate::kb) u16);

impl Text {
    /// The Khmer text, made when it is shown.
    pub fn km(self) -> String {
        self.marked(Lot::Khmer).replace(MARK, "")
    }

    pub fn en(self) -> String {
        self.marked(Lot::English).replace(MARK, "")
    }

    /// With a mark before each word of the glossary ([`super::terms`]).
    pub(in crate::kb) fn marked(self, lot: Lot) -> String {
        let bytes = packed::text(lot, self.0);
        match lot {
            Lot::Khmer => bytes.iter().map(packed::letter).collect(),
            _ => str::from_utf8(bytes).unwrap_or("").to_owned(),
        }
    }
}

/// A word without language: an id, an address, a date, a number. Empty when there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word(pub(in crate::kb) u16);

impl Word {
    /// The word itself; an address of a page unpacks their lot the first time.
    pub fn str(self) -> &'static str {
        let bytes = match self.0.checked_sub(LINKS) {
            None => crate::kb::WORDS.get(self.0),
            Some(number) => packed::strings(Lot::Links, Part::ONLY).get(number),
        };
        str::from_utf8(bytes).unwrap_or("")
    }

    pub fn is_empty(self) -> bool {
        self.str().is_empty()
    }
}

/// Words from this number on are addresses of pages; as in `tools/content/src/emit/mod.rs`.
const LINKS: u16 = 0x8000;

/// Many strings as one: each ends with a line break, and every 64th one's place is noted. Lengths would cost more than
/// the line breaks, which pack to almost nothing.
#[derive(Clone, Copy, Debug)]
pub struct Strings {
    pub(in crate::kb) all: &'static [u8],
    pub(in crate::kb) starts: &'static [u32],
}

/// How many strings are passed over at most to find one.
pub(in crate::kb) const STRIDE: usize = 64;

impl Strings {
    /// The string with this number; numbers are made by the compiler of content and always exist.
    pub(in crate::kb) fn get(self, number: u16) -> &'static [u8] {
        let number = number as usize;
        let start = self.starts.get(number / STRIDE).map_or(0, |start| *start as usize);
        let block = self.all.get(start..).unwrap_or(&[]);
        block.split(|byte| *byte == b'\n').nth(number % STRIDE).unwrap_or(&[])
    }
}

/// Some things of a kind; reads as a slice.
#[derive(Debug)]
pub struct List<T: 'static>(pub(in crate::kb) &'static [T]);

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for List<T> {}

impl<T> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl<T> IntoIterator for List<T> {
    type Item = &'static T;
    type IntoIter = std::slice::Iter<'static, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> List<T> {
    pub fn all(self) -> &'static [T] {
        self.0
    }

    pub fn iter(self) -> std::slice::Iter<'static, T> {
        self.0.iter()
    }

    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    pub fn len(self) -> usize {
        self.0.len()
    }

    /// `None` beyond the end.
    pub fn get(self, at: usize) -> Option<&'static T> {
        self.0.get(at)
    }
}
