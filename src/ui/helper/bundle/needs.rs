//! The needs of the people she helps: only of those who agreed, none ticked before she ticks it.

use super::super::super::el::{all, el, live, El};
use super::super::super::helping::helped_name;
use super::super::super::long::{ids, long_list, sheet_rows, Long};
use super::super::super::parts::{button, card, pair, quiet};
use super::super::super::plans::plan_name;
use super::super::super::signal::*;
use super::{lines, opener, toggle, Share};
use crate::plan::helper::need::names::Names;
use crate::plan::helper::need::{agreed, consents};
use crate::plan::helper::report::NOT_A_NEED;
use crate::plan::sort::sort_many;
use crate::plan::{fact, Book, ItemId, List, Sheet, SheetId, What};
use std::rc::Rc;

/// Whose plan it is, if she agreed.
pub fn owner<'b>(book: &'b Book, plan: &Sheet) -> Option<&'b Sheet> {
    let helped = SheetId::parse(plan.fact(fact::FOR)).and_then(|id| book.sheets.get(&id));
    helped.filter(|helped| helped.what == What::Helped && consents(helped))
}

/// The plans whose needs may be shared, those of one person together.
fn sharable(book: &Book) -> Vec<SheetId> {
    let of = |plan| Some((owner(book, plan)?.title.current(), plan));
    let plans = book.of_all(What::Plan).filter(|plan| !plan.removed.value);
    let plans = plans.filter(|plan| NOT_A_NEED.iter().all(|name| plan.fact(name).is_empty()));
    let mut plans: Vec<(&str, &Sheet)> = plans.filter_map(of).collect();
    sort_many(&mut plans, &|one, other| (one.0, one.1.made) < (other.0, other.1.made));
    ids(plans.into_iter().map(|(_, plan)| plan).collect())
}

pub fn card_of(share: Share) -> El {
    let (app, speech) = (share.app, share.speech);
    let m = &speech.h().bundle;
    let not_agreed = live(move || {
        let count =
            app.book.with(|book| book.of_all(What::Helped).filter(|helped| !helped.removed.value && !consents(helped)).count());
        (count > 0).then(|| pair("info", m.not_agreed.with(&speech.number(count))))
    });
    let rows = Rc::new(move |book: &Book, ids: &[SheetId]| sheet_rows(book, ids, &|plan| row(share, plan)));
    let frame = move |long: Option<Long>| match long {
        None => Some(quiet(m.no_needs)),
        Some(long) => {
            let take = move || {
                let all = app.book.with_untracked(sharable);
                share.change(|ticks| {
                    for id in all {
                        ticks.plans.insert(id, ());
                    }
                });
            };
            let leave = move || share.change(|ticks| ticks.plans = Default::default());
            let both = el("div", "actions").with((
                button("button button--small", "check", m.all_agreed, take),
                button("button button--small button--quiet", "x", m.none, leave),
            ));
            Some(all((both, el("ul", "checks").with(long.rows), long.more)))
        }
    };
    let list = long_list(0, Box::new(sharable), rows, Box::new(frame));
    card("needs", m.needs, (quiet(m.needs_hint), not_agreed, list))
}

fn row(share: Share, plan: &Sheet) -> El {
    let (app, speech) = (share.app, share.speech);
    let name = SheetId::parse(plan.fact(fact::FOR)).map(|id| helped_name(&id, app, speech)).unwrap_or_default();
    let title = plan_name(plan, speech);
    let agreed = app.book.with(|book| owner(book, plan).and_then(agreed));
    let agreed = agreed.map(|day| el("span", "checks__note").with(speech.h().bundle.agreed.with(&speech.date(day))));
    let key = plan.id.as_str().to_owned();
    let id = StoredValue::new(plan.id.clone());
    let on = move || share.ticks.with(|ticks| id.with_value(|id| ticks.plans.contains_key(id)));
    let tick = move |_| share.change(|ticks| toggle(&mut ticks.plans, id.get_value()));
    let boxed = el("input", "checks__box").attr("type", "checkbox").checked(on).on("change", tick);
    let words = el("span", "checks__words").with((
        el("span", "").attr("dir", "auto").with(name),
        el("span", "checks__note").attr("dir", "auto").with(title),
        agreed,
    ));
    let goes_out = move || {
        app.book.with(|book| {
            let plan = id.with_value(|id| book.sheets.get(id))?;
            let need = share.need(book, plan, &Names::of(book))?;
            let own = plan.visible(List::Question).into_iter().filter(|item| item.from.is_none());
            let own: Vec<El> = own.map(|item| own_question(share, id, item.id.clone(), item.text.current())).collect();
            let own = (!own.is_empty()).then(|| all((quiet(speech.h().bundle.own_words), el("ul", "checks").with(own))));
            Some(all((el("ul", "bullets").with(lines::items(&need, speech)), own)))
        })
    };
    el("div", "checks__item").key(key).with((el("label", "checks__row").with((boxed, words)), opener(speech, goes_out)))
}

/// A question in her own words goes along only when it is ticked.
fn own_question(share: Share, plan: StoredValue<SheetId>, item: ItemId, text: &str) -> El {
    let key = item.as_str().to_owned();
    let item = StoredValue::new((plan.get_value(), item));
    let on = move || share.ticks.with(|ticks| item.with_value(|item| ticks.own.contains_key(item)));
    let tick = move |_| share.change(|ticks| toggle(&mut ticks.own, item.get_value()));
    let boxed = el("input", "checks__box").attr("type", "checkbox").checked(on).on("change", tick);
    let words = el("span", "checks__words").attr("dir", "auto").with(text.to_owned());
    el("li", "checks__item").key(key).with(el("label", "checks__row").with((boxed, words)))
}
