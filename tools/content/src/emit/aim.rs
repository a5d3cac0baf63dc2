//! What she wants, and the finder. The types are in `src/kb/schema/aim.rs`.

use super::columns::{number, option, Row};
use super::{at, list, Emit};
use crate::model::*;

impl Emit<'_> {
    pub(super) fn aim(&self, id: &str, a: &Aim) -> Row {
        let when = |when: &[When]| {
            list(
                "When",
                when.iter().map(|w| {
                    let at = a.questions.iter().position(|q| q.id == w.question).unwrap_or(0);
                    let any = w.any.iter().filter_map(|o| a.questions[at].options.iter().position(|option| option.id == *o));
                    self.entry("When", &[("question", number(at)), ("any", list("u8", any.map(number)))])
                }),
            )
        };
        let questions = a.questions.iter().map(|q| {
            let options = q.options.iter().map(|o| {
                let icon = option(1, o.icon.as_ref().map(|icon| self.word(icon)));
                self.entry("FinderOption", &[("id", self.word(&o.id)), ("icon", icon), ("text", self.text(&o.text))])
            });
            self.entry(
                "FinderQuestion",
                &[
                    ("text", self.text(&q.text)),
                    ("help", self.maybe_text(&q.help)),
                    ("ask_when", when(&q.ask_when)),
                    ("options", list("FinderOption", options)),
                ],
            )
        });
        let results = a.results.iter().map(|r| {
            self.entry(
                "FinderResult",
                &[
                    ("service", number(at(&self.content.services, &r.service))),
                    ("when", when(&r.when)),
                    ("because", self.text(&r.because)),
                    ("why_not", self.maybe_text(&r.why_not)),
                ],
            )
        });
        self.entry(
            "Aim",
            &[
                ("id", self.word(id)),
                ("icon", self.word(&a.icon)),
                ("title", self.text(&a.title)),
                ("hint", self.maybe_text(&a.hint)),
                ("find_out", self.text(&a.find_out)),
                ("questions", list("FinderQuestion", questions)),
                ("results", list("FinderResult", results)),
                ("review", self.review(&a.review)),
            ],
        )
    }
}
