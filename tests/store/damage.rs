//! Damaged records, and records of a newer app.

use std::collections::{BTreeMap, BTreeSet};

use phlov::platform::memory::{MemoryJournal, MemoryShelf, Texts};
use phlov::platform::storage::{Joined, Shelf};
use phlov::saved::*;

use crate::faults::morning;
use crate::helpers::*;

fn fifty() -> Texts {
    let mut texts = BTreeMap::new();
    for n in 0..50 {
        let mut plan = plan(n);
        plan.write(&pen(1), &need(), NASTY[n as usize % NASTY.len()]);
        let body = Body::Sheet(Box::new(plan));
        let record = Record { rev: n as u32, body, unknown: Default::default() };
        texts.insert(record.body.key(), encode(&record));
    }
    texts
}

/// Bytes of stored text that are neither a plan on the screen nor kept raw: known to the app, on the phone, in the copy.
fn lost(tab: &Tab, shelf: &MemoryShelf, stored: &Texts) -> usize {
    let export = export::read_export(&tab.store.export_raw()).expect("an export");
    let kept = |key: &String, text: &String| match decode(key, text) {
        Loaded::Ok(Record { body: Body::Sheet(plan), .. }) => tab.book.sheets.get(&plan.id) == Some(&*plan),
        _ => {
            tab.store.asides().iter().any(|aside| aside.of == *key && aside.text == *text)
                && shelf.texts().values().any(|t| t == text)
                && export.iter().any(|(_, t)| t == text)
        }
    };
    stored.iter().filter(|(key, text)| !kept(key, text)).map(|(_, text)| text.len()).sum()
}

/// Bytes that are read although they are not what was written: instead of the text of hers that is set aside.
fn read_wrong(key: &str, text: &str) -> usize {
    usize::from(!matches!(decode(key, text), Loaded::Damaged(_))) * text.len()
}

/// Opens fifty plans of which some texts were changed; with and without the journal's copies. Gives the bytes that are lost.
fn check_damage(changed: &Texts, whole: &Texts, plans_fewer: usize, what: &str) -> usize {
    let shelf = MemoryShelf::with(changed.clone());
    let tab = Tab::open(1, shelf.clone(), Some(MemoryJournal::new()));
    assert!(tab.book.sheets.len() >= 50 - plans_fewer, "{what}: {} plans", tab.book.sheets.len());
    let lost = lost(&tab, &shelf, changed);
    assert_eq!(lost, 0, "{what}: bytes neither on the screen nor set aside");
    // The next start says nothing new, and knows it still.
    let again = Tab::open(2, shelf, Some(MemoryJournal::new()));
    assert!(again.notices.is_empty(), "{what}: {:?}", again.notices);
    assert_eq!(again.store.asides(), tab.store.asides(), "{what}");

    let journal = MemoryJournal::with(whole.clone());
    let tab = Tab::open(3, MemoryShelf::with(changed.clone()), Some(journal));
    assert_eq!(tab.book.sheets.len(), 50, "{what}: the journal has them all");
    let rescued = |notice: &Notice| matches!(notice, Notice::SetAside { rescued: true, .. });
    assert!(tab.notices.iter().all(rescued), "{what}");
    lost
}

#[test]
fn any_flipped_byte_costs_at_most_one_plan() {
    let whole = fifty();
    let mut dice = Dice::new(1);
    let mut fault = Trial::of("a byte of a stored plan is flipped");
    for (key, text) in &whole {
        let sampled = dice.roll(text.len());
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << (at % 8);
            let flipped = String::from_utf8_lossy(&bytes).into_owned();
            fault.tried(read_wrong(key, &flipped));
            // A record that is told as damaged is set aside, whatever is damaged in it: a few whole starts of each plan.
            if at % count(text.len(), 1) == sampled % count(text.len(), 1) {
                let mut changed = whole.clone();
                changed.insert(key.clone(), flipped);
                fault.tried(check_damage(&changed, &whole, 1, &format!("{key}, byte {at}")));
            }
        }
    }
    fault.note();
}

#[test]
fn any_truncation_costs_at_most_one_plan() {
    let whole = fifty();
    let mut fault = Trial::of("a stored plan is cut off");
    for (n, (key, text)) in whole.iter().enumerate() {
        for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
            fault.tried(read_wrong(key, &text[..at]));
            if at % count(400, 1) == n % count(400, 1) {
                let mut changed = whole.clone();
                changed.insert(key.clone(), text[..at].to_owned());
                fault.tried(check_damage(&changed, &whole, 1, &format!("{key} cut at {at}")));
            }
        }
    }
    fault.note();
}

#[test]
fn swapped_values_cost_no_plan_and_a_copied_one_costs_one() {
    let whole = fifty();
    let keys: Vec<&String> = whole.keys().collect();
    let mut fault = Trial::of("stored plans change places");
    let pairs = (0..50).flat_map(|a| (0..a).map(move |b| (a, b)));
    for (a, b) in pairs.step_by(count(49, 1)) {
        let (a, b) = (keys[a], keys[b]);
        let mut changed = whole.clone();
        changed.insert(a.clone(), whole[b].clone());
        fault.tried(check_damage(&changed, &whole, 1, &format!("{b} copied over {a}")));
        changed.insert(b.clone(), whole[a].clone());
        fault.tried(check_damage(&changed, &whole, 0, &format!("{a} and {b} swapped")));
    }
    fault.note();
}

#[test]
fn damage_in_the_journal_is_kept_and_mended() {
    let whole = fifty();
    let key = whole.keys().next().expect("a plan");
    for shelf_has_it in [true, false] {
        let (mut on_shelf, journal) = (whole.clone(), MemoryJournal::with(whole.clone()));
        journal.tamper(key, Some("phlov1 garbage"));
        if !shelf_has_it {
            on_shelf.remove(key);
        }
        let mut tab = Tab::open(1, MemoryShelf::with(on_shelf), Some(journal.clone()));
        tab.settle();
        assert_eq!(tab.book.sheets.len(), 49 + usize::from(shelf_has_it));
        assert!(journal.texts().values().any(|text| text == "phlov1 garbage"), "still there");
        assert_eq!(tab.store.asides().len(), 1);
        if shelf_has_it {
            assert_eq!(journal.texts()[key], whole[key], "mended");
        }
        let again = Tab::open(2, MemoryShelf::with(whole.clone()), Some(journal));
        assert!(again.notices.is_empty(), "{:?}", again.notices);
    }
}

// ── newer than this app ──

#[test]
fn a_record_of_a_newer_app_is_never_touched() {
    let key = plan_key(&id(1));
    let newer = envelope::seal(&key, "plan", FORMAT + 1, 99, "{\"of\":\"tomorrow\"}");
    let older = fifty()[&key].clone();
    let mut fault = Trial::of("a plan is of a newer app");
    for (on_shelf, in_journal) in [
        (Some(&newer), None),
        (None, Some(&newer)),
        (Some(&newer), Some(&older)),
        (Some(&older), Some(&newer)),
        (Some(&newer), Some(&newer)),
    ] {
        let texts = |text: Option<&String>| text.map(|text| (key.clone(), text.clone())).into_iter().collect();
        let (shelf, journal) = (MemoryShelf::with(texts(on_shelf)), MemoryJournal::with(texts(in_journal)));
        let mut tab = Tab::open(1, shelf.clone(), Some(journal.clone()));
        assert!(tab.store.is_locked(&id(1)));
        assert_eq!(tab.notices, [Notice::TooNew { of: key.clone() }]);
        let readable = [on_shelf, in_journal].contains(&Some(&older));
        assert_eq!(tab.book.sheets.contains_key(&id(1)), readable, "shown as far as possible");
        // The screen offers no editing; should it be tried all the same, the edit is set aside.
        tab.add(plan(1));
        tab.settle();
        assert_eq!(tab.store.state(), SaveState::TooNew);
        let [aside] = &tab.store.asides()[..] else { panic!("one text is set aside") };
        let edit = usize::from(!matches!(decode(&key, &aside.text), Loaded::Ok(_))) * aside.text.len();
        let places = [(shelf.texts(), on_shelf), (journal.texts(), in_journal)];
        let overwritten = places.iter().filter(|(texts, text)| *text == Some(&newer) && texts.get(&key) != *text);
        fault.tried(edit + overwritten.map(|_| newer.len()).sum::<usize>());
    }
    fault.note();
}

#[test]
fn a_tab_that_was_updated_meanwhile_is_respected() {
    let phone = morning();
    let mut tab = phone.open(1);
    let key = plan_key(&id(1));
    let newer = envelope::seal(&key, "plan", FORMAT + 1, 99, "{\"of\":\"tomorrow\"}");
    phone.journal.tamper(&key, Some(&newer));
    tab.edit(&id(1), note("from the old tab"));
    tab.settle();
    assert_eq!(tab.state, SaveState::TooNew);
    assert!(tab.store.is_locked(&id(1)));
    assert_eq!(phone.journal.texts()[&key], newer);
    let aside: Vec<Aside> = tab.store.asides();
    assert!(aside[0].text.contains("from the old tab"));
    assert!(phone.journal.texts().contains_key(&aside[0].key), "and durable");
    // A message of the newer tab is not misread.
    tab.hear(&plan_key(&id(2)), &envelope::seal(&plan_key(&id(2)), "plan", FORMAT + 1, 1, ""));
    assert!(tab.store.is_locked(&id(2)));
    tab.hear(&plan_key(&id(3)), "garbage");
    assert!(!tab.store.is_locked(&id(3)));
}

#[test]
fn other_things_on_the_shelf_are_left_alone() {
    let shelf = MemoryShelf::new();
    let foreign = ["phlov:future:1", "phlov:plan:", "phlov:plan:../x", "someone-else", ""];
    for key in foreign {
        shelf.tamper(key, Some("theirs"));
    }
    let mut tab = Tab::open(1, shelf.clone(), Some(MemoryJournal::new()));
    tab.add(plan(1));
    tab.settle();
    assert!(tab.notices.is_empty());
    for key in foreign {
        assert_eq!(shelf.get(key), Ok(Some("theirs".to_owned())), "{key}");
    }
    assert!(tab.store.export_raw().contains("phlov:future:1"), "but exported, if it is ours");
}

#[test]
fn join_keeps_what_it_cannot_join() {
    let whole = fifty();
    let (key, text) = whole.iter().next().expect("a plan");
    let newer = envelope::seal(key, "plan", FORMAT + 1, 1, "");
    for (stored, mine, result, aside) in [
        (text.as_str(), text.as_str(), text.as_str(), None),
        ("garbage", text, text, Some("garbage")),
        (text, "garbage", text, Some("garbage")),
        (&newer, text, &newer, Some(text.as_str())),
        (text, &newer, text, Some(&newer)),
    ] {
        let aside = aside.map(|aside| (aside_key(key, aside), aside.to_owned()));
        let expected = Joined { text: result.to_owned(), aside };
        assert_eq!(join(key, stored, mine), expected);
    }
    let asides: BTreeSet<String> = ["a", "b"].map(|raw| aside_key(key, raw)).into();
    assert_eq!(asides.len(), 2);
    assert!(asides.iter().all(|aside| key_of_aside(aside) == Some(key)));
}
