//! Reading aloud, by a voice of the phone or from a recorded file.

use std::rc::Rc;

/// News of the voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// The languages for which the phone has a voice of its own, `km`, `en` or both. Browsers find them out late, and may tell again.
    Voices(String),
    /// What was said or played has come to its end.
    End,
    /// It cannot be said, or she pressed Escape.
    Stop,
}

/// Where in the words of the page a piece stands: its block, and from where to where in it, in UTF-16 units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub block: usize,
    pub from: usize,
    pub to: usize,
}

/// Hears them.
pub type OnHeard = Rc<dyn Fn(Heard)>;

/// What can be heard. No method panics; what fails is told as [`Heard::Stop`].
pub trait Aloud {
    /// Asks for the voices; from now on, news go here.
    fn ask(&self, news: OnHeard);
    /// The words that stand on the screen, without those inside of what `but` (a selector) names: a line for each block of one
    /// language, its language (two letters) first.
    fn page_words(&self, but: &str) -> String;
    /// Says a piece of them, marks it and brings it into view. 1 is as fast as people speak.
    fn say(&self, place: Place, rate: f64);
    /// Whether the page at this address was recorded: `audio/km/service-biz-register.opus` is shipped for `/km/service/biz-register`.
    fn is_recorded(&self, address: &str) -> bool;
    /// Plays the recording, from where it was paused.
    fn play(&self, address: &str, rate: f64);
    /// Falls silent; for good, and the mark goes, or for a while.
    fn hush(&self, for_good: bool);
}
