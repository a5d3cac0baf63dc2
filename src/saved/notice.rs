//! What the store tells its owner.

use super::Why;
use crate::plan::{Prefs, Sheet};
use crate::platform::storage::Fault;

/// How safe her edits are. Ordered: of several records the worst is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum SaveState {
    /// Nothing was edited since the start.
    #[default]
    Idle,
    /// "Saved on this phone": the journal has it on the disk.
    Saved,
    /// On its way.
    Saving,
    /// The shelf has it, the journal has not: a browser killed within the next minute may lose it ("not yet safe").
    KeptNotSafe(Fault),
    /// A newer version of the app wrote this record; this one must not overwrite it. The edit was set aside.
    TooNew,
    /// Nowhere but in memory. Show it; offer to try again and to export.
    Unsaved(Fault),
}

/// Something to show once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A stored text was not readable and was kept raw.
    SetAside {
        /// The storage key it stood under.
        of: String,
        /// Why it is not readable.
        why: Why,
        /// The other copy of the record was whole: nothing is missing.
        rescued: bool,
    },
    /// A record comes from a newer version of the app: shown as far as possible, never changed.
    TooNew {
        /// Its storage key.
        of: String,
    },
    /// The shelf could not be read or written.
    Shelf(Fault),
    /// The journal could not be read at the start.
    Journal(Fault),
    /// The shelf is nearly full: time to export and tidy up. Saving still works.
    NearlyFull,
}

/// What happened since the owner last looked ([`super::Store::take_news`]).
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// Another copy of a plan knows more: fold it into the book.
    Sheet(Box<Sheet>),
    /// Another copy of the preferences knows more: fold it into the book.
    Prefs(Box<Prefs>),
    /// Send this record to the other tabs (they give it to [`super::Store::refresh`]).
    Tell {
        /// Its storage key.
        key: String,
        /// Its text.
        text: String,
    },
    /// How safe all edits are, when that changed.
    State(SaveState),
    /// Something to show.
    Notice(Notice),
}

/// A text that was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The key it stands under now.
    pub key: String,
    /// The key it stood under.
    pub of: String,
    /// The text, untouched.
    pub text: String,
}
