//! Entries → tables and texts, as Rust source. References between entries become numbers of rows, so an unknown id cannot
//! exist at run time. The types are in `src/kb/schema.rs`.

mod columns;
mod complaints;
mod letters;
mod reading;

use crate::glossary::MARK;
use crate::marks::Marks;
use crate::model::*;
use columns::{number, option, Cell, Row};
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
    let mut tables = e.reading();
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

/// Words from this number on are links; as in `src/kb/schema.rs`.
const LINKS: usize = 0x8000;

/// As `STRIDE` in `src/kb/schema.rs`.
const STRIDE: usize = 64;

/// All strings of a kind in one, each ended by a line break.
fn joined(list: &[&str]) -> String {
    list.iter().flat_map(|text| [text, "\n"]).collect()
}

/// The characters beside Khmer and ASCII that a Khmer text may hold, as the bytes 1 to 8; as in `src/kb/packed.rs`.
const OTHERS: [char; 8] = ['\u{a0}', '…', '«', '»', '–', '×', '\u{200b}', '—'];

/// One byte a letter, `None` for a character that has none.
pub fn byte(letter: char) -> Option<u8> {
    match letter {
        '\u{1780}'..='\u{17ff}' => Some((letter as u32 - 0x1780 + 0x80) as u8),
        '\n' | MARK | ' '..='~' => Some(letter as u8),
        _ => OTHERS.iter().position(|other| *other == letter).map(|at| at as u8 + 1),
    }
}

fn bytes_static(name: &str, bytes: &[u8]) -> String {
    let literal: String = bytes.iter().flat_map(|byte| std::ascii::escape_default(*byte)).map(char::from).collect();
    format!("pub static {name}: [u8; {}] = *b\"{literal}\";\n", bytes.len())
}

fn khmer_bytes(list: &[&str]) -> Vec<u8> {
    joined(list).chars().map(|letter| byte(letter).unwrap_or(b' ')).collect()
}

/// Where every 64th string begins; each is followed by a line break.
fn starts(lengths: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut at = 0;
    let mut starts = Vec::new();
    for (i, length) in lengths.enumerate() {
        if i % STRIDE == 0 {
            starts.push(at);
        }
        at += length + 1;
    }
    starts
}

fn strings_static(name: &str, list: &[&str]) -> String {
    let starts = starts(list.iter().map(|text| text.len()));
    let starts_static = format!("pub static {name}_STARTS: [u32; {}] = {starts:?};\n", starts.len());
    starts_static
        + &format!("pub static {name}: Strings = Strings {{ all: {:?}.as_bytes(), starts: &{name}_STARTS }};\n", joined(list))
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

    fn right(&self, id: &str, r: &Right) -> Row {
        self.entry(
            "Right",
            &[
                ("id", self.word(id)),
                ("icon", self.word(&r.icon)),
                ("title", self.text(&r.title)),
                ("summary", self.text(&r.summary)),
                ("laws", self.laws(&r.laws)),
                ("state_must", self.texts_list(&r.state_must)),
                ("you_may", self.texts_list(&r.you_may)),
                ("not_covered", self.texts_list(&r.not_covered)),
                ("sources", self.sources(&r.sources)),
                ("checked", self.word(&r.checked)),
                ("review", self.review(&r.review)),
            ],
        )
    }

    fn aim(&self, id: &str, a: &Aim) -> Row {
        let when = |when: &[When]| {
            list(
                "When",
                when.iter().map(|w| {
                    let at = a.questions.iter().position(|q| q.id == w.question).unwrap_or(0);
                    let any = w.any.iter().filter_map(|o| a.questions[at].options.iter().position(|option| option.id == *o));
                    self.entry("When", &[("question", number(at)), ("any", list("u8", any.map(number)))])
                }),
            )
        };
        let questions = a.questions.iter().map(|q| {
            let options = q.options.iter().map(|o| {
                let icon = option(1, o.icon.as_ref().map(|icon| self.word(icon)));
                self.entry("FinderOption", &[("id", self.word(&o.id)), ("icon", icon), ("text", self.text(&o.text))])
            });
            self.entry(
                "FinderQuestion",
                &[
                    ("text", self.text(&q.text)),
                    ("help", self.maybe_text(&q.help)),
                    ("ask_when", when(&q.ask_when)),
                    ("options", list("FinderOption", options)),
                ],
            )
        });
        let results = a.results.iter().map(|r| {
            self.entry(
                "FinderResult",
                &[
                    ("service", number(at(&self.content.services, &r.service))),
                    ("when", when(&r.when)),
                    ("because", self.text(&r.because)),
                    ("why_not", self.maybe_text(&r.why_not)),
                ],
            )
        });
        self.entry(
            "Aim",
            &[
                ("id", self.word(id)),
                ("icon", self.word(&a.icon)),
                ("title", self.text(&a.title)),
                ("hint", self.maybe_text(&a.hint)),
                ("find_out", self.text(&a.find_out)),
                ("questions", list("FinderQuestion", questions)),
                ("results", list("FinderResult", results)),
                ("review", self.review(&a.review)),
            ],
        )
    }

    fn service(&self, id: &str, s: &Service) -> Row {
        let services = |ids: &[String]| self.services(ids);
        let roles = s
            .authorities
            .iter()
            .map(|r| self.entry("Role", &[("authority", self.authority_id(&r.id)), ("role", self.text(&r.role))]));
        let basis = s.basis.iter().map(|b| {
            self.entry("Basis", &[("law", number(at(&self.content.laws, &b.law))), ("article", self.maybe_text(&b.article))])
        });
        let steps = s.steps.iter().map(|x| {
            self.entry(
                "Step",
                &[
                    ("n", number(x.n.into())),
                    ("text", self.text(&x.text)),
                    ("after", list("u8", x.after.iter().map(|n| number((*n).into())))),
                ],
            )
        });
        let documents =
            s.documents.iter().map(|d| self.entry("Document", &[("n", number(d.n.into())), ("text", self.text(&d.text))]));
        let if_nothing = s.if_nothing.as_ref().map(|i| self.if_nothing(i));
        let questions = s.questions.iter().map(|q| {
            self.entry(
                "Question",
                &[
                    ("n", number(q.n.into())),
                    ("text", self.text(&q.text)),
                    ("why", self.maybe_text(&q.why)),
                    ("unknown", option(1, q.unknown.map(|u| number(u as usize)))),
                ],
            )
        });
        let complaint = s.complaint.as_ref().map(|c| {
            self.entry(
                "Complaint",
                &[("text", self.text(&c.text)), ("to", option(1, c.to.as_ref().map(|to| self.authority_id(to))))],
            )
        });
        let changes = s.changes.iter().map(|c| {
            self.entry(
                "Change",
                &[
                    ("old", self.text(&c.old)),
                    ("new", self.text(&c.new)),
                    ("since", self.word(&c.since)),
                    ("sources", self.sources(&c.sources)),
                    ("confidence", number(c.confidence as usize)),
                ],
            )
        });
        self.entry(
            "Service",
            &[
                ("id", self.word(id)),
                ("kind", number(s.kind as usize)),
                ("rights", list("RightId", s.rights.iter().map(|r| number(self.right_at(r))))),
                ("icon", self.word(&s.icon)),
                ("title", self.text(&s.title)),
                ("summary", self.text(&s.summary)),
                ("who", self.text(&s.who)),
                ("need", self.text(&s.need)),
                ("authorities", list("Role", roles)),
                ("basis", list("Basis", basis)),
                ("steps", list("Step", steps)),
                ("documents", list("Document", documents)),
                ("claims", list("Claim", s.claims.iter().map(|c| self.claim(c, &s.checked)))),
                ("if_nothing", option(2, if_nothing)),
                ("before", services(&s.before)),
                ("after", services(&s.after)),
                ("questions", list("Question", questions)),
                ("complaint", option(2, complaint)),
                ("changes", list("Change", changes)),
                ("notes", list("Note", s.notes.iter().map(|n| self.entry("Note", &[("text", self.text(&n.text))])))),
                ("duties", list("Duty", s.duties.iter().map(|d| self.duty(d)))),
                ("sources", self.sources(&all_sources(s))),
                ("checked", self.word(&s.checked)),
                ("review", self.review(&s.review)),
            ],
        )
    }

    fn if_nothing(&self, i: &IfNothing) -> Row {
        self.entry("IfNothing", &[("text", self.text(&i.text)), ("repairable", number(i.repairable as usize))])
    }

    fn claim(&self, c: &Claim, checked: &str) -> Row {
        let conflict = c.conflict.as_ref().map(|x| {
            self.entry(
                "Conflict",
                &[
                    ("value", self.text(&x.value)),
                    ("sources", self.sources(&x.sources)),
                    ("date", self.maybe_word(&x.date)),
                    ("confidence", number(x.confidence as usize)),
                ],
            )
        });
        self.entry(
            "Claim",
            &[
                ("about", number(c.about as usize)),
                ("label", self.maybe_text(&c.label)),
                ("value", self.text(&c.value)),
                ("sources", self.sources(&c.sources)),
                ("date", self.maybe_word(&c.date)),
                ("confidence", number(c.confidence as usize)),
                ("checked", self.word(c.checked.as_deref().unwrap_or(checked))),
                ("conflict", option(4, conflict)),
            ],
        )
    }

    fn channels(&self, channels: &[Channel]) -> Row {
        let channels = channels.iter().map(|c| {
            self.entry(
                "Channel",
                &[
                    ("kind", number(c.kind as usize)),
                    ("value", self.word(&c.value)),
                    ("note", self.maybe_text(&c.note)),
                    ("sources", self.sources(&c.sources)),
                    ("date", self.maybe_word(&c.date)),
                    ("confidence", number(c.confidence as usize)),
                ],
            )
        });
        list("Channel", channels)
    }

    fn authority(&self, id: &str, a: &Authority) -> Row {
        self.entry(
            "Authority",
            &[
                ("id", self.word(id)),
                ("name", self.text(&a.name)),
                ("short", self.maybe_text(&a.short)),
                ("level", number(a.level as usize)),
                ("power", number(a.power as usize)),
                ("under", option(1, a.under.as_ref().map(|under| self.authority_id(under)))),
                ("does", self.text(&a.does)),
                ("channels", self.channels(&a.channels)),
                ("complaint", self.maybe_text(&a.complaint)),
                ("sources", self.sources(&a.sources)),
                ("checked", self.word(&a.checked)),
                ("review", self.review(&a.review)),
            ],
        )
    }

    fn law(&self, id: &str, l: &Law) -> Row {
        self.entry(
            "Law",
            &[
                ("id", self.word(id)),
                ("kind", number(l.kind as usize)),
                ("number", self.maybe_word(&l.number)),
                ("title", self.text(&l.title)),
                ("date", self.maybe_word(&l.date)),
                ("state", number(l.state as usize)),
                ("since", self.maybe_word(&l.since)),
                ("replaced_by", option(1, l.replaced_by.as_ref().map(|by| number(at(&self.content.laws, by))))),
                ("says", self.text(&l.says)),
                ("sources", self.sources(&l.sources)),
                ("checked", self.word(&l.checked)),
                ("review", self.review(&l.review)),
            ],
        )
    }

    fn standard(&self, s: &Standard) -> Row {
        let texts = s.texts().into_iter().map(|(name, text)| (name, self.text(text)));
        let all: Vec<_> = [("id", self.word(&s.id))].into_iter().chain(texts).collect();
        self.entry("Standard", &all)
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

    fn right_at(&self, id: &str) -> usize {
        let mut rights: Vec<_> = self.content.rights.iter().collect();
        rights.sort_by_key(|(_, right)| right.order);
        rights.iter().position(|(name, _)| *name == id).unwrap_or(0)
    }
}

/// Every source of a service once, those of the claims first.
fn all_sources(s: &Service) -> Vec<String> {
    let claims = s.claims.iter().flat_map(|c| c.sources.iter().chain(c.conflict.iter().flat_map(|x| x.sources.iter())));
    let changes = s.changes.iter().flat_map(|c| c.sources.iter());
    let notes = s.notes.iter().flat_map(|n| n.sources.iter()).chain(s.duties.iter().flat_map(|d| d.sources.iter()));
    let mut all: Vec<String> = Vec::new();
    for source in claims.chain(changes).chain(notes).chain(&s.sources) {
        if !all.contains(source) {
            all.push(source.clone());
        }
    }
    all
}

fn list(kind: &'static str, items: impl Iterator<Item = Row>) -> Row {
    vec![Cell::List(kind, items.collect())]
}

/// A text in Khmer and English as it is shown.
fn both(text: &Text) -> (String, String) {
    (shown_khmer(&text.km), text.en.replace('`', ""))
}

fn at<T>(entries: &BTreeMap<String, T>, id: &str) -> usize {
    entries.keys().position(|key| key == id).unwrap_or(0)
}

/// Who published a source: what stands before "អំពី" and " on ". The subject is for editors; the page that cites it says it
/// already. Measured: 7 KB less after brotli.
fn publisher(name: &Text) -> Text {
    let km = name.km.split_once("អំពី").map(|(publisher, _)| publisher.trim_end());
    let en = name.en.split_once(" on ").map(|(publisher, _)| publisher);
    match (km, en) {
        (Some(km), Some(en)) if km.chars().any(crate::khmer::is_khmer) && !en.is_empty() => {
            Text { km: km.to_owned(), en: en.to_owned() }
        }
        _ => name.clone(),
    }
}

/// Khmer as it is shown: backticks gone, thousands held together by a no-break space.
fn shown_khmer(km: &str) -> String {
    let chars: Vec<char> = km.chars().filter(|c| *c != '`').collect();
    let digit = |i: Option<usize>| i.and_then(|i| chars.get(i)).is_some_and(|c| ('\u{17e0}'..='\u{17e9}').contains(c));
    let mut out = String::with_capacity(km.len());
    for (i, c) in chars.iter().enumerate() {
        let group = *c == ' ' && digit(i.checked_sub(1)) && (1..=3).all(|k| digit(Some(i + k))) && !digit(Some(i + 4));
        out.push(if group { '\u{a0}' } else { *c });
    }
    out
}
