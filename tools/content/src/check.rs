//! The rules of the knowledge base. Each rule speaks in one sentence that an editor understands
//! and, where it can, says what to do. All problems are reported, not only the first.

use crate::load::{is_id, problem};
use crate::model::*;
use crate::{khmer, Problem};
use std::collections::{BTreeMap, BTreeSet};

pub fn check(content: &Content, today: &str, problems: &mut Vec<Problem>) {
    let mut c = Checker { content, today, problems, file: String::new(), used_sources: BTreeSet::new() };
    for (id, source) in &content.sources {
        c.file = "sources".into();
        c.source(id, source);
    }
    for (id, law) in &content.laws {
        c.file = format!("laws/{id}.toml");
        c.law(id, law);
    }
    for (id, authority) in &content.authorities {
        c.file = format!("authorities/{id}.toml");
        c.authority(id, authority);
    }
    for (id, right) in &content.rights {
        c.file = format!("rights/{id}.toml");
        c.right(right);
    }
    for (id, service) in &content.services {
        c.file = format!("services/{id}.toml");
        c.service(id, service);
    }
    for (id, aim) in &content.aims {
        c.file = format!("aims/{id}.toml");
        c.aim(aim);
    }
    c.file = "standards.toml".into();
    for standard in &content.standards {
        c.text(&standard.id, &standard.before);
    }
    c.reachable();
    c.unused_sources();
}

struct Checker<'a> {
    content: &'a Content,
    today: &'a str,
    problems: &'a mut Vec<Problem>,
    file: String,
    used_sources: BTreeSet<String>,
}

impl Checker<'_> {
    fn say(&mut self, field: impl AsRef<str>, sentence: impl AsRef<str>) {
        self.problems.push(problem(&self.file, field.as_ref(), sentence.as_ref()));
    }

    /// Whether there is an entry, readable or not: a file that cannot be read is told once, not wherever it is named.
    fn has(&self, kind: &str, id: &str) -> bool {
        let c = self.content;
        let known = match kind {
            "rights" => c.rights.contains_key(id),
            "services" => c.services.contains_key(id),
            "authorities" => c.authorities.contains_key(id),
            _ => c.laws.contains_key(id),
        };
        known || self.is_unread(&format!("{kind}/{id}.toml"))
    }

    fn is_unread(&self, path: &str) -> bool {
        self.content.unread.iter().any(|file| file.starts_with(path))
    }

    // ── texts ────────────────────────────────────────────────────────────────

    fn text(&mut self, field: &str, text: &Text) {
        self.khmer(&format!("{field}: km"), &text.km);
        self.english(&format!("{field}: en"), &text.en);
        self.same_numbers(field, text);
    }

    fn khmer(&mut self, field: &str, km: &str) {
        if km.trim().is_empty() {
            return self.say(field, "the Khmer text is empty");
        }
        self.spaces(field, km);
        if !km.chars().any(khmer::is_khmer) {
            self.say(field, "there is no Khmer letter in the Khmer text; perhaps the English stands in its place");
        }
        if let Some(strange) = km.chars().find(|letter| crate::emit::byte(*letter).is_none()) {
            self.say(
                field,
                format!(
                    "the character “{strange}” cannot stand in a Khmer text; use Khmer letters, ASCII, or one of … « » – — ×"
                ),
            );
        }
        for flaw in khmer::flaws(km) {
            let near = around(km, flaw.at);
            self.say(field, format!("{} (near “{near}”)", flaw.kind.sentence()));
        }
        for (at, run) in prose_runs(km) {
            if run.chars().any(|c| c.is_ascii_digit()) {
                self.say(field, format!("digits in Khmer text are written in Khmer (១២៣); put phone numbers, codes and addresses between `backticks` to keep them as they are (near “{}”)", around(km, at)));
                break;
            }
        }
        if km.matches('`').count() % 2 == 1 {
            self.say(field, "a backtick ` is not closed");
        }
    }

    fn english(&mut self, field: &str, en: &str) {
        if en.trim().is_empty() {
            return self.say(field, "the English text is empty");
        }
        self.spaces(field, en);
        if en.chars().any(|c| khmer::is_khmer(c) && !('\u{17e0}'..='\u{17e9}').contains(&c)) {
            self.say(field, "there are Khmer letters in the English text");
        }
        if en.chars().any(|c| ('\u{17e0}'..='\u{17e9}').contains(&c)) {
            self.say(field, "there are Khmer digits in the English text; write 123");
        }
        if en.matches('`').count() % 2 == 1 {
            self.say(field, "a backtick ` is not closed");
        }
    }

    fn spaces(&mut self, field: &str, text: &str) {
        if text != text.trim() {
            self.say(field, "there is a space or an empty line at the beginning or the end");
        }
        if text.contains('\n') {
            self.say(field, "there is a line break; write the sentence in one line, or make two entries of the list");
        }
        if text.contains("  ") {
            self.say(field, "there are two spaces in a row");
        }
        if text.contains('<') || text.contains('>') {
            self.say(field, "there is a < or >; entries hold plain text, no markup");
        }
    }

    /// Numbers, dates and amounts must be the same in both languages.
    fn same_numbers(&mut self, field: &str, text: &Text) {
        let km = numbers(&text.km);
        let en = numbers(&text.en);
        if km != en {
            let only = |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).cloned().collect::<Vec<_>>().join(", ");
            self.say(
                field,
                format!(
                    "the numbers differ: only in Khmer [{}], only in English [{}]; write the same figures in both, as digits",
                    only(&km, &en),
                    only(&en, &km)
                ),
            );
        }
    }

    fn label(&mut self, field: &str, text: &Text, longest: usize) {
        self.text(field, text);
        let clusters = khmer::clusters(&text.km).count();
        if clusters > longest {
            self.say(
                format!("{field}: km"),
                format!("this is a title; it has {clusters} syllables, keep it under {longest} so that it fits a small screen"),
            );
        }
    }

    // ── dates, sources, review ───────────────────────────────────────────────

    fn date(&mut self, field: &str, date: &str) {
        if !is_date(date) {
            self.say(field, format!("“{date}” is not a date; write YYYY-MM-DD, YYYY-MM or YYYY"));
        } else if date > &self.today[..date.len()] {
            self.say(field, format!("the date {date} lies in the future"));
        }
    }

    /// A day that may lie ahead, for example when a rule begins.
    fn any_date(&mut self, field: &str, date: &str) {
        if !is_date(date) {
            self.say(field, format!("“{date}” is not a date; write YYYY-MM-DD, YYYY-MM or YYYY"));
        }
    }

    fn sources(&mut self, field: &str, ids: &[String], needed: bool) {
        if needed && ids.is_empty() {
            self.say(field, "there is no source; nothing is published without one");
        }
        for id in ids {
            if !self.content.sources.contains_key(id) && !self.is_unread("sources/") {
                self.say(field, format!("the source “{id}” is not in content/sources/; add it there or correct the name"));
            }
            self.used_sources.insert(id.clone());
        }
    }

    fn review(&mut self, review: &Review) {
        let reviewed = [review.km, review.en, review.law].contains(&ReviewState::Reviewed);
        if reviewed && (review.by.as_deref().unwrap_or("").trim().is_empty() || review.on.is_none()) {
            self.say("review", "“reviewed” needs the name of the person (by) and the day (on)");
        }
        if let Some(on) = &review.on {
            self.date("review: on", on);
        }
    }

    fn icon(&mut self, field: &str, icon: &str) {
        if !is_id(icon) {
            self.say(field, format!("“{icon}” is not the name of an icon (small letters and hyphens, as on lucide.dev)"));
        }
    }

    // ── entries ──────────────────────────────────────────────────────────────

    fn source(&mut self, id: &str, source: &Source) {
        self.text(&format!("{id}: name"), &source.name);
        let shared = source.url.strip_prefix("shared:").is_some_and(|n| n.len() == 3 && n.bytes().all(|b| b.is_ascii_digit()));
        if !shared && !source.url.starts_with("https://") && !source.url.starts_with("http://") {
            self.say(
                format!("{id}: url"),
                "the address must begin with https:// or http:// (or shared:000 … shared:004 for the documents Phlov comes from)",
            );
        }
        if source.date != "undated" {
            self.date(&format!("{id}: date"), &source.date);
        }
    }

    fn law(&mut self, id: &str, law: &Law) {
        self.text("title", &law.title);
        self.text("says", &law.says);
        if let Some(date) = &law.date {
            self.date("date", date);
        }
        if let Some(since) = &law.since {
            self.any_date("since", since);
        }
        match (&law.replaced_by, law.state) {
            (Some(by), _) if by == id => self.say("replaced_by", "a law cannot be replaced by itself"),
            (Some(by), _) if !self.has("laws", by) => {
                self.say("replaced_by", format!("the law “{by}” has no entry in content/laws/"))
            }
            (None, LawState::Replaced) => self.say("replaced_by", "the state is “replaced”; say by which law entry"),
            _ => {}
        }
        if law.kind == LawKind::ConstitutionArticle && law.number.is_none() {
            self.say("number", "an article of the Constitution needs its number");
        }
        self.sources("sources", &law.sources, true);
        self.date("checked", &law.checked);
        self.review(&law.review);
    }

    fn authority(&mut self, id: &str, authority: &Authority) {
        self.text("name", &authority.name);
        if let Some(short) = &authority.short {
            self.text("short", short);
        }
        self.text("does", &authority.does);
        if let Some(complaint) = &authority.complaint {
            self.text("complaint", complaint);
        }
        if let Some(under) = &authority.under {
            if under == id {
                self.say("under", "an office cannot belong to itself");
            } else if !self.has("authorities", under) {
                self.say("under", format!("the authority “{under}” has no entry in content/authorities/"));
            }
        }
        for (i, channel) in authority.channels.iter().enumerate() {
            let field = format!("channels {}", i + 1);
            let value = channel.value.as_str();
            let right = match channel.kind {
                ChannelKind::Phone => !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit() || b == b' ' || b == b'+'),
                ChannelKind::Website | ChannelKind::App => value.starts_with("https://") || value.starts_with("http://"),
                ChannelKind::Telegram => value.starts_with("https://t.me/"),
                ChannelKind::Email => value.contains('@') && !value.contains(' '),
                ChannelKind::Address => channel.note.is_some(),
            };
            if !right {
                self.say(&field, format!("“{value}” is not a {:?} that a phone can open (phone: digits; website: https://…; telegram: https://t.me/…; address: write it in note)", channel.kind));
            }
            if let Some(note) = &channel.note {
                self.text(&format!("{field}: note"), note);
            }
            if let Some(date) = &channel.date {
                self.date(&format!("{field}: date"), date);
            }
            self.sources(&format!("{field}: sources"), &channel.sources, true);
        }
        self.sources("sources", &authority.sources, true);
        self.date("checked", &authority.checked);
        self.review(&authority.review);
    }

    fn right(&mut self, right: &Right) {
        self.icon("icon", &right.icon);
        self.label("title", &right.title, 40);
        self.text("summary", &right.summary);
        for (name, list) in [("state_must", &right.state_must), ("you_may", &right.you_may), ("not_covered", &right.not_covered)]
        {
            if list.is_empty() {
                self.say(name, "at least one sentence is needed");
            }
            for (i, text) in list.iter().enumerate() {
                self.text(&format!("{name} {}", i + 1), text);
            }
        }
        for law in &right.laws {
            self.law_id("laws", law);
        }
        self.sources("sources", &right.sources, true);
        self.date("checked", &right.checked);
        self.review(&right.review);
    }

    fn law_id(&mut self, field: &str, id: &str) {
        if !self.has("laws", id) {
            self.say(field, format!("the law “{id}” has no entry in content/laws/"));
        }
    }

    fn service(&mut self, id: &str, service: &Service) {
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
        self.sources("sources", &service.sources, false);
        self.date("checked", &service.checked);
        self.review(&service.review);
    }

    fn numbered(&mut self, field: &str, numbers: impl Iterator<Item = u8>) {
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
    fn still_published(&mut self, id: &str, service: &Service) {
        let Some(published) = self.content.published.services.get(id) else { return };
        let lists: [(&str, &[u8], Vec<u8>); 3] = [
            ("steps", &published.steps, service.steps.iter().map(|s| s.n).collect()),
            ("documents", &published.documents, service.documents.iter().map(|d| d.n).collect()),
            ("questions", &published.questions, service.questions.iter().map(|q| q.n).collect()),
        ];
        for (field, before, now) in lists {
            for n in before.iter().filter(|n| !now.contains(n)) {
                self.say(field, format!("n = {n} was published and plans on phones refer to it; keep it (its text may change, its number may not)"));
            }
        }
    }

    fn aim(&mut self, aim: &Aim) {
        let before = self.problems.len();
        self.icon("icon", &aim.icon);
        self.label("title", &aim.title, 24);
        if let Some(hint) = &aim.hint {
            self.text("hint", hint);
        }
        self.text("find_out", &aim.find_out);
        if aim.questions.len() > 6 {
            self.say("questions", format!("there are {} questions; six are the most anybody will answer", aim.questions.len()));
        }
        let mut known: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for question in &aim.questions {
            let field = format!("questions {}", question.id);
            self.text(&field, &question.text);
            if let Some(help) = &question.help {
                self.text(&format!("{field}: help"), help);
            }
            if question.options.len() < 2 {
                self.say(&field, "a question needs at least two options (“not sure” is added by itself)");
            }
            for when in &question.ask_when {
                self.when(&field, when, &known);
            }
            let mut options = Vec::new();
            for option in &question.options {
                if !is_id(&option.id) || option.id == "unsure" {
                    self.say(
                        &field,
                        format!(
                            "“{}” cannot be the id of an option (small letters, digits, hyphens; “unsure” is taken)",
                            option.id
                        ),
                    );
                }
                if options.contains(&option.id.as_str()) {
                    self.say(&field, format!("the option “{}” stands twice", option.id));
                }
                if let Some(icon) = &option.icon {
                    self.icon(&field, icon);
                }
                self.text(&format!("{field}: option {}", option.id), &option.text);
                options.push(&option.id);
            }
            if known.insert(&question.id, options).is_some() {
                self.say(&field, "this question id stands twice");
            }
        }
        if aim.results.is_empty() {
            self.say("results", "this aim leads to no service");
        }
        for (i, result) in aim.results.iter().enumerate() {
            let field = format!("results {} ({})", i + 1, result.service);
            if !self.has("services", &result.service) {
                self.say(&field, format!("the service “{}” has no entry in content/services/", result.service));
            }
            self.text(&format!("{field}: because"), &result.because);
            match &result.why_not {
                Some(why_not) => self.text(&format!("{field}: why_not"), why_not),
                None if !result.when.is_empty() => {
                    self.say(&field, "it has a condition, so it needs why_not: what is said when it does not fit")
                }
                None => {}
            }
            for when in &result.when {
                self.when(&field, when, &known);
            }
        }
        if self.problems.len() == before {
            self.dead_ends(aim);
        }
        self.review(&aim.review);
    }

    fn when(&mut self, field: &str, when: &When, known: &BTreeMap<&str, Vec<&str>>) {
        match known.get(when.question.as_str()) {
            None => self.say(field, format!("the condition asks for “{}”, but no earlier question has this id", when.question)),
            Some(options) => {
                if when.any.is_empty() {
                    self.say(field, format!("the condition on “{}” names no option", when.question));
                }
                for option in &when.any {
                    if !options.contains(&option.as_str()) {
                        self.say(field, format!("the condition names “{option}”, which is not an option of “{}”", when.question));
                    }
                }
            }
        }
    }

    /// Walks every combination of answers: each must lead to at least one service.
    fn dead_ends(&mut self, aim: &Aim) {
        let mut answers: Vec<(&str, &str)> = Vec::new();
        let mut dead = None;
        walk(aim, 0, &mut answers, &mut dead);
        if let Some(path) = dead {
            self.say("results", format!("these answers lead to no service: {path}; add a result or widen a condition"));
        }
    }

    /// Every service can be reached from an aim.
    fn reachable(&mut self) {
        if self.is_unread("aims/") {
            return;
        }
        let reached: BTreeSet<&str> =
            self.content.aims.values().flat_map(|a| a.results.iter().map(|r| r.service.as_str())).collect();
        for id in self.content.services.keys() {
            if !reached.contains(id.as_str()) {
                self.file = format!("services/{id}.toml");
                self.say("", "no aim leads to this service; add it to the results of an entry in content/aims/");
            }
        }
    }

    fn unused_sources(&mut self) {
        if !self.content.unread.is_empty() {
            return;
        }
        self.file = "sources".into();
        for id in self.content.sources.keys() {
            if !self.used_sources.contains(id) {
                self.say(id, "no entry uses this source; use it or remove it");
            }
        }
    }
}

fn walk<'a>(aim: &'a Aim, at: usize, answers: &mut Vec<(&'a str, &'a str)>, dead: &mut Option<String>) {
    if dead.is_some() {
        return;
    }
    let holds = |when: &[When], answers: &[(&str, &str)]| {
        when.iter().all(|w| match answers.iter().find(|(q, _)| *q == w.question) {
            Some((_, option)) => w.any.iter().any(|o| o == option),
            None => false,
        })
    };
    let Some(question) = aim.questions.get(at) else {
        if !aim.results.iter().any(|r| holds(&r.when, answers)) {
            *dead = Some(answers.iter().map(|(q, o)| format!("{q} = {o}")).collect::<Vec<_>>().join(", "));
        }
        return;
    };
    if !question.ask_when.is_empty() && !holds(&question.ask_when, answers) {
        return walk(aim, at + 1, answers, dead);
    }
    for option in &question.options {
        answers.push((&question.id, &option.id));
        walk(aim, at + 1, answers, dead);
        answers.pop();
    }
}

/// The stretches of a text outside `backticks`, with their byte offsets.
fn prose_runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split('`').enumerate().filter_map(move |(i, run)| {
        let start = at;
        at += run.len() + 1;
        (i % 2 == 0).then_some((start, run))
    })
}

/// Every number of a text, in ASCII digits, without group separators; decimals keep their point.
pub fn numbers(text: &str) -> BTreeSet<String> {
    let chars: Vec<char> = khmer::ascii_digits(text).chars().collect();
    let mut found = BTreeSet::new();
    let mut number = String::new();
    let digit = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
    let group = |i: usize| digit(i) && digit(i + 1) && digit(i + 2) && !digit(i + 3);
    let mut i = 0;
    while i < chars.len() {
        let c = chars[i];
        let inside = !number.is_empty();
        if c.is_ascii_digit() {
            number.push(c);
        } else if inside
            && matches!(c, ',' | ' ' | '\u{a0}')
            && number.len() <= 9
            && group(i + 1)
            && (c == ',' || digit_group_before(&chars, i))
        {
            // A thousands separator.
        } else if inside && c == '.' && digit(i + 1) {
            number.push('.');
        } else if inside {
            found.insert(std::mem::take(&mut number));
        }
        i += 1;
    }
    if !number.is_empty() {
        found.insert(number);
    }
    found
}

/// One to three digits stand before position `i`, as before a space used as thousands separator.
fn digit_group_before(chars: &[char], i: usize) -> bool {
    let run = chars[..i].iter().rev().take_while(|c| c.is_ascii_digit()).count();
    (1..=3).contains(&run)
}

fn is_date(date: &str) -> bool {
    let shape = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = date.split('-').collect();
    let ok = |part: &str, len: usize, low: u32, high: u32| {
        part.len() == len && shape(part) && part.parse::<u32>().is_ok_and(|n| (low..=high).contains(&n))
    };
    match parts.as_slice() {
        [y] => ok(y, 4, 1900, 2100),
        [y, m] => ok(y, 4, 1900, 2100) && ok(m, 2, 1, 12),
        [y, m, d] => {
            ok(y, 4, 1900, 2100)
                && ok(m, 2, 1, 12)
                && ok(d, 2, 1, 31)
                && time::Month::try_from(m.parse::<u8>().unwrap_or(0))
                    .ok()
                    .and_then(|month| time::Date::from_calendar_date(y.parse().unwrap_or(0), month, d.parse().unwrap_or(0)).ok())
                    .is_some()
        }
        _ => false,
    }
}

/// A few syllables around a byte position, to find the place.
fn around(text: &str, at: usize) -> String {
    let mut from = at.saturating_sub(18).min(text.len());
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let mut to = (at + 18).min(text.len());
    while !text.is_char_boundary(to) {
        to += 1;
    }
    text[from..to].replace('\u{200b}', "·")
}
