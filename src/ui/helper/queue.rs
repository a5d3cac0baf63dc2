//! Queue.

use super::super::el::El;
use super::super::parts::heading;
use super::super::state::use_speech;

pub fn queue() -> El {
    heading(use_speech().h().queue.title)
}
