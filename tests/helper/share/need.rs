//! What is shared of a plan, and answers that come home into it.

use super::{book, elephant, no_marker, plan, question, reply, share, some_service, take, zebra, OWN};
use crate::{id, pen};
use phlov::plan::helper::need::{self, need_id};
use phlov::plan::helper::{AREA, REPLY, REPLY_DAY, TRADE};
use phlov::plan::{Book, List, NeedKind, Outcome, Pen, Replica};
use phlov::saved::transfer::{bundle, look_at, parcel};

#[test]
fn a_need_holds_no_name_and_no_note_and_own_words_only_when_ticked() {
    let here = book(&[zebra(), elephant(), plan(1, &zebra())]);
    let without = share(&here, &id(1), false);
    let text = parcel(&without);
    no_marker(&text);
    assert!(!text.contains(OWN) && text.contains(some_service()) && text.contains("Team 1"), "{text}");
    assert_eq!((without.fact(AREA), without.fact(TRADE), without.kind.value), ("12", "food", NeedKind::Problem));
    assert_eq!(without.visible(List::Question).iter().map(|item| item.from).collect::<Vec<_>>(), [Some(1), Some(2)]);
    assert!(without.visible(List::Step).is_empty() && without.visible(List::Document).is_empty());
    // Her words go when she ticks them; names in them never do.
    let with = bundle(&[share(&here, &id(1), true)]);
    assert!(with.contains(OWN), "{with}");
    no_marker(&with);
}

#[test]
fn what_is_shared_again_is_the_same_need() {
    let mut here = book(&[zebra(), plan(1, &zebra())]);
    let first = share(&here, &id(1), false);
    assert_eq!(first, share(&here, &id(1), false), "the same plan gives the same text");
    let mut there = Book::default();
    assert_eq!(take(&mut there, &parcel(&first)).new.len(), 1);
    assert!(!look_at(&there, &parcel(&first)).expect("a bundle").brings_something(), "twice is once");
    here.sheets.get_mut(&id(1)).expect("a plan").conclude(&pen(), None, Outcome::Solved);
    let later = share(&here, &id(1), true);
    assert_eq!(take(&mut there, &parcel(&later)).changed.len(), 1);
    // An older text that comes late changes nothing.
    assert!(!look_at(&there, &bundle(&[first])).expect("a bundle").brings_something());
    let need = there.sheets.get(&need_id(&id(1))).expect("the need");
    assert_eq!((need.outcome(), need.visible(List::Question).len()), (Some(Outcome::Solved), 3));
}

#[test]
fn answers_come_home_into_the_plan_and_the_later_one_wins_in_any_order() {
    let mut here = book(&[zebra(), plan(1, &zebra())]);
    let need = share(&here, &id(1), false);
    let other = |n: u32| Pen { who: Replica(7), today: pen().today, after: n };
    let mut answered = need.clone();
    reply(&mut answered, &other(100), 1, "2026-11-21", "first");
    let mut again = answered.clone();
    reply(&mut again, &other(200), 1, "2026-11-25", "second");
    let (first, second) = (bundle(&[answered]), bundle(&[again]));
    let arrival = look_at(&here, &first).expect("a bundle");
    assert_eq!((arrival.new.len(), arrival.changed.len()), (0, 1), "no double beside its plan");
    let read = |book: &Book| {
        let plan = book.sheets.get(&id(1)).expect("the plan");
        let item = plan.item(&question(1)).expect("the question");
        (item.fact(REPLY_DAY).to_owned(), item.note(REPLY).to_owned(), plan.title.current().to_owned())
    };
    let later = ("2026-11-25".to_owned(), "second".to_owned(), "tapir".to_owned());
    let mut forth = here.clone();
    take(&mut forth, &first);
    assert_eq!(read(&forth).1, "first");
    take(&mut forth, &second);
    let mut back = here.clone();
    take(&mut back, &second);
    assert!(!look_at(&back, &first)
        .expect("a bundle")
        .changed
        .iter()
        .any(|plan| read(&book(std::slice::from_ref(plan))).1 == "first"));
    take(&mut back, &first);
    assert_eq!((read(&forth), read(&back)), (later.clone(), later));
    assert!(!look_at(&forth, &second).expect("a bundle").brings_something(), "twice is once");
    // Shared once more, the plan does not take the later answer back on the phone that has it.
    take(&mut here, &first);
    here.sheets.get_mut(&id(1)).expect("the plan").add_item(&Pen { after: 500, ..pen() }, List::Step, "x");
    let mut fourth = Book::default();
    take(&mut fourth, &second);
    take(&mut fourth, &bundle(&[share(&here, &id(1), false)]));
    let there = fourth.sheets.get(&need_id(&id(1))).expect("the need").clone();
    assert_eq!(there.item(&question(1)).expect("the question").note(REPLY), "second");
}

#[test]
fn a_plan_on_its_own_phone_undoes_an_answer_like_any_edit() {
    let here = book(&[zebra(), plan(1, &zebra())]);
    let mut need = share(&here, &id(1), false);
    reply(&mut need, &Pen { who: Replica(7), after: 900, ..pen() }, 1, "2026-11-21", "yes");
    let before = here.sheets.get(&id(1)).expect("the plan").clone();
    let mut now = need::bring_home(&before, &need);
    assert!(now.touched.stamp.n > 900, "later edits here count as later");
    let after = now.clone();
    assert!(now.undo(&here.pen(Replica(1), pen().today), &before, &after));
    let item = now.item(&question(1)).expect("the question");
    assert_eq!((item.fact(REPLY_DAY), item.note(REPLY)), ("", ""));
}
