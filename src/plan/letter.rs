//! A letter from an office, as she read it: who wrote, when it came, what it names, wants, gives and threatens. It is one line of text,
//! `from.gdt_on.2020-02-20_want.pay`, which stands in the address while she taps and in the plan afterwards ([`super::fact::LETTER`]).
//! What follows from it (which service: [`super::about`]; which days) is counted from the knowledge base and never stored.

use super::{fact, Sheet};
use crate::dates::Date;
use crate::kb::limit::{Days, Limit, MOST_DAYS};
use crate::kb::{AuthorityId, LawId};

/// What a letter may want of her, as it is saved.
pub const WANTS: [&str; 7] = ["pay", "register", "papers", "come", "stop", "correct", "other"];
/// What it threatens with.
pub const THREATS: [&str; 5] = ["none", "fine", "close", "court", "other"];
/// What a letter should say and sometimes does not: whom to ask, how the amount was counted, how to pay, how to object.
pub const UNSAID: [&str; 4] = ["whom", "sum", "pay", "object"];
/// Time limits that stand in letters most, in days.
pub const USUAL_DAYS: [u16; 4] = [7, 15, 30, 45];

/// The questions, one a screen, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Which office wrote.
    From,
    /// The day on the letter and the day it came.
    Dates,
    Law,
    /// What it wants, and how much money.
    Wants,
    /// How much time it gives.
    Time,
    /// From which day, and which days.
    Count,
    Threat,
    /// What it does not say.
    Unsaid,
}

impl Step {
    pub const ALL: [Step; 8] =
        [Step::From, Step::Dates, Step::Law, Step::Wants, Step::Time, Step::Count, Step::Threat, Step::Unsaid];

    /// What it writes; the first says that it was answered.
    fn names(self) -> &'static [&'static str] {
        match self {
            Step::From => &["from"],
            Step::Dates => &["on", "got"],
            Step::Law => &["law"],
            Step::Wants => &["want", "sum"],
            Step::Time => &["time"],
            Step::Count => &["since", "days"],
            Step::Threat => &["threat"],
            Step::Unsaid => &["unsaid"],
        }
    }
}

/// How much time it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// She has not said, or does not know.
    Unsure,
    /// The letter names none.
    Unnamed,
    Days(u16),
    Until(Date),
}

/// From which day the days are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// The day on the letter.
    Dated,
    /// The day it came.
    Received,
}

/// What stands for "not said" in a line.
pub const UNSURE: &str = "unsure";

/// A letter: names and what was said to them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter(Vec<(String, Vec<String>)>);

impl Letter {
    /// Reads a line; what it does not know it passes over.
    pub fn read(line: &str) -> Self {
        let known: Vec<&str> = Step::ALL.iter().flat_map(|step| step.names()).copied().collect();
        let mut letter = Self::default();
        for pair in line.split('_') {
            let mut parts = pair.split('.');
            let name = parts.next().unwrap_or("");
            let values: Vec<&str> = parts.filter(|value| is_plain(value)).collect();
            if known.contains(&name) && !values.is_empty() {
                letter.say(name, &values);
            }
        }
        letter
    }

    /// The line, names in the order of the questions.
    pub fn write(&self) -> String {
        let mut out = String::new();
        for name in Step::ALL.iter().flat_map(|step| step.names()) {
            let values = self.all(name);
            if !values.is_empty() {
                out.push_str(if out.is_empty() { "" } else { "_" });
                out.push_str(name);
                for value in values {
                    out.push('.');
                    out.push_str(value);
                }
            }
        }
        out
    }

    /// Says something, in place of what was said before. Only plain words, dates and numbers are taken.
    pub fn say(&mut self, name: &str, values: &[&str]) {
        self.0.retain(|(known, _)| known != name);
        let values: Vec<String> = values.iter().filter(|value| is_plain(value)).map(|value| (*value).to_owned()).collect();
        if !values.is_empty() {
            self.0.push((name.to_owned(), values));
        }
    }

    /// The same letter with one thing more.
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut letter = self.clone();
        letter.say(name, &[value]);
        letter
    }

    fn all(&self, name: &str) -> &[String] {
        self.0.iter().find(|(known, _)| known == name).map_or(&[], |(_, values)| values)
    }

    fn one(&self, name: &str) -> &str {
        self.all(name).first().map_or("", String::as_str)
    }

    /// Whether a question was answered, be it with "not sure".
    pub fn has(&self, step: Step) -> bool {
        step.names().first().is_some_and(|name| !self.all(name).is_empty())
    }

    /// The questions that concern this letter: how days are counted is asked only where days are given.
    pub fn steps(&self) -> Vec<Step> {
        let counts = matches!(self.time(), Time::Days(_)) || !self.has(Step::Time);
        Step::ALL.into_iter().filter(|step| *step != Step::Count || counts).collect()
    }

    /// The first that is not answered.
    pub fn next(&self) -> Option<Step> {
        self.steps().into_iter().find(|step| !self.has(*step))
    }

    /// Who sent it, where it is an office of the directory.
    pub fn office(&self) -> Option<AuthorityId> {
        AuthorityId::parse(self.one("from"))
    }

    /// The day on it.
    pub fn dated(&self) -> Option<Date> {
        Date::parse(self.one("on"))
    }

    /// The day it came.
    pub fn received(&self) -> Option<Date> {
        Date::parse(self.one("got"))
    }

    /// The law it names, where it is one that is known.
    pub fn law(&self) -> Option<LawId> {
        LawId::parse(self.one("law"))
    }

    /// The number of a law that is not known, as she typed it.
    pub fn law_number(&self) -> Option<&str> {
        self.one("law").strip_prefix("no-").filter(|number| !number.is_empty())
    }

    /// It names no law.
    pub fn names_no_law(&self) -> bool {
        self.one("law") == "none"
    }

    /// `want`: one of [`WANTS`].
    pub fn wants(&self, want: &str) -> bool {
        self.all("want").iter().any(|known| known == want)
    }

    /// What it wants, in the order of [`WANTS`].
    pub fn all_wants(&self) -> Vec<usize> {
        (0..WANTS.len()).filter(|at| WANTS.get(*at).is_some_and(|want| self.wants(want))).collect()
    }

    /// How much money, in riel.
    pub fn amount(&self) -> Option<u64> {
        self.one("sum").parse().ok().filter(|sum| *sum > 0)
    }

    /// The time limit on it; [`Time::Unsure`] too when a number is out of bounds.
    pub fn time(&self) -> Time {
        let time = self.one("time");
        match (Date::parse(time), time.parse::<u16>()) {
            (Some(day), _) => Time::Until(day),
            (None, Ok(days)) if (1..=MOST_DAYS).contains(&days) => Time::Days(days),
            _ if time == "none" => Time::Unnamed,
            _ => Time::Unsure,
        }
    }

    /// From which day the limit counts, as far as the letter says.
    pub fn since(&self) -> Option<Since> {
        match self.one("since") {
            "dated" => Some(Since::Dated),
            "received" => Some(Since::Received),
            _ => None,
        }
    }

    /// Which days count, as far as the letter says.
    pub fn days(&self) -> Option<Days> {
        match self.one("days") {
            "calendar" => Some(Days::Calendar),
            "working" => Some(Days::Working),
            _ => None,
        }
    }

    /// The place of the threat in [`THREATS`].
    pub fn threat(&self) -> Option<usize> {
        THREATS.iter().position(|threat| *threat == self.one("threat"))
    }

    /// What it does not say: places in [`UNSAID`].
    pub fn unsaid(&self) -> Vec<usize> {
        let said = |at: &usize| UNSAID.get(*at).is_some_and(|what| self.all("unsaid").iter().any(|known| known == what));
        (0..UNSAID.len()).filter(said).collect()
    }

    /// The day from which the letter's days are counted, and whether that was said: else the earlier of the two, which is the safer.
    pub fn first_day(&self) -> Option<(Date, bool)> {
        match self.since() {
            Some(Since::Dated) => self.dated().map(|day| (day, true)),
            Some(Since::Received) => self.received().map(|day| (day, true)),
            None => None,
        }
        .or_else(|| [self.dated(), self.received()].into_iter().flatten().min().map(|day| (day, false)))
    }

    /// The last day in every way it may be meant, the earliest first: one where the letter says how days are counted, else one in calendar
    /// days and one in working days.
    pub fn limits(&self) -> Vec<Limit> {
        let Time::Days(days) = self.time() else { return Vec::new() };
        let Some((from, _)) = self.first_day() else { return Vec::new() };
        match self.days() {
            Some(kind) => vec![Limit::count(from, days, kind)],
            None => [Days::Calendar, Days::Working].map(|kind| Limit::count(from, days, kind)).to_vec(),
        }
    }

    /// The last day to keep: the earliest that may be meant.
    pub fn last_day(&self) -> Option<Date> {
        match self.time() {
            Time::Until(day) => Some(day),
            _ => self.limits().into_iter().map(|limit| limit.last).min(),
        }
    }
}

/// Where the last day of a plan comes from, when it is that of its letter. Past it nothing is said to be overdue: the office decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// It was counted from the days that the letter gives.
    Count,
    /// It stands in the letter.
    Letter,
}

/// Where the last day of this plan comes from; `None` when it has none, when no letter came, and when she chose another day.
pub fn last_day_by(plan: &Sheet) -> Option<By> {
    let day = plan.deadline.value?;
    let letter = Letter::read(plan.fact(fact::LETTER));
    match letter.time() {
        Time::Until(named) => (named == day).then_some(By::Letter),
        _ => letter.limits().iter().any(|limit| limit.last == day).then_some(By::Count),
    }
}

/// What may stand in a line: it is also a part of an address.
fn is_plain(value: &str) -> bool {
    !value.is_empty() && value.len() <= 64 && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
