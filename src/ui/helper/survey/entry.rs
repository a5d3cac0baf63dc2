//! On paper: one page to print, with the numbers of the choices, and typing the sheets in: a tap or a digit for each choice, Enter for the next.

use super::super::super::el::{all, el, live, El};
use super::super::super::form::{area_field, ask_words, chips, choice_words, free, Filling};
use super::super::super::parts::{button, heading, main_button, pair, quiet, with_icon};
use super::super::super::plan::{saved_line, Open};
use super::super::super::print::words_of;
use super::super::super::signal::*;
use super::{back, blank, name, page, words};
use crate::i18n::Speech;
use crate::khmer;
use crate::page::Locale;
use crate::plan::helper::survey::{self, Form, Part, Taken, FREE};
use crate::plan::ItemId;
use crate::platform::{Line, Mark};

/// What stands on paper, in its order; `None`: the question in their own words.
const STEPS: [Option<Part>; 6] =
    [Some(Part::Needs), Some(Part::Hard), Some(Part::Office), None, Some(Part::Reach), Some(Part::Who)];

/// What a step asks.
fn step_words(form: &Form, step: usize, speech: Speech) -> String {
    let question = STEPS.get(step).copied().flatten().map_or(Some(FREE), Part::question);
    question.map_or(speech.m().form.who_title.to_owned(), |question| ask_words(form, question, speech))
}

pub fn entry(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let w = words(speech);
    let filling = RwSignal::new(blank(open));
    let step = RwSignal::new(0usize);
    let typed = RwSignal::new(String::new());
    // Of this sitting, to be taken out again.
    let entered = RwSignal::new(Vec::<ItemId>::new());
    let part = move || STEPS.get(step.get()).copied().flatten();
    let write = move |event| {
        let text = event_target_value(&event);
        typed.set(text.clone());
        let Some(part) = untrack(part) else {
            return filling.update(|filling| filling.answer.question = text);
        };
        let digits = khmer::ascii_digits(&text)
            .bytes()
            .filter_map(|digit| usize::from(digit).checked_sub(usize::from(b'1')))
            .collect::<Vec<_>>();
        filling.update(|filling| {
            let mut answer = filling.answer.clone().with(part, 0).unwrap_or_default();
            for at in digits.into_iter().filter(|at| *at < part.codes().len()) {
                if !answer.has(part, at) {
                    answer.tap(part, at);
                }
            }
            filling.answer = answer;
        });
    };
    let next = move || {
        typed.set(String::new());
        if step.get_untracked() + 1 < STEPS.len() {
            return step.update(|step| *step += 1);
        }
        let answer = filling.with_untracked(|filling| filling.answer.clone());
        if answer.is_empty() {
            step.set(0);
            return app.say(speech.m().form.nothing, None);
        }
        let id = app.outside().random();
        app.edit(&open.id(), |sheet, pen| survey::take(sheet, pen, id, &answer, &mut Taken::default()));
        entered.update(|entered| entered.push(survey::item_id(id)));
        // The next sheet is from the same place.
        let area = survey::Answer::default().with(Part::Area, answer.bits(Part::Area)).unwrap_or_default();
        filling.set(Filling { answer: area, ..Filling::default() });
        step.set(0);
    };
    let undo = move || {
        let last = entered.with_untracked(|entered| entered.last().cloned());
        if let Some(id) = last {
            entered.update(|entered| {
                entered.pop();
            });
            app.edit(&open.id(), |sheet, pen| sheet.remove_item(pen, &id));
            app.say(w.undone, None);
        }
    };
    let submit = move |event: leptos::ev::Event| {
        event.prevent_default();
        next();
    };
    let input =
        el("input", "field__line").attr("type", "text").attr("autocomplete", "off").attr("id", "digits").attr("dir", "auto");
    let mode = move || Some(if part().is_some() { "numeric".into() } else { "text".into() });
    let input = input.live_attr("inputmode", mode).value(move || typed.get()).on("input", write);
    let now = live(move || {
        let form = open.with(survey::form)?;
        let step = step.get();
        let label = [&*speech.number(step + 1), ". ", &step_words(&form, step, speech)].concat();
        Some(el("span", "field__label").attr("dir", "auto").with(label))
    });
    let bar = el("form", "card bar").on("submit", submit).with((
        el("label", "field").with((now, input.attr("aria-describedby", "digits-hint"))),
        with_icon(el("button", "button button--main").attr("type", "submit"), "arrow-right", w.next),
    ));
    let sheet = live(move || {
        let count = entered.with(Vec::len);
        Some((
            pair("file-text", w.sheet.with(&speech.number(count + 1))),
            (count > 0).then(|| button("button button--small", "rotate-ccw", w.undo_last, undo)),
        ))
    });
    let steps = (0..STEPS.len()).map(|at| {
        let class = move || Some(if step.get() == at { "card next".into() } else { "card".into() });
        let title = open.now(|sheet| step_words(&survey::form(sheet), at, speech)).unwrap_or_default();
        let title = [&*speech.number(at + 1), ". ", &title].concat();
        let inside = match STEPS.get(at).copied().flatten() {
            Some(part) => chips(part, filling, true),
            None => free(filling),
        };
        el("fieldset", "").live_attr("class", class).with((el("legend", "card__title").attr("dir", "auto").with(title), inside))
    });
    all((
        heading(w.entry),
        quiet(w.entry_hint).attr("id", "digits-hint"),
        saved_line(open),
        el("div", "").attr("role", "status").with(sheet),
        el("section", "card").with(area_field(filling)),
        steps.collect::<Vec<_>>(),
        back(open),
        bar,
    ))
}

// ── to print ──

pub fn paper(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let w = words(speech);
    let asked = app.route.with_untracked(|route| route.query("l").and_then(Locale::parse));
    let locale = asked.unwrap_or(speech.locale);
    let on_paper = Speech { locale, ..speech };
    let choices = Locale::ALL.into_iter().zip(speech.m().paper.languages).map(|(one, words)| {
        let href = [&*page(&open.id()).href(speech.locale), "?at=paper&l=", one.code()].concat();
        let link = el("a", "chip").attr("href", href);
        link.attr_if("aria-current", (one == locale).then_some("true")).with(words)
    });
    let choices = choices.collect::<Vec<_>>();
    let lines = live(move || open.with(|sheet| sheet_of(&survey::form(sheet), &name(sheet, on_paper), on_paper)));
    all((
        el("div", "unprinted").with((
            heading(w.paper),
            el("nav", "actions").attr("aria-label", speech.m().paper.language).with(choices),
            back(open),
        )),
        el("article", "paper").attr("lang", locale.code()).with(lines),
        el("div", "bar").with(main_button("printer", speech.m().paper.print, move || app.outside().print())),
    ))
}

/// One page: the numbers are those that are typed in.
fn sheet_of(form: &Form, name: &str, speech: Speech) -> El {
    let w = words(speech);
    let mut lines: Vec<Line> = Vec::new();
    let mut put = |mark: Mark, text: String| lines.push(Line { mark, text });
    for (step, part) in STEPS.into_iter().enumerate() {
        put(Mark::Head, [&*speech.number(step + 1), ". ", &step_words(form, step, speech)].concat());
        match part {
            Some(part) => {
                for at in 0..part.codes().len() {
                    put(Mark::Open, [&*speech.number(at + 1), ". ", &choice_words(part, at, speech)].concat());
                }
            }
            None => (0..3).for_each(|_| put(Mark::Rule, String::new())),
        }
    }
    put(Mark::Head, speech.m().form.area_title.to_owned());
    put(Mark::Rule, String::new());
    let line = |mark, text: &str| words_of(&Line { mark, text: text.to_owned() });
    all((
        line(Mark::Title, name),
        line(Mark::Quiet, w.paper_intro),
        el("div", "paper__columns").with(lines.iter().map(words_of).collect::<Vec<_>>()),
        el("div", "paper__foot").with(line(Mark::Foot, speech.m().form.no_number)),
    ))
}
