//! How far she has come in what there is to read: a small text beside the records, under [`LEARNT_KEY`](super::LEARNT_KEY).
//!
//! ```text
//! /stories/kunthea 3 5
//! /learn/governance 1 3
//! ```
//! A line for each page of the guide and each story that she opened, the last opened first: its path, then numbers. Of a page of
//! the guide those of the questions that she answered (`n` in `content/guide/`); of a story the screen where she stopped, and the
//! furthest one. What is no such line is passed over, and stays.

/// The text, as it lies there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learnt(String);

impl Learnt {
    pub fn read(text: String) -> Self {
        Self(text)
    }

    pub fn text(&self) -> &str {
        &self.0
    }

    /// The paths with their numbers, the last opened first.
    pub fn lines(&self) -> impl Iterator<Item = (&str, Vec<u8>)> {
        self.0.split('\n').filter(|line| line.starts_with('/')).map(|line| {
            let mut words = line.split(' ');
            (words.next().unwrap_or_default(), words.filter_map(|word| word.parse().ok()).collect())
        })
    }

    /// The numbers of a path; none when she has not opened it.
    pub fn of(&self, path: &str) -> Vec<u8> {
        self.lines().find(|(known, _)| *known == path).map(|(_, numbers)| numbers).unwrap_or_default()
    }

    /// She is at this path now, with these numbers: it comes first.
    #[must_use]
    pub fn with(&self, path: &str, numbers: &[u8]) -> Self {
        let mut out = path.to_owned();
        for number in numbers {
            out += " ";
            out += &number.to_string();
        }
        for line in self.0.split('\n').filter(|line| !line.is_empty() && line.split(' ').next() != Some(path)) {
            out += "\n";
            out += line;
        }
        Self(out)
    }
}
