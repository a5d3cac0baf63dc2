//! Questions of many: which ask the same, how many people ask, one agenda, and answers that go back to every plan that asked.

use crate::{id, pen};
use phlov::dates::Date;
use phlov::khmer::is_khmer;
use phlov::plan::fact::{self, of};
use phlov::plan::helper::alike::Worded;
use phlov::plan::helper::faq::{self, Audience, State};
use phlov::plan::helper::need::{names::Names, sent::sent_id};
use phlov::plan::helper::queue::agenda::{self, Pick};
use phlov::plan::helper::queue::{self, reply, Ask, Place, Queue, Reply};
use phlov::plan::helper::{ORIGIN, REPLY, REPLY_BY, REPLY_DAY, REPLY_OFFICE};
use phlov::plan::{Book, Field, Item, ItemId, List, PlanSeed, Sheet, SheetId, What, AGENDA_MAX};
use phlov::saved::transfer::parcel;
use std::rc::Rc;
use std::time::Instant;

// ── pairs ──

/// The pairs of `pairs.tsv`: whether they ask the same, and the two wordings.
fn pairs() -> Vec<(bool, &'static str, &'static str)> {
    let lines = include_str!("pairs.tsv").lines();
    let pair = |line: &'static str| match line.split('\t').collect::<Vec<_>>()[..] {
        [kind @ ("same" | "different"), one, other] => (kind == "same", one, other),
        _ => panic!("not a pair: {line}"),
    };
    lines.map(pair).collect()
}

#[test]
fn what_is_put_together_asks_the_same() {
    let pairs = pairs();
    let count = |wanted: bool| pairs.iter().filter(|(same, ..)| *same == wanted).count();
    let khmer = pairs.iter().filter(|(_, one, _)| one.contains(is_khmer)).count();
    assert!(count(true) >= 30 && count(false) >= 30 && khmer * 2 >= pairs.len() - 5, "{khmer} of {} in Khmer", pairs.len());
    let (mut right, mut wrong, mut missed) = (0, Vec::new(), Vec::new());
    for (same, one, other) in &pairs {
        let (a, b) = (Worded::new(one), Worded::new(other));
        assert_eq!(a.is_like(&b), b.is_like(&a), "{one} / {other}");
        match (same, a.is_like(&b)) {
            (true, true) => right += 1,
            (false, true) => wrong.push((one, other)),
            (true, false) => missed.push((one, other)),
            (false, false) => {}
        }
    }
    let precision = right as f64 / (right + wrong.len()) as f64;
    let recall = right as f64 / (right + missed.len()) as f64;
    println!("{} pairs: precision {precision:.2}, recall {recall:.2}", pairs.len());
    assert!(precision >= 0.9, "precision {precision:.2}: {wrong:#?}");
    assert!(recall >= 0.7, "recall {recall:.2}: {missed:#?}");
}

/// What two like questions share lies among the rare parts of both: nothing is lost by looking only there.
#[test]
fn looking_at_rare_parts_alone_loses_nothing() {
    for (_, one, other) in pairs() {
        let (a, b) = (Worded::new(one), Worded::new(other));
        // Any order of rareness must do.
        for order in [0, 0x5555_5555_u32, 0xdead_beef] {
            let often = |part: u32| (part ^ order) as usize;
            let (rare_a, rare_b) = (a.rarest(&often), b.rarest(&often));
            let met = rare_a.iter().any(|part| rare_b.contains(part)) || a.folded == b.folded;
            assert!(met || !a.is_like(&b), "{one} / {other}");
        }
    }
}

// ── a queue ──

fn plan(n: u64, service: Option<&str>, whom: u64, questions: &[&str]) -> Sheet {
    let pen = pen();
    let mut plan = Sheet::new(id(n), service, None, &pen, &PlanSeed::default());
    plan.set_fact(&pen, fact::FOR, id(whom).as_str());
    for question in questions {
        plan.add_item(&pen, List::Question, question);
    }
    plan
}

fn says(_: &Sheet, item: &Item) -> [String; 2] {
    match item.from {
        Some(n) if item.text.current().is_empty() => [format!("សំណួរទី{n} របស់សេវា"), format!("Question number {n} of the service")],
        _ => [item.text.current().to_owned(), String::new()],
    }
}

fn asks(book: &Book) -> Vec<Ask> {
    queue::asks(book, pen().today, true, &says, &mut |text| Rc::new(Worded::new(text)))
}

fn book_of(sheets: &[Sheet]) -> Book {
    let mut book = Book::default();
    for sheet in sheets {
        book.fold(sheet);
    }
    book
}

fn first(sheet: &Sheet) -> ItemId {
    sheet.visible(List::Question).first().map(|item| item.id.clone()).expect("a question")
}

fn place(sheet: &Sheet) -> Place {
    Place { sheet: sheet.id.clone(), item: Some(first(sheet)) }
}

/// Each group by the words that lead it, and how many people ask.
fn counted(queue: &Queue) -> Vec<(String, usize)> {
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

// ── known answers ──

fn answer_of(words: &str, service: &str) -> Sheet {
    let pen = pen();
    let mut answer = faq::draft(id(50), &pen, ["", words], Some(service), "gdt");
    faq::note(&mut answer, &pen, faq::ANSWER_EN, "It is free.");
    faq::step(&mut answer, &pen, State::Approved);
    answer
}

#[test]
fn an_approved_answer_is_known_until_it_expires() {
    let words = "How much does the tax card cost?";
    let asking = plan(1, Some("tax-patent"), 101, &[words]);
    let mut answer = answer_of("What is the fee for the tax card?", "tax-patent");
    let known = |answer: &Sheet| {
        let queue = Queue::new(asks(&book_of(&[asking.clone(), answer.clone()])));
        queue.groups.first().and_then(|group| queue.ask(group.known?)).map(|ask| ask.place.sheet.clone())
    };
    assert_eq!(known(&answer), Some(id(50)));
    answer.set_fact(&pen(), faq::EXPIRES, "2026-11-19");
    assert_eq!((known(&answer), faq::state(&answer, pen().today)), (None, State::Expired));
    // One tap: asked again, and a draft until then.
    assert!(faq::step(&mut answer, &pen(), State::Draft));
    assert_eq!(faq::state(&answer, pen().today), State::Draft);
    assert_eq!(faq::answer(&answer, true), "It is free.", "the old answer stays to be read");
}

#[test]
fn an_answer_lives_from_draft_to_a_year_later() {
    let pen = pen();
    let mut answer = faq::draft(id(1), &pen, ["តើថ្លៃប៉ុន្មាន?", ""], None, "gdt");
    let mut seen = vec![faq::state(&answer, pen.today)];
    for to in [State::Asked, State::Answered, State::Approved] {
        faq::step(&mut answer, &pen, to);
        seen.push(faq::state(&answer, pen.today));
    }
    seen.push(faq::state(&answer, pen.today.plus_days(366)));
    assert_eq!(seen, State::ALL);
    assert_eq!(faq::expires(&answer), Some(pen.today.plus_days(365)));
    assert_eq!(faq::question(&answer, false), "តើថ្លៃប៉ុន្មាន?", "the other language where one is missing");
}

#[test]
fn who_may_see_it_decides_what_leaves() {
    let pen = pen();
    let mut answer = answer_of("What is the fee?", "tax-patent");
    for (sees, team, all) in [("", false, false), ("me", false, false), ("team", true, false), ("all", true, true)] {
        answer.set_fact(&pen, faq::SEES, sees);
        let may = [Audience::Team, Audience::All].map(|audience| faq::may_leave(&answer, audience));
        assert_eq!(may, [team, all], "{sees}");
    }
    answer.set_fact(&pen, faq::APPROVED_DAY, "");
    assert!(!faq::may_leave(&answer, Audience::All), "no office approved it");
    answer.set_removed(&pen, true);
    assert!(!faq::may_leave(&answer, Audience::Team));
}

/// Marker words of a helped person never leave with an answer, nor where the question came from.
#[test]
fn what_is_shared_of_an_answer_holds_nobody() {
    let pen = pen();
    let mut helped = Sheet::blank(What::Helped, id(101), &pen);
    helped.write(&pen, &Field::Title, "Marker-Sokha");
    let asking = plan(1, Some("tax-patent"), 101, &["How much is it?"]);
    let mut answer = answer_of("How much is it?", "tax-patent");
    answer.set_fact(&pen, faq::PLACES, &place(&asking).code());
    faq::note(&mut answer, &pen, faq::SHARED_BY, "A network");
    let names = Names::default();
    assert_eq!(faq::shared(&answer, &names), None, "it is for her alone");
    answer.set_fact(&pen, faq::SEES, "team");
    let copy = faq::shared(&answer, &names).expect("a copy");
    let text = parcel(&copy);
    for secret in ["Marker", id(101).as_str(), id(1).as_str(), faq::PLACES] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    assert_eq!(copy.note(ORIGIN), "A network");
    assert_eq!(Some(copy.id), sent_id(&answer), "with others or alone, it is the same thing there");
}

// ── the agenda, and the way back ──

fn picks(queue: &Queue) -> Vec<Pick> {
    let pick = |group| {
        let lead = queue.lead(group).expect("a lead");
        Pick { words: lead.words.clone(), places: queue.places(group), service: lead.service.clone().unwrap_or_default() }
    };
    queue.groups.iter().map(pick).collect()
}

const SEVEN: [&str; 7] = [
    "How much does the tax card cost?",
    "Where do I pay the rubbish fee?",
    "Who signs the stall contract?",
    "When is the tax declaration due?",
    "Can I sell soup at the school gate?",
    "Why was my cart taken away?",
    "How do I change the shop name?",
];

#[test]
fn one_agenda_holds_five_and_the_rest_waits() {
    let pen = pen();
    let mut sheets: Vec<Sheet> = (1..).zip(SEVEN).map(|(n, words)| plan(n, Some("tax-patent"), 100 + n, &[words])).collect();
    // The last one is asked by three.
    sheets.extend([20, 21].map(|n| plan(n, Some("tax-patent"), 100 + n, &[SEVEN[6]])));
    let queue = Queue::new(asks(&book_of(&sheets)));
    assert_eq!(queue.groups.len(), 7);
    let mut agenda = agenda::blank(id(40), &pen, "gdt", "Questions of many");
    let day = Date::parse("2026-12-01");
    let meeting = agenda::fill(&mut agenda, &pen, &picks(&queue), id(30).as_str(), day);
    let questions = agenda.agenda(&meeting);
    assert_eq!((questions.len(), agenda::room(Some(&agenda))), (AGENDA_MAX, 0));
    let most = questions.iter().find(|item| item.text.current() == SEVEN[6]).expect("what most people ask");
    assert_eq!(agenda::places(most).len(), 3);
    let item = agenda.item(&meeting).expect("a meeting");
    assert_eq!((item.fact(fact::PERSON), item.day(fact::DAY)), (id(30).as_str(), day));
    assert_eq!(agenda.fact(fact::FOR), "", "it is the helper's own");
    // It does not ask again what it holds.
    sheets.push(agenda.clone());
    let book = book_of(&sheets);
    assert_eq!(Queue::new(asks(&book)).groups.len(), 7);
    assert_eq!(agenda::of_office(&book, "gdt").map(|sheet| sheet.id.clone()), Some(id(40)));
    assert!(agenda::of_office(&book, "nssf").is_none());
    // Nobody's name or id of a person is on it.
    let text = parcel(&agenda);
    assert!(!(101..108).any(|n| text.contains(id(n).as_str())));
}

#[test]
fn answers_of_a_meeting_go_back_to_all_who_asked_and_can_be_taken_back() {
    let pen = pen();
    let mut sheets: Vec<Sheet> = (1..=3).map(|n| plan(n, Some("tax-patent"), 100 + n, &[SEVEN[0]])).collect();
    let queue = Queue::new(asks(&book_of(&sheets)));
    let mut agenda = agenda::blank(id(40), &pen, "gdt", "Questions of many");
    let meeting = agenda::fill(&mut agenda, &pen, &picks(&queue), "", Date::parse("2026-12-01"));
    let question = first(&agenda);
    assert!(agenda::answers(&agenda).is_empty());
    agenda.write(&pen, &Field::ItemNote(question.clone(), of(fact::ANSWER, &meeting)), "It is free.");
    agenda.set_item_fact(&pen, &question, &of(fact::WRITTEN, &meeting), "written");
    agenda.hold(&pen, &meeting);
    let answers = agenda::answers(&agenda);
    let [brought] = &answers[..] else { panic!("one answer, not {}", answers.len()) };
    assert_eq!((brought.told.reply.text.as_str(), brought.told.reply.office.as_str()), ("It is free.", "gdt"));
    assert_eq!(brought.places.len(), 3);

    let reply = Reply { by: "An official".into(), ..brought.told.reply.clone() };
    let before = sheets.clone();
    for sheet in &mut sheets {
        assert!(reply::write_all(sheet, &pen, &brought.places, &reply));
        let item = sheet.item(&first(sheet)).expect("the question");
        assert_eq!((item.note(REPLY), item.note(REPLY_BY), item.fact(REPLY_OFFICE)), ("It is free.", "An official", "gdt"));
        assert_eq!((item.fact(REPLY_DAY), item.done.value), ("2026-12-01", true));
    }
    assert!(Queue::new(asks(&book_of(&sheets))).groups.is_empty());
    reply::write(&mut agenda, &pen, &question, &reply);
    assert!(agenda::answers(&agenda).is_empty(), "it goes back once");
    // Somebody who asks later sees that it was answered.
    let late = plan(9, Some("tax-patent"), 109, &["What does the tax card cost?"]);
    let all: Vec<Sheet> = sheets.iter().cloned().chain([late, agenda]).collect();
    let queue = Queue::new(asks(&book_of(&all)));
    assert!(queue.groups.iter().all(|group| group.known.is_some()) && queue.groups.len() == 1);

    for (sheet, before) in sheets.iter_mut().zip(&before) {
        let after = sheet.clone();
        sheet.undo(&pen, before, &after);
    }
    assert_eq!(counted(&Queue::new(asks(&book_of(&sheets)))), [(SEVEN[0].to_owned(), 3)]);
}

// ── many ──

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
