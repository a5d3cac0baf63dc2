//! Rows of entries → one string of bytes, column by column. `src/kb/columns.rs` reads it and says how it is meant.

use std::collections::{BTreeMap, HashMap};

/// What stands in one column of one row.
#[derive(Clone, Debug)]
pub enum Cell {
    Number(usize),
    /// Rows of another table. Only how many they are stands in this one.
    List(&'static str, Vec<Row>),
}

pub type Row = Vec<Cell>;

pub fn number(number: usize) -> Row {
    vec![Cell::Number(number)]
}

/// What may be missing, and how many columns it takes: the first number is one higher when it is there, all are 0 when not.
pub fn option(columns: usize, row: Option<Row>) -> Row {
    let Some(mut row) = row else { return vec![Cell::Number(0); columns] };
    assert_eq!(row.len(), columns, "{row:?}");
    if let Some(Cell::Number(first)) = row.first_mut() {
        *first += 1;
    }
    row
}

/// The kinds that have tables, in the order in which they are stored: what stands in lists before the lists. As in
/// `src/kb/columns.rs`.
const TABLES: [&str; 50] = [
    "u8",
    "Text",
    "RightId",
    "ServiceId",
    "LawId",
    "SourceId",
    "TermId",
    "When",
    "FinderOption",
    "FinderQuestion",
    "FinderResult",
    "Role",
    "Basis",
    "Step",
    "Document",
    "Claim",
    "Question",
    "Change",
    "Note",
    "Channel",
    "Fact",
    "Window",
    "Duty",
    "ProfileOption",
    "Part",
    "QuizOption",
    "Quiz",
    "Screen",
    "MonthDay",
    "Phrase",
    "ReplyStep",
    "Rung",
    "TimeLimit",
    "Right",
    "Aim",
    "Service",
    "Authority",
    "Law",
    "Source",
    "Standard",
    "ProfileQuestion",
    "Organization",
    "GuidePage",
    "Story",
    "Term",
    "Purpose",
    "Frame",
    "Reply",
    "Holidays",
    "Situation",
];

/// All tables, given those that are parts of no other.
pub fn encode(mut tables: BTreeMap<&'static str, Vec<Row>>) -> Vec<u8> {
    // The rows of the lists of each kind, by the table that the lists stand in.
    let mut lists: HashMap<&str, BTreeMap<usize, Vec<Row>>> = HashMap::new();
    let mut written = Vec::new();
    for (place, kind) in TABLES.into_iter().enumerate().rev() {
        let listed = lists.remove(kind).unwrap_or_default().into_values().flatten();
        let rows: Vec<Row> = tables.remove(kind).unwrap_or_default().into_iter().chain(listed).collect();
        let mut columns: Vec<Vec<usize>> = Vec::new();
        for row in &rows {
            columns.resize(row.len(), Vec::new());
            for (column, cell) in columns.iter_mut().zip(row) {
                column.push(match cell {
                    Cell::Number(number) => *number,
                    Cell::List(of, items) => {
                        lists.entry(of).or_default().entry(place).or_default().extend(items.iter().cloned());
                        items.len()
                    }
                });
            }
        }
        written.push(table(rows.len(), &columns));
    }
    let left: Vec<&&str> = tables.keys().chain(lists.keys()).collect();
    assert!(left.is_empty(), "no table is in its place for {left:?}");
    written.reverse();
    written.concat()
}

fn table(rows: usize, columns: &[Vec<usize>]) -> Vec<u8> {
    let mut out = Vec::new();
    code(&mut out, rows);
    code(&mut out, columns.len());
    for column in columns {
        let steps = steps(column);
        let shorter = weight(&steps) < weight(column);
        code(&mut out, usize::from(shorter));
        for number in if shorter { &steps } else { column } {
            code(&mut out, *number);
        }
    }
    out
}

/// Seven bits a byte, the highest first.
fn code(out: &mut Vec<u8>, number: usize) {
    for shift in [14, 7] {
        if number >> shift > 0 {
            out.push((number >> shift & 127) as u8 | 128);
        }
    }
    out.push((number & 127) as u8);
}

/// How far each number is from the one before that is not 0.
fn steps(column: &[usize]) -> Vec<usize> {
    let mut last = 0;
    let mut step = |number: usize| {
        if number == 0 {
            return 0;
        }
        let (from, to) = (std::mem::replace(&mut last, number), number);
        if to < from {
            (from - to) * 2
        } else {
            (to - from) * 2 + 1
        }
    };
    column.iter().map(|number| step(*number)).collect()
}

/// About how many bytes the numbers take when they are packed.
fn weight(numbers: &[usize]) -> f64 {
    let mut counts: BTreeMap<usize, f64> = BTreeMap::new();
    for number in numbers {
        *counts.entry(*number).or_default() += 1.;
    }
    let bits: f64 = counts.values().map(|count| count * (numbers.len() as f64 / count).log2()).sum();
    bits / 8. + counts.len() as f64
}
