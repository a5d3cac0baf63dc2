//! Plans from screen to camera: whichever frames are missed, the text is the same, or it is not there.

use super::helpers::Dice;
use phlov::saved::frames::*;
use proptest::prelude::*;

/// Frames one after the other, some missed, until the text is there; how many were looked at.
fn caught(fountain: &Fountain, missed: impl Fn(u32) -> bool) -> (String, u32) {
    let mut basin = Basin::default();
    for n in 0..4_000 {
        if !missed(n) {
            basin.add(&fountain.frame(n));
        }
        if let Some(text) = basin.text() {
            return (text, n + 1);
        }
    }
    panic!("not in 4,000 frames");
}

#[test]
fn with_every_frame_seen_no_frame_too_many_is_needed() {
    for len in [1, BLOCK - 1, BLOCK, BLOCK + 1, 18 * BLOCK, MOST_BLOCKS * BLOCK] {
        let code = "aZ_-09".repeat(len / 6 + 1)[..len].to_owned();
        let fountain = Fountain::new(&code).expect("it fits");
        assert_eq!(caught(&fountain, |_| false), (code, len.div_ceil(BLOCK) as u32));
    }
    assert!(Fountain::new("").is_none() && Fountain::new("ខ្មែរ").is_none());
    assert!(Fountain::new(&"a".repeat(MOST_BLOCKS * BLOCK + 1)).is_none(), "that is a file");
}

/// 50 plans are about 18 frames. Three of ten are missed, in 500 ways: in the mean hardly more than the missed ones are added.
#[test]
fn three_of_ten_frames_may_be_missed() {
    let code: String = (0..18 * BLOCK).map(|at| char::from(b'a' + (at * at % 26) as u8)).collect();
    let fountain = Fountain::new(&code).expect("it fits");
    let mut looked = 0;
    for seed in 0..500 {
        let mut dice = Dice::new(seed);
        let missed: Vec<bool> = (0..4_000).map(|_| dice.roll(10) < 3).collect();
        let (text, frames) = caught(&fountain, |n| missed[n as usize]);
        assert_eq!(text, code);
        looked += frames;
    }
    assert!(looked / 500 < 32, "{} frames in the mean for 18 blocks", looked / 500);
}

#[test]
fn a_frame_of_another_text_is_not_mixed_in() {
    let (one, two) = (Fountain::new(&"a".repeat(2_000)).expect("fits"), Fountain::new(&"b".repeat(2_000)).expect("fits"));
    let mut basin = Basin::default();
    assert!(basin.add(&one.frame(0)) && !basin.add(&two.frame(1)) && !basin.add(&one.frame(0)));
    assert_eq!(basin.progress(), (1, 4));
    for odd in ["", "....", "9.x.1.A", "99999999999.00000000.0.A", &one.frame(3).replace('a', "?")] {
        assert!(!basin.add(odd), "{odd}");
    }
}

#[test]
fn frames_are_found_in_a_link_and_in_a_message_of_many() {
    let fountain = Fountain::new(&"a".repeat(1_500)).expect("fits");
    let link = |n| format!("https://phlov.example/km/data{FRAME}{}", fountain.frame(n));
    let message = format!("1) {}\n2) {} 🙂 {}", link(0), link(1), link(2));
    let mut basin = Basin::default();
    assert_eq!(frames_in(&message).filter(|frame| basin.add(frame)).count(), 3);
    assert_eq!(basin.text(), Some("a".repeat(1_500)));
}

proptest! {
    #[test]
    fn any_order_and_any_loss(len in 1usize..9_000, seed in any::<u64>(), start in 0u32..100_000) {
        let code: String = (0..len).map(|at| char::from(b'A' + (at % 23) as u8)).collect();
        let fountain = Fountain::new(&code).expect("fits");
        let mut dice = Dice::new(seed);
        let mut basin = Basin::default();
        let mut n = start;
        while basin.text().is_none() {
            prop_assert!(n < start + 2_000);
            n += 1 + dice.roll(3) as u32;
            basin.add(&fountain.frame(n));
        }
        prop_assert_eq!(basin.text(), Some(code));
    }

    #[test]
    fn a_damaged_frame_never_gives_a_wrong_text(at in 0usize..600, with in 0usize..64) {
        let code = "b".repeat(1_300);
        let fountain = Fountain::new(&code).expect("fits");
        let mut bad = fountain.frame(1).into_bytes();
        let at = at % bad.len();
        bad[at] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[with];
        let mut basin = Basin::default();
        basin.add(&String::from_utf8(bad).expect("ASCII"));
        for n in [0, 2, 1, 7, 9] {
            basin.add(&fountain.frame(n));
        }
        prop_assert!(basin.text().is_none_or(|text| text == code));
    }
}
