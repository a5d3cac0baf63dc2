//! Workshop.

use super::super::el::El;
use super::super::parts::heading;
use super::super::state::use_speech;

pub fn workshops() -> El {
    heading(use_speech().h().workshop.title)
}

pub fn workshop(_id: &str) -> El {
    heading(use_speech().h().workshop.title)
}
