//! What is read: guide pages, stories, words; and the questions about the business.

use super::Checker;
use crate::glossary::ALSO;
use crate::load::is_id;
use crate::model::*;
use std::collections::BTreeMap;

/// Abbreviations that need no entry in the glossary: everybody's, and names of places and programmes that their texts explain.
const PLAIN: [&str; 15] = ["COVID", "HIV", "JICA", "ID", "OK", "PIN", "QR", "SMS", "USD", "PDF", "TV", "A4", "SIM", "II", "III"];

impl Checker<'_> {
    pub(super) fn guide_page(&mut self, id: &str, page: &GuidePage) {
        self.icon("icon", &page.icon);
        self.label("title", &page.title, 40);
        self.text("summary", &page.summary);
        self.parts("parts", page.parts.iter().map(|part| (&part.title, &part.texts)));
        for service in &page.services {
            self.service_id("services", service);
        }
        for law in &page.laws {
            self.law_id("laws", law);
        }
        if !(2..=3).contains(&page.quiz.len()) {
            self.say("quiz", "a page ends with two or three questions");
        }
        self.numbered("quiz", page.quiz.iter().map(|quiz| quiz.n));
        let content = self.content;
        let before = content.published.guide.get(id).map_or(&[][..], |page| &page.quiz);
        self.still_there("quiz", before, &page.quiz.iter().map(|quiz| quiz.n).collect::<Vec<_>>());
        for (i, quiz) in page.quiz.iter().enumerate() {
            let field = format!("quiz {}", i + 1);
            self.text(&field, &quiz.text);
            if quiz.options.len() < 2 || quiz.options.iter().filter(|option| option.right).count() != 1 {
                self.say(&field, "it needs two or more options, exactly one of them with right = true");
            }
            for (i, option) in quiz.options.iter().enumerate() {
                self.text(&format!("{field}: option {}", i + 1), &option.text);
                self.text(&format!("{field}: option {}: why", i + 1), &option.why);
            }
        }
        self.sources("sources", &page.sources, true);
        self.date("checked", &page.checked);
        self.review(&page.review);
    }

    fn parts<'a>(&mut self, name: &str, parts: impl Iterator<Item = (&'a Text, &'a Vec<Text>)>) {
        let mut none = true;
        for (i, (title, texts)) in parts.enumerate() {
            none = false;
            let field = format!("{name} {}", i + 1);
            self.label(&format!("{field}: title"), title, 48);
            if texts.is_empty() {
                self.say(&field, "it has a title but no text");
            }
            for (k, text) in texts.iter().enumerate() {
                self.text(&format!("{field}: text {}", k + 1), text);
            }
        }
        if none {
            self.say(name, "there is nothing to read");
        }
    }

    fn service_id(&mut self, field: &str, id: &str) {
        if !self.has("services", id) {
            self.say(field, format!("the service “{id}” has no entry in content/services/"));
        }
    }

    pub(super) fn story(&mut self, story: &Story) {
        self.icon("icon", &story.icon);
        self.label("title", &story.title, 48);
        self.text("summary", &story.summary);
        self.parts("screens", story.screens.iter().map(|screen| (&screen.title, &screen.texts)));
        self.service_id("plan: service", &story.plan.service);
        self.text("plan: need", &story.plan.need);
        if let Some(service) = self.content.services.get(&story.plan.service) {
            for n in story.plan.questions.iter().filter(|n| !service.questions.iter().any(|question| question.n == **n)) {
                self.say("plan: questions", format!("the service has no question n = {n}"));
            }
        }
        if story.plan.questions.len() > 5 {
            self.say("plan: questions", "five questions are the most for one meeting");
        }
        self.sources("sources", &story.sources, true);
        self.date("checked", &story.checked);
        self.review(&story.review);
    }

    pub(super) fn term(&mut self, id: &str, term: &Term) {
        self.label("term", &term.term, 40);
        match (&term.says, &term.office) {
            (Some(says), None) => self.text("says", says),
            (None, Some(office)) if self.has("authorities", office) => {}
            (None, Some(office)) => self.say("office", format!("the authority “{office}” has no entry in content/authorities/")),
            (Some(_), Some(_)) => {
                self.say("says", "the word is the name of an office, which says itself what it does; keep one of says and office")
            }
            (None, None) => self.say("says", "say what the word means (says), or which office it is (office)"),
        }
        for same in term.same.iter().chain(&term.also).chain(&term.not) {
            if same.trim().is_empty() || same.contains(['|', ALSO]) || same != same.trim() {
                self.say(
                    "same",
                    format!("“{same}” cannot be searched; write one word or phrase without | and without spaces around it"),
                );
            }
        }
        for other in &term.see {
            if other == id {
                self.say("see", "a word cannot refer to itself");
            } else if !self.has("terms", other) {
                self.say("see", format!("the word “{other}” has no entry in content/terms/"));
            }
        }
        if let Some(service) = &term.service {
            self.service_id("service", service);
        }
        self.review(&term.review);
    }

    pub(super) fn profile(&mut self) {
        let content = self.content;
        for (i, question) in content.profile.iter().enumerate() {
            let field = format!("questions {}", question.id);
            if !is_id(&question.id) || content.profile[..i].iter().any(|other| other.id == question.id) {
                self.say(&field, "the id of a question is made of small letters and hyphens, and stands once");
            }
            self.text(&field, &question.text);
            if !(2..=8).contains(&question.options.len()) {
                self.say(&field, "a question has two to eight options (“not sure” is added by itself)");
            }
            for option in &question.options {
                if !is_id(&option.id) || option.id == "unsure" {
                    self.say(&field, format!("“{}” cannot be the id of an option", option.id));
                }
                self.text(&format!("{field}: option {}", option.id), &option.text);
            }
        }
    }

    /// The glossary: no word stands twice, and every abbreviation in a text of the app is explained.
    pub(super) fn same_words(&mut self) {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        let content = self.content;
        for (id, term) in &content.terms {
            for word in [&term.term.km, &term.term.en].into_iter().chain(&term.same).chain(&term.also) {
                let word = word.to_lowercase();
                if let Some(other) = seen.get(&word).filter(|other| *other != id) {
                    self.file = format!("terms/{id}.toml");
                    self.say("same", format!("“{word}” stands in terms/{other}.toml too; a word leads to one entry"));
                }
                seen.insert(word, id);
            }
        }
        if content.terms.is_empty() || !content.unread.is_empty() {
            return;
        }
        let names = content.authorities.values().map(|a| (&a.name, a.short.as_ref()));
        let names = names.chain(content.organizations.values().map(|o| (&o.name, o.short.as_ref())));
        let known: String = names
            .flat_map(|(name, short)| [Some(name), short])
            .flatten()
            .map(|text| text.en.clone())
            .chain(seen.keys().map(|word| word.to_uppercase()))
            .collect::<Vec<_>>()
            .join(" ");
        let known: std::collections::BTreeSet<&str> = abbreviations(&known).collect();
        for (file, text) in crate::report::texts(content) {
            for word in abbreviations(&text.en).filter(|word| !known.contains(word) && !PLAIN.contains(word)) {
                self.file.clone_from(&file);
                self.say("", format!("“{word}” is used but not explained; add it to content/terms/ (same) or write it out"));
            }
        }
    }
}

/// Words of two and more capital letters.
fn abbreviations(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| {
        word.len() >= 2
            && word.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
            && word.bytes().filter(u8::is_ascii_uppercase).count() >= 2
    })
}
