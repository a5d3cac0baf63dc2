//! Where she is: the addresses of the app as the browser has them, at the root of a host, in a folder of one, or behind the name of a
//! single file.

use super::{element, history, root_says, window};
use js_sys::{Array, Reflect};
use std::sync::OnceLock;
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent};

/// The folder of the site on its host, such as `/phlov`; mostly none (tools/rebase.mjs). `#` in the single file
/// (tools/single.mjs), whose addresses stand behind its own: `phlov.html#/km/plans`.
pub fn base() -> &'static str {
    static BASE: OnceLock<String> = OnceLock::new();
    BASE.get_or_init(|| root_says("data-base"))
}

pub fn is_file() -> bool {
    base() == "#"
}

pub fn fragment() -> String {
    window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// Where she is, as the app has it.
pub fn here() -> String {
    if is_file() {
        let fragment = fragment();
        return fragment.strip_prefix("#").filter(|address| address.starts_with('/')).unwrap_or("/").to_owned();
    }
    let Some(location) = window().map(|w| w.location()) else { return String::new() };
    inner(&location.pathname().unwrap_or_default()).to_owned() + &location.search().unwrap_or_default()
}

/// An address of the app as the browser has it.
pub fn outer(address: &str) -> String {
    [base(), address].concat()
}

/// An address of the browser as the app has it.
pub fn inner(address: &str) -> &str {
    address.strip_prefix(base()).unwrap_or(address)
}

/// The address behind a plain tap on a link of the app; its default is prevented then. In-page links move and focus.
pub fn inner_link(event: &Event) -> Option<(String, bool)> {
    let mouse = event.dyn_ref::<MouseEvent>()?;
    if event.default_prevented()
        || mouse.button() != 0
        || mouse.meta_key()
        || mouse.ctrl_key()
        || mouse.shift_key()
        || mouse.alt_key()
    {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest("a[href]").ok()??;
    if link.has_attribute("download") || link.has_attribute("target") {
        return None;
    }
    let href = link.get_attribute("href")?;
    if let Some(id) = href.strip_prefix('#').filter(|id| !id.starts_with('/')) {
        let place = element(id)?;
        event.prevent_default();
        place.scroll_into_view();
        let _ = place.dyn_into::<HtmlElement>().map(|place| place.focus());
        return None;
    }
    let href = inner(&href).to_owned();
    let inside = href == "/" || href.starts_with("/km") || href.starts_with("/en");
    inside.then(|| {
        event.prevent_default();
        (href, link.has_attribute("aria-haspopup"))
    })
}

/// Scroll position and number of entries of this app behind the present one.
pub fn state(y: f64, depth: f64) -> JsValue {
    Array::of2(&y.into(), &depth.into()).into()
}

pub fn depth() -> f64 {
    history().and_then(|h| h.state().ok()).and_then(|s| Reflect::get_u32(&s, 1).ok()).and_then(|d| d.as_f64()).unwrap_or(0.0)
}
