//! Her business, the duties and entitlements that apply to it, and their year. Without a business: the questions, one a screen. What
//! she taps stands in the address until the last answer; then it is a sheet, and everything shown is counted from it.

mod ask;
mod duty;
mod paper;
mod result;
mod year;

use super::el::{live, El};
use super::parts::gone_screen;
use super::plan::Open;
use super::plans::window_words_of;
use super::service::due_words;
use super::signal::*;
use super::state::{use_app, use_speech};
use crate::dates::Date;
use crate::i18n::Speech;
use crate::kb::Applies;
use crate::page::Page;
use crate::plan::business::{self, Profile, Said};
use crate::plan::relied::{self, Relied};
use crate::plan::turns::Turn;
use crate::plan::{Sheet, SheetId, What, Window};

/// Her first business; without one, or when she notes another (`a` in the address), the questions.
pub fn duties() -> El {
    let app = use_app();
    let asked = app.route.with_untracked(|route| {
        let again = route.query("q").and_then(|at| at.parse::<usize>().ok());
        route.query("a").map(|line| (Profile::read(line), again))
    });
    if let Some((profile, again)) = asked {
        let path = profile.path();
        let again = again.filter(|at| profile.get(*at) != Said::Open);
        // All are answered in an address that was kept: the last once more, which makes the business.
        let at = again.or_else(|| profile.next()).or_else(|| path.last().copied()).unwrap_or(0);
        return ask::question(profile, at, None);
    }
    let speech = use_speech();
    let first = memo(move || app.book.with(|book| business::all(book).first().map(|business| business.id.clone())));
    live(move || match first.get() {
        Some(id) => result::screen(Open::new(app, speech, id, What::Business)),
        None => ask::question(Profile::read(""), 0, None),
    })
}

/// One business; with `q` in the address one question about it again.
pub fn business(id: &str) -> El {
    with_business(id, |open| {
        let again = open.app.route.with_untracked(|route| route.query("q").and_then(|at| at.parse::<usize>().ok()));
        let profile = open.now(Profile::of);
        match again.zip(profile).filter(|(at, _)| *at < crate::kb::profile().len()) {
            Some((at, profile)) => ask::question(profile, at, Some(open)),
            None => result::screen(open),
        }
    })
}

/// Its year on one page.
pub fn duties_paper(id: &str) -> El {
    with_business(id, paper::paper)
}

fn with_business(id: &str, show: impl Fn(Open) -> El + Send + 'static) -> El {
    let speech = use_speech();
    let m = &speech.m().duties;
    let gone = move || gone_screen(m.gone, speech.m().gone_help, ("scale", m.title, Page::Duties));
    let Some(id) = SheetId::parse(id) else { return gone() };
    let open = Open::new(use_app(), speech, id, What::Business);
    let here = memo(move || open.plan.with(Option::is_some));
    live(move || if here.get() { show(open) } else { gone() })
}

/// When it is to be done; what has passed stays doable.
pub fn turn_words(turn: &Turn, today: Date, speech: Speech) -> String {
    if turn.from > today {
        // The year once.
        let from = match turn.from.year() == turn.by.year() {
            true => speech.month_day(turn.from.month(), turn.from.day()),
            false => speech.date(turn.from),
        };
        return speech.m().duties.from_to.with(&from, &speech.date(turn.by));
    }
    window_words_of(Window { until: turn.by, days_left: today.days_until(turn.by) }, speech)
}

/// What applies to a business, as what it relies on: what it is and by when.
pub fn relied_duties(business: &Sheet, speech: Speech) -> Vec<Relied> {
    let relied = |task: business::Task| Relied {
        about: relied::DUTY.to_owned(),
        name: task.key(),
        value: [&*speech.text(task.duty.title), " · ", &due_words(task.duty.due, speech)].concat(),
    };
    business::tasks(&Profile::of(business), Applies::Yes).into_iter().map(relied).collect()
}
