//! The small pieces that plans and preferences are made of, so that any number of copies (tabs now, phones later) can be
//! merged with nothing lost: stamps, the vector of what was seen, and two kinds of register.
//!
//! Order of edits never comes from a clock (clocks of cheap phones are wrong), only from counters.

use super::Table;

/// One writer: a random number drawn once per page load. Two loads with the same number and edits of the same plan would
/// be a one in four billion event; even then no text vanishes (see [`Words::merge`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Replica(pub u32);

/// The name of one edit: a counter that grows past everything seen (Lamport) and who wrote. Later edits have higher
/// stamps; of two edits that did not know of each other the comparison is arbitrary, but the same on every copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// The counter, from 1; 0 only in [`Stamp::NEVER`].
    pub n: u32,
    /// The writer.
    pub who: Replica,
}

impl Stamp {
    /// Lower than every edit: the stamp of a value nobody has written.
    pub const NEVER: Stamp = Stamp { n: 0, who: Replica(0) };
}

/// Which edits a copy has taken in: per writer the highest counter (a version vector). A copy holds all edits of a writer
/// up to that number, because copies travel whole. It grows by one entry per page load that edited the plan, and is never
/// pruned: pruning would bring overwritten texts back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen(Table<Replica, u32>);

impl Seen {
    /// Whether the edit was taken in.
    pub fn covers(&self, stamp: Stamp) -> bool {
        self.0.get(&stamp.who).is_some_and(|n| *n >= stamp.n)
    }

    /// Takes an edit in.
    pub fn note(&mut self, stamp: Stamp) {
        let n = self.0.get_or_default(stamp.who);
        *n = (*n).max(stamp.n);
    }

    /// Takes in all that `other` has taken in.
    pub fn join(&mut self, other: &Seen) {
        for (who, n) in other.iter() {
            self.note(Stamp { n, who });
        }
    }

    /// The highest counter of all writers, 0 when empty.
    pub fn top(&self) -> u32 {
        self.0.values().copied().max().unwrap_or(0)
    }

    /// Writers with their highest counters, in a fixed order.
    pub fn iter(&self) -> impl Iterator<Item = (Replica, u32)> + '_ {
        self.0.iter().map(|(who, n)| (*who, *n))
    }
}

/// A register in which the later edit wins: for flags, choices, positions, dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lww<T> {
    /// The value in force.
    pub value: T,
    /// Its edit.
    pub stamp: Stamp,
}

impl<T: Clone + Ord> Lww<T> {
    /// A register that starts with this value.
    pub fn new(value: T, stamp: Stamp) -> Self {
        Lww { value, stamp }
    }

    /// Overwrites. `stamp` must be higher than all this copy has seen.
    pub fn set(&mut self, value: T, stamp: Stamp) {
        *self = Lww { value, stamp };
    }

    /// The later of both. Should two different values ever carry the same stamp, the greater value wins, so that all
    /// copies still agree.
    pub fn merge(&self, other: &Self) -> Self {
        if (other.stamp, &other.value) > (self.stamp, &self.value) {
            other.clone()
        } else {
            self.clone()
        }
    }

    /// Takes back what happened between `before` and `after`, unless somebody wrote since.
    pub(super) fn undo(&mut self, before: &Self, after: &Self, stamp: Stamp) {
        if before.value != after.value && self.stamp == after.stamp {
            self.set(before.value.clone(), stamp);
        }
    }
}

impl<T: Default> Default for Lww<T> {
    fn default() -> Self {
        Lww { value: T::default(), stamp: Stamp::NEVER }
    }
}

/// One version of a text, with the edit that wrote it. Kept exactly as typed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    /// The edit.
    pub stamp: Stamp,
    /// The text.
    pub text: String,
}

/// A register for words a person typed: when two copies were edited without knowing of each other, **both** texts stay.
/// The one with the highest stamp is shown; the others are offered as "another version" until she dismisses them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Highest stamp first.
    said: Vec<Said>,
}

impl Words {
    /// Nothing written yet.
    pub const EMPTY: Words = Words { said: Vec::new() };

    /// From versions in any order (what the saved formats read).
    pub fn from_versions(said: Vec<Said>) -> Self {
        let mut words = Words::default();
        for said in said {
            if !words.said.contains(&said) {
                words.put(said.text, said.stamp);
            }
        }
        words
    }

    /// All versions, the current one first (what the saved formats write). Screens use [`Words::others`].
    pub fn versions(&self) -> &[Said] {
        &self.said
    }

    /// The text to show; empty when none was written.
    pub fn current(&self) -> &str {
        self.said.first().map_or("", |said| &said.text)
    }

    /// The version an editor starts from: hand it back to [`super::Plan::write_over`], then nothing that arrives from
    /// another tab while she types is overwritten unseen.
    pub fn version(&self) -> Option<Stamp> {
        self.said.first().map(|said| said.stamp)
    }

    /// Other versions worth showing: neither empty nor equal to the current text, each text once.
    pub fn others(&self) -> Vec<&Said> {
        let mut shown: Vec<&Said> = Vec::new();
        for said in self.said.iter().skip(1) {
            let known = said.text == self.current() || shown.iter().any(|s| s.text == said.text);
            if !said.text.is_empty() && !known {
                shown.push(said);
            }
        }
        shown
    }

    /// Writes `text` in place of the version `base` (and of versions that read the same as either). All others stay.
    pub(super) fn write(&mut self, text: &str, base: Option<Stamp>, stamp: Stamp) {
        let replaced = base.and_then(|b| self.text_of(b)).map(str::to_owned);
        self.said.retain(|said| said.text != text && Some(&said.text) != replaced.as_ref());
        self.put(text.to_owned(), stamp);
    }

    /// Takes the version `which`, and all that read the same, away. The current version cannot be dismissed.
    pub(super) fn dismiss(&mut self, which: Stamp) -> bool {
        let Some(text) = self.text_of(which).map(str::to_owned) else {
            return false;
        };
        let before = self.said.len();
        let current = self.version();
        self.said.retain(|said| said.text != text || Some(said.stamp) == current);
        self.said.len() < before
    }

    /// The text of one version.
    pub fn text_of(&self, which: Stamp) -> Option<&str> {
        let said = self.said.iter().find(|said| said.stamp == which)?;
        Some(&said.text)
    }

    /// Merges two copies (the rule of the "observed-remove" set): a version stays if both have it, or if one has it and
    /// the other never saw it. A version that the other saw and no longer has was overwritten or dismissed there.
    ///
    /// Two *different* texts under one stamp cannot come from this program; if they do (two writers with one number)
    /// both stay.
    pub fn merge(&self, my_seen: &Seen, other: &Words, their_seen: &Seen) -> Words {
        let has = |words: &Words, stamp| words.text_of(stamp).is_some();
        let mine = self.said.iter().filter(|s| has(other, s.stamp) || !their_seen.covers(s.stamp));
        let theirs = other.said.iter().filter(|s| has(self, s.stamp) || !my_seen.covers(s.stamp));
        Words::from_versions(mine.chain(theirs).cloned().collect())
    }

    /// Takes back what happened between `before` and `after`, and nothing else: versions written then go, versions gone
    /// then return. `next` gives a fresh, ever higher stamp. Says whether anything changed.
    pub(super) fn undo(&mut self, before: &Words, after: &Words, next: &mut dyn FnMut() -> Stamp) -> bool {
        let count = self.said.len();
        self.said.retain(|s| before.said.contains(s) || !after.said.contains(s));
        let mut changed = self.said.len() < count;
        // What returns gets a new stamp and would come out on top; what was on top before must do so again.
        let top = self.said.first().cloned();
        let top = top.filter(|top| before.said.first() == Some(top));
        for gone in before.said.iter().rev().filter(|s| !after.said.contains(s)) {
            if self.said.iter().all(|s| s.text != gone.text) {
                self.put(gone.text.clone(), next());
                changed = true;
            }
        }
        if let (Some(top), true) = (top, changed) {
            self.said.retain(|s| *s != top);
            self.put(top.text, next());
        }
        changed
    }

    fn put(&mut self, text: String, stamp: Stamp) {
        let said = Said { stamp, text };
        let at = self.said.partition_point(|other| *other > said);
        self.said.insert(at, said);
    }
}
