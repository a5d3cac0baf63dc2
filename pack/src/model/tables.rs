//! The two tables of the model, contexts and estimates, three bytes a link. What is not there reads as nothing.

use super::Model;

/// No context.
pub(super) const NONE: u32 = 0xff_ffff;

/// Links below this are places in the text: the context after them is made when it is first needed.
pub(super) const CONTEXTS: u32 = 1 << 23;

/// Three bytes a link: with four, and places for machine words, the tables would be half as large again.
pub(super) type Link = [u8; 3];

pub(super) fn link(at: u32) -> Link {
    let [a, b, c, _] = at.to_le_bytes();
    [a, b, c]
}

pub(super) fn place([a, b, c]: Link) -> u32 {
    u32::from_le_bytes([a, b, c, 0])
}

#[derive(Clone, Copy, Default)]
pub(super) struct Estimate {
    /// A context, or a place in the text.
    pub(super) next: Link,
    pub(super) letter: u8,
    pub(super) freq: u8,
}

#[derive(Clone, Copy, Default)]
pub(super) struct Context {
    pub(super) estimates: u32,
    pub(super) shorter: u32,
    pub(super) count: u16,
    /// Of all frequencies, and something for unknown letters.
    pub(super) sum: u16,
}

impl Context {
    pub(super) fn write(self) -> [u8; 9] {
        let ([a, b, c], [d, e, f], [g, h]) = (link(self.estimates), link(self.shorter), self.sum.to_le_bytes());
        [a, b, c, d, e, f, g, h, self.count as u8]
    }

    pub(super) fn read([a, b, c, d, e, f, g, h, count]: [u8; 9]) -> Self {
        let (estimates, shorter) = (place([a, b, c]), place([d, e, f]));
        Self { estimates, shorter, count: u16::from(count), sum: u16::from_le_bytes([g, h]) }
    }
}

impl Model {
    #[inline(never)]
    pub(super) fn context(&self, at: u32) -> Context {
        self.contexts.get(at.wrapping_sub(CONTEXTS) as usize).copied().map(Context::read).unwrap_or_default()
    }

    #[inline(never)]
    pub(super) fn put_context(&mut self, at: u32, context: Context) {
        if let Some(place) = self.contexts.get_mut(at.wrapping_sub(CONTEXTS) as usize) {
            *place = context.write();
        }
    }

    #[inline(never)]
    pub(super) fn estimate(&self, at: u32) -> Estimate {
        self.estimates.get(at as usize).copied().unwrap_or_default()
    }

    #[inline(never)]
    pub(super) fn put(&mut self, at: u32, estimate: Estimate) {
        if let Some(place) = self.estimates.get_mut(at as usize) {
            *place = estimate;
        }
    }

    #[inline(never)]
    pub(super) fn lead(&mut self, at: u32, next: u32) {
        if let Some(estimate) = self.estimates.get_mut(at as usize) {
            estimate.next = link(next);
        }
    }

    pub(super) fn of(&self, context: Context) -> impl Iterator<Item = Estimate> + '_ {
        let from = context.estimates as usize;
        self.estimates.get(from..from + usize::from(context.count)).unwrap_or(&[]).iter().copied()
    }

    /// Where the context keeps the estimate of this letter.
    #[inline(never)]
    pub(super) fn find(&self, context: Context, letter: u8) -> u32 {
        context.estimates + self.of(context).position(|estimate| estimate.letter == letter).unwrap_or(0) as u32
    }

    /// Changes places with the estimate before; gives the new place.
    #[inline(never)]
    pub(super) fn forward(&mut self, at: u32) -> u32 {
        let (one, before) = (self.estimate(at), self.estimate(at - 1));
        self.put(at, before);
        self.put(at - 1, one);
        at - 1
    }

    /// Room for so many estimates.
    #[inline(never)]
    pub(super) fn take_room(&mut self, count: u16) -> u32 {
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

    pub(super) fn give_room(&mut self, count: u16, at: u32) {
        if let Some(free) = self.free.get_mut(room(count)) {
            *free = at;
        }
    }
}

pub(super) fn is_context(link: u32) -> bool {
    link >= CONTEXTS && link != NONE
}

/// In how much room so many estimates stand: a little to grow.
pub(super) fn room(count: u16) -> usize {
    let count = usize::from(count);
    match count {
        0..=2 => count,
        3..=16 => count.next_multiple_of(2),
        _ => count.next_multiple_of(8),
    }
}
