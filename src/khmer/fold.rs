//! Keys for search and comparison: never shown, never stored.

use super::letters::*;
use super::order::canonical;

/// The key for search and comparison; apply it to both sides. Canonical form, and then: no break
/// points, ASCII digits, small Latin letters (A-Z and À-Þ), no full stops in abbreviations (ប.ស.ស.
/// and N.S.S.F.), no apostrophes, spelling habits made one, every other punctuation mark or run of
/// spaces one space, none at the ends. Idempotent. The result is for comparing only: it is no
/// longer good Khmer.
pub fn fold(text: &str) -> String {
    let canonical = canonical(text);
    let mut out = String::with_capacity(canonical.len());
    let mut chars = canonical.chars().filter(|&c| c != BREAK).peekable();
    // Foreign letters since the last separator: an abbreviation has one before each full stop.
    let mut letters = 0;
    while let Some(c) = chars.next() {
        let c = ascii_digit(c);
        if is_foreign_letter(c) {
            letters += 1;
            out.push(match c {
                'À'..='Þ' => char::from_u32(c as u32 + 32).unwrap_or(c),
                _ => c.to_ascii_lowercase(),
            });
            continue;
        }
        let before = out.chars().next_back().unwrap_or(' ');
        if matches!(c, '\'' | '’') && !is_khmer(before) {
            continue;
        }
        let initial = std::mem::take(&mut letters) == 1;
        // In Khmer a full stop ends abbreviations, never a sentence.
        let khmer = (is_base(before) || is_mark(before)) && !chars.peek().is_some_and(|&n| is_dependent(n));
        if c == '.' && (initial || khmer) {
            continue;
        }
        if !is_gap(c) {
            out.push(c);
        } else if before != ' ' {
            out.push(' ');
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    one_habit(&out)
}

/// What a letter at the beginning of a text becomes in its key, where that is the same whatever follows.
pub fn begins_key(c: char) -> Option<char> {
    match c {
        'រ' => None, // រឺ becomes ឬ
        '\u{1780}'..='\u{17A2}' => Some(c),
        _ if c.is_ascii_alphanumeric() => Some(c.to_ascii_lowercase()),
        _ => None,
    }
}

/// Replaces the left column of [`HABITS`] by the right one.
fn one_habit(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let habit = || {
            HABITS.iter().find_map(|(habit, form)| {
                let after = rest.strip_prefix(habit)?;
                (!after.starts_with(is_dependent) && !out.ends_with(COENG)).then_some((after, *form))
            })
        };
        if let Some((after, form)) = BEGIN_A_HABIT.contains(&c).then(habit).flatten() {
            out.push_str(form);
            rest = after;
        } else {
            out.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
        }
    }
    out
}

/// Spelling habits: what people write, and the form of the house that stands for it in a
/// key. Both are compared at syllable boundaries. ឲ្យ needs no row, canonical form has only ឱ. The
/// three spellings of "or" are made one wherever they stand, also inside words (ឫស, ឬស): without a
/// dictionary there are no whole words, in a key both sides change alike, and ឫ and ឬ are confused
/// there too.
const HABITS: [(&str, &str); 10] = [
    ("អោយ", "ឱ្យ"),
    ("រឺ", "ឬ"),
    ("ឫ", "ឬ"),
    ("ទូរសព្ទ", "ទូរស័ព្ទ"),
    ("សម្លេង", "សំឡេង"),
    ("អ៊ីនធើណិត", "អ៊ីនធឺណិត"),
    ("អាស័យដ្ឋាន", "អាសយដ្ឋាន"),
    ("ចំនុច", "ចំណុច"),
    ("ត្រលប់", "ត្រឡប់"),
    ("សំនួរ", "សំណួរ"),
];

/// The first letters of the left column: what begins with another is not compared with it.
const BEGIN_A_HABIT: [char; 7] = ['អ', 'រ', 'ឫ', 'ទ', 'ស', 'ច', 'ត'];
