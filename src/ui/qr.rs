//! QR codes, as one SVG path.

use crate::platform::Code;
use qrcodegen_no_heap::{QrCode, QrCodeEcc, Version};

/// So many light squares belong around a code.
const MARGIN: i32 = 4;
/// 271 bytes with the middle degree of repair.
const LARGEST: Version = Version::new(14);

/// 1,465 bytes with the lowest degree of repair: a screen has no stains.
const LARGEST_ON_SCREEN: Version = Version::new(27);

/// A frame with the address of the app before it, at the middle degree: 666 bytes in version 20.
const LARGEST_FRAME: Version = Version::new(22);

/// The code of one frame of many.
pub fn frame_code(text: &str) -> Code {
    encode(text, LARGEST_FRAME, QrCodeEcc::Medium)
}

/// The code of an address; without squares when it is too long for one that can be read from paper.
pub fn code(text: &str) -> Code {
    encode(text, LARGEST, QrCodeEcc::Medium)
}

/// The code of a longer text, to be read from a screen.
pub fn screen_code(text: &str) -> Code {
    encode(text, LARGEST_ON_SCREEN, QrCodeEcc::Low)
}

fn encode(text: &str, largest: Version, repair: QrCodeEcc) -> Code {
    let mut text_and_work = vec![0; largest.buffer_len()];
    let mut out = vec![0; largest.buffer_len()];
    let Some(place) = text_and_work.get_mut(..text.len()) else { return Code::default() };
    place.copy_from_slice(text.as_bytes());
    let made = QrCode::encode_binary(&mut text_and_work, text.len(), &mut out, repair, Version::MIN, largest, None, false);
    let Ok(made) = made else { return Code::default() };
    let mut path = String::new();
    for y in 0..made.size() {
        let mut x = 0;
        while x < made.size() {
            let begun = x;
            while made.get_module(x, y) {
                x += 1;
            }
            if x > begun {
                // One stroke of squares: to its place, right, down, back.
                let wide = (x - begun).to_string();
                let (from, top) = ((begun + MARGIN).to_string(), (y + MARGIN).to_string());
                for piece in ["M", &from, " ", &top, "h", &wide, "v1h-", &wide, "z"] {
                    path.push_str(piece);
                }
            }
            x += 1;
        }
    }
    Code { size: (made.size() + 2 * MARGIN) as usize, path }
}
