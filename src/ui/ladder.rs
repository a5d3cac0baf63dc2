//! The people's part of a plan: whom to try next on the guide's ladder, what to say, and how it went.

use super::el::{all, el, live, El};
use super::parts::{button, listed, pair, small_title};
use super::people::{add_person, addressed, logger, note_way, organizations, person_row, say};
use super::plan::Open;
use super::plans::service_of;
use super::reach::way_links;
use super::signal::*;
use crate::kb::AimId;
use crate::plan::ladder::{self, Next, Tried};
use crate::plan::people::{level, Level};
use crate::plan::{fact, reach, Sheet, SheetId};

/// What the screen shows; made anew only when it differs, not with every letter typed in the plan.
#[derive(Clone, PartialEq)]
struct Shown {
    people: Vec<(SheetId, Tried)>,
    stay: bool,
    /// The person to turn to.
    who: Option<SheetId>,
    /// The level to find a name for.
    find: Option<Level>,
    about: String,
}

pub fn ladder(open: Open) -> El {
    let app = open.app;
    let chosen = RwSignal::new(None);
    let shown = memo(move || {
        let (offices, about) = open.with(|plan| (offices(plan), matter(plan, open))).unwrap_or_default();
        app.book.with(|book| {
            let found = ladder::ladder(book, &open.id(), &offices);
            let (who, find) = match found.next {
                Next::Stay(person) | Next::Ask(person) => (Some(person.id.clone()), None),
                Next::Find(level) => (None, Some(level)),
                Next::Organization => (None, None),
            };
            let people = found.people.iter().map(|(person, tried)| (person.id.clone(), *tried)).collect();
            Shown { people, stay: matches!(found.next, Next::Stay(_)), who, find, about }
        })
    });
    live(move || shown.with(|shown| screen(open, shown, chosen)))
}

/// The offices of the plan's service, as they stand in facts.
fn offices(plan: &Sheet) -> Vec<&'static str> {
    service_of(plan).map_or(Vec::new(), |service| service.get().authorities.iter().map(|role| role.authority.name()).collect())
}

/// What it is about, in a sentence to an official.
fn matter(plan: &Sheet, open: Open) -> String {
    let own = plan.title.current();
    let aim = plan.aim.as_deref().and_then(AimId::parse);
    let given = service_of(plan).map(|service| service.get().title).or_else(|| aim.map(|aim| aim.get().title));
    match given {
        _ if !own.is_empty() => own.to_owned(),
        Some(given) => open.speech.text(given).into_owned(),
        None => open.speech.m().person.matter.to_owned(),
    }
}

fn screen(open: Open, shown: &Shown, chosen: RwSignal<Option<crate::plan::How>>) -> El {
    let (app, speech) = (open.app, open.speech);
    let p = &speech.m().person;
    let person = |id: &SheetId| app.book.with_untracked(|book| book.sheets.get(id).cloned());
    let office = open.plan.with_untracked(|plan| plan.as_ref().and_then(|plan| offices(plan).first().copied()));
    let add = move |level: Option<Level>| {
        let facts = [(fact::OFFICE, office.unwrap_or_default()), (fact::LEVEL, level.map_or("", Level::code))];
        add_person(app, &facts);
    };
    let now = match (shown.who.as_ref().and_then(person), shown.find) {
        (Some(who), _) => {
            let rung = level(&who).unwrap_or(Level::Staff);
            let advice = if shown.stay {
                Some(pair("circle-check", p.stay))
            } else {
                (rung == Level::Director).then(|| pair("info", p.director_only))
            };
            all((
                advice,
                el("ul", "rows").with(el("li", "").with(person_row(&who, None, speech))),
                (!shown.stay).then(|| say(rung, &addressed(&who, speech), &shown.about, speech)),
                way_links(reach::ways(&who), note_way(chosen), speech),
                logger(who.id.clone(), Some(open.id()), chosen),
            ))
        }
        (None, Some(level)) => {
            let words = if level == Level::Director { p.find_director } else { p.find_staff };
            let found = move || add(Some(level));
            // Without a name, the office is asked the one question: whom to speak to.
            all((
                pair("search", words),
                say(Level::Director, "", &shown.about, speech),
                button("button button--wide", "user-plus", p.have_name, found),
            ))
        }
        (None, None) => all((pair("users", p.all_tried), organizations(speech))),
    };
    let others = shown.people.iter().filter(|(id, _)| Some(id) != shown.who.as_ref()).filter_map(|(id, tried)| {
        let state = p.tried.get(*tried as usize).copied().unwrap_or_default();
        Some(all((person_row(&person(id)?, None, speech), el("p", "quiet").with(state))))
    });
    let others: Vec<El> = others.collect();
    let others = (!others.is_empty()).then(|| (small_title(p.known), el("ul", "rows").with(listed(others))));
    let another = shown.find.is_none().then(|| button("button button--small", "user-plus", p.add, move || add(None)));
    let known = shown.find.is_some().then(|| {
        button("button button--wide button--quiet", "user", if office.is_some() { p.add_here } else { p.add }, move || {
            add(Some(Level::Known))
        })
    });
    all((small_title(p.next_whom), now, others, another, known))
}
