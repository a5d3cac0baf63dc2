//! The gallery: every shared part of the screens in every form, and the screens on which the other parts stand, in Khmer and English, with the
//! style of the app: `gallery target` writes `target/gallery-km.html` and `target/gallery-en.html`, for tools/shots.mjs. To be looked at by whoever
//! changes a style; not a part of the app. `tests/structure/style.rs` holds that every part stands here.

#[cfg(not(target_arch = "wasm32"))]
mod parts;
#[cfg(not(target_arch = "wasm32"))]
mod screens;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    parts::write()
}
