//! Registers, texts, stamps, days and codes of version 1: what plans, items and preferences are written of. Frozen too.

use super::Wrong;
use crate::dates::Date;
use crate::plan::{Facts, Lww, Notes, Replica, Said, Seen, Stamp, Words};
use crate::saved::json::{Json, Object};

/// Reads registers of one object and notes every stamp, so that a copy has always seen what it holds.
pub(super) struct Reader<'a> {
    pub(super) from: &'a Object,
    pub(super) base: Stamp,
    pub(super) seen: Seen,
}

impl Reader<'_> {
    pub(super) fn lww<T>(&mut self, key: &str, first: Option<T>, read: impl Fn(&Json) -> Option<T>) -> Result<Lww<T>, Wrong> {
        let found = match self.from.get(key) {
            None => first.map(|value| (value, self.base)),
            Some(Json::List(pair)) => match pair.as_slice() {
                [value] => read(value).map(|value| (value, self.base)),
                [value, stamp] => read(value).zip(read_stamp(stamp)),
                _ => None,
            },
            Some(_) => None,
        };
        let (value, stamp) = found.ok_or("register")?;
        self.note(stamp);
        Ok(Lww { value, stamp })
    }

    pub(super) fn words(&mut self, key: &str) -> Result<Words, Wrong> {
        let mut said = Vec::new();
        for version in self.from.get(key).map_or(Some(&[][..]), Json::list).ok_or("text")? {
            let (text, stamp) = match version {
                Json::Text(text) => (text, self.base),
                Json::List(pair) => match pair.as_slice() {
                    [Json::Text(text), stamp] => (text, read_stamp(stamp).ok_or("text")?),
                    _ => return Err("text"),
                },
                _ => return Err("text"),
            };
            self.note(stamp);
            said.push(Said { stamp, text: text.clone() });
        }
        Ok(Words::from_versions(said))
    }

    pub(super) fn name(&self, key: &'static str) -> Result<Option<String>, Wrong> {
        match self.from.get(key) {
            None | Some(Json::Null) => Ok(None),
            Some(Json::Text(name)) => Ok(Some(name.clone())),
            Some(_) => Err(key),
        }
    }

    /// Facts and notes; either may be missing.
    pub(super) fn more(&mut self) -> Result<(Facts, Notes), Wrong> {
        let (mut facts, mut notes) = (Facts::default(), Notes::default());
        let whole = self.from;
        if let Some(from) = whole.get("f") {
            self.from = from.object().ok_or("f")?;
            for name in self.from.keys() {
                facts.insert(name.clone(), self.lww(name, None, |v| v.text().map(str::to_owned))?);
            }
        }
        if let Some(from) = whole.get("w") {
            self.from = from.object().ok_or("w")?;
            for name in self.from.keys() {
                notes.insert(name.clone(), self.words(name)?);
            }
        }
        self.from = whole;
        Ok((facts, notes))
    }

    fn note(&mut self, stamp: Stamp) {
        if stamp != Stamp::NEVER {
            self.seen.note(stamp);
        }
    }
}

pub(super) fn object<'a>(from: &'a Object, key: &'static str) -> Result<&'a Object, Wrong> {
    from.get(key).and_then(Json::object).ok_or(key)
}

pub(super) fn put(out: &mut Object, key: &str, value: Json) {
    out.insert(key.to_owned(), value);
}

pub(super) fn put_more(out: &mut Object, facts: &Facts, notes: &Notes, base: Stamp) {
    let mut inside = Object::default();
    for (name, fact) in facts.iter() {
        put_lww(&mut inside, name, fact, base, |text| Json::Text(text.clone()), None);
    }
    if !inside.is_empty() {
        put(out, "f", Json::Object(std::mem::take(&mut inside)));
    }
    for (name, words) in notes.iter() {
        put_words(&mut inside, name, words, base);
    }
    if !inside.is_empty() {
        put(out, "w", Json::Object(inside));
    }
}

pub(super) fn put_lww<T: PartialEq>(
    out: &mut Object,
    key: &str,
    register: &Lww<T>,
    base: Stamp,
    write: impl Fn(&T) -> Json,
    first: Option<&T>,
) {
    let based = register.stamp == base;
    if based && first == Some(&register.value) {
        return;
    }
    let mut pair = vec![write(&register.value)];
    if !based {
        pair.push(write_stamp(register.stamp));
    }
    put(out, key, Json::List(pair));
}

pub(super) fn put_words(out: &mut Object, key: &str, words: &Words, base: Stamp) {
    let mut versions: Vec<Json> = Vec::new();
    for said in words.versions() {
        let text = Json::Text(said.text.clone());
        versions.push(if said.stamp == base { text } else { Json::List(vec![text, write_stamp(said.stamp)]) });
    }
    if !versions.is_empty() {
        put(out, key, Json::List(versions));
    }
}

pub(super) fn write_stamp(stamp: Stamp) -> Json {
    Json::Text(format!("{}.{}", stamp.n, stamp.who))
}

pub(super) fn read_stamp(value: &Json) -> Option<Stamp> {
    let (n, who) = value.text()?.split_once('.')?;
    let n = counter(n.parse().ok())?;
    Some(Stamp { n, who: Replica::parse(who)? })
}

/// Counters stop at half of what fits, so that there is always a higher one.
pub(super) fn counter(n: Option<u32>) -> Option<u32> {
    n.filter(|n| *n <= u32::MAX / 2)
}

pub(super) fn write_bool(value: &bool) -> Json {
    Json::Bool(*value)
}

pub(super) fn write_name(name: &Option<String>) -> Json {
    name.as_ref().map_or(Json::Null, |name| Json::Text(name.clone()))
}

pub(super) fn write_date(date: &Date) -> Json {
    Json::Text(date.to_string())
}

pub(super) fn write_until(date: &Option<Date>) -> Json {
    date.as_ref().map_or(Json::Null, write_date)
}

pub(super) fn read_date(value: &Json) -> Option<Date> {
    Date::parse(value.text()?)
}

/// A value without a code (no cause) is `null`.
pub(super) fn write_code<T: PartialEq>(codes: &[(&str, T)], value: &T) -> Json {
    let found = codes.iter().find(|(_, v)| v == value);
    found.map_or(Json::Null, |(code, _)| Json::Text((*code).to_owned()))
}

pub(super) fn read_code<T: Clone>(codes: &[(&str, T)], value: &Json) -> Option<T> {
    let code = value.text()?;
    let found = codes.iter().find(|(c, _)| *c == code)?;
    Some(found.1.clone())
}

pub(super) fn nullable<T>(value: &Json, read: impl Fn(&Json) -> Option<Option<T>>) -> Option<Option<T>> {
    if *value == Json::Null {
        Some(None)
    } else {
        read(value)
    }
}
