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

/// `data` as bytes that [`unpack`] understands: a head, then the coded letters. `None` when all 256 byte values occur, or it is
/// longer than a million.
pub fn pack(data: &[u8]) -> Option<Vec<u8>> {
    let letters = letters(data);
    let count = u8::try_from(letters.len()).ok()?;
    let room = measure(data, &letters);
    if data.len().max(room.0 as usize).max(room.1 as usize) > MOST as usize {
        return None;
    }
    let mut out = Vec::new();
    for number in [data.len() as u32, sum(data), room.0, room.1] {
        out.extend(number.to_le_bytes());
    }
    out.push(count);
    out.extend(&letters);
    out.extend(run(data, &letters, room).0);
    Some(out)
}

/// What was packed; `None` when it is not whole.
pub fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let (head, rest) = packed.split_at_checked(16)?;
    let mut numbers = head.chunks_exact(4).map(|four| four.iter().rev().fold(0, |all, byte| all << 8 | u32::from(*byte)));
    let (len, check) = (numbers.next()? as usize, numbers.next()?);
    let room = (numbers.next()?, numbers.next()?);
    if len.max(room.0 as usize).max(room.1 as usize) > MOST as usize {
        return None;
    }
    let (count, rest) = rest.split_first()?;
    let (letters, coded) = rest.split_at_checked(usize::from(*count))?;
    let mut coder = Decoder::new(coded);
    let mut model = Model::new(letters, len, room);
    while model.text.len() < len {
        model.letter(&mut coder, None)?;
    }
    (sum(&model.text) == check).then_some(model.text)
}

/// How many bytes of memory unpacking takes beside the text.
pub fn room(packed: &[u8]) -> usize {
    let number =
        |at: usize| packed.get(at..at + 4).map_or(0, |four| four.iter().rev().fold(0, |all, byte| all << 8 | usize::from(*byte)));
    size_of::<Model>() + number(8) * 9 + number(12) * 5
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

/// How many runs and estimates the model will hold, so that the phone takes that memory once.
fn measure(data: &[u8], letters: &[u8]) -> (u32, u32) {
    run(data, letters, (0, 0)).1
}

fn run(data: &[u8], letters: &[u8], room: (u32, u32)) -> (Vec<u8>, (u32, u32)) {
    let mut coder = Encoder::default();
    let mut model = Model::new(letters, data.len(), room);
    for byte in data {
        model.letter(&mut coder, Some(*byte));
    }
    (coder.finish(), model.size())
}

/// A sum that notices changed, lost and swapped bytes.
fn sum(data: &[u8]) -> u32 {
    data.iter().fold(1, |sum: u32, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
