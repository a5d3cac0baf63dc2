//! Plans: what the commands do, that undo takes them back, that copies merge with nothing lost, what comes next.

mod helpers;

use std::collections::BTreeSet;

use helpers::*;
use phlov::dates::Date;
use phlov::plan::*;
use proptest::prelude::*;
use proptest::test_runner::Config;

fn cases(cases: u32) -> Config {
    Config { failure_persistence: None, ..Config::with_cases(cases) }
}

// ── dates ──

#[test]
fn days_are_read_and_printed_and_counted() {
    for text in ["2026-01-05", "2020-02-29", "0001-01-01", "9999-12-31"] {
        assert_eq!(day(text).to_string(), text);
    }
    for text in ["", "2026-1-5", "2026-02-29", "2026-13-01", "26-01-05", "+026-01-05", "2026-01-05x", "២០២៦-០១-០៥"]
    {
        assert_eq!(Date::parse(text), None, "{text}");
    }
    // Kunthea's letter: 20 February 2020, thirty days.
    assert_eq!(day("2020-02-20").plus_days(30), day("2020-03-21"));
    assert_eq!(day("2020-03-21").days_until(day("2020-02-20")), -30);
    assert_eq!(today().weekday(), 0, "a Monday");
    let end = day("9999-12-31");
    assert_eq!(end.plus_days(1), end);
}

#[test]
fn the_day_in_cambodia_begins_at_seventeen_hours_utc() {
    for (unix_ms, expected) in [
        (0, "1970-01-01"),
        (-7 * 3_600_000 - 1, "1969-12-31"),
        (1_767_632_399_999, "2026-01-05"),
        (1_767_632_400_000, "2026-01-06"),
        (4_070_908_800_000, "2099-01-01"),
    ] {
        assert_eq!(Date::in_cambodia(unix_ms), day(expected), "{unix_ms}");
    }
}

// ── commands ──

fn ids(plan: &Plan, list: List) -> String {
    let ids: Vec<&str> = plan.visible(list).iter().map(|item| item.id.as_str()).collect();
    ids.join(" ")
}

#[test]
fn a_new_plan_has_the_entries_of_its_service_in_order() {
    let plan = plan(1);
    assert_eq!(ids(&plan, List::Step), "s1 s2 s3");
    assert_eq!(ids(&plan, List::Document), "d1 d2");
    assert_eq!(ids(&plan, List::Question), "q2 q1");
    assert_eq!(plan.need.current(), "");
    assert!(plan.is_open());
    assert_eq!(PlanId::parse(plan.id.as_str()), Some(plan.id.clone()));
}

#[test]
fn items_are_added_moved_ticked_removed_and_come_back() {
    let (mut plan, pen) = (plan(1), pen(1));
    let own = plan.add_item(&pen, List::Step, "ទូរស័ព្ទទៅបងស្រី");
    assert_eq!(ids(&plan, List::Step), format!("s1 s2 s3 {own}"));
    assert!(plan.move_up(&pen, &own));
    assert!(plan.move_up(&pen, &own));
    assert_eq!(ids(&plan, List::Step), format!("s1 {own} s2 s3"));
    assert!(plan.move_down(&pen, &item("s1")));
    assert_eq!(ids(&plan, List::Step), format!("{own} s1 s2 s3"));
    assert!(!plan.move_up(&pen, &own), "it is the first");
    assert!(!plan.move_down(&pen, &item("s3")), "it is the last");
    assert!(plan.set_done(&pen, &own, true));
    assert!(!plan.set_done(&pen, &own, true), "nothing changed");
    assert!(plan.remove_item(&pen, &item("s1")));
    assert_eq!(ids(&plan, List::Step), format!("{own} s2 s3"));
    assert!(!plan.has(List::Step, 1));
    assert_eq!(plan.add_from(&pen, List::Step, 1), item("s1"));
    assert_eq!(ids(&plan, List::Step), format!("{own} s2 s3 s1"), "at the end");
    assert!(!plan.move_up(&pen, &item("s9")), "no such item");
    assert_eq!(plan.write_over(&pen, &Field::Item(item("s9")), None, "x"), None);
}

#[test]
fn words_are_kept_exactly_as_typed() {
    let long = "ស្ត្រី".repeat(5_000 / 6);
    for text in NASTY.iter().copied().chain([long.as_str()]) {
        let (mut plan, pen) = (plan(1), pen(1));
        for field in [Field::Title, Field::Need, Field::Item(item("s1"))] {
            assert_eq!(plan.write(&pen, &field, text), !text.is_empty());
            assert_eq!(plan.words(&field).map(Words::current), Some(text));
        }
    }
}

#[test]
fn names_of_items_are_checked() {
    for good in ["s1", "d255", "q7", "sx12-abc"] {
        assert_eq!(item(good).to_string(), good);
    }
    for bad in ["", "s", "s256", "x1", "sy1", "s-1", "S1", "s1 ", "__proto__", "ស1"] {
        assert_eq!(ItemId::parse(bad), None, "{bad}");
    }
    for bad in ["", "../x", "a b", "A", "é", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"] {
        assert_eq!(PlanId::parse(bad), None, "{bad}");
    }
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
    plans: Vec<Plan>,
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

proptest! {
    #![proptest_config(cases(4000))]

    /// In whatever order copies meet, they end equal, and no word is missing that nobody took away.
    #[test]
    fn copies_merge_with_nothing_lost(steps in prop::collection::vec(any::<(u8, [u8; 3])>(), 1..40)) {
        let mut copies = Copies::play(&steps);
        let [a, b, c] = &copies.plans[..] else { panic!() };
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
        prop_assert!(expected.is_subset(&found), "lost: {:?}", expected.difference(&found));
        let expected = &expected | &copies.chosen;
        prop_assert!(found.is_subset(&expected), "came back: {:?}", found.difference(&expected));
    }

    /// Any command followed by undo shows the same plan, also one with several versions of texts.
    #[test]
    fn undo_shows_the_same_plan(steps in prop::collection::vec(any::<(u8, [u8; 3])>(), 0..25), choice: [u8; 3]) {
        let copies = Copies::play(&steps);
        let before = copies.plans[0].merge(&copies.plans[1]);
        let mut plan = before.clone();
        command(&mut plan, &pen(1), choice, "something new");
        let after = plan.clone();
        plan.undo(&pen(1), &before, &after);
        prop_assert_eq!(shown(&plan), shown(&before));
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

// ── what comes next ──

/// Step 2 comes after 1, step 3 after 1 and 2.
fn after(n: u8) -> &'static [u8] {
    match n {
        2 => &[1],
        3 => &[1, 2],
        _ => &[],
    }
}

fn next_after(done: &[&str]) -> String {
    let mut plan = plan(1);
    for id in done {
        plan.set_done(&pen(1), &item(id), true);
    }
    next_thing(&plan, &after).map_or("nothing".into(), |item| item.id.to_string())
}

#[test]
fn the_next_thing_is_the_next_of_the_errand() {
    for (done, expected) in [
        (&[][..], "s1"),
        (&["s1"], "d1"),
        (&["s1", "d1"], "d2"),
        (&["s1", "d1", "d2"], "s2"),
        (&["s1", "d1", "d2", "s3"], "s2"),
        (&["s1", "d1", "d2", "s2", "s3"], "q2"),
        (&["s1", "d1", "d2", "s2", "s3", "q1", "q2"], "nothing"),
    ] {
        assert_eq!(next_after(done), expected, "{done:?}");
    }
}

#[test]
fn a_step_waits_only_for_undone_steps_of_the_plan() {
    let (mut plan, pen) = (plan(1), pen(1));
    for id in ["d1", "d2"] {
        plan.set_done(&pen, &item(id), true);
    }
    plan.move_up(&pen, &item("s2"));
    assert_eq!(next_thing(&plan, &after).map(|i| i.id.as_str()), Some("s1"), "s2 stands first, but waits");
    plan.remove_item(&pen, &item("s1"));
    assert_eq!(next_thing(&plan, &after).map(|i| i.id.as_str()), Some("s2"), "a removed step holds nothing up");
    // Steps that wait for each other are no dead end.
    let circle = |_: u8| -> &'static [u8] { &[2, 3] };
    assert_eq!(next_thing(&plan, &circle).map(|i| i.id.as_str()), Some("s2"));
}

#[test]
fn progress_counts_documents_and_steps_or_else_questions() {
    let (mut plan, pen) = (plan(1), pen(1));
    plan.set_done(&pen, &item("s1"), true);
    plan.set_done(&pen, &item("q1"), true);
    assert_eq!(progress(&plan), Progress { done: 1, all: 5 });
    for id in ["s1", "s2", "s3", "d1", "d2"] {
        plan.remove_item(&pen, &item(id));
    }
    assert_eq!(progress(&plan), Progress { done: 1, all: 2 });
}

#[test]
fn next_things_come_by_last_day_then_by_last_edit() {
    let mut book = Book::default();
    let early = Some(day("2025-12-30"));
    let late = Some(day("2026-02-01"));
    type Edit<'a> = &'a dyn Fn(&mut Plan, &Pen) -> bool;
    let edits: [(u64, Edit); 7] = [
        (1, &|_, _| true),
        (2, &|p, pen| p.set_deadline(pen, late)),
        (3, &|p, pen| p.set_deadline(pen, early)),
        (4, &|p, pen| p.set_archived(pen, true)),
        (5, &|p, pen| p.set_removed(pen, true)),
        (6, &|p, pen| p.set_done(pen, &item("s1"), true)),
        (1, &|p, pen| p.write(pen, &Field::Title, "edited last")),
    ];
    for (n, edit) in edits {
        let pen = book.pen(Replica(9), today());
        let plan = book.plans.entry(id(n)).or_insert_with(|| plan(n));
        edit(plan, &pen);
    }
    let next = |count| next_things(book.plans.values(), today(), &|_, n| after(n), count);
    let order: Vec<(PlanId, String)> = next(9).iter().map(|n| (n.plan.id.clone(), n.item.id.to_string())).collect();
    let expected = [(3, "s1"), (2, "s1"), (1, "s1"), (6, "d1")].map(|(n, i)| (id(n), i.to_owned()));
    assert_eq!(order, expected);
    let windows: Vec<Option<i32>> = next(3).iter().map(|n| n.window.map(|w| w.days_left)).collect();
    assert_eq!(windows, [Some(-6), Some(27), None], "overdue stays doable");
}

// ── book ──

#[test]
fn the_book_takes_in_copies_and_says_whether_they_were_new() {
    let mut book = Book::default();
    let mut copy = plan(1);
    assert!(book.fold(&copy));
    assert!(!book.fold(&copy));
    copy.write(&pen(2), &need(), "new");
    assert!(book.fold(&copy));

    let mut prefs = Prefs::default();
    prefs.edit(&pen(2), |prefs, stamp| prefs.theme.set(Theme::Dark, stamp));
    prefs.set_flag(&pen(2), "saw-welcome", true);
    assert!(book.fold_prefs(&prefs));
    assert!(!book.fold_prefs(&prefs));
    assert_eq!(book.prefs.theme.value, Theme::Dark);
    assert!(book.prefs.flag("saw-welcome"));
    let pen = book.pen(Replica(3), today());
    book.prefs.edit(&pen, |prefs, stamp| prefs.theme.set(Theme::Light, stamp));
    assert_eq!(prefs.merge(&book.prefs).theme.value, Theme::Light, "the later edit wins");
    assert_eq!(prefs.merge(&book.prefs), book.prefs.merge(&prefs));
}
