//! Small words that the tests of plans and store are written in.
#![allow(dead_code)]

mod tried;

use std::rc::Rc;

use phlov::dates::Date;
use phlov::plan::{Book, Cause, Field, ItemId, List, NeedKind, Pen, PlanSeed, Replica, Sheet, SheetId};
use phlov::platform::memory::{MemoryJournal, MemoryShelf};
use phlov::platform::storage::{Fault, Journal, Shelf};
use phlov::saved::{News, Notice, SaveState, Store};
pub use tried::{count, lost_bytes, Trial};

/// Words that break things: Khmer with subscripts, emoji, marks of direction, markup, quotes, control characters.
pub const NASTY: &[&str] = &[
    "ខ្ញុំចង់ចុះបញ្ជីអាជីវកម្មនៅស្រុក",
    "👩🏽‍🌾🇰🇭 e\u{301}",
    "\u{202e}abc\u{200f}\u{200b}",
    "<script>alert('x')</script>&amp;\"\\",
    "line\nline\r\n\t\u{0}",
    " ",
    "= phlov:plan:x 3",
];

pub fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

pub fn today() -> Date {
    day("2026-01-05")
}

/// A pen that knows nothing of other plans.
pub fn pen(who: u32) -> Pen {
    Pen { who: Replica(who), today: today(), after: 0 }
}

pub fn id(n: u64) -> SheetId {
    SheetId::from_random(n)
}

/// A plan from a service with three steps, two documents, two questions.
pub fn plan(n: u64) -> Sheet {
    let seed = PlanSeed { steps: &[1, 2, 3], documents: &[1, 2], questions: &[2, 1] };
    Sheet::new(id(n), Some("nssf-registration"), Some("get-insured"), &pen(1), &seed)
}

pub fn item(text: &str) -> ItemId {
    ItemId::parse(text).expect("an item id")
}

pub fn need() -> Field {
    Field::Need
}

/// Dice that fall the same way every time.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// 0 to `sides` - 1.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 33) as usize) % sides
    }

    pub fn bytes(&mut self) -> [u8; 3] {
        [self.roll(256) as u8, self.roll(256) as u8, self.roll(256) as u8]
    }
}

/// One of all commands, chosen by three bytes.
pub fn command(plan: &mut Sheet, pen: &Pen, choice: [u8; 3], text: &str) -> bool {
    let [what, a, b] = choice;
    let nth = usize::from(a) % plan.items.len().max(1);
    let Some(id) = plan.items.keys().nth(nth).cloned() else {
        return false;
    };
    let list = List::ALL[usize::from(a) % 3];
    let field = field(plan, choice);
    let other = plan.words(&field).and_then(|words| words.others().first().map(|said| said.stamp));
    let clock = plan.clock();
    let cause = [None, Some(Cause::ALL[usize::from(b) % 6])][usize::from(a) % 2];
    let _ = match what % 16 {
        0 | 1 => plan.add_item(pen, list, text).from().is_none(),
        2 => plan.add_from(pen, list, 1 + b % 5).from().is_some(),
        3 => plan.set_done(pen, &id, b % 2 == 0),
        4 => plan.remove_item(pen, &id),
        5 => plan.move_up(pen, &id),
        6 => plan.move_down(pen, &id),
        7 if a % 2 == 0 => plan.set_fact(pen, ["outcome", "waits"][usize::from(b) % 2], ["", "a", "b"][usize::from(b) % 3]),
        7 => plan.set_kind(pen, NeedKind::ALL[usize::from(b) % 3]),
        8 if b % 2 == 0 => {
            plan.set_item_fact(pen, &id, ["day", "who"][usize::from(b) % 4 / 2], ["", "a", "b"][usize::from(b) % 3])
        }
        8 => plan.set_cause(pen, cause),
        9 => plan.set_deadline(pen, Some(today().plus_days(b.into()))),
        10 => plan.set_archived(pen, b % 2 == 0),
        11 => plan.set_removed(pen, b % 2 == 0),
        12 => other.is_some_and(|other| plan.dismiss_other(pen, &field, other)),
        13 => other.is_some_and(|other| plan.choose_other(pen, &field, other)),
        _ => plan.write(pen, &field, text),
    };
    plan.clock() > clock
}

/// The field that a command with this choice writes.
pub fn field(plan: &Sheet, [_, a, b]: [u8; 3]) -> Field {
    let nth = usize::from(a) % plan.items.len().max(1);
    match (b % 5, plan.items.keys().nth(nth)) {
        (0, _) | (_, None) => Field::Title,
        (1, _) => Field::Need,
        (2, _) => Field::Note("waits".into()),
        (3, Some(id)) => Field::Item(id.clone()),
        (_, Some(id)) => Field::ItemNote(id.clone(), ["answer", "why"][usize::from(a) % 2].into()),
    }
}

/// What a person sees of a plan.
pub fn shown(plan: &Sheet) -> String {
    let words = |words: &phlov::plan::Words| {
        let others: Vec<&str> = words.others().iter().map(|s| s.text.as_str()).collect();
        format!("{:?} {others:?}", words.current())
    };
    let mut out = format!(
        "{} {} {:?} {:?} {:?} {} {}\n",
        words(&plan.title),
        words(&plan.need),
        plan.kind.value,
        plan.cause.value,
        plan.deadline.value,
        plan.archived.value,
        plan.removed.value,
    );
    let more = |facts: &phlov::plan::Facts, notes: &phlov::plan::Notes| {
        let facts: Vec<String> =
            facts.iter().map(|(name, fact)| format!("{name}={}", fact.value)).filter(|fact| !fact.ends_with('=')).collect();
        let notes: Vec<String> = notes
            .iter()
            .map(|(name, note)| format!("{name}: {}", words(note)))
            .filter(|note| !note.ends_with(": \"\" []"))
            .collect();
        format!("{facts:?} {notes:?}")
    };
    out += &more(&plan.facts, &plan.notes);
    for list in List::ALL {
        for item in plan.visible(list) {
            out += &format!("{} {} {} {}\n", item.id, words(&item.text), item.done.value, more(&item.facts, &item.notes));
        }
    }
    out
}

/// A phone: one shelf, one journal, any number of tabs.
#[derive(Clone, Default)]
pub struct Phone {
    pub shelf: MemoryShelf,
    pub journal: MemoryJournal,
}

impl Phone {
    pub fn open(&self, who: u32) -> Tab {
        Tab::open(who, self.shelf.clone(), Some(self.journal.clone()))
    }

    pub fn open_other_tab(&self, who: u32) -> Tab {
        Tab::open(who, self.shelf.other_tab(), Some(self.journal.clone()))
    }

    /// The phone after its browser was killed this moment.
    pub fn killed(&self) -> Phone {
        Phone { shelf: self.shelf.after_kill(), journal: self.journal.after_kill() }
    }
}

/// An open app: what `ui/state` does, without the screen.
pub struct Tab {
    pub store: Store,
    pub book: Book,
    pub shelf: MemoryShelf,
    pub journal: Option<MemoryJournal>,
    pub who: u32,
    /// What the clock of the phone says.
    pub today: Date,
    pub notices: Vec<Notice>,
    /// Messages to other tabs.
    pub told: Vec<(String, String)>,
    /// The last state that was told.
    pub state: SaveState,
}

impl Tab {
    pub fn open(who: u32, shelf: MemoryShelf, journal: Option<MemoryJournal>) -> Tab {
        let records = journal.as_ref().map(|journal| journal.texts());
        let records = records.map(|texts| texts.into_iter().collect());
        Tab::open_with(who, shelf, journal, records.ok_or(Fault::Blocked))
    }

    pub fn open_with(
        who: u32,
        shelf: MemoryShelf,
        journal: Option<MemoryJournal>,
        records: Result<Vec<(String, String)>, Fault>,
    ) -> Tab {
        let lower: Rc<dyn Shelf> = Rc::new(shelf.clone());
        let upper = journal.clone().map(|journal| Rc::new(journal) as Rc<dyn Journal>);
        let opened = Store::open(lower, upper, records);
        let mut tab = Tab {
            store: opened.store,
            book: opened.book,
            shelf,
            journal,
            who,
            today: today(),
            notices: opened.notices,
            told: Vec::new(),
            state: SaveState::Idle,
        };
        tab.look();
        tab
    }

    pub fn pen(&self) -> Pen {
        self.book.pen(Replica(self.who), self.today)
    }

    /// Looks at the news, as the screen does.
    pub fn look(&mut self) {
        for news in self.store.take_news() {
            match news {
                News::Sheet(plan) => {
                    self.book.fold(&plan);
                }
                News::Prefs(prefs) => {
                    self.book.fold_prefs(&prefs);
                }
                News::Tell { key, text } => self.told.push((key, text)),
                News::State(state) => self.state = state,
                News::Notice(notice) => self.notices.push(notice),
            }
        }
    }

    /// Adds a new plan, as given.
    pub fn add(&mut self, plan: Sheet) -> SaveState {
        let state = self.store.save_plan(&plan);
        self.book.sheets.insert(plan.id.clone(), plan);
        self.look();
        state
    }

    /// Edits a plan and saves it.
    pub fn edit(&mut self, id: &SheetId, command: impl FnOnce(&mut Sheet, &Pen)) -> SaveState {
        let pen = self.pen();
        let plan = self.book.sheets.get_mut(id).expect("the plan");
        command(plan, &pen);
        let plan = plan.clone();
        let state = self.store.save_plan(&plan);
        self.look();
        state
    }

    /// Lets the journal do all it has to do.
    pub fn settle(&mut self) {
        if let Some(journal) = &self.journal {
            journal.run_all();
        }
        self.look();
    }

    /// Gets a message of another tab.
    pub fn hear(&mut self, key: &str, text: &str) {
        self.store.refresh(&self.book, key, text);
        self.look();
    }

    /// Every text of every plan, versions included.
    pub fn all_words(&self) -> Vec<String> {
        all_words(&self.book)
    }
}

pub fn all_words(book: &Book) -> Vec<String> {
    let mut all = Vec::new();
    for plan in book.sheets.values() {
        let items = plan.items.values().flat_map(|item| std::iter::once(&item.text).chain(item.notes.values()));
        for words in items.chain([&plan.title, &plan.need]).chain(plan.notes.values()) {
            all.extend(words.versions().iter().map(|said| said.text.clone()));
        }
    }
    all
}

/// Adds a question to a plan.
pub fn note(text: &str) -> impl FnOnce(&mut Sheet, &Pen) + '_ {
    move |plan, pen| {
        plan.add_item(pen, List::Question, text);
    }
}

/// Whether all expected texts are among the words.
pub fn has_all(words: &[String], expected: &[String]) -> bool {
    expected.iter().all(|text| words.contains(text))
}

/// Whether a copy has seen every edit that it holds: without that, a later edit could take the stamp of an earlier one.
pub fn has_seen_itself(plan: &Sheet) -> bool {
    let mut stamps = vec![plan.touched.stamp, plan.kind.stamp, plan.cause.stamp, plan.deadline.stamp];
    stamps.extend([plan.archived.stamp, plan.removed.stamp]);
    let mut words = vec![&plan.title, &plan.need];
    stamps.extend(plan.facts.values().map(|fact| fact.stamp));
    words.extend(plan.notes.values());
    for item in plan.items.values() {
        stamps.extend([item.done.stamp, item.removed.stamp, item.place.stamp]);
        stamps.extend(item.facts.values().map(|fact| fact.stamp));
        words.push(&item.text);
        words.extend(item.notes.values());
    }
    stamps.extend(words.iter().flat_map(|words| words.versions()).map(|said| said.stamp));
    stamps.into_iter().all(|stamp| plan.seen.covers(stamp))
}
