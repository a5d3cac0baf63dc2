//! Letters and messages out of checked sentences: a sentence stands only when it is true (its blanks are filled, its conditions
//! hold) and, where that is hers to say, chosen. What is made has no empty place and no brace left.

use super::letters::{frame, Phrase, Pick, Place};
use super::schema::{PurposeId, Text};

/// What a sentence may name, as it stands in braces; the numbers in the tables are places in this list.
pub const BLANKS: [&str; 32] = [
    "office",
    "person",
    "topic",
    "law",
    "letter-number",
    "letter-date",
    "received",
    "deadline",
    "amount",
    "demand",
    "business",
    "me",
    "phone",
    "day",
    "time",
    "place",
    "answer-by",
    "asked-on",
    "said",
    "said-on",
    "event",
    "colleague",
    "questions",
    "point",
    "wish",
    "today",
    "from-place",
    "papers",
    "budget",
    "proof",
    "rule",
    "tried",
];

/// What is known, by blank; empty = not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known(Vec<(&'static str, String)>);

impl Known {
    /// Fills a blank; an empty text or an unknown name leaves it as it was not.
    pub fn set(&mut self, name: &str, text: impl Into<String>) {
        let text = text.into().trim().to_owned();
        let Some(name) = BLANKS.iter().find(|blank| **blank == name) else { return };
        self.0.retain(|(known, _)| known != name);
        if !text.is_empty() {
            self.0.push((name, text));
        }
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, text)| text.as_str())
    }

    fn has(&self, blank: u8) -> bool {
        BLANKS.get(usize::from(blank)).is_some_and(|name| self.get(name).is_some())
    }

    /// The text with its blanks filled; `None` when one of them is empty.
    pub fn fill(&self, text: &str) -> Option<String> {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}')?;
            out.push_str(before);
            out.push_str(self.get(name)?);
            rest = after;
        }
        out.push_str(rest);
        Some(out)
    }
}

/// A letter on paper, or a message on the phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Letter,
    Message,
}

impl Form {
    pub const ALL: [Form; 2] = [Form::Message, Form::Letter];

    /// The parts around what is to be said, before and after it.
    fn around(self) -> [&'static [Place]; 2] {
        match self {
            Form::Letter => [
                &[Place::Head, Place::From, Place::To, Place::Subject, Place::Reference, Place::Greeting],
                &[Place::Farewell, Place::PlaceDate, Place::Sign],
            ],
            Form::Message => [&[Place::MessageGreeting], &[Place::MessageFarewell]],
        }
    }
}

/// What is to be said.
const SAID: [Place; 4] = [Place::Open, Place::Body, Place::Ask, Place::Close];

/// One part of a letter, ready to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub place: Place,
    pub text: String,
}

/// Whether a sentence can stand now, chosen or not.
pub fn can_stand(phrase: &Phrase, known: &Known, words: &dyn Fn(Text) -> String) -> bool {
    let holds = phrase.when.iter().all(|blank| known.has(*blank)) && !phrase.unless.iter().any(|blank| known.has(*blank));
    holds && known.fill(&words(phrase.text)).is_some()
}

/// The sentences of her choice that can stand now.
pub fn choices(purpose: PurposeId, known: &Known, words: &dyn Fn(Text) -> String) -> Vec<&'static Phrase> {
    let phrases = purpose.get().phrases.iter();
    phrases.filter(|phrase| phrase.pick != Pick::Always && can_stand(phrase, known, words)).collect()
}

/// The letter. `chosen`: whether she wants a sentence; `words`: the text in the language of the letter; `subject`: the word "Subject".
pub fn letter(
    purpose: PurposeId,
    form: Form,
    known: &Known,
    chosen: &dyn Fn(&Phrase) -> bool,
    words: &dyn Fn(Text) -> String,
    subject: &str,
) -> Vec<Paragraph> {
    let entry = purpose.get();
    let mut out = Vec::new();
    let [before, after] = form.around();
    for place in before.iter().chain(&SAID).chain(after).copied() {
        if place == Place::Subject {
            let about = known.fill(&words(entry.subject)).unwrap_or_else(|| words(entry.subject_plain));
            out.push(Paragraph { place, text: [subject, &about].concat() });
            continue;
        }
        let mut taken: Vec<&str> = Vec::new();
        let mut text = String::new();
        for phrase in frame().iter().chain(entry.phrases.iter()).filter(|phrase| phrase.part == place) {
            let of = phrase.one_of.str();
            if !(phrase.pick == Pick::Always || chosen(phrase)) || (!of.is_empty() && taken.contains(&of)) {
                continue;
            }
            if !can_stand(phrase, known, words) {
                continue;
            }
            taken.push(of);
            let raw = words(phrase.text);
            let Some(filled) = known.fill(&raw) else { continue };
            if !text.is_empty() {
                // A list begins on a line of its own, and so does what stands around the letter.
                let line = raw == LIST || text.contains('\n') || !SAID.contains(&place);
                text.push(if line { '\n' } else { ' ' });
            }
            text.push_str(&filled);
        }
        if !text.is_empty() {
            out.push(Paragraph { place, text });
        }
    }
    out
}

/// The sentence that is nothing but the list of questions.
const LIST: &str = "{questions}";

/// As one text.
pub fn joined(paragraphs: &[Paragraph]) -> String {
    let mut out = String::new();
    for (i, paragraph) in paragraphs.iter().enumerate() {
        if i > 0 {
            out.push_str("\n\n");
        }
        out.push_str(&paragraph.text);
    }
    out
}
