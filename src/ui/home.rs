//! Home: what she wants to do, and what comes next in her plans. The first page that `index.html`
//! carries is this screen, rendered without plans.

use super::parts::{heading, icon};
use super::plans::{item_words, plan_name, window_words};
use super::state::{use_app, use_speech};
use crate::kb::AimId;
use crate::page::Page;
use crate::plan::next_things;
use leptos::prelude::*;

/// How many next things Home shows.
const NEXT: usize = 3;

pub fn home() -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    let tiles = AimId::all().map(|aim| {
        let entry = aim.get();
        view! {
            <li><a class="tile" href=Page::FindAim(aim).href(speech.locale)>
                <span class="tile__icon">{icon(entry.icon)}</span><span class="tile__word">{speech.text(entry.title)}</span>
            </a></li>
        }
    });
    view! {
        {heading(m.what_do_you_want)}
        {next()}
        <ul class="tiles">{tiles.collect_view()}</ul>
        <a class="row row--plain" href=Page::Find.href(speech.locale)>{icon("circle-question-mark")}<span class="row__words">{m.not_sure_start}</span>{icon("chevron-right")}</a>
        <p class="quiet">{m.no_account}</p>
    }
}

/// The next three things across plans.
fn next() -> impl IntoView {
    let app = use_app();
    let speech = use_speech();
    let m = speech.m();
    move || {
        let today = app.today.get();
        app.book.with(|book| {
            let after = |plan: &crate::plan::Plan, n: u8| super::plan::steps_before(plan, n);
            let things = next_things(book.plans.values(), today, &after, NEXT);
            if things.is_empty() {
                return None;
            }
            let rows = things.into_iter().map(|thing| {
                let page = Page::Plan(thing.plan.id.as_str().to_owned());
                let timed = thing.window.is_some();
                let window = thing.window.map(|window| window_words(window, speech));
                view! {
                    <li><a class="row" class:row--time=timed href=page.href(speech.locale)>
                        {icon(if timed { "calendar-clock" } else { "arrow-right" })}
                        <span class="row__words">
                            <span class="row__name">{item_words(thing.plan, thing.item, speech)}</span>
                            <span class="row__below">{plan_name(thing.plan, speech)}</span>
                            {window.map(|words| view! { <span class="row__below row__time">{words}</span> })}
                        </span>
                        {icon("chevron-right")}
                    </a></li>
                }
            });
            Some(view! {
                <section class="card card--rows" aria-labelledby="next-things">
                    <h2 id="next-things" class="card__title">{m.next_things}</h2>
                    <ul class="rows">{rows.collect_view()}</ul>
                </section>
            })
        })
    }
}
