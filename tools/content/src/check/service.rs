//! Services and the duties in them.

use super::Checker;
use crate::model::*;
use std::collections::BTreeSet;

impl Checker<'_> {
    pub(super) fn service(&mut self, id: &str, service: &Service) {
        self.icon("icon", &service.icon);
        self.label("title", &service.title, 48);
        self.text("summary", &service.summary);
        self.text("who", &service.who);
        self.text("need", &service.need);
        if service.rights.is_empty() {
            self.say("rights", "name at least one right that this service serves");
        }
        for right in &service.rights {
            if !self.has("rights", right) {
                self.say("rights", format!("the right “{right}” has no entry in content/rights/"));
            }
        }
        if service.authorities.is_empty() {
            self.say("authorities", "no office is named; name at least one");
        }
        for (i, role) in service.authorities.iter().enumerate() {
            let field = format!("authorities {}", i + 1);
            if !self.has("authorities", &role.id) {
                self.say(&field, format!("the authority “{}” has no entry in content/authorities/", role.id));
            }
            self.text(&format!("{field}: role"), &role.role);
        }
        for (i, basis) in service.basis.iter().enumerate() {
            self.law_id(&format!("basis {}", i + 1), &basis.law);
            if let Some(article) = &basis.article {
                self.text(&format!("basis {}: article", i + 1), article);
            }
        }
        if service.steps.is_empty() {
            self.say("steps", "there are no steps; a plan made from this service would be empty");
        }
        self.numbered("steps", service.steps.iter().map(|s| s.n));
        self.numbered("documents", service.documents.iter().map(|d| d.n));
        self.numbered("questions", service.questions.iter().map(|q| q.n));
        self.still_published(id, service);
        let steps: BTreeSet<u8> = service.steps.iter().map(|s| s.n).collect();
        let mut earlier = BTreeSet::new();
        for step in &service.steps {
            let field = format!("steps {}", step.n);
            self.text(&field, &step.text);
            for n in &step.after {
                if !steps.contains(n) {
                    self.say(&field, format!("it comes after step {n}, which does not exist"));
                } else if !earlier.contains(n) {
                    self.say(&field, format!("it comes after step {n}, which stands later in the list; put the steps in order"));
                }
            }
            earlier.insert(step.n);
        }
        for document in &service.documents {
            self.text(&format!("documents {}", document.n), &document.text);
        }
        if service.questions.is_empty() {
            self.say("questions", "give at least one first question to ask");
        }
        for question in &service.questions {
            let field = format!("questions {}", question.n);
            self.text(&field, &question.text);
            if let Some(why) = &question.why {
                self.text(&format!("{field}: why"), why);
            }
        }
        for (i, claim) in service.claims.iter().enumerate() {
            let field = format!("claims {}", i + 1);
            if let Some(label) = &claim.label {
                self.text(&format!("{field}: label"), label);
            }
            self.text(&format!("{field}: value"), &claim.value);
            self.sources(&format!("{field}: sources"), &claim.sources, true);
            if let Some(date) = &claim.date {
                self.any_date(&format!("{field}: date"), date);
            }
            if let Some(checked) = &claim.checked {
                self.date(&format!("{field}: checked"), checked);
            }
            if let Some(conflict) = &claim.conflict {
                self.text(&format!("{field}: conflict"), &conflict.value);
                self.sources(&format!("{field}: conflict: sources"), &conflict.sources, true);
                if let Some(date) = &conflict.date {
                    self.any_date(&format!("{field}: conflict: date"), date);
                }
            }
        }
        if let Some(if_nothing) = &service.if_nothing {
            self.text("if_nothing", &if_nothing.text);
        }
        for (name, ids) in [("before", &service.before), ("after", &service.after)] {
            for other in ids {
                if other == id {
                    self.say(name, "a service cannot come before or after itself");
                } else if !self.has("services", other) {
                    self.say(name, format!("the service “{other}” has no entry in content/services/"));
                }
            }
        }
        if let Some(complaint) = &service.complaint {
            self.text("complaint", &complaint.text);
            if let Some(to) = &complaint.to {
                if !self.has("authorities", to) {
                    self.say("complaint: to", format!("the authority “{to}” has no entry in content/authorities/"));
                }
            }
        }
        for (i, change) in service.changes.iter().enumerate() {
            let field = format!("changes {}", i + 1);
            self.text(&format!("{field}: old"), &change.old);
            self.text(&format!("{field}: new"), &change.new);
            self.any_date(&format!("{field}: since"), &change.since);
            self.sources(&format!("{field}: sources"), &change.sources, true);
        }
        for (i, note) in service.notes.iter().enumerate() {
            self.text(&format!("notes {}", i + 1), &note.text);
            self.sources(&format!("notes {}: sources", i + 1), &note.sources, false);
        }
        self.numbered("duties", service.duties.iter().map(|d| d.n));
        for duty in &service.duties {
            self.duty(service, duty);
        }
        self.sources("sources", &service.sources, false);
        self.date("checked", &service.checked);
        self.review(&service.review);
    }

    fn duty(&mut self, service: &Service, duty: &Duty) {
        let field = format!("duties {}", duty.n);
        self.label(&format!("{field}: title"), &duty.title, 60);
        self.text(&format!("{field}: because"), &duty.because);
        if service.kind == Kind::Entitlement && !duty.may {
            self.say(
                &field,
                "this service is an entitlement, so it holds no duty; set kind = \"both\", move the duty or set may = true",
            );
        }
        if duty.title.en.starts_with("If ") != duty.only_if {
            self.say(
                &field,
                "a title that begins with a condition (“If you …”) and only_if = true belong together; write both or neither",
            );
        }
        for (i, fact) in duty.when.iter().enumerate() {
            if duty.when[..i].iter().any(|other| other.ask == fact.ask) {
                self.say(
                    &field,
                    format!("the condition on “{}” stands twice, so that the duty could never apply; join them", fact.ask),
                );
            }
            match self.content.profile.iter().find(|question| question.id == fact.ask) {
                None if self.is_unread("profile.toml") => {}
                None => {
                    self.say(&field, format!("the condition asks for “{}”, which is not a question in profile.toml", fact.ask))
                }
                Some(_) if fact.any.is_empty() => self.say(&field, format!("the condition on “{}” names no option", fact.ask)),
                Some(question) => {
                    for option in fact.any.iter().filter(|id| !question.options.iter().any(|option| option.id == **id)) {
                        self.say(&field, format!("“{option}” is not an option of “{}” in profile.toml", fact.ask));
                    }
                }
            }
        }
        if let Some(sentence) = never(&duty.due) {
            self.say(format!("{field}: due"), sentence);
        }
        match &duty.if_nothing {
            Some(if_nothing) => self.text(&format!("{field}: if_nothing"), &if_nothing.text),
            None if service.if_nothing.is_none() && !duty.may => {
                self.say(&field, "say what happens if she does nothing (if_nothing, here or for the whole service)")
            }
            None => {}
        }
        self.sources(&format!("{field}: sources"), &duty.sources, true);
        if let Some(date) = &duty.date {
            self.any_date(&format!("{field}: date"), date);
        }
    }

    pub(super) fn numbered(&mut self, field: &str, numbers: impl Iterator<Item = u8>) {
        let mut seen = BTreeSet::new();
        for n in numbers {
            if n == 0 {
                self.say(field, "the number n begins at 1");
            }
            if !seen.insert(n) {
                self.say(
                    field,
                    format!("the number n = {n} stands twice; every item has its own number, which is never used again"),
                );
            }
        }
    }

    /// Plans on phones refer to these numbers.
    pub(super) fn still_published(&mut self, id: &str, service: &Service) {
        let Some(published) = self.content.published.services.get(id) else { return };
        let lists: [(&str, &[u8], Vec<u8>); 4] = [
            ("steps", &published.steps, service.steps.iter().map(|s| s.n).collect()),
            ("documents", &published.documents, service.documents.iter().map(|d| d.n).collect()),
            ("questions", &published.questions, service.questions.iter().map(|q| q.n).collect()),
            ("duties", &published.duties, service.duties.iter().map(|d| d.n).collect()),
        ];
        for (field, before, now) in lists {
            self.still_there(field, before, &now);
        }
    }

    pub(super) fn still_there(&mut self, field: &str, before: &[u8], now: &[u8]) {
        for n in before.iter().filter(|n| !now.contains(n)) {
            self.say(field, format!("n = {n} was published and plans on phones (or answers kept there) refer to it; keep it (its text may change, its number may not)"));
        }
    }
}

/// Why this due date would never come, or come at no time that can be told.
fn never(due: &Due) -> Option<String> {
    let kinds = usize::from(due.every.is_some()) + usize::from(due.on.is_some()) + usize::from(due.always);
    if kinds != 1 {
        return Some("write exactly one of every, on, always".into());
    }
    let left = |there: bool, name: &str| there.then(|| format!("“{name}” has no meaning here; remove it"));
    match (due.every, due.on) {
        (Some(Every::Month), _) => match due.day {
            Some(1..=28) => left(!due.windows.is_empty(), "windows").or(left(due.days.is_some(), "days")),
            Some(day) => Some(format!("day {day} does not exist in every month; write 1 to 28")),
            None => Some("a monthly duty needs its last day: day = 15".into()),
        },
        (Some(_), _) => due
            .windows
            .iter()
            .find_map(|window| {
                let wrong = [&window.from, &window.by].into_iter().find(|date| !super::is_date(&format!("2023-{date}")));
                match wrong {
                    Some(date) => Some(format!("“{date}” is not a day of every year; write MM-DD")),
                    None if window.from > window.by => {
                        Some(format!("the window from {} ends before it begins; a window stays inside one year", window.from))
                    }
                    None => None,
                }
            })
            .or((due.windows.is_empty() && due.every == Some(Every::Year))
                .then(|| "a yearly duty needs its window: windows = [{ from = \"01-01\", by = \"03-31\" }]".into()))
            .or(left(due.day.is_some(), "day"))
            .or(left(due.days.is_some(), "days")),
        (None, Some(_)) => left(due.day.is_some(), "day")
            .or(left(!due.windows.is_empty(), "windows"))
            .or((due.days.is_none()).then(|| "say within how many days of the event: days = 30".into())),
        (None, None) => left(due.day.is_some() || due.days.is_some() || !due.windows.is_empty(), "day, days or windows"),
    }
}
