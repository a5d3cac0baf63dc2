//! Editing what stands in a plan: a text that is saved with every keystroke, and a list to tick, add
//! to, reorder and remove from. Everything can be done by tapping.

use super::parts::icon;
use super::plan::{steps_before, Open};
use super::plans::{given_words, item_words, service_of};
use crate::plan::{Field, Item, ItemId, List, Plan, Stamp};
use leptos::prelude::*;

/// A text of the plan. While she types nothing that arrives from elsewhere moves her words; what another
/// tab wrote at the same time is shown beside it.
pub fn words_editor(open: Open, field: Field, label: &'static str, given: Signal<String>) -> impl IntoView {
    let m = open.speech.m();
    let field = StoredValue::new(field);
    let current =
        move || open.with(|plan| field.with_value(|field| plan.words(field).map(|words| words.current().to_owned()))).flatten();
    let others = Memo::new(move |_| {
        let found = open.with(|plan| {
            field.with_value(|field| {
                let words = plan.words(field)?;
                Some(words.others().into_iter().map(|said| (said.stamp, said.text.clone())).collect::<Vec<_>>())
            })
        });
        found.flatten().unwrap_or_default()
    });
    // The version this editing began with: `Some` while the field has the focus.
    let base = StoredValue::new(None::<Option<Stamp>>);
    // What stands in the field while she types: her letters, whatever arrives meanwhile.
    let typed = RwSignal::new(None::<String>);
    let shown = move || {
        typed.get().unwrap_or_else(|| match current() {
            Some(text) if !text.is_empty() => text,
            _ => given.get(),
        })
    };
    let begin = move |_| base.set_value(Some(open.plan.with_untracked(|plan| version(plan.as_ref(), &field))));
    let write = move |event| {
        let text = event_target_value(&event);
        let from = base.get_value().unwrap_or_else(|| open.plan.with_untracked(|plan| version(plan.as_ref(), &field)));
        let wrote = open.app.edit(&open.id(), |plan, pen| field.with_value(|field| plan.write_over(pen, field, from, &text)));
        base.set_value(Some(wrote.flatten()));
        typed.set(Some(text));
    };
    let end = move |_| {
        base.set_value(None);
        typed.set(None);
    };
    view! {
        <label class="field"><span class="field__label">{label}</span>
            <textarea class="field__text" rows="2" dir="auto" prop:value=shown on:focus=begin on:input=write on:blur=end></textarea>
        </label>
        {move || others.get().into_iter().map(|(stamp, text)| view! {
            <div class="other"><p class="quiet">{m.other_version}</p><p class="other__text" dir="auto">{text}</p>
                <button type="button" class="button button--small" on:click=move |_| {
                    open.app.edit(&open.id(), |plan, pen| field.with_value(|field| plan.choose_other(pen, field, stamp)));
                }>{m.use_this}</button>
                <button type="button" class="button button--small button--quiet" on:click=move |_| {
                    open.app.edit_undoable(&open.id(), m.removed, |plan, pen| field.with_value(|field| plan.dismiss_other(pen, field, stamp)));
                }>{m.keep_mine}</button>
            </div>
        }).collect_view()}
    }
}

fn version(plan: Option<&Plan>, field: &StoredValue<Field>) -> Option<Stamp> {
    field.with_value(|field| plan?.words(field)?.version())
}

/// One list of the plan.
pub fn list_editor(open: Open, list: List) -> impl IntoView {
    let m = open.speech.m();
    let editing = RwSignal::new(false);
    let ids = Memo::new(move |_| {
        open.with(|plan| plan.visible(list).iter().map(|item| item.id.clone()).collect::<Vec<_>>()).unwrap_or_default()
    });
    let any = move || ids.with(|ids| !ids.is_empty());
    view! {
        {move || (!any()).then(|| view! { <p class="quiet">{m.empty_list}</p> })}
        <ul class="checks">
            <For each=move || ids.get() key=ItemId::clone let:id>{item_row(open, list, id, editing, ids)}</For>
        </ul>
        <div class="actions">
            {move || any().then(|| view! {
                <button type="button" class="button button--small" aria-pressed=move || editing.get().to_string() on:click=move |_| editing.update(|on| *on = !*on)>
                    {move || icon(if editing.get() { "check" } else { "pencil" })}{move || if editing.get() { m.edit_done } else { m.edit }}</button>
            })}
            {adder(open, list)}
        </div>
    }
}

fn item_row(open: Open, list: List, id: ItemId, editing: RwSignal<bool>, ids: Memo<Vec<ItemId>>) -> impl IntoView {
    let speech = open.speech;
    let m = speech.m();
    let app = open.app;
    let id = StoredValue::new(id);
    let read = move |read: fn(&Plan, &Item, crate::i18n::Speech) -> String| {
        open.with(|plan| id.with_value(|id| plan.item(id).map(|item| read(plan, item, speech)))).flatten().unwrap_or_default()
    };
    let words = Memo::new(move |_| read(item_words));
    let done = Memo::new(move |_| {
        open.with(|plan| id.with_value(|id| plan.item(id).is_some_and(|item| item.done.value))).unwrap_or(false)
    });
    let waits = Memo::new(move |_| {
        open.with(|plan| id.with_value(|id| plan.item(id).is_some_and(|item| !item.done.value && is_waiting(plan, item))))
            .unwrap_or(false)
    });
    let why = open.plan.with_untracked(|plan| {
        let plan = plan.as_ref()?;
        let n = id.with_value(|id| plan.item(id)?.from)?;
        (list == List::Question).then_some(())?;
        service_of(plan)?.get().question(n)?.why.map(|why| speech.text(why))
    });
    let tick = move |_| {
        let wanted = !done.get_untracked();
        app.edit(&open.id(), |plan, pen| id.with_value(|id| plan.set_done(pen, id, wanted)));
    };
    let given = Signal::derive(move || read(|plan, item, speech| given_words(plan, item.list, item.from, speech)));
    let place = move || ids.with(|ids| id.with_value(|id| ids.iter().position(|other| other == id)));
    let controls = move || {
        editing.get().then(|| view! {
            <div class="checks__edit">
                {words_editor(open, Field::Item(id.get_value()), m.edit, given)}
                <div class="actions">
                    <button type="button" class="button button--icon" aria-label=m.up disabled=move || place() == Some(0) on:click=move |_| {
                        app.edit(&open.id(), |plan, pen| id.with_value(|id| plan.move_up(pen, id)));
                    }>{icon("arrow-up")}</button>
                    <button type="button" class="button button--icon" aria-label=m.down disabled=move || place().map(|at| at + 1) == Some(ids.with(Vec::len)) on:click=move |_| {
                        app.edit(&open.id(), |plan, pen| id.with_value(|id| plan.move_down(pen, id)));
                    }>{icon("arrow-down")}</button>
                    <button type="button" class="button button--small button--quiet" on:click=move |_| {
                        app.edit_undoable(&open.id(), m.removed, |plan, pen| id.with_value(|id| plan.remove_item(pen, id)));
                    }>{icon("trash-2")}{m.remove}</button>
                </div>
            </div>
        })
    };
    view! {
        <li class="checks__item" class:checks__item--done=move || done.get()>
            <label class="checks__row">
                <input type="checkbox" class="checks__box" prop:checked=move || done.get() on:change=tick/>
                <span class="checks__words"><span dir="auto">{move || words.get()}</span>
                    {move || (list == List::Step && waits.get()).then(|| view! { <span class="checks__note">{m.waits_for_step}</span> })}
                    {why.map(|why| view! { <span class="checks__note">{why}</span> })}
                </span>
            </label>
            {controls}
        </li>
    }
}

/// A step whose earlier steps are in the plan and not done.
fn is_waiting(plan: &Plan, item: &Item) -> bool {
    item.from.is_some_and(|n| {
        steps_before(plan, n).iter().any(|before| {
            plan.item(&ItemId::content(List::Step, *before)).is_some_and(|item| !item.removed.value && !item.done.value)
        })
    })
}

/// Adding: suggestions to tap, or own words.
fn adder(open: Open, list: List) -> impl IntoView {
    let speech = open.speech;
    let m = speech.m();
    let app = open.app;
    let draft = RwSignal::new(String::new());
    let words = match list {
        List::Question => m.add_question,
        List::Document => m.add_document,
        List::Step => m.add_step,
    };
    let suggestions = move || {
        open.with(|plan| {
            let given = numbers(plan, list)
                .into_iter()
                .filter(|n| !plan.has(list, *n))
                .map(|n| (Some(n), given_words(plan, list, Some(n), speech)));
            let general = general(list, m).iter().map(|text| (None, (*text).to_owned()));
            let there: Vec<String> = plan.visible(list).into_iter().map(|item| item_words(plan, item, speech)).collect();
            given.chain(general).filter(|(_, text)| !there.contains(text)).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    };
    let add_own = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = draft.get_untracked();
        if !text.trim().is_empty() {
            app.edit(&open.id(), |plan, pen| plan.add_item(pen, list, &text));
            draft.set(String::new());
        }
    };
    view! {
        <details class="adder"><summary class="button button--small">{icon("plus")}{words}</summary>
            <div class="adder__body">
                {move || {
                    let found = suggestions();
                    (!found.is_empty()).then(|| view! {
                        <p class="quiet">{m.suggestions}</p>
                        <ul class="choices">{found.into_iter().map(|(n, text)| {
                            let own = text.clone();
                            view! { <li><button type="button" class="choice" on:click=move |_| {
                                app.edit(&open.id(), |plan, pen| match n {
                                    Some(n) => plan.add_from(pen, list, n),
                                    None => plan.add_item(pen, list, &own),
                                });
                            }>{icon("plus")}<span>{text}</span></button></li> }
                        }).collect_view()}</ul>
                    })
                }}
                <form on:submit=add_own>
                    <label class="field"><span class="field__label">{m.write_own}</span>
                        <textarea class="field__text" rows="2" dir="auto" prop:value=move || draft.get() on:input=move |event| draft.set(event_target_value(&event))></textarea>
                    </label>
                    <button type="submit" class="button">{icon("plus")}{m.add}</button>
                </form>
            </div>
        </details>
    }
}

/// The numbers of the service's own entries for a list.
fn numbers(plan: &Plan, list: List) -> Vec<u8> {
    let Some(service) = service_of(plan).map(|service| service.get()) else { return Vec::new() };
    match list {
        List::Question => service.questions.iter().map(|question| question.n).collect(),
        List::Document => service.documents.iter().map(|document| document.n).collect(),
        List::Step => service.steps.iter().map(|step| step.n).collect(),
    }
}

/// What helps with any service; among the questions the guide's standing ones.
fn general(list: List, m: &'static crate::i18n::Messages) -> &'static [&'static str] {
    match list {
        List::Question => &m.more_questions,
        List::Document => &m.more_documents,
        List::Step => &m.more_steps,
    }
}
