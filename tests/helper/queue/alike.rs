//! Which questions ask the same: the pairs of `pairs.tsv`.

use phlov::khmer::is_khmer;
use phlov::plan::helper::alike::Worded;

/// The pairs of `pairs.tsv`: whether they ask the same, and the two wordings.
fn pairs() -> Vec<(bool, &'static str, &'static str)> {
    let lines = include_str!("../pairs.tsv").lines();
    let pair = |line: &'static str| match line.split('\t').collect::<Vec<_>>()[..] {
        [kind @ ("same" | "different"), one, other] => (kind == "same", one, other),
        _ => panic!("not a pair: {line}"),
    };
    lines.map(pair).collect()
}

#[test]
fn what_is_put_together_asks_the_same() {
    let pairs = pairs();
    let count = |wanted: bool| pairs.iter().filter(|(same, ..)| *same == wanted).count();
    let khmer = pairs.iter().filter(|(_, one, _)| one.contains(is_khmer)).count();
    assert!(count(true) >= 30 && count(false) >= 30 && khmer * 2 >= pairs.len() - 5, "{khmer} of {} in Khmer", pairs.len());
    let (mut right, mut wrong, mut missed) = (0, Vec::new(), Vec::new());
    for (same, one, other) in &pairs {
        let (a, b) = (Worded::new(one), Worded::new(other));
        assert_eq!(a.is_like(&b), b.is_like(&a), "{one} / {other}");
        match (same, a.is_like(&b)) {
            (true, true) => right += 1,
            (false, true) => wrong.push((one, other)),
            (true, false) => missed.push((one, other)),
            (false, false) => {}
        }
    }
    let precision = right as f64 / (right + wrong.len()) as f64;
    let recall = right as f64 / (right + missed.len()) as f64;
    println!("{} pairs: precision {precision:.2}, recall {recall:.2}", pairs.len());
    assert!(precision >= 0.9, "precision {precision:.2}: {wrong:#?}");
    assert!(recall >= 0.7, "recall {recall:.2}: {missed:#?}");
}

/// What two like questions share lies among the rare parts of both: nothing is lost by looking only there.
#[test]
fn looking_at_rare_parts_alone_loses_nothing() {
    for (_, one, other) in pairs() {
        let (a, b) = (Worded::new(one), Worded::new(other));
        // Any order of rareness must do.
        for order in [0, 0x5555_5555_u32, 0xdead_beef] {
            let often = |part: u32| (part ^ order) as usize;
            let (rare_a, rare_b) = (a.rarest(&often), b.rarest(&often));
            let met = rare_a.iter().any(|part| rare_b.contains(part)) || a.folded == b.folded;
            assert!(met || !a.is_like(&b), "{one} / {other}");
        }
    }
}
