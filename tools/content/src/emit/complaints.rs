//! Situations of complaints. The types are in `src/kb/complaints.rs`.

use super::columns::{number, option, Row};
use super::{at, list, Emit};
use crate::model::*;

impl Emit<'_> {
    pub(super) fn situations(&self) -> Vec<Row> {
        let mut situations: Vec<_> = self.content.situations.iter().collect();
        situations.sort_by_key(|(_, situation)| situation.order);
        situations.into_iter().map(|(id, situation)| self.situation(id, situation)).collect()
    }

    fn situation(&self, id: &str, s: &Situation) -> Row {
        let standards = &self.content.standards;
        let standard = |id: &String| standards.iter().position(|standard| standard.id == *id).map(number);
        self.entry(
            "Situation",
            &[
                ("id", self.word(id)),
                ("icon", self.word(&s.icon)),
                ("title", self.text(&s.title)),
                ("hint", self.text(&s.hint)),
                ("points", self.texts_list(&s.points)),
                ("wants", self.texts_list(&s.wants)),
                ("proofs", self.texts_list(&s.proofs)),
                ("tried", self.texts_list(&s.tried)),
                ("standards", list("u8", s.standards.iter().filter_map(standard))),
                ("laws", self.laws(&s.laws)),
                ("services", self.services(&s.services)),
                ("steps", list("Rung", s.steps.iter().map(|rung| self.rung(rung)))),
                ("limits", list("TimeLimit", s.limits.iter().map(|limit| self.time_limit(limit)))),
                ("sources", self.sources(&s.sources)),
                ("checked", self.word(&s.checked)),
                ("review", self.review(&s.review)),
            ],
        )
    }

    fn rung(&self, rung: &Rung) -> Row {
        let needs = rung.needs.iter().fold(0, |needs, need| needs | 1 << (*need as usize));
        self.entry(
            "Rung",
            &[
                ("n", number(rung.n.into())),
                ("authority", option(1, rung.authority.as_ref().map(|id| number(at(&self.content.authorities, id))))),
                ("text", self.text(&rung.text)),
                ("needs", number(needs)),
                ("days", number(rung.days.unwrap_or(0).into())),
                ("sources", self.sources(&rung.sources)),
                ("confidence", number(rung.confidence as usize)),
            ],
        )
    }

    fn time_limit(&self, limit: &TimeLimit) -> Row {
        self.entry(
            "TimeLimit",
            &[
                ("text", self.text(&limit.text)),
                ("days", number(limit.days.unwrap_or(0).into())),
                ("working_days", number(limit.working_days.into())),
                ("sources", self.sources(&limit.sources)),
                ("date", self.maybe_word(&limit.date)),
                ("confidence", number(limit.confidence as usize)),
            ],
        )
    }
}
