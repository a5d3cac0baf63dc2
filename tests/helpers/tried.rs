//! What was tried, for the table of faults that `make test` prints (`tools/faults.mjs`): each fault, how often, and how many
//! bytes of her words were lost. A test measures the loss; one byte fails it.

use std::collections::BTreeSet;
use std::fs::{create_dir_all, File};
use std::io::Write;
use std::path::Path;

/// Short counts in `make test`, full ones under `PHLOV_FULL=1` in `make bench`.
pub fn count(short: usize, full: usize) -> usize {
    if std::env::var_os("PHLOV_FULL").is_some_and(|value| !value.is_empty()) {
        full
    } else {
        short
    }
}

/// One fault, tried again and again.
pub struct Trial {
    fault: &'static str,
    tried: usize,
    lost: usize,
    said: BTreeSet<&'static str>,
}

impl Trial {
    /// A fault by its name in the table.
    pub fn of(fault: &'static str) -> Trial {
        assert!(include_str!("../../tools/faults.mjs").contains(&format!("'{fault}'")), "tools/faults.mjs has no “{fault}”");
        Trial { fault, tried: 0, lost: 0, said: BTreeSet::new() }
    }

    /// It was tried once more, and so many bytes of hers were lost.
    pub fn tried(&mut self, lost: usize) {
        self.tried += 1;
        self.lost += lost;
    }

    /// What she reads about it.
    pub fn says(&mut self, words: &'static str) {
        self.said.insert(words);
    }

    /// Notes it for the table.
    pub fn note(self) {
        let Trial { fault, tried, lost, said } = self;
        let line = serde_json::json!({ "fault": fault, "tried": tried, "lost": lost, "said": said });
        // Beside the folder that cargo gives to tests: the target folder, wherever it is.
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("faults");
        create_dir_all(&folder).expect("a folder for what was tried");
        let path = folder.join(format!("native-{}.jsonl", std::process::id()));
        let mut file = File::options().create(true).append(true).open(path).expect("a file for what was tried");
        file.write_all(format!("{line}\n").as_bytes()).expect("a line of what was tried");
        assert_eq!(lost, 0, "{fault}: bytes lost in {tried} tries");
    }
}

/// Bytes of these texts that are not found any more.
pub fn lost_bytes<'a>(texts: impl IntoIterator<Item = &'a String>, found: &[String]) -> usize {
    texts.into_iter().filter(|text| !found.contains(text)).map(String::len).sum()
}
