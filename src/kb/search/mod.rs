//! Search over everything there is to know, in Khmer and English at once. No index comes with the app: names and short texts are
//! folded ([`khmer::fold`]) at the first search, and each key is a scan.
//!
//! How well something fits: its name is what was typed; begins with it; holds it; holds all its words; shares most of its **grams**
//! (pairs of Khmer letters with all they carry, threes of Latin letters), which finds words without spaces, other word order and
//! misspellings; then the same for its short text; a slip of the finger in Latin words comes last. Grams are made of the sound of
//! a word ([`grams`]). A word of the glossary brings the service it belongs to.

pub mod grams;

use super::*;
use crate::khmer::{fold, is_dependent, is_khmer};
use grams::{grams, inner, letters, share, sorted, Sieve};
use std::sync::OnceLock;

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Aim(AimId),
    Service(ServiceId),
    Right(RightId),
    Word(TermId),
    Guide(GuideId),
    Story(StoryId),
    Office(AuthorityId),
    Organization(OrganizationId),
    Law(LawId),
}

/// A thing that was found, and how well it fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    pub found: Found,
    pub score: u32,
}

/// Something searchable, folded.
#[derive(Debug, Default)]
pub struct Searchable {
    names: Vec<Name>,
    text: Vec<u32>,
    plain: String,
    /// Those of the names and of the text ([`letters`]).
    letters: u64,
    /// The grams of both.
    sieve: Sieve,
}

#[derive(Debug)]
struct Name {
    folded: String,
    grams: Vec<u32>,
    length: usize,
    letters: u64,
}

impl Searchable {
    /// `names` count more than `texts`.
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>, texts: &[&str]) -> Self {
        let names = names.into_iter().map(fold).filter(|name| !name.is_empty());
        let plain = fold(&texts.join(" "));
        let name = |folded: String| Name {
            grams: sorted(grams(&folded)),
            length: folded.chars().count(),
            letters: letters(&folded),
            folded,
        };
        let names: Vec<Name> = names.map(name).collect();
        let letters = names.iter().fold(letters(&plain), |all, name| all | name.letters);
        let text = sorted(grams(&plain));
        let sieve = Sieve::new(names.iter().flat_map(|name| &name.grams).chain(&text));
        Self { names, text, plain, letters, sieve }
    }
}

/// What was typed, folded.
#[derive(Debug)]
pub struct Query {
    folded: String,
    grams: Vec<u32>,
    /// The grams that a text has wherever what was typed stands in it: without those at the end, where a letter may be unfinished.
    inner: Vec<u32>,
    length: usize,
    letters: u64,
}

/// What people say before they come to the point; folded. Only where something is left.
const BEFORE: [&str; 14] = [
    "តើ",
    "ខ្ញុំ",
    "ចង់",
    "សុំ",
    "ត្រូវ",
    "ធ្វើម៉េច",
    "ធ្វើយ៉ាងម៉េច",
    "យ៉ាងម៉េច",
    "i want to ",
    "how to ",
    "how do i ",
    "what is ",
    "can i ",
    "where is ",
];

impl Query {
    /// `None` when there is nothing to look for.
    pub fn new(text: &str) -> Option<Self> {
        let whole = fold(text);
        let mut folded = whole.as_str();
        while let Some(rest) = BEFORE.iter().find_map(|before| folded.strip_prefix(before)) {
            let rest = rest.trim_start();
            if rest.is_empty() || rest.starts_with(is_dependent) {
                break;
            }
            folded = rest;
        }
        (!folded.is_empty()).then(|| Self {
            grams: grams(folded),
            inner: inner(folded),
            length: folded.chars().count(),
            letters: letters(folded),
            folded: folded.to_owned(),
        })
    }

    /// The folded words, for marking them.
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// How well it fits; 0: not at all.
    pub fn score(&self, thing: &Searchable) -> u32 {
        let can = self.letters & !thing.letters == 0 && self.inner.iter().all(|gram| thing.sieve.may(*gram));
        let shares = self.grams.iter().filter(|gram| thing.sieve.may(**gram)).count() * 2 >= self.grams.len();
        if !can && !shares {
            return 0;
        }
        let named = thing.names.iter().map(|name| self.name_score(name)).max().unwrap_or(0);
        if named >= CONTAINS {
            return named;
        }
        let inner = || self.inner.iter().all(|gram| thing.text.binary_search(gram).is_ok());
        let holds = |word: &str| {
            thing.names.iter().any(|name| place(&name.folded, word).is_some()) || place(&thing.plain, word).is_some()
        };
        let text = if can && inner() && place(&thing.plain, &self.folded).is_some() {
            TEXT
        } else if can && self.all_words(holds) {
            TEXT - 20
        } else {
            share(&self.grams, &thing.text, 150)
        };
        named.max(text)
    }

    /// Whether its name has these words, but for a slip of the finger.
    fn slips(&self, thing: &Searchable) -> bool {
        let near = |name: &Name| self.folded.split(' ').all(|word| name.folded.split(' ').any(|known| near(word, known)));
        thing.names.iter().any(near)
    }

    /// Whether there are several words, and it holds for each.
    fn all_words(&self, holds: impl Fn(&str) -> bool) -> bool {
        self.folded.contains(' ') && self.folded.split(' ').all(holds)
    }

    fn name_score(&self, name: &Name) -> u32 {
        if name.folded == self.folded {
            return 1_000;
        }
        // The shorter the rest, the better.
        let rest = (name.length.saturating_sub(self.length) as u32).min(90);
        let can = self.letters & !name.letters == 0;
        match can.then(|| place(&name.folded, &self.folded)).flatten() {
            Some(0) => 900 - rest,
            Some(_) => 700 - rest,
            None if can && self.all_words(|word| place(&name.folded, word).is_some()) => CONTAINS - 10 - rest,
            None => {
                let share = share(&self.grams, &name.grams, CONTAINS - 100);
                // Of equal shares the name with less beside them.
                share.saturating_sub(name.grams.len().saturating_sub(self.grams.len()).min(40) as u32)
            }
        }
    }
}

/// A name that holds what was typed scores at least so much.
const CONTAINS: u32 = 610;
/// A text that holds it.
const TEXT: u32 = 300;
/// Words that differ by a slip of the finger.
const SLIP: u32 = 120;
/// Below this nothing is shown: three quarters of the grams in a text.
const LEAST: u32 = 112;

/// Where it stands in the text: at the beginning of a letter, in Latin script of a word.
fn place(text: &str, part: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find(part) {
        let at = from + at;
        let before = text.get(..at)?.chars().next_back().unwrap_or(' ');
        let first = part.chars().next()?;
        let begins = if is_khmer(first) { !is_dependent(first) && before != '\u{17d2}' } else { !before.is_alphanumeric() };
        if begins {
            return Some(at);
        }
        from = at + first.len_utf8();
    }
    None
}

/// Whether two Latin words are a slip of the finger apart, two if they are long: letters left out, added, changed.
fn near(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let allowed = a.len() / 4;
    if !a.is_ascii() || allowed == 0 || a.len().abs_diff(b.len()) > allowed.min(2) {
        return false;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        for (cell, y) in row.iter_mut().skip(1).zip(b) {
            let cost = (corner + usize::from(x != y)).min(left + 1).min(*cell + 1);
            corner = std::mem::replace(cell, cost);
            left = cost;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().is_some_and(|distance| *distance <= allowed.min(2))
}

struct Entry {
    found: Found,
    thing: Searchable,
    /// Also found through this.
    brings: Option<ServiceId>,
}

/// Everything, folded once.
fn entries() -> &'static [Entry] {
    static ENTRIES: OnceLock<Vec<Entry>> = OnceLock::new();
    ENTRIES.get_or_init(|| {
        let mut all = Vec::new();
        let mut put = |found: Found, names: &[Text], more: &[&str], texts: &[Text], brings: Option<ServiceId>| {
            let both = |texts: &[Text]| texts.iter().flat_map(|text| [text.km(), text.en()]).collect::<Vec<_>>();
            let (names, texts) = (both(names), both(texts));
            let names = names.iter().map(String::as_str).chain(more.iter().copied());
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            all.push(Entry { found, thing: Searchable::new(names, &texts), brings });
        };
        for id in AimId::all() {
            let aim = id.get();
            let hint: Vec<Text> = aim.hint.into_iter().chain([aim.find_out]).collect();
            put(Found::Aim(id), &[aim.title], &[], &hint, None);
        }
        for id in ServiceId::all() {
            let service = id.get();
            put(Found::Service(id), &[service.title], &[], &[service.summary, service.need, service.who], None);
        }
        for id in RightId::all() {
            let right = id.get();
            put(Found::Right(id), &[right.title], &[], &[right.summary], None);
        }
        for id in TermId::all() {
            let term = id.get();
            let (km, en) = (term.same.km(), term.same.en());
            let same: Vec<&str> = km.split('|').chain(en.split('|')).collect();
            put(Found::Word(id), &[term.term], &same, &[term.says], term.service);
        }
        for id in GuideId::all() {
            let page = id.get();
            put(Found::Guide(id), &[page.title], &[], &[page.summary], None);
        }
        for id in StoryId::all() {
            let story = id.get();
            put(Found::Story(id), &[story.title], &[], &[story.summary, story.need], None);
        }
        for id in AuthorityId::all() {
            let office = id.get();
            let names: Vec<Text> = office.short.into_iter().chain([office.name]).collect();
            // Numbers also as they are typed.
            let channels: Vec<String> = office.channels.iter().map(|channel| channel.value.str().replace(' ', "")).collect();
            let channels: Vec<&str> = channels.iter().map(String::as_str).collect();
            put(Found::Office(id), &names, &channels, &[office.does], None);
        }
        for id in OrganizationId::all() {
            let organization = id.get();
            let names: Vec<Text> = organization.short.into_iter().chain([organization.name]).collect();
            put(Found::Organization(id), &names, &[], &[organization.does], None);
        }
        for id in LawId::all() {
            let law = id.get();
            put(Found::Law(id), &[law.title], &[law.number.str()], &[law.says], None);
        }
        all
    })
}

/// Folds everything, when there is time.
pub fn warm() {
    entries();
}

/// What fits, best first.
pub fn search(query: &Query) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    for entry in entries() {
        let score = query.score(&entry.thing);
        if score < LEAST {
            continue;
        }
        hits.push(Hit { found: entry.found, score: score + weight(entry.found) });
        let Some(service) = entry.brings else { continue };
        let (found, score) = (Found::Service(service), score * 8 / 10);
        // Services were before the words.
        match hits.iter_mut().find(|hit| hit.found == found) {
            Some(hit) => hit.score = hit.score.max(score),
            None => hits.push(Hit { found, score }),
        }
    }
    if hits.is_empty() {
        let near = entries().iter().filter(|entry| query.slips(&entry.thing));
        hits.extend(near.map(|entry| Hit { found: entry.found, score: SLIP + weight(entry.found) }));
    }
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
    hits
}

/// Of things that fit as well, what she can act on comes first.
fn weight(found: Found) -> u32 {
    match found {
        Found::Aim(_) => 14,
        Found::Service(_) => 18,
        Found::Word(_) => 10,
        Found::Right(_) | Found::Office(_) | Found::Guide(_) => 8,
        Found::Organization(_) | Found::Story(_) => 4,
        Found::Law(_) => 0,
    }
}
