//! The partners: those whose agreement ends soon first; and the organizations of the directory, to choose from.

use super::super::super::el::{all, el, live, El};
use super::super::super::paper::joined;
use super::super::super::parts::{care, empty, fold, heading, lead, listed, main_button, own_row, with_icon};
use super::super::super::sheets::desk_name;
use super::super::super::signal::*;
use super::super::super::state::{use_app, use_speech, App};
use super::super::fields::{searched, word_of};
use super::super::panes::panes;
use crate::i18n::Speech;
use crate::kb::{Help, OrganizationId};
use crate::page::{Desk, Page};
use crate::plan::helper::group::aims;
use crate::plan::helper::partner::{self, asked, ending, kind_of, KIND, KINDS};
use crate::plan::helper::ORGANIZATION;
use crate::plan::{Sheet, SheetId, What};

pub fn partners() -> El {
    let (app, speech) = (use_app(), use_speech());
    let w = &speech.h().partners;
    let any = memo(move || app.book.with(|book| book.of_all(What::Partner).any(|sheet| !sheet.removed.value)));
    let own = move || main_button("plus", w.add, move || add(app, None));
    let list = live(move || match any.get() {
        false => empty(w.no_partners, w.no_partners_help, own()),
        true => all((list(app, speech), el("div", "bar").with(own()))),
    });
    panes(all((heading(w.partners), lead(w.partners_lead), list, directory(app, speech))), None)
}

/// The partners with a search box.
pub fn list(app: App, speech: Speech) -> El {
    let w = &speech.h().partners;
    searched(w.partner_search, speech.h().workshop.nothing_found, move || {
        let today = app.today.get();
        let row = |sheet: &Sheet| {
            let name = name(sheet, speech);
            let (sent, answered) = asked(sheet);
            let kind = word_of(sheet.fact(KIND), KINDS, &w.kinds);
            let counts = (sent > 0).then(|| w.sent_answered.with(&speech.number(sent), &speech.number(answered)));
            let below = joined(&[kind, counts.as_deref().unwrap_or_default()]);
            let page = Page::Helper(Desk::Partner(sheet.id.as_str().to_owned()));
            // Found by its name, by what it is, by what it answers.
            let mut words = [&*name, " ", kind].concat();
            for aim in aims(sheet) {
                words.push(' ');
                words.push_str(&speech.text(aim.get().title));
            }
            (words, own_row(page, "handshake", name, below, ending(sheet, today).map(|days| ends_words(days, speech))))
        };
        app.book.with(|book| partner::all(book, today).into_iter().map(row).collect())
    })
}

/// What a partner is called.
pub fn name(sheet: &Sheet, speech: Speech) -> String {
    desk_name(sheet, speech).unwrap_or_else(|| speech.h().partners.unnamed.to_owned())
}

/// When the agreement ends.
pub fn ends_words(days: i32, speech: Speech) -> String {
    let w = &speech.h().partners;
    match usize::try_from(days) {
        Ok(days) => w.mou_ends.with(&speech.days(days, false)),
        Err(_) => w.mou_past.to_owned(),
    }
}

/// Organizations that are no partner yet, by what they help with.
fn directory(app: App, speech: Speech) -> El {
    let (w, m) = (&speech.h().partners, speech.m());
    let kinds = [
        (Help::Legal, 1),
        (Help::Women, 0),
        (Help::Business, 4),
        (Help::Workers, 3),
        (Help::Governance, 5),
        (Help::Network, 6),
        (Help::Safety, 2),
    ];
    let choices = live(move || {
        let there: Vec<String> = app.book.with(|book| {
            let partners = book.of_all(What::Partner).filter(|sheet| !sheet.removed.value);
            partners.map(|sheet| sheet.fact(ORGANIZATION).to_owned()).collect()
        });
        let choice = |id: OrganizationId| {
            let name = speech.text(id.get().name);
            let below = id.get().short.map(|short| el("span", "checks__note").with(speech.text(short)));
            let tap = move || add(app, Some(id));
            with_icon(el("button", "choice").attr("type", "button").tap(tap), "plus", all((el("span", "").with(name), below)))
        };
        let part = |(help, at): (Help, usize)| {
            let fresh = OrganizationId::all().filter(|id| id.get().help == help && there.iter().all(|known| known != id.name()));
            let rows: Vec<El> = fresh.map(choice).collect();
            let title = m.helps.get(at).copied().unwrap_or_default();
            (!rows.is_empty()).then(|| all((el("p", "field__label").with(title), el("ul", "choices").with(listed(rows)))))
        };
        kinds.into_iter().filter_map(part).collect::<Vec<_>>()
    });
    fold(w.from_directory, all((care("info", m.organizations_note), choices)))
}

/// A new partner: one of the directory, or another.
fn add(app: App, organization: Option<OrganizationId>) {
    let id = SheetId::from_random(app.outside().random());
    let pen = app.pen();
    let mut sheet = Sheet::blank(What::Partner, id.clone(), &pen);
    if let Some(organization) = organization {
        sheet.set_fact(&pen, ORGANIZATION, organization.name());
        sheet.set_fact(&pen, KIND, kind_of(organization));
    }
    app.add_sheet(sheet);
    app.go(Page::Helper(Desk::Partner(id.as_str().to_owned())));
}
