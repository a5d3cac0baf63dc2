//! Names of plans and items. Checked once at the edge; inside the program an id is always well formed.

use std::fmt;

use super::{List, Replica, Stamp};

/// Letters and digits that cannot be mistaken for each other (Crockford's base 32).
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The name of a plan: 1 to 32 of `a-z`, `0-9`, `-`. New ones are 13 characters from 64 random bits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SheetId(String);

impl SheetId {
    /// A new name from a random number.
    pub fn from_random(random: u64) -> SheetId {
        SheetId(base32(random, 13))
    }

    /// Reads a name from an address or a storage key.
    pub fn parse(text: &str) -> Option<SheetId> {
        is_name(text).then(|| SheetId(text.to_owned()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SheetId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The name of an item within its plan: `q1`, `d2`, `s3` for the service's own entries (so that two copies which add the
/// same suggestion agree), `qx17-…` for hers (made from the edit that wrote it, therefore unique without randomness).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(String);

impl ItemId {
    /// The service's own entry `n` (from 1) of a list.
    pub fn content(list: List, n: u8) -> ItemId {
        ItemId(format!("{}{n}", letter(list)))
    }

    /// An item she wrote, in the edit `stamp`.
    pub(super) fn own(list: List, stamp: Stamp) -> ItemId {
        ItemId(format!("{}x{}-{}", letter(list), stamp.n, stamp.who))
    }

    /// Reads a name from an address or a record. `None` unless it is one of the two forms.
    pub fn parse(text: &str) -> Option<ItemId> {
        let id = ItemId(text.to_owned());
        (is_name(text) && id.list().is_some() && (id.is_own() || id.from().is_some())).then_some(id)
    }

    /// The list the name belongs to.
    pub fn list(&self) -> Option<List> {
        let first = self.0.chars().next()?;
        List::ALL.into_iter().find(|list| letter(*list) == first)
    }

    /// The number of the service's own entry, `None` for hers.
    pub fn from(&self) -> Option<u8> {
        self.0.get(1..)?.parse().ok()
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn is_own(&self) -> bool {
        self.0.get(1..2) == Some("x")
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Prints the writer in base 32, as it stands in records.
impl fmt::Display for Replica {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&base32(u64::from(self.0), 1))
    }
}

impl Replica {
    /// Reads what `Display` prints.
    pub fn parse(text: &str) -> Option<Replica> {
        if text.is_empty() || text.len() > 7 {
            return None;
        }
        let mut number: u64 = 0;
        for byte in text.bytes() {
            let digit = DIGITS.iter().position(|d| *d == byte)?;
            number = number * 32 + digit as u64;
        }
        u32::try_from(number).ok().map(Replica)
    }
}

fn letter(list: List) -> char {
    match list {
        List::Question => 'q',
        List::Document => 'd',
        List::Step => 's',
        List::Meeting => 'm',
        List::Contact => 'c',
    }
}

fn is_name(text: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=32).contains(&text.len()) && text.bytes().all(allowed)
}

/// At least `width` digits, zeros in front.
fn base32(mut number: u64, width: usize) -> String {
    let mut digits = Vec::with_capacity(13);
    while number > 0 || digits.len() < width {
        // The remainder is below 32, so there is always a digit.
        let digit = DIGITS.get((number % 32) as usize).copied();
        digits.push(digit.unwrap_or(b'0') as char);
        number /= 32;
    }
    digits.iter().rev().collect()
}
