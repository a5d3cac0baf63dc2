//! Editing what stands in a plan: a text that is saved with every keystroke, and a list to tick, add
//! to, reorder and remove from. Everything can be done by tapping.

use super::answers::replied;
use super::el::{all, each, el, live, live_text, El, Words};
use super::parts::{button, icon, listed, quiet, with_icon};
use super::plan::{steps_before, Open};
use super::plans::{general_numbers, given_words, item_to_show, item_words, service_of};
use super::show::show_bare;
use super::signal::*;
use crate::i18n::Speech;
use crate::plan::{fact, Field, Item, ItemId, List, Sheet, Stamp};

/// A text of the plan. While she types, nothing that arrives from elsewhere moves her words; what another
/// tab wrote at the same time is shown below.
pub fn words_editor(open: Open, field: Field, label: &'static str, given: impl Fn() -> String + Send + 'static) -> El {
    editor(open, field, label, Box::new(given), el("textarea", "field__text").attr("rows", "2"))
}

/// As [`words_editor`], of one line: a name, a number. `mode` is the keyboard: `text`, `tel`, `email`.
pub fn line_editor(open: Open, field: Field, label: &'static str, mode: &'static str) -> El {
    given_line_editor(open, field, label, mode, String::new)
}

/// As [`line_editor`], with what is known until she writes.
pub fn given_line_editor(
    open: Open,
    field: Field,
    label: &'static str,
    mode: &'static str,
    given: impl Fn() -> String + Send + 'static,
) -> El {
    let input = el("input", "field__line").attr("type", "text").attr("inputmode", mode).attr("autocomplete", "off");
    editor(open, field, label, Box::new(given), input)
}

fn editor(open: Open, field: Field, label: &'static str, given: Box<dyn Fn() -> String + Send>, area: El) -> El {
    let app = open.app;
    let field = StoredValue::new(field);
    let current =
        move || open.with(|plan| field.with_value(|field| plan.words(field).map(|words| words.current().to_owned()))).flatten();
    // The version this editing began with: `Some` while the field has the focus.
    let base = StoredValue::new(None::<Option<Stamp>>);
    // What stands in the field while she types: her letters, whatever arrives meanwhile.
    let typed = RwSignal::new(None::<String>);
    let shown = move || {
        typed.get().unwrap_or_else(|| match current() {
            Some(text) if !text.is_empty() => text,
            _ => given(),
        })
    };
    let version = move || open.plan.with_untracked(|plan| field.with_value(|field| plan.as_ref()?.words(field)?.version()));
    let write = move |event| {
        let text = event_target_value(&event);
        let from = base.get_value().unwrap_or_else(version);
        let wrote = app.edit(&open.id(), |plan, pen| field.with_value(|field| plan.write_over(pen, field, from, &text)));
        base.set_value(Some(wrote.flatten()));
        typed.set(Some(text));
    };
    let area = area
        .attr("dir", "auto")
        .attr_if("readonly", app.store().is_locked(&open.id()).then_some(""))
        .value(shown)
        .on("focus", move |_| base.set_value(Some(version())))
        .on("input", write)
        .on("blur", move |_| {
            base.set_value(None);
            typed.set(None);
        });
    all((el("label", "field").with((el("span", "field__label").with(label), area)), other_versions(open, field)))
}

/// What another tab or phone wrote at the same time: to take or to drop, never lost silently.
fn other_versions(open: Open, field: StoredValue<Field>) -> El {
    let (app, m) = (open.app, open.speech.m());
    live(move || {
        let read = |plan: &Sheet| {
            let words =
                field.with_value(|field| plan.words(field).map(|words| words.others().into_iter().cloned().collect::<Vec<_>>()));
            words.unwrap_or_default()
        };
        let others = open.with(read).unwrap_or_default();
        let other = |said: crate::plan::Said| {
            let stamp = said.stamp;
            let take = move || {
                app.edit(&open.id(), |plan, pen| field.with_value(|field| plan.choose_other(pen, field, stamp)));
            };
            let drop = move || {
                app.edit_undoable(&open.id(), m.removed, |plan, pen| {
                    field.with_value(|field| plan.dismiss_other(pen, field, stamp))
                })
            };
            el("div", "other").with((
                quiet(m.other_version),
                el("p", "other__text").attr("dir", "auto").with(said.text),
                button("button button--small", "check", m.use_this, take),
                button("button button--small button--quiet", "x", m.keep_mine, drop),
            ))
        };
        others.into_iter().map(other).collect::<Vec<_>>()
    })
}

/// One list of the plan.
pub fn list_editor(open: Open, list: List) -> El {
    let m = open.speech.m();
    let editing = RwSignal::new(false);
    let ids = memo(move || {
        open.with(|plan| plan.visible(list).iter().map(|item| item.id.clone()).collect::<Vec<_>>()).unwrap_or_default()
    });
    let any = memo(move || ids.with(|ids| !ids.is_empty()));
    let none = live(move || (!any.get()).then(|| quiet(m.empty_list)));
    let edit = live(move || {
        any.get().then(|| {
            let (picture, words) = if editing.get() { ("check", m.edit_done) } else { ("pencil", m.edit) };
            button("button button--small", picture, words, move || editing.update(|on| *on = !*on))
                .attr("aria-pressed", editing.get().to_string())
        })
    });
    let rows = each(move || ids.get(), move |id| item_row(open, id, editing, ids));
    all((none, el("ul", "checks").with(rows), el("div", "actions").with((edit, adder(open, list)))))
}

fn item_row(open: Open, id: ItemId, editing: RwSignal<bool>, ids: Memo<Vec<ItemId>>) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = speech.m();
    let id = StoredValue::new(id);
    let said = memo(move || read(open, id, item_words));
    let done = memo(move || is(open, id, |_, item| item.done.value));
    let waits = memo(move || is(open, id, is_waiting));
    let why = memo(move || read(open, id, why_words));
    let tick = move |_| {
        let wanted = !done.get_untracked();
        app.edit(&open.id(), |plan, pen| id.with_value(|id| plan.set_done(pen, id, wanted)));
    };
    let boxed = el("input", "checks__box").attr("type", "checkbox").checked(move || done.get()).on("change", tick);
    let note = |words: Words| el("span", "checks__note").with(words);
    let words = el("span", "checks__words").with((
        el("span", "").attr("dir", "auto").with(live_text(move || said.get())),
        live(move || waits.get().then(|| note(m.waits_for_step.into()))),
        live(move || Some(why.get()).filter(|why| !why.is_empty()).map(|why| note(why.into()).attr("dir", "auto"))),
    ));
    let class = move || Some(Words::from(if done.get() { "checks__item checks__item--done" } else { "checks__item" }));
    let tools = live(move || editing.get().then(|| item_tools(open, id, ids)));
    // A question can be shown to the official as it stands.
    let show = is_question(id).then(|| {
        let made =
            move || open.now(|plan| id.with_value(|id| plan.item(id).map(|item| item_to_show(plan, item, speech)))).flatten();
        let name = move || Some(m.reply.show_this.with(&said.get()).into());
        show_bare(move || made().unwrap_or_default()).live_attr("aria-label", name)
    });
    let row = el("div", "checks__line").with((el("label", "checks__row").with((boxed, words)), show));
    let reply = is_question(id).then(|| replied(open, id.get_value()));
    el("li", "").live_attr("class", class).with((row, reply, tools))
}

/// Writing over, moving, removing.
fn item_tools(open: Open, id: StoredValue<ItemId>, ids: Memo<Vec<ItemId>>) -> El {
    let (app, m) = (open.app, open.speech.m());
    let given = move || read(open, id, |plan, item, speech| given_words(plan, item.list, item.from, speech));
    let place = move || ids.with(|ids| id.with_value(|id| ids.iter().position(|other| other == id)));
    let last = move || ids.with(|ids| ids.len().checked_sub(1));
    let off = |off: bool| off.then_some(Words::Borrowed(""));
    let up = move || {
        app.edit(&open.id(), |plan, pen| id.with_value(|id| plan.move_up(pen, id)));
    };
    let down = move || {
        app.edit(&open.id(), |plan, pen| id.with_value(|id| plan.move_down(pen, id)));
    };
    let remove = move || app.edit_undoable(&open.id(), m.removed, |plan, pen| id.with_value(|id| plan.remove_item(pen, id)));
    let arrow = |picture: &'static str, words: &'static str| {
        el("button", "button button--icon").attr("type", "button").attr("aria-label", words).with(icon(picture))
    };
    // A question that is worth a meeting says why, and what would settle it.
    let question = is_question(id).then(|| {
        let note = |name: &str| Field::ItemNote(id.get_value(), name.to_owned());
        let given = move || read(open, id, |plan, item, speech| given_why(plan, item, speech).unwrap_or_default());
        (
            words_editor(open, note(fact::WHY), m.meet.why_it_matters, given),
            words_editor(open, note(fact::SETTLES), m.meet.what_settles, String::new),
        )
    });
    el("div", "checks__edit").with((
        words_editor(open, Field::Item(id.get_value()), m.edit, given),
        question,
        el("div", "actions").with((
            arrow("arrow-up", m.up).tap(up).live_attr("disabled", move || off(place() == Some(0))),
            arrow("arrow-down", m.down).tap(down).live_attr("disabled", move || off(place() == last())),
            button("button button--small button--quiet", "trash-2", m.remove, remove),
        )),
    ))
}

fn is_question(id: StoredValue<ItemId>) -> bool {
    id.with_value(|id| id.list() == Some(List::Question))
}

fn read(open: Open, id: StoredValue<ItemId>, read: fn(&Sheet, &Item, Speech) -> String) -> String {
    open.with(|plan| id.with_value(|id| plan.item(id).map(|item| read(plan, item, open.speech)))).flatten().unwrap_or_default()
}

fn is(open: Open, id: StoredValue<ItemId>, is: fn(&Sheet, &Item) -> bool) -> bool {
    open.with(|plan| id.with_value(|id| plan.item(id).is_some_and(|item| is(plan, item)))).unwrap_or(false)
}

/// Why a question matters: in her words, else as the service says it.
fn why_words(plan: &Sheet, item: &Item, speech: Speech) -> String {
    let own = item.note(fact::WHY);
    if own.is_empty() {
        given_why(plan, item, speech).unwrap_or_default()
    } else {
        own.to_owned()
    }
}

fn given_why(plan: &Sheet, item: &Item, speech: Speech) -> Option<String> {
    let question = service_of(plan).filter(|_| item.list == List::Question)?.get().question(item.from?)?;
    question.why.map(|why| speech.text(why).into_owned())
}

/// A step whose earlier steps are in the plan and not done. Said only where her order does not show it: when the
/// item above it is done or is another one.
fn is_waiting(plan: &Sheet, item: &Item) -> bool {
    let steps = plan.visible(List::Step);
    let above = steps.iter().take_while(|other| other.id != item.id).last();
    if item.list != List::Step || item.done.value || above.is_some_and(|above| !above.done.value) {
        return false;
    }
    let undone = |n: &u8| plan.item(&ItemId::content(List::Step, *n)).is_some_and(|item| !item.removed.value && !item.done.value);
    item.from.is_some_and(|n| steps_before(plan, n).iter().any(undone))
}

/// Adding: suggestions to tap, or own words.
fn adder(open: Open, list: List) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = speech.m();
    let draft = RwSignal::new(None::<String>);
    let words = match list {
        List::Question => m.add_question,
        List::Document => m.add_document,
        _ => m.add_step,
    };
    let suggestions = live(move || {
        let found = open.with(|plan| suggestions(plan, list, speech)).unwrap_or_default();
        let choice = |(n, text): (u8, String)| {
            let add = move || {
                app.edit(&open.id(), |plan, pen| plan.add_from(pen, list, n));
            };
            with_icon(el("button", "choice").attr("type", "button").tap(add), "plus", text)
        };
        let rows: Vec<El> = found.into_iter().map(choice).collect();
        (!rows.is_empty()).then(|| (quiet(m.suggestions), el("ul", "choices").with(listed(rows))))
    });
    // Leaving the field adds what stands in it: typed words are never thrown away by a tap elsewhere.
    let keep = move || {
        let text = draft.get_untracked().unwrap_or_default();
        if !text.trim().is_empty() {
            draft.set(None);
            app.edit(&open.id(), |plan, pen| plan.add_item(pen, list, &text));
        }
    };
    let add = move |event: leptos::ev::Event| {
        event.prevent_default();
        keep();
    };
    let area = el("textarea", "field__text").attr("rows", "2").attr("dir", "auto").value(move || draft.get().unwrap_or_default());
    let area = area.on("input", move |event| draft.set(Some(event_target_value(&event)))).on("blur", move |_| keep());
    let form = el("form", "").on("submit", add).with((
        el("label", "field").with((el("span", "field__label").with(m.write_own), area)),
        with_icon(el("button", "button").attr("type", "submit"), "plus", m.add),
    ));
    let head = with_icon(el("summary", "button button--small"), "plus", words);
    el("details", "adder").with((head, el("div", "adder__body").with((suggestions, form))))
}

/// What may be added by a tap: the service's own entries that are not in the list, and what helps always.
fn suggestions(plan: &Sheet, list: List, speech: Speech) -> Vec<(u8, String)> {
    let there: Vec<String> = plan.visible(list).into_iter().map(|item| item_words(plan, item, speech)).collect();
    let own =
        numbers(plan, list).into_iter().filter(|n| !plan.has(list, *n)).map(|n| (n, given_words(plan, list, Some(n), speech)));
    let general =
        general_numbers(list, speech.m()).filter(|n| !plan.has(list, *n)).map(|n| (n, given_words(plan, list, Some(n), speech)));
    own.chain(general).filter(|(_, text)| !there.contains(text)).collect()
}

/// The numbers of the service's own entries for a list.
fn numbers(plan: &Sheet, list: List) -> Vec<u8> {
    let Some(service) = service_of(plan).map(|service| service.get()) else { return Vec::new() };
    match list {
        List::Question => service.questions.iter().map(|question| question.n).collect(),
        List::Document => service.documents.iter().map(|document| document.n).collect(),
        List::Step => service.steps.iter().map(|step| step.n).collect(),
        List::Meeting | List::Contact => Vec::new(),
    }
}
