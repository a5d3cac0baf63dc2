//! Letters: how days are counted, what a letter that came leads to, and that a letter which is composed reads as written by a
//! careful clerk whatever is known.

mod about;
mod composed;
mod inquiry;
mod limits;
mod received;
mod replies;

use phlov::dates::Date;

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

/// Dice that fall the same way every time.
struct Dice(u64);

impl Dice {
    /// 0 to `sides` - 1.
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) % sides
    }
}
