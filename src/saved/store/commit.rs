//! From the store to the journal: at most one commit per record under way, the newest text follows.

use std::rc::Rc;

use super::super::{aside_key, decode, join, Loaded, SaveState};
use super::{Line, Store};
use crate::platform::storage::Fault;

impl Store {
    /// Enters the newest text of a record as waiting for the journal.
    pub(super) fn put_line(&self, key: &str, text: String, shelf: Result<(), Fault>) {
        self.change(|state| {
            let flying = state.lines.get(key).is_some_and(|line| line.flying);
            let line = Line { text, shelf, flying, waiting: true, journal: Ok(()), too_new: false };
            state.lines.insert(key.to_owned(), line);
        });
    }

    /// Sends the newest text of a record to the journal, unless one is under way.
    pub(super) fn pump(&self, key: &str) {
        let text = self.change(|state| {
            let line = state.lines.get_mut(key)?;
            if line.flying || !line.waiting {
                return None;
            }
            (line.flying, line.waiting) = (true, false);
            Some(line.text.clone())
        });
        let Some(text) = text else {
            return;
        };
        let Some(journal) = self.0.journal.clone() else {
            self.settle(key, Err(Fault::Blocked));
            return;
        };
        let (store, sent, at) = (self.clone(), text.clone(), key.to_owned());
        let done = Box::new(move |result| store.landed(&at, &sent, result));
        journal.commit(key, text, Rc::new(join), done);
    }

    /// A commit has ended.
    fn landed(&self, key: &str, sent: &str, result: Result<String, Fault>) {
        match result {
            Err(fault) => self.settle(key, Err(fault)),
            Ok(stored) if stored == sent => self.settle(key, Ok(())),
            Ok(stored) => self.take_in(key, &stored, sent),
        }
        self.pump(key);
        self.tell_state();
        self.ring();
    }

    /// The journal holds something else than was sent: another tab's edits joined with mine.
    fn take_in(&self, key: &str, stored: &str, sent: &str) {
        match decode(key, stored) {
            Loaded::Ok(record) => {
                let (text, on_shelf) = self.shelve(key, stored);
                self.change(|state| {
                    if let Some(line) = state.lines.get_mut(key) {
                        line.shelf = on_shelf;
                        // An edit that waits is newer; the journal will join it.
                        if !line.waiting {
                            line.text = text;
                        }
                    }
                });
                self.tell_body(&record.body);
                self.settle(key, Ok(()));
            }
            Loaded::TooNew => {
                // The journal has set my text aside in the same transaction.
                self.change(|state| {
                    let aside = aside_key(key, sent);
                    state.asides.insert(aside, sent.to_owned());
                });
                self.lock(key);
                self.refuse(key, sent);
            }
            Loaded::Damaged(_) => self.settle(key, Err(Fault::Lost)),
        }
    }

    /// Notes how the journal took a record. One that is safe in both places needs no more attention.
    fn settle(&self, key: &str, journal: Result<(), Fault>) {
        self.change(|state| {
            let Some(line) = state.lines.get_mut(key) else {
                return;
            };
            line.flying = false;
            line.journal = journal;
            if line.state() == SaveState::Saved {
                state.saved_any = true;
                if line.shelf.is_ok() {
                    state.lines.remove(key);
                }
            }
        });
    }

    /// A newer app owns the record: what was to be saved is set aside, and no more is tried.
    pub(super) fn refuse(&self, key: &str, text: &str) {
        self.change(|state| {
            let line =
                Line { text: text.to_owned(), shelf: Ok(()), flying: false, waiting: false, journal: Ok(()), too_new: true };
            state.lines.insert(key.to_owned(), line);
        });
    }

    /// Keys whose last save did not end well.
    pub(super) fn unsafe_keys(&self) -> Vec<String> {
        let failed = |line: &Line| {
            let settled = !line.flying && !line.waiting && !line.too_new;
            settled && (line.journal.is_err() || line.shelf.is_err())
        };
        self.read(|state| {
            let lines = state.lines.iter().filter(|(_, line)| failed(line));
            lines.map(|(key, _)| key.clone()).collect()
        })
    }
}
