//! The commands that change what she made, and those that hand it on: every change is saved at once.

use super::{App, Undo};

use crate::plan::{Pen, Prefs, Sheet, SheetId, Stamp};
use crate::platform::TextFile;
use crate::saved::transfer::Arrival;
use crate::saved::SaveState;

const SOON_MS: u32 = 100;

impl App {
    // ── editing ──────────────────────────────────────────────────────────────

    /// Takes a new sheet into the book and saves it.
    pub(in crate::ui) fn add_sheet(self, mut sheet: Sheet) {
        self.mark_for(&mut sheet);
        let id = sheet.id.clone();
        let first = self.book.with_untracked(|book| book.sheets.is_empty());
        self.book.update(|book| {
            book.sheets.insert(id.clone(), sheet);
        });
        self.keep(&id);
        if first {
            self.outside().ask_to_persist(Box::new(|_| ()));
        }
    }

    /// Changes one sheet and saves it. `None` when there is no such sheet, or a newer app wrote it.
    pub fn edit<R>(self, id: &SheetId, change: impl FnOnce(&mut Sheet, &Pen) -> R) -> Option<R> {
        let (mut change, mut result) = (Some(change), None);
        self.edit_by(id, &mut |sheet, pen| result = change.take().map(|change| change(sheet, pen)));
        result
    }

    /// One copy of the machinery, whatever the change.
    #[inline(never)]
    fn edit_by(self, id: &SheetId, change: &mut dyn FnMut(&mut Sheet, &Pen)) {
        if self.store().is_locked(id) {
            return;
        }
        self.touch();
        let pen = self.pen();
        self.book.update(|book| {
            if let Some(sheet) = book.sheets.get_mut(id) {
                change(sheet, &pen);
            }
        });
        self.keep(id);
    }

    /// As [`App::edit`], with a toast that offers undo.
    pub fn edit_undoable(self, id: &SheetId, words: &str, change: impl FnOnce(&mut Sheet, &Pen) -> bool) {
        let before = self.plan(id);
        if self.edit(id, change) == Some(true) {
            self.offer_undo(id, words, before);
        }
    }

    /// Takes in new sheets and changes several, as one: one undo takes all of it back.
    pub fn edit_many(self, new: Vec<Sheet>, ids: &[SheetId], words: &str, change: &mut dyn FnMut(&mut Sheet, &Pen)) {
        let mut changed = Vec::new();
        for id in ids {
            let before = self.plan(id);
            self.edit_by(id, change);
            changed.extend(before.zip(self.plan(id)).filter(|(before, after)| before != after));
        }
        for sheet in new {
            let id = sheet.id.clone();
            self.add_sheet(sheet);
            changed.extend(self.plan(&id).map(|after| {
                let mut gone = after.clone();
                gone.removed.value = true;
                (gone, after)
            }));
        }
        self.say(words, Some(Undo { changed }));
    }

    #[inline(never)]
    fn offer_undo(self, id: &SheetId, words: &str, before: Option<Sheet>) {
        if let Some((before, after)) = before.zip(self.plan(id)) {
            self.say(words, Some(Undo { changed: vec![(before, after)] }));
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

    pub(in crate::ui) fn plan(self, id: &SheetId) -> Option<Sheet> {
        self.book.with_untracked(|book| book.sheets.get(id).cloned())
    }

    pub(in crate::ui) fn pen(self) -> Pen {
        self.book.with_untracked(|book| book.pen(self.who, self.today.get_untracked()))
    }

    /// While the lock is closed there is no store for it; it is kept when the lock is opened.
    pub(super) fn keep(self, id: &SheetId) {
        if self.lock.get_untracked().is_closed() {
            return;
        }
        self.book.with_untracked(|book| {
            if let Some(plan) = book.sheets.get(id) {
                let state = self.store().save_plan(plan);
                self.save.set(state);
            }
        });
        self.hear_store();
    }

    /// Takes in what a backup brings; all of it can be taken back with one tap.
    pub fn take_in(self, arrival: Arrival, words: &str) {
        let mut changed = Vec::new();
        for sheet in arrival.new.into_iter().chain(arrival.changed) {
            let id = sheet.id.clone();
            let before = self.plan(&id);
            self.book.update(|book| {
                book.fold(&sheet);
            });
            self.keep(&id);
            if let Some(after) = self.plan(&id) {
                // What was not here before goes to the bin again.
                let before = before.unwrap_or_else(|| {
                    let mut gone = after.clone();
                    gone.removed.value = true;
                    gone
                });
                changed.push((before, after));
            }
        }
        self.say(words, Some(Undo { changed }));
    }

    // ── data ─────────────────────────────────────────────────────────────────

    /// Everything that is stored, raw, and what else stands on the screen.
    pub(in crate::ui) fn export(self) -> String {
        self.book.with_untracked(|book| self.store().export(book))
    }

    /// Everything that is stored, raw, as one text file.
    pub fn save_copy(self) {
        let name = ["phlov-", &self.today.get_untracked().to_string(), ".txt"].concat();
        let text = self.export();
        self.note_copy();
        self.copy.set(Some(text.clone()));
        self.outside().save_file(TextFile { name, mime: "text/plain;charset=utf-8", text });
        self.say(self.speech_now().m().data_copied, None);
    }

    /// Takes the new version, once nothing is on its way to the disk any more.
    pub fn take_update(self) {
        if self.save.get_untracked() == SaveState::Saving {
            return self.outside().later(SOON_MS, Box::new(move || self.take_update()));
        }
        self.update.update(|update| update.iter_mut().for_each(|update| update.coming = update.still > 0));
        self.outside().take_update();
    }
}
