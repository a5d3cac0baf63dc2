//! The browser as the outside world. Together with its neighbours this is the only code that
//! names web-sys or js-sys. Nothing here decides anything; it passes on.

mod address;
mod aloud;
mod ask;
pub mod dom;
mod journal;
mod page;
mod part;
mod send;
mod shelf;

use super::aloud::Aloud;
use super::storage::{Journal, Shelf};
use super::{Look, News, OnBytes, OnShared, OnText, Outside, Picture, StorageFacts, TextFile};
use crate::dates::Date;
use address::{base, depth, fragment, here, inner_link, is_file, outer, state};
use js_sys::{Array, Reflect};
use page::{call, document, element, history, on, root_says, said, tell_page, window};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, Event};

/// The storage key of the look; not one of the store's, because it must be readable without the app.
const LOOK: &str = "phlov-look";
/// There when the plain name is wanted.
const PLAIN: &str = "phlov-plain";

/// Starts the app in this page. A panic is handed to the loader, which stops everything and says that plans are safe.
pub fn run() {
    std::panic::set_hook(Box::new(|info| {
        tell_page("phlov:panic", &info.to_string());
    }));
    let outside: Rc<dyn Outside> = Rc::new(Browser::new());
    crate::ui::open(outside, |app| {
        let Some(place) = document().and_then(|d| d.get_element_by_id("app")) else { return };
        place.set_text_content(None);
        let owner = leptos::prelude::Owner::new();
        let standing = owner.with(|| app.view().show_in(&place));
        // The app lives as long as the page.
        std::mem::forget((owner, standing));
        // Only now: whoever waits for it may tap.
        if let Some(root) = document().and_then(|d| d.document_element()) {
            let _ = root.set_attribute("data-ready", "1");
        }
        tell_page("phlov:ready", "");
    });
}

#[wasm_bindgen(module = "/src/platform/browser/keys.js")]
extern "C" {
    /// Lists with a box hear the keyboard.
    fn keys();
}

struct Browser {
    shelf: Rc<dyn Shelf>,
    journal: Option<Rc<dyn Journal>>,
    channel: Option<BroadcastChannel>,
}

impl Browser {
    fn new() -> Self {
        if let Some(history) = history() {
            let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
        }
        Self {
            shelf: Rc::new(shelf::LocalShelf::default()),
            journal: journal::IdbJournal::open("phlov").map(|journal| Rc::new(journal) as Rc<dyn Journal>),
            channel: BroadcastChannel::new("phlov").ok(),
        }
    }
}

impl Outside for Browser {
    fn today(&self) -> Date {
        let now = js_sys::Date::new_0();
        Date::new(now.get_full_year() as i32, now.get_month() as u8 + 1, now.get_date() as u8)
            .unwrap_or_else(|| Date::in_cambodia(js_sys::Date::now() as i64))
    }

    fn random(&self) -> u64 {
        let mut bytes = [0u8; 8];
        let filled =
            window().and_then(|w| w.crypto().ok()).is_some_and(|c| c.get_random_values_with_u8_array(&mut bytes).is_ok());
        if filled {
            u64::from_le_bytes(bytes)
        } else {
            ((js_sys::Math::random() * f64::from(u32::MAX)) as u64) << 32 | (js_sys::Math::random() * f64::from(u32::MAX)) as u64
        }
    }

    fn now(&self) -> f64 {
        js_sys::Date::now()
    }

    fn later(&self, ms: u32, what: Box<dyn FnOnce()>) {
        if let Some(window) = window() {
            let call = Closure::once_into_js(what);
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), ms as i32);
        }
    }

    fn after_render(&self, what: Box<dyn FnOnce()>) {
        // Views are rebuilt in a microtask; a timer comes after all of them, also in a hidden tab.
        self.later(0, what);
    }

    fn shelf(&self) -> Rc<dyn Shelf> {
        self.shelf.clone()
    }

    fn journal(&self) -> Option<Rc<dyn Journal>> {
        self.journal.clone()
    }

    fn attic(&self) -> Option<Rc<dyn Journal>> {
        journal::IdbJournal::open("phlov-attic").map(|journal| Rc::new(journal) as Rc<dyn Journal>)
    }

    fn tell_tabs(&self, key: &str, text: &str) {
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&Array::of2(&key.into(), &text.into()));
        }
    }

    fn ask_to_persist(&self, done: Box<dyn FnOnce(bool)>) {
        ask::persist(done);
    }

    fn storage_facts(&self, done: Box<dyn FnOnce(StorageFacts)>) {
        ask::storage_facts(done);
    }

    fn derive(&self, secret: &str, salt: &[u8], rounds: u32, done: OnBytes) {
        send::derive(secret, salt, rounds, done);
    }

    fn address(&self) -> String {
        here()
    }

    fn push(&self, address: &str) {
        let Some((window, history)) = window().zip(history()) else { return };
        let depth = depth();
        let here = state(window.scroll_y().unwrap_or(0.0), depth);
        let _ = history.replace_state(&here, "");
        let _ = history.push_state_with_url(&state(0.0, depth + 1.0), "", Some(&outer(address)));
    }

    fn replace(&self, address: &str) {
        if let Some(history) = history() {
            let _ = history.replace_state_with_url(&state(0.0, depth()), "", Some(&outer(address)));
        }
    }

    fn back(&self) -> bool {
        depth() > 0.0 && history().is_some_and(|history| history.back().is_ok())
    }

    fn look(&self, look: &Look) {
        let Some(document) = document() else { return };
        document.set_title(&look.title);
        // Read by public/guard.js before the first paint of the next visit.
        let text = look.text.to_string();
        let kept = [r#"{"lang":""#, look.lang, r#"","theme":""#, look.theme, r#"","text":""#, &text, r#""}"#].concat();
        if self.shelf.get(LOOK).ok().flatten().as_deref() != Some(&kept) {
            let _ = self.shelf.set(LOOK, &kept);
        }
        if let Some(root) = document.document_element() {
            let _ = root.set_attribute("lang", look.lang);
            let _ = root.set_attribute("data-theme", look.theme);
            let _ = root.set_attribute("data-text", &text);
        }
    }

    fn is_disguised(&self) -> bool {
        self.shelf.get(PLAIN).ok().flatten().is_some()
    }

    fn disguise(&self, plain: bool) {
        // Read by public/guard.js, which names the manifest.
        let _ = if plain { self.shelf.set(PLAIN, "1") } else { self.shelf.remove(PLAIN) };
        tell_page("phlov:named", "");
    }

    fn scroll_to(&self, y: f64) {
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(0.0, y);
        }
    }

    fn focus(&self, id: &str) {
        if let Some(element) = element(id) {
            let options = js_sys::Object::new();
            let _ = Reflect::set(&options, &"preventScroll".into(), &true.into());
            if let Ok(focus) = Reflect::get(&element, &"focus".into()) {
                if let Some(focus) = focus.dyn_ref::<js_sys::Function>() {
                    let _ = focus.call1(&element, &options);
                }
            }
        }
    }

    fn open_sheet(&self, id: &str) -> bool {
        element(id).is_some_and(|sheet| call(&sheet, "showModal"))
    }

    fn close_sheet(&self, id: &str) {
        let _ = element(id).map(|sheet| call(&sheet, "close"));
    }

    fn is_online(&self) -> bool {
        window().is_none_or(|w| w.navigator().on_line())
    }

    fn save_file(&self, file: TextFile) {
        send::save_file(&file.name, file.mime, &file.text);
    }

    fn share_file(&self, file: TextFile, done: OnShared) {
        send::share_file(&file.name, file.mime, &file.text, send::told(done));
    }

    fn pick_file(&self, most: u32, done: OnText) {
        send::pick_file(most, done);
    }

    fn pack(&self, text: &str, done: OnText) {
        send::pack(text, done);
    }

    fn unpack(&self, code: &str, most: u32, done: OnText) {
        send::unpack(code, most, done);
    }

    fn can_scan(&self) -> bool {
        send::can_scan()
    }

    fn scan(&self, place: &str, found: Box<dyn FnMut(String) -> bool>) {
        send::scan(place, found);
    }

    fn take_fragment(&self) -> String {
        if is_file() {
            return String::new();
        }
        let fragment = fragment();
        if !fragment.is_empty() {
            self.replace(&self.address());
        }
        fragment
    }

    fn origin(&self) -> String {
        if is_file() {
            return root_says("data-origin");
        }
        window().and_then(|w| w.location().origin().ok()).unwrap_or_default() + base()
    }

    fn load_part(&self, done: Box<dyn FnOnce(bool)>) {
        part::load(done);
    }

    fn is_file(&self) -> bool {
        is_file()
    }

    fn share_text(&self, text: &str, done: OnShared) {
        send::share_text(text, send::told(done));
    }

    fn share_picture(&self, picture: Picture, done: OnShared) {
        send::picture(&picture, done);
    }

    fn copy_text(&self, text: &str, done: OnShared) {
        send::copy_text(text, send::told(done));
    }

    fn print(&self) {
        send::print();
    }

    fn aloud(&self) -> Rc<dyn Aloud> {
        Rc::new(aloud::Voice)
    }

    fn can_pick_contact(&self) -> bool {
        ask::contacts().is_some()
    }

    fn pick_contact(&self, done: Box<dyn FnOnce(String)>) {
        ask::pick_contact(done);
    }

    fn take_update(&self) {
        tell_page("phlov:take-update", "");
    }

    fn stay_awake(&self, on: bool) {
        tell_page("phlov:awake", if on { "1" } else { "" });
    }

    fn forget_pages(&self) {
        tell_page("phlov:forget", "");
    }

    fn listen(&self, news: Rc<dyn Fn(News)>) {
        let Some((window, document)) = window().zip(document()) else { return };
        let tell = |make: fn() -> News| {
            let news = news.clone();
            move |_: Event| news(make())
        };
        keys();
        on(&window, "online", tell(|| News::Online(true)));
        on(&window, "offline", tell(|| News::Online(false)));
        on(&window, "pagehide", tell(|| News::Left));
        on(&window, "phlov:update-ready", tell(update_ready));
        on(&window, "phlov:update-failed", tell(|| News::UpdateFailed));
        on(&window, "phlov:offline-ready", tell(offline_ready));
        let to = news.clone();
        on(&document, "visibilitychange", move |_| {
            let hidden = self::document().is_some_and(|d| d.hidden());
            to(if hidden { News::Hidden } else { News::Shown });
        });
        let to = news.clone();
        on(&window, "popstate", move |event| {
            let y =
                Reflect::get(&event, &"state".into()).ok().and_then(|s| Reflect::get_u32(&s, 0).ok()).and_then(|y| y.as_f64());
            to(News::Address { address: here(), y: y.unwrap_or(0.0) });
        });
        let to = news.clone();
        on(&document, "click", move |event| {
            if let Some((address, is_term)) = inner_link(&event) {
                to(if is_term { News::Term(address) } else { News::Link(address) });
            }
        });
        let to = news.clone();
        on(&window, "storage", move |event| {
            let Some(event) = event.dyn_ref::<web_sys::StorageEvent>() else { return };
            if let Some((key, text)) = event.key().zip(event.new_value()) {
                to(News::Told { key, text });
            }
        });
        if let Some(channel) = &self.channel {
            let to = news.clone();
            on(channel, "message", move |event| {
                let Ok(data) = Reflect::get(&event, &"data".into()) else { return };
                let word = |at: u32| Reflect::get_u32(&data, at).ok().and_then(|v| v.as_string());
                if let Some((key, text)) = word(0).zip(word(1)) {
                    to(News::Told { key, text });
                }
            });
        }
        // The loader may have learnt these before the app began to listen.
        let known = |name: &str| document.document_element().is_some_and(|root| root.has_attribute(name));
        if known("data-update") {
            news(update_ready());
        }
        if known("data-offline") {
            news(offline_ready());
        }
    }
}

fn update_ready() -> News {
    let (all, still) = said("data-update");
    News::UpdateReady { all, still }
}

fn offline_ready() -> News {
    News::OfflineReady(said("data-offline").0)
}
