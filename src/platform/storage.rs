//! The two places where a phone keeps text, as the store sees them: the shelf and the journal.
//!
//! - The **shelf** (localStorage) answers at once, but the disk gets its writes up to a minute later and other tabs see
//!   them late. It is what the app reads.
//! - The **journal** (IndexedDB, strict durability) answers later, but what it confirmed survives a killed browser, and
//!   one transaction at a time touches a record. It is what makes "saved on this phone" true, and the arbiter between tabs.
//!
//! The browser side lives in `platform/browser`, the one in memory (which can be told to fail) in `platform/memory.rs`.

use std::rc::Rc;

/// Why a storage call did not do its work. Each has words in both languages in the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fault {
    /// The browser gives no storage: switched off, a private window, a missing interface, access refused.
    Blocked,
    /// No room left (`QuotaExceededError`). The old value is still whole.
    Full,
    /// The call reported success, but reading back gave something else.
    Lost,
    /// Anything else: an aborted transaction, an unknown error, no answer in time.
    Broken,
}

/// A synchronous key-value store of texts (localStorage). Texts are kept exactly: no trimming, no JSON quoting.
///
/// No method may panic or throw; what the browser throws becomes a [`Fault`].
pub trait Shelf {
    /// The text under `key`, `None` when there is none.
    fn get(&self, key: &str) -> Result<Option<String>, Fault>;
    /// Puts `text` under `key`. On an error the old text stays whole. The store reads back by itself.
    fn set(&self, key: &str, text: &str) -> Result<(), Fault>;
    /// Takes away what is under `key`; nothing there is no error.
    fn remove(&self, key: &str) -> Result<(), Fault>;
    /// All keys of this origin, in any order, also those that are not ours.
    fn keys(&self) -> Result<Vec<String>, Fault>;
}

/// What shall stand in the journal after a commit: the answer of a [`JoinFn`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The text to put under the key (may equal what is there; then writing again is allowed, not needed).
    pub text: String,
    /// A second `(key, text)` to put in the **same** transaction: a text that could not be joined (damaged, or newer than
    /// this app) and must not vanish.
    pub aside: Option<(String, String)>,
}

/// Joins what another tab stored with mine: `(key, stored, mine)`. Pure, quick (well under a millisecond), never panics.
pub type JoinFn = Rc<dyn Fn(&str, &str, &str) -> Joined>;

/// Receives all `(key, text)` of the journal.
pub type OnRecords = Box<dyn FnOnce(Result<Vec<(String, String)>, Fault>)>;

/// Receives the text that stands under the key after a commit, once it is on the disk.
pub type OnStored = Box<dyn FnOnce(Result<String, Fault>)>;

/// An asynchronous, durable, transactional key-value store of texts (IndexedDB).
///
/// `done` is called exactly once, and **later**: never from inside the call itself (the store tolerates it, but its
/// owner then learns the news only at its next look).
pub trait Journal {
    /// Reads everything, for the start of the app.
    fn read_all(&self, done: OnRecords);

    /// Takes away what is under `key`; `done` hears when the disk knows.
    fn remove(&self, key: &str, done: OnStored);

    /// In **one** strict read-write transaction: read what is under `key`; if there is nothing put `mine`, otherwise call
    /// `join(key, stored, mine)` and put its `text` (and its `aside`). `done` gets the text now stored, after the
    /// transaction's `complete` event and not before. If the transaction fails nothing of it may remain.
    fn commit(&self, key: &str, mine: String, join: JoinFn, done: OnStored);
}
