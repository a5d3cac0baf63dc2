//! Her year on one page for the wall: what comes every month with a box for each, the rest by month, and what counts when something
//! happens. Black on white, in one language or in both.

use super::super::el::{all, el, live, El};
use super::super::parts::{heading, main_button};
use super::super::plan::Open;
use super::super::print::Languages;
use super::super::service::due_words;
use super::year::month_words;
use crate::i18n::Speech;
use crate::kb::{Applies, Due, Event};
use crate::page::{Locale, Page};
use crate::plan::business::{tasks, Profile, Task};
use crate::plan::turns::{done, year, Month, Turn};
use crate::plan::Sheet;

pub(super) fn paper(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = speech.m();
    let languages = app.route.with_untracked(|route| Languages::asked(route.query("l"), speech.locale));
    let address = Page::DutiesPaper(open.id().as_str().to_owned()).href(speech.locale);
    let controls = el("div", "unprinted").with((heading(m.duties.paper), languages.choices(&address, speech)));
    let sheet = live(move || open.with(|business| sheet(business, open, languages)));
    all((controls, sheet, el("div", "bar").with(main_button("printer", m.paper.print, move || app.outside().print()))))
}

/// Says the same in each language of the page.
struct Says {
    speech: Speech,
    languages: Languages,
}

impl Says {
    fn each(&self, part: &dyn Fn() -> El, words: &dyn Fn(Speech) -> String) -> El {
        let one = |locale: &Locale| {
            part().attr("lang", locale.code()).attr("dir", "auto").with(words(Speech { locale: *locale, ..self.speech }))
        };
        match self.languages.locales() {
            [locale] => one(locale),
            both => el("div", "paper__pair").with(both.iter().map(one).collect::<Vec<_>>()),
        }
    }
}

fn sheet(business: &Sheet, open: Open, languages: Languages) -> El {
    let today = open.app.today.get();
    let says = Says { speech: open.speech, languages };
    let months = year(business, today);
    let profile = Profile::of(business);
    let mine: Vec<Task> = tasks(&profile, Applies::Yes).into_iter().filter(|task| !task.duty.may).collect();
    let mut body: Vec<El> = Vec::new();

    let monthly: Vec<Task> = mine.iter().copied().filter(|task| matches!(task.duty.due, Due::Month { .. })).collect();
    if !monthly.is_empty() {
        body.push(says.each(&|| el("h3", "paper__part"), &|speech| speech.m().duties.every_month.to_owned()));
    }
    for task in monthly {
        let Due::Month { day } = task.duty.due else { continue };
        body.push(says.each(&|| el("p", "paper__text"), &|speech| {
            let by = speech.m().duties.by_day.with(&speech.number(day.into()));
            [&*speech.text(task.duty.title), " · ", &by].concat()
        }));
        body.push(boxes(business, task, &months, open.speech));
    }

    let yearly = |turn: &&Turn| !matches!(turn.task.duty.due, Due::Month { .. });
    let busy: Vec<&Month> = months.iter().filter(|month| month.turns.iter().any(|turn| yearly(&turn))).collect();
    for month in busy {
        body.push(says.each(&|| el("h3", "paper__part"), &|speech| month_words(month, speech)));
        for turn in month.turns.iter().filter(yearly) {
            let is_done = done(business, turn.task, &turn.period).is_some();
            let class = if is_done { "paper__check paper__check--done" } else { "paper__check" };
            body.push(says.each(&|| el("p", class), &|speech| {
                let title = speech.text(turn.task.duty.title);
                [&*title, " · ", &speech.m().paper.until.with(&speech.month_day(turn.by.month(), turn.by.day()))].concat()
            }));
        }
    }

    let happening: Vec<Task> = mine.iter().copied().filter(|task| task.duty.due.event().is_some()).collect();
    if !happening.is_empty() {
        body.push(says.each(&|| el("h3", "paper__part"), &|speech| speech.m().duties.happens.to_owned()));
    }
    for event in Event::ALL {
        for task in happening.iter().filter(|task| task.duty.due.event() == Some(event)) {
            body.push(says.each(&|| el("p", "paper__text"), &|speech| {
                [&*speech.text(task.duty.title), " · ", &due_words(task.duty.due, speech)].concat()
            }));
        }
    }

    let name = business.title.current().trim().to_owned();
    let class = if body.len() > 44 || languages.locales().len() > 1 { "paper paper--closest" } else { "paper paper--close" };
    let columns = el("div", if languages.locales().len() > 1 { "" } else { "paper__columns" });
    el("article", class).attr("lang", languages.locales().first().unwrap_or(&Locale::Km).code()).with((
        says.each(&|| el("h2", "paper__title"), &|speech| speech.m().duties.title.to_owned()),
        (!name.is_empty()).then(|| el("p", "paper__text").attr("dir", "auto").with(name)),
        columns.with(body),
        el("div", "paper__foot").with((
            says.each(&|| el("p", "paper__quiet"), &|speech| speech.m().duties_note.to_owned()),
            says.each(&|| el("p", "paper__quiet"), &|speech| speech.m().duties.made_on.with(&speech.date(today))),
        )),
    ))
}

/// A box for each month of the year, with its number; those that are done are ticked.
fn boxes(business: &Sheet, task: Task, months: &[Month], speech: Speech) -> El {
    let one = |month: &Month| {
        let turn = month.turns.iter().find(|turn| turn.task == task)?;
        let is_done = done(business, task, &turn.period).is_some();
        let class = if is_done { "paper__box paper__box--done" } else { "paper__box" };
        Some(el("span", class).with(speech.number(month.month.into())))
    };
    el("p", "paper__boxes").with(months.iter().filter_map(one).collect::<Vec<_>>())
}
