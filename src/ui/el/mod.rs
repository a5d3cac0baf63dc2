//! Elements, written as function calls.
//!
//! Leptos' `view!` gives every element a type of its own, and its one type for all (`AnyView`) brings the
//! machinery for servers and hydration along; for an app of many screens either is most of the module. An [`El`] has one
//! type whatever stands in it, and one piece of code puts it into the page. What moves it is Leptos': signals, memos, owners,
//! contexts.
//!
//! - here: making elements
//! - [`shown`]: what stands in the page, and how it becomes something else with the fewest changes
//! - [`follow`]: code that runs again when signals change

mod follow;
mod shown;

pub use follow::settle;

use crate::platform::dom;
use leptos::ev;
use std::borrow::Cow;
use std::rc::Rc;

/// A word, a sentence, the value of an attribute.
pub type Words = Cow<'static, str>;

/// Something to show that is being made: an element, several things, a part that follows signals. One pointer,
/// so that handing it on costs next to nothing.
pub struct El(Box<Making>);

struct Making {
    what: What,
    key: Words,
    attrs: Vec<Attr>,
    kids: Vec<Kid>,
}

enum What {
    Element(&'static str),
    Several,
    Live(Box<dyn FnMut() -> El>),
    List(Box<dyn FnMut() -> Vec<Row>>),
}

enum Attr {
    Fixed(&'static str, Words),
    Live(&'static str, Box<dyn FnMut() -> Option<Words>>),
    Value(Box<dyn FnMut() -> String>),
    Checked(Box<dyn FnMut() -> bool>),
    On(&'static str, Box<dyn FnMut(ev::Event)>),
}

/// A row of a list: where it stood before, and how to make it if it stood nowhere.
struct Row {
    was: Option<usize>,
    make: Box<dyn FnOnce() -> El>,
}

/// Something inside an element.
pub enum Kid {
    El(El),
    Words(Words),
}

/// The id of an empty form (`shell`), to which every large field belongs. Browsers note what stands in fields, to show it again with a
/// tab that is opened again, in plain text on the disk: everywhere but in a form like this. The app keeps her words itself.
pub const UNKEPT: &str = "unkept";

/// An element with a class; an empty class is left out.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str) -> El {
    let mut el = what(What::Element(tag));
    if tag == "textarea" {
        el = el.attr("form", UNKEPT);
    }
    if class.is_empty() {
        return el;
    }
    el.attr("class", class)
}

#[inline(never)]
fn what(what: What) -> El {
    El(Box::new(Making { what, key: Words::default(), attrs: Vec::new(), kids: Vec::new() }))
}

/// What hears an event.
type Call = Box<dyn FnMut(ev::Event)>;

/// A browser calls with no screen around. So it is natively too: else a tap that asks for the app there would stop only in a browser.
#[cfg(not(target_arch = "wasm32"))]
fn alone(mut call: Call) -> Call {
    Box::new(move |event| {
        let nowhere = leptos::prelude::Owner::new_root(None);
        nowhere.with(|| call(event));
        std::mem::forget(nowhere);
    })
}

#[cfg(target_arch = "wasm32")]
fn alone(call: Call) -> Call {
    call
}

impl El {
    pub fn attr(self, name: &'static str, value: impl Into<Words>) -> Self {
        self.put(Attr::Fixed(name, value.into()))
    }

    pub fn attr_if(self, name: &'static str, value: Option<impl Into<Words>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// An attribute that follows signals; `None` takes it away.
    pub fn live_attr(self, name: &'static str, value: impl FnMut() -> Option<Words> + 'static) -> Self {
        self.put(Attr::Live(name, Box::new(value)))
    }

    /// The text in a field, following signals.
    pub fn value(self, value: impl FnMut() -> String + 'static) -> Self {
        self.put(Attr::Value(Box::new(value)))
    }

    /// Whether a box is ticked, following signals.
    pub fn checked(self, value: impl FnMut() -> bool + 'static) -> Self {
        self.put(Attr::Checked(Box::new(value)))
    }

    pub fn on(self, event: &'static str, call: impl FnMut(ev::Event) + 'static) -> Self {
        self.put(Attr::On(event, alone(Box::new(call))))
    }

    pub fn tap(self, mut call: impl FnMut() + 'static) -> Self {
        self.on("click", move |_| call())
    }

    /// Puts something inside, after what is there.
    pub fn with(mut self, kids: impl Kids) -> Self {
        kids.put(&mut self.0.kids);
        self
    }

    /// What the element is for: when a live part is made anew, elements are kept in place, with what is typed, unfolded or
    /// focused in them, unless tag or key differ.
    pub fn key(mut self, key: impl Into<Words>) -> Self {
        self.0.key = key.into();
        self
    }

    #[inline(never)]
    fn put(mut self, attr: Attr) -> Self {
        self.0.attrs.push(attr);
        self
    }

    /// As HTML: what would stand in the page.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn to_html(self) -> String {
        let place = dom::element("div");
        let _standing = self.show_in(&place);
        place.inside()
    }

    /// Puts it into an element, where it follows its signals as long as the present owner lives. It listens to events as long as
    /// what is given back lives.
    #[must_use]
    pub fn show_in(self, place: &dom::Node) -> Standing {
        let mut shown = Vec::new();
        shown::become_this(&mut shown, self, place, None);
        Standing(shown)
    }
}

/// What stands in the page.
pub struct Standing(#[expect(dead_code, reason = "held, not read")] Vec<shown::Shown>);

/// What can stand inside an element.
pub trait Kids {
    fn put(self, into: &mut Vec<Kid>);
}

#[inline(never)]
fn push(into: &mut Vec<Kid>, kid: Kid) {
    into.push(kid);
}

impl Kids for El {
    #[inline(never)]
    fn put(self, into: &mut Vec<Kid>) {
        match self.0.what {
            What::Several => into.extend(self.0.kids),
            _ => push(into, Kid::El(self)),
        }
    }
}

impl Kids for Words {
    fn put(self, into: &mut Vec<Kid>) {
        push(into, Kid::Words(self));
    }
}

impl Kids for &'static str {
    fn put(self, into: &mut Vec<Kid>) {
        Words::from(self).put(into);
    }
}

impl Kids for String {
    fn put(self, into: &mut Vec<Kid>) {
        Words::from(self).put(into);
    }
}

impl<K: Kids> Kids for Option<K> {
    fn put(self, into: &mut Vec<Kid>) {
        if let Some(kids) = self {
            kids.put(into);
        }
    }
}

impl<K: Kids> Kids for Vec<K> {
    #[inline(never)]
    fn put(self, into: &mut Vec<Kid>) {
        for kid in self {
            kid.put(into);
        }
    }
}

impl<K: Kids, const N: usize> Kids for [K; N] {
    fn put(self, into: &mut Vec<Kid>) {
        for kid in self {
            kid.put(into);
        }
    }
}

macro_rules! tuples {
    ($($($kid:ident)+;)+) => {$(
        impl<$($kid: Kids),+> Kids for ($($kid,)+) {
            #[allow(non_snake_case)]
            fn put(self, into: &mut Vec<Kid>) {
                let ($($kid,)+) = self;
                $($kid.put(into);)+
            }
        }
    )+};
}

tuples! {
    A; A B; A B C; A B C D; A B C D E; A B C D E F; A B C D E F G; A B C D E F G H; A B C D E F G H I;
    A B C D E F G H I J; A B C D E F G H I J K; A B C D E F G H I J K L;
}

/// Several things without an element around them.
pub fn all(kids: impl Kids) -> El {
    what(What::Several).with(kids)
}

/// A part that is made anew when a signal in it changes. What is the same afterwards stays as it is.
pub fn live<K: Kids>(mut make: impl FnMut() -> K + 'static) -> El {
    what(What::Live(Box::new(move || all(make()))))
}

/// A text that follows signals.
pub fn live_text(make: impl FnMut() -> String + 'static) -> El {
    live(make)
}

/// A list that keeps the elements of items that stay; two items are the same when they are equal.
pub fn each<T: Clone + PartialEq + 'static>(items: impl Fn() -> Vec<T> + 'static, row: impl Fn(T) -> El + 'static) -> El {
    let row = Rc::new(row);
    let mut before: Vec<T> = Vec::new();
    let rows = move || {
        let now = items();
        // An item mostly stands behind the one that stood before it: look there first.
        let mut likely = 0;
        let mut place = |item: &T| {
            let (head, tail) = before.split_at_checked(likely)?;
            let found = tail.iter().position(|other| other == item).map(|at| likely + at);
            let found = found.or_else(|| head.iter().position(|other| other == item))?;
            likely = found + 1;
            Some(found)
        };
        let rows = now.iter().map(|item| {
            let (row, item) = (row.clone(), item.clone());
            Row { was: place(&item), make: Box::new(move || row(item)) }
        });
        let rows = rows.collect();
        before = now;
        rows
    };
    what(What::List(Box::new(rows)))
}
