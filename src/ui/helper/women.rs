//! Women.

use super::super::el::El;
use super::super::parts::heading;
use super::super::state::use_speech;
use super::panes::panes;

pub fn women() -> El {
    panes(heading(use_speech().h().women.title), None)
}

pub fn woman(_id: &str) -> El {
    heading(use_speech().h().women.title)
}

pub fn ending(_id: &str) -> El {
    heading(use_speech().h().women.title)
}
