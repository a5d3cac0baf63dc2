//! Duties and the questions about the business; organizations, guide pages, stories and words. The types are in
//! `src/kb/duties.rs` and `src/kb/reading.rs`.

use super::columns::{number, option, Row};
use super::{at, list, Emit};
use crate::khmer::is_khmer;
use crate::model::*;
use std::collections::BTreeMap;

impl Emit<'_> {
    pub(super) fn reading(&self) -> BTreeMap<&'static str, Vec<Row>> {
        // The guide is read by topic, the stories in their own order.
        let mut guide: Vec<_> = self.content.guide.iter().collect();
        guide.sort_by_key(|(_, page)| (page.topic as u8, page.order));
        let mut stories: Vec<_> = self.content.stories.iter().collect();
        stories.sort_by_key(|(_, story)| story.order);
        BTreeMap::from([
            (
                "ProfileQuestion",
                self.content.profile.iter().map(|question| self.profile_question(question)).collect::<Vec<Row>>(),
            ),
            ("Organization", self.content.organizations.iter().map(|(id, o)| self.organization(id, o)).collect()),
            ("GuidePage", guide.iter().map(|(id, page)| self.guide_page(id, page)).collect()),
            ("Story", stories.iter().map(|(id, story)| self.story(id, story)).collect()),
            ("Term", self.content.terms.iter().map(|(id, term)| self.term(id, term)).collect()),
        ])
    }

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

    fn profile_question(&self, q: &ProfileQuestion) -> Row {
        let options =
            q.options.iter().map(|o| self.entry("ProfileOption", &[("id", self.word(&o.id)), ("text", self.text(&o.text))]));
        self.entry(
            "ProfileQuestion",
            &[("id", self.word(&q.id)), ("text", self.text(&q.text)), ("options", list("ProfileOption", options))],
        )
    }

    fn organization(&self, id: &str, o: &Organization) -> Row {
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

    /// `03-31` → the month and the day.
    pub(super) fn month_day(&self, text: &str) -> Row {
        let (month, day) = text.split_once('-').unwrap_or((text, "1"));
        let part = |text: &str| number(text.parse().unwrap_or(1));
        self.entry("MonthDay", &[("month", part(month)), ("day", part(day))])
    }
}
