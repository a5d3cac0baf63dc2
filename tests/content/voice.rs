//! The voice of the interface: one word for one thing, no shouting, full sentences with a full stop in both languages.
//! Which word was chosen for which thing stands in `docs/khmer-review.md`. Not here: texts of `content/`, which have words of their own
//! for what a law says.

use phlov::i18n::words::{self, helper};
use phlov::khmer::flaws;

/// What is not written, and what is written for it.
const NOT_IN_KHMER: [(&str, &str); 26] = [
    ("សាកម្តងទៀត", "ព្យាយាមម្តងទៀត"),
    ("រក្សាទុកច្បាប់", "ទុកច្បាប់ចម្លង"),
    ("បម្រុងទុក", "ច្បាប់ចម្លង"),
    ("ស្តារ", "យកមកវិញ"),
    ("មិនធ្វើវិញ", "ត្រឡប់វិញ"),
    ("ថយក្រោយ", "ត្រឡប់ក្រោយ, មុន"),
    ("ដាក់សោ", "ចាក់សោ"),
    ("កូដ PIN", "លេខសម្ងាត់"),
    ("ថ្ងៃចុងក្រោយ", "ថ្ងៃផុតកំណត់"),
    ("រឿងឧទាហរណ៍", "រឿងគំរូ"),
    ("មេរៀន", "សៀវភៅណែនាំ"),
    ("សំបុត្រ", "លិខិត"),
    ("សកម្មភាព", "កិច្ចការ"),
    ("ពាក្យតវ៉ា", "ពាក្យបណ្តឹង"),
    ("រឿងតវ៉ា", "ពាក្យបណ្តឹង"),
    ("ប្តឹងតវ៉ា", "តវ៉ា"),
    ("សេវារដ្ឋ", "សេវាសាធារណៈ"),
    ("ថ្លៃសេវា", "តម្លៃសេវា"),
    ("វិក្កយបត្រ", "បង្កាន់ដៃ"),
    ("កម្មករ", "បុគ្គលិក"),
    ("ម៉េច", "យ៉ាងណា"),
    ("ប៉ុនណា", "ប៉ុណ្ណា"),
    ("ឲ្យ", "ឱ្យ"),
    ("អោយ", "ឱ្យ"),
    ("ទូរសព្ទ", "ទូរស័ព្ទ"),
    ("!", "។"),
];

const NOT_IN_ENGLISH: [(&str, &str); 16] = [
    ("click", "tap"),
    ("backup", "copy"),
    ("keep a copy", "save a copy"),
    ("passphrase", "password"),
    ("deadline", "last day (of hers), time limit (of a rule)"),
    ("focal", "contact person"),
    ("officer", "official"),
    ("employee", "worker"),
    ("organisation", "organization"),
    ("fetch", "download"),
    ("anew", "again"),
    ("is not here", "is not on this phone"),
    ("can't", "cannot"),
    ("sorry", "what happened, what was kept, what to do"),
    ("’", "'"),
    ("!", "."),
];

/// All words in both languages, side by side.
fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    let app = words::km::KM.list().iter().zip(words::en::EN.list());
    let helper = helper::KM.list().iter().zip(helper::EN.list());
    app.chain(helper).map(|(khmer, english)| (*khmer, *english))
}

#[test]
fn one_word_for_one_thing() {
    let mut wrong = Vec::new();
    for (khmer, english) in pairs() {
        let small = english.to_lowercase();
        wrong.extend(NOT_IN_KHMER.iter().filter(|(not, _)| khmer.contains(not)).map(|pair| (khmer, pair)));
        wrong.extend(NOT_IN_ENGLISH.iter().filter(|(not, _)| small.contains(not)).map(|pair| (english, pair)));
        // Short or long, but not both: the long one is understood alone, on a button.
        if khmer.replace("ជ្រើសរើស", "").contains("ជ្រើស") {
            wrong.push((khmer, &("ជ្រើស", "ជ្រើសរើស")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn khmer_of_the_interface_has_no_flaw() {
    let wrong: Vec<_> = pairs().filter(|(khmer, _)| !flaws(khmer).is_empty()).map(|(khmer, _)| (khmer, flaws(khmer))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A sentence ends with its sign in both languages, a label in neither. Not so where a letter has its own way (greeting, farewell),
/// or a number stands last.
#[test]
fn a_sentence_is_one_in_both_languages() {
    let own_way = ["Dear {},", "Thank you. With respect", "Wait, then try again. Seconds left: {}"];
    let wrong: Vec<_> =
        pairs().filter(|(khmer, english)| khmer.ends_with('។') != english.ends_with('.') && !own_way.contains(english)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
