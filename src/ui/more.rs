//! More: her data, settings, and what the app is. Also the page for addresses that lead nowhere.

use super::copies::{copies, last_copy, room};
use super::el::{all, el, live, El};
use super::helping::choice;
use super::parts::{button, card, heading, lead, main_button, main_link, option, pair, quiet, row};
use super::restore::{bin, restore};
use super::shell::trouble;
use super::signal::*;
use super::state::{use_app, use_speech};
use crate::kb::{ServiceId, SourceId};
use crate::page::{Desk, Page};
use crate::plan::{Digits, TextSize, Theme};
use crate::platform::StorageFacts;
use crate::saved::{Notice, SaveState};

pub fn more() -> El {
    let app = use_app();
    let m = use_speech().m();
    let tools = [
        (Page::Calendar, "calendar-days", m.paper.calendar),
        (Page::Duties, "list-checks", m.duties.title),
        (Page::Write, "mail", m.compose.write),
        (Page::Scores, "clipboard-check", m.score.title),
        (Page::Complaints, "megaphone", m.complain.title),
        (Page::Changed, "info", m.changed.title),
        (Page::Year, "calendar-check", m.year.title),
    ];
    let rows = [
        (Page::Settings, "settings", m.settings),
        (Page::Safety, "shield", m.safety.title),
        (Page::Data, "database", m.data),
        (Page::Offices, "landmark", m.offices),
        (Page::Laws, "scale", m.laws),
        (Page::About, "info", m.about),
    ];
    // First for those who help; last, but there, for those who do not know yet that they can.
    let helper =
        |on: bool| live(move || (app.is_helper() == on).then(|| links([(Page::Helper(Desk::Start), "users", m.helping.title)])));
    all((heading(m.more), helper(true), links(tools), links(rows), helper(false)))
}

fn links<const N: usize>(rows: [(Page, &'static str, &'static str); N]) -> El {
    let rows = rows.map(|(page, picture, words)| el("li", "").with(row(page, Some(picture), words, None)));
    el("section", "card card--rows").with(el("ul", "rows").with(rows))
}

pub fn settings() -> El {
    let app = use_app();
    let speech = use_speech();
    let m = speech.m();
    let prefs = move || app.book.with(|book| book.prefs.clone());
    let text = TextSize::ALL.into_iter().zip(m.text_sizes).map(|(size, words)| {
        option(
            "text",
            words,
            move || prefs().text.value == size,
            move || app.set_prefs(|prefs, stamp| prefs.text.set(size, stamp)),
        )
    });
    let theme = Theme::ALL.into_iter().zip(m.themes).map(|(theme, words)| {
        option(
            "theme",
            words,
            move || prefs().theme.value == theme,
            move || app.set_prefs(|prefs, stamp| prefs.theme.set(theme, stamp)),
        )
    });
    let digits = Digits::ALL.into_iter().zip(m.digits_options).map(|(digits, words)| {
        option(
            "digits",
            words,
            move || prefs().digits.value == digits,
            move || app.set_prefs(|prefs, stamp| prefs.digits.set(digits, stamp)),
        )
    });
    let group =
        |words: &'static str, options: Vec<El>| el("fieldset", "card").with((el("legend", "card__title").with(words), options));
    let other = button("button button--wide", "languages", m.to_other_language, move || app.switch_language());
    all((
        heading(m.settings),
        card("language-choice", m.language, other.attr("lang", speech.locale.other().code())),
        group(m.text_size, text.collect()),
        group(m.theme, theme.collect()),
        group(m.digits, digits.collect()),
        choice(),
    ))
}

/// Where her words are, how safe they are, and a copy of everything.
pub fn data() -> El {
    let app = use_app();
    let speech = use_speech();
    let m = speech.m();
    // Both are told later, perhaps when this screen is gone.
    let (persistent, used) = (RwSignal::new(None::<String>), RwSignal::new(StorageFacts::default()));
    app.outside().storage_facts(Box::new(move |facts| {
        let words = facts.persistent.map(|yes| if yes { m.data_persistent } else { m.data_not_persistent });
        persistent.set(words.map(str::to_owned));
        used.set(facts);
    }));
    let told = move |wanted: fn(&Notice) -> bool| app.notices.with(|notices| notices.iter().any(wanted));
    let state = move || match app.save.get() {
        SaveState::Unsaved(fault) => pair("triangle-alert", trouble(fault, m)),
        SaveState::KeptNotSafe(_) => pair("info", m.data_not_safe),
        _ if told(|notice| matches!(notice, Notice::Shelf(_))) => pair("triangle-alert", m.data_blocked),
        _ if told(|notice| matches!(notice, Notice::Journal(_))) => pair("info", m.data_not_safe),
        _ => pair("circle-check", m.data_safe),
    };
    let by_hand = move || {
        app.copy.get().map(|text| {
            let area = el("textarea", "field__text").attr("rows", "4").attr("readonly", "").value(move || text.clone());
            el("label", "field").with((el("span", "field__label").with(m.data_by_hand), area))
        })
    };
    let asides: Vec<El> =
        app.store().asides().into_iter().map(|aside| el("li", "").with(el("code", "").with(aside.of))).collect();
    let about_asides = if asides.is_empty() { m.data_none_aside } else { m.data_aside_hint };
    let newer = app.notices.with_untracked(|notices| notices.iter().any(|notice| matches!(notice, Notice::TooNew { .. })));
    all((
        heading(m.data),
        lead(m.data_where),
        app.outside().is_file().then(|| pair("info", m.single_hint)),
        card(
            "state",
            m.state,
            (
                live(state),
                live(move || persistent.get().map(|words| pair("info", words))),
                last_copy(),
                live(move || room(used.get())),
            ),
        ),
        card(
            "copy",
            m.data_copy,
            (
                el("p", "").with(m.data_copy_hint),
                main_button("download", m.save_copy, move || app.save_copy()),
                copies(),
                live(by_hand),
            ),
        ),
        restore(),
        bin(),
        card("aside", m.data_aside, (el("p", "").with(about_asides), el("ul", "bullets").with(asides))),
        newer.then(|| card("newer", m.data_newer, el("p", "").with(m.too_new))),
        quiet(m.in_app_browser),
    ))
}

pub fn about() -> El {
    let speech = use_speech();
    let m = speech.m();
    let counts = m.about_counts.with(&speech.number(ServiceId::all().count()), &speech.number(SourceId::all().count()));
    all((
        heading(m.about),
        lead(m.about_what),
        card("review", m.draft, (el("p", "").with(m.about_review), quiet(counts))),
        card("private", m.data, el("p", "").with(m.about_private)),
        card(
            "from",
            m.sources,
            (el("p", "").with(m.about_from), quiet(m.about_licence), quiet(m.version.with(env!("CARGO_PKG_VERSION")))),
        ),
    ))
}

pub fn not_found() -> El {
    let m = use_speech().m();
    all((
        heading(m.not_found),
        lead(m.not_found_help),
        main_link("house", m.go_home, Page::Home),
        links([(Page::Find, "search", m.find), (Page::Plans, "list-checks", m.my_plans)]),
    ))
}
