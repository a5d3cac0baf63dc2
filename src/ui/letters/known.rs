//! What is known for a letter, and the letter as composed from it.

use super::super::learn::law_name;
use super::super::plans::{item_words, plan_name, service_of};
use super::super::show::Shown;
use super::{case, form};
use crate::i18n::Speech;
use crate::kb::compose::{joined, letter, Form, Known, Paragraph, BLANKS};
use crate::kb::{AuthorityId, Phrase, Pick, Place, PurposeId, Text};
use crate::page::Locale;
use crate::plan::letter::Letter;
use crate::plan::written::{self, chose};
use crate::plan::{fact, Book, Sheet, AGENDA_MAX};

pub(super) fn day_from_plan(letter: &Sheet, book: &Book, name: &str) -> String {
    let plan = written::plan(letter).and_then(|id| book.sheets.get(&id));
    let came = plan.map(|plan| Letter::read(plan.fact(fact::LETTER))).unwrap_or_default();
    let day = match name {
        "letter-date" => came.dated(),
        "received" => came.received(),
        "deadline" => plan.and_then(|plan| plan.deadline.value),
        _ => return case::day(letter, book, name).unwrap_or_default(),
    };
    day.map_or(String::new(), |day| day.to_string())
}

/// What is known for the letter: what she filled in, else what the plan says.
pub(super) fn known(letter: &Sheet, book: &Book, speech: Speech) -> Known {
    let mut known = Known::default();
    let purpose = PurposeId::parse(written::purpose(letter));
    let to_office =
        purpose.is_some_and(|purpose| purpose.get().asks.iter().any(|at| BLANKS.get(usize::from(*at)) == Some(&"office")));
    let date = |iso: &str| if iso.is_empty() { String::new() } else { speech.partial_date(iso) };
    // The office that gave the answer to be confirmed.
    if let Some(office) = AuthorityId::parse(letter.fact(fact::OFFICE)).filter(|_| to_office) {
        known.set("office", speech.text(office.get().name));
    }
    let plan = written::plan(letter).and_then(|id| book.sheets.get(&id)).filter(|plan| !plan.removed.value);
    if let Some(plan) = plan {
        let came = Letter::read(plan.fact(fact::LETTER));
        let service = service_of(plan);
        let office =
            came.office().or_else(|| service.and_then(|service| service.get().authorities.get(0)).map(|role| role.authority));
        // A letter to a lawyer does not go to the office of the plan.
        if let Some(office) = office.filter(|_| to_office) {
            known.set("office", speech.text(office.get().name));
        }
        known.set("topic", plan_name(plan, speech));
        if let Some(law) = came.law() {
            known.set("law", law_name(law, speech));
        }
        if let Some(sum) = came.amount() {
            known.set("amount", speech.riel(sum));
        }
        known.set("demand", demand(&came, speech));
        let questions = plan.waiting_questions().into_iter().take(AGENDA_MAX).enumerate();
        let questions: Vec<String> = questions
            .map(|(at, question)| [&speech.number(at + 1), ". ", &item_words(plan, question, speech)].concat())
            .collect();
        known.set("questions", questions.join("\n"));
    }
    case::fill(&mut known, letter, book, speech);
    for name in BLANKS {
        let own = written::filled(letter, name);
        match written::DAYS.contains(&name) {
            true if !own.is_empty() => known.set(name, date(own)),
            true => known.set(name, date(&day_from_plan(letter, book, name))),
            false if !own.trim().is_empty() => known.set(name, plain_end(own, name)),
            false => {}
        }
    }
    // Every letter has a day.
    if known.get("today").is_none() {
        known.set("today", speech.date(letter.touched.value));
    }
    known
}

/// What the letter asks, as it stands inside a sentence; "something else" says nothing there.
pub(super) fn demand(came: &Letter, speech: Speech) -> String {
    let m = &speech.m().letter;
    let wants = came.all_wants().into_iter().filter(|at| *at + 1 < m.wants.len());
    let wants: Vec<&str> = wants.filter_map(|at| m.wants.get(at)).copied().collect();
    match speech.locale {
        Locale::Km => wants.join(" និង"),
        Locale::En => wants.join(", ").to_lowercase(),
    }
}

/// The sentence around it ends by itself.
pub(super) fn plain_end(words: &str, name: &str) -> String {
    match name {
        "questions" => words.trim().to_owned(),
        _ => words.trim().trim_end_matches(['។', '.', ' ']).to_owned(),
    }
}

pub(super) fn chosen(letter: &Sheet, phrase: &Phrase) -> bool {
    chose(letter, phrase.n).unwrap_or(phrase.pick == Pick::On)
}

pub(super) fn composed(
    letter_of: &Sheet,
    book: &Book,
    purpose: PurposeId,
    locale: Locale,
    form: Form,
    speech: Speech,
) -> Vec<Paragraph> {
    let speech = Speech { locale, ..speech };
    made(letter_of, purpose, &known(letter_of, book, speech), form, speech)
}

fn made(letter_of: &Sheet, purpose: PurposeId, known: &Known, form: Form, speech: Speech) -> Vec<Paragraph> {
    let words = move |text: Text| speech.text(text).into_owned();
    letter(purpose, form, known, &|phrase| chosen(letter_of, phrase), &words, speech.m().compose.subject)
}

/// What goes out: her own words where she changed them.
pub(super) fn shown_text(letter: &Sheet, book: &Book, purpose: PurposeId, locale: Locale, speech: Speech) -> String {
    let own = letter.note(&written::own_words(locale.code()));
    if !own.trim().is_empty() {
        return own.to_owned();
    }
    joined(&composed(letter, book, purpose, locale, form(letter), speech))
}

/// Who she is: not for a screen that others look at.
const HERS: [&str; 3] = ["me", "business", "phone"];

/// What is shown to an official: what is to be said, without her name, business and number, and without what stands around it.
pub fn to_show(letter: &Sheet, book: &Book, purpose: PurposeId, speech: Speech) -> Shown {
    let said = |paragraph: &Paragraph| matches!(paragraph.place, Place::Open | Place::Body | Place::Ask);
    let body = |speech: Speech| {
        let mut known = known(letter, book, speech);
        HERS.iter().for_each(|name| known.set(name, ""));
        let mut paragraphs = made(letter, purpose, &known, Form::Message, speech);
        paragraphs.retain(said);
        joined(&paragraphs)
    };
    Shown::both(speech, body, None)
}
