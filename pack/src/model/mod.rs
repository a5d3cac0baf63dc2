//! What is foretold. A **context** is a run of letters that occurred, with an **estimate** for every letter that came after
//! it. All contexts hang together: each knows the one that is a letter shorter, each estimate the context that comes next.

mod learn;
mod tables;

use crate::coder::{Coder, BIT_SCALE};
use tables::{link, room, Context, Estimate, CONTEXTS, NONE};

/// The longest run that is looked at.
const ORDER: u32 = 6;

/// How much a context that knew one letter only gives to the unknown ones, when it was wrong.
const ESCAPES: [u8; 16] = [25, 14, 9, 7, 5, 5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 2];
const FIRST_BITS: [u16; 8] = [0x3CDD, 0x1F3F, 0x59BF, 0x48F3, 0x64A1, 0x5ABC, 0x6632, 0x6051];

/// How likely a letter is unknown, learned from like cases.
#[derive(Clone, Copy)]
struct Escape {
    sum: u16,
    shift: u8,
    left: u8,
}

pub struct Model {
    pub text: Vec<u8>,
    contexts: Vec<[u8; 9]>,
    estimates: Vec<Estimate>,
    /// Places in `estimates` that are free again, by size.
    free: [u32; 257],
    /// Where we are, and the longest context there would be.
    here: u32,
    longest: u32,
    found: u32,
    /// How many letters we are short of the longest.
    fall: u32,
    first_escape: u32,
    /// Whether the last letter was expected.
    sure: u32,
    capital: u32,
    bits: [[u16; 32]; 128],
    escapes: [[Escape; 16]; 10],
}

impl Model {
    /// `letters`: all that occur; `len`: of the text; `size`: what [`Model::size`] will be.
    pub fn new(letters: &[u8], len: usize, size: (u32, u32)) -> Self {
        let mut bits = [[0; 32]; 128];
        for (freq, row) in bits.iter_mut().enumerate() {
            for (cell, first) in row.iter_mut().zip(FIRST_BITS.iter().cycle()) {
                *cell = (1 << BIT_SCALE) - first / (freq as u16 + 2);
            }
        }
        let mut escapes = [[Escape { sum: 0, shift: 3, left: 4 }; 16]; 10];
        for (class, row) in escapes.iter_mut().enumerate() {
            row.iter_mut().for_each(|escape| escape.sum = (5 * class as u16 + 10) << 3);
        }
        let mut model = Self {
            text: Vec::with_capacity(len),
            contexts: Vec::with_capacity(size.0 as usize),
            estimates: Vec::with_capacity(size.1 as usize),
            free: [NONE; 257],
            here: CONTEXTS,
            longest: CONTEXTS,
            found: 0,
            fall: ORDER,
            first_escape: 0,
            sure: 0,
            capital: 0,
            bits,
            escapes,
        };
        let count = letters.len() as u16;
        model.contexts.push(Context { estimates: 0, shorter: NONE, count, sum: count + 1 }.write());
        model.estimates.extend(letters.iter().map(|letter| Estimate { next: link(NONE), letter: *letter, freq: 1 }));
        model.estimates.resize(room(letters.len() as u16), Estimate::default());
        model
    }

    /// How many contexts and estimates there are.
    pub fn size(&self) -> (u32, u32) {
        (self.contexts.len() as u32, self.estimates.len() as u32)
    }

    /// Codes the next letter of the text: `wanted` when packing, what `coder` finds when unpacking.
    pub fn letter(&mut self, coder: &mut impl Coder, wanted: Option<u8>) -> Option<u8> {
        self.capital = high(self.estimate(self.found).letter);
        let mut known = [false; 256];
        let mut longer = 0;
        loop {
            let context = self.context(self.here);
            let letter = if context.count == 1 && longer == 0 {
                self.only(coder, wanted, context)
            } else {
                self.among(coder, wanted, context, longer, &known)
            };
            if letter.is_some() {
                return letter;
            }
            for estimate in self.of(context) {
                if let Some(known) = known.get_mut(usize::from(estimate.letter)) {
                    *known = true;
                }
            }
            longer = context.count;
            while self.context(self.here).count == longer {
                self.fall += 1;
                self.here = self.context(self.here).shorter;
                if self.here == NONE {
                    return None;
                }
            }
        }
    }

    /// A context that knows one letter: is it that one?
    fn only(&mut self, coder: &mut impl Coder, wanted: Option<u8>, context: Context) -> Option<u8> {
        let mut estimate = self.estimate(context.estimates);
        let below = match self.context(context.shorter).count {
            0 | 1 => 0,
            2 => 2,
            3..=11 => 4,
            _ => 6,
        };
        let case = self.sure + below + 8 * self.capital + 16 * high(estimate.letter);
        let bit = self.bits.get_mut(usize::from(estimate.freq.wrapping_sub(1)))?.get_mut(case as usize)?;
        let before = u32::from(*bit);
        let found = coder.bit(before, wanted.map(|wanted| wanted == estimate.letter));
        let now = before - ((before + 32) >> 7);
        *bit = if found { now + 128 } else { now } as u16;
        if !found {
            self.first_escape = u32::from(ESCAPES.get((now >> 10) as usize).copied().unwrap_or(2));
            return None;
        }
        estimate.freq += u8::from(estimate.freq < 128);
        self.put(context.estimates, estimate);
        self.found = context.estimates;
        self.sure = 1;
        self.go_on(estimate.letter);
        Some(estimate.letter)
    }

    /// Which of the letters that this context knows? Without those that the `longer` one, which did not help, knows: 0 for the
    /// longest itself.
    fn among(
        &mut self,
        coder: &mut impl Coder,
        wanted: Option<u8>,
        context: Context,
        longer: u16,
        known: &[bool; 256],
    ) -> Option<u8> {
        let is_new = |estimate: &Estimate| !known.get(usize::from(estimate.letter)).copied().unwrap_or(true);
        let new: u32 = self.of(context).filter(is_new).map(|estimate| u32::from(estimate.freq)).sum();
        // How likely is it that none of them is the one?
        let more = context.count.wrapping_sub(longer);
        let below = self.context(context.shorter).count;
        let case = usize::from(more < below.wrapping_sub(context.count))
            + 2 * usize::from(context.sum < 11 * context.count)
            + 4 * usize::from(longer > more)
            + 8 * self.capital as usize;
        let escape = self.escapes.get_mut(16 - more.leading_zeros() as usize)?.get_mut(case)?;
        let unknown = if longer == 0 {
            u32::from(context.sum).wrapping_sub(new)
        } else {
            let mean = escape.sum >> escape.shift;
            escape.sum -= mean;
            u32::from(mean.max(1))
        };

        let part = coder.parts(new + unknown);
        let mut start = 0;
        let mut found = None;
        for (at, estimate) in (context.estimates..).zip(self.of(context)).filter(|(_, estimate)| is_new(estimate)) {
            let freq = u32::from(estimate.freq);
            if part.map_or(wanted == Some(estimate.letter), |part| part < start + freq) {
                found = Some((at, estimate));
                break;
            }
            start += freq;
        }
        let size = found.map_or(unknown, |(_, estimate)| u32::from(estimate.freq));
        coder.take(start, size);
        if longer != 0 {
            let escape = self.escapes.get_mut(16 - more.leading_zeros() as usize)?.get_mut(case)?;
            if found.is_none() {
                escape.sum = escape.sum.wrapping_add((new + unknown) as u16);
            } else if escape.shift < 7 {
                escape.left = escape.left.wrapping_sub(1);
                if escape.left == 0 {
                    escape.sum <<= 1;
                    escape.left = 3 << escape.shift;
                    escape.shift += 1;
                }
            }
        }
        let (at, estimate) = found?;
        self.sure = u32::from(longer == 0 && at == context.estimates && 2 * size > u32::from(context.sum));
        self.raise(at);
        self.go_on(estimate.letter);
        Some(estimate.letter)
    }
}

/// Letters and not signs or digits, roughly.
fn high(letter: u8) -> u32 {
    u32::from(letter >= 0x40)
}
