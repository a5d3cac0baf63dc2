//! Classes and style sheets know each other, and colours have names.

use crate::none;
use crate::source::{files, is_word, read, sources};
use std::collections::BTreeSet;

/// Functions that take a class, and the place of that argument.
const TAKE_CLASS: &[(&str, usize)] = &[("el", 1), ("badge", 0), ("button", 0), ("outer_link", 0)];

/// Every string of src/ui that ends up in a `class` attribute, with its file.
fn classes_in_views() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for source in sources("src/ui") {
        let mut take = |from: usize, to: usize| {
            for class in source.strings_in(from, to).flat_map(str::split_whitespace) {
                found.insert((class.to_owned(), source.path.clone()));
            }
        };
        for (name, place) in TAKE_CLASS {
            for arguments in source.calls(name) {
                if let Some((from, to)) = arguments.get(*place) {
                    take(*from, *to);
                }
            }
        }
        for name in ["attr", "live_attr"] {
            for arguments in source.calls(name) {
                if let [(from, to), (value, end), ..] = arguments[..] {
                    if source.strings_in(from, to).any(|name| name == "class") {
                        take(value, end);
                    }
                }
            }
        }
        for at in source.places("let class", " ") {
            let (from, to) = source.statement(at);
            take(from, to);
        }
        for at in source.places("class", "=\"\"") {
            take(at, at + "class=\"\"".len());
        }
    }
    found
}

/// A style sheet cut into heads (selectors, at-rules) and declarations.
struct Sheet {
    path: String,
    heads: Vec<String>,
    declarations: Vec<String>,
}

fn sheets() -> Vec<Sheet> {
    let sheet = |path: String| {
        let (mut text, mut rest) = (String::new(), &*read(&path));
        while let Some((before, after)) = rest.split_once("/*") {
            text.push_str(before);
            rest = after.split_once("*/").map_or("", |(_, after)| after);
        }
        text.push_str(rest);
        let (mut heads, mut declarations, mut begun) = (Vec::new(), Vec::new(), 0);
        for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '{' | '}' | ';')) {
            let piece = text[begun..at].trim().to_owned();
            begun = at + 1;
            if c == '{' {
                heads.push(piece);
            } else if !piece.is_empty() {
                declarations.push(piece);
            }
        }
        Sheet { path, heads, declarations }
    };
    files("style", ".css").into_iter().map(sheet).collect()
}

fn classes_in_sheets() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for sheet in sheets() {
        for head in sheet.heads.iter().filter(|head| !head.starts_with('@')) {
            for after in head.split('.').skip(1) {
                let end = after.find(|c: char| !is_word(c) && c != '-').unwrap_or(after.len());
                found.insert((after[..end].to_owned(), sheet.path.clone()));
            }
        }
    }
    found
}

/// What stands on the left and not on the right, with the file where it stands.
fn missing(left: &BTreeSet<(String, String)>, right: &BTreeSet<(String, String)>) -> Vec<String> {
    let right: BTreeSet<&str> = right.iter().map(|(class, _)| class.as_str()).collect();
    left.iter().filter(|(class, _)| !right.contains(class.as_str())).map(|(class, path)| format!("{class} in {path}")).collect()
}

#[test]
fn every_class_of_the_screens_has_a_style_and_the_reverse() {
    let (views, sheets) = (classes_in_views(), classes_in_sheets());
    assert!(views.len() > 60 && sheets.len() > 60, "the classes are found: {} and {}", views.len(), sheets.len());
    let nowhere: Vec<String> = missing(&views, &sheets).into_iter().map(|class| format!(".{class} has no style")).collect();
    let unused: Vec<String> = missing(&sheets, &views).into_iter().map(|class| format!(".{class} is on no screen")).collect();
    none("classes", [nowhere, unused].concat());
}

#[test]
fn classes_are_written_where_this_test_sees_them() {
    let mut complaints = Vec::new();
    for source in sources("src/ui") {
        for (name, place) in TAKE_CLASS {
            for arguments in source.calls(name) {
                let Some((from, to)) = arguments.get(*place) else { continue };
                let argument = source.code[*from..*to].trim();
                if argument != "class" && source.strings_in(*from, *to).next().is_none() {
                    complaints.push(format!("{}: {name}(… {argument} …): write the class here, or call it `class`", source.path));
                }
            }
        }
        for at in source.places("class", ": &'static str") {
            let function = source.code[..at].rsplit("fn ").next().and_then(|rest| rest.split(['(', '<']).next()).unwrap_or("");
            if !TAKE_CLASS.iter().any(|(name, _)| *name == function) {
                complaints.push(format!("{}: fn {function} takes a class: add it to TAKE_CLASS", source.path));
            }
        }
    }
    none("classes", complaints);
}

/// Sheets that may name colours, and why.
const COLOURED: &[(&str, &str)] = &[
    ("style/tokens.css", "here the colours are named"),
    ("style/print.css", "paper is black on white whatever the theme; only tokens are set"),
];

#[test]
fn colours_have_names() {
    const FUNCTIONS: &[&str] = &["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("];
    const WORDS: &[&str] = &[
        "white", "black", "red", "green", "blue", "yellow", "orange", "gray", "grey", "silver", "pink", "purple", "brown", "gold",
    ];
    let is_hex =
        |word: &str| word.strip_prefix('#').is_some_and(|hex| hex.len() >= 3 && hex.chars().all(|c| c.is_ascii_hexdigit()));
    let mut complaints = Vec::new();
    for sheet in sheets() {
        for declaration in &sheet.declarations {
            let Some((name, value)) = declaration.split_once(':') else { continue };
            let mut words = value.split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')'));
            let named = words.any(|word| is_hex(word) || WORDS.contains(&word)) || FUNCTIONS.iter().any(|f| value.contains(f));
            let allowed = COLOURED.iter().any(|(path, _)| *path == sheet.path) && name.trim().starts_with("--");
            if named && !allowed {
                complaints.push(format!("{}: {declaration}", sheet.path));
            }
        }
    }
    none("colours are tokens: var(--…)", complaints);
}

#[test]
fn every_custom_property_and_animation_is_used_and_the_reverse() {
    let (mut declared, mut used) = (BTreeSet::new(), BTreeSet::new());
    let (mut moving, mut moved) = (BTreeSet::new(), String::new());
    for sheet in sheets() {
        for declaration in &sheet.declarations {
            let Some((name, value)) = declaration.split_once(':') else { continue };
            let here = |name: &str| (name.trim().to_owned(), sheet.path.clone());
            if name.trim().starts_with("--") {
                declared.insert(here(name));
            }
            let named = value.split("var(").skip(1).filter_map(|rest| rest.split([',', ')']).next());
            used.extend(named.map(here));
            if name.trim().starts_with("animation") {
                moved.push_str(value);
            }
        }
        let frames = sheet.heads.iter().filter_map(|head| head.strip_prefix("@keyframes "));
        moving.extend(frames.map(|name| (name.trim().to_owned(), sheet.path.clone())));
    }
    assert!(declared.len() > 30, "the properties are found: {}", declared.len());
    let names = |list: &BTreeSet<(String, String)>| list.iter().map(|(name, _)| name.clone()).collect::<BTreeSet<_>>();
    let unused = missing(&declared, &used);
    none("no rule uses these properties", unused);
    none("these properties have no value", missing(&used, &declared));
    let still: Vec<String> = names(&moving).into_iter().filter(|name| !moved.contains(name.as_str())).collect();
    none("no rule uses these animations", still);
}

/// Where the parts are that several screens share.
const SHARED: &[&str] = &["src/ui/parts.rs", "src/ui/edit.rs", "src/ui/long.rs", "src/ui/helper/fields.rs", "src/ui/show.rs"];

#[test]
fn every_shared_part_stands_in_the_gallery() {
    let gallery = read("tools/gallery/parts.rs");
    let mut complaints = Vec::new();
    for path in SHARED {
        let code = read(path);
        for (at, _) in code.match_indices("\npub fn ") {
            let rest = &code[at + "\npub fn ".len()..];
            let name = &rest[..rest.find(|c: char| !is_word(c)).unwrap_or(rest.len())];
            let head = rest.split_once(" {\n").map_or(rest, |(head, _)| head);
            let gives = head.rsplit_once("-> ").map_or("", |(_, gives)| gives);
            let is_used = gallery.match_indices(name).any(|(at, _)| {
                let (before, after) = (&gallery[..at], &gallery[at + name.len()..]);
                !before.ends_with(is_word) && after.starts_with('(')
            });
            if gives.contains("El") && !is_used {
                complaints.push(format!("{name} of {path}"));
            }
        }
    }
    none("every part that several screens share is to be looked at: put it into tools/gallery/parts.rs", complaints);
}
