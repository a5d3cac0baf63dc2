//! Listening to a page: a recorded file where one was shipped, else a voice of the phone, sentence by sentence.

use super::{App, RwSignal, StoredValue};
use crate::khmer::sentences;
use crate::platform::aloud::{Heard, Place};
use crate::saved::{Store, LISTEN_KEY};
use std::cell::RefCell;
use std::rc::Rc;

/// Slow is for who learns the language.
const RATES: [f64; 3] = [0.7, 1.0, 1.4];
const NORMAL: usize = 1;

/// What is not read: what is to be tapped, folded parts, sources, how far she is, notices, the quiz (its answers are buttons), and names
/// of hers, which have a `dir`.
const BUT: &str = "button,.button,details:not([open]),.why,.sources,.progress,.banner,[aria-labelledby=quiz],[dir],[hidden]";

pub struct Listen {
    /// One of the three below.
    state: RwSignal<usize>,
    /// What is still to be said, the next last. A recorded page is one piece.
    rest: RefCell<Vec<Place>>,
    /// How fast, a digit, then the languages that have a voice.
    note: RefCell<String>,
}

pub const SILENT: usize = 0;
pub const READING: usize = 1;
pub const PAUSED: usize = 2;

impl Listen {
    pub(super) fn new(store: &Store) -> StoredValue<Rc<Self>> {
        let note = RefCell::new(store.read_small(LISTEN_KEY));
        StoredValue::new(Rc::new(Self { state: RwSignal::new(SILENT), rest: RefCell::default(), note }))
    }
}

impl App {
    #[inline(never)]
    fn listening(self) -> Rc<Listen> {
        self.listen.get_value()
    }

    /// Asks which voices there are: the first time when a page to read is opened, or when nothing else happens.
    pub(super) fn ask_voices(self) {
        let hear = move |heard| match heard {
            Heard::Voices(voices) => self.keep_note(self.speed(), &voices),
            // One that comes too late is of a sentence that she paused or stopped.
            Heard::End if self.listening().state.get_untracked() != READING => {}
            Heard::End => {
                self.listening().rest.borrow_mut().pop();
                self.read();
            }
            Heard::Stop => self.stop_reading(),
        };
        self.outside().aloud().ask(Rc::new(hear));
    }

    /// Known at the next start before the browser knows it.
    fn keep_note(self, speed: usize, voices: &str) {
        let note = [&speed.to_string(), voices].concat();
        self.store().keep_small(LISTEN_KEY, &note);
        self.listening().note.replace(note);
    }

    fn has_voice(self, lang: &str) -> bool {
        self.listening().note.borrow().contains(lang)
    }

    /// The address of this page, if it was recorded.
    fn recorded(self) -> Option<String> {
        let address = self.route.with_untracked(|route| route.href());
        self.outside().aloud().is_recorded(&address).then_some(address)
    }

    pub fn can_listen(self) -> bool {
        let (is_read, lang) = self.route.with_untracked(|route| (route.page.is_read(), route.locale.code()));
        is_read && (self.has_voice(lang) || self.recorded().is_some())
    }

    /// Reads this page from its beginning.
    pub fn listen(self) {
        let places = match self.recorded() {
            Some(_) => vec![Place::default()],
            None => self.sentences_of(&self.outside().aloud().page_words(BUT)),
        };
        self.listening().rest.replace(places);
        self.focus("silence");
        self.become_state(READING);
    }

    /// The sentences that there is a voice for, the last first.
    fn sentences_of(self, words: &str) -> Vec<Place> {
        let mut places = Vec::new();
        for (block, line) in words.lines().enumerate() {
            let Some((_, text)) = line.split_at_checked(2).filter(|(lang, _)| self.has_voice(lang)) else { continue };
            let units = |to: usize| text.get(..to).unwrap_or_default().encode_utf16().count();
            for sentence in sentences(text) {
                places.push(Place { block, from: units(sentence.start), to: units(sentence.end) });
            }
        }
        places.reverse();
        places
    }

    /// Says the next sentence, or, when none is left, stops.
    fn read(self) {
        let next = self.listening().rest.borrow().last().copied();
        let aloud = self.outside().aloud();
        let rate = RATES.get(self.speed()).copied().unwrap_or(1.0);
        match (next, self.recorded()) {
            (None, _) => self.stop_reading(),
            (_, Some(address)) => aloud.play(&address, rate),
            (Some(place), None) => aloud.say(place, rate),
        }
    }

    /// One of the three; tracks.
    pub fn reading(self) -> usize {
        self.listening().state.get()
    }

    /// Pauses, or goes on: the sentence is said again from its beginning.
    pub fn pause_reading(self, pause: bool) {
        if self.listening().state.get_untracked() != SILENT {
            self.become_state(if pause { PAUSED } else { READING });
        }
    }

    fn become_state(self, state: usize) {
        self.listening().state.set(state);
        match state {
            READING => self.read(),
            _ => self.outside().aloud().hush(false),
        }
    }

    pub fn speed(self) -> usize {
        self.listening().note.borrow().bytes().next().map_or(NORMAL, |digit| usize::from(digit & 3))
    }

    /// Slow, as people speak, fast; heard at once.
    pub fn next_speed(self) {
        let note = self.listening().note.borrow().clone();
        self.keep_note((self.speed() + 1) % RATES.len(), note.get(1..).unwrap_or_default());
        self.become_state(self.listening().state.get_untracked());
    }

    /// She stops it, or it has come to its end.
    pub fn stop_reading(self) {
        if self.listening().state.get_untracked() != SILENT {
            self.fall_silent();
            self.focus("listen");
        }
    }

    /// Ends it, as when she leaves the page.
    pub(in crate::ui) fn fall_silent(self) {
        if self.listening().state.get_untracked() != SILENT {
            self.listening().state.set(SILENT);
            self.outside().aloud().hush(true);
        }
    }
}
