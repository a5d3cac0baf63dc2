//! Saved formats: what was ever written is read, what is damaged is noticed, what is not known is kept.

use std::path::Path;

use phlov::plan::*;
use phlov::saved::json::Json;
use phlov::saved::migrate::{migrate, Migration, MIGRATIONS};
use phlov::saved::*;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{json, Value};

use crate::helpers::*;

fn record(plan: &Sheet) -> Record {
    Record { rev: 17, body: Body::Sheet(Box::new(plan.clone())), unknown: Default::default() }
}

fn read(key: &str, text: &str) -> Record {
    match decode(key, text) {
        Loaded::Ok(record) => record,
        other => panic!("{other:?}\n{text}"),
    }
}

/// A plan after many commands, with words that break things.
fn worn(seed: u64, commands: usize) -> Sheet {
    let mut dice = Dice::new(seed);
    let mut copies = [plan(seed), plan(seed), plan(seed)];
    for n in 0..commands {
        let who = dice.roll(3);
        let text = format!("{}{n}", NASTY[dice.roll(NASTY.len())]);
        command(&mut copies[who], &pen(who as u32 + 1), dice.bytes(), &text);
    }
    copies[0].merge(&copies[1]).merge(&copies[2])
}

fn prefs() -> Prefs {
    let mut prefs = Prefs::default();
    prefs.edit(&pen(1), |prefs, stamp| prefs.locale.set(Some("en".into()), stamp));
    prefs.edit(&pen(2), |prefs, stamp| {
        prefs.theme.set(Theme::Contrast, stamp);
        prefs.text.set(TextSize::Larger, stamp);
        prefs.digits.set(Digits::Ascii, stamp);
    });
    prefs.set_flag(&pen(2), "saw-welcome", true);
    prefs
}

// ── round trip and size ──

#[test]
fn every_plan_is_read_as_it_was_written() {
    for seed in 0..300 {
        let record = record(&worn(seed, seed as usize % 60));
        let key = record.body.key();
        let text = encode(&record);
        let back = read(&key, &text);
        assert_eq!(back, record, "{text}");
        assert_eq!(encode(&back), text);
    }
    let record = Record { rev: 3, body: Body::Prefs(Box::new(prefs())), unknown: Default::default() };
    assert_eq!(read(PREFS_KEY, &encode(&record)), record);
}

/// 10,000 plans must fit into the 5.2 million characters of localStorage, with their keys.
#[test]
fn a_plan_is_small() {
    let seed = PlanSeed { steps: &[1, 2, 3, 4, 5], documents: &[1, 2, 3, 4], questions: &[1, 2, 3] };
    let service = Some("nssf-registration");
    let mut plan = Sheet::new(id(u64::MAX), service, Some("get-insured"), &pen(u32::MAX), &seed);
    let size = |plan: &Sheet| {
        let record = record(plan);
        encode(&record).encode_utf16().count() + record.body.key().len()
    };
    let fresh = size(&plan);
    for id in ["s1", "s2", "d1", "d2", "d3"] {
        plan.set_done(&pen(u32::MAX - 1), &item(id), true);
    }
    let used = size(&plan);
    println!("characters with key: a fresh plan {fresh}, with five ticks {used}");
    assert!(fresh <= 350, "{fresh}\n{}", encode(&record(&plan)));
    assert!(used <= 520, "{used}\n{}", encode(&record(&plan)));
}

// ── fixtures: every record ever shipped ──

/// The plan of the fixture `v1-plan.txt`, made with today's commands.
fn fixture_plan() -> Sheet {
    let mut plan = plan(42);
    let pens = [pen(1), pen(0xffff_ffff)];
    let mut copy = plan.clone();
    plan.write(&pens[0], &Field::Title, "ហាងកាត់ដេររបស់ខ្ញុំ");
    plan.write(&pens[0], &need(), NASTY[3]);
    copy.write(&pens[1], &need(), NASTY[1]);
    plan.set_kind(&pens[0], NeedKind::Problem);
    plan.set_cause(&pens[0], Some(Cause::WrongReading));
    plan.set_deadline(&pens[0], Some(day("2026-03-21")));
    plan.set_done(&pens[0], &item("s1"), true);
    plan.remove_item(&pens[0], &item("d2"));
    plan.move_up(&pens[0], &item("s3"));
    plan.add_item(&pens[0], List::Question, "តើត្រូវចំណាយប៉ុន្មាន?");
    copy.add_from(&pens[1], List::Document, 5);
    copy.write(&pens[1], &Field::Item(item("s2")), NASTY[2]);
    plan.merge(&copy)
}

#[test]
fn records_of_every_released_version_are_read() {
    let plan = fixture_plan();
    let generic = Sheet::new(id(43), None, None, &pen(5), &PlanSeed::default());
    let plan_key = plan_key(&plan.id);
    let cases = [
        ("v1-plan.txt", plan_key, Body::Sheet(Box::new(plan))),
        ("v1-plan-generic.txt", self::plan_key(&generic.id), Body::Sheet(Box::new(generic))),
        ("v1-prefs.txt", PREFS_KEY.to_owned(), Body::Prefs(Box::new(prefs()))),
    ];
    for (name, key, body) in cases {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/saved").join(name);
        // A fixture is written once, with PHLOV_WRITE_FIXTURES=1, when its version is made; never again.
        if std::env::var_os("PHLOV_WRITE_FIXTURES").is_some() && !path.exists() {
            let unknown = Default::default();
            let rev = 17;
            std::fs::write(&path, encode(&Record { rev, body: body.clone(), unknown })).expect("written");
        }
        let text = std::fs::read_to_string(&path).expect(name);
        let record = read(&key, &text);
        assert_eq!(record.body, body, "{name}");
        assert_eq!(record.rev, 17, "{name}");
    }
}

// ── migrations ──

#[test]
fn migrations_go_up_one_by_one() {
    assert_eq!(FORMAT as usize, MIGRATIONS.len() + 1);
    for (step, to) in MIGRATIONS.iter().zip(2..) {
        assert_eq!(step.to, to, "{}", step.title);
        assert!(step.what.ends_with('.'), "a sentence: {}", step.what);
    }
}

#[test]
fn a_record_takes_exactly_the_steps_above_its_version() {
    fn note(record: Json, step: &str) -> Result<Json, &'static str> {
        let steps = record.text().ok_or("steps")?;
        Ok(Json::Text(format!("{steps} {step}")))
    }
    let what = "Notes that it ran.";
    let steps = [
        Migration { to: 2, title: "two", what, run: |_, record| note(record, "two") },
        Migration { to: 3, title: "three", what, run: |_, record| note(record, "three") },
    ];
    for (from, expected) in [(1, "ran: two three"), (2, "ran: three"), (3, "ran:")] {
        let record = migrate(&steps, Kind::Sheet(What::Plan), from, Json::Text("ran:".to_owned()));
        assert_eq!(record, Ok(Json::Text(expected.to_owned())), "from {from}");
    }
    assert_eq!(migrate(&steps, Kind::Sheet(What::Plan), 1, Json::Null), Err("steps"));
}

// ── what this app does not know ──

/// JSON that a newer app might have put beside the fields that are known.
pub fn unknown_fields() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{1,4}", inner, 0..3).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn other_json(value: &Value) -> Json {
    Json::parse(&value.to_string()).expect("JSON")
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::with_cases(400) })]

    /// Fields of a newer app, in the plan and in its items, are still there after this app has edited and saved.
    #[test]
    fn unknown_fields_survive(field in unknown_fields(), in_item in unknown_fields(), choice: [u8; 3]) {
        let mut plan = plan(1);
        let key = plan_key(&plan.id);
        let mut content: Value = serde_json::from_str(encode(&record(&plan)).split_once('\n').unwrap().1).unwrap();
        content["meetings"] = field.clone();
        content["items"]["s1"]["price"] = in_item.clone();
        content["items"]["z7"] = json!({ "x": in_item });
        let newer = envelope::seal(&key, "plan", FORMAT, 17, &content.to_string());

        let known = read(&key, &newer);
        prop_assert_eq!(&known.body, &Body::Sheet(Box::new(plan.clone())));
        command(&mut plan, &pen(2), choice, "edited by an older app");
        let mine = encode(&Record { rev: 18, ..record(&plan) });
        let joined = join(&key, &newer, &mine);
        prop_assert_eq!(joined.aside, None);
        let after: Value = serde_json::from_str(joined.text.split_once('\n').unwrap().1).unwrap();
        prop_assert_eq!(&after["meetings"], &field);
        prop_assert_eq!(&after["items"]["s1"]["price"], &in_item);
        prop_assert_eq!(&after["items"]["z7"]["x"], &in_item);
        prop_assert_eq!(read(&key, &joined.text).body, Body::Sheet(Box::new(plan)));
    }

    /// Laying one record over another keeps everything of the old that the new does not name.
    #[test]
    fn overlay_keeps_what_the_new_does_not_name(old in unknown_fields(), new in unknown_fields()) {
        let old = json!({ "a": old.clone(), "both": { "old": old } });
        let new = json!({ "b": new.clone(), "both": { "new": new } });
        let (o, n) = (other_json(&old), other_json(&new));
        let (Json::Object(o), Json::Object(n)) = (o, n) else { panic!() };
        let laid: Value = serde_json::from_str(&Json::Object(overlay(o, n.clone())).print()).unwrap();
        prop_assert_eq!(&laid["a"], &old["a"]);
        prop_assert_eq!(&laid["b"], &new["b"]);
        prop_assert_eq!(&laid["both"], &json!({ "old": old["a"], "new": new["b"] }));
        prop_assert_eq!(&overlay(n.clone(), n.clone()), &n);
    }

    /// Whatever stands in a record's place: never a panic.
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}", body in unknown_fields(), rev: u32, version in 0u16..4) {
        for key in ["phlov:plan:abc", PREFS_KEY, "phlov:plan:", "phlov:other", ""] {
            decode(key, &text);
            decode(key, &format!("phlov1 plan 1 1 00000000\n{text}"));
            for kind in ["plan", "prefs"] {
                decode(key, &envelope::seal(key, kind, version, rev, &body.to_string()));
            }
            join(key, &text, &body.to_string());
        }
        export::read_export(&text);
        export::read_export(&format!("phlov-export 1\n{text}"));
    }
}

/// A record that is whole, but whose parts make no sense, is damaged and not half read.
#[test]
fn nonsense_is_named() {
    let key = plan_key(&id(1));
    let content: Value = serde_json::from_str(encode(&record(&plan(1))).split_once('\n').unwrap().1).unwrap();
    for (part, value) in [
        ("b", json!("x")),
        ("made", json!("2026-02-30")),
        ("seen", json!({ "!": 1 })),
        ("seen", json!({ "1": 4_294_967_295u32 })),
        ("at", json!(null)),
        ("kind", json!(["a kind of a later format"])),
        ("need", json!("words")),
        ("need", json!([["words"]])),
        ("items", json!([])),
        ("service", json!(7)),
    ] {
        let mut content = content.clone();
        content[part] = value;
        let text = envelope::seal(&key, "plan", FORMAT, 1, &content.to_string());
        assert!(matches!(decode(&key, &text), Loaded::Damaged(Why::Nonsense(_))), "{part}");
    }
}

/// A copy has seen what it holds, whatever its list of seen edits says; otherwise a merge would double or drop words.
#[test]
fn stamps_in_a_record_count_as_seen() {
    let mut plan = plan(1);
    plan.set_kind(&pen(2), NeedKind::Problem);
    plan.write(&pen(3), &need(), "words");
    let key = plan_key(&plan.id);
    let mut content: Value = serde_json::from_str(encode(&record(&plan)).split_once('\n').unwrap().1).unwrap();
    content["seen"] = json!({});
    let text = envelope::seal(&key, "plan", FORMAT, 17, &content.to_string());
    assert_eq!(read(&key, &text).body, Body::Sheet(Box::new(plan)));
}

// ── the envelope ──

#[test]
fn a_changed_record_is_noticed_at_every_byte_and_length() {
    let record = record(&fixture_plan());
    let (key, text) = (record.body.key(), encode(&record));
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let flipped = String::from_utf8_lossy(&bytes);
            assert!(matches!(decode(&key, &flipped), Loaded::Damaged(_)), "byte {at}, bit {bit}");
        }
        if text.is_char_boundary(at) {
            assert!(matches!(decode(&key, &text[..at]), Loaded::Damaged(_)), "cut at {at}");
        }
    }
    assert!(matches!(decode(&key, &format!("{text} ")), Loaded::Damaged(Why::Changed)));
    assert!(matches!(decode(&plan_key(&id(9)), &text), Loaded::Damaged(Why::Changed)), "under another key");
}

#[test]
fn a_newer_format_is_told_from_damage() {
    let key = plan_key(&id(1));
    let newer = envelope::seal(&key, "plan", FORMAT + 1, 9, "anything");
    assert_eq!(decode(&key, &newer), Loaded::TooNew);
    assert!(matches!(decode(&key, &newer.replace("any", "amy")), Loaded::Damaged(Why::Changed)));
    let claims = encode(&record(&plan(1))).replacen(" 1 17 ", " 2 17 ", 1);
    assert!(matches!(decode(&key, &claims), Loaded::Damaged(Why::Changed)), "a flipped version is damage");
}

#[test]
fn an_export_is_read_back() {
    let shelf = phlov::platform::memory::MemoryShelf::new();
    for (n, text) in NASTY.iter().enumerate() {
        shelf.tamper(&format!("phlov:x{n}"), Some(text));
    }
    shelf.tamper("somebody-else", Some("not ours"));
    let text = export::export(&shelf, [("phlov:x0", NASTY[0]), ("phlov:x0", "newer")].into_iter());
    let records = export::read_export(&text).expect("an export");
    assert_eq!(records.len(), NASTY.len() + 1);
    for (n, text) in NASTY.iter().enumerate() {
        assert!(records.contains(&(format!("phlov:x{n}"), (*text).to_owned())));
    }
    assert!(records.contains(&("phlov:x0".to_owned(), "newer".to_owned())));
    // Cut anywhere but at the line end after the last figure, it is no export any more.
    for cut in (0..text.len() - 1).filter(|cut| text.is_char_boundary(*cut)) {
        assert_eq!(export::read_export(&text[..cut]), None, "cut at {cut}");
    }
}
