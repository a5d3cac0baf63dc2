//! The calendar file: its lines as RFC 5545 wants them, and read again by somebody else's parser (npm `ical.js`).

use std::io::Write;
use std::process::{Command, Stdio};

use phlov::plan::*;
use proptest::prelude::*;
use serde_json::Value;

use crate::helpers::*;

fn entry(uid: &str, day_of: &str, time: Option<(u8, u8)>, title: &str) -> Entry {
    Entry {
        uid: uid.into(),
        version: 7,
        day: day(day_of),
        time,
        title: title.into(),
        text: "1. តើត្រូវយកអ្វីមក?\n2. Fee; time, place \\ ?\nhttps://phlov.example/km/plans/x".into(),
        place: "សាលាខណ្ឌ, ផ្លូវ ៥".into(),
        warning: format!("ថ្ងៃស្អែក៖ {title}"),
    }
}

/// The lines, unfolded.
fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

#[track_caller]
fn check_form(text: &str) {
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:") && text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} bytes: {line}", line.len());
        assert!(!line.contains(char::is_control), "{line:?}");
    }
}

#[test]
fn an_event_is_written_as_the_standard_says() {
    let file = ics(&[entry("p-m1", "2026-01-20", Some((9, 5)), "ជួបមន្ត្រី")], today());
    check_form(&file);
    let lines = unfolded(&file);
    for line in [
        "UID:p-m1@phlov",
        "UID:p-m1-before@phlov",
        "DTSTAMP:20260105T000000Z",
        "SEQUENCE:7",
        "DTSTART:20260120T020500Z",
        "DTEND:20260120T030500Z",
        "DTSTART;VALUE=DATE:20260119",
        "DTEND;VALUE=DATE:20260120",
        "SUMMARY:ជួបមន្ត្រី",
        "SUMMARY:ថ្ងៃស្អែក៖ ជួបមន្ត្រី",
        r"LOCATION:សាលាខណ្ឌ\, ផ្លូវ ៥",
        r"DESCRIPTION:1. តើត្រូវយកអ្វីមក?\n2. Fee\; time\, place \\ ?\nhttps://phlov.example/km/plans/x",
        "TRIGGER:-PT2H",
    ] {
        assert!(lines.iter().any(|other| other == line), "{line} is missing in\n{}", lines.join("\n"));
    }
}

#[test]
fn the_hours_of_cambodia_are_written_in_utc() {
    for (on, time, start, end) in [
        ("2026-03-01", (7, 0), "20260301T000000Z", "20260301T010000Z"),
        ("2026-03-01", (6, 59), "20260228T235900Z", "20260301T005900Z"),
        ("2024-03-01", (0, 0), "20240229T170000Z", "20240229T180000Z"),
        ("2026-01-01", (0, 30), "20251231T173000Z", "20251231T183000Z"),
        ("2026-07-15", (23, 59), "20260715T165900Z", "20260715T175900Z"),
    ] {
        let lines = unfolded(&ics(&[entry("x", on, Some(time), "x")], today()));
        assert!(
            lines.contains(&format!("DTSTART:{start}")) && lines.contains(&format!("DTEND:{end}")),
            "{on} {time:?}: {lines:?}"
        );
    }
}

#[test]
fn a_warning_whose_day_is_past_is_left_out() {
    for (on, events) in [("2026-01-05", 1), ("2026-01-06", 2), ("2026-01-01", 1)] {
        let file = ics(&[entry("x", on, None, "x")], today());
        assert_eq!(file.matches("BEGIN:VEVENT").count(), events, "{on}");
        assert_eq!(file.matches("BEGIN:VALARM").count(), 1, "an alarm besides");
    }
    assert!(!unfolded(&ics(&[], today())).iter().any(|line| line.contains("EVENT")));
}

/// What a parser that is not ours reads, calendar by calendar.
fn read(files: &[String]) -> Vec<Value> {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut node = Command::new("node")
        .args(["tests/helpers/read-ics.mjs"])
        .current_dir(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node starts (make setup)");
    let input = serde_json::to_string(files).expect("JSON");
    node.stdin.take().expect("stdin").write_all(input.as_bytes()).expect("written");
    let output = node.wait_with_output().expect("node ends");
    assert!(output.status.success(), "ical.js could not read the file (make setup installs it)");
    serde_json::from_slice::<Vec<Value>>(&output.stdout).expect("JSON")
}

/// As it stands in the file: ends trimmed, no control characters, tabs as spaces.
fn kept(text: &str) -> String {
    let clean = |c: char| if c == '\t' { Some(' ') } else { Some(c).filter(|c| *c == '\n' || !c.is_control()) };
    text.trim().chars().filter_map(clean).collect()
}

#[test]
fn another_parser_reads_back_what_was_written() {
    let long = "ស្ត្រីប្រជុំ👩🏽‍🌾".repeat(60);
    let titles = NASTY.iter().copied().filter(|title| !title.trim().is_empty()).chain([long.as_str(), "a,b;c\\d\\n"]);
    let entries: Vec<Entry> =
        titles.zip(0..).map(|(title, n)| entry(&format!("u{n}"), "2026-02-28", (n % 2 == 0).then_some((8, 30)), title)).collect();
    let files: Vec<String> =
        entries.iter().map(|entry| ics(std::slice::from_ref(entry), today())).chain([ics(&entries, today())]).collect();
    files.iter().for_each(|file| check_form(file));
    let found = read(&files);
    for (entry, found) in entries.iter().zip(&found) {
        let [event, before] = found.as_array().expect("events").as_slice() else { panic!("two events: {found}") };
        let text = |event: &Value, name: &str| event[name].as_str().unwrap_or_default().to_owned();
        assert_eq!(text(event, "uid"), format!("{}@phlov", entry.uid));
        assert_eq!(text(event, "summary"), kept(&entry.title));
        assert_eq!(text(event, "description"), kept(&entry.text));
        assert_eq!(text(event, "location"), entry.place);
        assert_eq!(event["alarms"], 1);
        let (start, end) = match entry.time {
            Some(_) => ("2026-02-28T01:30:00Z", "2026-02-28T02:30:00Z"),
            None => ("2026-02-28", "2026-03-01"),
        };
        assert_eq!((text(event, "start"), text(event, "end")), (start.into(), end.into()));
        assert_eq!((text(before, "start"), text(before, "end")), ("2026-02-27".into(), "2026-02-28".into()));
        assert_eq!(text(before, "summary"), kept(&entry.warning));
    }
    assert_eq!(found.last().and_then(Value::as_array).map(Vec::len), Some(entries.len() * 2), "all in one file");
}

proptest! {
    #[test]
    fn any_text_keeps_the_form_and_comes_back(title in "\\PC{1,200}", words in "[\\PC\n\r\t]{0,200}") {
        let file = ics(&[Entry { text: words.clone(), ..entry("x", "2026-02-01", None, &title) }], today());
        check_form(&file);
        let (event, _) = file.split_once("BEGIN:VALARM").expect("an alarm");
        let lines = unfolded(event);
        let value = |name: &str| lines.iter().find_map(|line| line.strip_prefix(name)).unwrap_or_default().to_owned();
        let plain = |value: String| value.replace("\\\\", "\u{1}").replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace('\u{1}', "\\");
        prop_assert_eq!(plain(value("SUMMARY:")), kept(&title));
        prop_assert_eq!(plain(value("DESCRIPTION:")), kept(&words));
    }
}
