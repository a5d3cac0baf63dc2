//! Leptos brings the client of its server functions along, and that one wasm-streams, whose functions are exported to JavaScript and
//! therefore stay in every module, with an executor for futures: about 6 KB after brotli. Phlov has no server. Here is the
//! little that `server_fn` needs to compile; nothing of it is ever called.

use futures_util::stream::{empty, Empty, Stream};
use wasm_bindgen::JsValue;

pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(JsValue::NULL.into())
    }

    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
