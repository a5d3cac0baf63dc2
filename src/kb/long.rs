//! The long texts. They lie in the module packed (`pack/`), one lot per language, and are unpacked as a whole when the first of
//! them is asked for: 20 ms on a laptop. What Home, the lists and the titles show is not among them (`tools/content/src/order.rs`).

use super::schema::{Strings, STRIDE};
use std::sync::OnceLock;

/// What is unpacked together.
#[derive(Clone, Copy)]
pub enum Lot {
    Khmer,
    English,
    /// The addresses of pages, needed when sources are shown.
    Links,
}

static LOTS: [OnceLock<Strings>; 3] = [const { OnceLock::new() }; 3];

/// Unpacks a lot now, when there is time, so that the first tap does not wait. Damaged bytes give no texts rather than wrong
/// ones; the tests unpack everything.
pub fn warm(lot: Lot) {
    strings(lot);
}

/// Whether the lot was needed yet; for tests.
pub fn is_unpacked(lot: Lot) -> bool {
    LOTS.get(lot as usize).is_some_and(|place| place.get().is_some())
}

#[inline(never)]
pub(super) fn strings(lot: Lot) -> Strings {
    let packed: &[u8] = match lot {
        Lot::Khmer => &super::KM_PACKED,
        Lot::English => &super::EN_PACKED,
        Lot::Links => &super::LINKS_PACKED,
    };
    LOTS.get(lot as usize).map_or(Strings { all: &[], starts: &[] }, |place| *place.get_or_init(|| unpack(packed)))
}

#[inline(never)]
fn unpack(packed: &[u8]) -> Strings {
    let all: &[u8] = phlov_pack::unpack(packed).unwrap_or_default().leak();
    // Where every 64th text begins.
    let mut starts = vec![0];
    let mut texts = 0;
    for (at, byte) in all.iter().enumerate() {
        if *byte == b'\n' {
            texts += 1;
            if texts % STRIDE == 0 {
                starts.push(at as u32 + 1);
            }
        }
    }
    Strings { all, starts: starts.leak() }
}
