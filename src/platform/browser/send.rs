//! Sending, saving and printing; most of it is `send.js` beside this file.

use crate::platform::{OnBytes, OnShared, OnText, Picture, Shared};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform/browser/send.js")]
extern "C" {
    #[wasm_bindgen(js_name = shareText)]
    pub fn share_text(text: &str, done: JsValue);
    #[wasm_bindgen(js_name = copyText)]
    pub fn copy_text(text: &str, done: JsValue);
    #[wasm_bindgen(js_name = saveFile)]
    pub fn save_file(name: &str, mime: &str, text: &str);
    #[wasm_bindgen(js_name = shareFile)]
    pub fn share_file(name: &str, mime: &str, text: &str, done: JsValue);
    #[wasm_bindgen(js_name = pickFile)]
    fn js_pick_file(most: u32, done: JsValue);
    #[wasm_bindgen(js_name = packText)]
    fn js_pack(text: &str, done: JsValue);
    #[wasm_bindgen(js_name = unpackText)]
    fn js_unpack(code: &str, most: u32, done: JsValue);
    #[wasm_bindgen(js_name = canScan)]
    pub fn can_scan() -> bool;
    #[wasm_bindgen(js_name = scan)]
    fn js_scan(place: &str, found: JsValue);
    #[wasm_bindgen(js_name = derive)]
    fn js_derive(secret: &str, salt: &[u8], rounds: u32, done: JsValue);
    #[wasm_bindgen(js_name = sharePicture)]
    fn share_picture(name: &str, lines: &str, size: usize, path: &str, done: JsValue);
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = window)]
    pub fn print();
}

pub fn pack(text: &str, done: OnText) {
    js_pack(text, Closure::once_into_js(move |code: Option<String>| done(code)));
}

pub fn unpack(code: &str, most: u32, done: OnText) {
    js_unpack(code, most, Closure::once_into_js(move |text: Option<String>| done(text)));
}

pub fn scan(place: &str, found: Box<dyn FnMut(String) -> bool>) {
    js_scan(place, Closure::<dyn FnMut(String) -> bool>::wrap(found).into_js_value());
}

pub fn derive(secret: &str, salt: &[u8], rounds: u32, done: OnBytes) {
    js_derive(
        secret,
        salt,
        rounds,
        Closure::once_into_js(move |bytes: Option<Vec<u8>>| done(bytes.and_then(|b| b.try_into().ok()))),
    );
}

pub fn pick_file(most: u32, done: OnText) {
    js_pick_file(most, Closure::once_into_js(move |text: Option<String>| done(text)));
}

pub fn picture(picture: &Picture, done: OnShared) {
    let mut lines = String::new();
    for line in &picture.lines {
        if !lines.is_empty() {
            lines.push('\n');
        }
        lines.push(char::from(line.mark as u8));
        lines.push_str(&line.text.replace(['\r', '\n'], " "));
    }
    share_picture(&picture.name, &lines, picture.code.size, &picture.code.path, told(done));
}

/// A JavaScript function to be called with the number of the outcome.
pub fn told(done: OnShared) -> JsValue {
    Closure::once_into_js(move |at: usize| done(Shared::ALL.get(at).copied().unwrap_or(Shared::Refused)))
}
