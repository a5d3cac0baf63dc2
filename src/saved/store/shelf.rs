//! From the store to the shelf: join, set aside, write, read back, compare; and the reserve.

use super::super::{envelope, join, News, Notice, RESERVE_KEY};
use super::{Store, RESERVE};
use crate::platform::storage::Fault;

/// What is known of the reserve.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Reserve {
    /// Not looked at since the start.
    #[default]
    Unknown,
    /// It is there.
    Kept,
    /// It was given up, or there is no room for it.
    Gone,
}

impl Store {
    /// Joins `mine` with what the shelf has and puts the result there. Gives the result, also when the shelf did not
    /// take it, and what the shelf said. What cannot be joined is set aside first; if that fails it is not overwritten.
    pub(super) fn shelve(&self, key: &str, mine: &str) -> (String, Result<(), Fault>) {
        let stored = match self.0.shelf.get(key) {
            Ok(Some(stored)) => stored,
            Ok(None) => return (mine.to_owned(), self.lay(key, mine)),
            Err(fault) => return (mine.to_owned(), Err(fault)),
        };
        let joined = join(key, &stored, mine);
        let kept = match &joined.aside {
            Some((aside, raw)) => self.set_aside(aside, raw),
            None => Ok(()),
        };
        let laid = match kept {
            Ok(()) if joined.text != stored => self.lay(key, &joined.text),
            kept => kept,
        };
        (joined.text, laid)
    }

    /// Keeps a text that cannot be used, under its aside key.
    pub(super) fn set_aside(&self, aside: &str, raw: &str) -> Result<(), Fault> {
        self.change(|state| state.asides.insert(aside.to_owned(), raw.to_owned()));
        if self.0.shelf.get(aside) == Ok(Some(raw.to_owned())) {
            return Ok(());
        }
        self.lay(aside, raw)
    }

    /// The highest revision known of a record: of the shelf's copy and of the one on its way.
    pub(super) fn newest_rev(&self, key: &str) -> u32 {
        let on_shelf = self.0.shelf.get(key).ok().flatten();
        let on_shelf = on_shelf.map_or(0, |text| envelope::rev_of(&text));
        self.read(|state| {
            let line = state.lines.get(key);
            line.map_or(0, |line| envelope::rev_of(&line.text))
        })
        .max(on_shelf)
    }

    /// Writes and reads back. Gives the reserve up when the shelf is full, and tries once more when a write was lost.
    pub(super) fn lay(&self, key: &str, text: &str) -> Result<(), Fault> {
        let result = match self.put(key, text) {
            Err(Fault::Full) if self.give_up_reserve() => self.put(key, text),
            Err(Fault::Lost) => self.put(key, text),
            result => result,
        };
        if result.is_ok() {
            self.lay_reserve();
        }
        result
    }

    fn put(&self, key: &str, text: &str) -> Result<(), Fault> {
        self.0.shelf.set(key, text)?;
        match self.0.shelf.get(key)? {
            Some(found) if found == text => Ok(()),
            _ => Err(Fault::Lost),
        }
    }

    /// Lays the reserve, once per start, after something else was stored (who only looks around stores nothing).
    fn lay_reserve(&self) {
        if self.read(|state| state.reserve) != Reserve::Unknown {
            return;
        }
        let reserve = match self.0.shelf.get(RESERVE_KEY) {
            Ok(Some(_)) => Reserve::Kept,
            _ => match self.0.shelf.set(RESERVE_KEY, &" ".repeat(RESERVE)) {
                Ok(()) => Reserve::Kept,
                Err(_) => Reserve::Gone,
            },
        };
        self.set_reserve(reserve);
    }

    /// Says whether there was one to give up.
    fn give_up_reserve(&self) -> bool {
        let there = matches!(self.0.shelf.get(RESERVE_KEY), Ok(Some(_)));
        let given = there && self.0.shelf.remove(RESERVE_KEY).is_ok();
        self.set_reserve(Reserve::Gone);
        given
    }

    fn set_reserve(&self, reserve: Reserve) {
        let before = self.change(|state| std::mem::replace(&mut state.reserve, reserve));
        if reserve == Reserve::Gone && before != Reserve::Gone {
            self.tell(News::Notice(Notice::NearlyFull));
        }
    }
}
