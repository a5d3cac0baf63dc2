//! Version 1 of the saved format, frozen. Reads and writes JSON values; knows the domain, the domain does not know it.
//!
//! 10,000 plans have to fit into five million characters, so a plan just made takes about 250. Two rules do that:
//! - Keys are short, and a register is `[value, "counter.writer"]`, a text `["words", "counter.writer"]`.
//! - Every plan and every item has a base edit `b`, the earliest of its registers (an item's is left out when it is the
//!   plan's). A stamp equal to the base is left out: `[value]`, `"words"`. A register that has its first value and the
//!   base stamp is left out altogether.
//!
//! | plan | | item | |
//! |---|---|---|---|
//! | `b` | base edit | key in `items` | id: list, and content number or own |
//! | `service`, `aim` | ids of content, `null` | `b` | base edit, if not the plan's |
//! | `made` | day | `t` | text versions |
//! | `seen` | writer → counter | `d` | done (first: false) |
//! | `at` | last edit | `r` | removed (first: false) |
//! | `title`, `need` | text versions | `p` | place (first: the content number, or 0) |
//! | `kind`, `cause`, `until` | kind, cause, last day (first: routine, null, null) | | |
//! | `archived`, `removed` | (first: false) | | |
//!
//! Written by hand on `serde_json::Value` rather than derived: fields can be left out by rule, unknown ones are found by
//! name ([`unknown_in_plan`]), and the module is smaller.

use serde_json::{Map, Value};

use crate::dates::Date;
use crate::plan::{Cause, Digits, Item, ItemId, Lww, NeedKind, Plan, PlanId, Prefs, Replica};
use crate::plan::{Said, Seen, Stamp, TextSize, Theme, Words};

/// A JSON object.
pub type Object = Map<String, Value>;

/// The name of the part that could not be read.
pub type Wrong = &'static str;

const PLAN: &[&str] =
    &["b", "service", "aim", "made", "seen", "at", "title", "need", "kind", "cause", "until", "archived", "removed"];
const ITEM: &[&str] = &["b", "t", "d", "r", "p"];
const PREFS: &[&str] = &["locale", "theme", "text", "digits", "flags"];

const KINDS: &[(&str, NeedKind)] =
    &[("routine", NeedKind::Routine), ("problem", NeedKind::Problem), ("rule", NeedKind::RuleChange)];
const CAUSES: &[(&str, Option<Cause>)] = &[
    ("misunderstanding", Some(Cause::Misunderstanding)),
    ("wrongful-act", Some(Cause::WrongfulAct)),
    ("abuse-of-role", Some(Cause::AbuseOfRole)),
    ("corruption", Some(Cause::Corruption)),
    ("wrong-reading", Some(Cause::WrongReading)),
    ("not-sure", Some(Cause::NotSure)),
];
const THEMES: &[(&str, Theme)] =
    &[("system", Theme::System), ("light", Theme::Light), ("dark", Theme::Dark), ("contrast", Theme::Contrast)];
const SIZES: &[(&str, TextSize)] = &[("100", TextSize::Normal), ("120", TextSize::Large), ("140", TextSize::Larger)];
const DIGITS: &[(&str, Digits)] = &[("khmer", Digits::Khmer), ("ascii", Digits::Ascii)];

/// Writes a plan (its id stands in the storage key).
pub fn write_plan(plan: &Plan) -> Object {
    let base = [plan.kind.stamp, plan.cause.stamp, plan.deadline.stamp, plan.archived.stamp, plan.removed.stamp];
    let base = base.into_iter().min().unwrap_or(Stamp::NEVER);
    let mut seen = Object::new();
    for (who, n) in plan.seen.iter() {
        seen.insert(who.to_string(), n.into());
    }
    let mut items = Object::new();
    for (id, item) in &plan.items {
        items.insert(id.to_string(), Value::Object(write_item(item, base)));
    }
    let mut out = Object::new();
    put(&mut out, "b", write_stamp(base));
    put(&mut out, "service", plan.service.clone().into());
    put(&mut out, "aim", plan.aim.clone().into());
    put(&mut out, "made", write_date(&plan.made));
    put(&mut out, "seen", seen.into());
    put_lww(&mut out, "at", &plan.touched, base, write_date, None);
    put_words(&mut out, "title", &plan.title, base);
    put_words(&mut out, "need", &plan.need, base);
    put_lww(&mut out, "kind", &plan.kind, base, write_kind, Some(&NeedKind::Routine));
    put_lww(&mut out, "cause", &plan.cause, base, write_cause, Some(&None));
    put_lww(&mut out, "until", &plan.deadline, base, write_until, Some(&None));
    put_lww(&mut out, "archived", &plan.archived, base, write_bool, Some(&false));
    put_lww(&mut out, "removed", &plan.removed, base, write_bool, Some(&false));
    put(&mut out, "items", items.into());
    out
}

/// Reads a plan.
pub fn read_plan(id: PlanId, from: &Object) -> Result<Plan, Wrong> {
    let mut seen = Seen::default();
    for (who, n) in object(from, "seen")? {
        let who = Replica::parse(who).ok_or("seen")?;
        seen.note(Stamp { n: counter(n.as_u64()).ok_or("seen")?, who });
    }
    let base = from.get("b").and_then(read_stamp).ok_or("b")?;
    let mut reader = Reader { from, base, seen };
    let mut plan = Plan {
        id,
        service: reader.name("service")?,
        aim: reader.name("aim")?,
        made: from.get("made").and_then(read_date).ok_or("made")?,
        touched: reader.lww("at", None, read_date)?,
        title: reader.words("title")?,
        need: reader.words("need")?,
        kind: reader.lww("kind", Some(NeedKind::Routine), |v| read_code(KINDS, v))?,
        cause: reader.lww("cause", Some(None), |v| nullable(v, |v| read_code(CAUSES, v)))?,
        deadline: reader.lww("until", Some(None), |v| nullable(v, |v| read_date(v).map(Some)))?,
        archived: reader.lww("archived", Some(false), Value::as_bool)?,
        removed: reader.lww("removed", Some(false), Value::as_bool)?,
        items: Default::default(),
        seen: Seen::default(),
    };
    let mut seen = reader.seen;
    for (id, item) in object(from, "items")? {
        // A name of another form comes from a newer app; it stays in the record, see `unknown`.
        if let Some(id) = ItemId::parse(id) {
            let item = read_item(id.clone(), item, base, &mut seen)?;
            plan.items.insert(id, item);
        }
    }
    plan.seen = seen;
    Ok(plan)
}

fn write_item(item: &Item, plan_base: Stamp) -> Object {
    let base = item.done.stamp.min(item.removed.stamp).min(item.place.stamp);
    let mut out = Object::new();
    if base != plan_base {
        put(&mut out, "b", write_stamp(base));
    }
    put_words(&mut out, "t", &item.text, base);
    put_lww(&mut out, "d", &item.done, base, write_bool, Some(&false));
    put_lww(&mut out, "r", &item.removed, base, write_bool, Some(&false));
    let place = i32::from(item.from.unwrap_or(0));
    put_lww(&mut out, "p", &item.place, base, |p| (*p).into(), Some(&place));
    out
}

fn read_item(id: ItemId, from: &Value, plan_base: Stamp, seen: &mut Seen) -> Result<Item, Wrong> {
    let from = from.as_object().ok_or("items")?;
    let base = match from.get("b") {
        Some(base) => read_stamp(base).ok_or("b")?,
        None => plan_base,
    };
    let mut reader = Reader { from, base, seen: std::mem::take(seen) };
    let place = i32::from(id.from().unwrap_or(0));
    let read_place = |v: &Value| v.as_i64().and_then(|p| i32::try_from(p).ok());
    let item = Item {
        list: id.list().ok_or("items")?,
        from: id.from(),
        id,
        text: reader.words("t")?,
        done: reader.lww("d", Some(false), Value::as_bool)?,
        removed: reader.lww("r", Some(false), Value::as_bool)?,
        place: reader.lww("p", Some(place), read_place)?,
    };
    *seen = reader.seen;
    Ok(item)
}

/// Writes the preferences.
pub fn write_prefs(prefs: &Prefs) -> Object {
    let base = Stamp::NEVER;
    let mut flags = Object::new();
    for (name, flag) in &prefs.flags {
        put_lww(&mut flags, name, flag, base, write_bool, None);
    }
    let mut out = Object::new();
    put_lww(&mut out, "locale", &prefs.locale, base, |l| l.clone().into(), Some(&None));
    put_lww(&mut out, "theme", &prefs.theme, base, |t| write_code(THEMES, t), Some(&Theme::System));
    put_lww(&mut out, "text", &prefs.text, base, |t| write_code(SIZES, t), Some(&TextSize::Normal));
    put_lww(&mut out, "digits", &prefs.digits, base, |d| write_code(DIGITS, d), Some(&Digits::Khmer));
    put(&mut out, "flags", flags.into());
    out
}

/// Reads the preferences.
pub fn read_prefs(from: &Object) -> Result<Prefs, Wrong> {
    let reader = |from| Reader { from, base: Stamp::NEVER, seen: Seen::default() };
    let flags = object(from, "flags")?;
    let mut marks = reader(flags);
    let mut reader = reader(from);
    let read_locale = |v: &Value| nullable(v, |v| v.as_str().map(|l| Some(l.to_owned())));
    let mut prefs = Prefs {
        locale: reader.lww("locale", Some(None), read_locale)?,
        theme: reader.lww("theme", Some(Theme::System), |v| read_code(THEMES, v))?,
        text: reader.lww("text", Some(TextSize::Normal), |v| read_code(SIZES, v))?,
        digits: reader.lww("digits", Some(Digits::Khmer), |v| read_code(DIGITS, v))?,
        flags: Default::default(),
    };
    for name in flags.keys() {
        let flag = marks.lww(name, None, Value::as_bool).map_err(|_| "flags")?;
        prefs.flags.insert(name.clone(), flag);
    }
    Ok(prefs)
}

/// What this version does not know in a plan: written by a newer app with the same format version, to be kept.
pub fn unknown_in_plan(mut record: Object) -> Object {
    record.retain(|key, _| !PLAN.contains(&key.as_str()));
    if let Some(Value::Object(items)) = record.get_mut("items") {
        items.retain(|id, item| {
            let known = ItemId::parse(id).is_some();
            if let (true, Value::Object(item)) = (known, &mut *item) {
                item.retain(|key, _| !ITEM.contains(&key.as_str()));
                return !item.is_empty();
            }
            !known
        });
        if items.is_empty() {
            record.remove("items");
        }
    }
    record
}

/// What this version does not know in the preferences.
pub fn unknown_in_prefs(mut record: Object) -> Object {
    record.retain(|key, _| !PREFS.contains(&key.as_str()));
    record
}

/// Reads registers of one object and notes every stamp, so that a copy has always seen what it holds.
struct Reader<'a> {
    from: &'a Object,
    base: Stamp,
    seen: Seen,
}

impl Reader<'_> {
    fn lww<T>(&mut self, key: &str, first: Option<T>, read: impl Fn(&Value) -> Option<T>) -> Result<Lww<T>, Wrong> {
        let found = match self.from.get(key) {
            None => first.map(|value| (value, self.base)),
            Some(Value::Array(pair)) => match pair.as_slice() {
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

    fn words(&mut self, key: &str) -> Result<Words, Wrong> {
        let mut said = Vec::new();
        for version in self.from.get(key).map_or(Some(&vec![]), Value::as_array).ok_or("text")? {
            let (text, stamp) = match version {
                Value::String(text) => (text, self.base),
                Value::Array(pair) => match pair.as_slice() {
                    [Value::String(text), stamp] => (text, read_stamp(stamp).ok_or("text")?),
                    _ => return Err("text"),
                },
                _ => return Err("text"),
            };
            self.note(stamp);
            said.push(Said { stamp, text: text.clone() });
        }
        Ok(Words::from_versions(said))
    }

    fn name(&self, key: &'static str) -> Result<Option<String>, Wrong> {
        match self.from.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(name)) => Ok(Some(name.clone())),
            Some(_) => Err(key),
        }
    }

    fn note(&mut self, stamp: Stamp) {
        if stamp != Stamp::NEVER {
            self.seen.note(stamp);
        }
    }
}

fn object<'a>(from: &'a Object, key: &'static str) -> Result<&'a Object, Wrong> {
    from.get(key).and_then(Value::as_object).ok_or(key)
}

fn put(out: &mut Object, key: &str, value: Value) {
    out.insert(key.to_owned(), value);
}

fn put_lww<T: PartialEq>(
    out: &mut Object,
    key: &str,
    register: &Lww<T>,
    base: Stamp,
    write: impl Fn(&T) -> Value,
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
    put(out, key, pair.into());
}

fn put_words(out: &mut Object, key: &str, words: &Words, base: Stamp) {
    let mut versions: Vec<Value> = Vec::new();
    for said in words.versions() {
        let text = Value::from(said.text.as_str());
        versions.push(if said.stamp == base { text } else { vec![text, write_stamp(said.stamp)].into() });
    }
    if !versions.is_empty() {
        put(out, key, versions.into());
    }
}

fn write_stamp(stamp: Stamp) -> Value {
    format!("{}.{}", stamp.n, stamp.who).into()
}

fn read_stamp(value: &Value) -> Option<Stamp> {
    let (n, who) = value.as_str()?.split_once('.')?;
    let n = counter(n.parse().ok())?;
    Some(Stamp { n, who: Replica::parse(who)? })
}

/// Counters stop at half of what fits, so that there is always a higher one.
fn counter(n: Option<u64>) -> Option<u32> {
    n.and_then(|n| u32::try_from(n).ok()).filter(|n| *n <= u32::MAX / 2)
}

fn write_bool(value: &bool) -> Value {
    (*value).into()
}

fn write_date(date: &Date) -> Value {
    date.to_string().into()
}

fn write_until(date: &Option<Date>) -> Value {
    date.as_ref().map_or(Value::Null, write_date)
}

fn read_date(value: &Value) -> Option<Date> {
    Date::parse(value.as_str()?)
}

fn write_kind(kind: &NeedKind) -> Value {
    write_code(KINDS, kind)
}

fn write_cause(cause: &Option<Cause>) -> Value {
    write_code(CAUSES, cause)
}

/// A value without a code (no cause) is `null`.
fn write_code<T: PartialEq>(codes: &[(&str, T)], value: &T) -> Value {
    let found = codes.iter().find(|(_, v)| v == value);
    found.map_or(Value::Null, |(code, _)| (*code).into())
}

fn read_code<T: Clone>(codes: &[(&str, T)], value: &Value) -> Option<T> {
    let code = value.as_str()?;
    let found = codes.iter().find(|(c, _)| *c == code)?;
    Some(found.1.clone())
}

fn nullable<T>(value: &Value, read: impl Fn(&Value) -> Option<Option<T>>) -> Option<Option<T>> {
    if value.is_null() {
        Some(None)
    } else {
        read(value)
    }
}
