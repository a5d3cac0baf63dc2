//! Counts that are shown to others: small ones are hidden, so that nobody can be recognized, and with them as many others as keep anybody
//! from working the hidden ones out.

use crate::plan::sort::sort_by_key;

/// Fewer than so many are not shown, as in ratings ([`crate::plan::score::FEWEST`]).
pub const FEWEST: usize = crate::plan::score::FEWEST;

/// One count of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What is counted.
    pub code: String,
    /// `None`: hidden.
    pub count: Option<usize>,
}

/// Counts that add up to a total. Nothing is counted under two codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// Those that are not 0; the largest first, hidden ones last. None at all when any of them would give another away.
    pub cells: Vec<Cell>,
    /// `None`: fewer than [`FEWEST`], but not 0.
    pub total: Option<usize>,
}

impl Cells {
    /// Whether something is hidden.
    pub fn is_hiding(&self) -> bool {
        self.total != Some(0) && (self.cells.is_empty() || self.cells.iter().any(|cell| cell.count.is_none()))
    }
}

/// A count that stands alone; 0 says nothing of anybody.
pub fn shown(count: usize) -> Option<usize> {
    (count == 0 || count >= FEWEST).then_some(count)
}

/// Hides what must be hidden. Of a table with one hidden count the total would tell it: then the next smallest is hidden too; and so on as
/// long as those hidden together are fewer than [`FEWEST`], or are all alike. Of counts that are alike all are hidden or none. So the hidden
/// ones always differ, and whoever knows this rule and the total cannot tell which of them is which.
pub fn hide(counts: &[(String, usize)]) -> Cells {
    let mut counts: Vec<&(String, usize)> = counts.iter().filter(|(_, count)| *count > 0).collect();
    let total: usize = counts.iter().map(|(_, count)| count).sum();
    if total < FEWEST {
        return Cells { cells: Vec::new(), total: shown(total) };
    }
    sort_by_key(&mut counts, |(_, count)| *count);
    let count_at = |at: usize| counts.get(at).map(|(_, count)| *count);
    let mut hidden = counts.iter().filter(|(_, count)| *count < FEWEST).count();
    while hidden > 0 {
        while count_at(hidden).is_some() && count_at(hidden) == count_at(hidden - 1) {
            hidden += 1;
        }
        let sum: usize = counts.iter().take(hidden).map(|(_, count)| count).sum();
        if sum >= FEWEST && count_at(0) != count_at(hidden - 1) {
            break;
        }
        hidden += 1;
        if hidden > counts.len() {
            return Cells { cells: Vec::new(), total: Some(total) };
        }
    }
    let mut small: Vec<&&(String, usize)> = counts.iter().take(hidden).collect();
    // Their order must not tell which is the larger one.
    sort_by_key(&mut small, |(code, _)| code.clone());
    let mut large: Vec<&&(String, usize)> = counts.iter().skip(hidden).collect();
    sort_by_key(&mut large, |(code, count)| (std::cmp::Reverse(*count), code.clone()));
    let shown = large.into_iter().map(|(code, count)| Cell { code: code.clone(), count: Some(*count) });
    let small = small.into_iter().map(|(code, _)| Cell { code: code.clone(), count: None });
    Cells { cells: shown.chain(small).collect(), total: Some(total) }
}

/// Days, as the one in the middle and those between which the middle half lies; all of them occurred. `None` under [`FEWEST`].
pub fn middle(mut days: Vec<i32>) -> Option<(i32, i32, i32)> {
    if days.len() < FEWEST {
        return None;
    }
    days.sort_unstable();
    let last = days.len() - 1;
    let at = |rank: usize| days.get(rank).copied();
    Some((at(last / 2)?, at(last / 4)?, at(last - last / 4)?))
}
