//! The lock: set, closed, opened, wrong, taken off, forgotten; and what then lies on the phone.

use crate::phone::{open, speech, today};
use crate::plans::some_service;
use phlov::page::{Locale, Page};
use phlov::plan::{Field, SheetId};
use phlov::platform::memory::MemoryOutside;
use phlov::platform::{News, Outside};
use phlov::saved::lock::Secret;
use phlov::ui::state::lock::{Lock, Outcome};
use phlov::ui::state::{use_app, App};
use std::cell::RefCell;
use std::rc::Rc;

const NEED: &str = "ខ្ញុំចង់ចុះឈ្មោះហាងកាត់ដេរ zebra";
const PIN: &str = "482915";

/// Uses the app on this phone; gives what stands in the page then, and how the commands of the lock ended.
fn using(phone: &MemoryOutside, act: impl FnOnce(App, Ended) + 'static) -> (String, Vec<Outcome>) {
    let ended = Ended::default();
    let into = ended.clone();
    let html = open(phone, move || act(use_app(), into));
    (html, ended.0.take())
}

#[derive(Clone, Default)]
struct Ended(Rc<RefCell<Vec<Outcome>>>);

impl Ended {
    fn note(&self) -> Box<dyn FnOnce(Outcome)> {
        let list = self.0.clone();
        Box::new(move |outcome| list.borrow_mut().push(outcome))
    }
}

/// Everything that lies on the phone.
fn bytes(phone: &MemoryOutside) -> String {
    let journal = phone.journal_texts();
    phone.shelf_texts().into_iter().chain(journal).map(|(key, text)| format!("{key} {text}\n")).collect()
}

fn write(app: App) -> SheetId {
    let id = app.make_plan(Some(some_service()), None);
    app.edit(&id, |plan, pen| plan.write(pen, &Field::Need, NEED));
    id
}

fn need(app: App, id: &SheetId) -> Option<String> {
    app.book.with_untracked(|book| book.sheets.get(id).map(|plan| plan.need.current().to_owned()))
}

/// A phone with a plan, and the lock set.
fn locked_phone() -> (MemoryOutside, SheetId) {
    let phone = MemoryOutside::new(today(), "/km/safety");
    let made = Rc::new(RefCell::new(None));
    let into = made.clone();
    let world = phone.clone();
    let (_, ended) = using(&phone, move |app, ended| {
        into.replace(Some(write(app)));
        world.settle();
        app.set_lock(Secret::Pin, PIN, ended.note());
        world.settle();
        assert_eq!(app.lock.get_untracked(), Lock::Open(Secret::Pin));
    });
    assert_eq!(ended, [Outcome::Done]);
    let id = made.take().expect("a plan");
    (phone, id)
}

#[test]
fn with_the_lock_set_no_word_of_hers_lies_on_the_phone() {
    let (phone, id) = locked_phone();
    let all = bytes(&phone);
    assert!(all.contains(&format!("phlov:plan:{} phlov-sealed", id.as_str())), "it is there, sealed");
    for word in ["zebra", "ខ្ញុំ", "need", PIN] {
        assert!(!all.contains(word), "{word} lies on the phone");
    }
}

#[test]
fn a_locked_phone_shows_what_there_is_to_know_and_nothing_of_hers() {
    let (phone, id) = locked_phone();
    for locale in Locale::ALL {
        let m = &speech(locale).m().safety;
        for page in [Page::Plans, Page::Plan(id.as_str().into()), Page::People, Page::Calendar, Page::Data] {
            let html = open(&phone.opened_again(&page.href(locale)), || ());
            assert!(html.contains(m.locked_hint) && html.contains(m.forgot) && !html.contains("zebra"), "{page:?}");
        }
        let html = open(&phone.opened_again(&Page::Service(some_service()).href(locale)), || ());
        assert!(!html.contains(m.locked_hint), "the knowledge base needs no key");
    }
}

#[test]
fn the_right_pin_opens_and_edits_are_sealed() {
    let (phone, id) = locked_phone();
    let again = phone.opened_again(&Page::Plan(id.as_str().into()).href(Locale::Km));
    let (world, at) = (again.clone(), id.clone());
    let (html, ended) = using(&again, move |app, ended| {
        assert_eq!(need(app, &at), None);
        // Khmer digits are the same digits.
        app.unlock("៤៨២៩១៥ ", ended.note());
        world.settle();
        assert_eq!(need(app, &at).as_deref(), Some(NEED));
        app.edit(&at, |plan, pen| plan.write(pen, &Field::Title, "giraffe"));
        world.settle();
    });
    assert_eq!(ended, [Outcome::Done]);
    assert!(html.contains("giraffe"));
    assert!(!bytes(&phone).contains("giraffe"));
}

#[test]
fn wrong_pins_wait_longer_and_longer() {
    let (phone, _) = locked_phone();
    let again = phone.opened_again("/en/plans");
    let world = again.clone();
    let (_, ended) = using(&again, move |app, ended| {
        let mut waits = Vec::new();
        for _ in 0..6 {
            app.unlock("000000", ended.note());
            world.settle();
            waits.push(app.lock_wait());
        }
        assert_eq!(waits, [0, 0, 5, 15, 60, 300]);
        assert!(app.lock.get_untracked().is_closed());
    });
    assert_eq!(ended, [Outcome::Wrong; 6]);
    // A reload does not help, the right one does.
    let again = phone.opened_again("/en/plans");
    let world = again.clone();
    let (html, _) = using(&again, move |app, ended| {
        assert_eq!(app.lock_wait(), 300);
        app.unlock(PIN, ended.note());
        world.settle();
        assert_eq!(app.lock_wait(), 0);
    });
    assert!(!html.contains(speech(Locale::En).m().safety.locked_hint));
}

#[test]
fn it_locks_when_left_when_hidden_for_long_and_when_nothing_is_done() {
    let (phone, id) = locked_phone();
    let again = phone.opened_again("/km/plans");
    let world = again.clone();
    using(&again, move |app, ended| {
        let unlock = || {
            app.unlock(PIN, ended.note());
            world.settle();
            assert_eq!(need(app, &id).as_deref(), Some(NEED));
        };
        let shown = |app: App| need(app, &id).is_some();
        unlock();
        world.tell(News::Left);
        assert!(!shown(app), "left");
        unlock();
        world.tell(News::Hidden);
        world.wait(60_000);
        world.tell(News::Shown);
        assert!(shown(app), "a minute is nothing");
        world.pass(300_000);
        world.tell(News::Shown);
        assert!(!shown(app), "hidden for five minutes");
        unlock();
        for _ in 0..6 {
            world.wait(60_000);
        }
        assert!(!shown(app), "nothing done for as long");
    });
}

#[test]
fn taken_off_everything_lies_plain_again() {
    let (phone, id) = locked_phone();
    let again = phone.opened_again("/km/safety");
    let world = again.clone();
    let (_, ended) = using(&again, move |app, ended| {
        app.unlock(PIN, ended.note());
        world.settle();
        app.take_lock_off("111111", ended.note());
        world.settle();
        app.take_lock_off(PIN, ended.note());
        world.settle();
        assert_eq!(app.lock.get_untracked(), Lock::Off);
        assert_eq!(need(app, &id).as_deref(), Some(NEED));
    });
    assert_eq!(ended, [Outcome::Done, Outcome::Wrong, Outcome::Done]);
    let all = bytes(&phone);
    assert!(all.contains(NEED) && !all.contains("phlov-sealed "));
}

#[test]
fn the_secret_can_be_changed() {
    let (phone, id) = locked_phone();
    let again = phone.opened_again("/km/safety");
    let world = again.clone();
    using(&again, move |app, ended| {
        app.unlock(PIN, ended.note());
        world.settle();
        app.set_lock(Secret::Phrase, "ដំរី ផ្កា ទន្លេ មេឃ", ended.note());
        world.settle();
    });
    let again = phone.opened_again("/km/plans");
    let world = again.clone();
    let (_, ended) = using(&again, move |app, ended| {
        assert_eq!(app.lock.get_untracked(), Lock::Closed(Secret::Phrase));
        app.unlock(PIN, ended.note());
        world.settle();
        app.unlock("ដំរី ផ្កា ទន្លេ មេឃ", ended.note());
        world.settle();
        assert_eq!(need(app, &id).as_deref(), Some(NEED));
    });
    assert_eq!(ended, [Outcome::Wrong, Outcome::Done]);
}

/// The lock file stands in both places; losing one loses nothing.
#[test]
fn the_shelf_may_be_cleared() {
    let (phone, id) = locked_phone();
    let cleared = phone.with_cleared_shelf("/km/plans");
    let world = cleared.clone();
    let (_, ended) = using(&cleared, move |app, ended| {
        assert!(app.lock.get_untracked().is_closed());
        app.unlock(PIN, ended.note());
        world.settle();
        assert_eq!(need(app, &id).as_deref(), Some(NEED));
    });
    assert_eq!(ended, [Outcome::Done]);
}

#[test]
fn forgotten_the_sealed_data_goes_into_a_file_and_the_phone_is_free() {
    let (phone, id) = locked_phone();
    let again = phone.opened_again("/km/plans");
    let world = again.clone();
    let at = id.clone();
    using(&again, move |app, _| {
        app.start_anew(|| ());
        world.settle();
        assert_eq!(app.lock.get_untracked(), Lock::Off);
        assert_eq!(need(app, &at), None);
        write(app);
        world.settle();
    });
    let (_, file) = again.did().files.pop().expect("a file");
    assert!(file.contains("phlov-sealed ") && file.contains("phlov-lock 1"));
    assert!(!bytes(&phone).contains("phlov-sealed "));
}

#[test]
fn without_web_crypto_nothing_is_locked_and_it_says_so() {
    let phone = MemoryOutside::new(today(), "/km/safety");
    phone.without_crypto();
    let world = phone.clone();
    let (_, ended) = using(&phone, move |app, ended| {
        write(app);
        app.set_lock(Secret::Pin, PIN, ended.note());
        world.settle();
        assert_eq!(app.lock.get_untracked(), Lock::Off);
    });
    assert_eq!(ended, [Outcome::NoCrypto]);
}

/// What another tab has stored, as this phone's tabs tell each other.
fn tell_last(from: &MemoryOutside, to: &MemoryOutside) {
    for (key, text) in from.did().told {
        to.tell(News::Told { key, text });
    }
    to.settle();
}

#[test]
fn a_plan_made_while_it_is_closed_is_kept_when_it_is_opened() {
    let (phone, id) = locked_phone();
    let again = phone.opened_again(&Page::Service(some_service()).href(Locale::Km));
    let world = again.clone();
    using(&again, move |app, ended| {
        // Another number than that of the first plan.
        for _ in 0..9 {
            let _ = world.random();
        }
        let made = write(app);
        world.settle();
        assert!(!bytes(&world).contains(made.as_str()), "there is no store for it yet");
        app.unlock(PIN, ended.note());
        world.settle();
        assert_eq!((need(app, &made).as_deref(), need(app, &id).as_deref()), (Some(NEED), Some(NEED)));
        let all = bytes(&world);
        assert!(all.contains(made.as_str()) && !all.contains("zebra"), "sealed like the rest");
    });
}

#[test]
fn what_a_tab_stored_before_it_knew_of_the_lock_is_sealed_when_it_says_so() {
    let one = MemoryOutside::new(today(), "/km/safety");
    let two = one.opened_again("/km/plans");
    let (first, second) = (one.clone(), two.clone());
    using(&one, move |app, ended| {
        let (other, outer) = (second.clone(), first.clone());
        let (html, _) = using(&second, move |late, _| {
            app.set_lock(Secret::Pin, PIN, ended.note());
            outer.settle();
            write(late);
            other.settle();
            assert!(bytes(&outer).contains("zebra"), "it did not know yet");
            tell_last(&outer, &other);
            assert_eq!(late.lock.get_untracked(), Lock::Closed(Secret::Pin));
        });
        assert!(!html.contains("zebra"));
        tell_last(&second, &first);
        assert!(!bytes(&first).contains("zebra"));
    });
}

#[test]
fn what_a_tab_sealed_before_it_knew_that_the_lock_is_off_is_opened() {
    let (phone, id) = locked_phone();
    let (one, two) = (phone.opened_again("/km/safety"), phone.opened_again("/km/plans"));
    let (first, second) = (one.clone(), two.clone());
    using(&one, move |app, ended| {
        let (other, outer) = (second.clone(), first.clone());
        using(&second, move |late, late_ended| {
            late.unlock(PIN, late_ended.note());
            other.settle();
            app.unlock(PIN, ended.note());
            outer.settle();
            app.take_lock_off(PIN, ended.note());
            outer.settle();
            late.edit(&id, |plan, pen| plan.write(pen, &Field::Title, "giraffe"));
            other.settle();
            assert!(bytes(&outer).contains("phlov-sealed "), "it did not know yet");
            tell_last(&outer, &other);
            assert_eq!(late.lock.get_untracked(), Lock::Off);
            let all = bytes(&outer);
            assert!(all.contains("giraffe") && !all.contains("phlov-sealed "));
            assert_eq!(
                late.book.with_untracked(|book| book.sheets.get(&id).map(|plan| plan.title.current().to_owned())).as_deref(),
                Some("giraffe")
            );
        });
    });
}
