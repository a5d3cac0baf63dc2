//! How a service was: a typed view over sheets of [`What::Score`](super::What::Score). One sheet is one visit, or one meeting in which
//! several people rate the same service; each person's rating is an item of it. Medians and counts are computed and never stored.
//! It is not the State's scorecard (I-SAF), which staff and citizens fill in together.

use super::sort::sort_by_key;
use super::{fact, Book, Item, ItemId, List, Pen, Sheet};
use crate::dates::Date;

/// Faces, from very unsatisfied to very satisfied.
pub const FACES: usize = 5;
/// Of fewer people nothing is shown: one could tell who said what.
pub const FEWEST: usize = 5;

/// How long she waited, and how often she had to come, as codes in the order of the screen.
pub const WAITS: [&str; 5] = ["short", "hour", "half-day", "day", "days"];
pub const VISITS: [&str; 4] = ["1", "2", "3", "more"];

/// What a person says to one standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// From 1 (very unsatisfied) to 5 (very satisfied).
    Face(u8),
    /// "I did not see it."
    Unseen,
    /// "It does not apply."
    NotApply,
}

impl Mark {
    /// As it is saved.
    pub fn code(self) -> &'static str {
        match self {
            Mark::Face(face) => ["1", "2", "3", "4", "5"].get(usize::from(face).wrapping_sub(1)).copied().unwrap_or_default(),
            Mark::Unseen => "unseen",
            Mark::NotApply => "none",
        }
    }

    pub fn parse(code: &str) -> Option<Mark> {
        match code {
            "unseen" => Some(Mark::Unseen),
            "none" => Some(Mark::NotApply),
            _ => code.parse().ok().filter(|face| (1..=FACES as u8).contains(face)).map(Mark::Face),
        }
    }
}

fn of(what: &str, standard: &str) -> String {
    [what, ":", standard].concat()
}

/// The quick mark at the counter: seen, or not.
pub fn counter(sheet: &Sheet, standard: &str) -> Option<bool> {
    match sheet.fact(&of("mark", standard)) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// Sets the quick mark; the same once more takes it back.
pub fn set_counter(sheet: &mut Sheet, pen: &Pen, standard: &str, seen: bool) -> bool {
    let value = match counter(sheet, standard) == Some(seen) {
        true => "",
        false if seen => "yes",
        false => "no",
    };
    sheet.set_fact(pen, &of("mark", standard), value)
}

/// The ratings, one a person, in the order in which they were begun.
pub fn ratings(sheet: &Sheet) -> Vec<&Item> {
    sheet.visible(List::Contact)
}

/// What this person says to a standard.
pub fn mark(rating: &Item, standard: &str) -> Option<Mark> {
    Mark::parse(rating.fact(&of("rate", standard)))
}

/// Says it; the same once more takes it back.
pub fn set_mark(sheet: &mut Sheet, pen: &Pen, rating: &ItemId, standard: &str, mark: Mark) -> bool {
    let name = of("rate", standard);
    let same = sheet.item(rating).is_some_and(|rating| rating.fact(&name) == mark.code());
    sheet.set_item_fact(pen, rating, &name, if same { "" } else { mark.code() })
}

/// Whether a suggestion or thanks for this standard goes to the office; `None`: she said nothing, so the rating says.
pub fn chose(sheet: &Sheet, standard: &str) -> Option<bool> {
    match sheet.fact(&of("say", standard)) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

pub fn choose(sheet: &mut Sheet, pen: &Pen, standard: &str, on: bool) -> bool {
    sheet.set_fact(pen, &of("say", standard), if on { "yes" } else { "no" })
}

/// Whether several people rate together.
pub fn is_group(sheet: &Sheet) -> bool {
    sheet.fact(fact::GROUP) == "yes"
}

/// Begins one person's rating.
pub fn begin(sheet: &mut Sheet, pen: &Pen) -> ItemId {
    sheet.add_item(pen, List::Contact, "")
}

/// Whether a person has rated anything.
pub fn is_rated(rating: &Item) -> bool {
    rating.facts.iter().any(|(name, value)| name.starts_with("rate:") && !value.value.is_empty())
}

/// How many people said what to one standard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// For each face, from very unsatisfied to very satisfied.
    pub faces: [usize; FACES],
    pub unseen: usize,
    pub not_apply: usize,
}

impl Picture {
    pub fn add(&mut self, mark: Mark) {
        match mark {
            Mark::Face(face) => {
                if let Some(count) = self.faces.get_mut(usize::from(face).wrapping_sub(1)) {
                    *count += 1;
                }
            }
            Mark::Unseen => self.unseen += 1,
            Mark::NotApply => self.not_apply += 1,
        }
    }

    /// How many chose a face.
    pub fn count(&self) -> usize {
        self.faces.iter().sum()
    }

    /// The face at this rank (from 0) when all stand in a row.
    fn at(&self, rank: usize) -> Option<u8> {
        let mut before = 0;
        self.faces.iter().zip(1..).find_map(|(count, face)| {
            before += count;
            (rank < before).then_some(face)
        })
    }

    /// The face in the middle. Of an even number the lower of the two: a face that somebody chose, never an average of two.
    pub fn median(&self) -> Option<u8> {
        self.at(self.count().checked_sub(1)? / 2)
    }

    /// The faces between which the middle half lies.
    pub fn spread(&self) -> Option<(u8, u8)> {
        let last = self.count().checked_sub(1)?;
        self.at(last / 4).zip(self.at(last - last / 4))
    }
}

/// What one visit says to a standard: `None` when nobody said anything, or when fewer than [`FEWEST`] of a group chose a face.
pub fn picture(sheet: &Sheet, standard: &str) -> Option<Picture> {
    let mut picture = Picture::default();
    for said in ratings(sheet).into_iter().filter_map(|rating| mark(rating, standard)) {
        picture.add(said);
    }
    let hidden = is_group(sheet) && picture.count() < FEWEST;
    (picture != Picture::default() && !hidden).then_some(picture)
}

/// The visits to an office that were rated, the earliest first.
pub fn visits<'b>(book: &'b Book, office: &str) -> Vec<&'b Sheet> {
    let mut visits: Vec<&Sheet> = book
        .scores()
        .filter(|sheet| !sheet.removed.value && !office.is_empty() && sheet.fact(fact::OFFICE) == office)
        .filter(|sheet| ratings(sheet).into_iter().any(is_rated))
        .collect();
    sort_by_key(&mut visits, |visit| day(visit));
    visits
}

/// The day of a visit.
pub fn day(sheet: &Sheet) -> Date {
    Date::parse(sheet.fact(fact::DAY)).unwrap_or(sheet.made)
}

/// How a standard went over several visits: of each with its day the median face, and all of them as one picture, in which each visit
/// counts once.
pub fn trend(visits: &[&Sheet], standard: &str) -> (Vec<(Date, u8)>, Picture) {
    let medians = visits.iter().filter_map(|visit| Some((day(visit), picture(visit, standard)?.median()?)));
    let medians: Vec<(Date, u8)> = medians.collect();
    let mut all = Picture::default();
    for (_, face) in &medians {
        all.add(Mark::Face(*face));
    }
    (medians, all)
}

/// All of a book, the last touched first.
pub fn all(book: &Book) -> Vec<&Sheet> {
    let mut all: Vec<&Sheet> = book.scores().filter(|sheet| !sheet.removed.value).collect();
    sort_by_key(&mut all, |sheet| std::cmp::Reverse(sheet.touched.stamp));
    all
}

/// Money of a rating, in riel.
pub fn money(rating: &Item, name: &str) -> Option<u64> {
    rating.fact(name).parse().ok()
}

/// What goes to the office: places of standards (in `standards`, by id) with a suggestion, and with thanks. Where she said nothing, faces of
/// dissatisfaction ask for a suggestion, and the first three of satisfaction for thanks.
pub fn to_office(sheet: &Sheet, standards: &[&str]) -> (Vec<usize>, Vec<usize>) {
    let (mut points, mut thanks) = (Vec::new(), Vec::new());
    for (at, standard) in standards.iter().enumerate() {
        let Some(face) = picture(sheet, standard).and_then(|picture| picture.median()) else { continue };
        let chose = chose(sheet, standard);
        if face > 3 && chose.unwrap_or(thanks.len() < 3) {
            thanks.push(at);
        } else if face <= 3 && chose.unwrap_or(face < 3) {
            points.push(at);
        }
    }
    (points, thanks)
}
