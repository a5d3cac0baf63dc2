//! What is foretold. A **context** is a run of letters that occurred, with an **estimate** for every letter that came after
//! it. All contexts hang together: each knows the one that is a letter shorter, each estimate the context that comes next.

use crate::coder::{Coder, BIT_SCALE};

/// The longest run that is looked at.
const ORDER: u32 = 6;
/// An estimate that grows over this is halved, with those beside it.
const MAX_FREQ: u32 = 124;
/// No context.
const NONE: u32 = 0xff_ffff;
/// Links below this are places in the text: the context after them is made when it is first needed.
const CONTEXTS: u32 = 1 << 23;

/// How much a context that knew one letter only gives to the unknown ones, when it was wrong.
const ESCAPES: [u8; 16] = [25, 14, 9, 7, 5, 5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 2];
const FIRST_BITS: [u16; 8] = [0x3CDD, 0x1F3F, 0x59BF, 0x48F3, 0x64A1, 0x5ABC, 0x6632, 0x6051];

/// Three bytes a link: with four, and places for machine words, the tables would be half as large again.
type Link = [u8; 3];

fn link(at: u32) -> Link {
    let [a, b, c, _] = at.to_le_bytes();
    [a, b, c]
}

fn place([a, b, c]: Link) -> u32 {
    u32::from_le_bytes([a, b, c, 0])
}

#[derive(Clone, Copy, Default)]
struct Estimate {
    /// A context, or a place in the text.
    next: Link,
    letter: u8,
    freq: u8,
}

#[derive(Clone, Copy, Default)]
struct Context {
    estimates: u32,
    shorter: u32,
    count: u16,
    /// Of all frequencies, and something for unknown letters.
    sum: u16,
}

impl Context {
    fn write(self) -> [u8; 9] {
        let ([a, b, c], [d, e, f], [g, h]) = (link(self.estimates), link(self.shorter), self.sum.to_le_bytes());
        [a, b, c, d, e, f, g, h, self.count as u8]
    }

    fn read([a, b, c, d, e, f, g, h, count]: [u8; 9]) -> Self {
        let (estimates, shorter) = (place([a, b, c]), place([d, e, f]));
        Self { estimates, shorter, count: u16::from(count), sum: u16::from_le_bytes([g, h]) }
    }
}

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

    // ── the two tables; what is not there reads as nothing ──

    #[inline(never)]
    fn context(&self, at: u32) -> Context {
        self.contexts.get(at.wrapping_sub(CONTEXTS) as usize).copied().map(Context::read).unwrap_or_default()
    }

    #[inline(never)]
    fn put_context(&mut self, at: u32, context: Context) {
        if let Some(place) = self.contexts.get_mut(at.wrapping_sub(CONTEXTS) as usize) {
            *place = context.write();
        }
    }

    #[inline(never)]
    fn estimate(&self, at: u32) -> Estimate {
        self.estimates.get(at as usize).copied().unwrap_or_default()
    }

    #[inline(never)]
    fn put(&mut self, at: u32, estimate: Estimate) {
        if let Some(place) = self.estimates.get_mut(at as usize) {
            *place = estimate;
        }
    }

    #[inline(never)]
    fn lead(&mut self, at: u32, next: u32) {
        if let Some(estimate) = self.estimates.get_mut(at as usize) {
            estimate.next = link(next);
        }
    }

    fn of(&self, context: Context) -> impl Iterator<Item = Estimate> + '_ {
        let from = context.estimates as usize;
        self.estimates.get(from..from + usize::from(context.count)).unwrap_or(&[]).iter().copied()
    }

    /// Where the context keeps the estimate of this letter.
    #[inline(never)]
    fn find(&self, context: Context, letter: u8) -> u32 {
        context.estimates + self.of(context).position(|estimate| estimate.letter == letter).unwrap_or(0) as u32
    }

    /// Changes places with the estimate before; gives the new place.
    #[inline(never)]
    fn forward(&mut self, at: u32) -> u32 {
        let (one, before) = (self.estimate(at), self.estimate(at - 1));
        self.put(at, before);
        self.put(at - 1, one);
        at - 1
    }

    /// Room for so many estimates.
    #[inline(never)]
    fn take_room(&mut self, count: u16) -> u32 {
        let size = room(count);
        let free = self.free.get(size).copied().unwrap_or(NONE);
        if free == NONE {
            let at = self.estimates.len();
            self.estimates.resize(at + size, Estimate::default());
            return at as u32;
        }
        let next = place(self.estimate(free).next);
        self.give_room(count, next);
        free
    }

    fn give_room(&mut self, count: u16, at: u32) {
        if let Some(free) = self.free.get_mut(room(count)) {
            *free = at;
        }
    }

    // ── one letter ──

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

    /// The letter was found at this place: it will be more likely.
    fn raise(&mut self, at: u32) {
        let mut context = self.context(self.here);
        let mut estimate = self.estimate(at);
        estimate.freq = estimate.freq.saturating_add(4);
        context.sum += 4;
        self.put(at, estimate);
        self.put_context(self.here, context);
        self.found = at;
        if at > context.estimates && estimate.freq > self.estimate(at - 1).freq {
            self.found = self.forward(at);
        }
        if u32::from(estimate.freq) > MAX_FREQ {
            self.halve();
        }
    }

    /// Halves all frequencies of this context.
    fn halve(&mut self) {
        let mut context = self.context(self.here);
        let mut unknown = context.sum;
        let mut sum = 0;
        for at in (context.estimates..).take(usize::from(context.count)) {
            let mut estimate = self.estimate(at);
            unknown = unknown.wrapping_sub(u16::from(estimate.freq));
            estimate.freq = (estimate.freq + 1) >> 1;
            sum += u16::from(estimate.freq);
            self.put(at, estimate);
        }
        context.sum = sum + unknown - (unknown >> 1);
        self.put_context(self.here, context);
    }

    /// After a letter that the longest context knew.
    fn go_on(&mut self, letter: u8) {
        self.text.push(letter);
        let next = place(self.estimate(self.found).next);
        if self.fall == 0 && is_context(next) {
            self.here = next;
            self.longest = next;
        } else {
            self.learn(letter);
        }
    }

    /// Makes the contexts that the letter leads to, and tells those that did not know it.
    fn learn(&mut self, letter: u8) {
        let here = self.context(self.here);
        let found = self.estimate(self.found);
        if self.fall == 0 {
            let next = self.make_next();
            self.lead(self.found, next);
            self.here = next;
            self.longest = next;
            return;
        }
        let mut new = self.text.len() as u32;
        let mut next = place(found.next);
        if next == NONE {
            self.lead(self.found, new);
            next = self.here;
        } else {
            if !is_context(next) {
                next = self.make_next();
            }
            self.fall -= 1;
            if self.fall == 0 {
                new = next;
            }
        }
        let (mut at, stop) = (self.longest, self.here);
        self.here = next;
        self.longest = next;

        let (sum, count, freq) = (u32::from(here.sum), u32::from(here.count), u32::from(self.estimate(self.found).freq));
        let others = sum.wrapping_sub(count).wrapping_sub(freq).wrapping_add(1);
        while at != stop && at != NONE {
            let mut context = self.context(at);
            let old = u32::from(context.count);
            let mut sum = u32::from(context.sum);
            if room(context.count) != room(context.count + 1) {
                let estimates = self.take_room(context.count + 1);
                for i in 0..old {
                    let estimate = self.estimate(context.estimates + i);
                    self.put(estimates + i, estimate);
                }
                self.lead(context.estimates, self.free.get(room(context.count)).copied().unwrap_or(NONE));
                self.give_room(context.count, context.estimates);
                context.estimates = estimates;
            }
            if old == 1 {
                let mut estimate = self.estimate(context.estimates);
                let freq = u32::from(estimate.freq);
                estimate.freq = freq.min(60) as u8 * 2;
                self.put(context.estimates, estimate);
                sum = u32::from(estimate.freq) + self.first_escape + u32::from(count > 3);
            } else {
                sum += u32::from(2 * old < count) + 2 * u32::from(4 * old <= count && sum <= 8 * old);
            }
            let share = 2 * (sum + 6) * freq;
            let whole = others.wrapping_add(sum);
            let first = if share < 6 * whole {
                sum += 3;
                1 + u32::from(share > whole) + u32::from(share >= 4 * whole)
            } else {
                let first = 4 + u32::from(share >= 9 * whole) + u32::from(share >= 12 * whole) + u32::from(share >= 15 * whole);
                sum += first;
                first
            };
            self.put(context.estimates + old, Estimate { next: link(new), letter, freq: first as u8 });
            context.count += 1;
            context.sum = sum as u16;
            self.put_context(at, context);
            at = context.shorter;
        }
    }

    /// The context after the letter just found, made new with those that are a letter shorter.
    fn make_next(&mut self) -> u32 {
        let found = self.estimate(self.found);
        let mut waiting = [NONE; ORDER as usize + 1];
        let mut waits = 0;
        if self.fall != 0 {
            waiting[0] = self.found;
            waits = 1;
        }
        let mut at = self.here;
        loop {
            let shorter = self.context(at).shorter;
            if shorter == NONE {
                break;
            }
            at = shorter;
            let known = self.find(self.context(at), found.letter);
            let next = self.estimate(known).next;
            if next != found.next {
                at = place(next);
                if waits == 0 {
                    return at;
                }
                break;
            }
            if let Some(wait) = waiting.get_mut(waits) {
                *wait = known;
                waits += 1;
            }
        }
        // All of them have seen one letter: the one that stands in the text there.
        let context = self.context(at);
        let letter = self.text.get(place(found.next) as usize).copied().unwrap_or(0);
        let seen = self.estimate(self.find(context, letter));
        let freq = if context.count == 1 {
            seen.freq
        } else {
            let more = u32::from(seen.freq).wrapping_sub(1);
            let others = u32::from(context.sum).wrapping_sub(u32::from(context.count)).wrapping_sub(more).max(1);
            1 + if 2 * more <= others { u32::from(5 * more > others) } else { (2 * more + others - 1) / (2 * others) + 1 }
                .min(127) as u8
        };
        for known in waiting.iter().take(waits).rev() {
            let estimates = self.take_room(1);
            self.put(estimates, Estimate { next: link(place(found.next) + 1), letter, freq });
            let new = CONTEXTS + self.contexts.len() as u32;
            self.contexts.push(Context { estimates, shorter: at, count: 1, sum: 0 }.write());
            self.lead(*known, new);
            at = new;
        }
        at
    }
}

fn is_context(link: u32) -> bool {
    link >= CONTEXTS && link != NONE
}

/// Letters and not signs or digits, roughly.
fn high(letter: u8) -> u32 {
    u32::from(letter >= 0x40)
}

/// In how much room so many estimates stand: a little to grow.
fn room(count: u16) -> usize {
    let count = usize::from(count);
    match count {
        0..=2 => count,
        3..=16 => count.next_multiple_of(2),
        _ => count.next_multiple_of(8),
    }
}
