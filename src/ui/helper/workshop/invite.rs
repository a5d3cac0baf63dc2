//! The invitation: a formal letter to the director that asks for a speaker, the day to ask again, and what they answered; later the letter
//! of thanks. Both are letters as she writes them elsewhere; what the workshop knows stands in their blanks.

use super::super::super::el::{all, el, live, El};
use super::super::super::parts::{button, icon, main_button, pair, quiet};
use super::super::super::plan::Open;
use super::super::super::reach::office_choice;
use super::super::super::signal::*;
use super::super::fields::{fact_of, only_of, section, Fact};
use super::paper::topic;
use crate::dates::Date;
use crate::i18n::Speech;
use crate::page::{Locale, Page};
use crate::plan::helper::workshop::{letter, INVITATION, REPLIES, THANKS};
use crate::plan::{fact, written, Field, Sheet, SheetId, What};
use std::rc::Rc;

/// The sentence of an invitation that asks to speak and to answer questions (content/phrases/invite.toml).
const SPEAK: u8 = 9;
/// Days before the workshop by which an answer is asked for.
const ANSWER: i32 = -7;
/// Days after which to ask again, as the buttons say.
const AGAIN: [i32; 3] = [3, 7, 14];

pub fn invite(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let w = &speech.h().workshop;
    let write = live(move || {
        let sent = open.with(|sheet| app.book.with(|book| letter(book, sheet, fact::LETTER).map(written::sent)))?;
        let words = if sent.is_some() { w.open_letter } else { w.invite };
        let state = sent.map(|sent| match sent {
            Some(day) => pair("circle-check", w.sent_on.with(&speech.date(day))),
            None => quiet(w.not_sent),
        });
        Some(all((main_button("mail", words, move || write(open, fact::LETTER, "invite")), state)))
    });
    let follow = AGAIN.into_iter().zip(w.in_days).map(|(days, words)| {
        button("button button--small", "calendar-clock", words, move || {
            let day = app.today.get_untracked().plus_days(days);
            app.edit(&open.id(), |sheet, pen| sheet.set_deadline(pen, Some(day)));
        })
    });
    let shown = move || open.with(|sheet| sheet.deadline.value.map(|day| day.to_string())).flatten().unwrap_or_default();
    let set = move |event| {
        let day = Date::parse(&event_target_value(&event));
        app.edit(&open.id(), |sheet, pen| sheet.set_deadline(pen, day));
    };
    let day = el("input", "field__day").attr("type", "date").attr("autocomplete", "off").value(shown).on("change", set);
    let day = el("label", "field").with((el("span", "field__label").with(w.follow), day));
    // With an answer there is nothing to ask again.
    let replied = Fact {
        say: Rc::new(move |value| {
            app.edit(&open.id(), |sheet, pen| {
                if !matches!(value, "" | "none") {
                    sheet.set_deadline(pen, None);
                }
                sheet.set_fact(pen, INVITATION, value)
            });
        }),
        ..fact_of(open, INVITATION)
    };
    all((
        section(w.director, (quiet(w.director_hint), office_choice(open), write)),
        section(w.follow, (quiet(w.follow_hint), el("div", "actions").with(follow.collect::<Vec<_>>()), day)),
        section(w.replied, only_of(w.replied, replied, REPLIES, &w.replies)),
    ))
}

/// The letter of thanks, after it.
pub fn thank(open: Open) -> El {
    let w = &open.speech.h().workshop;
    let write = move || write(open, THANKS, "thank");
    el("button", "button button--wide").attr("type", "button").tap(write).with((icon("hand-heart"), el("span", "").with(w.thank)))
}

/// Opens the letter that was begun, or begins it. As long as it was not sent, what the workshop knows fills its blanks.
fn write(open: Open, name: &'static str, purpose: &str) {
    let app = open.app;
    let begun =
        open.now(|sheet| app.book.with_untracked(|book| letter(book, sheet, name).map(|letter| letter.id.clone()))).flatten();
    let id = begun.unwrap_or_else(|| {
        let id = SheetId::from_random(app.outside().random());
        app.add_sheet(Sheet::blank(What::Letter, id.clone(), &app.pen()));
        app.edit(&id, |letter, pen| {
            // It is the helper's own, whomever she helps just now.
            letter.set_fact(pen, fact::FOR, "");
            letter.set_fact(pen, fact::PURPOSE, purpose);
            letter.set_fact(pen, fact::HOW, "letter");
            if purpose == "invite" {
                written::choose(letter, pen, SPEAK, true);
            }
        });
        app.edit(&open.id(), |sheet, pen| sheet.set_fact(pen, name, id.as_str()));
        id
    });
    fill(open, &id);
    app.go(Page::MyLetter(id.as_str().to_owned()));
}

/// Fills the blanks of a letter that was not sent yet.
fn fill(open: Open, id: &SheetId) {
    let Some(sheet) = open.now(Sheet::clone) else { return };
    let app = open.app;
    let today = app.today.get_untracked();
    app.edit(id, |letter, pen| {
        if written::sent(letter).is_some() {
            return false;
        }
        let speech = Speech { locale: Locale::parse(letter.fact(fact::SPEAKS)).unwrap_or(Locale::Km), ..open.speech };
        let day = Date::parse(sheet.fact(fact::DAY));
        let by = day.map(|day| day.plus_days(ANSWER)).filter(|by| *by > today);
        let iso = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        letter.set_fact(pen, fact::OFFICE, sheet.fact(fact::OFFICE));
        if letter.set_fact(pen, &written::blank("day"), &iso(day)) {
            letter.set_fact(pen, &written::blank("answer-by"), &iso(by));
        }
        let about = topic(&sheet, speech);
        let event = speech.h().workshop.event.with(&about);
        let time = speech.digits(sheet.fact(fact::TIME));
        for (name, words) in [("event", &*event), ("topic", &*about), ("time", &*time), ("place", sheet.note(fact::PLACE))] {
            // What she changed in the letter stands.
            if written::filled(letter, name).is_empty() {
                letter.write(pen, &Field::Note(written::blank(name)), words);
            }
        }
        true
    });
}
