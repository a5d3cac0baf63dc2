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
//! | `f` | facts: name → register | `f` | the same |
//! | `w` | notes: name → text versions | `w` | the same |
//!
//! Written by hand rather than derived from structs: fields can be left out by rule, unknown ones are found by
//! name ([`unknown_in_plan`]), and the module is smaller.

mod values;

use super::json::{Json, Object};
use crate::plan::{Cause, Digits, Item, ItemId, NeedKind, Prefs, Replica, Seen, Sheet, SheetId, Stamp, TextSize, Theme, What};
use values::*;

/// The name of the part that could not be read.
pub type Wrong = &'static str;

const PLAN: &[&str] =
    &["b", "service", "aim", "made", "seen", "at", "title", "need", "kind", "cause", "until", "archived", "removed", "f", "w"];
const ITEM: &[&str] = &["b", "t", "d", "r", "p", "f", "w"];
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
pub fn write_plan(plan: &Sheet) -> Object {
    let base = [plan.kind.stamp, plan.cause.stamp, plan.deadline.stamp, plan.archived.stamp, plan.removed.stamp];
    let base = base.into_iter().min().unwrap_or(Stamp::NEVER);
    let mut seen = Object::default();
    for (who, n) in plan.seen.iter() {
        seen.insert(who.to_string(), Json::Number(n.to_string()));
    }
    let mut items = Object::default();
    for (id, item) in plan.items.iter() {
        items.insert(id.to_string(), Json::Object(write_item(item, base)));
    }
    let mut out = Object::default();
    put(&mut out, "b", write_stamp(base));
    put(&mut out, "service", write_name(&plan.service));
    put(&mut out, "aim", write_name(&plan.aim));
    put(&mut out, "made", write_date(&plan.made));
    put(&mut out, "seen", Json::Object(seen));
    put_lww(&mut out, "at", &plan.touched, base, write_date, None);
    put_words(&mut out, "title", &plan.title, base);
    put_words(&mut out, "need", &plan.need, base);
    put_lww(&mut out, "kind", &plan.kind, base, write_kind, Some(&NeedKind::Routine));
    put_lww(&mut out, "cause", &plan.cause, base, write_cause, Some(&None));
    put_lww(&mut out, "until", &plan.deadline, base, write_until, Some(&None));
    put_lww(&mut out, "archived", &plan.archived, base, write_bool, Some(&false));
    put_lww(&mut out, "removed", &plan.removed, base, write_bool, Some(&false));
    put_more(&mut out, &plan.facts, &plan.notes, base);
    put(&mut out, "items", Json::Object(items));
    out
}

/// Reads a plan.
pub fn read_plan(what: What, id: SheetId, from: &Object) -> Result<Sheet, Wrong> {
    let mut seen = Seen::default();
    for (who, n) in object(from, "seen")?.iter() {
        let who = Replica::parse(who).ok_or("seen")?;
        seen.note(Stamp { n: counter(n.number()).ok_or("seen")?, who });
    }
    let base = from.get("b").and_then(read_stamp).ok_or("b")?;
    let mut reader = Reader { from, base, seen };
    let (facts, notes) = reader.more()?;
    let mut plan = Sheet {
        id,
        what,
        facts,
        notes,
        service: reader.name("service")?,
        aim: reader.name("aim")?,
        made: from.get("made").and_then(read_date).ok_or("made")?,
        touched: reader.lww("at", None, read_date)?,
        title: reader.words("title")?,
        need: reader.words("need")?,
        kind: reader.lww("kind", Some(NeedKind::Routine), |v| read_code(KINDS, v))?,
        cause: reader.lww("cause", Some(None), |v| nullable(v, |v| read_code(CAUSES, v)))?,
        deadline: reader.lww("until", Some(None), |v| nullable(v, |v| read_date(v).map(Some)))?,
        archived: reader.lww("archived", Some(false), Json::bool)?,
        removed: reader.lww("removed", Some(false), Json::bool)?,
        items: Default::default(),
        seen: Seen::default(),
    };
    let mut seen = reader.seen;
    for (id, item) in object(from, "items")?.iter() {
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
    let mut out = Object::default();
    if base != plan_base {
        put(&mut out, "b", write_stamp(base));
    }
    put_words(&mut out, "t", &item.text, base);
    put_lww(&mut out, "d", &item.done, base, write_bool, Some(&false));
    put_lww(&mut out, "r", &item.removed, base, write_bool, Some(&false));
    let place = i32::from(item.from.unwrap_or(0));
    put_lww(&mut out, "p", &item.place, base, |p| Json::Number(p.to_string()), Some(&place));
    put_more(&mut out, &item.facts, &item.notes, base);
    out
}

fn read_item(id: ItemId, from: &Json, plan_base: Stamp, seen: &mut Seen) -> Result<Item, Wrong> {
    let from = from.object().ok_or("items")?;
    let base = match from.get("b") {
        Some(base) => read_stamp(base).ok_or("b")?,
        None => plan_base,
    };
    let mut reader = Reader { from, base, seen: std::mem::take(seen) };
    let place = i32::from(id.from().unwrap_or(0));
    let read_place = |v: &Json| v.number::<i32>();
    let (facts, notes) = reader.more()?;
    let item = Item {
        facts,
        notes,
        list: id.list().ok_or("items")?,
        from: id.from(),
        id,
        text: reader.words("t")?,
        done: reader.lww("d", Some(false), Json::bool)?,
        removed: reader.lww("r", Some(false), Json::bool)?,
        place: reader.lww("p", Some(place), read_place)?,
    };
    *seen = reader.seen;
    Ok(item)
}

/// Writes the preferences.
pub fn write_prefs(prefs: &Prefs) -> Object {
    let base = Stamp::NEVER;
    let mut flags = Object::default();
    for (name, flag) in prefs.flags.iter() {
        put_lww(&mut flags, name, flag, base, write_bool, None);
    }
    let mut out = Object::default();
    put_lww(&mut out, "locale", &prefs.locale, base, write_name, Some(&None));
    put_lww(&mut out, "theme", &prefs.theme, base, |t| write_code(THEMES, t), Some(&Theme::System));
    put_lww(&mut out, "text", &prefs.text, base, |t| write_code(SIZES, t), Some(&TextSize::Normal));
    put_lww(&mut out, "digits", &prefs.digits, base, |d| write_code(DIGITS, d), Some(&Digits::Khmer));
    put(&mut out, "flags", Json::Object(flags));
    out
}

/// Reads the preferences.
pub fn read_prefs(from: &Object) -> Result<Prefs, Wrong> {
    let reader = |from| Reader { from, base: Stamp::NEVER, seen: Seen::default() };
    let flags = object(from, "flags")?;
    let mut marks = reader(flags);
    let mut reader = reader(from);
    let read_locale = |v: &Json| nullable(v, |v| v.text().map(|l| Some(l.to_owned())));
    let mut prefs = Prefs {
        locale: reader.lww("locale", Some(None), read_locale)?,
        theme: reader.lww("theme", Some(Theme::System), |v| read_code(THEMES, v))?,
        text: reader.lww("text", Some(TextSize::Normal), |v| read_code(SIZES, v))?,
        digits: reader.lww("digits", Some(Digits::Khmer), |v| read_code(DIGITS, v))?,
        flags: Default::default(),
    };
    for name in flags.keys() {
        let flag = marks.lww(name, None, Json::bool).map_err(|_| "flags")?;
        prefs.flags.insert(name.clone(), flag);
    }
    Ok(prefs)
}

/// What this version does not know in a plan: written by a newer app with the same format version, to be kept.
pub fn unknown_in_plan(mut record: Object) -> Object {
    record.retain(|key, value| match value {
        Json::Object(items) if key == "items" => {
            items.retain(|id, item| match item {
                Json::Object(item) if ItemId::parse(id).is_some() => {
                    item.retain(|key, _| !ITEM.contains(&key.as_str()));
                    !item.is_empty()
                }
                _ => true,
            });
            !items.is_empty()
        }
        _ => !PLAN.contains(&key.as_str()),
    });
    record
}

/// What this version does not know in the preferences.
pub fn unknown_in_prefs(mut record: Object) -> Object {
    record.retain(|key, _| !PREFS.contains(&key.as_str()));
    record
}

fn write_kind(kind: &NeedKind) -> Json {
    write_code(KINDS, kind)
}

fn write_cause(cause: &Option<Cause>) -> Json {
    write_code(CAUSES, cause)
}
