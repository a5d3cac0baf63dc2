//! What she did in one year, for herself.

use super::el::El;
use super::parts::heading;
use super::state::use_speech;

pub fn year() -> El {
    heading(use_speech().m().year.title)
}
