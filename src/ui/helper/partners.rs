//! Partners.

use super::super::el::El;
use super::super::parts::heading;
use super::super::state::use_speech;

pub fn groups() -> El {
    heading(use_speech().h().partners.title)
}

pub fn group(_id: &str) -> El {
    heading(use_speech().h().partners.title)
}

pub fn partners() -> El {
    heading(use_speech().h().partners.title)
}

pub fn partner(_id: &str) -> El {
    heading(use_speech().h().partners.title)
}
