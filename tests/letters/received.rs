//! What she taps about a letter, and what follows from it.

use crate::day;
use phlov::kb::limit::Days;
use phlov::kb::{LawId, ServiceId};
use phlov::plan::letter::{Letter, Step, Time, THREATS, UNSAID, WANTS};
use proptest::prelude::*;

/// Kunthea's letter: the Ministry of Labour, 20 February 2020, Prakas 443, pay within 30 days or be fined.
const KUNTHEA: &str = "from.labour-inspection-department_on.2020-02-20_got.2020-02-21_law.prakas-443-2018_want.pay_time.30_since.unsure_days.unsure_threat.fine_unsaid.sum";

#[test]
fn kuntheas_letter_is_about_the_seniority_payment_and_has_two_last_days() {
    let letter = Letter::read(KUNTHEA);
    assert_eq!(letter.next(), None, "everything was said");
    assert_eq!(letter.services().first().map(|service| service.name()), Some("seniority-payment"));
    let limits = letter.limits();
    assert_eq!(
        limits.iter().map(|limit| (limit.kind, limit.last)).collect::<Vec<_>>(),
        [(Days::Calendar, day("2020-03-21")), (Days::Working, day("2020-04-02"))]
    );
    assert_eq!(letter.last_day(), Some(day("2020-03-21")), "the earlier one is kept");
    assert_eq!(
        letter.first_day(),
        Some((day("2020-02-20"), false)),
        "from the earlier of the two days, and it is said that this is not sure"
    );
    assert_eq!(letter.write(), KUNTHEA);
}

#[test]
fn when_the_letter_says_how_days_are_counted_there_is_one_last_day() {
    let said = Letter::read(KUNTHEA).with("since", "received").with("days", "calendar");
    assert_eq!(said.first_day(), Some((day("2020-02-21"), true)));
    assert_eq!(said.limits().len(), 1);
    assert_eq!(said.last_day(), Some(day("2020-03-22")));
    // Counted from the day it came, which she does not know: from the other, and not as if that had been said.
    let mut unknown = said.clone();
    unknown.say("got", &["unsure"]);
    assert_eq!(unknown.first_day(), Some((day("2020-02-20"), false)));
}

#[test]
fn the_questions_come_one_by_one_and_never_twice() {
    let mut letter = Letter::default();
    let answers = [
        ("from", "gdt"),
        ("on", "unsure"),
        ("law", "unsure"),
        ("want", "come"),
        ("time", "none"),
        ("threat", "unsure"),
        ("unsaid", "whom"),
    ];
    for (asked, (name, value)) in answers.into_iter().enumerate() {
        let step = letter.next().expect("a question is left");
        assert_eq!(letter.steps().iter().position(|other| *other == step), Some(asked));
        letter.say(name, &[value]);
        assert!(letter.has(step));
    }
    assert_eq!(letter.next(), None);
    assert!(!letter.steps().contains(&Step::Count), "where no days are given nobody asks how they are counted");
    assert_eq!((letter.time(), letter.last_day()), (Time::Unnamed, None));
    assert_eq!(Letter::read("time.30").steps().len(), 8);
    assert_eq!(Letter::read("time.2026-12-01").last_day(), Some(day("2026-12-01")));
}

#[test]
fn nothing_is_guessed_from_nothing() {
    assert!(Letter::read("from.other_law.unsure").services().is_empty());
    assert!(Letter::read("").limits().is_empty());
    // A law says more than an office: what only the office fits is left out then.
    let law = LawId::parse("prakas-443-2018").expect("a law");
    for service in Letter::read(KUNTHEA).services() {
        assert!(service.get().basis.iter().any(|basis| basis.law == law), "{}", service.name());
    }
    for service in ServiceId::all() {
        for role in service.get().authorities {
            assert!(Letter::default().with("from", role.authority.name()).services().len() <= 3);
        }
    }
}

#[test]
fn a_line_from_outside_is_read_without_harm() {
    for line in [
        "",
        "_",
        "from",
        "from.",
        "from.no-such-office",
        "on.2020-02-30",
        "time.0",
        "time.99999",
        "sum.-5",
        "law.<b>",
        "x.y_from.gdt",
        "want.pay.pay.fly",
        "from.gdt.nssf_from.nssf",
    ] {
        let letter = Letter::read(line);
        assert_eq!(Letter::read(&letter.write()), letter, "{line}");
        assert!(letter.write().bytes().all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b)), "{line} → {}", letter.write());
        let _ = (
            letter.limits(),
            letter.services(),
            letter.last_day(),
            letter.amount(),
            letter.law_number(),
            letter.all_wants(),
            letter.threat(),
            letter.unsaid(),
        );
    }
    assert_eq!(Letter::read("law.no-118-25").law_number(), Some("118-25"));
    assert_eq!(Letter::read("sum.0").amount(), None);
}

proptest! {
    #[test]
    fn what_is_written_is_read(wants in proptest::sample::subsequence(WANTS.to_vec(), 1..=7), unsaid in proptest::sample::subsequence(UNSAID.to_vec(), 1..=4), threat in 0..THREATS.len(), days in 1u16..1000, sum in 1u64..1_000_000_000_000) {
        let mut letter = Letter::default();
        letter.say("want", &wants);
        letter.say("unsaid", &unsaid);
        letter.say("threat", &[THREATS[threat]]);
        letter.say("time", &[&days.to_string()]);
        letter.say("sum", &[&sum.to_string()]);
        let read = Letter::read(&letter.write());
        prop_assert_eq!(read.all_wants().len(), wants.len());
        prop_assert_eq!(read.unsaid().len(), unsaid.len());
        prop_assert_eq!((read.threat(), read.time(), read.amount()), (Some(threat), Time::Days(days), Some(sum)));
    }
}
