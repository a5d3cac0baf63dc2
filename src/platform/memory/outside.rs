//! What the app asks of the outside world, answered by a phone in memory.

use super::phone::{Call, Listener, MemoryOutside};
use crate::dates::Date;
use crate::platform::storage::{Journal, Shelf};
use crate::platform::{aloud::Aloud, Look, News, OnBytes, OnShared, OnText, Outside, Picture, Shared, StorageFacts, TextFile};
use std::rc::Rc;

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
        let can = !self.0.no_dialogs.get();
        self.note(|did| did.sheet = can.then(|| id.to_owned()));
        can
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

    fn load_part(&self, done: Box<dyn FnOnce(bool)>) {
        done(true);
    }

    fn is_file(&self) -> bool {
        false
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

    fn stay_awake(&self, on: bool) {
        self.note(|did| did.awake = on);
    }

    fn forget_pages(&self) {
        self.note(|did| did.forgot_pages = true);
    }

    fn listen(&self, news: Listener) {
        self.0.listener.replace(Some(news));
    }
}
