//! Counting answers. What could tell who answered what is hidden: cells of fewer than five people, and with them so much that they cannot
//! be counted from the rest.

use super::{Answer, Part};

/// Of fewer people nothing is shown.
pub const FEWEST: usize = 5;

/// What all say to one part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many said anything to it.
    pub answered: usize,
    /// How often each choice was made.
    pub counts: Vec<usize>,
}

/// Counts one part of all answers. Those that say nothing to it count nowhere.
pub fn tally(answers: &[Answer], part: Part) -> Tally {
    let mut tally = Tally { answered: 0, counts: vec![0; part.codes().len()] };
    for answer in answers.iter().filter(|answer| answer.bits(part) > 0) {
        tally.answered += 1;
        for (at, count) in tally.counts.iter_mut().enumerate() {
            *count += usize::from(answer.has(part, at));
        }
    }
    tally
}

/// One group of those who answered: women, or a province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// Its place in the codes of the part by which was split.
    pub group: usize,
    pub answered: usize,
    /// As [`Tally::counts`]; `None`: hidden.
    pub counts: Vec<Option<usize>>,
}

/// How many are in each group of a part: women, men; a province. `None`: hidden. First: how many said it.
pub fn composition(answers: &[Answer], part: Part) -> (usize, Vec<Option<usize>>) {
    let tally = tally(answers, part);
    let mut counts: Vec<Option<usize>> = tally.counts.into_iter().map(Some).collect();
    hide(&mut counts, tally.answered);
    (tally.answered, counts)
}

/// What groups say to a part: those of at least [`FEWEST`] people. Second: how many people are in none of them (a smaller group, or not said).
pub fn split(answers: &[Answer], part: Part, by: Part) -> (Vec<Split>, usize) {
    let all = tally(answers, part);
    let of_group = |group: usize| {
        let mut tally = Tally { answered: 0, counts: vec![0; part.codes().len()] };
        for answer in answers.iter().filter(|answer| answer.has(by, group) && answer.bits(part) > 0) {
            tally.answered += 1;
            tally.counts.iter_mut().enumerate().for_each(|(at, count)| *count += usize::from(answer.has(part, at)));
        }
        Split { group, answered: tally.answered, counts: tally.counts.into_iter().map(Some).collect() }
    };
    let mut groups: Vec<Split> = (0..by.codes().len()).map(of_group).filter(|group| group.answered > 0).collect();
    // Groups: those left out must be five together, or none.
    let mut sizes: Vec<Option<usize>> = groups.iter().map(|group| Some(group.answered)).collect();
    hide(&mut sizes, all.answered);
    let mut shown = sizes.iter();
    groups.retain(|_| shown.next().is_some_and(Option::is_some));
    let rest = all.answered - groups.iter().map(|group| group.answered).sum::<usize>();

    // Cells: across the groups, and, where each chose one thing, within a group.
    for _ in 0..groups.len() * all.counts.len() {
        let before = groups.clone();
        for (at, total) in all.counts.iter().enumerate() {
            let mut row: Vec<Option<usize>> = groups.iter().map(|group| group.counts.get(at).copied().flatten()).collect();
            hide(&mut row, *total);
            for (group, cell) in groups.iter_mut().zip(row) {
                if let Some(place) = group.counts.get_mut(at) {
                    *place = cell;
                }
            }
        }
        if part != Part::Needs {
            groups.iter_mut().for_each(|group| hide(&mut group.counts, group.answered));
        }
        if groups == before {
            break;
        }
    }
    (groups, rest)
}

/// Hides what is from 1 to 4, and then the smallest of the rest until the hidden is five or more together (or nothing): else it could be
/// counted from the total.
fn hide(cells: &mut [Option<usize>], total: usize) {
    for cell in cells.iter_mut() {
        *cell = cell.filter(|count| !(1..FEWEST).contains(count));
    }
    loop {
        let hidden = total.saturating_sub(cells.iter().flatten().sum());
        let smallest = cells.iter().flatten().copied().filter(|count| *count > 0).min();
        let (1..FEWEST, Some(smallest)) = (hidden, smallest) else { return };
        if let Some(cell) = cells.iter_mut().find(|cell| **cell == Some(smallest)) {
            *cell = None;
        }
    }
}

/// One line of a table for spreadsheets. A cell that a spreadsheet would run as a formula begins with a quote.
pub fn csv_row(cells: &[&str]) -> String {
    let cell = |text: &&str| {
        let guard =
            if text.trim_start().starts_with(['=', '+', '-', '@']) || text.starts_with(['\t', '\r', '\n']) { "'" } else { "" };
        ["\"", guard, &text.replace('"', "\"\""), "\""].concat()
    };
    [&*cells.iter().map(cell).collect::<Vec<_>>().join(","), "\r\n"].concat()
}
