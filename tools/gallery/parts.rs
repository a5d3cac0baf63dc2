//! Every shared part, in every form.

use super::screens::screens;
use phlov::dates::Date;
use phlov::i18n::Speech;
use phlov::kb::{Confidence, Kind, ServiceId, TermId};
use phlov::page::{Locale, Page};
use phlov::plan::{fact, Field, List};
use phlov::platform::memory::MemoryOutside;
use phlov::platform::storage::Fault;
use phlov::saved::{Notice, SaveState};
use phlov::ui::edit::{given_line_editor, line_editor, list_editor, words_editor};
use phlov::ui::el::{all, el, live, El};
use phlov::ui::helper::fields::{
    actions, add, checkbox, chip, count, fact_of, input, lines, one_of, only_of, remove, searched, section, some_aims, some_of,
    tick, who,
};
use phlov::ui::listen::listen_button;
use phlov::ui::long::{long_list, sheet_rows, PART};
use phlov::ui::marked::{self, Section};
use phlov::ui::parts::*;
use phlov::ui::plan::{open_plan, saved_line, Open};
use phlov::ui::progress::progress;
use phlov::ui::search::search_link;
use phlov::ui::shell::{banners, save_trouble, toast};
use phlov::ui::show::{show_bare, show_button, show_icon, shown, standard_rows, Shown};
use phlov::ui::signal::RwSignal;
use phlov::ui::state::{App, Update};
use phlov::ui::still;
use std::io::Error;
use std::rc::Rc;

const SHEETS: [&str; 6] = ["tokens", "base", "layout", "parts", "pages", "print"];
/// How the gallery itself looks. What is fixed in the app stands in its place here.
const OWN: &str = "
    .gallery__name { margin-block-start: 28px; padding-block-start: 4px; border-block-start: 1px dashed var(--field); color: var(--quiet); font: 14px/1.5 monospace; }
    .gallery__sheet { position: relative; margin: 0; inline-size: 100%; block-size: auto; }
    .gallery__group > * + * { margin-block-start: 16px; }
    .head, .bar, .tabs, .listening, .toast-place, .trouble-place { position: static; }
    .main { padding-block-end: 40px; }";

pub fn write() -> std::io::Result<()> {
    let Some(folder) = std::env::args().nth(1) else { return Err(Error::other("gallery <folder>")) };
    let sheets: Vec<String> =
        SHEETS.iter().map(|name| std::fs::read_to_string(format!("style/{name}.css"))).collect::<Result<_, _>>()?;
    let style = sheets.join("\n") + OWN;
    for locale in Locale::ALL {
        let lang = locale.code();
        let phone = phone(&Page::Home.href(locale));
        let parts = still::parts(&phone, gallery);
        let page = format!(
            "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>gallery</title>\
             <meta name=\"viewport\" content=\"width=device-width\"><style>{style}</style></head>\n\
             <body><main class=\"main\">{parts}{}</main></body></html>\n",
            screens(locale)
        );
        std::fs::write(format!("{folder}/gallery-{lang}.html"), page)?;
    }
    println!("gallery-km.html, gallery-en.html");
    Ok(())
}

/// A day on which nothing is due, so that the pictures stay alike.
pub fn phone(address: &str) -> MemoryOutside {
    MemoryOutside::new(Date::parse("2026-11-20").unwrap_or_else(|| Date::in_cambodia(0)), address)
}

/// The service with most of everything.
pub fn service() -> Option<ServiceId> {
    ServiceId::all().max_by_key(|service| service.get().steps.len() + service.get().documents.len() + service.get().claims.len())
}

pub fn part(name: &'static str, shown: impl phlov::ui::el::Kids) -> El {
    all((el("p", "gallery__name").attr("lang", "en").with(name), shown))
}

fn gallery(app: App) -> El {
    let Some(service) = service() else { return el("p", "") };
    let id = app.make_plan(Some(service), None);
    let Some(open) = open_plan(id.as_str()) else { return el("p", "") };
    let groups = [
        ("words", words(open, service)),
        ("rows", rows_of(open, service)),
        ("buttons", buttons()),
        ("fields", fields(open)),
        ("lists", lists(open)),
        ("helpers", helpers(open)),
        ("messages", messages(app)),
        ("sheets", sheets(open)),
    ];
    all(groups.map(|(name, inside)| el("section", "gallery__group").attr("id", name).with(inside)))
}

/// Titles, sentences, badges, claims.
fn words(open: Open, id: ServiceId) -> El {
    let (speech, entry) = (open.speech, id.get());
    let m = speech.m();
    let said = entry.summary;
    let first = [
        part("heading", heading(speech.text(entry.title))),
        part("title--ask", el("h1", "title title--ask").with(m.settings)),
        part("lead", lead(speech.text(said))),
        part("quiet", quiet(speech.text(said))),
        part("paragraph", paragraph(said)),
        part("small_title", small_title(m.steps)),
        part("small_title_of", small_title_of(speech.text(entry.title))),
        part("card", card("a-card", m.where_to, (lead(speech.text(said)), quiet(m.source)))),
        part(
            "card--quiet, card--time",
            ["card card--quiet", "card card--time"].map(|class| el("section", class).with(lead(speech.text(said)))),
        ),
        part("fold", (fold(m.who_for, paragraph(entry.who)), fold(m.who_for, paragraph(entry.who)))),
        part(
            "pair",
            (
                pair("info", speech.text(said)),
                with_icon(el("p", "pair pair--duty"), "scale", m.obligation),
                with_icon(el("p", "pair pair--right"), "shield-check", m.entitlement),
            ),
        ),
        part("with_icon, icon", (with_icon(el("p", "pair"), "info", m.about), icon("house"))),
        part("sentences", sentences(entry.notes.iter().map(|note| note.text))),
        part(
            "badge, kind_badges",
            el("p", "badges").with((
                kind_badges(Kind::Both),
                badge("badge", "clock", m.undated),
                badge("badge badge--law", "scale", m.laws),
            )),
        ),
    ];
    let facts = Section::default();
    let claims: Vec<El> = entry.claims.iter().take(3).map(|each| claim(each, &facts)).collect();
    let second = [
        part("claim", card("claims", m.fees_times, claims)),
        part("care", care("message-circle-question-mark", m.ask_office)),
        part("why, line", why((line(confidence(Confidence::Low, m)), line(m.undated)))),
        part("sources", sources(entry.sources)),
        part("review", review(entry.review, Some(entry.checked))),
        part("outer_link", outer_link("button button--wide", "https://example.org").with(m.source)),
        part("standard_rows", card("standards", m.good_service, standard_rows(|standard| standard.before, None))),
        part("krama", krama()),
        part("drawing", el("div", "code").with(drawing(8, "M0 0h8v8h-8zM2 2v4h4v-4z".into()))),
        part(
            "progress",
            (
                progress(0, 6, m.done_of.with("0", "6")),
                progress(4, 6, m.done_of.with("4", "6")),
                progress(6, 6, m.done_of.with("6", "6")),
            ),
        ),
    ];
    all((first, second))
}

/// Rows, and what stands where there are none.
fn rows_of(open: Open, id: ServiceId) -> El {
    let (speech, entry) = (open.speech, id.get());
    let m = speech.m();
    let title = || speech.text(entry.title);
    let plan = || Page::Plan(open.id().as_str().to_owned());
    let rows = vec![
        service_row(id),
        row(Page::Laws, None, m.laws, None),
        row(Page::Laws, Some("scale"), m.laws, Some(title())),
        row_to("#".into(), Some("landmark"), title(), Some(m.obligation.into())),
        own_row(plan(), "list-checks", title().into_owned(), String::new(), None),
        own_row(plan(), "list-checks", title().into_owned(), m.my_plans.to_owned(), Some(m.about_deadline.to_owned())),
        with_icon(el("button", "row").attr("type", "button"), "mail", title()),
    ];
    all([
        part("rows_card, service_row, row, row_to, own_row", rows_card("rows", m.laws, rows)),
        part(
            "listed",
            el("section", "card card--rows").with(el("ul", "rows").with(listed(vec![row(
                Page::Laws,
                Some("scale"),
                m.laws,
                None,
            )]))),
        ),
        part("empty", empty(m.no_plans, m.no_plans_help, main_link("search", m.find, Page::Find))),
        part("gone_screen", gone_screen(m.not_found, m.no_plans_help, ("house", m.home, Page::Home))),
        part(
            "tiles",
            el("ul", "tiles").with(["store", "users", "scale"].map(|picture| {
                let tile = el("a", "tile").attr("href", "#");
                el("li", "")
                    .with(tile.with((el("span", "tile__icon").with(icon(picture)), el("span", "tile__word").with(title()))))
            })),
        ),
        part("search_link", search_link()),
    ])
}

fn buttons() -> El {
    let m = phlov::ui::state::use_speech().m();
    let one = |class: &'static str| button(class, "check", m.edit_done, || ());
    all([
        part("main_button, main_link", (main_button("check", m.edit_done, || ()), main_link("search", m.find, Page::Find))),
        part("button--wide", (one("button button--wide"), one("button button--wide button--quiet"))),
        part(
            "button, button--small, button--quiet, button--icon",
            el("div", "actions").with((
                one("button"),
                one("button button--small"),
                one("button button--small button--quiet"),
                one("button").attr("aria-pressed", "true"),
                one("button button--small").attr("aria-pressed", "true"),
                one("button").attr("disabled", ""),
                el("button", "button button--icon").attr("aria-label", m.close).with(icon("x")),
                show_icon(m.settings, || Shown::own(String::new())),
                show_bare(|| Shown::own(String::new())).attr("aria-label", m.close),
            )),
        ),
        part("show_button", show_button(|| Shown::own(String::new()))),
        part("listen_button", listen_button()),
        part(
            "choices",
            el("ul", "choices").with([("false", None), ("true", None), ("false", Some("true"))].map(|(pressed, current)| {
                let choice =
                    el("button", "choice").attr("type", "button").attr("aria-pressed", pressed).attr_if("aria-current", current);
                el("li", "").with(with_icon(choice, "store", m.settings))
            })),
        ),
    ])
}

/// What is typed and ticked.
fn fields(open: Open) -> El {
    let m = open.speech.m();
    let typed = RwSignal::new(String::new());
    let chosen = RwSignal::new(0);
    let options = || [m.obligation, m.entitlement, m.about_penalty].into_iter().enumerate();
    let option = |(at, words): (usize, &'static str)| option("kind", words, move || chosen.get() == at, move || chosen.set(at));
    all([
        part(
            "search_box",
            search_box(move || typed.get(), move |text| typed.set(text))
                .attr("aria-label", m.search.label)
                .attr("placeholder", m.search.hint),
        ),
        part(
            "option",
            el("fieldset", "card")
                .with((el("legend", "card__title").with(m.settings), options().map(option).collect::<Vec<_>>())),
        ),
        part("words_editor", words_editor(open, Field::Need, m.need_sentence, || m.no_plans_help.to_owned())),
        part("line_editor", line_editor(open, Field::Title, m.need_sentence, "text")),
        part("given_line_editor", given_line_editor(open, Field::Title, m.need_sentence, "text", || m.settings.to_owned())),
        part("saved_line", saved_line(open)),
    ])
}

/// Lists: of a plan, and long ones.
fn lists(open: Open) -> El {
    let app = open.app;
    open.app.edit(&open.id(), |plan, pen| {
        let first = plan.visible(List::Step).first().map(|item| item.id.clone());
        first.is_some_and(|first| plan.set_done(pen, &first, true))
    });
    for _ in 0..=PART {
        app.make_plan(service(), None);
    }
    let name = |sheet: &phlov::plan::Sheet| {
        own_row(Page::Plan(sheet.id.as_str().to_owned()), "list-checks", "plan".into(), String::new(), None)
    };
    let long = long_list(
        0,
        Box::new(|book| phlov::ui::long::ids(book.plans().collect())),
        Rc::new(move |book, ids| sheet_rows(book, ids, &name).into_iter().take(2).collect()),
        Box::new(|long| long.map(|long| el("section", "card card--rows").with((el("ul", "rows").with(long.rows), long.more)))),
    );
    all([
        part(
            "list_editor",
            [List::Step, List::Document, List::Question].map(|list| card("list", open.speech.m().steps, list_editor(open, list))),
        ),
        part("long_list", long),
    ])
}

/// The fields of the rooms of helper mode.
fn helpers(open: Open) -> El {
    let (m, w) = (open.speech.m(), &open.speech.h().workshop);
    let codes = || (["one", "two", "three"], [m.obligation, m.entitlement, m.about_penalty]);
    let ((all_codes, all_words), id) =
        (codes(), open.now(|plan| plan.visible(List::Step).first().map(|item| item.id.clone())).flatten());
    let of_line = id.map(|id| (part("who", who(open, &id, w.who, w)), part("remove", remove(open, &id))));
    open.app.edit(&open.id(), |plan, pen| plan.set_fact(pen, "choice", "two"));
    all((
        part("chip", el("div", "chips").with((chip(m.obligation, || false, || ()), chip(m.entitlement, || true, || ())))),
        part("one_of", one_of(m.settings, fact_of(open, "choice"), &all_codes, &all_words)),
        part("only_of", only_of(m.settings, fact_of(open, "choice"), &all_codes, &all_words)),
        part("some_of", some_of(open, m.settings, "bank", &all_codes, all_words.into_iter().map(Into::into).collect())),
        part("some_aims", some_aims(open, m.settings, "aims")),
        part("input", (input(w.by_when, "date", fact_of(open, fact::DUE)), input(w.by_when, "time", fact_of(open, "time")))),
        part("count", count(open, w.who, "count", w)),
        part("tick, checkbox", (tick(open, w.done, "ticked", || "yes".into()), checkbox(w.done, || true, |_| ()))),
        part(
            "lines, add",
            card(
                "lines",
                w.action,
                (
                    lines(open, List::Document, |id| el("p", "").with(id.as_str().to_owned())),
                    add(open, List::Document, w.add_action),
                ),
            ),
        ),
        of_line,
        part("actions", card("actions", w.action, actions(open, w))),
        (
            part(
                "searched",
                searched(m.search.label, m.empty_list, || vec![(String::new(), row(Page::Laws, Some("scale"), m.laws, None))]),
            ),
            part("section", section(m.settings, quiet(m.empty_list))),
        ),
    ))
}

/// What is said above and below a screen.
fn messages(app: App) -> El {
    let m = app.speech().m();
    app.online.set(false);
    app.update.set(Some(Update { all: 120_000, still: 120_000, coming: false }));
    app.notices.set(vec![Notice::NearlyFull]);
    app.say(m.removed, None);
    app.save.set(SaveState::Unsaved(Fault::Full));
    all([
        part("banners", banners(app)),
        part("toast", el("div", "toast-place").with(live(move || toast(app)))),
        part("save_trouble", el("div", "trouble-place").with(live(move || save_trouble(app)))),
    ])
}

/// What lies over a screen.
fn sheets(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let large = standards_first(speech);
    let word = TermId::all().next().map(|word| {
        let entry = word.get();
        let close = el("button", "meaning__close").attr("aria-label", speech.m().close).with(icon("x"));
        let head = el("div", "meaning__head").with((el("h2", "meaning__word").with(speech.text(entry.term)), close));
        el("dialog", "meaning gallery__sheet").attr("open", "").with((head, el("p", "").with(speech.text(entry.says))))
    });
    all([
        part("marked", word),
        part("marked::sheet", marked::sheet(app)),
        part("shown", el("dialog", "meaning show gallery__sheet").attr("open", "").with(shown(app, speech, &large))),
    ])
}

fn standards_first(speech: Speech) -> Shown {
    phlov::kb::standards().iter().next().map(|standard| Shown::of(standard.ask, speech, None)).unwrap_or_default()
}
