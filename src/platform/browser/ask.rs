//! What the browser answers later: promises, without the futures that js-sys brings along.

use crate::platform::StorageFacts;
use js_sys::{Array, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;

pub fn persist(done: Box<dyn FnOnce(bool)>) {
    let asked = storage_manager().and_then(|manager| manager.persist().ok());
    answer(asked, Box::new(move |value| done(value.is_some_and(|v| v.is_truthy()))));
}

pub fn storage_facts(done: Box<dyn FnOnce(StorageFacts)>) {
    let Some(manager) = storage_manager() else { return done(StorageFacts::default()) };
    let estimate = manager.estimate().ok();
    let told = move |persistent: Option<JsValue>| {
        let tell = move |estimate: Option<JsValue>| {
            let number = |name: &str| {
                let value = Reflect::get(estimate.as_ref()?, &name.into()).ok()?;
                value.as_f64().map(|n| n as u64)
            };
            done(StorageFacts {
                used: number("usage"),
                quota: number("quota"),
                persistent: persistent.and_then(|p| p.as_bool()),
            });
        };
        answer(estimate, Box::new(tell));
    };
    answer(manager.persisted().ok(), Box::new(told));
}

pub fn pick_contact(done: Box<dyn FnOnce(String)>) {
    let asked = contacts().and_then(|contacts| {
        let wanted = Array::of3(&"name".into(), &"tel".into(), &"email".into());
        call(&contacts, "select", &wanted)
    });
    answer(asked, Box::new(move |chosen| done(chosen.map(|chosen| lines(&chosen)).unwrap_or_default())));
}

/// Calls a method that gives a promise; `None` where the browser does not have it.
fn call(on: &JsValue, method: &str, with: &JsValue) -> Option<js_sys::Promise> {
    let method = Reflect::get(on, &method.into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
    method.call1(on, with).ok()?.dyn_into::<js_sys::Promise>().ok()
}

#[wasm_bindgen]
extern "C" {
    /// A promise, without the futures that js-sys brings along.
    type Promise;
    #[wasm_bindgen(method)]
    fn then(this: &Promise, given: &JsValue, failed: &JsValue) -> JsValue;
}

/// Calls `done` with what the promise gives, `None` when there is none or it fails.
fn answer(promise: Option<js_sys::Promise>, done: Box<dyn FnOnce(Option<JsValue>)>) {
    let Some(promise) = promise else { return done(None) };
    let done = Rc::new(Cell::new(Some(done)));
    let (given, failed) = (done.clone(), done);
    let given = Closure::once_into_js(move |value: JsValue| given.take().map_or((), |done| done(Some(value))));
    let failed = Closure::once_into_js(move |_: JsValue| failed.take().map_or((), |done| done(None)));
    promise.unchecked_into::<Promise>().then(&given, &failed);
}

/// The phone's contacts; Chrome on Android has them.
pub fn contacts() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    let contacts = Reflect::get(&navigator, &"contacts".into()).ok()?;
    contacts.is_object().then_some(contacts)
}

/// Names, numbers and addresses of the first contact chosen, one a line.
fn lines(chosen: &JsValue) -> String {
    let Ok(first) = Reflect::get_u32(chosen, 0) else { return String::new() };
    let list = |name: &str| Reflect::get(&first, &name.into()).ok().and_then(|list| list.dyn_into::<Array>().ok());
    let mut lines = String::new();
    for line in ["name", "tel", "email"].into_iter().filter_map(list).flat_map(|list| list.to_vec()) {
        lines.push_str(&line.as_string().unwrap_or_default());
        lines.push('\n');
    }
    lines
}

/// Missing in old browsers and on plain http.
fn storage_manager() -> Option<web_sys::StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let manager = Reflect::get(&navigator, &"storage".into()).ok()?;
    (!manager.is_undefined()).then(|| manager.unchecked_into())
}
