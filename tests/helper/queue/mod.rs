//! Questions of many: which ask the same, how many people ask, one agenda, and answers that go back to every plan that asked.
//!
//! - [`alike`]: which questions ask the same
//! - [`known`]: answers that are known, and who may see them
//! - [`agenda`]: one agenda of what many asked, and the way back

mod agenda;
mod alike;
mod known;

use crate::{id, pen};
use phlov::plan::fact;
use phlov::plan::helper::alike::Worded;
use phlov::plan::helper::queue::{self, Ask, Place, Queue};
use phlov::plan::{Book, Item, ItemId, List, PlanSeed, Sheet, SheetId, What};
use std::rc::Rc;
use std::time::Instant;

pub fn plan(n: u64, service: Option<&str>, whom: u64, questions: &[&str]) -> Sheet {
    let pen = pen();
    let mut plan = Sheet::new(id(n), service, None, &pen, &PlanSeed::default());
    plan.set_fact(&pen, fact::FOR, id(whom).as_str());
    for question in questions {
        plan.add_item(&pen, List::Question, question);
    }
    plan
}

pub fn says(_: &Sheet, item: &Item) -> [String; 2] {
    match item.from {
        Some(n) if item.text.current().is_empty() => [format!("សំណួរទី{n} របស់សេវា"), format!("Question number {n} of the service")],
        _ => [item.text.current().to_owned(), String::new()],
    }
}

pub fn asks(book: &Book) -> Vec<Ask> {
    queue::asks(book, pen().today, true, &says, &mut |text| Rc::new(Worded::new(text)))
}

pub fn book_of(sheets: &[Sheet]) -> Book {
    let mut book = Book::default();
    for sheet in sheets {
        book.fold(sheet);
    }
    book
}

pub fn first(sheet: &Sheet) -> ItemId {
    sheet.visible(List::Question).first().map(|item| item.id.clone()).expect("a question")
}

pub fn place(sheet: &Sheet) -> Place {
    Place { sheet: sheet.id.clone(), item: Some(first(sheet)) }
}

/// Each group by the words that lead it, and how many people ask.
pub fn counted(queue: &Queue) -> Vec<(String, usize)> {
    queue.groups.iter().map(|group| (queue.lead(group).expect("a lead").words.clone(), group.people)).collect()
}

#[test]
fn people_are_counted_not_questions() {
    let sheets = [
        plan(1, Some("tax-patent"), 101, &["How much is the fee?", "What does it cost?"]),
        plan(2, Some("tax-patent"), 102, &["How much does it cost?"]),
        plan(3, Some("tax-patent"), 102, &["How much is the fee?"]),
        plan(4, Some("tax-patent"), 103, &["How long does it take?"]),
        // The same words about another service ask something else.
        plan(5, Some("market-stall"), 104, &["How much is the fee?"]),
    ];
    let queue = Queue::new(asks(&book_of(&sheets)));
    let counts: Vec<usize> = counted(&queue).into_iter().map(|(_, people)| people).collect();
    assert_eq!(counts, [2, 1, 1], "{:?}", counted(&queue));
}

#[test]
fn a_number_of_a_service_is_one_question_in_both_languages() {
    let pen = pen();
    let numbered = |n: u64| {
        let mut plan = plan(n, Some("tax-patent"), 100 + n, &[]);
        plan.add_from(&pen, List::Question, 2);
        plan
    };
    let mut other = numbered(9);
    other.service = Some("market-stall".into());
    let typed = plan(3, Some("tax-patent"), 103, &["Question number 2 of the service"]);
    let queue = Queue::new(asks(&book_of(&[numbered(1), numbered(2), typed, other])));
    let counts: Vec<usize> = queue.groups.iter().map(|group| group.people).collect();
    assert_eq!(counts, [3, 1], "{:?}", counted(&queue));
}

#[test]
fn needs_of_other_phones_count_and_finished_things_do_not() {
    let pen = pen();
    let words = "Where do I register my stall in the market?";
    let mut need = Sheet::blank(What::Need, id(5), &pen);
    need.service = Some("market-stall".into());
    need.add_item(&pen, List::Question, words);
    let mut gone = plan(2, Some("market-stall"), 102, &[words]);
    gone.set_removed(&pen, true);
    let mut away = plan(3, Some("market-stall"), 103, &[words]);
    away.set_archived(&pen, true);
    let mut ticked = plan(4, Some("market-stall"), 104, &[words]);
    let item = first(&ticked);
    ticked.set_done(&pen, &item, true);
    let queue = Queue::new(asks(&book_of(&[plan(1, Some("market-stall"), 101, &[words]), gone, away, ticked, need])));
    assert_eq!(counted(&queue), [(words.to_owned(), 2)]);
}

/// The helper knows better: what she says stands, and can be taken back.
#[test]
fn the_helper_says_what_is_the_same() {
    let pen = pen();
    let one = plan(1, Some("market-stall"), 101, &["Can my sister use the stall?"]);
    let mut two = plan(2, Some("market-stall"), 102, &["My stall is next to the gate, is that fine?"]);
    let queue = Queue::new(asks(&book_of(&[one.clone(), two.clone()])));
    assert_eq!(queue.groups.len(), 2);
    let (before, item) = (two.clone(), first(&two));
    two.set_item_fact(&pen, &item, queue::SAME, &place(&one).code());
    let queue = Queue::new(asks(&book_of(&[one.clone(), two.clone()])));
    assert_eq!(counted(&queue), [("Can my sister use the stall?".to_owned(), 2)]);
    let after = two.clone();
    two.undo(&pen, &before, &after);
    assert_eq!(Queue::new(asks(&book_of(&[one.clone(), two]))).groups.len(), 2);
    // And what is not.
    let mut three = plan(3, Some("market-stall"), 103, &["Can my sister use the stall?"]);
    let item = first(&three);
    assert_eq!(Queue::new(asks(&book_of(&[one.clone(), three.clone()]))).groups.len(), 1);
    three.set_item_fact(&pen, &item, queue::APART, "yes");
    assert_eq!(Queue::new(asks(&book_of(&[one, three]))).groups.len(), 2);
}

/// Five thousand questions of two thousand people, no two texts the same.
#[test]
fn five_thousand_questions_are_grouped_at_once() {
    const WHAT: [&str; 10] =
        ["licence", "patent tax", "stall", "NSSF card", "loan", "contract", "signboard", "permit", "receipt", "wage"];
    const ASK: [&str; 8] = [
        "How much is",
        "Where do I get",
        "How long is",
        "Who checks",
        "Why do I need",
        "When do I renew",
        "May I sell",
        "What papers for",
    ];
    let words: Vec<String> = (0..5000)
        .map(|n| {
            let (what, ask) = (WHAT[n % 10], ASK[n / 10 % 8]);
            let near = ["for a shop", "for my cart", "of a soup seller", "at the river market"][n / 80 % 4];
            format!("{ask} the {what} {near} in village {}?", n / 320)
        })
        .collect();
    let sheets: Vec<Sheet> = (0..)
        .zip(words.chunks(5))
        .map(|(n, words)| {
            plan(n + 1, Some("tax-patent"), n % 2000 + 10_000, &words.iter().map(String::as_str).collect::<Vec<_>>())
        })
        .collect();
    let book = book_of(&sheets);
    let begun = Instant::now();
    let asks = asks(&book);
    let apart = begun.elapsed();
    assert_eq!(asks.len(), 5000);
    let begun = Instant::now();
    let queue = Queue::new(asks);
    let grouped = begun.elapsed();
    println!("taken apart in {apart:?}, {} groups in {grouped:?}", queue.groups.len());
    assert_eq!(queue.groups.iter().map(|group| group.open.len()).sum::<usize>(), 5000, "none is lost");
    // Numbers differ, so villages stay apart.
    assert!(queue.groups.len() >= 1000, "{} groups", queue.groups.len());
    assert!(grouped.as_secs() < 20, "not every pair is compared: {grouped:?}");
}

#[test]
fn places_are_read_as_they_are_written() {
    let place = Place { sheet: id(7), item: ItemId::parse("q3") };
    assert_eq!(Place::parse(&place.code()), Some(place.clone()));
    let whole = Place { sheet: id(7), item: None };
    assert_eq!(Place::list(&[&place.code(), " ", &whole.code(), " nonsense"].concat()), [place, whole]);
    assert!(SheetId::parse("a:b").is_none());
}
