//! Complaints and requests: what happened, who can act, what they need, what was sent and answered. What the law can punish is read
//! before anything is written.
//!
//! - here: the situations, her own cases, and the page on safety
//! - [`case`]: one of hers; [`ladder`]: how complete it is and who can act; [`log`]: what was sent, the reminder, the end

mod case;
mod ladder;
mod log;

pub use case::{complaint, first, place_words};
pub use ladder::rung_name;
pub use log::log_letter;

use super::el::{all, el, live, El};
use super::letters::write_row;
use super::marked::Section;
use super::parts::{card, care, claim, heading, lead, main_button, own_row, pair, row_to, rows_card, service_row};
use super::people::organizations;
use super::state::{use_app, use_speech, App};
use crate::i18n::Speech;
use crate::kb::{About, PurposeId, ServiceId, SituationId};
use crate::page::Page;
use crate::plan::complaint;
use crate::plan::{Sheet, SheetId};

/// What the safety page is taken from: penalties, and that giving is an offence too.
const RISKS: &str = "anti-corruption-unit";
/// Help after violence.
const VIOLENCE: &str = "gbv-help";

pub fn complaints() -> El {
    let app = use_app();
    let asked = app.route.with_untracked(|route| route.query("s").and_then(SituationId::parse));
    match asked {
        Some(situation) => safety(situation),
        None => situations(),
    }
}

/// The plan she came from, if any.
fn of_plan(app: App) -> Option<SheetId> {
    app.route.with_untracked(|route| route.query("plan").and_then(SheetId::parse))
}

/// A way to the complaints: to one situation or to all, from a plan or without.
pub fn complain_row(situation: Option<&str>, plan: Option<&SheetId>, speech: Speech) -> El {
    let m = &speech.m().complain;
    row_to(address(situation, plan, speech), Some("megaphone"), m.title.into(), Some(m.entry.into()))
}

fn address(situation: Option<&str>, plan: Option<&SheetId>, speech: Speech) -> String {
    let mut address = Page::Complaints.href(speech.locale);
    let parts = [("s=", situation), ("plan=", plan.map(SheetId::as_str))];
    for (sign, (name, value)) in ['?', '&'].into_iter().zip(parts.into_iter().filter(|(_, value)| value.is_some())) {
        address.push(sign);
        address += name;
        address += value.unwrap_or_default();
    }
    address
}

fn situations() -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().complain;
    let plan = of_plan(app);
    let rows = SituationId::all().map(|id| {
        let entry = id.get();
        let href = address(Some(id.name()), plan.as_ref(), speech);
        row_to(href, Some(entry.icon.str()), speech.text(entry.title), Some(speech.text(entry.hint)))
    });
    let mine = live(move || {
        app.book.with(|book| {
            let rows: Vec<El> = complaint::all(book).into_iter().map(|case| case_row(case, speech)).collect();
            (!rows.is_empty()).then(|| rows_card("mine", m.mine, rows))
        })
    });
    let ask = PurposeId::parse("information").map(|purpose| write_row(purpose, None));
    let about = ServiceId::parse("access-to-information").map(service_row);
    all((
        heading(m.title),
        lead(m.lead),
        mine,
        rows_card("situations", m.what_happened, rows.collect()),
        rows_card("only-ask", m.only_ask, ask.into_iter().chain(about).collect()),
    ))
}

fn case_row(case: &Sheet, speech: Speech) -> El {
    let m = speech.m();
    let picture = complaint::situation(case).map_or("megaphone", |id| id.get().icon.str());
    let state = match case.archived.value {
        true => m.finished.to_owned(),
        false => case::meter_of(case).map_or_else(String::new, |meter| m.complain.percent.with(&speech.number(meter.percent()))),
    };
    let remind = case.deadline.value.filter(|_| case.is_open()).map(|day| [m.complain.remind, " · ", &speech.date(day)].concat());
    own_row(Page::Complaint(case.id.as_str().to_owned()), picture, case_name(case, speech), state, remind)
}

/// Her name for it, else the situation.
pub fn case_name(case: &Sheet, speech: Speech) -> String {
    match case.title.current().trim() {
        "" => complaint::situation(case)
            .map_or_else(|| speech.m().complain.title.to_owned(), |id| speech.text(id.get().title).into_owned()),
        own => own.to_owned(),
    }
}

/// First what can harm her; then one button.
fn safety(situation: SituationId) -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().complain;
    let words = Section::default();
    let risks = ServiceId::parse(RISKS).map(|service| {
        let service = service.get();
        let penalties = service.claims.iter().filter(|one| one.about == About::Penalty);
        (
            penalties.map(|one| claim(one, &words)).collect::<Vec<_>>(),
            service.notes.get(0).map(|note| el("p", "").with(words.text(note.text))),
        )
    });
    let lawyer = PurposeId::parse("lawyer").map(|purpose| write_row(purpose, None));
    // Where she may have been threatened herself, help comes before everything.
    let violence = ServiceId::parse(VIOLENCE);
    let help = rows_card("violence", m.violence, violence.map(service_row).into_iter().collect());
    let first = situation.get().services.iter().any(|service| Some(*service) == violence);
    let (before, after) = if first { (Some(help), None) } else { (None, Some(help)) };
    let more = ServiceId::parse(RISKS).map(service_row);
    let go = move || app.start_complaint(situation, of_plan(app));
    all((
        heading(speech.m().compose.care),
        lead(speech.text(situation.get().title)),
        before,
        card("punish", m.can_punish, (care("triangle-alert", m.only_seen), pair("shield-check", m.names_optional), risks)),
        rows_card("talk", m.talk_first, [organizations(speech)].into_iter().chain(lawyer).chain(more).collect()),
        after,
        el("div", "bar").with(main_button("check", m.go_on, go)),
    ))
}
