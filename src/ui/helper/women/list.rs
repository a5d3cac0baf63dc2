//! Everybody she helps: counts, a box, filters, and a row for each.

use super::super::super::el::{all, each, el, live, live_text, El, Words};
use super::super::super::long::{growing, long_list, Long, Rows};
use super::super::super::paper::joined;
use super::super::super::parts::{empty, heading, icon, main_button, own_row, quiet, search_box};
use super::super::super::plan::steps_before;
use super::super::super::plans::{item_words, plan_name, window_words_of};
use super::super::super::sheets::sheet_name;
use super::super::super::signal::*;
use super::super::super::state::{use_app, use_speech, App};
use super::super::fields::chip;
use super::{page, tags};
use crate::dates::Date;
use crate::i18n::Speech;
use crate::kb::AimId;
use crate::plan::helper::helped;
use crate::plan::helper::helped::{Filter, Index, Known, When};
use crate::plan::{next_thing, Book, Field, SheetId, What, Window};
use std::rc::Rc;

/// So many rows stand there while something is looked for.
const FOUND: usize = 12;

/// The book, read once for as long as it stays the same.
pub fn index(app: App, speech: Speech) -> Memo<Rc<Index>> {
    memo(move || {
        let today = app.today.get();
        let words = |helped: &crate::plan::Sheet| tags(helped, speech).join(" ");
        app.book.with(|book| Rc::new(Index::new(book, today, &words)))
    })
}

/// The list; `beside`: who was opened from it.
pub fn list(beside: Option<SheetId>) -> El {
    let app = use_app();
    let speech = use_speech();
    let w = &speech.h().women;
    let index = index(app, speech);
    let any = memo(move || index.with(|index| index.count() > 0));
    let title = match &beside {
        // The one opened has the title of the screen.
        Some(_) => el("p", "card__title").with(w.title),
        None => heading(w.title),
    };
    let beside = StoredValue::new(beside);
    let inside = live(move || {
        if !any.get() {
            return empty(w.none, w.none_help, main_button("user-plus", w.add, move || add(app)));
        }
        all((
            quiet(live_text(move || index.with(|index| counts(index, speech)))),
            seek(app, speech, index),
            rows(app, speech, index, beside),
            el("div", "bar").with(main_button("user-plus", w.add, move || add(app))),
        ))
    });
    all((title, inside))
}

fn counts(index: &Index, speech: Speech) -> String {
    speech.h().women.counts.with(&speech.number(index.count()), &speech.number(index.plans()))
}

/// Notes somebody by the next code, and opens her page: a name may be written there, nothing must be.
pub fn add(app: App) {
    let speech = app.speech_now();
    let next = app.book.with_untracked(helped::next_code);
    let zero = if next < 10 { "0" } else { "" };
    let code = speech.h().women.code.with(&speech.digits(&[zero, &next.to_string()].concat()));
    let id = app.make_sheet(What::Helped, &[]);
    app.edit(&id, |sheet, pen| sheet.write(pen, &Field::Title, &code));
    app.go(page(&id));
}

/// The box, and what narrows the list by tap.
fn seek(app: App, speech: Speech, index: Memo<Rc<Index>>) -> El {
    let w = &speech.h().women;
    let typed = move || app.sought.with(|sought| sought.typed.clone());
    let box_ = search_box(typed, move |text| app.sought.update(|sought| sought.typed = text));
    let box_ = box_.attr("aria-label", w.search).attr("placeholder", w.search);
    let one = |(when, words): (When, &'static str)| {
        chip(words, move || app.sought.with(|sought| sought.when == when), move || app.sought.update(|sought| sought.when = when))
    };
    let chips = When::ALL.into_iter().zip(w.whens).map(one).collect::<Vec<_>>();
    let options = live(move || {
        let wanted = app.sought.with_untracked(|sought| sought.need.clone());
        let option = |id: &'static str, words: Words| {
            el("option", "").attr("value", id).attr_if("selected", (wanted == id).then_some("")).with(words)
        };
        let needed = AimId::all().filter(|aim| index.with(|index| index.has_need(aim.name())));
        let needed = needed.map(|aim| option(aim.name(), speech.text(aim.get().title)));
        [option("", w.any_need.into())].into_iter().chain(needed).collect::<Vec<_>>()
    });
    let choose = move |event| {
        let need = event_target_value(&event);
        app.sought.update(|sought| sought.need = need);
    };
    let needs = el("select", "field__line").attr("aria-label", w.need).on("change", choose).with(options);
    let form =
        el("form", "search").attr("role", "search").with((icon("search"), box_)).on("submit", |event| event.prevent_default());
    all((form, el("div", "chips").attr("role", "group").attr("aria-label", w.when).with(chips), needs))
}

fn rows(app: App, speech: Speech, index: Memo<Rc<Index>>, beside: StoredValue<Option<SheetId>>) -> El {
    let w = &speech.h().women;
    let found = memo(move || app.sought.with(|sought| index.with(|index| index.find(sought))));
    let everybody = memo(move || app.sought.with(Filter::is_empty));
    let card = |rows: El| el("section", "card card--rows").attr("aria-label", w.title).with(rows);
    let one = move |id: &SheetId| {
        let current = beside.with_value(|beside| beside.as_ref() == Some(id));
        let row =
            index.with(|index| index.get(id).map(|known| app.book.with_untracked(|book| person_row(book, known, app, speech))));
        row.map(|row| row.attr_if("aria-current", current.then_some("true")))
    };
    live(move || {
        if everybody.get() {
            let rows: Rows = Rc::new(move |_: &Book, ids: &[SheetId]| ids.iter().filter_map(one).collect());
            let framed = move |list: Long| card(all((el("ul", "rows").with(list.rows), list.more)));
            let everybody = move |_: &Book| found.with(|found| index.with(|index| index.ids(found)));
            return long_list(0, Box::new(everybody), rows, Box::new(move |list| list.map(framed)));
        }
        let first = |index: &Index, found: &[usize]| index.ids(found.get(..FOUND).unwrap_or(found));
        let some = growing(app, move || found.with(|found| index.with(|index| first(index, found))));
        let rows = each(move || some.get(), move |id| el("li", "").with(live(move || one(&id))));
        let count = live(move || match found.with(Vec::len) {
            0 => el("p", "quiet").with(w.none_found),
            count => {
                let more = count.saturating_sub(FOUND);
                all((quiet(w.found.with(&speech.number(count))), (more > 0).then(|| quiet(w.more.with(&speech.number(more))))))
            }
        });
        let any = memo(move || some.with(|some| !some.is_empty()));
        let rows = el("ul", "rows").with(rows);
        let rows = el("section", "card card--rows")
            .attr("aria-label", w.title)
            .live_attr("hidden", move || (!any.get()).then_some(Words::Borrowed("")))
            .with(rows);
        all((el("div", "").attr("role", "status").with(count), rows))
    })
}

/// One person: name, the next thing and its day, the last contact.
pub fn person_row(book: &Book, known: &Known, app: App, speech: Speech) -> El {
    let w = &speech.h().women;
    let today = app.today.get_untracked();
    let name = book.sheets.get(&known.id).map(|helped| sheet_name(helped, speech)).unwrap_or_default();
    let next = next_words(book, known, speech);
    let last = known.last.map(|day| w.last.with(&speech.date(day))).unwrap_or_default();
    let time = known.due.map(|until| due_words(until, today, speech));
    own_row(page(&known.id), "user", name, joined(&[&next, &last]), time)
}

/// When something is due.
pub fn due_words(until: Date, today: Date, speech: Speech) -> String {
    window_words_of(Window { until, days_left: today.days_until(until) }, speech)
}

/// The next thing of the plan that comes first, and the plan.
fn next_words(book: &Book, known: &Known, speech: Speech) -> String {
    let w = &speech.h().women;
    let Some(plan) = known.plan.as_ref().and_then(|plan| book.sheets.get(plan)) else { return w.no_plan.to_owned() };
    let next = next_thing(plan, &|n| steps_before(plan, n));
    let next = next.map_or_else(|| w.all_done.to_owned(), |item| item_words(plan, item, speech));
    joined(&[&next, &plan_name(plan, speech)])
}
