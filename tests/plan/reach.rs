//! How people are reached: what she typed becomes an address that opens, a card, a message.

use crate::helpers::*;
use phlov::plan::people::*;
use phlov::plan::*;
use proptest::prelude::*;

#[test]
fn what_she_typed_becomes_an_address_that_opens() {
    use reach::link;
    for (way, typed, expected) in [
        (How::Phone, "012 345 678", "tel:+85512345678"),
        (How::Phone, "០១២ ៣៤៥ ៦៧៨", "tel:+85512345678"),
        (How::Phone, "+855 (0)12-345-678", "tel:+85512345678"),
        (How::Phone, "00855 12.345.678", "tel:+85512345678"),
        (How::Phone, "855 12 345 678", "tel:+85512345678"),
        (How::Phone, "85512345", "tel:+85585512345"),
        (How::Phone, "1286", "tel:1286"),
        (How::Phone, "+66 81 234 5678", "tel:+66812345678"),
        (How::Sms, "096\u{200b}1234567", "sms:+855961234567"),
        (How::WhatsApp, "០៩៦ ១២៣ ៤៥៦៧", "https://wa.me/855961234567"),
        (How::WhatsApp, "https://wa.me/85512345678?text=hi", "https://wa.me/85512345678"),
        (How::Telegram, "0123456789012345", ""),
        (How::Phone, "0123456789012345", ""),
        (How::WhatsApp, "https://wa.me/85512345678", "https://wa.me/85512345678"),
        (How::Telegram, "@sok_dara", "https://t.me/sok_dara"),
        (How::Telegram, "https://t.me/sok_dara?start=1", "https://t.me/sok_dara"),
        (How::Telegram, "012 345 678", "https://t.me/+85512345678"),
        (How::Messenger, "https://www.facebook.com/sok.dara/?ref=1", "https://m.me/sok.dara"),
        (How::Messenger, "facebook.com/profile.php?id=1000123", "https://m.me/1000123"),
        (How::Messenger, "m.me/sok.dara", "https://m.me/sok.dara"),
        (How::Email, " info@nssf.gov.kh ", "mailto:info@nssf.gov.kh"),
    ] {
        assert_eq!(link(way, typed).unwrap_or_default(), expected, "{way:?} {typed}");
    }
    let bad = [
        "",
        " ",
        "ask her",
        "javascript:alert(1)",
        "tel:alert",
        "12",
        "a@b",
        "@",
        "x@y z.kh",
        "\"><script>",
        "a@b.c?bcc=d@e.f",
        "../../x",
    ];
    for typed in bad.into_iter().chain(NASTY.iter().copied()) {
        for (way, _) in reach::WAYS {
            assert_eq!(link(way, typed), None, "{way:?} {typed:?}");
        }
    }
}

proptest! {
    #[test]
    fn nothing_pasted_is_lost(text in "[-a-zក-អ0-9@./+ \n]{0,60}") {
        let mut person = Sheet::blank(What::Person, id(1), &pen(1));
        reach::paste(&mut person, &pen(1), &text);
        let mut words = vec![person.title.current().to_owned()];
        words.extend(person.notes.values().map(|note| note.current().to_owned()));
        let kept: String = words.concat();
        for letter in text.chars().filter(|c| c.is_alphanumeric()) {
            prop_assert!(kept.contains(letter), "{letter} of {text:?} in {kept:?}");
        }
    }
}

#[test]
fn what_she_pasted_finds_its_place() {
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Sok Dara\r\nN:Sok;Dara;;;\r\nTEL;TYPE=CELL:+855 12 345 678\r\nEMAIL;TYPE=INTERNET:dara@nssf.gov.kh\r\nURL:https://t.me/sok_dara\r\nPHOTO;ENCODING=b;TYPE=JPEG:AAAA\r\n BBBB\r\nEND:VCARD";
    let found = |text: &str| {
        reach::sorted(text).into_iter().map(|(note, value)| format!("{note}={value}")).collect::<Vec<_>>().join(" | ")
    };
    for (text, expected) in [
        ("Sok Dara 012 345 678", "phone=012 345 678 | =Sok Dara"),
        ("Tel: ០១២ ៣៤៥ ៦៧៨", "phone=012 345 678"),
        ("012345678 / 098 765 432", "phone=012345678 | phone=098 765 432"),
        ("https://t.me/dara", "telegram=https://t.me/dara"),
        ("@sok_dara, dara@nssf.gov.kh", "telegram=@sok_dara | email=dara@nssf.gov.kh"),
        ("លោក សុខ ដារ៉ា\n+855 96 123 4567", "=លោក សុខ ដារ៉ា | phone=+855 96 123 4567"),
        ("https://wa.me/85512345678", "whatsapp=https://wa.me/85512345678"),
        ("https://facebook.com/nssf.kh", "messenger=https://facebook.com/nssf.kh"),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
    assert_eq!(
        found(card).split(" | ").take(4).collect::<Vec<_>>(),
        ["=Sok Dara", "phone=+855 12 345 678", "email=dara@nssf.gov.kh", "telegram=https://t.me/sok_dara"]
    );
    let mut person = Sheet::blank(What::Person, id(1), &pen(1));
    assert!(reach::paste(&mut person, &pen(1), card));
    assert!(reach::paste(&mut person, &pen(1), "098 765 432"));
    assert!(!reach::paste(&mut person, &pen(1), "+855 12 345 678"), "it is there");
    assert_eq!((person.title.current(), person.note(fact::PHONE)), ("Sok Dara", "+855 12 345 678"));
    assert!(person.note(fact::ABOUT).contains("098 765 432"), "a second number is kept");
}

#[test]
fn a_card_is_well_formed() {
    let mut person = Sheet::blank(What::Person, id(1), &pen(1));
    let name = "លោកស្រី ".repeat(20) + "a,b;c\\d";
    for (note, value) in [
        (fact::PHONE, "០១២ ៣៤៥ ៦៧៨"),
        (fact::TELEGRAM, "@sok_dara"),
        (fact::EMAIL, "a@b.kh"),
        (fact::ABOUT, "one\ntwo\r\nEND:VCARD"),
    ] {
        person.write(&pen(1), &Field::Note(note.into()), value);
    }
    let card = reach::card(&person, &name, "ប្រធាន", "ប.ស.ស.");
    assert!(card.starts_with("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:") && card.ends_with("\r\nEND:VCARD\r\n"));
    assert!(card.split("\r\n").all(|line| line.len() <= 75), "lines of at most 75 bytes");
    assert!(!card.replace("\r\n", "").contains(['\r', '\n']), "no bare line ends");
    let unfolded = card.replace("\r\n ", "");
    assert!(unfolded.contains("a\\,b\\;c\\\\d"));
    for line in
        ["TEL;TYPE=CELL:+85512345678", "EMAIL:a@b.kh", "URL:https://t.me/sok_dara", "NOTE:one\\ntwo\\nEND:VCARD", "ORG:ប.ស.ស."]
    {
        assert!(unfolded.lines().any(|found| found == line), "{line}");
    }
}

/// A message goes straight to the official: the text stands in the address, letter by letter, and nothing else can.
#[test]
fn a_message_is_handed_over_with_the_address() {
    let mut person = Sheet::blank(What::Person, id(7), &pen(1));
    for (note, address) in [(fact::PHONE, "012 345 678"), (fact::TELEGRAM, "@sok_dara"), (fact::EMAIL, "dara@example.org")] {
        person.write(&pen(1), &Field::Note(note.into()), address);
    }
    let text = "ជម្រាបសួរ!\n1. A & B = \"C\"?";
    let ways = reach::ways_to_send(&person, text);
    let channels: Vec<How> = ways.iter().map(|(way, _)| *way).collect();
    assert_eq!(channels, [How::Sms, How::Telegram, How::Email], "a call carries no text");
    for (way, link) in ways {
        let (address, sent) = link.split_once('=').expect("a text");
        assert!(
            ["sms:+85512345678?body", "https://t.me/sok_dara?text", "mailto:dara@example.org?body"].contains(&address),
            "{way:?} {address}"
        );
        assert!(sent.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'%'), "{sent}");
        let mut bytes = Vec::new();
        let mut rest = sent.bytes();
        while let Some(byte) = rest.next() {
            let mut digit = || rest.next().and_then(|d| char::from(d).to_digit(16)).expect("a digit") as u8;
            bytes.push(if byte == b'%' { digit() * 16 + digit() } else { byte });
        }
        assert_eq!(String::from_utf8(bytes).as_deref(), Ok(text));
    }
}

#[test]
fn what_is_handed_on_of_a_person_holds_no_note_and_no_contact() {
    let mut person = Sheet::blank(What::Person, id(7), &pen(1));
    person.write(&pen(1), &Field::Title, "លោកស្រី សុខ");
    person.set_fact(&pen(1), fact::LEVEL, "staff");
    for (note, words) in [(fact::PHONE, "012 345 678"), (fact::HOURS, "8-11"), (fact::ABOUT, "she was unfriendly")] {
        person.write(&pen(1), &Field::Note(note.into()), words);
    }
    log(&mut person, &pen(1), How::Phone, Reply::Answered, None);
    let card = card(&person, today());
    assert_eq!((card.title.current(), card.note(fact::PHONE), card.note(fact::HOURS)), ("លោកស្រី សុខ", "012 345 678", "8-11"));
    assert_eq!((card.note(fact::ABOUT), card.items.len(), card.fact(fact::LEVEL)), ("", 0, "staff"));
    // Sent again, it is the same person; and never takes the place of the one it was made from.
    assert_eq!(card, people::card(&person, today()));
    assert_ne!(card.id, person.id);
}
