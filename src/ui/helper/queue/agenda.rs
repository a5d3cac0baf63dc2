//! One office: whom to speak to, the one agenda, and the answers that go back to all who asked.

use super::super::super::el::{all, el, live, El, Words};
use super::super::super::parts::{button, card, icon, listed, main_link, own_row, pair, quiet, small_title};
use super::super::super::people::{add_person, name, who};
use super::super::super::plans::item_words;
use super::{both, office_words, people_words, Desktop};
use crate::dates::Date;
use crate::i18n::Speech;
use crate::kb::AuthorityId;
use crate::khmer::is_khmer;
use crate::page::Page;
use crate::plan::helper::faq;
use crate::plan::helper::queue::agenda::{self, Brought, Pick};
use crate::plan::helper::queue::{reply, Place, Queue, Reply, Told};
use crate::plan::people::{self, Level};
use crate::plan::{fact, Sheet, SheetId, What, AGENDA_MAX};

/// Everything about the office that is looked at.
pub fn agenda(desk: Desktop) -> Option<El> {
    let office = desk.office().filter(|office| AuthorityId::parse(office).is_some())?;
    let (app, speech, h) = (desk.app, desk.speech, &desk.speech.h().queue);
    let name_of = office_words(&office, speech);
    let parts = live(move || {
        let office = office.clone();
        let (contact, next, known) = app.book.with(|book| {
            let today = app.today.get();
            let contact = agenda::contact(book, &office, today);
            let next = contact.and_then(|person| agenda::next_day(book, person, today));
            let known: Vec<Sheet> = people::at(book, &office).into_iter().cloned().collect();
            (contact.map(|person| person.id.clone()), next, known)
        });
        let sheet = app.book.with(|book| agenda::of_office(book, &office).cloned());
        let waits = desk.queue.with(|queue| waiting(desk, queue, &office).len());
        let room = agenda::room(sheet.as_ref());
        let day = next.map_or_else(|| quiet(h.no_day), |day| quiet(h.next_day.with(&speech.date(day))));
        let on = sheet.as_ref().map(|sheet| on_agenda(desk, sheet));
        let meeting = sheet.as_ref().and_then(|sheet| Some((sheet.id.clone(), agenda::coming(sheet)?.id.clone())));
        let meeting = meeting.map(|(plan, meeting)| {
            main_link("users", h.open_meeting, Page::Meeting(plan.as_str().to_owned(), meeting.as_str().to_owned()))
        });
        let (here, person) = (office.clone(), contact.clone());
        let make = (waits > 0 && room > 0).then(|| {
            // The way to the meeting is the main one as soon as there is one.
            let class = if meeting.is_some() { "button button--wide" } else { "button button--main" };
            button(class, "calendar-clock", h.make, move || {
                make_agenda(desk, &here, person.as_ref(), next);
            })
        });
        let left = waits.saturating_sub(room);
        let back = sheet.as_ref().and_then(|sheet| back(desk, sheet));
        let contact = contacts(desk, &office, known, contact.as_ref(), sheet.as_ref().map(|sheet| sheet.id.clone()));
        let left = (left > 0).then(|| pair("clock", h.waits.with(&speech.number(left))));
        card(
            "agenda",
            h.agenda,
            (quiet(h.agenda_hint.with(&speech.number(AGENDA_MAX))), contact, day, on, left, make, meeting, back),
        )
    });
    Some(all((el("p", "lead").with(name_of), parts)))
}

/// The groups of the office that stand on no agenda, those that most people ask first.
fn waiting(desk: Desktop, queue: &Queue, office: &str) -> Vec<Pick> {
    let mut picks = Vec::new();
    for group in &queue.groups {
        let Some(lead) = queue.lead(group).filter(|lead| lead.office == office) else { continue };
        if !desk.is_on_agenda(queue, group) {
            let service = lead.service.clone().unwrap_or_default();
            picks.push(Pick { words: lead.words.clone(), places: queue.places(group), service });
        }
    }
    picks
}

/// The questions on the agenda, and how many people ask each.
fn on_agenda(desk: Desktop, sheet: &Sheet) -> Option<El> {
    let (speech, h) = (desk.speech, &desk.speech.h().queue);
    let rows: Vec<El> = agenda::questions(sheet)
        .into_iter()
        .map(|item| {
            let people = desk.queue.with(|queue| everybody(queue, &agenda::places(item)).1);
            let asked = (people > 0).then(|| quiet(people_words(people, speech)));
            el("li", "").attr("dir", "auto").with((item_words(sheet, item, speech), asked))
        })
        .collect();
    (!rows.is_empty()).then(|| all((small_title(h.on_agenda), el("ol", "bullets").with(rows))))
}

/// Everybody who waits for the answer to a question that came from these places, also those who asked since; and how many people that are.
pub fn everybody(queue: &Queue, places: &[Place]) -> (Vec<Place>, usize) {
    let mut all: Vec<Place> = places.to_vec();
    let mut people = 0;
    for group in &queue.groups {
        let theirs = queue.places(group);
        if theirs.iter().any(|place| places.contains(place)) {
            people += group.people;
            all.extend(theirs);
        }
    }
    all.sort();
    all.dedup();
    (all, people)
}

/// One contact person: choose, or note somebody.
fn contacts(desk: Desktop, office: &str, known: Vec<Sheet>, chosen: Option<&SheetId>, agenda: Option<SheetId>) -> El {
    let (app, speech, h) = (desk.app, desk.speech, &desk.speech.h().queue);
    let rows = known.iter().map(|person| {
        let is_chosen = chosen == Some(&person.id);
        let words = el("span", "").attr("dir", "auto").with([&name(person, speech), " · ", &who(person, speech)].concat());
        let (id, office, agenda) = (person.id.clone(), office.to_owned(), agenda.clone());
        let choose = move || {
            let person = id.as_str().to_owned();
            match &agenda {
                Some(agenda) => {
                    app.edit(agenda, |sheet, pen| {
                        sheet.set_fact(pen, fact::PERSON, &person);
                        if let Some(meeting) = agenda::coming(sheet).map(|meeting| meeting.id.clone()) {
                            sheet.set_item_fact(pen, &meeting, fact::PERSON, &person);
                        }
                    });
                }
                None => {
                    let mut sheet = new_agenda(desk, &office);
                    sheet.set_fact(&app.pen(), fact::PERSON, &person);
                    app.add_sheet(sheet);
                }
            }
        };
        let pressed: Words = if is_chosen { "true".into() } else { "false".into() };
        el("button", "choice").attr("type", "button").attr("aria-pressed", pressed).tap(choose).with((icon("user"), words))
    });
    let rows = listed(rows.collect());
    let office = office.to_owned();
    let add = move || add_person(app, &[(fact::OFFICE, &office), (fact::LEVEL, Level::Staff.code())]);
    let choices = (!rows.is_empty()).then(|| el("ul", "choices").with(rows));
    all((small_title(h.contact), quiet(h.contact_hint), choices, button("button button--small", "user-plus", h.add_contact, add)))
}

/// An empty agenda of the helper's own, whomever she acts for just then.
fn new_agenda(desk: Desktop, office: &str) -> Sheet {
    let (app, speech) = (desk.app, desk.speech);
    app.act_for(None);
    let id = SheetId::from_random(app.outside().random());
    let title = speech.h().queue.agenda_title.with(&office_words(office, speech));
    agenda::blank(id, &app.pen(), office, &title)
}

fn make_agenda(desk: Desktop, office: &str, person: Option<&SheetId>, day: Option<Date>) {
    let (app, words) = (desk.app, desk.speech.h().queue.made);
    let picks = desk.queue.with_untracked(|queue| waiting(desk, queue, office));
    let person = person.map_or("", SheetId::as_str).to_owned();
    let known = app.book.with_untracked(|book| agenda::of_office(book, office).map(|sheet| sheet.id.clone()));
    match known {
        Some(id) => app.edit_undoable(&id, words, |sheet, pen| {
            agenda::fill(sheet, pen, &picks, &person, day);
            true
        }),
        None => {
            let mut sheet = new_agenda(desk, office);
            agenda::fill(&mut sheet, &app.pen(), &picks, &person, day);
            app.edit_many(vec![sheet], &[], words, &mut |_, _| ());
        }
    }
}

// ── answers go back ──

fn back(desk: Desktop, sheet: &Sheet) -> Option<El> {
    let (speech, h) = (desk.speech, &desk.speech.h().queue);
    let answers = agenda::answers(sheet);
    (!answers.is_empty()).then(|| {
        let (id, same) = (sheet.id.clone(), sheet.id.clone());
        all((
            pair("circle-check", h.came.with(&speech.number(answers.len()))),
            button("button button--wide", "send", h.bring, move || bring(desk, &id, false)),
            button("button button--wide", "book-open", h.bring_keep, move || bring(desk, &same, true)),
        ))
    })
}

/// What was said, with the quick answer in words where nothing else was written.
pub fn said(told: &Told, speech: Speech) -> Reply {
    let quick = told.quick.and_then(|answer| speech.m().meet.answers.get(answer as usize)).copied();
    let text = match (told.reply.text.trim(), quick) {
        ("", quick) => quick.unwrap_or_default().to_owned(),
        (text, None) => text.to_owned(),
        (text, Some(quick)) => [quick, ". ", text].concat(),
    };
    Reply { text, ..told.reply.clone() }
}

/// Writes the answers of the agenda into every plan that asked, and into a draft for others too.
fn bring(desk: Desktop, id: &SheetId, keep: bool) {
    let (app, speech) = (desk.app, desk.speech);
    let Some(sheet) = app.plan(id) else { return };
    let by = SheetId::parse(sheet.fact(fact::PERSON)).and_then(|person| app.plan(&person));
    let by = by.map(|person| name(&person, speech)).unwrap_or_default();
    let office = sheet.fact(crate::plan::helper::queue::QUEUE).to_owned();
    let mut replies: Vec<(Vec<Place>, Reply)> = Vec::new();
    let mut drafts = Vec::new();
    for Brought { item, places, told } in agenda::answers(&sheet) {
        let reply = Reply { by: by.clone(), ..said(&told, speech) };
        if keep {
            drafts.push(draft(desk, &sheet, &item, &places, &office, &reply));
        }
        let mut places = desk.queue.with_untracked(|queue| everybody(queue, &places)).0;
        places.push(Place { sheet: id.clone(), item: Some(item) });
        replies.push((places, reply));
    }
    give(desk, drafts, &replies);
}

/// A draft for others of a question on the agenda: in both languages where a plan that asked has them.
fn draft(desk: Desktop, agenda: &Sheet, item: &crate::plan::ItemId, places: &[Place], office: &str, reply: &Reply) -> Sheet {
    let (app, speech) = (desk.app, desk.speech);
    let asked = agenda.item(item).map(|item| item_words(agenda, item, speech)).unwrap_or_default();
    let words = |place: &Place| {
        let sheet = app.plan(&place.sheet)?;
        let words = both(&sheet, sheet.item(place.item.as_ref()?)?, speech);
        Some((words, sheet.service))
    };
    let of_asker = places.iter().filter_map(words).find(|(words, _)| words.contains(&asked));
    let own = || agenda.item(item).map(|item| (both(agenda, item, speech), None));
    let ([km, en], service) = of_asker.or_else(own).unwrap_or_default();
    let pen = app.pen();
    let id = SheetId::from_random(app.outside().random());
    let mut draft = faq::draft(id, &pen, [&km, &en], service.as_deref(), office);
    let codes: Vec<String> = places.iter().map(Place::code).collect();
    draft.set_fact(&pen, faq::PLACES, &codes.join(" "));
    draft.set_fact(&pen, faq::ASKED_DAY, &reply.day);
    faq::take_reply(&mut draft, &pen, reply, reply.text.contains(is_khmer));
    draft
}

/// Gives answers to all these places, as one change that can be taken back.
pub fn give(desk: Desktop, new: Vec<Sheet>, replies: &[(Vec<Place>, Reply)]) {
    let (app, speech) = (desk.app, desk.speech);
    let places: Vec<Place> = replies.iter().flat_map(|(places, _)| places.iter().cloned()).collect();
    let ids = reply::sheets(&places);
    // The agenda itself is no place where somebody asked.
    let asked = app.book.with_untracked(|book| {
        let agenda =
            |id: &SheetId| book.sheets.get(id).is_none_or(|sheet| !sheet.fact(crate::plan::helper::queue::QUEUE).is_empty());
        ids.iter().filter(|id| !agenda(id)).count()
    });
    let words = speech.h().queue.given.with(&speech.number(asked));
    app.edit_many(new, &ids, &words, &mut |sheet, pen| {
        for (places, reply) in replies {
            reply::write_all(sheet, pen, places, reply);
        }
    });
}

/// The row of a sheet from which an answer comes.
pub fn from_row(sheet: &Sheet, words: String, speech: Speech) -> Option<El> {
    (sheet.what == What::Faq).then(|| {
        let page = Page::Helper(crate::page::Desk::Answer(sheet.id.as_str().to_owned()));
        own_row(page, "book-open", words, speech.h().queue.known_approved.to_owned(), None)
    })
}
