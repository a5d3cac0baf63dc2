//! Complaints and requests: what happened, who can act, what they need, what was sent and answered.

use super::el::El;
use super::parts::heading;
use super::state::use_speech;

pub fn complaints() -> El {
    heading(use_speech().m().complain.title)
}

pub fn complaint(_id: &str) -> El {
    heading(use_speech().m().complain.title)
}
