//! Shown to an official: one sentence over the whole screen, in large respectful Khmer, English small below. Nothing of hers stands
//! there but the sentence. The screen stays awake meanwhile.

use super::el::{all, el, El};
use super::parts::{button, icon, quiet};
use super::signal::*;
use super::state::{use_app, use_speech, App};
use crate::i18n::Speech;

/// What is shown: Khmer, English.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub km: String,
    pub en: String,
}

/// "Show it large". The sentence is made at the moment of the tap.
pub fn show_button(words: impl Fn() -> (String, String) + 'static) -> El {
    let app = use_app();
    let show = move || {
        let (km, en) = words();
        app.show_large(Shown { km, en });
    };
    button("button button--wide", "maximize", use_speech().m().reply.show_large, show)
}

/// What lies over the screen.
pub fn shown(app: App, speech: Speech, shown: &Shown) -> El {
    let m = &speech.m().reply;
    let size = RwSignal::new(1usize);
    let close =
        el("button", "meaning__close").attr("type", "button").attr("aria-label", speech.m().close).tap(move || app.close_over());
    let step = |picture: &'static str, words: &'static str, by: isize| {
        let tap = move || size.update(|size| *size = size.saturating_add_signed(by).min(3));
        el("button", "button button--icon").attr("type", "button").attr("aria-label", words).tap(tap).with(icon(picture))
    };
    let class = move || {
        let classes = ["show__km show__km--small", "show__km", "show__km show__km--large", "show__km show__km--largest"];
        classes.get(size.get()).map(|class| (*class).into())
    };
    all((
        el("div", "meaning__head")
            .with((el("div", "actions").with((step("minus", m.smaller, -1), step("plus", m.larger, 1))), close.with(icon("x")))),
        el("p", "").live_attr("class", class).attr("lang", "km").with(shown.km.clone()),
        el("p", "show__en").attr("lang", "en").attr("dir", "auto").with(shown.en.clone()),
        quiet(m.show_hint),
    ))
}
