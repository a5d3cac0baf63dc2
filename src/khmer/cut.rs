//! Where a text may be cut: between clusters of letters, between sentences.

use super::letters::*;
use std::ops::Range;

/// The Khmer character clusters of the text: a letter with everything stacked on it, subscripts
/// included. Every other character, and a mark that stands on nothing, is a cluster of its own.
/// Together they are the text. A search may begin and end a match only at these boundaries.
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

/// What may stand behind the end of a sentence and belongs to it.
const CLOSES: [char; 12] = ['។', '៕', '?', '!', '.', '…', '”', '»', '’', '"', ')', ']'];
