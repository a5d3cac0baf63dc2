//! Answers that somebody asked for once and for all, as everybody sees them; and what came back to a question of her own plan.

use super::el::{all, el, live, El};
use super::paper::joined;
use super::parts::{
    button, empty, gone_screen, heading, lead, main_button, main_link, own_row, pair, quiet, rows_card, service_row,
};
use super::plan::Open;
use super::state::{use_app, use_speech};
use crate::dates::Date;
use crate::i18n::Speech;
use crate::kb::{AuthorityId, ServiceId};
use crate::page::{Locale, Page};
use crate::plan::helper::{faq, ORIGIN, REPLY, REPLY_BY, REPLY_DAY, REPLY_LAW, REPLY_OFFICE, REPLY_WRITTEN};
use crate::plan::{fact, Book, Item, ItemId, Sheet, SheetId, What};

/// The question, in the language of the screen if it is there.
pub fn faq_name(answer: &Sheet, speech: Speech) -> String {
    match faq::question(answer, speech.locale == Locale::Km).trim() {
        "" => speech.m().answers.title.to_owned(),
        words => words.to_owned(),
    }
}

/// Those to go by.
fn shown(book: &Book, today: Date) -> Vec<&Sheet> {
    book.of_all(What::Faq).filter(|answer| faq::holds(answer, today)).collect()
}

fn answer_row(answer: &Sheet, speech: Speech) -> El {
    own_row(
        Page::Answer(answer.id.as_str().to_owned()),
        "book-open",
        faq_name(answer, speech),
        office(answer.fact(fact::OFFICE), speech),
        None,
    )
}

/// The name of an office of the content; empty when it is none.
fn office(office: &str, speech: Speech) -> String {
    AuthorityId::parse(office).map_or_else(String::new, |office| speech.text(office.get().name).into_owned())
}

pub fn answers() -> El {
    let (app, speech) = (use_app(), use_speech());
    let m = speech.m();
    let list = live(move || {
        app.book.with(|book| {
            let rows: Vec<El> = shown(book, app.today.get()).into_iter().map(|answer| answer_row(answer, speech)).collect();
            match rows.is_empty() {
                true => empty(m.answers.none, m.answers.none_help, main_link("smartphone", m.data, Page::Data)),
                false => all((lead(m.answers.lead), rows_card("answers", m.answers.title, rows))),
            }
        })
    });
    all((heading(m.answers.title), list))
}

/// On the page of a service: what was asked about it and answered.
pub fn answers_about(service: ServiceId) -> El {
    let (app, speech) = (use_app(), use_speech());
    live(move || {
        app.book.with(|book| {
            let about = |answer: &&Sheet| answer.service.as_deref() == Some(service.name());
            let rows: Vec<El> =
                shown(book, app.today.get()).into_iter().filter(about).map(|answer| answer_row(answer, speech)).collect();
            (!rows.is_empty()).then(|| rows_card("answers", speech.m().answers.title, rows))
        })
    })
}

/// What an answer says, line by line: for the page, for paper and for a message. Never who asked.
pub fn lines(answer: &Sheet, today: Date, speech: Speech) -> Vec<String> {
    let m = &speech.m().answers;
    let day = |name: &str| faq::day(answer, name).map(|day| speech.date(day));
    let state = faq::state(answer, today);
    let mut lines = vec![
        faq::answer(answer, speech.locale == Locale::Km).to_owned(),
        joined(&[&office(answer.fact(fact::OFFICE), speech), answer.note(REPLY_BY)]),
    ];
    let law = answer.note(fact::LAW);
    lines.extend((!law.is_empty()).then(|| m.law.with(law)));
    match (day(faq::APPROVED_DAY), faq::expires(answer)) {
        (Some(day), Some(last)) => {
            lines.push(m.approved.with(&day));
            lines.push(if state == faq::State::Expired { m.expired.to_owned() } else { m.until.with(&speech.date(last)) });
        }
        _ => lines.push(m.not_approved.to_owned()),
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Where it came from, when it came from elsewhere.
fn origin(answer: &Sheet, speech: Speech) -> Option<El> {
    let m = &speech.m().answers;
    let from = answer.note(ORIGIN);
    (!from.is_empty()).then(|| all((pair("info", m.origin.with(from)), quiet(m.unchecked))))
}

pub fn answer(id: &str) -> El {
    let (app, speech) = (use_app(), use_speech());
    let m = speech.m();
    let id = SheetId::parse(id);
    live(move || {
        app.book.with(|book| {
            let answer = id.as_ref().and_then(|id| book.sheets.get(id));
            let Some(answer) = answer.filter(|answer| answer.what == What::Faq && !answer.removed.value) else {
                return gone_screen(m.answers.gone, m.answers.none_help, ("book-open", m.answers.title, Page::Answers));
            };
            let line = |words: String| el("p", "paper__text").attr("dir", "auto").with(words);
            let lines: Vec<El> = lines(answer, app.today.get(), speech).into_iter().map(line).collect();
            let service = answer.service.as_deref().and_then(ServiceId::parse).map(service_row);
            all((
                el("div", "unprinted").with(heading(m.answers.title)),
                el("article", "paper").with((el("h2", "paper__title").attr("dir", "auto").with(faq_name(answer, speech)), lines)),
                origin(answer, speech),
                service.map(|row| el("section", "card card--rows unprinted").with(row)),
                el("div", "bar").with(main_button("printer", m.paper.print, move || app.outside().print())),
            ))
        })
    })
}

// ── in her own plan ──

/// Below a question: what somebody who helps her brought back from the office.
pub fn replied(open: Open, id: ItemId) -> El {
    let speech = open.speech;
    let m = &speech.m().answers;
    live(move || {
        let (id, again) = (&id, id.clone());
        let said = open.with(|plan| plan.item(id).and_then(|item| reply_lines(item, speech))).flatten()?;
        let again = button("button button--small button--quiet", "rotate-ccw", m.again, move || {
            open.app.edit_undoable(&open.id(), m.asked_again, |plan, pen| plan.set_done(pen, &again, false));
        });
        let lines = said.into_iter().map(|line| el("p", "other__text").attr("dir", "auto").with(line));
        Some(el("div", "other").with((quiet(m.reply), lines.collect::<Vec<_>>(), again)))
    })
}

/// The answer; who, where, when and how; the law.
fn reply_lines(item: &Item, speech: Speech) -> Option<Vec<String>> {
    let m = speech.m();
    let text = item.note(REPLY);
    let written = match item.fact(REPLY_WRITTEN) {
        "written" => m.meet.written,
        "oral" => m.meet.oral,
        _ => "",
    };
    let day = item.day(REPLY_DAY).map(|day| speech.date(day)).unwrap_or_default();
    let law = Some(item.note(REPLY_LAW)).filter(|law| !law.is_empty()).map(|law| m.answers.law.with(law));
    let lines = [
        text.to_owned(),
        joined(&[&office(item.fact(REPLY_OFFICE), speech), item.note(REPLY_BY), &day, written]),
        law.unwrap_or_default(),
    ];
    (!text.is_empty()).then(|| lines.into_iter().filter(|line| !line.is_empty()).collect())
}
