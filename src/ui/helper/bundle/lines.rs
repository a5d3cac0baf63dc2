//! A sheet in words, as it goes out: what the other phone will hold, line by line.

use super::super::super::el::{el, El};
use super::super::super::people::{office_name, who};
use super::super::super::plans::item_words;
use super::super::super::sheets::sheet_name;
use crate::i18n::Speech;
use crate::kb::{profile, AimId, ServiceId};
use crate::plan::helper::{AREA, AREAS, ORIGIN, REPLY, TRADE};
use crate::plan::{fact, score, List, NeedKind, Outcome, Sheet, What};

/// As list items, the name first.
pub fn items(sheet: &Sheet, speech: Speech) -> Vec<El> {
    let line = |(at, words): (usize, String)| {
        let words = if at == 0 { el("strong", "").with(words) } else { el("span", "").with(words) };
        el("li", "").attr("dir", "auto").with(words)
    };
    words(sheet, speech).into_iter().enumerate().map(line).collect()
}

/// What a need is about: the service, else the aim.
pub fn subject(sheet: &Sheet, speech: Speech) -> String {
    let service = sheet.service.as_deref().and_then(ServiceId::parse);
    let aim = sheet.aim.as_deref().and_then(AimId::parse);
    match (service, aim) {
        (Some(service), _) => speech.text(service.get().title).into_owned(),
        (None, Some(aim)) => speech.text(aim.get().title).into_owned(),
        _ => speech.h().bundle.find_out.to_owned(),
    }
}

/// The province of a code; empty when it is none.
pub fn area_name(code: &str, speech: Speech) -> &'static str {
    let at = AREAS.iter().position(|known| *known == code);
    at.and_then(|at| speech.h().area.names.get(at)).copied().unwrap_or_default()
}

/// The kind of business, as her profile names it.
fn trade_name(code: &str, speech: Speech) -> String {
    let options = profile().iter().filter(|question| ["activity", "trade"].contains(&question.id.str()));
    let found = options.flat_map(|question| question.options).find(|option| option.id.str() == code);
    found.map(|option| speech.text(option.text).into_owned()).unwrap_or_default()
}

fn words(sheet: &Sheet, speech: Speech) -> Vec<String> {
    let m = &speech.h().bundle;
    let mut all = Vec::new();
    let mut say = |label: &str, value: String| {
        if !value.trim().is_empty() {
            all.push(if label.is_empty() { value } else { [label, " ", &value].concat() });
        }
    };
    let is_need = sheet.what == What::Need;
    say("", if is_need { subject(sheet, speech) } else { sheet_name(sheet, speech) });
    if is_need {
        let words = speech.m();
        let at = NeedKind::ALL.into_iter().position(|kind| kind == sheet.kind.value).unwrap_or(0);
        let kinds = [words.kind_routine, words.kind_problem, words.kind_change];
        say(m.kind, kinds.get(at).copied().unwrap_or_default().to_owned());
        say("", m.made.with(&speech.date(sheet.made)));
    }
    say(m.area, area_name(sheet.fact(AREA), speech).to_owned());
    say(m.trade, trade_name(sheet.fact(TRADE), speech));
    if let Some(outcome) = Outcome::parse(sheet.fact(fact::OUTCOME)) {
        let at = Outcome::ALL.into_iter().position(|known| known == outcome).unwrap_or(0);
        say(m.outcome, speech.m().meet.outcomes.get(at).copied().unwrap_or_default().to_owned());
    }
    if sheet.what == What::Person {
        say("", who(sheet, speech));
    }
    if sheet.what == What::Score {
        let rated = score::ratings(sheet).into_iter().filter(|rating| score::is_rated(rating)).count();
        say("", office_name(sheet, speech));
        say("", m.ratings.with(&speech.number(rated)));
    }
    for (_, words) in sheet.notes.iter().filter(|(name, _)| *name != ORIGIN) {
        say("", words.current().to_owned());
    }
    for question in sheet.visible(List::Question) {
        say("", m.question.with(&item_words(sheet, question, speech)));
        let answer = question.note(REPLY);
        say("", if answer.is_empty() { String::new() } else { m.answer.with(answer) });
    }
    for step in sheet.visible(List::Step) {
        say("", m.action.with(&item_words(sheet, step, speech)));
    }
    let origin = sheet.note(ORIGIN);
    say("", if origin.is_empty() { String::new() } else { m.came_from.with(origin) });
    all
}
