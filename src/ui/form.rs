//! Five questions that a helper asks, to be answered on this phone.

use super::el::El;
use super::parts::heading;
use super::state::use_speech;

pub fn form() -> El {
    heading(use_speech().m().form.title)
}
