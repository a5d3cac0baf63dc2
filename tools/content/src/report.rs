//! What the knowledge base holds, for those who look after it: counts, and a table of every text.

use crate::model::*;
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
    let duties: Vec<&Duty> = content.services.values().flat_map(|s| &s.duties).collect();
    line("duties", duties.iter().filter(|duty| !duty.may).count().to_string());
    line("  that come again", duties.iter().filter(|duty| duty.due.every.is_some()).count().to_string());
    line("what a business may claim", duties.iter().filter(|duty| duty.may).count().to_string());
    line("organizations", (content.organizations.len() - groups(content)).to_string());
    line("technical working groups", groups(content).to_string());
    line("guide pages", content.guide.len().to_string());
    line("stories", content.stories.len().to_string());
    line("letters", content.purposes.len().to_string());
    let phrases: usize = content.purposes.values().map(|purpose| purpose.phrases.len()).sum();
    line("  sentences", (phrases + content.frame.iter().map(|frame| frame.phrases.len()).sum::<usize>()).to_string());
    line("replies of offices", content.replies.len().to_string());
    line("situations of complaints", content.situations.len().to_string());
    line("  rungs of their ladders", content.situations.values().map(|s| s.steps.len()).sum::<usize>().to_string());
    line("years of public holidays", content.holidays.keys().cloned().collect::<Vec<_>>().join(", "));
    line("words of the glossary", content.terms.len().to_string());
    line("  spellings and synonyms", content.terms.values().map(|term| term.same.len()).sum::<usize>().to_string());
    for (name, ids) in unreached(content) {
        let list = if ids.is_empty() { String::new() } else { format!(" ({})", ids.join(", ")) };
        line(name, format!("{}{list}", ids.len()));
    }
    line("drafts: Khmer", format!("{} of {}", drafts(|r| r.km), reviews.len()));
    line("drafts: English", format!("{} of {}", drafts(|r| r.en), reviews.len()));
    line("drafts: law", format!("{} of {}", drafts(|r| r.law), reviews.len()));
    if let Some((day, id)) = oldest(content) {
        line("oldest check", format!("{day} ({id})"));
    }
    out
}

/// Entries that nothing leads to, except the list of all of their kind. A service that no aim leads to stops the build.
fn unreached(content: &Content) -> [(&'static str, Vec<&str>); 3] {
    let services = || content.services.values();
    let reached = || content.aims.values().flat_map(|aim| aim.results.iter().map(|result| result.service.as_str()));
    let offices = || services().flat_map(|s| s.authorities.iter().map(|role| role.id.as_str()));
    let above = || content.authorities.values().filter_map(|a| a.under.as_deref());
    let laws = || {
        let of_services = services().flat_map(|s| s.basis.iter().map(|basis| basis.law.as_str()));
        let of_rights = content.rights.values().flat_map(|right| right.laws.iter().map(String::as_str));
        let of_guide = content.guide.values().flat_map(|page| page.laws.iter().map(String::as_str));
        let newer = content.laws.values().filter_map(|law| law.replaced_by.as_deref());
        of_services.chain(of_rights).chain(of_guide).chain(newer)
    };
    [
        (
            "services that no aim leads to",
            content.services.keys().map(String::as_str).filter(|id| !reached().any(|r| r == *id)).collect(),
        ),
        (
            "authorities that no entry names",
            content.authorities.keys().map(String::as_str).filter(|id| !offices().chain(above()).any(|a| a == *id)).collect(),
        ),
        ("laws that no entry rests on", content.laws.keys().map(String::as_str).filter(|id| !laws().any(|l| l == *id)).collect()),
    ]
}

fn reviews(content: &Content) -> Vec<&Review> {
    let rights = content.rights.values().map(|e| &e.review);
    let aims = content.aims.values().map(|e| &e.review);
    let services = content.services.values().map(|e| &e.review);
    let authorities = content.authorities.values().map(|e| &e.review);
    let laws = content.laws.values().map(|e| &e.review);
    let organizations = content.organizations.values().map(|e| &e.review);
    let guide = content.guide.values().map(|e| &e.review);
    let stories = content.stories.values().map(|e| &e.review);
    let terms = content.terms.values().map(|e| &e.review);
    let letters = content.purposes.values().map(|e| &e.review).chain(content.frame.iter().map(|e| &e.review));
    let letters =
        letters.chain(content.replies.values().map(|e| &e.review)).chain(content.situations.values().map(|e| &e.review));
    let offices = services.chain(authorities).chain(organizations);
    rights.chain(aims).chain(offices).chain(laws).chain(guide).chain(stories).chain(terms).chain(letters).collect()
}

fn groups(content: &Content) -> usize {
    content.organizations.values().filter(|o| o.help == Help::WorkingGroup).count()
}

fn oldest(content: &Content) -> Option<(&str, String)> {
    let services = content.services.iter().map(|(id, e)| (e.checked.as_str(), format!("services/{id}")));
    let authorities = content.authorities.iter().map(|(id, e)| (e.checked.as_str(), format!("authorities/{id}")));
    let laws = content.laws.iter().map(|(id, e)| (e.checked.as_str(), format!("laws/{id}")));
    let rights = content.rights.iter().map(|(id, e)| (e.checked.as_str(), format!("rights/{id}")));
    let organizations = content.organizations.iter().map(|(id, e)| (e.checked.as_str(), format!("organizations/{id}")));
    let guide = content.guide.iter().map(|(id, e)| (e.checked.as_str(), format!("guide/{id}")));
    let stories = content.stories.iter().map(|(id, e)| (e.checked.as_str(), format!("stories/{id}")));
    services.chain(authorities).chain(laws).chain(rights).chain(organizations).chain(guide).chain(stories).min()
}

/// `make content-table`: one row per text: entry, field, Khmer, English, sources, state. CSV with a byte order mark, so
/// that spreadsheets read the Khmer.
pub fn table(content: &Content) -> String {
    let mut out = String::from("\u{feff}entry,field,Khmer,English,sources,state\n");
    for row in rows(content) {
        let sources: Vec<String> = row
            .sources
            .iter()
            .map(|id| {
                content.sources.get(id).map_or(id.clone(), |source| format!("{} {} {}", source.name.en, source.date, source.url))
            })
            .collect();
        let state = |state| if state == ReviewState::Reviewed { "reviewed" } else { "draft" };
        let state = format!("km {}, en {}, law {}", state(row.review.km), state(row.review.en), state(row.review.law));
        let cells = [&row.entry, &row.field, &row.text.km, &row.text.en, &sources.join("; "), &state]
            .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        let _ = writeln!(out, "{}", cells.join(","));
    }
    out
}

/// Every text with the file it stands in.
pub(crate) fn texts(content: &Content) -> Vec<(String, &Text)> {
    rows(content).into_iter().map(|row| (format!("{}.toml", row.entry), row.text)).collect()
}

/// A text, where it stands, and what it rests on.
struct Row<'a> {
    entry: String,
    field: String,
    text: &'a Text,
    sources: &'a [String],
    review: &'a Review,
}

/// The rows of one entry being written down.
struct Entry<'r, 'a> {
    rows: &'r mut Vec<Row<'a>>,
    entry: String,
    review: &'a Review,
}

impl<'a> Entry<'_, 'a> {
    fn text(&mut self, field: impl Into<String>, text: &'a Text, sources: &'a [String]) {
        self.rows.push(Row { entry: self.entry.clone(), field: field.into(), text, sources, review: self.review });
    }

    fn maybe(&mut self, field: impl Into<String>, text: &'a Option<Text>, sources: &'a [String]) {
        if let Some(text) = text {
            self.text(field, text, sources);
        }
    }

    fn list(&mut self, field: &str, texts: &'a [Text], sources: &'a [String]) {
        texts.iter().for_each(|text| self.text(field, text, sources));
    }
}

fn rows(content: &Content) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for (id, right) in &content.rights {
        let mut add = Entry { rows: &mut rows, entry: format!("rights/{id}"), review: &right.review };
        add.text("title", &right.title, &[]);
        add.text("summary", &right.summary, &right.sources);
        add.list("state_must", &right.state_must, &right.sources);
        add.list("you_may", &right.you_may, &right.sources);
        add.list("not_covered", &right.not_covered, &right.sources);
    }
    for (id, aim) in &content.aims {
        let mut add = Entry { rows: &mut rows, entry: format!("aims/{id}"), review: &aim.review };
        add.text("title", &aim.title, &[]);
        add.maybe("hint", &aim.hint, &[]);
        add.text("find_out", &aim.find_out, &[]);
        for question in &aim.questions {
            add.text(format!("question {}", question.id), &question.text, &[]);
            add.maybe(format!("help {}", question.id), &question.help, &[]);
            for option in &question.options {
                add.text(format!("option {} {}", question.id, option.id), &option.text, &[]);
            }
        }
        for result in &aim.results {
            add.text(format!("because {}", result.service), &result.because, &[]);
            add.maybe(format!("why not {}", result.service), &result.why_not, &[]);
        }
    }
    for (id, service) in &content.services {
        service_rows(&mut Entry { rows: &mut rows, entry: format!("services/{id}"), review: &service.review }, service);
    }
    for (id, authority) in &content.authorities {
        let mut add = Entry { rows: &mut rows, entry: format!("authorities/{id}"), review: &authority.review };
        add.text("name", &authority.name, &authority.sources);
        add.maybe("short", &authority.short, &[]);
        add.text("does", &authority.does, &authority.sources);
        add.maybe("complaint", &authority.complaint, &authority.sources);
        channel_rows(&mut add, &authority.channels);
    }
    for (id, organization) in &content.organizations {
        let mut add = Entry { rows: &mut rows, entry: format!("organizations/{id}"), review: &organization.review };
        add.text("name", &organization.name, &organization.sources);
        add.maybe("short", &organization.short, &[]);
        add.text("does", &organization.does, &organization.sources);
        add.maybe("area", &organization.area, &organization.sources);
        channel_rows(&mut add, &organization.channels);
    }
    for (id, law) in &content.laws {
        let mut add = Entry { rows: &mut rows, entry: format!("laws/{id}"), review: &law.review };
        add.text("title", &law.title, &law.sources);
        add.text("says", &law.says, &law.sources);
    }
    for (id, page) in &content.guide {
        let mut add = Entry { rows: &mut rows, entry: format!("guide/{id}"), review: &page.review };
        add.text("title", &page.title, &[]);
        add.text("summary", &page.summary, &page.sources);
        for part in &page.parts {
            add.text("part", &part.title, &[]);
            add.list("text", &part.texts, &page.sources);
        }
        for quiz in &page.quiz {
            add.text("quiz", &quiz.text, &[]);
            for option in &quiz.options {
                add.text(if option.right { "right answer" } else { "wrong answer" }, &option.text, &[]);
                add.text("why", &option.why, &[]);
            }
        }
    }
    for (id, story) in &content.stories {
        let mut add = Entry { rows: &mut rows, entry: format!("stories/{id}"), review: &story.review };
        add.text("title", &story.title, &[]);
        add.text("summary", &story.summary, &story.sources);
        for screen in &story.screens {
            add.text("screen", &screen.title, &[]);
            add.list("text", &screen.texts, &story.sources);
        }
        add.text("need", &story.plan.need, &[]);
    }
    for (id, term) in &content.terms {
        let mut add = Entry { rows: &mut rows, entry: format!("terms/{id}"), review: &term.review };
        add.text(format!("term, {:?}", term.confidence).to_lowercase(), &term.term, &[]);
        add.maybe("says", &term.says, &[]);
    }
    for (id, purpose) in &content.purposes {
        let mut add = Entry { rows: &mut rows, entry: format!("phrases/{id}"), review: &purpose.review };
        for (name, text) in [
            ("title", &purpose.title),
            ("hint", &purpose.hint),
            ("subject", &purpose.subject),
            ("subject_plain", &purpose.subject_plain),
        ] {
            add.text(name, text, &[]);
        }
        purpose.phrases.iter().for_each(|phrase| add.text(format!("phrase {}", phrase.n), &phrase.text, &[]));
    }
    if let Some(frame) = &content.frame {
        let mut add = Entry { rows: &mut rows, entry: "frame".into(), review: &frame.review };
        frame.phrases.iter().for_each(|phrase| add.text(format!("phrase {}", phrase.n), &phrase.text, &[]));
    }
    for (id, reply) in &content.replies {
        let mut add = Entry { rows: &mut rows, entry: format!("replies/{id}"), review: &reply.review };
        add.text("says", &reply.says, &[]);
        add.list("means", &reply.means, &reply.sources);
        for (name, text) in [("good", &reply.good), ("say", &reply.say), ("question", &reply.question)] {
            add.text(name, text, &reply.sources);
        }
        reply.next.iter().for_each(|step| add.text(format!("next {}", step.n), &step.text, &reply.sources));
    }
    for (id, situation) in &content.situations {
        let mut add = Entry { rows: &mut rows, entry: format!("complaints/{id}"), review: &situation.review };
        add.text("title", &situation.title, &[]);
        add.text("hint", &situation.hint, &[]);
        for (name, clauses) in situation.clauses() {
            add.list(name, clauses, &[]);
        }
        situation.steps.iter().for_each(|rung| add.text(format!("step {}", rung.n), &rung.text, &rung.sources));
        for (at, limit) in situation.limits.iter().enumerate() {
            add.text(format!("limit {}", at + 1), &limit.text, &limit.sources);
        }
    }
    rows
}

fn channel_rows<'a>(add: &mut Entry<'_, 'a>, channels: &'a [Channel]) {
    for channel in channels {
        add.maybe(&channel.value, &channel.note, &channel.sources);
    }
}

fn service_rows<'a>(add: &mut Entry<'_, 'a>, s: &'a Service) {
    for (name, text) in [("title", &s.title), ("summary", &s.summary), ("who", &s.who), ("need", &s.need)] {
        add.text(name, text, &[]);
    }
    s.authorities.iter().for_each(|role| add.text(format!("role of {}", role.id), &role.role, &[]));
    s.basis.iter().for_each(|basis| add.maybe(format!("article of {}", basis.law), &basis.article, &[]));
    s.steps.iter().for_each(|step| add.text(format!("step {}", step.n), &step.text, &[]));
    s.documents.iter().for_each(|document| add.text(format!("document {}", document.n), &document.text, &[]));
    for claim in &s.claims {
        let name = format!("claim: {:?}, {:?}", claim.about, claim.confidence).to_lowercase();
        add.maybe(format!("{name}: label"), &claim.label, &claim.sources);
        add.text(name.clone(), &claim.value, &claim.sources);
        claim.conflict.iter().for_each(|other| add.text(format!("{name}: conflict"), &other.value, &other.sources));
    }
    s.if_nothing.iter().for_each(|nothing| add.text("if_nothing", &nothing.text, &[]));
    for question in &s.questions {
        add.text(format!("question {}", question.n), &question.text, &[]);
        add.maybe(format!("question {}: why", question.n), &question.why, &[]);
    }
    s.complaint.iter().for_each(|complaint| add.text("complaint", &complaint.text, &[]));
    for change in &s.changes {
        add.text("change: old", &change.old, &change.sources);
        add.text("change: new", &change.new, &change.sources);
    }
    for duty in &s.duties {
        add.text(format!("duty {}", duty.n), &duty.title, &duty.sources);
        add.text(format!("duty {}: because", duty.n), &duty.because, &duty.sources);
        duty.if_nothing.iter().for_each(|nothing| add.text(format!("duty {}: if_nothing", duty.n), &nothing.text, &duty.sources));
    }
    s.notes.iter().for_each(|note| add.text("note", &note.text, &note.sources));
}
