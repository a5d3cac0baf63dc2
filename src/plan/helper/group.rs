//! A technical working group, and how its next meeting is prepared: a typed view over sheets of [`What::Group`](super::super::What::Group).
//!
//! What makes such meetings work is told in "CSO Mapping and Technical Working Groups" (2017): one focal person, real cases, evidence, a
//! recommendation that works, agreed with other organizations; minutes that are shared, actions that are followed up.

use super::super::{fact, Book, NeedKind, Sheet, SheetId, What};
use super::workshop::of;
use crate::dates::Date;
use crate::kb::{AimId, Help, OrganizationId, ServiceId};

/// What we want of a group, as codes.
pub const INTERESTS: &[&str] = &["member", "want", "follow", "no"];
pub const INTEREST: &str = "interest";
/// Fact: since when the focal person is that. Notes: who it is, and what stands in the brief.
pub const SINCE: &str = "since";
pub const FOCAL: &str = "focal";
pub const EVIDENCE: &str = "evidence";
pub const ADVICE: &str = "advice";
pub const AGREED: &str = "agreed";
/// Fact: the minutes of the last meeting were shared (`yes`).
pub const MINUTES: &str = "minutes";
/// What is prepared: each a fact `ready:` and the code. The actions of the last meeting are the sheet's steps.
pub const CHECKS: &[&str] = &["cases", "evidence", "advice", "agreed", "follow"];
pub const READY: &str = "ready";
/// Which needs belong to it: facts `aim:` and an aim's id.
pub const AIM: &str = "aim";

/// Cases below this number are not told: somebody might be known by them.
pub const FEW: usize = 5;

/// The groups of the directory.
pub fn known() -> impl Iterator<Item = OrganizationId> {
    OrganizationId::all().filter(|id| id.get().help == Help::WorkingGroup)
}

/// The sheet of a group of the directory has its name, so that two phones write into the same one.
pub fn id_of(group: OrganizationId) -> Option<SheetId> {
    SheetId::parse(group.name())
}

/// What is prepared for the next meeting.
pub fn ready(sheet: &Sheet) -> usize {
    super::workshop::chosen(sheet, READY, CHECKS).len()
}

/// The next meeting, if it is still to come.
pub fn next(sheet: &Sheet, today: Date) -> Option<Date> {
    Date::parse(sheet.fact(fact::DAY)).filter(|day| *day >= today)
}

/// The aims that belong to a sheet.
pub fn aims(sheet: &Sheet) -> Vec<AimId> {
    AimId::all().filter(|aim| sheet.fact(&of(AIM, aim.name())) == "yes").collect()
}

/// Plans and shared needs that belong to a group: how many, and in how many of them something went wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cases {
    pub all: usize,
    pub problems: usize,
}

/// Counts the cases of a group, whoever they are of.
pub fn cases(book: &Book, group: &Sheet) -> Cases {
    cases_of(book, &aims(group))
}

/// Counts the cases that belong to these aims.
pub fn cases_of(book: &Book, aims: &[AimId]) -> Cases {
    let mut cases = Cases::default();
    for sheet in book.of_all(What::Plan).chain(book.of_all(What::Need)).filter(|sheet| !sheet.removed.value) {
        let service = sheet.service.as_deref().and_then(ServiceId::parse);
        let belongs = |aim: &AimId| {
            let by_service = service.is_some_and(|service| aim.get().results.iter().any(|result| result.service == service));
            by_service || sheet.aim.as_deref() == Some(aim.name())
        };
        if aims.iter().any(belongs) {
            cases.all += 1;
            cases.problems += usize::from(sheet.kind.value == NeedKind::Problem);
        }
    }
    cases
}
