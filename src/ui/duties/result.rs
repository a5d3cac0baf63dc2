//! What applies to her business: what is next, then by kind of time, what to find out, what she may claim, her year, her answers.

use super::super::edit::line_editor;
use super::super::el::{all, el, live, El};
use super::super::parts::{button, card, fold, heading, icon, listed, own_row, pair, quiet, row, row_to, rows_card, small_title};
use super::super::plan::{saved_line, Open};
use super::super::signal::*;
use super::duty::{duty, tick};
use super::turn_words;
use super::year::{save_bar, year_fold};
use crate::dates::Date;
use crate::i18n::Speech;
use crate::kb::{self, Applies, Due, Event};
use crate::page::Page;
use crate::plan::business::{self, changes, open_questions, tasks, Profile, Said, Task};
use crate::plan::turns::{dated, happened, set_happened, turns};
use crate::plan::{fact, Field, Sheet};

/// How many of the next ones stand on top.
const NEXT: usize = 3;

pub(super) fn screen(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().duties;
    let profile = memo(move || open.with(Profile::of));
    let name = live(move || {
        open.with(|business| business.title.current().trim().to_owned())
            .filter(|name| !name.is_empty())
            .map(|name| el("p", "lead").attr("dir", "auto").with(name))
    });
    let delete = move || {
        let id = open.id();
        app.go(Page::Plans);
        app.edit_undoable(&id, m.deleted, |business, pen| business.set_removed(pen, true));
    };
    let paper = Page::DutiesPaper(open.id().as_str().to_owned());
    all((
        heading(m.title),
        name,
        saved_line(open),
        pair("info", speech.m().duties_note),
        live(move || changed(open)),
        live(move || next(open)),
        live(move || profile.get().map(|profile| groups(open, &profile))),
        year_fold(open),
        (
            live(move || profile.get().map(|profile| answers(open, &profile))),
            el("section", "card card--rows").with(row(paper, Some("printer"), m.paper, None)),
            others(open),
            button("button button--wide button--quiet", "trash-2", m.delete, delete),
        ),
        save_bar(open),
    ))
}

/// What other answers changed, until she has seen it.
fn changed(open: Open) -> Option<El> {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().duties;
    let found = open.with(changes).flatten()?;
    let part = |words: &'static str, tasks: &[Task]| {
        let items = tasks.iter().map(|task| {
            let may = task.duty.may.then(|| [" · ", m.may_short].concat());
            el("li", "").with((speech.text(task.duty.title), may))
        });
        let items: Vec<El> = items.collect();
        (!items.is_empty()).then(|| all((small_title(words), el("ul", "bullets").with(items))))
    };
    let seen = move || {
        app.edit(&open.id(), |business, pen| business.set_fact(pen, fact::BEFORE, ""));
        app.focus("title");
    };
    Some(card(
        "changes",
        m.changes,
        (
            found.is_empty().then(|| quiet(m.nothing_changed)),
            part(m.new, &found.new),
            part(m.no_longer, &found.gone),
            part(m.find_out, &found.open),
            button("button button--small", "check", m.seen, seen),
        ),
    ))
}

/// The first few with a day.
fn next(open: Open) -> Option<El> {
    let speech = open.speech;
    let today = open.app.today.get();
    let turns = open.with(|business| dated(business, today))?;
    let rows: Vec<El> = turns
        .iter()
        .filter(|turn| !turn.task.duty.only_if)
        .take(NEXT)
        .map(|turn| {
            el("div", "claim").key([&turn.task.key(), &*turn.period].concat()).with((
                el("p", "claim__value").with(speech.text(turn.task.duty.title)),
                el("p", "quiet").with(turn_words(turn, today, speech)),
                tick(open, turn.task, Some(turn.period.clone())),
            ))
        })
        .collect();
    (!rows.is_empty()).then(|| card("next", speech.m().duties.next, rows))
}

/// Everything, by kind of time.
fn groups(open: Open, profile: &Profile) -> El {
    let speech = open.speech;
    let m = &speech.m().duties;
    let (mine, may): (Vec<Task>, Vec<Task>) = tasks(profile, Applies::Yes).into_iter().partition(|task| !task.duty.may);
    let today = open.app.today.get_untracked();
    let mut comes: Vec<(Option<Date>, Task)> = Vec::new();
    for task in mine.iter().filter(|task| matches!(task.duty.due, Due::Month { .. } | Due::Year { .. } | Due::TwoYears)) {
        let by = open.now(|business| turns(business, *task, today).first().map(|turn| turn.by)).flatten();
        let place = comes.iter().position(|(other, _)| by.is_some() && other.is_none_or(|other| Some(other) > by));
        comes.insert(place.unwrap_or(comes.len()), (by, *task));
    }
    let list = |tasks: Vec<Task>, mark: bool| tasks.into_iter().map(|task| duty(open, task, mark)).collect::<Vec<El>>();
    let some = |id: &'static str, words: &'static str, tasks: Vec<Task>, hint: Option<El>| {
        (!tasks.is_empty()).then(|| card(id, words, (hint, list(tasks, false))))
    };
    let of = |event: Event| mine.iter().copied().filter(|task| task.duty.due.event() == Some(event)).collect::<Vec<Task>>();
    let events: Vec<El> = Event::ALL
        .into_iter()
        .zip(m.happenings)
        .filter_map(|(event, words)| {
            let tasks = of(event);
            (!tasks.is_empty()).then(|| fold(words, (day_of(open, event), list(tasks, false))).key(event.name()))
        })
        .collect();
    let always = mine.iter().copied().filter(|task| task.duty.due == Due::Always).collect();
    all((
        some("dated", m.dated, comes.into_iter().map(|(_, task)| task).collect(), None),
        (!events.is_empty()).then(|| all((el("h2", "card__title").with(m.happens), quiet(m.happens_hint), events))),
        some("always", speech.m().due_always, always, None),
        find_out(open, profile),
        some("may", m.may, may, Some(quiet(m.may_hint))),
    ))
}

/// The day on which it happened, or will.
fn day_of(open: Open, event: Event) -> El {
    let app = open.app;
    let m = &open.speech.m().duties;
    let set = move |day: Option<Date>| {
        app.edit(&open.id(), |business, pen| set_happened(business, pen, event, day));
    };
    let day = move || open.with(|business| happened(business, event)).flatten().map_or(String::new(), |day| day.to_string());
    let write = move |change| set(Date::parse(&event_target_value(&change)));
    let input = el("input", "field__day").attr("type", "date").attr("autocomplete", "off").value(day).on("change", write);
    let quick = live(move || match open.with(|business| happened(business, event)).flatten() {
        None => button("button button--small", "calendar-check", m.today, move || set(Some(app.today.get_untracked()))),
        Some(_) => button("button button--small button--quiet", "x", m.no_day, move || set(None)),
    });
    all((el("label", "field").with((el("span", "field__label").with(m.which_day), input)), quick))
}

/// What depends on an answer she has not given: the question, a tap away, and what hangs on it.
fn find_out(open: Open, profile: &Profile) -> Option<El> {
    let speech = open.speech;
    let m = &speech.m().duties;
    let perhaps = tasks(profile, Applies::Perhaps);
    let part = |at: usize| {
        let here = |task: &&Task| open_questions(**task, profile).first() == Some(&at);
        let tasks: Vec<El> = perhaps.iter().filter(here).map(|task| duty(open, *task, true)).collect();
        let question = kb::profile().get(at).filter(|_| !tasks.is_empty())?;
        let words = el("span", "row__words").with(el("span", "row__name").with(speech.text(question.text)));
        let link = el("a", "row").attr("href", question_address(open, at));
        Some(all((link.with((icon("circle-question-mark"), words, el("span", "row__act").with(m.answer))), tasks)))
    };
    let parts: Vec<El> = (0..kb::profile().len()).filter_map(part).collect();
    (!parts.is_empty()).then(|| card("find-out", m.find_out, (quiet(m.find_out_hint), parts)))
}

/// Where one question about this business is asked again.
fn question_address(open: Open, at: usize) -> String {
    let page = Page::Business(open.id().as_str().to_owned());
    [&page.href(open.speech.locale), "?q=", &at.to_string()].concat()
}

/// Her answers, each a tap from being changed.
fn answers(open: Open, profile: &Profile) -> El {
    let speech = open.speech;
    let m = speech.m();
    let rows = profile.path().into_iter().filter_map(|at| {
        let question = kb::profile().get(at)?;
        let words = el("span", "row__words").with((
            el("span", "row__below").with(speech.text(question.text)),
            el("span", "row__name").with(answer_words(profile, at, speech)),
        ));
        let link = el("a", "row").attr("href", question_address(open, at));
        Some(link.with((words, el("span", "row__act").with(m.change))))
    });
    let rows: Vec<El> = rows.collect();
    fold(m.duties.profile, (el("ul", "rows").with(listed(rows)), line_editor(open, Field::Title, m.duties.name, "text")))
}

fn answer_words(profile: &Profile, at: usize, speech: Speech) -> String {
    let option = match profile.get(at) {
        Said::Is(option) => kb::profile().get(at).and_then(|question| question.options.get(option.into())),
        Said::Open | Said::Unsure => None,
    };
    option.map_or_else(|| speech.m().not_sure.to_owned(), |option| speech.text(option.text).into_owned())
}

/// Her other businesses, and the way to note one more.
fn others(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().duties;
    live(move || {
        let here = open.id();
        let another = || row_to([&Page::Duties.href(speech.locale), "?a=new"].concat(), Some("plus"), m.another.into(), None);
        app.book.with(|book| {
            let others = business::all(book).into_iter().filter(|other| other.id != here);
            let rows: Vec<El> = others.map(|other| business_row(other, speech)).chain([another()]).collect();
            rows_card("businesses", m.mine, rows)
        })
    })
}

/// Its name, else what she does.
fn business_row(business: &Sheet, speech: Speech) -> El {
    let profile = Profile::of(business);
    let said = |id: &str| {
        let at = kb::profile().iter().position(|question| question.id.str() == id)?;
        Some(answer_words(&profile, at, speech))
    };
    let name = match business.title.current().trim() {
        "" => said("activity").unwrap_or_default(),
        own => own.to_owned(),
    };
    own_row(Page::Business(business.id.as_str().to_owned()), "store", name, said("place").unwrap_or_default(), None)
}
