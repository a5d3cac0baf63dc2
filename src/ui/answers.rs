//! Answers that somebody asked for once and for all.

use super::el::El;
use super::parts::heading;
use super::state::use_speech;

pub fn answers() -> El {
    heading(use_speech().m().answers.title)
}

pub fn answer(_id: &str) -> El {
    heading(use_speech().m().answers.title)
}
