//! Words of the glossary in the texts: where they stand is marked in the module, and looked up in the table of words.

use super::packed::Lot;
use super::{TermId, Text};
use crate::glossary::{self, Forms, Piece};
use std::sync::OnceLock;

/// A text in pieces, its words of the glossary apart.
pub fn pieces(text: Text, lot: Lot) -> Vec<Piece<TermId>> {
    static FORMS: OnceLock<Forms<TermId>> = OnceLock::new();
    let forms = FORMS.get_or_init(|| {
        Forms::new(TermId::all().flat_map(|id| {
            let entry = id.get();
            let same = [entry.same.km(), "|".to_owned(), entry.same.en()].concat();
            [(id, entry.term.km(), same), (id, entry.term.en(), String::new())]
        }))
    });
    glossary::pieces(&text.marked(lot), forms)
}
