//! A phone without a screen: the day is given, time passes when the test says so, and what the app did (addresses, looks, files,
//! focus) can be asked for. Clones are the same phone.

use super::{aloud::MemoryAloud, MemoryJournal, MemoryShelf, Texts};
use crate::dates::Date;
use crate::platform::storage::Shelf;
use crate::platform::{Look, News, Picture, Shared, StorageFacts};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

pub(super) type Call = Box<dyn FnOnce()>;
pub(super) type Listener = Rc<dyn Fn(News)>;

/// A phone without a screen.
#[derive(Clone)]
pub struct MemoryOutside(pub(super) Rc<World>);

pub(super) struct World {
    pub(super) today: Cell<Date>,
    /// Milliseconds that passed.
    pub(super) now: Cell<f64>,
    /// This browser derives no keys.
    pub(super) no_crypto: Cell<bool>,
    pub(super) disguised: Cell<bool>,
    pub(super) chance: Cell<u64>,
    pub(super) shelf: MemoryShelf,
    pub(super) journal: Option<MemoryJournal>,
    pub(super) attic: MemoryJournal,
    pub(super) online: Cell<bool>,
    pub(super) no_dialogs: Cell<bool>,
    pub(super) facts: Cell<StorageFacts>,
    /// The one of the phone's contacts that she would choose; `None` where no list is offered.
    pub(super) contact: RefCell<Option<String>>,
    /// What becomes of what is sent.
    pub(super) fate: Cell<Shared>,
    /// The file she would choose.
    pub(super) file: RefCell<Option<String>>,
    pub(super) fragment: RefCell<String>,
    /// The codes before the camera.
    pub(super) codes: RefCell<Vec<String>>,
    /// The addresses gone through; the last is the present one.
    pub(super) history: RefCell<Vec<String>>,
    /// Waits for the next picture.
    pub(super) after_render: RefCell<Vec<Call>>,
    /// Waits for so many milliseconds.
    pub(super) later: RefCell<Vec<(u32, Call)>>,
    pub(super) listener: RefCell<Option<Listener>>,
    pub(super) voice: Rc<MemoryAloud>,
    pub(super) did: RefCell<Did>,
}

/// What the app asked of the world, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Did {
    pub pushed: Vec<String>,
    pub replaced: Vec<String>,
    pub looks: Vec<Look>,
    pub focused: Vec<String>,
    /// The dialog that lies over the page.
    pub sheet: Option<String>,
    /// Name and text.
    pub files: Vec<(String, String)>,
    pub shared: Vec<String>,
    pub pictures: Vec<Picture>,
    pub copied: Vec<String>,
    pub printed: usize,
    /// Key and text of the messages to other tabs.
    pub told: Vec<(String, String)>,
    pub asked_to_persist: bool,
    pub took_update: bool,
    pub forgot_pages: bool,
    pub awake: bool,
}

impl MemoryOutside {
    /// A phone with network and empty storage, where the app is opened at this address.
    pub fn new(today: Date, address: &str) -> Self {
        Self::on(MemoryShelf::new(), Some(MemoryJournal::new()), today, address)
    }

    /// A phone with this storage.
    pub fn on(shelf: MemoryShelf, journal: Option<MemoryJournal>, today: Date, address: &str) -> Self {
        Self(Rc::new(World {
            today: Cell::new(today),
            now: Cell::new(0.0),
            no_crypto: Cell::new(false),
            disguised: Cell::new(false),
            chance: Cell::new(0),
            shelf,
            journal,
            attic: MemoryJournal::new(),
            online: Cell::new(true),
            no_dialogs: Cell::new(false),
            facts: Cell::default(),
            contact: RefCell::default(),
            fate: Cell::default(),
            file: RefCell::default(),
            fragment: RefCell::default(),
            codes: RefCell::default(),
            history: RefCell::new(vec![address.to_owned()]),
            after_render: RefCell::default(),
            later: RefCell::default(),
            listener: RefCell::default(),
            voice: Rc::default(),
            did: RefCell::default(),
        }))
    }

    /// The same storage after the app was closed, opened again at another address.
    #[must_use]
    pub fn opened_again(&self, address: &str) -> Self {
        self.with(self.0.shelf.clone(), address)
    }

    fn with(&self, shelf: MemoryShelf, address: &str) -> Self {
        let mut again = Self::on(shelf, self.0.journal.clone(), self.0.today.get(), address);
        if let Some(world) = Rc::get_mut(&mut again.0) {
            world.attic = self.0.attic.clone();
            // Chance does not begin anew.
            world.chance.set(self.0.chance.get() + 1_000);
        }
        again
    }

    /// The same phone after the browser's localStorage was cleared.
    #[must_use]
    pub fn with_cleared_shelf(&self, address: &str) -> Self {
        self.with(MemoryShelf::new(), address)
    }

    /// What lies on the shelf.
    pub fn shelf_texts(&self) -> Texts {
        self.0.shelf.texts()
    }

    /// What lies in the journal.
    pub fn journal_texts(&self) -> Texts {
        self.0.journal.as_ref().map(MemoryJournal::texts).unwrap_or_default()
    }

    /// The earlier states that are kept.
    pub fn attic_texts(&self) -> Texts {
        self.0.attic.texts()
    }

    /// A record vanishes from both stores.
    pub fn lose(&self, key: &str) {
        let _ = self.0.shelf.remove(key);
        if let Some(journal) = &self.0.journal {
            journal.tamper(key, None);
        }
    }

    /// The phone sleeps so long: no timer rings.
    pub fn pass(&self, ms: u32) {
        self.0.now.set(self.0.now.get() + f64::from(ms));
    }

    /// What the app did so far.
    pub fn did(&self) -> Did {
        self.0.did.borrow().clone()
    }

    /// Another day. The app looks at the clock when it is shown again.
    pub fn set_today(&self, today: Date) {
        self.0.today.set(today);
    }

    /// The network comes or goes, and the app hears of it.
    pub fn set_online(&self, online: bool) {
        self.0.online.set(online);
        self.tell(News::Online(online));
    }

    /// How the storage of this phone stands.
    pub fn set_storage_facts(&self, facts: StorageFacts) {
        self.0.facts.set(facts);
    }

    /// The page came over plain http: the browser derives no keys.
    pub fn without_crypto(&self) {
        self.0.no_crypto.set(true);
    }

    /// The browser is too old for dialogs.
    pub fn without_dialogs(&self) {
        self.0.no_dialogs.set(true);
    }

    /// The phone offers its list of contacts, and she would choose this one.
    pub fn set_contact(&self, lines: &str) {
        self.0.contact.replace(Some(lines.to_owned()));
    }

    /// The address has this fragment.
    pub fn set_fragment(&self, fragment: &str) {
        self.0.fragment.replace(fragment.to_owned());
    }

    /// The codes that the camera will see.
    pub fn set_codes(&self, codes: Vec<String>) {
        self.0.codes.replace(codes);
    }

    /// The file that she would choose.
    pub fn set_file(&self, text: &str) {
        self.0.file.replace(Some(text.to_owned()));
    }

    /// What becomes of what is sent from now on.
    pub fn set_fate(&self, fate: Shared) {
        self.0.fate.set(fate);
    }

    /// Gives the app news, if it listens.
    pub fn tell(&self, news: News) {
        let listener = self.0.listener.borrow().clone();
        if let Some(listener) = listener {
            listener(news);
        }
    }

    /// Lets everything happen that waits: the journal, the next picture. Timers stay.
    pub fn settle(&self) {
        loop {
            let calls = self.0.after_render.take();
            let waiting = self.0.attic.waiting() > 0 || self.0.journal.as_ref().is_some_and(|journal| journal.waiting() > 0);
            if calls.is_empty() && !waiting {
                return;
            }
            for call in calls {
                call();
            }
            self.0.attic.run_all();
            if let Some(journal) = &self.0.journal {
                journal.run_all();
            }
        }
    }

    /// Lets so many milliseconds pass.
    pub fn wait(&self, ms: u32) {
        self.0.now.set(self.0.now.get() + f64::from(ms));
        let (due, rest): (Vec<_>, Vec<_>) = self.0.later.take().into_iter().partition(|(at, _)| *at <= ms);
        self.0.later.replace(rest.into_iter().map(|(at, call)| (at - ms, call)).collect());
        for (_, call) in due {
            call();
        }
        self.settle();
    }

    pub(super) fn note(&self, note: impl FnOnce(&mut Did)) {
        note(&mut self.0.did.borrow_mut());
    }
}
