//! Listening to a page: a recorded file where one was shipped, else a voice of the phone, sentence by sentence.

use super::App;
use crate::khmer::sentences;
use crate::platform::aloud::{Heard, Place};
use crate::saved::LISTEN_KEY;
use std::rc::Rc;

/// Slow is for who learns the language.
const RATES: [f64; 3] = [0.7, 1.0, 1.4];
const NORMAL: usize = 1;

/// What is not read: what is to be tapped, folded parts, sources, how far she is, notices, the quiz (its answers are buttons), and names
/// of hers, which have a `dir`.
const BUT: &str = "button,.button,details:not([open]),.why,.sources,.progress,.banner,[aria-labelledby=quiz],[dir],[hidden]";

/// A page that is being read.
#[derive(Clone)]
pub struct Reading {
    /// The sentences, unless it is a file that is played.
    file: Option<String>,
    places: Rc<[Place]>,
    at: usize,
    pub paused: bool,
}

impl App {
    /// Asks which voices there are: the first time when a page to read is opened, or when nothing else happens.
    pub(super) fn ask_voices(self) {
        self.outside().aloud().ask(Rc::new(move |heard| match heard {
            Heard::Voices(voices) => self.keep_voices(self.speed(), &voices),
            Heard::End => self.read_on(),
            Heard::Stop => self.stop_reading(),
        }));
    }

    /// Known at the next start before the browser knows them.
    fn keep_voices(self, speed: usize, voices: &str) {
        let text = [&speed.to_string(), voices].concat();
        self.store().keep_small(LISTEN_KEY, &text);
        self.voices.set_value(text);
    }

    fn has_voice(self, lang: &str) -> bool {
        self.voices.with_value(|voices| voices.contains(lang))
    }

    /// The file of this page, if there is one: its path with `-`, for example `km/service-biz-register`.
    fn recording(self) -> Option<String> {
        let file = self.route.with_untracked(|route| {
            let screen = route.query("n").map_or(String::new(), |n| ["/", n].concat());
            let path = [&route.page.path(), &*screen].concat();
            [route.locale.code(), "/", &path.trim_start_matches('/').replace('/', "-")].concat()
        });
        self.outside().aloud().is_recorded(&file).then_some(file)
    }

    pub fn can_listen(self) -> bool {
        let (is_read, lang) = self.route.with_untracked(|route| (route.page.is_read(), route.locale.code()));
        is_read && (self.has_voice(lang) || self.recording().is_some())
    }

    /// Reads this page from its beginning.
    pub fn listen(self) {
        let file = self.recording();
        let places = match file {
            Some(_) => Vec::new(),
            None => self.sentences(&self.outside().aloud().page_words(BUT)),
        };
        self.reading.set(Some(Reading { file, places: places.into(), at: 0, paused: false }));
        self.focus("silence");
        self.read();
    }

    /// The sentences that there is a voice for.
    fn sentences(self, words: &str) -> Vec<Place> {
        let mut places = Vec::new();
        for (block, line) in words.lines().enumerate() {
            let Some((_, text)) = line.split_at_checked(2).filter(|(lang, _)| self.has_voice(lang)) else { continue };
            let units = |to: usize| text.get(..to).unwrap_or_default().encode_utf16().count();
            let place = |range: std::ops::Range<usize>| Place { block, from: units(range.start), to: units(range.end) };
            places.extend(sentences(text).into_iter().map(place));
        }
        places
    }

    /// Says the present sentence.
    fn read(self) {
        let Some(Reading { file, places, at, .. }) = self.reading.get_untracked() else { return };
        let rate = RATES.get(self.speed()).copied().unwrap_or(1.0);
        match (file, places.get(at)) {
            (Some(file), _) if at == 0 => self.outside().aloud().play(&file, rate),
            (None, Some(place)) => self.outside().aloud().say(*place, rate),
            _ => self.stop_reading(),
        }
    }

    fn read_on(self) {
        self.reading.update(|reading| {
            if let Some(reading) = reading {
                reading.at += 1;
            }
        });
        self.read();
    }

    /// A sentence is said again from its beginning when it goes on.
    pub fn pause_reading(self, pause: bool) {
        if self.reading.with_untracked(Option::is_none) {
            return;
        }
        self.reading.update(|reading| {
            if let Some(reading) = reading {
                reading.paused = pause;
            }
        });
        match pause {
            true => self.outside().aloud().hush(false),
            false => self.read(),
        }
    }

    pub fn speed(self) -> usize {
        let digit = self.voices.with_value(|text| text.bytes().next());
        digit.map_or(NORMAL, |digit| usize::from(digit.wrapping_sub(b'0')))
    }

    /// Slow, as people speak, fast; heard at once.
    pub fn next_speed(self) {
        let voices = self.voices.with_value(|text| text.get(1..).unwrap_or_default().to_owned());
        self.keep_voices((self.speed() + 1) % RATES.len(), &voices);
        self.pause_reading(self.reading.with_untracked(|reading| reading.as_ref().is_some_and(|reading| reading.paused)));
    }

    /// She stops it, or it has come to its end.
    pub fn stop_reading(self) {
        if self.fall_silent() {
            self.focus("listen");
        }
    }

    /// Ends it; false when nothing was read.
    pub fn fall_silent(self) -> bool {
        let was = self.reading.with_untracked(Option::is_some);
        if was {
            self.reading.set(None);
            self.outside().aloud().hush(true);
        }
        was
    }
}
