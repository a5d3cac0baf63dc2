//! The start: shelf and journal become one book, record by record.

use std::cell::RefCell;
use std::rc::Rc;

use super::super::{aside_key, decode, join, key_of_aside, kind_of};
use super::super::{Body, Loaded, News, Notice, Record, Why};
use super::{Inner, State, Store};
use crate::plan::{Book, Table};
use crate::platform::storage::{Fault, Joined, Journal, Shelf};

/// Damaged texts that are tried under each other's keys; more than a few never happens, and this bounds the work.
const STRAYS: usize = 32;

/// An opened store.
pub struct Opened {
    /// The store.
    pub store: Store,
    /// All that could be read.
    pub book: Book,
    /// What she should know about the rest.
    pub notices: Vec<Notice>,
}

/// What the shelf alone holds, read without changing or checking anything further: for the first picture, before the
/// journal has answered. Fold it into nothing; [`Store::open`] reads again.
pub fn peek(shelf: &dyn Shelf) -> Book {
    let mut book = Book::default();
    for key in shelf.keys().unwrap_or_default() {
        if kind_of(&key).is_none() {
            continue;
        }
        if let Ok(Some(text)) = shelf.get(&key) {
            if let Loaded::Ok(record) = decode(&key, &text) {
                fold(&mut book, record.body);
            }
        }
    }
    book
}

/// The copies of one record.
#[derive(Default)]
struct Copies {
    /// With what it says: each text is read once.
    shelf: Option<(String, Loaded)>,
    journal: Option<String>,
    /// A text that stood under another record's key, but belongs to this one.
    stray: Option<String>,
}

impl Store {
    /// Reads the journal, then opens. `journal` = `None` where the browser has none.
    pub fn start(shelf: Rc<dyn Shelf>, journal: Option<Rc<dyn Journal>>, done: impl FnOnce(Opened) + 'static) {
        match journal.clone() {
            Some(source) => source.read_all(Box::new(move |records| {
                done(Store::open(shelf, journal, records));
            })),
            None => done(Store::open(shelf, None, Err(Fault::Blocked))),
        }
    }

    /// Opens with the journal's records (or why there are none). Of every record both copies are read and joined; the
    /// copy that knew less is brought up to date; a damaged text is set aside raw and, if the other copy is whole,
    /// replaced; a record of a newer app is shown as far as the other copy allows and left alone.
    pub fn open(shelf: Rc<dyn Shelf>, journal: Option<Rc<dyn Journal>>, records: Result<Vec<(String, String)>, Fault>) -> Opened {
        let state = RefCell::new(State::default());
        let store = Store(Rc::new(Inner { shelf, journal, state }));
        let mut book = Book::default();
        store.inside(|| {
            let journal_answers = records.is_ok();
            let mut all = store.gather(records);
            store.find_strays(&mut all);
            store.find_readable_asides(&mut all);
            for (key, copies) in all {
                if let Some(body) = store.open_record(&key, copies, journal_answers) {
                    fold(&mut book, body);
                }
            }
        });
        let notices = store.take_notices();
        Opened { store, book, notices }
    }

    /// All copies of all records, and the texts set aside earlier.
    fn gather(&self, records: Result<Vec<(String, String)>, Fault>) -> Table<String, Copies> {
        let mut all: Table<String, Copies> = Table::default();
        let mut fault = None;
        let mut keys = self.0.shelf.keys().unwrap_or_else(|f| {
            fault = Some(f);
            Vec::new()
        });
        // In order, so that the table only grows at its end.
        keys.sort_unstable();
        for key in keys {
            if kind_of(&key).is_none() && key_of_aside(&key).is_none() {
                continue;
            }
            match self.0.shelf.get(&key) {
                Ok(Some(text)) => {
                    let read = decode(&key, &text);
                    self.enter(&mut all, key, text, Some(read));
                }
                Ok(None) => {}
                Err(f) => fault = Some(f),
            }
        }
        if let Some(fault) = fault {
            self.tell(News::Notice(Notice::Shelf(fault)));
        }
        match records {
            Ok(records) => {
                for (key, text) in records {
                    self.enter(&mut all, key, text, None);
                }
            }
            Err(fault) => self.tell(News::Notice(Notice::Journal(fault))),
        }
        all
    }

    /// `read`: what the text says, when it comes from the shelf.
    fn enter(&self, all: &mut Table<String, Copies>, key: String, text: String, read: Option<Loaded>) {
        if key_of_aside(&key).is_some() {
            self.change(|state| state.asides.insert(key, text));
        } else if kind_of(&key).is_some() {
            let copies = all.get_or_default(key);
            match read {
                Some(read) => copies.shelf = Some((text, read)),
                None => copies.journal = Some(text),
            }
        }
    }

    /// Two values may have changed places: a text that is damaged under its own key is tried under the other keys whose
    /// text is damaged.
    fn find_strays(&self, all: &mut Table<String, Copies>) {
        let damaged = |(key, copies): (&String, &Copies)| {
            let (text, read) = copies.shelf.as_ref()?;
            matches!(read, Loaded::Damaged(_)).then(|| (key.clone(), text.clone()))
        };
        let suspects: Vec<(String, String)> = all.iter().filter_map(damaged).take(STRAYS).collect();
        for (key, _) in &suspects {
            let mine = |(_, text): &&(String, String)| matches!(decode(key, text), Loaded::Ok(_));
            if let (Some((_, text)), Some(copies)) = (suspects.iter().find(mine), all.get_mut(key)) {
                copies.stray = Some(text.clone());
            }
        }
    }

    /// A text that was set aside because another tab had just sealed the record, or a newer app had written it, can be read now:
    /// it belongs to its record again. It stays aside as well; joining it twice changes nothing.
    fn find_readable_asides(&self, all: &mut Table<String, Copies>) {
        for aside in self.asides() {
            if matches!(decode(&aside.of, &aside.text), Loaded::Ok(_)) {
                let copies = all.get_or_default(aside.of);
                copies.stray.get_or_insert(aside.text);
            }
        }
    }

    /// Joins the copies of one record and repairs what can be repaired. Gives what could be read.
    fn open_record(&self, key: &str, copies: Copies, journal_answers: bool) -> Option<Body> {
        let mut whole: Option<(String, Record)> = None;
        let mut damaged: Vec<(&str, Why, bool)> = Vec::new();
        let mut too_new = false;
        // The shelf's copy comes first, so what it says is for it.
        let (shelf, mut read) = copies.shelf.unzip();
        let places = [(&shelf, true), (&copies.journal, false), (&copies.stray, false)];
        for (text, on_shelf) in places {
            let Some(text) = text else { continue };
            if whole.as_ref().is_some_and(|(known, _)| known == text) {
                continue;
            }
            match read.take().unwrap_or_else(|| decode(key, text)) {
                Loaded::Ok(record) => whole = Some(unite(key, whole, text, record)),
                Loaded::TooNew => too_new = true,
                Loaded::Damaged(why) => damaged.push((text, why, on_shelf)),
            }
        }
        if too_new {
            self.lock(key);
            return whole.map(|(_, record)| record.body);
        }
        if let Some((_, why, _)) = damaged.first() {
            let known = |raw: &str| {
                let aside = aside_key(key, raw);
                self.read(|state| state.asides.contains_key(&aside))
            };
            if !damaged.iter().all(|(raw, _, _)| known(raw)) {
                let (of, why, rescued) = (key.to_owned(), *why, whole.is_some());
                self.tell(News::Notice(Notice::SetAside { of, why, rescued }));
            }
        }
        let mut shelf_is_free = true;
        for (raw, _, on_shelf) in &damaged {
            if *on_shelf {
                shelf_is_free = self.set_aside(&aside_key(key, raw), raw).is_ok();
            } else {
                self.set_aside_in_journal(key, raw, whole.is_some());
            }
        }
        let Some((text, record)) = whole else {
            if shelf_is_free && shelf.is_some() {
                // It stands under its aside key now. Should this fail, the next start does it again.
                let _ = self.0.shelf.remove(key);
            }
            return None;
        };
        let mut on_shelf = Ok(());
        if shelf.as_ref() != Some(&text) {
            on_shelf = if shelf_is_free { self.lay(key, &text) } else { Err(Fault::Full) };
        }
        let journal_knows = copies.journal.as_ref() == Some(&text);
        if (!journal_knows && journal_answers) || on_shelf.is_err() {
            self.put_line(key, text, on_shelf);
            self.pump(key);
        }
        Some(record.body)
    }

    /// When the record will be committed again, that transaction sets the damaged text aside. When there is nothing to
    /// commit, it gets a commit of its own, so that the next start knows it.
    fn set_aside_in_journal(&self, key: &str, raw: &str, will_commit: bool) {
        let aside = aside_key(key, raw);
        self.change(|state| state.asides.insert(aside.clone(), raw.to_owned()));
        if let (false, Some(journal)) = (will_commit, &self.0.journal) {
            let keep = |_: &str, stored: &str, _: &str| Joined { text: stored.to_owned(), aside: None };
            journal.commit(&aside, raw.to_owned(), Rc::new(keep), Box::new(|_| {}));
        }
    }

    fn take_notices(&self) -> Vec<Notice> {
        let mut notices = Vec::new();
        let mut rest = Vec::new();
        for news in self.take_news() {
            match news {
                News::Notice(notice) => notices.push(notice),
                other => rest.push(other),
            }
        }
        self.change(|state| state.news = rest);
        notices
    }
}

/// Two whole texts become one.
fn unite(key: &str, known: Option<(String, Record)>, text: &str, record: Record) -> (String, Record) {
    let Some((other, _)) = known else {
        return (text.to_owned(), record);
    };
    let joined = join(key, text, &other).text;
    match decode(key, &joined) {
        Loaded::Ok(record) => (joined, record),
        // Cannot be: a joined text is whole.
        _ => (text.to_owned(), record),
    }
}

fn fold(book: &mut Book, body: Body) {
    match body {
        Body::Sheet(sheet) if !book.sheets.contains_key(&sheet.id) => drop(book.sheets.insert(sheet.id.clone(), *sheet)),
        Body::Sheet(sheet) => drop(book.fold(&sheet)),
        Body::Prefs(prefs) => drop(book.fold_prefs(&prefs)),
    }
}
