//! The rules of the knowledge base. Each rule speaks in one sentence that an editor understands
//! and, where it can, says what to do. All problems are reported, not only the first.

mod aim;
mod complaints;
mod learn;
mod letters;
mod office;
mod service;

use crate::load::{is_id, problem};
use crate::model::*;
use crate::{khmer, Problem};
use std::collections::BTreeSet;

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
    for (id, organization) in &content.organizations {
        c.file = format!("organizations/{id}.toml");
        c.organization(id, organization);
    }
    for (id, page) in &content.guide {
        c.file = format!("guide/{id}.toml");
        c.guide_page(id, page);
    }
    for (id, story) in &content.stories {
        c.file = format!("stories/{id}.toml");
        c.story(story);
    }
    for (id, term) in &content.terms {
        c.file = format!("terms/{id}.toml");
        c.term(id, term);
    }
    c.file = "profile.toml".into();
    c.profile();
    c.same_words();
    c.file = "standards.toml".into();
    for standard in &content.standards {
        for (_, text) in standard.texts() {
            c.text(&standard.id, text);
        }
    }
    for (id, purpose) in &content.purposes {
        c.file = format!("phrases/{id}.toml");
        c.purpose(id, purpose);
    }
    c.file = "frame.toml".into();
    if let Some(frame) = &content.frame {
        c.frame(frame);
    }
    for (id, reply) in &content.replies {
        c.file = format!("replies/{id}.toml");
        c.reply(id, reply);
    }
    for (id, situation) in &content.situations {
        c.file = format!("complaints/{id}.toml");
        c.situation(id, situation);
    }
    c.file = "holidays.toml".into();
    c.holidays();
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
            "terms" => c.terms.contains_key(id),
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
        // A name that has no Khmer form, such as an abbreviation, stands between backticks as a whole.
        let latin = km.len() > 2 && km.starts_with('`') && km.ends_with('`') && km.matches('`').count() == 2;
        if !latin && !km.chars().any(khmer::is_khmer) {
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
