//! The desk: what there is to do, for whom first, and the way to every room of helper mode.

use super::super::el::{all, el, live, El};
use super::super::parts::{button, heading, lead, listed, main_button, row, row_to, rows_card};
use super::super::signal::*;
use super::super::state::{use_app, use_speech, App};
use super::women::list::{add, index, person_row};
use crate::i18n::Speech;
use crate::page::{Desk, Page};
use crate::plan::business::{Profile, Said};
use crate::plan::helper::helped::Counts;
use crate::plan::{fact, Book, Sheet, What};

/// So many people stand there as the most urgent.
const URGENT: usize = 5;
/// The answers with which an organization begins (content/profile.toml).
const ORGANIZATION: &str = "form.organization";

pub fn desk() -> El {
    let app = use_app();
    let speech = use_speech();
    let d = &speech.h().desk;
    let counts = memo(move || app.book.with(|book| Counts::new(book, app.today.get())));
    let first = memo(move || counts.with(|counts| counts.people == 0));
    let top = live(move || {
        if first.get() {
            let begin = main_button("user-plus", d.add_first, move || add(app));
            return all((d.lead.map(lead), begin));
        }
        // Often another one sits there already.
        let more = button("button button--wide", "user-plus", speech.h().women.add, move || add(app));
        all((live(move || now(counts.get(), speech)), urgent(app, speech), more))
    });
    all((heading(d.title), top, rooms(app, speech)))
}

fn now(counts: Counts, speech: Speech) -> El {
    let d = &speech.h().desk;
    let line = |(words, count): (&'static str, usize)| {
        el("div", "tally").with((el("span", "").with(words), el("span", "tally__value").with(speech.number(count))))
    };
    let counts = [counts.people, counts.plans, counts.questions, counts.due];
    let lines = d.counts.into_iter().zip(counts).map(line).collect::<Vec<_>>();
    el("section", "card").attr("aria-label", d.now).with((el("h2", "card__title").with(d.now), lines))
}

/// Whose day is nearest.
fn urgent(app: App, speech: Speech) -> El {
    let index = index(app, speech);
    live(move || {
        let rows = index.with(|index| {
            let urgent = index.urgent(URGENT);
            app.book
                .with_untracked(|book| urgent.into_iter().map(|known| person_row(book, known, app, speech)).collect::<Vec<_>>())
        });
        (!rows.is_empty()).then(|| rows_card("urgent", speech.h().desk.urgent, rows))
    })
}

fn rooms(app: App, speech: Speech) -> El {
    let h = speech.h();
    let d = &h.desk;
    let room = |desk: Desk, picture: &'static str, words: &'static str| row(Page::Helper(desk), Some(picture), words, None);
    let three = |id: &'static str, title: &'static str, rooms: [(Desk, &'static str); 3], words: [&'static str; 3]| {
        let rows = rooms.into_iter().zip(words).map(|((desk, picture), words)| room(desk, picture, words));
        rows_card(id, title, rows.collect())
    };
    let women = room(Desk::Women, "users", h.women.title);
    all((
        el("section", "card card--rows").with(el("ul", "rows").with(listed(vec![women]))),
        three(
            "questions",
            d.questions,
            [(Desk::Queue, "message-circle-question-mark"), (Desk::Answers, "message-circle"), (Desk::Surveys, "clipboard-list")],
            [h.queue.title, h.answers.title, h.survey.title],
        ),
        three(
            "together",
            d.together,
            [(Desk::Workshops, "graduation-cap"), (Desk::Groups, "landmark"), (Desk::Partners, "handshake")],
            [h.workshop.title, h.partners.groups, h.partners.partners],
        ),
        three(
            "passing",
            d.passing,
            [(Desk::Bundles, "send"), (Desk::Report, "trending-up"), (Desk::Handover, "package")],
            [h.bundle.title, h.report.title, h.handover.title],
        ),
        live(move || rows_card("own", d.own, vec![duties(app, speech)])),
    ))
}

/// The organization's own duties: its business where it is noted, else the questions, with the first answer given. They are the
/// helper's own, so the app acts for nobody any more.
fn duties(app: App, speech: Speech) -> El {
    let d = &speech.h().desk;
    let known = app.book.with(|book| own_organization(book).map(|business| business.id.as_str().to_owned()));
    let href = known.map_or_else(
        || [&*Page::Duties.href(speech.locale), "?a=", ORGANIZATION].concat(),
        |id| Page::Business(id).href(speech.locale),
    );
    row_to(href, Some("calendar-check"), d.duties.into(), Some(d.duties_hint.into())).tap(move || app.act_for(None))
}

/// The helper's own organization, if it was noted.
fn own_organization(book: &Book) -> Option<&Sheet> {
    let wanted = Profile::read(ORGANIZATION);
    let is_one = |business: &&Sheet| {
        let profile = Profile::of(business);
        let given = (0..crate::kb::profile().len()).filter(|at| wanted.get(*at) != Said::Open);
        business.is_open() && business.fact(fact::FOR).is_empty() && given.into_iter().all(|at| profile.get(at) == wanted.get(at))
    };
    book.of_all(What::Business).find(is_one)
}
