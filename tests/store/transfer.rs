//! A backup comes back: what it brings is said before anything changes, nothing is lost, and twice is once.

use crate::helpers::*;
use phlov::i18n::Speech;
use phlov::page::Locale;
use phlov::plan::*;
use phlov::saved::transfer::{look_at, Arrival, Refused};
use phlov::saved::*;
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
    let mut hall = Sheet::blank(What::Office, id(4), &pen(1));
    hall.write(&pen(1), &Field::Note(fact::PLACE.into()), "ជិតផ្សារ");
    let old = phone_with(&[first, plan(2), person(3, "សុខ ដារ៉ា"), hall]);
    let backup = old.store.export_raw();
    let mut new = Book::default();
    let arrival = look_at(&new, &backup).expect("a backup");
    assert_eq!((arrival.new.len(), arrival.changed.len(), arrival.same), (4, 0, 0));
    take_in(&mut new, &arrival);
    assert_eq!(new.sheets, old.book.sheets, "to the letter");
    // The same file once more brings nothing.
    let again = look_at(&new, &backup).expect("a backup");
    assert!(!again.brings_something());
    assert_eq!(again.same, 4);
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
    #![proptest_config(Config { failure_persistence: None, ..Config::with_cases(count(96, 5_000) as u32) })]

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

}

/// What is too long, too deep or too many is refused or read, in a moment, and the phone is as it was.
#[test]
fn a_file_over_the_caps_is_refused_before_it_is_read() {
    let mut fault = Trial::of("a file to bring in is over the caps");
    let mut tab = phone_with(&[plan(1), plan(2)]);
    tab.edit(&id(1), note("of this phone"));
    let most = transfer::MOST as usize;
    let backup = tab.store.export_raw();
    let over = |unit: &str| unit.repeat(most / unit.len() + 1);
    let under =
        |begin: &str, unit: &str, end: &str| [begin, &unit.repeat((most - begin.len() - end.len()) / unit.len()), end].concat();
    for (text, why) in [
        (over("x"), Refused::TooLong),
        (over(&backup), Refused::TooLong),
        (under("phlov-export 1\n", "= phlov:plan:a 0\n\n", ""), Refused::Cut),
        (under("phlov-export 1\n", "= phlov:plan:a 99999999999999999999\n", ""), Refused::Cut),
        (under("phlov-export 1\n", " ", "= end 0\n"), Refused::Cut),
        (under("{\"app\":\"phlov\",\"localStorage\":", "[", ""), Refused::Foreign),
        (under("{\"app\":\"phlov\",\"journal\":{\"a\":", "{\"a\":", ""), Refused::Foreign),
    ] {
        let before = tab.all_words();
        let start: String = text.chars().take(40).collect();
        assert_eq!(look_at(&tab.book, &text), Err(why), "{start}");
        fault.tried(lost_bytes(&before, &tab.all_words()));
        fault.says(refusal(why));
    }
    // Just under the cap, with as many records as there is room for: read, and each one judged.
    let record = "= phlov:plan:a 1\nx\n";
    let records = (most - 40) / record.len();
    let many = ["phlov-export 1\n", &record.repeat(records), "= end ", &records.to_string(), "\n"].concat();
    let arrival = look_at(&tab.book, &many).expect("a backup");
    assert_eq!((arrival.brings_something(), arrival.damaged), (false, records));
    fault.tried(lost_bytes(&[backup], &[tab.store.export_raw()]));
    fault.note();
}

/// What she reads when a file is refused.
fn refusal(why: Refused) -> &'static str {
    Speech { locale: Locale::En, digits: Digits::default() }.m().backup.refused[why as usize]
}

/// A backup after something happened to it on the way: letters changed, added and dropped, parts doubled or gone.
fn mutilated(backup: &str, dice: &mut Dice) -> String {
    let mut bytes = backup.as_bytes().to_vec();
    for _ in 0..=dice.roll(4) {
        let from = dice.roll(bytes.len());
        let most = [2, 9, 400][dice.roll(3)];
        let upto = (from + dice.roll(most)).min(bytes.len());
        let part = match dice.roll(4) {
            0 => Vec::new(),
            1 => dice.bytes().to_vec(),
            2 => NASTY[dice.roll(NASTY.len())].as_bytes().to_vec(),
            _ => bytes[from..upto].repeat(2),
        };
        bytes.splice(from..upto, part);
        if bytes.is_empty() {
            return String::new();
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Whatever was done to the letters of a backup, looking at it never panics and changes nothing; and should she take in what is
/// left of it, her own words stay and no word comes that was in none.
#[test]
fn a_mutilated_backup_harms_nothing() {
    let mut fault = Trial::of("a file to bring in was changed");
    let (mut here, mut there) = (plan(1), plan(1));
    here.write(&pen(1), &need(), "written on this phone");
    there.write(&pen(2), &need(), "written on the other phone");
    let backup = phone_with(&[there.clone(), plan(2), person(3, "សុខ ដារ៉ា")]).store.export_raw();
    let mut book = Book::default();
    book.fold(&here);
    let mine = all_words(&book);
    let theirs = all_words(&look_at(&Book::default(), &backup).map(|all| folded(&Book::default(), &all)).expect("a backup"));
    let mut dice = Dice::new(11);
    for _ in 0..count(2_000, 100_000) {
        let text = mutilated(&backup, &mut dice);
        let before = book.clone();
        let result = look_at(&book, &text);
        assert_eq!(book, before, "looking changes nothing");
        match result {
            Ok(arrival) => {
                let words = all_words(&folded(&book, &arrival));
                fault.tried(lost_bytes(&mine, &words));
                assert!(words.iter().all(|word| mine.contains(word) || theirs.contains(word)), "{words:?}");
            }
            Err(why) => {
                fault.says(refusal(why));
                fault.tried(lost_bytes(&mine, &all_words(&book)));
            }
        }
    }
    fault.note();
}

/// Records whose checksum is right and whose content is not: written by somebody who means harm, or by a broken app. They are
/// looked at without a panic, and what is refused brings nothing.
#[test]
fn a_forged_backup_harms_nothing() {
    let mut fault = Trial::of("a file to bring in was changed");
    let key = plan_key(&id(1));
    let whole = encode(&Record { rev: 5, body: Body::Sheet(Box::new(plan(1))), unknown: Default::default() });
    let (_, content) = whole.split_once('\n').expect("a record");
    let mut mine = plan(7);
    mine.write(&pen(1), &need(), "written on this phone");
    let mut book = Book::default();
    book.fold(&mine);
    let words = all_words(&book);
    let mut dice = Dice::new(13);
    for _ in 0..count(1_000, 50_000) {
        let forged = envelope::seal(&key, "plan", FORMAT, 6, &mutilated(content, &mut dice));
        let arrival = look_at(&book, &export::export_one(&key, &forged)).expect("a backup");
        assert_eq!(arrival.new.len() + arrival.damaged, 1, "read or refused, never half");
        fault.tried(lost_bytes(&words, &all_words(&folded(&book, &arrival))));
    }
    fault.note();
}

/// The book after the backup was taken in.
fn folded(book: &Book, arrival: &Arrival) -> Book {
    let mut book = book.clone();
    take_in(&mut book, arrival);
    book
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
