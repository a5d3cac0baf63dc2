//! How complete a complaint is for the body that receives it, who can act with what power, and the time limits that could be missed.

use super::super::el::{all, el, live, El, Words};
use super::super::letter::counted;
use super::super::local::local_name;
use super::super::marked::Section;
use super::super::parts::{badge, button, care, confidence, icon, line, pair, power, quiet, row, sources, why};
use super::super::plan::{part, Open};
use super::super::signal::*;
use crate::dates::Date;
use crate::i18n::Speech;
use crate::kb::{AuthorityId, Confidence, Need, Rung, Situation, TimeLimit};
use crate::page::Page;
use crate::plan::complaint::{self, Meter};
use crate::plan::{fact, Book, Sheet, SheetId};

/// Where the part for a need stands on the screen.
pub fn anchor(need: Need) -> &'static str {
    ["what", "where", "when", "rule", "want", "proof", "tried", "name", "contact"].get(need as usize).copied().unwrap_or("")
}

fn need_words(need: Need, speech: Speech) -> &'static str {
    speech.m().complain.needs.get(need as usize).copied().unwrap_or_default()
}

/// The office of a rung: that of the directory, or the one where it happened.
pub fn office_of(case: &Sheet, rung: &Rung) -> Option<AuthorityId> {
    rung.authority.or_else(|| AuthorityId::parse(case.fact(fact::OFFICE)))
}

/// As it is called: in the directory, by her, or as the place itself.
pub fn rung_name(case: &Sheet, rung: &Rung, book: &Book, speech: Speech) -> String {
    let near = || book.sheets.get(&SheetId::parse(case.fact(fact::LOCAL))?).filter(|office| !office.removed.value);
    match (rung.authority, office_of(case, rung)) {
        (None, None) => near().map_or_else(|| speech.m().complain.itself.to_owned(), |office| local_name(office, speech)),
        (None, Some(_)) if near().is_some() => near().map_or_else(String::new, |office| local_name(office, speech)),
        (_, office) => office.map_or_else(String::new, |office| speech.text(office.get().name).into_owned()),
    }
}

/// "4 of 5 things this body needs", and what is missing as taps that lead there.
pub fn meter(open: Open, situation: &'static Situation) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().complain;
    let now = memo(move || open.with(|case| complaint::rung(case, situation).map(|rung| complaint::meter(case, rung))).flatten());
    let to = memo(move || {
        let name =
            |case: &Sheet| complaint::rung(case, situation).map(|rung| app.book.with(|book| rung_name(case, rung, book, speech)));
        open.with(name).flatten().unwrap_or_default()
    });
    let shown = live(move || {
        now.get().map(|meter| {
            let Meter { done, all: count, missing } = &meter;
            let words = m.meter.with(&speech.number(*done), &speech.number(*count));
            let percent = m.percent.with(&speech.number(meter.percent()));
            let bar = el("progress", "progress__bar").attr("max", count.to_string()).attr("value", done.to_string());
            let jump = |need: &Need| {
                let link = el("a", "button button--small").attr("href", ["#", anchor(*need)].concat());
                link.with(need_words(*need, speech))
            };
            let rest = match missing.is_empty() {
                true => pair("circle-check", m.complete),
                false => all((
                    el("p", "small-title").with(m.missing),
                    el("div", "actions").with(missing.iter().map(jump).collect::<Vec<_>>()),
                )),
            };
            all((
                el("div", "progress").with((
                    bar.attr("aria-label", words.clone()),
                    el("p", "progress__words").with((el("b", "").with(percent), " · ", words)),
                )),
                rest,
            ))
        })
    });
    let who = live(move || {
        el("a", "row").attr("href", "#who").with((
            icon("landmark"),
            el("span", "row__words").attr("dir", "auto").with(to.get()),
            icon("chevron-right"),
        ))
    });
    el("section", "card").attr("id", "meter").attr("tabindex", "-1").with((who, shown))
}

/// The ladder, the gentlest first.
pub fn who(open: Open, situation: &'static Situation) -> El {
    let m = &open.speech.m().complain;
    let app = open.app;
    let chosen = memo(move || open.with(|case| complaint::rung(case, situation).map(|rung| rung.n)).flatten());
    let suggested = memo(move || {
        let today = app.today.get();
        open.with(|case| complaint::suggested(case, situation, today).map(|rung| rung.n)).flatten()
    });
    let words = Section::default();
    let rungs: Vec<El> = situation.steps.iter().map(|rung| one(open, rung, chosen, suggested, &words)).collect();
    part("who", m.who, (quiet(m.who_hint), el("ol", "steps").with(rungs)))
}

fn one(open: Open, rung: &'static Rung, chosen: Memo<Option<u8>>, suggested: Memo<Option<u8>>, words: &Section) -> El {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().complain;
    let head = live(move || {
        open.with(|case| {
            let name: Words = app.book.with(|book| rung_name(case, rung, book, speech)).into();
            let can: Words = match office_of(case, rung) {
                Some(office) => power(office.get().power, speech.m()).into(),
                None => m.itself_power.into(),
            };
            match rung.authority {
                Some(office) => el("ul", "rows").with(el("li", "").with(row(Page::Office(office), None, name, Some(can)))),
                None => el("p", "").with((el("b", "").attr("dir", "auto").with(name), " · ", can)),
            }
        })
    });
    let is = move || chosen.get() == Some(rung.n);
    let choose = move || {
        app.edit(&open.id(), |case, pen| case.set_fact(pen, fact::RUNG, &rung.n.to_string()));
    };
    let on = move || Some(is().to_string().into());
    let choice = live(move || {
        let words = if is() { m.chosen } else { m.choose };
        button("button button--small", if is() { "circle-check" } else { "circle" }, words, choose).live_attr("aria-pressed", on)
    });
    let hint =
        live(move || (suggested.get() == Some(rung.n)).then(|| el("p", "badges").with(badge("badge", "signpost", m.suggested))));
    let needs: Vec<&str> = rung.needs().map(|need| need_words(need, speech)).collect();
    let wait = (rung.days > 0).then(|| pair("calendar-clock", m.wait.with(&speech.days(rung.days.into(), false))));
    el("li", "").with(el("div", "").with((
        hint,
        head,
        el("p", "").with(words.text(rung.text)),
        quiet(m.body_needs.with(&needs.join(" · "))),
        wait,
        (rung.confidence == Confidence::Low).then(|| care("info", speech.m().confidence_low)),
        why((line(confidence(rung.confidence, speech.m())), sources(rung.sources))),
        el("div", "actions").with(choice),
    )))
}

/// Limits of the law, the last day counted from the day she said.
pub fn limits(open: Open, situation: &'static Situation) -> Option<El> {
    let (app, speech) = (open.app, open.speech);
    let m = &speech.m().complain;
    let words = Section::default();
    let one = |limit: &'static TimeLimit| {
        let last = live(move || {
            let from = open.with(|case| Date::parse(case.fact(fact::DAY))).flatten();
            let count = from.and_then(|from| limit.count(from));
            count.map(|count| counted(&count, false, app.today.get(), speech))
        });
        el("div", "claim").with((
            el("p", "claim__value").with(words.text(limit.text)),
            (limit.confidence == Confidence::Low).then(|| care("info", speech.m().confidence_low)),
            why((
                line(confidence(limit.confidence, speech.m())),
                (!limit.date.is_empty()).then(|| line(speech.m().dated.with(&speech.partial_date(limit.date.str())))),
                sources(limit.sources),
            )),
            last,
        ))
    };
    let rows: Vec<El> = situation.limits.iter().map(one).collect();
    let counts = situation.limits.iter().any(|limit| limit.days > 0);
    let ask = live(move || {
        let known = open.with(|case| complaint::has(case, Need::When)).unwrap_or(true);
        (counts && !known).then(|| el("a", "button button--small").attr("href", "#when").with(m.limits_day))
    });
    let hedge = counts.then(|| pair("info", speech.m().letter.office_decides));
    (!rows.is_empty()).then(|| {
        let title = el("h2", "card__title").with(m.limits);
        el("section", "card card--time").attr("id", "limits").with((title, rows, ask, hedge))
    })
}
