//! The tables of a report in words, and as bars: squares to count, made of borders, so that they print without backgrounds.

use super::super::super::el::{el, El};
use super::super::super::print::words_of;
use crate::i18n::Speech;
use crate::kb::{standards, AimId, AuthorityId, ServiceId};
use crate::plan::helper::report::cells::Cells;
use crate::plan::helper::report::{Report, KINDS, OUTCOMES, STATES};
use crate::plan::score::FACES;
use crate::platform::{Line, Mark};

/// So many squares are the largest count of a table.
const SQUARES: usize = 10;

/// A count in words.
pub struct Row {
    pub name: String,
    pub said: String,
    /// When it is shown.
    pub count: Option<usize>,
    /// Squares that are full, of how many.
    squares: Option<(usize, usize)>,
}

/// A titled table.
pub struct Table {
    pub name: &'static str,
    pub rows: Vec<Row>,
    pub is_hiding: bool,
}

/// All tables that have something in them.
pub fn tables(made: &Report, speech: Speech) -> Vec<Table> {
    let m = &speech.h().report;
    let w = speech.m();
    let one_of = |codes: &'static [&'static str], words: Vec<&'static str>| {
        move |code: &str| {
            let at = codes.iter().position(|known| *known == code);
            at.and_then(|at| words.get(at)).copied().unwrap_or_default().to_owned()
        }
    };
    let outcomes = w.meet.outcomes.into_iter().chain([m.open_need]).collect();
    let totals = [(m.people, made.people), (m.needs_total, made.needs.total)];
    let totals = Table {
        name: m.total,
        rows: totals.map(|(name, count)| row(name.to_owned(), count, None, speech)).into(),
        is_hiding: made.people.is_none() || made.needs.total.is_none(),
    };
    let mut all = vec![
        totals,
        counted(m.needs, &made.needs, &|code| subject(code, speech), speech),
        counted(m.offices, &made.offices, &|code| office(code, speech), speech),
        counted(m.kinds, &made.kinds, &one_of(&KINDS, vec![w.kind_routine, w.kind_problem, w.kind_change]), speech),
        counted(m.outcomes, &made.outcomes, &one_of(&OUTCOMES, outcomes), speech),
        counted(m.questions, &made.questions, &one_of(&["answered", "open"], m.answered.to_vec()), speech),
        days(made, speech),
        nine(made, speech),
        counted(m.actions, &made.actions, &one_of(&STATES, m.states.to_vec()), speech),
    ];
    all.retain(|table| !table.rows.is_empty());
    all
}

fn row(name: String, count: Option<usize>, most: Option<usize>, speech: Speech) -> Row {
    let said = count.map_or_else(|| speech.h().report.hidden_count.to_owned(), |count| speech.number(count));
    let squares = count.zip(most).map(|(count, most)| ((count * SQUARES).div_ceil(most.max(1)), SQUARES));
    Row { name, said, count, squares }
}

fn counted(name: &'static str, cells: &Cells, say: &dyn Fn(&str) -> String, speech: Speech) -> Table {
    let m = &speech.h().report;
    let most = cells.cells.iter().filter_map(|cell| cell.count).max();
    let mut rows: Vec<Row> = cells
        .cells
        .iter()
        .map(|cell| {
            let row = row(say(&cell.code), cell.count, most, speech);
            // One that was hidden for the sake of others is not said to be small.
            Row { said: if cell.count.is_none() { m.hidden.to_owned() } else { row.said }, ..row }
        })
        .collect();
    if cells.cells.is_empty() && cells.total != Some(0) {
        rows.push(Row { name: m.total.to_owned(), said: m.too_few.to_owned(), count: None, squares: None });
    }
    Table { name, rows, is_hiding: cells.is_hiding() }
}

fn subject(code: &str, speech: Speech) -> String {
    let text = match code.split_once(':') {
        Some(("service", id)) => ServiceId::parse(id).map(|id| id.get().title),
        Some(("aim", id)) => AimId::parse(id).map(|id| id.get().title),
        _ => None,
    };
    text.map_or_else(|| speech.h().report.open_need.to_owned(), |text| speech.text(text).into_owned())
}

fn office(code: &str, speech: Speech) -> String {
    let name = AuthorityId::parse(code).map(|id| id.get().name);
    name.map_or_else(|| speech.h().report.open_need.to_owned(), |name| speech.text(name).into_owned())
}

fn days(made: &Report, speech: Speech) -> Table {
    let m = &speech.h().report;
    let number = |days: i32| speech.number(usize::try_from(days).unwrap_or(0));
    let row = |(middle, low, high): (i32, i32, i32)| {
        let said = m.days_words.with(&number(middle), &m.days_range.with(&number(low), &number(high)));
        Row { name: m.days.to_owned(), said, count: usize::try_from(middle).ok(), squares: None }
    };
    Table { name: m.days, rows: made.days.map(row).into_iter().collect(), is_hiding: false }
}

fn nine(made: &Report, speech: Speech) -> Table {
    let m = &speech.h().report;
    let faces = speech.m().score.faces;
    let rated = made.standards.iter().any(Option::is_some);
    let row = |(standard, picture): (&'static crate::kb::Standard, &Option<crate::plan::score::Picture>)| {
        let median = picture.as_ref().and_then(|picture| picture.median());
        let face = median.and_then(|at| faces.get(usize::from(at).checked_sub(1)?)).copied();
        let count = picture.as_ref().map_or(0, |picture| picture.count());
        let said = face.map_or_else(|| m.hidden_count.to_owned(), |face| m.standard_words.with(face, &speech.number(count)));
        let name = speech.text(standard.after).into_owned();
        Row { name, said, count: None, squares: median.map(|at| (usize::from(at), FACES)) }
    };
    let rows = if rated { standards().iter().zip(&made.standards).map(row).collect() } else { Vec::new() };
    Table { name: m.standards, rows, is_hiding: rated && made.standards.iter().any(Option::is_none) }
}

/// A table as it stands on the screen and on paper.
pub fn table(table: &Table) -> El {
    let row = |row: &Row| {
        let squares = row.squares.map(|(full, of)| {
            let one = |at| el("span", if at < full { "bars__square bars__square--on" } else { "bars__square" });
            el("span", "bars__squares").attr("aria-hidden", "true").with((0..of).map(one).collect::<Vec<_>>())
        });
        el("div", "bars__row").attr("role", "row").with((
            el("div", "").attr("role", "rowheader").with(row.name.clone()),
            el("div", "bars__said").attr("role", "cell").with((squares, el("span", "bars__face").with(row.said.clone()))),
        ))
    };
    let rows: Vec<El> = table.rows.iter().map(row).collect();
    let head = words_of(&Line { mark: Mark::Head, text: table.name.to_owned() });
    el("div", "").with((head, el("div", "bars").attr("role", "table").attr("aria-label", table.name).with(rows)))
}
