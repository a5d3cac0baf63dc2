//! Fields of the rooms: choices by tap, days, numbers, a list with a search box.

use super::super::edit::{line_editor, words_editor};
use super::super::el::{all, each, el, live, El, Kids, Words};
use super::super::parts::{button, icon, listed, quiet, search_box};
use super::super::plan::Open;
use super::super::signal::*;
use crate::i18n::words::helper::workshop::Workshop;
use crate::kb::AimId;
use crate::khmer::fold;
use crate::plan::helper::workshop::{chosen, of, CAME, ROLES};
use crate::plan::{fact, Field, Item, ItemId, List, Pen, Sheet};
use std::rc::Rc;

/// A fact of the sheet, or of one line of it: how it reads now (tracks), and the way to say it.
#[derive(Clone)]
pub struct Fact {
    pub said: Rc<dyn Fn() -> String>,
    pub say: Rc<dyn Fn(&str)>,
}

/// A fact of the sheet.
pub fn fact_of(open: Open, name: &'static str) -> Fact {
    Fact {
        said: Rc::new(move || open.with(|sheet| sheet.fact(name).to_owned()).unwrap_or_default()),
        say: Rc::new(move |value| {
            open.app.edit(&open.id(), |sheet, pen| sheet.set_fact(pen, name, value));
        }),
    }
}

impl Fact {
    /// The same, when one of its codes is in force as long as nothing was said.
    pub fn usually(self, code: &'static str) -> Fact {
        let said = self.said;
        let or = move || Some(said()).filter(|said| !said.is_empty()).unwrap_or_else(|| code.to_owned());
        Fact { said: Rc::new(or), say: self.say }
    }
}

/// A fact of one line.
pub fn item_fact(open: Open, id: &ItemId, name: &'static str) -> Fact {
    let (id, other) = (id.clone(), id.clone());
    Fact {
        said: Rc::new(move || {
            open.with(|sheet| sheet.item(&id).map(|item| item.fact(name).to_owned())).flatten().unwrap_or_default()
        }),
        say: Rc::new(move |value| {
            open.app.edit(&open.id(), |sheet, pen| sheet.set_item_fact(pen, &other, name, value));
        }),
    }
}

/// A button that is pressed or not.
pub fn chip(words: impl Into<Words>, mut on: impl FnMut() -> bool + 'static, tap: impl FnMut() + 'static) -> El {
    let words: Words = words.into();
    let pressed = move || Some(Words::from(if on() { "true" } else { "false" }));
    el("button", "chip").attr("type", "button").tap(tap).live_attr("aria-pressed", pressed).with(words)
}

/// Chips; what they are about stands above them as the title of the card, and is told to those who listen.
fn chips(label: &'static str, chips: Vec<El>) -> El {
    el("div", "chips").attr("role", "group").attr("aria-label", label).with(chips)
}

/// As [`only_of`], with what it is about above it.
pub fn one_of(label: &'static str, fact: Fact, codes: &[&'static str], words: &[&'static str]) -> El {
    all((el("p", "field__label").with(label), only_of(label, fact, codes, words)))
}

/// One of several by tap; the chosen one once more takes it back.
pub fn only_of(label: &'static str, fact: Fact, codes: &[&'static str], words: &[&'static str]) -> El {
    let one = |(code, words): (&'static str, &&'static str)| {
        let (said, fact) = (fact.said.clone(), fact.clone());
        let tap = move || {
            let same = untrack(|| (fact.said)()) == code;
            (fact.say)(if same { "" } else { code });
        };
        chip(*words, move || said() == code, tap)
    };
    chips(label, codes.iter().copied().zip(words).map(one).collect())
}

/// Some of several by tap, each a fact of its own.
pub fn some_of(open: Open, label: &'static str, bank: &'static str, codes: &[&'static str], words: Vec<Words>) -> El {
    let one = |(code, words): (&&'static str, Words)| {
        let name = of(bank, code);
        let same = name.clone();
        let on = move || open.with(|sheet| sheet.fact(&same) == "yes").unwrap_or_default();
        let tap = move || {
            open.app.edit(&open.id(), |sheet, pen| {
                let value = if sheet.fact(&name) == "yes" { "" } else { "yes" };
                sheet.set_fact(pen, &name, value)
            });
        };
        chip(words, on, tap)
    };
    chips(label, codes.iter().zip(words).map(one).collect())
}

/// The aims of Home, by tap.
pub fn some_aims(open: Open, label: &'static str, bank: &'static str) -> El {
    let codes: Vec<&'static str> = AimId::all().map(AimId::name).collect();
    some_of(open, label, bank, &codes, AimId::all().map(|aim| open.speech.text(aim.get().title)).collect())
}

/// The codes of a bank that were chosen, in words.
pub fn chosen_words(sheet: &Sheet, bank: &str, codes: &[&str], words: &[&'static str]) -> Vec<&'static str> {
    chosen(sheet, bank, codes).into_iter().filter_map(|at| words.get(at)).copied().collect()
}

/// The words of a code; empty for none and for one of a newer app.
pub fn word_of(code: &str, codes: &[&str], words: &[&'static str]) -> &'static str {
    codes.iter().position(|known| *known == code).and_then(|at| words.get(at)).copied().unwrap_or_default()
}

/// A day or a time.
pub fn input(label: &'static str, kind: &'static str, fact: Fact) -> El {
    let Fact { said, say } = fact;
    let input = el("input", "field__day").attr("type", kind).attr("autocomplete", "off").value(move || said());
    let input = input.on("change", move |event| say(&event_target_value(&event)));
    el("label", "field").with((el("span", "field__label").with(label), input))
}

/// How many: a number to type, or to count by tap.
pub fn count(open: Open, label: &'static str, name: &'static str, w: &'static Workshop) -> El {
    let add = move |more: bool| {
        open.app.edit(&open.id(), |sheet, pen| {
            let now: u32 = sheet.fact(name).parse().unwrap_or(0);
            let next = if more { now.saturating_add(1).min(9999) } else { now.saturating_sub(1) };
            set_count(sheet, pen, name, &next.to_string())
        });
    };
    let step = |picture: &'static str, words: String, more: bool| {
        el("button", "button button--icon")
            .attr("type", "button")
            .attr("aria-label", words)
            .tap(move || add(more))
            .with(icon(picture))
    };
    let shown = move || open.with(|sheet| sheet.fact(name).to_owned()).unwrap_or_default();
    let write = move |event| {
        let text = crate::khmer::ascii_digits(event_target_value(&event).trim());
        let number = text.parse::<u32>().map_or(String::new(), |number| number.min(9999).to_string());
        open.app.edit(&open.id(), |sheet, pen| set_count(sheet, pen, name, &number));
    };
    let input = el("input", "field__line").attr("type", "text").attr("inputmode", "numeric").attr("autocomplete", "off");
    let input = input.value(shown).on("change", write);
    let field = el("label", "field").with((el("span", "field__label").with(label), input));
    let steps = el("div", "actions").with((step("minus", w.fewer.with(label), false), step("plus", w.more.with(label), true)));
    el("div", "choices").with((field, steps))
}

/// Whoever counts who came says that it was held.
fn set_count(sheet: &mut Sheet, pen: &Pen, name: &str, number: &str) -> bool {
    if CAME.contains(&name) {
        sheet.set_fact(pen, fact::HELD, "yes");
    }
    sheet.set_fact(pen, name, number)
}

/// A yes or no of the sheet.
pub fn tick(open: Open, words: &'static str, name: &'static str, yes: impl Fn() -> String + 'static) -> El {
    let on = move || open.with(|sheet| !sheet.fact(name).is_empty()).unwrap_or_default();
    let set = move |_| {
        let value = if untrack(on) { String::new() } else { yes() };
        open.app.edit(&open.id(), |sheet, pen| sheet.set_fact(pen, name, &value));
    };
    checkbox(words, on, set)
}

pub fn checkbox(words: &'static str, on: impl FnMut() -> bool + 'static, set: impl FnMut(leptos::ev::Event) + 'static) -> El {
    let boxed = el("input", "checks__box").attr("type", "checkbox").checked(on).on("change", set);
    el("label", "checks__row").with((boxed, el("span", "checks__words").with(words)))
}

/// A line of the sheet and the note of it that is its own words.
pub fn note(name: &str) -> Field {
    Field::Note(name.to_owned())
}

pub fn item_note(id: &ItemId, name: &str) -> Field {
    Field::ItemNote(id.clone(), name.to_owned())
}

/// The lines of a list, each as `row` makes it.
pub fn lines(open: Open, list: List, row: impl Fn(ItemId) -> El + 'static) -> El {
    let ids = memo(move || {
        open.with(|sheet| sheet.visible(list).iter().map(|item| item.id.clone()).collect::<Vec<_>>()).unwrap_or_default()
    });
    each(move || ids.get(), row)
}

/// The way to take one line out.
pub fn remove(open: Open, id: &ItemId) -> El {
    let (m, id) = (open.speech.m(), id.clone());
    let tap = move || open.app.edit_undoable(&open.id(), m.removed, |sheet, pen| sheet.remove_item(pen, &id));
    button("button button--small button--quiet", "trash-2", m.remove, tap)
}

/// The way to add one.
pub fn add(open: Open, list: List, words: &'static str) -> El {
    let tap = move || {
        open.app.edit(&open.id(), |sheet, pen| sheet.add_item(pen, list, ""));
    };
    button("button button--small", "plus", words, tap)
}

/// Who: a role by tap, and a name beside it, which stays here unless it is ticked.
pub fn who(open: Open, id: &ItemId, label: &'static str, w: &'static Workshop) -> El {
    all((
        one_of(label, item_fact(open, id, fact::BY), ROLES, &w.roles),
        line_editor(open, item_note(id, fact::BY), w.name_own, "text"),
    ))
}

/// What was agreed: an action, who does it, by when; ticked when it is done.
pub fn actions(open: Open, w: &'static Workshop) -> El {
    let row = move |id: ItemId| {
        let (item, other) = (id.clone(), id.clone());
        let done = move || open.with(|sheet| sheet.item(&item).is_some_and(|item| item.done.value)).unwrap_or_default();
        let is_done = done.clone();
        let set = move |_| {
            let wanted = !untrack(&is_done);
            open.app.edit(&open.id(), |sheet, pen| sheet.set_done(pen, &other, wanted));
        };
        el("div", "claim").with((
            words_editor(open, Field::Item(id.clone()), w.action, String::new),
            who(open, &id, w.who, w),
            input(w.by_when, "date", item_fact(open, &id, fact::DUE)),
            checkbox(w.done, done, set),
            remove(open, &id),
        ))
    };
    all((lines(open, List::Step, row), add(open, List::Step, w.add_action)))
}

/// Whether an item says who: the role, and the name where that was ticked for this copy.
pub fn who_words(item: &Item, office: &str, names: bool, w: &'static Workshop) -> String {
    let role = match item.fact(fact::BY) {
        "office" if !office.is_empty() => office,
        code => word_of(code, ROLES, &w.roles),
    };
    let name = if names { item.note(fact::BY).trim() } else { "" };
    [role, name].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

/// A search box above a list that is not long: rows, each with the words by which it is found; those stay that hold what is typed.
pub fn searched(label: &'static str, none: &'static str, rows: impl Fn() -> Vec<(String, El)> + 'static) -> El {
    let typed = RwSignal::new(String::new());
    let field = search_box(move || typed.get(), move |text| typed.set(text));
    let list = live(move || {
        let wanted = fold(typed.get().trim());
        let found: Vec<El> = rows()
            .into_iter()
            .filter(|(name, _)| wanted.is_empty() || fold(name).contains(&wanted))
            .map(|(_, row)| row)
            .collect();
        match found.is_empty() {
            true => quiet(none).attr("role", "status"),
            false => el("section", "card card--rows").with(el("ul", "rows").with(listed(found))),
        }
    });
    all((el("label", "field").with((el("span", "field__label").with(label), field)), list))
}

/// A card that several screens open at once: without an id of its own.
pub fn section(words: &'static str, inside: impl Kids) -> El {
    el("section", "card").attr("aria-label", words).with(el("h2", "card__title").with(words)).with(inside)
}
