//! One plan: what comes next, then its five parts: need, questions, people, prepare, result.

use super::edit::{list_editor, words_editor};
use super::offices::office_row;
use super::parts::{heading, icon, row};
use super::plans::{given_need, item_words, plan_name, service_of, window_words};
use super::state::{use_app, use_speech, App};
use crate::i18n::Speech;
use crate::page::Page;
use crate::plan::{next_thing, progress, progress_of, window, Cause, Field, List, NeedKind, Plan, PlanId};
use crate::saved::SaveState;
use leptos::prelude::*;

/// The open plan, as views see it.
#[derive(Clone, Copy)]
pub struct Open {
    pub app: App,
    pub speech: Speech,
    pub plan: Memo<Option<Plan>>,
    id: StoredValue<PlanId>,
}

impl Open {
    pub fn id(self) -> PlanId {
        self.id.get_value()
    }

    /// Reads from the plan; tracks.
    pub fn with<R>(self, read: impl FnOnce(&Plan) -> R) -> Option<R> {
        self.plan.with(|plan| plan.as_ref().map(read))
    }
}

/// The steps of the service that come before its step `n`.
pub fn steps_before(plan: &Plan, n: u8) -> &'static [u8] {
    service_of(plan).and_then(|service| service.get().step(n)).map_or(&[], |step| step.after)
}

pub fn plan(name: &str) -> impl IntoView {
    let app = use_app();
    let speech = use_speech();
    let Some(id) = PlanId::parse(name) else { return gone().into_any() };
    let wanted = id.clone();
    let plan = Memo::new(move |_| app.book.with(|book| book.plans.get(&wanted).filter(|plan| !plan.removed.value).cloned()));
    let open = Open { app, speech, plan, id: StoredValue::new(id) };
    let here = Memo::new(move |_| plan.with(Option::is_some));
    (move || if here.get() { screen(open).into_any() } else { gone().into_any() }).into_any()
}

fn gone() -> impl IntoView {
    let speech = use_speech();
    let m = speech.m();
    view! {
        {heading(m.plan_gone)}
        <p class="lead">{m.plan_gone_help}</p>
        <a class="button button--main" href=Page::Plans.href(speech.locale)>{icon("list-checks")}{m.my_plans}</a>
    }
}

fn screen(open: Open) -> impl IntoView {
    let m = open.speech.m();
    let title = move || open.with(|plan| plan_name(plan, open.speech));
    let bar = move || {
        open.with(|plan| {
            let progress = progress(plan);
            let words = (m.done_of)(&open.speech.number(progress.done), &open.speech.number(progress.all));
            view! {
                <div class="progress">
                    <progress class="progress__bar progress__bar--done" max=progress.all.max(1).to_string() value=progress.done.to_string() aria-label=words.clone()></progress>
                    <p class="progress__words">{words}</p>
                </div>
            }
        })
    };
    view! {
        <h1 id="title" class="title" tabindex="-1">{title}</h1>
        {bar}
        {saved_line(open)}
        {next(open)}
        {parts(open)}
        {need(open)}
        <section class="card" id="questions" tabindex="-1" aria-labelledby="questions-title">
            <h2 id="questions-title" class="card__title">{m.part_questions}</h2>
            {list_editor(open, List::Question)}
        </section>
        {people(open)}
        <section class="card" id="prepare" tabindex="-1" aria-labelledby="prepare-title">
            <h2 id="prepare-title" class="card__title">{m.part_prepare}</h2>
            <h3 class="small-title">{m.steps}</h3>
            {list_editor(open, List::Step)}
            <h3 class="small-title">{m.documents}</h3>
            {list_editor(open, List::Document)}
        </section>
        {result(open)}
    }
}

/// "Saved on this phone", only when it is true.
fn saved_line(open: Open) -> impl IntoView {
    let m = open.speech.m();
    view! {
        <p class="saved" id="saved" role="status">
            {move || match open.app.save.get() {
                SaveState::Saved => Some((icon("smartphone"), m.saved)),
                SaveState::Saving => Some((icon("refresh-cw"), m.saving)),
                SaveState::KeptNotSafe(_) => Some((icon("info"), m.kept_not_safe)),
                SaveState::Idle | SaveState::TooNew | SaveState::Unsaved(_) => None,
            }.map(|(picture, words)| view! { {picture}<span>{words}</span> })}
        </p>
    }
}

/// The one next thing, computed and never stored, and the time left.
fn next(open: Open) -> impl IntoView {
    let (app, speech) = (open.app, open.speech);
    let m = speech.m();
    move || {
        let today = app.today.get();
        open.with(|plan| {
            let thing = next_thing(plan, &|n| steps_before(plan, n)).map(|item| (item.id.clone(), item_words(plan, item, speech)));
            let time = window(plan, today).map(|window| view! { <p class="pair next__time">{icon("calendar-clock")}<span>{window_words(window, speech)}</span></p> });
            match thing {
                Some((item, words)) => {
                    let id = open.id();
                    view! {
                        <section class="card next" aria-labelledby="next-title">
                            <h2 id="next-title" class="card__title">{m.next}</h2>
                            {time}
                            <p class="next__words">{words}</p>
                            <button type="button" class="button button--main" on:click=move |_| {
                                app.edit_undoable(&id, m.ticked, |plan, pen| plan.set_done(pen, &item, true));
                            }>{icon("check")}{m.ticked}</button>
                        </section>
                    }.into_any()
                }
                None => view! { <section class="card next next--done">{time}<p class="pair">{icon("circle-check")}<span>{m.all_done}</span></p></section> }.into_any(),
            }
        })
    }
}

/// The five parts at a glance; each leads to its place below.
fn parts(open: Open) -> impl IntoView {
    let speech = open.speech;
    let m = speech.m();
    move || {
        open.with(|plan| {
            let count = |list| progress_of(plan, list);
            let questions = count(List::Question);
            let prepare = progress(plan);
            let number = |n: usize| speech.number(n);
            let of = |p: crate::plan::Progress| [&number(p.done), "/", &number(p.all)].concat();
            let full = |p: crate::plan::Progress| p.all > 0 && p.done == p.all;
            let offices = service_of(plan).map_or(0, |service| service.get().authorities.len());
            let rows = [
                ("#need", m.part_need, String::new(), true),
                ("#questions", m.part_questions, of(questions), full(questions)),
                ("#people", m.part_people, if offices > 0 { number(offices) } else { String::new() }, false),
                ("#prepare", m.part_prepare, of(prepare), full(prepare)),
                ("#result", m.part_result, String::new(), plan.archived.value),
            ];
            let items = rows.into_iter().enumerate().map(|(at, (href, words, count, done))| {
                view! {
                    <li><a class="row row--part" href=href>
                        <span class="dot" class:dot--done=done aria-hidden="true">{if done { icon("check").into_any() } else { number(at + 1).into_any() }}</span>
                        <span class="row__words">{words}</span>
                        <span class="row__count">{count}</span>
                        {icon("chevron-right")}
                    </a></li>
                }
            });
            view! { <nav class="card card--rows" aria-label=m.parts><ol class="rows">{items.collect_view()}</ol></nav> }
        })
    }
}

fn need(open: Open) -> impl IntoView {
    let speech = open.speech;
    let m = speech.m();
    let given = Signal::derive(move || open.with(|plan| given_need(plan, speech)).unwrap_or_default());
    let name = Signal::derive(move || {
        open.with(|plan| service_of(plan).map_or_else(|| m.generic_plan.to_owned(), |s| speech.text(s.get().title).into_owned()))
            .unwrap_or_default()
    });
    let kinds = NeedKind::ALL.into_iter().zip([m.kind_routine, m.kind_problem, m.kind_change]);
    let kind = move || open.with(|plan| plan.kind.value);
    let causes = move || {
        (kind() == Some(NeedKind::Problem)).then(|| {
            let options = Cause::ALL.into_iter().zip(m.causes).map(|(cause, words)| {
                let chosen = move || open.with(|plan| plan.cause.value) == Some(Some(cause));
                view! { <label class="option"><input type="radio" name="cause" prop:checked=chosen on:change=move |_| {
                    open.app.edit(&open.id(), |plan, pen| plan.set_cause(pen, Some(cause)));
                }/><span>{words}</span></label> }
            });
            view! { <fieldset class="options"><legend class="small-title">{m.cause}</legend>{options.collect_view()}<p class="quiet">{m.cause_note}</p></fieldset> }
        })
    };
    view! {
        <section class="card" id="need" tabindex="-1" aria-labelledby="need-title">
            <h2 id="need-title" class="card__title">{m.part_need}</h2>
            {words_editor(open, Field::Need, m.need_sentence, given)}
            <fieldset class="options"><legend class="small-title">{m.kind}</legend>
                {kinds.map(|(value, words)| view! { <label class="option"><input type="radio" name="kind" prop:checked=move || kind() == Some(value) on:change=move |_| {
                    open.app.edit(&open.id(), |plan, pen| plan.set_kind(pen, value));
                }/><span>{words}</span></label> }).collect_view()}
            </fieldset>
            {causes}
            {words_editor(open, Field::Title, m.plan_title, name)}
        </section>
    }
}

/// Where to go and what to ask first; the officials themselves are noted here once met.
fn people(open: Open) -> impl IntoView {
    let m = open.speech.m();
    let service = open.plan.with_untracked(|plan| plan.as_ref().and_then(service_of));
    view! {
        <section class="card" id="people" tabindex="-1" aria-labelledby="people-title">
            <h2 id="people-title" class="card__title">{m.part_people}</h2>
            <p class="pair">{icon("message-circle-question-mark")}<span>{m.ask_first}</span></p>
            <ul class="rows">
                {service.map(|service| service.get().authorities.iter().map(|role| view! { <li>{office_row(role.authority)}</li> }).collect_view())}
                {match service {
                    Some(service) => view! { <li>{row(Page::Service(service), Some("book-open"), m.read_service.to_owned(), None)}</li> },
                    None => view! { <li>{row(Page::Offices, Some("landmark"), m.offices.to_owned(), None)}</li> },
                }}
            </ul>
        </section>
    }
}

fn result(open: Open) -> impl IntoView {
    let (app, m) = (open.app, open.speech.m());
    let archived = move || open.with(|plan| plan.archived.value).unwrap_or(false);
    view! {
        <section class="card" id="result" tabindex="-1" aria-labelledby="result-title">
            <h2 id="result-title" class="card__title">{m.part_result}</h2>
            {move || if archived() {
                view! {
                    <p class="pair">{icon("circle-check")}<span>{m.finished}</span></p>
                    <button type="button" class="button button--wide" on:click=move |_| { app.edit(&open.id(), |plan, pen| plan.set_archived(pen, false)); }>
                        {icon("rotate-ccw")}{m.reopen_plan}</button>
                }.into_any()
            } else {
                view! {
                    <p>{m.result_hint}</p>
                    <button type="button" class="button button--wide" on:click=move |_| app.edit_undoable(&open.id(), m.plan_finished, |plan, pen| plan.set_archived(pen, true))>
                        {icon("archive")}{m.finish_plan}</button>
                }.into_any()
            }}
            <button type="button" class="button button--wide button--quiet" on:click=move |_| {
                let id = open.id();
                app.go(Page::Plans);
                app.edit_undoable(&id, m.plan_deleted, |plan, pen| plan.set_removed(pen, true));
            }>{icon("trash-2")}{m.delete_plan}</button>
        </section>
    }
}
