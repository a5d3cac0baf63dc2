//! What several screens share: icons, cards, lists, badges, claims with their sources.

use super::el::{all, el, El, Kids, Words};
use super::icon::icons;
use super::listen::listen_button;
use super::marked::Section;
use super::signal::event_target_value;
use super::state::{use_app, use_speech};
use crate::i18n::Messages;
use crate::kb::{age, About, Claim, Confidence, Kind, List, Power, Review, ServiceId, SourceId, Text, Word};
use crate::page::Page;

/// A picture beside a word; never alone, so it is hidden from screen readers.
pub fn icon(name: &str) -> El {
    let path = icons().find(|(known, _)| *known == name).map_or("", |(_, path)| path);
    let picture = el("svg", "").attr("viewBox", "0 0 24 24").attr("width", "24").attr("height", "24");
    picture.attr("aria-hidden", "true").attr("class", "icon").with(el("path", "").attr("d", path))
}

/// A drawing of one path on a square, larger than an icon.
pub fn drawing(size: usize, path: String) -> El {
    let square = ["0 0 ", &size.to_string(), " ", &size.to_string()].concat();
    let picture = el("svg", "").attr("viewBox", square).attr("aria-hidden", "true");
    picture.attr("class", "drawing").with(el("path", "").attr("d", path))
}

/// A picture and a word.
pub fn with_icon(el: El, picture: &str, words: impl Kids) -> El {
    el.with((icon(picture), super::el::el("span", "").with(words)))
}

/// The screen's one title; the focus comes here on navigation. Below it, on pages that are read, the way to listen.
pub fn heading(words: impl Into<Words>) -> El {
    title_of(words.into())
}

#[inline(never)]
fn title_of(words: Words) -> El {
    all((el("h1", "title").attr("id", "title").attr("tabindex", "-1").with(words), listen_button()))
}

pub fn lead(words: impl Kids) -> El {
    el("p", "lead").with(words)
}

pub fn quiet(words: impl Kids) -> El {
    el("p", "quiet").with(words)
}

pub fn small_title(words: &'static str) -> El {
    small_title_of(words)
}

/// As [`small_title`], of words that are put together.
pub fn small_title_of(words: impl Into<Words>) -> El {
    let words: Words = words.into();
    el("h3", "small-title").with(words)
}

/// A titled part of a screen.
pub fn card(id: &'static str, words: &'static str, inside: impl Kids) -> El {
    el("section", "card").attr("aria-labelledby", id).with(el("h2", "card__title").attr("id", id).with(words)).with(inside)
}

/// A titled list of rows.
pub fn rows_card(id: &'static str, words: &'static str, rows: Vec<El>) -> El {
    el("section", "card card--rows")
        .attr("aria-labelledby", id)
        .with((el("h2", "card__title").attr("id", id).with(words), el("ul", "rows").with(listed(rows))))
}

/// Each in an `<li>`.
pub fn listed(items: Vec<El>) -> Vec<El> {
    items.into_iter().map(|item| el("li", "").with(item)).collect()
}

/// A part that opens on a tap, for what not everybody needs.
pub fn fold(words: impl Into<Words>, inside: impl Kids) -> El {
    let words: Words = words.into();
    let head = el("summary", "fold__head").with((el("h2", "fold__title").with(words), icon("chevron-right")));
    el("details", "fold").with((head, el("div", "fold__body").with(inside)))
}

/// A row that leads to a thing of hers: its name, what it belongs to, and its time.
pub fn own_row(page: Page, picture: &str, name: String, below: String, time: Option<String>) -> El {
    let class = if time.is_some() { "row row--time" } else { "row" };
    let words = el("span", "row__words").with((
        el("span", "row__name").attr("dir", "auto").with(name),
        (!below.is_empty()).then(|| el("span", "row__below").attr("dir", "auto").with(below)),
        time.map(|words| el("span", "row__below row__time").with(words)),
    ));
    el("a", class).attr("href", page.href(use_speech().locale)).with((icon(picture), words, icon("chevron-right")))
}

/// A row that leads to another screen.
pub fn row(page: Page, picture: Option<&'static str>, words: impl Into<Words>, below: Option<Words>) -> El {
    row_to(page.href(use_speech().locale), picture, words.into(), below)
}

pub fn row_to(href: String, picture: Option<&'static str>, words: Words, below: Option<Words>) -> El {
    let words = el("span", "row__words")
        .with((el("span", "row__name").with(words), below.map(|below| el("span", "row__below").with(below))));
    el("a", "row").attr("href", href).with((picture.map(icon), words, icon("chevron-right")))
}

pub fn service_row(service: ServiceId) -> El {
    let speech = use_speech();
    let entry = service.get();
    row(Page::Service(service), Some(entry.icon.str()), speech.text(entry.title), Some(kind_words(entry.kind, speech.m())))
}

fn kind_words(kind: Kind, m: &'static Messages) -> Words {
    match kind {
        Kind::Obligation => m.obligation.into(),
        Kind::Entitlement => m.entitlement.into(),
        Kind::Both => [m.obligation, " · ", m.entitlement].concat().into(),
    }
}

/// A word on a coloured ground.
pub fn badge(class: &'static str, picture: &'static str, words: impl Into<Words>) -> El {
    let words: Words = words.into();
    el("span", class).with((icon(picture), words))
}

/// Obligation and right, each with its word and colour.
pub fn kind_badges(kind: Kind) -> Vec<El> {
    let m = use_speech().m();
    let mut badges = Vec::new();
    if matches!(kind, Kind::Obligation | Kind::Both) {
        badges.push(badge("badge badge--duty", "scale", m.obligation));
    }
    if matches!(kind, Kind::Entitlement | Kind::Both) {
        badges.push(badge("badge badge--right", "shield-check", m.entitlement));
    }
    badges
}

/// A picture beside a sentence.
pub fn pair(picture: &'static str, words: impl Kids) -> El {
    with_icon(el("p", "pair"), picture, words)
}

/// A list of sentences.
pub fn sentences(texts: impl Iterator<Item = Text>) -> El {
    let words = Section::default();
    el("ul", "bullets").with(texts.map(|text| el("li", "").with(words.text(text))).collect::<Vec<_>>())
}

/// One text as a paragraph, a part of its own.
pub fn paragraph(text: Text) -> El {
    el("p", "").with(Section::default().text(text))
}

/// The one main button of a screen.
pub fn main_button(picture: &'static str, words: &'static str, tap: impl FnMut() + 'static) -> El {
    button("button button--main", picture, words, tap)
}

pub fn button(class: &'static str, picture: &'static str, words: &'static str, tap: impl FnMut() + 'static) -> El {
    el("button", class).attr("type", "button").tap(tap).with((icon(picture), el("span", "").with(words)))
}

/// A main action that is a place to go to.
pub fn main_link(picture: &'static str, words: &'static str, page: Page) -> El {
    with_icon(el("a", "button button--main").attr("href", page.href(use_speech().locale)), picture, words)
}

/// What she made is not on this phone: what that may mean, and the way on (picture, words, page).
pub fn gone_screen(words: &'static str, help: &'static str, on: (&'static str, &'static str, Page)) -> El {
    all((heading(words), lead(help), main_link(on.0, on.1, on.2)))
}

/// A choice of one, as a labelled radio button.
pub fn option(
    name: &'static str,
    words: impl Into<Words>,
    chosen: impl FnMut() -> bool + Send + 'static,
    mut choose: impl FnMut() + 'static,
) -> El {
    let input = el("input", "").attr("type", "radio").attr("name", name).checked(chosen).on("change", move |_| choose());
    let words: Words = words.into();
    el("label", "option").with((input, el("span", "").attr("dir", "auto").with(words)))
}

/// A fact with its name, value, and a tap to its source, date and confidence.
pub fn claim(claim: &'static Claim, words: &Section) -> El {
    let speech = use_speech();
    let m = speech.m();
    let today = use_app().today.get_untracked();
    let name = claim.label.map_or_else(|| about(claim.about, m).into(), |label| speech.text(label));
    let value = el("p", "claim__value").with(words.text(claim.value));
    let low = (claim.confidence == Confidence::Low).then(|| care("info", m.confidence_low));
    let other = claim.conflict.map(|other| el("p", "claim__other").with((m.other_source, " ", words.text(other.value))));
    let due = age::is_due(claim, today).then(|| care("calendar-clock", m.check_again));
    let why = why((
        line(confidence(claim.confidence, m)),
        (!claim.date.is_empty()).then(|| line(m.dated.with(&speech.partial_date(claim.date.str())))),
        line(m.checked_on.with(&speech.partial_date(claim.checked.str()))),
        sources(claim.sources),
        claim.conflict.map(|other| (line(m.other_source), sources(other.sources))),
    ));
    el("div", "claim").with((el("p", "claim__name").with(name), value, low, other, due, why))
}

/// A word of care, with a picture.
pub fn care(picture: &'static str, words: &'static str) -> El {
    with_icon(el("p", "claim__care"), picture, words)
}

/// "Source and date", a tap away.
pub fn why(inside: impl Kids) -> El {
    el("details", "why").with((el("summary", "").with(use_speech().m().source), inside))
}

pub fn line(words: impl Into<Words>) -> El {
    let words: Words = words.into();
    el("p", "why__line").with(words)
}

pub fn confidence(confidence: Confidence, m: &'static Messages) -> &'static str {
    match confidence {
        Confidence::High => m.confidence_high,
        Confidence::Medium => m.confidence_medium,
        Confidence::Low => m.confidence_low,
    }
}

pub fn about(about: About, m: &'static Messages) -> &'static str {
    match about {
        About::Fee => m.about_fee,
        About::Time => m.about_time,
        About::Deadline => m.about_deadline,
        About::Penalty => m.about_penalty,
        About::Rate => m.about_rate,
        About::Amount => m.about_amount,
        About::Threshold => m.about_threshold,
        About::Contact => m.about_contact,
        About::Papers => m.about_papers,
        About::Rule => m.about_rule,
    }
}

pub fn power(power: Power, m: &'static Messages) -> &'static str {
    match power {
        Power::Decides => m.decides,
        Power::Investigates => m.investigates,
        Power::Advises => m.advises,
    }
}

/// A link that leaves the app, on her tap only.
pub fn outer_link(class: &'static str, href: impl Into<Words>) -> El {
    el("a", class).attr("href", href).attr("target", "_blank").attr("rel", "noopener noreferrer")
}

/// An address as people read it.
pub fn bare(address: &str) -> &str {
    let begins = ["https://", "http://", "www."];
    begins.iter().fold(address, |address, begin| address.strip_prefix(begin).unwrap_or(address)).trim_end_matches('/')
}

/// Where the facts were read.
pub fn sources(ids: List<SourceId>) -> El {
    let speech = use_speech();
    let m = speech.m();
    let items = ids.iter().map(|id| {
        let source = id.get();
        let name = speech.text(source.name);
        let date: Words = if source.date.is_empty() { m.undated.into() } else { speech.partial_date(source.date.str()).into() };
        let item = el("li", "");
        let item = if source.url.is_empty() {
            item.with((name, " · ", m.no_address))
        } else {
            item.with(outer_link("", source.url.str()).with(name))
        };
        item.with((" · ", date))
    });
    el("ul", "sources").with(items.collect::<Vec<_>>())
}

/// Who has read the text, told honestly, and when it was last compared with its sources.
pub fn review(review: Review, checked: Option<Word>) -> El {
    let speech = use_speech();
    let m = speech.m();
    let draft = !(review.km && review.en && review.law);
    let words = || el("span", "").with((el("strong", "").with(m.draft), " · ", m.draft_more));
    el("div", "review").with((
        draft.then(|| el("p", "").with((icon("info"), words()))),
        checked.map(|day| el("p", "review__date").with(m.checked_on.with(&speech.partial_date(day.str())))),
    ))
}

/// A box to look for something.
pub fn search_box(typed: impl FnMut() -> String + 'static, mut write: impl FnMut(String) + 'static) -> El {
    el("input", "field__line")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("dir", "auto")
        .value(typed)
        .on("input", move |event| write(event_target_value(&event)))
}

/// The krama: the one ornament.
pub fn krama() -> El {
    el("div", "krama").attr("aria-hidden", "true")
}

/// Nothing here yet, and what to do.
pub fn empty(words: &'static str, help: &'static str, action: El) -> El {
    el("div", "empty").with((krama(), el("h2", "").with(words), el("p", "").with(help), action))
}
