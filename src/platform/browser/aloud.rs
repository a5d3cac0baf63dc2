//! A voice of the phone, or a recorded file; most of it is `aloud.js` beside this file.

use crate::platform::aloud::{Aloud, Heard, OnHeard, Place};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform/browser/aloud.js")]
extern "C" {
    fn ask(news: JsValue);
    #[wasm_bindgen(js_name = pageWords)]
    fn page_words(but: &str) -> String;
    fn say(block: usize, from: usize, to: usize, rate: f64);
    #[wasm_bindgen(js_name = isRecorded)]
    fn is_recorded(address: &str) -> bool;
    fn play(address: &str, rate: f64);
    fn hush(for_good: bool);
}

pub struct Voice;

impl Aloud for Voice {
    fn ask(&self, news: OnHeard) {
        let hear = move |what: JsValue| {
            news(match what.as_string() {
                Some(voices) => Heard::Voices(voices),
                None if what.is_truthy() => Heard::End,
                None => Heard::Stop,
            });
        };
        ask(Closure::<dyn FnMut(JsValue)>::new(hear).into_js_value());
    }

    fn page_words(&self, but: &str) -> String {
        page_words(but)
    }

    fn say(&self, place: Place, rate: f64) {
        say(place.block, place.from, place.to, rate);
    }

    fn is_recorded(&self, address: &str) -> bool {
        is_recorded(address)
    }

    fn play(&self, address: &str, rate: f64) {
        play(address, rate);
    }

    fn hush(&self, for_good: bool) {
        hush(for_good);
    }
}
