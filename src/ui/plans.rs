//! The list of plans, and how a plan and its items are named.

use super::parts::{empty, fold, heading, icon};
use super::state::{use_app, use_speech};
use crate::i18n::Speech;
use crate::kb::{AimId, ServiceId};
use crate::page::Page;
use crate::plan::{open_plans, progress, window, Item, List, Plan, Window};
use leptos::prelude::*;

pub fn plans() -> impl IntoView {
    let app = use_app();
    let speech = use_speech();
    let m = speech.m();
    let list = move || {
        let today = app.today.get();
        app.book.with(|book| {
            let open = open_plans(book.plans.values());
            let finished: Vec<&Plan> = book.plans.values().filter(|plan| plan.archived.value && !plan.removed.value).collect();
            let rows = open.iter().map(|plan| view! { <li>{plan_row(plan, window(plan, today), speech)}</li> }).collect_view();
            let done = finished.iter().map(|plan| view! { <li>{plan_row(plan, None, speech)}</li> }).collect_view();
            view! {
                {if open.is_empty() {
                    let go = view! { <a class="button button--main" href=Page::Home.href(speech.locale)>{icon("search")}{m.choose_aim}</a> };
                    empty(m.no_plans, m.no_plans_help, go).into_any()
                } else {
                    view! { <section class="card card--rows"><ul class="rows">{rows}</ul></section> }.into_any()
                }}
                {(!finished.is_empty()).then(|| fold(m.finished_plans, view! { <ul class="rows">{done}</ul> }))}
            }
        })
    };
    view! { {heading(m.my_plans)}{list} }
}

fn plan_row(plan: &Plan, window: Option<Window>, speech: Speech) -> impl IntoView {
    let m = speech.m();
    let page = Page::Plan(plan.id.as_str().to_owned());
    let progress = progress(plan);
    let picture = service_of(plan).map_or("circle-question-mark", |service| service.get().icon);
    view! {
        <a class="row" class:row--time=window.is_some() href=page.href(speech.locale)>
            {icon(picture)}
            <span class="row__words">
                <span class="row__name">{plan_name(plan, speech)}</span>
                <span class="row__below">{(m.done_of)(&speech.number(progress.done), &speech.number(progress.all))}</span>
                {window.map(|window| view! { <span class="row__below row__time">{window_words(window, speech)}</span> })}
            </span>
            {icon("chevron-right")}
        </a>
    }
}

/// The service a plan was made from; `None` for a generic plan, and when the entry is gone.
pub fn service_of(plan: &Plan) -> Option<ServiceId> {
    ServiceId::parse(plan.service.as_deref()?)
}

/// Her own name for the plan, else the title of its service.
pub fn plan_name(plan: &Plan, speech: Speech) -> String {
    let own = plan.title.current();
    if !own.is_empty() {
        return own.to_owned();
    }
    service_of(plan).map_or_else(|| speech.m().generic_plan.to_owned(), |service| speech.text(service.get().title).into_owned())
}

/// The need sentence that stands there as long as she wrote none.
pub fn given_need(plan: &Plan, speech: Speech) -> String {
    let aim = plan.aim.as_deref().and_then(AimId::parse);
    let text = service_of(plan).map(|service| service.get().need).or_else(|| aim.map(|aim| aim.get().find_out));
    text.map_or_else(|| speech.m().generic_need.to_owned(), |text| speech.text(text).into_owned())
}

/// What an item says: her own words, else the words of the service in the present language.
pub fn item_words(plan: &Plan, item: &Item, speech: Speech) -> String {
    let own = item.text.current();
    if !own.is_empty() {
        return own.to_owned();
    }
    given_words(plan, item.list, item.from, speech)
}

/// The words of the service's own entry `n`.
pub fn given_words(plan: &Plan, list: List, n: Option<u8>, speech: Speech) -> String {
    let text = service_of(plan).zip(n).and_then(|(service, n)| {
        let service = service.get();
        match list {
            List::Step => service.step(n).map(|step| step.text),
            List::Document => service.document(n).map(|document| document.text),
            List::Question => service.question(n).map(|question| question.text),
        }
    });
    text.map(|text| speech.text(text).into_owned()).unwrap_or_default()
}

/// "Any time until 21 March, 12 days left"; overdue stays doable.
pub fn window_words(window: Window, speech: Speech) -> String {
    let m = speech.m();
    let date = speech.date(window.until);
    match window.days_left {
        0 => (m.last_day)(&date),
        left if left > 0 => (m.any_time_until)(&date, &speech.number(left.unsigned_abs() as usize)),
        _ => (m.overdue)(&date),
    }
}
