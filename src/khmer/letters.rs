//! What each character is: letter, vowel, sign, digit, gap, something that nobody can see.

pub(super) const COENG: char = '\u{17D2}';
pub(super) const DA: char = 'ដ';
pub(super) const TA: char = 'ត';
pub(super) const RO: char = 'រ';
pub(super) const VOWEL_AA: char = '\u{17B6}';
pub(super) const VOWEL_II: char = '\u{17B8}';
pub(super) const VOWEL_U: char = '\u{17BB}';
pub(super) const VOWEL_OE: char = '\u{17BE}';
pub(super) const VOWEL_E: char = '\u{17C1}';
pub(super) const VOWEL_OO: char = '\u{17C4}';
pub(super) const NIKAHIT: char = '\u{17C6}';
pub(super) const MUUSIKATOAN: char = '\u{17C9}';
pub(super) const TRIISAP: char = '\u{17CA}';
pub(super) const BREAK: char = '\u{200B}';

/// Whether the character belongs to the Khmer script: letters, signs, digits, punctuation, lunar
/// symbols.
pub fn is_khmer(c: char) -> bool {
    matches!(c, '\u{1780}'..='\u{17FF}' | '\u{19E0}'..='\u{19FF}')
}

/// A consonant or independent vowel: what a syllable is built on, and what a subscript is made of.
pub(super) fn is_base(c: char) -> bool {
    matches!(c, '\u{1780}'..='\u{17B3}')
}

/// A vowel or sign that stands on a base; the subscript mark is not one of them.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{17B4}'..='\u{17D1}' | '\u{17D3}' | '\u{17DD}')
}

/// What belongs to the letter before it: a vowel, a sign, or the subscript mark.
pub fn is_dependent(c: char) -> bool {
    is_mark(c) || c == COENG
}

pub(super) fn is_khmer_letter(c: char) -> bool {
    is_base(c) || is_dependent(c)
}

pub(super) fn is_digit(c: char) -> bool {
    ascii_digit(c).is_ascii_digit()
}

/// Accents and other marks that are typed after a letter of another script.
pub(super) fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}')
        || matches!(c, '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// Characters nobody can see, line ends and tabs apart.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
        || matches!(c, '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

/// A letter of a script that can be taken for Khmer or typed by a slip: Latin, Greek, Cyrillic,
/// Thai, Lao and the other alphabets up to U+1FFF, and full-width Latin. One range is enough, and
/// needs no table.
pub(super) fn is_foreign_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || (matches!(c, '\u{C0}'..='\u{1FFF}' | '\u{FF21}'..='\u{FF5A}') && !is_khmer(c) && !matches!(c, '×' | '÷'))
}

/// What a key has a space for: white space, punctuation and currency signs.
pub(super) fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_punctuation()
        || matches!(c, '\u{A0}'..='\u{BF}' | '\u{17D4}'..='\u{17DB}' | '\u{2000}'..='\u{206F}')
        || matches!(c, '\u{20A0}'..='\u{20CF}' | '\u{3000}'..='\u{303F}')
}

pub(super) fn ascii_digit(c: char) -> char {
    match c {
        '០'..='៩' => char::from(b'0' + (c as u32 - '០' as u32) as u8),
        _ => c,
    }
}

/// ASCII digits written as Khmer digits, for sentences, dates and fees; everything else stays.
pub fn khmer_digits(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '0'..='9' => char::from_u32('០' as u32 + (c as u32 - '0' as u32)).unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// Khmer digits written as ASCII digits, for what is stored, parsed or dialled; everything else
/// stays.
pub fn ascii_digits(text: &str) -> String {
    text.chars().map(ascii_digit).collect()
}
