//! A plan on one sheet of paper, in one language or in both side by side; and the same to send or to read aloud.

use super::el::{all, el, live, El, Words};
use super::paper::{cut, lines, message, page_of, script, seconds};
use super::parts::{bare, drawing, fold, heading, main_button, quiet};
use super::plan::gone;
use super::qr;
use super::restore::plan_to_phone;
use super::send::sender;
use super::state::{use_app, use_speech, App};
use crate::i18n::Speech;
use crate::page::{Locale, Page};
use crate::plan::{Book, Sheet, SheetId, What};
use crate::platform::{Code, Line, Mark, Picture};
use std::sync::Arc;

/// The languages on the paper.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Languages {
    One(Locale),
    Both,
}

impl Languages {
    const ALL: [Languages; 3] = [Languages::One(Locale::Km), Languages::One(Locale::En), Languages::Both];

    /// As it stands in the query.
    fn code(self) -> &'static str {
        match self {
            Languages::One(locale) => locale.code(),
            Languages::Both => "both",
        }
    }

    /// As the address asks for, else the language of the screen.
    pub fn asked(code: Option<&str>, screen: Locale) -> Self {
        let asked = Languages::ALL.into_iter().find(|languages| Some(languages.code()) == code);
        asked.unwrap_or(Languages::One(screen))
    }

    /// The way to choose them.
    pub fn choices(self, address: &str, speech: Speech) -> El {
        let w = &speech.m().paper;
        let choices = Languages::ALL.into_iter().zip(w.languages).map(|(languages, words)| {
            let link = el("a", "chip").attr("href", [address, "?l=", languages.code()].concat());
            link.attr_if("aria-current", (languages == self).then_some("true")).with(words)
        });
        el("nav", "actions").attr("aria-label", w.language).with(choices.collect::<Vec<_>>())
    }

    /// The locales, the first one leading.
    pub fn locales(self) -> &'static [Locale] {
        match self {
            Languages::One(Locale::Km) => &[Locale::Km],
            Languages::One(Locale::En) => &[Locale::En],
            Languages::Both => &Locale::ALL,
        }
    }
}

/// What the screen is about.
#[derive(Clone)]
struct Shown {
    app: App,
    speech: Speech,
    id: SheetId,
    languages: Languages,
    origin: String,
}

impl Shown {
    fn plan<R>(&self, book: &Book, read: impl FnOnce(&Sheet) -> R) -> Option<R> {
        book.sheets.get(&self.id).filter(|sheet| sheet.what == What::Plan && !sheet.removed.value).map(read)
    }

    /// The sheet in each of its languages, and the code on it.
    fn sheet(&self, book: &Book) -> Option<(Vec<Vec<Line>>, Code)> {
        let today = self.app.today.get_untracked();
        self.plan(book, |plan| {
            let mut url = String::new();
            let sheets = self.languages.locales().iter().rev().map(|locale| {
                if !self.origin.is_empty() {
                    url = [&self.origin, &*page_of(plan).href(*locale)].concat();
                }
                lines(book, plan, Speech { locale: *locale, ..self.speech }, today, bare(&url))
            });
            let mut sheets: Vec<Vec<Line>> = sheets.collect();
            sheets.reverse();
            (sheets, if url.is_empty() { Code::default() } else { qr::code(&url) })
        })
    }

    fn now(&self) -> (Vec<Vec<Line>>, Code) {
        self.app.book.with_untracked(|book| self.sheet(book)).unwrap_or_default()
    }

    fn spoken(&self) -> String {
        let speech = self.speech;
        let said = self.app.book.with_untracked(|book| self.plan(book, |plan| script(plan, speech)));
        said.unwrap_or_default().join("\n")
    }
}

pub fn print(name: &str) -> El {
    let app = use_app();
    let speech = use_speech();
    let Some(id) = SheetId::parse(name) else { return gone(speech) };
    let languages = app.route.with_untracked(|route| Languages::asked(route.query("l"), speech.locale));
    let shown = Shown { app, speech, id, languages, origin: app.outside().origin() };
    live(move || match app.book.with(|book| shown.sheet(book)) {
        Some((sheets, code)) => screen(&shown, &sheets, code),
        None => gone(speech),
    })
}

fn screen(shown: &Shown, sheets: &[Vec<Line>], code: Code) -> El {
    let (app, m) = (shown.app, shown.speech.m());
    let w = &m.paper;
    let address = Page::Print(shown.id.as_str().to_owned()).href(shown.speech.locale);
    let (text, picture, spoken) = (shown.clone(), shown.clone(), shown.clone());
    let text = Arc::new(move || text.now().0.iter().map(|lines| message(lines)).collect::<Vec<_>>().join("\n"));
    let picture = Arc::new(move || {
        let (sheets, code) = picture.now();
        Picture { name: "phlov.png".to_owned(), lines: sheets.concat(), code }
    });
    let here = shown.id.clone();
    let said = shown.spoken();
    let time = quiet(w.aloud_hint.with(&shown.speech.number(seconds(&said, shown.speech.locale))));
    let said: Vec<El> = said.lines().map(|words| el("p", "aloud").attr("dir", "auto").with(words.to_owned())).collect();
    let controls = el("div", "unprinted").with((
        heading(w.title),
        shown.languages.choices(&address, shown.speech),
        sender(text, Some(picture)),
        fold(w.aloud, (time, said, sender(Arc::new(move || spoken.spoken()), None))),
        plan_to_phone(here),
        el("h2", "card__title").with(w.sheet),
    ));
    let bar = el("div", "bar").with(main_button("printer", w.print, move || app.outside().print()));
    all((controls, sheet(shown, sheets, code), bar))
}

/// How closely the paper is set, so that all of it stays on one page.
fn paper(rows: usize) -> El {
    let class = match rows {
        0..=60 => "paper",
        61..=90 => "paper paper--close",
        _ => "paper paper--closest",
    };
    el("article", class)
}

/// Longer texts of hers would push others off the page; they are whole in the app.
const LONGEST: usize = 260;
/// So many signs stand in one row of one of the two columns.
const SIGNS: usize = 46;

fn sheet(shown: &Shown, sheets: &[Vec<Line>], code: Code) -> El {
    let both = shown.languages == Languages::Both;
    let mut rows = 0;
    let (mut head, mut body, mut foot) = (Vec::new(), Vec::new(), Vec::new());
    let first = sheets.first().map(Vec::as_slice).unwrap_or_default();
    for (at, line) in first.iter().enumerate() {
        let beside = sheets.get(1).and_then(|other| other.get(at)).filter(|other| other.text != line.text);
        let longest = line.text.chars().count().max(beside.map_or(0, |other| other.text.chars().count()));
        rows += (longest.min(LONGEST).div_ceil(SIGNS) + usize::from(line.mark == Mark::Head)) * if both { 2 } else { 1 };
        let words = match beside {
            Some(other) => {
                let pair = [(line, Locale::Km), (other, Locale::En)];
                el("div", "paper__pair").with(pair.map(|(line, locale)| words_of(line).attr("lang", locale.code())))
            }
            None => words_of(line),
        };
        match line.mark {
            Mark::Foot => foot.push(words),
            _ if body.is_empty() && line.mark != Mark::Head => head.push(words),
            _ => body.push(words),
        }
    }
    let name = shown.speech.m().paper.code;
    let code = (code.size > 0)
        .then(|| el("div", "paper__code").attr("role", "img").attr("aria-label", name).with(drawing(code.size, code.path)));
    let columns = el("div", if both { "" } else { "paper__columns" });
    let lang = if both { Locale::Km } else { *shown.languages.locales().first().unwrap_or(&Locale::Km) };
    paper(rows).attr("lang", lang.code()).with((
        el("div", "paper__head").with((el("div", "").with(head), code)),
        columns.with(body),
        el("div", "paper__notes").attr("aria-hidden", "true"),
        el("div", "paper__foot").with(foot),
    ))
}

/// One line on paper.
pub fn words_of(line: &Line) -> El {
    let text: Words = cut(&line.text, LONGEST).into();
    let el = match line.mark {
        Mark::Title => el("h2", "paper__title"),
        Mark::Head => el("h3", "paper__part"),
        Mark::Text => el("p", "paper__text"),
        Mark::Quiet | Mark::Foot => el("p", "paper__quiet"),
        Mark::Open => el("p", "paper__check"),
        Mark::Done => el("p", "paper__check paper__check--done"),
        Mark::Ask => el("p", "paper__ask"),
        Mark::Rule => return el("div", "paper__rule").attr("aria-hidden", "true"),
    };
    el.attr("dir", "auto").with(text)
}
