//! How services were: a card before a visit, marks at the counter, the rating after it, what several ratings say together.

use super::el::El;
use super::parts::heading;
use super::state::use_speech;

pub fn scores() -> El {
    heading(use_speech().m().score.title)
}

pub fn score(_id: &str) -> El {
    heading(use_speech().m().score.title)
}

pub fn score_paper(_id: &str) -> El {
    heading(use_speech().m().score.title)
}
