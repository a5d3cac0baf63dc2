//! What keeps a text from being well-formed, each place with a sentence that says how to mend it.

use super::letters::*;
use super::order::{scan, Piece};

/// One thing in a string that is not as this project writes Khmer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Byte offset in the text that was checked, always at a character; for a subscript at its mark
    /// U+17D2.
    pub at: usize,
    pub kind: FlawKind,
}

/// What is wrong at the place of a [`Flaw`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlawKind {
    /// The parts of a syllable are typed in an order other than that of the encoding structure
    /// (ស្រ្តី for ស្ត្រី).
    Order,
    /// A vowel, sign or subscript that stands on no letter.
    NoBase,
    /// The subscript mark U+17D2 with no letter after it.
    EmptySubscript,
    /// A vowel typed in two pieces: េ and ី for ើ, េ and ា for ោ.
    Pieces,
    /// The vowel ុ typed where the shifter ៊ or ៉ is meant, which looks the same under an upper
    /// vowel (សុី for ស៊ី).
    FalseShifter,
    /// The same vowel, sign or subscript twice on one letter.
    Doubled,
    /// More on one letter than a Khmer syllable has: two vowels, two shifters, three subscripts.
    Crowded,
    /// A character that Unicode deprecates or discourages, or ឲ, for which the house form is ឱ.
    Discouraged,
    /// Subscript DA, which looks like subscript TA; the house form is TA.
    SubscriptDa,
    /// An invisible character other than the line-break point U+200B.
    Invisible,
    /// U+200B at the start or the end, twice, or inside a syllable.
    BreakPoint,
    /// A letter of another script that touches a Khmer letter.
    ForeignLetter,
    /// Khmer and ASCII digits in one number.
    MixedDigits,
    /// A combining character of another script, or a letter that NFC replaces.
    NotComposed,
    /// A space or break point before ។ ៕ ៗ, where a line could then begin with the sign.
    SpaceBefore,
}

impl FlawKind {
    /// What is wrong and what to do, in plain English for the person who edits the content.
    pub fn sentence(self) -> &'static str {
        match self {
            FlawKind::Order => "The parts of this syllable are typed in the wrong order. Type it again: letter, subscripts (្រ last), ៉ or ៊, vowel, signs.",
            FlawKind::NoBase => "This vowel, sign or subscript stands on no letter. Add the letter before it, or delete it.",
            FlawKind::EmptySubscript => "A subscript was begun here but no letter follows. Type the letter, or delete the subscript mark (U+17D2).",
            FlawKind::Pieces => "This vowel is typed in two pieces. Type it with its one key: ើ, not េ and ី; ោ, not េ and ា.",
            FlawKind::FalseShifter => "The vowel ុ is typed here, but the sign ៊ or ៉ is meant; they look the same here. Type the sign before the vowel.",
            FlawKind::Doubled => "The same vowel, sign or subscript is typed twice on one letter. Delete one.",
            FlawKind::Crowded => "This letter carries more than a Khmer syllable can have, such as two vowels. Delete what does not belong.",
            FlawKind::Discouraged => "This character is out of use. Write ឱ for ឲ, អ or អា for the old letters, ំ or ៑ for the old signs, ។ល។ for the one-key \"etc.\".",
            FlawKind::SubscriptDa => "This subscript is DA (្ដ). Write subscript TA (្ត), which looks the same, so that search finds the word.",
            FlawKind::Invisible => "There is an invisible character here. Delete it; only the line-break point U+200B is allowed.",
            FlawKind::BreakPoint => "This line-break point (U+200B) does nothing or cuts a syllable. Keep one, between two syllables, or delete it.",
            FlawKind::ForeignLetter => "A letter that is not Khmer touches a Khmer letter. If it is a slip, type the Khmer letter; if it is a foreign word, put a space between.",
            FlawKind::MixedDigits => "This number mixes Khmer and ASCII digits. Use one kind: Khmer digits in sentences, ASCII for phone numbers and codes.",
            FlawKind::NotComposed => "An accent is typed as a character of its own. Type the accented letter as one character (Unicode form NFC).",
            FlawKind::SpaceBefore => "There is a space or break point before ។ ៕ or ៗ. Delete it, so that no line begins with the sign.",
        }
    }
}

/// Everything that keeps the text from being well-formed Khmer in the project's form, in the order
/// of the text. English text without a flaw is fine too, so that one check serves both languages.
pub fn flaws(text: &str) -> Vec<Flaw> {
    let mut found = Vec::new();
    let mut note = |at, kind| found.push(Flaw { at, kind });
    scan(text, &mut note);
    // The last visible character, and the last digit of the number that may go on.
    let (mut seen, mut number) = (None::<Piece>, None::<char>);
    let mut last = 'x';
    for (at, c) in text.char_indices() {
        let gap_before = last == BREAK || last.is_whitespace();
        last = c;
        if c == BREAK || is_invisible(c) {
            continue;
        }
        if is_combining(c) || matches!(c, '\u{2126}' | '\u{212A}' | '\u{212B}') {
            note(at, FlawKind::NotComposed);
        }
        let etc = text.get(at..).is_some_and(|rest| rest.starts_with("។ល។"));
        if gap_before && matches!(c, '។' | '៕' | 'ៗ') && !etc {
            note(at, FlawKind::SpaceBefore);
        }
        if let Some((before, b)) = seen {
            if is_khmer_letter(b) && is_foreign_letter(c) {
                note(at, FlawKind::ForeignLetter);
            } else if is_foreign_letter(b) && is_khmer_letter(c) {
                note(before, FlawKind::ForeignLetter);
            }
        }
        if is_digit(c) {
            if number.is_some_and(|n| n.is_ascii() != c.is_ascii()) {
                note(at, FlawKind::MixedDigits);
            }
            number = Some(c);
        } else if !(matches!(c, '.' | ',' | ':' | '/' | '-' | '\u{A0}' | '\u{202F}') && seen.is_some_and(|(_, b)| is_digit(b))) {
            // One separator between two digits keeps the number together; this is something else.
            number = None;
        }
        seen = Some((at, c));
    }
    found.sort_by_key(|f| f.at);
    found.dedup();
    found
}
