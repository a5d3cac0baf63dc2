//! A plan as lines: the same for paper, for a picture, for a message, and, in few sentences, for the voice.

use super::parts::bare;
use super::plan::steps_before;
use super::plans::{given_need, item_words, plan_name, service_of};
use crate::dates::Date;
use crate::i18n::Speech;
use crate::kb::{ChannelKind, Role};
use crate::khmer;
use crate::page::{Locale, Page};
use crate::plan::{fact, next_thing, time, Book, Item, List, Sheet, SheetId};
use crate::platform::{Line, Mark};

/// The guide's measure of one agenda.
const QUESTIONS: usize = 5;
/// More of a list does not help on one page; the rest is in the app.
const ITEMS: usize = 12;
const OFFICES: usize = 3;

/// The plan, line by line. The number of lines and their marks do not depend on the language, so that two languages can
/// stand side by side.
pub fn lines(book: &Book, plan: &Sheet, speech: Speech, today: Date, url: &str) -> Vec<Line> {
    let m = speech.m();
    let words = |item: &Item| item_words(plan, item, speech);
    let mut all = Vec::new();
    put(&mut all, Mark::Title, plan_name(plan, speech));
    let need = plan.need.current();
    put(&mut all, Mark::Text, if need.is_empty() { given_need(plan, speech) } else { need.to_owned() });
    if let Some(until) = plan.deadline.value {
        put(&mut all, Mark::Text, m.paper.until.with(&speech.date(until)));
    }
    if let Some(item) = next_thing(plan, &|n| steps_before(plan, n)) {
        put(&mut all, Mark::Text, m.paper.next.with(&words(item)));
    }

    let mut part = Vec::new();
    for (at, item) in questions(plan).into_iter().take(QUESTIONS).enumerate() {
        put(&mut part, Mark::Ask, [&speech.number(at + 1), ". ", &words(item)].concat());
        put(&mut part, Mark::Rule, String::new());
    }
    close(&mut all, m.part_questions, part, speech);

    let (promises, steps): (Vec<&Item>, Vec<&Item>) = plan.visible(List::Step).into_iter().partition(|step| is_promise(step));
    let check = |item: &Item, text: String| Line { mark: if item.done.value { Mark::Done } else { Mark::Open }, text };
    let part = plan.visible(List::Document).into_iter().map(|item| check(item, words(item))).collect();
    close(&mut all, m.documents, part, speech);
    let part = steps.into_iter().map(|item| check(item, words(item))).collect();
    close(&mut all, m.steps, part, speech);

    let mut part = Vec::new();
    for role in service_of(plan).into_iter().flat_map(|service| service.get().authorities).take(OFFICES) {
        office(&mut part, role, speech);
    }
    for person in people(book, plan) {
        let ways = [fact::PHONE, fact::TELEGRAM, fact::WHATSAPP, fact::MESSENGER, fact::EMAIL].map(|way| person.note(way));
        put(&mut part, Mark::Text, joined(&[&[person.title.current()], &ways[..]].concat()));
    }
    close(&mut all, m.where_to, part, speech);

    let meetings = plan.visible(List::Meeting).into_iter();
    let part = meetings.map(|item| {
        let day = item.day(fact::DAY).map(|day| when(day, time(item.fact(fact::TIME)), speech)).unwrap_or_default();
        let held = if item.fact(fact::HELD).is_empty() { Mark::Open } else { Mark::Done };
        Line { mark: held, text: joined(&[&day, item.note(fact::PLACE), item.text.current()]) }
    });
    close(&mut all, m.paper.meetings, part.collect(), speech);
    let part = promises.into_iter().map(|item| {
        let day = item.day(fact::DUE).map(|day| speech.date(day)).unwrap_or_default();
        check(item, joined(&[&words(item), &day]))
    });
    close(&mut all, m.paper.promises, part.collect(), speech);

    put(&mut all, Mark::Foot, joined(&[m.draft, m.draft_more]));
    put(&mut all, Mark::Foot, joined(&[m.app, &speech.date(today), url]));
    all
}

fn put(all: &mut Vec<Line>, mark: Mark, text: String) {
    // A line of paper is one line, and her zero-width spaces do not go into other apps.
    let text = text.replace('\u{200b}', "").split_whitespace().collect::<Vec<_>>().join(" ");
    all.push(Line { mark, text });
}

/// A titled part, if there is anything in it.
fn close(all: &mut Vec<Line>, head: &str, part: Vec<Line>, speech: Speech) {
    if part.is_empty() {
        return;
    }
    put(all, Mark::Head, head.to_owned());
    let left = part.len().saturating_sub(ITEMS);
    for line in part.into_iter().take(ITEMS) {
        put(all, line.mark, line.text);
    }
    if left > 0 {
        put(all, Mark::Quiet, speech.m().paper.more.with(&speech.number(left)));
    }
}

/// The questions still to be asked.
fn questions(plan: &Sheet) -> Vec<&Item> {
    plan.visible(List::Question).into_iter().filter(|item| !item.done.value).collect()
}

fn is_promise(step: &Item) -> bool {
    [fact::DUE, fact::FROM].iter().any(|name| !step.fact(name).is_empty())
}

/// The people she meets in this plan, each once.
fn people<'b>(book: &'b Book, plan: &Sheet) -> Vec<&'b Sheet> {
    let mut people: Vec<&Sheet> = Vec::new();
    for meeting in plan.visible(List::Meeting) {
        let person = SheetId::parse(meeting.fact(fact::PERSON)).and_then(|id| book.sheets.get(&id));
        if let Some(person) = person.filter(|person| !person.removed.value && people.iter().all(|other| other.id != person.id)) {
            people.push(person);
        }
    }
    people
}

fn office(part: &mut Vec<Line>, role: &Role, speech: Speech) {
    let entry = role.authority.get();
    put(part, Mark::Text, joined(&[&entry.short.map(|short| speech.text(short)).unwrap_or_default(), &speech.text(entry.name)]));
    let ways: Vec<&str> =
        entry.channels.iter().filter(|way| way.kind != ChannelKind::App).map(|way| bare(way.value.str())).collect();
    let ways = joined(&ways);
    if !ways.is_empty() {
        put(part, Mark::Quiet, ways);
    }
}

/// What there is, with points between.
pub fn joined(words: &[&str]) -> String {
    let words: Vec<&str> = words.iter().copied().filter(|words| !words.is_empty()).collect();
    words.join(" · ")
}

/// A day, and the hour where it is known.
pub fn when(day: Date, time: Option<(u8, u8)>, speech: Speech) -> String {
    let date = speech.date(day);
    let Some((hour, minute)) = time else { return date };
    let minute = usize::from(minute);
    let zero = if minute < 10 { "0" } else { "" };
    let clock = [&usize::from(hour).to_string(), ":", zero, &minute.to_string()].concat();
    speech.m().paper.at.with(&date, &speech.digits(&clock))
}

/// The page that the code on the paper opens: the service, or where services are found.
pub fn page_of(plan: &Sheet) -> Page {
    service_of(plan).map_or(Page::Find, Page::Service)
}

/// As a message: plain text, which every phone can send.
pub fn message(lines: &[Line]) -> String {
    let mut out = String::new();
    let foot = lines.iter().position(|line| line.mark == Mark::Foot);
    for (at, line) in lines.iter().enumerate() {
        let before = match line.mark {
            Mark::Rule => continue,
            Mark::Head => "\n",
            Mark::Open => "☐ ",
            Mark::Done => "☑ ",
            Mark::Foot if foot == Some(at) => "\n",
            Mark::Title | Mark::Text | Mark::Quiet | Mark::Ask | Mark::Foot => "",
        };
        for piece in [before, &line.text, "\n"] {
            out.push_str(piece);
        }
    }
    out
}

/// So many signs are read aloud in one second, slowly; measured by syllables (about five signs for two in Khmer).
fn signs_a_second(locale: Locale) -> usize {
    match locale {
        Locale::Km => 11,
        Locale::En => 14,
    }
}

/// How long a text takes to be read aloud.
pub fn seconds(text: &str, locale: Locale) -> usize {
    text.chars().count().div_ceil(signs_a_second(locale))
}

/// The longest that anybody listens.
const MINUTE: usize = 60;
const SPOKEN_QUESTIONS: usize = 3;

/// What to say on the phone or through a loudspeaker, in less than a minute: who I am, what I need, up to three questions,
/// thanks. What would make it longer is left out, the questions from the last; a very long need is cut.
pub fn script(plan: &Sheet, speech: Speech) -> Vec<String> {
    let w = &speech.m().paper;
    let own = plan.need.current();
    let need = if own.is_empty() { given_need(plan, speech) } else { own.to_owned() };
    let asks = questions(plan);
    for count in (0..=asks.len().min(SPOKEN_QUESTIONS)).rev() {
        let room = if count == 0 { 25 * signs_a_second(speech.locale) } else { usize::MAX };
        let mut said = vec![w.hello.to_owned(), cut(&need, room)];
        match count {
            0 => (),
            1 => said.push(w.one_question.to_owned()),
            _ => said.push(w.questions.with(&speech.number(count))),
        }
        for (at, item) in asks.iter().take(count).enumerate() {
            let words = item_words(plan, item, speech);
            said.push(if count == 1 { words } else { w.nth.with(&speech.number(at + 1), &words) });
        }
        said.extend([w.who_else.to_owned(), w.thanks.to_owned()]);
        if count == 0 || seconds(&said.concat(), speech.locale) <= MINUTE {
            return said;
        }
    }
    Vec::new()
}

/// At most so many signs of a text, whole letters with their marks.
pub fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut count = 1;
    for cluster in khmer::clusters(text) {
        count += cluster.chars().count();
        if count > most {
            break;
        }
        out.push_str(cluster);
    }
    out.push('…');
    out
}
