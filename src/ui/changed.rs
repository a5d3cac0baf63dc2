//! Facts that changed since a plan or a duty relied on them: what was, what is now with its source, and her choice to take it or to keep
//! what was. Looked for once, when nothing else happens, and only after the knowledge base has changed.

use super::duties::relied_duties;
use super::el::{all, el, live, El};
use super::parts::{about, button, card, empty, heading, lead, line, main_link, own_row, pair, sources, why};
use super::plan::Open;
use super::plans::service_of;
use super::sheets::{sheet_name, sheet_page};
use super::state::{use_app, use_speech, App};
use crate::i18n::Speech;
use crate::kb::{packed, About, Claim, ServiceId};
use crate::page::{Locale, Page};
use crate::plan::business::Task;
use crate::plan::relied::{self, Basis, Change, Relied};
use crate::plan::{written, Book, Pen, Sheet, What};

/// What is noted of a claim: not rules and papers, which stand in the plan as steps and documents.
fn is_relied(claim: &Claim) -> bool {
    !matches!(claim.about, About::Rule | About::Papers)
}

/// What a sheet rests on, as it reads now in this language.
pub fn basis_now(sheet: &Sheet, locale: Locale, speech: Speech) -> Basis {
    let speech = Speech { locale, ..speech };
    let facts = match sheet.what {
        What::Business => relied_duties(sheet, speech),
        _ => service_of(sheet).map(|service| claims(service, speech)).unwrap_or_default(),
    };
    Basis { edition: packed::edition().to_owned(), locale: locale.code().to_owned(), facts }
}

fn claims(service: ServiceId, speech: Speech) -> Vec<Relied> {
    let text = |text| speech.text(text).into_owned();
    let of = |claim: &&Claim| is_relied(claim);
    let relied = |claim: &Claim| Relied {
        about: code(claim.about).to_owned(),
        name: claim.label.map_or_else(String::new, text),
        value: text(claim.value),
    };
    service.get().claims.iter().filter(of).map(relied).collect()
}

const KINDS: [About; 10] = [
    About::Fee,
    About::Time,
    About::Deadline,
    About::Penalty,
    About::Rate,
    About::Amount,
    About::Threshold,
    About::Contact,
    About::Papers,
    About::Rule,
];
/// Names of the kinds in saved records: they never change.
const CODES: [&str; 10] = ["fee", "time", "deadline", "penalty", "rate", "amount", "threshold", "contact", "papers", "rule"];

fn code(about: About) -> &'static str {
    KINDS.iter().position(|kind| *kind == about).and_then(|at| CODES.get(at)).copied().unwrap_or_default()
}

/// What changed for a sheet, and is not decided yet.
fn changes_of(sheet: &Sheet, speech: Speech) -> Vec<Change> {
    let Some(then) = relied::basis(sheet) else { return Vec::new() };
    if then.edition == packed::edition() {
        return Vec::new();
    }
    let now = basis_now(sheet, Locale::parse(&then.locale).unwrap_or_default(), speech);
    relied::changes(&then.facts, &now.facts).into_iter().filter(|change| !relied::is_kept(sheet, change)).collect()
}

/// Notes what a sheet relies on after she changed it, in the language in which it was noted first.
pub fn rely_again(sheet: &mut Sheet, pen: &Pen, speech: Speech) -> bool {
    let locale = relied::basis(sheet).and_then(|basis| Locale::parse(&basis.locale)).unwrap_or(speech.locale);
    let now = basis_now(sheet, locale, speech);
    relied::rely_again(sheet, pen, now)
}

/// All sheets with changes.
fn changed_sheets(book: &Book, speech: Speech) -> Vec<(&Sheet, Vec<Change>)> {
    let sheets = book.plans().chain(book.businesses()).filter(|sheet| sheet.is_open());
    sheets.map(|sheet| (sheet, changes_of(sheet, speech))).filter(|(_, changes)| !changes.is_empty()).collect()
}

/// How many facts changed, over all sheets.
pub fn count(book: &Book, speech: Speech) -> usize {
    changed_sheets(book, speech).iter().map(|(_, changes)| changes.len()).sum()
}

pub fn changed() -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().changed;
    let list = live(move || {
        app.book.with(|book| {
            let sheets = changed_sheets(book, speech);
            let none =
                sheets.is_empty().then(|| empty(m.none, m.none_help, main_link("list-checks", speech.m().my_plans, Page::Plans)));
            let parts: Vec<El> = sheets.into_iter().map(|(sheet, changes)| part(app, book, sheet, changes, speech)).collect();
            (none, parts)
        })
    });
    all((heading(m.title), lead(m.lead), list))
}

/// One sheet with what changed for it, and the letters that were written for it.
fn part(app: App, book: &Book, sheet: &Sheet, changes: Vec<Change>, speech: Speech) -> El {
    let letters = written::all(book).into_iter().filter(|letter| written::plan(letter).as_ref() == Some(&sheet.id));
    let letters: Vec<El> = letters.map(|letter| own_line(letter, speech)).collect();
    el("section", "card").key(sheet.id.as_str().to_owned()).with((
        own_row(sheet_page(sheet), "clipboard-pen", sheet_name(sheet, speech), String::new(), None),
        changes.into_iter().map(|change| one(app, sheet, change, speech)).collect::<Vec<_>>(),
        letters,
    ))
}

fn own_line(letter: &Sheet, speech: Speech) -> El {
    let m = &speech.m().changed;
    let sent = written::sent(letter).map(|day| speech.m().compose.sent_on.with(&speech.date(day)));
    own_row(sheet_page(letter), "mail", sheet_name(letter, speech), m.letter_too.to_owned(), sent)
}

/// "Was … now … (source)": take it, or keep what was.
fn one(app: App, sheet: &Sheet, change: Change, speech: Speech) -> El {
    let m = &speech.m().changed;
    let then = Locale::parse(&relied::basis(sheet).unwrap_or_default().locale).unwrap_or_default();
    let name = match (CODES.iter().position(|code| *code == change.was.about), &*change.was.name) {
        (Some(at), "") => KINDS.get(at).map_or_else(String::new, |kind| about(*kind, speech.m()).to_owned()),
        (Some(_), name) => name.to_owned(),
        (None, _) => speech.m().obligation.to_owned(),
    };
    let was = change.was.value.clone();
    let now = match change.now.is_empty() {
        true => m.no_longer.to_owned(),
        false => change.now.join(" · "),
    };
    let task = change.was.name.rsplit_once(':').and_then(|(service, n)| Task::find(ServiceId::parse(service)?, n.parse().ok()?));
    let from = service_of(sheet).map(|service| {
        let stands = |claim: &&Claim| change.now.contains(&Speech { locale: then, ..speech }.text(claim.value).into_owned());
        let of = service.get().claims.iter().find(stands);
        let date = of.map(|claim| line(speech.m().checked_on.with(&speech.partial_date(claim.checked.str()))));
        why((date, sources(of.map_or(service.get().sources, |claim| claim.sources))))
    });
    let from = from.or_else(|| task.map(|task| why(sources(task.duty.sources))));
    let (id, other, kept) = (sheet.id.clone(), sheet.id.clone(), change.clone());
    let take = move || app.edit_undoable(&id, m.taken, |sheet, pen| relied::take(sheet, pen, &change));
    let keep = move || app.edit_undoable(&other, m.kept, |sheet, pen| relied::keep(sheet, pen, &kept));
    let words = |label: &str, words: String| [label, " ", &words].concat();
    el("div", "claim").with((
        el("p", "claim__name").with(name),
        el("p", "claim__other").attr("lang", then.code()).with(words(m.was, was)),
        el("p", "claim__value").attr("lang", then.code()).with(words(m.now, now)),
        from,
        el("div", "actions").with((
            button("button button--small", "check", m.take, take),
            button("button button--small button--quiet", "x", m.keep, keep),
        )),
    ))
}

/// On the page of a plan: what changed for it.
pub fn changed_here(open: Open) -> El {
    live(move || {
        let speech = open.speech;
        let changes = open.with(|sheet| changes_of(sheet, speech))?;
        let sheet = open.now(Sheet::clone)?;
        (!changes.is_empty()).then(|| {
            let rows: Vec<El> = changes.into_iter().map(|change| one(open.app, &sheet, change, speech)).collect();
            card("changed", speech.m().changed.title, (pair("info", speech.m().changed.lead), rows))
        })
    })
}

/// On Home, after the knowledge base has changed: how many facts of hers, and the way there.
pub fn changed_row() -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().changed;
    live(move || {
        // Counted at the start; from then on as she decides.
        let count = if app.changed.get() > 0 { app.book.with(|book| count(book, speech)) } else { 0 };
        (count > 0).then(|| {
            let words = m.facts_changed.with(&speech.number(count));
            el("section", "card card--rows").with(own_row(Page::Changed, "info", m.title.to_owned(), words, None))
        })
    })
}
