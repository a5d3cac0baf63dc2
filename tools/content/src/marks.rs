//! Where words of the glossary stand in the texts that are read. A mark costs a text about a tenth of a byte, since the word
//! after it foretells it; which word it is the app asks [`Forms::first`] at the mark.
//!
//! Khmer writes no spaces. A word begins and ends between two letters with all they carry, and the letter after it does not close
//! its last syllable (់ and ៍ show that it would). Whether it is a part of a longer word only a reader knows: such longer words
//! stand in the entry (`not`).

use crate::glossary::{Forms, MARK};
use crate::khmer::{clusters, is_khmer};
use crate::model::{Content, Text};

/// What is needed to find them.
pub struct Marks {
    forms: Forms<usize>,
    /// Longer words in which a form is not meant, in small letters.
    not: Vec<String>,
}

impl Marks {
    pub fn new(content: &Content) -> Self {
        let not = content.terms.values().flat_map(|term| &term.not).map(|word| word.to_lowercase()).collect();
        Self { forms: forms(content), not }
    }

    /// The text with a [`MARK`] before each word of the glossary: the longest that begins there, none inside another.
    pub fn mark(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while !rest.is_empty() {
            let free = is_start(&out, rest);
            // A longer word in which it is not meant goes by as a whole.
            let lowered = rest.to_lowercase();
            let other = self.not.iter().filter(|word| free && lowered.starts_with(word.as_str())).map(String::len).max();
            let found = self.forms.first(rest).map(|(length, _)| length).filter(|length| {
                let (word, after) = rest.split_at(*length);
                free && is_end(word, after)
            });
            let next = clusters(rest).next().map_or(rest.len(), str::len);
            let length = match (found, other) {
                (Some(found), other) if other.is_none_or(|other| other < found) => {
                    out.push(MARK);
                    found
                }
                (_, Some(other)) => other,
                _ => next,
            };
            let (done, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
            out.push_str(done);
            rest = after;
        }
        out
    }

    /// Which words stand in a marked text, in their order: the row of each in the table of words.
    pub fn words(&self, marked: &str) -> Vec<usize> {
        marked.split(MARK).skip(1).filter_map(|rest| self.forms.first(rest)).map(|(_, word)| word).collect()
    }
}

/// In both languages at once: a Khmer text has English abbreviations.
fn forms(content: &Content) -> Forms<usize> {
    let words = content.terms.values().enumerate();
    Forms::new(words.flat_map(|(at, term)| {
        let same = term.names().join("|");
        [(at, term.term.km.replace('`', ""), same), (at, term.term.en.replace('`', ""), String::new())]
    }))
}

/// A word of the Latin script begins where no other letter or hyphen stands before.
fn is_start(before: &str, text: &str) -> bool {
    let joins = |c: char| (c.is_alphanumeric() && !is_khmer(c)) || c == '-';
    !(text.starts_with(joins) && before.ends_with(joins))
}

fn is_end(word: &str, after: &str) -> bool {
    let latin = |c: char| c.is_alphanumeric() && !is_khmer(c);
    if word.ends_with(latin) {
        // "Sub-decree" is one word, "the law - and" are two.
        return !after.starts_with(|c: char| latin(c) || c == '-');
    }
    let next = clusters(after).next().unwrap_or("");
    !next.contains(['\u{17cb}', '\u{17cd}']) && !next.starts_with(crate::khmer::is_dependent)
}

/// The texts that are read in sentences; names, titles, choices and messages are not marked.
pub fn read(content: &Content) -> Vec<&Text> {
    let c = content;
    let mut texts: Vec<&Text> = Vec::new();
    for right in c.rights.values() {
        texts.push(&right.summary);
        texts.extend(right.state_must.iter().chain(&right.you_may).chain(&right.not_covered));
    }
    for s in c.services.values() {
        texts.extend([&s.summary, &s.who]);
        texts.extend(s.steps.iter().map(|step| &step.text));
        texts.extend(s.documents.iter().map(|document| &document.text));
        texts.extend(s.questions.iter().flat_map(|question| [&question.text].into_iter().chain(&question.why)));
        texts.extend(
            s.claims.iter().flat_map(|claim| [&claim.value].into_iter().chain(claim.conflict.as_ref().map(|x| &x.value))),
        );
        texts.extend(s.changes.iter().flat_map(|change| [&change.old, &change.new]));
        texts.extend(s.notes.iter().map(|note| &note.text));
        texts.extend(s.duties.iter().flat_map(|duty| [&duty.title, &duty.because]));
        texts.extend(s.duties.iter().filter_map(|duty| duty.if_nothing.as_ref()).map(|nothing| &nothing.text));
        texts.extend(s.if_nothing.iter().map(|nothing| &nothing.text));
        texts.extend(s.complaint.iter().map(|complaint| &complaint.text));
    }
    for aim in c.aims.values() {
        texts.extend(aim.questions.iter().filter_map(|question| question.help.as_ref()));
        texts.extend(aim.results.iter().map(|result| &result.because));
    }
    texts.extend(c.standards.iter().map(|standard| &standard.before));
    texts.extend(c.authorities.values().flat_map(|office| [&office.does].into_iter().chain(&office.complaint)));
    texts.extend(c.laws.values().map(|law| &law.says));
    texts.extend(c.organizations.values().flat_map(|o| [&o.does].into_iter().chain(&o.area)));
    for page in c.guide.values() {
        texts.push(&page.summary);
        texts.extend(page.parts.iter().flat_map(|part| &part.texts));
        texts.extend(page.quiz.iter().flat_map(|quiz| [&quiz.text].into_iter().chain(quiz.options.iter().map(|o| &o.why))));
    }
    for story in c.stories.values() {
        texts.push(&story.summary);
        texts.extend(story.screens.iter().flat_map(|screen| &screen.texts));
    }
    texts.extend(c.replies.values().flat_map(|reply| reply.means.iter().chain([&reply.good])));
    texts.extend(c.replies.values().flat_map(|reply| &reply.next).map(|step| &step.text));
    texts.extend(c.situations.values().flat_map(|situation| &situation.steps).map(|rung| &rung.text));
    texts.extend(c.situations.values().flat_map(|situation| &situation.limits).map(|limit| &limit.text));
    texts.extend(c.terms.values().filter_map(|term| term.says.as_ref()));
    texts
}
