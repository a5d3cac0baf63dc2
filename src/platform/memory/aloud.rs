//! A voice in memory: it has the languages that the test gives it, and is done when the test says so.

use super::MemoryOutside;
use crate::platform::aloud::{Aloud, Heard, OnHeard, Place};
use std::cell::{Cell, RefCell};

#[derive(Default)]
pub struct MemoryAloud {
    news: RefCell<Option<OnHeard>>,
    voices: RefCell<String>,
    words: RefCell<String>,
    recorded: RefCell<Vec<String>>,
    heard: RefCell<Vec<String>>,
    rate: Cell<f64>,
    silent: Cell<bool>,
}

impl MemoryOutside {
    /// The voice of this phone: at first it has none.
    pub fn voice(&self) -> &MemoryAloud {
        &self.0.voice
    }
}

impl MemoryAloud {
    /// The languages that have a voice, `km en`; the app hears of it.
    pub fn set_voices(&self, voices: &str) {
        self.voices.replace(voices.to_owned());
        self.tell(Heard::Voices(voices.to_owned()));
    }

    /// What stands on the screen, as [`Aloud::page_words`] gives it.
    pub fn set_words(&self, words: &str) {
        self.words.replace(words.to_owned());
    }

    /// The page at this address was recorded.
    pub fn record(&self, address: &str) {
        self.recorded.borrow_mut().push(address.to_owned());
    }

    /// News of the voice, if the app listens.
    pub fn tell(&self, heard: Heard) {
        let news = self.news.borrow().clone();
        if let Some(news) = news {
            news(heard);
        }
    }

    /// What was said and played since this was last asked.
    pub fn heard(&self) -> Vec<String> {
        self.heard.take()
    }

    /// How fast it was said last.
    pub fn rate(&self) -> f64 {
        self.rate.get()
    }

    pub fn is_silent(&self) -> bool {
        self.silent.get()
    }

    fn note(&self, what: String, rate: f64) {
        self.heard.borrow_mut().push(what);
        self.rate.set(rate);
        self.silent.set(false);
    }
}

impl Aloud for MemoryAloud {
    fn ask(&self, news: OnHeard) {
        self.news.replace(Some(news));
        let voices = self.voices.borrow().clone();
        if !voices.is_empty() {
            self.tell(Heard::Voices(voices));
        }
    }

    fn page_words(&self, _but: &str) -> String {
        self.words.borrow().clone()
    }

    fn say(&self, place: Place, rate: f64) {
        let words = self.words.borrow().clone();
        // The two letters of the language stand first.
        let units: Vec<u16> = words.lines().nth(place.block).unwrap_or_default().encode_utf16().skip(2).collect();
        self.note(String::from_utf16_lossy(units.get(place.from..place.to).unwrap_or_default()), rate);
    }

    fn is_recorded(&self, address: &str) -> bool {
        self.recorded.borrow().iter().any(|known| known == address)
    }

    fn play(&self, address: &str, rate: f64) {
        self.note(address.to_owned(), rate);
    }

    fn hush(&self, _for_good: bool) {
        self.silent.set(true);
    }
}
