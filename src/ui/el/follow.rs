//! Code that runs again when signals change: Leptos' render effects in one kind for all, without an executor for
//! futures. Whatever a run creates belongs to an owner of its own and goes with the next run.

use crate::platform::dom;
use leptos::prelude::*;
use leptos::reactive::graph::{AnySource, AnySubscriber, ReactiveNode, Source, Subscriber, WithObserver};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Where a follower's code lies: with the owner it was made under.
type Place = StoredValue<Rc<Follower>, LocalStorage>;

thread_local! {
    /// Who waits to run again, the first made first: what stands around runs before what stands inside, and perhaps
    /// takes it away.
    static WAITING: RefCell<Vec<(u32, Place)>> = const { RefCell::new(Vec::new()) };
    static MADE: Cell<u32> = const { Cell::new(0) };
}

struct Follower {
    ear: Arc<Ear>,
    /// In turns: the things of the last run live until the new ones stand in their place.
    owners: [Owner; 2],
    turn: Cell<bool>,
    run: RefCell<Box<dyn FnMut()>>,
}

/// What signals know of a follower.
struct Ear {
    number: u32,
    place: OnceLock<Place>,
    dirty: AtomicBool,
    waiting: AtomicBool,
    sources: Mutex<Vec<AnySource>>,
}

/// Runs `run` now, and again whenever a signal that it read has changed, until the present owner is cleaned up.
#[inline(never)]
pub fn follow(run: Box<dyn FnMut()>) {
    let number = MADE.get();
    MADE.set(number.wrapping_add(1));
    let ear = Arc::new(Ear {
        number,
        place: OnceLock::new(),
        dirty: AtomicBool::new(false),
        waiting: AtomicBool::new(false),
        sources: Mutex::default(),
    });
    let follower = Rc::new(Follower {
        ear: ear.clone(),
        owners: [Owner::new(), Owner::new()],
        turn: Cell::new(false),
        run: RefCell::new(run),
    });
    let _ = ear.place.set(StoredValue::new_local(follower.clone()));
    follower.run();
}

/// Lets everything run that waits. Browsers call it by themselves before the next picture.
pub fn settle() {
    loop {
        let next = WAITING.with_borrow_mut(|waiting| if waiting.is_empty() { None } else { Some(waiting.remove(0)) });
        let Some((_, place)) = next else { return };
        // Nothing lies there when its owner was cleaned up meanwhile.
        if let Some(follower) = place.try_get_value() {
            follower.run_if_changed();
        }
    }
}

impl Follower {
    fn subscriber(&self) -> AnySubscriber {
        let ear: Arc<dyn Subscriber + Send + Sync> = self.ear.clone();
        AnySubscriber(Arc::as_ptr(&self.ear) as usize, Arc::downgrade(&ear))
    }

    fn run_if_changed(&self) {
        self.ear.waiting.store(false, Relaxed);
        let subscriber = self.subscriber();
        if subscriber.with_observer(|| self.ear.update_if_necessary()) {
            self.ear.clear_sources(&subscriber);
            self.run();
        }
    }

    fn run(&self) {
        let turn = !self.turn.get();
        self.turn.set(turn);
        let [one, other] = &self.owners;
        let (now, before) = if turn { (one, other) } else { (other, one) };
        now.with(|| self.subscriber().with_observer(|| (self.run.borrow_mut())()));
        before.cleanup();
    }
}

impl Ear {
    fn wait(&self) {
        let Some(place) = self.place.get().filter(|_| !self.waiting.swap(true, Relaxed)) else { return };
        let first = WAITING.with_borrow_mut(|waiting| {
            let at = waiting.partition_point(|(number, _)| *number < self.number);
            waiting.insert(at, (self.number, *place));
            waiting.len() == 1
        });
        if first {
            dom::soon(settle);
        }
    }

    fn sources<R>(&self, with: impl FnOnce(&mut Vec<AnySource>) -> R) -> R {
        with(&mut self.sources.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl ReactiveNode for Ear {
    fn mark_dirty(&self) {
        self.dirty.store(true, Relaxed);
        self.wait();
    }

    fn mark_check(&self) {
        self.wait();
    }

    fn mark_subscribers_check(&self) {}

    fn update_if_necessary(&self) -> bool {
        let sources = self.sources(|sources| sources.clone());
        // A memo that is found changed marks its subscribers, this one too.
        let changed = self.dirty.load(Relaxed) || sources.into_iter().any(|source| source.update_if_necessary());
        self.dirty.store(false, Relaxed);
        changed
    }
}

impl Subscriber for Ear {
    fn add_source(&self, source: AnySource) {
        self.sources(|sources| {
            if !sources.contains(&source) {
                sources.push(source);
            }
        });
    }

    fn clear_sources(&self, subscriber: &AnySubscriber) {
        for source in self.sources(std::mem::take) {
            source.remove_subscriber(subscriber);
        }
    }
}
