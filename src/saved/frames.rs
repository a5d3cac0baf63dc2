//! A long text as codes that are shown one after the other and read by a camera: a fountain. The first frames are the text in
//! blocks; every later one is the sum (exclusive or) of about half of the blocks, chosen by its number. Whichever frames are
//! missed, nearly any as many as there are blocks give the text. Sums are taken letter by letter, six bits each, so a frame stands
//! in a link as it is.
//!
//! `#f=<letters of the text>.<its fingerprint>.<number of the frame>.<block>`

use super::envelope::fingerprint;

/// In front of a frame in the fragment of a link.
pub const FRAME: &str = "#f=";
/// Letters in a block: with the address of the app before it, a QR code of version 20 at quality M has room.
pub const BLOCK: usize = 560;
/// More blocks than this are no task for a camera: a file is.
pub const MOST_BLOCKS: usize = 128;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Shows a text; made of the letters of base64url.
pub struct Fountain {
    code: String,
    sum: u32,
    blocks: Vec<Vec<u8>>,
}

impl Fountain {
    /// `None` when it is too long, or has other letters.
    pub fn new(code: &str) -> Option<Self> {
        let values: Vec<u8> = code.bytes().map(value).collect::<Option<_>>()?;
        let blocks: Vec<Vec<u8>> =
            values.chunks(BLOCK).map(|block| block.iter().copied().chain([0; BLOCK]).take(BLOCK).collect()).collect();
        let fits = !blocks.is_empty() && blocks.len() <= MOST_BLOCKS;
        fits.then(|| Self { code: code.to_owned(), sum: fingerprint(code), blocks })
    }

    /// So many frames are needed, or one or two more.
    pub fn blocks(&self) -> usize {
        self.blocks.len()
    }

    /// The frame with this number; there is no last one.
    pub fn frame(&self, n: u32) -> String {
        let mask = mask(n, self.blocks.len(), self.sum);
        let mut block = vec![0; BLOCK];
        for (_, part) in self.blocks.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1) {
            add(&mut block, part);
        }
        let letters: String = block.iter().map(|value| char::from(letter(*value))).collect();
        format!("{}.{:08x}.{n}.{letters}", self.code.len(), self.sum)
    }
}

/// Collects frames.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Basin {
    len: usize,
    sum: u32,
    /// What is known: sums of blocks, each with a first block that no other has.
    rows: Vec<(u128, Vec<u8>)>,
}

impl Basin {
    /// How many of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.rows.len(), self.len.div_ceil(BLOCK))
    }

    /// Takes a frame in. `false`: it is none, or of another text than those before, or says nothing new.
    pub fn add(&mut self, frame: &str) -> bool {
        let Some((len, sum, n, block)) = read(frame) else { return false };
        let count = len.div_ceil(BLOCK);
        if count == 0 || count > MOST_BLOCKS {
            return false;
        }
        if self.rows.is_empty() {
            (self.len, self.sum) = (len, sum);
        } else if (self.len, self.sum) != (len, sum) {
            return false;
        }
        let (mut mask, mut block) = (mask(n, count, sum), block);
        for (known, part) in &self.rows {
            if mask & lowest(*known) != 0 {
                mask ^= known;
                add(&mut block, part);
            }
        }
        if mask == 0 {
            return false;
        }
        for (known, part) in &mut self.rows {
            if *known & lowest(mask) != 0 {
                *known ^= mask;
                add(part, &block);
            }
        }
        self.rows.push((mask, block));
        true
    }

    /// The text, when all of it is there.
    pub fn text(&self) -> Option<String> {
        let (have, need) = self.progress();
        if have == 0 || have < need {
            return None;
        }
        let mut rows: Vec<&(u128, Vec<u8>)> = self.rows.iter().collect();
        rows.sort_by_key(|(mask, _)| mask.trailing_zeros());
        let text: String = rows.iter().flat_map(|(_, block)| block).take(self.len).map(|v| char::from(letter(*v))).collect();
        (fingerprint(&text) == self.sum).then_some(text)
    }
}

/// The frames in a text: one link, or many.
pub fn frames_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(FRAME).skip(1).map(|rest| {
        let end =
            rest.bytes().position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))).unwrap_or(rest.len());
        rest.get(..end).unwrap_or("")
    })
}

fn read(frame: &str) -> Option<(usize, u32, u32, Vec<u8>)> {
    let mut parts = frame.splitn(4, '.');
    let (len, sum, n) = (parts.next()?.parse().ok()?, u32::from_str_radix(parts.next()?, 16).ok()?, parts.next()?.parse().ok()?);
    let block: Vec<u8> = parts.next()?.bytes().map(value).collect::<Option<_>>()?;
    (block.len() == BLOCK).then_some((len, sum, n, block))
}

/// Which blocks the frame with this number sums up.
fn mask(n: u32, count: usize, sum: u32) -> u128 {
    if let Some(first) = usize::try_from(n).ok().filter(|n| *n < count) {
        return 1 << first;
    }
    let all = u128::MAX >> (128 - count.clamp(1, MOST_BLOCKS));
    let mut state = u64::from(n) << 32 | u64::from(sum);
    let mut next = || {
        // SplitMix64 (Steele, Lea and Flood 2014).
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        u128::from(z ^ (z >> 31))
    };
    match (next() << 64 | next()) & all {
        0 => 1,
        mask => mask,
    }
}

fn lowest(mask: u128) -> u128 {
    mask & mask.wrapping_neg()
}

fn add(to: &mut [u8], block: &[u8]) {
    to.iter_mut().zip(block).for_each(|(a, b)| *a ^= b);
}

fn value(letter: u8) -> Option<u8> {
    LETTERS.iter().position(|known| *known == letter).map(|at| at as u8)
}

fn letter(value: u8) -> u8 {
    LETTERS.get(usize::from(value & 63)).copied().unwrap_or(b'A')
}
