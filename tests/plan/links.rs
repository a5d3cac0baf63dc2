//! What she typed as a number, a name or an address becomes a link only when it is one; her words stay as they are.

use phlov::plan::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::cell::RefCell;

use crate::helpers::*;

/// What a link may begin with, and nothing else.
const SCHEMES: [&str; 6] = ["tel:", "sms:", "mailto:", "https://t.me/", "https://wa.me/", "https://m.me/"];

/// What somebody who means harm would send her to paste.
const HARMFUL: &[&str] = &[
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//012345678",
    "data:text/html,<script>alert(1)</script>",
    "https://t.me.evil.example/dara",
    "https://evil.example/t.me/dara?x=//wa.me/85512345678",
    "http://wa.me/85512345678#javascript:x",
    "//evil.example",
    "tel:+85512345678;phone-context=evil.example",
    "mailto:a@b.kh?bcc=all@evil.example",
    "a@b.kh\r\nBcc: all@evil.example",
    "*#06#",
    "+855 12 345 678\u{202e}876",
    "intent://x#Intent;scheme=sms;end",
    "file:///etc/passwd",
];

/// Writes it in every note that can become a link. Gives the bytes of it that are not kept as typed.
fn typed_everywhere(typed: &str) -> Result<usize, TestCaseError> {
    let mut person = Sheet::blank(What::Person, id(1), &pen(1));
    let mut lost = 0;
    for (way, note) in reach::WAYS {
        person.write(&pen(1), &Field::Note(note.into()), typed);
        if person.note(note) != typed {
            lost += typed.len();
        }
        let Some(href) = reach::link(way, typed) else { continue };
        let bare = SCHEMES.iter().find_map(|scheme| href.strip_prefix(scheme));
        let plain = |bare: &str| bare.chars().all(|c| c.is_ascii_alphanumeric() || "+._-@".contains(c));
        prop_assert!(bare.is_some_and(plain), "{typed:?} became {href}");
    }
    Ok(lost)
}

#[test]
fn only_known_schemes_and_plain_letters_come_out() {
    let fault = RefCell::new(Trial::of("links made of what she typed"));
    for typed in HARMFUL.iter().chain(NASTY) {
        fault.borrow_mut().tried(typed_everywhere(typed).unwrap_or_else(|error| panic!("{error}")));
    }
    let cases = Config { failure_persistence: None, ..Config::with_cases(count(2_000, 100_000) as u32) };
    let anything = "\\PC{0,40}|(https?://)?[a-z.]{0,8}(t|wa|m)\\.me/[ -~]{0,20}|[-+0-9០-៩ ().]{0,20}";
    let result = TestRunner::new(cases).run(&anything, |typed| {
        fault.borrow_mut().tried(typed_everywhere(&typed)?);
        Ok(())
    });
    fault.into_inner().note();
    result.unwrap_or_else(|error| panic!("{error}"));
}
