//! Copies: which changes have none yet, earlier states kept on the phone, copies under a secret, and what leaves the bin.

use super::lock::Outcome;
use super::App;
use crate::dates::Date;
use crate::plan::Sheet;
use crate::platform::storage::Joined;
use crate::platform::TextFile;
use crate::saved::envelope::fingerprint;
use crate::saved::frames::FRAME;
use crate::saved::lock::{self, ROUNDS, SHORTEST_PHRASE};
use crate::saved::sealed::{seal, Sealed};
use crate::saved::transfer::MOST;
use crate::saved::{FRAMES_KEY, SNAPSHOT};
use std::rc::Rc;

/// On the shelf: the day of the last copy, the highest edit in it, and the day on which she was last asked.
const COPIED_KEY: &str = "phlov:copied";
/// So many earlier states stay.
const SNAPSHOTS: usize = 5;
/// So many changed plans and people without a copy are many; so many days with any are long.
const MANY: usize = 3;
const LONG_DAYS: i32 = 14;
/// She said "not now": quiet for so long.
const QUIET_DAYS: i32 = 7;
/// Things in the bin stay there for so many days at least.
pub const BIN_DAYS: i32 = 30;

/// What is known of copies.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Copied {
    /// The day of the last one.
    pub last: Option<Date>,
    /// The highest edit that it holds.
    clock: u32,
    asked: Option<Date>,
}

/// An earlier state.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    key: String,
    pub day: Option<Date>,
    /// What it takes on the phone, in letters.
    pub size: usize,
}

impl App {
    /// What is known of copies.
    pub fn copied(self) -> Copied {
        let text = self.outside().shelf().get(COPIED_KEY).ok().flatten().unwrap_or_default();
        let mut parts = text.split(' ');
        Copied {
            last: parts.next().and_then(Date::parse),
            clock: parts.next().and_then(|clock| clock.parse().ok()).unwrap_or(0),
            asked: parts.next().and_then(Date::parse),
        }
    }

    fn keep_copied(self, copied: &Copied) {
        let day = |day: Option<Date>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
        let text = [&day(copied.last), " ", &copied.clock.to_string(), " ", &day(copied.asked)].concat();
        // Not stored: she is asked again, no more.
        let _ = self.outside().shelf().set(COPIED_KEY, &text);
        self.copies.update(|count| *count += 1);
    }

    /// A copy of everything left the phone.
    pub(in crate::ui) fn note_copy(self) {
        let today = self.today.get_untracked();
        self.keep_copied(&Copied { last: Some(today), clock: self.pen().after, asked: None });
    }

    /// "Not now".
    pub fn ask_later(self) {
        let asked = Some(self.today.get_untracked());
        self.keep_copied(&Copied { asked, ..self.copied() });
    }

    /// How many plans and people changed since the last copy.
    pub fn uncopied(self) -> usize {
        let clock = self.copied().clock;
        self.book.with(|book| book.sheets.values().filter(|sheet| sheet.touched.stamp.n > clock).count())
    }

    /// How many, when it is time to ask for a copy.
    pub fn nudge(self) -> Option<usize> {
        self.copies.get();
        let (copied, today, count) = (self.copied(), self.today.get(), self.uncopied());
        let since = |day: Date| day.days_until(today);
        let long = match copied.last {
            Some(day) => since(day) >= LONG_DAYS,
            None => self.book.with(|book| book.sheets.values().any(|sheet| since(sheet.made) >= LONG_DAYS)),
        };
        let quiet = copied.asked.is_some_and(|day| (0..QUIET_DAYS).contains(&since(day)));
        ((count >= MANY || (count > 0 && long)) && !quiet).then_some(count)
    }

    // ── earlier states ──

    /// Keeps how things stood when the app was opened, unless the newest earlier state is the same.
    pub(super) fn keep_snapshot(self) {
        let nothing = move || self.lock.get_untracked().is_closed() || self.book.with_untracked(|book| book.sheets.is_empty());
        if nothing() {
            return;
        }
        let Some(attic) = self.outside().attic() else { return };
        let source = attic.clone();
        source.read_all(Box::new(move |records| {
            let mut keys: Vec<String> = records.unwrap_or_default().into_iter().map(|(key, _)| key).collect();
            keys.sort_unstable();
            // Of one day the first stays: what she may have broken today came after it.
            let today = [SNAPSHOT, &self.today.get_untracked().to_string()].concat();
            if nothing() || keys.iter().any(|key| key.starts_with(&today)) {
                return;
            }
            let text = self.export();
            let name = format!("{:08x}", fingerprint(&text));
            if keys.last().is_some_and(|last| last.ends_with(&name)) {
                return;
            }
            let key = [&today, ":", &name].concat();
            let vault = self.vault.get_value();
            let plain = text.clone();
            let keep = move |packed: Option<String>| {
                let text = packed.unwrap_or(plain);
                let text = vault.map_or(text.clone(), |vault| vault.seal(&key, &text));
                let stored = |_: &str, stored: &str, _: &str| Joined { text: stored.to_owned(), aside: None };
                attic.commit(&key, text, Rc::new(stored), Box::new(|_| {}));
                for old in keys.iter().rev().skip(SNAPSHOTS - 1) {
                    attic.remove(old, Box::new(|_| {}));
                }
            };
            self.outside().pack(&text, Box::new(keep));
        }));
    }

    /// The earlier states, the newest first.
    pub fn snapshots(self, done: impl FnOnce(Vec<Snapshot>) + 'static) {
        let Some(attic) = self.outside().attic() else { return done(Vec::new()) };
        attic.read_all(Box::new(move |records| {
            let known = |(key, text): (String, String)| {
                let day = key.strip_prefix(SNAPSHOT)?.split(':').next().and_then(Date::parse);
                Some(Snapshot { key, day, size: text.chars().count() })
            };
            let mut all: Vec<Snapshot> = records.unwrap_or_default().into_iter().filter_map(known).collect();
            all.sort_by(|a, b| b.key.cmp(&a.key));
            done(all);
        }));
    }

    /// The text of an earlier state; nothing when it is gone or cannot be opened.
    pub fn snapshot(self, wanted: &Snapshot, done: Box<dyn FnOnce(Option<String>)>) {
        let Some(attic) = self.outside().attic() else { return done(None) };
        let key = wanted.key.clone();
        attic.read_all(Box::new(move |records| {
            let found = records.unwrap_or_default().into_iter().find(|(known, _)| *known == key);
            let text = found.map(|(key, text)| self.vault.get_value().and_then(|vault| vault.open(&key, &text)).unwrap_or(text));
            match text {
                Some(text) if !text.starts_with("phlov-") => self.outside().unpack(&text, MOST, done),
                text => done(text),
            }
        }));
    }

    /// The lock was set or taken off: earlier states under the other rule go, and the present one is kept.
    pub(in crate::ui) fn renew_snapshots(self) {
        let Some(attic) = self.outside().attic() else { return };
        let source = attic.clone();
        source.read_all(Box::new(move |records| {
            let records = records.unwrap_or_default();
            let mut left = records.len();
            if left == 0 {
                return self.keep_snapshot();
            }
            let done = Rc::new(std::cell::RefCell::new(move || {
                left -= 1;
                if left == 0 {
                    self.keep_snapshot();
                }
            }));
            for (key, _) in records {
                let done = done.clone();
                attic.remove(&key, Box::new(move |_| (done.borrow_mut())()));
            }
        }));
    }

    // ── a copy under a secret ──

    pub fn save_sealed(self, secret: &str, done: Box<dyn FnOnce(Outcome)>) {
        if lock::normal(secret).chars().count() < SHORTEST_PHRASE {
            return done(Outcome::TooShort);
        }
        let salt = lock::salt(&self.chance());
        let name = ["phlov-", &self.today.get_untracked().to_string(), "-sealed.txt"].concat();
        let made = move |derived: Option<[u8; 32]>| {
            let Some(derived) = derived else { return done(Outcome::NoCrypto) };
            let text = self.export();
            let seal_it = move |packed: Option<String>| {
                let text = seal(&packed.unwrap_or_else(|| self.export()), salt, &derived, self.chance());
                self.outside().save_file(TextFile { name, mime: "text/plain;charset=utf-8", text });
                self.note_copy();
                done(Outcome::Done);
            };
            self.outside().pack(&text, Box::new(seal_it));
        };
        self.outside().derive(&lock::normal(secret), &salt, ROUNDS, Box::new(made));
    }

    /// Opens a copy with a secret.
    pub fn open_sealed(self, sealed: Sealed, secret: &str, done: impl FnOnce(Result<String, Outcome>) + 'static) {
        let (salt, rounds) = (sealed.salt, sealed.rounds);
        let opened = move |derived: Option<[u8; 32]>| match derived {
            None => done(Err(Outcome::NoCrypto)),
            Some(derived) => match sealed.open(&derived, self.chance()) {
                None => done(Err(Outcome::Wrong)),
                Some(text) if text.starts_with("phlov-") => done(Ok(text)),
                Some(packed) => self.outside().unpack(&packed, MOST, Box::new(move |text| done(text.ok_or(Outcome::Wrong)))),
            },
        };
        self.outside().derive(&lock::normal(secret), &salt, rounds, Box::new(opened));
    }

    // ── codes ──

    /// The codes that came so far, scanned one by one by the phone's own camera: each opens the app anew.
    pub(in crate::ui) fn frames(self) -> String {
        self.store().read_small(FRAMES_KEY)
    }

    /// Keeps new ones beside them; none at all: forgets them.
    pub(in crate::ui) fn keep_frames(self, new: &[String]) {
        let before = if new.is_empty() { String::new() } else { self.frames() };
        let lines: String = new.iter().map(|frame| [FRAME, frame, "\n"].concat()).collect();
        self.store().keep_small(FRAMES_KEY, &(before + &lines));
    }

    // ── the bin ──

    /// What lies in the bin for longer than a month.
    pub fn old_in_bin(self) -> Vec<Sheet> {
        let today = self.today.get();
        let old = |sheet: &&Sheet| sheet.removed.value && sheet.touched.value.days_until(today) > BIN_DAYS;
        self.book.with(|book| book.sheets.values().filter(old).cloned().collect())
    }

    /// Takes that from the phone for good.
    pub fn empty_bin(self) {
        for sheet in self.old_in_bin() {
            self.book.update(|book| {
                book.sheets.remove(&sheet.id);
            });
            self.store().forget(sheet.what, &sheet.id);
        }
    }
}
