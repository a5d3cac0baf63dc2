//! A range coder: what is likely takes few bits.

/// Below this the range is widened by a byte.
const TOP: u32 = 1 << 24;
/// Estimates of yes or no are parts of 2¹⁴.
pub const BIT_SCALE: u32 = 14;

/// Either side of the coding. The unpacking side is told nothing and finds out.
pub trait Coder {
    /// Divides the range into `total` parts. Unpacking: the part that was meant.
    fn parts(&mut self, total: u32) -> Option<u32>;
    /// Takes `size` of those parts, beginning at `start`.
    fn take(&mut self, start: u32, size: u32);
    /// Yes or no, with `yes` of 2¹⁴ parts for yes.
    fn bit(&mut self, yes: u32, wanted: Option<bool>) -> bool;
}

pub struct Decoder<'a> {
    rest: std::slice::Iter<'a, u8>,
    range: u32,
    code: u32,
}

impl<'a> Decoder<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut new = Self { rest: bytes.iter(), range: 0, code: 0 };
        new.widen();
        new.range = u32::MAX;
        new
    }

    #[inline(never)]
    fn widen(&mut self) {
        // Four times at most, also when the bytes are damaged.
        for _ in 0..4 {
            if self.range < TOP {
                self.code = self.code << 8 | u32::from(self.rest.next().copied().unwrap_or(0));
                self.range <<= 8;
            }
        }
    }
}

impl Coder for Decoder<'_> {
    fn parts(&mut self, total: u32) -> Option<u32> {
        self.range /= total.max(1);
        Some(self.code / self.range.max(1))
    }

    fn take(&mut self, start: u32, size: u32) {
        self.code = self.code.wrapping_sub(start.wrapping_mul(self.range));
        self.range = self.range.wrapping_mul(size);
        self.widen();
    }

    fn bit(&mut self, yes: u32, _: Option<bool>) -> bool {
        let bound = (self.range >> BIT_SCALE) * yes;
        let found = self.code < bound;
        if found {
            self.range = bound;
        } else {
            self.code -= bound;
            self.range -= bound;
        }
        self.widen();
        found
    }
}

pub struct Encoder {
    out: Vec<u8>,
    low: u64,
    range: u32,
}

impl Default for Encoder {
    fn default() -> Self {
        Self { out: Vec::new(), low: 0, range: u32::MAX }
    }
}

impl Encoder {
    fn widen(&mut self) {
        if self.low > u64::from(u32::MAX) {
            // The carry runs through the bytes that are written already.
            for byte in self.out.iter_mut().rev() {
                *byte = byte.wrapping_add(1);
                if *byte != 0 {
                    break;
                }
            }
            self.low &= u64::from(u32::MAX);
        }
        while self.range < TOP {
            self.out.push((self.low >> 24) as u8);
            self.low = self.low << 8 & u64::from(u32::MAX);
            self.range <<= 8;
        }
    }

    /// How many bytes are written so far.
    pub fn written(&self) -> usize {
        self.out.len()
    }

    pub fn finish(mut self) -> Vec<u8> {
        self.out.extend((self.low as u32).to_be_bytes());
        self.out
    }
}

impl Coder for Encoder {
    fn parts(&mut self, total: u32) -> Option<u32> {
        self.range /= total.max(1);
        None
    }

    fn take(&mut self, start: u32, size: u32) {
        self.low += u64::from(start) * u64::from(self.range);
        self.range = self.range.wrapping_mul(size);
        self.widen();
    }

    fn bit(&mut self, yes: u32, wanted: Option<bool>) -> bool {
        let bound = (self.range >> BIT_SCALE) * yes;
        let wanted = wanted.unwrap_or(false);
        if wanted {
            self.range = bound;
        } else {
            self.low += u64::from(bound);
            self.range -= bound;
        }
        self.widen();
        wanted
    }
}
