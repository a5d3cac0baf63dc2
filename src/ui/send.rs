//! Sending a text or a picture, on her tap only: the buttons, and what became of it in words.

use super::el::{all, el, live, El};
use super::parts::{button, pair};
use super::signal::*;
use super::state::{use_app, use_speech};
use crate::platform::{Picture, Shared};
use std::sync::Arc;

/// Makes the text at the moment of the tap.
pub type Text = Arc<dyn Fn() -> String + Send + Sync>;
/// Makes the picture at the moment of the tap.
pub type Drawn = Arc<dyn Fn() -> Picture + Send + Sync>;

/// "Send as a message", "send as a picture" where there is one, "copy"; below, what became of it.
pub fn sender(text: Text, picture: Option<Drawn>) -> El {
    let app = use_app();
    let w = &use_speech().m().paper;
    let fate = RwSignal::new(None::<Shared>);
    // Told later, perhaps when this screen is gone.
    let told = move || {
        fate.set(None);
        Box::new(move |shared| {
            fate.set(Some(shared));
        })
    };
    let share = text.clone();
    let share = button("button button--wide", "send", w.send_text, move || app.outside().share_text(&share(), told()));
    let picture = picture.map(|picture| {
        button("button button--wide", "image", w.send_picture, move || app.outside().share_picture(picture(), told()))
    });
    let copied = text.clone();
    let copy = button("button button--wide", "copy", w.copy, move || app.outside().copy_text(&copied(), told()));
    let words = live(move || {
        let (icon, words) = match fate.get()? {
            Shared::Sent => ("circle-check", w.sent),
            Shared::Copied => ("circle-check", w.copied),
            Shared::Saved => ("circle-check", w.picture_saved),
            Shared::Refused => ("info", w.not_sent),
            Shared::ByHand => ("info", w.by_hand),
        };
        let by_hand = (fate.get() == Some(Shared::ByHand)).then(|| {
            let text = text.clone();
            let area = el("textarea", "field__text").attr("rows", "6").attr("readonly", "").attr("dir", "auto");
            area.attr("aria-label", w.copy).value(move || text())
        });
        Some((pair(icon, words), by_hand))
    });
    all((share, picture, copy, el("div", "").attr("role", "status").with(words)))
}
