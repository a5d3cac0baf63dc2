//! Entries → Rust source. References between entries become indexes into the tables, so an unknown
//! id cannot exist at run time. The types are in `src/kb/schema.rs`.

mod reading;

use crate::model::*;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

/// What the build writes.
pub struct Emitted {
    /// The Rust source of the tables, to be `include!`d by `src/kb/mod.rs`.
    pub source: String,
    /// The texts that stand unpacked, one Rust string literal a line: for measuring what they weigh.
    pub texts: String,
    /// All texts as they are shown, in Khmer and English, by number: for tests.
    pub shown: Vec<(String, String)>,
    /// What is packed, by name.
    pub packed: Vec<(&'static str, Vec<u8>)>,
}

/// `content` has been checked.
pub fn emit(content: &Content) -> Emitted {
    let e = Emit {
        content,
        texts: RefCell::default(),
        words: RefCell::default(),
        links: RefCell::default(),
        rows: RefCell::default(),
    };
    // Texts are numbered in this order; those that are not in it (a new kind of entry) come after.
    for text in crate::order::plain(content) {
        e.text(text);
    }
    let plain = e.texts.borrow().list.len();
    for text in crate::order::long(content) {
        e.text(text);
    }
    // Rights and aims have an order of their own; the rest stands by id.
    let mut rights: Vec<_> = content.rights.iter().collect();
    rights.sort_by_key(|(_, right)| right.order);
    let mut aims: Vec<_> = content.aims.iter().collect();
    aims.sort_by_key(|(_, aim)| aim.order);
    let mut source = [
        table("RIGHTS", "Right", rights.iter().map(|(id, r)| e.right(id, r))),
        table("AIMS", "Aim", aims.iter().map(|(id, a)| e.aim(id, a))),
        table("SERVICES", "Service", content.services.iter().map(|(id, s)| e.service(id, s))),
        table("AUTHORITIES", "Authority", content.authorities.iter().map(|(id, a)| e.authority(id, a))),
        table("LAWS", "Law", content.laws.iter().map(|(id, l)| e.law(id, l))),
        table("SOURCES", "Source", content.sources.values().map(|s| e.source(s))),
        table("STANDARDS", "Standard", content.standards.iter().map(|s| entry("Standard", &[("before", e.text(&s.before))]))),
    ]
    .concat();
    source.push_str(&e.reading());
    let rows = e.rows.into_inner();
    for (kind, table) in LISTED {
        let rows = rows.get(kind).map_or(&[][..], Vec::as_slice);
        source.push_str(&format!("pub static {table}: [{kind}; {}] = [{}];\n", rows.len(), rows.join(", ")));
    }
    let texts = e.texts.into_inner().list;
    let khmer: Vec<&str> = texts.iter().map(|(km, _)| km.as_str()).collect();
    let english: Vec<&str> = texts.iter().map(|(_, en)| en.as_str()).collect();
    let (khmer, long_khmer) = khmer.split_at(plain);
    let (english, long_english) = english.split_at(plain);
    source.push_str(&khmer_static("KM", khmer));
    source.push_str(&format!("pub static PLAIN: u16 = {plain};\n"));
    let words = e.words.into_inner().list;
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let links = e.links.into_inner().list;
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    let mut packed = Vec::new();
    for (name, bytes) in [
        ("KM_PACKED", khmer_bytes(long_khmer)),
        ("EN_PACKED", joined(long_english).into_bytes()),
        ("LINKS_PACKED", joined(&links).into_bytes()),
    ] {
        // It packs at most 255 letters; a text has fewer.
        let bytes = phlov_pack::pack(&bytes).unwrap_or_default();
        source.push_str(&bytes_static(name, &bytes));
        packed.push((name, bytes));
    }
    let mut listed = String::new();
    for (name, list) in [("EN", english), ("WORDS", &words)] {
        source.push_str(&strings_static(name, list));
        listed.push_str(&format!("{:?}\n", joined(list)));
    }
    Emitted { source, texts: listed, shown: texts, packed }
}

/// Words from this number on are links; as in `src/kb/schema.rs`.
const LINKS: usize = 0x8000;

/// As `STRIDE` in `src/kb/schema.rs`.
const STRIDE: usize = 64;

/// The kinds that stand in lists, and their tables.
const LISTED: [(&str, &str); 28] = [
    ("u8", "BYTES"),
    ("Text", "TEXTS"),
    ("RightId", "RIGHT_IDS"),
    ("ServiceId", "SERVICE_IDS"),
    ("LawId", "LAW_IDS"),
    ("SourceId", "SOURCE_IDS"),
    ("FinderQuestion", "FINDER_QUESTIONS"),
    ("FinderOption", "FINDER_OPTIONS"),
    ("FinderResult", "FINDER_RESULTS"),
    ("When", "WHENS"),
    ("Role", "ROLES"),
    ("Basis", "BASES"),
    ("Step", "STEPS"),
    ("Document", "DOCUMENTS"),
    ("Claim", "CLAIMS"),
    ("Question", "QUESTIONS"),
    ("Change", "CHANGES"),
    ("Note", "NOTES"),
    ("Channel", "CHANNELS"),
    ("Duty", "DUTIES"),
    ("Fact", "FACTS"),
    ("Window", "WINDOWS"),
    ("ProfileOption", "PROFILE_OPTIONS"),
    ("Part", "PARTS"),
    ("Quiz", "QUIZZES"),
    ("QuizOption", "QUIZ_OPTIONS"),
    ("Screen", "SCREENS"),
    ("TermId", "TERM_IDS"),
];

/// All strings of a kind in one, each ended by a line break.
fn joined(list: &[&str]) -> String {
    list.iter().flat_map(|text| [text, "\n"]).collect()
}

/// The characters beside Khmer and ASCII that a Khmer text may hold, as the bytes 1 to 8; as in `src/kb/schema.rs`.
const OTHERS: [char; 8] = ['\u{a0}', '…', '«', '»', '–', '×', '\u{200b}', '—'];

/// One byte a letter, `None` for a character that has none.
pub fn byte(letter: char) -> Option<u8> {
    match letter {
        '\u{1780}'..='\u{17ff}' => Some((letter as u32 - 0x1780 + 0x80) as u8),
        '\n' | ' '..='~' => Some(letter as u8),
        _ => OTHERS.iter().position(|other| *other == letter).map(|at| at as u8 + 1),
    }
}

fn khmer_static(name: &str, list: &[&str]) -> String {
    let starts = starts(list.iter().map(|text| text.chars().count()));
    let all = bytes_static(&format!("{name}_ALL"), &khmer_bytes(list));
    format!(
        "{all}pub static {name}_STARTS: [u32; {}] = {starts:?};\npub static {name}: Strings = Strings {{ all: &{name}_ALL, starts: &{name}_STARTS }};\n",
        starts.len()
    )
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

fn table(name: &str, of: &str, rows: impl Iterator<Item = String>) -> String {
    let rows: Vec<String> = rows.collect();
    format!(
        "pub static {name}: [{of}; {}] = [\n{}];\n",
        rows.len(),
        rows.iter().map(|r| format!("    {r},\n")).collect::<String>()
    )
}

struct Emit<'a> {
    content: &'a Content,
    texts: RefCell<Numbered<(String, String)>>,
    words: RefCell<Numbered<String>>,
    /// Words that are addresses of pages: packed too, they are shown with sources only.
    links: RefCell<Numbered<String>>,
    /// The rows of the tables that lists are parts of, by kind.
    rows: RefCell<BTreeMap<&'static str, Vec<String>>>,
}

impl Emit<'_> {
    fn text(&self, text: &Text) -> String {
        let both = (shown_khmer(&text.km), text.en.replace('`', ""));
        format!("Text({})", self.texts.borrow_mut().number(both))
    }

    fn texts_list(&self, texts: &[Text]) -> String {
        self.list("Text", texts.iter().map(|text| self.text(text)))
    }

    /// Puts the items into the table of their kind; equal runs are shared.
    fn list(&self, kind: &'static str, items: impl Iterator<Item = String>) -> String {
        // Items may put lists of their own into tables, so they are made before the table is touched.
        let items: Vec<String> = items.collect();
        let mut rows = self.rows.borrow_mut();
        let table = rows.entry(kind).or_default();
        let there = table.windows(items.len().max(1)).position(|run| run == items);
        let at = if items.is_empty() { 0 } else { there.unwrap_or(table.len()) };
        if there.is_none() {
            table.extend(items.iter().cloned());
        }
        format!("List::new({at}, {})", items.len())
    }

    fn word(&self, word: &str) -> String {
        let number = match word.contains("://") {
            true => LINKS + self.links.borrow_mut().number(word.to_owned()),
            false => self.words.borrow_mut().number(word.to_owned()),
        };
        format!("Word({number})")
    }

    fn review(&self, r: &Review) -> String {
        let yes = |state: ReviewState| state == ReviewState::Reviewed;
        let word = |word: &Option<String>| self.word(word.as_deref().unwrap_or(""));
        format!(
            "Review {{ km: {}, en: {}, law: {}, by: {}, on: {} }}",
            yes(r.km),
            yes(r.en),
            yes(r.law),
            word(&r.by),
            word(&r.on)
        )
    }

    fn maybe_text(&self, text: &Option<Text>) -> String {
        option(text.as_ref().map(|text| self.text(text)))
    }

    fn maybe_word(&self, word: &Option<String>) -> String {
        self.word(word.as_deref().unwrap_or(""))
    }

    fn right(&self, id: &str, r: &Right) -> String {
        entry(
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

    fn aim(&self, id: &str, a: &Aim) -> String {
        let when = |when: &[When]| {
            self.list(
                "When",
                when.iter().map(|w| {
                    let at = a.questions.iter().position(|q| q.id == w.question).unwrap_or(0);
                    let any = w.any.iter().filter_map(|o| a.questions[at].options.iter().position(|option| option.id == *o));
                    format!("When {{ question: {at}, any: {} }}", self.list("u8", any.map(|i| i.to_string())))
                }),
            )
        };
        let questions = a.questions.iter().map(|q| {
            let options = q.options.iter().map(|o| {
                let icon = option(o.icon.as_ref().map(|icon| self.word(icon)));
                entry("FinderOption", &[("id", self.word(&o.id)), ("icon", icon), ("text", self.text(&o.text))])
            });
            entry(
                "FinderQuestion",
                &[
                    ("text", self.text(&q.text)),
                    ("help", self.maybe_text(&q.help)),
                    ("ask_when", when(&q.ask_when)),
                    ("options", self.list("FinderOption", options)),
                ],
            )
        });
        let results = a.results.iter().map(|r| {
            entry(
                "FinderResult",
                &[
                    ("service", format!("ServiceId({})", at(&self.content.services, &r.service))),
                    ("when", when(&r.when)),
                    ("because", self.text(&r.because)),
                    ("why_not", self.maybe_text(&r.why_not)),
                ],
            )
        });
        entry(
            "Aim",
            &[
                ("id", self.word(id)),
                ("icon", self.word(&a.icon)),
                ("title", self.text(&a.title)),
                ("hint", self.maybe_text(&a.hint)),
                ("find_out", self.text(&a.find_out)),
                ("questions", self.list("FinderQuestion", questions)),
                ("results", self.list("FinderResult", results)),
                ("review", self.review(&a.review)),
            ],
        )
    }

    fn service(&self, id: &str, s: &Service) -> String {
        let services = |ids: &[String]| self.services(ids);
        let roles =
            s.authorities.iter().map(|r| entry("Role", &[("authority", self.authority_id(&r.id)), ("role", self.text(&r.role))]));
        let basis = s.basis.iter().map(|b| {
            entry(
                "Basis",
                &[("law", format!("LawId({})", at(&self.content.laws, &b.law))), ("article", self.maybe_text(&b.article))],
            )
        });
        let steps = s.steps.iter().map(|x| {
            entry(
                "Step",
                &[
                    ("n", x.n.to_string()),
                    ("text", self.text(&x.text)),
                    ("after", self.list("u8", x.after.iter().map(u8::to_string))),
                ],
            )
        });
        let documents = s.documents.iter().map(|d| entry("Document", &[("n", d.n.to_string()), ("text", self.text(&d.text))]));
        let if_nothing = s.if_nothing.as_ref().map(|i| self.if_nothing(i));
        let questions = s.questions.iter().map(|q| {
            entry(
                "Question",
                &[
                    ("n", q.n.to_string()),
                    ("text", self.text(&q.text)),
                    ("why", self.maybe_text(&q.why)),
                    ("unknown", option(q.unknown.map(|u| format!("About::{u:?}")))),
                ],
            )
        });
        let complaint = s.complaint.as_ref().map(|c| {
            entry("Complaint", &[("text", self.text(&c.text)), ("to", option(c.to.as_ref().map(|to| self.authority_id(to))))])
        });
        let changes = s.changes.iter().map(|c| {
            entry(
                "Change",
                &[
                    ("old", self.text(&c.old)),
                    ("new", self.text(&c.new)),
                    ("since", self.word(&c.since)),
                    ("sources", self.sources(&c.sources)),
                    ("confidence", format!("Confidence::{:?}", c.confidence)),
                ],
            )
        });
        entry(
            "Service",
            &[
                ("id", self.word(id)),
                ("kind", format!("Kind::{:?}", s.kind)),
                ("rights", self.list("RightId", s.rights.iter().map(|r| format!("RightId({})", self.right_at(r))))),
                ("icon", self.word(&s.icon)),
                ("title", self.text(&s.title)),
                ("summary", self.text(&s.summary)),
                ("who", self.text(&s.who)),
                ("need", self.text(&s.need)),
                ("authorities", self.list("Role", roles)),
                ("basis", self.list("Basis", basis)),
                ("steps", self.list("Step", steps)),
                ("documents", self.list("Document", documents)),
                ("claims", self.list("Claim", s.claims.iter().map(|c| self.claim(c, &s.checked)))),
                ("if_nothing", option(if_nothing)),
                ("before", services(&s.before)),
                ("after", services(&s.after)),
                ("questions", self.list("Question", questions)),
                ("complaint", option(complaint)),
                ("changes", self.list("Change", changes)),
                ("notes", self.list("Note", s.notes.iter().map(|n| entry("Note", &[("text", self.text(&n.text))])))),
                ("duties", self.list("Duty", s.duties.iter().map(|d| self.duty(d)))),
                ("sources", self.sources(&all_sources(s))),
                ("checked", self.word(&s.checked)),
                ("review", self.review(&s.review)),
            ],
        )
    }

    fn if_nothing(&self, i: &IfNothing) -> String {
        entry("IfNothing", &[("text", self.text(&i.text)), ("repairable", format!("Repairable::{:?}", i.repairable))])
    }

    fn claim(&self, c: &Claim, checked: &str) -> String {
        let conflict = c.conflict.as_ref().map(|x| {
            entry(
                "Conflict",
                &[
                    ("value", self.text(&x.value)),
                    ("sources", self.sources(&x.sources)),
                    ("date", self.maybe_word(&x.date)),
                    ("confidence", format!("Confidence::{:?}", x.confidence)),
                ],
            )
        });
        entry(
            "Claim",
            &[
                ("about", format!("About::{:?}", c.about)),
                ("label", self.maybe_text(&c.label)),
                ("value", self.text(&c.value)),
                ("sources", self.sources(&c.sources)),
                ("date", self.maybe_word(&c.date)),
                ("confidence", format!("Confidence::{:?}", c.confidence)),
                ("checked", self.word(c.checked.as_deref().unwrap_or(checked))),
                ("conflict", option(conflict)),
            ],
        )
    }

    fn channels(&self, channels: &[Channel]) -> String {
        let channels = channels.iter().map(|c| {
            entry(
                "Channel",
                &[
                    ("kind", format!("ChannelKind::{:?}", c.kind)),
                    ("value", self.word(&c.value)),
                    ("note", self.maybe_text(&c.note)),
                    ("sources", self.sources(&c.sources)),
                    ("date", self.maybe_word(&c.date)),
                    ("confidence", format!("Confidence::{:?}", c.confidence)),
                ],
            )
        });
        self.list("Channel", channels)
    }

    fn authority(&self, id: &str, a: &Authority) -> String {
        entry(
            "Authority",
            &[
                ("id", self.word(id)),
                ("name", self.text(&a.name)),
                ("short", self.maybe_text(&a.short)),
                ("level", format!("Level::{:?}", a.level)),
                ("power", format!("Power::{:?}", a.power)),
                ("under", option(a.under.as_ref().map(|under| self.authority_id(under)))),
                ("does", self.text(&a.does)),
                ("channels", self.channels(&a.channels)),
                ("complaint", self.maybe_text(&a.complaint)),
                ("sources", self.sources(&a.sources)),
                ("checked", self.word(&a.checked)),
                ("review", self.review(&a.review)),
            ],
        )
    }

    fn law(&self, id: &str, l: &Law) -> String {
        entry(
            "Law",
            &[
                ("id", self.word(id)),
                ("kind", format!("LawKind::{:?}", l.kind)),
                ("number", self.maybe_word(&l.number)),
                ("title", self.text(&l.title)),
                ("date", self.maybe_word(&l.date)),
                ("state", format!("LawState::{:?}", l.state)),
                ("since", self.maybe_word(&l.since)),
                ("replaced_by", option(l.replaced_by.as_ref().map(|by| format!("LawId({})", at(&self.content.laws, by))))),
                ("says", self.text(&l.says)),
                ("sources", self.sources(&l.sources)),
                ("checked", self.word(&l.checked)),
                ("review", self.review(&l.review)),
            ],
        )
    }

    fn source(&self, s: &Source) -> String {
        let url = if s.url.starts_with("shared:") { "" } else { &s.url };
        let date = if s.date == "undated" { "" } else { &s.date };
        entry("Source", &[("name", self.text(&publisher(&s.name))), ("url", self.word(url)), ("date", self.word(date))])
    }

    fn authority_id(&self, id: &str) -> String {
        format!("AuthorityId({})", at(&self.content.authorities, id))
    }

    fn sources(&self, ids: &[String]) -> String {
        self.list("SourceId", ids.iter().map(|id| format!("SourceId({})", at(&self.content.sources, id))))
    }

    fn laws(&self, ids: &[String]) -> String {
        self.list("LawId", ids.iter().map(|id| format!("LawId({})", at(&self.content.laws, id))))
    }

    fn services(&self, ids: &[String]) -> String {
        self.list("ServiceId", ids.iter().map(|id| self.service_id(id)))
    }

    fn service_id(&self, id: &str) -> String {
        format!("ServiceId({})", at(&self.content.services, id))
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

/// `Kind { field: value, … }`
fn entry(kind: &str, fields: &[(&str, String)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!("{kind} {{ {} }}", fields.join(", "))
}

fn at<T>(entries: &BTreeMap<String, T>, id: &str) -> usize {
    entries.keys().position(|key| key == id).unwrap_or(0)
}

fn option(value: Option<String>) -> String {
    value.map_or("None".into(), |value| format!("Some({value})"))
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
