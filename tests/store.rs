//! The store on a phone where things go wrong: nothing lost, said in words, a way on.

mod helpers;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use helpers::*;
use phlov::plan::*;
use phlov::platform::memory::{FaultPlan, MemoryJournal, MemoryShelf, Texts, Trouble};
use phlov::platform::storage::{Fault, JoinFn, Joined, Journal, OnRecords, OnStored, Shelf};
use phlov::saved::*;

fn note(text: &str) -> impl FnOnce(&mut Plan, &Pen) + '_ {
    move |plan, pen| {
        plan.add_item(pen, List::Question, text);
    }
}

fn has_all(words: &[String], expected: &[String]) -> bool {
    expected.iter().all(|text| words.contains(text))
}

// ── saving and opening ──

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

// ── two tabs ──

/// Two tabs of one browser; messages and writes arrive late, in any order of steps.
struct TwoTabs {
    phone: Phone,
    tabs: Vec<Tab>,
    mail: Vec<(usize, String, String)>,
    written: Vec<String>,
    /// What each tab wrote.
    by: [Vec<String>; 2],
}

impl TwoTabs {
    fn open() -> TwoTabs {
        let phone = Phone::default();
        let mut first = phone.open(1);
        first.add(plan(1));
        first.settle();
        let second = phone.open_other_tab(2);
        let mut both =
            TwoTabs { phone, tabs: vec![first, second], mail: Vec::new(), written: Vec::new(), by: Default::default() };
        both.post();
        both.mail.clear();
        both
    }

    fn edit(&mut self, who: usize, what: usize) {
        let text = format!("edit {}", self.written.len());
        self.tabs[who].edit(&id(1), |plan, pen| match what % 4 {
            0 | 1 => drop(plan.add_item(pen, List::Step, &text)),
            2 => drop(plan.add_item(pen, List::Document, &text)),
            // Over a version that the other tab may have changed meanwhile: as two people typing.
            _ => drop(plan.write_over(pen, &Field::Need, None, &text)),
        });
        self.written.push(text.clone());
        self.by[who].push(text);
        self.post();
    }

    fn post(&mut self) {
        for (who, tab) in self.tabs.iter_mut().enumerate() {
            tab.look();
            for (key, text) in tab.told.drain(..) {
                self.mail.push((1 - who, key, text));
            }
        }
    }

    fn deliver(&mut self) -> bool {
        if self.mail.is_empty() {
            return false;
        }
        let (to, key, text) = self.mail.remove(0);
        self.tabs[to].hear(&key, &text);
        self.post();
        true
    }

    fn catch_up(&mut self, who: usize) -> bool {
        let Some((key, text)) = self.tabs[who].shelf.catch_up() else {
            return false;
        };
        if let Some(text) = text {
            self.tabs[who].hear(&key, &text);
        }
        self.post();
        true
    }

    fn step(&mut self, dice: &mut Dice) {
        let who = dice.roll(2);
        match dice.roll(8) {
            0..=2 => self.edit(who, dice.roll(4)),
            3 | 4 => drop((self.phone.journal.run_one(), self.post())),
            5 => drop(self.catch_up(who)),
            6 => drop(self.deliver()),
            _ => self.phone.shelf.flush(),
        }
    }

    /// Lets everything arrive.
    fn settle(&mut self) {
        for _ in 0..1000 {
            let journal = self.phone.journal.run_one();
            self.post();
            if !(journal | self.deliver() | self.catch_up(0) | self.catch_up(1)) {
                return;
            }
        }
        panic!("the tabs never stop talking");
    }
}

#[test]
fn two_tabs_lose_no_edit() {
    let mut edits = 0;
    for seed in 0..400 {
        let (mut both, mut dice) = (TwoTabs::open(), Dice::new(seed));
        for _ in 0..24 {
            both.step(&mut dice);
        }
        both.settle();
        edits += both.written.len();
        let [a, b] = &both.tabs[..] else { panic!() };
        assert_eq!(a.book, b.book, "seed {seed}");
        assert!(has_all(&a.all_words(), &both.written), "seed {seed}: in memory");
        let after = both.phone.killed().open(3);
        assert_eq!(after.book, a.book, "seed {seed}: after a kill");
    }
    println!("{edits} edits from two tabs, 0 lost");
}

/// Not one message arrives (an old browser, a frozen tab): the journal alone keeps all.
#[test]
fn two_tabs_that_never_hear_of_each_other_lose_no_edit() {
    for seed in 0..150 {
        let (mut both, mut dice) = (TwoTabs::open(), Dice::new(seed));
        for _ in 0..16 {
            both.edit(dice.roll(2), dice.roll(4));
            if dice.roll(2) == 0 {
                both.phone.journal.run_one();
            }
        }
        both.phone.journal.run_all();
        let after = both.phone.killed().open(3);
        assert!(has_all(&after.all_words(), &both.written), "seed {seed}");
    }
}

/// At every step the browser is killed in a copy of the world: what was "saved" then is there.
#[test]
fn what_was_saved_survives_a_kill_at_every_step() {
    let mut kills = 0;
    for seed in 0..150 {
        let (mut both, mut dice) = (TwoTabs::open(), Dice::new(seed));
        let mut safe: Vec<String> = Vec::new();
        for _ in 0..24 {
            both.step(&mut dice);
            // What was written in a tab is promised when that tab says "saved".
            for (tab, written) in both.tabs.iter().zip(&both.by) {
                if tab.store.state() == SaveState::Saved {
                    safe.extend(written.iter().cloned());
                }
            }
            safe.sort();
            safe.dedup();
            let after = both.phone.killed().open(3);
            assert!(has_all(&after.all_words(), &safe), "seed {seed}");
            kills += 1;
        }
    }
    println!("{kills} kills, nothing lost that was shown as saved");
}

// ── faults ──

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
        if !tab.book.plans.contains_key(&id(n)) {
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

fn morning() -> Phone {
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

/// Whatever went wrong: what is told is true, and everything can be exported.
fn check_truth(phone: &Phone, tab: &Tab, what: &str) {
    let words = tab.all_words();
    match tab.store.state() {
        SaveState::Saved => {
            let after = phone.killed().open(9);
            assert!(has_all(&after.all_words(), &words), "{what}: saved, but lost in a kill");
        }
        SaveState::KeptNotSafe(_) => {
            phone.shelf.flush();
            let after = phone.killed().open(9);
            assert!(has_all(&after.all_words(), &words), "{what}: kept, but lost");
        }
        SaveState::Unsaved(_) => {}
        other => panic!("{what}: {other:?} at the end"),
    }
    // All words of this session are in the export, from the shelf or from memory, or else safe in the journal.
    let export = tab.store.export_raw();
    let journal: String = phone.journal.texts().into_values().collect();
    for text in ["first of the afternoon", "second of the afternoon"] {
        assert!(export.contains(text) || journal.contains(text), "{what}: {text} is not in the export");
    }
    assert!(export::read_export(&export).is_some());
}

#[test]
fn the_nth_call_of_the_shelf_fails() {
    let mut runs = 0;
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
                    check_truth(&phone, &tab, &format!("journal {with_journal}, {plan:?}"));
                    // What was stored in the morning is nowhere lost.
                    phone.shelf.flush();
                    let after = phone.killed().open(9);
                    let morning = after.all_words().iter().filter(|w| *w == "of the morning").count();
                    assert_eq!(morning, 3, "journal {with_journal}, {plan:?}");
                    runs += 1;
                }
            }
        }
    }
    println!("{runs} afternoons with a failing shelf");
}

#[test]
fn the_nth_call_of_the_journal_fails() {
    for fault in [Fault::Full, Fault::Blocked, Fault::Broken] {
        for n in 1..=12 {
            for plan in [FaultPlan::Nth(n, Trouble::Fails(fault)), FaultPlan::From(n, Trouble::Fails(fault))] {
                let phone = morning();
                phone.journal.set_faults(plan);
                let mut tab = afternoon(&phone, true);
                phone.journal.set_faults(FaultPlan::Never);
                check_truth(&phone, &tab, &format!("{plan:?}"));
                tab.store.retry();
                tab.settle();
                assert_eq!(tab.store.state(), SaveState::Saved, "{plan:?}");
                assert_eq!(phone.killed().open(9).book, tab.book, "{plan:?}");
            }
        }
    }
}

/// Storage full at the n-th write, for every n: the old value is whole, memory keeps the new one, she is told, the
/// export has everything.
#[test]
fn a_full_phone_keeps_the_old_and_tells() {
    for with_journal in [true, false] {
        for room in (0..4_000).step_by(37) {
            let phone = morning();
            // The reserve does not count as room here: it is tested below.
            phone.shelf.tamper(RESERVE_KEY, None);
            let before: usize = phone.shelf.texts().iter().map(|(k, t)| k.len() + t.encode_utf16().count()).sum();
            phone.shelf.set_quota(before + room);
            let tab = afternoon(&phone, with_journal);
            let what = format!("journal {with_journal}, room {room}");
            check_truth(&phone, &tab, &what);
            for (key, text) in phone.shelf.texts() {
                if plan_of_key(&key).is_some() {
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

// ── damage ──

fn fifty() -> Texts {
    let mut texts = BTreeMap::new();
    for n in 0..50 {
        let mut plan = plan(n);
        plan.write(&pen(1), &need(), NASTY[n as usize % NASTY.len()]);
        let body = Body::Plan(Box::new(plan));
        let record = Record { rev: n as u32, body, unknown: Default::default() };
        texts.insert(record.body.key(), encode(&record));
    }
    texts
}

/// Opens fifty plans of which some texts were changed; with and without the journal's copies.
fn check_damage(changed: &Texts, whole: &Texts, lost: usize, what: &str) {
    let shelf = MemoryShelf::with(changed.clone());
    let tab = Tab::open(1, shelf.clone(), Some(MemoryJournal::new()));
    assert!(tab.book.plans.len() >= 50 - lost, "{what}: {} plans", tab.book.plans.len());
    for (key, text) in changed.iter().filter(|(key, text)| whole[*key] != **text) {
        let kept = tab.store.asides().iter().any(|aside| aside.of == *key && aside.text == *text);
        assert!(kept, "{what}: {key} is set aside raw");
        assert!(shelf.texts().values().any(|t| t == text), "{what}: on the phone as well");
        let export = export::read_export(&tab.store.export_raw()).expect("an export");
        assert!(export.iter().any(|(_, t)| t == text), "{what}: and in the export");
    }
    // The next start says nothing new, and knows it still.
    let again = Tab::open(2, shelf, Some(MemoryJournal::new()));
    assert!(again.notices.is_empty(), "{what}: {:?}", again.notices);
    assert_eq!(again.store.asides(), tab.store.asides(), "{what}");

    let journal = MemoryJournal::with(whole.clone());
    let tab = Tab::open(3, MemoryShelf::with(changed.clone()), Some(journal));
    assert_eq!(tab.book.plans.len(), 50, "{what}: the journal has them all");
    let rescued = |notice: &Notice| matches!(notice, Notice::SetAside { rescued: true, .. });
    assert!(tab.notices.iter().all(rescued), "{what}");
}

#[test]
fn any_flipped_byte_costs_at_most_one_plan() {
    let whole = fifty();
    let mut dice = Dice::new(1);
    let (mut flips, mut opens) = (0, 0);
    for (key, text) in &whole {
        let sampled = dice.roll(text.len());
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << (at % 8);
            let flipped = String::from_utf8_lossy(&bytes).into_owned();
            assert!(matches!(decode(key, &flipped), Loaded::Damaged(_)), "{key} {at}");
            flips += 1;
            if sampled == at {
                let mut changed = whole.clone();
                changed.insert(key.clone(), flipped);
                check_damage(&changed, &whole, 1, &format!("{key}, byte {at}"));
                opens += 1;
            }
        }
    }
    println!("{flips} flipped bytes, {opens} whole starts");
}

#[test]
fn any_truncation_costs_at_most_one_plan() {
    let whole = fifty();
    let (key, text) = whole.iter().nth(2).expect("a plan");
    for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
        assert!(matches!(decode(key, &text[..at]), Loaded::Damaged(_)), "cut at {at}");
        if at % 40 == 0 {
            let mut changed = whole.clone();
            changed.insert(key.clone(), text[..at].to_owned());
            check_damage(&changed, &whole, 1, &format!("cut at {at}"));
        }
    }
}

#[test]
fn swapped_values_cost_no_plan_and_a_copied_one_costs_one() {
    let whole = fifty();
    let keys: Vec<&String> = whole.keys().collect();
    for (a, b) in [(0, 1), (7, 40), (49, 3)] {
        let (a, b) = (keys[a], keys[b]);
        let mut changed = whole.clone();
        changed.insert(a.clone(), whole[b].clone());
        check_damage(&changed, &whole, 1, &format!("{b} copied over {a}"));
        changed.insert(b.clone(), whole[a].clone());
        check_damage(&changed, &whole, 0, &format!("{a} and {b} swapped"));
    }
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
        assert_eq!(tab.book.plans.len(), 49 + usize::from(shelf_has_it));
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
        assert_eq!(tab.book.plans.contains_key(&id(1)), readable, "shown as far as possible");
        // The screen offers no editing; should it be tried all the same, the edit is set aside.
        tab.add(plan(1));
        tab.settle();
        assert_eq!(tab.store.state(), SaveState::TooNew);
        for (texts, text) in [(shelf.texts(), on_shelf), (journal.texts(), in_journal)] {
            if text == Some(&newer) {
                assert_eq!(texts.get(&key), Some(&newer), "byte for byte");
            }
        }
        assert_eq!(tab.store.asides().len(), 1);
    }
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
    let foreign = ["phlov:person:1", "phlov:plan:", "phlov:plan:../x", "someone-else", ""];
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
    assert!(tab.store.export_raw().contains("phlov:person:1"), "but exported, if it is ours");
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
