//! Two copies of a plan become one. Idempotent, commutative, associative: in whatever order copies meet, all end equal.

use super::{Facts, Item, Notes, Seen, Sheet};

impl Sheet {
    /// What both copies know. Of flags and choices the later edit wins; of words that were edited in both, both stay
    /// ([`super::Words::others`]); an item, once added, is never forgotten.
    ///
    /// Both must be copies of one plan (same id); otherwise the result is `self` unchanged.
    pub fn merge(&self, other: &Sheet) -> Sheet {
        if self.id != other.id {
            return self.clone();
        }
        let mut items = self.items.clone();
        for (id, theirs) in other.items.iter() {
            let item = match self.items.get(id) {
                Some(mine) => merge_items(mine, &self.seen, theirs, &other.seen),
                None => theirs.clone(),
            };
            items.insert(id.clone(), item);
        }
        let mut seen = self.seen.clone();
        seen.join(&other.seen);
        Sheet {
            id: self.id.clone(),
            what: self.what,
            // These three never change after the plan was made; `max` and `min` only keep the laws if they ever differ.
            service: self.service.clone().max(other.service.clone()),
            aim: self.aim.clone().max(other.aim.clone()),
            made: self.made.min(other.made),
            touched: self.touched.merge(&other.touched),
            title: self.title.merge(&self.seen, &other.title, &other.seen),
            need: self.need.merge(&self.seen, &other.need, &other.seen),
            kind: self.kind.merge(&other.kind),
            cause: self.cause.merge(&other.cause),
            deadline: self.deadline.merge(&other.deadline),
            archived: self.archived.merge(&other.archived),
            removed: self.removed.merge(&other.removed),
            facts: merge_facts(&self.facts, &other.facts),
            notes: merge_notes(&self.notes, &self.seen, &other.notes, &other.seen),
            items,
            seen,
        }
    }
}

/// List and content number are part of the id, therefore equal in both.
fn merge_items(mine: &Item, my_seen: &Seen, theirs: &Item, their_seen: &Seen) -> Item {
    Item {
        id: mine.id.clone(),
        list: mine.list,
        from: mine.from,
        text: mine.text.merge(my_seen, &theirs.text, their_seen),
        done: mine.done.merge(&theirs.done),
        removed: mine.removed.merge(&theirs.removed),
        facts: merge_facts(&mine.facts, &theirs.facts),
        notes: merge_notes(&mine.notes, my_seen, &theirs.notes, their_seen),
        place: mine.place.merge(&theirs.place),
    }
}

fn merge_facts(mine: &Facts, theirs: &Facts) -> Facts {
    let mut facts = mine.clone();
    for (name, theirs) in theirs.iter() {
        let fact = facts.get_or_default(name.clone());
        *fact = fact.merge(theirs);
    }
    facts
}

fn merge_notes(mine: &Notes, my_seen: &Seen, theirs: &Notes, their_seen: &Seen) -> Notes {
    let mut notes = Notes::default();
    for name in mine.keys().chain(theirs.keys()) {
        let words = |notes: &Notes| notes.get(name).cloned().unwrap_or_default();
        let merged = words(mine).merge(my_seen, &words(theirs), their_seen);
        // A note without any version is as good as none, and must look the same in every copy.
        if !merged.versions().is_empty() {
            notes.insert(name.clone(), merged);
        }
    }
    notes
}
