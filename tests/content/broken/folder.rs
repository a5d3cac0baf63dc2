//! A small content folder that is right, and can be spoilt.

use crate::source::{files, read};
use phlov_content::model::Content;
use phlov_content::{compile, Problem};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The day on which all this happens.
const TODAY: &str = "2026-01-05";

const VALID: &str = "tests/content/valid";

/// A content folder that can be edited before it is compiled.
pub struct Folder(pub BTreeMap<String, String>);

impl Folder {
    /// The folder `tests/content/valid/`, in which nothing is wrong.
    pub fn valid() -> Folder {
        Folder(files(VALID, ".toml").into_iter().map(|path| (path[VALID.len() + 1..].to_owned(), read(&path))).collect())
    }

    /// Replaces the first place where `from` stands; an empty `from` is the end of the file.
    #[track_caller]
    pub fn edit(mut self, path: &str, from: &str, to: &str) -> Folder {
        let text = self.0.get_mut(path).unwrap_or_else(|| panic!("no file {path}"));
        assert!(text.contains(from), "{path} has no “{from}”");
        *text = if from.is_empty() { [text.as_str(), to].concat() } else { text.replacen(from, to, 1) };
        self
    }

    pub fn rename(mut self, from: &str, to: &str) -> Folder {
        let text = self.0.remove(from).unwrap_or_else(|| panic!("no file {from}"));
        self.0.insert(to.to_owned(), text);
        self
    }

    pub fn without(mut self, path: &str) -> Folder {
        self.0.remove(path);
        self
    }

    pub fn compile(&self) -> Result<Content, Vec<Problem>> {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let name = format!("phlov-content-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let dir = OnDisk(std::env::temp_dir().join(name));
        for (path, text) in &self.0 {
            let path = dir.0.join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for the test");
            std::fs::write(path, text).expect("a file for the test");
        }
        compile(&dir.0, TODAY)
    }

    #[track_caller]
    pub fn problems(&self) -> Vec<Problem> {
        self.compile().err().unwrap_or_else(|| panic!("it was compiled without a word"))
    }
}

/// A folder that goes away with the test.
struct OnDisk(PathBuf);

impl Drop for OnDisk {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
