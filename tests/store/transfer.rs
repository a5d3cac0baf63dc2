//! A backup comes back: what it brings is said before anything changes, nothing is lost, and twice is once.

use crate::helpers::*;
use phlov::plan::*;
use phlov::saved::transfer::{look_at, Arrival, Refused};
use proptest::prelude::*;
use proptest::test_runner::Config;

fn person(n: u64, name: &str) -> Sheet {
    let mut person = Sheet::blank(What::Person, id(n), &pen(1));
    person.write(&pen(1), &Field::Title, name);
    person
}

/// A phone with these sheets, all of them saved.
fn phone_with(sheets: &[Sheet]) -> Tab {
    let mut tab = Phone::default().open(1);
    for sheet in sheets {
        tab.add(sheet.clone());
    }
    tab.settle();
    tab
}

fn take_in(book: &mut Book, arrival: &Arrival) {
    for sheet in arrival.new.iter().chain(&arrival.changed) {
        book.fold(sheet);
    }
}

#[test]
fn a_lost_phone_comes_back_whole() {
    let mut first = plan(1);
    for text in NASTY {
        first.add_item(&pen(1), List::Question, text);
    }
    let old = phone_with(&[first, plan(2), person(3, "សុខ ដារ៉ា")]);
    let backup = old.store.export_raw();
    let mut new = Book::default();
    let arrival = look_at(&new, &backup).expect("a backup");
    assert_eq!((arrival.new.len(), arrival.changed.len(), arrival.same), (3, 0, 0));
    take_in(&mut new, &arrival);
    assert_eq!(new.sheets, old.book.sheets, "to the letter");
    // The same file once more brings nothing.
    let again = look_at(&new, &backup).expect("a backup");
    assert!(!again.brings_something());
    assert_eq!(again.same, 3);
}

#[test]
fn what_was_written_differently_is_kept_both_ways_and_counted() {
    let (mut here, mut there) = (plan(1), plan(1));
    here.write(&pen(1), &need(), "a shop licence");
    there.write(&pen(2), &need(), "a market stall");
    let backup = phone_with(&[there, plan(2)]).store.export_raw();
    let mut book = Book::default();
    book.fold(&here);
    let arrival = look_at(&book, &backup).expect("a backup");
    assert_eq!((arrival.new.len(), arrival.changed.len(), arrival.conflicts), (1, 1, 1));
    take_in(&mut book, &arrival);
    let words = all_words(&book);
    assert!(has_all(&words, &["a shop licence".to_owned(), "a market stall".to_owned()]), "{words:?}");
}

#[test]
fn what_is_no_backup_is_refused_in_its_own_words() {
    let backup = phone_with(&[plan(1)]).store.export_raw();
    let book = Book::default();
    for (text, why) in [
        ("", Refused::Foreign),
        ("hello", Refused::Foreign),
        ("{\"a\":1}", Refused::Foreign),
        ("{\"app\":\"other\",\"localStorage\":{}}", Refused::Foreign),
        ("phlov-export", Refused::Foreign),
        ("phlov-export 2\n", Refused::Newer),
        ("phlov-export 1\n", Refused::Cut),
    ] {
        assert_eq!(look_at(&book, text), Err(why), "{text}");
    }
    assert_eq!(look_at(&book, &"x".repeat(12_000_001)), Err(Refused::TooLong));
    for cut in (20..backup.len() - 1).filter(|cut| backup.is_char_boundary(*cut)) {
        assert_eq!(look_at(&book, &backup[..cut]), Err(Refused::Cut), "cut at {cut}");
    }
    // What a messenger does to a text: other line ends, a mark in front.
    for text in [format!("\u{feff}{backup}"), backup.replace('\n', "\r\n"), format!("\n {backup}")] {
        assert_eq!(look_at(&book, &text).map(|arrival| arrival.new.len()), Ok(1));
    }
}

/// The loader's own copy, made when the app could not start, is read as well.
#[test]
fn the_copy_of_the_loader_comes_back_too() {
    let old = phone_with(&[plan(1), person(2, "Dara")]);
    let records: serde_json::Map<String, serde_json::Value> =
        old.shelf.texts().into_iter().map(|(key, text)| (key, text.into())).collect();
    let text = serde_json::json!({ "app": "phlov", "kind": "raw-copy", "localStorage": records, "journal": {} }).to_string();
    let arrival = look_at(&Book::default(), &text).expect("a copy");
    assert_eq!(arrival.new.len(), 2);
}

#[test]
fn a_changed_letter_costs_one_record_and_is_said() {
    let backup = phone_with(&[plan(1), plan(2)]).store.export_raw();
    let changed = backup.replacen("nssf-registration", "nssf-registratiom", 1);
    let arrival = look_at(&Book::default(), &changed).expect("a backup");
    assert_eq!((arrival.new.len(), arrival.damaged), (1, 1));
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::with_cases(if cfg!(debug_assertions) { 96 } else { 20_000 }) })]

    /// Three phones, any edits, copies sent in any order: once all have seen all, they are equal, and no text is gone that
    /// was not knowingly replaced.
    #[test]
    fn phones_that_send_each_other_copies_end_equal(steps in prop::collection::vec((0u8..3, 0u8..3, any::<[u8; 3]>(), any::<bool>()), 1..24)) {
        let mut phones: Vec<Tab> = (1..4).map(|who| Phone::default().open(who)).collect();
        for phone in &mut phones {
            phone.add(plan(1));
        }
        let send = |phones: &mut Vec<Tab>, from: usize, to: usize| {
            let text = phones[from].store.export_raw();
            let arrival = look_at(&phones[to].book, &text).expect("a backup");
            for sheet in arrival.new.iter().chain(&arrival.changed) {
                phones[to].book.fold(sheet);
                phones[to].store.save_plan(sheet);
                phones[to].look();
            }
        };
        let mut count = 0;
        for (who, to, choice, sends) in steps {
            let (who, to) = (usize::from(who), usize::from(to));
            if sends {
                send(&mut phones, who, to);
            } else {
                count += 1;
                let text = format!("text {count}");
                phones[who].edit(&id(1), |plan, pen| { command(plan, pen, choice, &text); });
            }
        }
        for round in 0..2 {
            for from in 0..3 {
                for to in 0..3 {
                    send(&mut phones, from, to);
                }
            }
            if round == 1 {
                prop_assert_eq!(&phones[0].book.sheets, &phones[1].book.sheets);
                prop_assert_eq!(&phones[1].book.sheets, &phones[2].book.sheets);
            }
        }
    }

    /// Whatever is done to the letters of a backup, looking at it never panics and never brings words that were in none.
    #[test]
    fn a_mutilated_backup_changes_nothing(at in any::<prop::sample::Index>(), with in "\\PC{0,3}", drop in 0usize..9) {
        let backup = phone_with(&[plan(1)]).store.export_raw();
        let from = at.index(backup.len());
        let mut text = backup.clone().into_bytes();
        text.splice(from..(from + drop).min(backup.len()), with.bytes());
        let text = String::from_utf8_lossy(&text).into_owned();
        if let Ok(arrival) = look_at(&Book::default(), &text) {
            for sheet in &arrival.new {
                prop_assert_eq!(sheet, &plan(1));
            }
        }
    }
}

/// A plan in a link: the packed text is found in whatever a messenger puts around it.
#[test]
fn a_plan_travels_in_a_link() {
    use phlov::saved::transfer::{packed_in, parcel, FRAGMENT};
    let mut sheet = plan(1);
    for text in NASTY {
        sheet.add_item(&pen(1), List::Question, text);
    }
    let arrival = look_at(&Book::default(), &parcel(&sheet)).expect("a parcel");
    assert_eq!(arrival.new, [sheet], "to the letter");
    for (message, code) in [
        (format!("https://phlov.example/km/data{FRAGMENT}Ab-9_z"), Some("Ab-9_z")),
        (format!("សូមបើក https://phlov.example/km/data{FRAGMENT}Ab9។ អរគុណ"), Some("Ab9")),
        (format!("({FRAGMENT}x)"), Some("x")),
        (FRAGMENT.to_owned(), None),
        ("https://phlov.example/km/data".to_owned(), None),
    ] {
        assert_eq!(packed_in(&message), code, "{message}");
    }
}
