//! Which questions ask the same, whoever worded them, in Khmer or English.
//!
//! A question is taken apart after [`crate::khmer::fold`]. What it asks for (how much, how long, where, which papers), what it turns on
//! (late, lost, renew, before, after), its numbers and whether it says "not" must be the same in both: [`FIRM`]. What it is about may be
//! worded differently: words that mean the same count as one ([`LOOSE`]), the rest counts by pairs of Khmer letters and threes of Latin ones
//! ([`crate::kb::search::grams`]), politeness and small words not at all ([`DROP`]). What two questions share of that decides.
//!
//! It is no dictionary and knows no meaning: where it errs, the helper says so, and that stands ([`super::queue`]).

use crate::kb::search::grams::{grams, sorted};
use crate::khmer::{clusters, fold, is_dependent, is_khmer};
use std::sync::OnceLock;

/// What must be the same. Words of one line mean the same; the first nine ask for something.
const FIRM: [&str; 36] = [
    "ប៉ុន្មាន|ប៉ុណ្ណា|how much|what is the|what are the|what does|how expensive",
    "ប៉ុន្មានថ្ងៃ|ប៉ុន្មានខែ|ប៉ុន្មានឆ្នាំ|ប៉ុន្មានម៉ោង|ប៉ុន្មានសប្តាហ៍|យូរប៉ុណ្ណា|យូរប៉ុន្មាន|រយៈពេលប៉ុន្មាន|ពេលប៉ុន្មាន|រយៈពេលប៉ុណ្ណា|រយៈពេល|how long|how many days|how many weeks|how many months|how many years|how much time",
    "ប៉ុន្មាននាក់|how many people|how many workers|how many employees|how many staff",
    "ប៉ុន្មានដង|ញឹកញាប់ប៉ុណ្ណា|how often|how many times",
    "នៅឯណា|ឯណា|នៅទីណា|ទីណា|កន្លែងណា|ត្រង់ណា|ការិយាល័យណា|where|which office|what office",
    "ពេលណា|អង្កាល់|ថ្ងៃណា|ថ្ងៃទីប៉ុន្មាន|ខែណា|ថ្ងៃផុតកំណត់|ថ្ងៃចុងក្រោយ|when is|when do|when does|when will|when can|when must|when should|when are|by when|until when|what date|which date|which day|what day|what is the deadline|what is the last day|deadline|last day",
    "អ្នកណា|នរណា|who|whom",
    "ហេតុអ្វី|ហេតុអី|ម៉េចបានជា|ម៉េចក៏|why|what is the reason",
    "ធ្វើម៉េច|ធ្វើយ៉ាងម៉េច|ធ្វើដូចម្តេច|ធ្វើយ៉ាងណា|យ៉ាងដូចម្តេច|យ៉ាងម៉េច|ដូចម្តេច|ម៉េច|យ៉ាងណា|តាមរបៀបណា|how do i|how to|how can i|how|what are the steps",
    "ឯកសារអ្វីខ្លះ|ឯកសារអ្វី|ឯកសារអី|ឯកសារ|ក្រដាសស្នាម|ក្រដាស|documents|document|papers|paper|paperwork",
    "ពិន័យ|ផាកពិន័យ|ផាក|ទណ្ឌកម្ម|fine|fined|fines|penalty|penalties|punished",
    "អនឡាញ|តាមអ៊ីនធឺណិត|អ៊ីនធឺណិត|online|internet",
    "បន្តសុពលភាព|បន្តឡើងវិញ|បន្តអាជ្ញាប័ណ្ណ|បន្ត|renew|renewal|renewed|extend",
    "បាត់|lost|lose",
    "ផ្លាស់ប្តូរ|ប្តូរ|កែប្រែ|កែ|change|changed|correct|update",
    "បិទ|ឈប់|បញ្ឈប់|close|closed|closing|stop|stopped|dismiss|dismissed",
    "លើកលែង|រួចពន្ធ|ឥតគិតថ្លៃ|អត់អស់លុយ|មិនគិតថ្លៃ|exempt|exemption|free of charge|free|for nothing",
    "សងវិញ|ដកវិញ|បានវិញ|refund|money back",
    "ប្តឹងតវ៉ា|ប្តឹង|តវ៉ា|complain|complaint|object|objection|appeal",
    "សុពលភាព|ផុតកំណត់|ផុតសុពលភាព|ប្រើបានដល់|ប្រើបាន|valid|validity|expire|expires|expired|last for|last",
    "រាល់ខែ|ប្រចាំខែ|មួយខែម្តង|monthly|every month|each month|a month|per month",
    "រាល់ឆ្នាំ|ប្រចាំឆ្នាំ|មួយឆ្នាំម្តង|yearly|annual|annually|every year|each year|a year|per year",
    "យឺត|ហួសកំណត់|ក្រោយថ្ងៃកំណត់|late|overdue",
    "មុន|before",
    "ក្រោយ|បន្ទាប់ពី|after",
    "លើសពី|លើស|ច្រើនជាង|more than|over|above",
    "តិចជាង|ក្រោម|less than|under|below|fewer than",
    "នាំចេញ|export|exports",
    "នាំចូល|import|imports",
    "លក់|sell|selling",
    "ទិញ|buy|buying",
    "បោះបង់|លុបចោល|cancel|withdraw",
    "ផ្ទេរ|transfer",
    "ឈឺ|sick|ill|sickness",
    "ផ្តល់ឱ្យវិញ|បង្កាន់ដៃ|វិក្កយបត្រ|receipt|invoice",
    "ជំពាក់|បំណុល|debt|owe",
];
/// So many of [`FIRM`] ask for something: beside them "must" and "may" say little.
const ASKING: u32 = 10;

/// Whether one must, whether one may: firm in a question that asks for nothing else.
const MUST: &str = "ត្រូវតែ|ចាំបាច់|តម្រូវឱ្យ|តម្រូវ|ត្រូវការ|ត្រូវ|must|have to|need to|do i need|required|obliged|need|needs";
const MAY: &str = "អាច|អនុញ្ញាតឱ្យ|មានសិទ្ធិ|can i|may i|can we|may we|can|may|allowed|am i entitled|entitled";

/// What it is about, where several words mean the same.
const LOOSE: [&str; 44] = [
    "ថ្លៃសេវា|តម្លៃ|ថ្លៃ|កម្រៃ|បង់លុយ|បង់ប្រាក់|បង់|ចំណាយ|អស់លុយ|អស់ប្រាក់|អស់|គិតលុយ|លុយ|ប្រាក់|fee|fees|cost|costs|price|pay|paid|payment|charge|money|riel|រៀល",
    "ពន្ធប៉ាតង់|ប៉ាតង់|patent tax|patent",
    "អាករលើតម្លៃបន្ថែម|អាករតម្លៃបន្ថែម|vat|value added tax",
    "បេឡាជាតិសន្តិសុខសង្គម|បេឡាជាតិ|ប.ស.ស.|បសស|nssf|social security fund|social security",
    "ចុះបញ្ជី|ចុះឈ្មោះ|register|registration|registering|registered|sign up",
    "អាជីវកម្ម|មុខរបរ|រកស៊ី|ជំនួញ|business|businesses|enterprise",
    "ហាង|shop|store",
    "តូប|ផែង|តុលក់|stall|stalls",
    "ផ្សារ|market",
    "ពន្ធដារ|ពន្ធ|tax|taxes|taxation",
    "អាជ្ញាប័ណ្ណ|លិខិតអនុញ្ញាត|ច្បាប់អនុញ្ញាត|licence|license|permit",
    "កម្មករ|បុគ្គលិក|និយោជិត|កូនឈ្នួល|អ្នកធ្វើការ|worker|workers|employee|employees|staff",
    "ប្រាក់កម្ចី|កម្ចី|ខ្ចីលុយ|ខ្ចីប្រាក់|ខ្ចី|loan|loans|borrow|credit",
    "កិច្ចសន្យា|contract|contracts",
    "សម្រាលកូន|សម្រាល|មាតុភាព|maternity|give birth|birth|delivery",
    "ផ្ទៃពោះ|មានទម្ងន់|pregnant|pregnancy",
    "បណ្ណ|កាត|card",
    "វិញ្ញាបនបត្រ|សញ្ញាបត្រ|certificate|diploma",
    "ឈ្មោះ|name",
    "ស្លាក|ផ្លាក|signboard|sign board|sign",
    "ជួល|rent|lease|rented",
    "ប្រាក់ខែ|ប្រាក់ឈ្នួល|ប្រាក់បៀវត្ស|wage|wages|salary|salaries",
    "អប្បបរមា|ទាបបំផុត|យ៉ាងតិច|minimum|lowest|at least",
    "អធិការកិច្ច|ត្រួតពិនិត្យ|inspection|inspections|inspector|inspectors|inspected|inspect",
    "វគ្គសិក្សា|វគ្គ|បណ្តុះបណ្តាល|រៀន|training|course|courses",
    "សុខភាព|health",
    "មន្ទីរពេទ្យ|ពេទ្យ|hospital|clinic",
    "ផ្ទះ|house|home",
    "ប្រកាស|លិខិតប្រកាស|លិខិតប្រកាសពន្ធ|declare|declaration|file",
    "ពាក្យសុំ|ពាក្យ|បែបបទ|form|application|apply",
    "ថ្មី|new",
    "ឈប់សម្រាក|សម្រាក|leave|holiday",
    "គ្រោះថ្នាក់|accident",
    "ម្ចាស់|owner",
    "តូច|តិចតួច|small|micro",
    "ផ្ញើ|ដាក់|បញ្ជូន|send|submit|hand in",
    "ទទួលបាន|ទទួល|បានទទួល|receive|get|find|obtain",
    "ចាប់ផ្តើម|ចាប់ផ្ដើម|start|begin",
    "ចំណូល|income|turnover|revenue",
    "ភាគទាន|contribution|contributions|វិភាគទាន",
    "កូន|child|children",
    "ស្ត្រី|នារី|women|woman",
    "ពិការ|disability|disabled",
    "ឃុំ|សង្កាត់|commune|sangkat",
];

/// Politeness and small words. Where a question ends with one of the last, it is no "not".
const DROP: &str = "តើ|នាងខ្ញុំ|ខ្ញុំ|យើងខ្ញុំ|យើង|លោកស្រី|លោក|បង|អ្នក|គាត់|គេ|បាន|មាន|ជា|នៅ|ក្នុង|ពី|ទៅ|មក|ដើម្បី|សម្រាប់|ឱ្យ|រឿង|នេះ|នោះ|ហ្នឹង|និង|ឬ|ក៏|ខ្លះ|អ្វីខ្លះ|អ្វី|អី|ណា|ទេ|ដែរ|ដែល|របស់|ចង់|សូម|ធ្វើ|យក|លើ|វា|បើ|ប្រសិនបើ|ប្រសិន|អំពី|ដល់|សរុប|ទាំងអស់|ទើប|រួច|ចំពោះ|តាម|ដោយ|គឺ|ហើយ|គួរ|នឹង|ដើម|ចូល|\
do|does|did|i|we|you|my|our|your|the|a|an|is|are|am|be|to|for|of|in|on|at|it|its|this|that|have|has|should|will|would|please|want|make|what|which|any|there|if|and|or|with|from|by|as|me|us|they|them|their|she|her|when|take|takes|go|get it|done|some|one|so|about|tell|know|all|altogether|total|bring|was|were|been|being";
/// At the end of a question: "or not?".
const ENDS: [&str; 12] = ["ដែរឬទេ", "ឬទេ", "ឬក៏អត់", "ឬអត់", "ឬនៅ", "អត់ទេ", "ដែរទេ", "ទេ", "អត់", "មែនទេ", "or not", "please"];
const NOT: &str =
    "មិនទាន់|មិន|អត់|គ្មាន|ពុំ|កុំ|ឥត|not|no|never|without|cannot|cant|dont|doesnt|didnt|wont|isnt|havent|refuse|refuses|refused";
/// Numbers in words, where something is counted; the words that are counted with.
const DIGITS_KM: [&str; 10] = ["មួយ", "ពីរ", "បី", "បួន", "ប្រាំមួយ", "ប្រាំពីរ", "ប្រាំបី", "ប្រាំបួន", "ប្រាំ", "ដប់"];
const DIGITS_KM_ARE: [u64; 10] = [1, 2, 3, 4, 6, 7, 8, 9, 5, 10];
const COUNTED: [&str; 12] = ["នាក់", "ខែ", "ថ្ងៃ", "ឆ្នាំ", "ដង", "សប្តាហ៍", "ម៉ោង", "លាន", "ម៉ឺន", "ពាន់", "រយ", "ដុល្លារ"];
const DIGITS_EN: [&str; 12] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"];
const DIGITS_EN_ARE: [u64; 12] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12];
/// What makes a number larger.
const TIMES: [(&str, u64); 8] = [
    ("លាន", 1_000_000),
    ("ម៉ឺន", 10_000),
    ("មុឺន", 10_000),
    ("ពាន់", 1_000),
    ("រយ", 100),
    ("million", 1_000_000),
    ("thousand", 1_000),
    ("hundred", 100),
];

/// A line of the lists above, by its place in the table of all.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Means {
    Firm(u32),
    Must,
    May,
    Loose(u32),
    Not,
    Nothing,
}

/// All words with what they mean, folded, by their first letter, the longer ones first.
fn lexicon() -> &'static [(char, String, Means)] {
    static LEXICON: OnceLock<Vec<(char, String, Means)>> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut all: Vec<(char, String, Means)> = Vec::new();
        let mut put = |line: &str, means: Means| {
            let words = line.split('|').map(fold);
            all.extend(words.filter_map(|word| Some((word.chars().next()?, word, means))));
        };
        (0..).zip(FIRM).for_each(|(at, line)| put(line, Means::Firm(at)));
        (0..).zip(LOOSE).for_each(|(at, line)| put(line, Means::Loose(at)));
        put(MUST, Means::Must);
        put(MAY, Means::May);
        put(NOT, Means::Not);
        put(DROP, Means::Nothing);
        all.sort_by(|a, b| (a.0, b.1.len(), &a.1).cmp(&(b.0, a.1.len(), &b.1)));
        all
    })
}

/// The words that begin with this letter.
fn beginning(first: char) -> impl Iterator<Item = &'static (char, String, Means)> {
    let all = lexicon();
    let from = all.partition_point(|(letter, ..)| *letter < first);
    all.get(from..).unwrap_or_default().iter().take_while(move |(letter, ..)| *letter == first)
}

/// A question, taken apart once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worded {
    /// The folded text: equal texts ask the same.
    pub folded: String,
    firm: u64,
    not: bool,
    numbers: Vec<u64>,
    /// What it is about, sorted.
    about: Vec<u32>,
    /// The grams of each word that is in no list.
    words: Vec<Vec<u32>>,
}

/// Bits of "must" and "may" beside those of [`FIRM`].
const MUST_BIT: u64 = 1 << 62;
const MAY_BIT: u64 = 1 << 63;
/// Parts below are lines of [`LOOSE`], those up to `GRAM` lines of [`FIRM`], the rest grams.
const LOOSE_END: u32 = 1000;
const GRAM: u32 = 1 << 31;
/// How much a line of [`LOOSE`] and of [`FIRM`] weighs, beside one gram.
const WEIGHT: u32 = 4;
const FIRM_WEIGHT: u32 = 2;

impl Worded {
    pub fn new(text: &str) -> Worded {
        let folded = fold(&joined_digits(text));
        let asked = without_end(&folded);
        let (numbers, text) = numbers(asked);
        let mut worded = Worded { numbers, ..Worded::default() };
        // "បានទេ?": may one.
        if asked.len() < folded.len() && asked.ends_with("បាន") {
            worded.firm = MAY_BIT;
        }
        let mut marks: Vec<u32> = Vec::new();
        let mut rest = String::with_capacity(text.len());
        let mut before = ' ';
        let mut at = 0;
        while let Some(first) = text.get(at..).and_then(|tail| tail.chars().next()) {
            let tail = text.get(at..).unwrap_or_default();
            let fits = |word: &str| tail.strip_prefix(word).is_some_and(|after| ends_here(first, after));
            let known = begins_here(first, before).then(|| beginning(first).find(|(_, word, _)| fits(word))).flatten();
            let Some((_, word, means)) = known else {
                rest.push(first);
                before = first;
                at += first.len_utf8();
                continue;
            };
            match means {
                Means::Firm(n) => worded.firm |= 1 << n,
                Means::Must => worded.firm |= MUST_BIT,
                Means::May => worded.firm |= MAY_BIT,
                Means::Loose(n) => marks.extend((0..WEIGHT).map(|part| n * WEIGHT + part)),
                Means::Not => worded.not = true,
                Means::Nothing => {}
            }
            rest.push(' ');
            before = word.chars().next_back().unwrap_or(' ');
            at += word.len();
        }
        if worded.firm & ((1 << ASKING) - 1) != 0 {
            worded.firm &= !(MUST_BIT | MAY_BIT);
        }
        // "How much", "how long" hold "how".
        let bits = (0..FIRM.len() as u32).filter(|n| worded.firm >> n & 1 == 1);
        marks.extend(bits.flat_map(|n| (0..FIRM_WEIGHT).map(move |part| LOOSE_END + n * FIRM_WEIGHT + part)));
        marks.extend(grams(&rest).into_iter().map(|gram| gram | GRAM));
        let says = |word: &&str| clusters(word).count() > if word.starts_with(is_khmer) { 1 } else { 2 };
        worded.words = rest.split(' ').filter(says).map(|word| sorted(grams(word))).collect();
        worded.about = sorted(marks);
        worded.folded = folded;
        worded
    }

    /// Whether it says enough by itself to be compared with questions about other services.
    pub fn is_whole(&self) -> bool {
        self.about.len() >= WHOLE
    }

    /// Whether what must be the same is the same.
    fn is_firmly(&self, other: &Worded) -> bool {
        self.firm == other.firm && self.not == other.not && self.numbers == other.numbers
    }

    /// How much of what both are about is the same, in thousandths.
    fn shared(&self, other: &Worded) -> usize {
        let (mut a, mut b) = (self.about.iter().peekable(), other.about.iter().peekable());
        let mut both = 0;
        while let (Some(one), Some(two)) = (a.peek(), b.peek()) {
            let order = one.cmp(two);
            both += usize::from(order.is_eq());
            if order.is_le() {
                a.next();
            }
            if order.is_ge() {
                b.next();
            }
        }
        2000 * both / (self.about.len() + other.about.len()).max(1)
    }

    /// Whether both ask the same.
    pub fn is_like(&self, other: &Worded) -> bool {
        self.folded == other.folded
            || (self.is_firmly(other) && self.shared(other) >= ENOUGH && !(self.swaps(other) || other.swaps(self)))
    }

    /// Whether one thing stands where the other text has another: a word of [`LOOSE`] that is only here, and something that is only there; or a
    /// word in no list on both sides that the other has not.
    fn swaps(&self, other: &Worded) -> bool {
        let only = |two: &Worded, part: &u32| two.about.binary_search(part).is_err();
        let word = self.about.iter().any(|part| *part < LOOSE_END && only(other, part));
        let nowhere = |word: &Vec<u32>, there: &[Vec<u32>]| !there.iter().any(|other| is_near(word, other));
        let strange = |one: &Worded, two: &Worded| one.words.iter().any(|word| nowhere(word, &two.words));
        (word && other.about.iter().any(|part| only(self, part))) || (strange(self, other) && strange(other, self))
    }

    /// How near they are, for a helper who looks for questions that were not seen to be the same.
    pub fn nearness(&self, other: &Worded) -> usize {
        self.shared(other)
    }

    /// The parts of which another that is like this one has at least one, given how often each part stands anywhere (rare ones first):
    /// of two lists that share [`ENOUGH`], the rarest few of one are never all missing in the other.
    pub fn rarest(&self, often: &dyn Fn(u32) -> usize) -> Vec<u32> {
        let mut parts: Vec<(usize, u32)> = self.parts().map(|part| (often(part), part)).collect();
        parts.sort_unstable();
        // The other one may be shorter: at least n * ENOUGH / (2000 - ENOUGH) parts are shared.
        let least = (self.about.len() * ENOUGH).div_ceil(2000 - ENOUGH).max(1);
        parts.truncate((self.about.len() + 1).saturating_sub(least));
        parts.into_iter().map(|(_, part)| part).collect()
    }

    /// The parts, each mixed with what must be the same: those of questions that can never be like each other are different numbers.
    pub fn parts(&self) -> impl Iterator<Item = u32> + '_ {
        let firm = [self.firm, u64::from(self.not)].into_iter().chain(self.numbers.iter().copied());
        // FNV-1a, a number at a time.
        let firm = firm.fold(0xcbf2_9ce4_8422_2325_u64, |sum, n| (sum ^ n).wrapping_mul(0x0100_0000_01b3));
        self.about.iter().map(move |part| ((firm ^ u64::from(*part)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32)
    }
}

/// Whether two words are one, spelt differently: half of their grams are the same.
fn is_near(one: &[u32], two: &[u32]) -> bool {
    let both = one.iter().filter(|gram| two.binary_search(gram).is_ok()).count();
    both * 4 >= one.len() + two.len()
}

/// From so many thousandths on two questions ask the same.
const ENOUGH: usize = 640;
/// So many parts are enough to know what it is about.
const WHOLE: usize = 14;

/// Digits with signs between thousands as one number.
fn joined_digits(text: &str) -> String {
    let text = crate::khmer::ascii_digits(text);
    let letters: Vec<char> = text.chars().collect();
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let mut out = String::with_capacity(text.len());
    for (at, letter) in letters.iter().enumerate() {
        let between = matches!(letter, ',' | '.' | ' ' | '\u{a0}' | '\u{202f}');
        let three = digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4);
        if !(between && at > 0 && digit(at - 1) && three) {
            out.push(*letter);
        }
    }
    out
}

/// Without "or not?" at its end.
fn without_end(folded: &str) -> &str {
    let mut text = folded;
    while let Some(rest) = ENDS.iter().find_map(|end| text.strip_suffix(end)) {
        if rest.trim().is_empty() || rest.ends_with('\u{17d2}') {
            break;
        }
        text = rest.trim_end();
    }
    text
}

/// The numbers in it, sorted, and the text without them. Numbers in Khmer words count where something is counted with them.
fn numbers(text: &str) -> (Vec<u64>, String) {
    let mut found: Vec<u64> = Vec::new();
    let mut rest = String::with_capacity(text.len());
    let mut before = ' ';
    let mut at = 0;
    while let Some(first) = text.get(at..).and_then(|tail| tail.chars().next()) {
        let tail = text.get(at..).unwrap_or_default();
        let (number, length) = match number_at(tail, first, before) {
            Some(number) => number,
            None => {
                rest.push(first);
                before = first;
                at += first.len_utf8();
                continue;
            }
        };
        at += length;
        let mut number = number;
        // "2 million", "two hundred thousand".
        while let Some((word, times)) =
            TIMES.iter().find(|(word, _)| text.get(at..).unwrap_or_default().trim_start().starts_with(word))
        {
            let tail = text.get(at..).unwrap_or_default();
            at += tail.len() - tail.trim_start().len() + word.len();
            number = number.saturating_mul(*times);
        }
        found.push(number);
        rest.push(' ');
        before = ' ';
    }
    found.sort_unstable();
    (found, rest)
}

fn number_at(tail: &str, first: char, before: char) -> Option<(u64, usize)> {
    if first.is_ascii_digit() {
        let length = tail.bytes().take_while(u8::is_ascii_digit).count();
        return Some((tail.get(..length)?.parse().unwrap_or(u64::MAX), length));
    }
    if is_khmer(first) {
        let counted = |after: &str| COUNTED.iter().any(|word| after.trim_start().starts_with(word));
        // "Monthly" is no number.
        let once = |after: &str| after.contains("ម្តង");
        let fits = |word: &str| tail.strip_prefix(word).is_some_and(|after| counted(after) && !once(after));
        let at = DIGITS_KM.iter().position(|word| fits(word))?;
        return Some((*DIGITS_KM_ARE.get(at)?, DIGITS_KM.get(at)?.len()));
    }
    if before.is_alphanumeric() {
        return None;
    }
    let fits = |word: &str| tail.strip_prefix(word).is_some_and(|after| ends_here(first, after));
    let at = DIGITS_EN.iter().position(|word| fits(word))?;
    Some((*DIGITS_EN_ARE.get(at)?, DIGITS_EN.get(at)?.len()))
}

/// Whether a word may begin here: in Khmer with a letter of its own, in Latin script after something else.
fn begins_here(first: char, before: char) -> bool {
    if is_khmer(first) {
        !is_dependent(first) && before != '\u{17d2}'
    } else {
        !before.is_alphanumeric() || is_khmer(before)
    }
}

/// Whether a word that began with this letter may end before what follows.
fn ends_here(first: char, after: &str) -> bool {
    let next = after.chars().next().unwrap_or(' ');
    if is_khmer(first) {
        !is_dependent(next) && next != '\u{17d2}'
    } else {
        !next.is_alphanumeric() || is_khmer(next)
    }
}
