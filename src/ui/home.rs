//! Home: what she wants to do, and what comes next in her plans.

use super::changed::changed_row;
use super::duties::turn_words;
use super::el::{all, el, live, El, Words};
use super::parts::{card, heading, icon, listed, own_row, quiet, row, rows_card, with_icon};
use super::plans::{item_words, plan_name, window_words};
use super::search::search_link;
use super::state::{use_app, use_speech};
use crate::dates::Date;
use crate::kb::AimId;
use crate::page::Page;
use crate::plan::business::{self};
use crate::plan::turns::dated;
use crate::plan::{next_things, Sheet};

/// How many next things Home shows.
const NEXT: usize = 3;
/// A duty stands there when its last day is not further away than this.
const NEAR: i32 = 14;
/// How many aims Home shows; the last tile leads to all of them.
const TILES: usize = 9;
/// What the letter decoder does better than the finder.
const LETTER: &str = "got-letter";

pub fn home() -> El {
    let speech = use_speech();
    let m = speech.m();
    let tile = |page: Page, picture: &'static str, words: Words| {
        let link = el("a", "tile").attr("href", page.href(speech.locale));
        link.with((el("span", "tile__icon").with(icon(picture)), el("span", "tile__word").with(words)))
    };
    let tiles = AimId::all().filter(|aim| aim.name() != LETTER).take(TILES).map(|aim| {
        let entry = aim.get();
        tile(Page::FindAim(aim), entry.icon.str(), speech.text(entry.title))
    });
    let fear = [
        tile(Page::Letter, "mail", m.letter.got.into()),
        tile(Page::Replies, "message-circle", m.reply.told.into()),
        tile(Page::Find, "circle-question-mark", m.not_sure_start.into()),
    ];
    all((
        search_link(),
        heading(m.what_do_you_want),
        changed_row(),
        next(),
        el("ul", "tiles").with(listed(tiles.chain(fear).collect())),
        el("section", "card card--rows").with(row(Page::Duties, Some("calendar-check"), m.duties.title, None)),
        quiet(m.no_account),
        single_file(),
    ))
}

/// What does not work in the single file, and what to do about it.
pub fn single_file() -> Option<El> {
    let (app, speech) = (use_app(), use_speech());
    let m = speech.m();
    app.outside().is_file().then(|| {
        let keep = el("a", "button button--wide").attr("href", Page::Data.href(speech.locale));
        card("single", m.single, (el("p", "").with(m.single_hint), with_icon(keep, "download", m.data_copy)))
    })
}

/// The next three things across plans and duties: what has a day first, the earliest before later ones.
fn next() -> El {
    let app = use_app();
    let speech = use_speech();
    live(move || {
        let today = app.today.get();
        app.book.with(|book| {
            let after = |plan: &Sheet, n: u8| super::plan::steps_before(plan, n);
            let things = next_things(book.plans(), today, &after, NEXT);
            let mut rows: Vec<(Option<Date>, El)> = things
                .into_iter()
                .map(|thing| {
                    let page = Page::Plan(thing.plan.id.as_str().to_owned());
                    let window = thing.window.map(|window| window_words(thing.plan, window, speech));
                    let picture = if window.is_some() { "calendar-clock" } else { "arrow-right" };
                    let (name, of) = (item_words(thing.plan, thing.item, speech), plan_name(thing.plan, speech));
                    (thing.window.map(|window| window.until), own_row(page, picture, name, of, window))
                })
                .collect();
            for business in business::all(book) {
                let near =
                    dated(business, today).into_iter().filter(|turn| !turn.task.duty.only_if && turn.by <= today.plus_days(NEAR));
                for turn in near.take(NEXT) {
                    let page = Page::Business(business.id.as_str().to_owned());
                    let name = speech.text(turn.task.duty.title).into_owned();
                    let time = Some(turn_words(&turn, today, speech));
                    let line = own_row(page, "calendar-clock", name, speech.m().duties.title.to_owned(), time);
                    let place = rows.iter().position(|(day, _)| day.is_none_or(|day| day > turn.by));
                    rows.insert(place.unwrap_or(rows.len()), (Some(turn.by), line));
                }
            }
            let rows: Vec<El> = rows
                .into_iter()
                .map(|(_, row)| row)
                .take(NEXT)
                .chain([row(Page::Calendar, Some("calendar-days"), speech.m().paper.calendar, None)])
                .collect();
            (rows.len() > 1).then(|| rows_card("next-things", speech.m().next_things, rows))
        })
    })
}
