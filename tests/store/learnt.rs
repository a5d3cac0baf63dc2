//! How far she has come in what there is to read, as it lies on the phone.

use phlov::saved::learnt::Learnt;
use proptest::prelude::*;

fn read(text: &str) -> Learnt {
    Learnt::read(text.to_owned())
}

/// Frozen: what was written stays readable.
const WRITTEN: &str = "/stories/kunthea 3 5\n/learn/governance 1 3\n/learn/etiquette";

#[test]
fn what_was_written_is_read() {
    let learnt = read(WRITTEN);
    assert_eq!(learnt.of("/stories/kunthea"), [3, 5]);
    assert_eq!(learnt.of("/learn/governance"), [1, 3]);
    assert_eq!((learnt.of("/learn/etiquette"), learnt.of("/learn/other")), (vec![], vec![]));
    assert_eq!(learnt.lines().next().map(|(path, _)| path), Some("/stories/kunthea"));
    assert_eq!(learnt.text(), WRITTEN);
}

#[test]
fn what_is_opened_comes_first_and_stands_once() {
    let learnt = read(WRITTEN).with("/learn/governance", &[1, 3, 2]).with("/learn/new", &[]);
    assert_eq!(learnt.text(), "/learn/new\n/learn/governance 1 3 2\n/stories/kunthea 3 5\n/learn/etiquette");
    assert_eq!(read("").with("/learn/new", &[7]).text(), "/learn/new 7");
}

#[test]
fn damaged_lines_cost_themselves_only() {
    let torn = format!("\u{0}\nphlov-sealed x 1\n/learn/a 1 x 300 -2 4\n\n \n{WRITTEN}/stori");
    let learnt = read(&torn).with("/learn/b", &[]);
    assert_eq!(learnt.of("/learn/a"), [1, 4]);
    assert_eq!(learnt.of("/learn/governance"), [1, 3]);
    assert_eq!(learnt.lines().count(), 5);
}

#[test]
fn a_text_with_other_line_ends_stays_as_it_was_first_written() {
    let once = read("\r\r\n¡").with("/learn/new", &[]);
    assert_eq!(once.with("/learn/new", &[]), once);
}

proptest! {
    #[test]
    fn any_text_is_read_and_what_is_added_is_there(text in "([/a-z0-9 \n]|.){0,200}", numbers in prop::collection::vec(any::<u8>(), 0..5)) {
        let before = read(&text);
        let after = before.with("/learn/new", &numbers);
        prop_assert_eq!(after.of("/learn/new"), numbers.clone());
        prop_assert_eq!(after.with("/learn/new", &numbers), after.clone());
        for (path, numbers) in before.lines().filter(|(path, _)| *path != "/learn/new") {
            prop_assert!(after.lines().any(|line| line == (path, numbers.clone())));
        }
    }

    #[test]
    fn one_after_the_other_nothing_is_lost(steps in prop::collection::vec((0usize..5, 1u8..4), 0..40)) {
        // Each step may be another tab's: it reads what lies there, adds, and writes.
        let mut text = String::new();
        for (page, n) in &steps {
            let path = format!("/learn/{page}");
            let learnt = read(&text);
            let numbers = [learnt.of(&path), vec![*n]].concat();
            text = learnt.with(&path, &numbers).text().to_owned();
        }
        let end = read(&text);
        for (page, n) in &steps {
            let numbers = end.of(&format!("/learn/{page}"));
            prop_assert!(numbers.contains(n));
        }
        let first = end.lines().next().map(|(path, _)| path.to_owned());
        prop_assert_eq!(first, steps.last().map(|(page, _)| format!("/learn/{page}")));
    }
}
