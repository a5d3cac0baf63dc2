//! Situations of complaints: clauses that fit into a letter, a ladder that can be climbed, limits with sources.

use super::Checker;
use crate::model::*;

impl Checker<'_> {
    pub(super) fn situation(&mut self, id: &str, situation: &Situation) {
        self.icon("icon", &situation.icon);
        self.label("title", &situation.title, 40);
        self.text("hint", &situation.hint);
        let content = self.content;
        let published = content.published.complaints.get(id);
        for (name, clauses) in situation.clauses() {
            if !(1..=8).contains(&clauses.len()) {
                self.say(name, "one to eight clauses to choose from");
            }
            for (i, clause) in clauses.iter().enumerate() {
                let field = format!("{name} {}", i + 1);
                self.text(&field, clause);
                if clause.km.ends_with('។') || clause.en.ends_with('.') {
                    self.say(&field, "this is a clause of a letter: no stop at its end, the sentence around it has one");
                }
            }
            let before = published.and_then(|counts| counts.clauses.get(name)).copied().unwrap_or(0);
            if clauses.len() < usize::from(before) {
                self.say(
                    name,
                    format!("{before} clauses were published; complaints on phones keep their places, so add only at the end"),
                );
            }
        }
        for standard in &situation.standards {
            if !content.standards.iter().any(|known| known.id == *standard) {
                self.say("standards", format!("“{standard}” is not one of standards.toml"));
            }
        }
        for (kind, name, ids) in [("laws", "law", &situation.laws), ("services", "service", &situation.services)] {
            for id in ids.iter().filter(|id| !self.has(kind, id)).collect::<Vec<_>>() {
                self.say(kind, format!("the {name} “{id}” has no entry in content/{kind}/"));
            }
        }
        if situation.standards.is_empty() && situation.laws.is_empty() {
            self.say("standards", "name a standard or a law that this touches");
        }
        if situation.steps.is_empty() {
            self.say("steps", "a ladder needs a rung: say who can act first");
        }
        self.numbered("steps", situation.steps.iter().map(|rung| rung.n));
        let before = published.map_or(&[][..], |counts| &counts.steps);
        self.still_there("steps", before, &situation.steps.iter().map(|rung| rung.n).collect::<Vec<_>>());
        for rung in &situation.steps {
            self.rung(&format!("step {}", rung.n), rung);
        }
        for (i, limit) in situation.limits.iter().enumerate() {
            let field = format!("limit {}", i + 1);
            self.text(&field, &limit.text);
            self.sources(&field, &limit.sources, true);
            if let Some(date) = &limit.date {
                self.date(&field, date);
            }
        }
        self.sources("sources", &situation.sources, true);
        self.date("checked", &situation.checked);
        self.review(&situation.review);
    }

    fn rung(&mut self, field: &str, rung: &Rung) {
        self.text(field, &rung.text);
        self.sources(field, &rung.sources, true);
        if let Some(office) = rung.authority.as_ref().filter(|id| !self.has("authorities", id)) {
            self.say(field, format!("the office “{office}” has no entry in content/authorities/"));
        }
        if !rung.needs.contains(&Need::What) {
            self.say(field, "every body needs to know what happened: needs has at least what");
        }
        if rung.needs.iter().enumerate().any(|(i, need)| rung.needs[..i].contains(need)) {
            self.say(field, "a need stands twice");
        }
    }
}
