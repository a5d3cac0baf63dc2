//! The nodes of the page, as `ui::el` needs them. `platform::memory::dom` is the same in memory.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, IntersectionObserver, IntersectionObserverInit};

/// An element or a text of the page.
pub type Node = web_sys::Node;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    fn create_element(tag: &str) -> Node;
    #[wasm_bindgen(js_namespace = document, js_name = createElementNS)]
    fn create_element_of(names: &str, tag: &str) -> Node;
    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    fn create_text(words: &str) -> Node;
    #[wasm_bindgen(js_name = queueMicrotask)]
    fn queue_microtask(call: &JsValue);
}

pub fn element(tag: &str) -> Node {
    match tag {
        "svg" | "path" => create_element_of("http://www.w3.org/2000/svg", tag),
        _ => create_element(tag),
    }
}

pub fn words(words: &str) -> Node {
    create_text(words)
}

pub fn set_words(node: &Node, words: &str) {
    node.set_node_value(Some(words));
}

/// `None` takes the attribute away.
pub fn set_attr(node: &Node, name: &str, value: Option<&str>) {
    let element: &Element = node.unchecked_ref();
    let _ = match value {
        // Addresses inside the app begin at the folder of the site.
        Some(value) if name == "href" && value.starts_with('/') => element.set_attribute(name, &super::address::outer(value)),
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// The text in a field; one that stands there already is left alone, and with it the place of the cursor.
pub fn set_value(node: &Node, value: &str) {
    let field: &HtmlInputElement = node.unchecked_ref();
    if field.value() != value {
        field.set_value(value);
    }
}

pub fn set_checked(node: &Node, checked: bool) {
    node.unchecked_ref::<HtmlInputElement>().set_checked(checked);
}

/// Puts a node before another one, or at the end. Where the other one is gone (a browser that translates
/// pages takes texts out) the end is better than nothing.
pub fn insert(parent: &Node, node: &Node, before: Option<&Node>) {
    if parent.insert_before(node, before).is_err() {
        let _ = parent.append_child(node);
    }
}

pub fn remove(node: &Node) {
    node.unchecked_ref::<Element>().remove();
}

pub fn parent(node: &Node) -> Option<Node> {
    node.parent_node()
}

pub fn next(node: &Node) -> Option<Node> {
    node.next_sibling()
}

/// Whether the focus is on this node or inside it.
pub fn has_focus(node: &Node) -> bool {
    super::document().and_then(|document| document.active_element()).is_some_and(|focused| node.contains(Some(&focused)))
}

/// Calls back once the code that runs now has come to its end, before the next picture.
pub fn soon(call: fn()) {
    queue_microtask(&Closure::once_into_js(call));
}

/// Listens until it is dropped.
pub struct Listener {
    node: Node,
    event: &'static str,
    call: Closure<dyn FnMut(Event)>,
    watch: Option<IntersectionObserver>,
}

pub fn listen(node: &Node, event: &'static str, call: Box<dyn FnMut(Event)>) -> Listener {
    if event == NEAR {
        return watch(node, call);
    }
    let call = Closure::wrap(call);
    let _ = node.add_event_listener_with_callback(event, call.as_ref().unchecked_ref());
    Listener { node: node.clone(), event, call, watch: None }
}

/// An event of our own: the node comes near the screen, or is near it when it is first listened for. Never where the browser cannot tell.
const NEAR: &str = "near";
/// How near.
const MARGIN: &str = "1000px";

fn watch(node: &Node, mut call: Box<dyn FnMut(Event)>) -> Listener {
    // What comes is a list of entries; nobody looks at it as an event.
    let call = Closure::<dyn FnMut(Event)>::new(move |entries: Event| {
        let near = |entry: JsValue| Reflect::get(&entry, &"isIntersecting".into()).is_ok_and(|near| near.is_truthy());
        if entries.unchecked_ref::<Array>().iter().any(near) {
            call(entries);
        }
    });
    let margin = IntersectionObserverInit::new();
    margin.set_root_margin(MARGIN);
    let watch = IntersectionObserver::new_with_options(call.as_ref().unchecked_ref(), &margin).ok();
    if let Some(watch) = &watch {
        watch.observe(node.unchecked_ref());
    }
    Listener { node: node.clone(), event: NEAR, call, watch }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.node.remove_event_listener_with_callback(self.event, self.call.as_ref().unchecked_ref());
        if let Some(watch) = &self.watch {
            watch.disconnect();
        }
    }
}
