//! What nobody reads: words, fields of entries, icons, files. Functions that nobody calls the compiler tells within a part;
//! across parts these lists do.

use crate::none;
use crate::source::{files, is_word, read, root, sources, Source};
use std::collections::BTreeSet;

/// The fields of all structs in these files, each with its file and struct.
fn fields(files: &[Source]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for source in files {
        for at in source.places("pub struct", " ") {
            let after = &source.code[at + "pub struct ".len()..];
            let name = &after[..after.find(|c| !is_word(c)).unwrap_or(after.len())];
            let Some((head, body)) = after.split_once(" {\n") else { continue };
            if head.contains([';', '(', '\n']) {
                continue;
            }
            let body = body.split("\n}").next().unwrap_or("");
            let fields = body.lines().filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(':'));
            found.extend(fields.map(|(field, _)| (field.to_owned(), format!("{}: {name}.{field}", source.path))));
        }
    }
    found
}

/// Those of which no file says `.field`.
fn unread(fields: Vec<(String, String)>, readers: &[Source]) -> Vec<String> {
    let mut read: BTreeSet<&str> = BTreeSet::new();
    for after in readers.iter().flat_map(|source| source.code.split('.').skip(1)) {
        let end = after.find(|c| !is_word(c)).unwrap_or(after.len());
        if !after[end..].starts_with('(') {
            read.insert(&after[..end]);
        }
    }
    fields.into_iter().filter(|(field, _)| !read.contains(field.as_str())).map(|(_, told)| told).collect()
}

#[test]
fn every_word_of_the_interface_is_said() {
    let (words, readers): (Vec<Source>, Vec<Source>) =
        sources("src").into_iter().partition(|source| source.path.starts_with("src/i18n/words/"));
    let fields = fields(&words);
    assert!(fields.len() > 1000, "the words are found: {}", fields.len());
    none("no screen says these words: take them out of the struct and of both languages", unread(fields, &readers));
}

/// Where the kinds of entries are declared.
const ENTRIES: &[&str] = &["schema/", "complaints.rs", "duties.rs", "letters.rs"];

#[test]
fn every_field_of_the_content_is_read() {
    let entries = |path: &str| path.strip_prefix("src/kb/").is_some_and(|path| ENTRIES.iter().any(|part| path.starts_with(part)));
    let declared: Vec<Source> = sources("src/kb").into_iter().filter(|source| entries(&source.path)).collect();
    let fields = fields(&declared);
    assert!(fields.len() > 150, "the fields are found: {}", fields.len());
    none("the app reads these fields nowhere: take them out, in tools/content too", unread(fields, &sources("src")));
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
        "no screen shows these icons: take them out of INTERFACE in tools/lucide.mjs, then `make lucide`",
        unused.map(str::to_owned).collect(),
    );
}

/// Every file of the tools and of what is shipped as it is has somebody who names it: a page, a script, the Makefile, a
/// manifest. The pictures beside links are named by kind and language (tools/head.mjs).
#[test]
fn every_tool_and_shipped_file_is_named_by_another() {
    let folders = ["src", "tests", "tools", "public", "docs"];
    let mut paths: Vec<String> = folders.iter().flat_map(|folder| files(folder, "")).collect();
    paths.extend(["Makefile", "Trunk.toml", "Cargo.toml", "index.html", "build.rs", "README.md"].map(str::to_owned));
    let texts: Vec<(String, String)> =
        paths.into_iter().filter_map(|path| Some((path.clone(), std::fs::read_to_string(root().join(&path)).ok()?))).collect();
    let is_one = |path: &&String| {
        path.starts_with("public/") && !path.starts_with("public/previews/")
            || path.strip_prefix("tools/").is_some_and(|rest| !rest.contains('/'))
    };
    let all: Vec<String> = ["public", "tools"].iter().flat_map(|folder| files(folder, "")).collect();
    let is_named = |path: &String| {
        let name = path.rsplit('/').next().unwrap_or(path);
        texts.iter().any(|(other, text)| other != path && text.contains(name))
    };
    let lonely: Vec<String> = all.iter().filter(is_one).filter(|path| !is_named(path)).cloned().collect();
    none("nobody names these files", lonely);
}
