//! What nobody writes: what stops the app, long files, notes for later.

use crate::none;
use crate::source::{files, is_word, read, root, sources};

/// Words that stop the app, or let markup in. `expect_context` is another word.
const NEVER: &[&str] = &[
    ".unwrap()",
    ".expect(",
    ".unwrap_err()",
    ".expect_err(",
    "panic!",
    "todo!",
    "unimplemented!",
    "unreachable!",
    "inner_html",
    "dbg!",
];

#[test]
fn nothing_stops_the_app() {
    let mut complaints = Vec::new();
    for source in sources("src") {
        // Tests inside a file stand at its end.
        let code = source.code.split("#[cfg(test)]").next().unwrap_or("");
        for word in NEVER {
            let own = |at: &usize| word.starts_with('.') || !code[..*at].ends_with(is_word);
            let found = code.match_indices(word).map(|(at, _)| at).filter(own);
            complaints.extend(found.map(|at| format!("{}: {word} in: {}", source.path, source.line(at))));
        }
    }
    none("these words are for tests", complaints);
}

/// A file over this becomes a folder, each file in it a part of the subject.
const MOST_LINES: usize = 400;

/// Files that may be longer, and why.
const LONG: &[(&str, &str)] = &[(
    "public/boot.js",
    "the loader: one file for every page, so that a start waits for nothing else; what it needs stands in it",
)];

#[test]
fn files_are_short() {
    let is_code = |path: &String| [".rs", ".mjs", ".js", ".css"].iter().any(|end| path.ends_with(end));
    let all = ["src", "pack", "tests", "tools", "style", "public"].iter().flat_map(|folder| files(folder, "")).filter(is_code);
    let long: Vec<(String, usize)> =
        all.map(|path| (path.clone(), read(&path).lines().count())).filter(|(_, lines)| *lines > MOST_LINES).collect();
    let excused = |path: &String| LONG.iter().any(|(long, _)| long == path);
    let complaints = long.iter().filter(|(path, _)| !excused(path)).map(|(path, lines)| format!("{path}: {lines} lines"));
    none("a file over 400 lines becomes a folder", complaints.collect());
    let is_long = |path: &str| long.iter().any(|(long, _)| long == path);
    let needless = LONG.iter().filter(|(path, _)| !is_long(path)).map(|(path, _)| (*path).to_owned());
    none("no longer long: take it out of LONG", needless.collect());
}

#[test]
fn nothing_is_left_for_later() {
    let words = ["TO", "FIX", "XX"].into_iter().zip(["DO", "ME", "X"]).map(|(a, b)| [a, b].concat());
    let words: Vec<String> = words.collect();
    let mut complaints = Vec::new();
    let folders = ["src", "tests", "tools", "content", "style", "public", "docs", ".ci"];
    let mut paths: Vec<String> = folders.iter().flat_map(|folder| files(folder, "")).collect();
    let tops = std::fs::read_dir(root()).expect("the project").map(|entry| entry.expect("an entry"));
    let tops = tops.filter(|entry| entry.path().is_file()).map(|entry| entry.file_name().to_string_lossy().into_owned());
    paths.extend(tops.filter(|name| !name.ends_with(".lock") && name != "package-lock.json"));
    for path in paths {
        // Pictures are not text.
        let Ok(text) = std::fs::read_to_string(root().join(&path)) else { continue };
        for (n, line) in text.lines().enumerate() {
            for word in &words {
                let own =
                    |(at, _): &(usize, &str)| !line[..*at].ends_with(is_word) && !line[at + word.len()..].starts_with(is_word);
                if line.match_indices(word.as_str()).any(|found| own(&found)) {
                    complaints.push(format!("{path}:{}: {}", n + 1, line.trim()));
                }
            }
        }
    }
    none("a thing to do is an issue, not a note in the tree", complaints);
}
