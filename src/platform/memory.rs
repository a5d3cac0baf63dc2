//! The outside world in memory: a shelf and a journal that behave like the browser's, can lag between tabs, be killed,
//! and fail on command. For tests, and as the last resort where a browser gives no storage at all.

pub mod aloud;
#[cfg(not(target_arch = "wasm32"))]
pub mod dom;
mod outside;
mod phone;

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use super::storage::{Fault, JoinFn, Journal, OnRecords, OnStored, Shelf};

pub use phone::{Did, MemoryOutside};

/// Texts by key.
pub type Texts = BTreeMap<String, String>;

/// What goes wrong with a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It fails and says so.
    Fails(Fault),
    /// A write reports success, but only this many characters arrive.
    Torn(usize),
    /// A write reports success, but the old value stays.
    Stale,
    /// A write reports success, but afterwards nothing is there.
    Gone,
}

/// Which calls go wrong. Calls are counted from 1 since the plan was set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FaultPlan {
    /// None.
    #[default]
    Never,
    /// Only the n-th.
    Nth(usize, Trouble),
    /// The n-th and all that follow.
    From(usize, Trouble),
}

#[derive(Default)]
struct Faults {
    plan: FaultPlan,
    calls: usize,
}

impl Faults {
    fn set(&mut self, plan: FaultPlan) {
        *self = Faults { plan, calls: 0 };
    }

    /// Counts a call and says what goes wrong with it.
    fn next(&mut self) -> Option<Trouble> {
        self.calls += 1;
        match self.plan {
            FaultPlan::Nth(n, trouble) if n == self.calls => Some(trouble),
            FaultPlan::From(n, trouble) if n <= self.calls => Some(trouble),
            _ => None,
        }
    }
}

/// A shelf as one tab sees it. [`MemoryShelf::other_tab`] opens another tab on the same storage: it sees writes of this
/// one only after [`MemoryShelf::catch_up`]. The disk sees them only after [`MemoryShelf::flush`].
#[derive(Clone, Default)]
pub struct MemoryShelf {
    browser: Rc<RefCell<Browser>>,
    tab: usize,
}

/// The browser process behind all tabs.
#[derive(Default)]
struct Browser {
    disk: Texts,
    current: Texts,
    tabs: BTreeMap<usize, Tab>,
    /// In characters of keys and texts together (UTF-16 units, as browsers count); 0 = no limit.
    quota: usize,
    faults: Faults,
}

#[derive(Default)]
struct Tab {
    view: Texts,
    inbox: VecDeque<(String, Option<String>)>,
}

impl MemoryShelf {
    /// An empty shelf.
    pub fn new() -> Self {
        Self::default()
    }

    /// A shelf with these texts, on the disk.
    pub fn with(texts: Texts) -> Self {
        let shelf = Self::new();
        {
            let mut browser = shelf.browser.borrow_mut();
            browser.disk.clone_from(&texts);
            browser.current.clone_from(&texts);
            browser.tabs.entry(0).or_default().view = texts;
        }
        shelf
    }

    /// Another tab on the same storage. It begins with what the browser has now.
    pub fn other_tab(&self) -> Self {
        let mut browser = self.browser.borrow_mut();
        let tab = browser.tabs.len().max(1);
        let view = browser.current.clone();
        let inbox = VecDeque::new();
        browser.tabs.entry(0).or_default();
        browser.tabs.insert(tab, Tab { view, inbox });
        MemoryShelf { browser: self.browser.clone(), tab }
    }

    /// Lets this tab see the next write of another tab; gives its key and text as the `storage` event would.
    pub fn catch_up(&self) -> Option<(String, Option<String>)> {
        let mut browser = self.browser.borrow_mut();
        let tab = browser.tabs.get_mut(&self.tab)?;
        let (key, text) = tab.inbox.pop_front()?;
        match &text {
            Some(text) => tab.view.insert(key.clone(), text.clone()),
            None => tab.view.remove(&key),
        };
        Some((key, text))
    }

    /// Brings all writes to the disk.
    pub fn flush(&self) {
        let mut browser = self.browser.borrow_mut();
        browser.disk = browser.current.clone();
    }

    /// What a newly started browser finds after this one was killed.
    pub fn after_kill(&self) -> MemoryShelf {
        MemoryShelf::with(self.browser.borrow().disk.clone())
    }

    /// What this tab sees.
    pub fn texts(&self) -> Texts {
        let browser = self.browser.borrow();
        let tab = browser.tabs.get(&self.tab);
        tab.map(|tab| tab.view.clone()).unwrap_or_default()
    }

    /// Limits the storage to so many characters, 0 = no limit.
    pub fn set_quota(&self, characters: usize) {
        self.browser.borrow_mut().quota = characters;
    }

    /// Plans faults; the count of calls begins anew.
    pub fn set_faults(&self, plan: FaultPlan) {
        self.browser.borrow_mut().faults.set(plan);
    }

    /// Calls since the faults were planned.
    pub fn calls(&self) -> usize {
        self.browser.borrow().faults.calls
    }

    /// Writes, bypassing faults and quota, as all tabs see it at once: for damaging things in tests.
    pub fn tamper(&self, key: &str, text: Option<&str>) {
        let mut browser = self.browser.borrow_mut();
        browser.tabs.entry(self.tab).or_default();
        let Browser { disk, current, tabs, .. } = &mut *browser;
        let views = tabs.values_mut().map(|tab| &mut tab.view);
        for texts in [disk, current].into_iter().chain(views) {
            put(texts, key, text);
        }
    }
}

impl Browser {
    fn write(&mut self, tab: usize, key: &str, text: Option<&str>) {
        put(&mut self.current, key, text);
        for (other, state) in &mut self.tabs {
            if *other == tab {
                put(&mut state.view, key, text);
            } else {
                let change = (key.to_owned(), text.map(str::to_owned));
                state.inbox.push_back(change);
            }
        }
    }

    fn fits(&self, key: &str, text: &str) -> bool {
        if self.quota == 0 {
            return true;
        }
        let others = self.current.iter().filter(|(k, _)| *k != key);
        let used: usize = others.map(|(k, t)| units(k) + units(t)).sum();
        used + units(key) + units(text) <= self.quota
    }
}

impl Shelf for MemoryShelf {
    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        let mut browser = self.browser.borrow_mut();
        if let Some(Trouble::Fails(fault)) = browser.faults.next() {
            return Err(fault);
        }
        let tab = browser.tabs.get(&self.tab);
        Ok(tab.and_then(|tab| tab.view.get(key).cloned()))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fault> {
        let mut browser = self.browser.borrow_mut();
        browser.tabs.entry(self.tab).or_default();
        let trouble = browser.faults.next();
        if let Some(Trouble::Fails(fault)) = trouble {
            return Err(fault);
        }
        if !browser.fits(key, text) {
            return Err(Fault::Full);
        }
        match trouble {
            Some(Trouble::Torn(kept)) => {
                let torn: String = text.chars().take(kept).collect();
                browser.write(self.tab, key, Some(&torn));
            }
            Some(Trouble::Stale) => {}
            Some(Trouble::Gone) => browser.write(self.tab, key, None),
            _ => browser.write(self.tab, key, Some(text)),
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        let mut browser = self.browser.borrow_mut();
        if let Some(Trouble::Fails(fault)) = browser.faults.next() {
            return Err(fault);
        }
        browser.write(self.tab, key, None);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Fault> {
        let mut browser = self.browser.borrow_mut();
        if let Some(Trouble::Fails(fault)) = browser.faults.next() {
            return Err(fault);
        }
        let tab = browser.tabs.get(&self.tab);
        Ok(tab.map(|tab| tab.view.keys().cloned().collect()).unwrap_or_default())
    }
}

/// A journal; clones are the same one, as all tabs of a browser have the same. Calls are queued and do their work when
/// [`MemoryJournal::run_one`] lets them: each as one transaction, on the disk when `done` is called.
#[derive(Clone, Default)]
pub struct MemoryJournal(Rc<RefCell<Transactions>>);

#[derive(Default)]
struct Transactions {
    disk: Texts,
    queue: VecDeque<Job>,
    faults: Faults,
}

enum Job {
    Read(OnRecords),
    Commit(String, String, JoinFn, OnStored),
    Remove(String, OnStored),
}

impl MemoryJournal {
    /// An empty journal.
    pub fn new() -> Self {
        Self::default()
    }

    /// A journal with these texts.
    pub fn with(texts: Texts) -> Self {
        let journal = Self::new();
        journal.0.borrow_mut().disk = texts;
        journal
    }

    /// Does the oldest waiting call. `false` when none waits.
    pub fn run_one(&self) -> bool {
        let mut state = self.0.borrow_mut();
        let Some(job) = state.queue.pop_front() else {
            return false;
        };
        let trouble = state.faults.next();
        let fault = trouble.map(|trouble| match trouble {
            Trouble::Fails(fault) => fault,
            _ => Fault::Broken,
        });
        match job {
            Job::Read(done) => {
                let all = state.disk.iter();
                let records = all.map(|(k, t)| (k.clone(), t.clone())).collect();
                drop(state);
                done(fault.map_or(Ok(records), Err));
            }
            Job::Remove(key, done) => {
                let result = fault.map_or(Ok(String::new()), Err);
                if result.is_ok() {
                    state.disk.remove(&key);
                }
                drop(state);
                done(result);
            }
            Job::Commit(key, mine, join, done) => {
                let result = match fault {
                    Some(fault) => Err(fault),
                    None => Ok(state.commit(&key, mine, join)),
                };
                drop(state);
                done(result);
            }
        }
        true
    }

    /// Does all waiting calls, also those that come up meanwhile.
    pub fn run_all(&self) {
        while self.run_one() {}
    }

    /// Calls that wait.
    pub fn waiting(&self) -> usize {
        self.0.borrow().queue.len()
    }

    /// What is on the disk.
    pub fn texts(&self) -> Texts {
        self.0.borrow().disk.clone()
    }

    /// What a newly started browser finds after this one was killed: waiting calls are gone.
    pub fn after_kill(&self) -> MemoryJournal {
        MemoryJournal::with(self.texts())
    }

    /// Plans faults; the count of calls begins anew.
    pub fn set_faults(&self, plan: FaultPlan) {
        self.0.borrow_mut().faults.set(plan);
    }

    /// Changes a text directly: for damaging things in tests.
    pub fn tamper(&self, key: &str, text: Option<&str>) {
        put(&mut self.0.borrow_mut().disk, key, text);
    }
}

impl Transactions {
    fn commit(&mut self, key: &str, mine: String, join: JoinFn) -> String {
        let text = match self.disk.get(key) {
            Some(stored) => {
                let joined = join(key, stored, &mine);
                self.disk.extend(joined.aside);
                joined.text
            }
            None => mine,
        };
        self.disk.insert(key.to_owned(), text.clone());
        text
    }
}

impl Journal for MemoryJournal {
    fn read_all(&self, done: OnRecords) {
        self.0.borrow_mut().queue.push_back(Job::Read(done));
    }

    fn remove(&self, key: &str, done: OnStored) {
        self.0.borrow_mut().queue.push_back(Job::Remove(key.to_owned(), done));
    }

    fn commit(&self, key: &str, mine: String, join: JoinFn, done: OnStored) {
        let job = Job::Commit(key.to_owned(), mine, join, done);
        self.0.borrow_mut().queue.push_back(job);
    }
}

fn put(texts: &mut Texts, key: &str, text: Option<&str>) {
    match text {
        Some(text) => texts.insert(key.to_owned(), text.to_owned()),
        None => texts.remove(key),
    };
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
