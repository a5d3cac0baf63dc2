//! Her business: a typed view over sheets of [`What::Business`](super::What::Business). Kept are her answers;
//! which duties follow is counted from the knowledge base and never stored. Their days are in [`super::turns`].

use super::sort::sort_by_key;
use super::{fact, Book, Pen, Sheet};
use crate::kb::{all_duties, applies, profile, Applies, Duty, Fact, ProfileQuestion, ServiceId};

/// What stands for "not sure", in facts and in addresses.
pub const UNSURE: &str = "unsure";

/// What she said to a question about her business.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Said {
    /// Nothing yet.
    #[default]
    Open,
    Unsure,
    /// The number of the option.
    Is(u8),
}

/// Her answers, in the order of [`profile`]. As a line, `workers.1-7_form.sole`, they stand in the address while she taps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile(Vec<Said>);

impl Profile {
    /// Reads a line; what it does not know it passes over.
    pub fn read(line: &str) -> Self {
        let said = |question: &ProfileQuestion| {
            line.split('_').find_map(|pair| pair.strip_prefix(question.id.str())?.strip_prefix('.')).unwrap_or("")
        };
        Self(profile().iter().map(|question| said_to(question, said(question))).collect())
    }

    /// The line.
    pub fn write(&self) -> String {
        let mut out = String::new();
        for (at, question) in profile().iter().enumerate() {
            let code = code(question, self.get(at));
            if !code.is_empty() {
                out.push_str(if out.is_empty() { "" } else { "_" });
                out.push_str(question.id.str());
                out.push('.');
                out.push_str(code);
            }
        }
        out
    }

    /// What she answered about this business.
    pub fn of(business: &Sheet) -> Self {
        Self(profile().iter().map(|question| said_to(question, business.fact(&ask(question)))).collect())
    }

    /// Puts the answers into the sheet.
    pub fn keep(&self, business: &mut Sheet, pen: &Pen) {
        for (at, question) in profile().iter().enumerate() {
            business.set_fact(pen, &ask(question), code(question, self.get(at)));
        }
    }

    pub fn get(&self, at: usize) -> Said {
        self.0.get(at).copied().unwrap_or_default()
    }

    /// The same answers with another one to this question.
    pub fn with(&self, at: usize, said: Said) -> Self {
        let mut other = self.clone();
        if let Some(place) = other.0.get_mut(at) {
            *place = said;
        }
        other
    }

    /// As the knowledge base asks for them: not sure and not said are the same there.
    pub fn answers(&self) -> Vec<Option<u8>> {
        let known = |said: &Said| match said {
            Said::Is(option) => Some(*option),
            Said::Open | Said::Unsure => None,
        };
        self.0.iter().map(known).collect()
    }

    /// Whether an answer to this question could still change anything.
    pub fn matters(&self, at: usize) -> bool {
        let answers = self.with(at, Said::Unsure).answers();
        let asks = |fact: &Fact| usize::from(fact.ask) == at;
        all_duties().any(|(_, duty)| duty.when.iter().any(asks) && applies(duty, &answers) != Applies::No)
    }

    /// The questions in their order: those that were answered or still matter.
    pub fn path(&self) -> Vec<usize> {
        (0..self.0.len()).filter(|at| self.get(*at) != Said::Open || self.matters(*at)).collect()
    }

    /// The first that is not answered.
    pub fn next(&self) -> Option<usize> {
        self.path().into_iter().find(|at| self.get(*at) == Said::Open)
    }
}

/// The name of the fact with the answer.
fn ask(question: &ProfileQuestion) -> String {
    ["ask:", question.id.str()].concat()
}

fn said_to(question: &ProfileQuestion, code: &str) -> Said {
    match question.options.iter().position(|option| option.id.str() == code) {
        Some(at) => Said::Is(at as u8),
        None if code == UNSURE => Said::Unsure,
        None => Said::Open,
    }
}

fn code(question: &ProfileQuestion, said: Said) -> &'static str {
    match said {
        Said::Open => "",
        Said::Unsure => UNSURE,
        Said::Is(at) => question.options.get(at.into()).map_or("", |option| option.id.str()),
    }
}

/// A duty, or what she may claim, of a service.
#[derive(Clone, Copy, Debug)]
pub struct Task {
    pub service: ServiceId,
    pub duty: &'static Duty,
}

impl PartialEq for Task {
    fn eq(&self, other: &Self) -> bool {
        (self.service, self.duty.n) == (other.service, other.duty.n)
    }
}

impl Task {
    /// The one with this number.
    pub fn find(service: ServiceId, n: u8) -> Option<Task> {
        service.get().duties.iter().find(|duty| duty.n == n).map(|duty| Task { service, duty })
    }

    /// As facts name it: `nssf-contributions:1`.
    pub fn key(self) -> String {
        [self.service.name(), ":", &self.duty.n.to_string()].concat()
    }

    /// Two entries that read the same: one rule for a company and for one person.
    pub fn is_twin(self, other: Task) -> bool {
        self.service == other.service && self.duty.title == other.duty.title && self.duty.due == other.duty.due
    }
}

/// What applies to a business so far as the answers go (or may apply, or does not), in the order of the knowledge base; of what
/// applies or may, each once.
pub fn tasks(profile: &Profile, how: Applies) -> Vec<Task> {
    let answers = profile.answers();
    let mut found: Vec<Task> = Vec::new();
    let mut sure: Vec<Task> = Vec::new();
    for (service, duty) in all_duties() {
        let task = Task { service, duty };
        let here = applies(duty, &answers);
        if here == Applies::Yes {
            sure.push(task);
        }
        if here == how && (how == Applies::No || !found.iter().any(|other| other.is_twin(task))) {
            found.push(task);
        }
    }
    if how == Applies::Perhaps {
        found.retain(|task| !sure.iter().any(|other| other.is_twin(*task)));
    }
    found
}

/// The questions that decide whether it applies and are not answered.
pub fn open_questions(task: Task, profile: &Profile) -> Vec<usize> {
    let open = |at: &usize| !matches!(profile.get(*at), Said::Is(_));
    task.duty.when.iter().map(|fact| usize::from(fact.ask)).filter(open).collect()
}

/// What other answers changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// Applies now.
    pub new: Vec<Task>,
    /// Applied, or may have, and does not any more.
    pub gone: Vec<Task>,
    /// Must be found out now.
    pub open: Vec<Task>,
}

impl Changes {
    pub fn between(before: &Profile, now: &Profile) -> Self {
        let of = |profile: &Profile| [Applies::Yes, Applies::Perhaps, Applies::No].map(|how| tasks(profile, how));
        let ([yes, perhaps, _], [yes_now, perhaps_now, no_now]) = (of(before), of(now));
        // A twin of what applied is no news.
        let without = |tasks: Vec<Task>, others: &[&[Task]]| {
            let known = |task: &Task| others.iter().any(|others| others.iter().any(|other| other.is_twin(*task)));
            tasks.into_iter().filter(|task| !known(task)).collect::<Vec<Task>>()
        };
        let was = |task: &Task| yes.contains(task) || perhaps.contains(task);
        let gone = no_now.into_iter().filter(was).collect();
        Self {
            gone: without(gone, &[&yes_now, &perhaps_now]),
            new: without(yes_now, &[&yes]),
            open: without(perhaps_now, &[&perhaps]),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.gone.is_empty() && self.open.is_empty()
    }
}

/// Answers one question anew; what she had answered before is kept until she has seen what that changed.
pub fn change(business: &mut Sheet, pen: &Pen, at: usize, said: Said) -> bool {
    let before = Profile::of(business);
    let now = before.with(at, said);
    if before == now {
        return false;
    }
    let kept = business.fact(fact::BEFORE).to_owned();
    let line = if kept.is_empty() { before.write() } else { kept };
    // Back where she began: nothing changed.
    let line = if line == now.write() { String::new() } else { line };
    business.set_fact(pen, fact::BEFORE, &line);
    now.keep(business, pen);
    true
}

/// What changed since her answers were others; `None` when that was seen or did not happen.
pub fn changes(business: &Sheet) -> Option<Changes> {
    let before = Some(business.fact(fact::BEFORE)).filter(|line| !line.is_empty())?;
    Some(Changes::between(&Profile::read(before), &Profile::of(business)))
}

/// Her businesses that are not put away, in the order in which she noted them.
pub fn all(book: &Book) -> Vec<&Sheet> {
    let mut found: Vec<&Sheet> = book.businesses().filter(|business| business.is_open()).collect();
    sort_by_key(&mut found, |business| business.made);
    found
}
