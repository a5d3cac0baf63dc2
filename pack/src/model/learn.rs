//! What the model learns from a letter: it becomes more likely where it was found, and contexts that did not know it are told.

use super::tables::{is_context, link, place, room, Context, Estimate, CONTEXTS, NONE};
use super::{Model, ORDER};

/// An estimate that grows over this is halved, with those beside it.
const MAX_FREQ: u32 = 124;

impl Model {
    /// The letter was found at this place: it will be more likely.
    pub(super) fn raise(&mut self, at: u32) {
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
    pub(super) fn go_on(&mut self, letter: u8) {
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
