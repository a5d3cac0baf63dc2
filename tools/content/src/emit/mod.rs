//! Entries → tables and texts, as Rust source. References between entries become numbers of rows, so an unknown id cannot
//! exist at run time. The types are in `src/kb/schema/`.

mod aim;
mod columns;
mod complaints;
mod duties;
mod law;
mod learn;
mod letters;
mod lots;
mod office;
mod service;
mod shown;

use crate::marks::Marks;
use crate::model::*;
use columns::{number, option, Cell, Row};
pub use lots::byte;
use lots::{bytes_static, joined, khmer_bytes, strings_static};
use shown::{both, publisher};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What the build writes.
pub struct Emitted {
    /// The Rust source of the tables, to be `include!`d by `src/kb/mod.rs`.
    pub source: String,
    /// The texts that stand unpacked, one Rust string literal a line: for measuring what they weigh.
    pub texts: String,
    /// All texts as they are shown, in Khmer and English, by number: for tests.
    pub shown: Vec<(String, String)>,
    /// What is packed, by name.
    pub packed: Vec<(&'static str, phlov_pack::Packed)>,
    /// The fields of every kind in the order of the columns: for tests.
    pub fields: BTreeMap<&'static str, Vec<&'static str>>,
}

/// The words of the interface, in Khmer and English, in the order in which the app counts them.
pub struct Interface<'a> {
    pub khmer: &'a [&'a str],
    pub english: &'a [&'a str],
    /// Those of helper mode, which have a lot of their own.
    pub helper_khmer: &'a [&'a str],
    pub helper_english: &'a [&'a str],
}

impl Interface<'_> {
    /// For what looks at the content alone.
    pub const NONE: Self = Interface { khmer: &[], english: &[], helper_khmer: &[], helper_english: &[] };
}

/// `content` has been checked; the words are packed with it, each language as one text.
pub fn emit(content: &Content, interface: Interface) -> Emitted {
    // Words are numbered so that alike stands beside alike: dates by day, ids by table, then what else there is. Which there are
    // shows when everything is written once.
    let (first, _) = written(content, ids(content));
    let mut words = first.words.into_inner().list;
    let is_date =
        |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && word.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    words.sort_by_cached_key(|word| match word.as_str() {
        "" => (0, String::new()),
        date if is_date(date) => (1, date.to_owned()),
        _ => (2, String::new()),
    });
    let (e, tables) = written(content, words);
    let mut source = bytes_static("TABLES", &columns::encode(tables));
    let plain = crate::order::plain(content).into_iter().map(both).collect::<HashSet<_>>().len();
    let texts = e.texts.into_inner().list;
    let marked = marked(content, &texts, plain);
    let khmer: Vec<&str> = marked.iter().map(|(km, _)| km.as_str()).collect();
    let english: Vec<&str> = marked.iter().map(|(_, en)| en.as_str()).collect();
    let (khmer, long_khmer) = khmer.split_at(plain);
    let (english, long_english) = english.split_at(plain);
    source.push_str(&format!("pub static SHOWN: u16 = {plain};\n"));
    let words = e.words.into_inner().list;
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let links = e.links.into_inner().list;
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    let bytes = |parts: [&[&str]; 3]| parts.map(|list| joined(list).into_bytes());
    let mut packed = Vec::new();
    for (name, parts) in [
        ("KM_PACKED", [interface.khmer, khmer, long_khmer].map(khmer_bytes).to_vec()),
        ("EN_PACKED", bytes([interface.english, english, long_english]).to_vec()),
        ("LINKS_PACKED", vec![joined(&links).into_bytes()]),
        ("HELPER_KM_PACKED", vec![khmer_bytes(interface.helper_khmer)]),
        ("HELPER_EN_PACKED", vec![joined(interface.helper_english).into_bytes()]),
    ] {
        let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        // It packs at most 255 letters; a text has fewer.
        let lot = phlov_pack::pack(&parts).unwrap_or_default();
        source.push_str(&bytes_static(name, &lot.bytes));
        packed.push((name, lot));
    }
    source.push_str(&strings_static("WORDS", &words));
    let listed = format!("{:?}\n", joined(&words));
    Emitted { source, texts: listed, shown: texts, packed, fields: e.fields.into_inner() }
}

/// The texts with the words of the glossary marked in those that are read.
fn marked(content: &Content, texts: &[(String, String)], plain: usize) -> Vec<(String, String)> {
    let marks = Marks::new(content);
    let read: HashSet<_> = crate::marks::read(content).into_iter().map(both).collect();
    let one = |(at, text): (usize, &(String, String))| match at >= plain && read.contains(text) {
        true => (marks.mark(&text.0), marks.mark(&text.1)),
        false => text.clone(),
    };
    texts.iter().enumerate().map(one).collect()
}

/// All ids, table by table.
fn ids(content: &Content) -> Vec<String> {
    let c = content;
    let tables = [
        c.rights.keys().collect::<Vec<_>>(),
        c.aims.keys().collect(),
        c.services.keys().collect(),
        c.authorities.keys().collect(),
        c.laws.keys().collect(),
        c.organizations.keys().collect(),
        c.guide.keys().collect(),
        c.stories.keys().collect(),
        c.terms.keys().collect(),
        c.purposes.keys().collect(),
        c.replies.keys().collect(),
        c.situations.keys().collect(),
    ];
    tables.into_iter().flatten().cloned().collect()
}

/// Everything, with these words first: the numbers that were given, and the tables that are parts of no other.
fn written(content: &Content, words: Vec<String>) -> (Emit<'_>, BTreeMap<&'static str, Vec<Row>>) {
    let e = Emit {
        content,
        texts: RefCell::default(),
        words: RefCell::default(),
        links: RefCell::default(),
        fields: RefCell::default(),
    };
    for word in words {
        e.words.borrow_mut().number(word);
    }
    // Texts are numbered in this order; those that are not in it (a new kind of entry) come after.
    for text in crate::order::plain(content).into_iter().chain(crate::order::long(content)) {
        e.text(text);
    }
    // Rights and aims have an order of their own; the rest stands by id.
    let mut rights: Vec<_> = content.rights.iter().collect();
    rights.sort_by_key(|(_, right)| right.order);
    let mut aims: Vec<_> = content.aims.iter().collect();
    aims.sort_by_key(|(_, aim)| aim.order);
    let mut tables = BTreeMap::from([
        ("ProfileQuestion", content.profile.iter().map(|question| e.profile_question(question)).collect::<Vec<Row>>()),
        ("Organization", content.organizations.iter().map(|(id, o)| e.organization(id, o)).collect()),
    ]);
    tables.extend(e.learn());
    tables.extend(e.letters());
    tables.extend([
        ("Right", rights.iter().map(|(id, r)| e.right(id, r)).collect::<Vec<Row>>()),
        ("Aim", aims.iter().map(|(id, a)| e.aim(id, a)).collect()),
        ("Service", content.services.iter().map(|(id, s)| e.service(id, s)).collect()),
        ("Authority", content.authorities.iter().map(|(id, a)| e.authority(id, a)).collect()),
        ("Law", content.laws.iter().map(|(id, l)| e.law(id, l)).collect()),
        ("Source", content.sources.values().map(|s| e.source(s)).collect()),
        ("Standard", content.standards.iter().map(|s| e.standard(s)).collect()),
        ("Situation", e.situations()),
    ]);
    (e, tables)
}

/// Each thing once, with its number.
struct Numbered<T> {
    list: Vec<T>,
    numbers: HashMap<T, usize>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self { list: Vec::new(), numbers: HashMap::new() }
    }
}

impl<T: Clone + Eq + std::hash::Hash> Numbered<T> {
    fn number(&mut self, thing: T) -> usize {
        if let Some(number) = self.numbers.get(&thing) {
            return *number;
        }
        self.list.push(thing.clone());
        self.numbers.insert(thing, self.list.len() - 1);
        self.list.len() - 1
    }
}

struct Emit<'a> {
    content: &'a Content,
    texts: RefCell<Numbered<(String, String)>>,
    words: RefCell<Numbered<String>>,
    /// Words that are addresses of pages: packed too, they are shown with sources only.
    links: RefCell<Numbered<String>>,
    fields: RefCell<BTreeMap<&'static str, Vec<&'static str>>>,
}

/// Words from this number on are links; as in `src/kb/schema/text.rs`.
const LINKS: usize = 0x8000;

impl Emit<'_> {
    /// A row, or a part of one.
    fn entry(&self, kind: &'static str, fields: &[(&'static str, Row)]) -> Row {
        self.fields.borrow_mut().insert(kind, fields.iter().map(|(name, _)| *name).collect());
        fields.iter().flat_map(|(_, cells)| cells.iter().cloned()).collect()
    }

    fn text(&self, text: &Text) -> Row {
        number(self.texts.borrow_mut().number(both(text)))
    }

    fn texts_list(&self, texts: &[Text]) -> Row {
        list("Text", texts.iter().map(|text| self.text(text)))
    }

    fn word(&self, word: &str) -> Row {
        number(match word.contains("://") {
            true => LINKS + self.links.borrow_mut().number(word.to_owned()),
            false => self.words.borrow_mut().number(word.to_owned()),
        })
    }

    fn review(&self, r: &Review) -> Row {
        let yes = |state: ReviewState| number(usize::from(state == ReviewState::Reviewed));
        self.entry(
            "Review",
            &[
                ("km", yes(r.km)),
                ("en", yes(r.en)),
                ("law", yes(r.law)),
                ("by", self.maybe_word(&r.by)),
                ("on", self.maybe_word(&r.on)),
            ],
        )
    }

    fn maybe_text(&self, text: &Option<Text>) -> Row {
        option(1, text.as_ref().map(|text| self.text(text)))
    }

    fn maybe_word(&self, word: &Option<String>) -> Row {
        self.word(word.as_deref().unwrap_or(""))
    }

    fn source(&self, s: &Source) -> Row {
        let url = if s.url.starts_with("shared:") { "" } else { &s.url };
        let date = if s.date == "undated" { "" } else { &s.date };
        self.entry("Source", &[("name", self.text(&publisher(&s.name))), ("url", self.word(url)), ("date", self.word(date))])
    }

    fn authority_id(&self, id: &str) -> Row {
        number(at(&self.content.authorities, id))
    }

    fn sources(&self, ids: &[String]) -> Row {
        list("SourceId", ids.iter().map(|id| number(at(&self.content.sources, id))))
    }

    fn laws(&self, ids: &[String]) -> Row {
        list("LawId", ids.iter().map(|id| number(at(&self.content.laws, id))))
    }

    fn services(&self, ids: &[String]) -> Row {
        list("ServiceId", ids.iter().map(|id| self.service_id(id)))
    }

    fn service_id(&self, id: &str) -> Row {
        number(at(&self.content.services, id))
    }
}

fn list(kind: &'static str, items: impl Iterator<Item = Row>) -> Row {
    vec![Cell::List(kind, items.collect())]
}

fn at<T>(entries: &BTreeMap<String, T>, id: &str) -> usize {
    entries.keys().position(|key| key == id).unwrap_or(0)
}
