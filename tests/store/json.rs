//! Our small JSON against `serde_json`.

use phlov::saved::json::Json;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::Value;

use crate::formats::unknown_fields;

#[test]
fn what_is_json_and_what_is_not() {
    let long = format!("{}1{}", "[".repeat(64), "]".repeat(64));
    for text in [
        "null",
        " true ",
        "false",
        "0",
        "-0",
        "-12.50e+3",
        "1E9",
        "0.1",
        "123456789012345678901234567890",
        "\"\"",
        "[]",
        "{}",
        "[1, 2 ,[ ] ]",
        "{\"a\":{\"b\":[null]} , \"c\":\"\"}",
        "\"\\u0000\\n\\/\\b\\f\\ud83d\\ude00\\u17d2\"",
        "{\"a\":1,\"a\":2}",
        &long,
    ] {
        let json = Json::parse(text).unwrap_or_else(|| panic!("{text}"));
        let (ours, theirs): (Value, Value) = (serde_json::from_str(&json.print()).unwrap(), serde_json::from_str(text).unwrap());
        assert_eq!(ours, theirs, "{text}");
        assert_eq!(Json::parse(&json.print()), Some(json), "{text}");
    }
    for text in [
        "",
        " ",
        "nul",
        "nullx",
        "01",
        "-",
        "1.",
        ".5",
        "+1",
        "1e",
        "0x1",
        "NaN",
        "\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u+123\"",
        "\"\\ud800\"",
        "\"\\ud800\\u0041\"",
        "\"\\udc00\"",
        "\"\n\"",
        "[",
        "[1",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{",
        "{a:1}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "1 2",
        "'a'",
        "[1]]",
        "\u{feff}1",
        "1\u{a0}",
    ] {
        assert_eq!(Json::parse(text), None, "{text}");
        assert!(serde_json::from_str::<Value>(text).is_err(), "{text}");
    }
    assert_eq!(Json::parse(&"[".repeat(100_000)), None, "deep, but no overflow");
    assert_eq!(Json::parse("1.10").map(|json| json.print()), Some("1.10".to_owned()), "digit by digit");
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::with_cases(2000) })]

    /// Ours reads what `serde_json` writes, and the reverse; of mutilated texts both think the same.
    #[test]
    fn json_agrees_with_serde_json(value in unknown_fields(), cut: prop::sample::Index, byte: prop::sample::Index, with: u8) {
        // `serde_json` refuses numbers beyond a float, such as 1e999; ours keeps the digits.
        prop_assume!(!with.eq_ignore_ascii_case(&b'e'));
        let text = value.to_string();
        let ours = Json::parse(&text).expect("JSON").print();
        prop_assert_eq!(&serde_json::from_str::<Value>(&ours).unwrap(), &value);
        let mut bytes = text.clone().into_bytes();
        bytes[byte.index(text.len())] = with;
        let changed = String::from_utf8_lossy(&bytes).into_owned();
        for text in [&changed, &String::from_utf8_lossy(&text.as_bytes()[..cut.index(text.len())]).into_owned()] {
            prop_assert_eq!(Json::parse(text).is_some(), serde_json::from_str::<Value>(text).is_ok(), "{}", text);
        }
    }
}
