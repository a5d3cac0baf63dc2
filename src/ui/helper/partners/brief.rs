//! One page for a meeting of a working group: cases in numbers, evidence, what we propose, with whom it was agreed, what is followed up.

use super::super::super::paper::when;
use super::super::super::state::App;
use super::super::workshop::paper::{close, next_steps, put};
use super::groups::name;
use crate::dates::Date;
use crate::i18n::Speech;
use crate::page::Locale;
use crate::plan::helper::group::{aims, cases, Cases, ADVICE, AGREED, EVIDENCE, FEW, FOCAL};
use crate::plan::{fact, time, Sheet};
use crate::platform::{Line, Mark};

/// How many cases, without telling of few.
pub fn cases_words(cases: Cases, speech: Speech) -> String {
    let w = &speech.h().partners;
    match cases.all {
        0 => w.no_cases.to_owned(),
        few if few < FEW => speech.digits(w.few_cases),
        all => match cases.problems {
            0 => w.cases_all.with(&speech.number(all)),
            problems if problems < FEW => w.cases_few_problems.with(&speech.number(all)),
            problems => w.cases.with(&speech.number(all), &speech.number(problems)),
        },
    }
}

pub fn brief(app: App, sheet: &Sheet, speech: Speech, names: bool) -> Vec<Line> {
    let w = &speech.h().partners;
    let mut lines = Vec::new();
    put(&mut lines, Mark::Title, w.brief_for.with(&name(sheet, speech)));
    let day = Date::parse(sheet.fact(fact::DAY)).map(|day| when(day, time(sheet.fact(fact::TIME)), speech));
    let colon = if speech.locale == Locale::Km { "៖ " } else { ": " };
    put(&mut lines, Mark::Text, day.map_or(w.no_meeting.to_owned(), |day| [w.next_meeting, colon, &day].concat()));
    let focal = sheet.note(FOCAL).trim();
    if names && !focal.is_empty() {
        put(&mut lines, Mark::Text, [w.focal, colon, focal].concat());
    }
    let counted = app.book.with(|book| cases(book, sheet));
    let mut part = Vec::new();
    put(&mut part, Mark::Text, cases_words(counted, speech));
    for aim in aims(sheet) {
        put(&mut part, Mark::Text, ["– ", &*speech.text(aim.get().title)].concat());
    }
    close(&mut lines, w.brief_cases, part, 8, speech);
    for (head, note) in [(w.brief_evidence, EVIDENCE), (w.advice, ADVICE), (w.agreed_with, AGREED)] {
        let mut part = Vec::new();
        for row in sheet.note(note).lines() {
            put(&mut part, Mark::Text, row);
        }
        close(&mut lines, head, part, 12, speech);
    }
    close(&mut lines, w.follow, next_steps(sheet, speech, names), 10, speech);
    put(&mut lines, Mark::Foot, w.brief_foot);
    lines
}
