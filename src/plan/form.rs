//! Five questions that a helper asks, and what somebody answers to them. Plain values: they travel as text between phones
//! (`saved/survey.rs`) and are kept in a sheet of [`What::Survey`](super::What::Survey). Nobody's name or number is asked for.

use super::helper::AREAS;
use super::SheetId;

/// The questions, each of its own kind, in the order of the form.
pub const QUESTIONS: usize = 5;
/// So many wordings of each are there to choose from.
pub const WORDINGS: usize = 3;
/// Her own question is no longer than this, in signs.
pub const LONGEST: usize = 200;

/// The codes of what can be tapped. Their places stand in codes that are on their way between phones: none is ever moved or taken out, a
/// new one comes last. At most nine where paper is typed in by digits.
const NEEDS: &[&str] = &[
    "open-business",
    "pay-tax",
    "get-insured",
    "hire-someone",
    "borrow-money",
    "sell-online",
    "got-letter",
    "find-support",
    "other",
];
const HARD: &[&str] = &["papers", "steps", "fee", "waiting", "far", "answer", "manner", "online", "none"];
const OFFICES: &[&str] = &[
    "commune-council",
    "district-administration",
    "owso",
    "provincial-administration",
    "gdt",
    "nssf",
    "provincial-labour-department",
    "provincial-commerce-department",
    "other",
];
const REACH: &[&str] = &["message", "call", "invite", "no"];
const WHO: &[&str] = &["woman", "man", "other"];

/// What is answered by tapping. The first four are questions of the form (the fourth of them is the fifth there); province and who answers
/// are asked below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is needed now: aims of the knowledge base, several.
    Needs,
    /// What was the hardest with an office in the last half-year.
    Hard,
    /// With which office: ids of the directory.
    Office,
    /// Whether and how to be in touch.
    Reach,
    /// The province.
    Area,
    /// Woman, man, other.
    Who,
}

impl Part {
    /// All, in the order in which they are kept.
    pub const ALL: [Part; 6] = [Part::Needs, Part::Hard, Part::Office, Part::Reach, Part::Area, Part::Who];

    /// What can be tapped.
    pub fn codes(self) -> &'static [&'static str] {
        match self {
            Part::Needs => NEEDS,
            Part::Hard => HARD,
            Part::Office => OFFICES,
            Part::Reach => REACH,
            Part::Area => &AREAS,
            Part::Who => WHO,
        }
    }

    /// Its question in the form, from 0.
    pub fn question(self) -> Option<usize> {
        [Some(0), Some(1), Some(2), Some(4), None, None].get(self as usize).copied().flatten()
    }
}

/// The question of the form that is answered in her own words, from 0.
pub const FREE: usize = 3;

/// What one person answers. Every part may be left open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Of each part, one bit for each code.
    picks: [u32; Part::ALL.len()],
    /// Her question to an office.
    pub question: String,
}

impl Answer {
    /// Whether the choice with this number was made.
    pub fn has(&self, part: Part, at: usize) -> bool {
        self.bits(part) >> at & 1 == 1
    }

    /// Taps a choice; once more takes it back. Of most parts only one can be chosen.
    pub fn tap(&mut self, part: Part, at: usize) {
        if at >= part.codes().len() {
            return;
        }
        let bit = 1 << at;
        let Some(bits) = self.picks.get_mut(part as usize) else { return };
        *bits = match part {
            Part::Needs => *bits ^ bit,
            _ if *bits == bit => 0,
            _ => bit,
        };
    }

    /// One bit a choice, the first the lowest.
    pub fn bits(&self, part: Part) -> u32 {
        self.picks.get(part as usize).copied().unwrap_or_default()
    }

    /// Sets a whole part; `None` when it holds what this app does not know.
    pub fn with(mut self, part: Part, bits: u32) -> Option<Self> {
        let known = bits >> part.codes().len() == 0 && (part == Part::Needs || bits.count_ones() < 2);
        *self.picks.get_mut(part as usize)? = bits;
        known.then_some(self)
    }

    /// Whether no question was answered. Who answers and where is not an answer yet.
    pub fn is_empty(&self) -> bool {
        let said = Part::ALL.into_iter().any(|part| part.question().is_some() && self.bits(part) > 0);
        !said && self.question.trim().is_empty()
    }

    /// What was tapped, as a line of codes: parts with points between, `open-business+pay-tax.waiting.gdt.call.02.woman`.
    pub fn line(&self) -> String {
        let part = |part: Part| {
            let chosen = part.codes().iter().enumerate().filter(|(at, _)| self.has(part, *at)).map(|(_, code)| *code);
            chosen.collect::<Vec<_>>().join("+")
        };
        Part::ALL.map(part).join(".")
    }

    /// The way back. Codes that this app does not know are passed over.
    pub fn read(line: &str, question: &str) -> Answer {
        let mut answer = Answer { question: question.to_owned(), ..Answer::default() };
        for (part, said) in Part::ALL.into_iter().zip(line.split('.')) {
            for at in said.split('+').filter_map(|code| part.codes().iter().position(|known| *known == code)) {
                if !answer.has(part, at) {
                    answer.tap(part, at);
                }
            }
        }
        answer
    }
}

/// The form as it goes to another phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The survey it belongs to.
    pub survey: SheetId,
    /// Who asks, or what it is about; may be empty.
    pub title: String,
    /// Of each question which wording of the bank; in her own words where there are any.
    pub asks: [(u8, String); QUESTIONS],
}
