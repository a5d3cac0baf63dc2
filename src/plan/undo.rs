//! Undo is a new edit that writes the old values, so that it travels to other copies like any edit.

use super::{Facts, Notes, Pen, Sheet, Stamp};

impl Sheet {
    /// Takes back what one command did, given the plan `before` and `after` it. Only that: what was edited since, here or
    /// in another tab, stays. (A snapshot of `before` alone, put back whole, would wipe those edits out.)
    ///
    /// Says whether anything changed.
    pub fn undo(&mut self, pen: &Pen, before: &Sheet, after: &Sheet) -> bool {
        let old = self.clone();
        let stamp = self.edit(pen);
        let touched = self.touched.clone();

        self.kind.undo(&before.kind, &after.kind, stamp);
        self.cause.undo(&before.cause, &after.cause, stamp);
        self.deadline.undo(&before.deadline, &after.deadline, stamp);
        self.archived.undo(&before.archived, &after.archived, stamp);
        self.removed.undo(&before.removed, &after.removed, stamp);

        // Several versions of one text may have to come back in their order: each gets its own, ever higher stamp.
        let mut last = stamp;
        let mut next = || {
            last.n = last.n.saturating_add(1);
            last
        };
        self.title.undo(&before.title, &after.title, &mut next);
        self.need.undo(&before.need, &after.need, &mut next);
        undo_facts(&mut self.facts, &before.facts, &after.facts, stamp);
        undo_notes(&mut self.notes, &before.notes, &after.notes, &mut next);
        for item in self.items.values_mut() {
            // An item that came after the command is none of its business.
            let Some(then) = after.items.get(&item.id) else {
                continue;
            };
            match before.items.get(&item.id) {
                Some(first) => {
                    item.text.undo(&first.text, &then.text, &mut next);
                    item.done.undo(&first.done, &then.done, stamp);
                    item.removed.undo(&first.removed, &then.removed, stamp);
                    item.place.undo(&first.place, &then.place, stamp);
                    undo_facts(&mut item.facts, &first.facts, &then.facts, stamp);
                    undo_notes(&mut item.notes, &first.notes, &then.notes, &mut next);
                }
                // The command added it. Its words stay in it, for whoever looks into the export.
                None if item.removed == then.removed && !then.removed.value => {
                    item.removed.set(true, stamp);
                }
                None => {}
            }
        }
        self.seen.note(last);
        self.touched = touched;
        self.touched.stamp = last;

        let changed = !same_but_clock(self, &old);
        if !changed {
            *self = old;
        }
        changed
    }
}

fn undo_facts(facts: &mut Facts, before: &Facts, after: &Facts, stamp: Stamp) {
    for (name, then) in after.iter() {
        let first = before.get(name).cloned().unwrap_or_default();
        if let Some(fact) = facts.get_mut(name) {
            fact.undo(&first, then, stamp);
        }
    }
}

fn undo_notes(notes: &mut Notes, before: &Notes, after: &Notes, next: &mut impl FnMut() -> Stamp) {
    for (name, then) in after.iter() {
        let first = before.get(name).cloned().unwrap_or_default();
        if let Some(words) = notes.get_mut(name) {
            words.undo(&first, then, &mut *next);
        }
    }
}

/// Whether two copies say the same, apart from the day of the last edit and the counters.
fn same_but_clock(a: &Sheet, b: &Sheet) -> bool {
    let mut a = a.clone();
    a.touched = b.touched.clone();
    a.seen = b.seen.clone();
    a == *b
}
