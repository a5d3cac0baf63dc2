//! One person: what to do next, how to reach them, every contact, and who they are.

use super::edit::{line_editor, words_editor};
use super::el::{all, each, el, live, live_text, El, Kids, Words};
use super::offices::office_row;
use super::parts::{button, care, fold, gone_screen, listed, pair, quiet, with_icon};
use super::people::{add_person, ask_words, logger, name, note_way, office_name, organizations, person_row, who};
use super::plan::{saved_line, Open};
use super::reach::{bring, lines, office_choice, way_links, way_words};
use super::restore::card_to_phone;
use super::signal::*;
use super::state::{use_app, use_speech};
use crate::dates::Date;
use crate::i18n::Speech;
use crate::kb::AuthorityId;
use crate::page::Page;
use crate::plan::people::{self, Contact, Diary, Idea, Instead, Level, Reply};
use crate::plan::{fact, reach, Field, How, Item, ItemId, Sheet, SheetId, What};
use crate::platform::TextFile;

pub fn person(id: &str) -> El {
    let app = use_app();
    let speech = use_speech();
    let Some(id) = SheetId::parse(id) else { return gone(speech) };
    let open = Open::new(app, speech, id, What::Person);
    let here = memo(move || open.plan.with(Option::is_some));
    live(move || if here.get() { screen(open) } else { gone(speech) })
}

fn gone(speech: Speech) -> El {
    let m = speech.m();
    gone_screen(m.person.gone, m.gone_help, ("users", m.people, Page::People))
}

fn screen(open: Open) -> El {
    let speech = open.speech;
    let chosen = RwSignal::new(None);
    let title = live_text(move || open.with(|person| name(person, speech)).unwrap_or_default());
    let below = live_text(move || open.with(|person| who(person, speech)).unwrap_or_default());
    let known = open.plan.with_untracked(|person| {
        person.as_ref().is_some_and(|person| !person.title.current().is_empty() || !people::contacts(person).is_empty())
    });
    let contact = all((live(move || next(open, chosen)), contact(open, chosen), log(open)));
    // Of somebody new, first who it is.
    let parts = if known { [contact, details(open)] } else { [details(open), contact] };
    all((
        el("h1", "title").attr("id", "title").attr("tabindex", "-1").attr("dir", "auto").with(title),
        el("p", "quiet").attr("dir", "auto").with(below),
        saved_line(open),
        parts,
        leave(open),
    ))
}

fn section(words: &'static str, inside: impl Kids) -> El {
    el("section", "card").attr("aria-label", words).with(el("h2", "card__title").with(words)).with(inside)
}

// ── what to do next ──

fn next(open: Open, chosen: RwSignal<Option<How>>) -> Option<El> {
    let (app, speech) = (open.app, open.speech);
    let (m, p) = (speech.m(), &speech.m().person);
    let today = app.today.get();
    app.book.with(|book| {
        let person = book.sheets.get(&open.id())?;
        let diary = Diary::new(book, today);
        let tries = diary.tries(person).len();
        let clock = people::clock_is_doubtful(person, today).then(|| care("triangle-alert", p.clock));
        let state = if tries >= people::ENOUGH_TRIES {
            let ways = reach::ways(person);
            let options = diary.instead(person, &ways.iter().map(|(way, _)| *way).collect::<Vec<_>>());
            let fresh = ways.into_iter().filter(|(way, _)| options.contains(&Instead::How(*way))).collect();
            let rows = options.iter().filter_map(|option| match option {
                Instead::How(_) => None,
                Instead::Person(other) => Some(person_row(other, None, speech)),
                Instead::Organization => Some(organizations(speech)),
                Instead::Visit => Some(AuthorityId::parse(person.fact(fact::OFFICE)).map_or_else(
                    || pair("map-pin", p.go_there),
                    |office| all((pair("map-pin", p.go_there), office_row(office))),
                )),
            });
            all((
                pair("message-circle-question-mark", p.tries.with(&speech.number(tries))),
                way_links(fresh, note_way(chosen), speech),
                el("ul", "rows").with(listed(rows.collect())),
            ))
        } else {
            match diary.asks().iter().find(|ask| ask.person.id == person.id) {
                None => quiet(p.no_contact),
                Some(ask) if ask.due > today => all(ask_words(ask, today, speech).into_iter().map(quiet).collect::<Vec<_>>()),
                Some(ask) => {
                    let line = |words: String| with_icon(el("p", "claim__care"), "calendar-clock", words);
                    all(ask_words(ask, today, speech).into_iter().map(line).collect::<Vec<_>>())
                }
            }
        };
        let inside = (clock, state, referred(open, person), diary.idea(person).map(|idea| idea_part(open, idea)));
        Some(el("section", "card next").attr("aria-label", m.next).with(el("h2", "card__title").with(p.next)).with(inside))
    })
}

/// They named somebody: the way to note whom, unless it was done.
fn referred(open: Open, person: &Sheet) -> Option<El> {
    let last = people::contacts(person).pop().and_then(|contact| contact.outcome);
    let named =
        open.app.book.with_untracked(|book| people::all(book).iter().any(|other| other.fact(fact::BY) == person.id.as_str()));
    let office = person.fact(fact::OFFICE).to_owned();
    let add = move || {
        let facts = [(fact::OFFICE, &*office), (fact::LEVEL, Level::Staff.code()), (fact::BY, open.id().as_str())]
            .map(|(name, value)| (name, value.to_owned()));
        add_person(open.app, &facts.each_ref().map(|(name, value)| (*name, &**value)));
    };
    (last == Some(Reply::Referred) && !named)
        .then(|| button("button button--wide", "user-plus", open.speech.m().person.add_named, add))
}

fn idea_part(open: Open, idea: Idea) -> El {
    let (app, m) = (open.app, open.speech.m());
    let p = &m.person;
    let words = p.ideas.get(idea as usize).copied().unwrap_or_default();
    let did = move |words: &'static str| {
        let today = app.today.get_untracked().to_string();
        app.edit_undoable(&open.id(), words, |person, pen| person.set_fact(pen, idea.fact(), &today));
    };
    all((
        pair("hand-heart", words),
        quiet(p.no_gifts),
        el("div", "actions").with((
            button("button button--small", "check", m.ticked, move || did(m.ticked)),
            button("button button--small button--quiet", "x", p.not_now, move || did(p.not_now)),
        )),
    ))
}

// ── contacts ──

/// The ways to reach them, then how it went.
fn contact(open: Open, chosen: RwSignal<Option<How>>) -> (El, El) {
    let m = open.speech.m();
    let links = live(move || {
        let ways = open.with(reach::ways).unwrap_or_default();
        (!ways.is_empty()).then(|| section(m.channels, way_links(ways, note_way(chosen), open.speech)))
    });
    (links, section(m.person.log, logger(open.id(), None, chosen)))
}

/// Every contact, the newest first.
pub(super) fn log(open: Open) -> El {
    let p = &open.speech.m().person;
    let newest = |person: &Sheet| people::contacts(person).iter().rev().map(|contact| contact.item.id.clone()).collect();
    let ids = memo(move || open.with(newest).unwrap_or_default());
    let none = live(move || ids.with(Vec::is_empty).then(|| quiet(p.no_contact)));
    section(p.contacts, (none, el("ul", "rows").with(each(move || ids.get(), move |id| contact_row(open, id)))))
}

fn contact_row(open: Open, id: ItemId) -> El {
    let (app, speech) = (open.app, open.speech);
    let (m, p) = (speech.m(), &speech.m().person);
    let id = StoredValue::new(id);
    let words = move || {
        let read = |person: &Sheet| {
            let log = people::contacts(person);
            log.iter().find(|contact| contact.item.id == id.get_value()).map(|contact| contact_words(contact, speech))
        };
        open.with(read).flatten().unwrap_or_default()
    };
    let text = move || open.with(|person| person.item(&id.get_value()).map(|item| item.text.current().to_owned())).flatten();
    let day = move |name: &'static str, label: &'static str| {
        let shown = move || {
            let read = |person: &Sheet| person.item(&id.get_value()).map(|item: &Item| item.fact(name).to_owned());
            open.with(read).flatten().unwrap_or_default()
        };
        let write = move |event| {
            let value = event_target_value(&event);
            // A contact without a day would fall out of the rhythm.
            if Date::parse(&value).is_some() || name == fact::DUE {
                app.edit(&open.id(), |person, pen| person.set_item_fact(pen, &id.get_value(), name, &value));
            }
        };
        let input = el("input", "field__line").attr("type", "date").attr("autocomplete", "off").value(shown).on("change", write);
        el("label", "field").with((el("span", "field__label").with(label), input))
    };
    let remove = move || app.edit_undoable(&open.id(), m.removed, |person, pen| person.remove_item(pen, &id.get_value()));
    let edit = (
        words_editor(open, Field::Item(id.get_value()), p.remember, String::new),
        day(fact::DAY, p.day),
        day(fact::DUE, p.day_named),
        button("button button--small button--quiet", "trash-2", m.remove, remove),
    );
    el("li", "").with((
        el("p", "contact").with(live_text(words)),
        el("p", "quiet").attr("dir", "auto").with(live_text(move || text().unwrap_or_default())),
        el("details", "why").with((el("summary", "").with(m.edit), el("div", "contact__edit").with(edit))),
    ))
}

/// Day, how, what came of it.
fn contact_words(contact: &Contact, speech: Speech) -> String {
    let result = contact.outcome.and_then(|outcome| speech.m().person.results.get(outcome as usize)).copied();
    let day = contact.day.map(|day| speech.date(day)).unwrap_or_default();
    let way = contact.way.map_or("", |way| way_words(way, speech));
    [&*day, way, result.unwrap_or_default()].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}

// ── who they are ──

fn details(open: Open) -> El {
    let m = open.speech.m();
    let p = &m.person;
    let note = |name: &str| Field::Note(name.to_owned());
    let habits = (
        chips(open, p.prefers, fact::PREFERS, people::HOWS, &p.ways, ""),
        line_editor(open, note(fact::HOURS), p.hours, "text"),
        chips(open, m.language, fact::SPEAKS, &["km", "en"], &p.languages, ""),
        chips(open, p.rhythm, fact::EVERY, people::RHYTHMS, &p.rhythms, "91"),
        every(open),
        quiet(p.rhythm_note),
    );
    let about = (words_editor(open, note(fact::ABOUT), p.about, String::new), quiet(p.about_hint), by(open));
    all((
        section(
            p.who,
            (
                line_editor(open, Field::Title, p.name, "text"),
                chips(open, p.called_title, fact::CALLED, people::CALLED, &p.called, ""),
                chips(open, p.role, fact::LEVEL, Level::CODES, &p.levels, ""),
            ),
        ),
        section(p.office, (office_choice(open), line_editor(open, note(fact::OFFICE), p.own_office, "text"))),
        section(p.reach, (bring(open), lines(open))),
        fold(p.habits, habits),
        fold(p.about, about),
    ))
}

/// One of several by tap; a tap on the chosen one takes it back. `usual` is in force when nothing was said.
fn chips(
    open: Open,
    legend: &'static str,
    name: &'static str,
    codes: &'static [&'static str],
    words: &'static [&'static str],
    usual: &'static str,
) -> El {
    let said = move || open.with(|person| person.fact(name).to_owned()).unwrap_or_default();
    let chip = |(code, words): (&&'static str, &&'static str)| {
        let code = *code;
        let pressed = move || {
            let said = said();
            Some(Words::from(if said == code || (said.is_empty() && code == usual) { "true" } else { "false" }))
        };
        let choose = move || {
            let value = if untrack(said) == code { "" } else { code };
            open.app.edit(&open.id(), |person, pen| person.set_fact(pen, name, value));
        };
        el("button", "chip").attr("type", "button").tap(choose).live_attr("aria-pressed", pressed).with(*words)
    };
    let chips: Vec<El> = codes.iter().zip(words).map(chip).collect();
    el("fieldset", "").with((el("legend", "small-title").with(legend), el("div", "actions").with(chips)))
}

/// A rhythm of their own, in days.
fn every(open: Open) -> El {
    let shown = move || {
        let own = open.with(|person| person.fact(fact::EVERY).to_owned()).unwrap_or_default();
        if people::RHYTHMS.contains(&&*own) {
            String::new()
        } else {
            own
        }
    };
    let write = move |event| {
        let days = event_target_value(&event);
        open.app.edit(&open.id(), |person, pen| person.set_fact(pen, fact::EVERY, days.trim()));
    };
    let input = el("input", "field__line")
        .attr("type", "number")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("min", "1")
        .attr("max", "730");
    el("label", "field")
        .with((el("span", "field__label").with(open.speech.m().person.rhythm_own), input.value(shown).on("change", write)))
}

/// Who told her about this person.
fn by(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let p = &speech.m().person;
    let options = live(move || {
        let by = open.with(|person| person.fact(fact::BY).to_owned()).unwrap_or_default();
        let option = |id: &str, words: String| {
            el("option", "").attr("value", id.to_owned()).attr_if("selected", (by == id).then_some("")).with(words)
        };
        app.book.with(|book| {
            let others = people::all(book).into_iter().filter(|person| person.id != open.id());
            let others = others.map(|person| option(person.id.as_str(), name(person, speech)));
            [option("", p.nobody.to_owned())].into_iter().chain(others).collect::<Vec<_>>()
        })
    });
    let write = move |event| {
        let by = event_target_value(&event);
        app.edit(&open.id(), |person, pen| person.set_fact(pen, fact::BY, &by));
    };
    let select = el("select", "field__line").on("change", write).with(options);
    el("label", "field").with((el("span", "field__label").with(p.by), select))
}

// ── out of here ──

/// A card for the phone's contacts, and the bin.
fn leave(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let (m, p) = (speech.m(), &speech.m().person);
    let card = RwSignal::new(None::<String>);
    let save = move || {
        let text = open.plan.with_untracked(|person| {
            let person = person.as_ref()?;
            let title = people::level(person).map_or("", |level| super::people::level_words(level, speech));
            Some(reach::card(person, &name(person, speech), title, &office_name(person, speech)))
        });
        if let Some(text) = text {
            card.set(Some(text.clone()));
            app.outside().save_file(TextFile { name: "phlov.vcf".to_owned(), mime: "text/vcard;charset=utf-8", text });
        }
    };
    let by_hand = live(move || {
        card.get().map(|text| {
            let area = el("textarea", "field__text")
                .attr("rows", "4")
                .attr("readonly", "")
                .attr("dir", "auto")
                .value(move || text.clone());
            el("label", "field").with((el("span", "field__label").with(m.data_by_hand), area))
        })
    });
    let delete = move || {
        let id = open.id();
        app.go(Page::People);
        app.edit_undoable(&id, p.deleted, |person, pen| person.set_removed(pen, true));
    };
    all((
        section(p.card, (quiet(p.card_hint), button("button button--wide", "download", p.card, save), by_hand)),
        card_to_phone(open.id(), m.backup.card_to_phone_hint),
        button("button button--wide button--quiet", "trash-2", p.delete, delete),
    ))
}
