//! Workshops, groups and partners: what is asked most, answers that go back, what is done, whose agreement ends.

use super::{id, pen};
use phlov::dates::Date;
use phlov::kb::ServiceId;
use phlov::plan::helper::workshop::{self, agenda, askers, fill_agenda, give, take_question, wanted};
use phlov::plan::helper::{group, partner, REPLY, REPLY_DAY, REPLY_OFFICE};
use phlov::plan::{coming, fact, Book, Event, Field, List, NeedKind, PlanSeed, Sheet, SheetId, What};

fn service() -> ServiceId {
    ServiceId::all().find(|service| service.get().questions.len() > 2).expect("a service with questions")
}

/// A plan for a service with its first question; `own` is a question in own words.
fn plan(n: u64, whom: Option<u64>, own: &str) -> Sheet {
    let pen = pen();
    let ask = service().get().questions.get(0).map(|question| question.n).expect("a question");
    let seed = PlanSeed { questions: &[ask], ..PlanSeed::default() };
    let mut plan = Sheet::new(id(n), Some(service().name()), None, &pen, &seed);
    plan.set_fact(&pen, fact::FOR, whom.map(id).as_ref().map_or("", SheetId::as_str));
    if !own.is_empty() {
        plan.add_item(&pen, List::Question, own);
    }
    plan
}

fn book(plans: impl IntoIterator<Item = Sheet>) -> Book {
    let mut book = Book::default();
    for plan in plans {
        book.fold(&plan);
    }
    book
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

#[test]
fn the_most_asked_question_comes_first_whoever_asks() {
    let book = book([plan(1, None, "ត្រូវបង់ប៉ុន្មាន?"), plan(2, Some(90), "ត្រូវ\u{200b}បង់\u{200b}ប៉ុន្មាន?"), plan(3, Some(91), "")]);
    let asked = wanted(&book);
    let counts: Vec<usize> = asked.iter().map(|wanted| wanted.times).collect();
    assert_eq!(counts, [3, 2], "{asked:?}");
    assert!(asked[0].text.is_empty() && workshop::known(&asked[0].key).is_some_and(|(known, _)| known == service()));
    assert_eq!(asked[1].text, "ត្រូវបង់ប៉ុន្មាន?", "zero-width spaces make no other question");
}

#[test]
fn one_plan_counts_once_and_answered_questions_no_more() {
    let pen = pen();
    let mut twice = plan(1, None, "Fee?");
    twice.add_item(&pen, List::Question, "fee?");
    let mut answered = plan(2, None, "Fee?");
    let ids: Vec<_> = answered.visible(List::Question).iter().map(|item| item.id.clone()).collect();
    answered.set_done(&pen, &ids[0], true);
    answered.write(&pen, &Field::ItemNote(ids[1].clone(), REPLY.into()), "5,000");
    let mut gone = plan(3, None, "Fee?");
    gone.set_removed(&pen, true);
    assert!(wanted(&book([twice, answered, gone])).iter().all(|wanted| wanted.times == 1));
}

/// What was answered in a workshop stands afterwards in every plan that asked, and nobody else's.
#[test]
fn an_answer_goes_back_to_all_who_asked() {
    let pen = pen();
    let mut book = book([plan(1, None, ""), plan(2, Some(90), ""), plan(3, Some(91), "Something else?")]);
    let mut workshop = Sheet::blank(What::Workshop, id(50), &pen);
    workshop.set_fact(&pen, fact::DAY, "2026-11-10");
    workshop.set_fact(&pen, fact::OFFICE, "gdt");
    let first = wanted(&book)[0].clone();
    assert!(take_question(&mut workshop, &pen, &first));
    assert!(!take_question(&mut workshop, &pen, &first), "once");
    let question = workshop.visible(List::Question)[0].id.clone();
    assert!(askers(&book, &workshop, workshop.item(&question).expect("a question")).is_empty(), "no answer yet");
    workshop.write(&pen, &Field::ItemNote(question.clone(), REPLY.into()), "At the counter.");
    let answer = workshop.item(&question).expect("a question").clone();
    let askers = askers(&book, &workshop, &answer);
    assert_eq!(askers.len(), 3);
    for (plan, item) in &askers {
        let sheet = book.sheets.get_mut(plan).expect("a plan");
        give(sheet, &pen, item, &workshop, &answer);
        let item = sheet.item(item).expect("a question");
        assert_eq!((item.note(REPLY), item.fact(REPLY_DAY), item.fact(REPLY_OFFICE)), ("At the counter.", "2026-11-10", "gdt"));
    }
    assert!(workshop::askers(&book, &workshop, &answer).is_empty());
    assert_eq!(wanted(&book).len(), 1, "the other question still waits");
}

#[test]
fn a_half_day_fills_the_agenda_from_its_hour() {
    let pen = pen();
    let mut workshop = Sheet::blank(What::Workshop, id(50), &pen);
    workshop.set_fact(&pen, fact::TIME, "13:30");
    assert!(fill_agenda(&mut workshop, &pen));
    assert!(!fill_agenda(&mut workshop, &pen), "never twice");
    let times: Vec<&str> = agenda(&workshop).iter().map(|part| part.fact(fact::TIME)).collect();
    assert_eq!(times, ["13:30", "14:00", "14:15", "15:00", "15:45", "16:00", "16:45", "17:15"]);
    // A part that is added without a time comes last; one with an early time first.
    workshop.add_item(&pen, List::Meeting, "later");
    let early = workshop.add_item(&pen, List::Meeting, "early");
    workshop.set_item_fact(&pen, &early, fact::TIME, "07:00");
    let all = agenda(&workshop);
    assert_eq!(all.first().map(|part| part.text.current()), Some("early"));
    assert_eq!(all.last().map(|part| part.text.current()), Some("later"));
}

#[test]
fn what_is_done_is_counted_from_what_was_noted() {
    let pen = pen();
    let mut workshop = Sheet::blank(What::Workshop, id(50), &pen);
    let none = Book::default();
    let count = |sheet: &Sheet, book: &Book| workshop::done(book, sheet).into_iter().filter(|done| *done).count();
    assert_eq!(count(&workshop, &none), 0);
    workshop.write(&pen, &Field::Title, "Patent tax");
    workshop.set_fact(&pen, "goal:know-rule", "yes");
    workshop.set_fact(&pen, fact::DAY, "2026-12-01");
    fill_agenda(&mut workshop, &pen);
    assert_eq!(count(&workshop, &none), 4);
    // The invitation counts when its letter was sent.
    let mut letter = Sheet::blank(What::Letter, id(51), &pen);
    workshop.set_fact(&pen, fact::LETTER, letter.id.as_str());
    assert_eq!(count(&workshop, &book([letter.clone()])), 4);
    letter.set_fact(&pen, fact::SENT, "2026-11-20");
    assert_eq!(count(&workshop, &book([letter.clone()])), 5);
    workshop.set_fact(&pen, "came-women", "9");
    let question = workshop.add_item(&pen, List::Question, "?");
    workshop.write(&pen, &Field::ItemNote(question, REPLY.into()), "!");
    let action = workshop.add_item(&pen, List::Step, "ask again");
    workshop.set_fact(&pen, fact::SENT, "2026-12-02");
    assert_eq!(count(&workshop, &book([letter.clone()])), 7, "an action is open");
    workshop.set_done(&pen, &action, true);
    assert_eq!(count(&workshop, &book([letter])), workshop::TASKS);
}

/// A workshop, its actions and the day to ask again stand in the calendar; when it was held, only what is still to do.
#[test]
fn the_calendar_knows_workshops_and_meetings_of_groups() {
    let pen = pen();
    let mut workshop = Sheet::blank(What::Workshop, id(50), &pen);
    workshop.set_fact(&pen, fact::DAY, "2026-12-01");
    workshop.set_deadline(&pen, Some(day("2026-11-25")));
    let action = workshop.add_item(&pen, List::Step, "x");
    workshop.set_item_fact(&pen, &action, fact::DUE, "2026-12-10");
    let mut group = Sheet::blank(What::Group, id(51), &pen);
    group.set_fact(&pen, fact::DAY, "2026-12-03");
    let events = |workshop: &Sheet| {
        let book = book([workshop.clone(), group.clone()]);
        coming(&book, Vec::new(), Vec::new()).iter().map(|line| line.event).collect::<Vec<_>>()
    };
    assert_eq!(events(&workshop), [Event::Remind, Event::Meeting, Event::Meeting, Event::Promise]);
    workshop.set_fact(&pen, fact::HELD, "yes");
    workshop.set_deadline(&pen, None);
    assert_eq!(events(&workshop), [Event::Meeting, Event::Promise]);
}

#[test]
fn cases_of_a_group_are_counted_without_names() {
    let pen = pen();
    let mut sheet = Sheet::blank(What::Group, id(60), &pen);
    let mut problem = plan(1, Some(90), "");
    problem.set_kind(&pen, NeedKind::Problem);
    let mut need = plan(3, None, "");
    need.what = What::Need;
    let book = book([problem, plan(2, None, ""), need]);
    assert_eq!(group::cases(&book, &sheet), group::Cases::default(), "no aim, no case");
    let aims = phlov::kb::AimId::all().filter(|aim| aim.get().results.iter().any(|result| result.service == service()));
    for aim in aims {
        sheet.set_fact(&pen, &workshop::of(group::AIM, aim.name()), "yes");
    }
    assert_eq!(group::cases(&book, &sheet), group::Cases { all: 3, problems: 1 });
}

#[test]
fn groups_of_the_directory_are_the_same_sheet_on_every_phone() {
    let ids: Vec<SheetId> = group::known().filter_map(group::id_of).collect();
    assert_eq!(ids.len(), group::known().count());
    assert!(ids.iter().all(|id| id.as_str().starts_with("twg-")));
}

#[test]
fn an_agreement_is_talked_about_sixty_days_before_its_end() {
    let pen = pen();
    let mut sheet = Sheet::blank(What::Partner, id(70), &pen);
    sheet.set_fact(&pen, partner::UNTIL, "2027-01-19");
    assert_eq!(partner::ending(&sheet, pen.today), None, "not signed");
    sheet.set_fact(&pen, partner::MOU, "signed");
    assert_eq!(partner::ending(&sheet, pen.today), Some(60));
    assert_eq!(partner::ending(&sheet, pen.today.plus_days(-1)), None);
    assert_eq!(partner::ending(&sheet, day("2027-01-20")), Some(-1));
    let other = Sheet::blank(What::Partner, id(71), &pen);
    let book = book([other, sheet]);
    assert_eq!(partner::all(&book, pen.today).first().map(|first| first.id.clone()), Some(id(70)));
}
