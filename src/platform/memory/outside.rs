//! The whole outside world in memory: the day is given, time passes when the test says so, and what the app did
//! (addresses, looks, files, focus) can be asked for. Clones are the same world, as one phone has one.

use super::{aloud::MemoryAloud, MemoryJournal, MemoryShelf, Texts};
use crate::dates::Date;
use crate::platform::storage::{Journal, Shelf};
use crate::platform::{aloud::Aloud, Look, News, OnBytes, OnShared, OnText, Outside, Picture, Shared, StorageFacts, TextFile};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

type Call = Box<dyn FnOnce()>;
type Listener = Rc<dyn Fn(News)>;

/// A phone without a screen.
#[derive(Clone)]
pub struct MemoryOutside(pub(super) Rc<World>);

pub(super) struct World {
    today: Cell<Date>,
    /// Milliseconds that passed.
    now: Cell<f64>,
    /// This browser derives no keys.
    no_crypto: Cell<bool>,
    disguised: Cell<bool>,
    chance: Cell<u64>,
    shelf: MemoryShelf,
    journal: Option<MemoryJournal>,
    attic: MemoryJournal,
    online: Cell<bool>,
    no_dialogs: Cell<bool>,
    facts: Cell<StorageFacts>,
    /// The one of the phone's contacts that she would choose; `None` where no list is offered.
    contact: RefCell<Option<String>>,
    /// What becomes of what is sent.
    fate: Cell<Shared>,
    /// The file she would choose.
    file: RefCell<Option<String>>,
    fragment: RefCell<String>,
    /// The codes before the camera.
    codes: RefCell<Vec<String>>,
    /// The addresses gone through; the last is the present one.
    history: RefCell<Vec<String>>,
    /// Waits for the next picture.
    after_render: RefCell<Vec<Call>>,
    /// Waits for so many milliseconds.
    later: RefCell<Vec<(u32, Call)>>,
    listener: RefCell<Option<Listener>>,
    pub(super) voice: Rc<MemoryAloud>,
    did: RefCell<Did>,
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
    pub ready: bool,
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

    fn note(&self, note: impl FnOnce(&mut Did)) {
        note(&mut self.0.did.borrow_mut());
    }
}

impl Outside for MemoryOutside {
    fn today(&self) -> Date {
        self.0.today.get()
    }

    /// Different each time, and the same in every run.
    fn random(&self) -> u64 {
        self.0.chance.set(self.0.chance.get() + 1);
        self.0.chance.get().wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    fn now(&self) -> f64 {
        self.0.now.get()
    }

    fn later(&self, ms: u32, what: Call) {
        self.0.later.borrow_mut().push((ms, what));
    }

    fn after_render(&self, what: Call) {
        self.0.after_render.borrow_mut().push(what);
    }

    fn shelf(&self) -> Rc<dyn Shelf> {
        Rc::new(self.0.shelf.clone())
    }

    fn journal(&self) -> Option<Rc<dyn Journal>> {
        let journal = self.0.journal.clone()?;
        Some(Rc::new(journal))
    }

    fn attic(&self) -> Option<Rc<dyn Journal>> {
        Some(Rc::new(self.0.attic.clone()))
    }

    fn tell_tabs(&self, key: &str, text: &str) {
        self.note(|did| did.told.push((key.to_owned(), text.to_owned())));
    }

    fn ask_to_persist(&self, done: Box<dyn FnOnce(bool)>) {
        self.note(|did| did.asked_to_persist = true);
        self.after_render(Box::new(move || done(true)));
    }

    fn storage_facts(&self, done: Box<dyn FnOnce(StorageFacts)>) {
        done(self.0.facts.get());
    }

    /// Not PBKDF2, but as sure to differ for another secret or salt; quick.
    fn derive(&self, secret: &str, salt: &[u8], rounds: u32, done: OnBytes) {
        let mut out = [0u8; 32];
        let mut state = 0xcbf2_9ce4_8422_2325u64 ^ u64::from(rounds);
        for (at, byte) in secret.bytes().chain(salt.iter().copied()).chain([0; 64]).enumerate() {
            state = (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3).rotate_left(29);
            out[at % 32] ^= (state >> 24) as u8;
        }
        let found = (!self.0.no_crypto.get()).then_some(out);
        self.after_render(Box::new(move || done(found)));
    }

    fn address(&self) -> String {
        self.0.history.borrow().last().cloned().unwrap_or_default()
    }

    fn push(&self, address: &str) {
        self.0.history.borrow_mut().push(address.to_owned());
        self.note(|did| did.pushed.push(address.to_owned()));
    }

    fn replace(&self, address: &str) {
        if let Some(here) = self.0.history.borrow_mut().last_mut() {
            address.clone_into(here);
        }
        self.note(|did| did.replaced.push(address.to_owned()));
    }

    fn back(&self) -> bool {
        {
            let mut history = self.0.history.borrow_mut();
            if history.len() < 2 {
                return false;
            }
            history.pop();
        }
        // As in the browser, the news of it comes later.
        let (world, address) = (self.clone(), self.address());
        self.after_render(Box::new(move || world.tell(News::Address { address, y: 0.0 })));
        true
    }

    fn look(&self, look: &Look) {
        self.note(|did| did.looks.push(look.clone()));
    }

    fn is_disguised(&self) -> bool {
        self.0.disguised.get()
    }

    fn disguise(&self, plain: bool) {
        self.0.disguised.set(plain);
    }

    fn scroll_to(&self, _y: f64) {}

    fn focus(&self, id: &str) {
        self.note(|did| did.focused.push(id.to_owned()));
    }

    fn open_sheet(&self, id: &str) -> bool {
        self.note(|did| did.sheet = Some(id.to_owned()));
        !self.0.no_dialogs.get()
    }

    fn close_sheet(&self, _id: &str) {
        self.note(|did| did.sheet = None);
    }

    fn is_online(&self) -> bool {
        self.0.online.get()
    }

    fn save_file(&self, file: TextFile) {
        self.note(|did| did.files.push((file.name, file.text)));
    }

    fn can_pick_contact(&self) -> bool {
        self.0.contact.borrow().is_some()
    }

    fn pick_contact(&self, done: Box<dyn FnOnce(String)>) {
        let chosen = self.0.contact.borrow().clone().unwrap_or_default();
        self.after_render(Box::new(move || done(chosen)));
    }

    fn share_file(&self, file: TextFile, done: OnShared) {
        self.note(|did| did.files.push((file.name, file.text)));
        done(self.0.fate.get());
    }

    /// Hexadecimal digits instead of a deflated text: here nobody pays for the length.
    fn pack(&self, text: &str, done: OnText) {
        done(Some(text.bytes().map(|byte| format!("{byte:02x}")).collect()));
    }

    fn unpack(&self, code: &str, most: u32, done: OnText) {
        let byte = |at: usize| code.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let bytes: Option<Vec<u8>> = (0..code.len()).step_by(2).map(byte).collect();
        done(bytes.and_then(|bytes| String::from_utf8(bytes).ok()).filter(|text| text.len() <= most as usize));
    }

    fn can_scan(&self) -> bool {
        !self.0.codes.borrow().is_empty()
    }

    fn scan(&self, _place: &str, mut found: Box<dyn FnMut(String) -> bool>) {
        let codes = self.0.codes.take();
        self.after_render(Box::new(move || {
            let _ = codes.into_iter().all(&mut found);
        }));
    }

    fn take_fragment(&self) -> String {
        self.0.fragment.take()
    }

    fn pick_file(&self, most: u32, done: OnText) {
        let file = self.0.file.borrow().clone().filter(|text| text.len() <= most as usize);
        self.after_render(Box::new(move || done(file)));
    }

    fn origin(&self) -> String {
        "https://phlov.example".to_owned()
    }

    fn share_text(&self, text: &str, done: OnShared) {
        self.note(|did| did.shared.push(text.to_owned()));
        done(self.0.fate.get());
    }

    fn share_picture(&self, picture: Picture, done: OnShared) {
        self.note(|did| did.pictures.push(picture));
        done(self.0.fate.get());
    }

    fn copy_text(&self, text: &str, done: OnShared) {
        self.note(|did| did.copied.push(text.to_owned()));
        done(if self.0.fate.get() == Shared::ByHand { Shared::ByHand } else { Shared::Copied });
    }

    fn print(&self) {
        self.note(|did| did.printed += 1);
    }

    fn aloud(&self) -> Rc<dyn Aloud> {
        self.0.voice.clone()
    }

    fn take_update(&self) {
        self.note(|did| did.took_update = true);
    }

    fn ready(&self) {
        self.note(|did| did.ready = true);
    }

    fn listen(&self, news: Listener) {
        self.0.listener.replace(Some(news));
    }
}
