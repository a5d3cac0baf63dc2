//! How a service was, by the same nine standards three times: a card of what to expect before a visit, quick marks at the counter, the
//! rating after it; then what several visits and several people say, and a page for the office. Which of these stands in the query.

mod after;
mod before;
mod page;
mod result;

use super::el::{all, el, live, El, Words};
use super::parts::{
    button, card, gone_screen, heading, icon, lead, main_button, own_row, pair, quiet, row, rows_card, sentences,
};
use super::plan::Open;
use super::show::{show_button, Shown};
use super::signal::*;
use super::state::{use_app, use_speech};
use crate::i18n::words::score::Score;
use crate::i18n::Speech;
use crate::kb::{standards, AuthorityId, GuideId, ServiceId, Standard};
use crate::page::Page;
use crate::plan::score::{self, is_rated, ratings};
use crate::plan::{fact, Book, Item, ItemId, Sheet, SheetId, What};

pub use page::score_paper;

/// A picture for each face, from very unsatisfied to very satisfied.
const FACES: [&str; score::FACES] = ["angry", "frown", "meh", "smile", "laugh"];
/// The page of the guide on the State's scorecard.
const ISAF: &str = "social-accountability";

/// Where in a visit she is, as it stands in the query.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Before,
    There,
    After,
    Result,
}

impl Phase {
    const ALL: [Phase; 4] = [Phase::Before, Phase::There, Phase::After, Phase::Result];

    fn code(self) -> &'static str {
        match self {
            Phase::Before => "before",
            Phase::There => "there",
            Phase::After => "after",
            Phase::Result => "result",
        }
    }
}

/// One visit, and whose rating of it is being made.
#[derive(Clone, Copy)]
struct Visit {
    open: Open,
    who: StoredValue<Option<ItemId>>,
}

impl Visit {
    fn m(self) -> &'static Score {
        &self.open.speech.m().score
    }

    /// The rating: the one in the address, else the first.
    fn rating(self, sheet: &Sheet) -> Option<ItemId> {
        let wanted = self.who.get_value().filter(|id| sheet.item(id).is_some());
        wanted.or_else(|| ratings(sheet).first().map(|rating| rating.id.clone()))
    }

    fn read<R>(self, read: impl FnOnce(&Item) -> R) -> Option<R> {
        self.open.with(|sheet| self.rating(sheet).and_then(|id| sheet.item(&id).map(read))).flatten()
    }

    fn fact(self, name: &str) -> String {
        self.read(|rating| rating.fact(name).to_owned()).unwrap_or_default()
    }

    /// Changes the rating; the first tap begins it.
    fn edit(self, change: impl FnOnce(&mut Sheet, &crate::plan::Pen, &ItemId)) {
        self.open.app.edit(&self.open.id(), |sheet, pen| {
            let id = self.rating(sheet).unwrap_or_else(|| score::begin(sheet, pen));
            change(sheet, pen, &id);
        });
    }

    fn set(self, name: &str, value: &str) {
        self.edit(|sheet, pen, id| {
            sheet.set_item_fact(pen, id, name, value);
        });
    }
}

fn address(open: Open, phase: Phase) -> String {
    [&Page::Score(open.id().as_str().to_owned()).href(open.speech.locale), "?at=", phase.code()].concat()
}

// ── /score ───────────────────────────────────────────────────────────────────

pub fn scores() -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().score;
    let office = app.route.with_untracked(|route| route.query("office").and_then(AuthorityId::parse));
    if let Some(office) = office {
        return live(move || app.book.with(|book| result::office_trend(book, office, speech)));
    }
    let mine = live(move || {
        app.book.with(|book| {
            let rows: Vec<El> = score::all(book).into_iter().map(|visit| visit_row(visit, speech)).collect();
            let offices = offices(book, speech);
            all((
                (!rows.is_empty()).then(|| rows_card("mine", m.mine, rows)),
                (!offices.is_empty()).then(|| rows_card("by-office", m.by_office, offices)),
            ))
        })
    });
    all((
        heading(m.title),
        lead(m.lead),
        expect(),
        mine,
        GuideId::parse(ISAF).map(|page| {
            el("section", "card card--rows").with(row(Page::Guide(page), Some("clipboard-check"), m.about_isaf, None))
        }),
        button("button button--wide", "signpost", m.will_go, move || app.start_score(None, None, "before")),
        el("div", "bar").with(main_button("circle-check", m.was_there, move || app.start_score(None, None, "after"))),
    ))
}

/// What she may ask for, and the nine standards.
fn expect() -> El {
    let speech = use_speech();
    let m = &speech.m().score;
    // The fee, the papers and the time.
    let shown = standards().get(1).map(|standard| {
        let ask = standard.ask;
        all((el("p", "claim__value").with(speech.text(ask)), show_button(move || Shown::of(ask, speech, None))))
    });
    all((
        card("may-ask", m.may_ask, (quiet(m.may_ask_hint), shown)),
        super::parts::fold(m.nine, sentences(standards().iter().map(|standard| standard.before))),
    ))
}

/// The offices with at least one rated visit.
fn offices(book: &Book, speech: Speech) -> Vec<El> {
    let m = &speech.m().score;
    let rated = |office: &AuthorityId| score::visits(book, office.name()).len();
    let rows = AuthorityId::all().map(|office| (office, rated(&office))).filter(|(_, visits)| *visits > 0);
    let row = |(office, visits): (AuthorityId, usize)| {
        let href = [&Page::Scores.href(speech.locale), "?office=", office.name()].concat();
        super::parts::row_to(
            href,
            Some("landmark"),
            speech.text(office.get().name),
            Some(m.trend_visits.with(&speech.number(visits)).into()),
        )
    };
    rows.map(row).collect()
}

fn visit_row(visit: &Sheet, speech: Speech) -> El {
    let below = service_of(visit).map_or_else(String::new, |service| speech.text(service.get().title).into_owned());
    let page = Page::Score(visit.id.as_str().to_owned());
    own_row(page, "clipboard-check", score_name(visit, speech), below, Some(speech.date(score::day(visit))))
}

/// The office of a visit.
pub fn score_name(visit: &Sheet, speech: Speech) -> String {
    match (AuthorityId::parse(visit.fact(fact::OFFICE)), visit.note(fact::OFFICE)) {
        (Some(office), _) => speech.text(office.get().name).into_owned(),
        (None, "") => speech.m().score.title.to_owned(),
        (None, own) => own.to_owned(),
    }
}

fn service_of(visit: &Sheet) -> Option<ServiceId> {
    ServiceId::parse(visit.fact(fact::SERVICE))
}

// ── /score/:id ───────────────────────────────────────────────────────────────

fn gone() -> El {
    let speech = use_speech();
    let m = &speech.m().score;
    gone_screen(m.gone, speech.m().gone_help, ("clipboard-check", m.title, Page::Scores))
}

pub fn score(id: &str) -> El {
    let app = use_app();
    let speech = use_speech();
    let Some(id) = SheetId::parse(id) else { return gone() };
    let open = Open::new(app, speech, id, What::Score);
    let (asked, who) = app.route.with_untracked(|route| {
        let asked = route.query("at").unwrap_or_default();
        (Phase::ALL.into_iter().find(|phase| phase.code() == asked), route.query("who").and_then(ItemId::parse))
    });
    let visit = Visit { open, who: StoredValue::new(who) };
    let rated = open.now(|sheet| ratings(sheet).into_iter().any(is_rated)).unwrap_or_default();
    let phase = asked.unwrap_or(if rated { Phase::Result } else { Phase::Before });
    let here = memo(move || open.plan.with(Option::is_some));
    live(move || match (here.get(), phase) {
        (false, _) => gone(),
        (_, Phase::Before) => before::before(visit),
        (_, Phase::There) => before::there(visit),
        (_, Phase::After) => after::after(visit),
        (_, Phase::Result) => result::result(visit),
    })
}

/// The office as title, and the four parts of a visit.
fn head(visit: Visit, here: Phase) -> El {
    let (open, m) = (visit.open, visit.m());
    let name = live(move || open.with(|sheet| all(score_name(sheet, open.speech))));
    let links = Phase::ALL.into_iter().zip(m.phases).map(|(phase, words)| {
        el("a", "chip").attr("href", address(open, phase)).attr_if("aria-current", (phase == here).then_some("step")).with(words)
    });
    all((
        el("h1", "title").attr("id", "title").attr("tabindex", "-1").attr("dir", "auto").with(name),
        el("nav", "chips").attr("aria-label", m.phases_name).with(links.collect::<Vec<_>>()),
    ))
}

/// One of several, by tap; the same once more takes it back.
fn pick(visit: Visit, label: &'static str, name: &'static str, codes: &'static [&'static str], words: &[&'static str]) -> El {
    let chip = |(code, words): (&'static str, &&'static str)| {
        let tap = move || {
            let same = visit.fact(name) == code;
            visit.set(name, if same { "" } else { code });
        };
        el("button", "chip")
            .attr("type", "button")
            .live_attr("aria-pressed", move || Some((visit.fact(name) == code).to_string().into()))
            .tap(tap)
            .with(*words)
    };
    let chips: Vec<El> = codes.iter().copied().zip(words).map(chip).collect();
    all((el("p", "field__label").with(label), el("div", "chips").attr("role", "group").attr("aria-label", label).with(chips)))
}

/// A face in words, with its picture.
fn face(at: u8, m: &'static Score) -> (El, &'static str) {
    let at = usize::from(at).saturating_sub(1);
    (icon(FACES.get(at).copied().unwrap_or_default()), m.faces.get(at).copied().unwrap_or_default())
}

/// One standard in a picture: what it is, how many of five, the face in words, and what else there is to say.
struct Bar {
    standard: &'static Standard,
    face: Option<u8>,
    words: String,
    below: Option<String>,
}

/// The standards as a picture that is a table for those who listen: squares to count, a face and its words.
fn bars(rows: Vec<Bar>, speech: Speech) -> El {
    let m = &speech.m().score;
    let rows = rows.into_iter().map(|bar| {
        let squares = (1..=score::FACES as u8).map(|at| {
            el("span", if bar.face.is_some_and(|face| at <= face) { "bars__square bars__square--on" } else { "bars__square" })
        });
        let picture = bar.face.map(|at| face(at, m).0);
        el("div", "bars__row").attr("role", "row").with((
            el("div", "").attr("role", "rowheader").with(speech.text(bar.standard.after)),
            el("div", "bars__said").attr("role", "cell").with((
                el("span", "bars__squares").attr("aria-hidden", "true").with(squares.collect::<Vec<_>>()),
                el("span", "bars__face").with((picture, el("span", "").with(bar.words))),
                bar.below.map(|words| el("span", "quiet").with(words)),
            )),
        ))
    });
    el("div", "bars").attr("role", "table").attr("aria-label", m.picture).with(rows.collect::<Vec<_>>())
}

/// "Rate this service", on the page of a service and in a plan.
pub fn rate_button(service: ServiceId) -> El {
    let app = use_app();
    let words: &'static str = use_speech().m().score.rate_this;
    button("button button--wide", "clipboard-check", words, move || app.start_score(Some(service), None, "after"))
}

/// What is known about a visit at a glance.
fn facts_line(visit: Visit) -> El {
    let open = visit.open;
    live(move || {
        open.with(|sheet| {
            let service = service_of(sheet).map(|service| open.speech.text(service.get().title));
            let parts: Vec<Words> = [Some(open.speech.date(score::day(sheet)).into()), service].into_iter().flatten().collect();
            pair("calendar-days", parts.join(" · "))
        })
    })
}
