//! The one canonical spelling: parts of a syllable in order, nothing doubled, nothing invisible. What is repaired on the way
//! is reported, and so is what cannot be.

use super::flaws::FlawKind;
use super::letters::*;

/// The one form of the text in which equal words are equal characters: parts in order, pieces
/// joined, doubles and invisible characters gone, discouraged letters and subscript DA mapped.
/// Line-break points U+200B stay where they have a meaning. Nothing is guessed: a syllable that is
/// broken, or has two vowels, stays broken for [`flaws`] to show. Spaces, digits and the text of
/// other scripts are not touched. Idempotent.
pub fn canonical(text: &str) -> String {
    scan(text, &mut |_, _| {})
}

/// Second pass, syllable by syllable. Returns the canonical text; reports what it repairs, and
/// what it cannot repair.
pub(super) fn scan(text: &str, note: Note) -> String {
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

/// A character with the offset it had in the text.
pub(super) type Piece = (usize, char);

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

/// What to write instead of a deprecated or discouraged character (Unicode code chart U+1780).
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
