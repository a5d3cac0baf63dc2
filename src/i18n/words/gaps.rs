//! Sentences with gaps, and how they are filled.

/// A sentence with a gap, `{}`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(transparent)]
pub struct With1(pub &'static str);

impl With1 {
    pub fn with(self, word: &str) -> String {
        fill(self.0, &[word])
    }
}

/// A sentence with two gaps, `{0}` and `{1}`, in the order of the language.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(transparent)]
pub struct With2(pub &'static str);

impl With2 {
    pub fn with(self, first: &str, second: &str) -> String {
        fill(self.0, &[first, second])
    }
}

#[inline(never)]
fn fill(sentence: &str, words: &[&str]) -> String {
    let mut parts = sentence.split('{');
    let mut out = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (gap, rest) = part.split_once('}').unwrap_or(("", part));
        out.push_str(words.get(gap.parse().unwrap_or(0)).unwrap_or(&""));
        out.push_str(rest);
    }
    out
}
