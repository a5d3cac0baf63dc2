//! Guide pages, stories and words. The types are in `src/kb/schema/learn.rs`.

use super::columns::{number, option, Row};
use super::{at, list, Emit};
use crate::khmer::is_khmer;
use crate::model::*;
use std::collections::BTreeMap;

impl Emit<'_> {
    pub(super) fn learn(&self) -> BTreeMap<&'static str, Vec<Row>> {
        // The guide is read by topic, the stories in their own order.
        let mut guide: Vec<_> = self.content.guide.iter().collect();
        guide.sort_by_key(|(_, page)| (page.topic as u8, page.order));
        let mut stories: Vec<_> = self.content.stories.iter().collect();
        stories.sort_by_key(|(_, story)| story.order);
        BTreeMap::from([
            ("GuidePage", guide.iter().map(|(id, page)| self.guide_page(id, page)).collect::<Vec<Row>>()),
            ("Story", stories.iter().map(|(id, story)| self.story(id, story)).collect()),
            ("Term", self.content.terms.iter().map(|(id, term)| self.term(id, term)).collect()),
        ])
    }

    fn guide_page(&self, id: &str, page: &GuidePage) -> Row {
        let parts = page.parts.iter().map(|part| {
            self.entry(
                "Part",
                &[
                    ("title", self.text(&part.title)),
                    ("style", number(part.style as usize)),
                    ("texts", self.texts_list(&part.texts)),
                ],
            )
        });
        let quiz = page.quiz.iter().map(|quiz| {
            let options = quiz
                .options
                .iter()
                .map(|o| self.entry("QuizOption", &[("text", self.text(&o.text)), ("why", self.text(&o.why))]));
            let right = quiz.options.iter().position(|option| option.right).unwrap_or(0);
            self.entry(
                "Quiz",
                &[
                    ("n", number(quiz.n.into())),
                    ("text", self.text(&quiz.text)),
                    ("options", list("QuizOption", options)),
                    ("right", number(right)),
                ],
            )
        });
        self.entry(
            "GuidePage",
            &[
                ("id", self.word(id)),
                ("topic", number(page.topic as usize)),
                ("icon", self.word(&page.icon)),
                ("title", self.text(&page.title)),
                ("summary", self.text(&page.summary)),
                ("parts", list("Part", parts)),
                ("services", self.services(&page.services)),
                ("laws", self.laws(&page.laws)),
                ("quiz", list("Quiz", quiz)),
                ("minutes_km", number(page.minutes().km)),
                ("minutes_en", number(page.minutes().en)),
                ("sources", self.sources(&page.sources)),
                ("checked", self.word(&page.checked)),
                ("review", self.review(&page.review)),
            ],
        )
    }

    fn story(&self, id: &str, story: &Story) -> Row {
        let screens = story.screens.iter().map(|screen| {
            self.entry("Screen", &[("title", self.text(&screen.title)), ("texts", self.texts_list(&screen.texts))])
        });
        self.entry(
            "Story",
            &[
                ("id", self.word(id)),
                ("icon", self.word(&story.icon)),
                ("title", self.text(&story.title)),
                ("summary", self.text(&story.summary)),
                ("screens", list("Screen", screens)),
                ("service", self.service_id(&story.plan.service)),
                ("need", self.text(&story.plan.need)),
                ("questions", list("u8", story.plan.questions.iter().map(|n| number((*n).into())))),
                ("days", number(story.plan.days.unwrap_or(0).into())),
                ("minutes_km", number(story.minutes().km)),
                ("minutes_en", number(story.minutes().en)),
                ("sources", self.sources(&story.sources)),
                ("checked", self.word(&story.checked)),
                ("review", self.review(&story.review)),
            ],
        )
    }

    fn term(&self, id: &str, term: &Term) -> Row {
        let joined = |khmer: bool| {
            let words: Vec<String> = term.names().into_iter().filter(|word| word.chars().any(is_khmer) == khmer).collect();
            words.join("|")
        };
        let same = Text { km: joined(true), en: joined(false) };
        let office = || Some(&self.content.authorities.get(term.office.as_ref()?)?.does);
        let says = term.says.as_ref().or_else(office).unwrap_or(&term.term);
        let see = term.see.iter().map(|id| number(at(&self.content.terms, id)));
        self.entry(
            "Term",
            &[
                ("id", self.word(id)),
                ("term", self.text(&term.term)),
                ("says", self.text(says)),
                ("same", self.text(&same)),
                ("see", list("TermId", see)),
                ("service", option(1, term.service.as_ref().map(|id| self.service_id(id)))),
                ("confidence", number(term.confidence as usize)),
                ("review", self.review(&term.review)),
            ],
        )
    }
}
