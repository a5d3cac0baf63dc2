//! The offices near her, a typed view over sheets of [`What::Office`](super::What::Office): the commune hall, the branch in her province.
//! The directory knows what such an office does, and rarely its number, its hours or its house.

use super::sort::sort_by_key;
use super::{fact, Book, Sheet};

/// Offices that are not in the bin, those touched last first.
pub fn all(book: &Book) -> Vec<&Sheet> {
    let mut offices: Vec<&Sheet> = book.offices().filter(|office| !office.removed.value).collect();
    sort_by_key(&mut offices, |office| std::cmp::Reverse(office.touched.stamp));
    offices
}

/// Those that are this one of the directory (id of a content entry), or a branch of it.
pub fn at<'a>(book: &'a Book, office: &str) -> Vec<&'a Sheet> {
    all(book).into_iter().filter(|local| local.fact(fact::OFFICE) == office).collect()
}

/// What to look for on a map: its name, and where it is, as she wrote them. `name`: what it is called when she gave it no name.
pub fn on_map(office: &Sheet, name: &str) -> String {
    let own = office.title.current().trim();
    let parts = [if own.is_empty() { name } else { own }, office.note(fact::PLACE).trim()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
