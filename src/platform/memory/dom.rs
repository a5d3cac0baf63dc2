//! The nodes of a page in memory: what `platform::browser::dom` is in a browser. They can be written as HTML, and
//! tests can see which nodes stay, and where the focus is.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// An element or a text. Clones are the same node.
#[derive(Clone)]
pub struct Node(Rc<Inner>);

struct Inner {
    /// Empty for a text.
    tag: String,
    words: RefCell<String>,
    attrs: RefCell<Vec<(String, String)>>,
    kids: RefCell<Vec<Node>>,
    parent: RefCell<Weak<Inner>>,
    value: RefCell<Option<String>>,
    checked: Cell<bool>,
    /// How often an attribute was set or taken away.
    changes: Cell<usize>,
}

thread_local! {
    static FOCUS: RefCell<Option<Node>> = const { RefCell::new(None) };
}

impl PartialEq for Node {
    fn eq(&self, other: &Node) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::fmt::Debug for Node {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(&self.html())
    }
}

pub fn element(tag: &str) -> Node {
    node(tag, "")
}

pub fn words(words: &str) -> Node {
    node("", words)
}

fn node(tag: &str, words: &str) -> Node {
    Node(Rc::new(Inner {
        tag: tag.to_owned(),
        words: RefCell::new(words.to_owned()),
        attrs: RefCell::default(),
        kids: RefCell::default(),
        parent: RefCell::default(),
        value: RefCell::default(),
        checked: Cell::default(),
        changes: Cell::default(),
    }))
}

pub fn set_words(node: &Node, words: &str) {
    node.0.words.replace(words.to_owned());
}

pub fn set_attr(node: &Node, name: &str, value: Option<&str>) {
    node.0.changes.set(node.0.changes.get() + 1);
    let mut attrs = node.0.attrs.borrow_mut();
    match (attrs.iter_mut().find(|(known, _)| known == name), value) {
        (Some((_, there)), Some(value)) => value.clone_into(there),
        (None, Some(value)) => attrs.push((name.to_owned(), value.to_owned())),
        (_, None) => attrs.retain(|(known, _)| known != name),
    }
}

pub fn set_value(node: &Node, value: &str) {
    node.0.value.replace(Some(value.to_owned()));
}

pub fn set_checked(node: &Node, checked: bool) {
    node.0.checked.set(checked);
}

pub fn insert(parent: &Node, node: &Node, before: Option<&Node>) {
    remove(node);
    let mut kids = parent.0.kids.borrow_mut();
    let at = before.and_then(|before| kids.iter().position(|kid| kid == before)).unwrap_or(kids.len());
    kids.insert(at, node.clone());
    node.0.parent.replace(Rc::downgrade(&parent.0));
}

/// Takes a node out, as browsers do: the focus inside is lost, also when the node is only moved.
pub fn remove(node: &Node) {
    if let Some(parent) = parent(node) {
        parent.0.kids.borrow_mut().retain(|kid| kid != node);
        if has_focus(node) {
            FOCUS.set(None);
        }
    }
    node.0.parent.replace(Weak::new());
}

pub fn parent(node: &Node) -> Option<Node> {
    node.0.parent.borrow().upgrade().map(Node)
}

pub fn next(node: &Node) -> Option<Node> {
    let parent = parent(node)?;
    let kids = parent.0.kids.borrow();
    let at = kids.iter().position(|kid| kid == node)?;
    kids.get(at + 1).cloned()
}

pub fn has_focus(node: &Node) -> bool {
    let focused = FOCUS.with_borrow(Clone::clone);
    std::iter::successors(focused, parent).any(|around| around == *node)
}

/// In memory nothing comes by itself: who changed a signal calls `ui::el::settle`.
pub fn soon(_: fn()) {}

/// Nobody taps in memory.
pub struct Listener;

pub fn listen<E>(_: &Node, _: &'static str, _: Box<dyn FnMut(E)>) -> Listener {
    Listener
}

/// What tests ask and do.
impl Node {
    pub fn focus(&self) {
        FOCUS.set(Some(self.clone()));
    }

    pub fn kids(&self) -> Vec<Node> {
        self.0.kids.borrow().clone()
    }

    /// What was set as the text of a field.
    pub fn value(&self) -> Option<String> {
        self.0.value.borrow().clone()
    }

    pub fn is_checked(&self) -> bool {
        self.0.checked.get()
    }

    /// How often one of its attributes was set or taken away.
    pub fn changes(&self) -> usize {
        self.0.changes.get()
    }

    /// The first element inside with this tag.
    pub fn find(&self, tag: &str) -> Option<Node> {
        self.kids().into_iter().find_map(|kid| if kid.0.tag == tag { Some(kid) } else { kid.find(tag) })
    }

    /// Everything inside, as HTML.
    pub fn inside(&self) -> String {
        let mut html = String::new();
        self.0.kids.borrow().iter().for_each(|kid| kid.write(&mut html));
        html
    }

    pub fn html(&self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(&self, html: &mut String) {
        let Inner { tag, words, attrs, .. } = &*self.0;
        if tag.is_empty() {
            return escape(&words.borrow(), &[('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;")], html);
        }
        html.extend(["<", tag.as_str()]);
        for (name, value) in &*attrs.borrow() {
            html.extend([" ", name, "=\""]);
            escape(value, &[('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('"', "&quot;")], html);
            html.push('"');
        }
        html.push('>');
        if !VOID.contains(&tag.as_str()) {
            html.extend([&self.inside(), "</", tag, ">"]);
        }
    }
}

/// Elements without an end.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

fn escape(words: &str, signs: &[(char, &str)], html: &mut String) {
    for c in words.chars() {
        match signs.iter().find(|(sign, _)| *sign == c) {
            Some((_, written)) => html.push_str(written),
            None => html.push(c),
        }
    }
}
