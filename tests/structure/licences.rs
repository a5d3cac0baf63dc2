//! Whose code is used, and on which terms. From the two lock files and what lies on this machine: no network. Whether a crate or
//! package has a known flaw only a list on the network can say (docs/dependencies.md tells how to ask it).

use crate::none;
use crate::source::read;
use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Command;

/// Licences that let a work of any licence contain the code, on condition that its notice goes along at most.
const FREE: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Tools that run on the developer's machine beside ours, unchanged; nothing of them is shipped.
const TOOLS: &[(&str, &str)] = &[("axe-core", "MPL-2.0"), ("ical.js", "MPL-2.0"), ("parse-cache-control", "")];

/// `(MIT OR Apache-2.0) AND Unicode-3.0`: of each part one must be free.
fn is_free(licence: &str) -> bool {
    let free = |name: &str| FREE.contains(&name.trim().trim_matches(['(', ')']));
    licence.split(" AND ").all(|part| part.replace('/', " OR ").split(" OR ").any(free))
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or("")
}

/// All crates of Cargo.lock: the app's, those of the build and of the tests, for every system.
fn crates() -> Vec<Value> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--offline", "--locked", "--format-version", "1"]).current_dir(crate::source::root());
    let said = cargo.output().expect("cargo runs");
    assert!(said.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&said.stderr));
    let told: Value = serde_json::from_slice(&said.stdout).expect("JSON of cargo");
    told["packages"].as_array().expect("packages").clone()
}

/// All packages of package-lock.json, by name.
fn packages() -> Vec<(String, Value)> {
    let lock: Value = serde_json::from_str(&read("package-lock.json")).expect("JSON of npm");
    let packages = lock["packages"].as_object().expect("packages").clone();
    let named = |(path, package): (String, Value)| Some((path.rsplit_once("node_modules/")?.1.to_owned(), package));
    packages.into_iter().filter_map(named).collect()
}

#[test]
fn every_crate_and_package_is_free_to_use() {
    let crates = crates();
    let packages = packages();
    assert!(crates.len() > 100 && packages.len() > 100, "the lock files are read: {} and {}", crates.len(), packages.len());
    let crates = crates.iter().filter(|one| !is_free(text(one, "license")));
    let mut complaints: Vec<String> =
        crates.map(|one| format!("crate {}: “{}”", text(one, "name"), text(one, "license"))).collect();
    for (name, package) in &packages {
        let licence = text(package, "license");
        if !is_free(licence) && !TOOLS.contains(&(name, licence)) {
            complaints.push(format!("npm package {name}: “{licence}”"));
        }
    }
    none("a licence that nobody looked at: read it, then add it to FREE or do without", complaints);
    assert!(is_free("(MIT OR Apache-2.0) AND Unicode-3.0") && is_free("Unlicense/MIT") && is_free("MIT OR LGPL-2.1-or-later"));
    assert!(!is_free("MIT AND GPL-3.0") && !is_free("") && !is_free("LGPL-2.1-or-later"));
}

/// What stands in docs/dependencies.md: name and licence.
fn listed() -> BTreeSet<(String, String)> {
    let row = |line: &str| {
        let mut cells = line.strip_prefix("| `")?.split('|');
        let name = cells.next()?.trim().trim_matches('`').to_owned();
        Some((name, cells.next_back().filter(|cell| cell.is_empty()).and(cells.next_back())?.trim().to_owned()))
    };
    read("docs/dependencies.md").lines().filter_map(row).collect()
}

#[test]
fn every_direct_dependency_is_justified() {
    let mut used = BTreeSet::new();
    let crates = crates();
    let own = |one: &&Value| one["source"].is_null() && text(one, "name").starts_with("phlov");
    for one in crates.iter().filter(own) {
        for wanted in one["dependencies"].as_array().expect("dependencies") {
            let name = text(wanted, "name");
            let found = crates.iter().find(|other| text(other, "name") == name);
            if let Some(found) = found.filter(|found| !own(found)) {
                used.insert((name.to_owned(), text(found, "license").to_owned()));
            }
        }
    }
    let packages = packages();
    let wanted: Value = serde_json::from_str(&read("package.json")).expect("JSON of npm");
    for name in wanted["devDependencies"].as_object().expect("packages").keys() {
        let found = packages.iter().find(|(other, _)| other == name).expect("a package of the lock file");
        used.insert((name.clone(), text(&found.1, "license").to_owned()));
    }
    let listed = listed();
    let told = |(name, licence): &(String, String)| format!("{name}, {licence}");
    none("docs/dependencies.md says why we need it", used.difference(&listed).map(told).collect());
    none("no longer used, or on other terms: docs/dependencies.md", listed.difference(&used).map(told).collect());
}
