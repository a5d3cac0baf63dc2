//! Duties: which apply to which business, and when they come again.

mod business;
mod turns;

use phlov::dates::Date;
use phlov::kb::*;
use proptest::prelude::*;
use proptest::test_runner::Config;
use std::collections::BTreeSet;

/// `workers=1-7 form=sole …` → the option chosen for each question.
fn answers(words: &str) -> Vec<Option<u8>> {
    let chosen = |question: &ProfileQuestion| {
        let answer = words.split(' ').find_map(|word| word.strip_prefix(question.id.str())?.strip_prefix('='))?;
        let at = question.options.iter().position(|option| option.id.str() == answer);
        Some(at.unwrap_or_else(|| panic!("no answer “{answer}” to “{}”", question.id.str())) as u8)
    };
    profile().iter().map(chosen).collect()
}

fn name((service, duty): (ServiceId, &Duty)) -> String {
    format!("{}:{}", service.name(), duty.n)
}

fn that_apply(answers: &[Option<u8>], how: Applies) -> BTreeSet<String> {
    all_duties().filter(|(_, duty)| !duty.may && applies(duty, answers) == how).map(name).collect()
}

#[test]
fn every_business_has_the_duties_that_the_facts_give_it() {
    let lines: Vec<&str> = include_str!("businesses.txt").lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines.len() >= 60, "only {} businesses", lines.len());
    let mut met = BTreeSet::new();
    for line in lines {
        let (business, duties) = line.split_once(" => ").expect("business => duties");
        let expected: BTreeSet<String> = duties.split_whitespace().map(str::to_owned).collect();
        let answers = answers(business);
        assert!(answers.iter().all(Option::is_some), "{business}");
        assert_eq!(that_apply(&answers, Applies::Yes), expected, "{business}");
        met.extend(expected);
    }
    let never: Vec<String> = all_duties().filter(|(_, duty)| !duty.may).map(name).filter(|duty| !met.contains(duty)).collect();
    assert!(never.is_empty(), "no business of the list has these duties: {never:?}");
}

#[test]
fn every_business_has_the_entitlements_that_the_facts_give_it() {
    let lines: Vec<&str> = include_str!("entitlements.txt").lines().filter(|line| line.contains(" => ")).collect();
    assert!(lines.len() >= 12, "only {} businesses", lines.len());
    let mut met = BTreeSet::new();
    for line in lines {
        let (business, claims) = line.split_once(" => ").expect("business => entitlements");
        let expected: BTreeSet<String> = claims.split_whitespace().map(str::to_owned).collect();
        let answers = answers(business);
        let may = all_duties().filter(|(_, duty)| duty.may && applies(duty, &answers) == Applies::Yes);
        assert_eq!(may.map(name).collect::<BTreeSet<_>>(), expected, "{business}");
        met.extend(expected);
    }
    let never: Vec<String> = all_duties().filter(|(_, duty)| duty.may).map(name).filter(|claim| !met.contains(claim)).collect();
    assert!(never.is_empty(), "no business of the list may claim these: {never:?}");
}

/// The tailor with two workers: what the facts file says of the first helper.
#[test]
fn a_tailor_with_two_workers_registers_them_and_pays_each_month() {
    let tailor =
        answers("workers=1-7 form=sole activity=making place=rented online=no trade=none registered=none turnover=under-250m");
    let duties = that_apply(&tailor, Applies::Yes);
    for duty in
        ["nssf-enterprise-registration:1", "nssf-worker-registration:1", "nssf-contributions:1", "labour-books-and-payroll:1"]
    {
        assert!(duties.contains(duty), "{duty}");
    }
    assert!(!duties.iter().any(|duty| duty.starts_with("labour-internal-work-rules")), "only from 8 workers on");
    assert!(!duties.iter().any(|duty| duty.starts_with("ngo-")), "she is no organization");
    let alone =
        answers("workers=none form=sole activity=making place=rented online=no trade=none registered=none turnover=under-250m");
    assert!(!that_apply(&alone, Applies::Yes).iter().any(|duty| duty.starts_with("nssf-") || duty.starts_with("labour-")));
}

#[test]
fn what_she_is_not_sure_of_excludes_nothing() {
    let nothing = vec![None; profile().len()];
    assert!(that_apply(&nothing, Applies::No).is_empty());
    let everywhere = that_apply(&nothing, Applies::Yes);
    let unconditional: BTreeSet<String> = all_duties().filter(|(_, duty)| !duty.may && duty.when.is_empty()).map(name).collect();
    assert_eq!(everywhere, unconditional);
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

fn find(name_of: &str) -> &'static Duty {
    all_duties().find(|found| name(*found) == name_of).map(|(_, duty)| duty).expect("the duty")
}

#[test]
fn contributions_are_due_by_the_15th_of_the_next_month() {
    let due = find("nssf-contributions:1").due;
    for (today, from, by) in [
        ("2026-11-20", "2026-12-01", "2026-12-15"),
        ("2026-12-15", "2026-12-01", "2026-12-15"),
        ("2026-12-16", "2027-01-01", "2027-01-15"),
        ("2028-02-29", "2028-03-01", "2028-03-15"),
    ] {
        assert_eq!(next_window(due, day(today)), Some((day(from), day(by))), "{today}");
    }
}

#[test]
fn seniority_pay_comes_in_june_and_in_december() {
    let (_, duty) = all_duties()
        .find(|(service, duty)| service.name() == "seniority-payment" && matches!(duty.due, Due::Year { .. }))
        .expect("the duty");
    for (today, month) in [("2026-01-05", 6), ("2026-06-30", 6), ("2026-07-01", 12), ("2026-12-31", 12)] {
        let (from, by) = next_window(duty.due, day(today)).expect("a window");
        assert_eq!((from.month(), by.month()), (month, month), "{today}");
    }
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::with_cases(2000) })]

    /// Over five years and on every day: the window found is open or still to come, and none lies between.
    #[test]
    fn what_comes_again_is_found_on_every_day(days in 0i32..5 * 366) {
        let today = day("2026-11-20").plus_days(days);
        for (service, duty) in all_duties() {
            let Some((from, by)) = next_window(duty.due, today) else { continue };
            prop_assert!(from <= by && by >= today, "{}:{} {today}: {from} to {by}", service.name(), duty.n);
            prop_assert!(today.days_until(by) <= 366, "{}:{} {today}: {by}", service.name(), duty.n);
            // The day after it ends, the next one is later.
            let (_, next) = next_window(duty.due, by.plus_days(1)).expect("it comes again");
            prop_assert!(next > by);
            // Whoever looks a day later finds the same window while it lasts.
            if today < by {
                prop_assert_eq!(next_window(duty.due, today.plus_days(1)), Some((from.max(from), by)));
            }
        }
    }
}
