//! Shown to an official: one sentence over the whole screen, in large respectful Khmer, English small below, and in small print the law
//! it rests on. Nothing of hers stands there but the sentence: no name, no number, no business. What she wrote herself stands there as
//! she wrote it. The screen stays awake meanwhile.

use super::el::{all, el, El};
use super::learn::law_name;
use super::marked::Section;
use super::parts::{button, icon, quiet, with_icon};
use super::signal::*;
use super::state::{use_app, use_speech, App};
use crate::i18n::Speech;
use crate::kb::{standards, LawId, ServiceId, Standard, Text};
use crate::page::Locale;

/// How many laws stand in small print.
const LAWS: usize = 2;

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    pub km: String,
    /// Empty: her own words, which stand in the place of the Khmer whatever their language is.
    pub en: String,
    /// Law and article, in Khmer and English.
    pub print: Option<(String, String)>,
}

impl Shown {
    /// What can be said in both languages.
    pub fn both(speech: Speech, say: impl Fn(Speech) -> String, print: Option<(String, String)>) -> Self {
        let (km, en) = both(speech, say);
        Self { km, en, print }
    }

    /// A sentence of the content.
    pub fn of(text: Text, speech: Speech, print: Option<(String, String)>) -> Self {
        Self::both(speech, |speech| speech.text(text).into_owned(), print)
    }

    /// As she wrote it.
    pub fn own(words: String) -> Self {
        Self { km: words, en: String::new(), print: None }
    }
}

fn both(speech: Speech, say: impl Fn(Speech) -> String) -> (String, String) {
    let [km, en] = Locale::ALL.map(|locale| say(Speech { locale, ..speech }));
    (km, en)
}

/// The laws that a service rests on, as they stand in small print.
pub fn print_of(service: ServiceId, speech: Speech) -> Option<(String, String)> {
    let say = |speech: Speech| {
        let comma = if speech.locale == Locale::Km { " " } else { ", " };
        let laws = service.get().basis.iter().take(LAWS).map(|basis| {
            let article = basis.article.map(|article| [comma, &*speech.text(article)].concat());
            [law_name(basis.law, speech), article.unwrap_or_default()].concat()
        });
        laws.collect::<Vec<_>>().join(" · ")
    };
    Some(both(speech, say)).filter(|(km, _)| !km.is_empty())
}

/// "Show it large". The sentence is made at the moment of the tap.
pub fn show_button(words: impl Fn() -> Shown + 'static) -> El {
    let app = use_app();
    button("button button--wide", "maximize", use_speech().m().reply.show_large, move || app.show_large(words()))
}

/// The same as a picture beside a sentence; `what` is the sentence, for those who hear the screen.
pub fn show_icon(what: &str, words: impl Fn() -> Shown + 'static) -> El {
    show_bare(words).attr("aria-label", use_speech().m().reply.show_this.with(what))
}

/// As [`show_icon`], yet to be named.
pub fn show_bare(words: impl Fn() -> Shown + 'static) -> El {
    let app = use_app();
    let button = el("button", "button button--icon button--quiet").attr("type", "button");
    button.tap(move || app.show_large(words())).with(icon("maximize"))
}

/// The nine standards of a good service; for each the polite question can be shown. `line`: what stands there; `law`: in small print.
pub fn standard_rows(line: fn(&Standard) -> Text, law: Option<LawId>) -> El {
    let speech = use_speech();
    let words = Section::default();
    let rows = standards().iter().map(|standard| {
        let ask = standard.ask;
        let print = move || law.map(|law| both(speech, |speech| law_name(law, speech)));
        with_icon(el("li", ""), "badge-check", words.text(line(standard)))
            .with(show_icon(&speech.text(ask), move || Shown::of(ask, speech, print())))
    });
    el("ul", "asks").with(rows.collect::<Vec<_>>())
}

/// What lies over the screen.
pub fn shown(app: App, speech: Speech, shown: &Shown) -> El {
    let m = &speech.m().reply;
    let own = shown.en.is_empty();
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
        el("p", "").live_attr("class", class).attr_if("lang", (!own).then_some("km")).attr("dir", "auto").with(shown.km.clone()),
        (!own).then(|| el("p", "show__en").attr("lang", "en").attr("dir", "auto").with(shown.en.clone())),
        shown.print.as_ref().map(|(km, en)| {
            let line = |lang: &'static str, words: &str| el("p", "show__print").attr("lang", lang).with(words.to_owned());
            (line("km", km), line("en", en))
        }),
        quiet(m.show_hint),
    ))
}
