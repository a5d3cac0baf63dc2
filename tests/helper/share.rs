//! What leaves a phone, how it comes home, numbers of a period, and the pack for the next focal person.

use crate::{id, pen};
use phlov::dates::Date;
use phlov::kb::{standards, ServiceId};
use phlov::plan::helper::handover::{self, Choice, Said};
use phlov::plan::helper::need::names::Names;
use phlov::plan::helper::need::{self, need_id, sent};
use phlov::plan::helper::report::cells::{hide, Cells, FEWEST};
use phlov::plan::helper::report::csv::csv;
use phlov::plan::helper::report::{report, Period, Report};
use phlov::plan::helper::{AREA, ORIGIN, REPLY, REPLY_DAY, TRADE};
use phlov::plan::score::{begin, set_mark, Mark};
use phlov::plan::{fact, Book, Field, Item, ItemId, List, NeedKind, Outcome, Pen, PlanSeed, Replica, Sheet, SheetId, What};
use phlov::saved::transfer::{bundle, look_at, parcel, Arrival};
use proptest::prelude::*;

/// Words that must never leave: her name, her number, what was noted of her, her sentence, the title of her plan, a private remark.
const MARKERS: [&str; 7] = ["Zebra", "098765432", "giraffe", "okapi", "tapir", "lemur", "ដំរីស"];
/// A question in her own words.
const OWN: &str = "panda";

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

fn note(name: &str) -> Field {
    Field::Note(name.to_owned())
}

fn some_service() -> &'static str {
    "nssf-enterprise-registration"
}

/// Somebody who agreed.
fn helped(n: u64, name: &str, area: &str) -> Sheet {
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
fn plan(n: u64, whom: &Sheet) -> Sheet {
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

fn zebra() -> Sheet {
    helped(10, "Zebra", "12")
}

fn elephant() -> Sheet {
    helped(11, "ដំរីស", "12")
}

fn book(sheets: &[Sheet]) -> Book {
    let mut book = Book::default();
    for sheet in sheets {
        book.fold(sheet);
    }
    book
}

fn question(n: u8) -> ItemId {
    ItemId::content(List::Question, n)
}

fn share(book: &Book, plan: &SheetId, own: bool) -> Sheet {
    let plan = &book.sheets.get(plan).expect("a plan");
    let whom = SheetId::parse(plan.fact(fact::FOR)).expect("somebody");
    need::of(plan, book.sheets.get(&whom).expect("somebody"), &|_| own, "Team 1", &Names::of(book))
}

fn take(book: &mut Book, text: &str) -> Arrival {
    let arrival = look_at(book, text).expect("a bundle");
    for sheet in arrival.new.iter().chain(&arrival.changed) {
        book.fold(sheet);
    }
    arrival
}

fn reply(sheet: &mut Sheet, pen: &Pen, n: u8, on: &str, words: &str) {
    sheet.set_item_fact(pen, &question(n), REPLY_DAY, on);
    sheet.write(pen, &Field::ItemNote(question(n), REPLY.into()), words);
}

fn no_marker(text: &str) {
    for marker in MARKERS {
        assert!(!text.contains(marker), "{marker} in {text}");
    }
}

// ── needs ──

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

// ── other kinds ──

fn here_with_plan() -> Book {
    book(&[zebra(), plan(1, &zebra())])
}

fn faq(sees: &str) -> Sheet {
    let mut faq = Sheet::blank(What::Faq, id(20), &pen());
    faq.write(&pen(), &Field::Title, "How much?");
    faq.write(&pen(), &note("answer"), "Nothing, said Zebra");
    faq.set_fact(&pen(), "sees", sees);
    faq
}

fn rated(n: u64, faces: &[u8]) -> Sheet {
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

fn workshop() -> Sheet {
    let pen = pen();
    let mut workshop = Sheet::blank(What::Workshop, id(22), &pen);
    workshop.write(&pen, &Field::Title, "Tax for sellers");
    workshop.set_fact(&pen, fact::DAY, "2026-12-10");
    workshop.add_item(&pen, List::Contact, "Zebra");
    workshop.add_item(&pen, List::Step, "write to the office");
    workshop
}

#[test]
fn other_things_go_out_without_names_and_do_not_come_back_as_doubles() {
    let here = book(&[zebra(), elephant(), faq("team"), rated(21, &[4, 5]), workshop()]);
    let names = Names::of(&here);
    let copies: Vec<Sheet> =
        [20, 21, 22].iter().filter_map(|n| sent::copy(here.sheets.get(&id(*n))?, "12", "Team 1", &names)).collect();
    assert_eq!(copies.len(), 3);
    let text = bundle(&copies);
    no_marker(&text);
    assert!(!text.contains("123456") && text.contains("put up the fees") && text.contains("Tax for sellers"), "{text}");
    assert!(copies.iter().all(|copy| copy.note(ORIGIN) == "Team 1"));
    let arrival = look_at(&here, &text).expect("a bundle");
    assert!(!arrival.brings_something(), "they are here already: {arrival:?}");
    assert_eq!(look_at(&Book::default(), &text).expect("a bundle").new.len(), 3);
    // What came from elsewhere goes on without names that were written here.
    let mut came = parcel(&share(&here_with_plan(), &id(1), false));
    let mut there = book(&[zebra()]);
    take(&mut there, &came);
    let need = there.sheets.values_mut().find(|sheet| sheet.what == What::Need).expect("the need");
    reply(need, &pen(), 1, "2026-11-21", "tell Zebra first");
    let need = need.clone();
    came = parcel(&sent::copy(&need, "", "Team 9", &Names::of(&there)).expect("a copy"));
    no_marker(&came);
    assert!(came.contains("tell … first") && came.contains("Team 1") && !came.contains("Team 9"), "{came}");
    // Only those who may see an answer get it.
    assert_eq!(sent::copy(&faq(""), "", "Team 1", &names), None);
    assert_eq!(sent::copy(&zebra(), "", "Team 1", &names), None, "nobody helped is ever a thing to send");
}

#[test]
fn names_are_covered_as_whole_words_and_in_khmer_anywhere() {
    let names = Names::of(&book(&[zebra(), elephant(), helped(12, "Sok", ""), helped(13, "Sok Dara", "")]));
    for (text, masked) in [
        ("Ask ZEBRA.", "Ask …."),
        ("zebras are zebra-like", "zebras are …-like"),
        ("Sok Dara, Sokha, Sok", "…, Sokha, …"),
        ("សួរដំរីសថា", "សួរ…ថា"),
        ("nobody", "nobody"),
    ] {
        assert_eq!(names.mask(text), masked);
    }
    assert!(!names.stand_in("nobody"));
}

// ── numbers ──

/// All tables that would be shown as this one: what somebody who knows the rule can still think possible.
fn possible(shown: &Cells) -> Vec<Vec<(String, usize)>> {
    let total = shown.total.expect("a total");
    let codes: Vec<&String> = shown.cells.iter().filter(|cell| cell.count.is_none()).map(|cell| &cell.code).collect();
    let known: Vec<(String, usize)> = shown.cells.iter().filter_map(|cell| Some((cell.code.clone(), cell.count?))).collect();
    let hidden = total - known.iter().map(|(_, count)| count).sum::<usize>();
    let mut ways: Vec<Vec<usize>> = vec![Vec::new()];
    for left in (0..codes.len()).rev() {
        let mut longer = Vec::new();
        for way in ways {
            let rest = hidden - way.iter().sum::<usize>();
            let most = rest.saturating_sub(left);
            let least = if left == 0 { rest } else { 1 };
            longer.extend((least.max(1)..=most).map(|count| [&*way, &[count]].concat()));
        }
        ways = longer;
    }
    let whole = |way: Vec<usize>| {
        let guess = codes.iter().map(|code| (*code).clone()).zip(way);
        known.iter().cloned().chain(guess).collect::<Vec<_>>()
    };
    ways.into_iter().map(whole).filter(|guess| hide(guess) == *shown).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_hidden_count_cannot_be_worked_out(counts in prop::collection::vec(0usize..9, 1..6)) {
        let table: Vec<(String, usize)> = counts.iter().enumerate().map(|(at, count)| (format!("c{at}"), *count)).collect();
        let shown = hide(&table);
        let total: usize = counts.iter().sum();
        prop_assert_eq!(shown.total, (total == 0 || total >= FEWEST).then_some(total));
        for cell in &shown.cells {
            let real = table.iter().find(|(code, _)| *code == cell.code).expect("a count").1;
            prop_assert!(cell.count.is_none_or(|count| count == real && count >= FEWEST));
        }
        if shown.total.is_some() && shown.is_hiding() && !shown.cells.is_empty() {
            let possible = possible(&shown);
            for cell in shown.cells.iter().filter(|cell| cell.count.is_none()) {
                let said: Vec<usize> = possible.iter().map(|way| way.iter().find(|(code, _)| *code == cell.code).expect("a count").1).collect();
                prop_assert!(said.iter().any(|count| *count != said[0]), "{:?} is {} in {:?}", cell.code, said[0], shown);
            }
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn in_whatever_order_phones_meet_the_report_is_the_same(order in Just((0..12usize).collect::<Vec<_>>()).prop_shuffle(), twice in 0usize..12) {
        let needs = many();
        let mut there = Book::default();
        for at in order.into_iter().chain([twice]) {
            take(&mut there, &parcel(&needs[at]));
        }
        let mut one = Book::default();
        take(&mut one, &bundle(&needs));
        prop_assert_eq!(all(&there), all(&one));
        let made = all(&one);
        prop_assert_eq!((made.people, made.needs.total), (Some(12), Some(12)));
    }
}

/// The needs of twelve people, seven in one province.
fn many() -> Vec<Sheet> {
    (0..12u64)
        .map(|n| {
            let whom = helped(100 + n, &format!("Zebra{n}"), if n < 7 { "12" } else { "01" });
            let mut plan = plan(200 + n, &whom);
            if n < 6 {
                plan.conclude(&pen(), None, Outcome::Solved);
            }
            if n < 5 {
                reply(&mut plan, &pen(), 1, &pen().today.plus_days(n as i32 * 2).to_string(), "yes");
            }
            share(&book(&[whom, plan.clone()]), &plan.id, false)
        })
        .collect()
}

fn nine() -> Vec<&'static str> {
    standards().iter().map(|standard| standard.id.str()).collect()
}

fn all(book: &Book) -> Report {
    report(book, Period::default(), "", &nine(), pen().today)
}

fn counts(cells: &Cells) -> Vec<(&str, Option<usize>)> {
    cells.cells.iter().map(|cell| (cell.code.as_str(), cell.count)).collect()
}

#[test]
fn a_report_counts_people_needs_offices_outcomes_and_answers() {
    let mut book = Book::default();
    take(&mut book, &bundle(&many()));
    let made = all(&book);
    let service = ["service:", some_service()].concat();
    assert_eq!(counts(&made.needs), [(&*service, Some(12))]);
    let first = ServiceId::parse(some_service()).expect("a service").get().authorities.get(0).expect("an office").authority;
    assert_eq!(counts(&made.offices), [(first.name(), Some(12))]);
    assert_eq!(counts(&made.kinds), [("problem", Some(12))]);
    assert_eq!(counts(&made.outcomes), [("open", Some(6)), ("solved", Some(6))]);
    assert_eq!(counts(&made.questions), [("open", Some(19)), ("answered", Some(5))]);
    assert_eq!(made.days, Some((4, 2, 6)), "days that occurred: 0, 2, 4, 6, 8");
    // A province with five people has numbers, of four answers in it none is said.
    let there = report(&book, Period::default(), "01", &nine(), pen().today);
    assert_eq!((there.people, there.needs.total, there.days), (Some(5), Some(5), None));
    // One person fewer, and nothing is.
    let gone = need_id(&id(207));
    book.sheets.get_mut(&gone).expect("a need").set_removed(&pen(), true);
    let there = report(&book, Period::default(), "01", &nine(), pen().today);
    assert_eq!((there.people, there.needs.total, there.needs.cells.len()), (None, None, 0));
}

#[test]
fn nobody_is_counted_twice() {
    // The same woman with two plans, one of which is also here as a need from another phone.
    let mut here = book(&[zebra(), plan(1, &zebra()), plan(2, &zebra())]);
    let shared = share(&here, &id(1), false);
    let other = many();
    for need in other.iter().chain([&shared]) {
        here.fold(need);
    }
    let made = all(&here);
    assert_eq!((made.people, made.needs.total), (Some(13), Some(14)));
    // On a phone that has only her needs she is one person too.
    let mut there = Book::default();
    take(&mut there, &bundle(&[&other[..], &[shared, share(&here, &id(2), false)]].concat()));
    let made = all(&there);
    assert_eq!((made.people, made.needs.total), (Some(13), Some(14)));
}

#[test]
fn plans_of_her_own_and_agendas_are_nobodys_need() {
    let mut agenda = plan(3, &zebra());
    agenda.set_fact(&pen(), "queue", "nssf");
    let mut own = plan(4, &zebra());
    own.set_fact(&pen(), fact::FOR, "");
    assert!(all(&book(&[zebra(), agenda, own])).needs.total == Some(0));
}

#[test]
fn standards_are_shown_from_five_people_on_and_actions_by_their_day() {
    let one = book(&[zebra(), rated(21, &[1, 2, 4, 5])]);
    assert!(all(&one).standards.iter().all(Option::is_none));
    let two = book(&[zebra(), rated(21, &[1, 2, 4, 5]), rated(23, &[5])]);
    let median = all(&two).standards[0].as_ref().and_then(|picture| picture.median());
    assert_eq!(median, Some(4), "the middle of 1, 2, 4, 5, 5");
    // A copy of it that came back is not a second visit.
    let mut three = two.clone();
    let copy = sent::copy(two.sheets.get(&id(21)).expect("a visit"), "12", "Team 1", &Names::of(&two)).expect("a copy");
    three.fold(&copy);
    assert_eq!(all(&three).standards, all(&two).standards);

    let mut meeting = Sheet::blank(What::Workshop, id(30), &pen());
    for (at, due) in ["2026-11-01", "2026-11-19", "2026-11-20", "2026-12-01", ""].iter().cycle().take(15).enumerate() {
        let step = meeting.add_item(&pen(), List::Step, "x");
        meeting.set_item_fact(&pen(), &step, fact::DUE, due);
        meeting.set_done(&pen(), &step, at >= 10);
    }
    let made = all(&book(&[meeting]));
    assert_eq!(made.actions.total, Some(15));
    assert_eq!(counts(&made.actions), [("open", Some(6)), ("done", None), ("late", None)], "the total would tell the four");
}

#[test]
fn periods_hold_their_first_and_last_day() {
    let today = day("2026-11-20");
    for (code, from, to) in [
        ("month", "2026-11-01", "2026-11-30"),
        ("last-month", "2026-10-01", "2026-10-31"),
        ("quarter", "2026-10-01", "2026-12-31"),
        ("last-quarter", "2026-07-01", "2026-09-30"),
        ("year", "2026-01-01", "2026-12-31"),
        ("last-year", "2025-01-01", "2025-12-31"),
    ] {
        let period = Period::of(code, today);
        assert_eq!(period, Period { from: Some(day(from)), to: Some(day(to)) }, "{code}");
        assert!(period.holds(day(from)) && period.holds(day(to)) && !period.holds(day(to).plus_days(1)));
    }
    assert_eq!(Period::of("last-month", day("2026-01-15")).from, Some(day("2025-12-01")));
    assert_eq!(Period::of("last-quarter", day("2026-02-28")).to, Some(day("2025-12-31")));
    assert!(Period::of("all", today).holds(day("1990-01-01")));
}

#[test]
fn a_table_for_other_programs_is_quoted_and_holds_no_formula() {
    let rows =
        [vec!["a".to_owned(), "b, c".to_owned()], vec!["=1+1".to_owned(), "say \"hi\"".to_owned()], vec![" @x\n".to_owned()]];
    assert_eq!(csv(&rows), "\u{feff}a,\"b, c\"\r\n'=1+1,\"say \"\"hi\"\"\"\r\n\"' @x\n\"\r\n");
}

// ── hand-over ──

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
