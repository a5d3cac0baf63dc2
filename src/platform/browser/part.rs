//! The part of the module that only helpers need; most of it is `part.js` beside this file.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform/browser/part.js")]
extern "C" {
    #[wasm_bindgen(js_name = loadPart)]
    fn js_load(exports: JsValue, done: JsValue);
}

pub fn load(done: Box<dyn FnOnce(bool)>) {
    js_load(wasm_bindgen::exports(), Closure::once_into_js(move |here: bool| done(here)));
}
