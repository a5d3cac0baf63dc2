//! The few signals, and the commands that change them. Views read signals and call commands; every
//! command changes the book, saves what it changed, and offers undo where something could be missed.

pub mod acting;
pub mod copies;
mod edits;
pub mod learnt;
pub mod listen;
pub mod lock;
mod make;
mod news;
pub mod over;
mod recent;

use super::form::Filling;
use super::long::parts_at;
use super::signal::*;
use crate::dates::Date;
use crate::i18n::Speech;
use crate::page::{Locale, Page, Route};
use crate::plan::helper::helped::Filter;
use crate::plan::{Book, Digits, Prefs, Replica, Sheet};
use crate::platform::{Look, Outside};
use crate::saved::lock::vault::Vault;
use crate::saved::lock::LockFile;
use crate::saved::{Notice, Opened, SaveState, Store};
use acting::Part;
use listen::Listen;
use lock::Lock;
use over::Over;
use std::ops::Deref;
use std::rc::Rc;

/// The app: one pointer, so that views hand it on without thought, also into each of their many closures.
#[derive(Clone, Copy)]
pub struct App(&'static State);

/// A newer version of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Update {
    /// What is new in it, in bytes; 0: not known.
    pub all: u32,
    /// What of that is yet to be fetched.
    pub still: u32,
    /// She said yes, and it is being fetched.
    pub coming: bool,
}

/// The app's state; lives as long as the page.
pub struct State {
    pub book: RwSignal<Book>,
    pub route: RwSignal<Route>,
    pub save: RwSignal<SaveState>,
    pub notices: RwSignal<Vec<Notice>>,
    pub toast: RwSignal<Option<Toast>>,
    pub online: RwSignal<bool>,
    /// The last copy of her data as text, to take by hand where the browser saves no file.
    pub copy: RwSignal<Option<String>>,
    /// A newer version of the app waits.
    pub update: RwSignal<Option<Update>>,
    pub today: RwSignal<Date>,
    /// How many parts of its long lists the page shows (`ui::long`).
    pub rows: [RwSignal<usize>; 2],
    /// What stands in the search box.
    pub typed: RwSignal<String>,
    /// What the list of the people she helps is narrowed to.
    pub sought: RwSignal<Filter>,
    /// As in the preferences; a signal of its own because every screen is built anew when it changes.
    digits: RwSignal<Digits>,
    /// The part of the app that only helpers need.
    pub part: RwSignal<Part>,
    /// The questions of a helper that are being answered.
    pub filling: RwSignal<Filling>,
    /// What lies over the screen.
    pub over: RwSignal<Option<Over>>,
    pub lock: RwSignal<Lock>,
    /// The key of the lock, while it is open.
    vault: StoredValue<Option<Rc<Vault>>>,
    file: StoredValue<Option<LockFile>>,
    /// Grows when a copy is noted.
    copies: RwSignal<usize>,
    /// Facts that changed since she relied on them, as counted when nothing else happened.
    pub changed: RwSignal<usize>,
    /// Grows when she has read or answered something.
    learnt: RwSignal<usize>,
    listen: StoredValue<Rc<Listen>>,
    /// When something was last tapped or written.
    touched: StoredValue<f64>,
    who: Replica,
    store: StoredValue<Store>,
    outside: StoredValue<Rc<dyn Outside>>,
}

/// A short message at the bottom, with undo where there is something to undo.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    pub text: String,
    pub undo: Option<Undo>,
    number: u64,
}

/// One command, to be taken back: what it changed, before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Undo {
    changed: Vec<(Sheet, Sheet)>,
}

/// How long a toast stays.
const TOAST_MS: u32 = 10_000;
/// When the first screen has been painted and nothing happens any more.
const WARM_MS: u32 = 700;

impl Deref for App {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

#[inline(never)]
pub fn use_app() -> App {
    expect_context::<App>()
}

#[inline(never)]
pub fn use_speech() -> Speech {
    expect_context::<Speech>()
}

impl App {
    pub fn new(outside: Rc<dyn Outside>, opened: Opened, file: Option<LockFile>) -> Self {
        let Opened { store, book, notices } = opened;
        let saved_locale = book.prefs.locale.value.as_deref().and_then(Locale::parse).unwrap_or_default();
        let route = Route::parse(&outside.address(), saved_locale);
        Self(Box::leak(Box::new(State {
            route: RwSignal::new(route),
            save: RwSignal::new(store.state()),
            notices: RwSignal::new(notices),
            toast: RwSignal::new(None),
            online: RwSignal::new(outside.is_online()),
            copy: RwSignal::new(None),
            update: RwSignal::new(None),
            today: RwSignal::new(outside.today()),
            rows: [RwSignal::new(1), RwSignal::new(1)],
            typed: RwSignal::new(String::new()),
            sought: RwSignal::new(Filter::default()),
            part: RwSignal::new(Part::default()),
            filling: RwSignal::new(Filling::default()),
            over: RwSignal::new(None),
            digits: RwSignal::new(book.prefs.digits.value),
            lock: RwSignal::new(lock::closed_by(file.as_ref())),
            vault: StoredValue::new(None),
            file: StoredValue::new(file),
            copies: RwSignal::new(0),
            changed: RwSignal::new(0),
            learnt: RwSignal::new(0),
            listen: Listen::new(&store),
            touched: StoredValue::new(0.0),
            who: Replica(outside.random() as u32),
            book: RwSignal::new(book),
            store: StoredValue::new(store),
            outside: StoredValue::new(outside),
        })))
    }

    pub fn outside(self) -> Rc<dyn Outside> {
        self.outside.get_value()
    }

    pub fn store(self) -> Store {
        self.store.get_value()
    }

    /// Language and digits as they are now; tracks.
    pub fn speech(self) -> Speech {
        Speech { locale: self.route.with(|route| route.locale), digits: self.digits.get() }
    }

    // ── going about ──────────────────────────────────────────────────────────

    pub fn go(self, page: Page) {
        let locale = self.route.with_untracked(|route| route.locale);
        self.go_to(&page.href(locale));
    }

    /// Follows a link inside the app: a new entry in the history, from the top, with the focus on the title.
    pub fn go_to(self, address: &str) {
        let before = self.route.get_untracked();
        let route = Route::parse(address, before.locale);
        if route == before {
            return self.outside().scroll_to(0.0);
        }
        self.touch();
        // The sheet with a word has a place of its own in the history; what it leads to takes that.
        match self.hide_over() {
            true => self.outside().replace(&route.href()),
            false => self.outside().push(&route.href()),
        }
        self.show(route, 0.0);
        self.outside().scroll_to(0.0);
    }

    /// The same place in the other language, without a new entry in the history.
    pub fn switch_language(self) {
        let route = self.route.get_untracked().in_other_language();
        self.outside().replace(&route.href());
        let code = route.locale.code().to_owned();
        self.route.set(route);
        self.set_prefs(|prefs, stamp| prefs.locale.set(Some(code), stamp));
        self.focus("language");
    }

    pub fn go_back(self) {
        if self.outside().back() {
            return;
        }
        self.go_instead(self.route.with_untracked(|route| route.page.parent()).unwrap_or(Page::Home));
    }

    /// Goes on without an entry of its own in the history: "back" leads to where she was before this screen.
    pub(in crate::ui) fn go_instead(self, page: Page) {
        let locale = self.route.with_untracked(|route| route.locale);
        self.outside().replace(&page.href(locale));
        self.show(Route { locale, page, search: String::new() }, 0.0);
        self.outside().scroll_to(0.0);
    }

    /// Shows another screen, which will be scrolled down to `y`.
    fn show(self, route: Route, y: f64) {
        if self.route.with_untracked(|before| *before != route) {
            for parts in self.rows {
                parts.set(parts_at(y));
            }
            if let Some(id) = route.page.sheet() {
                self.act_for_owner(id);
            }
            self.route.set(route);
            self.look();
            self.focus("title");
        }
    }

    /// Draws another part of a long list.
    pub fn more_rows(self, list: usize) {
        if let Some(parts) = self.rows.get(list) {
            parts.set(parts.get_untracked() + 1);
        }
    }

    /// Moves the focus once the present change stands in the page.
    pub fn focus(self, id: &'static str) {
        let outside = self.outside();
        self.outside().after_render(Box::new(move || outside.focus(id)));
    }

    /// Title, language and colours of the document.
    fn look(self) {
        let digits = self.book.with_untracked(|book| book.prefs.digits.value);
        if self.digits.get_untracked() != digits {
            self.digits.set(digits);
        }
        let speech = self.speech_now();
        let page = self.route.with_untracked(|route| route.page.clone());
        let name = super::title(&page, speech);
        let m = speech.m();
        // A plain name tells nothing in the list of open apps either.
        let title = match self.outside().is_disguised() {
            true => m.safety.plain_name.to_owned(),
            false if name == m.app => name,
            false => [&name, " · ", m.app].concat(),
        };
        let (theme, text) = self.book.with_untracked(|book| (theme_name(&book.prefs), book.prefs.text.value.percent()));
        self.outside().look(&Look { lang: speech.locale.code(), title, theme, text });
    }

    pub(in crate::ui) fn disguise(self, plain: bool) {
        self.outside().disguise(plain);
        self.look();
    }

    pub(in crate::ui) fn speech_now(self) -> Speech {
        untrack(|| self.speech())
    }

    // ── words at the bottom ──────────────────────────────────────────────────

    pub fn say(self, text: impl Into<String>, undo: Option<Undo>) {
        let number = self.outside().random();
        self.toast.set(Some(Toast { text: text.into(), undo, number }));
        self.outside().later(
            TOAST_MS,
            Box::new(move || {
                if self.toast.with_untracked(|toast| toast.as_ref().is_some_and(|toast| toast.number == number)) {
                    self.toast.set(None);
                }
            }),
        );
    }

    /// As [`App::say`], for what nobody asked for: it waits while there is something to undo.
    fn say_quietly(self, text: String) {
        match self.toast.with_untracked(|toast| toast.as_ref().is_some_and(|toast| toast.undo.is_some())) {
            true => self.outside().later(TOAST_MS, Box::new(move || self.say_quietly(text))),
            false => self.say(text, None),
        }
    }

    pub fn undo(self) {
        let Some(undo) = self.toast.get_untracked().and_then(|toast| toast.undo) else { return };
        self.toast.set(None);
        for (before, after) in &undo.changed {
            self.edit(&before.id, |sheet, pen| sheet.undo(pen, before, after));
        }
    }
}

fn theme_name(prefs: &Prefs) -> &'static str {
    use crate::plan::Theme;
    match prefs.theme.value {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
        Theme::Contrast => "contrast",
    }
}
