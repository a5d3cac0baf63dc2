//! Sentences of letters, replies of offices, public holidays.

use super::Checker;
use crate::model::*;
use std::collections::BTreeSet;

impl Checker<'_> {
    pub(super) fn purpose(&mut self, id: &str, purpose: &Purpose) {
        self.icon("icon", &purpose.icon);
        self.label("title", &purpose.title, 30);
        self.text("hint", &purpose.hint);
        self.sentence("subject", &purpose.subject);
        self.sentence("subject_plain", &purpose.subject_plain);
        if !blanks(&purpose.subject_plain.km).is_empty() {
            self.say("subject_plain", "this subject stands when nothing is known; it can have no blank");
        }
        self.phrases(id, &purpose.phrases, false);
        let used: BTreeSet<&str> =
            purpose.phrases.iter().map(|phrase| &phrase.text.km).chain([&purpose.subject.km]).flat_map(|km| blanks(km)).collect();
        let framed =
            ["office", "person", "me", "phone", "business", "place", "letter-number", "letter-date", "law", "from-place"];
        for blank in &purpose.asks {
            if !used.contains(blank.name()) && !framed.contains(&blank.name()) {
                self.say("asks", format!("“{}” is asked for, but no sentence uses it", blank.name()));
            }
        }
        // Whatever is known or not, something is said.
        if !purpose
            .phrases
            .iter()
            .any(|phrase| phrase.pick == Pick::Always && phrase.when.is_empty() && blanks(&phrase.text.km).is_empty())
        {
            self.say("phrases", "with no blank filled no sentence stands; write one without blanks");
        }
        self.review(&purpose.review);
    }

    pub(super) fn frame(&mut self, frame: &Frame) {
        self.phrases("frame", &frame.phrases, true);
        self.review(&frame.review);
    }

    fn phrases(&mut self, id: &str, phrases: &[Phrase], frame: bool) {
        self.numbered("phrases", phrases.iter().map(|phrase| phrase.n));
        let content = self.content;
        let before = content.published.phrases.get(id).map_or(&[][..], Vec::as_slice);
        self.still_there("phrases", before, &phrases.iter().map(|phrase| phrase.n).collect::<Vec<_>>());
        for phrase in phrases {
            let field = format!("phrase {}", phrase.n);
            self.sentence(&field, &phrase.text);
            if phrase.part.is_frame() != frame {
                self.say(&field, "parts of the frame stand in frame.toml; a letter has open, body, ask and close");
            }
            if phrase.part == Place::Subject {
                self.say(&field, "the subject is a field of its own");
            }
            let own = blanks(&phrase.text.km);
            for blank in phrase.unless.iter().filter(|blank| own.contains(&blank.name()) || phrase.when.contains(blank)) {
                self.say(&field, format!("it can never stand: it needs “{}” and stands only without", blank.name()));
            }
            if phrase.one_of.is_some() && phrase.pick == Pick::Always {
                self.say(&field, "one_of is for sentences that are chosen; add pick");
            }
        }
    }

    /// A text with blanks: the same in both languages, and known.
    fn sentence(&mut self, field: &str, text: &Text) {
        let mut plain = text.clone();
        for (words, name) in [(&mut plain.km, "Khmer"), (&mut plain.en, "English")] {
            for blank in blanks(&words.clone()) {
                if !Blank::NAMES.contains(&blank) {
                    self.say(
                        field,
                        format!("“{{{blank}}}” in the {name} text is not a blank; there are: {}", Blank::NAMES.join(", ")),
                    );
                }
                let filled = if name == "Khmer" { "ករណី" } else { "Phlov" };
                *words = words.replace(&format!("{{{blank}}}"), filled);
            }
            if words.contains(['{', '}']) {
                self.say(field, format!("a brace is left over in the {name} text"));
            }
        }
        let sorted = |text: &str| {
            let mut blanks: Vec<String> = blanks(text).into_iter().map(str::to_owned).collect();
            blanks.sort();
            blanks
        };
        if sorted(&text.km) != sorted(&text.en) {
            self.say(field, "the two languages do not have the same blanks");
        }
        self.text(field, &plain);
    }

    pub(super) fn reply(&mut self, id: &str, reply: &Reply) {
        self.icon("icon", &reply.icon);
        self.label("says", &reply.says, 40);
        if !(1..=3).contains(&reply.means.len()) {
            self.say("means", "one to three sentences say what it may mean");
        }
        for (i, text) in reply.means.iter().enumerate() {
            self.text(&format!("means {}", i + 1), text);
        }
        for (name, text) in [("good", &reply.good), ("say", &reply.say), ("question", &reply.question)] {
            self.text(name, text);
        }
        if !self.content.standards.iter().any(|standard| standard.id == reply.standard) {
            self.say("standard", format!("“{}” is not one of standards.toml", reply.standard));
        }
        if !self.content.purposes.contains_key(&reply.compose) && !self.is_unread("phrases/") {
            self.say("compose", format!("the letter “{}” has no entry in content/phrases/", reply.compose));
        }
        for service in &reply.services {
            if !self.has("services", service) {
                self.say("services", format!("the service “{service}” has no entry in content/services/"));
            }
        }
        if reply.next.is_empty() {
            self.say("next", "every reply leads on: write what to do next");
        }
        self.numbered("next", reply.next.iter().map(|step| step.n));
        let content = self.content;
        let before = content.published.replies.get(id).map_or(&[][..], Vec::as_slice);
        self.still_there("next", before, &reply.next.iter().map(|step| step.n).collect::<Vec<_>>());
        for step in &reply.next {
            self.text(&format!("next {}", step.n), &step.text);
        }
        self.sources("sources", &reply.sources, true);
        self.date("checked", &reply.checked);
        self.review(&reply.review);
    }

    pub(super) fn holidays(&mut self) {
        for (year, holidays) in &self.content.holidays {
            self.sources(year, &holidays.sources, true);
            for day in &holidays.days {
                self.any_date(year, &format!("{year}-{day}"));
            }
            if holidays.days.windows(2).any(|pair| pair[0] >= pair[1]) {
                self.say(year, "the days of a year stand in their order, each once");
            }
        }
    }
}
