//! Report.

use super::super::el::El;
use super::super::parts::heading;
use super::super::state::use_speech;

pub fn report() -> El {
    heading(use_speech().h().report.title)
}
