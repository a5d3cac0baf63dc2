//! Khmer text: what is wrong with a string, its one canonical spelling, and the key by which two
//! strings are compared.
//!
//! Unicode normalisation does not make two equal Khmer words equal: between U+1780 and U+17FF it
//! changes nothing, and the same picture can be typed in several ways. The order used here is the
//! *Khmer encoding structure* (<https://idri.edu.kh/khmer-encoding-structure>, described in
//! sillsdev/khmer-character-specification): base, robat, subscripts with subscript RO last,
//! shifter, vowel, signs. Spelling choices and frequencies are in the project's
//! `khmer-on-the-web.md` (section 4) and `khmer-glossary.md`.
//!
//! - [`flaws`] is for the content check: every place an editor has to correct, with a sentence that
//!   says how.
//! - [`canonical`] is for text that people paste or type: it repairs what can be repaired without
//!   guessing.
//! - [`fold`] is for search: never shown, never stored as the person's text.
//! - [`sentences`] is for reading aloud.
//!
//! Limits. No dictionary: a wrong word in right spelling is not found. Latin text is checked for
//! combining characters and three singletons only, not for full NFC. Middle Khmer and minority
//! languages, which stack more than Khmer does, and U+200C beside a shifter, which the encoding
//! structure allows for special forms, are reported as flaws.

use std::ops::Range;

const COENG: char = '\u{17D2}';
const DA: char = 'ដ';
const TA: char = 'ត';
const RO: char = 'រ';
const VOWEL_AA: char = '\u{17B6}';
const VOWEL_II: char = '\u{17B8}';
const VOWEL_U: char = '\u{17BB}';
const VOWEL_OE: char = '\u{17BE}';
const VOWEL_E: char = '\u{17C1}';
const VOWEL_OO: char = '\u{17C4}';
const NIKAHIT: char = '\u{17C6}';
const MUUSIKATOAN: char = '\u{17C9}';
const TRIISAP: char = '\u{17CA}';
const BREAK: char = '\u{200B}';

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

/// Whether the character belongs to the Khmer script: letters, signs, digits, punctuation, lunar
/// symbols.
pub fn is_khmer(c: char) -> bool {
    matches!(c, '\u{1780}'..='\u{17FF}' | '\u{19E0}'..='\u{19FF}')
}

/// A consonant or independent vowel: what a syllable is built on, and what a subscript is made of.
fn is_base(c: char) -> bool {
    matches!(c, '\u{1780}'..='\u{17B3}')
}

/// A vowel or sign that stands on a base; the subscript mark is not one of them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{17B4}'..='\u{17D1}' | '\u{17D3}' | '\u{17DD}')
}

/// What belongs to the letter before it: a vowel, a sign, or the subscript mark.
pub fn is_dependent(c: char) -> bool {
    is_mark(c) || c == COENG
}

fn is_khmer_letter(c: char) -> bool {
    is_base(c) || is_dependent(c)
}

fn is_digit(c: char) -> bool {
    ascii_digit(c).is_ascii_digit()
}

/// Accents and other marks that are typed after a letter of another script.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}')
        || matches!(c, '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// Characters nobody can see, line ends and tabs apart.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
        || matches!(c, '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

/// A letter of a script that can be taken for Khmer or typed by a slip: Latin, Greek, Cyrillic,
/// Thai, Lao and the other alphabets up to U+1FFF, and full-width Latin. One range is enough, and
/// needs no table.
fn is_foreign_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || (matches!(c, '\u{C0}'..='\u{1FFF}' | '\u{FF21}'..='\u{FF5A}') && !is_khmer(c) && !matches!(c, '×' | '÷'))
}

/// What to write instead of a deprecated or discouraged character (Unicode code chart U+1780, and
/// section 4 of the facts).
fn replacement(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{17A3}' => "\u{17A2}",
        '\u{17A4}' => "\u{17A2}\u{17B6}",
        '\u{17A8}' => "\u{17A7}\u{1780}",
        '\u{17B2}' => "\u{17B1}",
        '\u{17B4}' | '\u{17B5}' => "",
        '\u{17D3}' => "\u{17C6}",
        '\u{17D8}' => "\u{17D4}\u{179B}\u{17D4}",
        '\u{17DD}' => "\u{17D1}",
        _ => return None,
    })
}

/// The place of a part in its syllable; a base in this position is a subscript. Categories as in
/// sillsdev `khnormal`.
fn rank(c: char) -> u8 {
    match c {
        '\u{17CC}' => 1,
        RO => 3,
        _ if is_base(c) => 2,
        MUUSIKATOAN | TRIISAP => 4,
        '\u{17B6}'..='\u{17C5}' => 5,
        '\u{17C7}' | '\u{17C8}' => 7,
        _ => 6,
    }
}

/// A character with the offset it had in the text.
type Piece = (usize, char);
/// Where the passes below report what they repair.
type Note<'a> = &'a mut dyn FnMut(usize, FlawKind);

/// First pass, character by character: invisible characters out, discouraged ones mapped, subscript
/// DA to TA, one subscript mark at a time, break points only between syllables.
fn pieces(text: &str, note: Note) -> Vec<Piece> {
    let mut out = Vec::with_capacity(text.len() / 3 + 1);
    for (at, c) in text.char_indices() {
        if is_invisible(c) {
            note(at, FlawKind::Invisible);
        } else if let Some(instead) = replacement(c) {
            note(at, FlawKind::Discouraged);
            instead.chars().for_each(|c| add_piece(&mut out, at, c, note));
        } else {
            add_piece(&mut out, at, c, note);
        }
    }
    if let Some(&(at, BREAK)) = out.last() {
        note(at, FlawKind::BreakPoint);
        out.pop();
    }
    out
}

fn add_piece(out: &mut Vec<Piece>, at: usize, c: char, note: Note) {
    if let [before @ .., (point, BREAK)] = out.as_slice() {
        let in_subscript = matches!(before.last(), Some(&(_, COENG))) && is_base(c);
        if in_subscript || is_dependent(c) {
            note(*point, FlawKind::BreakPoint);
            out.pop();
        }
    }
    match (out.last(), c) {
        (None | Some(&(_, BREAK)), BREAK) => note(at, FlawKind::BreakPoint),
        (Some(&(_, COENG)), COENG) => note(at, FlawKind::Doubled),
        (Some(&(mark, COENG)), DA) => {
            note(mark, FlawKind::SubscriptDa);
            out.push((at, TA));
        }
        _ => out.push((at, c)),
    }
}

/// Second pass, syllable by syllable. Returns the canonical text; reports what it repairs, and
/// what it cannot repair.
fn scan(text: &str, note: Note) -> String {
    let pieces = pieces(text, note);
    let base_at = |i| pieces.get(i).map(|p: &Piece| p.1).filter(|&c| is_base(c));
    let mut out = String::with_capacity(text.len());
    let mut parts = Vec::new();
    let mut stray = false;
    let mut i = 0;
    while let Some(&(at, c)) = pieces.get(i) {
        i += 1;
        if is_base(c) {
            stray = false;
            parts.clear();
            while let Some(&(at, part)) = pieces.get(i) {
                if is_mark(part) {
                    parts.push((at, part));
                    i += 1;
                } else if let (COENG, Some(letter)) = (part, base_at(i + 1)) {
                    parts.push((at, letter));
                    i += 2;
                } else {
                    break;
                }
            }
            put_syllable(at, c, &mut parts, &mut out, note);
            continue;
        }
        if is_dependent(c) && !stray {
            let kind = match base_at(i) {
                None if c == COENG => FlawKind::EmptySubscript,
                _ => FlawKind::NoBase,
            };
            note(at, kind);
        }
        stray = is_dependent(c);
        out.push(c);
    }
    out
}

/// Writes one syllable, its parts (subscripts as their letter) repaired and in order.
fn put_syllable(at: usize, base: char, parts: &mut Vec<Piece>, out: &mut String, note: Note) {
    let pairs = parts.iter().zip(parts.iter().skip(1));
    if let Some((_, &(at, _))) = pairs.into_iter().find(|(a, b)| rank(a.1) > rank(b.1)) {
        note(at, FlawKind::Order);
    }
    drop_doubled(parts, note);
    for (second, joined) in [(VOWEL_II, VOWEL_OE), (VOWEL_AA, VOWEL_OO)] {
        if let (Some(e), Some(s)) = (find(parts, VOWEL_E), find(parts, second)) {
            note(parts[s].0, FlawKind::Pieces);
            parts[e].1 = joined;
            parts.remove(s);
        }
    }
    drop_doubled(parts, note);
    let has = |c| find(parts, c).is_some();
    let upper = (has(VOWEL_AA) && has(NIKAHIT)) || parts.iter().any(|p| is_upper(p.1));
    let shifter = has(MUUSIKATOAN) || has(TRIISAP);
    if let (Some(u), true, false) = (find(parts, VOWEL_U), upper, shifter) {
        note(parts[u].0, FlawKind::FalseShifter);
        parts[u].1 = shifter_below(base, parts);
    }
    let count = |ranks: &[u8]| parts.iter().filter(|p| ranks.contains(&rank(p.1))).count();
    let single = [4, 5, 7].iter().all(|&r| count(&[r]) < 2);
    if !single || count(&[2, 3]) > 2 || count(&[6]) > 2 {
        note(at, FlawKind::Crowded);
    }
    out.push(base);
    for place in 1..=7 {
        for &(_, c) in parts.iter().filter(|p| rank(p.1) == place) {
            if is_base(c) {
                out.push(COENG);
            }
            out.push(c);
        }
    }
}

fn find(parts: &[Piece], c: char) -> Option<usize> {
    parts.iter().position(|p| p.1 == c)
}

fn drop_doubled(parts: &mut Vec<Piece>, note: Note) {
    let mut i = 1;
    while i < parts.len() {
        if find(parts, parts[i].1) < Some(i) {
            note(parts[i].0, FlawKind::Doubled);
            parts.remove(i);
        } else {
            i += 1;
        }
    }
}

/// A vowel or sign above the letter, by which a shifter is moved below it.
fn is_upper(c: char) -> bool {
    matches!(c, '\u{17B7}'..='\u{17BA}' | VOWEL_OE | '\u{17BF}' | '\u{17D0}')
}

/// Which shifter is drawn like ុ below an upper vowel: ៊ on the consonants that are stopped or
/// hissed, ៉ on the others and wherever BA is (classes STRONG and NSTRONG of sillsdev `khnormal`).
fn shifter_below(base: char, parts: &[Piece]) -> char {
    let strong = |c| matches!(c, 'ក'..='ឃ' | 'ច'..='ឈ' | 'ដ'..='ឍ' | 'ត'..='ធ' | 'ផ'..='ភ' | 'ឝ'..='ហ' | 'អ');
    let letters = || parts.iter().map(|p| p.1).chain([base]);
    if letters().any(strong) && !letters().any(|c| c == 'ប') {
        TRIISAP
    } else {
        MUUSIKATOAN
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

/// The one form of the text in which equal words are equal characters: parts in order, pieces
/// joined, doubles and invisible characters gone, discouraged letters and subscript DA mapped.
/// Line-break points U+200B stay where they have a meaning. Nothing is guessed: a syllable that is
/// broken, or has two vowels, stays broken for [`flaws`] to show. Spaces, digits and the text of
/// other scripts are not touched. Idempotent.
pub fn canonical(text: &str) -> String {
    scan(text, &mut |_, _| {})
}

/// Spelling habits: what people write, and the form of `khmer-glossary.md` that stands for it in a
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

/// What a key has a space for: white space, punctuation and currency signs.
fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_punctuation()
        || matches!(c, '\u{A0}'..='\u{BF}' | '\u{17D4}'..='\u{17DB}' | '\u{2000}'..='\u{206F}')
        || matches!(c, '\u{20A0}'..='\u{20CF}' | '\u{3000}'..='\u{303F}')
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

/// The Khmer character clusters of the text: a letter with everything stacked on it, subscripts
/// included. Every other character, and a mark that stands on nothing, is a cluster of its own.
/// Together they are the text. A search may begin and end a match only at these boundaries (section
/// 5 of the facts).
pub fn clusters(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut chars = rest.char_indices();
        let (_, first) = chars.next()?;
        let mut subscript = false;
        let end = if is_base(first) {
            chars.find(|&(_, c)| {
                let goes_on = is_dependent(c) || (subscript && is_base(c));
                subscript = c == COENG;
                !goes_on
            })
        } else {
            chars.next()
        };
        let (cluster, after) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
        rest = after;
        Some(cluster)
    })
}

/// What may stand behind the end of a sentence and belongs to it.
const CLOSES: [char; 12] = ['។', '៕', '?', '!', '.', '…', '”', '»', '’', '"', ')', ']'];

/// Where the sentences of a text lie, without the gaps between them. A full stop ends one only before a gap, and not when a digit or a
/// small letter follows: “No. 5” goes on, and so does ប.ស.ស., where a Khmer letter stands before it. ។ល។ is one sign.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut put = |from: usize, to: usize| {
        let piece = text.get(from..to).unwrap_or_default();
        if piece.contains(|c: char| is_khmer_letter(c) || is_digit(c) || c.is_ascii_alphabetic()) {
            let from = from + piece.len() - piece.trim_start().len();
            out.push(from..from + piece.trim().len());
        }
    };
    let (mut begun, mut before) = (0, ' ');
    for (at, c) in text.char_indices() {
        let behind = text.get(at + c.len_utf8()..).unwrap_or_default();
        let rest = behind.trim_start_matches(CLOSES);
        let next = rest.trim_start();
        let ends = match c {
            '។' => !behind.starts_with("ល។"),
            '៕' | '?' | '!' => true,
            '.' => !is_khmer(before) && next != rest && !next.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_lowercase()),
            _ => false,
        };
        before = c;
        let end = text.len() - rest.len();
        if ends && end > begun {
            put(begun, end);
            begun = end;
        }
    }
    put(begun, text.len());
    out
}

fn ascii_digit(c: char) -> char {
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
