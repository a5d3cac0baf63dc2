//! Facts that a plan relied on: what changed since is told once, with what was and what is now.

use crate::helpers::*;
use phlov::plan::relied::*;
use phlov::plan::Sheet;
use proptest::prelude::*;

fn relied(about: &str, name: &str, value: &str) -> Relied {
    Relied { about: about.into(), name: name.into(), value: value.into() }
}

fn plan_relying_on(facts: &[Relied]) -> Sheet {
    let mut plan = plan(1);
    let basis = Basis { edition: "0badcafe".into(), locale: "km".into(), facts: facts.to_vec() };
    assert!(rely(&mut plan, &pen(1), &basis));
    assert_eq!(super::relied::basis(&plan), Some(basis));
    plan
}

#[test]
fn a_new_fee_is_told_with_the_old_one() {
    let then = [relied("fee", "", "២០ ០០០ រៀល"), relied("time", "", "៥ ថ្ងៃ")];
    let now = [relied("fee", "", "៣០ ០០០ រៀល"), relied("time", "", "៥ ថ្ងៃ")];
    let told = changes(&then, &now);
    assert_eq!(told, [Change { was: then[0].clone(), now: vec!["៣០ ០០០ រៀល".into()] }]);
    assert_eq!(changes(&then, &then), []);
    assert_eq!(changes(&now, &[]).len(), 2, "a fact that no longer stands there is told too");
}

#[test]
fn facts_that_were_added_or_moved_are_no_change() {
    let then = [relied("fee", "", "1"), relied("fee", "", "2")];
    let now = [relied("penalty", "", "9"), relied("fee", "", "2"), relied("fee", "new", "3"), relied("fee", "", "1")];
    assert_eq!(changes(&then, &now), []);
}

#[test]
fn she_keeps_what_was_or_takes_what_is_now() {
    let then = [relied("fee", "", "20"), relied("fee", "copy", "5")];
    let now = [relied("fee", "", "30"), relied("fee", "copy", "6")];
    let mut plan = plan_relying_on(&then);
    let told = changes(&then, &now);
    let [fee, copy] = &told[..] else { panic!("{told:?}") };
    keep(&mut plan, &pen(1), fee);
    assert!(is_kept(&plan, fee) && !is_kept(&plan, copy));
    let later = changes(&then, &[relied("fee", "", "40"), relied("fee", "copy", "5")]);
    assert!(!is_kept(&plan, &later[0]), "another change of the same fact is told again");
    take(&mut plan, &pen(1), copy);
    let facts = super::relied::basis(&plan).expect("a basis").facts;
    assert_eq!(changes(&facts, &now), std::slice::from_ref(fee), "what was taken is not told any more");
}

#[test]
fn a_plan_that_noted_nothing_has_no_changes() {
    assert_eq!(basis(&plan(1)), None);
    let mut broken = plan(1);
    broken.set_fact(&pen(1), "relied", "no tab here\nfee");
    assert_eq!(basis(&broken), None);
    broken.set_fact(&pen(1), "relied", "e\tkm\nfee\tx\nfee\ty\tz\tw");
    assert_eq!(basis(&broken).expect("a basis").facts, [relied("fee", "y", "z\tw")], "lines that cannot be read are left out");
}

fn facts() -> impl Strategy<Value = Vec<Relied>> {
    let one = ("fee|time|rate", "a?", "[1-4]").prop_map(|(about, name, value)| relied(&about, &name, &value));
    prop::collection::vec(one, 0..8)
}

proptest! {
    #[test]
    fn after_taking_everything_nothing_is_told(then in facts(), now in facts()) {
        let mut plan = plan_relying_on(&then);
        for change in changes(&then, &now) {
            prop_assert!(then.contains(&change.was) && !now.contains(&change.was));
            take(&mut plan, &pen(1), &change);
        }
        let taken = basis(&plan).expect("a basis").facts;
        prop_assert_eq!(changes(&taken, &now), []);
    }

    #[test]
    fn after_keeping_everything_nothing_is_told(then in facts(), now in facts()) {
        let mut plan = plan_relying_on(&then);
        let told = changes(&then, &now);
        for change in &told {
            keep(&mut plan, &pen(1), change);
        }
        prop_assert!(told.iter().all(|change| is_kept(&plan, change)));
    }
}
