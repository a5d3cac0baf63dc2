//! Everything she has made in one value: her plans and her preferences.

use super::{fact, Lww, Pen, Replica, Sheet, SheetId, Stamp, Table, What};
use crate::dates::Date;

/// All plans and preferences of this phone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// Plans, people and offices by id, archived and removed ones included.
    pub sheets: Table<SheetId, Sheet>,
    /// Her preferences.
    pub prefs: Prefs,
    /// Whom she helps now (id of a sheet of [`What::Helped`]); `None`: she acts for herself. It is not part of what is saved.
    pub acting: Option<SheetId>,
}

impl Book {
    /// Her plans, archived and removed ones included.
    pub fn plans(&self) -> impl Iterator<Item = &Sheet> {
        self.all(What::Plan)
    }

    /// The people she knows, removed ones included.
    pub fn people(&self) -> impl Iterator<Item = &Sheet> {
        self.all(What::Person)
    }

    /// The offices near her, removed ones included.
    pub fn offices(&self) -> impl Iterator<Item = &Sheet> {
        self.all(What::Office)
    }

    /// The letters she writes, removed ones included.
    pub fn letters(&self) -> impl Iterator<Item = &Sheet> {
        self.all(What::Letter)
    }

    /// Her questions about laws, removed ones included.
    pub fn inquiries(&self) -> impl Iterator<Item = &Sheet> {
        self.all(What::Inquiry)
    }

    /// How services were, removed ones included.
    pub fn scores(&self) -> impl Iterator<Item = &Sheet> {
        self.all(What::Score)
    }

    /// Her complaints and requests, removed ones included.
    pub fn complaints(&self) -> impl Iterator<Item = &Sheet> {
        self.all(What::Complaint)
    }

    /// Her businesses, removed ones included.
    pub fn businesses(&self) -> impl Iterator<Item = &Sheet> {
        self.all(What::Business)
    }

    /// All of a kind, for whomever they were made.
    pub fn of_all(&self, what: What) -> impl Iterator<Item = &Sheet> {
        self.sheets.values().filter(move |sheet| sheet.what == what)
    }

    /// Those of a kind that the screens show: of what is made for one person, only what is for the one she acts for.
    fn all(&self, what: What) -> impl Iterator<Item = &Sheet> {
        let acting = self.acting.as_ref().map_or("", SheetId::as_str);
        self.of_all(what).filter(move |sheet| !what.is_of_one() || sheet.fact(fact::FOR) == acting)
    }

    /// The pen for one edit: it numbers edits above all in the book, so that "last touched" compares across plans.
    pub fn pen(&self, who: Replica, today: Date) -> Pen {
        // Every edit touches its plan, so this is the plan's clock, and quicker to look through.
        let clocks = self.sheets.values().map(|plan| plan.touched.stamp.n);
        let after = clocks.max().unwrap_or(0).max(self.prefs.clock());
        Pen { who, today, after }
    }

    /// Takes in another copy of a plan (from the store, another tab, another phone). Says whether anything changed.
    pub fn fold(&mut self, plan: &Sheet) -> bool {
        let merged = match self.sheets.get(&plan.id) {
            Some(mine) => mine.merge(plan),
            None => plan.clone(),
        };
        let changed = self.sheets.get(&plan.id) != Some(&merged);
        if changed {
            self.sheets.insert(merged.id.clone(), merged);
        }
        changed
    }

    /// Takes in another copy of the preferences. Says whether anything changed.
    pub fn fold_prefs(&mut self, prefs: &Prefs) -> bool {
        let merged = self.prefs.merge(prefs);
        let changed = merged != self.prefs;
        self.prefs = merged;
        changed
    }
}

/// How she wants the app to be. One record; of each field the later edit wins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prefs {
    /// The language she chose (`km`, `en`); `None` = not chosen yet.
    pub locale: Lww<Option<String>>,
    /// Colours.
    pub theme: Lww<Theme>,
    /// Size of texts.
    pub text: Lww<TextSize>,
    /// Which digits stand in Khmer texts.
    pub digits: Lww<Digits>,
    /// Hints she has seen and other small marks, by name.
    pub flags: Table<String, Lww<bool>>,
}

impl Prefs {
    /// One edit: `change` gets the preferences and the stamp to write with (`prefs.theme.set(Theme::Dark, stamp)`).
    pub fn edit(&mut self, pen: &Pen, change: impl FnOnce(&mut Prefs, Stamp)) {
        let stamp = Stamp { n: self.clock().max(pen.after).saturating_add(1), who: pen.who };
        change(self, stamp);
    }

    /// Whether a mark is set.
    pub fn flag(&self, name: &str) -> bool {
        self.flags.get(name).is_some_and(|flag| flag.value)
    }

    /// Sets or clears a mark.
    pub fn set_flag(&mut self, pen: &Pen, name: &str, value: bool) {
        self.edit(pen, |prefs, stamp| {
            let flag = prefs.flags.get_or_default(name.to_owned());
            flag.set(value, stamp);
        });
    }

    /// What both copies know; of each field the later edit.
    pub fn merge(&self, other: &Prefs) -> Prefs {
        let mut flags = self.flags.clone();
        for (name, theirs) in other.flags.iter() {
            let merged = match flags.get(name) {
                Some(mine) => mine.merge(theirs),
                None => theirs.clone(),
            };
            flags.insert(name.clone(), merged);
        }
        Prefs {
            locale: self.locale.merge(&other.locale),
            theme: self.theme.merge(&other.theme),
            text: self.text.merge(&other.text),
            digits: self.digits.merge(&other.digits),
            flags,
        }
    }

    /// The highest counter of any field.
    pub fn clock(&self) -> u32 {
        let fields = [self.locale.stamp, self.theme.stamp, self.text.stamp, self.digits.stamp];
        let flags = self.flags.values().map(|flag| flag.stamp);
        let stamps = fields.into_iter().chain(flags);
        stamps.map(|stamp| stamp.n).max().unwrap_or(0)
    }
}

/// Colours of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Theme {
    /// As the phone is set.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    Contrast,
}

/// Size of texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextSize {
    /// 100 %.
    #[default]
    Normal,
    /// 120 %.
    Large,
    /// 140 %.
    Larger,
}

/// Digits in Khmer texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Digits {
    /// ០១២៣
    #[default]
    Khmer,
    /// 0123
    Ascii,
}

impl Theme {
    /// All, in the order of the settings.
    pub const ALL: [Theme; 4] = [Theme::System, Theme::Light, Theme::Dark, Theme::Contrast];
}

impl TextSize {
    /// All, in the order of the settings.
    pub const ALL: [TextSize; 3] = [TextSize::Normal, TextSize::Large, TextSize::Larger];

    /// In per cent of the normal size.
    pub fn percent(self) -> u16 {
        match self {
            TextSize::Normal => 100,
            TextSize::Large => 120,
            TextSize::Larger => 140,
        }
    }
}

impl Digits {
    /// All, in the order of the settings.
    pub const ALL: [Digits; 2] = [Digits::Khmer, Digits::Ascii];
}
