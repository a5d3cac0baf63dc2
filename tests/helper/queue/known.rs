//! Answers that are known: from draft to a year later, and who may see them.

use super::{asks, book_of, place, plan};
use crate::{id, pen};
use phlov::plan::helper::faq::{self, Audience, State};
use phlov::plan::helper::need::names::Names;
use phlov::plan::helper::need::sent::sent_id;
use phlov::plan::helper::queue::Queue;
use phlov::plan::helper::ORIGIN;
use phlov::plan::{Field, Sheet, What};
use phlov::saved::transfer::parcel;

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
