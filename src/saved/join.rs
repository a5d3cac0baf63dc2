//! Two stored texts of one record become one. This runs inside the journal's transaction, before the shelf is
//! overwritten, and at the start of the app: everywhere the same rule.

use super::json::{Json, Object};
use super::{aside_key, decode, encode, Body, Loaded, Record};
use crate::platform::storage::Joined;

/// Joins the text that is stored under `key` with mine. Nothing is lost: a text that cannot be joined comes back as
/// `aside`.
pub fn join(key: &str, stored: &str, mine: &str) -> Joined {
    let keep = |text: &str, aside: &str| Joined { text: text.to_owned(), aside: Some((aside_key(key, aside), aside.to_owned())) };
    if stored == mine {
        return Joined { text: mine.to_owned(), aside: None };
    }
    match (decode(key, stored), decode(key, mine)) {
        (Loaded::Ok(theirs), Loaded::Ok(ours)) => Joined { text: join_records(stored, &theirs, mine, &ours), aside: None },
        (Loaded::Damaged(_), _) => keep(mine, stored),
        (_, _) => keep(stored, mine),
    }
}

/// If one side has all that the other has, its text is taken as it is: no needless writing, no growing revision.
fn join_records(stored: &str, theirs: &Record, mine: &str, ours: &Record) -> String {
    let Some(body) = merge(&theirs.body, &ours.body) else {
        return stored.to_owned();
    };
    let (older, newer) = if theirs.rev > ours.rev { (ours, theirs) } else { (theirs, ours) };
    let joined =
        Record { rev: newer.rev.saturating_add(1), body, unknown: overlay(older.unknown.clone(), newer.unknown.clone()) };
    let same = |record: &Record| record.body == joined.body && record.unknown == joined.unknown;
    if same(ours) && ours.rev > theirs.rev {
        mine.to_owned()
    } else if same(theirs) {
        stored.to_owned()
    } else {
        encode(&joined)
    }
}

/// `None` when the two are not copies of one record.
pub(super) fn merge(theirs: &Body, ours: &Body) -> Option<Body> {
    match (theirs, ours) {
        (Body::Sheet(theirs), Body::Sheet(ours)) => Some(Body::Sheet(Box::new(theirs.merge(ours)))),
        (Body::Prefs(theirs), Body::Prefs(ours)) => Some(Body::Prefs(Box::new(theirs.merge(ours)))),
        _ => None,
    }
}

/// Lays `new` over `old`: objects are united, deep down; anything else is replaced by `new`.
pub fn overlay(mut old: Object, new: Object) -> Object {
    for (key, value) in new {
        match (old.get_mut(&key), value) {
            (Some(Json::Object(old)), Json::Object(new)) => *old = overlay(std::mem::take(old), new),
            (Some(old), value) => *old = value,
            (None, value) => drop(old.insert(key, value)),
        }
    }
    old
}
