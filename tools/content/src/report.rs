//! What the knowledge base holds, for those who look after it: counts, and a table of every text.

use crate::model::*;
use std::collections::BTreeMap;
use std::fmt::Write;

/// `make content-report`: how much there is, how sure it is, what nobody has reviewed, and what was checked longest ago.
pub fn report(content: &Content) -> String {
    let claims: Vec<&Claim> = content.services.values().flat_map(|s| &s.claims).collect();
    let sure = |confidence| claims.iter().filter(|claim| claim.confidence == confidence).count();
    let questions: Vec<&Question> = content.services.values().flat_map(|s| &s.questions).collect();
    let reviews: Vec<&Review> = reviews(content);
    let drafts = |state: fn(&Review) -> ReviewState| reviews.iter().filter(|r| state(r) == ReviewState::Draft).count();
    let mut out = String::new();
    let mut line = |name: &str, value: String| {
        let _ = writeln!(out, "{name:<34} {value}");
    };
    line("services", content.services.len().to_string());
    for (kind, name) in [(Kind::Obligation, "obligations"), (Kind::Entitlement, "entitlements"), (Kind::Both, "both")] {
        line(&format!("  {name}"), content.services.values().filter(|s| s.kind == kind).count().to_string());
    }
    line("aims", content.aims.len().to_string());
    line("rights", content.rights.len().to_string());
    line("authorities", content.authorities.len().to_string());
    line("laws", content.laws.len().to_string());
    line("sources", content.sources.len().to_string());
    line("claims", claims.len().to_string());
    line("  high confidence", sure(Confidence::High).to_string());
    line("  medium confidence", sure(Confidence::Medium).to_string());
    line("  low confidence", sure(Confidence::Low).to_string());
    line("  contradicted by another source", claims.iter().filter(|claim| claim.conflict.is_some()).count().to_string());
    line("questions to ask", questions.len().to_string());
    line("  because no source says", questions.iter().filter(|question| question.unknown.is_some()).count().to_string());
    line("rules that changed", content.services.values().map(|s| s.changes.len()).sum::<usize>().to_string());
    line("drafts: Khmer", format!("{} of {}", drafts(|r| r.km), reviews.len()));
    line("drafts: English", format!("{} of {}", drafts(|r| r.en), reviews.len()));
    line("drafts: law", format!("{} of {}", drafts(|r| r.law), reviews.len()));
    if let Some((day, id)) = oldest(content) {
        line("oldest check", format!("{day} ({id})"));
    }
    out
}

fn reviews(content: &Content) -> Vec<&Review> {
    let rights = content.rights.values().map(|e| &e.review);
    let aims = content.aims.values().map(|e| &e.review);
    let services = content.services.values().map(|e| &e.review);
    let authorities = content.authorities.values().map(|e| &e.review);
    let laws = content.laws.values().map(|e| &e.review);
    rights.chain(aims).chain(services).chain(authorities).chain(laws).collect()
}

fn oldest(content: &Content) -> Option<(&str, String)> {
    let services = content.services.iter().map(|(id, e)| (e.checked.as_str(), format!("services/{id}")));
    let authorities = content.authorities.iter().map(|(id, e)| (e.checked.as_str(), format!("authorities/{id}")));
    let laws = content.laws.iter().map(|(id, e)| (e.checked.as_str(), format!("laws/{id}")));
    let rights = content.rights.iter().map(|(id, e)| (e.checked.as_str(), format!("rights/{id}")));
    services.chain(authorities).chain(laws).chain(rights).min()
}

/// `make content-table`: one row per text: entry, field, Khmer, English, sources, state. CSV with a byte order mark, so
/// that spreadsheets read the Khmer.
pub fn table(content: &Content) -> String {
    let mut rows = Rows { out: String::from("\u{feff}entry,field,Khmer,English,sources,state\n"), sources: &content.sources };
    for (id, right) in &content.rights {
        let mut add = rows.of(format!("rights/{id}"), &right.review);
        add.text("title", &right.title, &[]);
        add.text("summary", &right.summary, &right.sources);
        for (name, list) in [("state_must", &right.state_must), ("you_may", &right.you_may), ("not_covered", &right.not_covered)]
        {
            list.iter().for_each(|text| add.text(name, text, &right.sources));
        }
    }
    for (id, aim) in &content.aims {
        let mut add = rows.of(format!("aims/{id}"), &aim.review);
        add.text("title", &aim.title, &[]);
        aim.hint.iter().for_each(|hint| add.text("hint", hint, &[]));
        add.text("find_out", &aim.find_out, &[]);
        for question in &aim.questions {
            add.text(&format!("question {}", question.id), &question.text, &[]);
            question
                .options
                .iter()
                .for_each(|option| add.text(&format!("option {} {}", question.id, option.id), &option.text, &[]));
        }
        for result in &aim.results {
            add.text(&format!("because {}", result.service), &result.because, &[]);
            result.why_not.iter().for_each(|why| add.text(&format!("why not {}", result.service), why, &[]));
        }
    }
    for (id, s) in &content.services {
        let mut add = rows.of(format!("services/{id}"), &s.review);
        for (name, text) in [("title", &s.title), ("summary", &s.summary), ("who", &s.who), ("need", &s.need)] {
            add.text(name, text, &[]);
        }
        s.authorities.iter().for_each(|role| add.text(&format!("role of {}", role.id), &role.role, &[]));
        s.steps.iter().for_each(|step| add.text(&format!("step {}", step.n), &step.text, &[]));
        s.documents.iter().for_each(|document| add.text(&format!("document {}", document.n), &document.text, &[]));
        for claim in &s.claims {
            let name = format!("claim: {:?}, {:?}", claim.about, claim.confidence).to_lowercase();
            claim.label.iter().for_each(|label| add.text(&format!("{name}: label"), label, &claim.sources));
            add.text(&name, &claim.value, &claim.sources);
            claim.conflict.iter().for_each(|other| add.text(&format!("{name}: conflict"), &other.value, &other.sources));
        }
        s.if_nothing.iter().for_each(|nothing| add.text("if_nothing", &nothing.text, &[]));
        for question in &s.questions {
            add.text(&format!("question {}", question.n), &question.text, &[]);
            question.why.iter().for_each(|why| add.text(&format!("question {}: why", question.n), why, &[]));
        }
        s.complaint.iter().for_each(|complaint| add.text("complaint", &complaint.text, &[]));
        for change in &s.changes {
            add.text("change: old", &change.old, &change.sources);
            add.text("change: new", &change.new, &change.sources);
        }
        s.notes.iter().for_each(|note| add.text("note", &note.text, &note.sources));
    }
    for (id, authority) in &content.authorities {
        let mut add = rows.of(format!("authorities/{id}"), &authority.review);
        add.text("name", &authority.name, &authority.sources);
        authority.short.iter().for_each(|short| add.text("short", short, &[]));
        add.text("does", &authority.does, &authority.sources);
        authority
            .channels
            .iter()
            .for_each(|channel| channel.note.iter().for_each(|note| add.text(&channel.value, note, &channel.sources)));
    }
    for (id, law) in &content.laws {
        let mut add = rows.of(format!("laws/{id}"), &law.review);
        add.text("title", &law.title, &law.sources);
        add.text("says", &law.says, &law.sources);
    }
    rows.out
}

struct Rows<'a> {
    out: String,
    sources: &'a BTreeMap<String, Source>,
}

impl<'a> Rows<'a> {
    fn of<'r>(&'r mut self, entry: String, review: &Review) -> Entry<'r, 'a> {
        let state = |state| if state == ReviewState::Reviewed { "reviewed" } else { "draft" };
        let state = format!("km {}, en {}, law {}", state(review.km), state(review.en), state(review.law));
        Entry { rows: self, entry, state }
    }
}

struct Entry<'r, 'a> {
    rows: &'r mut Rows<'a>,
    entry: String,
    state: String,
}

impl Entry<'_, '_> {
    fn text(&mut self, field: &str, text: &Text, sources: &[String]) {
        let sources: Vec<String> = sources
            .iter()
            .map(|id| {
                self.rows
                    .sources
                    .get(id)
                    .map_or(id.clone(), |source| format!("{} {} {}", source.name.en, source.date, source.url))
            })
            .collect();
        let cells = [&self.entry, field, &text.km, &text.en, &sources.join("; "), &self.state]
            .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        let _ = writeln!(self.rows.out, "{}", cells.join(","));
    }
}
