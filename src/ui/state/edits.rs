//! The commands that change what she made, and those that hand it on: every change is saved at once.

use super::{App, Undo};
use crate::kb::{AimId, ServiceId, StoryId};
use crate::page::Page;
use crate::plan::{Field, List, Pen, PlanSeed, Prefs, Sheet, SheetId, Stamp};
use crate::platform::{Shared, TextFile};
use crate::saved::SaveState;
use leptos::prelude::*;

const SOON_MS: u32 = 100;
/// Questions put into a new plan; the rest are suggestions, so that an agenda stays short.
const FIRST_QUESTIONS: usize = 3;

impl App {
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
                for n in super::super::plans::general_numbers(list, m) {
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

    /// The same plan once more; gives its id.
    pub fn duplicate_plan(self, id: &SheetId) -> Option<SheetId> {
        let copy = SheetId::from_random(self.outside().random());
        let made = self.plan(id)?.duplicate(copy.clone(), &self.pen());
        self.book.update(|book| {
            book.sheets.insert(copy.clone(), made);
        });
        self.keep(&copy);
        Some(copy)
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

    #[inline(never)]
    fn offer_undo(self, id: &SheetId, words: &str, before: Option<Sheet>) {
        if let Some((before, after)) = before.zip(self.plan(id)) {
            self.say(words, Some(Undo { before: Box::new(before), after: Box::new(after) }));
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

    pub(super) fn plan(self, id: &SheetId) -> Option<Sheet> {
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

    // ── sharing ──────────────────────────────────────────────────────────────

    /// Hands a text to the apps of the phone, on her tap.
    pub fn share(self, text: String) {
        self.outside().share_text(&text, Box::new(move |what| self.shared(what)));
    }

    pub fn copy_text(self, text: String) {
        self.outside().copy_text(&text, Box::new(move |what| self.shared(what)));
    }

    fn shared(self, what: Shared) {
        let m = self.speech_now().m();
        match what {
            Shared::Sent | Shared::Saved | Shared::Cancelled => {}
            Shared::Copied => self.say(m.meet.copied, None),
            Shared::Refused => self.say(m.meet.share_refused, None),
        }
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
