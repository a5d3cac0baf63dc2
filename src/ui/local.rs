//! The offices near her: noted by herself, since no directory knows the number of a commune hall.

use super::edit::{line_editor, words_editor};
use super::el::{all, el, live, live_text, El};
use super::parts::{button, card, fold, gone_screen, listed, own_row, pair, quiet, service_row};
use super::plan::{saved_line, Open};
use super::reach::{bring, lines, map_link, office_choice, way_links};
use super::restore::card_to_phone;
use super::signal::*;
use super::state::{use_app, use_speech, App};
use crate::i18n::Speech;
use crate::kb::{services_at, AuthorityId};
use crate::page::Page;
use crate::plan::{fact, local, reach, Field, Sheet, SheetId, What};

/// Notes an office near her, this one of the directory or a branch of it, and opens its screen.
fn add(app: App, office: &str) {
    let id = app.make_office(office);
    app.go(Page::LocalOffice(id.as_str().to_owned()));
}

/// All of them, and the way to note one.
pub fn local_offices() -> El {
    let app = use_app();
    let m = &use_speech().m().local;
    card("near", m.mine, (list(None), quiet(m.hint), button("button button--wide", "plus", m.add, move || add(app, ""))))
}

/// Those at an office of the directory, and the way to note one.
pub fn locals_at(office: AuthorityId) -> El {
    let app = use_app();
    let m = &use_speech().m().local;
    card("near", m.mine, (list(Some(office)), button("button button--wide", "plus", m.add, move || add(app, office.name()))))
}

fn list(office: Option<AuthorityId>) -> El {
    let app = use_app();
    let speech = use_speech();
    live(move || {
        app.book.with(|book| {
            let offices = office.map_or_else(|| local::all(book), |office| local::at(book, office.name()));
            let rows: Vec<El> = offices.into_iter().map(|office| el("li", "").with(local_row(office, speech))).collect();
            (!rows.is_empty()).then(|| el("ul", "rows").with(rows))
        })
    })
}

fn local_row(office: &Sheet, speech: Speech) -> El {
    let below = [office.note(fact::PHONE), office.note(fact::PLACE)];
    let below = below.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    own_row(Page::LocalOffice(office.id.as_str().to_owned()), "landmark", local_name(office, speech), below, None)
}

/// As she calls it, else the name of the one in the directory.
pub fn local_name(office: &Sheet, speech: Speech) -> String {
    let own = office.title.current();
    if !own.trim().is_empty() {
        return own.to_owned();
    }
    let known = AuthorityId::parse(office.fact(fact::OFFICE));
    known.map_or_else(|| speech.m().local.unnamed.to_owned(), |office| speech.text(office.get().name).into_owned())
}

pub fn local_office(id: &str) -> El {
    let speech = use_speech();
    let m = &speech.m().local;
    let gone = move || gone_screen(m.gone, speech.m().gone_help, ("landmark", speech.m().offices, Page::Offices));
    let Some(id) = SheetId::parse(id) else { return gone() };
    let open = Open::new(use_app(), speech, id, What::Office);
    let here = memo(move || open.plan.with(Option::is_some));
    live(move || if here.get() { screen(open) } else { gone() })
}

fn screen(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().local;
    let p = &speech.m().person;
    let delete = move || {
        let id = open.id();
        app.go(Page::Offices);
        app.edit_undoable(&id, m.deleted, |office, pen| office.set_removed(pen, true));
    };
    // Of one that she has just added, first what it is.
    let known = open.now(|office| !office.title.current().is_empty() || !reach::ways(office).is_empty()).unwrap_or_default();
    let parts = if known { [go(open), details(open)] } else { [details(open), go(open)] };
    all((
        el("h1", "title")
            .attr("id", "title")
            .attr("tabindex", "-1")
            .attr("dir", "auto")
            .with(live_text(move || open.with(|office| local_name(office, speech)).unwrap_or_default())),
        saved_line(open),
        parts,
        services(open),
        card_to_phone(open.id(), m.to_phone_hint),
        fold(p.about, (words_editor(open, Field::Note(fact::ABOUT.to_owned()), p.about, String::new), quiet(p.about_hint))),
        button("button button--wide button--quiet", "trash-2", m.delete, delete),
    ))
}

/// What opens: call, message, map. Nothing before she has noted something.
fn go(open: Open) -> El {
    let speech = open.speech;
    let ways = memo(move || open.with(reach::ways).unwrap_or_default());
    let hours = memo(move || open.with(|office| office.note(fact::HOURS).trim().to_owned()).unwrap_or_default());
    let place = memo(move || open.with(|office| local::on_map(office, &known_name(office, speech))).unwrap_or_default());
    live(move || {
        let (ways, hours, place) = (ways.get(), hours.get(), place.get());
        let any = !(ways.is_empty() && hours.is_empty() && place.is_empty());
        any.then(|| {
            card(
                "channels",
                speech.m().channels,
                (
                    (!ways.is_empty()).then(|| way_links(ways, |_| (), speech)),
                    (!hours.is_empty()).then(|| pair("clock", hours).attr("dir", "auto")),
                    (!place.is_empty()).then(|| map_link(&place)),
                ),
            )
        })
    })
}

/// Its name of the directory; none when she has not said which one it is.
fn known_name(office: &Sheet, speech: Speech) -> String {
    AuthorityId::parse(office.fact(fact::OFFICE)).map(|office| speech.text(office.get().name).into_owned()).unwrap_or_default()
}

fn details(open: Open) -> El {
    let m = &open.speech.m().local;
    let note = |name: &str| Field::Note(name.to_owned());
    let mut lines = lines(open);
    let rare = lines.split_off(COMMON);
    all((
        card("which", m.which, (line_editor(open, Field::Title, m.name, "text"), office_choice(open), quiet(m.which_hint))),
        card(
            "reach",
            open.speech.m().person.reach,
            (
                lines,
                words_editor(open, note(fact::PLACE), m.place, String::new),
                line_editor(open, note(fact::HOURS), m.hours, "text"),
            ),
        ),
        fold(m.more_ways, (bring(open), rare)),
    ))
}

/// So many ways are asked for first: a number and Telegram.
const COMMON: usize = 2;

/// What can be done at an office like this.
fn services(open: Open) -> El {
    let kind = memo(move || open.with(|office| AuthorityId::parse(office.fact(fact::OFFICE))).flatten());
    live(move || {
        let rows: Vec<El> = kind.get().into_iter().flat_map(services_at).map(service_row).collect();
        (!rows.is_empty()).then(|| fold(open.speech.m().services_here, el("ul", "rows").with(listed(rows))))
    })
}
