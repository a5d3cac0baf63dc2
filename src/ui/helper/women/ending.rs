//! The end of a session: first she gets her plans, then what stays on this phone is decided: keep, lock, or wipe.

use super::super::super::el::{all, each, el, live, live_text, El};
use super::super::super::parts::{button, card, heading, main_button, pair, quiet, row};
use super::super::super::plan::Open;
use super::super::super::plans::plan_name;
use super::super::super::restore::plan_to_phone;
use super::super::super::sheets::sheet_name;
use super::super::super::signal::*;
use super::super::super::state::lock::Lock;
use super::super::super::state::App;
use super::page;
use crate::dates::Date;
use crate::page::{Desk, Page};
use crate::plan::helper::helped;
use crate::plan::{open_plans, Sheet, SheetId, What};
use crate::platform::{Shared, TextFile};
use crate::saved::transfer::parcel;

pub fn screen(open: Open) -> El {
    let speech = open.speech;
    let w = &speech.h().women;
    let name = live_text(move || open.with(|helped| sheet_name(helped, speech)).unwrap_or_default());
    all((heading(w.end), el("p", "lead").attr("dir", "auto").with(name), give(open), stays(open)))
}

// ── she gets her plans ──

fn give(open: Open) -> El {
    let (app, w) = (open.app, &open.speech.h().women);
    let id = open.id();
    let plans = memo(move || {
        app.book.with(|book| {
            let plans = open_plans(helped::hers(book, &id, false).filter(|sheet| sheet.what == What::Plan));
            plans.into_iter().map(|plan| plan.id.clone()).collect::<Vec<_>>()
        })
    });
    let hint = live(move || quiet(if plans.with(Vec::is_empty) { w.no_plans } else { w.give_hint }));
    card("give", w.give, (hint, each(move || plans.get(), move |id| one(app, open, id))))
}

/// One plan: the code, the text or paper, the file, and whether it was given.
fn one(app: App, open: Open, id: SheetId) -> El {
    let speech = open.speech;
    let w = &speech.h().women;
    let plan = StoredValue::new(id.clone());
    let read = move |read: &dyn Fn(&Sheet) -> String| {
        app.book.with(|book| plan.with_value(|id| book.sheets.get(id).map(read))).unwrap_or_default()
    };
    // What became of the file is told later, perhaps when this screen is gone.
    let own = id.clone();
    let give = move || {
        app.edit(&own, |plan, pen| plan.set_fact(pen, helped::GIVEN, &pen.today.to_string()));
    };
    let tick = give.clone();
    let file = move || {
        let text = untrack(|| read(&parcel));
        let name = ["phlov-", &app.today.get_untracked().to_string(), ".txt"].concat();
        let give = give.clone();
        let told = move |what| match what {
            Shared::Refused | Shared::ByHand => {}
            Shared::Sent | Shared::Saved | Shared::Copied => give(),
        };
        app.outside().share_file(TextFile { name, mime: "text/plain", text }, Box::new(told));
    };
    let given = live(move || match Date::parse(&read(&|plan| plan.fact(helped::GIVEN).to_owned())) {
        Some(day) => pair("circle-check", w.given_on.with(&speech.date(day))),
        None => button("button button--wide", "check", w.given, tick.clone()),
    });
    el("div", "claim").with((
        el("h3", "small-title").attr("dir", "auto").with(live_text(move || read(&|plan| plan_name(plan, speech)))),
        plan_to_phone(id.clone()),
        row(Page::Print(id.as_str().to_owned()), Some("printer"), w.open_paper, None),
        button("button button--wide", "file-text", w.file, file),
        given,
    ))
}

// ── what stays here ──

fn stays(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let w = &speech.h().women;
    let agreed = memo(move || open.with(helped::consent).flatten().is_some());
    let keep = live(move || {
        if !agreed.get() {
            return all((
                pair("info", w.no_keep),
                el("section", "card card--rows").with(row(page(&open.id()), Some("user-check"), w.consent, None)),
            ));
        }
        let lock = match app.lock.get() {
            Lock::Off => row(Page::Safety, Some("lock-open"), w.set_lock, None),
            _ => button("button button--wide", "lock", w.lock, move || {
                finish(open);
                app.lock_now();
            }),
        };
        let keep = main_button("check", w.keep, move || {
            finish(open);
            app.go(Page::Helper(Desk::Start));
            app.say(w.kept, None);
        });
        all((keep, quiet(w.keep_hint), lock))
    });
    card("stays", w.stays, (keep, wiping(open)))
}

/// She was here today, and from now on the app acts for the helper again.
fn finish(open: Open) {
    open.app.edit(&open.id(), helped::note_visit);
    open.app.act_for(None);
}

/// Two taps: what that means is read before the second one.
fn wiping(open: Open) -> El {
    let (app, speech) = (open.app, open.speech);
    let w = &speech.h().women;
    let sure = RwSignal::new(false);
    live(move || {
        if !sure.get() {
            return button("button button--wide button--quiet", "trash-2", w.wipe, move || {
                sure.set(true);
                app.focus("wipe");
            });
        }
        let count = app.book.with(|book| helped::hers(book, &open.id(), true).count());
        let inside = (
            pair("triangle-alert", w.wiped_things.with(&speech.number(count))),
            quiet(w.wipe_copies),
            button("button button--wide", "trash-2", w.wipe_sure, move || app.wipe(&open.id())),
            button("button button--wide", "undo-2", w.wipe_not, move || sure.set(false)),
        );
        el("div", "claim__other")
            .attr("id", "wipe")
            .attr("tabindex", "-1")
            .attr("role", "group")
            .attr("aria-label", w.wipe)
            .with(inside)
    })
}

impl App {
    /// Takes her and all that is hers from this phone for good: no undo, no toast that could bring it back, no earlier state.
    pub fn wipe(self, id: &SheetId) {
        self.act_for(None);
        self.go_instead(Page::Helper(Desk::Women));
        let gone: Vec<(What, SheetId)> = self.book.with_untracked(|book| {
            let hers = helped::hers(book, id, true).map(|sheet| (sheet.what, sheet.id.clone()));
            hers.chain([(What::Helped, id.clone())]).collect()
        });
        self.book.update(|book| {
            for (_, sheet) in &gone {
                book.sheets.remove(sheet);
            }
        });
        for (what, sheet) in &gone {
            self.store().forget(*what, sheet);
        }
        // What was typed to find her, and the copy that may stand on the data page.
        self.sought.set(Default::default());
        self.typed.set(String::new());
        self.forget_recent();
        self.copy.set(None);
        self.renew_snapshots();
        self.say(self.speech_now().h().women.wiped, None);
    }
}
