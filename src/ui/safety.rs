//! Safety: quick exit, the lock, the name on the phone, and what all that cannot do. And what stands in place of her screens
//! while the lock is closed.

use super::el::{all, el, live, El};
use super::parts::{button, card, fold, heading, lead, main_button, option, pair, quiet, with_icon};
use super::signal::*;
use super::state::lock::{Lock, OnOutcome, Outcome};
use super::state::{use_app, use_speech, App};
use crate::i18n::words::safety::Safety;
use crate::page::Page;
use crate::saved::lock::{normal, Secret, SHORTEST, SHORTEST_PHRASE};

const SECOND_MS: u32 = 1_000;

pub fn safety() -> El {
    let app = use_app();
    let m = words();
    let list = |lines: &'static [&'static str]| {
        el("ul", "bullets").with(lines.iter().map(|line| el("li", "").with(*line)).collect::<Vec<_>>())
    };
    let lock = live(move || match app.lock.get() {
        Lock::Off => all((pair("lock-open", m.is_off), el("p", "").with(m.lock_hint), fold(m.set, set_form(m.set, true)))),
        Lock::Open(kind) => all((
            pair("lock", m.is_on),
            el("p", "").with(m.lend),
            main_button("lock", m.lock_now, move || app.lock_now()),
            fold(m.change, set_form(m.change, false)),
            fold(m.take_off, take_off(kind)),
        )),
        Lock::Closed(secret) => all((pair("lock", m.locked), unlock_form(secret))),
    });
    let plain = RwSignal::new(app.outside().is_disguised());
    let names = [false, true].into_iter().zip(m.names).map(|(this, words)| {
        option(
            "disguise",
            words,
            move || plain.get() == this,
            move || {
                plain.set(this);
                app.disguise(this);
            },
        )
    });
    all((
        heading(m.title),
        card("leave", m.leave_title, list(&m.leave)),
        card("lock", m.lock, lock),
        card("disguise", m.disguise, (quiet(m.disguise_hint), names.collect::<Vec<_>>())),
        card("limits", m.limits_title, list(&m.limits)),
    ))
}

/// In place of a screen that shows what is hers.
pub fn closed(page: &Page, secret: Secret) -> El {
    let app = use_app();
    let m = words();
    let title = super::title(page, use_speech());
    let sure = RwSignal::new(false);
    let anew = live(move || match sure.get() {
        false => button("button button--wide", "trash-2", m.start_anew, move || sure.set(true)),
        // Another button stands where the first one stood: tapping twice deletes nothing.
        true => all((
            button("button button--wide", "lock", m.not_anew, move || sure.set(false)),
            button("button button--wide", "trash-2", m.start_anew_sure, move || {
                app.start_anew(move || app.say(m.started_anew, None))
            }),
        )),
    });
    all((heading(title), lead(m.locked_hint), unlock_form(secret), fold(m.forgot, (quiet(m.forgot_hint), anew))))
}

fn words() -> &'static Safety {
    &use_speech().m().safety
}

/// A field for a secret, which shows what is typed only when she wants.
#[derive(Clone, Copy)]
struct Field {
    text: RwSignal<String>,
    show: RwSignal<bool>,
}

impl Field {
    fn new() -> Self {
        Self { text: RwSignal::new(String::new()), show: RwSignal::new(false) }
    }

    fn view(self, label: &'static str, kind: Secret) -> El {
        let mode = if kind == Secret::Pin { "numeric" } else { "text" };
        let input = el("input", "field__line")
            .attr("inputmode", mode)
            // Browsers offer to keep every other password, and would open the lock for whoever holds the phone.
            .attr("autocomplete", "one-time-code")
            .live_attr("type", move || Some(if self.show.get() { "text" } else { "password" }.into()))
            .value(move || self.text.get())
            .on("input", move |event| self.text.set(event_target_value(&event)));
        el("label", "field").with((el("span", "field__label").with(label), input))
    }

    fn shower(self) -> El {
        let tick = el("input", "")
            .attr("type", "checkbox")
            .checked(move || self.show.get())
            .on("change", move |_| self.show.update(|show| *show = !*show));
        el("label", "option").with((tick, el("span", "").with(words().show)))
    }
}

fn form(inside: impl super::el::Kids, submit: impl Fn() + 'static) -> El {
    el("form", "lock").attr("autocomplete", "off").with(inside).on("submit", move |event| {
        event.prevent_default();
        submit();
    })
}

/// A screen has one main button: with the lock open that is to lock.
fn submit_button(is_main: bool, picture: &'static str, words: &'static str) -> El {
    let class = if is_main { "button button--main" } else { "button button--wide" };
    with_icon(el("button", class).attr("type", "submit"), picture, words)
}

/// What to say about how it ended; nothing when it went well.
fn outcome_words(outcome: Outcome, m: &'static Safety) -> Option<&'static str> {
    match outcome {
        Outcome::Done => None,
        Outcome::Wrong => Some(m.wrong),
        Outcome::NoCrypto => Some(m.no_crypto),
        Outcome::NotKept => Some(m.not_kept),
        Outcome::TooShort => m.too_short.last().copied(),
    }
}

fn told(words: RwSignal<Option<&'static str>>) -> El {
    el("div", "").attr("role", "alert").with(live(move || words.get().map(|words| pair("triangle-alert", words))))
}

/// Asks for the secret and hands it to `command`; `after` is said when it was right. Wrong secrets must wait longer and longer.
fn ask(
    kind: Secret,
    field: Field,
    go: &'static str,
    is_main: bool,
    command: impl Fn(App, &str, OnOutcome) + 'static,
    after: Option<&'static str>,
) -> El {
    let app = use_app();
    let speech = use_speech();
    let m = words();
    // Not of a copy, which stays where it is.
    let of_lock = is_main || after.is_some();
    let (busy, said, wait) = (RwSignal::new(false), RwSignal::new(None), RwSignal::new(0));
    count_down(app, wait, app.lock_wait());
    let submit = move || {
        if busy.get_untracked() || wait.get_untracked() > 0 || field.text.with_untracked(String::is_empty) {
            return;
        }
        busy.set(true);
        said.set(None);
        let ended = move |outcome| {
            busy.set(false);
            field.text.set(String::new());
            said.set(outcome_words(outcome, m));
            count_down(app, wait, app.lock_wait());
            if of_lock && outcome == Outcome::Done {
                done(app, after);
            }
        };
        let secret = field.text.get_untracked();
        command(app, &secret, Box::new(ended));
    };
    let waits = live(move || (wait.get() > 0).then(|| quiet(m.wait.with(&speech.number(wait.get() as usize)))));
    let label = m.kinds.get(kind as usize).copied().unwrap_or_default();
    let go =
        live(move || submit_button(is_main && wait.get() == 0, "lock-open", if of_lock && busy.get() { m.opening } else { go }));
    form((field.view(label, kind), field.shower(), told(said), waits, go), submit)
}

/// Another screen may stand there by then: setting does nothing where reading would be a mistake.
fn count_down(app: App, wait: RwSignal<u32>, left: u32) {
    wait.set(left);
    if left > 0 {
        app.outside().later(SECOND_MS, Box::new(move || count_down(app, wait, left - 1)));
    }
}

/// The form is gone: the focus goes on from the title of what stands there now.
fn done(app: App, say: Option<&'static str>) {
    app.focus("title");
    if let Some(words) = say {
        app.say(words, None);
    }
}

/// Asks for a passphrase that belongs to a copy. It is shown while she types: a slip would close the copy for ever.
pub fn ask_phrase(go: &'static str, command: impl Fn(App, &str, OnOutcome) + 'static) -> El {
    let field = Field::new();
    field.show.set(true);
    ask(Secret::Phrase, field, go, false, command, None)
}

fn unlock_form(kind: Secret) -> El {
    ask(kind, Field::new(), words().open, true, App::unlock, None)
}

fn take_off(kind: Secret) -> El {
    let m = words();
    let form = ask(kind, Field::new(), m.take_off, false, App::take_lock_off, Some(m.was_taken_off));
    all((el("p", "").with(m.take_off_hint), form))
}

/// A new secret, typed twice.
fn set_form(go: &'static str, is_main: bool) -> El {
    let app = use_app();
    let speech = use_speech();
    let m = words();
    let kind = RwSignal::new(Secret::Pin);
    let (first, second) = (Field::new(), Field { text: RwSignal::new(String::new()), show: RwSignal::new(false) });
    let (busy, said) = (RwSignal::new(false), RwSignal::new(None));
    let kinds = [Secret::Pin, Secret::Phrase].into_iter().zip(m.kinds);
    let kinds: Vec<El> =
        kinds.map(|(this, words)| option("secret", words, move || kind.get() == this, move || kind.set(this))).collect();
    let fields = live(move || {
        let kind = kind.get();
        let label = m.kinds.get(kind as usize).copied().unwrap_or_default();
        let second = Field { show: first.show, ..second };
        (quiet(m.strength.get(kind as usize).copied().unwrap_or_default()), first.view(label, kind), second.view(m.again, kind))
    });
    let submit = move || {
        let secret = first.text.get_untracked();
        let plain = normal(&secret);
        let kind = kind.get_untracked();
        let short = match kind {
            Secret::Pin => plain.chars().filter(char::is_ascii_digit).count() < SHORTEST,
            Secret::Phrase => plain.chars().count() < SHORTEST_PHRASE,
        };
        if busy.get_untracked() {
            return;
        }
        if short {
            return said.set(m.too_short.get(kind as usize).copied());
        }
        if plain != normal(&second.text.get_untracked()) {
            return said.set(Some(m.not_same));
        }
        busy.set(true);
        said.set(None);
        let ended = move |outcome| {
            busy.set(false);
            said.set(outcome_words(outcome, m));
            if outcome == Outcome::Done {
                done(app, Some(m.was_set));
            }
        };
        app.set_lock(kind, &secret, Box::new(ended));
    };
    let go = live(move || submit_button(is_main, "lock", if busy.get() { m.opening } else { go }));
    let copy = with_icon(el("a", "button button--wide").attr("href", Page::Data.href(speech.locale)), "download", m.copy_first);
    let before = m.before.map(|line| pair("triangle-alert", line));
    form((kinds, fields, first.shower(), Vec::from(before), copy, told(said), go), submit)
}
