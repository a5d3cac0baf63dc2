//! Names that must not stand in anything that is handed on: of everybody she helps the nickname, and how to reach her. A text that is
//! shared goes through here, whoever wrote it.

use crate::plan::{fact, Book, What};

/// What stands where a name was.
const MASK: &str = "…";

/// Names, in small letters, those with the same first letter together.
#[derive(Clone, Debug, Default)]
pub struct Names(Vec<Vec<char>>);

impl Names {
    /// Of everybody she helps or helped, those in the bin too.
    pub fn of(book: &Book) -> Names {
        let mut names: Vec<Vec<char>> = Vec::new();
        for helped in book.of_all(What::Helped) {
            let notes = [fact::PHONE, fact::TELEGRAM, fact::WHATSAPP, fact::MESSENGER, fact::EMAIL].map(|name| helped.note(name));
            for words in notes.into_iter().chain([helped.title.current()]) {
                let name: Vec<char> = small(words.trim());
                // One letter is a mark, not a name; it would be found in every word.
                if name.len() > 1 {
                    names.push(name);
                }
            }
        }
        // The longer of two first: `Sok Dara` before `Sok`.
        names.sort_unstable_by(|a, b| (a.first(), b.len(), a).cmp(&(b.first(), a.len(), b)));
        names.dedup();
        Names(names)
    }

    /// The text with every name covered.
    pub fn mask(&self, text: &str) -> String {
        if self.0.is_empty() {
            return text.to_owned();
        }
        let letters: Vec<char> = text.chars().collect();
        let folded: Vec<char> = letters.iter().map(|letter| small_letter(*letter)).collect();
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        while let Some(letter) = letters.get(at) {
            match self.name_at(&folded, at) {
                0 => {
                    out.push(*letter);
                    at += 1;
                }
                length => {
                    out.push_str(MASK);
                    at += length;
                }
            }
        }
        out
    }

    /// Whether a name stands in the text.
    pub fn stand_in(&self, text: &str) -> bool {
        self.mask(text) != text
    }

    /// How long the name is that begins here; 0: none does. A name in Latin letters is a word of its own; Khmer words have no gaps between.
    fn name_at(&self, letters: &[char], at: usize) -> usize {
        let first = letters.get(at);
        let from = self.0.partition_point(|name| name.first() < first);
        let like = self.0.iter().skip(from).take_while(|name| name.first() == first);
        let is_word = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_alphanumeric);
        for name in like {
            let end = at + name.len();
            let apart = |inside: Option<&char>, beside| !inside.is_some_and(char::is_ascii_alphanumeric) || !is_word(beside);
            let found = letters.get(at..end) == Some(name);
            if found && apart(name.first(), at.checked_sub(1)) && apart(name.last(), Some(end)) {
                return name.len();
            }
        }
        0
    }
}

fn small(text: &str) -> Vec<char> {
    text.chars().map(small_letter).collect()
}

fn small_letter(letter: char) -> char {
    letter.to_ascii_lowercase()
}
