//! What leaves a phone, how it comes home, numbers of a period, and the pack for the next focal person.
//!
//! - [`need`]: what is shared of a plan, and answers that come home
//! - [`sent`]: other things that go out, and names that are covered
//! - [`report`]: numbers of a period, small ones hidden
//! - [`handover`]: the pack for the next focal person

mod handover;
mod need;
mod report;
mod sent;

use crate::{id, pen};
use phlov::dates::Date;
use phlov::kb::standards;
use phlov::plan::helper::need::names::Names;
use phlov::plan::helper::{AREA, REPLY, REPLY_DAY, TRADE};
use phlov::plan::score::{begin, set_mark, Mark};
use phlov::plan::{fact, Book, Field, ItemId, List, NeedKind, Pen, PlanSeed, Sheet, SheetId, What};
use phlov::saved::transfer::{look_at, Arrival};

/// Words that must never leave: her name, her number, what was noted of her, her sentence, the title of her plan, a private remark.
pub const MARKERS: [&str; 7] = ["Zebra", "098765432", "giraffe", "okapi", "tapir", "lemur", "ដំរីស"];

/// A question in her own words.
pub const OWN: &str = "panda";

pub fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

pub fn note(name: &str) -> Field {
    Field::Note(name.to_owned())
}

pub fn some_service() -> &'static str {
    "nssf-enterprise-registration"
}

/// Somebody who agreed.
pub fn helped(n: u64, name: &str, area: &str) -> Sheet {
    let pen = pen();
    let mut helped = Sheet::blank(What::Helped, id(n), &pen);
    helped.write(&pen, &Field::Title, name);
    helped.write(&pen, &note(fact::PHONE), "098765432");
    helped.write(&pen, &note(fact::ABOUT), "giraffe");
    for (name, value) in [("consent", "2026-11-01"), (AREA, area), (TRADE, "food")] {
        helped.set_fact(&pen, name, value);
    }
    helped
}

/// Her plan: two questions of the service, one of her own, and everything that is hers alone.
pub fn plan(n: u64, whom: &Sheet) -> Sheet {
    let pen = pen();
    let seed = PlanSeed { steps: &[1], documents: &[1], questions: &[1, 2] };
    let mut plan = Sheet::new(id(n), Some(some_service()), None, &pen, &seed);
    plan.write(&pen, &Field::Title, "tapir");
    plan.write(&pen, &Field::Need, "okapi");
    plan.set_kind(&pen, NeedKind::Problem);
    plan.set_fact(&pen, fact::FOR, whom.id.as_str());
    plan.set_fact(&pen, fact::WAITS, "2026-11-02");
    plan.write(&pen, &note(fact::WAITS), "lemur");
    let own = plan.add_item(&pen, List::Question, &[OWN, " Zebra ដំរីស 098765432?"].concat());
    plan.write(&pen, &Field::ItemNote(own, fact::WHY.into()), "giraffe");
    plan
}

pub fn zebra() -> Sheet {
    helped(10, "Zebra", "12")
}

pub fn elephant() -> Sheet {
    helped(11, "ដំរីស", "12")
}

pub fn book(sheets: &[Sheet]) -> Book {
    let mut book = Book::default();
    for sheet in sheets {
        book.fold(sheet);
    }
    book
}

pub fn question(n: u8) -> ItemId {
    ItemId::content(List::Question, n)
}

pub fn share(book: &Book, plan: &SheetId, own: bool) -> Sheet {
    let plan = &book.sheets.get(plan).expect("a plan");
    let whom = SheetId::parse(plan.fact(fact::FOR)).expect("somebody");
    phlov::plan::helper::need::of(plan, book.sheets.get(&whom).expect("somebody"), &|_| own, "Team 1", &Names::of(book))
}

pub fn take(book: &mut Book, text: &str) -> Arrival {
    let arrival = look_at(book, text).expect("a bundle");
    for sheet in arrival.new.iter().chain(&arrival.changed) {
        book.fold(sheet);
    }
    arrival
}

pub fn reply(sheet: &mut Sheet, pen: &Pen, n: u8, on: &str, words: &str) {
    sheet.set_item_fact(pen, &question(n), REPLY_DAY, on);
    sheet.write(pen, &Field::ItemNote(question(n), REPLY.into()), words);
}

pub fn no_marker(text: &str) {
    for marker in MARKERS {
        assert!(!text.contains(marker), "{marker} in {text}");
    }
}

pub fn faq(sees: &str) -> Sheet {
    let mut faq = Sheet::blank(What::Faq, id(20), &pen());
    faq.write(&pen(), &Field::Title, "How much?");
    faq.write(&pen(), &note("answer"), "Nothing, said Zebra");
    faq.set_fact(&pen(), "sees", sees);
    faq
}

pub fn rated(n: u64, faces: &[u8]) -> Sheet {
    let pen = pen();
    let mut visit = Sheet::blank(What::Score, id(n), &pen);
    visit.set_fact(&pen, fact::OFFICE, "nssf");
    visit.set_fact(&pen, fact::DAY, "2026-11-10");
    visit.set_fact(&pen, fact::GROUP, "yes");
    visit.set_fact(&pen, fact::FOR, zebra().id.as_str());
    visit.write(&pen, &note(fact::BETTER), "giraffe");
    for face in faces {
        let who = begin(&mut visit, &pen);
        set_mark(&mut visit, &pen, &who, standards()[0].id.str(), Mark::Face(*face));
        visit.set_item_fact(&pen, &who, fact::PAID, "123456");
    }
    let action = visit.add_item(&pen, List::Step, "put up the fees, tell Zebra");
    visit.set_item_fact(&pen, &action, fact::DUE, "2026-11-30");
    visit
}

pub fn workshop() -> Sheet {
    let pen = pen();
    let mut workshop = Sheet::blank(What::Workshop, id(22), &pen);
    workshop.write(&pen, &Field::Title, "Tax for sellers");
    workshop.set_fact(&pen, fact::DAY, "2026-12-10");
    workshop.add_item(&pen, List::Contact, "Zebra");
    workshop.add_item(&pen, List::Step, "write to the office");
    workshop
}
