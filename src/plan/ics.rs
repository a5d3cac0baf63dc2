//! A calendar file (RFC 5545) for the calendar that is on her phone.
//!
//! Google Calendar and Outlook leave out the alarm of an event that comes by file. So the warning is an event of its own
//! on the day before, and an alarm (VALARM) stands in the event besides, for calendars that ring.

use crate::dates::Date;

/// What goes into the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The same for ever, so that a file saved again renews the event instead of doubling it.
    pub uid: String,
    /// Grows with every change of what it is about.
    pub version: u32,
    /// The day in Cambodia.
    pub day: Date,
    /// Hour and minute in Cambodia; `None` = all day.
    pub time: Option<(u8, u8)>,
    /// What it is, in one line.
    pub title: String,
    /// More about it; may be empty.
    pub text: String,
    /// Where; may be empty.
    pub place: String,
    /// The title of the warning on the day before.
    pub warning: String,
}

/// The file. `today` is the day on which it is made; a warning whose day is past is left out.
pub fn ics(entries: &[Entry], today: Date) -> String {
    let mut file = File(String::new());
    file.lines(&["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Phlov//Phlov//KM", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]);
    for entry in entries {
        file.begin(entry, "", today);
        match entry.time {
            None => file.all_day(entry.day),
            Some((hour, minute)) => {
                // Cambodia is seven hours before UTC, without summer time.
                let minutes = (i32::from(hour) - 7) * 60 + i32::from(minute);
                file.text("DTSTART:", &utc(entry.day, minutes));
                file.text("DTEND:", &utc(entry.day, minutes + 60));
            }
        }
        file.text("SUMMARY:", &entry.title);
        file.text("DESCRIPTION:", &entry.text);
        file.text("LOCATION:", &entry.place);
        // Of a whole day at nine in the morning before.
        let before = if entry.time.is_some() { "TRIGGER:-PT2H" } else { "TRIGGER:-PT15H" };
        file.lines(&["BEGIN:VALARM", "ACTION:DISPLAY", before]);
        file.text("DESCRIPTION:", &entry.title);
        file.lines(&["END:VALARM", "END:VEVENT"]);
        let before = entry.day.plus_days(-1);
        if before >= today {
            file.begin(entry, "-before", today);
            file.all_day(before);
            file.text("SUMMARY:", &entry.warning);
            file.lines(&["TRANSP:TRANSPARENT", "END:VEVENT"]);
        }
    }
    file.lines(&["END:VCALENDAR"]);
    file.0
}

/// Content lines, each ended by CRLF.
struct File(String);

/// A line may have so many bytes, without its end; what is longer goes on after a line end and a space.
const LONGEST: usize = 75;

impl File {
    fn lines(&mut self, lines: &[&str]) {
        for line in lines {
            self.text(line, "");
        }
    }

    fn begin(&mut self, entry: &Entry, which: &str, today: Date) {
        self.lines(&["BEGIN:VEVENT"]);
        self.text("UID:", &[&entry.uid, which, "@phlov"].concat());
        self.text("DTSTAMP:", &utc(today, 0));
        self.text("SEQUENCE:", &entry.version.to_string());
    }

    fn all_day(&mut self, day: Date) {
        self.text("DTSTART;VALUE=DATE:", &basic(day));
        self.text("DTEND;VALUE=DATE:", &basic(day.plus_days(1)));
    }

    /// A line; a name without a value is left out.
    fn text(&mut self, name: &str, value: &str) {
        if value.is_empty() && name.ends_with(':') {
            return;
        }
        self.0.push_str(name);
        let mut length = name.len();
        let mut put = |letter: char| {
            if length + letter.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(letter);
            length += letter.len_utf8();
        };
        for letter in value.trim().chars() {
            match letter {
                '\\' | ';' | ',' => {
                    put('\\');
                    put(letter);
                }
                '\n' => {
                    put('\\');
                    put('n');
                }
                '\t' => put(' '),
                // Other control characters may not stand in a calendar.
                _ if letter.is_control() => (),
                _ => put(letter),
            }
        }
        self.0.push_str("\r\n");
    }
}

/// `20260105`
fn basic(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// `20260105T023000Z`, so many minutes after the day began in UTC.
fn utc(day: Date, minutes: i32) -> String {
    const DAY: i32 = 24 * 60;
    let of_day = minutes.rem_euclid(DAY) as u32;
    let two = |n: u32| [char::from_digit(n / 10, 10), char::from_digit(n % 10, 10)].into_iter().flatten();
    let mut out = basic(day.plus_days(minutes.div_euclid(DAY)));
    out.push('T');
    out.extend(two(of_day / 60));
    out.extend(two(of_day % 60));
    out.push_str("00Z");
    out
}
