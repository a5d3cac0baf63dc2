//! Elements, written as function calls.
//!
//! Leptos' `view!` gives every element a type of its own; for an app of many screens that is most of
//! the module (measured here: 215 KB of code after brotli with erased views, against 150 KB allowed
//! for everything). An [`El`] has one type whatever stands in it, so a further element costs only the
//! calls that make it. It is still Leptos underneath: builder, attributes, events, reactive values,
//! and the same tree renders to HTML natively.

use leptos::ev;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::element::custom;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use std::borrow::Cow;
use std::sync::{Arc, Mutex};

type Live<T> = Arc<Mutex<dyn FnMut() -> T + Send>>;
/// A word, a sentence, the value of an attribute.
pub type Words = Cow<'static, str>;

/// Something to show that is being made: an element, several things, or a Leptos view. One pointer, so that
/// handing it on costs next to nothing. It becomes a Leptos view in one place ([`El::view`]).
pub struct El(Box<Node>);

enum Node {
    Element { tag: &'static str, attrs: Vec<Attr>, kids: Vec<Kid> },
    Several(Vec<Kid>),
    View(AnyView),
}

enum Attr {
    Fixed(&'static str, Words),
    Live(&'static str, Live<Option<Words>>),
    Value(Box<dyn FnMut() -> String + Send>),
    Checked(Box<dyn FnMut() -> bool + Send>),
    On(&'static str, Box<dyn FnMut(ev::Event)>),
}

/// Something inside an element.
pub enum Kid {
    El(El),
    Words(Words),
}

/// An element with a class; an empty class is left out.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str) -> El {
    let mut attrs = Vec::new();
    if !class.is_empty() {
        attrs.push(Attr::Fixed("class", class.into()));
    }
    El(Box::new(Node::Element { tag, attrs, kids: Vec::new() }))
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
    pub fn live_attr(self, name: &'static str, value: impl FnMut() -> Option<Words> + Send + 'static) -> Self {
        self.put(Attr::Live(name, Arc::new(Mutex::new(value))))
    }

    /// The text in a field, following signals.
    pub fn value(self, value: impl FnMut() -> String + Send + 'static) -> Self {
        self.put(Attr::Value(Box::new(value)))
    }

    /// Whether a box is ticked, following signals.
    pub fn checked(self, value: impl FnMut() -> bool + Send + 'static) -> Self {
        self.put(Attr::Checked(Box::new(value)))
    }

    pub fn on(self, event: &'static str, call: impl FnMut(ev::Event) + 'static) -> Self {
        self.put(Attr::On(event, Box::new(call)))
    }

    pub fn tap(self, mut call: impl FnMut() + 'static) -> Self {
        self.on("click", move |_| call())
    }

    /// Puts something inside, after what is there.
    pub fn with(mut self, kids: impl Kids) -> Self {
        if let Node::Element { kids: inside, .. } | Node::Several(inside) = &mut *self.0 {
            kids.put(inside);
        }
        self
    }

    #[inline(never)]
    fn put(mut self, attr: Attr) -> Self {
        if let Node::Element { attrs, .. } = &mut *self.0 {
            attrs.push(attr);
        }
        self
    }

    #[inline(never)]
    pub fn view(self) -> AnyView {
        match *self.0 {
            Node::View(view) => view,
            Node::Several(kids) => views(kids).into_any(),
            Node::Element { tag, attrs, mut kids } => {
                let attrs: Vec<AnyAttribute> = attrs.into_iter().map(Attr::made).collect();
                let bare = custom(tag).add_any_attr(attrs);
                // Only lists carry a marker node; most elements hold none or one.
                match (kids.len(), kids.pop()) {
                    (1, Some(only)) => bare.child(only.view()).into_any(),
                    (_, Some(last)) => {
                        kids.push(last);
                        bare.child(views(kids)).into_any()
                    }
                    _ => bare.into_any(),
                }
            }
        }
    }
}

impl Attr {
    fn made(self) -> AnyAttribute {
        match self {
            Attr::Fixed(name, value) => custom_attribute(name, value).into_any_attr(),
            Attr::Live(name, value) => custom_attribute(name, value).into_any_attr(),
            Attr::Value(value) => prop("value", value).into_any_attr(),
            Attr::Checked(value) => prop("checked", value).into_any_attr(),
            Attr::On(event, call) => on(ev::Custom::<ev::Event>::new(event), call).into_any_attr(),
        }
    }
}

impl Kid {
    fn view(self) -> AnyView {
        match self {
            Kid::El(el) => el.view(),
            Kid::Words(words) => words.into_any(),
        }
    }
}

#[inline(never)]
fn views(kids: Vec<Kid>) -> Vec<AnyView> {
    kids.into_iter().map(Kid::view).collect()
}

/// What can stand inside an element.
pub trait Kids {
    fn put(self, into: &mut Vec<Kid>);
}

#[inline(never)]
fn push(into: &mut Vec<Kid>, kid: Kid) {
    into.push(kid);
}

impl Kids for El {
    fn put(self, into: &mut Vec<Kid>) {
        push(into, Kid::El(self));
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
    several().with(kids)
}

#[inline(never)]
fn several() -> El {
    El(Box::new(Node::Several(Vec::new())))
}

/// A part that is made anew when a signal in it changes.
pub fn live<K: Kids>(mut make: impl FnMut() -> K + Send + 'static) -> El {
    follow(Arc::new(Mutex::new(move || all(make()).view())))
}

#[inline(never)]
fn follow(make: Live<AnyView>) -> El {
    El(Box::new(Node::View(make.into_any())))
}

/// A text that follows signals.
pub fn live_text(make: impl FnMut() -> String + Send + 'static) -> El {
    let make: Live<String> = Arc::new(Mutex::new(make));
    El(Box::new(Node::View(make.into_any())))
}

/// A list that keeps the elements of items that stay, by key.
pub fn each<T>(items: impl Fn() -> Vec<T> + Send + Sync + 'static, row: impl Fn(T) -> El + Send + Clone + 'static) -> El
where
    T: Clone + Eq + std::hash::Hash + Send + 'static,
{
    let row = move |item: T| row(item).view();
    let view = view! { <For each=items key=T::clone let:item>{row(item)}</For> };
    El(Box::new(Node::View(view.into_any())))
}

/// A view made by Leptos' own macro.
pub fn leptos_view(view: impl IntoAny) -> El {
    El(Box::new(Node::View(view.into_any())))
}
