//! The finder: answers → services, each with *because*; near misses with *why not*.
//!
//! Three rules, from the product's "few taps, always a why, always not sure":
//! "not sure" is a full answer that excludes nothing; an answer never throws another away; a
//! condition that may hold counts for the service, one that is known to be false counts against it.
//! A question that earlier answers rule out is not asked, and no condition on it holds: the check of
//! the content (`dead_ends`) reads conditions in the same way.

use super::schema::{Aim, FinderResult, When};

/// One tap. `Unsure` can be given to every question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Index into the options of the question.
    Option(u8),
    Unsure,
}

/// The answers so far, one place per question of the aim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<Option<Answer>>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Yes,
    No,
    Maybe,
}

/// A service that fits. `sure` is false when a "not sure" stands behind it.
#[derive(Clone, Copy, Debug)]
pub struct Fit {
    pub result: &'static FinderResult,
    pub sure: bool,
}

/// What the answers lead to.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// At most three, the surest first.
    pub fits: Vec<Fit>,
    /// Services that fit too, beyond the three.
    pub more: Vec<Fit>,
    /// Services that one answer excludes; they say why not.
    pub near: Vec<&'static FinderResult>,
}

/// Most services shown at once.
pub const MOST_FITS: usize = 3;

const UNSURE: &str = "unsure";

impl Answers {
    /// `None` while the question is not answered.
    pub fn get(&self, question: usize) -> Option<Answer> {
        self.0.get(question).copied().flatten()
    }

    /// The answers with this one in its place; those to other questions stay.
    #[must_use]
    pub fn with(&self, question: usize, answer: Answer) -> Self {
        let mut answers = self.0.clone();
        if answers.len() <= question {
            answers.resize(question + 1, None);
        }
        if let Some(place) = answers.get_mut(question) {
            *place = Some(answer);
        }
        Self(answers)
    }

    /// Reads the answers from an address: option ids joined by dots, in the order in which the
    /// questions are asked; nothing between two dots is a question still open. Whatever is not
    /// understood ends the reading; what came before stays.
    pub fn read(aim: &Aim, text: &str) -> Self {
        let mut answers = Self::default();
        for (place, word) in text.split('.').enumerate() {
            // Which questions are asked up to here depends only on the answers before.
            let Some(at) = answers.path(aim).get(place).copied() else { break };
            let Some(question) = aim.questions.get(at) else { break };
            let answer = match word {
                "" => continue,
                UNSURE => Answer::Unsure,
                _ => match question.options.iter().position(|option| option.id.str() == word) {
                    Some(option) => Answer::Option(option as u8),
                    None => break,
                },
            };
            answers = answers.with(at, answer);
        }
        answers
    }

    /// The answers as they stand in the address. An open question keeps its place, so that changing an
    /// answer, which may call for another question in between, throws none of the others away.
    pub fn write(&self, aim: &Aim) -> String {
        let word = |at: usize| match self.get(at)? {
            Answer::Unsure => Some(UNSURE),
            Answer::Option(option) => aim.questions.get(at)?.options.get(option as usize).map(|option| option.id.str()),
        };
        let words: Vec<&str> = self.path(aim).into_iter().map(|at| word(at).unwrap_or("")).collect();
        words.join(".").trim_end_matches('.').to_owned()
    }

    /// The first question still open; `None` when everything is answered.
    pub fn next(&self, aim: &Aim) -> Option<usize> {
        self.path(aim).into_iter().find(|at| self.get(*at).is_none())
    }

    /// The questions that these answers call for, answered or not, in order.
    pub fn path(&self, aim: &Aim) -> Vec<usize> {
        let mut asked = Vec::new();
        for (at, question) in aim.questions.iter().enumerate() {
            if !question.ask_when.iter().any(|when| self.holds(when, &asked) == Holds::No) {
                asked.push(at);
            }
        }
        asked
    }

    /// Sorts the services of the aim by these answers.
    pub fn outcome(&self, aim: &'static Aim) -> Outcome {
        let mut outcome = Outcome::default();
        let mut unsure = Vec::new();
        let asked = self.path(aim);
        for result in aim.results {
            let holds: Vec<Holds> = result.when.iter().map(|when| self.holds(when, &asked)).collect();
            let against = holds.iter().filter(|holds| **holds == Holds::No).count();
            if against == 0 {
                let sure = !holds.contains(&Holds::Maybe);
                if sure {
                    outcome.fits.push(Fit { result, sure });
                } else {
                    unsure.push(Fit { result, sure });
                }
            } else if against == 1 {
                outcome.near.push(result);
            }
        }
        outcome.fits.extend(unsure);
        let cut = outcome.fits.len().min(MOST_FITS);
        outcome.more = outcome.fits.split_off(cut);
        outcome
    }

    /// Whether a condition holds; a question that is asked but not answered decides nothing.
    fn holds(&self, when: &When, asked: &[usize]) -> Holds {
        let question = when.question as usize;
        match self.get(question) {
            _ if !asked.contains(&question) => Holds::No,
            None | Some(Answer::Unsure) => Holds::Maybe,
            Some(Answer::Option(option)) if when.any.all().contains(&option) => Holds::Yes,
            Some(Answer::Option(_)) => Holds::No,
        }
    }
}
