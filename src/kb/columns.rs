//! The tables of entries as they lie in the module, and how they are read. A table stands column by column, each as numbers or as
//! the steps between them: most Text numbers run on, so such a column packs to almost nothing. Lists are not noted with a place:
//! what stands in lists is stored in the order in which the lists are read, so a list is a length. Everything is read once, at
//! the first question: 0.2 ms on a laptop. The writing side is `tools/content/src/emit/columns.rs`.

use super::complaints::*;
use super::duties::*;
use super::letters::*;
use super::schema::*;
use std::sync::OnceLock;

/// Reads numbers, column after column, for the row that is being made.
pub struct Reader {
    bytes: std::slice::Iter<'static, u8>,
    /// The table that is being read, column after column.
    numbers: Vec<u32>,
    rows: usize,
    /// Where the next number of this row stands.
    at: usize,
    /// 1 while the first number of something that may be missing is read: there 0 means missing, and the rest is one higher.
    higher: u32,
    all: Tables,
    /// What no list has taken yet.
    rest: Tables,
}

impl Reader {
    /// Seven bits a byte, the highest first; the last byte is below 128.
    fn code(&mut self) -> u32 {
        let mut number = 0;
        for byte in self.bytes.by_ref() {
            number = number << 7 | u32::from(byte & 127);
            if *byte < 128 {
                break;
            }
        }
        number
    }

    /// The numbers of the next table. A column is a mark and its codes. With the mark 0 they are the numbers; else 0 stays 0, and
    /// the others say how far it is from the number before: 1 no step, 2 one back, 3 one on, 4 two back, and so on.
    #[inline(never)]
    fn columns(&mut self) {
        self.numbers.clear();
        self.rows = self.code() as usize;
        for _ in 0..self.code() {
            let steps = self.code() != 0;
            let mut last = 0u32;
            for _ in 0..self.rows {
                let mut number = self.code();
                if steps && number > 0 {
                    number -= 1;
                    last = last.wrapping_add(number >> 1 ^ (number & 1).wrapping_neg());
                    number = last;
                }
                self.numbers.push(number);
            }
        }
    }

    fn table<T: Row>(&mut self) -> &'static [T] {
        self.columns();
        let rows = vec![T::NONE; self.rows].leak();
        for (at, row) in rows.iter_mut().enumerate() {
            self.at = at;
            row.read(self);
        }
        rows
    }

    /// The next number of the row, which stays the next.
    fn peek(&self) -> u32 {
        self.numbers.get(self.at).copied().unwrap_or(0)
    }

    #[inline(never)]
    fn number(&mut self) -> u32 {
        let number = self.peek().wrapping_sub(self.higher);
        self.higher = 0;
        self.at += self.rows;
        number
    }
}

/// What is made of one or more columns.
pub trait Row: Copy + 'static {
    const NONE: Self;
    fn read(&mut self, r: &mut Reader);
}

impl<T: Row> Row for Option<T> {
    const NONE: Self = None;

    fn read(&mut self, r: &mut Reader) {
        r.higher = u32::from(r.peek() > 0);
        *self = (r.higher > 0).then_some(T::NONE);
        let mut none = T::NONE;
        self.as_mut().unwrap_or(&mut none).read(r);
    }
}

impl<T: Listed> Row for List<T> {
    const NONE: Self = List(&[]);

    fn read(&mut self, r: &mut Reader) {
        let length = r.number() as usize;
        let rest = T::table(&mut r.rest);
        let (mine, others) = rest.split_at_checked(length).unwrap_or_default();
        *rest = others;
        *self = List(mine);
    }
}

impl Row for bool {
    const NONE: Self = false;

    fn read(&mut self, r: &mut Reader) {
        *self = r.number() != 0;
    }
}

impl Row for u8 {
    const NONE: Self = 0;

    fn read(&mut self, r: &mut Reader) {
        *self = r.number() as u8;
    }
}

impl Row for u16 {
    const NONE: Self = 0;

    fn read(&mut self, r: &mut Reader) {
        *self = r.number() as u16;
    }
}

/// Structs around one number.
macro_rules! numbers {
    ($($number:ident),*) => {$(
        impl Row for $number {
            const NONE: Self = Self(0);

            fn read(&mut self, r: &mut Reader) {
                self.0.read(r);
            }
        }
    )*};
}

numbers! { Text, Word, RightId, ServiceId, AuthorityId, LawId, SourceId, TermId, PurposeId }

/// Enums are stored as the place of the variant; the variants stand here in the same order.
macro_rules! choices {
    ($($kind:ident: $($variant:ident)* | $last:ident;)*) => {$(
        impl Row for $kind {
            const NONE: Self = $kind::$last;

            fn read(&mut self, r: &mut Reader) {
                *self = match r.number() {
                    $(number if number == $kind::$variant as u32 => $kind::$variant,)*
                    _ => $kind::$last,
                };
            }
        }
    )*};
}

choices! {
    Kind: Obligation Entitlement | Both;
    About: Fee Time Deadline Penalty Rate Amount Threshold Contact Papers | Rule;
    Confidence: High Medium | Low;
    Repairable: Yes No | Unknown;
    Level: National Provincial District | Commune;
    Power: Decides Investigates | Advises;
    ChannelKind: Phone Website Email Telegram App | Address;
    LawKind: ConstitutionArticle Law RoyalDecree SubDecree Prakas JointPrakas Decision Circular Instruction | Notification;
    LawState: Draft Adopted Transition InForce Replaced | Unknown;
    Event: Opening Registration Hiring Leaving Accident Overtime Change Closing | Donation;
    Help: Women Legal Safety Workers Business Governance Network | WorkingGroup;
    Topic: Rights Law Meeting | Together;
    Style: Text List Steps | Say;
    Place: Head From To Subject Reference Greeting MessageGreeting Open Body Ask Close Farewell MessageFarewell PlaceDate | Sign;
    Pick: Always Off | On;
    ReplyWay: NoAnswer BadAnswer | WrongOffice;
}

/// The fields of every kind, in the order of the columns.
macro_rules! rows {
    ($($kind:ident { $($field:ident)* })*) => {
        $(
            impl Row for $kind {
                const NONE: Self = Self { $($field: Row::NONE),* };

                fn read(&mut self, r: &mut Reader) {
                    $(self.$field.read(r);)*
                }
            }
        )*

        /// The same as words: a test compares them with those that the compiler of content writes.
        pub const FIELDS: &[(&str, &[&str])] = &[$((stringify!($kind), &[$(stringify!($field)),*])),*];
    };
}

rows! {
    Right { id icon title summary laws state_must you_may not_covered sources checked review }
    Aim { id icon title hint find_out questions results review }
    FinderQuestion { text help ask_when options }
    FinderOption { id icon text }
    When { question any }
    FinderResult { service when because why_not }
    Service {
        id kind rights icon title summary who need authorities basis steps documents claims if_nothing before after questions
        complaint changes notes duties sources checked review
    }
    Role { authority role }
    Basis { law article }
    Step { n text after }
    Document { n text }
    Question { n text why unknown }
    Claim { about label value sources date confidence checked conflict }
    Conflict { value sources date confidence }
    IfNothing { text repairable }
    Complaint { text to }
    Change { old new since sources confidence }
    Note { text }
    Authority { id name short level power under does channels complaint sources checked review }
    Channel { kind value note sources date confidence }
    Law { id kind number title date state since replaced_by says sources checked review }
    Standard { id before counter after ask better thanks }
    Source { name url date }
    Review { km en law by on }
    Duty { n title when because due if_nothing sources date confidence only_if may }
    Fact { ask any }
    Window { from by }
    MonthDay { month day }
    ProfileQuestion { id text options }
    ProfileOption { id text }
    Organization { id name short help does area channels confidence sources checked review }
    GuidePage { id topic icon title summary parts services laws quiz minutes_km minutes_en sources checked review }
    Part { title style texts }
    Quiz { n text options right }
    QuizOption { text why }
    Story { id icon title summary screens service need questions days minutes_km minutes_en sources checked review }
    Screen { title texts }
    Term { id term says same see service confidence review }
    Purpose { id icon title hint subject subject_plain asks safety phrases review }
    Frame { phrases }
    Phrase { n part text pick unless when one_of }
    Reply { id icon way says means standard good say next question services compose safety sources checked review }
    ReplyStep { n days text }
    Situation {
        id icon title hint points wants proofs tried standards laws services steps limits sources checked review
    }
    Rung { n authority text needs days sources confidence }
    TimeLimit { text days working_days sources date confidence }
    Holidays { year days sources }
}

impl Row for Due {
    const NONE: Self = Due::Always;

    fn read(&mut self, r: &mut Reader) {
        let how = r.number();
        let (mut day, mut event, mut days, mut working_days, mut windows) = (0u8, Event::NONE, 0u16, false, List::NONE);
        day.read(r);
        event.read(r);
        days.read(r);
        working_days.read(r);
        windows.read(r);
        *self = match how {
            0 => Due::Month { day },
            1 => Due::Year { windows },
            2 => Due::TwoYears,
            3 => Due::After { event, days, working_days },
            4 => Due::Before { event, days, working_days },
            _ => Due::Always,
        };
    }
}

/// What stands in a table, from where lists take it.
pub trait Listed: Row {
    fn table(tables: &mut Tables) -> &mut &'static [Self];
}

macro_rules! tables {
    ($($table:ident: $kind:ty,)*) => {
        /// Every entry, kind by kind.
        pub struct Tables {
            $(pub(super) $table: &'static [$kind],)*
        }

        const NOTHING: Tables = Tables { $($table: &[],)* };

        fn read(mut r: Reader) -> Tables {
            $(
                r.all.$table = r.table();
                r.rest.$table = r.all.$table;
            )*
            r.all
        }

        $(
            impl Listed for $kind {
                fn table(tables: &mut Tables) -> &mut &'static [Self] {
                    &mut tables.$table
                }
            }
        )*
    };
}

// In the order in which they are stored: what stands in lists before the lists.
tables! {
    bytes: u8,
    texts: Text,
    right_ids: RightId,
    service_ids: ServiceId,
    law_ids: LawId,
    source_ids: SourceId,
    term_ids: TermId,
    whens: When,
    finder_options: FinderOption,
    finder_questions: FinderQuestion,
    finder_results: FinderResult,
    roles: Role,
    bases: Basis,
    steps: Step,
    documents: Document,
    claims: Claim,
    questions: Question,
    changes: Change,
    notes: Note,
    channels: Channel,
    facts: Fact,
    windows: Window,
    duties: Duty,
    profile_options: ProfileOption,
    parts: Part,
    quiz_options: QuizOption,
    quizzes: Quiz,
    screens: Screen,
    month_days: MonthDay,
    phrases: Phrase,
    reply_steps: ReplyStep,
    rungs: Rung,
    time_limits: TimeLimit,
    rights: Right,
    aims: Aim,
    services: Service,
    authorities: Authority,
    laws: Law,
    sources: Source,
    standards: Standard,
    profile: ProfileQuestion,
    organizations: Organization,
    guide: GuidePage,
    stories: Story,
    terms: Term,
    purposes: Purpose,
    frame: Frame,
    replies: Reply,
    holidays: Holidays,
    situations: Situation,
}

/// Everything, read when it is first asked for.
#[inline(never)]
pub(super) fn tables() -> &'static Tables {
    static READ: OnceLock<Tables> = OnceLock::new();
    READ.get_or_init(|| {
        let bytes = super::TABLES.iter();
        read(Reader { bytes, numbers: Vec::new(), rows: 0, at: 0, higher: 0, all: NOTHING, rest: NOTHING })
    })
}
