//! localStorage as a [`Shelf`].

use crate::platform::storage::{Fault, Shelf};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

pub struct LocalShelf;

impl Shelf for LocalShelf {
    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        storage()?.get_item(key).map_err(|error| fault(&error))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fault> {
        storage()?.set_item(key, text).map_err(|error| fault(&error))
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        storage()?.remove_item(key).map_err(|error| fault(&error))
    }

    fn keys(&self) -> Result<Vec<String>, Fault> {
        let storage = storage()?;
        let count = storage.length().map_err(|error| fault(&error))?;
        Ok((0..count).filter_map(|at| storage.key(at).ok().flatten()).collect())
    }
}

/// Reading `window.localStorage` throws where storage is switched off.
fn storage() -> Result<Storage, Fault> {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    storage.ok_or(Fault::Blocked)
}

fn fault(error: &JsValue) -> Fault {
    super::journal::fault_named(error.dyn_ref::<DomException>().map(|error| error.name()))
}
