//! Other things that go out, and names that are covered in all of them.

use super::{book, elephant, faq, helped, no_marker, plan, rated, reply, share, take, workshop, zebra};
use crate::{id, pen};
use phlov::plan::helper::need::names::Names;
use phlov::plan::helper::need::sent;
use phlov::plan::helper::ORIGIN;
use phlov::plan::{Book, Sheet, What};
use phlov::saved::transfer::{bundle, look_at, parcel};

fn here_with_plan() -> Book {
    book(&[zebra(), plan(1, &zebra())])
}

#[test]
fn other_things_go_out_without_names_and_do_not_come_back_as_doubles() {
    let here = book(&[zebra(), elephant(), faq("team"), rated(21, &[4, 5]), workshop()]);
    let names = Names::of(&here);
    let copies: Vec<Sheet> =
        [20, 21, 22].iter().filter_map(|n| sent::copy(here.sheets.get(&id(*n))?, "12", "Team 1", &names)).collect();
    assert_eq!(copies.len(), 3);
    let text = bundle(&copies);
    no_marker(&text);
    assert!(!text.contains("123456") && text.contains("put up the fees") && text.contains("Tax for sellers"), "{text}");
    assert!(copies.iter().all(|copy| copy.note(ORIGIN) == "Team 1"));
    let arrival = look_at(&here, &text).expect("a bundle");
    assert!(!arrival.brings_something(), "they are here already: {arrival:?}");
    assert_eq!(look_at(&Book::default(), &text).expect("a bundle").new.len(), 3);
    // What came from elsewhere goes on without names that were written here.
    let mut came = parcel(&share(&here_with_plan(), &id(1), false));
    let mut there = book(&[zebra()]);
    take(&mut there, &came);
    let need = there.sheets.values_mut().find(|sheet| sheet.what == What::Need).expect("the need");
    reply(need, &pen(), 1, "2026-11-21", "tell Zebra first");
    let need = need.clone();
    came = parcel(&sent::copy(&need, "", "Team 9", &Names::of(&there)).expect("a copy"));
    no_marker(&came);
    assert!(came.contains("tell … first") && came.contains("Team 1") && !came.contains("Team 9"), "{came}");
    // Only those who may see an answer get it.
    assert_eq!(sent::copy(&faq(""), "", "Team 1", &names), None);
    assert_eq!(sent::copy(&zebra(), "", "Team 1", &names), None, "nobody helped is ever a thing to send");
}

#[test]
fn names_are_covered_as_whole_words_and_in_khmer_anywhere() {
    let names = Names::of(&book(&[zebra(), elephant(), helped(12, "Sok", ""), helped(13, "Sok Dara", "")]));
    for (text, masked) in [
        ("Ask ZEBRA.", "Ask …."),
        ("zebras are zebra-like", "zebras are …-like"),
        ("Sok Dara, Sokha, Sok", "…, Sokha, …"),
        ("សួរដំរីសថា", "សួរ…ថា"),
        ("nobody", "nobody"),
    ] {
        assert_eq!(names.mask(text), masked);
    }
    assert!(!names.stand_in("nobody"));
}
