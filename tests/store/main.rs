//! The store on a phone where things go wrong: nothing lost, said in words, a way on.

mod cleared;
mod clock;
mod damage;
mod faults;
mod formats;
mod frames;
#[path = "../helpers/mod.rs"]
mod helpers;
mod json;
mod learnt;
mod tabs;
mod transfer;

use std::cell::RefCell;
use std::rc::Rc;

use helpers::*;
use phlov::plan::*;
use phlov::platform::memory::{FaultPlan, MemoryJournal, MemoryShelf, Trouble};
use phlov::platform::storage::{Fault, JoinFn, Journal, OnRecords, OnStored};
use phlov::saved::*;

#[test]
fn a_save_is_saved_when_the_journal_says_so() {
    let phone = Phone::default();
    let mut tab = phone.open(1);
    assert_eq!(tab.store.state(), SaveState::Idle);
    assert_eq!(tab.add(plan(1)), SaveState::Saving);
    tab.settle();
    assert_eq!((tab.state, tab.store.state()), (SaveState::Saved, SaveState::Saved));
    assert!(tab.notices.is_empty());
    let book = tab.book.clone();

    assert_eq!(phone.open(2).book, book, "after a restart");
    assert_eq!(phone.killed().open(3).book, book, "after a kill: the shelf never reached the disk");
    let cleared = Phone { journal: MemoryJournal::new(), ..phone.clone() };
    cleared.shelf.flush();
    assert_eq!(cleared.open(4).book, book, "from the shelf alone");
    assert_eq!(store::peek(&phone.shelf), book, "the first picture");
}

#[test]
fn edits_while_a_commit_is_under_way_become_one_more_commit() {
    let phone = Phone::default();
    let mut tab = phone.open(1);
    tab.add(plan(1));
    for text in ["a", "b", "c"] {
        tab.edit(&id(1), note(text));
        assert_eq!(phone.journal.waiting(), 1);
    }
    assert!(phone.journal.run_one());
    tab.look();
    assert_eq!(tab.state, SaveState::Saving, "the first is safe, the last not yet");
    assert!(phone.journal.run_one());
    tab.look();
    assert_eq!((tab.state, phone.journal.waiting()), (SaveState::Saved, 0));
    assert_eq!(phone.killed().open(2).book, tab.book);
}

#[test]
fn preferences_are_kept_like_plans() {
    let phone = Phone::default();
    let mut tab = phone.open(1);
    let pen = tab.pen();
    tab.book.prefs.edit(&pen, |prefs, stamp| prefs.theme.set(Theme::Dark, stamp));
    assert_eq!(tab.store.save_prefs(&tab.book.prefs), SaveState::Saving);
    tab.settle();
    assert_eq!(phone.killed().open(2).book.prefs.theme.value, Theme::Dark);
}

#[test]
fn states_say_what_is_true() {
    let fails = FaultPlan::From(1, Trouble::Fails(Fault::Broken));
    let blocked = FaultPlan::From(1, Trouble::Fails(Fault::Blocked));
    let cases = [
        (FaultPlan::Never, FaultPlan::Never, SaveState::Saved),
        (FaultPlan::Never, fails, SaveState::KeptNotSafe(Fault::Broken)),
        (blocked, FaultPlan::Never, SaveState::Saved),
        (blocked, fails, SaveState::Unsaved(Fault::Blocked)),
    ];
    for (shelf, journal, expected) in cases {
        let phone = Phone::default();
        let mut tab = phone.open(1);
        phone.shelf.set_faults(shelf);
        phone.journal.set_faults(journal);
        tab.add(plan(1));
        tab.settle();
        assert_eq!(tab.state, expected, "{shelf:?} {journal:?}");
        // When the fault is over, trying again makes it safe.
        phone.shelf.set_faults(FaultPlan::Never);
        phone.journal.set_faults(FaultPlan::Never);
        tab.store.retry();
        tab.settle();
        assert_eq!(tab.store.state(), SaveState::Saved, "{shelf:?} {journal:?}");
        assert_eq!(phone.killed().open(2).book, tab.book);
        assert_eq!(store::peek(&phone.shelf), tab.book);
    }
    // No journal at all.
    let shelf = MemoryShelf::new();
    let mut tab = Tab::open(1, shelf.clone(), None);
    assert_eq!(tab.notices, [Notice::Journal(Fault::Blocked)]);
    assert_eq!(tab.add(plan(1)), SaveState::KeptNotSafe(Fault::Blocked));
    shelf.flush();
    assert_eq!(Tab::open(2, shelf.after_kill(), None).book, tab.book);
    // Nothing at all: she can still work and export.
    shelf.set_faults(blocked);
    let mut tab = Tab::open(3, shelf, None);
    assert!(tab.notices.contains(&Notice::Shelf(Fault::Blocked)));
    assert_eq!(tab.add(plan(2)), SaveState::Unsaved(Fault::Blocked));
    assert!(tab.store.export_raw().contains(plan(2).id.as_str()));
}

#[test]
fn start_reads_the_journal_by_itself() {
    let phone = Phone::default();
    let mut tab = phone.open(1);
    tab.add(plan(1));
    tab.settle();
    let phone = phone.killed();
    let opened = Rc::new(RefCell::new(None));
    let result = opened.clone();
    let journal: Rc<dyn Journal> = Rc::new(phone.journal.clone());
    Store::start(Rc::new(phone.shelf.clone()), Some(journal), move |found| {
        result.replace(Some(found.book));
    });
    phone.journal.run_all();
    assert_eq!(opened.take(), Some(tab.book));
}

/// A journal that answers from inside the call, against the rules.
struct Hasty(MemoryJournal);

impl Journal for Hasty {
    fn read_all(&self, done: OnRecords) {
        self.0.read_all(done);
        self.0.run_all();
    }
    fn remove(&self, key: &str, done: OnStored) {
        self.0.remove(key, done);
        self.0.run_all();
    }
    fn commit(&self, key: &str, mine: String, join: JoinFn, done: OnStored) {
        self.0.commit(key, mine, join, done);
        self.0.run_all();
    }
}

#[test]
fn callbacks_may_call_the_store() {
    let journal = MemoryJournal::new();
    for hasty in [false, true] {
        let upper: Rc<dyn Journal> = if hasty { Rc::new(Hasty(journal.clone())) } else { Rc::new(journal.clone()) };
        let opened = Store::open(Rc::new(MemoryShelf::new()), Some(upper), Ok(Vec::new()));
        let (store, rings) = (opened.store, Rc::new(RefCell::new(0)));
        let (inner, count) = (store.clone(), rings.clone());
        store.on_news(move || {
            *count.borrow_mut() += 1;
            inner.take_news();
            if *count.borrow() < 3 {
                inner.save_plan(&plan(2));
            }
            inner.retry();
            inner.export_raw();
        });
        store.save_plan(&plan(1));
        journal.run_all();
        assert_eq!(store.state(), SaveState::Saved);
        assert_eq!(*rings.borrow() > 0, !hasty, "what happens inside a call rings no bell");
    }
}
