//! Shelf and journal with the lock before them: what is hers goes through the vault, or, while it is locked, is not there.

use super::super::{key_of_aside, kind_of, Kind, ACTING_KEY, FRAMES_KEY, LEARNT_KEY, ORIGIN_KEY, RECENT_KEY, SNAPSHOT};
use super::vault::{Vault, SEALED};
use crate::platform::storage::{Fault, JoinFn, Joined, Journal, OnRecords, OnStored, Shelf};
use std::rc::Rc;

/// Shelf or journal, and the key; `None`: locked.
pub struct Guarded<T: ?Sized> {
    inner: Rc<T>,
    vault: Option<Rc<Vault>>,
}

impl<T: ?Sized> Clone for Guarded<T> {
    fn clone(&self) -> Self {
        Self { inner: self.inner.clone(), vault: self.vault.clone() }
    }
}

/// What the lock seals: sheets, and texts that were set aside. Preferences hold no words of hers and are needed to show anything.
fn is_private(key: &str) -> bool {
    matches!(kind_of(key), Some(Kind::Sheet(_)))
        || key_of_aside(key).is_some()
        || key.starts_with(SNAPSHOT)
        || [ACTING_KEY, FRAMES_KEY, LEARNT_KEY, ORIGIN_KEY, RECENT_KEY].contains(&key)
}

/// A stored text as it was written. One that the key does not open is damaged, and shall be kept as such.
fn opened(vault: &Vault, key: &str, text: String) -> String {
    if !text.starts_with(SEALED) {
        return text;
    }
    vault.open(key, &text).unwrap_or_else(|| ["phlov-damaged ", &text].concat())
}

impl Guarded<dyn Shelf> {
    /// Seals at once what still lies there plain.
    pub fn shelf(inner: Rc<dyn Shelf>, vault: Option<Rc<Vault>>) -> Self {
        let new = Self { inner, vault };
        if let Some(vault) = &new.vault {
            for key in new.inner.keys().unwrap_or_default().iter().filter(|key| is_private(key)) {
                if let Ok(Some(text)) = new.inner.get(key) {
                    if !text.starts_with(SEALED) {
                        // On an error the old text stays whole, and the next start tries again.
                        let _ = new.inner.set(key, &vault.seal(key, &text));
                    }
                }
            }
        }
        new
    }
}

impl Shelf for Guarded<dyn Shelf> {
    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        if !is_private(key) {
            return self.inner.get(key);
        }
        let Some(vault) = &self.vault else { return Ok(None) };
        Ok(self.inner.get(key)?.map(|text| opened(vault, key, text)))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fault> {
        match &self.vault {
            _ if !is_private(key) => self.inner.set(key, text),
            Some(vault) => self.inner.set(key, &vault.seal(key, text)),
            None => Err(Fault::Blocked),
        }
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        if is_private(key) && self.vault.is_none() {
            return Err(Fault::Blocked);
        }
        self.inner.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, Fault> {
        let keys = self.inner.keys()?;
        Ok(keys.into_iter().filter(|key| self.vault.is_some() || !is_private(key)).collect())
    }
}

impl Guarded<dyn Journal> {
    pub fn journal(inner: Rc<dyn Journal>, vault: Option<Rc<Vault>>) -> Self {
        Self { inner, vault }
    }

    /// What `read_all` of the guarded one gives for these stored records. What is still plain is sealed on the way.
    pub fn opened(&self, records: Vec<(String, String)>) -> Vec<(String, String)> {
        let mut out = Vec::new();
        for (key, text) in records {
            if !is_private(&key) {
                out.push((key, text));
            } else if let Some(vault) = &self.vault {
                if !text.starts_with(SEALED) {
                    let keep = |_: &str, stored: &str, _: &str| Joined { text: stored.to_owned(), aside: None };
                    self.commit(&key, text.clone(), Rc::new(keep), Box::new(|_| {}));
                }
                let text = opened(vault, &key, text);
                out.push((key, text));
            }
        }
        out
    }
}

impl Journal for Guarded<dyn Journal> {
    fn read_all(&self, done: OnRecords) {
        let this = self.clone();
        self.inner.read_all(Box::new(move |records| done(records.map(|records| this.opened(records)))));
    }

    fn remove(&self, key: &str, done: OnStored) {
        if is_private(key) && self.vault.is_none() {
            return done(Err(Fault::Blocked));
        }
        self.inner.remove(key, done);
    }

    fn commit(&self, key: &str, mine: String, join: JoinFn, done: OnStored) {
        if !is_private(key) {
            return self.inner.commit(key, mine, join, done);
        }
        let Some(vault) = self.vault.clone() else { return done(Err(Fault::Blocked)) };
        let sealed = vault.seal(key, &mine);
        let inside = vault.clone();
        let join = move |key: &str, stored: &str, _: &str| {
            let joined = join(key, &opened(&inside, key, stored.to_owned()), &mine);
            let aside = joined.aside.map(|(key, text)| {
                let text = inside.seal(&key, &text);
                (key, text)
            });
            Joined { text: inside.seal(key, &joined.text), aside }
        };
        let at = key.to_owned();
        let told = move |stored: Result<String, Fault>| done(stored.map(|text| opened(&vault, &at, text)));
        self.inner.commit(key, sealed, Rc::new(join), Box::new(told));
    }
}

/// Takes the seals off: everything lies plain again when `done` hears that all went well.
pub fn unseal(shelf: &dyn Shelf, journal: Option<Rc<dyn Journal>>, vault: Rc<Vault>, done: Box<dyn FnOnce(Result<(), Fault>)>) {
    for key in shelf.keys().unwrap_or_default().into_iter().filter(|key| is_private(key)) {
        if let Ok(Some(text)) = shelf.get(&key) {
            if let Err(fault) = shelf.set(&key, &opened(&vault, &key, text)) {
                return done(Err(fault));
            }
        }
    }
    let Some(journal) = journal else { return done(Ok(())) };
    let source = journal.clone();
    source.read_all(Box::new(move |records| {
        let Ok(records) = records else { return done(Err(Fault::Broken)) };
        let sealed = records.into_iter().filter(|(key, text)| is_private(key) && text.starts_with(SEALED));
        next(journal, vault, sealed.collect(), done);
    }));
}

/// One after the other, so that the end is known.
fn next(
    journal: Rc<dyn Journal>,
    vault: Rc<Vault>,
    mut records: Vec<(String, String)>,
    done: Box<dyn FnOnce(Result<(), Fault>)>,
) {
    let Some((key, text)) = records.pop() else { return done(Ok(())) };
    let (inside, mine) = (vault.clone(), opened(&vault, &key, text));
    let plain = move |key: &str, stored: &str, _: &str| Joined { text: opened(&inside, key, stored.to_owned()), aside: None };
    let again = journal.clone();
    let told = move |stored: Result<String, Fault>| match stored {
        Ok(_) => next(again, vault, records, done),
        Err(fault) => done(Err(fault)),
    };
    journal.commit(&key, mine, Rc::new(plain), Box::new(told));
}
