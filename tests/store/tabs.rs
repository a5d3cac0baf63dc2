//! Two tabs of one browser, and the browser killed under them.

use phlov::plan::*;
use phlov::platform::memory::MemoryShelf;
use phlov::saved::*;

use crate::helpers::*;

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
    let mut fault = Trial::of("two tabs edit the same plan");
    for seed in 0..count(400, 4_000) as u64 {
        let (mut both, mut dice) = (TwoTabs::open(), Dice::new(seed));
        for _ in 0..24 {
            both.step(&mut dice);
        }
        both.settle();
        let [a, b] = &both.tabs[..] else { panic!() };
        assert_eq!(a.book, b.book, "seed {seed}");
        let after = both.phone.killed().open(3);
        assert_eq!(after.book, a.book, "seed {seed}: after a kill");
        let words = after.all_words();
        for edit in &both.written {
            fault.tried(lost_bytes([edit], &words));
        }
    }
    fault.note();
}

/// Not one message arrives (an old browser, a frozen tab): the journal alone keeps all.
#[test]
fn two_tabs_that_never_hear_of_each_other_lose_no_edit() {
    let mut fault = Trial::of("two tabs edit the same plan");
    for seed in 0..count(150, 1_500) as u64 {
        let (mut both, mut dice) = (TwoTabs::open(), Dice::new(seed));
        for _ in 0..16 {
            both.edit(dice.roll(2), dice.roll(4));
            if dice.roll(2) == 0 {
                both.phone.journal.run_one();
            }
        }
        both.phone.journal.run_all();
        let words = both.phone.killed().open(3).all_words();
        for edit in &both.written {
            fault.tried(lost_bytes([edit], &words));
        }
    }
    fault.note();
}

/// At every step the browser is killed in a copy of the world: what was "saved" then is there.
#[test]
fn what_was_saved_survives_a_kill_at_every_step() {
    let mut fault = Trial::of("the browser is killed when “saved” shows");
    for seed in 0..count(150, 1_500) as u64 {
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
            fault.tried(lost_bytes(&safe, &after.all_words()));
        }
    }
    fault.note();
}

/// Without a journal the shelf alone has to do: what one tab hears from the other is written back joined.
#[test]
fn two_tabs_without_a_journal_end_equal_when_they_hear_each_other() {
    let shelf = MemoryShelf::new();
    let mut a = Tab::open(1, shelf.clone(), None);
    a.add(plan(1));
    let mut b = Tab::open(2, shelf.other_tab(), None);
    a.told.clear();
    a.edit(&id(1), note("from a"));
    b.edit(&id(1), note("from b"));
    // The messages cross. The answer of each knows both.
    let (to_b, to_a) = (a.told.remove(0), b.told.remove(0));
    a.hear(&to_a.0, &to_a.1);
    b.hear(&to_b.0, &to_b.1);
    assert_eq!(a.book, b.book);
    shelf.flush();
    assert_eq!(Tab::open(3, shelf.after_kill(), None).book, a.book);
}

/// The write of another tab has reached this tab's shelf, its message has not: saving finds it.
#[test]
fn saving_finds_what_another_tab_has_put_on_the_shelf() {
    let shelf = MemoryShelf::new();
    let mut a = Tab::open(1, shelf.clone(), None);
    a.add(plan(1));
    let mut b = Tab::open(2, shelf.other_tab(), None);
    a.edit(&id(1), note("from a"));
    while b.shelf.catch_up().is_some() {}
    b.edit(&id(1), note("from b"));
    assert!(has_all(&b.all_words(), &["from a".to_owned(), "from b".to_owned()]));
    assert_eq!(store::peek(&b.shelf), b.book);
}

/// One tab seals or updates a record while another still writes it: what that one wrote is set aside, and belongs to the record again
/// as soon as it can be read.
#[test]
fn a_text_that_was_set_aside_and_can_be_read_is_joined() {
    let phone = Phone::default();
    let mut tab = phone.open(1);
    tab.add(plan(1));
    tab.settle();
    let key = plan_key(&id(1));
    let mut more = tab.book.sheets.get(&id(1)).expect("a plan").clone();
    more.write(&pen(9), &need(), "typed, not yet added");
    let aside = encode(&Record { rev: 9, body: Body::Sheet(Box::new(more)), unknown: Default::default() });
    phone.journal.tamper(&aside_key(&key, &aside), Some(&aside));
    let again = phone.open(2);
    assert_eq!(again.book.sheets.get(&id(1)).expect("a plan").need.current(), "typed, not yet added");
}
