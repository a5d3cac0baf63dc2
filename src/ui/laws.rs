//! The laws: what is coming and when to ask again, then all of them, by state. The state chosen stands in the address, so back keeps it.

use super::el::{all, el, live, El};
use super::inquiry::{inquiries, inquiry_row};
use super::learn::{law_kind, law_state, state_words};
use super::parts::{button, heading, lead, listed, quiet, row};
use super::state::{use_app, use_speech};
use crate::kb::{coming_laws, LawId, LawKind, LawState};
use crate::page::Page;
use crate::plan::inquiry;

/// The states as they stand in the address.
const STATES: [(LawState, &str); 6] = [
    (LawState::InForce, "in-force"),
    (LawState::Transition, "transition"),
    (LawState::Adopted, "adopted"),
    (LawState::Draft, "draft"),
    (LawState::Replaced, "replaced"),
    (LawState::Unknown, "unknown"),
];

pub fn laws() -> El {
    let speech = use_speech();
    let m = speech.m();
    let chosen = use_app().route.with_untracked(|route| {
        let said = route.query("state").unwrap_or("");
        STATES.iter().find(|(_, code)| *code == said).map(|(state, _)| *state)
    });
    // By kind, the strongest first.
    let kinds = LawKind::ConstitutionArticle as u8..=LawKind::Notification as u8;
    let found = kinds.flat_map(|kind| LawId::all().filter(move |id| id.get().kind as u8 == kind));
    let rows: Vec<El> = found.filter(|id| chosen.is_none_or(|state| id.get().state == state)).map(law_row).collect();
    let list = match rows.is_empty() {
        true => quiet(m.inquiry.no_laws),
        false => el("section", "card card--rows").with(el("ul", "rows").with(listed(rows))),
    };
    all((heading(m.laws), lead(m.laws_hint), coming(), chips(chosen), list, inquiries(None)))
}

fn law_row(id: LawId) -> El {
    let speech = use_speech();
    let below = [law_kind(id.get(), speech.m()), " · ", law_state(id.get(), speech.m())].concat();
    row(Page::Law(id), None, speech.text(id.get().title), Some(below.into()))
}

/// One chip for all, one for each state, with how many there are.
fn chips(chosen: Option<LawState>) -> El {
    let speech = use_speech();
    let m = speech.m();
    let chip = |state: Option<LawState>, code: &str, words: &str| {
        let count = LawId::all().filter(|id| state.is_none_or(|state| id.get().state == state)).count();
        let here = Page::Laws.href(speech.locale);
        let href = if code.is_empty() { here } else { [&here, "?state=", code].concat() };
        let chip = el("a", "chip").attr("href", href).attr_if("aria-current", (state == chosen).then_some("true"));
        chip.with([words, " · ", &speech.number(count)].concat())
    };
    let states = STATES.iter().map(|(state, code)| chip(Some(*state), code, state_words(*state, m)));
    let chips: Vec<El> = [chip(None, "", m.inquiry.all_states)].into_iter().chain(states).collect();
    el("nav", "chips").attr("aria-label", m.state).with(chips)
}

/// Rules that are coming: her questions to be asked again, the earliest day first, and laws that are not yet what they will be.
fn coming() -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().inquiry;
    live(move || {
        let mut rows: Vec<El> =
            app.book.with(|book| inquiry::watched(book).into_iter().map(|inquiry| inquiry_row(inquiry, speech)).collect());
        rows.extend(coming_laws().map(|law| {
            let note = button("button button--small", "message-circle-question-mark", m.watch, move || app.start_inquiry(law));
            all((law_row(law), el("div", "actions rows__more").with(note)))
        }));
        (!rows.is_empty()).then(|| {
            el("section", "card card--rows").attr("aria-labelledby", "coming").with((
                el("h2", "card__title").attr("id", "coming").with(m.coming_rules),
                quiet(m.coming_hint),
                el("ul", "rows").with(listed(rows)),
            ))
        })
    })
}
