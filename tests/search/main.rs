//! The search finds what people mean: real queries with what should come first, and the rules on scores.

use phlov::kb::search::{search, Found, Query, Searchable};
use phlov::kb::*;
use phlov::khmer::{clusters, fold};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

const QUERIES: &str = include_str!("queries.tsv");
/// Of a hundred queries so many have a right answer among the first three.
const ENOUGH: usize = 95;

fn name(found: Found) -> String {
    let (kind, id) = match found {
        Found::Aim(id) => ("aim", id.name()),
        Found::Service(id) => ("service", id.name()),
        Found::Right(id) => ("right", id.name()),
        Found::Word(id) => ("term", id.name()),
        Found::Guide(id) => ("guide", id.name()),
        Found::Story(id) => ("story", id.name()),
        Found::Office(id) => ("office", id.name()),
        Found::Organization(id) => ("organization", id.name()),
        Found::Law(id) => ("law", id.name()),
    };
    [kind, ":", id].concat()
}

fn answers(text: &str) -> Vec<String> {
    Query::new(text).map(|query| search(&query).into_iter().map(|hit| name(hit.found)).collect()).unwrap_or_default()
}

#[test]
fn real_queries_are_answered_among_the_first_three() {
    let mut by_way: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for line in QUERIES.lines().skip(1).filter(|line| !line.is_empty()) {
        let mut parts = line.split('\t');
        let (query, expected, way) = (parts.next().expect("a query"), parts.next().expect("what"), parts.next().expect("a way"));
        let found = answers(query);
        let at = found.iter().position(|found| expected.split('|').any(|one| one == found));
        let row = by_way.entry(way).or_default();
        row.0 += usize::from(at == Some(0));
        row.1 += usize::from(at.is_some_and(|at| at < 3));
        row.2 += 1;
        if at.is_none_or(|at| at >= 3) {
            missed.push(format!("{query} ({way}): {expected} at {at:?}, found {:?}", found.iter().take(3).collect::<Vec<_>>()));
        }
    }
    let (first, three, all) = by_way.values().fold((0, 0, 0), |sum, row| (sum.0 + row.0, sum.1 + row.1, sum.2 + row.2));
    let table: String =
        by_way.iter().map(|(way, (first, three, all))| format!("  {way}: {first} first, {three} in three, of {all}\n")).collect();
    // `make test` prints it.
    let score = format!("search: of {all} queries {first} are answered first, {three} among the first three\n{table}");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("search-score.txt");
    std::fs::write(file, &score).expect("a folder for the score");
    println!("{score}{}", missed.join("\n"));
    assert!(all >= 150);
    assert!(three * 100 >= all * ENOUGH, "{three} of {all}:\n{}", missed.join("\n"));
}

#[test]
fn every_entry_is_found_by_its_own_name() {
    let check = |names: [String; 2], wanted: String| {
        for typed in names {
            let found = answers(&typed);
            assert!(found.iter().take(3).any(|found| *found == wanted), "{typed}: {found:?}");
        }
    };
    let both = |text: Text| [text.km(), text.en()];
    AimId::all().for_each(|id| check(both(id.get().title), name(Found::Aim(id))));
    ServiceId::all().for_each(|id| check(both(id.get().title), name(Found::Service(id))));
    GuideId::all().for_each(|id| check(both(id.get().title), name(Found::Guide(id))));
    TermId::all().for_each(|id| check(both(id.get().term), name(Found::Word(id))));
    AuthorityId::all().for_each(|id| check(both(id.get().name), name(Found::Office(id))));
}

#[test]
fn her_own_words_are_searched_by_the_same_rules() {
    let plan = Searchable::new(["ហាងកាត់ដេរ"], &["ខ្ញុំត្រូវការសំបុត្រស្នាក់នៅ", "ask about the stall fee"]);
    let score = |typed: &str| Query::new(typed).map_or(0, |query| query.score(&plan));
    assert!(score("ហាងកាត់ដេរ") > score("ហាង") && score("ហាង") > score("stall fee") && score("stall fee") > 0);
    assert_eq!(score("rocket"), 0);
    assert!(Query::new("  ។ ").is_none());
}

/// The beginnings of the letters of a text.
fn starts(text: &str) -> Vec<usize> {
    clusters(text).map(|letter| letter.as_ptr() as usize - text.as_ptr() as usize).collect()
}

proptest! {
    #[test]
    fn what_stands_in_a_text_is_found_there_while_it_is_typed(service in 0..1_000usize, from in 0..1_000usize, length in 1..60usize, khmer: bool) {
        let all: Vec<ServiceId> = ServiceId::all().collect();
        let service = all[service % all.len()].get();
        let text = if khmer { service.summary.km() } else { service.summary.en() };
        let folded = fold(&text);
        let starts: Vec<usize> = starts(&folded)
            .into_iter()
            // In Latin script from the beginning of a word.
            .filter(|at| khmer && !folded[*at..].starts_with(|c: char| c.is_ascii()) || folded[..*at].ends_with(' '))
            .collect();
        prop_assume!(!starts.is_empty());
        let from = starts[from % starts.len()];
        let typed: String = folded[from..].chars().take(length).collect();
        let thing = Searchable::new([], &[&text]);
        if let Some(query) = Query::new(&typed) {
            prop_assert!(query.score(&thing) >= 280, "{typed}: {}", query.score(&thing));
        }
    }

    #[test]
    fn nothing_that_is_typed_stops_it(text in ".{0,60}") {
        answers(&text);
    }
}
