//! Calls that fail: the n-th, for every n, in every way; and a full phone.

use phlov::platform::memory::{FaultPlan, MemoryShelf, Trouble};
use phlov::platform::storage::Fault;
use phlov::saved::*;

use crate::helpers::*;

const TROUBLES: &[Trouble] = &[
    Trouble::Fails(Fault::Full),
    Trouble::Fails(Fault::Blocked),
    Trouble::Fails(Fault::Broken),
    Trouble::Torn(0),
    Trouble::Torn(30),
    Trouble::Torn(200),
    Trouble::Stale,
    Trouble::Gone,
];

/// An afternoon: open, edit two plans and the preferences, with the journal answering now and then.
fn afternoon(phone: &Phone, with_journal: bool) -> Tab {
    let journal = with_journal.then(|| phone.journal.clone());
    let mut tab = Tab::open(2, phone.shelf.clone(), journal);
    // What could not be read at the start is not in the book; then she makes it anew.
    for n in [1, 2] {
        if !tab.book.sheets.contains_key(&id(n)) {
            tab.add(plan(n));
        }
        tab.edit(&id(n), note("first of the afternoon"));
        tab.settle();
        tab.edit(&id(n), note("second of the afternoon"));
    }
    let pen = tab.pen();
    tab.book.prefs.set_flag(&pen, "afternoon", true);
    tab.store.save_prefs(&tab.book.prefs);
    tab.settle();
    tab
}

/// Three plans, each with a note, safe and on the disk.
pub fn morning() -> Phone {
    let phone = Phone::default();
    let mut tab = phone.open(1);
    for n in [1, 2, 3] {
        tab.add(plan(n));
        tab.edit(&id(n), note("of the morning"));
    }
    tab.settle();
    phone.shelf.flush();
    phone
}

/// Whatever went wrong: what is told is true, and everything can be exported. Gives the bytes that are lost: "saved" but not
/// there after a kill, "kept" but not there after a restart, "not saved" but not on the screen; or of the morning, and gone.
fn check_truth(phone: &Phone, tab: &Tab, what: &str) -> usize {
    let mut lost = match tab.store.state() {
        SaveState::Saved => lost_bytes(&tab.all_words(), &phone.killed().open(9).all_words()),
        SaveState::KeptNotSafe(_) => {
            phone.shelf.flush();
            lost_bytes(&tab.all_words(), &phone.killed().open(9).all_words())
        }
        SaveState::Unsaved(_) => {
            let texts = ["first of the afternoon".to_owned(), "second of the afternoon".to_owned()];
            lost_bytes(&texts, &tab.all_words())
        }
        other => panic!("{what}: {other:?} at the end"),
    };
    phone.shelf.flush();
    let after = phone.killed().open(9).all_words();
    let morning = after.iter().filter(|words| *words == "of the morning").count();
    lost += (3 - morning) * "of the morning".len();
    assert_eq!(lost, 0, "{what}: bytes lost");
    // All words of this session are in the export, from the shelf or from memory, or else safe in the journal.
    let export = tab.store.export_raw();
    let journal: String = phone.journal.texts().into_values().collect();
    for text in ["first of the afternoon", "second of the afternoon"] {
        assert!(export.contains(text) || journal.contains(text), "{what}: {text} is not in the export");
    }
    assert!(export::read_export(&export).is_some());
    lost
}

#[test]
fn the_nth_call_of_the_shelf_fails() {
    let mut full = Trial::of("the phone is full at the n-th write");
    let mut other = Trial::of("a write fails, is torn or is forgotten");
    for with_journal in [true, false] {
        let phone = morning();
        phone.shelf.set_faults(FaultPlan::Never);
        afternoon(&phone, with_journal);
        let calls = phone.shelf.calls();
        assert!(calls > 20);
        for trouble in TROUBLES {
            for n in 1..=calls + 1 {
                for plan in [FaultPlan::Nth(n, *trouble), FaultPlan::From(n, *trouble)] {
                    let phone = morning();
                    phone.shelf.set_faults(plan);
                    let tab = afternoon(&phone, with_journal);
                    phone.shelf.set_faults(FaultPlan::Never);
                    let lost = check_truth(&phone, &tab, &format!("journal {with_journal}, {plan:?}"));
                    match trouble {
                        Trouble::Fails(Fault::Full) => full.tried(lost),
                        _ => other.tried(lost),
                    }
                }
            }
        }
    }
    full.note();
    other.note();
}

#[test]
fn the_nth_call_of_the_journal_fails() {
    let mut full = Trial::of("the phone is full at the n-th write");
    let mut other = Trial::of("a write fails, is torn or is forgotten");
    for fault in [Fault::Full, Fault::Blocked, Fault::Broken] {
        for n in 1..=12 {
            for plan in [FaultPlan::Nth(n, Trouble::Fails(fault)), FaultPlan::From(n, Trouble::Fails(fault))] {
                let phone = morning();
                phone.journal.set_faults(plan);
                let mut tab = afternoon(&phone, true);
                phone.journal.set_faults(FaultPlan::Never);
                let lost = check_truth(&phone, &tab, &format!("{plan:?}"));
                if fault == Fault::Full { &mut full } else { &mut other }.tried(lost);
                tab.store.retry();
                tab.settle();
                assert_eq!(tab.store.state(), SaveState::Saved, "{plan:?}");
                assert_eq!(phone.killed().open(9).book, tab.book, "{plan:?}");
            }
        }
    }
    full.note();
    other.note();
}

/// Storage full at the n-th write, for every n: the old value is whole, memory keeps the new one, she is told, the
/// export has everything.
#[test]
fn a_full_phone_keeps_the_old_and_tells() {
    let mut fault = Trial::of("the phone is full at the n-th write");
    for with_journal in [true, false] {
        for room in (0..4_000).step_by(count(37, 3)) {
            let phone = morning();
            // The reserve does not count as room here: it is tested below.
            phone.shelf.tamper(RESERVE_KEY, None);
            let before: usize = phone.shelf.texts().iter().map(|(k, t)| k.len() + t.encode_utf16().count()).sum();
            phone.shelf.set_quota(before + room);
            let tab = afternoon(&phone, with_journal);
            let what = format!("journal {with_journal}, room {room}");
            fault.tried(check_truth(&phone, &tab, &what));
            for (key, text) in phone.shelf.texts() {
                if sheet_of_key(&key).is_some() {
                    assert!(matches!(decode(&key, &text), Loaded::Ok(_)), "{what}: {key} is whole");
                }
            }
            let texts = ["first of the afternoon".to_owned(), "second of the afternoon".to_owned()];
            assert!(has_all(&tab.all_words(), &texts), "{what}: memory keeps the new");
            let told = tab.notices.contains(&Notice::NearlyFull);
            if !with_journal {
                assert!(told || tab.store.state() == SaveState::KeptNotSafe(Fault::Blocked), "{what}");
            }
        }
    }
    fault.note();
}

#[test]
fn the_reserve_gives_room_and_time() {
    let shelf = MemoryShelf::new();
    let mut tab = Tab::open(1, shelf.clone(), None);
    tab.add(plan(1));
    assert_eq!(shelf.texts()[RESERVE_KEY].len(), store::RESERVE);
    let used: usize = shelf.texts().iter().map(|(k, t)| k.len() + t.encode_utf16().count()).sum();
    shelf.set_quota(used);
    for n in 2..50 {
        assert_eq!(tab.add(plan(n)), SaveState::KeptNotSafe(Fault::Blocked), "plan {n}");
    }
    assert_eq!(tab.notices.iter().filter(|n| **n == Notice::NearlyFull).count(), 1, "told once");
    // At the next start there is no room for it: told again. With room it is laid again.
    let mut tab = Tab::open(2, shelf.clone(), None);
    tab.edit(&id(1), note("x"));
    assert!(tab.notices.contains(&Notice::NearlyFull));
    shelf.set_quota(0);
    let mut tab = Tab::open(3, shelf.clone(), None);
    tab.edit(&id(1), note("y"));
    assert!(!tab.notices.contains(&Notice::NearlyFull));
    assert!(shelf.texts().contains_key(RESERVE_KEY));
}
