//! One plan: what comes next, then its five parts: need, questions, people, prepare, result.

use super::changed::changed_here;
use super::complain::complain_row;
use super::edit::{list_editor, words_editor};
use super::el::{all, el, live, live_text, El, Kids, Words};
use super::ladder::ladder;
use super::letter::in_plan;
use super::letters::for_this_plan;
use super::meeting::{meetings, outcomes, phase_words};
use super::offices::office_row;
use super::parts::{button, gone_screen, icon, listed, main_button, main_link, option, pair, quiet, row, small_title};
use super::plans::{given_need, item_words, plan_name, service_of, window_words};
use super::score::rate_button;
use super::signal::*;
use super::state::{use_app, use_speech, App};
use crate::dates::Date;
use crate::i18n::Speech;
use crate::page::Page;
use crate::plan::fact;
use crate::plan::{next_thing, progress, progress_of, window, Cause, Field, List, NeedKind, Progress, Sheet, SheetId, What};
use crate::saved::SaveState;

/// The open plan or person, as views see it.
#[derive(Clone, Copy)]
pub struct Open {
    pub app: App,
    pub speech: Speech,
    pub plan: Memo<Option<Sheet>>,
    id: StoredValue<SheetId>,
}

impl Open {
    pub fn new(app: App, speech: Speech, id: SheetId, what: What) -> Open {
        let wanted = id.clone();
        let there = move |sheet: &&Sheet| sheet.what == what && !sheet.removed.value;
        let plan = memo(move || app.book.with(|book| book.sheets.get(&wanted).filter(there).cloned()));
        Open { app, speech, plan, id: StoredValue::new(id) }
    }

    pub fn id(self) -> SheetId {
        self.id.get_value()
    }

    /// Reads from the plan; tracks.
    pub fn with<R>(self, read: impl FnOnce(&Sheet) -> R) -> Option<R> {
        let (mut read, mut result) = (Some(read), None);
        self.with_by(&mut |plan| result = read.take().map(|read| read(plan)));
        result
    }

    #[inline(never)]
    fn with_by(self, read: &mut dyn FnMut(&Sheet)) {
        self.plan.with(|plan| plan.as_ref().map(read));
    }

    /// As [`Open::with`], without tracking.
    pub fn now<R>(self, read: impl FnOnce(&Sheet) -> R) -> Option<R> {
        untrack(|| self.with(read))
    }
}

/// The steps of the service that come before its step `n`.
pub fn steps_before(plan: &Sheet, n: u8) -> &'static [u8] {
    service_of(plan).and_then(|service| service.get().step(n)).map_or(&[], |step| step.after.all())
}

/// The plan with this id, to be read and edited; whether there is one is [`Open::plan`]'s to say.
pub fn open_plan(name: &str) -> Option<Open> {
    let app = use_app();
    Some(Open::new(app, use_speech(), SheetId::parse(name)?, What::Plan))
}

pub fn plan(name: &str) -> El {
    let speech = use_speech();
    let Some(open) = open_plan(name) else { return gone(speech) };
    let here = memo(move || open.plan.with(Option::is_some));
    live(move || if here.get() { screen(open) } else { gone(speech) })
}

pub fn gone(speech: Speech) -> El {
    let m = speech.m();
    gone_screen(m.plan_gone, m.gone_help, ("list-checks", m.my_plans, Page::Plans))
}

fn screen(open: Open) -> El {
    let m = open.speech.m();
    let title = live_text(move || open.with(|plan| plan_name(plan, open.speech)).unwrap_or_default());
    let prepare =
        (small_title(m.steps), list_editor(open, List::Step), small_title(m.documents), list_editor(open, List::Document));
    all((
        el("h1", "title").attr("id", "title").attr("tabindex", "-1").attr("dir", "auto").with(title),
        live(move || open.with(|plan| bar(plan, open.speech))),
        saved_line(open),
        live(move || next(open)),
        all((changed_here(open), in_plan(open))),
        live(move || open.with(|plan| parts(plan, open.speech))),
        part("need", m.part_need, need(open)),
        part("questions", m.part_questions, list_editor(open, List::Question)),
        part("people", m.part_people, (people(open), waits(open))),
        part("prepare", m.part_prepare, (prepare, meetings(open))),
        part("result", m.part_result, result(open)),
        (for_this_plan(open), row(Page::Print(open.id().as_str().to_owned()), Some("printer"), m.paper.open, None)),
    ))
}

/// One of the five parts; the overview leads here.
pub fn part(id: &'static str, words: &'static str, inside: impl Kids) -> El {
    let section = el("section", "card").attr("id", id).attr("tabindex", "-1").attr("aria-label", words);
    section.with(el("h2", "card__title").with(words)).with(inside)
}

fn bar(plan: &Sheet, speech: Speech) -> El {
    let progress = progress(plan);
    let words = speech.m().done_of.with(&speech.number(progress.done), &speech.number(progress.all));
    let bar =
        el("progress", "progress__bar").attr("max", progress.all.max(1).to_string()).attr("value", progress.done.to_string());
    el("div", "progress").with((bar.attr("aria-label", words.clone()), el("p", "progress__words").with(words)))
}

/// "Saved on this phone", only when it is true.
pub fn saved_line(open: Open) -> El {
    let m = open.speech.m();
    let words = move || {
        let (picture, words) = match open.app.save.get() {
            SaveState::Saved => ("smartphone", m.saved),
            SaveState::Saving => ("refresh-cw", m.saving),
            SaveState::KeptNotSafe(_) => ("info", m.kept_not_safe),
            SaveState::Idle | SaveState::TooNew | SaveState::Unsaved(_) => return None,
        };
        Some((icon(picture), el("span", "").with(words)))
    };
    el("p", "saved").attr("id", "saved").attr("role", "status").with(live(words))
}

/// The one next thing, computed and never stored, and the time left.
fn next(open: Open) -> Option<El> {
    let (app, speech) = (open.app, open.speech);
    let m = speech.m();
    let today = app.today.get();
    open.with(|plan| {
        let time = window(plan, today).map(|window| pair("calendar-clock", window_words(plan, window, speech)));
        if let Some((meeting, phase)) = plan.next_meeting(today) {
            let page = Page::Meeting(plan.id.as_str().to_owned(), meeting.id.as_str().to_owned());
            let words = phase_words(phase, &m.meet);
            let day = meeting.day(fact::DAY).map(|day| el("p", "").with(speech.date(day)));
            return el("section", "card next").attr("aria-label", m.next).with((
                el("h2", "card__title").with(m.next),
                time,
                el("p", "next__words").with((m.meet.meeting, " · ", words)),
                day,
                main_link("users", m.meet.meeting, page),
            ));
        }
        match next_thing(plan, &|n| steps_before(plan, n)) {
            Some(item) => {
                let (id, item_id) = (open.id(), item.id.clone());
                let tick = move || app.edit_undoable(&id, m.ticked, |plan, pen| plan.set_done(pen, &item_id, true));
                el("section", "card next").attr("aria-label", m.next).with((
                    el("h2", "card__title").with(m.next),
                    time,
                    el("p", "next__words").attr("dir", "auto").with(item_words(plan, item, speech)),
                    main_button("check", m.ticked, tick),
                ))
            }
            None => el("section", "card next next--done").with((time, pair("circle-check", m.all_done))),
        }
    })
}

/// The five parts at a glance; each leads to its place below.
fn parts(plan: &Sheet, speech: Speech) -> El {
    let m = speech.m();
    let of = |p: Progress| -> Words { [&speech.number(p.done), "/", &speech.number(p.all)].concat().into() };
    let full = |p: Progress| p.all > 0 && p.done == p.all;
    let (questions, prepare) = (progress_of(plan, List::Question), progress(plan));
    let offices = service_of(plan).map_or(Words::default(), |service| speech.number(service.get().authorities.len()).into());
    let rows = [
        ("#need", m.part_need, Words::default(), true),
        ("#questions", m.part_questions, of(questions), full(questions)),
        ("#people", m.part_people, offices, false),
        ("#prepare", m.part_prepare, of(prepare), full(prepare)),
        ("#result", m.part_result, Words::default(), plan.archived.value),
    ];
    let row = |(at, (href, words, count, done)): (usize, (&'static str, &'static str, Words, bool))| {
        let dot = el("span", if done { "dot dot--done" } else { "dot" }).attr("aria-hidden", "true");
        let dot = if done { dot.with(icon("check")) } else { dot.with(speech.number(at + 1)) };
        el("a", "row row--part").attr("href", href).with((
            dot,
            el("span", "row__words").with(words),
            el("span", "row__count").with(count),
            icon("chevron-right"),
        ))
    };
    let rows: Vec<El> = rows.into_iter().enumerate().map(row).collect();
    el("nav", "card card--rows").attr("aria-label", m.parts).with(el("ol", "rows").with(listed(rows)))
}

fn need(open: Open) -> (El, El, El, El, El) {
    let (app, speech) = (open.app, open.speech);
    let m = speech.m();
    let given = move || open.with(|plan| given_need(plan, speech)).unwrap_or_default();
    let name = move || {
        let service = open.with(service_of).flatten();
        service.map_or_else(|| m.generic_plan.to_owned(), |service| speech.text(service.get().title).into_owned())
    };
    let kind = move || open.with(|plan| plan.kind.value);
    let kinds = NeedKind::ALL.into_iter().zip([m.kind_routine, m.kind_problem, m.kind_change]).map(|(value, words)| {
        option(
            "kind",
            words,
            move || kind() == Some(value),
            move || {
                app.edit(&open.id(), |plan, pen| plan.set_kind(pen, value));
            },
        )
    });
    let is_problem = memo(move || kind() == Some(NeedKind::Problem));
    let causes = live(move || {
        is_problem.get().then(|| {
            let causes = Cause::ALL.into_iter().zip(m.causes).map(|(cause, words)| {
                let chosen = move || open.with(|plan| plan.cause.value).flatten() == Some(cause);
                option("cause", words, chosen, move || {
                    app.edit(&open.id(), |plan, pen| plan.set_cause(pen, Some(cause)));
                })
            });
            let causes = el("fieldset", "").with((
                el("legend", "small-title").with(m.cause),
                causes.collect::<Vec<_>>(),
                quiet(m.cause_note),
            ));
            (causes, complain_row(None, Some(&open.id()), speech))
        })
    });
    (
        words_editor(open, Field::Need, m.need_sentence, given),
        el("fieldset", "").with((el("legend", "small-title").with(m.kind), kinds.collect::<Vec<_>>())),
        causes,
        last_day(open),
        words_editor(open, Field::Title, m.plan_title, name),
    )
}

/// The last day, if there is one; emptied, there is none.
fn last_day(open: Open) -> El {
    let shown = move || open.with(|plan| plan.deadline.value).flatten().map_or(String::new(), |day| day.to_string());
    let write = move |event| {
        let day = Date::parse(&event_target_value(&event));
        open.app.edit(&open.id(), |plan, pen| plan.set_deadline(pen, day));
    };
    let input = el("input", "field__day").attr("type", "date").attr("autocomplete", "off").value(shown).on("change", write);
    el("label", "field").with((el("span", "field__label").with(open.speech.m().deadline_field), input))
}

/// Whom to ask next, the people of its offices, and where to go.
fn people(open: Open) -> (El, El) {
    let m = open.speech.m();
    let service = open.now(service_of).flatten();
    let rows = match service {
        Some(service) => {
            let offices = service.get().authorities.iter().map(|role| office_row(role.authority));
            offices.chain([row(Page::Service(service), Some("book-open"), m.read_service, None)]).collect()
        }
        None => vec![row(Page::Offices, Some("landmark"), m.offices, None)],
    };
    (ladder(open), el("ul", "rows").with(listed(rows)))
}

fn result(open: Open) -> (El, Option<El>, El, El, El) {
    let (app, m) = (open.app, open.speech.m());
    let archived = memo(move || open.with(|plan| plan.archived.value).unwrap_or(false));
    let finish = live(move || {
        if archived.get() {
            let reopen = move || {
                app.edit(&open.id(), |plan, pen| plan.set_archived(pen, false));
            };
            (pair("circle-check", m.finished), button("button button--wide", "rotate-ccw", m.reopen_plan, reopen))
        } else {
            let finish = move || app.edit_undoable(&open.id(), m.plan_finished, |plan, pen| plan.set_archived(pen, true));
            (el("p", "").with(m.result_hint), button("button button--wide", "archive", m.finish_plan, finish))
        }
    });
    let delete = move || {
        let id = open.id();
        app.go(Page::Plans);
        app.edit_undoable(&id, m.plan_deleted, |plan, pen| plan.set_removed(pen, true));
    };
    let duplicate = move || {
        let id = app.duplicate_plan(&open.id());
        if let Some(id) = id {
            app.go(Page::Plan(id.as_str().to_owned()));
            app.say(m.meet.duplicated, None);
        }
    };
    (
        outcomes(open, None),
        open.now(service_of).flatten().map(rate_button),
        finish,
        button("button button--wide button--quiet", "copy", m.meet.duplicate, duplicate),
        button("button button--wide button--quiet", "trash-2", m.delete_plan, delete),
    )
}

/// "Waiting for … since …": a note, no third state of a step.
fn waits(open: Open) -> El {
    let (app, m) = (open.app, &open.speech.m().meet);
    let since = memo(move || open.with(|plan| Date::parse(plan.fact(fact::WAITS))).flatten());
    let say = move |day: String| {
        app.edit(&open.id(), |plan, pen| plan.set_fact(pen, fact::WAITS, &day));
    };
    live(move || match since.get() {
        Some(day) => all((
            pair("calendar-clock", m.waits_since.with(&open.speech.date(day))),
            words_editor(open, Field::Note(fact::WAITS.to_owned()), m.waits_for, String::new),
            button("button button--small", "check", m.waits_no_more, move || say(String::new())),
        )),
        None => button("button button--small", "calendar-clock", m.waits, move || say(app.today.get_untracked().to_string())),
    })
}
