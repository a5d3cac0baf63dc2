//! One complaint: cards to tap. Those the receiving body needs come first; the rest may be added.

use super::super::edit::{line_editor, words_editor};
use super::super::el::{all, el, live, live_text, El, Words};
use super::super::learn::law_name;
use super::super::local::local_name;
use super::super::parts::{button, fold, gone_screen, icon, listed, main_button, quiet, row, service_row, small_title};
use super::super::plan::{part, saved_line, Open};
use super::super::plans::plan_name;
use super::super::reach::office_choice;
use super::super::signal::*;
use super::super::state::{use_app, use_speech};
use super::{case_name, ladder, log};
use crate::i18n::Speech;
use crate::kb::{List as Texts, Need, Situation, Text};
use crate::page::Page;
use crate::plan::complaint::{self, Meter, Pick, REACHES, WHERES};
use crate::plan::{fact, local, Field, Sheet, SheetId, What};

pub fn complaint(id: &str) -> El {
    let speech = use_speech();
    let m = &speech.m().complain;
    let gone = move || gone_screen(m.gone, speech.m().gone_help, ("megaphone", m.title, Page::Complaints));
    let Some(id) = SheetId::parse(id) else { return gone() };
    let open = Open::new(use_app(), speech, id, What::Complaint);
    let situation = open.now(complaint::situation).flatten();
    let here = memo(move || open.plan.with(Option::is_some));
    live(move || match situation {
        Some(situation) if here.get() => screen(open, situation.get()),
        _ => gone(),
    })
}

/// How complete it is for the body she chose.
pub fn meter_of(case: &Sheet) -> Option<Meter> {
    let situation = complaint::situation(case)?.get();
    Some(complaint::meter(case, complaint::rung(case, situation)?))
}

fn screen(open: Open, situation: &'static Situation) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().complain;
    let name = live_text(move || open.with(|case| case_name(case, speech)).unwrap_or_default());
    let needs = memo(move || {
        let rung = open.with(|case| complaint::rung(case, situation)).flatten();
        rung.map_or(Vec::new(), |rung| rung.needs().collect::<Vec<_>>())
    });
    let needed = live(move || needs.get().into_iter().map(|need| card(open, situation, need)).collect::<Vec<_>>());
    // A name and a way to be reached are asked only where a body requires them.
    let more = live(move || {
        let others = Need::ALL.into_iter().filter(|need| !matches!(need, Need::Name | Need::Contact));
        let rest: Vec<El> =
            needs.with(|needs| others.filter(|need| !needs.contains(need)).map(|need| card(open, situation, need)).collect());
        (!rest.is_empty()).then(|| fold(m.not_needed, rest).key("more"))
    });
    let plan = open.now(|case| SheetId::parse(case.fact(fact::PLAN))).flatten().and_then(|id| {
        let name = app.book.with_untracked(|book| book.sheets.get(&id).map(|plan| plan_name(plan, speech)))?;
        Some(el("ul", "rows").with(el("li", "").with(row(Page::Plan(id.as_str().to_owned()), Some("list-checks"), name, None))))
    });
    let explains: Vec<El> = situation.services.iter().map(|service| service_row(*service)).collect();
    let write = move || app.write_complaint(&open.id());
    all((
        el("h1", "title").attr("id", "title").attr("tabindex", "-1").attr("dir", "auto").with(name),
        saved_line(open),
        plan,
        ladder::meter(open, situation),
        needed,
        more,
        ladder::who(open, situation),
        ladder::limits(open, situation),
        part("send", m.write, (quiet(m.write_hint), main_button("mail", m.write, write))),
        log::log(open, situation),
        (log::remind(open), log::end(open)),
        (!explains.is_empty()).then(|| fold(m.explains, el("ul", "rows").with(listed(explains)))),
    ))
}

/// The part of the screen for what a body may need.
fn card(open: Open, situation: &'static Situation, need: Need) -> El {
    let m = &open.speech.m().complain;
    let title = m.needs.get(need as usize).copied().unwrap_or_default();
    let hint = m.hints.get(need as usize).copied().unwrap_or_default();
    let body = match need {
        Need::What => clauses(open, Pick::Point, situation.points),
        Need::Where => place(open),
        Need::When => day(open),
        Need::Rule => rule(open, situation),
        Need::Want => clauses(open, Pick::Want, situation.wants),
        Need::Proof => clauses(open, Pick::Proof, situation.proofs),
        Need::Tried => clauses(open, Pick::Tried, situation.tried),
        Need::Name => one_of(open, fact::NAMED, &["yes"], std::slice::from_ref(&m.named)),
        Need::Contact => one_of(open, fact::REACH, &REACHES, &m.reaches),
    };
    part(ladder::anchor(need), title, (quiet(hint), body)).key(ladder::anchor(need))
}

/// One thing to tick.
fn tick(open: Open, pick: Pick, which: String, words: Words) -> El {
    let key = which.clone();
    let which = StoredValue::new(which);
    let on = memo(move || open.with(|case| which.with_value(|which| complaint::picked(case, pick, which))).unwrap_or(false));
    let change = move |_| {
        let wanted = !on.get_untracked();
        open.app.edit(&open.id(), |case, pen| which.with_value(|which| complaint::pick(case, pen, pick, which, wanted)));
    };
    let boxed = el("input", "checks__box").attr("type", "checkbox").checked(move || on.get()).on("change", change);
    let words = el("span", "checks__words").with(words);
    el("li", "checks__item").key(key).with(el("label", "checks__row").with((boxed, words)))
}

/// The clauses of the situation, and her own words.
fn clauses(open: Open, pick: Pick, texts: Texts<Text>) -> El {
    let speech = open.speech;
    let rows = (1..).zip(texts).map(|(n, text): (usize, &Text)| {
        // A clause begins small in the letter, and large where it stands alone.
        tick(open, pick, n.to_string(), first(&speech.text(*text), char::to_uppercase).into())
    });
    let rows: Vec<El> = rows.collect();
    all((el("ul", "checks").with(rows), own_words(open, pick)))
}

fn own_words(open: Open, pick: Pick) -> El {
    let m = &open.speech.m().complain;
    let field = Field::Note(pick.code().to_owned());
    let head = el("summary", "button button--small").with((icon("pencil"), el("span", "").with(m.own)));
    let editor = words_editor(open, field, m.own, String::new);
    el("details", "adder").with((head, el("div", "adder__body").with(editor)))
}

/// The same words with their first letter in the other size; Khmer has but one.
pub fn first<C: Iterator<Item = char>>(words: &str, size: impl Fn(char) -> C) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(size).chain(letters).collect()
}

/// Standards of a good service and laws, by tap.
fn rule(open: Open, situation: &'static Situation) -> El {
    let speech = open.speech;
    let m = &speech.m().complain;
    let standards: Vec<El> = situation
        .standards()
        .map(|standard| tick(open, Pick::Standard, standard.id.str().to_owned(), speech.text(standard.after)))
        .collect();
    let laws: Vec<El> =
        situation.laws.iter().map(|law| tick(open, Pick::Law, law.name().to_owned(), law_name(*law, speech).into())).collect();
    let list = |words, rows: Vec<El>| (!rows.is_empty()).then(|| (small_title(words), el("ul", "checks").with(rows)));
    all((list(m.standards, standards), list(m.laws, laws), own_words(open, Pick::Law)))
}

/// Buttons of which one is chosen; a second tap takes it back.
pub fn one_of(open: Open, name: &'static str, codes: &'static [&'static str], words: &'static [&'static str]) -> El {
    let choice = |(code, words): (&'static str, &'static str)| {
        let is = move || open.with(|case| case.fact(name) == code).unwrap_or(false);
        let on = move || Some(is().to_string().into());
        let tap = move || {
            let value = if untrack(is) { "" } else { code };
            open.app.edit(&open.id(), |case, pen| case.set_fact(pen, name, value));
        };
        el("button", "chip").attr("type", "button").live_attr("aria-pressed", on).tap(tap).with(words)
    };
    el("div", "actions").with(codes.iter().copied().zip(words.iter().copied()).map(choice).collect::<Vec<_>>())
}

/// The office of the directory, one near her, or another place.
fn place(open: Open) -> El {
    let m = &open.speech.m().complain;
    all((
        office_choice(open),
        near(open),
        one_of(open, fact::WHERE, &WHERES, &m.wheres),
        line_editor(open, Field::Note(fact::PLACE.to_owned()), m.place, "text"),
    ))
}

/// The offices near her that she noted.
fn near(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    live(move || {
        let chosen = open.with(|case| case.fact(fact::LOCAL).to_owned())?;
        let near: Vec<(String, String)> = app.book.with(|book| {
            local::all(book).into_iter().map(|office| (office.id.as_str().to_owned(), local_name(office, speech))).collect()
        });
        let choice = |(id, name): (String, String)| {
            let on = id == chosen;
            let key = id.clone();
            let tap = move || {
                let value = if on { "" } else { id.as_str() };
                app.edit(&open.id(), |case, pen| case.set_fact(pen, fact::LOCAL, value));
            };
            el("button", "chip")
                .key(key)
                .attr("type", "button")
                .attr("aria-pressed", on.to_string())
                .tap(tap)
                .with(el("span", "").attr("dir", "auto").with(name))
        };
        (!near.is_empty()).then(|| el("div", "actions").with(near.into_iter().map(choice).collect::<Vec<_>>()))
    })
}

/// What stands for a day she does not know.
const UNSURE: &str = "unsure";

/// The day: two taps for the usual ones, a field, not sure.
fn day(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().complain;
    let now = move || open.with(|case| case.fact(fact::DAY).to_owned()).unwrap_or_default();
    let say = move |day: &str| {
        app.edit(&open.id(), |case, pen| case.set_fact(pen, fact::DAY, day));
    };
    let back = move |days: i32| app.today.get_untracked().plus_days(-days).to_string();
    let chip = move |words: &'static str, value: String| {
        let mine = value.clone();
        let on = move || Some((now() == mine).to_string().into());
        let tap = move || say(&value);
        el("button", "chip").attr("type", "button").live_attr("aria-pressed", on).tap(tap).with(words)
    };
    let shown = move || Some(now()).filter(|day| day != UNSURE).unwrap_or_default();
    let input = el("input", "field__day").attr("type", "date").attr("autocomplete", "off").attr("max", back(0));
    let input = input.value(shown).on("change", move |event| say(&event_target_value(&event)));
    let chips = [(m.today, back(0)), (m.yesterday, back(1)), (speech.m().not_sure, UNSURE.to_owned())];
    all((
        el("div", "actions").with(chips.map(|(words, value)| chip(words, value))),
        el("label", "field").with((el("span", "field__label").with(m.day), input)),
        live(move || (now() == UNSURE).then(|| quiet(m.no_day))),
    ))
}

/// As it is said for the letter: the place, as far as she told it.
pub fn place_words(case: &Sheet, speech: Speech) -> String {
    let at = WHERES.iter().position(|code| *code == case.fact(fact::WHERE));
    let known = at.and_then(|at| speech.m().complain.wheres.get(at)).map(|words| first(words, char::to_lowercase));
    let own = case.note(fact::PLACE).trim();
    let own = (!own.is_empty()).then(|| own.to_owned());
    own.into_iter().chain(known).collect::<Vec<_>>().join(", ")
}

/// Puts it away or in the bin; both can be undone.
pub fn away(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().complain;
    let archived = memo(move || open.with(|case| case.archived.value).unwrap_or(false));
    let put = live(move || match archived.get() {
        true => button("button button--wide", "rotate-ccw", m.reopen, move || {
            app.edit(&open.id(), |case, pen| case.set_archived(pen, false));
        }),
        false => button("button button--wide", "archive", m.put_away, move || {
            app.edit_undoable(&open.id(), speech.m().finished, |case, pen| case.set_archived(pen, true))
        }),
    });
    let delete = move || {
        let id = open.id();
        app.go(Page::Complaints);
        app.edit_undoable(&id, m.deleted, |case, pen| case.set_removed(pen, true));
    };
    all((
        line_editor(open, Field::Title, m.name, "text"),
        put,
        button("button button--wide button--quiet", "trash-2", m.delete, delete),
    ))
}
