//! The page in which the app stands: its window, its elements, what it says in attributes and hears as events.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, Window};

/// Numbers that the loader wrote into an attribute of the page.
pub(super) fn said(name: &str) -> (u32, u32) {
    let said = root_says(name);
    let (first, second) = said.split_once(' ').unwrap_or((&said, ""));
    (first.parse().unwrap_or(0), second.parse().unwrap_or(0))
}

pub(super) fn root_says(name: &str) -> String {
    document().and_then(|d| d.document_element()).and_then(|root| root.get_attribute(name)).unwrap_or_default()
}

/// Listens for the life of the page.
pub(super) fn on(target: &web_sys::EventTarget, name: &str, call: impl FnMut(Event) + 'static) {
    let call = Closure::<dyn FnMut(Event)>::new(call).into_js_value();
    let _ = target.add_event_listener_with_callback(name, call.unchecked_ref());
}

pub(super) fn tell_page(name: &str, detail: &str) {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&detail.into());
    if let (Some(window), Ok(event)) = (window(), web_sys::CustomEvent::new_with_event_init_dict(name, &init)) {
        let _ = window.dispatch_event(&event);
    }
}

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(super) fn document() -> Option<Document> {
    window()?.document()
}

pub(super) fn history() -> Option<web_sys::History> {
    window()?.history().ok()
}

/// Calls a method that this browser may not have; false when it has none, or when it fails.
pub(super) fn call(element: &Element, method: &str) -> bool {
    let method = Reflect::get(element, &method.into()).ok().and_then(|method| method.dyn_into::<js_sys::Function>().ok());
    method.is_some_and(|method| method.call0(element).is_ok())
}

pub(super) fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}
