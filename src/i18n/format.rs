//! Numbers, dates and sizes in each language.
//!
//! Khmer digits in Khmer prose, dates and counts (a setting shows ASCII); common era only; dates as
//! ថ្ងៃទី២១ ខែមីនា ឆ្នាំ២០២០.

use super::Speech;
use crate::dates::Date;
use crate::khmer;
use crate::page::Locale;

impl Speech {
    /// A count.
    pub fn number(self, n: usize) -> String {
        self.digits(&n.to_string())
    }

    /// Bytes as kilobytes of 1,000, rounded up: what data costs is never said too low.
    pub fn kilobytes(self, bytes: u32) -> String {
        self.number(bytes.div_ceil(1000) as usize)
    }

    /// ASCII digits as this speech shows them.
    pub fn digits(self, text: &str) -> String {
        if self.shows_khmer_digits() {
            khmer::khmer_digits(text)
        } else {
            text.to_owned()
        }
    }

    /// So many days, or working days.
    pub fn days(self, n: usize, working: bool) -> String {
        let m = self.m();
        let (one, many) = if working { (m.one_working_day, m.working_days) } else { (m.one_day, m.days) };
        if n == 1 {
            return self.digits(one);
        }
        many.with(&self.number(n))
    }

    /// How long it takes to read, of both languages.
    pub fn minutes(self, km: u8, en: u8) -> String {
        let m = &self.m().reading;
        match if self.locale == Locale::Km { km } else { en } {
            1 => self.digits(m.one_minute),
            n => m.minutes.with(&self.number(n.into())),
        }
    }

    /// A day in full.
    pub fn date(self, date: Date) -> String {
        self.partial_date(&date.to_string())
    }

    /// A date as it stands in the knowledge base: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub fn partial_date(self, iso: &str) -> String {
        let mut parts = iso.split('-');
        let year = parts.next().unwrap_or("");
        let month = parts.next().and_then(|m| m.parse::<usize>().ok()).and_then(|m| m.checked_sub(1));
        let day = parts.next().map(|d| d.trim_start_matches('0'));
        match self.locale {
            Locale::Km => {
                let year = ["ឆ្នាំ", &self.digits(year)].concat();
                let Some(month) = month.and_then(|month| self.m().months.get(month)) else { return year };
                match day {
                    Some(day) => ["ថ្ងៃទី", &self.digits(day), " ខែ", month, " ", &year].concat(),
                    None => ["ខែ", month, " ", &year].concat(),
                }
            }
            Locale::En => {
                let Some(month) = month.and_then(|month| self.m().months.get(month)) else { return year.to_owned() };
                match day {
                    Some(day) => [day, " ", month, " ", year].concat(),
                    None => [month, " ", year].concat(),
                }
            }
        }
    }

    /// Money, without decimals: ២០០ ០០០ រៀល, 200,000 riel.
    pub fn riel(self, sum: u64) -> String {
        let (gap, unit) = match self.locale {
            Locale::Km => ('\u{a0}', " រៀល"),
            Locale::En => (',', " riel"),
        };
        let digits = sum.to_string();
        let mut out = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(gap);
            }
            out.push(digit);
        }
        [&self.digits(&out), unit].concat()
    }

    /// A day of every year.
    pub fn month_day(self, month: u8, day: u8) -> String {
        let at = usize::from(month).saturating_sub(1);
        let day = self.number(usize::from(day));
        match self.locale {
            Locale::Km => ["ថ្ងៃទី", &day, " ខែ", self.m().months.get(at).unwrap_or(&"")].concat(),
            Locale::En => [&*day, " ", self.m().months.get(at).unwrap_or(&"")].concat(),
        }
    }

    /// Bytes, as people read them.
    pub fn size(self, bytes: u64) -> String {
        let (unit, name) = match bytes {
            0..1_000_000 => (1000, " KB"),
            1_000_000..1_000_000_000 => (1_000_000, " MB"),
            _ => (1_000_000_000, " GB"),
        };
        let n = bytes.div_ceil(unit);
        [&self.digits(&n.to_string()), name].concat()
    }
}
