//! Every text, and the words of the interface. They lie in the module packed (`pack/`), one lot per language, in three parts that
//! are unpacked one after the other when the first of a part is asked for: the words of the interface; what Home, the lists and
//! the titles show (`tools/content/src/order.rs`); the rest, which takes 20 ms on a laptop. Each part is foretold from those before.

use super::schema::{Strings, STRIDE};
use phlov_pack::Unpacker;
use std::sync::{Mutex, OnceLock, PoisonError};

/// What is unpacked together.
#[derive(Clone, Copy)]
pub enum Lot {
    Khmer,
    English,
    /// The addresses of pages, needed when sources are shown: one part.
    Links,
    /// The words of helper mode: one part each.
    HelperKhmer,
    HelperEnglish,
}

/// The parts of a lot, in their order.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Words,
    Shown,
    Long,
}

impl Part {
    /// The only part of [`Lot::Links`] and of the words of helper mode.
    pub(super) const ONLY: Self = Self::Words;
}

static LOTS: [[OnceLock<Strings>; 3]; 5] = [const { [const { OnceLock::new() }; 3] }; 5];
/// Where unpacking stands, until the last part is out.
static UNPACKERS: Mutex<[Option<Unpacker<'static>>; 5]> = Mutex::new([const { None }; 5]);

/// Unpacks a lot now, when there is time, so that the first tap does not wait. Damaged bytes give no texts rather than wrong
/// ones; the tests unpack everything.
pub fn warm(lot: Lot) {
    strings(lot, Part::Long);
}

/// Which edition of the knowledge base this is: another content has another name (FNV-1a, 32 bits).
pub fn edition() -> &'static str {
    static EDITION: OnceLock<String> = OnceLock::new();
    EDITION.get_or_init(counted)
}

fn counted() -> String {
    let bytes = super::KM_PACKED.iter().chain(super::EN_PACKED.iter()).chain(super::TABLES.iter());
    let mut sum = bytes.fold(0x811c_9dc5u32, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    let mut out = String::new();
    for _ in 0..8 {
        out.extend(char::from_digit(sum >> 28, 16));
        sum <<= 4;
    }
    out
}

/// Whether the long texts of the lot were needed yet; for tests.
pub fn is_unpacked(lot: Lot) -> bool {
    place(lot, Part::Long).is_some_and(|place| place.get().is_some())
}

/// The words of the interface in this language, in their order.
pub fn words(lot: Lot) -> impl Iterator<Item = &'static str> {
    let all = strings(lot, Part::Words).all;
    let all = match lot {
        Lot::Khmer | Lot::HelperKhmer => all.iter().map(letter).collect::<String>().leak(),
        _ => str::from_utf8(all).unwrap_or(""),
    };
    all.split('\n')
}

/// The text with this number.
#[inline(never)]
pub(super) fn text(lot: Lot, number: u16) -> &'static [u8] {
    match number.checked_sub(super::SHOWN) {
        None => strings(lot, Part::Shown).get(number),
        Some(number) => strings(lot, Part::Long).get(number),
    }
}

/// Khmer is kept with one byte a letter: 0x80–0xFF are U+1780–U+17FF, below 0x80 stands ASCII, and the bytes 1 to 8 are the few
/// other characters.
pub(super) fn letter(byte: &u8) -> char {
    match *byte {
        0x80.. => char::from_u32(0x1780 + u32::from(*byte & 0x7f)).unwrap_or(' '),
        1..=8 => OTHERS.get(usize::from(*byte) - 1).copied().unwrap_or(' '),
        ascii => char::from(ascii),
    }
}

/// What the bytes 1 to 8 stand for; as in `tools/content/src/emit/lots.rs`.
const OTHERS: [char; 8] = ['\u{a0}', '…', '«', '»', '–', '×', '\u{200b}', '—'];

fn place(lot: Lot, part: Part) -> Option<&'static OnceLock<Strings>> {
    LOTS.get(lot as usize)?.get(part as usize)
}

#[inline(never)]
pub(super) fn strings(lot: Lot, part: Part) -> Strings {
    place(lot, part).map_or(Strings { all: &[], starts: &[] }, |place| *place.get_or_init(|| unpack(lot, part)))
}

fn unpack(lot: Lot, part: Part) -> Strings {
    match part {
        Part::Words => {}
        Part::Shown => drop(strings(lot, Part::Words)),
        Part::Long => drop(strings(lot, Part::Shown)),
    }
    let packed: &[u8] = match lot {
        Lot::Khmer => &super::KM_PACKED,
        Lot::English => &super::EN_PACKED,
        Lot::Links => &super::LINKS_PACKED,
        Lot::HelperKhmer => &super::HELPER_KM_PACKED,
        Lot::HelperEnglish => &super::HELPER_EN_PACKED,
    };
    let mut all = UNPACKERS.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(unpacker) = all.get_mut(lot as usize) else { return index(Vec::new()) };
    if matches!(part, Part::Words) {
        *unpacker = Unpacker::new(packed);
    }
    let text = unpacker.as_mut().and_then(Iterator::next).unwrap_or_default();
    if matches!((lot, part), (Lot::Links | Lot::HelperKhmer | Lot::HelperEnglish, _) | (_, Part::Long)) {
        *unpacker = None;
    }
    index(text)
}

/// Notes where every 64th text begins.
fn index(text: Vec<u8>) -> Strings {
    let all: &[u8] = text.leak();
    let mut starts = vec![0];
    let mut texts = 0;
    for (at, byte) in all.iter().enumerate() {
        if *byte == b'\n' {
            texts += 1;
            if texts % STRIDE == 0 {
                starts.push(at as u32 + 1);
            }
        }
    }
    Strings { all, starts: starts.leak() }
}
