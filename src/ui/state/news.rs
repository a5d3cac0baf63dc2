//! What the app hears: from the outside world, from the store, from other tabs. What she does is in the other files.

use super::{App, Update, WARM_MS};
use crate::kb::packed;
use crate::page::{Locale, Route};
use crate::platform::News;
use crate::saved::lock::{LockFile, LOCK_KEY};
use crate::saved::{self, SaveState, LEARNT_KEY};
use std::rc::Rc;

impl App {
    /// Starts to listen to the outside world and shows the first screen.
    pub fn start(self) {
        let store = self.store();
        store.on_news(move || self.hear_store());
        self.outside().listen(Rc::new(move |news| self.hear(news)));
        self.hear_store();
        if self.route.with_untracked(|route| route.page.is_read()) {
            self.ask_voices();
        }
        let here = self.route.get_untracked().href();
        if self.outside().address() != here {
            self.outside().replace(&here);
        }
        self.act_as_before();
        self.look();
        self.outside().later(WARM_MS, Box::new(move || self.warm()));
    }

    /// Unpacks the texts of her language once the first screen stands, so that the first tap does not wait for it.
    pub(super) fn warm(self) {
        self.keep_snapshot();
        self.ask_voices();
        packed::warm(match self.speech_now().locale {
            Locale::Km => packed::Lot::Khmer,
            Locale::En => packed::Lot::English,
        });
        self.count_changed();
    }

    /// Looks for facts that changed since she relied on them.
    pub fn count_changed(self) {
        let speech = self.speech_now();
        self.changed.set(self.book.with_untracked(|book| crate::ui::changed::count(book, speech)));
    }

    pub(super) fn hear(self, news: News) {
        match news {
            News::Link(address) => self.go_to(&address),
            News::Term(address) => self.show_word(&address),
            News::Address { address, y } => {
                self.hide_over();
                // The language is hers, not that of an older entry.
                let locale = self.route.with_untracked(|route| route.locale);
                let route = Route { locale, ..Route::parse(&address, locale) };
                if route.href() != address {
                    self.outside().replace(&route.href());
                }
                self.show(route, y);
                let outside = self.outside();
                self.outside().after_render(Box::new(move || outside.scroll_to(y)));
            }
            News::Told { key, text } if key == LOCK_KEY => {
                if let Some(file) = LockFile::parse(&text) {
                    self.hear_lock(file);
                }
            }
            News::Told { .. } if self.lock.get_untracked().is_closed() => {}
            News::Told { key, .. } if key == LEARNT_KEY => self.hear_learnt(),
            News::Told { key, text } => {
                // What the browser itself tells is as it lies there; what the other tab says is plain.
                let text = self.vault.get_value().and_then(|vault| vault.open(&key, &text)).unwrap_or(text);
                self.book.with_untracked(|book| self.store().refresh(book, &key, &text));
                self.hear_store();
            }
            News::Online(online) => self.online.set(online),
            News::Left => {
                self.fall_silent();
                self.lock_now();
            }
            News::Shown | News::Hidden => {
                self.pause_reading(true);
                self.rest();
                let today = self.outside().today();
                if self.today.get_untracked() != today {
                    self.today.set(today);
                }
                if matches!(self.save.get_untracked(), SaveState::Unsaved(_) | SaveState::KeptNotSafe(_)) {
                    self.store().retry();
                    self.hear_store();
                }
            }
            News::UpdateReady { all, still } => self.update.set(Some(Update { all, still, coming: false })),
            News::UpdateFailed => {
                self.update.update(|update| update.iter_mut().for_each(|update| update.coming = false));
                self.say(self.speech_now().m().update_failed, None);
            }
            News::OfflineReady(bytes) => {
                let speech = self.speech_now();
                self.say_quietly(speech.m().offline_ready.with(&speech.kilobytes(bytes)));
            }
        }
    }

    /// What the store has to tell: other tabs' edits, how safe ours are.
    pub(super) fn hear_store(self) {
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
}
