//! One agenda of what many asked, and answers that go back to each.

use super::{asks, book_of, counted, first, plan};
use crate::{id, pen};
use phlov::dates::Date;
use phlov::plan::fact::{self, of};
use phlov::plan::helper::queue::agenda::{self, Pick};
use phlov::plan::helper::queue::{reply, Queue, Reply};
use phlov::plan::helper::{REPLY, REPLY_BY, REPLY_DAY, REPLY_OFFICE};
use phlov::plan::{Field, Sheet, AGENDA_MAX};
use phlov::saved::transfer::parcel;

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
