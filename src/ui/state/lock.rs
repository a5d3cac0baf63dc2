//! The commands of the lock. The key is in memory only: a reload, leaving the page, a while without a tap, and it is gone.

use super::App;
use crate::plan::Table;
use crate::platform::storage::{Fault, Journal, Shelf};
use crate::platform::TextFile;
use crate::saved::lock::guarded::unseal;
use crate::saved::lock::vault::{Chance, Vault};
use crate::saved::lock::{self, LockFile, Secret, LOCK_KEY};
use crate::saved::{Opened, SaveState, Store};
use std::cmp::Ordering;
use std::rc::Rc;

/// Hidden, or without a change or a new screen, for so long, and it locks by itself.
const REST_MS: f64 = 300_000.0;
const LOOK_MS: u32 = 60_000;
const SOON_MS: u32 = 100;

/// How the lock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    Off,
    /// Set, and the key is there.
    Open(Secret),
    /// Set, and nothing of hers is shown.
    Closed(Secret),
}

impl Lock {
    pub fn is_closed(self) -> bool {
        matches!(self, Lock::Closed(_))
    }
}

/// How a command of the lock ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// The secret was wrong.
    Wrong,
    /// This browser derives no keys.
    NoCrypto,
    /// The phone did not store it; everything is as before.
    NotKept,
    /// Too few letters for a passphrase.
    TooShort,
}

pub type OnOutcome = Box<dyn FnOnce(Outcome)>;

impl App {
    fn places(self) -> (Rc<dyn Shelf>, Option<Rc<dyn Journal>>) {
        (self.outside().shelf(), self.outside().journal())
    }

    pub(in crate::ui) fn chance(self) -> Chance {
        let outside = self.outside();
        Rc::new(move || outside.random())
    }

    /// Another store takes over: what it holds is what is shown from now on, with what was made while the lock was closed (a plan,
    /// by a tap on the page of a service).
    fn take_over(self, opened: Opened, lock: Lock) {
        let Opened { store, book, notices } = opened;
        let made = match self.lock.get_untracked() {
            Lock::Closed(_) => self.book.with_untracked(|book| book.sheets.clone()),
            Lock::Off | Lock::Open(_) => Table::default(),
        };
        self.store.set_value(store.clone());
        self.lock.set(lock);
        self.save.set(store.state());
        self.notices.set(notices);
        self.toast.set(None);
        self.copy.set(None);
        store.on_news(move || self.hear_store());
        self.book.update(|mine| {
            let prefs = std::mem::take(&mut mine.prefs);
            *mine = book;
            mine.fold_prefs(&prefs);
            for sheet in made.values() {
                mine.fold(sheet);
            }
        });
        self.hear_store();
        for id in made.keys() {
            self.keep(id);
        }
        self.count_changed();
        self.look();
    }

    /// A field keeps what is typed in it when it loses the focus: so it must, while there is a store for it.
    fn leave_field(self) {
        self.outside().focus("title");
    }

    /// Calls when nothing is on its way to the disk any more.
    fn when_stored(self, store: Store, then: Box<dyn FnOnce()>) {
        match store.state() {
            SaveState::Saving => self.outside().later(SOON_MS, Box::new(move || self.when_stored(store, then))),
            _ => then(),
        }
    }

    /// Puts everything of hers away. Nothing happens without a lock.
    pub fn lock_now(self) {
        if let Lock::Open(secret) = self.lock.get_untracked() {
            self.leave_field();
            self.close(secret);
        }
    }

    fn close(self, secret: Secret) {
        self.fall_silent();
        self.vault.set_value(None);
        let (shelf, journal) = self.places();
        self.take_over(lock::closed(shelf, journal), Lock::Closed(secret));
    }

    /// Another tab set the lock, changed it or took it off. Or it says, of the lock that is known here, that it has stored all it had:
    /// before it knew of the lock, and so perhaps plain.
    pub(super) fn hear_lock(self, file: LockFile) {
        let known = self.file.get_value().map_or(0, |file| file.rev);
        match (file.rev.cmp(&known), self.vault.get_value()) {
            (Ordering::Greater, _) => self.lock_changed(file, Box::new(|| ())),
            (Ordering::Equal, Some(vault)) => self.seal_rest(vault),
            _ => {}
        }
    }

    /// Not with a lock that is being taken off.
    fn seal_rest(self, vault: Rc<Vault>) {
        if self.file.get_value().is_some_and(|file| file.secret.is_some()) {
            let (shelf, journal) = self.places();
            lock::seal_rest(&vault, shelf, journal);
        }
    }

    /// Closes, or opens for good.
    fn lock_changed(self, file: LockFile, done: Box<dyn FnOnce()>) {
        self.leave_field();
        let (before, vault) = (self.store(), self.vault.get_value());
        self.file.set_value(Some(file.clone()));
        if let Some(secret) = file.secret {
            self.close(secret);
            self.when_stored(before, Box::new(move || self.outside().tell_tabs(LOCK_KEY, &file.print())));
            return done();
        }
        let open = move || {
            self.vault.set_value(None);
            let (shelf, journal) = self.places();
            lock::start(shelf, journal, move |opened, file| {
                self.take_over(opened, closed_by(file.as_ref()));
                self.file.set_value(file);
                done();
            });
        };
        // What this tab has sealed meanwhile nobody could open any more.
        match vault {
            Some(vault) => self.when_stored(
                before,
                Box::new(move || {
                    let (shelf, journal) = self.places();
                    unseal(&*shelf, journal, vault, Box::new(move |_| open()));
                }),
            ),
            None => open(),
        }
    }

    /// The time in which nothing was tapped is over, or the page was hidden for as long.
    pub(super) fn rest(self) {
        if self.outside().now() - self.touched.get_value() >= REST_MS {
            self.lock_now();
        }
    }

    pub(super) fn touch(self) {
        self.touched.set_value(self.outside().now());
    }

    fn watch(self) {
        self.outside().later(
            LOOK_MS,
            Box::new(move || {
                self.rest();
                if matches!(self.lock.get_untracked(), Lock::Open(_)) {
                    self.watch();
                }
            }),
        );
    }

    /// Derives what the secret gives and tries the lock file with it.
    fn try_secret(self, secret: &str, done: impl FnOnce(Result<(LockFile, Vault), Outcome>) + 'static) {
        let Some(file) = self.file.get_value() else { return done(Err(Outcome::Wrong)) };
        let shelf = self.outside().shelf();
        let (salt, rounds, chance) = (file.salt, file.rounds, self.chance());
        let tried = move |derived: Option<[u8; 32]>| {
            let Some(derived) = derived else { return done(Err(Outcome::NoCrypto)) };
            let vault = file.open(&derived, chance);
            lock::set_tries(&*shelf, if vault.is_some() { 0 } else { lock::tries(&*shelf).saturating_add(1) });
            done(vault.map(|vault| (file, vault)).ok_or(Outcome::Wrong));
        };
        self.outside().derive(&lock::normal(secret), &salt, rounds, Box::new(tried));
    }

    pub fn unlock(self, secret: &str, done: OnOutcome) {
        self.try_secret(secret, move |tried| match tried {
            Ok((file, vault)) => self.open_with(&file, Rc::new(vault), done),
            Err(outcome) => done(outcome),
        });
    }

    fn open_with(self, file: &LockFile, vault: Rc<Vault>, done: OnOutcome) {
        let (shelf, journal) = self.places();
        let secret = file.secret.unwrap_or(Secret::Pin);
        lock::open_with(vault.clone(), shelf, journal, move |opened| {
            let before = self.store();
            self.vault.set_value(Some(vault.clone()));
            self.touch();
            self.take_over(opened, Lock::Open(secret));
            self.act_as_before();
            self.when_stored(before, Box::new(move || self.seal_rest(vault)));
            self.watch();
            done(Outcome::Done);
        });
    }

    /// Sets the lock, or changes its secret. Everything that lies on the phone is sealed then.
    pub fn set_lock(self, kind: Secret, secret: &str, done: OnOutcome) {
        let salt = lock::salt(&self.chance());
        let made = move |derived: Option<[u8; 32]>| {
            let Some(derived) = derived else { return done(Outcome::NoCrypto) };
            let vault = self.vault.get_value().unwrap_or_else(|| Rc::new(Vault::random(self.chance())));
            let rev = self.file.get_value().map_or(0, |file| file.rev) + 1;
            let file = LockFile::new(rev, kind, salt, &derived, &vault, self.chance());
            self.keep_lock(file.clone(), move |kept| match kept {
                Ok(()) => {
                    let renewed = move |outcome| {
                        self.renew_snapshots();
                        done(outcome);
                    };
                    self.open_with(&file, vault, Box::new(renewed));
                }
                Err(_) => done(Outcome::NotKept),
            });
        };
        self.outside().derive(&lock::normal(secret), &salt, lock::ROUNDS, Box::new(made));
    }

    /// Stores the file and tells the other tabs. What could not be stored everywhere holds nowhere.
    fn keep_lock(self, file: LockFile, done: impl FnOnce(Result<(), Fault>) + 'static) {
        let (shelf, journal) = self.places();
        let (kept, before) = (file.clone(), self.file.get_value());
        let told = move |result: Result<(), Fault>| {
            if result.is_ok() {
                self.outside().tell_tabs(LOCK_KEY, &kept.print());
                self.file.set_value(Some(kept));
            } else {
                let rev = kept.rev + 1;
                let before = before.map_or_else(|| LockFile::off(rev), |before| before.again(rev));
                let _ = self.outside().shelf().set(LOCK_KEY, &before.print());
            }
            done(result);
        };
        lock::keep(&file, &*shelf, journal.as_deref(), Box::new(told));
    }

    /// Stops using the lock: everything lies plain again.
    pub fn take_lock_off(self, secret: &str, done: OnOutcome) {
        self.try_secret(secret, move |tried| {
            let (file, vault) = match tried {
                Ok(found) => found,
                Err(outcome) => return done(outcome),
            };
            let (shelf, journal) = self.places();
            let after = move |result: Result<(), Fault>| {
                if result.is_err() {
                    return done(Outcome::NotKept);
                }
                let off = LockFile::off(file.rev + 1);
                self.keep_lock(off.clone(), move |kept| match kept {
                    Ok(()) => {
                        let renewed = move || {
                            self.renew_snapshots();
                            done(Outcome::Done);
                        };
                        self.lock_changed(off, Box::new(renewed));
                    }
                    Err(_) => done(Outcome::NotKept),
                });
            };
            unseal(&*shelf, journal, Rc::new(vault), Box::new(after));
        });
    }

    /// The secret is forgotten: the sealed data goes into a file, then from the phone.
    pub fn start_anew(self, done: impl FnOnce() + 'static) {
        let (shelf, journal) = self.places();
        let name = ["phlov-", &self.today.get_untracked().to_string(), ".txt"].concat();
        let Some(file) = self.file.get_value() else { return };
        let outside = self.outside();
        lock::take_out(shelf, journal, move |text| {
            outside.save_file(TextFile { name, mime: "text/plain;charset=utf-8", text });
            let off = LockFile::off(file.rev + 1);
            // Earlier states are sealed with the key that nobody has.
            let renewed = move || {
                self.renew_snapshots();
                done();
            };
            self.keep_lock(off.clone(), move |_| self.lock_changed(off, Box::new(renewed)));
        });
    }

    /// Seconds to wait before the next try.
    pub fn lock_wait(self) -> u32 {
        lock::wait(lock::tries(&*self.outside().shelf()))
    }
}

/// How a phone with this lock file starts.
pub fn closed_by(file: Option<&LockFile>) -> Lock {
    file.and_then(|file| file.secret).map_or(Lock::Off, Lock::Closed)
}
