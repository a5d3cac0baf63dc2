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
