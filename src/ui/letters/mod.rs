//! Letters and messages she writes: formal sentences chosen by tapping, filled from her plan, to send, copy, print or show. The text is
//! composed whenever it is shown; when she changes its words, hers stand.

mod case;
mod known;

use super::complain::log_letter;
use super::edit::{given_line_editor, words_editor};
use super::el::{all, el, live, El, Words};
use super::ended::ended;
use super::parts::{
    button, card, care, fold, gone_screen, heading, icon, lead, listed, main_button, option, own_row, pair, quiet, row, rows_card,
};
use super::plan::{saved_line, Open};
use super::plans::plan_name;
use super::send::sender;
use super::sheets::sheet_name;
use super::show::show_button;
use super::signal::*;
use super::state::{use_app, use_speech};
use crate::i18n::Speech;
use crate::kb::compose::{choices, Form, Paragraph, BLANKS};
use crate::kb::{Place, PurposeId, Text};
use crate::page::{Locale, Page};
use crate::plan::written;
use crate::plan::{fact, Book, Field, Sheet, SheetId, What};
pub use known::to_show;
use known::{chosen, composed, day_from_plan, known, shown_text};
use std::sync::Arc;

/// What a letter can be for, and the letters she has written.
pub fn write() -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().compose;
    let purposes: Vec<El> = PurposeId::all().map(|purpose| write_row(purpose, None)).collect();
    let mine = live(move || {
        app.book.with(|book| {
            let rows: Vec<El> = written::all(book).into_iter().map(|letter| letter_row(letter, book, speech)).collect();
            (!rows.is_empty()).then(|| rows_card("mine", m.mine, rows))
        })
    });
    all((
        heading(m.write),
        lead(m.write_hint),
        mine,
        el("section", "card card--rows").with(el("ul", "rows").with(listed(purposes))),
    ))
}

/// From a plan: a letter for any of these.
pub fn for_this_plan(open: Open) -> El {
    let purposes: Vec<El> = PurposeId::all().map(|purpose| write_row(purpose, Some(open.id()))).collect();
    fold(open.speech.m().compose.write, el("ul", "rows").with(listed(purposes)))
}

/// A row that begins a letter, or goes on with the one that was begun.
pub fn write_row(purpose: PurposeId, plan: Option<SheetId>) -> El {
    let app = use_app();
    let speech = use_speech();
    let entry = purpose.get();
    let words = el("span", "row__words")
        .with((el("span", "row__name").with(speech.text(entry.title)), el("span", "row__below").with(speech.text(entry.hint))));
    let tap = move || app.write_letter(purpose.name(), plan.as_ref());
    el("button", "row").attr("type", "button").tap(tap).with((icon(entry.icon.str()), words, icon("chevron-right")))
}

fn letter_row(letter: &Sheet, book: &Book, speech: Speech) -> El {
    let name = PurposeId::parse(written::purpose(letter))
        .map_or_else(String::new, |purpose| speech.text(purpose.get().title).into_owned());
    let of = written::case(letter).or_else(|| written::plan(letter));
    let plan = of.and_then(|id| book.sheets.get(&id)).filter(|sheet| !sheet.removed.value).map(|sheet| sheet_name(sheet, speech));
    let sent = written::sent(letter).map(|day| speech.m().compose.sent_on.with(&speech.date(day)));
    own_row(Page::MyLetter(letter.id.as_str().to_owned()), "mail", name, plan.unwrap_or_default(), sent)
}

/// The name of a letter of hers.
pub fn letter_name(letter: &Sheet, speech: Speech) -> String {
    PurposeId::parse(written::purpose(letter))
        .map_or_else(|| speech.m().compose.write.to_owned(), |purpose| speech.text(purpose.get().title).into_owned())
}

/// Before anything that could expose a person.
pub fn care_first(speech: Speech) -> El {
    let m = &speech.m().compose;
    card(
        "care",
        m.care,
        (
            care("triangle-alert", m.care_more),
            el("a", "button button--wide")
                .attr("href", Page::Offices.href(speech.locale))
                .with((icon("users"), el("span", "").with(speech.m().person.ask_organization))),
        ),
    )
}

pub fn my_letter(id: &str) -> El {
    let speech = use_speech();
    let m = &speech.m().compose;
    let gone = move || gone_screen(m.gone, speech.m().gone_help, ("mail", m.write, Page::Write));
    let Some(id) = SheetId::parse(id) else { return gone() };
    let open = Open::new(use_app(), speech, id, What::Letter);
    let purpose = open.now(|letter| PurposeId::parse(written::purpose(letter))).flatten();
    let here = memo(move || open.plan.with(Option::is_some));
    live(move || match purpose {
        Some(purpose) if here.get() => screen(open, purpose),
        _ => gone(),
    })
}

/// The language of the letter as she chose it; officials read Khmer.
fn language(letter: &Sheet) -> Locale {
    Locale::parse(letter.fact(fact::SPEAKS)).unwrap_or(Locale::Km)
}

fn form(letter: &Sheet) -> Form {
    if letter.fact(fact::HOW) == "letter" {
        Form::Letter
    } else {
        Form::Message
    }
}

fn screen(open: Open, purpose: PurposeId) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().compose;
    let entry = purpose.get();
    let text = memo(move || {
        open.with(|letter| app.book.with(|book| shown_text(letter, book, purpose, language(letter), speech))).unwrap_or_default()
    });
    let preview = live(move || {
        let language = open.with(language).unwrap_or_default();
        el("p", "letter").attr("dir", "auto").attr("lang", language.code()).with(text.get())
    });
    let other = live(move || {
        let language = open.with(language).unwrap_or_default().other();
        let words = open.with(|letter| app.book.with(|book| shown_text(letter, book, purpose, language, speech)))?;
        Some(el("p", "letter").attr("dir", "auto").attr("lang", language.code()).with(words))
    });
    let languages = Locale::ALL.into_iter().zip(speech.m().meet.languages).map(|(locale, words)| {
        let chosen = move || open.with(language) == Some(locale);
        option("language", words, chosen, move || say(open, fact::SPEAKS, locale.code()))
    });
    let forms = Form::ALL.into_iter().zip(m.forms).map(|(one, words)| {
        let code = if one == Form::Letter { "letter" } else { "message" };
        option("form", words, move || open.with(form) == Some(one), move || say(open, fact::HOW, code))
    });
    let large = move || open.now(|letter| app.book.with_untracked(|book| to_show(letter, book, purpose, speech)));
    let delete = move || {
        let id = open.id();
        app.go(Page::Write);
        app.edit_undoable(&id, m.deleted, |letter, pen| letter.set_removed(pen, true));
    };
    let paper = live(move || {
        (open.with(form) == Some(Form::Letter))
            .then(|| row(Page::LetterPaper(open.id().as_str().to_owned()), Some("printer"), m.print, None))
    });
    let sent = live(move || match open.with(written::sent).flatten() {
        Some(day) => {
            card("ended", speech.m().complain.ended, (pair("circle-check", m.sent_on.with(&speech.date(day))), ended(open)))
        }
        None => el("div", "bar")
            .with(main_button("check", m.sent, move || say(open, fact::SENT, &app.today.get_untracked().to_string()))),
    });
    all((
        heading(speech.text(entry.title)),
        saved_line(open),
        entry.safety.then(|| care_first(speech)),
        log_letter(open),
        for_plan(open),
        card("fill", m.fill, (quiet(m.fill_hint), fields(open, purpose))),
        card(
            "text",
            m.text,
            (
                el("div", "pair-fields").attr("role", "group").attr("aria-label", m.text).with(languages.collect::<Vec<_>>()),
                el("div", "pair-fields").attr("role", "group").attr("aria-label", m.form).with(forms.collect::<Vec<_>>()),
                preview,
                el("details", "why").with((el("summary", "").with(speech.m().other_language_text), other)),
            ),
        ),
        adding(open, purpose),
        card(
            "send",
            m.form,
            (sender(Arc::new(move || text.get_untracked()), None), show_button(move || large().unwrap_or_default()), paper),
        ),
        own_words(open, text),
        button("button button--wide button--quiet", "trash-2", m.delete, delete),
        sent,
    ))
}

fn say(open: Open, name: &str, value: &str) {
    open.app.edit(&open.id(), |letter, pen| letter.set_fact(pen, name, value));
}

/// Which plan it is for; what is known there fills the blanks.
fn for_plan(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().compose;
    let chosen = memo(move || open.with(written::plan).flatten());
    let plans = app.book.with_untracked(|book| book.plans().any(|plan| plan.is_open()));
    live(move || {
        let name = chosen.get().and_then(|id| app.book.with(|book| book.sheets.get(&id).map(|plan| plan_name(plan, speech))));
        plans.then(|| {
            let options = app.book.with_untracked(|book| {
                let open_plans = book.plans().filter(|plan| plan.is_open()).take(30);
                let rows: Vec<El> = open_plans
                    .map(|plan| {
                        let id = plan.id.clone();
                        let is = id.clone();
                        option(
                            "plan",
                            plan_name(plan, speech),
                            move || chosen.get().as_ref() == Some(&is),
                            move || say(open, fact::PLAN, id.as_str()),
                        )
                    })
                    .collect();
                rows
            });
            let none = option("plan", m.no_plan, move || chosen.get().is_none(), move || say(open, fact::PLAN, ""));
            let title: Words = match &name {
                Some(name) => [m.for_plan, " ", name].concat().into(),
                None => m.for_plan.into(),
            };
            fold(title, el("fieldset", "").with((options, none))).key("plan")
        })
    })
}

/// Around the letter stand these too, whatever it is for.
const ALWAYS: [&str; 4] = ["me", "business", "phone", "from-place"];
/// Blanks of more than a few words.
const LONG: [&str; 9] = ["said", "point", "wish", "topic", "questions", "papers", "proof", "rule", "tried"];

fn fields(open: Open, purpose: PurposeId) -> (Vec<El>, El) {
    let m = &open.speech.m().compose;
    let asks: Vec<&'static str> = purpose.get().asks.iter().filter_map(|at| BLANKS.get(usize::from(*at))).copied().collect();
    let mut rows: Vec<El> = asks.iter().map(|name| field(open, name)).collect();
    let rare = rows.split_off(rows.len().min(5));
    let around = ALWAYS.into_iter().filter(|name| !asks.contains(name)).map(|name| field(open, name));
    let around: Vec<El> = rare.into_iter().chain(around).collect();
    (rows, fold(open.speech.m().more_fields, (quiet(m.no_name), around)))
}

/// One blank: what the plan knows stands there until she writes over it.
fn field(open: Open, name: &'static str) -> El {
    let (app, speech) = (open.app, open.speech);
    let label = BLANKS
        .iter()
        .position(|blank| *blank == name)
        .and_then(|at| speech.m().compose.blanks.get(at))
        .copied()
        .unwrap_or_default();
    if written::DAYS.contains(&name) {
        let shown = move || {
            let own = open.with(|letter| written::filled(letter, name).to_owned()).unwrap_or_default();
            if !own.is_empty() {
                return own;
            }
            open.with(|letter| app.book.with(|book| day_from_plan(letter, book, name))).unwrap_or_default()
        };
        let write = move |event| say(open, &written::blank(name), &event_target_value(&event));
        let input = el("input", "field__day").attr("type", "date").attr("autocomplete", "off").value(shown).on("change", write);
        return el("label", "field").with((el("span", "field__label").with(label), input));
    }
    let field = Field::Note(written::blank(name));
    let given = move || {
        let read = |letter: &Sheet| {
            let speech = Speech { locale: language(letter), ..speech };
            app.book.with(|book| known(letter, book, speech)).get(name).unwrap_or_default().to_owned()
        };
        open.with(read).unwrap_or_default()
    };
    match LONG.contains(&name) {
        true => words_editor(open, field, label, given),
        false => given_line_editor(open, field, label, if name == "phone" { "tel" } else { "text" }, given),
    }
}

/// Sentences to add or to take out.
fn adding(open: Open, purpose: PurposeId) -> El {
    let (app, speech) = (open.app, open.speech);
    let words = move |text: Text| speech.text(text).into_owned();
    live(move || {
        let rows: Vec<El> = open.with(|letter| {
            let known = app.book.with(|book| known(letter, book, speech));
            choices(purpose, &known, &words)
                .into_iter()
                .map(|phrase| {
                    let on = chosen(letter, phrase);
                    let n = phrase.n;
                    let tick = move |_| {
                        app.edit(&open.id(), |letter, pen| written::choose(letter, pen, n, !on));
                    };
                    let boxed = el("input", "checks__box").attr("type", "checkbox").checked(move || on).on("change", tick);
                    let words =
                        el("span", "checks__words").attr("dir", "auto").with(known.fill(&words(phrase.text)).unwrap_or_default());
                    el("li", "checks__item").key(n.to_string()).with(el("label", "checks__row").with((boxed, words)))
                })
                .collect()
        })?;
        (!rows.is_empty()).then(|| fold(speech.m().compose.add, el("ul", "checks").with(rows)).key("add"))
    })
}

/// Her own wording of the whole text.
fn own_words(open: Open, text: Memo<String>) -> El {
    let m = &open.speech.m().compose;
    live(move || {
        let language = open.with(language).unwrap_or_default();
        let name = written::own_words(language.code());
        let back = name.clone();
        let own = open.with(|letter| !letter.note(&back).trim().is_empty()).unwrap_or_default();
        let drop = move || {
            open.app.edit_undoable(&open.id(), m.as_composed, |letter, pen| letter.write(pen, &Field::Note(back.clone()), ""));
        };
        let editor = words_editor(open, Field::Note(name), m.text, move || text.get_untracked());
        fold(m.edit, (quiet(m.edit_hint), editor, own.then(|| button("button button--small", "undo-2", m.as_composed, drop))))
            .key(language.code())
    })
}

/// The letter on paper, to print and sign.
pub fn letter_paper(id: &str) -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().compose;
    let gone = move || gone_screen(m.gone, speech.m().gone_help, ("mail", m.write, Page::Write));
    let Some(id) = SheetId::parse(id) else { return gone() };
    let open = Open::new(app, speech, id, What::Letter);
    live(move || {
        let made = open.with(|letter| {
            let purpose = PurposeId::parse(written::purpose(letter))?;
            let language = language(letter);
            let own = letter.note(&written::own_words(language.code())).trim().to_owned();
            let paragraphs = app.book.with(|book| composed(letter, book, purpose, language, Form::Letter, speech));
            Some((language, own, paragraphs))
        });
        let Some((language, own, paragraphs)) = made.flatten() else { return gone() };
        let part = |paragraph: Paragraph| {
            let class = match paragraph.place {
                Place::Head => "formal__head",
                Place::PlaceDate | Place::Sign => "formal__sign",
                Place::Subject => "formal__subject",
                _ => "",
            };
            el("p", class).attr("dir", "auto").with(paragraph.text)
        };
        let sheet = if own.is_empty() {
            paragraphs.into_iter().map(part).collect()
        } else {
            vec![el("p", "").attr("dir", "auto").with(own)]
        };
        let controls = el("div", "unprinted")
            .with((heading(m.print), main_button("printer", speech.m().paper.print, move || app.outside().print())));
        all((controls, el("article", "paper formal").attr("lang", language.code()).with(sheet)))
    })
}
