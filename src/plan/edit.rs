//! The commands. Each is one edit: it takes the pen, writes the registers it changes with one fresh stamp, and says
//! whether anything changed (if not, nothing needs saving). Same shape everywhere: learn one, know all.

use super::{fact, Cause, Field, Item, ItemId, List, Lww, NeedKind, Sheet, SheetId, What};
use super::{Replica, Seen, Stamp, Words};
use crate::dates::Date;

/// Who writes, on what day, and the highest counter known so far ([`super::Book::pen`] makes one).
#[derive(Clone, Copy, Debug)]
pub struct Pen {
    /// The writer: one random number per page load.
    pub who: Replica,
    /// Today, in Cambodia.
    pub today: Date,
    /// Edits get numbers above this, so that edits of different plans can be compared ("last touched").
    pub after: u32,
}

/// What a new plan starts with: numbers (from 1) of the service's own entries, in the order to show.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlanSeed<'a> {
    /// Steps.
    pub steps: &'a [u8],
    /// Documents.
    pub documents: &'a [u8],
    /// Questions.
    pub questions: &'a [u8],
}

impl Sheet {
    /// A new sheet of a kind, blank.
    pub fn blank(what: What, id: SheetId, pen: &Pen) -> Sheet {
        Sheet { what, ..Sheet::new(id, None, None, pen, &PlanSeed::default()) }
    }

    /// The same plan once more: what to ask, bring and do, in her words; nothing ticked, no meeting, no result.
    pub fn duplicate(&self, id: SheetId, pen: &Pen) -> Sheet {
        let mut copy = self.clone();
        copy.id = id;
        copy.made = pen.today;
        copy.facts = Default::default();
        copy.notes = Default::default();
        copy.items.retain(|_, item| {
            // Promised steps and answers belong to the meetings of the first.
            let stays = !matches!(item.list, List::Meeting | List::Contact) && item.fact(fact::FROM).is_empty();
            item.facts = Default::default();
            item.notes.retain(|name, _| !name.contains(':'));
            stays && !item.removed.value
        });
        let stamp = copy.edit(pen);
        for item in copy.items.values_mut().filter(|item| item.done.value) {
            item.done.set(false, stamp);
        }
        for register in [&mut copy.archived, &mut copy.removed] {
            register.set(false, stamp);
        }
        copy
    }

    /// A new plan, prefilled. `service` = `None` is the plan "find out which office".
    pub fn new(id: SheetId, service: Option<&str>, aim: Option<&str>, pen: &Pen, seed: &PlanSeed<'_>) -> Sheet {
        let stamp = Stamp { n: pen.after.saturating_add(1), who: pen.who };
        let mut seen = Seen::default();
        seen.note(stamp);
        let mut plan = Sheet {
            id,
            what: What::Plan,
            service: service.map(str::to_owned),
            aim: aim.map(str::to_owned),
            made: pen.today,
            touched: Lww::new(pen.today, stamp),
            title: Words::default(),
            need: Words::default(),
            kind: Lww::new(NeedKind::Routine, stamp),
            cause: Lww::new(None, stamp),
            deadline: Lww::new(None, stamp),
            archived: Lww::new(false, stamp),
            removed: Lww::new(false, stamp),
            facts: Default::default(),
            notes: Default::default(),
            items: Default::default(),
            seen,
        };
        let lists = [(List::Question, seed.questions), (List::Document, seed.documents), (List::Step, seed.steps)];
        for (list, numbers) in lists {
            for (place, n) in (1..).zip(numbers) {
                let item = new_item(ItemId::content(list, *n), list, Some(*n), place, stamp);
                plan.items.insert(item.id.clone(), item);
            }
        }
        plan
    }

    /// Writes a text over the version now shown. For a box in which she types for a while use [`Sheet::write_over`].
    pub fn write(&mut self, pen: &Pen, field: &Field, text: &str) -> bool {
        let base = self.words(field).and_then(Words::version);
        let before = self.clock();
        self.write_over(pen, field, base, text);
        self.clock() > before
    }

    /// Writes a text over the version `base`, the one that stood in the box when she began (`None` = the box was empty).
    /// A version that came from another tab meanwhile stays, as "another version". Gives the version written, which is
    /// the base of the next write; `None` when the plan has no such item.
    pub fn write_over(&mut self, pen: &Pen, field: &Field, base: Option<Stamp>, text: &str) -> Option<Stamp> {
        // Nothing typed: then what another tab wrote meanwhile must not be pushed aside by her old text.
        let words = self.words(field)?;
        let began_with = base.map_or(Some(""), |base| words.text_of(base));
        if began_with == Some(text) {
            return base;
        }
        let stamp = self.edit(pen);
        self.words_mut(field)?.write(text, base, stamp);
        Some(stamp)
    }

    /// Makes another version the current one; what was current becomes another version.
    pub fn choose_other(&mut self, pen: &Pen, field: &Field, which: Stamp) -> bool {
        let Some(text) = self.words(field).and_then(|words| words.text_of(which)) else {
            return false;
        };
        let text = text.to_owned();
        let stamp = self.edit(pen);
        if let Some(words) = self.words_mut(field) {
            words.write(&text, Some(which), stamp);
        }
        true
    }

    /// Drops another version for good (undo brings it back).
    pub fn dismiss_other(&mut self, pen: &Pen, field: &Field, which: Stamp) -> bool {
        let changed = self.words_mut(field).is_some_and(|w| w.dismiss(which));
        if changed {
            self.edit(pen);
        }
        changed
    }

    /// Adds an item of hers at the end of a list.
    pub fn add_item(&mut self, pen: &Pen, list: List, text: &str) -> ItemId {
        let place = self.end_of(list);
        let stamp = self.edit(pen);
        let mut item = new_item(ItemId::own(list, stamp), list, None, place, stamp);
        item.text.write(text, None, stamp);
        let id = item.id.clone();
        self.items.insert(id.clone(), item);
        id
    }

    /// Adds the service's own entry `n` (from 1) at the end of a list, or brings it back if it was removed; nothing
    /// changes when it is there.
    pub fn add_from(&mut self, pen: &Pen, list: List, n: u8) -> ItemId {
        let id = ItemId::content(list, n);
        if self.has(list, n) {
            return id;
        }
        let place = self.end_of(list);
        let stamp = self.edit(pen);
        match self.items.get_mut(&id) {
            Some(item) => {
                item.removed.set(false, stamp);
                item.place.set(place, stamp);
            }
            None => {
                let item = new_item(id.clone(), list, Some(n), place, stamp);
                self.items.insert(id.clone(), item);
            }
        }
        id
    }

    /// As [`Sheet::add_from`], at the head of the list.
    pub fn add_first(&mut self, pen: &Pen, list: List, n: u8) -> ItemId {
        let first = self.visible(list).first().map_or(0, |item| item.place.value);
        let id = self.add_from(pen, list, n);
        let stamp = self.edit(pen);
        if let Some(item) = self.items.get_mut(&id) {
            item.place.set(first.saturating_sub(1), stamp);
        }
        id
    }

    /// Adds an item whose name is given, at the end of a list, or brings it back.
    pub(super) fn put_item(&mut self, pen: &Pen, id: &ItemId, list: List) {
        if self.item(id).is_some_and(|item| !item.removed.value) {
            return;
        }
        let place = self.end_of(list);
        let stamp = self.edit(pen);
        match self.items.get_mut(id) {
            Some(item) => item.removed.set(false, stamp),
            None => {
                self.items.insert(id.clone(), new_item(id.clone(), list, None, place, stamp));
            }
        }
    }

    /// Ticks an item, or unticks it.
    pub fn set_done(&mut self, pen: &Pen, id: &ItemId, done: bool) -> bool {
        self.set_flag(pen, id, done, |item| &mut item.done)
    }

    /// Takes an item out of its list.
    pub fn remove_item(&mut self, pen: &Pen, id: &ItemId) -> bool {
        self.set_flag(pen, id, true, |item| &mut item.removed)
    }

    /// Swaps an item with the one above it.
    pub fn move_up(&mut self, pen: &Pen, id: &ItemId) -> bool {
        self.shift(pen, id, true)
    }

    /// Swaps an item with the one below it.
    pub fn move_down(&mut self, pen: &Pen, id: &ItemId) -> bool {
        self.shift(pen, id, false)
    }

    /// Says a fact of the sheet; empty takes it back.
    pub fn set_fact(&mut self, pen: &Pen, name: &str, value: &str) -> bool {
        if self.fact(name) == value {
            return false;
        }
        let stamp = self.edit(pen);
        self.facts.get_or_default(name.to_owned()).set(value.to_owned(), stamp);
        true
    }

    /// Says a fact of an item; empty takes it back.
    pub fn set_item_fact(&mut self, pen: &Pen, id: &ItemId, name: &str, value: &str) -> bool {
        if self.item(id).is_none_or(|item| item.fact(name) == value) {
            return false;
        }
        let stamp = self.edit(pen);
        if let Some(item) = self.items.get_mut(id) {
            item.facts.get_or_default(name.to_owned()).set(value.to_owned(), stamp);
        }
        true
    }

    /// Says what kind of need it is.
    pub fn set_kind(&mut self, pen: &Pen, kind: NeedKind) -> bool {
        self.set(pen, kind, |plan| &mut plan.kind)
    }

    /// Says where the problem comes from.
    pub fn set_cause(&mut self, pen: &Pen, cause: Option<Cause>) -> bool {
        self.set(pen, cause, |plan| &mut plan.cause)
    }

    /// Sets the last day, or none.
    pub fn set_deadline(&mut self, pen: &Pen, deadline: Option<Date>) -> bool {
        self.set(pen, deadline, |plan| &mut plan.deadline)
    }

    /// Puts the plan away as finished, or takes it out again.
    pub fn set_archived(&mut self, pen: &Pen, archived: bool) -> bool {
        self.set(pen, archived, |plan| &mut plan.archived)
    }

    /// Puts the plan in the bin, or takes it out again.
    pub fn set_removed(&mut self, pen: &Pen, removed: bool) -> bool {
        self.set(pen, removed, |plan| &mut plan.removed)
    }

    /// Begins an edit: a stamp above all seen, noted, and the plan touched today.
    pub(super) fn edit(&mut self, pen: &Pen) -> Stamp {
        let stamp = Stamp { n: self.clock().max(pen.after).saturating_add(1), who: pen.who };
        self.seen.note(stamp);
        self.touched.set(pen.today, stamp);
        stamp
    }

    pub(super) fn words_mut(&mut self, field: &Field) -> Option<&mut Words> {
        match field {
            Field::Title => Some(&mut self.title),
            Field::Need => Some(&mut self.need),
            Field::Item(id) => self.items.get_mut(id).map(|item| &mut item.text),
            Field::Note(name) => Some(self.notes.get_or_default(name.clone())),
            Field::ItemNote(id, name) => self.items.get_mut(id).map(|item| item.notes.get_or_default(name.clone())),
        }
    }

    fn set<T: Clone + Ord>(&mut self, pen: &Pen, value: T, register: fn(&mut Sheet) -> &mut Lww<T>) -> bool {
        if register(self).value == value {
            return false;
        }
        let stamp = self.edit(pen);
        register(self).set(value, stamp);
        true
    }

    fn set_flag(&mut self, pen: &Pen, id: &ItemId, value: bool, flag: fn(&mut Item) -> &mut Lww<bool>) -> bool {
        let register = self.items.get_mut(id).map(flag);
        if register.is_none_or(|flag| flag.value == value) {
            return false;
        }
        let stamp = self.edit(pen);
        if let Some(item) = self.items.get_mut(id) {
            flag(item).set(value, stamp);
        }
        true
    }

    /// The place after the last item of a list, removed ones included, so that bringing one back finds its old place.
    fn end_of(&self, list: List) -> i32 {
        let places = self.items.values().filter(|item| item.list == list);
        let last = places.map(|item| item.place.value).max();
        last.unwrap_or(0).saturating_add(1)
    }

    fn shift(&mut self, pen: &Pen, id: &ItemId, up: bool) -> bool {
        let Some(list) = self.items.get(id).map(|item| item.list) else {
            return false;
        };
        let mut order: Vec<(ItemId, i32)> = Vec::new();
        for item in self.visible(list) {
            order.push((item.id.clone(), item.place.value));
        }
        let Some(at) = order.iter().position(|(other, _)| other == id) else {
            return false;
        };
        let Some(with) = (if up { at.checked_sub(1) } else { Some(at + 1) }) else {
            return false;
        };
        if with >= order.len() {
            return false;
        }
        // Places stay where they are, the two items change seats. When merged copies gave several items one place,
        // changing seats would change nothing: then all visible items are numbered afresh.
        let mut places: Vec<i32> = order.iter().map(|(_, place)| *place).collect();
        if places.windows(2).any(|pair| pair.first() == pair.last()) {
            places = (1..).take(order.len()).collect();
        }
        order.swap(at, with);
        let stamp = self.edit(pen);
        for ((id, _), place) in order.iter().zip(places) {
            if let Some(item) = self.items.get_mut(id) {
                if item.place.value != place {
                    item.place.set(place, stamp);
                }
            }
        }
        true
    }
}

fn new_item(id: ItemId, list: List, from: Option<u8>, place: i32, stamp: Stamp) -> Item {
    Item {
        id,
        list,
        from,
        text: Words::default(),
        done: Lww::new(false, stamp),
        removed: Lww::new(false, stamp),
        facts: Default::default(),
        notes: Default::default(),
        place: Lww::new(place, stamp),
    }
}
