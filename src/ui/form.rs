//! Five questions that a helper asks, to be answered on this phone: opened by a link or a code, answered by tapping, sent back as a line of
//! letters or a code. Nothing of the answers is kept.

use super::el::{all, el, live, El};
use super::parts::{button, card, drawing, heading, lead, main_button, quiet};
use super::qr;
use super::send::sender;
use super::signal::*;
use super::state::{use_app, use_speech};
use crate::i18n::Speech;
use crate::kb::{AimId, AuthorityId};
use crate::plan::form::{Answer, Form, Part, LONGEST, QUESTIONS};
use crate::saved::survey::{answer_text, read_form, FORM};
use crate::saved::FORM_KEY;
use std::sync::Arc;

/// What is being answered; lives as long as the page.
#[derive(Clone, Default)]
pub struct Filling {
    pub form: Option<Form>,
    pub answer: Answer,
    /// The name of the answer, from when it was first given.
    pub id: Option<u64>,
    /// It is given, and not being changed.
    pub is_given: bool,
}

/// What a choice says.
pub fn choice_words(part: Part, at: usize, speech: Speech) -> String {
    let w = &speech.m().form;
    let code = part.codes().get(at).copied().unwrap_or_default();
    let own = |words: &[&'static str]| words.get(at).copied().unwrap_or_default().to_owned();
    match part {
        Part::Needs => AimId::parse(code).map_or(w.other_need.to_owned(), |aim| speech.text(aim.get().title).into_owned()),
        Part::Hard => own(&w.hard),
        Part::Office => {
            AuthorityId::parse(code).map_or(w.other_office.to_owned(), |office| speech.text(office.get().name).into_owned())
        }
        Part::Reach => own(&w.reach),
        Part::Area => own(&w.areas),
        Part::Who => own(&w.who),
    }
}

/// What a part asks; of the form, in whose words the helper chose.
pub fn ask_words(form: &Form, question: usize, speech: Speech) -> String {
    match form.asks.get(question) {
        Some((wording, own)) if own.is_empty() => {
            let bank = speech.m().form.asks.get(question);
            bank.and_then(|bank| bank.get(usize::from(*wording))).copied().unwrap_or_default().to_owned()
        }
        Some((_, own)) => own.clone(),
        None => String::new(),
    }
}

/// The choices of a part, to be tapped; with the digits that stand on paper.
pub fn chips(part: Part, filling: RwSignal<Filling>, numbered: bool) -> El {
    let speech = use_speech();
    let chip = |at: usize| {
        let words = choice_words(part, at, speech);
        let words = if numbered { [&*speech.number(at + 1), ". ", &words].concat() } else { words };
        el("button", "chip")
            .attr("type", "button")
            .live_attr("aria-pressed", move || Some(filling.with(|filling| filling.answer.has(part, at)).to_string().into()))
            .tap(move || filling.update(|filling| filling.answer.tap(part, at)))
            .with(words)
    };
    el("div", "chips").with((0..part.codes().len()).map(chip).collect::<Vec<_>>())
}

/// The whole form.
pub fn questions(form: &Form, filling: RwSignal<Filling>) -> El {
    let speech = use_speech();
    let w = &speech.m().form;
    let group = |words: String, inside: El| {
        el("fieldset", "card").with((el("legend", "card__title").attr("dir", "auto").with(words), inside))
    };
    let one = |question: usize| {
        let part = Part::ALL.into_iter().find(|part| part.question() == Some(question));
        let inside = match part {
            None => all(free(filling)),
            Some(part) => all((
                (part == Part::Needs).then(|| quiet(w.several)),
                chips(part, filling, false),
                (part == Part::Reach).then(|| quiet(w.no_number)),
            )),
        };
        group(ask_words(form, question, speech), inside)
    };
    all((
        quiet(w.may_skip),
        (0..QUESTIONS).map(one).collect::<Vec<_>>(),
        group(w.who_title.to_owned(), chips(Part::Who, filling, false)),
        el("section", "card").with(area_field(filling)),
    ))
}

/// Her own question.
pub fn free(filling: RwSignal<Filling>) -> El {
    let w = &use_speech().m().form;
    let area = el("textarea", "field__text").attr("rows", "2").attr("dir", "auto").attr("maxlength", LONGEST.to_string());
    let area = area
        .value(move || filling.with(|filling| filling.answer.question.clone()))
        .on("input", move |event| filling.update(|filling| filling.answer.question = event_target_value(&event)));
    el("label", "field").with((el("span", "field__label").with(w.write), area))
}

/// The province, from a list.
pub fn area_field(filling: RwSignal<Filling>) -> El {
    let speech = use_speech();
    let w = &speech.m().form;
    let chosen = move |at: usize| filling.with(|filling| filling.answer.has(Part::Area, at)).then_some("");
    let options = live(move || {
        let one = |at: usize| {
            let value = (at + 1).to_string();
            el("option", "").attr("value", value).attr_if("selected", chosen(at)).with(choice_words(Part::Area, at, speech))
        };
        let none = el("option", "").attr("value", "0").with(w.not_said);
        all((none, (0..Part::Area.codes().len()).map(one).collect::<Vec<_>>()))
    });
    let write = move |event| {
        let bits = event_target_value(&event).parse::<u32>().ok().and_then(|at| at.checked_sub(1)).map_or(0, |at| 1 << at);
        filling.update(|filling| {
            if let Some(answer) = filling.answer.clone().with(Part::Area, bits) {
                filling.answer = answer;
            }
        });
    };
    let select = el("select", "field__line").on("change", write).with(options);
    el("label", "field").with((el("span", "field__label").with(w.area_title), select))
}

pub fn form() -> El {
    let app = use_app();
    let speech = use_speech();
    let w = &speech.m().form;
    let filling = app.filling;
    let fragment = app.outside().take_fragment();
    let code = fragment.strip_prefix(FORM);
    let form = read_form(code.unwrap_or(&app.store().read_small(FORM_KEY)));
    let Some(form) = form else {
        return all((heading(w.title), lead(if code.is_some() { w.damaged } else { w.none })));
    };
    if let Some(code) = code {
        app.store().keep_small(FORM_KEY, code);
    }
    if filling.with_untracked(|filling| filling.form.as_ref() != Some(&form)) {
        filling.set(Filling { form: Some(form.clone()), ..Filling::default() });
    }
    let given = memo(move || filling.with(|filling| filling.id.filter(|_| filling.is_given)));
    let done = move || {
        if filling.with_untracked(|filling| filling.answer.is_empty()) {
            return app.say(w.nothing, None);
        }
        filling.update(|filling| {
            filling.id.get_or_insert_with(|| app.outside().random());
            filling.is_given = true;
        });
        app.focus("title");
    };
    let title = if form.title.is_empty() { w.title.to_owned() } else { form.title.clone() };
    live(move || match given.get() {
        None => {
            all((heading(title.clone()), questions(&form, filling), el("div", "bar").with(main_button("check", w.done, done))))
        }
        Some(id) => sending(filling, &form, id),
    })
}

/// The way back to whoever asked.
fn sending(filling: RwSignal<Filling>, form: &Form, id: u64) -> El {
    let app = use_app();
    let w = &use_speech().m().form;
    let text = filling.with_untracked(|filling| answer_text(&form.survey, id, &filling.answer));
    let code = qr::screen_code(&text);
    let picture = (code.size > 0).then(|| el("div", "code").with(drawing(code.size, code.path)));
    let shown = text.clone();
    let fresh = move || {
        filling.update(|filling| *filling = Filling { form: filling.form.take(), ..Filling::default() });
        app.focus("title");
    };
    // Under the same name, so that it is one answer, however often it is sent.
    let change = move || filling.update(|filling| filling.is_given = false);
    all((
        heading(w.send),
        lead(w.send_hint),
        card(
            "answer",
            w.title,
            (el("p", "letter").attr("lang", "en").with(shown), sender(Arc::new(move || text.clone()), None), picture),
        ),
        button("button button--wide", "pencil", w.change, change),
        button("button button--wide button--quiet", "user-plus", w.somebody_else, fresh),
    ))
}
