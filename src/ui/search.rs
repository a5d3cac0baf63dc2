//! One box over everything: what there is to know, and what is hers. What she types stays out of the address and of the history.

use super::el::{all, el, live, El, Words};
use super::parts::{button, heading, icon, listed, quiet, row, search_box, with_icon};
use super::sheets::{sheet_name, sheet_page};
use super::signal::*;
use super::state::{use_app, use_speech, App};
use crate::i18n::Speech;
use crate::kb::search::{search as search_all, warm, Found, Query, Searchable};
use crate::kb::Text;
use crate::khmer::{begins_key, clusters, fold, sentences};
use crate::page::{Locale, Page};
use crate::plan::helper::faq;
use crate::plan::{List, Sheet, What};
use std::ops::Range;
use std::rc::Rc;

/// So many of a kind at most, and so many in all.
const OF_A_KIND: usize = 5;
const IN_ALL: usize = 10;
/// Fewer than this, and another way is offered too.
const FEW: usize = 3;
/// The group of answers for all, the last one.
const ANSWERS: usize = 10;
const WARM_MS: u32 = 50;

/// A link that looks like the box; on Home.
pub fn search_link() -> El {
    let speech = use_speech();
    with_icon(el("a", "searchbox").attr("href", Page::Search.href(speech.locale)), "search", speech.m().search.hint)
}

/// One line of the answer.
struct Line {
    group: usize,
    page: Page,
    name: String,
    below: String,
}

pub fn search() -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().search;
    // Hers, folded at the first key.
    let mine = StoredValue::new(None::<Rc<Vec<(Sheet, Searchable)>>>);
    let input = search_box(move || app.typed.get(), move |text| app.typed.set(text)).attr("id", "search");
    let input = input.attr("enterkeyhint", "search").attr("aria-label", m.label).attr("placeholder", m.hint);
    let form = el("form", "search").attr("role", "search").with((icon("search"), input)).on("submit", move |event| {
        event.prevent_default();
        app.note_search();
    });
    let answer = live(move || {
        let typed = app.typed.get();
        let Some(query) = Query::new(&typed) else { return recent(app, speech) };
        let mine = mine.get_value().unwrap_or_else(|| {
            let made = Rc::new(hers(app, speech));
            mine.set_value(Some(made.clone()));
            made
        });
        answer(&query, &lines(&query, &mine, speech), app, speech)
    });
    // Folded while she looks for the first letter.
    app.outside().later(WARM_MS, Box::new(warm));
    app.focus("search");
    all((heading(m.title), form, answer))
}

/// Her plans and people.
fn hers(app: App, speech: Speech) -> Vec<(Sheet, Searchable)> {
    let one = |sheet: &Sheet| {
        let name = sheet_name(sheet, speech);
        let items = List::ALL.into_iter().flat_map(|list| sheet.visible(list)).map(|item| item.text.current());
        let texts: Vec<&str> =
            [sheet.need.current()].into_iter().chain(items).chain(sheet.notes.values().map(|n| n.current())).collect();
        (sheet.clone(), Searchable::new([name.as_str()], &texts))
    };
    // Of answers for all only those to go by.
    let today = app.today.get_untracked();
    let here = |sheet: &&Sheet| !sheet.removed.value && (sheet.what != What::Faq || faq::holds(sheet, today));
    app.book.with_untracked(|book| book.sheets.values().filter(here).map(one).collect())
}

fn lines(query: &Query, mine: &[(Sheet, Searchable)], speech: Speech) -> Vec<Line> {
    let mut own: Vec<(u32, &Sheet)> =
        mine.iter().map(|(sheet, thing)| (query.score(thing), sheet)).filter(|(score, _)| *score > 0).collect();
    own.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let mut counts = [0; 11];
    let own = own.into_iter().map(|(_, sheet)| (if sheet.what == What::Faq { ANSWERS } else { 0 }, sheet));
    let mut own: Vec<(usize, &Sheet)> = own.collect();
    own.retain(|(group, _)| few(&mut counts, *group));
    let own = own.into_iter().map(|(group, sheet)| {
        let (page, below) = match group {
            ANSWERS => (sheet_page(sheet), faq::answer(sheet, speech.locale == Locale::Km)),
            _ => (sheet_page(sheet), sheet.need.current()),
        };
        Line { group, page, name: sheet_name(sheet, speech), below: below.to_owned() }
    });
    let say = |text: Text| speech.text(text).into_owned();
    let line = |found: Found| {
        let (page, name, below) = match found {
            Found::Aim(id) => (Page::FindAim(id), id.get().title, id.get().find_out),
            Found::Service(id) => (Page::Service(id), id.get().title, id.get().summary),
            Found::Right(id) => (Page::Right(id), id.get().title, id.get().summary),
            Found::Word(id) => (Page::Word(id), id.get().term, id.get().says),
            Found::Guide(id) => (Page::Guide(id), id.get().title, id.get().summary),
            Found::Story(id) => (Page::Story(id), id.get().title, id.get().summary),
            Found::Office(id) => (Page::Office(id), id.get().name, id.get().does),
            Found::Organization(id) => (Page::Organization(id), id.get().name, id.get().does),
            Found::Law(id) => (Page::Law(id), id.get().title, id.get().says),
        };
        Line { group: group(found), page, name: say(name), below: sentence(&say(below), query.folded()) }
    };
    // Counted before a line is made: most hits are never shown.
    let hits = search_all(query).into_iter().map(|hit| hit.found).filter(|found| few(&mut counts, group(*found)));
    own.chain(hits.map(line)).take(IN_ALL).collect()
}

/// Counts one more of a group; whether it is still shown.
fn few(counts: &mut [usize], group: usize) -> bool {
    counts.get_mut(group).is_some_and(|count| {
        *count += 1;
        *count <= OF_A_KIND
    })
}

/// Its place among the groups of the words (`search.groups`); hers are the first.
fn group(found: Found) -> usize {
    match found {
        Found::Aim(_) => 1,
        Found::Service(_) => 2,
        Found::Right(_) => 3,
        Found::Word(_) => 4,
        Found::Guide(_) => 5,
        Found::Story(_) => 6,
        Found::Office(_) => 7,
        Found::Organization(_) => 8,
        Found::Law(_) => 9,
    }
}

/// Groups in the order of their best.
fn answer(query: &Query, lines: &[Line], app: App, speech: Speech) -> El {
    let m = &speech.m().search;
    // Little may be nothing of what she meant.
    let way_on = (lines.len() < FEW).then(|| {
        let ask = button("button button--wide", "message-circle-question-mark", m.ask, move || app.ask_typed());
        all((quiet(m.nothing_help), finder(speech), ask))
    });
    if lines.is_empty() {
        return all((el("p", "lead").attr("role", "status").with(m.nothing), way_on));
    }
    let mut order: Vec<usize> = Vec::new();
    for line in lines {
        if !order.contains(&line.group) {
            order.push(line.group);
        }
    }
    let groups = order.into_iter().map(|group| {
        let title = m.groups.get(group).copied().unwrap_or_default();
        let rows = lines.iter().filter(|line| line.group == group).map(|line| {
            let words = el("span", "row__words").with((
                el("span", "row__name").attr("dir", "auto").with(marked(&line.name, query.folded())),
                el("span", "row__below").attr("dir", "auto").with(marked(&line.below, query.folded())),
            ));
            el("a", "row").attr("href", line.page.href(speech.locale)).with((words, icon("chevron-right")))
        });
        let rows = el("ul", "rows").tap(move || app.note_search()).with(listed(rows.collect()));
        el("section", "card card--rows").attr("aria-label", title).with((el("h2", "card__title").with(title), rows))
    });
    let count = el("p", "quiet").attr("role", "status").with(m.found.with(&speech.number(lines.len())));
    all((count, groups.collect::<Vec<_>>(), way_on))
}

fn finder(speech: Speech) -> El {
    el("section", "card card--rows").with(row(Page::Find, Some("circle-question-mark"), speech.m().find, None))
}

/// Before anything is typed: what she looked for lately.
fn recent(app: App, speech: Speech) -> El {
    let m = &speech.m().search;
    let recent = app.recent();
    let rows = recent.iter().map(|words| {
        let again = words.clone();
        with_icon(
            el("button", "choice").attr("type", "button").attr("dir", "auto").tap(move || app.typed.set(again.clone())),
            "rotate-ccw",
            words.clone(),
        )
    });
    let rows = listed(rows.collect());
    let forget = move || {
        app.forget_recent();
        // Shown anew.
        app.typed.set(String::new());
    };
    let some = (!rows.is_empty()).then(|| {
        let title = el("h2", "card__title").with(m.recent);
        el("section", "card").attr("aria-label", m.recent).with((
            title,
            el("ul", "choices").with(rows),
            button("button button--small button--quiet", "x", m.forget, forget),
        ))
    });
    all((some, finder(speech)))
}

/// The sentence that holds what was typed, else the first.
fn sentence(text: &str, wanted: &str) -> String {
    let sentences: Vec<&str> = sentences(text).into_iter().filter_map(|place| text.get(place)).collect();
    let holds = sentences.iter().find(|sentence| spot(sentence, wanted).is_some());
    holds.or(sentences.first()).copied().unwrap_or(text).to_owned()
}

/// A text with what was typed marked in it.
fn marked(text: &str, wanted: &str) -> Vec<El> {
    let plain = |part: &str| all(Words::from(part.to_owned()));
    let Some(spot) = spot(text, wanted) else { return vec![plain(text)] };
    let part = |range: Range<usize>| text.get(range).unwrap_or_default();
    vec![plain(part(0..spot.start)), el("mark", "").with(part(spot.clone()).to_owned()), plain(part(spot.end..text.len()))]
}

/// Where in a text stands what folds to `wanted`.
fn spot(text: &str, wanted: &str) -> Option<Range<usize>> {
    let mut at = 0;
    let starts: Vec<usize> = clusters(text)
        .map(|letter| {
            at += letter.len();
            at - letter.len()
        })
        .chain([text.len()])
        .collect();
    for (n, start) in starts.iter().enumerate() {
        let next = *starts.get(n + 1)?;
        if text.get(*start..)?.chars().next().and_then(begins_key).is_some_and(|letter| !wanted.starts_with(letter)) {
            continue;
        }
        let first = fold(text.get(*start..next)?);
        if first.is_empty() || !wanted.starts_with(&first) {
            continue;
        }
        for end in starts.iter().skip(n + 1) {
            let folded = fold(text.get(*start..*end)?);
            if folded == wanted {
                return Some(*start..*end);
            }
            if !wanted.starts_with(&folded) {
                break;
            }
        }
    }
    None
}
