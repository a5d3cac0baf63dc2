//! What to do now: computed from the plan and today.

use phlov::plan::*;

use crate::helpers::*;

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
    type Edit<'a> = &'a dyn Fn(&mut Sheet, &Pen) -> bool;
    let edits: [(u64, Edit); 8] = [
        (1, &|p, pen| p.write(pen, &Field::Title, "edited often")),
        (1, &|p, pen| p.write(pen, &Field::Title, "but not last")),
        (2, &|p, pen| p.set_deadline(pen, late)),
        (3, &|p, pen| p.set_deadline(pen, early)),
        (4, &|p, pen| p.set_archived(pen, true)),
        (5, &|p, pen| p.set_removed(pen, true)),
        (1, &|p, pen| p.set_kind(pen, NeedKind::Problem)),
        (6, &|p, pen| p.set_done(pen, &item("s1"), true)),
    ];
    for (n, edit) in edits {
        let pen = book.pen(Replica(9), today());
        if !book.sheets.contains_key(&id(n)) {
            book.sheets.insert(id(n), plan(n));
        }
        let plan = book.sheets.get_mut(&id(n)).unwrap();
        edit(plan, &pen);
    }
    let next = |count| next_things(book.sheets.values(), today(), &|_, n| after(n), count);
    let order: Vec<(SheetId, String)> = next(9).iter().map(|n| (n.plan.id.clone(), n.item.id.to_string())).collect();
    let expected = [(3, "s1"), (2, "s1"), (6, "d1"), (1, "s1")].map(|(n, i)| (id(n), i.to_owned()));
    assert_eq!(order, expected);
    let windows: Vec<Option<i32>> = next(3).iter().map(|n| n.window.map(|w| w.days_left)).collect();
    assert_eq!(windows, [Some(-6), Some(27), None], "overdue stays doable");
}

#[test]
fn our_sorts_are_that_of_std_and_keep_equals_in_their_order() {
    for count in (0..40).chain([100, 1_023, 1_025]) {
        for (factor, kinds) in [(1, 7), (7_919, 5), (7_919, 2_000), (0, 1), (1_999, 1_000_000)] {
            let things: Vec<(usize, usize)> = (0..count).map(|n| (n * factor % kinds, n)).collect();
            let (mut ours, mut many, mut theirs) = (things.clone(), things.clone(), things);
            sort::sort_by_key(&mut ours, |(key, _)| *key);
            sort::sort_many(&mut many, &|(one, _), (other, _)| one < other);
            theirs.sort_by_key(|(key, _)| *key);
            assert_eq!((&ours, &many), (&theirs, &theirs), "{count} things, {factor}, {kinds}");
        }
    }
}
