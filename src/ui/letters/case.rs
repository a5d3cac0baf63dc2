//! What a complaint says, for the letter that belongs to it, in the language of the letter.

use super::super::complain::{first, place_words, rung_name};
use super::super::learn::law_name;
use crate::dates::Date;
use crate::i18n::Speech;
use crate::kb::compose::Known;
use crate::kb::{List, Rung, Situation, Text};
use crate::plan::complaint::{self, picked, Pick};
use crate::plan::{fact, written, Book, Sheet};

/// The complaint a letter belongs to, unless it is in the bin.
fn case<'b>(letter: &Sheet, book: &'b Book) -> Option<&'b Sheet> {
    written::case(letter).and_then(|id| book.sheets.get(&id)).filter(|case| !case.removed.value)
}

/// A blank that is a day, as `YYYY-MM-DD`; empty when the complaint does not say it.
pub fn day(letter: &Sheet, book: &Book, name: &str) -> Option<String> {
    let case = case(letter, book)?;
    let rung = complaint::rung(case, complaint::situation(case)?.get())?;
    match name {
        "day" => Some(case.fact(fact::DAY).to_owned()).filter(|day| Date::parse(day).is_some()),
        "answer-by" => complaint::answer_by(case, rung, letter.made).map(|day| day.to_string()),
        _ => None,
    }
}

/// Fills what the complaint knows.
pub fn fill(known: &mut Known, letter: &Sheet, book: &Book, speech: Speech) {
    let Some((case, situation)) = case(letter, book).and_then(|case| Some((case, complaint::situation(case)?.get()))) else {
        return;
    };
    for (blank, pick, texts) in [
        ("point", Pick::Point, situation.points),
        ("wish", Pick::Want, situation.wants),
        ("proof", Pick::Proof, situation.proofs),
        ("tried", Pick::Tried, situation.tried),
    ] {
        known.set(blank, clauses(case, pick, texts, speech));
    }
    known.set("papers", known.get("proof").unwrap_or_default().to_owned());
    known.set("rule", rules(case, situation, speech));
    if let Some(rung) = complaint::rung(case, situation) {
        let itself = rung.authority.is_none();
        let named = [fact::OFFICE, fact::LOCAL].into_iter().any(|name| !case.fact(name).is_empty());
        if !itself || named {
            known.set("office", rung_name(case, rung, book, speech));
        }
        // To another body it is said at which office it happened.
        let at = place_words(case, speech);
        let office = (!itself && named).then(|| rung_name(case, &itself_of(rung), book, speech));
        let parts: Vec<String> = office.into_iter().chain((!at.is_empty()).then_some(at)).collect();
        known.set("place", parts.join(", "));
    }
}

/// The rung as if it were the office itself.
fn itself_of(rung: &Rung) -> Rung {
    Rung { authority: None, ..*rung }
}

/// What she picked and what she wrote, as one clause.
fn clauses(case: &Sheet, pick: Pick, texts: List<Text>, speech: Speech) -> String {
    let tapped = (1..).zip(texts).filter(|(n, _): &(usize, _)| picked(case, pick, &n.to_string()));
    joined(tapped.map(|(_, text)| speech.text(*text).into_owned()).collect(), case.note(pick.code()))
}

/// Standards and laws, the laws last.
fn rules(case: &Sheet, situation: &Situation, speech: Speech) -> String {
    let standards = situation.standards().filter(|standard| picked(case, Pick::Standard, standard.id.str()));
    let standards = standards.map(|standard| first(&speech.text(standard.after), char::to_lowercase));
    let laws = situation.laws.iter().filter(|law| picked(case, Pick::Law, law.name())).map(|law| law_name(*law, speech));
    joined(standards.chain(laws).collect(), case.note(Pick::Law.code()))
}

fn joined(mut parts: Vec<String>, own: &str) -> String {
    let own = own.trim().trim_end_matches(['។', '.', ' ']);
    if !own.is_empty() {
        parts.push(own.to_owned());
    }
    parts.join("; ")
}
