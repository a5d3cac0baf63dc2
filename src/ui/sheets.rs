//! Name and page of anything of hers, whatever kind of sheet it is.

use super::answers::faq_name;
use super::complain::case_name;
use super::inquiry::inquiry_name;
use super::learn::law_name;
use super::letters::letter_name;
use super::local::local_name;
use super::plans::plan_name;
use super::score::score_name;
use crate::i18n::Speech;
use crate::kb::{LawId, OrganizationId, ServiceId};
use crate::page::{Desk, Page};
use crate::plan::helper::ORGANIZATION;
use crate::plan::{fact, Sheet, What};

/// The name of a plan, a person, an office near her, a letter …
pub fn sheet_name(sheet: &Sheet, speech: Speech) -> String {
    let m = speech.m();
    let or = |other: &str| match sheet.title.current().trim() {
        "" => other.to_owned(),
        own => own.to_owned(),
    };
    match sheet.what {
        What::Plan | What::Need => plan_name(sheet, speech),
        What::Person => or(m.person.unnamed),
        What::Office => local_name(sheet, speech),
        What::Letter => letter_name(sheet, speech),
        What::Inquiry => inquiry_name(sheet, speech),
        What::Score => score_name(sheet, speech),
        What::Complaint => case_name(sheet, speech),
        What::Business => or(m.duties.title),
        What::Helped => or(m.helping.unnamed),
        What::Faq => faq_name(sheet, speech),
        What::Workshop | What::Group | What::Partner => desk_name(sheet, speech).unwrap_or_else(|| m.helping.title.to_owned()),
        What::Survey => or(m.helping.title),
    }
}

/// What a workshop, a group or a partner is called: by the helper, else as what it is about.
pub fn desk_name(sheet: &Sheet, speech: Speech) -> Option<String> {
    let own = sheet.title.current().trim();
    if !own.is_empty() {
        return Some(own.to_owned());
    }
    let service = ServiceId::parse(sheet.fact(fact::SERVICE)).map(|service| service.get().title);
    let known = service.or_else(|| OrganizationId::parse(sheet.fact(ORGANIZATION)).map(|known| known.get().name));
    let law = || LawId::parse(sheet.fact(fact::LAW)).map(|law| law_name(law, speech));
    known.map(|name| speech.text(name).into_owned()).or_else(law)
}

/// Where it is shown.
pub fn sheet_page(sheet: &Sheet) -> Page {
    let id = sheet.id.as_str().to_owned();
    match sheet.what {
        What::Plan => Page::Plan(id),
        What::Person => Page::Person(id),
        What::Office => Page::LocalOffice(id),
        What::Letter => Page::MyLetter(id),
        What::Inquiry => Page::Inquiry(id),
        What::Score => Page::Score(id),
        What::Complaint => Page::Complaint(id),
        What::Business => Page::Business(id),
        What::Helped => Page::Helper(Desk::Woman(id)),
        What::Need => Page::Helper(Desk::Bundles),
        What::Faq => Page::Answer(id),
        What::Survey => Page::Helper(Desk::Survey(id)),
        What::Workshop => Page::Helper(Desk::Workshop(id)),
        What::Group => Page::Helper(Desk::Group(id)),
        What::Partner => Page::Helper(Desk::Partner(id)),
    }
}
