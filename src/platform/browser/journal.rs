//! IndexedDB as a [`Journal`]: one database each, store `records`, the record's key → its text.
//! Strict durability: `done` is called when the browser says that the disk has it.

use crate::platform::storage::{Fault, JoinFn, Journal, OnRecords, OnStored};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, IdbDatabase, IdbFactory, IdbObjectStore, IdbTransaction};

const RECORDS: &str = "records";
/// After this the database counts as out of reach (another tab blocks it, or a broken profile).
const PATIENCE_MS: i32 = 4_000;

type OnOpen = Box<dyn FnOnce(Result<IdbDatabase, Fault>)>;

enum State {
    Opening(Vec<OnOpen>),
    Open(IdbDatabase),
    Failed(Fault),
}

#[derive(Clone)]
pub struct IdbJournal {
    state: Rc<RefCell<State>>,
}

impl IdbJournal {
    /// `None` where the browser has no IndexedDB at all.
    pub fn open(name: &str) -> Option<Self> {
        let factory = web_sys::window()?.indexed_db().ok()??;
        let journal = Self { state: Rc::new(RefCell::new(State::Opening(Vec::new()))) };
        journal.begin(&factory, name);
        Some(journal)
    }

    fn begin(&self, factory: &IdbFactory, name: &str) {
        let Ok(request) = factory.open_with_u32(name, 1) else { return self.settle(Err(Fault::Blocked)) };
        let asked = request.clone();
        let upgrade = Closure::once_into_js(move |_: Event| {
            if let Some(db) = asked.result().ok().and_then(|db| db.dyn_into::<IdbDatabase>().ok()) {
                let _ = db.create_object_store(RECORDS);
            }
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let (asked, journal) = (request.clone(), self.clone());
        let success = Closure::once_into_js(move |_: Event| {
            journal.settle(asked.result().ok().and_then(|db| db.dyn_into::<IdbDatabase>().ok()).ok_or(Fault::Broken));
        });
        request.set_onsuccess(Some(success.unchecked_ref()));
        let (asked, journal) = (request.clone(), self.clone());
        let error = Closure::once_into_js(move |event: Event| {
            event.prevent_default();
            journal.settle(Err(fault_named(asked.error().ok().flatten().map(|error| error.name()))));
        });
        request.set_onerror(Some(error.unchecked_ref()));
        let journal = self.clone();
        let late = Closure::once_into_js(move || {
            if matches!(*journal.state.borrow(), State::Opening(_)) {
                journal.settle(Err(Fault::Broken));
            }
        });
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(late.unchecked_ref(), PATIENCE_MS);
        }
    }

    /// The database is open, or will never be; whoever waited is told.
    fn settle(&self, result: Result<IdbDatabase, Fault>) {
        if let Ok(db) = &result {
            // Another version of the app wants to change the database: let it, and say that saves are not safe here.
            let (closing, journal) = (db.clone(), self.clone());
            let closed = Closure::<dyn FnMut(Event)>::new(move |_: Event| {
                closing.close();
                *journal.state.borrow_mut() = State::Failed(Fault::Broken);
            })
            .into_js_value();
            db.set_onversionchange(Some(closed.unchecked_ref()));
            db.set_onclose(Some(closed.unchecked_ref()));
        }
        let next = match &result {
            Ok(db) => State::Open(db.clone()),
            Err(fault) => State::Failed(*fault),
        };
        let before = self.state.replace(next);
        if let State::Opening(waiting) = before {
            for done in waiting {
                done(result.clone());
            }
        }
    }

    fn with_db(&self, done: OnOpen) {
        let now = match &mut *self.state.borrow_mut() {
            State::Opening(waiting) => return waiting.push(done),
            State::Open(db) => Ok(db.clone()),
            State::Failed(fault) => Err(*fault),
        };
        done(now);
    }
}

impl Journal for IdbJournal {
    fn read_all(&self, done: OnRecords) {
        self.with_db(Box::new(move |db| match db.and_then(|db| read_all(&db)) {
            Err(fault) => done(Err(fault)),
            Ok((transaction, keys, texts)) => finish(
                &transaction,
                Box::new(move |result| {
                    done(result.map(|()| {
                        let list = |request: &web_sys::IdbRequest| {
                            request.result().ok().and_then(|v| v.dyn_into::<js_sys::Array>().ok()).unwrap_or_default()
                        };
                        list(&keys)
                            .iter()
                            .zip(list(&texts).iter())
                            .filter_map(|(key, text)| key.as_string().zip(text.as_string()))
                            .collect()
                    }));
                }),
            ),
        }));
    }

    fn remove(&self, key: &str, done: OnStored) {
        let key = key.to_owned();
        self.with_db(Box::new(move |db| {
            let begun = db.and_then(|db| begin_commit(&db));
            match begun.and_then(|(transaction, store)| store.delete(&key.into()).map(|_| transaction).map_err(|_| Fault::Broken))
            {
                Err(fault) => done(Err(fault)),
                Ok(transaction) => finish(&transaction, Box::new(move |result| done(result.map(|()| String::new())))),
            }
        }));
    }

    fn commit(&self, key: &str, mine: String, join: JoinFn, done: OnStored) {
        let key = key.to_owned();
        self.with_db(Box::new(move |db| match db.and_then(|db| begin_commit(&db)) {
            Err(fault) => done(Err(fault)),
            Ok((transaction, store)) => {
                let stored = Rc::new(RefCell::new(String::new()));
                let Ok(request) = store.get(&key.as_str().into()) else { return done(Err(Fault::Broken)) };
                let (asked, result, whole) = (request.clone(), stored.clone(), transaction.clone());
                let found = Closure::once_into_js(move |_: Event| {
                    let there = asked.result().ok().and_then(|value| value.as_string());
                    let put = |key: &str, text: &str| store.put_with_key(&text.into(), &key.into()).map(|_| ());
                    let written = match there {
                        None => {
                            let written = put(&key, &mine);
                            result.replace(mine);
                            written
                        }
                        Some(there) => {
                            let joined = join(&key, &there, &mine);
                            let aside = joined.aside.map_or(Ok(()), |(key, text)| put(&key, &text));
                            let written = aside.and_then(|()| put(&key, &joined.text));
                            result.replace(joined.text);
                            written
                        }
                    };
                    if written.is_err() {
                        let _ = whole.abort();
                    }
                });
                request.set_onsuccess(Some(found.unchecked_ref()));
                finish(&transaction, Box::new(move |result| done(result.map(|()| stored.take()))));
            }
        }));
    }
}

type Listing = (IdbTransaction, web_sys::IdbRequest, web_sys::IdbRequest);

fn read_all(db: &IdbDatabase) -> Result<Listing, Fault> {
    let transaction = db.transaction_with_str(RECORDS).map_err(|_| Fault::Broken)?;
    let store = transaction.object_store(RECORDS).map_err(|_| Fault::Broken)?;
    let keys = store.get_all_keys().map_err(|_| Fault::Broken)?;
    let texts = store.get_all().map_err(|_| Fault::Broken)?;
    Ok((transaction, keys, texts))
}

fn begin_commit(db: &IdbDatabase) -> Result<(IdbTransaction, IdbObjectStore), Fault> {
    let transaction = strict_transaction(db).ok_or(Fault::Broken)?;
    let store = transaction.object_store(RECORDS).map_err(|_| Fault::Broken)?;
    Ok((transaction, store))
}

/// `db.transaction("records", "readwrite", { durability: "strict" })`: web-sys does not offer the third argument yet.
/// Browsers that do not know it ignore it.
fn strict_transaction(db: &IdbDatabase) -> Option<IdbTransaction> {
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"durability".into(), &"strict".into()).ok()?;
    let transaction = js_sys::Reflect::get(db, &"transaction".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
    transaction.call3(db, &RECORDS.into(), &"readwrite".into(), &options).ok()?.dyn_into().ok()
}

/// Calls `done` once, when the transaction has completed or has failed as a whole.
fn finish(transaction: &IdbTransaction, done: Box<dyn FnOnce(Result<(), Fault>)>) {
    // The handlers own themselves until one of them has run, so that a thousand saves leave nothing behind.
    type Handlers = Rc<RefCell<Option<[Closure<dyn FnMut(Event)>; 2]>>>;
    let done = Rc::new(RefCell::new(Some(done)));
    let handlers: Handlers = Rc::default();
    let handler = |ok: bool| {
        let (done, handlers, transaction) = (done.clone(), handlers.clone(), transaction.clone());
        Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.stop_propagation();
            let result = if ok { Ok(()) } else { Err(fault_named(transaction.error().map(|error| error.name()))) };
            let call = done.borrow_mut().take();
            if let Some(call) = call {
                call(result);
            }
            drop(handlers.borrow_mut().take());
        })
    };
    let (complete, abort) = (handler(true), handler(false));
    transaction.set_oncomplete(Some(complete.as_ref().unchecked_ref()));
    // A failed request aborts the transaction, so `abort` hears of every failure.
    transaction.set_onabort(Some(abort.as_ref().unchecked_ref()));
    *handlers.borrow_mut() = Some([complete, abort]);
}

pub(super) fn fault_named(name: Option<String>) -> Fault {
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Fault::Full,
        Some("SecurityError" | "InvalidStateError" | "NotAllowedError") => Fault::Blocked,
        _ => Fault::Broken,
    }
}
