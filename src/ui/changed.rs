//! Facts that changed since a plan, a duty or a letter relied on them: what was, what is now, keep or take.

use super::el::El;
use super::parts::heading;
use super::state::use_speech;

pub fn changed() -> El {
    heading(use_speech().m().changed.title)
}
