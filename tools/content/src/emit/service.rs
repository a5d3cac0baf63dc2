//! Services. The types are in `src/kb/schema/service.rs`.

use super::columns::{number, option, Row};
use super::{at, list, Emit};
use crate::model::*;

impl Emit<'_> {
    pub(super) fn service(&self, id: &str, s: &Service) -> Row {
        let services = |ids: &[String]| self.services(ids);
        let roles = s
            .authorities
            .iter()
            .map(|r| self.entry("Role", &[("authority", self.authority_id(&r.id)), ("role", self.text(&r.role))]));
        let basis = s.basis.iter().map(|b| {
            self.entry("Basis", &[("law", number(at(&self.content.laws, &b.law))), ("article", self.maybe_text(&b.article))])
        });
        let steps = s.steps.iter().map(|x| {
            self.entry(
                "Step",
                &[
                    ("n", number(x.n.into())),
                    ("text", self.text(&x.text)),
                    ("after", list("u8", x.after.iter().map(|n| number((*n).into())))),
                ],
            )
        });
        let documents =
            s.documents.iter().map(|d| self.entry("Document", &[("n", number(d.n.into())), ("text", self.text(&d.text))]));
        let if_nothing = s.if_nothing.as_ref().map(|i| self.if_nothing(i));
        let questions = s.questions.iter().map(|q| {
            self.entry(
                "Question",
                &[
                    ("n", number(q.n.into())),
                    ("text", self.text(&q.text)),
                    ("why", self.maybe_text(&q.why)),
                    ("unknown", option(1, q.unknown.map(|u| number(u as usize)))),
                ],
            )
        });
        let complaint = s.complaint.as_ref().map(|c| {
            self.entry(
                "Complaint",
                &[("text", self.text(&c.text)), ("to", option(1, c.to.as_ref().map(|to| self.authority_id(to))))],
            )
        });
        let changes = s.changes.iter().map(|c| {
            self.entry(
                "Change",
                &[
                    ("old", self.text(&c.old)),
                    ("new", self.text(&c.new)),
                    ("since", self.word(&c.since)),
                    ("sources", self.sources(&c.sources)),
                    ("confidence", number(c.confidence as usize)),
                ],
            )
        });
        self.entry(
            "Service",
            &[
                ("id", self.word(id)),
                ("kind", number(s.kind as usize)),
                ("rights", list("RightId", s.rights.iter().map(|r| number(self.right_at(r))))),
                ("icon", self.word(&s.icon)),
                ("title", self.text(&s.title)),
                ("summary", self.text(&s.summary)),
                ("who", self.text(&s.who)),
                ("need", self.text(&s.need)),
                ("authorities", list("Role", roles)),
                ("basis", list("Basis", basis)),
                ("steps", list("Step", steps)),
                ("documents", list("Document", documents)),
                ("claims", list("Claim", s.claims.iter().map(|c| self.claim(c, &s.checked)))),
                ("if_nothing", option(2, if_nothing)),
                ("before", services(&s.before)),
                ("after", services(&s.after)),
                ("questions", list("Question", questions)),
                ("complaint", option(2, complaint)),
                ("changes", list("Change", changes)),
                ("notes", list("Note", s.notes.iter().map(|n| self.entry("Note", &[("text", self.text(&n.text))])))),
                ("duties", list("Duty", s.duties.iter().map(|d| self.duty(d)))),
                ("sources", self.sources(&all_sources(s))),
                ("checked", self.word(&s.checked)),
                ("review", self.review(&s.review)),
            ],
        )
    }

    pub(super) fn if_nothing(&self, i: &IfNothing) -> Row {
        self.entry("IfNothing", &[("text", self.text(&i.text)), ("repairable", number(i.repairable as usize))])
    }

    fn claim(&self, c: &Claim, checked: &str) -> Row {
        let conflict = c.conflict.as_ref().map(|x| {
            self.entry(
                "Conflict",
                &[
                    ("value", self.text(&x.value)),
                    ("sources", self.sources(&x.sources)),
                    ("date", self.maybe_word(&x.date)),
                    ("confidence", number(x.confidence as usize)),
                ],
            )
        });
        self.entry(
            "Claim",
            &[
                ("about", number(c.about as usize)),
                ("label", self.maybe_text(&c.label)),
                ("value", self.text(&c.value)),
                ("sources", self.sources(&c.sources)),
                ("date", self.maybe_word(&c.date)),
                ("confidence", number(c.confidence as usize)),
                ("checked", self.word(c.checked.as_deref().unwrap_or(checked))),
                ("conflict", option(4, conflict)),
            ],
        )
    }
}

/// Every source of a service once, those of the claims first.
fn all_sources(s: &Service) -> Vec<String> {
    let claims = s.claims.iter().flat_map(|c| c.sources.iter().chain(c.conflict.iter().flat_map(|x| x.sources.iter())));
    let changes = s.changes.iter().flat_map(|c| c.sources.iter());
    let notes = s.notes.iter().flat_map(|n| n.sources.iter()).chain(s.duties.iter().flat_map(|d| d.sources.iter()));
    let mut all: Vec<String> = Vec::new();
    for source in claims.chain(changes).chain(notes).chain(&s.sources) {
        if !all.contains(source) {
            all.push(source.clone());
        }
    }
    all
}
