//! Before the meeting: what for, what to ask, when, and the message ahead.

use super::super::compose::{send_card, Letter};
use super::super::edit::words_editor;
use super::super::el::{all, el, live, live_text, El};
use super::super::parts::{button, card, fold, heading, icon, listed, option, quiet, small_title, with_icon};
use super::super::plan::Open;
use super::super::plans::{item_words, plan_name};
use super::super::progress::guide_row;
use super::super::signal::*;
use super::{age, link_bar, Held};
use crate::i18n::words::meet::Meet;
use crate::i18n::words::With1;
use crate::kb::GuideId;
use crate::page::Page;
use crate::plan::meeting::PURPOSES;
use crate::plan::{alike, fact, Field, How, Item, ItemId, List};

pub fn before(held: Held) -> El {
    let (open, m) = (held.open, held.m());
    let common = open.speech.m();
    let plan = move || open.with(|plan| plan_name(plan, open.speech)).unwrap_or_default();
    let delete = move || {
        open.app.go(Page::Plan(open.id().as_str().to_owned()));
        open.app.edit_undoable(&open.id(), common.removed, |plan, pen| held.id.with_value(|id| plan.remove_item(pen, id)));
    };
    let papers = move || {
        let undone = open.with(|plan| {
            let papers = plan.visible(List::Document).into_iter().filter(|paper| !paper.done.value);
            papers.map(|paper| item_words(plan, paper, open.speech)).collect::<Vec<_>>()
        });
        let rows: Vec<El> = undone
            .unwrap_or_default()
            .into_iter()
            .map(|paper| el("li", "").with((icon("file-text"), el("span", "").with(paper))))
            .collect();
        (!rows.is_empty()).then(|| card("bring", m.bring, el("ul", "papers").with(rows)))
    };
    all((
        heading(m.meeting),
        el("p", "quiet").attr("dir", "auto").with(live_text(plan)),
        card("purpose", m.purpose, purpose(held)),
        card("agenda", m.agenda, agenda(held)),
        card("when", m.when, when(held)),
        send_card(held, Letter::Ahead),
        live(papers),
        fold(m.etiquette, (manners(m), GuideId::parse("etiquette").map(|id| guide_row(id, &Default::default())))),
        button("button button--quiet", "trash-2", m.delete_meeting, delete),
        bar(held),
    ))
}

fn manners(m: &'static Meet) -> El {
    el("ul", "bullets").with(m.manners.map(|words| el("li", "").with(words)))
}

/// The one thing to do now.
fn bar(held: Held) -> El {
    let m = held.m();
    let ready = memo(move || held.read(|plan, _| plan.agenda(&held.id()).is_empty()) == Some(false));
    let done = memo(move || held.read(|_, item| item.is_held()) == Some(true));
    el("div", "bar").with(live(move || match (done.get(), ready.get()) {
        (true, _) => link_bar("arrow-right", m.after, held.address("?after=1")),
        (false, true) => link_bar("message-circle-question-mark", m.start, held.address("?q=1")),
        (false, false) => link_bar("arrow-right", m.held, held.address("?after=1")),
    }))
}

fn purpose(held: Held) -> (El, El, El) {
    let (open, m) = (held.open, held.m());
    let empty = memo(move || held.read(|_, item| item.has_purpose()) == Some(false));
    let choices = live(move || {
        let about = open.with(|plan| plan_name(plan, open.speech)).filter(|_| empty.get())?;
        let choice = |(code, words): (&'static str, With1)| {
            let tap = move || held.set(fact::PURPOSE, code);
            with_icon(el("button", "choice").attr("type", "button").tap(tap), "plus", words.with(&about))
        };
        let choices: Vec<El> = PURPOSES.into_iter().zip(m.purposes).map(choice).collect();
        Some(el("ul", "choices").with(listed(choices)))
    });
    let given = move || held.read(|plan, item| item_words(plan, item, open.speech)).unwrap_or_default();
    (quiet(m.purpose_hint), choices, words_editor(open, Field::Item(held.id()), m.purpose, given))
}

/// Day, time, place, how, with whom.
fn when(held: Held) -> (El, El, El, El, El) {
    let (open, m) = (held.open, held.m());
    let input = |kind: &'static str, label: &'static str, name: &'static str| {
        let write = move |event| held.set(name, &event_target_value(&event));
        let input = el("input", "field__day")
            .attr("type", kind)
            .attr("autocomplete", "off")
            .value(move || held.fact(name))
            .on("change", write);
        el("label", "field").with((el("span", "field__label").with(label), input))
    };
    let hows = How::ALL.into_iter().zip(m.hows).map(|(how, words)| {
        option("how", words, move || held.fact(fact::HOW) == how.code(), move || held.set(fact::HOW, how.code()))
    });
    let people = live(move || {
        let known = open.app.book.with(|book| {
            let people = book.people().filter(|person| !person.removed.value);
            people.map(|person| (person.id.as_str().to_owned(), person.title.current().to_owned())).collect::<Vec<_>>()
        });
        let nobody = (String::new(), m.nobody_yet.to_owned());
        let one = |(id, name): (String, String)| {
            let (mine, chosen) = (id.clone(), id);
            option("person", name, move || held.fact(fact::PERSON) == mine, move || held.set(fact::PERSON, &chosen))
        };
        let rows: Vec<El> = known.into_iter().chain([nobody]).map(one).collect();
        (rows.len() > 1).then(|| el("fieldset", "").with((el("legend", "small-title").with(m.with_whom), rows)))
    });
    let save = move || {
        super::super::calendar::save_meeting(open.app, &open.id(), &held.id());
    };
    let calendar = live(move || {
        (!held.fact(fact::DAY).is_empty())
            .then(|| button("button button--small", "calendar-days", open.speech.m().paper.save_all, save))
    });
    (
        el("div", "pair-fields").with((input("date", m.day, fact::DAY), input("time", m.time, fact::TIME))),
        words_editor(open, Field::ItemNote(held.id(), fact::PLACE.to_owned()), m.place, String::new),
        el("fieldset", "").with((el("legend", "small-title").with(m.how), hows.collect::<Vec<_>>())),
        people,
        calendar,
    )
}

/// The questions of this meeting, and those that wait.
fn agenda(held: Held) -> (El, El) {
    let (open, m) = (held.open, held.m());
    let put = move |question: ItemId, on: bool| {
        let done = open.app.edit(&open.id(), |plan, pen| held.id.with_value(|id| plan.put_on_agenda(pen, &question, id, on)));
        if done == Some(false) {
            open.app.say(m.agenda_full, None);
        }
    };
    let lists = live(move || {
        held.read(|plan, meeting| {
            let line = |question: &Item, on: bool| {
                let id = question.id.clone();
                let (picture, words) = if on { ("x", m.off) } else { ("plus", m.on) };
                el("li", "agenda__line").with((
                    el("span", "agenda__words").with((
                        el("span", "").attr("dir", "auto").with(item_words(plan, question, open.speech)),
                        age(plan, question, open.speech).map(quiet),
                    )),
                    button("button button--small", picture, words, move || put(id.clone(), !on)),
                ))
            };
            let on: Vec<El> = plan.agenda(&meeting.id).into_iter().map(|question| line(question, true)).collect();
            let off: Vec<El> = plan.waiting_questions().into_iter().map(|question| line(question, false)).collect();
            let waiting = (!off.is_empty()).then(|| (small_title(m.waiting), el("ul", "agenda").with(off)));
            (el("ol", "agenda").with(on), waiting)
        })
    });
    let alike = live(move || alike_pair(open).map(|pair| alike_card(open, pair)));
    (all((quiet(m.agenda_hint), lists)), alike)
}

/// Two open questions that ask nearly the same.
fn alike_pair(open: Open) -> Option<[(ItemId, String); 2]> {
    open.with(|plan| {
        let questions = plan.visible(List::Question).into_iter().filter(|question| !question.done.value);
        let worded: Vec<(ItemId, String)> = questions.map(|q| (q.id.clone(), item_words(plan, q, open.speech))).collect();
        let mut pairs = worded.iter().enumerate().flat_map(|(at, a)| worded.iter().skip(at + 1).map(move |b| (a, b)));
        pairs.find(|(a, b)| alike(&a.1, &b.1)).map(|(a, b)| [a.clone(), b.clone()])
    })
    .flatten()
}

fn alike_card(open: Open, [first, second]: [(ItemId, String); 2]) -> El {
    let m = &open.speech.m().meet;
    let drop = move || {
        let gone = second.0.clone();
        open.app.edit_undoable(&open.id(), open.speech.m().removed, |plan, pen| plan.remove_item(pen, &gone));
    };
    let line = |words: String| el("li", "").attr("dir", "auto").with(words);
    el("div", "other").with((
        quiet(m.alike),
        el("ul", "bullets").with((line(first.1), line(second.1.clone()))),
        button("button button--small", "check", m.keep_first, drop),
    ))
}
