//! Signals, memos and stored values of Leptos' graph, with one copy of the machinery for all types: Leptos makes its own for
//! each type of value and writes a quarter of a kilobyte into every place that reads one. What moves is a trigger, or a memo
//! that counts how often its value has changed; the value lies beside it. All of it lives as long as the owner it was made under.

pub use leptos::prelude::{expect_context, provide_context, untrack};

use leptos::ev;
use leptos::prelude::{ArcMemo, ArcTrigger, Get, GetValue, LocalStorage, Notify, StoredValue as Stored, Track};
use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::process::abort;
use std::rc::Rc;

/// Where a value lies.
struct Place {
    told: Told,
    /// A `RefCell<Option<T>>`; a memo has no value before it is first asked.
    value: Rc<dyn Any>,
}

/// What tells others that the value has changed.
enum Told {
    Signal(ArcTrigger),
    Memo(ArcMemo<usize>),
    Never,
}

type At = Stored<Rc<Place>, LocalStorage>;

#[inline(never)]
fn place(told: Told, value: Rc<dyn Any>) -> At {
    Stored::new_local(Rc::new(Place { told, value }))
}

/// The value's cell. A signal is not asked for when its owner is gone: that would be a mistake here.
#[inline(never)]
fn tracked(at: At) -> Rc<dyn Any> {
    let place = at.get_value();
    match &place.told {
        Told::Signal(signal) => signal.track(),
        Told::Memo(changes) => drop(changes.get()),
        Told::Never => (),
    }
    place.value.clone()
}

#[inline(never)]
fn tell(at: At) {
    if let Some(Told::Signal(signal)) = at.try_get_value().as_deref().map(|place| &place.told) {
        signal.notify();
    }
}

/// Any of them: where the value lies, and what it is.
struct Held<T>(At, PhantomData<fn() -> T>);

impl<T> Clone for Held<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Held<T> {}

impl<T: 'static> Held<T> {
    fn new(told: Told, value: Option<T>) -> Self {
        Self(place(told, Rc::new(RefCell::new(value))), PhantomData)
    }

    #[inline(never)]
    fn read(self, read: &mut dyn FnMut(&T)) {
        let cell = tracked(self.0);
        match cell.downcast_ref::<RefCell<Option<T>>>() {
            Some(cell) => cell.borrow().as_ref().map(read),
            None => abort(),
        };
    }

    /// Nothing happens when its owner is gone: a field loses the focus when it is taken away.
    #[inline(never)]
    fn change(self, change: &mut dyn FnMut(&mut T)) {
        let Some(place) = self.0.try_get_value() else { return };
        if let Some(cell) = place.value.downcast_ref::<RefCell<Option<T>>>() {
            cell.borrow_mut().as_mut().map(change);
        }
        tell(self.0);
    }

    fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        let (mut read, mut result) = (Some(read), None);
        self.read(&mut |value| result = read.take().map(|read| read(value)));
        result.unwrap_or_else(|| abort())
    }

    #[inline(never)]
    fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    #[inline(never)]
    fn set(self, value: T) {
        let mut value = Some(value);
        self.change(&mut |old| {
            if let Some(value) = value.take() {
                *old = value;
            }
        });
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident)+) => {$(
        $(#[$doc])*
        pub struct $kind<T>(Held<T>);

        impl<T> Clone for $kind<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $kind<T> {}
    )+};
}

kinds! {
    /// A value that tells when it was set.
    RwSignal
    /// A value made from signals that tells only when it has changed.
    Memo
    /// A value that tells nobody; views hand its place on instead of the value.
    StoredValue
}

/// How those are read that tell others of a change. Without tracking, the reader is not told.
macro_rules! reads {
    ($($kind:ident)+) => {$(
        impl<T: 'static> $kind<T> {
            pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
                self.0.with(read)
            }

            pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
                untrack(|| self.0.with(read))
            }

            pub fn get(self) -> T
            where
                T: Clone,
            {
                self.0.get()
            }

            pub fn get_untracked(self) -> T
            where
                T: Clone,
            {
                untrack(|| self.0.get())
            }
        }
    )+};
}

reads! { RwSignal Memo }

impl<T: 'static> RwSignal<T> {
    pub fn new(value: T) -> Self {
        Self(Held::new(Told::Signal(ArcTrigger::new()), Some(value)))
    }

    pub fn set(self, value: T) {
        self.0.set(value);
    }

    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut change = Some(change);
        self.0.change(&mut |value| {
            if let Some(change) = change.take() {
                change(value);
            }
        });
    }
}

/// A value that follows signals and tells only when it changes.
pub fn memo<T: PartialEq + 'static>(make: impl Fn() -> T + 'static) -> Memo<T> {
    boxed_memo(Box::new(make))
}

#[inline(never)]
fn boxed_memo<T: PartialEq + 'static>(make: Box<dyn Fn() -> T>) -> Memo<T> {
    let cell = Rc::new(RefCell::new(None::<T>));
    let value = cell.clone();
    let changes = move || {
        let now = Some(make());
        let changed = *cell.borrow() != now;
        if changed {
            *cell.borrow_mut() = now;
        }
        changed
    };
    Memo(Held(place(Told::Memo(counted(Rc::new(changes))), value), PhantomData))
}

/// Counts how often `changes` has said so.
fn counted(changes: Rc<dyn Fn() -> bool>) -> ArcMemo<usize> {
    let changes = Stored::new_local(changes);
    ArcMemo::new(move |before: Option<&usize>| {
        let changed = changes.try_get_value().is_some_and(|changes| changes());
        before.copied().unwrap_or_default().wrapping_add(usize::from(changed))
    })
}

impl<T: 'static> StoredValue<T> {
    pub fn new(value: T) -> Self {
        Self(Held::new(Told::Never, Some(value)))
    }

    pub fn with_value<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.0.with(read)
    }

    pub fn get_value(self) -> T
    where
        T: Clone,
    {
        self.0.get()
    }

    pub fn set_value(self, value: T) {
        self.0.set(value);
    }
}

/// What stands in the field.
#[inline(never)]
pub fn event_target_value(event: &ev::Event) -> String {
    leptos::prelude::event_target_value(event)
}
