//! Duties and the questions about the business; organizations, guide pages, stories and words. The types are in
//! `src/kb/duties.rs` and `src/kb/reading.rs`.

use super::{at, entry, option, table, Emit};
use crate::khmer::is_khmer;
use crate::model::*;

impl Emit<'_> {
    pub(super) fn reading(&self) -> String {
        // The guide is read by topic, the stories in their own order.
        let mut guide: Vec<_> = self.content.guide.iter().collect();
        guide.sort_by_key(|(_, page)| (page.topic as u8, page.order));
        let mut stories: Vec<_> = self.content.stories.iter().collect();
        stories.sort_by_key(|(_, story)| story.order);
        [
            table("PROFILE", "ProfileQuestion", self.content.profile.iter().map(|question| self.profile_question(question))),
            table("ORGANIZATIONS", "Organization", self.content.organizations.iter().map(|(id, o)| self.organization(id, o))),
            table("GUIDE", "GuidePage", guide.iter().map(|(id, page)| self.guide_page(id, page))),
            table("STORIES", "Story", stories.iter().map(|(id, story)| self.story(id, story))),
            table("TERMS", "Term", self.content.terms.iter().map(|(id, term)| self.term(id, term))),
        ]
        .concat()
    }

    pub(super) fn duty(&self, d: &Duty) -> String {
        let facts = d.when.iter().map(|fact| {
            let ask = self.content.profile.iter().position(|question| question.id == fact.ask).unwrap_or(0);
            let options = self.content.profile.get(ask).map_or(&[][..], |question| &question.options);
            let any = options
                .iter()
                .enumerate()
                .filter(|(_, option)| fact.any.contains(&option.id))
                .fold(0u8, |bits, (i, _)| bits | 1 << i);
            entry("Fact", &[("ask", ask.to_string()), ("any", any.to_string())])
        });
        entry(
            "Duty",
            &[
                ("n", d.n.to_string()),
                ("title", self.text(&d.title)),
                ("when", self.list("Fact", facts)),
                ("because", self.text(&d.because)),
                ("due", self.due(&d.due)),
                ("if_nothing", option(d.if_nothing.as_ref().map(|i| self.if_nothing(i)))),
                ("sources", self.sources(&d.sources)),
                ("date", self.maybe_word(&d.date)),
                ("confidence", format!("Confidence::{:?}", d.confidence)),
            ],
        )
    }

    fn due(&self, due: &Due) -> String {
        let windows =
            due.windows.iter().map(|window| entry("Window", &[("from", month_day(&window.from)), ("by", month_day(&window.by))]));
        let fields = format!("days: {}, working_days: {}", due.days.unwrap_or(0), due.working_days);
        match (due.every, due.on) {
            (Some(Every::Month), _) => format!("Due::Month {{ day: {} }}", due.day.unwrap_or(1)),
            (Some(Every::Year), _) => format!("Due::Year {{ windows: {} }}", self.list("Window", windows)),
            (Some(Every::TwoYears), _) => "Due::TwoYears".into(),
            (None, Some(event)) if due.before => format!("Due::Before {{ event: Event::{event:?}, {fields} }}"),
            (None, Some(event)) => format!("Due::After {{ event: Event::{event:?}, {fields} }}"),
            (None, None) => "Due::Always".into(),
        }
    }

    fn profile_question(&self, q: &ProfileQuestion) -> String {
        let options = q.options.iter().map(|o| entry("ProfileOption", &[("id", self.word(&o.id)), ("text", self.text(&o.text))]));
        entry(
            "ProfileQuestion",
            &[("id", self.word(&q.id)), ("text", self.text(&q.text)), ("options", self.list("ProfileOption", options))],
        )
    }

    fn organization(&self, id: &str, o: &Organization) -> String {
        entry(
            "Organization",
            &[
                ("id", self.word(id)),
                ("name", self.text(&o.name)),
                ("short", self.maybe_text(&o.short)),
                ("help", format!("Help::{:?}", o.help)),
                ("does", self.text(&o.does)),
                ("area", self.maybe_text(&o.area)),
                ("channels", self.channels(&o.channels)),
                ("confidence", format!("Confidence::{:?}", o.confidence)),
                ("sources", self.sources(&o.sources)),
                ("checked", self.word(&o.checked)),
                ("review", self.review(&o.review)),
            ],
        )
    }

    fn guide_page(&self, id: &str, page: &GuidePage) -> String {
        let parts = page.parts.iter().map(|part| {
            entry(
                "Part",
                &[
                    ("title", self.text(&part.title)),
                    ("style", format!("Style::{:?}", part.style)),
                    ("texts", self.texts_list(&part.texts)),
                ],
            )
        });
        let quiz = page.quiz.iter().map(|quiz| {
            let options =
                quiz.options.iter().map(|o| entry("QuizOption", &[("text", self.text(&o.text)), ("why", self.text(&o.why))]));
            let right = quiz.options.iter().position(|option| option.right).unwrap_or(0);
            entry(
                "Quiz",
                &[("text", self.text(&quiz.text)), ("options", self.list("QuizOption", options)), ("right", right.to_string())],
            )
        });
        entry(
            "GuidePage",
            &[
                ("id", self.word(id)),
                ("topic", format!("Topic::{:?}", page.topic)),
                ("icon", self.word(&page.icon)),
                ("title", self.text(&page.title)),
                ("summary", self.text(&page.summary)),
                ("parts", self.list("Part", parts)),
                ("services", self.services(&page.services)),
                ("laws", self.laws(&page.laws)),
                ("quiz", self.list("Quiz", quiz)),
                ("sources", self.sources(&page.sources)),
                ("checked", self.word(&page.checked)),
                ("review", self.review(&page.review)),
            ],
        )
    }

    fn story(&self, id: &str, story: &Story) -> String {
        let screens = story
            .screens
            .iter()
            .map(|screen| entry("Screen", &[("title", self.text(&screen.title)), ("texts", self.texts_list(&screen.texts))]));
        entry(
            "Story",
            &[
                ("id", self.word(id)),
                ("icon", self.word(&story.icon)),
                ("title", self.text(&story.title)),
                ("summary", self.text(&story.summary)),
                ("screens", self.list("Screen", screens)),
                ("service", self.service_id(&story.plan.service)),
                ("need", self.text(&story.plan.need)),
                ("questions", self.list("u8", story.plan.questions.iter().map(u8::to_string))),
                ("days", story.plan.days.unwrap_or(0).to_string()),
                ("sources", self.sources(&story.sources)),
                ("checked", self.word(&story.checked)),
                ("review", self.review(&story.review)),
            ],
        )
    }

    fn term(&self, id: &str, term: &Term) -> String {
        let joined = |khmer: bool| {
            let words: Vec<&str> =
                term.same.iter().map(String::as_str).filter(|word| word.chars().any(is_khmer) == khmer).collect();
            words.join("|")
        };
        let same = Text { km: joined(true), en: joined(false) };
        let office = || Some(&self.content.authorities.get(term.office.as_ref()?)?.does);
        let says = term.says.as_ref().or_else(office).unwrap_or(&term.term);
        let see = term.see.iter().map(|id| format!("TermId({})", at(&self.content.terms, id)));
        entry(
            "Term",
            &[
                ("id", self.word(id)),
                ("term", self.text(&term.term)),
                ("says", self.text(says)),
                ("same", self.text(&same)),
                ("see", self.list("TermId", see)),
                ("service", option(term.service.as_ref().map(|id| self.service_id(id)))),
                ("confidence", format!("Confidence::{:?}", term.confidence)),
                ("review", self.review(&term.review)),
            ],
        )
    }
}

/// `03-31` → the month and the day.
fn month_day(text: &str) -> String {
    let (month, day) = text.split_once('-').unwrap_or((text, "1"));
    let number = |text: &str| text.parse::<u8>().unwrap_or(1).to_string();
    entry("MonthDay", &[("month", number(month)), ("day", number(day))])
}
