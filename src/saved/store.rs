//! The store: keeps every record on the shelf (read at once) and in the journal (safe from a killed browser).
//!
//! A save goes: join with what the shelf has → shelf → read back and compare → journal, where one transaction joins with
//! what another tab has stored. Only then it is [`SaveState::Saved`]. At most one commit per record is under way; what is
//! edited meanwhile follows as one more.
//!
//! The store keeps no plans. Its owner holds the [`Book`], gives each changed plan to [`Store::save_plan`], and looks at
//! [`Store::take_news`] after every call and whenever `on_news` rings. News come in a queue, never through a callback in
//! the middle of a call, so that the owner may call the store from wherever it likes.
//!
//! The **reserve** is a filler of [`RESERVE`] characters on the shelf. When the shelf is full it is given up: the edit is
//! saved all the same, and there is room for some 70 more while she is told. It is laid again at a later start if there
//! is room. With a working journal a full shelf loses nothing anyway; without one the reserve is the early warning.

mod commit;
mod open;
mod shelf;

use std::cell::RefCell;
use std::rc::Rc;

use super::join::merge;
use super::json::Object;
use super::{decode, encode, export, key_of_aside, sheet_key, PREFS_KEY};
use super::{Aside, Body, Loaded, News, Notice, Record, SaveState};
use crate::plan::{Book, Prefs, Sheet, SheetId, Table, What};
use crate::platform::storage::{Fault, Journal, Shelf};
use shelf::Reserve;

pub use open::{peek, Opened};

/// Characters of the reserve.
pub const RESERVE: usize = 32_768;

/// A handle; clones are the same store.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

struct Inner {
    shelf: Rc<dyn Shelf>,
    journal: Option<Rc<dyn Journal>>,
    // Borrowed only for a few lines at a time, never while shelf, journal or owner are called.
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    /// Records with an edit that is not settled yet, by key.
    lines: Table<String, Line>,
    /// Records of a newer app, by key.
    locked: Table<String, ()>,
    /// Set-aside texts by their aside key.
    asides: Table<String, String>,
    reserve: Reserve,
    /// The state last told; `Saved` for good once anything was saved.
    told: SaveState,
    saved_any: bool,
    news: Vec<News>,
    on_news: Option<Rc<dyn Fn()>>,
    /// Depth of calls by the owner: then the owner looks at the news by itself.
    inside: u32,
}

/// One record on its way.
struct Line {
    /// The newest text of this tab.
    text: String,
    /// What the shelf said to it.
    shelf: Result<(), Fault>,
    /// A commit is under way.
    flying: bool,
    /// `text` is newer than the last commit.
    waiting: bool,
    /// How the last commit ended; before the first, no fault.
    journal: Result<(), Fault>,
    /// Refused, because a newer app wrote the record.
    too_new: bool,
}

impl Line {
    fn state(&self) -> SaveState {
        match (self.journal, self.shelf) {
            _ if self.too_new => SaveState::TooNew,
            _ if self.flying || self.waiting => SaveState::Saving,
            (Ok(()), _) => SaveState::Saved,
            (Err(fault), Ok(())) => SaveState::KeptNotSafe(fault),
            (Err(_), Err(fault)) => SaveState::Unsaved(fault),
        }
    }
}

impl Store {
    /// Saves a plan. The state given back is that of this record right now; later ones come as news.
    pub fn save_plan(&self, plan: &Sheet) -> SaveState {
        self.save(Body::Sheet(Box::new(plan.clone())))
    }

    /// Saves the preferences.
    pub fn save_prefs(&self, prefs: &Prefs) -> SaveState {
        self.save(Body::Prefs(Box::new(prefs.clone())))
    }

    /// Takes in a record that another tab has stored (from its message or the `storage` event). What is new in it comes
    /// as [`News::Sheet`] or [`News::Prefs`]; if `book` knows more than the other tab, the union is saved.
    pub fn refresh(&self, book: &Book, key: &str, text: &str) {
        self.inside(|| match decode(key, text) {
            Loaded::Ok(record) => {
                let mine = body_in(book, &record.body);
                let merged = mine.as_ref().and_then(|mine| merge(mine, &record.body));
                let merged = merged.unwrap_or_else(|| record.body.clone());
                // If nothing is new to this tab, what it knows beyond the other was told and saved before.
                if mine.as_ref() != Some(&merged) {
                    self.tell_body(&merged);
                    if merged != record.body {
                        self.save(merged);
                    }
                }
            }
            Loaded::TooNew => self.lock(key),
            // Perhaps a write of the other tab that did not come through whole; it reads back and repairs it itself.
            Loaded::Damaged(_) => {}
        });
    }

    /// Takes a sheet from the phone for good.
    pub fn forget(&self, what: What, id: &SheetId) {
        let key = sheet_key(what, id);
        self.change(|state| state.lines.remove(&key));
        // What the shelf or the journal keeps all the same comes back as it was, at the next start.
        let _ = self.0.shelf.remove(&key);
        if let Some(journal) = &self.0.journal {
            journal.remove(&key, Box::new(|_| {}));
        }
    }

    /// A small text beside the records that is not worth the journal: frames of a text that comes as codes, recent searches, what she has read.
    pub fn read_small(&self, key: &str) -> String {
        self.0.shelf.get(key).ok().flatten().unwrap_or_default()
    }

    /// Keeps it; an empty one is taken away.
    pub fn keep_small(&self, key: &str, text: &str) {
        let _ = if text.is_empty() { self.0.shelf.remove(key) } else { self.0.shelf.set(key, text) };
    }

    /// Tries again to save all that is not safe yet.
    pub fn retry(&self) {
        self.inside(|| {
            for key in self.unsafe_keys() {
                let text = self.read(|state| state.lines.get(&key).map(|line| line.text.clone()));
                if let Some(text) = text {
                    let (text, on_shelf) = self.shelve(&key, &text);
                    self.put_line(&key, text, on_shelf);
                    self.pump(&key);
                }
            }
        });
    }

    /// How safe her edits are, all together.
    pub fn state(&self) -> SaveState {
        self.read(overall)
    }

    /// Whether a newer app wrote this plan: then show it, but offer no editing.
    pub fn is_locked(&self, id: &SheetId) -> bool {
        self.read(|state| What::ALL.into_iter().any(|what| state.locked.contains_key(&sheet_key(what, id))))
    }

    /// Whether a newer app wrote the preferences.
    pub fn is_prefs_locked(&self) -> bool {
        self.read(|state| state.locked.contains_key(PREFS_KEY))
    }

    /// The texts that were set aside, of now and of earlier.
    pub fn asides(&self) -> Vec<Aside> {
        let aside = |(key, text): (&String, &String)| {
            Some(Aside { key: key.clone(), of: key_of_aside(key)?.to_owned(), text: text.clone() })
        };
        self.read(|state| state.asides.iter().filter_map(aside).collect())
    }

    /// What happened since the last look.
    pub fn take_news(&self) -> Vec<News> {
        self.change(|state| std::mem::take(&mut state.news))
    }

    /// Sets what rings when there are news from the journal. It is called with nothing borrowed.
    pub fn on_news(&self, ring: impl Fn() + 'static) {
        self.change(|state| state.on_news = Some(Rc::new(ring)));
    }

    /// All records as text, raw, also those set aside, not saved, or not readable ([`export`]). Never fails: what the
    /// shelf does not give is left out.
    pub fn export_raw(&self) -> String {
        self.export(&Book::default())
    }

    /// The same, and what stands on her screen although the browser cleared it away under the open app.
    pub fn export(&self, book: &Book) -> String {
        // After a panic the state may be borrowed for ever; the shelf is still worth exporting.
        let mut more: Vec<(String, String)> = match self.0.state.try_borrow() {
            Ok(state) => {
                let lines = state.lines.iter().map(|(key, line)| (key, &line.text));
                let texts = lines.chain(state.asides.iter());
                texts.map(|(k, t)| (k.clone(), t.clone())).collect()
            }
            Err(_) => Vec::new(),
        };
        for sheet in book.sheets.values() {
            let key = sheet_key(sheet.what, &sheet.id);
            if !matches!(self.0.shelf.get(&key), Ok(Some(_))) {
                let body = Body::Sheet(Box::new(sheet.clone()));
                more.push((key, encode(&Record { rev: 1, body, unknown: Object::default() })));
            }
        }
        let more = more.iter().map(|(k, t)| (k.as_str(), t.as_str()));
        export::export(&*self.0.shelf, more)
    }

    fn save(&self, body: Body) -> SaveState {
        let key = body.key();
        self.inside(|| {
            let mine =
                encode(&Record { rev: self.newest_rev(&key).saturating_add(1), body: body.clone(), unknown: Object::default() });
            let (text, on_shelf) = self.shelve(&key, &mine);
            // Otherwise the shelf knew more than the owner: another tab was there.
            if text != mine {
                match decode(&key, &text) {
                    Loaded::TooNew => {
                        self.lock(&key);
                        self.refuse(&key, &mine);
                        return;
                    }
                    Loaded::Ok(record) if record.body != body => self.tell_body(&record.body),
                    _ => {}
                }
            }
            self.tell(News::Tell { key: key.clone(), text: text.clone() });
            self.put_line(&key, text, on_shelf);
            self.pump(&key);
        });
        let state = |state: &State| state.lines.get(&key).map(Line::state);
        self.read(state).unwrap_or(SaveState::Saved)
    }

    /// A newer app owns this record from now on.
    fn lock(&self, key: &str) {
        let new = self.change(|state| state.locked.insert(key.to_owned(), ()).is_none());
        if new {
            self.tell(News::Notice(Notice::TooNew { of: key.to_owned() }));
        }
    }

    fn tell_body(&self, body: &Body) {
        self.tell(match body {
            Body::Sheet(plan) => News::Sheet(plan.clone()),
            Body::Prefs(prefs) => News::Prefs(prefs.clone()),
        });
    }

    fn tell(&self, news: News) {
        self.change(|state| state.news.push(news));
    }

    fn tell_state(&self) {
        self.change(|state| {
            let now = overall(state);
            if now != state.told {
                state.told = now;
                state.news.push(News::State(now));
            }
        });
    }

    /// A call by the owner: it will look at the news itself.
    fn inside(&self, call: impl FnOnce()) {
        self.change(|state| state.inside += 1);
        call();
        self.tell_state();
        self.change(|state| state.inside -= 1);
    }

    fn ring(&self) {
        let bell = self.read(|state| {
            let silent = state.inside > 0 || state.news.is_empty();
            state.on_news.clone().filter(|_| !silent)
        });
        if let Some(bell) = bell {
            bell();
        }
    }

    fn read<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(&self.0.state.borrow())
    }

    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.0.state.borrow_mut())
    }
}

fn overall(state: &State) -> SaveState {
    let lines = state.lines.values().map(Line::state);
    let rest = if state.saved_any { SaveState::Saved } else { SaveState::Idle };
    lines.max().unwrap_or(rest).max(rest)
}

/// What the book holds in place of `like`.
fn body_in(book: &Book, like: &Body) -> Option<Body> {
    match like {
        Body::Sheet(plan) => {
            let mine = book.sheets.get(&plan.id)?;
            Some(Body::Sheet(Box::new(mine.clone())))
        }
        Body::Prefs(_) => Some(Body::Prefs(Box::new(book.prefs.clone()))),
    }
}
