//! Authorities, organizations, and how they are reached. The types are in `src/kb/schema/office.rs`.

use super::columns::{number, option, Row};
use super::{list, Emit};
use crate::model::*;

impl Emit<'_> {
    pub(super) fn authority(&self, id: &str, a: &Authority) -> Row {
        self.entry(
            "Authority",
            &[
                ("id", self.word(id)),
                ("name", self.text(&a.name)),
                ("short", self.maybe_text(&a.short)),
                ("level", number(a.level as usize)),
                ("power", number(a.power as usize)),
                ("under", option(1, a.under.as_ref().map(|under| self.authority_id(under)))),
                ("does", self.text(&a.does)),
                ("channels", self.channels(&a.channels)),
                ("complaint", self.maybe_text(&a.complaint)),
                ("sources", self.sources(&a.sources)),
                ("checked", self.word(&a.checked)),
                ("review", self.review(&a.review)),
            ],
        )
    }

    pub(super) fn channels(&self, channels: &[Channel]) -> Row {
        let channels = channels.iter().map(|c| {
            self.entry(
                "Channel",
                &[
                    ("kind", number(c.kind as usize)),
                    ("value", self.word(&c.value)),
                    ("note", self.maybe_text(&c.note)),
                    ("sources", self.sources(&c.sources)),
                    ("date", self.maybe_word(&c.date)),
                    ("confidence", number(c.confidence as usize)),
                ],
            )
        });
        list("Channel", channels)
    }

    pub(super) fn organization(&self, id: &str, o: &Organization) -> Row {
        self.entry(
            "Organization",
            &[
                ("id", self.word(id)),
                ("name", self.text(&o.name)),
                ("short", self.maybe_text(&o.short)),
                ("help", number(o.help as usize)),
                ("does", self.text(&o.does)),
                ("area", self.maybe_text(&o.area)),
                ("channels", self.channels(&o.channels)),
                ("confidence", number(o.confidence as usize)),
                ("sources", self.sources(&o.sources)),
                ("checked", self.word(&o.checked)),
                ("review", self.review(&o.review)),
            ],
        )
    }
}
