//! Who may name whom, and where the outside world is named.

use crate::none;
use crate::source::{is_word, read, root, sources, Source};
use std::collections::BTreeSet;

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
