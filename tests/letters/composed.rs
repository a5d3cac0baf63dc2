//! Every letter that can be composed, whatever is known and chosen: no empty blank, no brace, no sentence twice, never nothing.

use phlov::kb::compose::{choices, joined, letter, Form, Known, BLANKS};
use phlov::kb::{frame, Phrase, Pick, Place, PurposeId, Text};
use phlov_content::model::{blanks, Blank};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

/// What stands in the blanks, long and with signs that could confuse.
fn filling(name: &str, english: bool) -> &'static str {
    match (name, english) {
        ("office", false) => "នាយកដ្ឋានអធិការកិច្ចការងារ",
        ("office", true) => "the Department of Labour Inspection",
        ("person", false) => "លោកស្រីប្រធាន សុខ វណ្ណា",
        ("person", true) => "Director Sok Vanna",
        ("questions", false) => "១. តើខ្ញុំជំពាក់ឆ្នាំណា?\n២. តើរាប់តែថ្ងៃធ្វើការឬ?",
        ("questions", true) => "1. Which years do I owe?\n2. Do only working days count?",
        (_, false) => "ករណីនេះ",
        (_, true) => "this matter",
    }
}

struct Spoken {
    english: bool,
    texts: RefCell<HashMap<u16, String>>,
}

impl Spoken {
    fn words(&self, text: Text, key: u16) -> String {
        let made = || if self.english { text.en() } else { text.km() };
        self.texts.borrow_mut().entry(key).or_insert_with(made).clone()
    }
}

fn relevant(phrases: &[Phrase], more: &[String]) -> Vec<&'static str> {
    let mut found: BTreeSet<String> = more.iter().flat_map(|text| blanks(text)).map(str::to_owned).collect();
    for phrase in phrases {
        found.extend(blanks(&phrase.text.km()).into_iter().map(str::to_owned));
        found.extend(phrase.unless.iter().chain(phrase.when).map(|at| BLANKS[usize::from(*at)].to_owned()));
    }
    BLANKS.into_iter().filter(|name| found.contains(*name)).collect()
}

fn check(text: &str, what: &str) {
    assert!(!text.trim().is_empty(), "{what}: nothing is said");
    for wrong in ["{", "}", "  ", "។។", "..", " .", " ,", ",,", "។.", "and/or", "(s)", "…", "៖។", "\n\n\n"] {
        assert!(!text.contains(wrong), "{what}: “{wrong}” in\n{text}");
    }
    assert_eq!(text, text.trim(), "{what}");
    for paragraph in text.split("\n\n") {
        let lines: Vec<&str> = paragraph.lines().collect();
        assert_eq!(lines.iter().collect::<BTreeSet<_>>().len(), lines.len(), "{what}: a line stands twice in\n{text}");
    }
}

/// All subsets of the blanks up to this many; beyond, each alone, each missing, none and all.
const ALL_UP_TO: usize = 11;

fn subsets(names: &[&'static str]) -> Vec<Vec<&'static str>> {
    if names.len() <= ALL_UP_TO {
        return (0..1usize << names.len())
            .map(|bits| names.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, name)| *name).collect())
            .collect();
    }
    let mut all = vec![Vec::new(), names.to_vec()];
    for (at, one) in names.iter().enumerate() {
        all.push(vec![*one]);
        all.push(names.iter().filter(|name| *name != one).copied().collect());
        for other in names.iter().skip(at + 1) {
            all.push(vec![*one, *other]);
            all.push(names.iter().filter(|name| *name != one && *name != other).copied().collect());
        }
    }
    all
}

#[test]
fn every_blank_of_the_app_is_one_that_editors_can_write_and_has_its_place() {
    for (at, name) in BLANKS.into_iter().enumerate() {
        let read = serde_json::from_value::<Blank>(name.into()).expect(name);
        assert_eq!((read.name(), read as usize), (name, at));
    }
}

#[test]
fn there_are_enough_sentences() {
    let purposes: Vec<PurposeId> = PurposeId::all().collect();
    assert_eq!(purposes.len(), 13, "the twelve of the office, and the lawyer");
    let count = purposes.iter().map(|purpose| purpose.get().phrases.len()).sum::<usize>() + frame().len();
    assert!(count >= 120, "{count}");
}

#[test]
fn every_letter_reads_whole_whatever_is_known_and_chosen() {
    for english in [false, true] {
        let spoken = Spoken { english, texts: RefCell::default() };
        // The number of a text is its place among all texts; here the address of its words is enough.
        let words = |text: Text| {
            let key = format!("{text:?}")
                .bytes()
                .filter(u8::is_ascii_digit)
                .fold(0u16, |n, b| n.wrapping_mul(10).wrapping_add(u16::from(b - b'0')));
            spoken.words(text, key)
        };
        for purpose in PurposeId::all() {
            let entry = purpose.get();
            let names = relevant(entry.phrases.all(), &[entry.subject.km()]);
            for set in subsets(&names) {
                let mut known = Known::default();
                for name in &set {
                    known.set(name, filling(name, english));
                }
                let offered: Vec<u8> = choices(purpose, &known, &words).iter().map(|phrase| phrase.n).collect();
                let picks: [&dyn Fn(&Phrase) -> bool; 3] = [&|phrase| phrase.pick == Pick::On, &|_| true, &|_| false];
                for chosen in picks {
                    let made = letter(purpose, Form::Message, &known, chosen, &words, "");
                    let what = format!("{} with {set:?}", purpose.name());
                    check(&joined(&made), &what);
                    for place in [Place::Open, Place::Close] {
                        assert!(made.iter().any(|part| part.place == place), "{what}: no {place:?}");
                    }
                    // A line that ends in a colon is followed by its list.
                    let text = joined(&made);
                    for (line, after) in text.lines().zip(text.lines().skip(1).chain([""])) {
                        assert!(
                            !line.ends_with([':', '៖']) || after.starts_with(['១', '1']),
                            "{what}: a colon without a list in\n{text}"
                        );
                    }
                }
                assert_eq!(offered.iter().collect::<BTreeSet<_>>().len(), offered.len());
            }
        }
    }
}

#[test]
fn the_frame_reads_whole_whatever_is_known() {
    let names = relevant(frame(), &[]);
    let purpose = PurposeId::parse("reply").expect("reply");
    for english in [false, true] {
        let words = |text: Text| if english { text.en() } else { text.km() };
        for set in subsets(&names).into_iter().step_by(3) {
            let mut known = Known::default();
            for name in &set {
                known.set(name, filling(name, english));
            }
            for form in Form::ALL {
                let made = letter(purpose, form, &known, &|_| false, &words, if english { "Subject: " } else { "កម្មវត្ថុ៖ " });
                let text = joined(&made);
                for wrong in ["{", "}", "  ", "\n\n\n"] {
                    assert!(!text.contains(wrong), "{form:?} with {set:?}: “{wrong}” in\n{text}");
                }
                let places: Vec<Place> = made.iter().map(|part| part.place).collect();
                let needed = match form {
                    Form::Letter => vec![Place::Head, Place::To, Place::Subject, Place::Greeting, Place::Farewell, Place::Sign],
                    Form::Message => vec![Place::MessageGreeting, Place::MessageFarewell],
                };
                for place in needed {
                    assert_eq!(
                        places.iter().filter(|other| **other == place).count(),
                        1,
                        "{form:?} with {set:?}: {place:?} in\n{text}"
                    );
                }
            }
        }
    }
}

#[test]
fn of_several_reasons_one_stands() {
    let purpose = PurposeId::parse("reply").expect("reply");
    let made = letter(purpose, Form::Message, &Known::default(), &|_| true, &|text| text.en(), "");
    assert_eq!(joined(&made).matches("ask for more time").count(), 1);
}
