//! Answers.

use super::super::el::El;
use super::super::parts::heading;
use super::super::state::use_speech;

pub fn answers() -> El {
    heading(use_speech().h().answers.title)
}

pub fn answer(_id: &str) -> El {
    heading(use_speech().h().answers.title)
}
