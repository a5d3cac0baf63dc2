//! What stands in the page. It becomes something else with the fewest changes: elements, texts and rows that stay the same are
//! not touched, so that focus, cursor, scroll and what is unfolded stay too.

use super::follow::follow;
use super::{dom, Attr, El, Kid, Kids, Making, Row, What, Words};
use leptos::prelude::{untrack, Owner};
use std::cell::RefCell;
use std::mem::take;
use std::rc::Rc;

/// A piece of the page.
pub enum Shown {
    Words(dom::Node, Words),
    Element(Box<Element>),
    /// A part that follows signals: what stands in it, and the empty text that marks its end.
    Live(Rc<RefCell<Vec<Shown>>>, dom::Node),
    List(Rc<RefCell<Vec<ShownRow>>>, dom::Node),
}

pub struct Element {
    tag: &'static str,
    key: Words,
    face: Rc<Face>,
    kids: Vec<Shown>,
    listeners: Vec<dom::Listener>,
}

/// An element's node with the attributes it has; the code that follows signals for an attribute holds it too.
struct Face {
    node: dom::Node,
    attrs: RefCell<Vec<(&'static str, Words)>>,
}

/// A row of a list, with what belongs to it.
pub struct ShownRow {
    owner: Owner,
    inside: Vec<Shown>,
}

/// Makes what stands in `shown` into `el`; it stands in `parent`, before `end` (at the end without one).
pub fn become_this(shown: &mut Vec<Shown>, el: El, parent: &dom::Node, end: Option<&dom::Node>) {
    let mut kids = Vec::new();
    Kids::put(el, &mut kids);
    become_these(shown, kids, parent, end);
}

fn become_these(shown: &mut Vec<Shown>, kids: Vec<Kid>, parent: &dom::Node, end: Option<&dom::Node>) {
    let mut old = take(shown).into_iter();
    for kid in kids {
        let was = old.next();
        let kept = match (was, kid) {
            (Some(Shown::Words(node, was)), Kid::Words(words)) => {
                if was != words {
                    dom::set_words(&node, &words);
                }
                Shown::Words(node, words)
            }
            (was, Kid::Words(words)) => {
                let node = dom::words(&words);
                replace(was, &node, parent, end);
                Shown::Words(node, words)
            }
            (was, Kid::El(El(making))) => become_one(was, *making, parent, end),
        };
        shown.push(kept);
    }
    old.for_each(|was| was.remove());
}

fn become_one(was: Option<Shown>, making: Making, parent: &dom::Node, end: Option<&dom::Node>) -> Shown {
    let Making { what, key, attrs, kids } = making;
    match (was, what) {
        (Some(Shown::Element(mut element)), What::Element(tag)) if element.tag == tag && element.key == key => {
            element.become_this(attrs, kids);
            Shown::Element(element)
        }
        (was, What::Element(tag)) => {
            let face = Rc::new(Face { node: dom::element(tag), attrs: RefCell::default() });
            let mut element = Box::new(Element { tag, key, face, kids: Vec::new(), listeners: Vec::new() });
            element.become_this(attrs, kids);
            replace(was, &element.face.node, parent, end);
            Shown::Element(element)
        }
        (Some(Shown::Live(inside, mark)), What::Live(make)) => live(inside, mark, make),
        (was, what) => {
            let mark = dom::words("");
            replace(was, &mark, parent, end);
            match what {
                What::Live(make) => live(Rc::default(), mark, make),
                What::List(rows) => list(mark, rows),
                // Its kids lie flat among those around it (`Kids for El`).
                What::Element(_) | What::Several => Shown::Words(mark, Words::default()),
            }
        }
    }
}

/// Puts a node where something else stood, or at the end.
fn replace(was: Option<Shown>, node: &dom::Node, parent: &dom::Node, end: Option<&dom::Node>) {
    let first = was.as_ref().and_then(Shown::first);
    dom::insert(parent, node, first.as_ref().or(end));
    if let Some(was) = was {
        was.remove();
    }
}

impl Shown {
    fn first(&self) -> Option<dom::Node> {
        let mut first = None;
        self.nodes(&mut |node| {
            first.get_or_insert_with(|| node.clone());
        });
        first
    }

    /// The outermost nodes, in order.
    fn nodes(&self, see: &mut dyn FnMut(&dom::Node)) {
        match self {
            Shown::Words(node, _) => see(node),
            Shown::Element(element) => see(&element.face.node),
            Shown::Live(inside, mark) => {
                inside.borrow().iter().for_each(|shown| shown.nodes(see));
                see(mark);
            }
            Shown::List(rows, mark) => {
                rows.borrow().iter().flat_map(|row| &row.inside).for_each(|shown| shown.nodes(see));
                see(mark);
            }
        }
    }

    fn remove(self) {
        self.nodes(&mut dom::remove);
    }
}

impl Element {
    fn become_this(&mut self, attrs: Vec<Attr>, kids: Vec<Kid>) {
        let node = &self.face.node;
        become_these(&mut self.kids, kids, node, None);
        let mut gone: Vec<&str> = self.face.attrs.borrow().iter().map(|(name, _)| *name).collect();
        let mut listeners = Vec::new();
        for attr in attrs {
            if let Attr::Fixed(name, _) | Attr::Live(name, _) = attr {
                gone.retain(|known| *known != name);
            }
            let face = self.face.clone();
            match attr {
                Attr::Fixed(name, value) => face.set(name, Some(value)),
                Attr::Live(name, mut value) => follow(Box::new(move || face.set(name, value()))),
                Attr::Value(mut value) => follow(Box::new(move || dom::set_value(&face.node, &value()))),
                Attr::Checked(mut checked) => follow(Box::new(move || dom::set_checked(&face.node, checked()))),
                Attr::On(event, call) => listeners.push(dom::listen(node, event, call)),
            }
        }
        gone.into_iter().for_each(|name| self.face.set(name, None));
        self.listeners = listeners;
    }
}

impl Face {
    fn set(&self, name: &'static str, value: Option<Words>) {
        let mut attrs = self.attrs.borrow_mut();
        let at = attrs.iter().position(|(known, _)| *known == name);
        if at.and_then(|at| attrs.get(at)).map(|(_, there)| there) == value.as_ref() {
            return;
        }
        dom::set_attr(&self.node, name, value.as_deref());
        if let Some(at) = at {
            attrs.remove(at);
        }
        attrs.extend(value.map(|value| (name, value)));
    }
}

/// Follows `make`; what it makes stands before the mark. What stands there already becomes it.
fn live(inside: Rc<RefCell<Vec<Shown>>>, mark: dom::Node, mut make: Box<dyn FnMut() -> El>) -> Shown {
    let (shown, end) = (inside.clone(), mark.clone());
    follow(Box::new(move || {
        let el = make();
        let Some(parent) = dom::parent(&end) else { return };
        untrack(|| become_this(&mut shown.borrow_mut(), el, &parent, Some(&end)));
    }));
    Shown::Live(inside, mark)
}

fn list(mark: dom::Node, mut rows: Box<dyn FnMut() -> Vec<Row>>) -> Shown {
    let standing: Rc<RefCell<Vec<ShownRow>>> = Rc::default();
    let (shown, end) = (standing.clone(), mark.clone());
    // Rows outlive a run of the code below, so their owners belong to the owner around it.
    let around = Owner::current().map(|owner| owner.downgrade());
    let mut spare = Vec::new();
    follow(Box::new(move || {
        let rows = rows();
        let mut owner = || around.as_ref().and_then(|around| around.upgrade()).map_or_else(Owner::new, |around| around.child());
        untrack(|| arrange(&mut shown.borrow_mut(), rows, &end, &mut || spare.pop().unwrap_or_else(&mut owner)))
            .into_iter()
            .for_each(|owner| spare.push(owner));
    }));
    Shown::List(standing, mark)
}

/// Makes the standing rows into these. Nodes are moved only where the order changes, and never a row with the focus: a browser
/// would take the focus away. Gives back the owners that are free again.
fn arrange(standing: &mut Vec<ShownRow>, rows: Vec<Row>, end: &dom::Node, owner: &mut dyn FnMut() -> Owner) -> Vec<Owner> {
    let Some(parent) = dom::parent(end) else { return Vec::new() };
    let behind = |nodes: &[dom::Node]| nodes.last().and_then(dom::next).unwrap_or_else(|| end.clone());
    // The place to fill next; all before it is as it shall be.
    let mut place = standing.iter().find_map(|row| row.nodes().into_iter().next()).unwrap_or_else(|| end.clone());
    let mut old: Vec<Option<ShownRow>> = take(standing).into_iter().map(Some).collect();
    let rows: Vec<_> = rows.into_iter().map(|row| (row.was.and_then(|at| old.get_mut(at)?.take()), row.make)).collect();
    let mut free = Vec::new();
    for row in old.into_iter().flatten() {
        let nodes = row.nodes();
        if nodes.first() == Some(&place) {
            place = behind(&nodes);
        }
        nodes.iter().for_each(dom::remove);
        row.owner.cleanup();
        free.push(row.owner);
    }
    for (kept, make) in rows {
        standing.push(if let Some(row) = kept {
            let nodes = row.nodes();
            if nodes.first() == Some(&place) || nodes.iter().any(dom::has_focus) {
                place = behind(&nodes);
            } else {
                nodes.iter().for_each(|node| dom::insert(&parent, node, Some(&place)));
            }
            row
        } else {
            let (owner, mut inside) = (owner(), Vec::new());
            owner.with(|| become_this(&mut inside, make(), &parent, Some(&place)));
            ShownRow { owner, inside }
        });
    }
    free
}

impl ShownRow {
    fn nodes(&self) -> Vec<dom::Node> {
        let mut nodes = Vec::new();
        self.inside.iter().for_each(|shown| shown.nodes(&mut |node| nodes.push(node.clone())));
        nodes
    }
}
