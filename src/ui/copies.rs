//! Making copies: to send, under a secret, and the word in time that there is none yet.

use super::el::{all, el, live, El};
use super::frames::send_everything;
use super::parts::{button, fold, pair, quiet};
use super::safety::ask_phrase;
use super::state::{use_app, use_speech, App};
use crate::platform::{Shared, StorageFacts, TextFile};

/// "Send a copy to yourself": the share sheet takes text files, and what it does not take is downloaded.
pub fn send_copy() -> El {
    let app = use_app();
    let m = use_speech().m();
    button("button button--wide", "send", m.backup.send, move || send(app))
}

fn send(app: App) {
    let name = ["phlov-", &app.today.get_untracked().to_string(), ".txt"].concat();
    let file = TextFile { name, mime: "text/plain", text: app.export() };
    let told = move |what| match what {
        Shared::Refused | Shared::ByHand => {}
        Shared::Sent => app.note_copy(),
        Shared::Saved | Shared::Copied => {
            app.note_copy();
            app.say(app.speech_now().m().data_copied, None);
        }
    };
    app.outside().share_file(file, Box::new(told));
}

/// A copy that only opens with a secret.
pub fn sealed_copy() -> El {
    let m = use_speech().m();
    fold(m.safety.seal_copy, (quiet(m.safety.seal_copy_hint), ask_phrase(m.save_copy, App::save_sealed)))
}

/// When the last copy was made.
pub fn last_copy() -> El {
    let app = use_app();
    let speech = use_speech();
    let m = &speech.m().safety;
    live(move || {
        app.nudge();
        match app.copied().last {
            Some(day) => pair("calendar-check", m.last_copy.with(&speech.date(day))),
            None => pair("info", m.never_copied),
        }
    })
}

/// How much room is used, as a bar.
pub fn room(facts: StorageFacts) -> Option<El> {
    let speech = use_speech();
    let used = facts.used?;
    let Some(quota) = facts.quota.filter(|quota| *quota > 0) else {
        return Some(quiet(speech.m().data_used.with(&speech.size(used))));
    };
    let words = speech.m().safety.room.with(&speech.size(used), &speech.size(quota));
    let bar = el("progress", "progress__bar")
        .attr("max", "100")
        .attr("value", (used.saturating_mul(100) / quota).to_string())
        .attr("aria-label", words.clone());
    Some(el("div", "progress").with((bar, el("p", "progress__words").with(words))))
}

/// Many changes, or old ones, and no copy of them: said once, on the list of plans.
pub fn nudge() -> El {
    let app = use_app();
    let speech = use_speech();
    let m = speech.m();
    live(move || {
        app.nudge().map(|count| {
            let words = el("p", "").with(m.safety.nudge.with(&speech.number(count)));
            let later = button("button button--small button--quiet", "x", m.person.not_now, move || app.ask_later());
            el("section", "card").attr("aria-label", m.data_copy).with((words, send_copy(), later))
        })
    })
}

/// All of it on the data page.
pub fn copies() -> El {
    all((send_copy(), sealed_copy(), send_everything()))
}
