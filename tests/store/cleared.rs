//! Storage that is refused, or emptied under the app: what is left brings her words back, and nothing is written over them.

use phlov::plan::Book;
use phlov::platform::memory::{FaultPlan, MemoryJournal, MemoryShelf, Texts, Trouble};
use phlov::platform::storage::Fault;
use phlov::saved::transfer::look_at;
use phlov::saved::*;

use crate::faults::morning;
use crate::helpers::*;

/// As the browser's "clear site data" does it, while the app may be open.
fn clear(texts: &Texts, put: impl Fn(&str)) {
    for key in texts.keys() {
        put(key);
    }
}

impl Phone {
    fn clear_shelf(&self) {
        clear(&self.shelf.texts(), |key| self.shelf.tamper(key, None));
    }

    fn clear_journal(&self) {
        clear(&self.journal.texts(), |key| self.journal.tamper(key, None));
    }
}

#[test]
fn one_store_that_was_cleared_comes_back_from_the_other() {
    let mut fault = Trial::of("storage is cleared");
    for shelf in [true, false] {
        for app_is_open in [true, false] {
            let phone = morning();
            let mut tab = phone.open(2);
            let mut words = tab.all_words();
            if shelf {
                phone.clear_shelf();
            } else {
                phone.clear_journal();
            }
            if app_is_open {
                tab.edit(&id(1), note("after it was cleared"));
                tab.settle();
                assert_eq!(tab.state, SaveState::Saved);
                phone.shelf.flush();
                words = tab.all_words();
            }
            let mut after = phone.killed().open(3);
            after.settle();
            fault.tried(lost_bytes(&words, &after.all_words()));
            // From now on they are in both again.
            assert_eq!(after.journal.expect("a journal").texts().len(), 3);
            assert_eq!(store::peek(&after.shelf).sheets, after.book.sheets);
        }
    }
    fault.note();
}

#[test]
fn when_both_were_cleared_her_screen_and_her_copy_have_the_words() {
    let mut fault = Trial::of("storage is cleared");
    let phone = morning();
    let mut tab = phone.open(2);
    let words = tab.all_words();
    let copy = tab.store.export_raw();
    phone.clear_shelf();
    phone.clear_journal();

    // The app that is open still shows everything, and saves the whole plan with the next edit of it.
    fault.tried(lost_bytes(&words, &tab.all_words()));
    for n in [1, 2, 3] {
        tab.edit(&id(n), note("after it was cleared"));
    }
    tab.settle();
    fault.tried(lost_bytes(&tab.all_words(), &phone.killed().open(3).all_words()));

    // Cleared while it was closed: an empty phone, said to be one, to which the copy brings all back.
    phone.clear_shelf();
    phone.clear_journal();
    let mut empty = Phone::default().open(4);
    assert!(empty.notices.is_empty() && empty.book.sheets.is_empty());
    for sheet in look_at(&empty.book, &copy).expect("a copy").new {
        empty.add(sheet);
    }
    fault.tried(lost_bytes(&words, &empty.all_words()));
    fault.note();
}

#[test]
fn blocked_storage_leaves_the_words_on_the_screen_and_in_the_copy() {
    let mut fault = Trial::of("storage is blocked");
    let blocked = FaultPlan::From(1, Trouble::Fails(Fault::Blocked));
    for journal in [None, Some(MemoryJournal::new())] {
        if let Some(journal) = &journal {
            journal.set_faults(blocked);
        }
        let shelf = MemoryShelf::new();
        shelf.set_faults(blocked);
        let mut tab = Tab::open_with(1, shelf.clone(), journal.clone(), Err(Fault::Blocked));
        assert!(tab.notices.contains(&Notice::Shelf(Fault::Blocked)));
        tab.add(plan(1));
        for text in NASTY {
            tab.edit(&id(1), note(text));
        }
        tab.settle();
        assert_eq!(tab.state, SaveState::Unsaved(Fault::Blocked));
        let words = tab.all_words();
        let mut copy = phlov::plan::Book::default();
        for sheet in look_at(&copy, &tab.store.export_raw()).expect("a copy").new {
            copy.fold(&sheet);
        }
        fault.tried(lost_bytes(&words, &all_words(&copy)));
        // She allows it: the next try saves all.
        shelf.set_faults(FaultPlan::Never);
        if let Some(journal) = &journal {
            journal.set_faults(FaultPlan::Never);
        }
        tab.store.retry();
        tab.settle();
        fault.tried(lost_bytes(&words, &all_words(&store::peek(&shelf))));
    }
    fault.note();
}

#[test]
fn without_a_journal_the_shelf_keeps_the_words_and_says_that_they_are_not_yet_safe() {
    let mut fault = Trial::of("there is no journal");
    let phone = morning();
    for broken in [false, true] {
        let journal = broken.then(|| phone.journal.clone());
        phone.journal.set_faults(FaultPlan::From(1, Trouble::Fails(Fault::Broken)));
        let mut tab = Tab::open_with(2, phone.shelf.clone(), journal, Err(Fault::Broken));
        assert!(matches!(tab.notices[..], [Notice::Journal(_)]));
        for text in NASTY {
            tab.edit(&id(1), note(text));
        }
        tab.settle();
        assert!(matches!(tab.state, SaveState::KeptNotSafe(_)), "{:?}", tab.state);
        phone.shelf.flush();
        let after = Tab::open(3, phone.shelf.after_kill(), None);
        fault.tried(lost_bytes(&tab.all_words(), &after.all_words()));
    }
    fault.note();
}

#[test]
fn the_copy_has_what_the_screen_has() {
    let mut fault = Trial::of("storage is cleared");
    let phone = morning();
    let tab = phone.open(2);
    phone.clear_shelf();
    phone.clear_journal();
    let copy = look_at(&Book::default(), &tab.store.export(&tab.book)).expect("a copy");
    assert_eq!(copy.new.len(), tab.book.sheets.len(), "plans on the screen are in the copy");
    let mut book = Book::default();
    for sheet in &copy.new {
        book.fold(sheet);
    }
    fault.tried(usize::from(book.sheets != tab.book.sheets));
    fault.note();
}
