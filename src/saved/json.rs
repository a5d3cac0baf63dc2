//! Just enough JSON for the records. Numbers stay text: those of this app are small counters, and those of a newer app
//! survive digit by digit. That saves the reading and printing of floating point numbers, the larger part of `serde_json`.
//! (`serde_json` checks this file in the tests.)

use std::str::FromStr;

use crate::plan::Table;

/// Arrays and objects within each other, at most. Records of this app have four; the limit protects the stack.
const DEPTH: usize = 64;

/// A JSON object; of a key that comes twice the last value stays.
pub type Object = Table<String, Json>;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number, as it was written.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object.
    Object(Object),
}

impl Json {
    /// Reads a text that is one JSON value and nothing else. `None` when it is not.
    pub fn parse(text: &str) -> Option<Json> {
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(DEPTH)?;
        reader.space();
        (reader.at == text.len()).then_some(value)
    }

    /// Writes it without any needless space.
    pub fn print(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    /// The number, if it is one that fits.
    pub fn number<T: FromStr>(&self) -> Option<T> {
        match self {
            Json::Number(digits) => digits.parse().ok(),
            _ => None,
        }
    }

    /// The string, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// True or false, if it is one.
    pub fn bool(&self) -> Option<bool> {
        match self {
            Json::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The elements, if it is an array.
    pub fn list(&self) -> Option<&[Json]> {
        match self {
            Json::List(list) => Some(list),
            _ => None,
        }
    }

    /// The fields, if it is an object.
    pub fn object(&self) -> Option<&Object> {
        match self {
            Json::Object(object) => Some(object),
            _ => None,
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Json::Null => out.push_str("null"),
            Json::Bool(true) => out.push_str("true"),
            Json::Bool(false) => out.push_str("false"),
            Json::Number(digits) => out.push_str(digits),
            Json::Text(text) => write_text(text, out),
            Json::List(list) => {
                let mut before = '[';
                for value in list {
                    out.push(before);
                    value.write(out);
                    before = ',';
                }
                out.push_str(if list.is_empty() { "[]" } else { "]" });
            }
            Json::Object(object) => {
                let mut before = '{';
                for (key, value) in object.iter() {
                    out.push(before);
                    write_text(key, out);
                    out.push(':');
                    value.write(out);
                    before = ',';
                }
                out.push_str(if object.is_empty() { "{}" } else { "}" });
            }
        }
    }
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\x1f' => {
                out.push_str(if c < '\x10' { "\\u000" } else { "\\u001" });
                out.extend(char::from_digit(c as u32 % 16, 16));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

struct Reader<'a> {
    text: &'a str,
    /// In bytes, always at the start of a character.
    at: usize,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Option<Json> {
        self.space();
        match self.peek()? {
            b'"' => self.string().map(Json::Text),
            b'{' if depth > 0 => self.object(depth - 1),
            b'[' if depth > 0 => self.list(depth - 1),
            b'-' | b'0'..=b'9' => self.digits(),
            _ if self.word("null") => Some(Json::Null),
            _ if self.word("true") => Some(Json::Bool(true)),
            _ if self.word("false") => Some(Json::Bool(false)),
            _ => None,
        }
    }

    fn object(&mut self, depth: usize) -> Option<Json> {
        let mut object = Object::default();
        self.at += 1;
        while !self.ends(b'}', object.is_empty())? {
            self.space();
            let key = self.string()?;
            self.space();
            self.word(":").then_some(())?;
            let value = self.value(depth)?;
            object.insert(key, value);
        }
        Some(Json::Object(object))
    }

    fn list(&mut self, depth: usize) -> Option<Json> {
        let mut list = Vec::new();
        self.at += 1;
        while !self.ends(b']', list.is_empty())? {
            list.push(self.value(depth)?);
        }
        Some(Json::List(list))
    }

    /// Before an element: whether the end is here instead. If it is not the first, there must be a comma.
    fn ends(&mut self, end: u8, first: bool) -> Option<bool> {
        self.space();
        if self.peek()? == end {
            self.at += 1;
            return Some(true);
        }
        (first || self.word(",")).then_some(false)
    }

    fn digits(&mut self) -> Option<Json> {
        let start = self.at;
        self.word("-");
        let whole = self.run();
        if whole == 0 || (whole > 1 && self.text.as_bytes().get(self.at - whole) == Some(&b'0')) {
            return None;
        }
        if self.word(".") && self.run() == 0 {
            return None;
        }
        if self.word("e") || self.word("E") {
            let _ = self.word("+") || self.word("-");
            if self.run() == 0 {
                return None;
            }
        }
        Some(Json::Number(self.text.get(start..self.at)?.to_owned()))
    }

    /// Passes over digits; says how many.
    fn run(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_some_and(|b| b.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - start
    }

    fn string(&mut self) -> Option<String> {
        self.word("\"").then_some(())?;
        let mut out = String::new();
        loop {
            let rest = self.text.get(self.at..)?;
            let plain = rest.bytes().position(|b| b == b'"' || b == b'\\' || b < b' ')?;
            out.push_str(rest.get(..plain)?);
            self.at += plain;
            if self.word("\"") {
                return Some(out);
            }
            // What remains is an escape, or a naked control character, which JSON forbids.
            self.word("\\").then_some(())?;
            out.push(self.escape()?);
        }
    }

    fn escape(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.at += 1;
        Some(match letter {
            b'"' | b'\\' | b'/' => letter as char,
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => {
                let unit = self.hex()?;
                if !(0xd800..0xdc00).contains(&unit) {
                    return char::from_u32(unit);
                }
                self.word("\\u").then_some(())?;
                let low = self.hex()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                return char::from_u32(0x10000 + ((unit - 0xd800) << 10) + low);
            }
            _ => return None,
        })
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        let plain = digits.bytes().all(|b| b.is_ascii_hexdigit());
        u32::from_str_radix(digits, 16).ok().filter(|_| plain)
    }

    /// Passes over `word` if it stands here.
    fn word(&mut self, word: &str) -> bool {
        let here = self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(word.as_bytes()));
        if here {
            self.at += word.len();
        }
        here
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}
