//! Copies: under a secret, earlier states on the phone, the word in time that there is none, and the bin.

use crate::phone::{open, today};
use crate::plans::some_service;
use phlov::plan::{Field, SheetId};
use phlov::platform::memory::MemoryOutside;
use phlov::platform::News;
use phlov::saved::lock::Secret;
use phlov::saved::sealed::sealed_copy;
use phlov::saved::transfer::{look_at, Arrival};
use phlov::ui::state::copies::BIN_DAYS;
use phlov::ui::state::lock::Outcome;
use phlov::ui::state::{use_app, App};
use std::cell::RefCell;
use std::rc::Rc;

const PHRASE: &str = "ដំរី ផ្កា ទន្លេ មេឃ";

/// Uses the app on this phone and gives what `act` gives.
fn using<T: 'static>(phone: &MemoryOutside, act: impl FnOnce(App) -> T + 'static) -> T {
    let given = Heard::default();
    let hear = given.hear();
    open(phone, move || hear(act(use_app())));
    given.take()
}

/// What a callback is given. A callback that is never called fails the test.
struct Heard<T>(Rc<RefCell<Option<T>>>);

impl<T> Default for Heard<T> {
    fn default() -> Self {
        Self(Rc::default())
    }
}

impl<T: 'static> Heard<T> {
    /// The callback.
    fn hear(&self) -> Box<dyn FnOnce(T)> {
        let into = self.0.clone();
        Box::new(move |given| drop(into.replace(Some(given))))
    }

    fn take(&self) -> T {
        self.0.take().expect("the callback was called")
    }
}

/// What this copy would bring to the phone.
fn arrival(app: App, copy: &str) -> Arrival {
    app.book.with_untracked(|book| look_at(book, copy)).expect("a copy")
}

fn write(app: App, words: &str) -> SheetId {
    let id = app.make_plan(Some(some_service()), None);
    let words = words.to_owned();
    app.edit(&id, |plan, pen| plan.write(pen, &Field::Title, &words));
    id
}

#[test]
fn a_copy_under_a_passphrase_opens_with_it_and_with_nothing_else() {
    let phone = MemoryOutside::new(today(), "/km/data");
    let world = phone.clone();
    using(&phone, move |app| {
        write(app, "zebra");
        world.settle();
        let (short, good) = (Heard::default(), Heard::default());
        app.save_sealed("short", short.hear());
        app.save_sealed(PHRASE, good.hear());
        world.settle();
        assert_eq!((short.take(), good.take()), (Outcome::TooShort, Outcome::Done));
    });
    let (name, text) = phone.did().files.pop().expect("a file");
    assert!(name.starts_with("phlov-") && name.ends_with(".txt") && !text.contains("zebra"), "{name}");

    let other = MemoryOutside::new(today(), "/km/data");
    let world = other.clone();
    using(&other, move |app| {
        let sealed = sealed_copy(&text).expect("a sealed copy");
        let (wrong, right) = (Heard::default(), Heard::default());
        app.open_sealed(sealed.clone(), "ដំរី ផ្កា ទន្លេ ដី", wrong.hear());
        app.open_sealed(sealed, PHRASE, right.hear());
        world.settle();
        assert_eq!(wrong.take(), Err(Outcome::Wrong));
        let text = right.take().expect("it opens");
        let arrival = arrival(app, &text);
        assert_eq!(arrival.new.len(), 1);
        assert_eq!(arrival.new[0].title.current(), "zebra");

        // A letter that changed on the way.
        let broken: String = text.chars().rev().collect();
        assert!(sealed_copy(&broken).is_none());
    });
}

#[test]
fn the_copy_of_a_forgotten_lock_opens_when_she_remembers() {
    let phone = MemoryOutside::new(today(), "/km/safety");
    let world = phone.clone();
    using(&phone, move |app| {
        write(app, "zebra");
        world.settle();
        app.set_lock(Secret::Phrase, PHRASE, Box::new(|_| ()));
        world.settle();
        app.lock_now();
        app.start_anew(|| ());
        world.settle();
    });
    let (_, text) = phone.did().files.pop().expect("a file");
    let again = phone.opened_again("/km/data");
    let world = again.clone();
    using(&again, move |app| {
        assert_eq!(app.book.with_untracked(|book| book.sheets.values().count()), 0);
        let sealed = sealed_copy(&text).expect("sealed");
        let text = Heard::default();
        app.open_sealed(sealed, PHRASE, text.hear());
        world.settle();
        assert_eq!(arrival(app, &text.take().expect("it opens")).new[0].title.current(), "zebra");
    });
}

#[test]
fn the_last_five_states_stay_on_the_phone() {
    let phone = MemoryOutside::new(today(), "/km/plans");
    let id = using(&phone, |app| write(app, "day 0"));
    for day in 1..=9 {
        let again = phone.opened_again("/km/plans");
        again.set_today(today().plus_days(day));
        let (world, id) = (again.clone(), id.clone());
        // Opened twice on a day, and on some days nothing is changed.
        let words = format!("day {}", day / 2 * 2);
        using(&again, move |app| {
            world.wait(1_000);
            app.edit(&id, |plan, pen| plan.write(pen, &Field::Title, &words));
            world.settle();
        });
    }
    let kept = phone.attic_texts();
    assert_eq!(kept.len(), 5);
    let again = phone.opened_again("/km/data");
    let world = again.clone();
    using(&again, move |app| {
        let (all, oldest) = (Heard::default(), Heard::default());
        app.snapshots(all.hear());
        world.settle();
        let all = all.take();
        assert_eq!(all.len(), 5);
        assert!(all.windows(2).all(|pair| pair[0].day > pair[1].day), "the newest first");
        app.snapshot(&all[4], oldest.hear());
        world.settle();
        let arrival = arrival(app, &oldest.take().expect("there"));
        assert_eq!((arrival.new.len(), arrival.damaged), (0, 0), "it knows less than the phone");
    });
}

#[test]
fn what_vanished_comes_back_from_an_earlier_state() {
    let phone = MemoryOutside::new(today(), "/km/plans");
    using(&phone, |app| write(app, "zebra"));
    let again = phone.opened_again("/km/plans");
    let world = again.clone();
    using(&again, move |_| world.wait(1_000));
    // Both stores are emptied; the earlier states lie elsewhere.
    for (key, _) in phone.shelf_texts().into_iter().chain(phone.journal_texts()) {
        again.lose(&key);
    }
    let again = phone.opened_again("/km/data");
    let world = again.clone();
    using(&again, move |app| {
        let (all, newest) = (Heard::default(), Heard::default());
        app.snapshots(all.hear());
        world.settle();
        app.snapshot(&all.take()[0], newest.hear());
        world.settle();
        assert_eq!(arrival(app, &newest.take().expect("there")).new[0].title.current(), "zebra");
    });
}

#[test]
fn with_the_lock_earlier_states_are_sealed() {
    let phone = MemoryOutside::new(today(), "/km/safety");
    let world = phone.clone();
    using(&phone, move |app| {
        write(app, "zebra");
        world.settle();
        world.wait(1_000);
        app.set_lock(Secret::Phrase, PHRASE, Box::new(|_| ()));
        world.settle();
    });
    let kept = phone.attic_texts();
    assert_eq!(kept.len(), 1);
    assert!(kept.values().all(|text| text.starts_with("phlov-sealed ")), "{kept:?}");
}

#[test]
fn she_is_asked_for_a_copy_when_much_is_new_or_something_is_old() {
    let phone = MemoryOutside::new(today(), "/km/plans");
    let asks = |phone: &MemoryOutside, days: i32| {
        let again = phone.opened_again("/km/plans");
        again.set_today(today().plus_days(days));
        using(&again, |app| app.nudge())
    };
    using(&phone, |app| write(app, "one"));
    assert_eq!(asks(&phone, 0), None, "one new plan");
    assert_eq!(asks(&phone, 14), Some(1), "two weeks without a copy");
    using(&phone.opened_again("/km/plans"), |app| (write(app, "two"), write(app, "three")));
    assert_eq!(asks(&phone, 0), Some(3), "three new plans");
    using(&phone.opened_again("/km/plans"), App::ask_later);
    assert_eq!((asks(&phone, 6), asks(&phone, 7)), (None, Some(3)), "not now: a week of quiet");
    using(&phone.opened_again("/km/data"), App::save_copy);
    assert_eq!(asks(&phone, 300), None, "all of it is in the copy");
}

#[test]
fn what_she_deletes_stays_for_a_month_at_least() {
    let phone = MemoryOutside::new(today(), "/km/data");
    let id = using(&phone, |app| {
        let id = write(app, "zebra");
        app.edit(&id, |plan, pen| plan.set_removed(pen, true));
        id
    });
    let after = |days: i32| {
        let again = phone.opened_again("/km/data");
        again.set_today(today().plus_days(days));
        using(&again, |app| app.old_in_bin().len())
    };
    assert_eq!((after(BIN_DAYS), after(BIN_DAYS + 1)), (0, 1));
    let again = phone.opened_again("/km/data");
    again.set_today(today().plus_days(BIN_DAYS + 1));
    let world = again.clone();
    using(&again, move |app| {
        app.empty_bin();
        world.settle();
    });
    assert!(!phone.shelf_texts().contains_key(&format!("phlov:plan:{}", id.as_str())));
    assert!(!phone.journal_texts().contains_key(&format!("phlov:plan:{}", id.as_str())));
}

/// What nobody asked for does not push aside what she can still undo.
#[test]
fn the_word_that_all_is_on_the_phone_waits_for_her_undo() {
    let phone = MemoryOutside::new(today(), "/km/data");
    let world = phone.clone();
    using(&phone, move |app| {
        let id = write(app, "zebra");
        app.edit_undoable(&id, "gone", |plan, pen| plan.set_removed(pen, true));
        world.tell(News::OfflineReady(500_000));
        let said = || app.toast.with_untracked(|toast| toast.as_ref().map(|toast| (toast.text.clone(), toast.undo.is_some())));
        assert_eq!(said(), Some(("gone".to_owned(), true)));
        world.wait(10_000);
        assert!(said().is_some_and(|(text, undo)| text.contains("KB") && !undo), "{:?}", said());
    });
}
