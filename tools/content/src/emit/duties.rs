//! Duties and the questions about the business. The types are in `src/kb/duties.rs`.

use super::columns::{number, option, Row};
use super::{list, Emit};
use crate::model::*;

impl Emit<'_> {
    pub(super) fn duty(&self, d: &Duty) -> Row {
        let facts = d.when.iter().map(|fact| {
            let ask = self.content.profile.iter().position(|question| question.id == fact.ask).unwrap_or(0);
            let options = self.content.profile.get(ask).map_or(&[][..], |question| &question.options);
            let any = options
                .iter()
                .enumerate()
                .filter(|(_, option)| fact.any.contains(&option.id))
                .fold(0u8, |bits, (i, _)| bits | 1 << i);
            self.entry("Fact", &[("ask", number(ask)), ("any", number(any.into()))])
        });
        self.entry(
            "Duty",
            &[
                ("n", number(d.n.into())),
                ("title", self.text(&d.title)),
                ("when", list("Fact", facts)),
                ("because", self.text(&d.because)),
                ("due", self.due(&d.due)),
                ("if_nothing", option(2, d.if_nothing.as_ref().map(|i| self.if_nothing(i)))),
                ("sources", self.sources(&d.sources)),
                ("date", self.maybe_word(&d.date)),
                ("confidence", number(d.confidence as usize)),
                ("only_if", number(d.only_if.into())),
                ("may", number(d.may.into())),
            ],
        )
    }

    fn due(&self, due: &Due) -> Row {
        let windows = due
            .windows
            .iter()
            .map(|window| self.entry("Window", &[("from", self.month_day(&window.from)), ("by", self.month_day(&window.by))]));
        let how = match (due.every, due.on) {
            (Some(Every::Month), _) => 0,
            (Some(Every::Year), _) => 1,
            (Some(Every::TwoYears), _) => 2,
            (None, Some(_)) => 3 + usize::from(due.before),
            (None, None) => 5,
        };
        [
            number(how),
            number(due.day.unwrap_or(1).into()),
            number(due.on.map_or(0, |event| event as usize)),
            number(due.days.unwrap_or(0).into()),
            number(due.working_days.into()),
            list("Window", windows),
        ]
        .concat()
    }

    pub(super) fn profile_question(&self, q: &ProfileQuestion) -> Row {
        let options =
            q.options.iter().map(|o| self.entry("ProfileOption", &[("id", self.word(&o.id)), ("text", self.text(&o.text))]));
        self.entry(
            "ProfileQuestion",
            &[("id", self.word(&q.id)), ("text", self.text(&q.text)), ("options", list("ProfileOption", options))],
        )
    }

    /// `03-31` → the month and the day.
    pub(super) fn month_day(&self, text: &str) -> Row {
        let (month, day) = text.split_once('-').unwrap_or((text, "1"));
        let part = |text: &str| number(text.parse().unwrap_or(1));
        self.entry("MonthDay", &[("month", part(month)), ("day", part(day))])
    }
}
