//! Meetings with officials: before (purpose, agenda), during (answers), after (promises, what stays open).
//!
//! A meeting is an item of the plan; its agenda are the plan's own questions, so that an answer stands where the question
//! stands, and a question that was not answered goes on to the next meeting with its age.

use super::fact::{self, of};
use super::sort::sort_by_key;
use super::{Item, ItemId, List, Pen, Sheet};
use crate::dates::Date;

/// The guide's measure for one meeting: more would not respect the official's time.
pub const AGENDA_MAX: usize = 5;

/// Purposes to choose by tap, as they are saved: ask questions, have the rules explained, find a solution.
pub const PURPOSES: [&str; 3] = ["ask", "explain", "solve"];
/// Who promised: the official, she herself.
pub const PROMISERS: [&str; 2] = ["official", "me"];
/// What is promised most: to reply, to send a paper, to bring one, to meet again.
pub const PROMISES: [&str; 4] = ["reply", "send-paper", "bring-paper", "meet"];

/// How to reach somebody; also how a meeting is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Visit,
    Phone,
    Sms,
    Telegram,
    WhatsApp,
    Messenger,
    Email,
}

impl How {
    pub const ALL: [How; 7] = [How::Visit, How::Phone, How::Sms, How::Telegram, How::WhatsApp, How::Messenger, How::Email];

    /// As it is saved.
    pub fn code(self) -> &'static str {
        ["visit", "phone", "sms", "telegram", "whatsapp", "messenger", "email"].get(self as usize).copied().unwrap_or("")
    }

    pub fn parse(code: &str) -> Option<How> {
        How::ALL.into_iter().find(|how| how.code() == code)
    }
}

/// What an official says most often; one tap each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Yes,
    No,
    ComeBack,
    NeedPaper,
    NotOurs,
    NoRule,
    DoNotKnow,
    /// It was on the agenda and nothing was said to it.
    Nothing,
}

impl Answer {
    /// Those to tap, in the order of the screen.
    pub const ALL: [Answer; 7] =
        [Answer::Yes, Answer::No, Answer::ComeBack, Answer::NeedPaper, Answer::NotOurs, Answer::NoRule, Answer::DoNotKnow];

    /// As it is saved.
    pub fn code(self) -> &'static str {
        ["yes", "no", "come-back", "need-paper", "not-ours", "no-rule", "do-not-know", "nothing"]
            .get(self as usize)
            .copied()
            .unwrap_or("")
    }

    pub fn parse(code: &str) -> Option<Answer> {
        Answer::ALL.into_iter().chain([Answer::Nothing]).find(|answer| answer.code() == code)
    }

    /// Whether it settles a question by itself.
    pub fn settles(self) -> bool {
        matches!(self, Answer::Yes | Answer::No)
    }
}

/// How a need stands after a meeting or on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Solved,
    Partly,
    NotYet,
}

impl Outcome {
    pub const ALL: [Outcome; 3] = [Outcome::Solved, Outcome::Partly, Outcome::NotYet];

    /// As it is saved.
    pub fn code(self) -> &'static str {
        ["solved", "partly", "not"].get(self as usize).copied().unwrap_or("")
    }

    pub fn parse(code: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

/// What can have helped besides a step or a meeting, as codes.
pub const HELPS: [&str; 6] = ["by-person", "by-papers", "by-letter", "by-law", "by-organization", "by-patience"];

/// Where a meeting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// No purpose yet: nothing may be sent without one.
    Purpose,
    /// The agenda is to be sent ahead.
    Send,
    /// It is to come.
    Go,
    /// Its day is here or past: write down what was said.
    Answers,
    /// Held: how does the need stand now?
    Result,
    /// Held, and the result is known.
    Done,
}

/// How often a question was put to an official, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub times: usize,
    pub first: Date,
}

impl Sheet {
    /// A new meeting, with the first open questions on its agenda; those that were asked before come first.
    pub fn add_meeting(&mut self, pen: &Pen, purpose: &str) -> ItemId {
        let mut open: Vec<(ItemId, usize)> = self
            .visible(List::Question)
            .into_iter()
            .filter(|question| !question.done.value && self.planned_in(question).is_none())
            .map(|question| (question.id.clone(), self.asked(question).map_or(0, |asked| asked.times)))
            .collect();
        sort_by_key(&mut open, |(_, times)| std::cmp::Reverse(*times));
        let id = self.add_item(pen, List::Meeting, purpose);
        for (question, _) in open.into_iter().take(AGENDA_MAX) {
            self.set_item_fact(pen, &question, fact::AGENDA, id.as_str());
        }
        id
    }

    /// The questions on a meeting's agenda, in the order of the plan; of a meeting that was held, those that were asked in it.
    pub fn agenda(&self, meeting: &ItemId) -> Vec<&Item> {
        let held = self.item(meeting).is_some_and(Item::is_held);
        let name = of(fact::ANSWER, meeting);
        let there = |question: &&Item| match held {
            true => !question.fact(&name).is_empty() || !question.note(&name).is_empty(),
            false => question.fact(fact::AGENDA) == meeting.as_str(),
        };
        self.visible(List::Question).into_iter().filter(there).collect()
    }

    /// Open questions that stand on no agenda that is still to come.
    pub fn waiting_questions(&self) -> Vec<&Item> {
        let questions = self.visible(List::Question).into_iter();
        questions.filter(|question| !question.done.value && self.planned_in(question).is_none()).collect()
    }

    /// Puts a question on an agenda, or takes it off. False when the agenda is full.
    pub fn put_on_agenda(&mut self, pen: &Pen, question: &ItemId, meeting: &ItemId, on: bool) -> bool {
        if on && self.agenda(meeting).len() >= AGENDA_MAX {
            return false;
        }
        self.set_item_fact(pen, question, fact::AGENDA, if on { meeting.as_str() } else { "" })
    }

    /// The meeting to come on whose agenda a question stands.
    pub fn planned_in(&self, question: &Item) -> Option<&Item> {
        let meeting = self.item(&ItemId::parse(question.fact(fact::AGENDA))?)?;
        (!meeting.removed.value && !meeting.is_held()).then_some(meeting)
    }

    /// Notes a quick answer; an answer that settles the question ticks it.
    pub fn answer(&mut self, pen: &Pen, question: &ItemId, meeting: &ItemId, answer: Option<Answer>) -> bool {
        let code = answer.map_or("", Answer::code);
        let changed = self.set_item_fact(pen, question, &of(fact::ANSWER, meeting), code);
        let settled = answer.is_some_and(Answer::settles);
        self.set_done(pen, question, settled) || changed
    }

    /// The meeting was held. What was on its agenda and got no answer is noted as asked, and stays open.
    pub fn hold(&mut self, pen: &Pen, meeting: &ItemId) -> bool {
        let on_agenda: Vec<ItemId> = self.agenda(meeting).into_iter().map(|question| question.id.clone()).collect();
        let name = of(fact::ANSWER, meeting);
        for question in on_agenda {
            let said = self.item(&question).is_some_and(|q| !q.fact(&name).is_empty() || !q.note(&name).is_empty());
            if !said {
                self.set_item_fact(pen, &question, &name, Answer::Nothing.code());
            }
        }
        if self.item(meeting).is_some_and(|meeting| meeting.day(fact::DAY).is_none()) {
            self.set_item_fact(pen, meeting, fact::DAY, &pen.today.to_string());
        }
        self.set_item_fact(pen, meeting, fact::HELD, "yes")
    }

    /// How often a question was asked in meetings that were held; `None` when never.
    pub fn asked(&self, question: &Item) -> Option<Asked> {
        let prefix = [fact::ANSWER, ":"].concat();
        let names = question.facts.iter().filter(|(_, fact)| !fact.value.is_empty()).map(|(name, _)| name);
        let mut meetings: Vec<&str> = Vec::new();
        for name in names.chain(question.notes.keys()).filter_map(|name| name.strip_prefix(prefix.as_str())) {
            if !meetings.contains(&name) {
                meetings.push(name);
            }
        }
        let held = |name: &str| self.item(&ItemId::parse(name)?).filter(|meeting| meeting.is_held())?.day(fact::DAY);
        let days: Vec<Date> = meetings.into_iter().filter_map(held).collect();
        Some(Asked { times: days.len(), first: days.into_iter().min()? })
    }

    /// What was promised becomes a step with a date: who ([`PROMISERS`]), what ([`PROMISES`]), by when.
    pub fn promise(&mut self, pen: &Pen, meeting: &ItemId, by: &str, what: &str, due: Option<Date>) -> ItemId {
        let id = self.add_item(pen, List::Step, "");
        self.set_item_fact(pen, &id, fact::FROM, meeting.as_str());
        self.set_item_fact(pen, &id, fact::BY, by);
        self.set_item_fact(pen, &id, fact::WHAT, what);
        self.set_item_fact(pen, &id, fact::DUE, &due.map_or(String::new(), |day| day.to_string()));
        id
    }

    /// What was promised in a meeting.
    pub fn promises(&self, meeting: &ItemId) -> Vec<&Item> {
        self.visible(List::Step).into_iter().filter(|step| step.fact(fact::FROM) == meeting.as_str()).collect()
    }

    /// Her meetings, the next one first, then those without a day, then those that were held, the last one first.
    pub fn meetings(&self) -> Vec<&Item> {
        let mut meetings = self.visible(List::Meeting);
        sort_by_key(&mut meetings, |meeting| {
            let day = meeting.day(fact::DAY);
            let back = day.filter(|_| meeting.is_held()).map(std::cmp::Reverse);
            (meeting.is_held(), day.is_none(), back, day.filter(|_| !meeting.is_held()))
        });
        meetings
    }

    /// Where a meeting stands.
    pub fn phase(&self, meeting: &Item, today: Date) -> Phase {
        let day = meeting.day(fact::DAY);
        match meeting.is_held() {
            true if meeting.fact(fact::OUTCOME).is_empty() => Phase::Result,
            true => Phase::Done,
            false if day.is_some_and(|day| day <= today) => Phase::Answers,
            false if !meeting.has_purpose() => Phase::Purpose,
            false if meeting.fact(fact::SENT).is_empty() => Phase::Send,
            false => Phase::Go,
        }
    }

    /// The meeting that asks for something now, and what: after it, then on its day, then before it.
    pub fn next_meeting(&self, today: Date) -> Option<(&Item, Phase)> {
        let phases = self.meetings().into_iter().map(|meeting| (meeting, self.phase(meeting, today)));
        phases.filter(|(_, phase)| *phase != Phase::Done).min_by_key(|(_, phase)| match phase {
            Phase::Result => 0,
            Phase::Answers => 1,
            Phase::Send => 2,
            _ => 3,
        })
    }

    /// Notes how the need stands, for the meeting and for the plan. Solved on a day, it is remembered on which.
    pub fn conclude(&mut self, pen: &Pen, meeting: Option<&ItemId>, outcome: Outcome) -> bool {
        if let Some(meeting) = meeting {
            self.set_item_fact(pen, meeting, fact::OUTCOME, outcome.code());
        }
        self.set_fact(pen, fact::OUTCOME_DAY, &pen.today.to_string());
        self.set_fact(pen, fact::OUTCOME, outcome.code()) || meeting.is_some()
    }

    /// How the need stands, as she last said.
    pub fn outcome(&self) -> Option<Outcome> {
        Outcome::parse(self.fact(fact::OUTCOME))
    }
}

impl Item {
    /// Whether this meeting was held.
    pub fn is_held(&self) -> bool {
        !self.fact(fact::HELD).is_empty()
    }

    /// Whether it was said what this meeting is for.
    pub fn has_purpose(&self) -> bool {
        !self.text.current().trim().is_empty() || !self.fact(fact::PURPOSE).is_empty()
    }

    /// The answer to this question in a meeting.
    pub fn answer_in(&self, meeting: &ItemId) -> Option<Answer> {
        Answer::parse(self.fact(&of(fact::ANSWER, meeting)))
    }
}

/// What fits now; two or three are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Thank the official.
    Thank,
    /// Say what helped.
    WhatHelped,
    /// Put the plan away.
    PutAway,
    /// Meet again with what is still open.
    MeetAgain,
    /// Ask to have it in writing.
    InWriting,
    /// Ask another person: technical staff, or who the director names.
    OtherPerson,
    /// An organization or network can help.
    Organization,
    /// There is a way to complain.
    Complain,
    /// The right office is another one.
    RightOffice,
}

/// The two or three ways on that fit how the need stands and what was said.
pub fn ways_on(plan: &Sheet, outcome: Outcome) -> Vec<Way> {
    let said = |answer: Answer| {
        let held = plan.meetings().into_iter().filter(|meeting| meeting.is_held());
        held.flat_map(|meeting| plan.agenda(&meeting.id).into_iter().map(move |q| q.answer_in(&meeting.id)))
            .any(|found| found == Some(answer))
    };
    let often = plan.visible(List::Question).into_iter().filter_map(|q| plan.asked(q)).any(|asked| asked.times >= 2);
    match outcome {
        Outcome::Solved => vec![Way::Thank, Way::WhatHelped, Way::PutAway],
        Outcome::Partly => vec![Way::MeetAgain, Way::InWriting, Way::Thank],
        Outcome::NotYet if said(Answer::NotOurs) => vec![Way::RightOffice, Way::OtherPerson, Way::Organization],
        Outcome::NotYet if often => vec![Way::OtherPerson, Way::Organization, Way::Complain],
        Outcome::NotYet => vec![Way::MeetAgain, Way::OtherPerson, Way::Organization],
    }
}

/// Whether two questions ask nearly the same: most of their letter triples are shared. Compared after
/// [`crate::khmer::fold`], so that spelling does not part them.
pub fn alike(a: &str, b: &str) -> bool {
    let (a, b) = (triples(a), triples(b));
    let shared = a.iter().filter(|triple| b.contains(triple)).count();
    let all = a.len() + b.len() - shared;
    all > 0 && shared * 10 >= all * 6
}

/// All runs of three letters, each once.
fn triples(text: &str) -> Vec<[char; 3]> {
    let letters: Vec<char> = crate::khmer::fold(text).chars().filter(|c| !c.is_whitespace() && !"?។.,".contains(*c)).collect();
    let mut triples = Vec::new();
    for run in letters.windows(3).filter_map(|run| run.try_into().ok()) {
        if !triples.contains(&run) {
            triples.push(run);
        }
    }
    triples
}
