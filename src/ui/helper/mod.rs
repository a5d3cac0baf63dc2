//! The screens of helper mode. They stand in a part of the module of their own, which only helpers fetch (docs/architecture.md): nothing
//! outside names anything here but [`screen`].
//!
//! - [`desk`]: what there is to do today, and the way to everything else
//! - [`women`]: the people she helps, and the end of a session
//! - [`queue`], [`answers`], [`survey`]: questions of many
//! - [`workshop`], [`partners`]: workshops, working groups, partners
//! - [`fields`]: choices by tap, days, numbers, lists with a box
//! - `panes`: a list beside what was opened from it
//! - [`bundle`], [`report`], [`handover`]: what goes to other phones

mod answers;
mod bundle;
mod desk;
pub mod fields;
mod handover;
mod panes;
mod partners;
mod queue;
mod report;
pub mod survey;
mod women;
mod workshop;

use super::el::El;
use crate::page::Desk;

/// The screen of a page of helper mode.
#[inline(never)]
pub fn screen(page: &Desk) -> El {
    match page {
        Desk::Start => desk::desk(),
        Desk::Women => women::women(),
        Desk::Woman(id) => women::woman(id),
        Desk::Ending(id) => women::ending(id),
        Desk::Queue => queue::queue(),
        Desk::Answers => answers::answers(),
        Desk::Answer(id) => answers::answer(id),
        Desk::Surveys => survey::surveys(),
        Desk::Survey(id) => survey::survey(id),
        Desk::Workshops => workshop::workshops(),
        Desk::Workshop(id) => workshop::workshop(id),
        Desk::Groups => partners::groups(),
        Desk::Group(id) => partners::group(id),
        Desk::Partners => partners::partners(),
        Desk::Partner(id) => partners::partner(id),
        Desk::Bundles => bundle::bundles(),
        Desk::Report => report::report(),
        Desk::Handover => handover::handover(),
    }
}
