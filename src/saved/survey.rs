//! A form of five questions on its way to other phones, and the answers on their way back: short texts that survive messengers. Letters
//! and digits only (Crockford's base 32: whether capital or small does not matter, `o` is 0, `i` and `l` are 1), so that nothing in them is
//! taken for markup; how long it is stands at its beginning, a checksum at its end. Khmer letters take one byte each.
//!
//! The form stands in the fragment of a link, `#s=…`. An answer is `PHLOV5-…`: found inside other words, whole or with line breaks, spaces
//! and signs of quoting in it. A damaged one is refused.

use super::envelope::fingerprint;
use crate::plan::form::{Answer, Form, Part, LONGEST, QUESTIONS, WORDINGS};
use crate::plan::SheetId;

/// In front of a form in the fragment of a link.
pub const FORM: &str = "#s=";
/// In front of an answer. No such letters can stand in one.
const MARK: &str = "PHLOV5";
/// The version of what follows.
const VERSION: &str = "1";

const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Letters of the length and of the checksum.
const LENGTH: u32 = 3;
const SUM: u32 = 7;

/// An answer as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Came {
    /// The survey it belongs to.
    pub survey: SheetId,
    /// Its name: by it the same answer is known when it comes again.
    pub id: u64,
    pub answer: Answer,
}

/// Why a text is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Torn {
    /// Its end is missing.
    Cut,
    /// It was changed on the way.
    Changed,
    /// It comes from a newer app.
    Newer,
}

/// An answer as one line of letters.
pub fn answer_text(survey: &SheetId, id: u64, answer: &Answer) -> String {
    let mut text = [VERSION, ".", survey.as_str(), ".", &hex(id)].concat();
    for part in Part::ALL {
        text.push('.');
        if answer.bits(part) > 0 {
            text.push_str(&hex(answer.bits(part).into()));
        }
    }
    let asked = answer.question.split_whitespace().collect::<Vec<_>>().join(" ");
    let asked: String = asked.chars().take(LONGEST).collect();
    [MARK, "-", &sealed(&[&text, ".", &asked].concat())].concat()
}

/// All answers in a text, in the order in which they stand there; of damaged ones why, and how they begin.
pub fn answers_in(text: &str) -> Vec<Result<Came, (Torn, String)>> {
    // Only what an answer is made of: line breaks, quotes and Khmer around it are gone.
    let plain: String = text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    let named = |part: &str| [MARK, "-", part.get(..part.len().min(8)).unwrap_or_default()].concat();
    plain
        .split(MARK)
        .skip(1)
        .map(|part| opened(part).and_then(|text| read_answer(&text)).map_err(|why| (why, named(part))))
        .collect()
}

fn read_answer(text: &str) -> Result<Came, Torn> {
    if text.split_once('.').is_none_or(|(version, _)| version != VERSION) {
        return Err(Torn::Newer);
    }
    let mut parts = text.splitn(3 + Part::ALL.len() + 1, '.').skip(1);
    let survey = parts.next().and_then(SheetId::parse).ok_or(Torn::Changed)?;
    let id = parts.next().and_then(|id| u64::from_str_radix(id, 16).ok()).ok_or(Torn::Changed)?;
    let mut answer = Answer::default();
    for part in Part::ALL {
        let bits = match parts.next().ok_or(Torn::Changed)? {
            "" => 0,
            bits => u32::from_str_radix(bits, 16).map_err(|_| Torn::Changed)?,
        };
        answer = answer.with(part, bits).ok_or(Torn::Newer)?;
    }
    answer.question = parts.next().ok_or(Torn::Changed)?.to_owned();
    Ok(Came { survey, id, answer })
}

/// A form as letters for a link.
pub fn form_text(form: &Form) -> String {
    let wordings: String = form.asks.iter().map(|(wording, _)| char::from(b'0'.saturating_add(*wording))).collect();
    let mut text = [VERSION, ".", form.survey.as_str(), ".", &wordings, ".", &one_line(&form.title)].concat();
    for (_, own) in &form.asks {
        text.push('\n');
        text.push_str(&one_line(own));
    }
    sealed(text.trim_end_matches('\n'))
}

/// The form in what stands behind [`FORM`].
pub fn read_form(code: &str) -> Option<Form> {
    let text = opened(&code.to_ascii_uppercase()).ok()?;
    let mut parts = text.splitn(4, '.');
    let (version, survey, wordings) = (parts.next()?, SheetId::parse(parts.next()?)?, parts.next()?);
    let mut lines = parts.next()?.split('\n');
    let title = lines.next()?.to_owned();
    let mut wordings = wordings.bytes().map(|digit| digit.wrapping_sub(b'0')).filter(|wording| usize::from(*wording) < WORDINGS);
    let asks = [(); QUESTIONS].map(|()| (wordings.next().unwrap_or_default(), lines.next().unwrap_or_default().to_owned()));
    (version == VERSION).then_some(Form { survey, title, asks })
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn hex(number: u64) -> String {
    let mut digits: Vec<u8> = Vec::new();
    let mut left = number;
    while left > 0 || digits.is_empty() {
        digits.push((left & 15) as u8);
        left >>= 4;
    }
    digits.iter().rev().filter_map(|digit| char::from_digit((*digit).into(), 16)).collect()
}

// ── text as letters ──

/// Length, text, checksum.
fn sealed(text: &str) -> String {
    let bytes = squeezed(text);
    let mut out = number((bytes.len() * 8).div_ceil(5) as u32, LENGTH);
    let (mut held, mut bits) = (0u32, 0);
    for byte in &bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            out.push(digit(held >> bits));
        }
    }
    if bits > 0 {
        out.push(digit(held << (5 - bits)));
    }
    out.push_str(&number(fingerprint(text), SUM));
    out
}

/// The text in letters that begin with its length; what comes behind its end is not looked at. Capital letters.
fn opened(letters: &str) -> Result<String, Torn> {
    let mut values = letters.bytes().map(|letter| value(letter).ok_or(Torn::Changed));
    let mut take = |count: u32| (0..count).map(|_| values.next().unwrap_or(Err(Torn::Cut))).collect::<Result<Vec<u8>, Torn>>();
    let read = |values: Vec<u8>| values.into_iter().fold(0u32, |sum, value| sum << 5 | u32::from(value));
    let len = read(take(LENGTH)?);
    let body = take(len)?;
    let sum = read(take(SUM)?);
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0u32, 0);
    for value in body {
        held = (held << 5 | u32::from(value)) & 0xffff;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
        }
    }
    let text = stretched(&bytes).ok_or(Torn::Changed)?;
    if fingerprint(&text) == sum {
        Ok(text)
    } else {
        Err(Torn::Changed)
    }
}

fn number(number: u32, width: u32) -> String {
    (0..width).rev().map(|at| digit(number.checked_shr(5 * at).unwrap_or_default())).collect()
}

fn digit(value: u32) -> char {
    char::from(DIGITS.get((value & 31) as usize).copied().unwrap_or(b'0'))
}

fn value(letter: u8) -> Option<u8> {
    let letter = match letter.to_ascii_lowercase() {
        b'o' => b'0',
        b'i' | b'l' => b'1',
        letter => letter,
    };
    DIGITS.iter().position(|digit| *digit == letter).map(|at| at as u8)
}

/// ASCII and the Khmer block in one byte; anything else behind a 1, in three.
fn squeezed(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for c in text.chars() {
        match u32::from(c) {
            sign @ 0x1780..=0x17ff => bytes.push((sign - 0x1780 + 128) as u8),
            sign @ 2..128 => bytes.push(sign as u8),
            sign => bytes.extend([1, (sign >> 16) as u8, (sign >> 8) as u8, sign as u8]),
        }
    }
    bytes
}

fn stretched(bytes: &[u8]) -> Option<String> {
    let mut bytes = bytes.iter().map(|byte| u32::from(*byte));
    let mut text = String::new();
    while let Some(byte) = bytes.next() {
        text.push(char::from_u32(match byte {
            1 => bytes.next()? << 16 | bytes.next()? << 8 | bytes.next()?,
            128.. => byte - 128 + 0x1780,
            byte => byte,
        })?);
    }
    Some(text)
}
