//! What she did in one year, by counts and in her own words of what helped; on paper too, for herself.

use super::el::{all, el, live, El};
use super::parts::{card, empty, heading, lead, main_link, with_icon};
use super::plans::item_words;
use super::send::sender;
use super::sheets::sheet_name;
use super::state::{use_app, use_speech};
use crate::i18n::Speech;
use crate::page::Page;
use crate::plan::meeting::HELPS;
use crate::plan::year::{self, Year};
use crate::plan::{Book, ItemId};
use std::sync::Arc;

pub fn year() -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().year;
    let today = app.today.get_untracked();
    let asked = app.route.with_untracked(|route| route.query("y").and_then(|year| year.parse::<i32>().ok()));
    let asked = asked.unwrap_or(today.year());
    live(move || {
        app.book.with(|book| {
            let years = year::years(book, today).into_iter().map(|one| {
                let href = [&Page::Year.href(speech.locale), "?y=", &one.to_string()].concat();
                el("a", "chip")
                    .attr("href", href)
                    .attr_if("aria-current", (one == asked).then_some("true"))
                    .with(speech.digits(&one.to_string()))
            });
            let done = year::of(book, asked);
            let title = [m.title, " ", &speech.digits(&asked.to_string())].concat();
            let body = match done.is_empty() {
                true => empty(m.none, m.none_help, main_link("house", speech.m().choose_aim, Page::Home)),
                false => summary(&done, book, speech),
            };
            all((
                heading(title),
                lead(m.lead),
                el("nav", "chips unprinted").attr("aria-label", m.year).with(years.collect::<Vec<_>>()),
                body,
            ))
        })
    })
}

fn summary(done: &Year, book: &Book, speech: Speech) -> El {
    let app = use_app();
    let m = &speech.m().year;
    let line = |(words, count): (&&'static str, &usize)| (*count > 0).then(|| ((*words).to_owned(), speech.number(*count)));
    let counts: Vec<(String, String)> = m.kinds.iter().zip(&done.counts).filter_map(line).collect();
    let ended: Vec<(String, String)> = speech.m().meet.outcomes.iter().zip(&done.ended).filter_map(line).collect();
    let helped: Vec<(String, String)> = done.helped.iter().filter_map(|(id, what)| helped(book, id, what, speech)).collect();
    let parts = [("counts", m.counts, counts), ("ended", m.ended, ended), ("helped", m.helped, helped)];
    let text: Vec<String> = parts
        .iter()
        .filter(|(_, _, lines)| !lines.is_empty())
        .flat_map(|(_, title, lines)| {
            let lines = lines.iter().map(|(words, count)| [words, ": ", count].concat());
            [(*title).to_owned()].into_iter().chain(lines)
        })
        .collect();
    let text = text.join("\n");
    let cards = parts.into_iter().filter(|(_, _, lines)| !lines.is_empty()).map(|(id, title, lines)| {
        let rows = lines.into_iter().map(|(words, count)| {
            let value = el("span", "tally__value").attr("dir", "auto").with(count);
            el("li", "tally").with((el("span", "").attr("dir", "auto").with(words), " ", value))
        });
        card(id, title, el("ul", "").with(rows.collect::<Vec<_>>()))
    });
    let print = el("button", "button button--wide").attr("type", "button").tap(move || app.outside().print());
    all((
        cards.collect::<Vec<_>>(),
        el("div", "unprinted").with((sender(Arc::new(move || text.clone()), None), with_icon(print, "printer", m.print))),
    ))
}

/// The need, and what helped with it.
fn helped(book: &Book, id: &crate::plan::SheetId, what: &str, speech: Speech) -> Option<(String, String)> {
    let sheet = book.sheets.get(id)?;
    let words = match HELPS.iter().position(|code| *code == what) {
        Some(at) => speech.m().meet.helps.get(at).map(|words| (*words).to_owned())?,
        None => ItemId::parse(what).and_then(|item| sheet.item(&item).map(|item| item_words(sheet, item, speech)))?,
    };
    let words = if words.is_empty() { speech.m().meet.meeting.to_owned() } else { words };
    Some((sheet_name(sheet, speech), words))
}
