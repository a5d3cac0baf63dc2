//! A small content folder that is right, and everything an editor can do to it: each slip of the hand has a sentence that
//! must come back.

mod folder;
mod slips;

use folder::Folder;
use phlov_content::{compile, emit, Problem};
use slips::*;
use std::path::PathBuf;

/// Whether a problem is told at this place with these words.
fn is_told(problems: &[Problem], (file, field): (&str, &str), says: &[&str]) -> bool {
    let fits = |problem: &Problem| {
        problem.file == file && problem.field == field && says.iter().all(|words| problem.sentence.contains(words))
    };
    problems.iter().any(fits)
}

fn listed(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("\n    {problem}")).collect()
}

#[test]
fn a_folder_that_is_right_compiles() {
    let content = Folder::valid().compile().unwrap_or_else(|problems| panic!("{}", listed(&problems)));
    assert_eq!((content.services.len(), content.aims.len(), content.sources.len()), (1, 1, 1));
}

#[test]
fn every_slip_is_told_in_a_sentence() {
    let mut silent = Vec::new();
    for (did, path, from, to, place, says) in SLIPS {
        let problems = Folder::valid().edit(path, from, to).compile().err().unwrap_or_default();
        if !is_told(&problems, *place, says) {
            silent.push(format!("the editor {did}; {place:?} should say {says:?}, but it says:{}", listed(&problems)));
        }
    }
    assert!(SLIPS.len() >= 20);
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

/// Sentences, not messages of a program: they begin plainly, fit a screen, and name no Rust.
#[test]
fn the_sentences_are_for_people() {
    for (did, path, from, to, ..) in SLIPS {
        for problem in Folder::valid().edit(path, from, to).problems() {
            let said = problem.sentence.as_str();
            assert!((15..400).contains(&said.len()), "{did}: {said}");
            for word in ["Option<", "Vec<", "Some(", "serde", "struct", "Err("] {
                assert!(!said.contains(word), "{did}: {said}");
            }
            assert!(problem.to_string().starts_with("content/"), "{problem}");
        }
    }
}

/// A file that cannot be read is one problem, not also one at every place that names its entry.
#[test]
fn an_unreadable_file_is_one_problem() {
    for path in [S, R, O, L, A, Q, G, T, W, N, P] {
        let problems = Folder::valid().edit(path, "km = ", "khmer = ").problems();
        assert_eq!(problems.len(), 1, "{path}:{}", listed(&problems));
        assert_eq!(problems[0].file, path);
    }
}

#[test]
fn all_problems_are_told_not_only_the_first() {
    let problems = Folder::valid()
        .edit(S, "ម្ចាស់អាជីវកម្ម។", "")
        .edit(S, "20,000 riel", "25,000 riel")
        .edit(L, "\"1997\"", "\"2027\"")
        .edit(O, "\"1286\"", "\"x\"")
        .edit(R, "laws = [\"labour\"]", "laws = [\"nature\"]")
        .edit(A, "any = [\"yes\", \"no\"]", "any = [\"yes\"]")
        .problems();
    for place in [(S, "who: km"), (S, "claims 1: value"), (L, "date"), (O, "channels 1"), (R, "laws"), (A, "results")] {
        assert!(is_told(&problems, place, &[]), "{place:?} is not told:{}", listed(&problems));
    }
    assert_eq!(problems.len(), 6, "{}", listed(&problems));
}

#[test]
fn file_names_are_ids() {
    for name in ["Register", "register staff", "register_staff", "-register", "ចុះឈ្មោះ"] {
        let path = format!("services/{name}.toml");
        let problems = Folder::valid().rename(S, &path).problems();
        assert!(
            is_told(&problems, (&path, ""), &["an id is made of small letters", "address of the page"]),
            "{}",
            listed(&problems)
        );
    }
}

#[test]
fn a_service_that_no_aim_leads_to_is_told() {
    let mut folder = Folder::valid();
    let service = folder.0[S].clone();
    folder.0.insert("services/lonely.toml".into(), service);
    assert!(is_told(&folder.problems(), ("services/lonely.toml", ""), &["no aim leads to this service"]));
}

#[test]
fn a_word_in_two_entries_is_told() {
    let mut folder = Folder::valid();
    let term = folder.0[W].replace("bela", "kapau").replace("បេឡា", "កាបូប");
    folder.0.insert("terms/purse.toml".into(), term);
    assert!(is_told(&folder.problems(), ("terms/purse.toml", "same"), &["“nssf” stands in terms/fund.toml too"]));
}

#[test]
fn an_office_and_an_organization_cannot_share_an_address() {
    let folder = Folder::valid().rename(N, "organizations/nssf.toml");
    assert!(is_told(&folder.problems(), ("organizations/nssf.toml", ""), &["an authority has this id too"]));
}

#[test]
fn a_source_in_two_files_is_told() {
    let mut folder = Folder::valid();
    let sources = folder.0[Q].clone();
    folder.0.insert("sources/more.toml".into(), sources);
    assert!(is_told(&folder.problems(), ("sources/more.toml", "guide"), &["stands in another file too"]));
}

#[test]
fn a_missing_file_is_told() {
    for path in ["standards.toml", "published.toml", "profile.toml", "frame.toml", "holidays.toml"] {
        assert!(is_told(&Folder::valid().without(path).problems(), (path, ""), &["cannot be read"]), "{path}");
    }
}

#[test]
fn numbers_are_compared_as_people_write_them() {
    for (km, en, same) in [
        ("២០០ ០០០ រៀល", "200,000 riel", true),
        ("២០០\u{a0}០០០ រៀល", "200,000 riel", true),
        ("១,៥ ភាគរយ ៣.៤", "1,5 and 3.4", true),
        ("០.៥០ ដុល្លារ", "0.50 dollars", true),
        ("ឆ្នាំ ២០២០", "in 2020", true),
        ("២០០ ០០០ រៀល", "20,000 riel", false),
        ("៣ ថ្ងៃ", "three days", false),
    ] {
        let (km, en) = (phlov_content::check::numbers(km), phlov_content::check::numbers(en));
        assert_eq!(km == en, same, "{km:?} {en:?}");
    }
}

#[test]
fn the_emitted_rust_names_every_id() {
    let content = Folder::valid().compile().unwrap_or_else(|problems| panic!("{}", listed(&problems)));
    let emitted = emit::emit(&content, emit::Interface::NONE);
    for id in ["register", "employ", "work", "nssf", "labour", "yes", "no"] {
        assert!(emitted.source.contains(&format!("\\n{id}\\n")) || emitted.source.contains(&format!("\"{id}\\n")), "{id}");
    }
    assert_eq!(emitted.texts.lines().count(), 1, "texts are packed, words stand plain");
}

/// As `build.rs` does, so that `cargo test` on the real folder says the same sentences.
#[test]
fn the_real_folder_compiles() {
    let dir = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("content");
    // Far ahead, so that the test says the same on every day.
    let content = compile(&dir, "2099-12-31").unwrap_or_else(|problems| panic!("{}", listed(&problems)));
    let emitted = emit::emit(&content, emit::Interface::NONE);
    let ids = content.services.keys().chain(content.aims.keys()).chain(content.laws.keys()).chain(content.authorities.keys());
    for id in ids.chain(content.rights.keys()) {
        assert!(emitted.source.contains(id.as_str()), "{id}");
    }
}
