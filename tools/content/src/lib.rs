//! The compiler of the knowledge base: `content/*.toml` → checked → Rust `static`s.
//!
//! It runs in three places and behaves the same in each: in `build.rs` (a broken entry stops the
//! build), in `make check-content` (seconds, for editors) and in the tests (each rule has a case).
//!
//! - [`model`]: what an entry looks like in TOML
//! - [`load`]: files → entries, with problems said in sentences
//! - [`check`]: every rule that needs more than one field or one file
//! - [`emit`]: entries → the Rust source that `src/kb` includes
//! - [`marks`]: where words of the glossary stand in the texts
//! - [`order`]: which texts stay unpacked, and in what order the others are packed
//! - [`pace`]: how long a page takes to read
//! - [`report`]: counts for the editor, and a table of all texts for reviewers

#[path = "../../../src/kb/blanks.rs"]
pub mod blanks;
pub mod check;
pub mod emit;
#[path = "../../../src/glossary.rs"]
pub mod glossary;
#[path = "../../../src/khmer/mod.rs"]
pub mod khmer;
pub mod load;
pub mod marks;
pub mod model;
pub mod order;
pub mod pace;
pub mod report;

use std::fmt;

/// One thing an editor has to mend: which file, which field, what is wrong and what to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path below `content/`, for example `services/biz-register.toml`.
    pub file: String,
    /// The field as the editor sees it, for example `steps 2: text.km`; empty for the whole file.
    pub field: String,
    /// One plain English sentence.
    pub sentence: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "content/{}: ", self.file)?;
        if !self.field.is_empty() {
            write!(f, "{}: ", self.field)?;
        }
        f.write_str(&self.sentence)
    }
}

/// Reads and checks the folder. `today` is `YYYY-MM-DD`; dates after it are refused.
pub fn compile(dir: &std::path::Path, today: &str) -> Result<model::Content, Vec<Problem>> {
    let mut problems = Vec::new();
    let content = load::load(dir, &mut problems);
    check::check(&content, today, &mut problems);
    problems.sort();
    problems.dedup();
    if problems.is_empty() {
        Ok(content)
    } else {
        Err(problems)
    }
}

/// Today in Cambodia (UTC+7, no summer time) as `YYYY-MM-DD`.
pub fn today() -> String {
    let now = time::OffsetDateTime::from(std::time::SystemTime::now()) + time::Duration::hours(7);
    format!("{:04}-{:02}-{:02}", now.year(), u8::from(now.month()), now.day())
}
