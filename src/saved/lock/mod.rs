//! The lock: with a PIN or a passphrase set, sheets and set-aside texts lie on the phone sealed only.
//!
//! A random **key** seals the texts ([`vault`]). The key itself lies beside them, sealed by what PBKDF2 makes of her secret
//! ([`LockFile`]); without the secret nobody gets at it, we neither. The store does not know of all this: shelf and journal seal and
//! open on the way ([`guarded`]). Texts that are still plain (the lock was just set, the app was killed meanwhile) are read as they
//! are and sealed at the next chance; a start that knows no key sees no sheets at all.

pub mod guarded;
pub mod vault;

use super::envelope::fingerprint;
use super::export::export;
use super::{Opened, Store};
use crate::platform::storage::{Fault, Joined, Journal, Shelf};
use guarded::Guarded;
use std::rc::Rc;
use vault::{Chance, Vault};

/// The storage key of the lock file, on the shelf and in the journal. No sheet has it.
pub const LOCK_KEY: &str = "phlov:lock";
/// How often a wrong secret was given since the last right one.
const TRIES_KEY: &str = "phlov:tries";

/// Rounds of PBKDF2-HMAC-SHA-256, as OWASP asks for (2023). The browser computes them outside of the module.
pub const ROUNDS: u32 = 600_000;
/// The shortest PIN, in digits, and the shortest passphrase, in letters.
pub const SHORTEST: usize = 6;
pub const SHORTEST_PHRASE: usize = 12;

/// What her secret is: decides which keyboard the phone shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secret {
    Pin,
    Phrase,
}

/// How the key is kept. One line:
/// `phlov-lock 1 <rev> pin|phrase|off <rounds> <salt> <sealed key> <sum>`, numbers in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockFile {
    /// Grows with every change; of two files the higher one holds.
    pub rev: u32,
    /// `None`: the lock is off.
    pub secret: Option<Secret>,
    pub rounds: u32,
    pub salt: [u8; 16],
    /// The key, sealed by what her secret gives.
    sealed: Vec<u8>,
}

/// What a secret gave, 32 bytes.
pub type Derived = [u8; 32];

impl LockFile {
    /// A new file for a key.
    pub fn new(rev: u32, secret: Secret, salt: [u8; 16], derived: &Derived, vault: &Vault, chance: Chance) -> Self {
        let sealed = Vault::new(*derived, chance).seal_bytes(LOCK_KEY, vault.key());
        Self { rev, secret: Some(secret), rounds: ROUNDS, salt, sealed }
    }

    /// The file of a phone whose lock was taken off.
    pub fn off(rev: u32) -> Self {
        Self { rev, secret: None, rounds: 0, salt: [0; 16], sealed: Vec::new() }
    }

    /// The key, when the secret was right.
    pub fn open(&self, derived: &Derived, chance: Chance) -> Option<Vault> {
        let key = Vault::new(*derived, chance.clone()).open_bytes(LOCK_KEY, &self.sealed)?;
        Some(Vault::new(key.try_into().ok()?, chance))
    }

    /// The same once more, to hold over a newer one.
    #[must_use]
    pub fn again(self, rev: u32) -> Self {
        Self { rev, ..self }
    }

    pub fn print(&self) -> String {
        let kind = match self.secret {
            Some(Secret::Pin) => "pin",
            Some(Secret::Phrase) => "phrase",
            None => "off",
        };
        let line = format!("phlov-lock 1 {} {kind} {} {} {}", self.rev, self.rounds, hex(&self.salt), hex(&self.sealed));
        let sum = fingerprint(&line);
        format!("{line} {sum:08x}")
    }

    /// `None` when it is no such line, or not whole.
    pub fn parse(text: &str) -> Option<Self> {
        let (line, sum) = text.trim().rsplit_once(' ')?;
        if format!("{:08x}", fingerprint(line)) != sum {
            return None;
        }
        let mut parts = line.strip_prefix("phlov-lock 1 ")?.split(' ');
        let rev = parts.next()?.parse().ok()?;
        let secret = match parts.next()? {
            "pin" => Some(Secret::Pin),
            "phrase" => Some(Secret::Phrase),
            "off" => None,
            _ => return None,
        };
        let rounds = parts.next()?.parse().ok()?;
        let salt = unhex(parts.next()?)?.try_into().ok()?;
        let sealed = unhex(parts.next().unwrap_or_default())?;
        Some(Self { rev, secret, rounds, salt, sealed })
    }
}

/// A salt for a new secret.
pub fn salt(chance: &Chance) -> [u8; 16] {
    let mut salt = [0; 16];
    vault::fill(&mut salt, chance);
    salt
}

/// A secret as it is derived: the same whichever way the phone types it.
pub fn normal(secret: &str) -> String {
    let digit = |c: char| match c {
        '០'..='៩' => char::from(b'0' + (c as u32 - '០' as u32) as u8),
        c => c,
    };
    secret.trim().chars().filter(|c| *c != '\u{200b}').map(digit).collect()
}

/// The lock of this phone, of both places the newer one; the shelf is given it when it lost it. `None`: there never was one.
pub fn find(shelf: &dyn Shelf, records: &[(String, String)]) -> Option<LockFile> {
    let here = shelf.get(LOCK_KEY).ok().flatten().and_then(|text| LockFile::parse(&text));
    let there = records.iter().find(|(key, _)| key == LOCK_KEY).and_then(|(_, text)| LockFile::parse(text));
    let newer = match (&here, there) {
        (Some(here), Some(there)) if there.rev <= here.rev => None,
        (_, there) => there,
    };
    if let Some(newer) = newer {
        // Should this fail, the journal still has it.
        let _ = shelf.set(LOCK_KEY, &newer.print());
        return Some(newer);
    }
    here
}

/// Puts the file in both places; `done` hears whether the disk has it.
pub fn keep(file: &LockFile, shelf: &dyn Shelf, journal: Option<&dyn Journal>, done: Box<dyn FnOnce(Result<(), Fault>)>) {
    let text = file.print();
    let laid = shelf.set(LOCK_KEY, &text).and_then(|()| match shelf.get(LOCK_KEY)? {
        Some(found) if found == text => Ok(()),
        _ => Err(Fault::Lost),
    });
    if let Err(fault) = laid {
        return done(Err(fault));
    }
    let Some(journal) = journal else { return done(Err(Fault::Blocked)) };
    let newer = |_: &str, stored: &str, mine: &str| {
        let rev = |text: &str| LockFile::parse(text).map_or(0, |file| file.rev);
        let text = if rev(stored) > rev(mine) { stored } else { mine };
        Joined { text: text.to_owned(), aside: None }
    };
    journal.commit(LOCK_KEY, text.clone(), Rc::new(newer), Box::new(move |stored| done(stored.map(|_| ()))));
}

/// Opens the store of a phone that may have a lock: then it holds nothing of hers until [`open_with`].
pub fn start(shelf: Rc<dyn Shelf>, journal: Option<Rc<dyn Journal>>, done: impl FnOnce(Opened, Option<LockFile>) + 'static) {
    let read = move |shelf: Rc<dyn Shelf>, journal: Option<Rc<dyn Journal>>, records: Records| {
        let file = find(&*shelf, records.as_deref().unwrap_or_default());
        match file.as_ref().and_then(|file| file.secret) {
            None => done(Store::open(shelf, journal, records), file),
            Some(_) => done(closed(shelf, journal), file),
        }
    };
    match journal.clone() {
        Some(source) => source.read_all(Box::new(move |records| read(shelf, journal, records))),
        None => read(shelf, None, Err(Fault::Blocked)),
    }
}

type Records = Result<Vec<(String, String)>, Fault>;

/// A store without the things that are hers: what a locked phone shows.
pub fn closed(shelf: Rc<dyn Shelf>, journal: Option<Rc<dyn Journal>>) -> Opened {
    let journal = journal.map(|journal| Rc::new(Guarded::journal(journal, None)) as Rc<dyn Journal>);
    Store::open(Rc::new(Guarded::shelf(shelf, None)), journal, Ok(Vec::new()))
}

/// Opens the store with the key.
pub fn open_with(vault: Rc<Vault>, shelf: Rc<dyn Shelf>, journal: Option<Rc<dyn Journal>>, done: impl FnOnce(Opened) + 'static) {
    let journal = journal.map(|journal| Rc::new(Guarded::journal(journal, Some(vault.clone()))) as Rc<dyn Journal>);
    Store::start(Rc::new(Guarded::shelf(shelf, Some(vault))), journal, done);
}

/// Seals what still lies plain, here and there.
pub fn seal_rest(vault: &Rc<Vault>, shelf: Rc<dyn Shelf>, journal: Option<Rc<dyn Journal>>) {
    drop(Guarded::shelf(shelf, Some(vault.clone())));
    if let Some(journal) = journal {
        Guarded::journal(journal, Some(vault.clone())).read_all(Box::new(|_| ()));
    }
}

/// Takes all that is sealed from the phone; `done` gets it as one text, with the lock file, so that the right secret opens it yet.
pub fn take_out(shelf: Rc<dyn Shelf>, journal: Option<Rc<dyn Journal>>, done: impl FnOnce(String) + 'static) {
    let out = move |records: Records, journal: Option<Rc<dyn Journal>>| {
        let records = records.unwrap_or_default();
        let sealed = |text: &str| text.starts_with(vault::SEALED);
        let hers = records.iter().filter(|(key, text)| key == LOCK_KEY || sealed(text));
        let text = export(&*shelf, hers.map(|(key, text)| (key.as_str(), text.as_str())));
        for key in shelf.keys().unwrap_or_default() {
            if shelf.get(&key).ok().flatten().is_some_and(|text| sealed(&text)) {
                let _ = shelf.remove(&key);
            }
        }
        if let Some(journal) = journal {
            for (key, _) in records.iter().filter(|(_, text)| sealed(text)) {
                journal.remove(key, Box::new(|_| {}));
            }
        }
        done(text);
    };
    match journal.clone() {
        Some(source) => source.read_all(Box::new(move |records| out(records, journal))),
        None => out(Err(Fault::Blocked), None),
    }
}

/// How many wrong secrets were given in a row.
pub fn tries(shelf: &dyn Shelf) -> u32 {
    shelf.get(TRIES_KEY).ok().flatten().and_then(|text| text.parse().ok()).unwrap_or(0)
}

pub fn set_tries(shelf: &dyn Shelf, tries: u32) {
    // Where nothing can be stored, reloading forgets the count; the cost of a try remains.
    let _ = shelf.set(TRIES_KEY, &tries.to_string());
}

/// How many seconds to wait after so many wrong secrets in a row.
pub fn wait(tries: u32) -> u32 {
    match tries {
        0..=2 => 0,
        3 => 5,
        4 => 15,
        5 => 60,
        _ => 300,
    }
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(16)).collect();
    let pairs = digits?;
    pairs
        .len()
        .is_multiple_of(2)
        .then(|| pairs.chunks(2).map(|pair| pair.iter().fold(0, |all, digit| all << 4 | *digit as u8)).collect())
}
