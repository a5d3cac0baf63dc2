//! What the app knows, walked through as the app reads it: every text, every list, every reference.

mod walk;

use phlov::i18n::{words, Speech};
use phlov::kb::*;
use phlov::page::Locale;
use phlov::plan::Digits;
use phlov::ui::icon::icons;
use phlov_content::emit::{emit, Interface};
use phlov_content::{compile, model::Content};
use std::collections::BTreeSet;
use std::path::PathBuf;
use walk::walked;

#[test]
fn everything_can_be_read_and_every_claim_has_a_source() {
    let walk = walked();
    assert!(walk.texts > 1000, "only {} texts were walked", walk.texts);
    let unused: Vec<String> = SourceId::all().filter(|id| !walk.sources.contains(id)).map(|id| id.get().name.en()).collect();
    assert!(unused.is_empty(), "no page shows these sources: {unused:?}");
}

/// The content as `content/` has it, compiled here once more.
pub fn content() -> Content {
    let dir = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("content");
    compile(&dir, "2099-12-31").unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The words of the interface are packed too: each comes back in its own field.
#[test]
fn every_word_of_the_interface_unpacks_to_what_is_written() {
    for (locale, written) in [(Locale::Km, &words::km::KM), (Locale::En, &words::en::EN)] {
        let speech = Speech { locale, digits: Digits::Khmer };
        assert_eq!(speech.m(), written);
        assert!(written.list().iter().all(|word| !word.is_empty() && !word.contains('\n')));
    }
    for (locale, written) in [(Locale::Km, &words::helper::KM), (Locale::En, &words::helper::EN)] {
        let speech = Speech { locale, digits: Digits::Khmer };
        assert_eq!(speech.h(), written);
        assert!(written.list().iter().all(|word| !word.is_empty() && !word.contains('\n')));
    }
}

/// What was packed is what `content/` says, letter by letter, in both languages.
#[test]
fn every_text_unpacks_to_what_content_says() {
    let content = content();
    let shown: BTreeSet<(String, String)> = emit(&content, Interface::NONE).shown.into_iter().collect();
    let said = walked().said;
    let wrong: Vec<_> = shown.symmetric_difference(&said).take(5).collect();
    assert!(wrong.is_empty(), "{} texts in content/, {} in the app; not in both: {wrong:?}", shown.len(), said.len());

    // And each stands in its place.
    let said = |text: &phlov_content::model::Text| text.en.replace('`', "");
    for id in ServiceId::all() {
        let (here, there) = (id.get(), &content.services[id.name()]);
        let mut pairs =
            vec![(here.title, &there.title), (here.summary, &there.summary), (here.who, &there.who), (here.need, &there.need)];
        pairs.extend(here.steps.iter().map(|step| step.text).zip(there.steps.iter().map(|step| &step.text)));
        pairs.extend(here.claims.iter().map(|claim| claim.value).zip(there.claims.iter().map(|claim| &claim.value)));
        for (here, there) in pairs {
            assert_eq!(here.en(), said(there), "{}", id.name());
            let letters = |km: &str| km.chars().filter(|c| !['`', ' ', '\u{a0}'].contains(c)).collect::<String>();
            assert_eq!(letters(&here.km()), letters(&there.km), "{}", id.name());
        }
    }
    let urls: BTreeSet<&str> = SourceId::all().map(|id| id.get().url.str()).filter(|url| !url.is_empty()).collect();
    let expected: BTreeSet<&str> =
        content.sources.values().map(|source| source.url.as_str()).filter(|url| !url.starts_with("shared:")).collect();
    assert_eq!(urls, expected);
}

/// The three parts of a service's sources: its own list names every source of its claims and changes.
#[test]
fn a_service_lists_all_its_sources_once() {
    for id in ServiceId::all() {
        let service = id.get();
        let listed: Vec<SourceId> = service.sources.all().to_vec();
        let once: BTreeSet<SourceId> = listed.iter().copied().collect();
        assert_eq!(once.len(), listed.len(), "{}: a source stands twice", id.name());
        let claims = service
            .claims
            .iter()
            .flat_map(|claim| claim.sources.iter().chain(claim.conflict.map(|c| c.sources.all()).unwrap_or(&[])));
        let changes = service.changes.iter().flat_map(|change| change.sources.iter());
        for source in claims.chain(changes) {
            assert!(once.contains(source), "{}: {} is cited, but not listed", id.name(), source.get().name.en());
        }
    }
}

#[test]
fn every_service_can_be_reached_from_an_aim() {
    let reached: BTreeSet<ServiceId> =
        AimId::all().flat_map(|aim| aim.get().results.iter().map(|result| result.service)).collect();
    let lonely: Vec<&str> = ServiceId::all().filter(|id| !reached.contains(id)).map(ServiceId::name).collect();
    assert!(lonely.is_empty(), "{lonely:?}");
}

#[test]
fn every_right_is_used_through_a_service() {
    for right in RightId::all() {
        assert!(services_of(right).next().is_some(), "{}", right.name());
    }
}

macro_rules! ids_parse_back {
    ($($id:ident),+) => {$(
        let names: Vec<&str> = $id::all().map($id::name).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{} twice", stringify!($id));
        for id in $id::all() {
            assert_eq!($id::parse(id.name()), Some(id));
            let shouted = id.name().to_uppercase();
            assert_eq!($id::parse(&shouted).is_some(), shouted == id.name(), "{shouted}");
        }
        for odd in ["", " ", "nope", "../x", "ផ្លូវ", "\u{0}"] {
            assert_eq!($id::parse(odd), None, "{odd:?}");
        }
    )+};
}

#[test]
fn ids_are_read_back() {
    ids_parse_back!(RightId, AimId, ServiceId, AuthorityId, LawId);
}

#[test]
fn the_icons_can_be_drawn() {
    assert!(icons().count() > 100);
    for (name, path) in icons() {
        assert!(path.starts_with('M'), "{name}: {path}");
    }
}
