//! Listen: a quiet button near the title, and, while the page is read aloud, a bar in reach of the thumb.

use super::el::{el, live, El};
use super::parts::button;
use super::state::listen::{PAUSED, SILENT};
use super::state::{use_app, use_speech};

/// Only where it can be heard, and decided when the screen is made: a button that came later would move what she reads.
pub fn listen_button() -> Option<El> {
    let app = use_app();
    let listen = || button("button button--small listen", "volume-2", use_speech().m().listen.listen, move || app.listen());
    app.can_listen().then(|| listen().attr("id", "listen"))
}

pub fn listen_bar() -> El {
    let app = use_app();
    let m = &use_speech().m().listen;
    live(move || {
        let state = app.reading();
        let paused = state == PAUSED;
        let (picture, word) = if paused { ("play", m.go_on) } else { ("pause", m.pause) };
        let speed = m.speeds.get(app.speed()).copied().unwrap_or_default();
        (state != SILENT).then(|| {
            el("div", "listening").attr("role", "group").attr("aria-label", m.reading).with((
                button("button button--quiet", picture, word, move || app.pause_reading(!paused)),
                button("button button--quiet", "square", m.stop, move || app.stop_reading()).attr("id", "silence"),
                button("button button--quiet", "gauge", speed, move || app.next_speed()).attr("aria-label", m.speed.with(speed)),
            ))
        })
    })
}
