//! The pack for the next focal person.

use super::report::all;
use super::{book, day, elephant, faq, no_marker, note, plan, rated, take, workshop, zebra, OWN};
use crate::{id, pen};
use phlov::plan::helper::handover::{self, Choice, Said};
use phlov::plan::helper::ORIGIN;
use phlov::plan::{fact, Book, Field, Item, List, Sheet, SheetId, What};
use phlov::saved::transfer::{bundle, look_at};

fn desk() -> Book {
    let pen = pen();
    let mut official = Sheet::blank(What::Person, id(40), &pen);
    official.write(&pen, &Field::Title, "Sok Dara");
    for (name, value) in [(fact::OFFICE, "nssf"), (fact::PREFERS, "telegram"), (fact::EVERY, "30"), (fact::LEVEL, "staff")] {
        official.set_fact(&pen, name, value);
    }
    official.write(&pen, &note(fact::PHONE), "012345678");
    official.write(&pen, &note(fact::HOURS), "mornings, not with Zebra");
    official.write(&pen, &note(fact::ABOUT), "likes coffee, knows Zebra");
    let contact =
        phlov::plan::people::log(&mut official, &pen, phlov::plan::How::Phone, phlov::plan::people::Reply::Promised, None);
    official.write(&pen, &Field::Item(contact), "giraffe");
    let mut hers = plan(1, &zebra());
    let meeting = hers.add_meeting(&pen, "");
    hers.set_item_fact(&pen, &meeting, fact::PERSON, id(40).as_str());
    hers.promise(&pen, &meeting, "official", "reply", Some(day("2026-12-01")));
    let own = hers.add_item(&pen, List::Step, "lemur");
    hers.set_item_fact(&pen, &own, fact::DUE, "2026-12-02");
    book(&[zebra(), elephant(), official, hers, faq("all"), workshop(), rated(21, &[4])])
}

fn packed(book: &Book, choice: &Choice) -> Vec<Sheet> {
    let said = Said {
        title: "Hand-over".to_owned(),
        greet: &|person: &Sheet| ["Greet ", person.title.current()].concat(),
        line: &|_: &Sheet, item: &Item| match item.text.current() {
            "" => ["line ", item.id.as_str()].concat(),
            own => own.to_owned(),
        },
    };
    handover::pack(book, choice, "Team 1", pen().today, &said)
}

#[test]
fn a_hand_over_tells_how_officials_work_and_nothing_of_anybody_helped() {
    let here = desk();
    let text = bundle(&packed(&here, &Choice::default()));
    no_marker(&text);
    assert!(!text.contains("coffee") && !text.contains(OWN), "{text}");
    for words in [
        "Sok Dara",
        "012345678",
        "telegram",
        "Greet Sok Dara",
        "How much?",
        "Tax for sellers",
        "write to the office",
        "2026-12-01",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    // With a tick her notes go, names in them covered; with another her question.
    let text = bundle(&packed(&here, &Choice { notes: true, helped: vec![id(10)] }));
    assert!(text.contains("likes coffee") && text.contains(OWN));
    for marker in ["Zebra", "098765432", "ដំរីស", "okapi", "tapir"] {
        assert!(!text.contains(marker), "{marker}");
    }
    // A tick for somebody who did not agree is none.
    let mut not = here.clone();
    not.sheets.get_mut(&id(10)).expect("somebody").set_fact(&pen(), "consent", "");
    no_marker(&bundle(&packed(&not, &Choice { notes: false, helped: vec![id(10)] })));
}

#[test]
fn on_a_new_phone_the_officials_are_to_be_greeted_first() {
    let text = bundle(&packed(&desk(), &Choice::default()));
    let mut new = Book::default();
    take(&mut new, &text);
    assert!(!look_at(&new, &text).expect("a bundle").brings_something(), "twice is once");
    let came = handover::came(&new);
    assert_eq!(came.len(), 1);
    assert_eq!((came[0].note(ORIGIN), came[0].fact(handover::HANDOVER)), ("Team 1", "2026-11-20"));
    let steps = came[0].visible(List::Step);
    let first = steps[0].clone();
    assert_eq!(first.text.current(), "Greet Sok Dara");
    assert!(!handover::is_greeted(&new, &first), "what came along is no greeting");
    let person = SheetId::parse(first.fact(fact::PERSON)).expect("a person");
    let official = new.sheets.get_mut(&person).expect("the official");
    assert_eq!((official.fact(fact::EVERY), official.note(fact::ABOUT)), ("30", ""));
    assert_eq!(phlov::plan::people::contacts(official).len(), 1, "the last contact");
    phlov::plan::people::log(official, &pen(), phlov::plan::How::Phone, phlov::plan::people::Reply::Answered, None);
    assert!(handover::is_greeted(&new, &first));
    // It is work, and nobody's need.
    assert_eq!(all(&new).needs.total, Some(0));
    // The action of the workshop came with the workshop, once.
    let actions = new.sheets.values().flat_map(|sheet| sheet.visible(List::Step));
    assert_eq!(actions.filter(|step| step.text.current() == "write to the office").count(), 1);
}
