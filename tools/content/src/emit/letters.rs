//! The sentences of letters, what offices say, the public holidays. The types are in `src/kb/letters.rs`.

use super::columns::{number, Row};
use super::{at, list, Emit};
use crate::model::*;
use std::collections::BTreeMap;

impl Emit<'_> {
    pub(super) fn letters(&self) -> BTreeMap<&'static str, Vec<Row>> {
        let c = self.content;
        let mut purposes: Vec<_> = c.purposes.iter().collect();
        purposes.sort_by_key(|(_, purpose)| purpose.order);
        let mut replies: Vec<_> = c.replies.iter().collect();
        replies.sort_by_key(|(_, reply)| reply.order);
        let place = |id: &str| purposes.iter().position(|(known, _)| *known == id).unwrap_or(0);
        BTreeMap::from([
            ("Purpose", purposes.iter().map(|(id, purpose)| self.purpose(id, purpose)).collect::<Vec<Row>>()),
            (
                "Frame",
                vec![self.entry("Frame", &[("phrases", self.phrases(c.frame.as_ref().map_or(&[][..], |frame| &frame.phrases)))])],
            ),
            ("Reply", replies.iter().map(|(id, reply)| self.reply(id, reply, place(&reply.compose))).collect()),
            ("Holidays", c.holidays.iter().map(|(year, holidays)| self.holidays(year, holidays)).collect()),
        ])
    }

    fn purpose(&self, id: &str, p: &Purpose) -> Row {
        self.entry(
            "Purpose",
            &[
                ("id", self.word(id)),
                ("icon", self.word(&p.icon)),
                ("title", self.text(&p.title)),
                ("hint", self.text(&p.hint)),
                ("subject", self.text(&p.subject)),
                ("subject_plain", self.text(&p.subject_plain)),
                ("asks", blanks(&p.asks)),
                ("safety", number(p.safety.into())),
                ("phrases", self.phrases(&p.phrases)),
                ("review", self.review(&p.review)),
            ],
        )
    }

    fn phrases(&self, phrases: &[Phrase]) -> Row {
        let one = |phrase: &Phrase| {
            self.entry(
                "Phrase",
                &[
                    ("n", number(phrase.n.into())),
                    ("part", number(phrase.part as usize)),
                    ("text", self.text(&phrase.text)),
                    ("pick", number(phrase.pick as usize)),
                    ("unless", blanks(&phrase.unless)),
                    ("when", blanks(&phrase.when)),
                    ("one_of", self.maybe_word(&phrase.one_of)),
                ],
            )
        };
        list("Phrase", phrases.iter().map(one))
    }

    fn reply(&self, id: &str, r: &Reply, compose: usize) -> Row {
        let standard = self.content.standards.iter().position(|standard| standard.id == r.standard).unwrap_or(0);
        let next = r.next.iter().map(|step| {
            let fields = [("n", number(step.n.into())), ("days", number(step.days.into())), ("text", self.text(&step.text))];
            self.entry("ReplyStep", &fields)
        });
        self.entry(
            "Reply",
            &[
                ("id", self.word(id)),
                ("icon", self.word(&r.icon)),
                ("way", number(r.way as usize)),
                ("says", self.text(&r.says)),
                ("means", self.texts_list(&r.means)),
                ("standard", number(standard)),
                ("good", self.text(&r.good)),
                ("say", self.text(&r.say)),
                ("next", list("ReplyStep", next)),
                ("question", self.text(&r.question)),
                ("services", list("ServiceId", r.services.iter().map(|id| number(at(&self.content.services, id))))),
                ("compose", number(compose)),
                ("safety", number(r.safety.into())),
                ("sources", self.sources(&r.sources)),
                ("checked", self.word(&r.checked)),
                ("review", self.review(&r.review)),
            ],
        )
    }

    fn holidays(&self, year: &str, h: &Holidays) -> Row {
        let days = list("MonthDay", h.days.iter().map(|day| self.month_day(day)));
        self.entry(
            "Holidays",
            &[("year", number(year.parse().unwrap_or(0))), ("days", days), ("sources", self.sources(&h.sources))],
        )
    }
}

fn blanks(blanks: &[Blank]) -> Row {
    list("u8", blanks.iter().map(|blank| number(*blank as usize)))
}
