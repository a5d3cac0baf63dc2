//! People: rhythm counted from the last real contact, one ask a week, tries without answer, the ladder, the human side.

use crate::helpers::*;
use phlov::dates::Date;
use phlov::plan::ladder::{ladder, tried, Next, Tried};
use phlov::plan::people::*;
use phlov::plan::*;
use proptest::prelude::*;

/// A book that people are put into, with a pen for each day.
#[derive(Default)]
struct Office(Book);

impl Office {
    fn pen(&self, day: Date) -> Pen {
        self.0.pen(Replica(1), day)
    }

    /// A person with facts.
    fn person(&mut self, n: u64, facts: &[(&str, &str)]) -> &mut Self {
        let pen = self.pen(today());
        let mut person = Sheet::blank(What::Person, id(n), &pen);
        for (name, value) in facts {
            person.set_fact(&pen, name, value);
        }
        self.0.sheets.insert(id(n), person);
        self
    }

    fn log(&mut self, n: u64, on: &str, outcome: Reply) -> &mut Self {
        self.log_for(n, on, How::Phone, outcome, None)
    }

    fn log_for(&mut self, n: u64, on: &str, way: How, outcome: Reply, plan: Option<u64>) -> &mut Self {
        let pen = self.pen(day(on));
        let plan = plan.map(id);
        log(self.0.sheets.get_mut(&id(n)).expect("a person"), &pen, way, outcome, plan.as_ref());
        self
    }

    fn plan(&mut self, n: u64, edit: impl FnOnce(&mut Sheet, &Pen)) -> &mut Self {
        let pen = self.pen(today());
        let mut made = plan(n);
        edit(&mut made, &pen);
        self.0.sheets.insert(id(n), made);
        self
    }

    fn get(&self, n: u64) -> &Sheet {
        self.0.sheets.get(&id(n)).expect("a sheet")
    }

    fn next(&self, n: u64, on: &str) -> Option<String> {
        Diary::new(&self.0, day(on)).next_day(self.get(n)).map(|day| day.to_string())
    }

    fn step(&self, offices: &[&str]) -> String {
        let name = |person: &Sheet| (0..99).find(|n| id(*n) == person.id).expect("a person").to_string();
        match ladder(&self.0, &id(100), offices).next {
            Next::Stay(person) => format!("stay {}", name(person)),
            Next::Ask(person) => format!("ask {}", name(person)),
            Next::Find(level) => format!("find {}", level.code()),
            Next::Organization => "organization".into(),
        }
    }
}

/// A meeting in a plan, held or not.
fn meeting(plan: &mut Sheet, pen: &Pen, with: u64, on: &str, held: bool) {
    let item = plan.add_item(pen, List::Meeting, "purpose");
    for (name, value) in [(fact::DAY, on), (fact::PERSON, id(with).as_str()), (fact::HELD, if held { "yes" } else { "" })] {
        plan.set_item_fact(pen, &item, name, value);
    }
}

// ── rhythm ──

#[test]
fn the_next_contact_is_a_quarter_after_the_last_real_one() {
    let mut office = Office::default();
    office.person(1, &[]);
    assert_eq!(office.next(1, "2026-01-05"), None, "before the first contact there is no rhythm");
    office.log(1, "2025-11-30", Reply::Answered);
    assert_eq!(office.next(1, "2026-01-05").as_deref(), Some("2026-03-01"), "91 days, across the end of February");
    office.log(1, "2026-01-02", Reply::NoAnswer);
    assert_eq!(office.next(1, "2026-01-05").as_deref(), Some("2026-03-01"), "a try is no contact");
    office.plan(9, |plan, pen| meeting(plan, pen, 1, "2026-01-04", true));
    assert_eq!(office.next(1, "2026-01-05").as_deref(), Some("2026-04-05"), "a meeting held is one");
    office.plan(9, |plan, pen| meeting(plan, pen, 1, "2026-01-04", false));
    assert_eq!(office.next(1, "2026-01-05").as_deref(), Some("2026-03-01"), "one that was not held is none");
}

#[test]
fn their_wish_overrides_the_quarter() {
    for (every, expected) in [
        ("30", "2024-03-01"),
        ("182", "2024-07-31"),
        ("1", "2024-02-01"),
        ("0", "2024-05-01"),
        ("", "2024-05-01"),
        ("often", "2024-05-01"),
        ("-7", "2024-05-01"),
        ("99999999999", "2024-05-01"),
    ] {
        let mut office = Office::default();
        office.person(1, &[(fact::EVERY, every)]).log(1, "2024-01-31", Reply::Answered);
        assert_eq!(office.next(1, "2024-02-29").as_deref(), Some(expected), "{every}");
    }
    let mut office = Office::default();
    office.person(1, &[]).log(1, "2024-01-31", Reply::ComeBack);
    let pen = office.pen(today());
    let item = contacts(office.get(1)).pop().expect("the contact").item.id.clone();
    office.0.sheets.get_mut(&id(1)).expect("a person").set_item_fact(&pen, &item, fact::DUE, "2024-02-29");
    assert_eq!(office.next(1, "2024-02-10").as_deref(), Some("2024-02-29"), "the day they named");
}

#[test]
fn a_wrong_clock_is_told_and_does_not_count() {
    let mut office = Office::default();
    office.person(1, &[]).log(1, "2026-01-01", Reply::Answered).log(1, "2099-12-31", Reply::Answered);
    assert_eq!(office.next(1, "2026-01-05").as_deref(), Some("2026-04-02"));
    assert!(clock_is_doubtful(office.get(1), day("2026-01-05")));
    // The clock went back to 1970: nothing is due, nothing is lost.
    let then = Diary::new(&office.0, day("1970-01-01"));
    assert_eq!(then.next_day(office.get(1)), None);
    assert!(then.asks().is_empty());
    assert_eq!(contacts(office.get(1)).len(), 2);
}

fn any_day() -> impl Strategy<Value = Date> {
    (-4000..4000i32).prop_map(|days| day("2024-02-29").plus_days(days))
}

fn any_log() -> impl Strategy<Value = Vec<(u64, Date, usize)>> {
    prop::collection::vec((0..6u64, any_day(), 0..Reply::ALL.len()), 0..24)
}

fn logged(log: &[(u64, Date, usize)], every: &[i32; 6]) -> Office {
    let mut office = Office::default();
    for (n, every) in (0..).zip(every) {
        office.person(n, &[(fact::EVERY, &every.to_string())]);
    }
    for (n, on, outcome) in log {
        office.log(*n, &on.to_string(), Reply::ALL[*outcome]);
    }
    office
}

proptest! {
    #[test]
    fn rhythm_holds_on_all_days(log in any_log(), every in prop::array::uniform6(1..730i32), today in any_day()) {
        let office = logged(&log, &every);
        let diary = Diary::new(&office.0, today);
        for (n, every) in (0..).zip(every) {
            let real = log.iter().filter(|(who, on, outcome)| *who == n && *on <= today && Reply::ALL[*outcome] != Reply::NoAnswer);
            let last = real.map(|(_, on, _)| *on).max();
            prop_assert_eq!(diary.last_real(office.get(n)), last);
            prop_assert_eq!(diary.next_day(office.get(n)), last.map(|last| last.plus_days(every)));
        }
    }

    #[test]
    fn never_two_asks_in_a_week(log in any_log(), every in prop::array::uniform6(1..730i32), today in any_day()) {
        let office = logged(&log, &every);
        let asks = Diary::new(&office.0, today).asks();
        for pair in asks.windows(2) {
            prop_assert!(pair[0].on.days_until(pair[1].on) >= 7);
            prop_assert!(pair[0].due <= pair[1].due, "who waits longest comes first");
        }
        for ask in &asks {
            prop_assert!(ask.on >= ask.due && ask.on >= today);
            for (_, on, _) in log.iter().filter(|(_, on, _)| *on <= today) {
                prop_assert!(on.days_until(ask.on) >= 7, "a week after the last contact with anybody");
            }
        }
    }

    #[test]
    fn what_was_logged_in_another_order_gives_the_same_rhythm(mut log in any_log(), today in any_day()) {
        let every = [91; 6];
        let before: Vec<_> = { let office = logged(&log, &every); (0..6).map(|n| Diary::new(&office.0, today).next_day(office.get(n))).collect() };
        log.reverse();
        let office = logged(&log, &every);
        let after: Vec<_> = (0..6).map(|n| Diary::new(&office.0, today).next_day(office.get(n))).collect();
        prop_assert_eq!(before, after);
    }
}

// ── no answer ──

#[test]
fn two_tries_without_answer_bring_other_ways() {
    let mut office = Office::default();
    office.person(1, &[(fact::OFFICE, "nssf")]).person(2, &[(fact::OFFICE, "nssf")]).person(3, &[(fact::OFFICE, "gdt")]);
    let options = |office: &Office| {
        let book = &office.0;
        let diary = Diary::new(book, today());
        let ways = [How::Phone, How::Telegram];
        diary.instead(office.get(1), &ways).into_iter().map(|option| format!("{:.12}", format!("{option:?}"))).collect::<Vec<_>>()
    };
    office.log(1, "2025-12-01", Reply::NoAnswer);
    assert!(options(&office).is_empty(), "one try is no reason");
    office.log(1, "2025-12-03", Reply::NoAnswer);
    assert_eq!(options(&office), ["How(Telegram", "Person(Sheet", "Organization", "Visit"]);
    office.log(1, "2025-12-04", Reply::Answered);
    assert!(options(&office).is_empty(), "somebody answered");
    office.log(1, "2025-12-05", Reply::NoAnswer).log(1, "2025-12-06", Reply::NoAnswer);
    assert_eq!(options(&office).len(), 4);
    office.plan(9, |plan, pen| meeting(plan, pen, 1, "2025-12-07", true));
    assert!(options(&office).is_empty(), "they met since");
}

// ── the ladder ──

#[test]
fn the_ladder_goes_from_whom_she_knows_to_an_organization() {
    let mut office = Office::default();
    assert_eq!(office.step(&["nssf"]), "find director");
    office.person(1, &[(fact::OFFICE, "nssf"), (fact::LEVEL, "director")]);
    assert_eq!(office.step(&["nssf"]), "ask 1");
    office.person(2, &[(fact::OFFICE, "nssf"), (fact::LEVEL, "known")]);
    assert_eq!(office.step(&["nssf"]), "ask 2", "somebody she knows comes first");
    assert_eq!(office.step(&["gdt"]), "find director", "of another office nobody is known");
    let try_by = |office: &mut Office, n, outcome| {
        office.log_for(n, "2026-01-05", How::Phone, outcome, Some(100));
    };
    try_by(&mut office, 2, Reply::NoAnswer);
    assert_eq!(office.step(&["nssf"]), "ask 2", "one more try");
    try_by(&mut office, 2, Reply::NoAnswer);
    assert_eq!(office.step(&["nssf"]), "ask 1");
    // The director was asked only for a name.
    try_by(&mut office, 1, Reply::Answered);
    assert_eq!(tried(office.get(1), &id(100)), Tried::Referred);
    assert_eq!(office.step(&["nssf"]), "find staff");
    office.person(4, &[(fact::LEVEL, "focal"), (fact::OFFICE, "nssf")]);
    assert_eq!(office.step(&["nssf"]), "find staff", "the focal point comes after the staff");
    office.person(3, &[(fact::LEVEL, "staff"), (fact::BY, id(1).as_str())]);
    assert_eq!(office.step(&["nssf"]), "ask 3", "named by the director, whatever the office");
    try_by(&mut office, 3, Reply::Promised);
    assert_eq!(office.step(&["nssf"]), "stay 3");
    for _ in 0..2 {
        try_by(&mut office, 3, Reply::NoAnswer);
    }
    assert_eq!(office.step(&["nssf"]), "ask 4");
    try_by(&mut office, 4, Reply::NoAnswer);
    try_by(&mut office, 4, Reply::NoAnswer);
    assert_eq!(office.step(&["nssf"]), "organization");
    // Another plan begins anew.
    assert_eq!(ladder(&office.0, &id(101), &["nssf"]).next, Next::Ask(office.get(2)));
}

#[test]
fn without_an_office_the_ladder_begins_with_whom_she_knows() {
    let mut office = Office::default();
    office.person(1, &[(fact::LEVEL, "known"), (fact::OFFICE, "gdt")]).person(2, &[(fact::LEVEL, "staff")]);
    assert_eq!(office.step(&[]), "ask 1");
    let pen = office.pen(today());
    office.0.sheets.get_mut(&id(1)).expect("a person").set_removed(&pen, true);
    assert_eq!(office.step(&[]), "find director", "who is in the bin is not asked");
}

// ── the human side ──

#[test]
fn ideas_come_at_the_right_moment() {
    let mut office = Office::default();
    office.person(1, &[]);
    let idea = |office: &Office, on: &str| Diary::new(&office.0, day(on)).idea(office.get(1));
    let did = |office: &mut Office, idea: Idea, on: &str| {
        let pen = office.pen(day(on));
        office.0.sheets.get_mut(&id(1)).expect("a person").set_fact(&pen, idea.fact(), on);
    };
    office.log_for(1, "2025-01-10", How::Phone, Reply::Answered, Some(9));
    assert_eq!(idea(&office, "2025-01-10"), None);
    office.log(1, "2025-02-10", Reply::Promised);
    assert_eq!(idea(&office, "2025-02-10"), Some(Idea::Invite), "after two good contacts");
    did(&mut office, Idea::Invite, "2025-02-11");
    assert_eq!(idea(&office, "2025-02-12"), None);
    office.plan(9, |plan, pen| {
        plan.set_fact(pen, fact::OUTCOME, "solved");
        plan.set_fact(pen, fact::OUTCOME_DAY, "2025-03-01");
    });
    assert_eq!(idea(&office, "2025-03-01"), Some(Idea::Thank));
    did(&mut office, Idea::Thank, "2025-03-02");
    assert_eq!(idea(&office, "2025-03-03"), None);
    assert_eq!(idea(&office, "2026-01-10"), Some(Idea::Honour), "a year after the first contact");
    did(&mut office, Idea::Honour, "2026-01-11");
    assert_eq!(idea(&office, "2026-02-10"), None);
    assert_eq!(idea(&office, "2026-02-11"), Some(Idea::Invite), "a year after the last invitation");
    office.log(1, "2026-02-12", Reply::NoAnswer).log(1, "2026-02-13", Reply::NoAnswer);
    assert_eq!(idea(&office, "2026-02-14"), None, "not while they do not answer");
}

#[test]
fn codes_are_read_back() {
    for code in Level::CODES {
        assert_eq!(Level::parse(code).map(Level::code), Some(*code));
    }
    assert_eq!(How::ALL.map(How::code), HOWS);
    for code in Reply::CODES {
        assert_eq!(Reply::parse(code).map(Reply::code), Some(*code));
    }
    assert_eq!((How::parse(""), Level::parse("boss"), Reply::parse("x")), (None, None, None));
}
