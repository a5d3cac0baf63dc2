//! What to do now. Always computed from the plan and today, never stored.

use std::cmp::Reverse;

use super::sort::sort_many;
use super::{Item, ItemId, List, Sheet};
use crate::dates::Date;

/// The next thing of a plan. `after(n)` tells which of the service's steps come before its step `n`.
///
/// The order is that of an errand:
/// 1. the first step, if it is still to do (it is the one that says where and how to begin),
/// 2. the documents, so that she does not stand at the counter without one,
/// 3. the other steps in her order, passing over those that wait for an undone step of the plan; a step that was removed
///    from the plan, or never was in it, holds nothing up,
/// 4. the questions.
///
/// `None` when everything is done.
pub fn next_thing<'p>(plan: &'p Sheet, after: &dyn Fn(u8) -> &'static [u8]) -> Option<&'p Item> {
    let steps = plan.visible(List::Step);
    let waits = |item: &Item| {
        let before = item.from.map_or(&[][..], after);
        before.iter().any(|n| is_undone(plan, *n))
    };
    let to_do = || steps.iter().copied().filter(|item| !item.done.value);
    // Should all of them wait for each other, the first is taken: better a doubtful order than a dead end.
    let step = to_do().find(|item| !waits(item)).or_else(|| to_do().next());

    let first = |list| plan.visible(list).into_iter().find(|item| !item.done.value);
    match (step, steps.first()) {
        (Some(step), Some(opening)) if step.id == opening.id => Some(step),
        _ => first(List::Document).or(step).or_else(|| first(List::Question)),
    }
}

fn is_undone(plan: &Sheet, step: u8) -> bool {
    let item = plan.item(&ItemId::content(List::Step, step));
    item.is_some_and(|item| !item.removed.value && !item.done.value)
}

/// How much is done, of how much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Ticked items.
    pub done: usize,
    /// All items.
    pub all: usize,
}

/// The progress of a plan: its documents and steps; its questions only when it has nothing else. (Questions are asked in
/// one go in the meeting; counting them would make half of a good plan look undone.)
pub fn progress(plan: &Sheet) -> Progress {
    let steps = progress_of(plan, List::Step);
    let documents = progress_of(plan, List::Document);
    let sum = Progress { done: steps.done + documents.done, all: steps.all + documents.all };
    if sum.all > 0 {
        sum
    } else {
        progress_of(plan, List::Question)
    }
}

/// The progress of one list.
pub fn progress_of(plan: &Sheet, list: List) -> Progress {
    let mut progress = Progress::default();
    for item in plan.items.values() {
        if item.list == list && !item.removed.value {
            progress.all += 1;
            progress.done += usize::from(item.done.value);
        }
    }
    progress
}

/// The time left for a plan: "any time until 21 March, 12 days left". Past its end a plan stays doable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Window {
    /// The last day.
    pub until: Date,
    /// Days from today to the last day: 0 = today is the last, negative = that many days late.
    pub days_left: i32,
}

/// The window of a plan, `None` when it has no last day.
pub fn window(plan: &Sheet, today: Date) -> Option<Window> {
    let until = plan.deadline.value?;
    Some(Window { until, days_left: today.days_until(until) })
}

/// One of the next things on Home.
#[derive(Clone, Copy, Debug)]
pub struct Next<'p> {
    /// The plan.
    pub plan: &'p Sheet,
    /// What to do in it.
    pub item: &'p Item,
    /// The time left.
    pub window: Option<Window>,
}

/// The first `count` next things, one per open plan: those with a last day first, the earliest (also an overdue one)
/// before later ones; then the plan edited last. `after(plan, n)` as in [`next_thing`].
pub fn next_things<'p>(
    plans: impl Iterator<Item = &'p Sheet>,
    today: Date,
    after: &dyn Fn(&Sheet, u8) -> &'static [u8],
    count: usize,
) -> Vec<Next<'p>> {
    let mut things = Vec::new();
    for plan in open_plans(plans) {
        if things.len() == count {
            break;
        }
        if let Some(item) = next_thing(plan, &|n| after(plan, n)) {
            let window = window(plan, today);
            things.push(Next { plan, item, window });
        }
    }
    things
}

/// The open plans in the order of the list of plans, which is that of [`next_things`].
pub fn open_plans<'p>(plans: impl Iterator<Item = &'p Sheet>) -> Vec<&'p Sheet> {
    let mut open: Vec<&Sheet> = plans.filter(|plan| plan.is_open()).collect();
    let key = |plan: &Sheet| {
        let deadline = plan.deadline.value;
        (deadline.is_none(), deadline, Reverse(plan.touched.stamp))
    };
    sort_many(&mut open, &|one, other| key(one) < key(other));
    open
}
