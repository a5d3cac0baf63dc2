//! One question about her business, one tap.

use super::super::changed::rely_again;
use super::super::el::{all, el, El, Words};
use super::super::parts::{heading, icon, lead, listed, quiet, with_icon};
use super::super::plan::Open;
use super::super::progress::progress;
use super::super::state::{use_app, use_speech};
use crate::kb;
use crate::page::Page;
use crate::plan::business::{change, Profile, Said};

/// The address with these answers; `again`: one question once more.
fn address(profile: &Profile, again: Option<usize>) -> String {
    let mut address = Page::Duties.href(use_speech().locale);
    address += "?a=";
    address += &profile.write();
    if let Some(at) = again {
        address += "&q=";
        address += &at.to_string();
    }
    address
}

/// The question at this place; `of`: the business it is about, where there is one.
pub(super) fn question(profile: Profile, at: usize, of: Option<Open>) -> El {
    let speech = use_speech();
    let m = speech.m();
    let asked = kb::profile().get(at);
    let path = profile.path();
    let place = path.iter().position(|other| *other == at).unwrap_or(0);
    let options = asked.map_or(&[][..], |question| question.options.all());
    let mut rows: Vec<El> = options
        .iter()
        .enumerate()
        .map(|(option, words)| choice(&profile, at, Said::Is(option as u8), speech.text(words.text), of))
        .collect();
    rows.push(choice(&profile, at, Said::Unsure, m.not_sure.into(), of));
    let words = asked.map_or(Words::default(), |question| speech.text(question.text));
    let list = el("ul", "choices").with(listed(rows));
    if of.is_some() {
        return all((heading(words), list));
    }
    let before = place.checked_sub(1).and_then(|before| path.get(before)).map(|before| address(&profile, Some(*before)));
    let first = place == 0;
    let count = m.question_of.with(&speech.number(place + 1), &speech.number(path.len()));
    all((
        progress(place, path.len(), count),
        heading(words),
        first.then(|| lead(m.duties.why.with(&speech.number(kb::profile().len())))),
        list,
        before.map(|href| with_icon(el("a", "button button--quiet").attr("href", href), "arrow-left", m.previous_question)),
        quiet(if first { m.duties_note } else { m.change_any_time }),
    ))
}

/// An answer: it leads to the next question; the last one makes the business; of a business that is there, it changes it.
fn choice(profile: &Profile, at: usize, said: Said, words: Words, of: Option<Open>) -> El {
    let app = use_app();
    let here = profile.get(at) == said;
    let then = profile.with(at, said);
    let tapped = || el("button", "choice").attr("type", "button");
    let choice = match of {
        Some(open) => tapped().tap(move || {
            app.go_instead(Page::Business(open.id().as_str().to_owned()));
            let changed = open.speech.m().duties.answer_changed;
            app.edit_undoable(&open.id(), changed, |business, pen| {
                change(business, pen, at, said);
                rely_again(business, pen, open.speech)
            });
        }),
        None if then.next().is_none() => tapped().tap(move || app.make_business(&then)),
        None => el("a", "choice").attr("href", address(&then, None)),
    };
    let picture = if said == Said::Unsure { "circle-question-mark" } else { "circle" };
    with_icon(choice.attr_if("aria-current", here.then_some("true")), picture, words).with(here.then(|| icon("check")))
}
