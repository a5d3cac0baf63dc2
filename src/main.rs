//! Browser entry: the outside world is the browser, the screens are mounted over the first page.

fn main() {
    #[cfg(target_arch = "wasm32")]
    phlov::platform::browser::run();
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("Phlov runs in a browser: `make run` builds and serves it.");
}
