//! Files → entries. A file that cannot be read as its kind becomes one problem, in words.

use crate::model::*;
use crate::Problem;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub fn load(dir: &Path, problems: &mut Vec<Problem>) -> Content {
    let mut content = Content {
        rights: folder(dir, "rights", problems),
        aims: folder(dir, "aims", problems),
        services: folder(dir, "services", problems),
        authorities: folder(dir, "authorities", problems),
        laws: folder(dir, "laws", problems),
        organizations: folder(dir, "organizations", problems),
        guide: folder(dir, "guide", problems),
        stories: folder(dir, "stories", problems),
        terms: folder(dir, "terms", problems),
        profile: file::<ProfileFile>(dir, "profile.toml", problems).map_or(Vec::new(), |f| f.questions),
        standards: file::<StandardsFile>(dir, "standards.toml", problems).map_or(Vec::new(), |f| f.standards),
        purposes: folder(dir, "phrases", problems),
        frame: file(dir, "frame.toml", problems),
        replies: folder(dir, "replies", problems),
        situations: folder(dir, "complaints", problems),
        holidays: file::<HolidaysFile>(dir, "holidays.toml", problems).unwrap_or_default().0,
        sources: sources(dir, problems),
        published: file(dir, "published.toml", problems).unwrap_or_default(),
        unread: BTreeSet::new(),
    };
    content.unread = problems.iter().map(|problem| problem.file.clone()).collect();
    content
}

/// `content/sources/*.toml`: tables of sources; an id may stand in one file only.
fn sources(dir: &Path, problems: &mut Vec<Problem>) -> BTreeMap<String, Source> {
    let mut all = BTreeMap::new();
    for name in names(&dir.join("sources")) {
        let path = format!("sources/{name}.toml");
        let Some(table) = file::<BTreeMap<String, Source>>(dir, &path, problems) else { continue };
        for (id, source) in table {
            if !is_id(&id) {
                problems.push(problem(&path, &id, ID_RULE));
            }
            if all.insert(id.clone(), source).is_some() {
                problems.push(problem(
                    &path,
                    &id,
                    "this source id stands in another file too; use one of the two everywhere and remove the other",
                ));
            }
        }
    }
    all
}

fn folder<T: DeserializeOwned>(dir: &Path, kind: &str, problems: &mut Vec<Problem>) -> BTreeMap<String, T> {
    let mut entries = BTreeMap::new();
    for name in names(&dir.join(kind)) {
        let path = format!("{kind}/{name}.toml");
        if !is_id(&name) {
            problems.push(problem(&path, "", ID_RULE));
        }
        if let Some(entry) = file(dir, &path, problems) {
            entries.insert(name, entry);
        }
    }
    entries
}

const ID_RULE: &str = "an id is made of small letters a-z, digits and single hyphens, because it is also the address of the page";

pub(crate) fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(dir)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str().and_then(|name| name.strip_suffix(".toml")).map(str::to_owned))
        .collect();
    names.sort();
    names
}

fn file<T: DeserializeOwned>(dir: &Path, path: &str, problems: &mut Vec<Problem>) -> Option<T> {
    let text = match std::fs::read_to_string(dir.join(path)) {
        Ok(text) => text,
        Err(error) => {
            problems.push(problem(path, "", &format!("the file cannot be read ({error})")));
            return None;
        }
    };
    match parse(&text) {
        Ok(entry) => Some(entry),
        Err((line, sentence)) => {
            let field = if line == 0 { String::new() } else { format!("line {line}") };
            problems.push(Problem { file: path.to_owned(), field, sentence });
            None
        }
    }
}

/// Reads one entry. The error is the line (0 if unknown) and a sentence for the editor.
pub fn parse<T: DeserializeOwned>(text: &str) -> Result<T, (usize, String)> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(0, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
        (line, plain(error.message()))
    })
}

/// The parser's words, made plain for somebody who does not program.
fn plain(message: &str) -> String {
    let quoted = |from: &str| message.split(from).nth(1).and_then(|rest| rest.split('`').next()).unwrap_or("").to_owned();
    if message.starts_with("missing field") {
        let field = quoted("`");
        return match field.as_str() {
            "km" => "the Khmer text is missing; write it as km = \"…\"".into(),
            "en" => "the English text is missing; write it as en = \"…\"".into(),
            "sources" => "there is no source; nothing is published without one: write sources = [\"…\"]".into(),
            _ => format!("the field “{field}” is missing"),
        };
    }
    if message.starts_with("unknown field") {
        let field = quoted("`");
        let known =
            message.split("expected").nth(1).map(|rest| rest.trim_start_matches(" one of").replace('`', "")).unwrap_or_default();
        return format!("“{field}” is not a field of this part; it can have:{known}");
    }
    if message.starts_with("unknown variant") {
        let word = quoted("`");
        let known =
            message.split("expected").nth(1).map(|rest| rest.trim_start_matches(" one of").replace('`', "")).unwrap_or_default();
        return format!("“{word}” cannot stand here; choose one of:{known}");
    }
    if message.starts_with("invalid type") {
        return format!("this is of the wrong form ({message}); compare it with another entry of the same kind");
    }
    format!("the file is not well written TOML here ({message}); look for a missing quotation mark, bracket or comma")
}

pub(crate) fn problem(file: &str, field: &str, sentence: &str) -> Problem {
    Problem { file: file.to_owned(), field: field.to_owned(), sentence: sentence.to_owned() }
}
