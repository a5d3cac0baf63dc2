//! The people she deals with: a typed view over sheets of [`What::Person`](super::What::Person), and what to do next with them.
//!
//! The rules are the guide's ("Meeting With Officials"): begin with whom you know, ask the director only whom to speak to,
//! build contacts with technical staff; meet at their rhythm, never often; remember the person. Codes of facts are read
//! into enums here and nowhere else.

use super::sort::{sort_by_key, sort_many};
use super::{fact, Book, Field, How, Item, ItemId, List, Pen, Replica, Sheet, SheetId};
use crate::dates::Date;

/// Enums that stand in facts by a code. An unknown code (of a newer app) reads as `None`.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $code:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$each])* $variant,)+ }

        impl $name {
            /// All, in the order of the screen.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];
            /// The codes of all, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code,)+];

            /// As it stands in facts.
            pub fn code(self) -> &'static str {
                $name::CODES.get(self as usize).copied().unwrap_or_default()
            }

            /// Reads a fact.
            pub fn parse(code: &str) -> Option<$name> {
                let at = $name::CODES.iter().position(|known| *known == code)?;
                $name::ALL.get(at).copied()
            }
        }
    )+};
}

codes! {
    /// How near a person is; the order of the guide's ladder.
    Level {
        /// Somebody she already knows there.
        Known = "known",
        /// The director, asked only whom to speak to.
        Director = "director",
        /// Technical staff, who know the details and deal with citizens.
        Staff = "staff",
        /// The focal point of an organization or network, who speaks for many.
        Focal = "focal",
    }
    /// What came of a contact.
    Reply {
        /// They answered the question.
        Answered = "answered",
        /// They promised something.
        Promised = "promised",
        /// They named somebody else to speak to.
        Referred = "referred",
        /// No answer: a try, not a contact.
        NoAnswer = "none",
        /// They asked her to come back later.
        ComeBack = "later",
        /// They agreed to meet.
        Visit = "visit",
    }
}

/// The ways to reach somebody, as codes, in the order of [`How::ALL`].
pub const HOWS: &[&str] = &["visit", "phone", "sms", "telegram", "whatsapp", "messenger", "email"];
/// The forms of address, as codes; which words they are is the business of the screens.
pub const CALLED: &[&str] = &["mr", "mrs", "miss", "excellency", "lady", "elder"];

/// Days between two contacts unless they wish otherwise: a quarter. Rhythms are counted in days, so that the end of a
/// month and a leap year need no rule of their own.
pub const QUARTER: i32 = 91;
/// The rhythms to choose from: monthly, quarterly, half-yearly.
pub const RHYTHMS: &[&str] = &["30", "91", "182"];
/// The longest own rhythm.
const LONGEST: i32 = 730;
const WEEK: i32 = 7;
const YEAR: i32 = 365;
/// Tries without answer in a row after which another way is shown.
pub const ENOUGH_TRIES: usize = 2;

/// A contact of the log.
#[derive(Clone, Copy, Debug)]
pub struct Contact<'a> {
    /// The line of the sheet.
    pub item: &'a Item,
    /// When; `None` when the day cannot be read.
    pub day: Option<Date>,
    /// How.
    pub way: Option<How>,
    /// What came of it.
    pub outcome: Option<Reply>,
}

impl Contact<'_> {
    /// Whether somebody was there. A result of a newer app counts as one: rather ask too seldom than too often.
    pub(super) fn is_real(&self) -> bool {
        self.outcome != Some(Reply::NoAnswer)
    }

    fn is_good(&self) -> bool {
        matches!(self.outcome, Some(Reply::Answered | Reply::Promised | Reply::Visit))
    }

    /// Whether it was about this plan.
    pub fn is_for(&self, plan: &SheetId) -> bool {
        self.item.fact(fact::PLAN) == plan.as_str()
    }
}

/// Who a person is to her; `None` when she has not said.
pub fn level(person: &Sheet) -> Option<Level> {
    Level::parse(person.fact(fact::LEVEL))
}

/// The log, the oldest contact first; those of one day in the order in which they were logged.
pub fn contacts(person: &Sheet) -> Vec<Contact<'_>> {
    let read = |item| Contact {
        item,
        day: item.day(fact::DAY),
        way: How::parse(item.fact(fact::HOW)),
        outcome: Reply::parse(item.fact(fact::RESULT)),
    };
    let mut log: Vec<Contact> = person.visible(List::Contact).into_iter().map(read).collect();
    sort_by_key(&mut log, |contact| contact.day);
    log
}

/// Logs a contact of today.
pub fn log(person: &mut Sheet, pen: &Pen, way: How, outcome: Reply, plan: Option<&SheetId>) -> ItemId {
    let id = person.add_item(pen, List::Contact, "");
    let facts = [
        (fact::DAY, pen.today.to_string()),
        (fact::HOW, way.code().to_owned()),
        (fact::RESULT, outcome.code().to_owned()),
        (fact::PLAN, plan.map(|plan| plan.to_string()).unwrap_or_default()),
    ];
    for (name, value) in facts {
        person.set_item_fact(pen, &id, name, &value);
    }
    id
}

/// People that are not in the bin, those touched last first.
pub fn all(book: &Book) -> Vec<&Sheet> {
    let mut people: Vec<&Sheet> = book.people().filter(|person| !person.removed.value).collect();
    sort_many(&mut people, &|one, other| one.touched.stamp > other.touched.stamp);
    people
}

/// The book as it stands on a day, looked through once for all people.
#[derive(Debug)]
pub struct Diary<'a> {
    book: &'a Book,
    today: Date,
    /// Meetings held, in any plan: with whom, when.
    met: Vec<(&'a str, Date)>,
}

impl<'a> Diary<'a> {
    /// Reads the book.
    pub fn new(book: &'a Book, today: Date) -> Diary<'a> {
        let mut met = Vec::new();
        for item in book.plans().filter(|plan| !plan.removed.value).flat_map(|plan| plan.items.values()) {
            if item.list == List::Meeting && !item.removed.value && !item.fact(fact::HELD).is_empty() {
                met.extend(item.day(fact::DAY).map(|day| (item.fact(fact::PERSON), day)));
            }
        }
        Diary { book, today, met }
    }

    fn met(&self, person: &Sheet) -> impl Iterator<Item = Date> + '_ {
        let id = person.id.clone();
        self.met.iter().filter(move |(with, day)| *with == id.as_str() && *day <= self.today).map(|(_, day)| *day)
    }

    // ── rhythm ──

    /// The day of the last real contact: a logged one or a meeting, no tries. What lies after today comes from a wrong clock
    /// and does not count ([`clock_is_doubtful`] says so).
    pub fn last_real(&self, person: &Sheet) -> Option<Date> {
        let logged = contacts(person).into_iter().filter(Contact::is_real).filter_map(|contact| contact.day);
        logged.chain(self.met(person)).filter(|day| *day <= self.today).max()
    }

    /// The next contact: the day they named in the last real one, else their rhythm counted from it. `None` before the first
    /// contact: there is nothing to be regular about yet.
    pub fn next_day(&self, person: &Sheet) -> Option<Date> {
        let last = self.last_real(person)?;
        let log = contacts(person);
        let named = log.iter().rfind(|contact| contact.is_real() && contact.day == Some(last));
        let named = named.and_then(|contact| contact.item.day(fact::DUE)).filter(|day| *day > last);
        Some(named.unwrap_or_else(|| last.plus_days(every(person))))
    }

    /// Everybody's next contact, the earliest first, spread so that no two are asked within a week, nor within a week of
    /// the last contact or try with anybody.
    pub fn asks(&self) -> Vec<Ask<'a>> {
        let people = all(self.book);
        let logged = people.iter().flat_map(|person| contacts(person)).filter_map(|contact| contact.day);
        let last = logged.filter(|day| *day <= self.today).max();
        let mut free = last.map_or(self.today, |day| day.plus_days(WEEK).max(self.today));
        let mut asks: Vec<Ask> = Vec::new();
        for person in people {
            if let Some(due) = self.next_day(person) {
                asks.push(Ask { person, due, on: due });
            }
        }
        sort_many(&mut asks, &|one, other| (one.due, &one.person.id) < (other.due, &other.person.id));
        for ask in &mut asks {
            ask.on = ask.due.max(free);
            free = ask.on.plus_days(WEEK);
        }
        asks
    }

    // ── no answer ──

    /// Tries without answer since somebody last answered or met her.
    pub fn tries<'p>(&self, person: &'p Sheet) -> Vec<Contact<'p>> {
        let met = self.met(person).max();
        let log = contacts(person);
        let since = log.iter().rposition(Contact::is_real).map_or(0, |at| at + 1);
        log.into_iter().skip(since).filter(|contact| contact.day > met).collect()
    }

    /// The options after [`ENOUGH_TRIES`] tries, none before. `ways`: those by which this person can be reached.
    pub fn instead(&self, person: &Sheet, ways: &[How]) -> Vec<Instead<'a>> {
        let tried = self.tries(person);
        if tried.len() < ENOUGH_TRIES {
            return Vec::new();
        }
        let fresh = ways.iter().filter(|way| tried.iter().all(|contact| contact.way != Some(**way)));
        let mut options: Vec<Instead> = fresh.map(|way| Instead::How(*way)).collect();
        let office = person.fact(fact::OFFICE);
        let beside = all(self.book).into_iter().filter(|other| other.id != person.id && works_at(other, office));
        options.extend(beside.filter(|other| self.tries(other).len() < ENOUGH_TRIES).map(Instead::Person));
        options.extend([Instead::Organization, Instead::Visit]);
        options
    }

    // ── the human side ──

    /// The idea for now: thanks after a solved plan; an invitation after two good contacts, and again after a year; once a year
    /// an honour, from the first year on. None but thanks while they do not answer.
    pub fn idea(&self, person: &Sheet) -> Option<Idea> {
        let did = |idea: Idea| Date::parse(person.fact(idea.fact()));
        let log = contacts(person);
        let with_them = |plan: &Sheet| {
            let meets =
                |item: &Item| item.list == List::Meeting && !item.removed.value && item.fact(fact::PERSON) == person.id.as_str();
            log.iter().any(|contact| contact.is_real() && contact.is_for(&plan.id)) || plan.items.values().any(meets)
        };
        let solved =
            self.book.plans().filter(|plan| !plan.removed.value && plan.fact(fact::OUTCOME) == "solved" && with_them(plan));
        let solved = solved.map(|plan| Date::parse(plan.fact(fact::OUTCOME_DAY)).unwrap_or(plan.touched.value)).max();
        if solved.is_some_and(|day| did(Idea::Thank).is_none_or(|thanked| thanked < day)) {
            return Some(Idea::Thank);
        }
        if self.tries(person).len() >= ENOUGH_TRIES {
            return None;
        }
        let a_year_since = |day: Date| day.days_until(self.today) >= YEAR;
        let rested = |idea| did(idea).is_none_or(a_year_since);
        let good = log.iter().filter(|contact| contact.is_good()).count() + self.met(person).count();
        let first = log.iter().filter(|contact| contact.is_real()).filter_map(|contact| contact.day).min();
        if good < ENOUGH_GOOD {
            None
        } else if first.is_some_and(a_year_since) && rested(Idea::Honour) {
            Some(Idea::Honour)
        } else {
            rested(Idea::Invite).then_some(Idea::Invite)
        }
    }
}

/// How many days shall lie between two contacts; what they wish comes first.
pub fn every(person: &Sheet) -> i32 {
    person.fact(fact::EVERY).parse().ok().filter(|days| (1..=LONGEST).contains(days)).unwrap_or(QUARTER)
}

/// Whether a contact is dated later than today: the clock of the phone is wrong now, or was then.
pub fn clock_is_doubtful(person: &Sheet, today: Date) -> bool {
    contacts(person).iter().any(|contact| contact.day.is_some_and(|day| day > today))
}

/// A contact that is due now or later.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// With whom.
    pub person: &'a Sheet,
    /// From which day on it is due.
    pub due: Date,
    /// The day to ask, so that no more than one is asked in a week.
    pub on: Date,
}

/// What else can be done when nobody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead<'a> {
    /// Another way to reach the same person.
    How(How),
    /// Another person of the same office.
    Person(&'a Sheet),
    /// An organization that speaks for many.
    Organization,
    /// Going to the office.
    Visit,
}

pub(super) fn works_at(person: &Sheet, office: &str) -> bool {
    !office.is_empty() && person.fact(fact::OFFICE) == office
}

/// The people of an office of the directory.
pub fn at<'a>(book: &'a Book, office: &str) -> Vec<&'a Sheet> {
    all(book).into_iter().filter(|person| works_at(person, office)).collect()
}

// ── the human side ──

/// The guide's ways to keep a good relationship, at the right moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idea {
    /// A plan with them was solved: say thank you.
    Thank,
    /// Invite them to an event, or to speak as a guest.
    Invite,
    /// An honorary role, a certificate.
    Honour,
}

impl Idea {
    /// The fact that holds the day on which she did it or passed it over.
    pub fn fact(self) -> &'static str {
        match self {
            Idea::Thank => fact::THANKED,
            Idea::Invite => fact::INVITED,
            Idea::Honour => fact::HONOURED,
        }
    }
}

/// Good contacts before somebody is invited.
const ENOUGH_GOOD: usize = 2;

/// What may be handed to somebody else of a person or an office near her: name, office and how to reach them; never what she noted, nor when they were
/// in touch. A sheet of its own, of the same name each time, so that a second sending is the same person.
pub fn card(person: &Sheet, today: Date) -> Sheet {
    let pen = Pen { who: Replica(0), today, after: person.clock() };
    // FNV-1a over the name of the sheet.
    let name = person.id.as_str().bytes();
    let id = name.fold(0xcbf2_9ce4_8422_2325u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let mut card = Sheet::blank(person.what, SheetId::from_random(id), &pen);
    card.write(&pen, &Field::Title, person.title.current());
    for name in [fact::LEVEL, fact::OFFICE, fact::CALLED, fact::SPEAKS, fact::PREFERS] {
        card.set_fact(&pen, name, person.fact(name));
    }
    for name in
        [fact::OFFICE, fact::PLACE, fact::PHONE, fact::TELEGRAM, fact::WHATSAPP, fact::MESSENGER, fact::EMAIL, fact::HOURS]
    {
        if !person.note(name).is_empty() {
            card.write(&pen, &Field::Note(name.into()), person.note(name));
        }
    }
    card
}
