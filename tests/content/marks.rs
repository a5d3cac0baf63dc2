//! Words of the glossary in the texts: the longest word, never inside another one, and the app finds the word that was meant.

use phlov::kb::packed::Lot;
use phlov::kb::{terms, ServiceId, Text};
use phlov_content::glossary::{pieces, Forms, MARK};
use phlov_content::khmer::clusters;
use phlov_content::marks::{read, Marks};
use phlov_content::model::Content;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

fn content() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    CONTENT.get_or_init(|| {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        phlov_content::compile(&dir, &phlov_content::today()).expect("the content is whole")
    })
}

/// The text with its words in brackets, each with the id of the entry.
fn bracketed(text: &str) -> String {
    let forms = Forms::new(content().terms.iter().flat_map(|(id, term)| {
        let same = term.names().join("|");
        [(id.as_str(), term.term.km.replace('`', ""), same), (id.as_str(), term.term.en.clone(), String::new())]
    }));
    let marked = Marks::new(content()).mark(text);
    let one = |piece: phlov_content::glossary::Piece<&str>| match piece.word {
        Some(word) => format!("[{}: {word}]", piece.text),
        None => piece.text,
    };
    pieces(&marked, &forms).into_iter().map(one).collect()
}

#[test]
fn a_word_is_found_in_khmer_without_spaces_the_longest_first() {
    assert_eq!(bracketed("អ្នកត្រូវបង់ពន្ធដារ"), "អ្នកត្រូវបង់[ពន្ធដារ: taxation]");
    assert_eq!(bracketed("បង់ពន្ធប៉ាតង់ និងពន្ធ"), "បង់[ពន្ធប៉ាតង់: patent-tax] និង[ពន្ធ: tax]");
    assert_eq!(bracketed("ចុះឈ្មោះនៅ ប.ស.ស.។"), "ចុះឈ្មោះនៅ [ប.ស.ស.: nssf]។");
}

#[test]
fn never_inside_another_word() {
    // Rate, condition, detain: they hold the letters of stamp, khan, commune.
    for other in ["អត្រាថ្មី", "លក្ខខណ្ឌការងារ", "ការឃុំឃាំង"] {
        assert!(!bracketed(other).starts_with("[") && !bracketed(other).contains(": stamp"), "{}", bracketed(other));
        assert!(!bracketed(other).contains(": khan") && !bracketed(other).contains(": commune"), "{}", bracketed(other));
    }
    // ក់ and ៍ close the syllable before them.
    assert_eq!(bracketed("ត្រាក់"), "ត្រាក់");
    // In Latin letters a word ends where no letter and no hyphen follows.
    assert_eq!(bracketed("lawful taxes"), "lawful taxes");
    assert_eq!(bracketed("A sub-decree says so."), "A [sub-decree: sub-decree] says so.");
    assert_eq!(bracketed("it is IT"), "it is [IT: information-technology]");
}

#[test]
fn in_english_in_the_plural_and_with_a_capital_letter() {
    assert_eq!(bracketed("Taxpayers' receipts"), "[Taxpayers: taxpayer]' [receipts: receipt]");
    assert_eq!(bracketed("the Ministry of Commerce"), "the [Ministry of Commerce: moc]");
}

#[test]
fn a_mark_changes_no_letter_and_the_app_finds_the_same_word() {
    let marks = Marks::new(content());
    let ids: Vec<&String> = content().terms.keys().collect();
    let mut places = 0;
    for text in read(content()) {
        for text in [text.km.replace('`', ""), text.en.replace('`', "")] {
            let marked = marks.mark(&text);
            assert_eq!(marked.replace(MARK, ""), text);
            let words = marks.words(&marked);
            assert_eq!(words.len(), marked.matches(MARK).count(), "{marked}: the app would not find one");
            // Only between letters with all they carry.
            let bounds: BTreeSet<usize> =
                clusters(&marked).scan(0, |at, cluster| Some(std::mem::replace(at, *at + cluster.len()))).collect();
            assert!(marked.match_indices(MARK).all(|(at, _)| bounds.contains(&at)), "{marked}");
            assert!(words.iter().all(|word| *word < ids.len()));
            places += words.len();
        }
    }
    assert!(places > 5_000, "only {places} places");
}

#[test]
fn what_is_shown_has_no_mark() {
    for service in ServiceId::all().map(ServiceId::get) {
        let texts: Vec<Text> = service.steps.iter().map(|step| step.text).chain([service.summary, service.who]).collect();
        for text in texts {
            for (lot, plain) in [(Lot::Khmer, text.km()), (Lot::English, text.en())] {
                assert!(!plain.contains(MARK));
                assert_eq!(terms::pieces(text, lot).into_iter().map(|piece| piece.text).collect::<String>(), plain);
            }
        }
    }
}

#[test]
fn most_words_are_met_somewhere_and_what_stands_in_not_is_too() {
    let marks = Marks::new(content());
    let mut met: BTreeMap<usize, usize> = BTreeMap::new();
    let mut all = String::new();
    for text in read(content()) {
        for text in [&text.km, &text.en] {
            for word in marks.words(&marks.mark(text)) {
                *met.entry(word).or_default() += 1;
            }
            all.push_str(&text.to_lowercase());
        }
    }
    assert!(met.len() * 10 > content().terms.len() * 8, "{} of {} words stand in a text", met.len(), content().terms.len());
    let terms = content().terms.iter().flat_map(|(id, term)| term.not.iter().map(move |word| (id, word)));
    let unmet: Vec<String> = terms
        .filter(|(_, word)| !all.contains(&word.to_lowercase()))
        .map(|(id, word)| format!("terms/{id}.toml: no text has “{word}” (not)"))
        .collect();
    assert!(unmet.is_empty(), "{}", unmet.join("\n"));
}
