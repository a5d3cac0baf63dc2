//! Learn: what the rights are, the four rights, and the laws they rest on.

use super::el::{all, el, El, Words};
use super::inquiry::inquiries;
use super::marked::Section;
use super::parts::{
    badge, card, fold, heading, icon, lead, listed, paragraph, quiet, review, row, rows_card, sentences, service_row,
    small_title, sources, with_icon,
};
use super::progress::{done_of, forget, guide_row, resume, story_row};
use super::state::{use_app, use_speech};
use crate::i18n::{Messages, Speech};
use crate::kb::{guide_on, rights_under, services_of, services_under, Law, LawId, LawKind, LawState, RightId, StoryId, Topic};
use crate::page::Page;
use crate::saved::learnt::Learnt;

pub fn learn() -> El {
    let m = use_speech().m();
    let learnt = &use_app().learnt();
    all((
        heading(m.one_sentence),
        lead(m.one_sentence_text),
        resume(learnt),
        card(
            "principle",
            m.principle,
            (
                with_icon(el("p", "pair pair--duty"), "scale", m.principle_required),
                with_icon(el("p", "pair pair--right"), "shield-check", m.principle_allowed),
            ),
        ),
        guide(learnt),
        rows_card("rights", m.rights, RightId::all().map(right_row).collect()).with(quiet(m.not_only_rights)),
        rows_card("stories", m.stories, StoryId::all().map(|id| story_row(id, learnt)).collect()).with(quiet(m.stories_hint)),
        el("section", "card card--rows").with(el("ul", "rows").with(listed(vec![
            row(Page::Words, Some("book-open"), m.words, Some(m.words_hint.into())),
            row(Page::Laws, Some("scale"), m.laws, Some(m.laws_hint.into())),
            row(Page::Answers, Some("message-circle-question-mark"), m.answers.title, None),
        ]))),
        forget(learnt),
    ))
}

/// The guide, by topic.
fn guide(learnt: &Learnt) -> El {
    let m = use_speech().m();
    let [rights, law, meeting, together] = m.topics;
    let topics = [(Topic::Rights, rights), (Topic::Law, law), (Topic::Meeting, meeting), (Topic::Together, together)];
    let rows = |topic| guide_on(topic).map(|id| guide_row(id, learnt)).collect();
    let part = |(topic, words)| fold(words, el("ul", "rows").with(listed(rows(topic))));
    all((el("h2", "card__title").with(m.guide), done_of(learnt), topics.map(part)))
}

fn right_row(right: RightId) -> El {
    row(Page::Right(right), Some(right.get().icon.str()), use_speech().text(right.get().title), None)
}

pub fn right(id: RightId) -> El {
    let speech = use_speech();
    let m = speech.m();
    let entry = id.get();
    let law = |law: &LawId| {
        el("a", "badge badge--law")
            .attr("href", Page::Law(*law).href(speech.locale))
            .with((icon("scale"), speech.text(law.get().title)))
    };
    all((
        el("p", "badges").with(entry.laws.iter().map(law).collect::<Vec<_>>()),
        heading(speech.text(entry.title)),
        lead(Section::default().text(entry.summary)),
        card("state-must", m.state_must, sentences(entry.state_must.iter().copied())),
        card("you-may", m.you_may, sentences(entry.you_may.iter().copied())),
        rows_card("through", m.used_through, services_of(id).map(service_row).collect()),
        card("not-covered", m.not_covered, sentences(entry.not_covered.iter().copied())),
        fold(m.sources, sources(entry.sources)),
        review(entry.review, Some(entry.checked)),
    ))
}

pub fn law(id: LawId) -> El {
    let speech = use_speech();
    let m = speech.m();
    let entry = id.get();
    let used: Vec<El> = rights_under(id).map(right_row).chain(services_under(id).map(service_row)).collect();
    let fact =
        |name: &'static str, value: Words| (!value.is_empty()).then(|| (el("dt", "").with(name), el("dd", "").with(value)));
    let mut state = law_state(entry, m).to_owned();
    if !entry.since.is_empty() {
        state += " · ";
        state += &speech.partial_date(entry.since.str());
    }
    let date = if entry.date.is_empty() { String::new() } else { speech.partial_date(entry.date.str()) };
    let by = entry
        .replaced_by
        .map(|by| (small_title(m.replaced_by), row(Page::Law(by), Some("scale"), speech.text(by.get().title), None)));
    all((
        el("p", "badges").with(badge("badge badge--law", "scale", law_kind(entry, m))),
        heading(speech.text(entry.title)),
        card("says", m.says, paragraph(entry.says)),
        card(
            "facts",
            m.state,
            (
                el("dl", "facts").with((
                    fact(m.state, state.into()),
                    fact(m.number, entry.number.str().into()),
                    fact(m.date, date.into()),
                )),
                by,
            ),
        ),
        (!used.is_empty()).then(|| rows_card("through", m.used_through, used)),
        fold(m.sources, sources(entry.sources)),
        review(entry.review, Some(entry.checked)),
        inquiries(Some(id)),
    ))
}

/// Kind, number and date: "Prakas 443, 21 September 2018"; without a number its title.
pub fn law_name(id: LawId, speech: Speech) -> String {
    let law = id.get();
    if law.number.is_empty() || law.kind == LawKind::ConstitutionArticle {
        return speech.text(law.title).into_owned();
    }
    let number = speech.m().law_number.with(law_kind(law, speech.m()), &speech.digits(law.number.str()));
    match law.date.is_empty() {
        true => number,
        false => speech.m().law_dated.with(&number, &speech.partial_date(law.date.str())),
    }
}

pub fn law_kind(law: &'static Law, m: &'static Messages) -> &'static str {
    let [article, of_parliament, decree, sub_decree, prakas, joint, decision, circular, instruction, notification] = m.law_kinds;
    match law.kind {
        LawKind::ConstitutionArticle => article,
        LawKind::Law => of_parliament,
        LawKind::RoyalDecree => decree,
        LawKind::SubDecree => sub_decree,
        LawKind::Prakas => prakas,
        LawKind::JointPrakas => joint,
        LawKind::Decision => decision,
        LawKind::Circular => circular,
        LawKind::Instruction => instruction,
        LawKind::Notification => notification,
    }
}

/// The state of a law, in words.
pub fn law_state(law: &'static Law, m: &'static Messages) -> &'static str {
    state_words(law.state, m)
}

pub fn state_words(state: LawState, m: &'static Messages) -> &'static str {
    let [draft, adopted, transition, in_force, replaced, unknown] = m.law_states;
    match state {
        LawState::Draft => draft,
        LawState::Adopted => adopted,
        LawState::Transition => transition,
        LawState::InForce => in_force,
        LawState::Replaced => replaced,
        LawState::Unknown => unknown,
    }
}
