//! The envelope around every saved record: one line, then the content.
//!
//! ```text
//! phlov1 plan 1 17 9a3bc2f0
//! {"made":"2026-01-05", …}
//! ```
//!
//! The line holds: the name of the envelope, the kind of record, the version of its format, the revision (grows with
//! every save), and a checksum over *storage key, kind, version, revision and content*. A flipped bit anywhere, a cut
//! text, and a text that stands under another record's key are all found. The envelope itself never changes: newer
//! apps raise the version, so that every app can tell "newer than I am" from "damaged".

/// The name of the envelope, for ever.
const MAGIC: &str = "phlov1";

/// An opened envelope. Its checksum was right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Envelope<'a> {
    /// The version of the format inside.
    pub version: u16,
    /// How often the record was saved.
    pub rev: u32,
    /// The content.
    pub body: &'a str,
}

/// Why an envelope could not be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Torn {
    /// The first line is not an envelope's.
    Header,
    /// The checksum does not fit.
    Checksum,
}

/// Puts a record into its envelope.
pub fn seal(key: &str, kind: &str, version: u16, rev: u32, body: &str) -> String {
    let head = format!("{kind} {version} {rev}");
    let sum = checksum(key, &head, body);
    format!("{MAGIC} {head} {sum:08x}\n{body}")
}

/// Opens an envelope that stands under `key` and should hold a `kind`.
pub fn open<'a>(key: &str, kind: &str, text: &'a str) -> Result<Envelope<'a>, Torn> {
    let (line, body) = text.split_once('\n').ok_or(Torn::Header)?;
    let rest = line.strip_prefix(MAGIC).ok_or(Torn::Header)?;
    let rest = rest.strip_prefix(' ').ok_or(Torn::Header)?;
    let (head, sum) = rest.rsplit_once(' ').ok_or(Torn::Header)?;
    if format!("{:08x}", checksum(key, head, body)) != sum {
        return Err(Torn::Checksum);
    }
    let mut parts = head.split(' ');
    let (Some(found), Some(version), Some(rev), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return Err(Torn::Header);
    };
    if found != kind {
        return Err(Torn::Header);
    }
    Ok(Envelope { version: version.parse().map_err(|_| Torn::Header)?, rev: rev.parse().map_err(|_| Torn::Header)?, body })
}

/// The revision that a text claims, without checking it; 0 when it claims none.
pub fn rev_of(text: &str) -> u32 {
    let head = text.lines().next().unwrap_or("");
    head.split(' ').nth(3).and_then(|rev| rev.parse().ok()).unwrap_or(0)
}

/// The checksum of a text on its own (names the records that were set aside).
pub fn fingerprint(text: &str) -> u32 {
    !crc32(!0, text.as_bytes())
}

fn checksum(key: &str, head: &str, body: &str) -> u32 {
    let mut sum = !0;
    for part in [key, "\n", head, "\n", body] {
        sum = crc32(sum, part.as_bytes());
    }
    !sum
}

/// CRC-32 as in zip and PNG, four bits at a time: a table of 64 bytes instead of 1,024, and four times as fast as none.
/// (The `crc` crate offers only none or 1,024.)
fn crc32(mut sum: u32, bytes: &[u8]) -> u32 {
    for byte in bytes {
        sum ^= u32::from(*byte);
        // Four bits are always below 16: these cannot panic, and the compiler sees it.
        sum = (sum >> 4) ^ NIBBLES[(sum & 15) as usize];
        sum = (sum >> 4) ^ NIBBLES[(sum & 15) as usize];
    }
    sum
}

const NIBBLES: [u32; 16] = {
    let mut table = [0; 16];
    let mut i = 0;
    while i < 16 {
        let mut sum = i as u32;
        let mut bit = 0;
        while bit < 4 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
            bit += 1;
        }
        table[i] = sum;
        i += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_the_usual_one() {
        assert_eq!(super::fingerprint("123456789"), 0xcbf4_3926);
        assert_eq!(super::fingerprint(""), 0);
    }
}
