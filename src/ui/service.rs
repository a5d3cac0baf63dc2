//! A service: what it is, where to go, what to bring, what it costs, what happens if she does nothing,
//! why it is her right or duty, and from where all this is known. One main button: make a plan.

use super::answers::answers_about;
use super::complain::complain_row;
use super::el::{all, el, live, El, Words};
use super::marked::Section;
use super::parts::{
    about, card, care, claim, confidence, fold, heading, icon, kind_badges, lead, line, listed, main_button, main_link,
    paragraph, power, quiet, review, row, sentences, service_row, small_title, sources, why, with_icon,
};
use super::score::rate_button;
use super::show::{print_of, show_icon, standard_rows, Shown};
use super::signal::*;
use super::state::{use_app, use_speech};
use crate::i18n::{Messages, Speech};
use crate::kb::{
    About, Change, Due, Duty, Event, IfNothing, Kind, List, MonthDay, Question, Repairable, RightId, Role, Service, ServiceId,
};
use crate::page::Page;

pub fn service(id: ServiceId) -> El {
    let speech = use_speech();
    let m = speech.m();
    let s: &'static Service = id.get();
    let offices: Vec<El> = s.authorities.iter().map(office).collect();
    let words = Section::default();
    let steps: Vec<El> = s.steps.iter().map(|step| el("li", "").with(el("span", "").with(words.text(step.text)))).collect();
    let words = Section::default();
    let papers: Vec<El> = s.documents.iter().map(|paper| with_icon(el("li", ""), "file-text", words.text(paper.text))).collect();
    let words = Section::default();
    let asks: Vec<El> = s.questions.iter().map(|question| ask(id, question, &words)).collect();
    let words = Section::default();
    let changes: Vec<El> = s.changes.iter().map(|each| change(each, &words)).collect();
    let kind = match s.kind {
        Kind::Obligation => m.obligation_line,
        Kind::Entitlement => m.entitlement_line,
        Kind::Both => m.both_line,
    };
    let first = (
        el("p", "badges").with((kind_badges(s.kind), s.rights.iter().map(right_badge).collect::<Vec<_>>())),
        heading(speech.text(s.title)),
        lead(Section::default().text(s.summary)),
        card("where", m.where_to, el("ul", "rows").with(listed(offices))),
        card("steps", m.steps, el("ol", "steps").with(steps)),
        (!papers.is_empty()).then(|| card("papers", m.documents, el("ul", "papers").with(papers))),
        facts(s),
        duties(s),
        s.if_nothing.map(if_nothing),
        (card("ask", m.questions, el("ul", "asks").with(asks)), answers_about(id)),
    );
    let complaint = {
        let said = s.complaint.map(|complaint| {
            let to = complaint.to.map(|to| row(Page::Office(to), Some("landmark"), speech.text(to.get().name), None));
            (paragraph(complaint.text), to)
        });
        fold(m.if_problem, (said, complain_row(None, None, speech)))
    };
    let second = (
        fold(m.who_for, paragraph(s.who)),
        fold(m.why_right, (el("p", "").with(kind), basis(s))),
        (!s.notes.is_empty()).then(|| fold(m.good_to_know, sentences(s.notes.iter().map(|note| note.text)))),
        (!changes.is_empty()).then(|| fold(m.changes, changes)),
        neighbours(m.before, s.before),
        neighbours(m.after, s.after),
        fold(m.good_service, (standard_rows(|standard| standard.before, None), rate_button(id))),
        complaint,
        fold(m.sources, sources(s.sources)),
        review(s.review, Some(s.checked)),
        plan_bar(id),
    );
    all((first, second))
}

/// The right it serves, a tap away.
fn right_badge(right: &RightId) -> El {
    let speech = use_speech();
    let link = el("a", "badge badge--law").attr("href", Page::Right(*right).href(speech.locale));
    link.with((icon(right.get().icon.str()), speech.text(right.get().title)))
}

fn office(role: &'static Role) -> El {
    let speech = use_speech();
    let entry = role.authority.get();
    let full = speech.text(entry.name);
    let name: Words = entry.short.map_or_else(|| full.clone(), |short| [&*speech.text(short), " · ", &full].concat().into());
    let below = [power(entry.power, speech.m()), " · ", &speech.text(role.role)].concat();
    row(Page::Office(role.authority), Some("landmark"), name, Some(below.into()))
}

/// Fees, times and limits; what no source says is said too, with the question to ask.
fn facts(s: &'static Service) -> Option<El> {
    let m = use_speech().m();
    // All in one line, however many questions there are.
    let mut kinds: Vec<About> = Vec::new();
    for kind in s.questions.iter().filter_map(|question| question.unknown) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let names: Vec<&str> = kinds.into_iter().map(|kind| about(kind, m)).collect();
    let unknown = (!names.is_empty()).then(|| {
        let words = [m.not_known, " ", &names.join(" · ")].concat();
        el("div", "claim").with((el("p", "claim__value").with(words), care("message-circle-question-mark", m.ask_office)))
    });
    let words = Section::default();
    let lines: Vec<El> = s.claims.iter().map(|each| claim(each, &words)).chain(unknown).collect();
    (!lines.is_empty()).then(|| card("facts", m.fees_times, lines))
}

/// What the law asks in this matter, each with its time, and what may be claimed.
fn duties(s: &'static Service) -> Vec<El> {
    let m = use_speech().m();
    let one = |id: &'static str, title: &'static str, may: bool| {
        let words = Section::default();
        let rows: Vec<El> = s.duties.iter().filter(|each| each.may == may).map(|each| duty(each, &words)).collect();
        let all = || row(Page::Duties, Some("calendar-check"), m.duties.all, None);
        (!rows.is_empty()).then(|| card(id, title, (rows, quiet(m.duties_note), all())))
    };
    [one("duties", m.service_duties, false), one("may", m.duties.may, true)].into_iter().flatten().collect()
}

fn duty(duty: &'static Duty, words: &Section) -> El {
    let speech = use_speech();
    el("div", "claim").with((
        el("p", "claim__name").with(words.text(duty.title)),
        el("p", "claim__value").with(due_words(duty.due, speech)),
        quiet(words.text(duty.because)),
        duty.if_nothing.map(|nothing| quiet(words.text(nothing.text))),
        why((line(confidence(duty.confidence, speech.m())), sources(duty.sources))),
    ))
}

/// By when, in words.
pub fn due_words(due: Due, speech: Speech) -> String {
    let m = speech.m();
    let day = |at: MonthDay| speech.month_day(at.month, at.day);
    let days = |n: u16, working: bool| speech.days(usize::from(n), working);
    let event = |event: Event| m.events.get(event as usize).copied().unwrap_or("");
    match due {
        Due::Month { day } => m.due_month.with(&speech.number(usize::from(day))),
        Due::Year { windows } => {
            let windows: Vec<String> = windows.iter().map(|window| m.due_year.with(&day(window.from), &day(window.by))).collect();
            windows.join(" · ")
        }
        Due::TwoYears => speech.digits(m.due_two_years),
        Due::After { event: after, days: 0, .. } => m.due_on.with(event(after)),
        Due::After { event: after, days: n, working_days } => m.due_after.with(&days(n, working_days), event(after)),
        Due::Before { event: before, days: 0, .. } => m.due_first.with(event(before)),
        Due::Before { event: before, days: n, working_days } => m.due_before.with(&days(n, working_days), event(before)),
        Due::Always => m.due_always.to_owned(),
    }
}

fn if_nothing(nothing: IfNothing) -> El {
    let speech = use_speech();
    let m = speech.m();
    card("nothing", m.if_nothing, (paragraph(nothing.text), quiet(later_words(nothing.repairable, m))))
}

/// Whether it can be put right later.
pub fn later_words(repairable: Repairable, m: &'static Messages) -> &'static str {
    match repairable {
        Repairable::Yes => m.repairable_yes,
        Repairable::No => m.repairable_no,
        Repairable::Unknown => m.repairable_unknown,
    }
}

/// What is shown to the official: the question, and in small print the laws that the service rests on.
pub fn to_show(service: ServiceId, question: &Question, speech: Speech) -> Shown {
    Shown::of(question.text, speech, print_of(service, speech))
}

/// A question, and the way to show it.
fn ask(service: ServiceId, question: &'static Question, words: &Section) -> El {
    let speech = use_speech();
    let text = words.text(question.text);
    let show = move || to_show(service, question, speech);
    let why = question.why.map(|why| el("span", "asks__why").with(words.text(why)));
    with_icon(el("li", ""), "message-circle-question-mark", (text, why)).with(show_icon(&speech.text(question.text), show))
}

/// The rights it serves and the laws it rests on.
fn basis(s: &'static Service) -> (El, Option<(El, El)>) {
    let speech = use_speech();
    let rights =
        s.rights.iter().map(|right| row(Page::Right(*right), Some(right.get().icon.str()), speech.text(right.get().title), None));
    let laws = s.basis.iter().map(|basis| {
        let article = basis.article.map(|article| speech.text(article));
        row(Page::Law(basis.law), Some("scale"), speech.text(basis.law.get().title), article)
    });
    let rows = |rows: Vec<El>| el("ul", "rows").with(listed(rows));
    (rows(rights.collect()), (!s.basis.is_empty()).then(|| (small_title(speech.m().law), rows(laws.collect()))))
}

fn change(change: &'static Change, words: &Section) -> El {
    let speech = use_speech();
    let m = speech.m();
    let since = [" (", &m.since.with(&speech.partial_date(change.since.str())), ")"].concat();
    el("div", "change").with((
        el("p", "").with((el("b", "").with(m.old_rule), " ", words.text(change.old))),
        el("p", "").with((el("b", "").with(m.new_rule), " ", words.text(change.new), since)),
        why((line(confidence(change.confidence, m)), sources(change.sources))),
    ))
}

fn neighbours(words: &'static str, services: List<ServiceId>) -> Option<El> {
    (!services.is_empty())
        .then(|| fold(words, el("ul", "rows").with(listed(services.iter().map(|id| service_row(*id)).collect()))))
}

/// The one main button, in reach of the thumb: make a plan, or open the one there is.
fn plan_bar(id: ServiceId) -> El {
    let app = use_app();
    let m = use_speech().m();
    let mine = memo(move || {
        app.book.with(|book| {
            let mut open = book.plans().filter(|plan| plan.is_open());
            open.find(|plan| plan.service.as_deref() == Some(id.name())).map_or(String::new(), |plan| plan.id.as_str().to_owned())
        })
    });
    el("div", "bar").with(live(move || match mine.get() {
        plan if !plan.is_empty() => main_link("list-checks", m.open_plan, Page::Plan(plan)),
        _ => main_button("clipboard-pen", m.make_plan, move || app.start_plan(Some(id), None)),
    }))
}
