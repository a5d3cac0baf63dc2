//! Bundle.

use super::super::el::El;
use super::super::parts::heading;
use super::super::state::use_speech;

pub fn bundles() -> El {
    heading(use_speech().h().bundle.title)
}
