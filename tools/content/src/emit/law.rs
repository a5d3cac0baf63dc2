//! Rights, laws and standards. The types are in `src/kb/schema/law.rs`.

use super::columns::{number, option, Row};
use super::{at, Emit};
use crate::model::*;

impl Emit<'_> {
    pub(super) fn right(&self, id: &str, r: &Right) -> Row {
        self.entry(
            "Right",
            &[
                ("id", self.word(id)),
                ("icon", self.word(&r.icon)),
                ("title", self.text(&r.title)),
                ("summary", self.text(&r.summary)),
                ("laws", self.laws(&r.laws)),
                ("state_must", self.texts_list(&r.state_must)),
                ("you_may", self.texts_list(&r.you_may)),
                ("not_covered", self.texts_list(&r.not_covered)),
                ("sources", self.sources(&r.sources)),
                ("checked", self.word(&r.checked)),
                ("review", self.review(&r.review)),
            ],
        )
    }

    pub(super) fn law(&self, id: &str, l: &Law) -> Row {
        self.entry(
            "Law",
            &[
                ("id", self.word(id)),
                ("kind", number(l.kind as usize)),
                ("number", self.maybe_word(&l.number)),
                ("title", self.text(&l.title)),
                ("date", self.maybe_word(&l.date)),
                ("state", number(l.state as usize)),
                ("since", self.maybe_word(&l.since)),
                ("replaced_by", option(1, l.replaced_by.as_ref().map(|by| number(at(&self.content.laws, by))))),
                ("says", self.text(&l.says)),
                ("sources", self.sources(&l.sources)),
                ("checked", self.word(&l.checked)),
                ("review", self.review(&l.review)),
            ],
        )
    }

    pub(super) fn standard(&self, s: &Standard) -> Row {
        let texts = s.texts().into_iter().map(|(name, text)| (name, self.text(text)));
        let all: Vec<_> = [("id", self.word(&s.id))].into_iter().chain(texts).collect();
        self.entry("Standard", &all)
    }

    pub(super) fn right_at(&self, id: &str) -> usize {
        let mut rights: Vec<_> = self.content.rights.iter().collect();
        rights.sort_by_key(|(_, right)| right.order);
        rights.iter().position(|(name, _)| *name == id).unwrap_or(0)
    }
}
