//! The few signals, and the commands that change them. Views read signals and call commands; every
//! command changes the book, saves what it changed, and offers undo where something could be missed.

use crate::dates::Date;
use crate::i18n::Speech;
use crate::kb::{AimId, ServiceId, StoryId};
use crate::page::{Locale, Page, Route};
use crate::plan::{Book, Digits, Field, List, Pen, PlanSeed, Prefs, Replica, Sheet, SheetId, Stamp};
use crate::platform::{Look, News, Outside, TextFile};
use crate::saved::{self, Notice, Opened, SaveState, Store};
use leptos::prelude::*;
use std::rc::Rc;

/// The app's state. `Copy`, so that views hand it on without thought.
#[derive(Clone, Copy)]
pub struct App {
    pub book: RwSignal<Book>,
    pub route: RwSignal<Route>,
    pub save: RwSignal<SaveState>,
    pub notices: RwSignal<Vec<Notice>>,
    pub toast: RwSignal<Option<Toast>>,
    pub online: RwSignal<bool>,
    /// The last copy of her data as text, to take by hand where the browser saves no file.
    pub copy: RwSignal<Option<String>>,
    /// A newer version of the app waits.
    pub update: RwSignal<bool>,
    pub today: RwSignal<Date>,
    /// As in the preferences; a signal of its own because every screen is built anew when it changes.
    digits: RwSignal<Digits>,
    who: Replica,
    store: StoredValue<Store, LocalStorage>,
    outside: StoredValue<Rc<dyn Outside>, LocalStorage>,
}

/// A short message at the bottom, with undo where there is something to undo.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    pub text: String,
    pub undo: Option<Undo>,
    number: u64,
}

/// One command, to be taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct Undo {
    before: Box<Sheet>,
    after: Box<Sheet>,
}

/// How long a toast stays.
const TOAST_MS: u32 = 10_000;
const SOON_MS: u32 = 100;
/// Questions put into a new plan; the rest are suggestions, so that an agenda stays short.
const FIRST_QUESTIONS: usize = 3;

#[inline(never)]
pub fn use_app() -> App {
    expect_context::<App>()
}

#[inline(never)]
pub fn use_speech() -> Speech {
    expect_context::<Speech>()
}

impl App {
    pub fn new(outside: Rc<dyn Outside>, opened: Opened) -> Self {
        let Opened { store, book, notices } = opened;
        let saved_locale = book.prefs.locale.value.as_deref().and_then(Locale::parse).unwrap_or_default();
        let route = Route::parse(&outside.address(), saved_locale);
        Self {
            route: RwSignal::new(route),
            save: RwSignal::new(store.state()),
            notices: RwSignal::new(notices),
            toast: RwSignal::new(None),
            online: RwSignal::new(outside.is_online()),
            copy: RwSignal::new(None),
            update: RwSignal::new(false),
            today: RwSignal::new(outside.today()),
            digits: RwSignal::new(book.prefs.digits.value),
            who: Replica(outside.random() as u32),
            book: RwSignal::new(book),
            store: StoredValue::new_local(store),
            outside: StoredValue::new_local(outside),
        }
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

    /// Starts to listen to the outside world and shows the first screen.
    pub fn start(self) {
        let store = self.store();
        store.on_news(move || self.hear_store());
        self.outside().listen(Rc::new(move |news| self.hear(news)));
        self.hear_store();
        let here = self.route.get_untracked().href();
        if self.outside().address() != here {
            self.outside().replace(&here);
        }
        self.look();
        self.outside().ready();
    }

    fn hear(self, news: News) {
        match news {
            News::Link(address) => self.go_to(&address),
            News::Address { address, y } => {
                // The language is hers, not that of an older entry.
                let locale = self.route.with_untracked(|route| route.locale);
                let route = Route { locale, ..Route::parse(&address, locale) };
                if route.href() != address {
                    self.outside().replace(&route.href());
                }
                self.show(route);
                let outside = self.outside();
                self.outside().after_render(Box::new(move || outside.scroll_to(y)));
            }
            News::Told { key, text } => {
                self.book.with_untracked(|book| self.store().refresh(book, &key, &text));
                self.hear_store();
            }
            News::Online(online) => self.online.set(online),
            News::Shown | News::Hidden => {
                let today = self.outside().today();
                if self.today.get_untracked() != today {
                    self.today.set(today);
                }
                if matches!(self.save.get_untracked(), SaveState::Unsaved(_) | SaveState::KeptNotSafe(_)) {
                    self.store().retry();
                    self.hear_store();
                }
            }
            News::UpdateReady => self.update.set(true),
            News::OfflineReady => {
                let text = self.speech_now().m().offline_ready;
                self.say(text, None);
            }
        }
    }

    /// What the store has to tell: other tabs' edits, how safe ours are.
    fn hear_store(self) {
        for news in self.store().take_news() {
            match news {
                saved::News::Sheet(plan) => self.book.update(|book| {
                    book.fold(&plan);
                }),
                saved::News::Prefs(prefs) => {
                    self.book.update(|book| {
                        book.fold_prefs(&prefs);
                    });
                    self.look();
                }
                saved::News::Tell { key, text } => self.outside().tell_tabs(&key, &text),
                saved::News::State(state) => self.save.set(state),
                saved::News::Notice(notice) => self.notices.update(|notices| {
                    if !notices.contains(&notice) {
                        notices.push(notice);
                    }
                }),
            }
        }
    }

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
        self.outside().push(&route.href());
        self.show(route);
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
        let page = self.route.with_untracked(|route| route.page.parent()).unwrap_or(Page::Home);
        let locale = self.route.with_untracked(|route| route.locale);
        self.outside().replace(&page.href(locale));
        self.show(Route { locale, page, search: String::new() });
        self.outside().scroll_to(0.0);
    }

    fn show(self, route: Route) {
        if self.route.with_untracked(|before| *before != route) {
            self.route.set(route);
            self.look();
            self.focus("title");
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
        let app = speech.m().app;
        let title = if name == app { name } else { [&name, " · ", app].concat() };
        let (theme, text) = self.book.with_untracked(|book| (theme_name(&book.prefs), book.prefs.text.value.percent()));
        self.outside().look(&Look { lang: speech.locale.code(), title, theme, text });
    }

    fn speech_now(self) -> Speech {
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

    pub fn undo(self) {
        let Some(undo) = self.toast.get_untracked().and_then(|toast| toast.undo) else { return };
        self.toast.set(None);
        self.edit(&undo.before.id, |plan, pen| plan.undo(pen, &undo.before, &undo.after));
    }

    // ── editing ──────────────────────────────────────────────────────────────

    /// A plan from a service (or, without one, "find out which office"); gives its id.
    pub fn make_plan(self, service: Option<ServiceId>, aim: Option<AimId>) -> SheetId {
        self.make_plan_asking(service, aim, None)
    }

    /// `asks`: the questions of the service that go into it; without, the first ones.
    fn make_plan_asking(self, service: Option<ServiceId>, aim: Option<AimId>, asks: Option<&[u8]>) -> SheetId {
        let id = SheetId::from_random(self.outside().random());
        let numbers = service.map(|service| {
            let service = service.get();
            (
                service.steps.iter().map(|step| step.n).collect::<Vec<_>>(),
                service.documents.iter().map(|document| document.n).collect::<Vec<_>>(),
                asks.map_or_else(
                    || service.questions.iter().map(|question| question.n).take(FIRST_QUESTIONS).collect(),
                    <[u8]>::to_vec,
                ),
            )
        });
        let (steps, documents, questions) = numbers.unwrap_or_default();
        let pen = self.pen();
        let seed = PlanSeed { steps: &steps, documents: &documents, questions: &questions };
        let mut plan = Sheet::new(id.clone(), service.map(ServiceId::name), aim.map(AimId::name), &pen, &seed);
        if service.is_none() {
            let m = self.speech_now().m();
            for list in [List::Question, List::Step] {
                for n in super::plans::general_numbers(list, m) {
                    plan.add_from(&pen, list, n);
                }
            }
        }
        let first = self.book.with_untracked(|book| book.sheets.is_empty());
        self.book.update(|book| {
            book.sheets.insert(id.clone(), plan);
        });
        self.keep(&id);
        if first {
            self.outside().ask_to_persist(Box::new(|_| ()));
        }
        id
    }

    /// Makes the plan and opens it.
    pub fn start_plan(self, service: Option<ServiceId>, aim: Option<AimId>) {
        let id = self.make_plan(service, aim);
        self.go(Page::Plan(id.as_str().to_owned()));
    }

    /// Makes the plan of a story her own: its need, its questions, its time limit counted from today.
    pub fn start_story(self, story: StoryId) {
        let story = story.get();
        let need = self.speech_now().text(story.need);
        let deadline = (story.days > 0).then(|| self.today.get_untracked().plus_days(i32::from(story.days)));
        let id = self.make_plan_asking(Some(story.service), None, Some(story.questions.all()));
        self.edit(&id, |plan, pen| {
            plan.write(pen, &Field::Need, &need);
            plan.set_deadline(pen, deadline)
        });
        self.go(Page::Plan(id.as_str().to_owned()));
    }

    /// Changes one plan and saves it. `None` when there is no such plan, or a newer app wrote it.
    pub fn edit<R>(self, id: &SheetId, change: impl FnOnce(&mut Sheet, &Pen) -> R) -> Option<R> {
        if self.store().is_locked(id) {
            return None;
        }
        let pen = self.pen();
        let mut result = None;
        self.book.update(|book| {
            if let Some(plan) = book.sheets.get_mut(id) {
                result = Some(change(plan, &pen));
            }
        });
        self.keep(id);
        result
    }

    /// As [`App::edit`], with a toast that offers undo.
    pub fn edit_undoable(self, id: &SheetId, words: &str, change: impl FnOnce(&mut Sheet, &Pen) -> bool) {
        let Some(before) = self.plan(id) else { return };
        if self.edit(id, change) == Some(true) {
            if let Some(after) = self.plan(id) {
                self.say(words, Some(Undo { before: Box::new(before), after: Box::new(after) }));
            }
        }
    }

    pub fn set_prefs(self, change: impl FnOnce(&mut Prefs, Stamp)) {
        let pen = self.pen();
        self.book.update(|book| book.prefs.edit(&pen, change));
        if !self.store().is_prefs_locked() {
            self.book.with_untracked(|book| self.store().save_prefs(&book.prefs));
            self.hear_store();
        }
        self.look();
    }

    fn plan(self, id: &SheetId) -> Option<Sheet> {
        self.book.with_untracked(|book| book.sheets.get(id).cloned())
    }

    fn pen(self) -> Pen {
        self.book.with_untracked(|book| book.pen(self.who, self.today.get_untracked()))
    }

    fn keep(self, id: &SheetId) {
        self.book.with_untracked(|book| {
            if let Some(plan) = book.sheets.get(id) {
                let state = self.store().save_plan(plan);
                self.save.set(state);
            }
        });
        self.hear_store();
    }

    // ── data ─────────────────────────────────────────────────────────────────

    /// Everything that is stored, raw, as one text file.
    pub fn save_copy(self) {
        let name = ["phlov-", &self.today.get_untracked().to_string(), ".txt"].concat();
        let text = self.store().export_raw();
        self.copy.set(Some(text.clone()));
        self.outside().save_file(TextFile { name, mime: "text/plain;charset=utf-8", text });
        self.say(self.speech_now().m().data_copied, None);
    }

    /// Takes the new version, once nothing is on its way to the disk any more.
    pub fn take_update(self) {
        if self.save.get_untracked() == SaveState::Saving {
            return self.outside().later(SOON_MS, Box::new(move || self.take_update()));
        }
        self.outside().take_update();
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
