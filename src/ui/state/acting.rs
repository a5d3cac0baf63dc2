//! Helper mode: whether it is on, whether its part of the app is here, and for whom the app acts.

use super::App;
use crate::plan::{fact, Sheet, SheetId, What};
use crate::saved::ACTING_KEY;

/// The mark in the preferences.
const HELPER: &str = "helper";

/// The part of the app that only helpers need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Not asked for yet.
    #[default]
    Absent,
    /// On its way.
    Coming,
    /// It works.
    Here,
    /// It could not be fetched.
    Failed,
}

impl App {
    /// Whether she helps others; tracks.
    pub fn is_helper(self) -> bool {
        self.book.with(|book| book.prefs.flag(HELPER))
    }

    pub fn set_helper(self, on: bool) {
        if !on {
            self.act_for(None);
        }
        self.set_prefs(|prefs, stamp| prefs.flags.get_or_default(HELPER.to_owned()).set(on, stamp));
        if on {
            self.fetch_part();
        }
    }

    /// Fetches the part for helpers, unless it is here or on its way.
    pub fn fetch_part(self) {
        if matches!(self.part.get_untracked(), Part::Absent | Part::Failed) {
            self.part.set(Part::Coming);
            self.outside().load_part(Box::new(move |here| self.part.set(if here { Part::Here } else { Part::Failed })));
        }
    }

    /// Whom she helps now; tracks. Nobody who is gone.
    pub fn acting(self) -> Option<SheetId> {
        self.book.with(|book| book.acting.clone())
    }

    /// From now on all that is made and shown is for this person, or for herself.
    pub fn act_for(self, whom: Option<&SheetId>) {
        if self.book.with_untracked(|book| book.acting.as_ref() == whom) {
            return;
        }
        self.store().keep_small(ACTING_KEY, whom.map_or("", SheetId::as_str));
        self.book.update(|book| book.acting = whom.cloned());
    }

    /// Goes on for whom she acted before a reload, if that person is still here.
    pub(super) fn act_as_before(self) {
        let whom = SheetId::parse(&self.store().read_small(ACTING_KEY));
        let here = |id: &SheetId| {
            let is_helped = |sheet: &Sheet| sheet.what == What::Helped && !sheet.removed.value;
            self.book.with_untracked(|book| book.sheets.get(id).is_some_and(is_helped))
        };
        // Looked up before: the book is not read while it is written.
        let whom = whom.filter(here);
        self.book.update(|book| book.acting = whom);
    }

    /// A new sheet belongs to whom she acts for.
    pub(super) fn mark_for(self, sheet: &mut Sheet) {
        if let Some(whom) = self.acting().filter(|_| sheet.what.is_of_one()) {
            let pen = self.pen();
            sheet.set_fact(&pen, fact::FOR, whom.as_str());
        }
    }

    /// A sheet of somebody is opened: from now on the app acts for that person.
    pub(super) fn act_for_owner(self, id: &str) {
        let Some(id) = SheetId::parse(id) else { return };
        let owner = self.book.with_untracked(|book| {
            let sheet = book.sheets.get(&id).filter(|sheet| sheet.what.is_of_one())?;
            let owner = SheetId::parse(sheet.fact(fact::FOR));
            // Of somebody who is gone here it is nobody's.
            Some(owner.filter(|owner| book.sheets.contains_key(owner)))
        });
        if let Some(owner) = owner {
            self.act_for(owner.as_ref());
        }
    }
}
