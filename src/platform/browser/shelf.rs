//! localStorage as a [`Shelf`], through gloo-storage. gloo panics where storage is blocked, so it is
//! asked for only after a probe said that it is there.

use crate::platform::storage::{Fault, Shelf};
use gloo_storage::{LocalStorage, Storage as _};
use std::cell::OnceCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

/// What the browser gave is kept: asking for it takes as long as reading a record.
#[derive(Default)]
pub struct LocalShelf(OnceCell<Storage>);

impl Shelf for LocalShelf {
    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        self.storage()?.get_item(key).map_err(|error| fault(&error))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fault> {
        self.storage()?.set_item(key, text).map_err(|error| fault(&error))
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.storage()?.remove_item(key).map_err(|error| fault(&error))
    }

    fn keys(&self) -> Result<Vec<String>, Fault> {
        let storage = self.storage()?;
        let count = storage.length().map_err(|error| fault(&error))?;
        Ok((0..count).filter_map(|at| storage.key(at).ok().flatten()).collect())
    }
}

impl LocalShelf {
    /// The probe: reading `window.localStorage` throws where storage is switched off.
    fn storage(&self) -> Result<&Storage, Fault> {
        if let Some(storage) = self.0.get() {
            return Ok(storage);
        }
        match web_sys::window().map(|window| window.local_storage()) {
            Some(Ok(Some(_))) => Ok(self.0.get_or_init(LocalStorage::raw)),
            _ => Err(Fault::Blocked),
        }
    }
}

fn fault(error: &JsValue) -> Fault {
    super::journal::fault_named(error.dyn_ref::<DomException>().map(|error| error.name()))
}
