//! Words of the glossary in running text. The compiler of content puts [`MARK`] before every place where one stands
//! (`tools/content/src/marks.rs`); the app asks only there which word it is. Both ask [`Forms::first`], so they cannot disagree.
//!
//! A word stands in a text under its own name, in English also in the plural and with a capital letter, under its abbreviations, and
//! under the forms that its entry names (`also`). Other words for it are for searching only: they often have a second meaning.

/// Stands before a word of the glossary. It is one of the letters that no text has.
pub const MARK: char = '\u{e}';

/// Stands before another form of a word that always means the same.
pub const ALSO: char = '+';

/// Under what each word of the glossary stands in a text.
#[derive(Debug)]
pub struct Forms<T>(Vec<(String, T)>);

impl<T: Copy> Forms<T> {
    /// From what an entry says: its name, and its other names parted by `|`, of which those after [`ALSO`] stand in texts too.
    pub fn new(words: impl Iterator<Item = (T, String, String)>) -> Self {
        let mut all = Vec::new();
        for (word, name, same) in words {
            // What stands in brackets explains the name, or is its abbreviation.
            let (name, inside) = name.split_once(" (").unwrap_or((&name, ""));
            let others = [inside.trim_end_matches(')')].into_iter().chain(same.split('|'));
            let others = others.filter_map(|form| form.strip_prefix(ALSO).or_else(|| is_short(form).then_some(form)));
            for form in name.split(", ").chain(others) {
                let mut add = |form: &str| all.push((form.to_owned(), word));
                if !form.is_ascii() || is_short(form) {
                    add(form);
                    continue;
                }
                let form = form.to_ascii_lowercase();
                let form = form.strip_prefix("to ").unwrap_or(&form);
                add(form);
                add(&[form, "s"].concat());
                if let Some(stem) = form.strip_suffix('y') {
                    add(&[stem, "ies"].concat());
                }
            }
        }
        all.sort_by(|(one, _), (other, _)| one.cmp(other));
        Self(all)
    }

    /// The longest form with which the text begins: how many bytes long, and of which word.
    pub fn first(&self, text: &str) -> Option<(usize, T)> {
        let start: String = text.chars().take(LONGEST).map(|c| c.to_ascii_lowercase()).collect();
        let as_written = self.longest(text, |form| form.bytes().any(|b| b.is_ascii_uppercase()) || !form.is_ascii());
        let lowered = self.longest(&start, |form| !form.bytes().any(|b| b.is_ascii_uppercase()));
        as_written.into_iter().chain(lowered).max_by_key(|(length, _)| *length)
    }

    fn longest(&self, text: &str, fits: impl Fn(&str) -> bool) -> Option<(usize, T)> {
        let end = self.0.partition_point(|(form, _)| form.as_str() <= text);
        let before = self.0.get(..end)?.iter().rev();
        // What begins like the text stands right before the place where the text would stand.
        let letter = text.chars().next()?;
        let mut near = before.take_while(|(form, _)| form.starts_with(letter));
        near.find(|(form, _)| text.starts_with(form.as_str()) && fits(form)).map(|(form, word)| (form.len(), *word))
    }
}

/// Letters of the longest name, with room to spare.
const LONGEST: usize = 100;

/// Whether it is an abbreviation: ប.ស.ស., NSSF, CAM-IE.
fn is_short(form: &str) -> bool {
    let letters = || form.bytes().filter(u8::is_ascii_alphabetic);
    match form.is_ascii() {
        true => !form.contains(' ') && letters().count() > 1 && letters().all(|b| b.is_ascii_uppercase()),
        false => form.contains('.'),
    }
}

/// A piece of a text: plain, or a word of the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<T> {
    pub text: String,
    pub word: Option<T>,
}

/// A marked text in pieces; looks at nothing but the marks.
pub fn pieces<T: Copy>(marked: &str, forms: &Forms<T>) -> Vec<Piece<T>> {
    let mut all = Vec::new();
    for (at, part) in marked.split(MARK).enumerate() {
        let found = (at > 0).then(|| forms.first(part)).flatten();
        let (word, rest) = part.split_at(found.map_or(0, |(length, _)| length));
        for (text, word) in [(word, found.map(|(_, word)| word)), (rest, None)] {
            if !text.is_empty() {
                all.push(Piece { text: text.to_owned(), word });
            }
        }
    }
    all
}
