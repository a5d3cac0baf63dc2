//! Survey.

use super::super::el::El;
use super::super::parts::heading;
use super::super::state::use_speech;

pub fn surveys() -> El {
    heading(use_speech().h().survey.title)
}

pub fn survey(_id: &str) -> El {
    heading(use_speech().h().survey.title)
}
