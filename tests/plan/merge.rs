//! Copies of a plan: two versions of a text, merge laws, undo.

use std::cell::RefCell;
use std::collections::BTreeSet;

use phlov::plan::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::helpers::*;

fn cases(cases: u32) -> Config {
    Config { failure_persistence: None, ..Config::with_cases(cases) }
}

// ── two versions of a text ──

#[test]
fn words_written_in_two_places_are_both_kept() {
    let start = plan(1);
    let (mut a, mut b) = (start.clone(), start.clone());
    a.write(&pen(1), &need(), "I need a shop licence");
    b.write(&pen(2), &need(), "I need a market stall");
    let mut both = a.merge(&b);
    assert_eq!(both.need.current(), "I need a market stall");
    let others: Vec<&str> = both.need.others().iter().map(|s| s.text.as_str()).collect();
    assert_eq!(others, ["I need a shop licence"]);

    // She takes the other one, then dismisses what was the first.
    let other = both.need.others()[0].stamp;
    assert!(both.choose_other(&pen(1), &need(), other));
    assert_eq!(both.need.current(), "I need a shop licence");
    let other = both.need.others()[0].stamp;
    assert!(both.dismiss_other(&pen(1), &need(), other));
    assert!(both.need.others().is_empty());
    // A copy that still has the old texts does not bring them back.
    assert_eq!(both.merge(&b).merge(&a).need, both.need);
}

#[test]
fn a_text_that_arrives_while_she_types_is_not_overwritten() {
    let start = plan(1);
    let (mut here, mut there) = (start.clone(), start.clone());
    let began = here.need.version();
    there.write(&pen(2), &need(), "from the other tab");
    here = here.merge(&there);
    let typed = here.write_over(&pen(1), &need(), began, "typed he");
    assert_eq!(here.need.current(), "typed he");
    here.write_over(&pen(1), &need(), typed, "typed here");
    assert_eq!(here.need.current(), "typed here");
    let others: Vec<&str> = here.need.others().iter().map(|s| s.text.as_str()).collect();
    assert_eq!(others, ["from the other tab"]);
    // Leaving the box without typing changes nothing.
    let before = here.clone();
    assert!(!here.write(&pen(1), &need(), "typed here"));
    assert_eq!(here, before);
}

#[test]
fn the_same_words_in_two_places_are_one_version() {
    let start = plan(1);
    let (mut a, mut b) = (start.clone(), start.clone());
    a.write(&pen(1), &need(), "the same");
    b.write(&pen(2), &need(), "the same");
    let mut both = a.merge(&b);
    assert!(both.need.others().is_empty());
    both.write(&pen(1), &need(), "the same, longer");
    assert!(both.need.others().is_empty());
}

// ── merge ──

/// Three copies of one plan, and an independent account of which words must be visible: sets of words written and of
/// words knowingly replaced, united at every merge. Slow and never pruned, therefore easy to trust.
struct Copies {
    plans: Vec<Sheet>,
    written: Vec<BTreeSet<String>>,
    replaced: Vec<BTreeSet<String>>,
    /// Other versions that were made the current one: written anew, so replacing the old one does not remove them.
    chosen: BTreeSet<String>,
    count: usize,
}

impl Copies {
    fn new() -> Copies {
        let (plans, empty) = (vec![plan(1); 3], vec![BTreeSet::new(); 3]);
        let (written, replaced) = (empty.clone(), empty);
        let chosen = BTreeSet::new();
        Copies { plans, written, replaced, chosen, count: 0 }
    }

    fn words(&self, who: usize) -> BTreeSet<String> {
        let mut book = Book::default();
        book.fold(&self.plans[who]);
        all_words(&book).into_iter().collect()
    }

    fn edit(&mut self, who: usize, choice: [u8; 3]) {
        self.count += 1;
        let text = format!("text {}", self.count);
        // What she sees and edits is replaced knowingly; a dismissed version as well.
        let field = field(&self.plans[who], choice);
        let old = self.plans[who].words(&field).cloned();
        if let Some(old) = old {
            if choice[0] % 16 >= 14 && !old.current().is_empty() {
                self.replaced[who].insert(old.current().to_owned());
            }
            if let (13, Some(other)) = (choice[0] % 16, old.others().first()) {
                self.chosen.insert(other.text.clone());
            }
            if let (12, Some(other)) = (choice[0] % 16, old.others().first()) {
                self.replaced[who].insert(other.text.clone());
            }
        }
        command(&mut self.plans[who], &pen(who as u32 + 1), choice, &text);
        if matches!(choice[0] % 16, 0 | 1 | 14 | 15) {
            self.written[who].insert(text);
        }
    }

    fn merge(&mut self, from: usize, to: usize) {
        self.plans[to] = self.plans[to].merge(&self.plans[from]);
        let (written, replaced) = (self.written[from].clone(), self.replaced[from].clone());
        self.written[to].extend(written);
        self.replaced[to].extend(replaced);
    }

    fn play(steps: &[(u8, [u8; 3])]) -> Copies {
        let mut copies = Copies::new();
        for (what, choice) in steps {
            let who = usize::from(*what % 3);
            if *what < 170 {
                copies.edit(who, *choice);
            } else {
                copies.merge(usize::from(choice[0] % 3), who);
            }
        }
        copies
    }
}

/// In whatever order copies meet, they end equal, and no word is missing that nobody took away.
#[test]
fn copies_merge_with_nothing_lost() {
    let fault = RefCell::new(Trial::of("copies meet in any order"));
    let mut runner = TestRunner::new(cases(count(4_000, 100_000) as u32));
    let any_steps = prop::collection::vec(any::<(u8, [u8; 3])>(), 1..40);
    let result = runner.run(&any_steps, |steps| {
        let mut copies = Copies::play(&steps);
        let [a, b, c] = &copies.plans[..] else { panic!() };
        prop_assert!(copies.plans.iter().all(has_seen_itself));
        prop_assert_eq!(&a.merge(a), a, "idempotent");
        prop_assert_eq!(a.merge(b), b.merge(a), "commutative");
        let left = a.merge(b).merge(c);
        prop_assert_eq!(&left, &a.merge(&b.merge(c)), "associative");
        prop_assert_eq!(&left.merge(b), &left, "nothing new in what is known");
        for (from, to) in [(1, 0), (2, 0)] {
            copies.merge(from, to);
        }
        let expected: BTreeSet<String> = copies.written[0].difference(&copies.replaced[0]).cloned().collect();
        let found = copies.words(0);
        let lost: Vec<&String> = expected.difference(&found).collect();
        fault.borrow_mut().tried(lost.iter().map(|words| words.len()).sum());
        prop_assert!(lost.is_empty(), "lost: {:?}", lost);
        let expected = &expected | &copies.chosen;
        prop_assert!(found.is_subset(&expected), "came back: {:?}", found.difference(&expected));
        Ok(())
    });
    fault.into_inner().note();
    result.unwrap_or_else(|error| panic!("{error}"));
}

proptest! {
    #![proptest_config(cases(4000))]

    /// Any command followed by undo shows the same plan, also one with several versions of texts.
    #[test]
    fn undo_shows_the_same_plan(steps in prop::collection::vec(any::<(u8, [u8; 3])>(), 0..25), choice: [u8; 3]) {
        let copies = Copies::play(&steps);
        let [mut a, mut b, _] = <[Sheet; 3]>::try_from(copies.plans).unwrap();
        // Both write one field, so that there is another version to choose or dismiss.
        let field = field(&a, choice);
        a.write(&pen(1), &field, "one version");
        b.write(&pen(2), &field, "another version");
        let before = a.merge(&b);
        let mut plan = before.clone();
        command(&mut plan, &pen(1), choice, "something new");
        let after = plan.clone();
        plan.undo(&pen(1), &before, &after);
        prop_assert_eq!(shown(&plan), shown(&before));
        prop_assert!(has_seen_itself(&plan));
        // The undo is an edit like any other: it wins over the copy in which it had not happened yet.
        prop_assert_eq!(shown(&plan.merge(&after)), shown(&before));
    }

    /// Undo of one command leaves alone what another tab did since.
    #[test]
    fn undo_leaves_other_edits_alone(choice: [u8; 3]) {
        let before = plan(1);
        let mut here = before.clone();
        command(&mut here, &pen(1), choice, "something new");
        let after = here.clone();
        let mut there = before.clone();
        let added = there.add_item(&pen(2), List::Question, "from there");
        here = here.merge(&there);
        here.undo(&pen(1), &before, &after);
        prop_assert!(here.visible(List::Question).iter().any(|item| item.id == added));
        let mut expected = before.merge(&there);
        expected.undo(&pen(1), &before, &before);
        prop_assert_eq!(shown(&here), shown(&expected));
    }
}

#[test]
fn a_dismissed_version_comes_back_as_the_other_version() {
    let start = plan(1);
    let (mut a, mut b) = (start.clone(), start.clone());
    a.write(&pen(1), &need(), "first");
    b.write(&pen(2), &need(), "shown");
    let before = a.merge(&b);
    let mut plan = before.clone();
    plan.dismiss_other(&pen(1), &need(), before.need.others()[0].stamp);
    let after = plan.clone();
    assert!(plan.undo(&pen(1), &before, &after));
    assert_eq!(shown(&plan), shown(&before));
    assert!(!plan.undo(&pen(1), &before, &after), "once is enough");
}

#[test]
fn plans_with_different_ids_do_not_mix() {
    assert_eq!(plan(1).merge(&plan(2)), plan(1));
}

#[test]
fn two_writers_with_one_number_lose_no_words() {
    let start = plan(1);
    let (mut a, mut b) = (start.clone(), start.clone());
    a.write(&pen(7), &need(), "one");
    b.write(&pen(7), &need(), "two");
    let both = a.merge(&b);
    assert_eq!(both, b.merge(&a));
    assert_eq!(both.need.versions().len(), 2);
}
