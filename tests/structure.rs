//! The walls of the house (docs/architecture.md), held by reading the sources. Each rule is a table or a
//! short loop; a broken one is told with the file and the line.

#[path = "helpers/source.rs"]
mod source;

use source::{files, is_word, read, root, sources, Source};
use std::collections::BTreeSet;

/// Fails with all complaints, one a line.
#[track_caller]
fn none(rule: &str, complaints: Vec<String>) {
    assert!(complaints.is_empty(), "{rule}:\n  {}", complaints.join("\n  "));
}

// ── who may name whom ──

/// A part of `src/`, the parts it may name besides itself, and whether it may name Leptos.
/// The first row that fits a file counts.
const WALLS: &[(&str, &[&str], bool)] = &[
    ("src/main.rs", &["phlov::platform::browser"], false),
    ("src/lib.rs", &[], false),
    ("src/khmer", &[], false),
    ("src/glossary", &[], false),
    ("src/dates", &[], false),
    ("src/kb", &["khmer", "glossary", "dates"], false),
    ("src/page", &["kb"], false),
    ("src/plan", &["khmer", "dates", "kb"], false),
    ("src/saved", &["dates", "plan", "platform::storage"], false),
    // The browser is where the app begins, so it opens the screens.
    ("src/platform/browser", &["dates", "ui::open"], true),
    ("src/platform", &["dates"], false),
    ("src/i18n", &["khmer", "dates", "kb", "page", "plan"], false),
    ("src/ui", &["khmer", "dates", "kb", "page", "plan", "saved", "i18n", "platform"], true),
];

fn wall(path: &str) -> &'static (&'static str, &'static [&'static str], bool) {
    let here = |part: &str| path.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '/']));
    WALLS.iter().find(|(part, ..)| here(part)).unwrap_or_else(|| panic!("{path} belongs to no part: add it to WALLS"))
}

/// The path after `crate::`, as far as it is plain: `kb::finder` of `crate::kb::finder::{Answer, Fit}`.
fn named(code: &str) -> &str {
    let end = code.find(|c: char| !is_word(c) && c != ':').unwrap_or(code.len());
    code[..end].trim_end_matches(':')
}

fn is_below(path: &str, part: &str) -> bool {
    path.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

#[test]
fn parts_name_only_the_parts_below_them() {
    let mut complaints = Vec::new();
    for source in sources("src") {
        let (part, allowed, _) = wall(&source.path);
        let own = part.trim_start_matches("src/").replace('/', "::");
        for at in source.places("crate", "::") {
            let path = named(&source.code[at + "crate::".len()..]);
            let own_top = own.split("::").next().unwrap_or("");
            if path.is_empty() {
                complaints.push(format!("{}: write one `use crate::part::…` for each part: {}", source.path, source.line(at)));
            } else if !is_below(path, own_top) && !allowed.iter().any(|part| is_below(path, part)) {
                complaints.push(format!("{} names crate::{path}; it may name {allowed:?}", source.path));
            }
        }
        for at in source.places("phlov", "::") {
            let path = named(&source.code[at..]);
            if !allowed.iter().any(|part| is_below(path, part)) {
                complaints.push(format!("{} names {path}", source.path));
            }
        }
    }
    none("a part names only itself and the parts in its row of WALLS", complaints);
}

#[test]
fn nobody_climbs_over_the_wall_with_super() {
    let mut complaints = Vec::new();
    for source in sources("src") {
        // How many modules deep the file is: src/kb/mod.rs and src/page.rs one, src/kb/age.rs two.
        let depth = source.path.trim_start_matches("src/").trim_end_matches("/mod.rs").split('/').count();
        for at in source.places("super", "::") {
            let supers = named(&source.code[at..]).split("::").take_while(|word| *word == "super").count();
            if supers >= depth && !source.code[..at].ends_with("::") {
                complaints.push(format!("{}: write crate:: instead of super:: here: {}", source.path, source.line(at)));
            }
        }
    }
    none("what lies outside a part is named by crate::", complaints);
}

#[test]
fn the_map_in_lib_rs_is_the_house() {
    let lib = Source::new("src/lib.rs".into(), read("src/lib.rs"));
    let on_the_map: Vec<&str> = lib.text.lines().filter_map(|line| line.strip_prefix("//! - [`")?.split('`').next()).collect();
    let modules: Vec<&str> =
        lib.code.lines().filter_map(|line| line.trim().strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(on_the_map, modules, "the map in the head of src/lib.rs and its modules, in the same order");
    let there: BTreeSet<String> = std::fs::read_dir(root().join("src"))
        .expect("src")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().trim_end_matches(".rs").to_owned())
        .filter(|name| name != "lib" && name != "main")
        .collect();
    let known: BTreeSet<String> = modules.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(there, known, "every file and folder of src/ is on the map");

    // "Arrows point only upwards", with two gates.
    let gates = [("saved", "platform::storage"), ("platform", "ui::open")];
    let place = |name: &str| modules.iter().position(|module| *module == name);
    let mut complaints = Vec::new();
    for (part, allowed, _) in WALLS.iter().filter(|(part, ..)| !part.ends_with(".rs")) {
        let part = part.trim_start_matches("src/").split('/').next().unwrap_or("");
        for other in *allowed {
            let top = other.split("::").next().unwrap_or("");
            if place(top) >= place(part) && !gates.contains(&(part, other)) {
                complaints.push(format!("{part} may name {other}, which stands below it in src/lib.rs"));
            }
        }
    }
    none("the order of src/lib.rs", complaints);
}

/// Names that only certain files may say.
const OUTSIDE: &[(&[&str], &str)] = &[
    (&["web_sys", "js_sys", "gloo", "gloo_storage", "wasm_bindgen", "wasm_bindgen_futures"], "src/platform/browser"),
    // Nothing drives futures here; what follows signals is made by `ui::el` (src/ui/el/follow.rs).
    (&["Effect", "RenderEffect", "Resource", "LocalResource", "Action", "spawn_local"], "src/ui/el"),
    // No clock, no files, no threads: whoever needs "today" is given it.
    (&["SystemTime", "Instant", "now_utc", "now_local", "std::fs", "std::net", "std::thread"], ""),
    // Only to stop: a signal without its value would be a mistake of ours, and `public/boot.js` says that the app stopped.
    (&["std::process"], "src/ui/signal.rs"),
];

#[test]
fn only_the_platform_names_the_outside_world() {
    let mut complaints = Vec::new();
    for source in sources("src") {
        for (names, allowed) in OUTSIDE {
            if !allowed.is_empty() && source.path.starts_with(allowed) {
                continue;
            }
            for name in *names {
                let found = source.places(name, "");
                complaints.extend(found.into_iter().map(|at| format!("{} names {name}: {}", source.path, source.line(at))));
            }
        }
        let (_, _, leptos) = wall(&source.path);
        if !leptos {
            let found = source.places("leptos", "");
            complaints.extend(found.into_iter().map(|at| format!("{} names leptos: {}", source.path, source.line(at))));
        }
    }
    none("the outside world stands in src/platform/browser, Leptos in src/ui", complaints);
}

// ── what nobody writes ──

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

/// Files that may be longer than the rest, and why.
const LONG: &[(&str, &str)] = &[
    ("src/khmer.rs", "one subject, one table of signs; cutting it would part rules that refer to each other"),
    ("src/kb/schema.rs", "declarations only: the fields of every kind of entry, read from top to bottom"),
];
const MOST_LINES: usize = 450;

#[test]
fn files_are_short() {
    let lines = |path: &str| read(path).lines().count();
    let long: Vec<String> = files("src", ".rs").into_iter().filter(|path| lines(path) > MOST_LINES).collect();
    let excused = |path: &String| LONG.iter().any(|(long, _)| long == path);
    let complaints = long.iter().filter(|path| !excused(path)).map(|path| format!("{path}: {} lines", lines(path)));
    none("a file over about 400 lines becomes a folder", complaints.collect());
    let needless = LONG.iter().filter(|(path, _)| !long.iter().any(|long| long == path)).map(|(path, _)| (*path).to_owned());
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

// ── style ──

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
    left.iter().filter(|(class, _)| !right.contains(class.as_str())).map(|(class, path)| format!(".{class} in {path}")).collect()
}

#[test]
fn every_class_of_the_screens_has_a_style_and_the_reverse() {
    let (views, sheets) = (classes_in_views(), classes_in_sheets());
    assert!(views.len() > 60 && sheets.len() > 60, "the classes are found: {} and {}", views.len(), sheets.len());
    let nowhere: Vec<String> = missing(&views, &sheets).into_iter().map(|class| format!("{class} has no style")).collect();
    let unused: Vec<String> = missing(&sheets, &views).into_iter().map(|class| format!("{class} is on no screen")).collect();
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
fn only_used_icons_are_kept() {
    let in_views: BTreeSet<String> = sources("src/ui")
        .into_iter()
        .filter(|source| source.path != "src/ui/icon.rs")
        .flat_map(|source| source.strings.into_iter().map(|(_, said)| said))
        .collect();
    let content: String = files("content", ".toml").iter().map(|path| read(path)).collect();
    let in_content = |name: &str| content.contains(&format!("icon = \"{name}\""));
    let unused = phlov::ui::icon::icons().map(|(name, _)| name).filter(|name| !in_views.contains(*name) && !in_content(name));
    none(
        "no screen shows these icons: take them out of INTERFACE in tools/lucide.mjs, then `make icons`",
        unused.map(str::to_owned).collect(),
    );
}

/// Where the parts are that several screens share.
const SHARED: &[&str] = &["src/ui/parts.rs", "src/ui/edit.rs", "src/ui/long.rs", "src/ui/helper/fields.rs", "src/ui/show.rs"];

#[test]
fn every_shared_part_stands_in_the_gallery() {
    let gallery = read("tools/gallery.rs");
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
    none("every part that several screens share is to be looked at: put it into tools/gallery.rs", complaints);
}
