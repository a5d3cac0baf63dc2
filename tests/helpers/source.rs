//! Reads Rust sources as text: what is code, what is a comment, what stands between quotes.
#![allow(dead_code)]

use std::path::{Path, PathBuf};

/// A Rust file, taken apart.
pub struct Source {
    /// Path below the project's folder, with slashes.
    pub path: String,
    /// The text as it is.
    pub text: String,
    /// The code: comments are gone, of literals only the quotes are left.
    pub code: String,
    /// The strings, each with the place of its opening quote in `code`.
    pub strings: Vec<(usize, String)>,
}

/// The project's own folder.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder of the project whose names end so, as paths below the project, sorted.
pub fn files(folder: &str, end: &str) -> Vec<String> {
    fn collect(dir: &Path, end: &str, into: &mut Vec<String>) {
        for entry in std::fs::read_dir(dir).unwrap_or_else(|e| panic!("{}: {e}", dir.display())) {
            let path = entry.expect("an entry of a folder").path();
            if path.is_dir() {
                collect(&path, end, into);
            } else if path.to_string_lossy().ends_with(end) {
                let below = path.strip_prefix(root()).expect("a path below the project");
                into.push(below.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    let mut found = Vec::new();
    collect(&root().join(folder), end, &mut found);
    found.sort();
    found
}

pub fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// All Rust files below a folder.
pub fn sources(folder: &str) -> Vec<Source> {
    files(folder, ".rs").into_iter().map(|path| Source::new(path.clone(), read(&path))).collect()
}

impl Source {
    pub fn new(path: String, text: String) -> Source {
        let chars: Vec<char> = text.chars().collect();
        let (mut code, mut strings) = (String::new(), Vec::new());
        let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
        let mut i = 0;
        while i < chars.len() {
            let before = code.chars().last().unwrap_or(' ');
            match (at(i), at(i + 1)) {
                ('/', '/') => {
                    while i < chars.len() && at(i) != '\n' {
                        i += 1;
                    }
                }
                ('/', '*') => {
                    let mut depth = 0;
                    loop {
                        match (at(i), at(i + 1)) {
                            ('/', '*') => (depth, i) = (depth + 1, i + 2),
                            ('*', '/') => (depth, i) = (depth - 1, i + 2),
                            _ => i += 1,
                        }
                        if depth == 0 || i >= chars.len() {
                            break;
                        }
                    }
                }
                ('r', '"' | '#') if !is_word(before) => {
                    let hashes = (i + 1..).take_while(|j| at(*j) == '#').count();
                    if at(i + 1 + hashes) != '"' {
                        // A raw name, `r#type`.
                        code.push('r');
                        i += 1;
                        continue;
                    }
                    let from = i + 2 + hashes;
                    let ends = |j: usize| at(j) == '"' && (1..=hashes).all(|h| at(j + h) == '#');
                    let to = (from..chars.len()).find(|j| ends(*j)).expect("the end of a raw string");
                    strings.push((code.len(), chars[from..to].iter().collect()));
                    code.push_str("\"\"");
                    i = to + 1 + hashes;
                }
                ('"', _) => {
                    let mut said = String::new();
                    i += 1;
                    while at(i) != '"' {
                        if at(i) == '\\' {
                            let (letter, next) = escaped(&chars, i + 1);
                            said.extend(letter);
                            i = next;
                        } else {
                            said.push(at(i));
                            i += 1;
                        }
                    }
                    i += 1;
                    strings.push((code.len(), said));
                    code.push_str("\"\"");
                }
                ('\'', '\\') => {
                    i = escaped(&chars, i + 2).1 + 1;
                    code.push_str("''");
                }
                ('\'', _) if at(i + 2) == '\'' => {
                    i += 3;
                    code.push_str("''");
                }
                (c, _) => {
                    code.push(c);
                    i += 1;
                }
            }
        }
        Source { path, text, code, strings }
    }

    /// The strings in a stretch of the code.
    pub fn strings_in(&self, from: usize, to: usize) -> impl Iterator<Item = &str> {
        self.strings.iter().filter(move |(at, _)| (from..to).contains(at)).map(|(_, said)| said.as_str())
    }

    /// The places where a name stands as a word of its own, followed by `then`.
    pub fn places(&self, name: &str, then: &str) -> Vec<usize> {
        let wanted = format!("{name}{then}");
        let own = |at: &usize| !self.code[..*at].chars().next_back().is_some_and(is_word);
        let ends = |at: &usize| !then.is_empty() || !self.code[at + wanted.len()..].chars().next().is_some_and(is_word);
        self.code.match_indices(&wanted).map(|(at, _)| at).filter(own).filter(ends).collect()
    }

    /// The arguments of every call of a function, each as the stretch of code it takes.
    pub fn calls(&self, name: &str) -> Vec<Vec<(usize, usize)>> {
        let is_call = |at: &usize| !self.code[..*at].trim_end().ends_with("fn");
        let calls = self.places(name, "(").into_iter().filter(is_call);
        calls.map(|at| self.parts(at + name.len() + 1, ',')).collect()
    }

    /// What stands from here to the bracket that closes the present one, cut at this letter.
    fn parts(&self, from: usize, cut: char) -> Vec<(usize, usize)> {
        let (mut parts, mut begun, mut depth) = (Vec::new(), from, 0);
        for (at, c) in self.code[from..].char_indices().map(|(at, c)| (from + at, c)) {
            match c {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' if depth == 0 => {
                    parts.push((begun, at));
                    return parts;
                }
                ')' | ']' | '}' => depth -= 1,
                _ if c == cut && depth == 0 => {
                    parts.push((begun, at));
                    begun = at + c.len_utf8();
                }
                _ => {}
            }
        }
        parts.push((begun, self.code.len()));
        parts
    }

    /// The statement that begins here, up to its semicolon.
    pub fn statement(&self, from: usize) -> (usize, usize) {
        self.parts(from, ';')[0]
    }

    /// The line of a place in the code; comments may have made it smaller, so this is for orientation.
    pub fn line(&self, at: usize) -> String {
        let from = self.code[..at].rfind('\n').map_or(0, |n| n + 1);
        let to = self.code[at..].find('\n').map_or(self.code.len(), |n| at + n);
        self.code[from..to].trim().to_owned()
    }
}

pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The letter after a backslash, and where it ends.
fn escaped(chars: &[char], at: usize) -> (Option<char>, usize) {
    match chars.get(at) {
        Some('n') => (Some('\n'), at + 1),
        Some('t') => (Some('\t'), at + 1),
        Some('r') => (Some('\r'), at + 1),
        Some('0') => (Some('\0'), at + 1),
        Some('x') => (None, at + 3),
        Some('u') => {
            let end = (at..chars.len()).find(|i| chars[*i] == '}').unwrap_or(at);
            let code: String = chars[(at + 2).min(end)..end].iter().collect();
            (u32::from_str_radix(&code, 16).ok().and_then(char::from_u32), end + 1)
        }
        Some('\n') => (None, (at..chars.len()).find(|i| !chars[*i].is_whitespace()).unwrap_or(at)),
        other => (other.copied(), at + 1),
    }
}
