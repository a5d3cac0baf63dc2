//! Her business: what she answers, in as few taps as matter, and what another answer changes.

use crate::{answers, day, name};
use phlov::kb::*;
use phlov::plan::business::{change, changes, open_questions, tasks, Changes, Profile, Said, Task};
use phlov::plan::{fact, Pen, Replica, Sheet, SheetId, What};

pub const TAILOR: &str =
    "workers.1-7_form.sole_activity.making_place.rented_online.no_trade.none_registered.none_turnover.under-250m";

pub fn pen(today: &str) -> Pen {
    Pen { who: Replica(7), today: day(today), after: 0 }
}

/// A business noted on this day with these answers.
pub fn business(line: &str, today: &str) -> Sheet {
    let mut sheet = Sheet::blank(What::Business, SheetId::from_random(9), &pen(today));
    Profile::read(line).keep(&mut sheet, &pen(today));
    sheet
}

fn names(tasks: &[Task]) -> Vec<String> {
    tasks.iter().map(|task| name((task.service, task.duty))).collect()
}

#[test]
fn answers_stand_in_a_line_and_in_the_sheet() {
    let tailor = Profile::read(TAILOR);
    assert_eq!(tailor.write(), TAILOR);
    assert_eq!(Profile::of(&business(TAILOR, "2026-11-22")), tailor);
    assert_eq!(tailor.answers(), answers(&TAILOR.replace('.', "=").replace('_', " ")));
    let odd = Profile::read("workers.9_form.sole_form.company_nope.yes_place.unsure_<b>.x");
    assert_eq!(odd.write(), "form.sole_place.unsure");
    assert_eq!((odd.get(0), odd.get(1), odd.get(3), odd.get(99)), (Said::Open, Said::Is(0), Said::Unsure, Said::Open));
}

#[test]
fn every_business_is_known_after_eight_taps_at_most_and_no_question_is_asked_for_nothing() {
    for line in include_str!("businesses.txt").lines().filter(|line| !line.starts_with('#')) {
        let all = answers(line.split(" => ").next().expect("a business"));
        let mut profile = Profile::read("");
        let mut taps = 0;
        while let Some(at) = profile.next() {
            assert!(profile.matters(at), "{line}: question {at}");
            profile = profile.with(at, Said::Is(all[at].expect("an answer")));
            taps += 1;
        }
        assert!(taps <= 8, "{line}: {taps} taps");
        // What was not asked would have changed nothing.
        for (service, duty) in all_duties() {
            let asked = applies(duty, &profile.answers());
            assert_eq!(asked, applies(duty, &all), "{line}: {}:{}", service.name(), duty.n);
        }
    }
}

#[test]
fn what_she_is_not_sure_of_leads_to_the_question() {
    let unsure = Profile::read(&TAILOR.replace("workers.1-7", "workers.unsure"));
    let perhaps = tasks(&unsure, Applies::Perhaps);
    assert!(names(&perhaps).contains(&"nssf-contributions:1".to_owned()));
    for task in perhaps {
        assert_eq!(open_questions(task, &unsure), [0], "{}", task.key());
    }
    assert!(tasks(&Profile::read(TAILOR), Applies::Perhaps).is_empty());
}

#[test]
fn one_rule_that_stands_twice_is_shown_once() {
    for line in ["", TAILOR, "form.company", "form.unsure_turnover.250m-1b"] {
        let profile = Profile::read(line);
        for how in [Applies::Yes, Applies::Perhaps] {
            let found = tasks(&profile, how);
            for (at, task) in found.iter().enumerate() {
                assert!(!found[..at].iter().any(|other| other.is_twin(*task)), "{line}: {} twice", task.key());
            }
        }
    }
}

#[test]
fn eight_workers_bring_internal_rules_and_one_worker_less_takes_them_away() {
    let mut hers = business(TAILOR, "2026-11-22");
    let pen = pen("2026-11-23");
    assert_eq!(changes(&hers), None);
    assert!(change(&mut hers, &pen, 0, Said::Is(2)));
    assert_eq!(hers.fact(fact::BEFORE), TAILOR);
    let found = changes(&hers).expect("changes");
    assert!(names(&found.new).iter().any(|name| name.starts_with("labour-internal-work-rules:")), "{:?}", names(&found.new));
    assert!(!names(&found.new).contains(&"nssf-contributions:1".to_owned()), "she paid them before");
    // Another answer: what she had before both is kept.
    assert!(change(&mut hers, &pen, 4, Said::Is(0)));
    assert_eq!(hers.fact(fact::BEFORE), TAILOR);
    // Both back: nothing has changed.
    change(&mut hers, &pen, 4, Said::Is(1));
    change(&mut hers, &pen, 0, Said::Is(1));
    assert_eq!((changes(&hers), hers.fact(fact::BEFORE)), (None, ""));
    assert!(!change(&mut hers, &pen, 0, Said::Is(1)), "the same answer is no change");
}

#[test]
fn what_changed_is_told_for_every_pair_of_answers_and_nothing_twice() {
    let tailor = Profile::read(TAILOR);
    for (at, question) in profile().iter().enumerate() {
        for said in (0..question.options.len() as u8).map(Said::Is).chain([Said::Unsure]) {
            let other = tailor.with(at, said);
            let there = Changes::between(&tailor, &other);
            let back = Changes::between(&other, &tailor);
            let place = |list: &[Task], task: &Task| list.iter().filter(|other| *other == task).count();
            for task in there.new.iter().chain(&there.gone).chain(&there.open) {
                let often = place(&there.new, task) + place(&there.gone, task) + place(&there.open, task);
                assert_eq!(often, 1, "{}", task.key());
            }
            for task in &there.new {
                let lost = names(&back.gone).contains(&name((task.service, task.duty)));
                assert!(lost || tasks(&tailor, Applies::Yes).iter().any(|other| other.is_twin(*task)), "{}", task.key());
            }
            assert_eq!(there.is_empty(), tailor == other || there == Changes::default());
            if matches!(said, Said::Is(_)) {
                assert!(there.open.is_empty(), "she was sure of all");
            }
        }
    }
}

#[test]
fn not_sure_any_more_is_to_be_found_out_and_not_gone() {
    let tailor = Profile::read(TAILOR);
    let found = Changes::between(&tailor, &tailor.with(0, Said::Unsure));
    assert!(names(&found.open).contains(&"nssf-contributions:1".to_owned()));
    assert!(found.gone.is_empty() && found.new.is_empty());
}

/// An organization that helps others has duties of its own: to register and report, tax, NSSF, labour.
#[test]
fn an_organization_with_staff_knows_its_own_duties() {
    let ours = Profile::read("form.organization_workers.8-99_activity.services_place.rented_registered.tax");
    let names = names(&tasks(&ours, Applies::Yes));
    for duty in [
        "ngo-compliance:1",
        "ngo-compliance:2",
        "ngo-compliance:3",
        "ngo-compliance:4",
        "tax-register:4",
        "nssf-enterprise-registration:1",
        "nssf-contributions:1",
        "labour-opening-closing-declaration:2",
        "labour-books-and-payroll:1",
    ] {
        assert!(names.contains(&duty.to_owned()), "{duty} is missing: {names:?}");
    }
    assert!(
        names.iter().any(|name| name.starts_with("tax-filing:")) && names.iter().any(|name| name.starts_with("accounting-acar:"))
    );
    assert!(!names.iter().any(|name| name.starts_with("biz-annual-declaration:")), "it is no company");
    // Without staff nothing of NSSF and labour.
    let alone = self::names(&tasks(&Profile::read("form.organization_workers.none"), Applies::Yes));
    assert!(!alone.iter().any(|name| name.starts_with("nssf-") || name.starts_with("labour-")), "{alone:?}");
}
