//! Her business, the duties and entitlements that apply to it, and their year.

use super::el::El;
use super::parts::heading;
use super::state::use_speech;

pub fn duties() -> El {
    heading(use_speech().m().duties.title)
}

pub fn business(_id: &str) -> El {
    heading(use_speech().m().duties.title)
}

pub fn duties_paper(_id: &str) -> El {
    heading(use_speech().m().duties.title)
}

/// The duties that apply to a business, as what it relies on.
pub fn relied_duties(_sheet: &crate::plan::Sheet, _speech: crate::i18n::Speech) -> Vec<crate::plan::relied::Relied> {
    Vec::new()
}
