//! What is packed is unpacked again, letter by letter; what is damaged is never taken for whole.

use phlov_pack::{pack, Unpacker};
use proptest::prelude::*;

/// One part, packed.
fn packed(data: &[u8]) -> Vec<u8> {
    pack(&[data]).expect("at most 255 letters").bytes
}

fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    Unpacker::new(packed)?.next()
}

#[track_caller]
fn check(data: &[u8]) {
    assert_eq!(unpack(&packed(data)).as_deref(), Some(data), "{} bytes", data.len());
}

#[test]
fn odd_texts_come_back() {
    check(b"");
    check(b"a");
    check(b"aaaaaaaaaaaaaaaa");
    check(&b"abcabcabd".repeat(5000));
    check(&(0..255).collect::<Vec<u8>>().repeat(9));
    assert!(pack(&[&(0..=255).collect::<Vec<u8>>()]).is_none(), "all 256 bytes cannot be packed");
}

/// Estimates are halved, contexts forgotten and made again: a long text without much order.
#[test]
fn noise_comes_back() {
    let mut state = 1u64;
    let mut next = |sides: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        ((state >> 33) % sides) as u8
    };
    let noise: Vec<u8> = (0..60_000).map(|i| if i % 1000 < 500 { next(250) } else { next(3) }).collect();
    check(&noise);
}

proptest! {
    #[test]
    fn everything_comes_back(data in proptest::collection::vec(0u8..255, 0..2000)) {
        check(&data);
    }

    #[test]
    fn texts_come_back(text in "[a-e ]{0,3000}", again in 0usize..4) {
        check(text.repeat(again).as_bytes());
    }

    #[test]
    fn parts_come_one_by_one(parts in proptest::collection::vec("[a-e ]{0,300}", 0..5)) {
        let bytes: Vec<&[u8]> = parts.iter().map(String::as_bytes).collect();
        let packed = pack(&bytes).expect("few letters").bytes;
        prop_assert_eq!(Unpacker::new(&packed).expect("whole").collect::<Vec<_>>(), bytes);
    }

    #[test]
    fn damage_is_noticed(text in "[a-z ]{1,400}", at in 0usize..10_000, with in 1u8..=255, cut in any::<bool>()) {
        let mut packed = packed(text.as_bytes());
        let at = at % packed.len();
        if cut { packed.truncate(at) } else { packed[at] ^= with }
        let unpacked = unpack(&packed);
        prop_assert!(unpacked.is_none() || unpacked.as_deref() == Some(text.as_bytes()));
    }

    #[test]
    fn noise_is_refused(packed in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert_eq!(unpack(&packed), None);
    }
}
