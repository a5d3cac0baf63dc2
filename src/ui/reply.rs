//! "They told me…": what an office answered, what it may mean, what a good office would do, the polite sentence to say now, and what to
//! do next with a date. Silence, a bad answer and the wrong office lead different ways.

use super::complain::complain_row;
use super::el::{all, el, live, El, Words};
use super::letters::{care_first, write_row};
use super::marked::Section;
use super::parts::{
    badge, button, card, fold, heading, icon, lead, listed, main_button, pair, quiet, review, row_to, service_row, sources,
};
use super::plans::plan_name;
use super::show::{show_button, Shown};
use super::signal::*;
use super::state::{use_app, use_speech};
use crate::kb::{ReplyId, ReplyWay};
use crate::page::Page;
use crate::plan::SheetId;

/// All of them, by the way they lead.
pub fn replies() -> El {
    let speech = use_speech();
    let m = &speech.m().reply;
    let ways = [ReplyWay::BadAnswer, ReplyWay::NoAnswer, ReplyWay::WrongOffice];
    let parts = ways.into_iter().filter_map(|way| {
        let (name, help) = m.ways.get(way as usize).copied().zip(m.ways_help.get(way as usize).copied())?;
        let rows: Vec<El> = ReplyId::all().filter(|id| id.get().way == way).map(reply_row).collect();
        Some(all((
            el("h2", "card__title").with(name),
            quiet(help),
            el("section", "card card--rows").with(el("ul", "rows").with(listed(rows))),
        )))
    });
    all((heading(m.told), lead(m.told_hint), parts.collect::<Vec<_>>()))
}

/// From a plan the answer goes back into it.
fn reply_row(id: ReplyId) -> El {
    let speech = use_speech();
    let entry = id.get();
    let plan = use_app().route.with_untracked(|route| route.query("plan").and_then(SheetId::parse));
    let mut href = Page::Reply(id).href(speech.locale);
    if let Some(plan) = plan {
        href += "?plan=";
        href += plan.as_str();
    }
    row_to(href, Some(entry.icon.str()), speech.text(entry.says), None)
}

/// "They told me…", about this plan.
pub fn told_row(plan: &SheetId) -> El {
    let speech = use_speech();
    let href = [&Page::Replies.href(speech.locale), "?plan=", plan.as_str()].concat();
    row_to(href, Some("message-circle"), speech.m().reply.told.into(), None)
}

pub fn reply(id: ReplyId) -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().reply;
    let entry = id.get();
    let way = entry.way as usize;
    let means = Section::default();
    let good = Section::default();
    let steps = Section::default();
    let next = entry.next.iter().map(|step| {
        let when = match step.days {
            0 => m.today.to_owned(),
            days => m.by_day.with(&speech.date(app.today.get().plus_days(days.into()))),
        };
        el("li", "").with(el("span", "").with((el("b", "").with(when), " · ", steps.text(step.text))))
    });
    let say = entry.say;
    // Silence, a bad answer, the wrong office, money: each has a ladder of its own.
    let situation = match entry.way {
        _ if entry.safety => "paid-extra",
        ReplyWay::NoAnswer => "no-answer",
        ReplyWay::BadAnswer => "bad-answer",
        ReplyWay::WrongOffice => "wrong-office",
    };
    let helps: Vec<El> = entry.services.iter().map(|service| service_row(*service)).collect();
    all((
        el("p", "badges").with(badge("badge", entry.icon.str(), m.ways.get(way).copied().unwrap_or_default())),
        heading(speech.text(entry.says)),
        entry.safety.then(|| care_first(speech)),
        card("say", m.say_now, (el("p", "say__words").with(speech.text(say)), show_button(move || Shown::of(say, speech, None)))),
        card(
            "means",
            m.may_mean,
            el("ul", "bullets").with(entry.means.iter().map(|text| el("li", "").with(means.text(*text))).collect::<Vec<_>>()),
        ),
        card(
            "good",
            m.good_office,
            (
                el("p", "").with(good.text(entry.good)),
                entry.standard().map(|standard| pair("badge-check", good.text(standard.before))),
            ),
        ),
        card(
            "next",
            m.what_next,
            (el("ol", "steps").with(next.collect::<Vec<_>>()), quiet(m.ways_help.get(way).copied().unwrap_or_default())),
        ),
        el("section", "card card--rows").with(
            el("ul", "rows").with(listed(vec![write_row(entry.compose, None), complain_row(Some(situation), None, speech)])),
        ),
        (!helps.is_empty()).then(|| fold(m.helps, el("ul", "rows").with(listed(helps)))),
        fold(speech.m().sources, sources(entry.sources)),
        review(entry.review, Some(entry.checked)),
        into_plan(id),
    ))
}

/// The main button: into which of her plans, or a new one.
fn into_plan(id: ReplyId) -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().reply;
    let asked = app.route.with_untracked(|route| route.query("plan").and_then(SheetId::parse));
    let choosing = RwSignal::new(false);
    let put = move |plan: Option<SheetId>| app.take_reply(id, plan);
    let one = move || match asked.clone() {
        Some(plan) => put(Some(plan)),
        None if app.book.with_untracked(|book| book.plans().any(|plan| plan.is_open())) => {
            choosing.set(true);
            app.focus("which-plan");
        }
        None => put(None),
    };
    live(move || match choosing.get() {
        false => {
            let one = one.clone();
            el("div", "bar").with(main_button("clipboard-pen", m.into_plan, one))
        }
        true => {
            let choice = |words: Words, picture: &'static str, plan: Option<SheetId>| {
                let tap = move || put(plan.clone());
                el("button", "choice")
                    .attr("type", "button")
                    .tap(tap)
                    .with((icon(picture), el("span", "").attr("dir", "auto").with(words)))
            };
            let mut rows = vec![choice(m.new_plan.into(), "clipboard-pen", None)];
            app.book.with_untracked(|book| {
                let mut plans: Vec<_> = book.plans().filter(|plan| plan.is_open()).collect();
                plans.reverse();
                rows.extend(
                    plans
                        .into_iter()
                        .take(12)
                        .map(|plan| choice(plan_name(plan, speech).into(), "list-checks", Some(plan.id.clone()))),
                );
            });
            card(
                "which-plan",
                m.which_plan,
                (
                    el("ul", "choices").with(listed(rows)),
                    button("button button--small button--quiet", "x", speech.m().close, move || choosing.set(false)),
                ),
            )
            .attr("tabindex", "-1")
        }
    })
}
