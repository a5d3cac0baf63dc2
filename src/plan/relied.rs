//! The facts of the knowledge base that a sheet relied on when it was made, so that she is told when one of them changes: what was, what
//! is now. Kept in the language in which she read them. Where they come from is not known here.

use super::{fact, Pen, Sheet};

/// A fact: what kind it is and of what (`fee`, `duty`; the name that stands beside it), and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relied {
    pub about: String,
    pub name: String,
    pub value: String,
}

impl Relied {
    fn is_of(&self, other: &Relied) -> bool {
        self.about == other.about && self.name == other.name
    }
}

/// What a sheet relied on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    /// The edition of the knowledge base: as long as it is the same, nothing can have changed.
    pub edition: String,
    /// The language of the words (`km`, `en`).
    pub locale: String,
    pub facts: Vec<Relied>,
}

/// A fact that reads otherwise now; without `now` it no longer stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub was: Relied,
    pub now: Vec<String>,
}

/// The kind of a fact that is a duty; its name is the duty as facts of a business name it.
pub const DUTY: &str = "duty";

/// Between the parts of a fact, and between two values: signs that stand in no text.
const PART: char = '\t';
const VALUE: char = '\u{1f}';

impl Basis {
    fn write(&self) -> String {
        let head = [&*self.edition, &*self.locale].join("\t");
        let lines = self.facts.iter().map(|fact| [&*fact.about, &*fact.name, &*fact.value].join("\t"));
        [head].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
    }

    fn read(text: &str) -> Option<Basis> {
        let mut lines = text.lines();
        let (edition, locale) = lines.next()?.split_once(PART)?;
        let fact = |line: &str| {
            let mut parts = line.splitn(3, PART).map(str::to_owned);
            Some(Relied { about: parts.next()?, name: parts.next()?, value: parts.next()? })
        };
        Some(Basis { edition: edition.to_owned(), locale: locale.to_owned(), facts: lines.filter_map(fact).collect() })
    }
}

/// What this sheet relied on, if that was noted.
pub fn basis(sheet: &Sheet) -> Option<Basis> {
    Basis::read(sheet.fact(fact::RELIED))
}

/// Notes what it relies on.
pub fn rely(sheet: &mut Sheet, pen: &Pen, basis: &Basis) -> bool {
    sheet.set_fact(pen, fact::RELIED, &basis.write())
}

/// Notes what it relies on now, after a change of hers; of what it relied on before, the words stay that she read.
pub fn rely_again(sheet: &mut Sheet, pen: &Pen, mut now: Basis) -> bool {
    if let Some(then) = basis(sheet).filter(|then| then.locale == now.locale) {
        for fact in &mut now.facts {
            if let Some(was) = then.facts.iter().find(|was| was.is_of(fact)) {
                fact.value.clone_from(&was.value);
            }
        }
        now.edition = then.edition;
    }
    rely(sheet, pen, &now)
}

/// What changed between then and now. A fact is found again by its words first, so that others may be added, taken away or moved.
pub fn changes(then: &[Relied], now: &[Relied]) -> Vec<Change> {
    let gone = then.iter().filter(|was| !now.contains(was));
    let change = |was: &Relied| {
        let new = now.iter().filter(|new| new.is_of(was) && !then.contains(new));
        Change { was: was.clone(), now: new.map(|new| new.value.clone()).collect() }
    };
    gone.map(change).collect()
}

fn kept_line(change: &Change) -> String {
    let now = change.now.join(&VALUE.to_string());
    [&*change.was.about, &*change.was.name, &*change.was.value, &now].join("\t")
}

/// Whether she chose to keep what was.
pub fn is_kept(sheet: &Sheet, change: &Change) -> bool {
    let line = kept_line(change);
    sheet.fact(fact::KEPT).lines().any(|kept| kept == line)
}

/// Keeps what was: this change is not told again, another one of the same fact is.
pub fn keep(sheet: &mut Sheet, pen: &Pen, change: &Change) -> bool {
    let mut lines: Vec<String> = sheet.fact(fact::KEPT).lines().map(str::to_owned).collect();
    lines.push(kept_line(change));
    sheet.set_fact(pen, fact::KEPT, &lines.join("\n"))
}

/// Takes what is now in place of what was.
pub fn take(sheet: &mut Sheet, pen: &Pen, change: &Change) -> bool {
    let Some(mut basis) = basis(sheet) else { return false };
    basis.facts.retain(|fact| *fact != change.was);
    let new = change.now.iter().map(|value| Relied { value: value.clone(), ..change.was.clone() });
    for fact in new {
        if !basis.facts.contains(&fact) {
            basis.facts.push(fact);
        }
    }
    rely(sheet, pen, &basis)
}
