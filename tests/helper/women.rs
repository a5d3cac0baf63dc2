//! The people she helps: found among two thousand, in order, with what comes next; and nothing of them in what is shared.

use crate::{id, pen};
use phlov::i18n::Speech;
use phlov::page::Locale;
use phlov::plan::helper::helped::{self, Counts, Filter, Index, When};
use phlov::plan::helper::{AREA, REPLY};
use phlov::plan::{fact, Book, Digits, Field, How, List, Sheet, SheetId, What};
use phlov::saved::transfer::{look_at, parcel};
use phlov::ui::paper::{lines, message, script};

fn helped(n: u64, name: &str) -> Sheet {
    let mut sheet = Sheet::blank(What::Helped, id(n), &pen());
    sheet.write(&pen(), &Field::Title, name);
    sheet
}

/// An open plan of hers; `days`: its last day, counted from today.
fn plan(n: u64, whom: u64, days: Option<i32>) -> Sheet {
    let mut plan = Sheet::blank(What::Plan, id(n), &pen());
    plan.set_fact(&pen(), fact::FOR, id(whom).as_str());
    plan.set_deadline(&pen(), days.map(|days| pen().today.plus_days(days)));
    plan
}

fn book(sheets: impl IntoIterator<Item = Sheet>) -> Book {
    let mut book = Book::default();
    for sheet in sheets {
        book.fold(&sheet);
    }
    book
}

fn index(book: &Book) -> Index {
    Index::new(book, pen().today, &|helped| ["ភ្នំពេញ ", helped.fact(AREA)].concat())
}

/// Whom the filter leaves.
fn found(index: &Index, filter: &Filter) -> Vec<SheetId> {
    index.ids(&index.find(filter))
}

fn typed(words: &str) -> Filter {
    Filter { typed: words.to_owned(), ..Filter::default() }
}

#[test]
fn codes_are_counted_up_whatever_digits_they_have_and_never_given_twice() {
    let mut all = book([]);
    assert_eq!(helped::next_code(&all), 1);
    all.fold(&helped(1, "ក-០១"));
    all.fold(&helped(2, "A-07"));
    all.fold(&helped(3, "ស្រីមុំ-១២"));
    assert_eq!(helped::next_code(&all), 8);
    let mut gone = helped(4, "ក-០៩");
    gone.set_removed(&pen(), true);
    all.fold(&gone);
    assert_eq!(helped::next_code(&all), 10, "of somebody in the bin too");
}

#[test]
fn a_nickname_that_looks_like_a_number_is_warned_of() {
    for name in ["012345678", "០១២ ៣៤៥ ៦៧៨", "ID 123-456", "ស្រី ០១២៣៤៥"] {
        assert!(helped::looks_like_number(name), "{name}");
    }
    for name in ["ក-០១", "A-2000", "ស្រីមុំ", "", "1997 06"] {
        assert_eq!(helped::looks_like_number(name), name == "1997 06", "{name}");
    }
}

#[test]
fn consent_and_needs_are_facts_of_their_own() {
    let mut one = helped(1, "ក-០១");
    assert_eq!(helped::consent(&one), None);
    one.set_fact(&pen(), helped::CONSENT, "2026-11-20");
    assert_eq!(helped::consent(&one), Some(pen().today));
    // Two phones tick at the same time: both stay.
    let mut other = one.clone();
    one.set_fact(&pen(), &helped::need("pay-tax"), helped::toggled(&one, "pay-tax"));
    other.set_fact(&pen(), &helped::need("be-ill"), helped::toggled(&other, "be-ill"));
    let mut both = one.merge(&other);
    assert_eq!(helped::aims(&both).collect::<Vec<_>>(), ["be-ill", "pay-tax"]);
    both.set_fact(&pen(), &helped::need("pay-tax"), helped::toggled(&both, "pay-tax"));
    assert!(!helped::needs(&both, "pay-tax"));
}

#[test]
fn the_list_has_those_last_in_touch_first_and_the_plan_that_comes_first() {
    let today = pen().today;
    let mut long_ago = helped(1, "ក-០១");
    long_ago.made = today.plus_days(-90);
    let mut lately = helped(2, "ក-០២");
    lately.made = today.plus_days(-200);
    helped::log(&mut lately, &pen(), How::Phone);
    let mut promised = plan(14, 1, None);
    let step = promised.add_item(&pen(), List::Step, "x");
    promised.set_item_fact(&pen(), &step, fact::DUE, &today.plus_days(2).to_string());
    let mut away = plan(15, 1, Some(1));
    away.set_archived(&pen(), true);
    let all = book([
        long_ago,
        lately,
        plan(10, 1, None),
        plan(11, 1, Some(9)),
        plan(12, 2, Some(-3)),
        promised,
        away,
        plan(13, 99, Some(0)),
    ]);
    let index = index(&all);
    assert_eq!(found(&index, &Filter::default()), [id(2), id(1)]);
    assert_eq!((index.count(), index.plans()), (2, 4));
    let known = |n: u64| index.get(&id(n)).expect("somebody");
    assert_eq!((known(1).plan.clone(), known(1).due), (Some(id(14)), Some(today.plus_days(2))), "a promised step is nearer");
    assert_eq!((known(2).due, known(2).last), (Some(today.plus_days(-3)), Some(today)));
    assert_eq!(index.urgent(5).iter().map(|known| known.id.clone()).collect::<Vec<_>>(), [id(2), id(1)]);
    assert_eq!(index.urgent(1).len(), 1);
    let when = |when| found(&index, &Filter { when, ..Filter::default() });
    assert_eq!(when(When::Near), [id(2), id(1)]);
    assert_eq!(when(When::Long), [id(1)]);
}

#[test]
fn a_word_finds_name_code_and_tags_however_it_is_written() {
    let mut needy = helped(2, "Sok Dara");
    needy.set_fact(&pen(), &helped::need("pay-tax"), "yes");
    let all = book([helped(1, "ក-០៧"), needy, helped(3, "ស្រី\u{200b}មុំ")]);
    let index = index(&all);
    for (words, expected) in [("ក-០៧", vec![1]), ("07", vec![1]), ("dara SOK", vec![2]), ("ស្រីមុំ", vec![3]), ("nobody", vec![])]
    {
        assert_eq!(found(&index, &typed(words)), expected.into_iter().map(id).collect::<Vec<SheetId>>(), "{words}");
    }
    assert_eq!(index.find(&typed("ភ្នំពេញ")).len(), 3, "the province");
    let need = |need: &str| found(&index, &Filter { need: need.to_owned(), ..Filter::default() });
    assert_eq!((need("pay-tax"), need("be-ill")), (vec![id(2)], vec![]));
    assert!(index.has_need("pay-tax") && !index.has_need("be-ill"));
}

#[test]
fn the_desk_counts_what_is_of_the_people_helped() {
    let today = pen().today;
    let mut asks = plan(10, 1, Some(0));
    asks.add_item(&pen(), List::Question, "waits");
    let answered = asks.add_item(&pen(), List::Question, "answered");
    asks.write(&pen(), &Field::ItemNote(answered, REPLY.into()), "yes");
    let ticked = asks.add_item(&pen(), List::Question, "ticked");
    asks.set_done(&pen(), &ticked, true);
    let mut own = Sheet::blank(What::Plan, id(20), &pen());
    own.add_item(&pen(), List::Question, "of the helper");
    let all = book([helped(1, "ក-០១"), helped(2, "ក-០២"), asks, plan(11, 2, Some(1)), own]);
    assert_eq!(Counts::new(&all, today), Counts { people: 2, plans: 2, questions: 1, due: 1 });
}

#[test]
fn two_thousand_people_are_read_and_searched_in_an_instant() {
    let people = (0..2000).map(|n| helped(n + 1, &format!("ក-{n:04}")));
    let plans = (0..6000).map(|n| plan(10_000 + n, n % 2000 + 1, Some((n % 60) as i32)));
    let all = book(people.chain(plans));
    let index = index(&all);
    let from = std::time::Instant::now();
    for words in ["ក", "ក-", "ក-1", "ក-19", "ក-199", "ក-1999"] {
        assert!(!index.find(&typed(words)).is_empty());
    }
    // A sixth of a picture on a fast machine without optimisation; a walk over the sheets for each key would take far longer.
    assert!(from.elapsed().as_millis() < 6 * 50, "{:?}", from.elapsed());
    assert_eq!(index.find(&typed("ក-1999")).len(), 1);
}

/// What she gets at the end of a session holds her plan, and nothing of what the helper noted of her, not even whose it is here.
#[test]
fn nothing_of_the_person_stands_in_what_is_shared() {
    let mut one = helped(1, "NICKNAME");
    one.write(&pen(), &Field::Note(fact::ABOUT.into()), "SECRETNOTE");
    let contact = one.add_item(&pen(), List::Contact, "CONTACTWORD");
    one.set_item_fact(&pen(), &contact, fact::DAY, "2026-11-20");
    let mut hers = plan(10, 1, Some(3));
    hers.write(&pen(), &Field::Need, "her need");
    hers.add_item(&pen(), List::Question, "her question");
    let all = book([one, hers.clone()]);
    for locale in Locale::ALL {
        let speech = Speech { locale, digits: Digits::default() };
        let parcel = parcel(&hers);
        let shared =
            [message(&lines(&all, &hers, speech, pen().today, "")), script(&hers, speech).concat(), parcel.clone()].concat();
        assert!(shared.contains("her question"));
        for marker in ["NICKNAME", "SECRETNOTE", "CONTACTWORD", id(1).as_str()] {
            assert!(!shared.contains(marker), "{locale:?}: {marker}");
        }
        // On her phone it is hers, and stands on her list.
        let mut there = Book::default();
        for sheet in look_at(&there.clone(), &parcel).expect("a parcel").new {
            there.fold(&sheet);
        }
        assert_eq!(there.plans().count(), 1);
    }
}
