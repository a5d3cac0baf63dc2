//! Long texts, packed tighter than brotli does: `tools/content` packs them, `src/kb` unpacks them.
//!
//! The method is PPM with the ideas of D. Shkarin's PPMII (the "PPMd" of 7-zip): each letter is foretold from the letters
//! before it, the longest known run first; a run that is new inherits its first estimate from the shorter one; how likely it is
//! that a run does not know the letter is learned on the way.
//!
//! - [`model`]: what is foretold; the same for packing and unpacking
//! - [`coder`]: letters and estimates ↔ bytes
//!
//! Whole numbers only, so every phone gives the same text. Nothing here stops the app: damaged bytes give `None`.

pub mod coder;
pub mod model;

use coder::{Decoder, Encoder};
use model::Model;

/// The longest text, and the most contexts and estimates for it: damaged heads shall not ask for all the memory there is.
const MOST: u32 = 1 << 20;

/// Parts of one text, packed.
#[derive(Debug, Default)]
pub struct Packed {
    /// What [`Unpacker`] understands: a head, then the coded letters.
    pub bytes: Vec<u8>,
    /// Where in `bytes` each part ends, to within four bytes.
    pub ends: Vec<usize>,
}

/// Packs parts of a text, so that the first can be had before the rest; each part is foretold from all before it. `None` when
/// all 256 byte values occur, or it is longer than a million.
pub fn pack(parts: &[&[u8]]) -> Option<Packed> {
    let all = parts.concat();
    let letters = letters(&all);
    let count = u8::try_from(letters.len()).ok()?;
    let room = run(parts, &letters, (0, 0)).2;
    if all.len().max(room.0 as usize).max(room.1 as usize) > MOST as usize {
        return None;
    }
    let mut bytes = vec![u8::try_from(parts.len()).ok()?];
    let numbers = parts.iter().flat_map(|part| [part.len() as u32, sum(part)]).chain([room.0, room.1]);
    bytes.extend(numbers.flat_map(u32::to_le_bytes));
    bytes.push(count);
    bytes.extend(&letters);
    let (coded, ends, _) = run(parts, &letters, room);
    let ends = ends.iter().map(|end| bytes.len() + end).collect();
    bytes.extend(coded);
    Some(Packed { bytes, ends })
}

/// Gives the parts of what was packed, one after the other, as far as it is whole.
pub struct Unpacker<'a> {
    /// Length and sum of the parts that are still to come.
    parts: std::vec::IntoIter<[u32; 2]>,
    model: Model,
    coder: Decoder<'a>,
}

impl<'a> Unpacker<'a> {
    pub fn new(packed: &'a [u8]) -> Option<Self> {
        let (parts, rest) = packed.split_first()?;
        let (head, rest) = rest.split_at_checked(usize::from(*parts) * 8 + 8)?;
        let mut pairs: Vec<[u32; 2]> = head.chunks_exact(8).map(pair).collect();
        let [contexts, estimates] = pairs.pop()?;
        let len: u64 = pairs.iter().map(|[len, _]| u64::from(*len)).sum();
        if len.max(contexts.into()).max(estimates.into()) > MOST.into() {
            return None;
        }
        let (count, rest) = rest.split_first()?;
        let (letters, coded) = rest.split_at_checked(usize::from(*count))?;
        let model = Model::new(letters, len as usize, (contexts, estimates));
        Some(Self { parts: pairs.into_iter(), model, coder: Decoder::new(coded) })
    }
}

impl Iterator for Unpacker<'_> {
    type Item = Vec<u8>;

    /// The next part; `None` after the last one, and when it is damaged: then there is no more.
    fn next(&mut self) -> Option<Vec<u8>> {
        let [len, check] = self.parts.next()?;
        let from = self.model.text.len();
        while self.model.text.len() < from + len as usize {
            if self.model.letter(&mut self.coder, None).is_none() {
                self.parts = Vec::new().into_iter();
                return None;
            }
        }
        let part = self.model.text.get(from..)?;
        (sum(part) == check).then(|| part.to_vec())
    }
}

fn pair(bytes: &[u8]) -> [u32; 2] {
    let number = |four: &[u8]| four.iter().rev().fold(0, |all, byte| all << 8 | u32::from(*byte));
    let (one, two) = bytes.split_at(4);
    [number(one), number(two)]
}

/// How many bytes of memory unpacking takes beside the text.
pub fn room(packed: &[u8]) -> usize {
    let at = packed.first().map_or(0, |parts| 1 + usize::from(*parts) * 8);
    let [contexts, estimates] = packed.get(at..at + 8).map_or([0; 2], pair);
    size_of::<Model>() + contexts as usize * 9 + estimates as usize * 5
}

/// Every byte value that occurs, the most frequent first.
fn letters(data: &[u8]) -> Vec<u8> {
    let mut counts = [0usize; 256];
    for byte in data {
        counts[usize::from(*byte)] += 1;
    }
    let mut letters: Vec<u8> = (0..=255).filter(|byte| counts[usize::from(*byte)] > 0).collect();
    letters.sort_by_key(|byte| std::cmp::Reverse(counts[usize::from(*byte)]));
    letters
}

/// The coded letters, where each part ends in them, and how many contexts and estimates the model holds in the end: told to it
/// beforehand, it takes that memory once.
fn run(parts: &[&[u8]], letters: &[u8], room: (u32, u32)) -> (Vec<u8>, Vec<usize>, (u32, u32)) {
    let mut coder = Encoder::default();
    let mut model = Model::new(letters, parts.iter().map(|part| part.len()).sum(), room);
    let mut ends = Vec::new();
    for part in parts {
        for byte in *part {
            model.letter(&mut coder, Some(*byte));
        }
        ends.push(coder.written());
    }
    (coder.finish(), ends, model.size())
}

/// A sum that notices changed, lost and swapped bytes.
fn sum(data: &[u8]) -> u32 {
    data.iter().fold(1, |sum: u32, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
