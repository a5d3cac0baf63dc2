//! How to reach a person: what she typed becomes an address that opens, what she pasted finds its channel, and a person
//! becomes a card for the phone's own contacts.
//!
//! Only `tel:`, `sms:`, `mailto:`, the three messengers' own addresses and that of a map ever come out of here, made of letters and
//! digits that were checked or encoded one by one; whatever cannot be read gives no link.

use super::sort::sort_by_key;
use super::{fact, Field, How, Pen, Sheet};
use crate::khmer;

/// The ways in which a person can be written to, with the note that holds the address.
pub const WAYS: [(How, &str); 6] = [
    (How::Phone, fact::PHONE),
    (How::Sms, fact::PHONE),
    (How::Telegram, fact::TELEGRAM),
    (How::WhatsApp, fact::WHATSAPP),
    (How::Messenger, fact::MESSENGER),
    (How::Email, fact::EMAIL),
];

/// The channels that exist for a person, each with the address that opens it; the one they prefer first.
pub fn ways(person: &Sheet) -> Vec<(How, String)> {
    let mut ways: Vec<(How, String)> =
        WAYS.into_iter().filter_map(|(way, note)| Some((way, link(way, person.note(note))?))).collect();
    let prefers = How::parse(person.fact(fact::PREFERS));
    sort_by_key(&mut ways, |(way, _)| Some(*way) != prefers);
    ways
}

/// The channels in which a text can be handed over with the address, the one they prefer first.
pub fn ways_to_send(person: &Sheet, text: &str) -> Vec<(How, String)> {
    let with = |(way, link): (How, String)| {
        let name = match way {
            How::Sms | How::Email => "?body=",
            How::WhatsApp | How::Telegram => "?text=",
            How::Phone | How::Messenger | How::Visit => return None,
        };
        Some((way, [&link, name, &encoded(text)].concat()))
    };
    ways(person).into_iter().filter_map(with).collect()
}

/// A search on the map that nearly every phone has: its app where it is installed, else its page
/// (<https://developers.google.com/maps/documentation/urls/get-started#search-action>).
pub fn map(what: &str) -> String {
    ["https://www.google.com/maps/search/?api=1&query=", &encoded(&plain(what))].concat()
}

/// A text as it may stand in an address.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            let digit = |n: u8| char::from(if n < 10 { b'0' + n } else { b'A' + n - 10 });
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    out
}

/// The address that opens a channel, from what she typed or pasted; `None` when it cannot be one.
pub fn link(way: How, typed: &str) -> Option<String> {
    let typed = plain(typed);
    Some(match way {
        How::Phone => ["tel:", &dialled(&typed)?].concat(),
        How::Sms => ["sms:", &dialled(&typed)?].concat(),
        How::WhatsApp => ["https://wa.me/", &abroad(after(&typed, &["wa.me/", "phone="]).split(['?', '&']).next()?)?].concat(),
        How::Telegram => {
            let name = after(&typed, &["t.me/", "telegram.me/"]);
            match abroad(name) {
                Some(number) => ["https://t.me/+", &number].concat(),
                // A name there begins with a letter.
                None => ["https://t.me/", handle(name, 4, "_").filter(|name| !name.starts_with(|c: char| c.is_ascii_digit()))?]
                    .concat(),
            }
        }
        How::Messenger => {
            let name = after(&typed, &["profile.php?id=", "m.me/", "facebook.com/", "fb.com/", "fb.me/"]);
            ["https://m.me/", handle(name, 3, ".-")?].concat()
        }
        How::Email => ["mailto:", email(after(&typed, &["mailto:"]))?].concat(),
        How::Visit => return None,
    })
}

/// ASCII digits, no spaces around, no invisible line-break points.
fn plain(typed: &str) -> String {
    khmer::ascii_digits(typed).replace(['\u{200b}', '\u{200e}', '\u{a0}', '\u{2060}'], " ").trim().to_owned()
}

/// Where a mark stands in a text. std has a quicker search, for long texts, of two kilobytes.
fn place(text: &str, mark: &str) -> Option<usize> {
    text.as_bytes().windows(mark.len()).position(|part| part == mark.as_bytes())
}

/// What follows the first of these marks, else all of it.
fn after<'a>(text: &'a str, marks: &[&str]) -> &'a str {
    marks.iter().find_map(|mark| text.get(place(text, mark)? + mark.len()..)).unwrap_or(text)
}

/// The digits of a number, with a plus in front where one was typed. `None` when it is no number of 3 to 15 digits.
fn digits(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let typed = typed.strip_prefix("tel:").unwrap_or(typed);
    let mut digits = String::new();
    for c in typed.chars() {
        match c {
            '0'..='9' => digits.push(c),
            '+' if digits.is_empty() => digits.push(c),
            ' ' | '-' | '.' | '(' | ')' => {}
            _ => return None,
        }
    }
    (3..=15).contains(&digits.trim_start_matches('+').len()).then_some(digits)
}

/// A number as the phone dials it: of a short line such as 1286 as it is, else with the country in front.
fn dialled(typed: &str) -> Option<String> {
    match abroad(typed) {
        Some(number) => Some(["+", &number].concat()),
        None => digits(typed).filter(|digits| digits.len() < SHORTEST),
    }
}

/// Digits of the shortest number that is dialled with its country.
const SHORTEST: usize = 8;

/// A number with its country and without a plus; without a country it is of Cambodia (855).
fn abroad(typed: &str) -> Option<String> {
    let digits = digits(typed)?;
    let number = digits.strip_prefix('+').or_else(|| digits.strip_prefix("00"));
    let home = match number {
        Some(number) => match number.strip_prefix("855") {
            Some(home) => home,
            None => return (number.len() >= SHORTEST).then(|| number.to_owned()),
        },
        // 855 without a plus: the country, unless what follows would be too short.
        None => digits.strip_prefix("855").filter(|home| home.len() >= SHORTEST).unwrap_or(&digits),
    };
    let home = home.strip_prefix('0').unwrap_or(home);
    (home.len() + 1 >= SHORTEST).then(|| ["855", home].concat())
}

/// A name in a messenger: letters and digits, with some signs, not too short.
fn handle<'a>(typed: &'a str, shortest: usize, signs: &str) -> Option<&'a str> {
    let name = typed.trim_start_matches('@').split(['/', '?', '&', '#']).next().unwrap_or_default();
    let good = name.chars().all(|c| c.is_ascii_alphanumeric() || signs.contains(c));
    (good && (shortest..=50).contains(&name.len())).then_some(name)
}

fn email(typed: &str) -> Option<&str> {
    let (name, host) = typed.split_once('@')?;
    let good = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "._+-".contains(c));
    let dots = host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty());
    (good(name) && good(host) && dots).then_some(typed)
}

// ── pasting ──

/// Puts what she pasted (a number, a link, a name, a whole card) where it belongs. What finds its place taken goes to the
/// end of what she wants to remember, so that nothing pasted is lost. Says whether anything changed.
pub fn paste(person: &mut Sheet, pen: &Pen, text: &str) -> bool {
    let (mut changed, mut rest) = (false, Vec::new());
    for (note, value) in sorted(text) {
        let field = if note.is_empty() { Field::Title } else { Field::Note(note.to_owned()) };
        let there = person.words(&field).map(|words| words.current().to_owned()).unwrap_or_default();
        if there.is_empty() {
            changed |= person.write(pen, &field, &value);
        } else if there != value {
            rest.push(value);
        }
    }
    if !rest.is_empty() {
        let about = [&[person.note(fact::ABOUT).to_owned()][..], &rest].concat().join("\n");
        changed |= person.write(pen, &Field::Note(fact::ABOUT.to_owned()), about.trim());
    }
    changed
}

/// The pieces of a pasted text, each with the note it belongs to; the empty note is the name.
pub fn sorted(text: &str) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    let is_card = place(text, "BEGIN:VCARD").is_some();
    for line in text.split(['\n', '\r', ';', ',']).filter(|line| !is_card || line.contains(':')) {
        let line = plain(line);
        let line = match line.split_once(':') {
            // Of a card only the lines that say something; of other texts a label ("Tel: 012…") falls away.
            Some((key, value)) if is_card => {
                let known =
                    ["FN", "TEL", "EMAIL", "URL", "IMPP", "X-", "TYPE", "item"].iter().any(|known| key.starts_with(known));
                if known && value.len() < 200 {
                    value
                } else {
                    continue;
                }
            }
            Some((key, value)) if !key.contains('/') && !value.starts_with("//") && !key.contains('@') => value,
            _ => &line,
        };
        sort_line(line.trim(), &mut found);
    }
    found
}

fn sort_line(line: &str, found: &mut Vec<(&'static str, String)>) {
    let (mut name, mut number) = (Vec::new(), String::new());
    let mut put_number = |number: &mut String, found: &mut Vec<(&'static str, String)>| {
        let typed = std::mem::take(number);
        if dialled(&typed).is_some() {
            found.push((fact::PHONE, typed.trim().to_owned()));
        } else if !typed.trim().is_empty() {
            name.push(typed.trim().to_owned());
        }
    };
    let mut words = Vec::new();
    for word in line.split_whitespace() {
        if word.chars().all(|c| c.is_ascii_digit() || "+-.()/".contains(c)) {
            for part in word.split('/') {
                let enough = number.chars().filter(char::is_ascii_digit).count() >= SHORTEST;
                if enough && part.starts_with(['0', '+']) {
                    put_number(&mut number, found);
                }
                number.push_str(part);
                number.push(' ');
            }
            continue;
        }
        put_number(&mut number, found);
        let has = |marks: &[&str]| marks.iter().any(|mark| place(word, mark).is_some());
        let note = if has(&["wa.me/", "whatsapp.com/"]) {
            fact::WHATSAPP
        } else if has(&["t.me/", "telegram.me/"]) || word.starts_with('@') {
            fact::TELEGRAM
        } else if has(&["m.me/", "facebook.com/", "fb.com/", "fb.me/"]) {
            fact::MESSENGER
        } else if word.contains('@') {
            fact::EMAIL
        } else {
            words.push(word.to_owned());
            continue;
        };
        found.push((note, word.to_owned()));
    }
    put_number(&mut number, found);
    words.extend(name);
    if !words.is_empty() {
        found.push(("", words.join(" ")));
    }
}

// ── a card for the phone's contacts ──

/// A person as vCard 3.0 (RFC 2426), which every phone reads. `title` and `office` in the language of the screen.
pub fn card(person: &Sheet, name: &str, title: &str, office: &str) -> String {
    let mut card = String::from("BEGIN:VCARD\r\nVERSION:3.0\r\n");
    let mut line = |key: &str, value: &str| {
        if !value.is_empty() {
            fold(&[key, ":", value].concat(), &mut card);
        }
    };
    line("FN", &escaped(name));
    line("N", &[&*escaped(name), ";;;;"].concat());
    line("ORG", &escaped(office));
    line("TITLE", &escaped(title));
    for (way, href) in WAYS.into_iter().filter_map(|(way, note)| Some((way, link(way, person.note(note))?))) {
        let bare = || href.split_once(':').map_or("", |(_, bare)| bare);
        match way {
            How::Phone => line("TEL;TYPE=CELL", bare()),
            How::Email => line("EMAIL", bare()),
            How::Telegram | How::WhatsApp | How::Messenger => line("URL", &href),
            How::Sms | How::Visit => {}
        }
    }
    line("NOTE", &escaped(person.note(fact::ABOUT)));
    card.push_str("END:VCARD\r\n");
    card
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', c]),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Adds a line, cut after at most 75 bytes and never inside a letter; what follows begins with a space.
fn fold(line: &str, into: &mut String) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > 75 {
            into.push_str("\r\n ");
            length = 1;
        }
        into.push(c);
        length += c.len_utf8();
    }
    into.push_str("\r\n");
}
