//! The list of plans, and how a plan and its items are named.

use super::complain::complain_row;
use super::copies::nudge;
use super::el::{all, el, El};
use super::long::{ids, long_list, sheet_rows, Long, Rows};
use super::parts::{empty, fold, heading, listed, main_link, own_row, row};
use super::show::{print_of, Shown};
use super::state::{use_app, use_speech};
use crate::i18n::{Messages, Speech};
use crate::kb::{AimId, ServiceId};
use crate::page::Page;
use crate::plan::letter::{last_day_by, By};
use crate::plan::meeting::{PROMISERS, PROMISES, PURPOSES};
use crate::plan::{fact, open_plans, progress, window, Book, Item, List, Sheet, SheetId, Window};
use std::rc::Rc;

pub fn plans() -> El {
    let app = use_app();
    let speech = use_speech();
    let m = speech.m();
    let rows: Rows = Rc::new(move |book: &Book, ids: &[SheetId]| {
        let today = app.today.get();
        sheet_rows(book, ids, &|plan| plan_row(plan, window(plan, today).filter(|_| plan.is_open()), speech))
    });
    let open = move |list: Option<Long>| {
        let Some(Long { rows, more, is_long }) = list else {
            return Some(empty(m.no_plans, m.no_plans_help, main_link("search", m.choose_aim, Page::Home)));
        };
        // Below a long list nobody would find the calendar.
        let calendar = |here: bool| {
            let rows = || {
                [
                    row(Page::Calendar, Some("calendar-days"), m.paper.calendar, None),
                    row(Page::Duties, Some("calendar-check"), m.duties.title, None),
                ]
            };
            here.then(|| listed(rows().into()))
        };
        Some(el("section", "card card--rows").with((el("ul", "rows").with((calendar(is_long), rows, calendar(!is_long))), more)))
    };
    let finished =
        move |list: Option<Long>| list.map(|list| fold(m.finished_plans, (el("ul", "rows").with(list.rows), list.more)));
    let is_finished = |plan: &&Sheet| plan.archived.value && !plan.removed.value;
    all((
        heading(m.my_plans),
        long_list(0, Box::new(|book| ids(open_plans(book.plans()))), rows.clone(), Box::new(open)),
        long_list(1, Box::new(move |book| ids(book.plans().filter(is_finished).collect())), rows, Box::new(finished)),
        el("section", "card card--rows").with(complain_row(None, None, speech)),
        nudge(),
    ))
}

fn plan_row(plan: &Sheet, window: Option<Window>, speech: Speech) -> El {
    let page = Page::Plan(plan.id.as_str().to_owned());
    let progress = progress(plan);
    let picture = service_of(plan).map_or("circle-question-mark", |service| service.get().icon.str());
    let done = speech.m().done_of.with(&speech.number(progress.done), &speech.number(progress.all));
    own_row(page, picture, plan_name(plan, speech), done, window.map(|window| window_words(plan, window, speech)))
}

/// The service a plan was made from; `None` for a generic plan, and when the entry is gone.
pub fn service_of(plan: &Sheet) -> Option<ServiceId> {
    ServiceId::parse(plan.service.as_deref()?)
}

/// Her own name for the plan, else the title of its service.
pub fn plan_name(plan: &Sheet, speech: Speech) -> String {
    let own = plan.title.current();
    if !own.is_empty() {
        return own.to_owned();
    }
    service_of(plan).map_or_else(|| speech.m().generic_plan.to_owned(), |service| speech.text(service.get().title).into_owned())
}

/// The need sentence that stands there as long as she wrote none.
pub fn given_need(plan: &Sheet, speech: Speech) -> String {
    let aim = plan.aim.as_deref().and_then(AimId::parse);
    let text = service_of(plan).map(|service| service.get().need).or_else(|| aim.map(|aim| aim.get().find_out));
    text.map_or_else(|| speech.m().generic_need.to_owned(), |text| speech.text(text).into_owned())
}

/// What an item says: her own words, else the words of the service in the present language.
pub fn item_words(plan: &Sheet, item: &Item, speech: Speech) -> String {
    let own = item.text.current();
    if !own.is_empty() {
        return own.to_owned();
    }
    match item.list {
        List::Meeting => purpose_words(plan, item, speech),
        List::Step if item.from.is_none() => promise_words(item, speech),
        _ => given_words(plan, item.list, item.from, speech),
    }
}

/// A question of a plan as it is shown to an official: one of the service in both languages, with the laws of the service; hers as she
/// wrote it.
pub fn item_to_show(plan: &Sheet, item: &Item, speech: Speech) -> Shown {
    let own = item.text.current();
    if !own.is_empty() {
        return Shown::own(own.to_owned());
    }
    let print = service_of(plan).filter(|_| item.from.is_some_and(|n| n < GENERAL)).and_then(|id| print_of(id, speech));
    Shown::both(speech, |speech| given_words(plan, item.list, item.from, speech), print)
}

/// The purpose she chose by tap.
fn purpose_words(plan: &Sheet, meeting: &Item, speech: Speech) -> String {
    let m = &speech.m().meet;
    let at = PURPOSES.iter().position(|code| *code == meeting.fact(fact::PURPOSE));
    at.and_then(|at| m.purposes.get(at)).map_or_else(String::new, |words| words.with(&plan_name(plan, speech)))
}

/// Who promised what, when both were chosen by tap.
fn promise_words(step: &Item, speech: Speech) -> String {
    let m = &speech.m().meet;
    let who = PROMISERS.iter().position(|code| *code == step.fact(fact::BY)).and_then(|at| m.promisers.get(at));
    let what = PROMISES.iter().position(|code| *code == step.fact(fact::WHAT)).and_then(|at| m.promise_kinds.get(at));
    who.zip(what).map_or_else(String::new, |(who, what)| m.promised.with(who, what))
}

/// The words of the service's own entry `n`.
pub fn given_words(plan: &Sheet, list: List, n: Option<u8>, speech: Speech) -> String {
    if let Some(at) = n.and_then(|n| n.checked_sub(FIRST_HOURS)) {
        return speech.m().letter.first_steps.get(usize::from(at)).copied().unwrap_or_default().to_owned();
    }
    if let Some(at) = n.and_then(|n| n.checked_sub(FIVE_WAYS)) {
        return speech.m().inquiry.five_ways.get(usize::from(at)).copied().unwrap_or_default().to_owned();
    }
    if let Some(at) = n.and_then(|n| n.checked_sub(GENERAL)) {
        return general(list, speech.m()).get(usize::from(at)).copied().unwrap_or_default().to_owned();
    }
    let text = service_of(plan).zip(n).and_then(|(service, n)| {
        let service = service.get();
        match list {
            List::Step => service.step(n).map(|step| step.text),
            List::Document => service.document(n).map(|document| document.text),
            List::Question => service.question(n).map(|question| question.text),
            List::Meeting | List::Contact => None,
        }
    });
    text.map(|text| speech.text(text).into_owned()).unwrap_or_default()
}

/// From this number on stand the entries that help with any service; plans on phones refer to them, so the lists in the
/// catalogues only grow at their end.
pub const GENERAL: u8 = 200;

/// From this number on stand the five ways to understand a law.
pub const FIVE_WAYS: u8 = 230;

/// From this number on stand the steps of the first 48 hours after a letter came.
pub const FIRST_HOURS: u8 = 240;

/// The numbers of what helps with any service.
pub fn general_numbers(list: List, m: &'static Messages) -> impl Iterator<Item = u8> {
    (GENERAL..).take(general(list, m).len())
}

/// What helps with any service; among the questions the guide's standing ones.
fn general(list: List, m: &'static Messages) -> &'static [&'static str] {
    match list {
        List::Question => &m.more_questions,
        List::Document => &m.more_documents,
        List::Step => &m.more_steps,
        List::Meeting | List::Contact => &[],
    }
}

/// "Any time until 21 March, 12 days left"; overdue stays doable. The last day of a letter that came is what was counted or what the
/// letter says: past it the office decides, and nothing is called overdue.
pub fn window_words(plan: &Sheet, window: Window, speech: Speech) -> String {
    let m = speech.m();
    let date = speech.date(window.until);
    match (window.days_left, last_day_by(plan)) {
        (..0, Some(By::Count)) => m.letter.was_counted.with(&date),
        (..0, Some(By::Letter)) => m.letter.was_named.with(&date),
        (_, Some(By::Count)) => m.letter.by_count.with(&window_words_of(window, speech)),
        _ => window_words_of(window, speech),
    }
}

/// As [`window_words`], of a day that no letter named.
pub fn window_words_of(window: Window, speech: Speech) -> String {
    let m = speech.m();
    let date = speech.date(window.until);
    match window.days_left {
        0 => m.last_day.with(&date),
        1.. => m.any_time_until.with(&date, &speech.days(window.days_left.unsigned_abs() as usize, false)),
        _ => m.overdue.with(&date),
    }
}
