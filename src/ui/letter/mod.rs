//! "I got a letter": eight taps that say what stands in it, then what it may be about, the last day with its working, what to check,
//! what to ask, and a plan. What she tapped stands in the address, so back, reload and "not sure" keep it; a plan keeps it for good.

mod result;

use super::el::{all, el, live, El, Words};
use super::learn::law_name;
use super::offices::{busiest, by_level};
use super::parts::{button, fold, heading, icon, lead, listed, main_button, option, with_icon};
use super::progress::progress;
use super::signal::*;
use super::state::{use_app, use_speech};
use crate::i18n::words::letter::Letter as Sentences;
use crate::kb::limit::Days;
use crate::kb::{services_around, AuthorityId, LawId};
use crate::khmer;
use crate::page::Page;
use crate::plan::letter::{Letter, Since, Step, Time, THREATS, UNSAID, UNSURE, USUAL_DAYS, WANTS};

use result::result;
pub use result::{counted, in_plan, questions};

/// How many offices and laws stand there before "all".
const FEW: usize = 8;
const FEW_LAWS: usize = 12;
/// Kunthea's letter, as the story tells it.
const PRACTICE: &str = "from.labour-inspection-department_on.2020-02-20_got.2020-02-20_law.prakas-443-2018_want.pay_time.30_since.unsure_days.unsure_threat.fine_unsaid.sum";
/// A picture for each of [`THREATS`].
const THREAT_ICONS: [&str; 5] = ["circle-check", "banknote", "store", "scale", "circle-question-mark"];

pub fn letter() -> El {
    let app = use_app();
    let (letter, again) = app.route.with_untracked(|route| {
        let again = route.query("q").and_then(|at| at.parse::<usize>().ok()).and_then(|at| Step::ALL.get(at).copied());
        (Letter::read(route.query("a").unwrap_or("")), again)
    });
    match again.filter(|step| letter.has(*step)).or_else(|| letter.next()) {
        Some(step) => question(letter, step),
        None => result(&letter),
    }
}

/// The address with this letter; `again`: one question once more.
fn address(letter: &Letter, again: Option<Step>) -> String {
    let mut address = Page::Letter.href(use_speech().locale);
    let line = letter.write();
    if !line.is_empty() {
        address += "?a=";
        address += &line;
        if let Some(at) = again.and_then(|step| Step::ALL.iter().position(|other| *other == step)) {
            address += "&q=";
            address += &at.to_string();
        }
    }
    address
}

fn question(letter: Letter, step: Step) -> El {
    let speech = use_speech();
    let m = &speech.m().letter;
    let steps = letter.steps();
    let place = steps.iter().position(|other| *other == step).unwrap_or(0);
    let at = Step::ALL.iter().position(|other| *other == step).unwrap_or(0);
    let before = place.checked_sub(1).and_then(|before| steps.get(before)).map(|before| address(&letter, Some(*before)));
    let first = step == Step::From;
    let body = match step {
        Step::From => from(&letter),
        Step::Dates => dates(&letter),
        Step::Law => law(&letter),
        Step::Wants => wants(&letter),
        Step::Time => time(&letter),
        Step::Count => count(&letter),
        Step::Threat => threat(&letter),
        Step::Unsaid => unsaid(&letter),
    };
    all((
        progress(place, steps.len(), speech.m().question_of.with(&speech.number(place + 1), &speech.number(steps.len()))),
        heading(m.asks.get(at).copied().unwrap_or_default()),
        lead(if first { m.got_hint } else { m.asks_help.get(at).copied().unwrap_or_default() }),
        body,
        before.map(|href| {
            with_icon(el("a", "button button--quiet").attr("href", href), "arrow-left", speech.m().previous_question)
        }),
        first.then(|| {
            let practice = Letter::read(PRACTICE);
            let words = el("span", "row__words")
                .with((el("span", "row__name").with(m.practice), el("span", "row__below").with(m.practice_hint)));
            let link = el("a", "row").attr("href", address(&practice, None)).with((icon("coffee"), words, icon("chevron-right")));
            el("section", "card card--rows").with(link)
        }),
    ))
}

/// A choice that leads on.
fn choice(letter: &Letter, name: &'static str, value: &str, picture: &'static str, words: impl Into<Words>) -> El {
    let words: Words = words.into();
    let here = letter.write().split('_').any(|pair| pair.strip_prefix(name) == Some(&[".", value].concat()));
    let link = el("a", "choice").attr("href", address(&letter.with(name, value), None));
    with_icon(link.attr_if("aria-current", here.then_some("true")), picture, words).with(here.then(|| icon("check")))
}

fn unsure(letter: &Letter, name: &'static str) -> El {
    choice(letter, name, UNSURE, "circle-question-mark", use_speech().m().not_sure)
}

/// The offices with the most to do first, then all.
fn from(letter: &Letter) -> El {
    let speech = use_speech();
    let m = &speech.m().letter;
    let one = |office: AuthorityId| {
        let entry = office.get();
        choice(letter, "from", office.name(), "landmark", speech.text(entry.short.unwrap_or(entry.name)))
    };
    let mut rows: Vec<El> = busiest(FEW).into_iter().map(one).collect();
    rows.push(choice(letter, "from", "other", "building-2", m.other_office));
    rows.push(unsure(letter, "from"));
    let whole = |office: AuthorityId| choice(letter, "from", office.name(), "landmark", speech.text(office.get().name));
    all((el("ul", "choices").with(listed(rows)), fold(m.all_offices, by_level(whole))))
}

fn dates(letter: &Letter) -> El {
    let m = &use_speech().m().letter;
    let today = use_app().today.get_untracked().to_string();
    let known = |day: Option<crate::dates::Date>| RwSignal::new(day.map_or(String::new(), |day| day.to_string()));
    let (on, got) = (known(letter.dated()), known(letter.received()));
    let field = |words: &'static str, day: RwSignal<String>| {
        let input = el("input", "field__day").attr("type", "date").attr("autocomplete", "off").attr("max", today.clone());
        let input = input.value(move || day.get()).on("input", move |event| day.set(event_target_value(&event)));
        el("label", "field").with((el("span", "field__label").with(words), input))
    };
    let fields = all((field(m.dated, on), field(m.received, got)));
    next(letter.clone(), fields, move |letter| {
        let said = |day: String| if day.is_empty() { UNSURE.to_owned() } else { day };
        letter.say("on", &[&said(on.get_untracked())]);
        letter.say("got", &[&said(got.get_untracked())]);
    })
}

/// What she filled in, and the button that takes it along.
fn next(letter: Letter, fields: El, take: impl Fn(&mut Letter) + 'static) -> El {
    let app = use_app();
    let words = use_speech().m().letter.next;
    let here = address(&letter, None);
    let base = here.split('?').next().unwrap_or("").to_owned();
    let go = move || {
        let mut letter = letter.clone();
        take(&mut letter);
        app.go_to(&[&base, "?a=", &letter.write()].concat());
    };
    all((el("section", "card").with(fields), el("div", "bar").with(main_button("arrow-right", words, go))))
}

/// The laws that the office works by first, then all, or a number.
fn law(letter: &Letter) -> El {
    let speech = use_speech();
    let m = &speech.m().letter;
    let one = |law: LawId| choice(letter, "law", law.name(), "scale", law_name(law, speech));
    // Those that most of its services rest on first.
    let mut laws: Vec<(usize, LawId)> = Vec::new();
    for law in
        letter.office().into_iter().flat_map(services_around).flat_map(|service| service.get().basis.all()).map(|basis| basis.law)
    {
        let before = laws.iter().position(|(_, other)| *other == law).map_or(0, |at| laws.remove(at).0);
        let at = laws.iter().position(|(count, _)| *count < before + 1).unwrap_or(laws.len());
        laws.insert(at, (before + 1, law));
    }
    let mut laws: Vec<LawId> = laws.into_iter().map(|(_, law)| law).collect();
    let rest = laws.split_off(laws.len().min(FEW_LAWS));
    let mut rows: Vec<El> = laws.into_iter().map(one).collect();
    rows.push(choice(letter, "law", "none", "x", m.no_law));
    rows.push(unsure(letter, "law"));
    // A law is looked for by the number on the paper.
    let mut others: Vec<LawId> = rest.iter().copied().chain(LawId::all().filter(|law| !rest.contains(law))).collect();
    let number_of = |law: &LawId| {
        let digits =
            law.get().number.str().split(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse::<u32>().ok());
        digits.unwrap_or(u32::MAX)
    };
    crate::plan::sort::sort_by_key(&mut others, number_of);
    let others: Vec<El> = others.into_iter().map(one).collect();
    let number = RwSignal::new(letter.law_number().unwrap_or_default().to_owned());
    let input = el("input", "field__line").attr("type", "text").attr("inputmode", "numeric").attr("autocomplete", "off");
    let input = input.value(move || number.get()).on("input", move |event| number.set(event_target_value(&event)));
    let app = use_app();
    let (own, base) = (letter.clone(), Page::Letter.href(speech.locale));
    let take = move || {
        let said = plain_number(&number.get_untracked());
        if !said.is_empty() {
            let known = LawId::all().find(|law| plain_number(law.get().number.str()) == said);
            let value = known.map_or_else(|| ["no-", &said].concat(), |law| law.name().to_owned());
            app.go_to(&[&base, "?a=", &own.with("law", &value).write()].concat());
        }
    };
    all((
        el("ul", "choices").with(listed(rows)),
        el("section", "card").with((
            el("label", "field").with((el("span", "field__label").with(m.law_number), input)),
            button("button button--wide", "arrow-right", m.use_number, take),
        )),
        fold(m.all_laws, el("ul", "choices").with(listed(others))),
    ))
}

/// A number as it may stand in an address: ASCII digits, Latin letters, hyphens.
fn plain_number(number: &str) -> String {
    let ascii = khmer::ascii_digits(number);
    let letters = ascii.trim().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' });
    letters.collect::<String>().trim_matches('-').to_owned()
}

/// A list of which several can be chosen.
fn several(name: &'static str, words: &'static [&'static str], chosen: &[RwSignal<bool>]) -> El {
    let rows = words.iter().zip(chosen.iter().copied()).map(|(words, on)| {
        let tick = move |_| on.update(|on| *on = !*on);
        let boxed =
            el("input", "checks__box").attr("type", "checkbox").attr("name", name).checked(move || on.get()).on("change", tick);
        let words = el("span", "checks__words").with(*words);
        el("li", "checks__item").with(el("label", "checks__row").with((boxed, words)))
    });
    el("ul", "checks").with(rows.collect::<Vec<_>>())
}

fn chosen(codes: &'static [&'static str], on: &[RwSignal<bool>]) -> Vec<&'static str> {
    let said: Vec<&str> = codes.iter().zip(on).filter(|(_, on)| on.get_untracked()).map(|(code, _)| *code).collect();
    if said.is_empty() {
        vec![UNSURE]
    } else {
        said
    }
}

fn wants(letter: &Letter) -> El {
    let speech = use_speech();
    let m: &'static Sentences = &speech.m().letter;
    let on: Vec<RwSignal<bool>> = WANTS.iter().map(|want| RwSignal::new(letter.wants(want))).collect();
    let sum = RwSignal::new(letter.amount().map_or(String::new(), |sum| sum.to_string()));
    let pays = on.first().copied();
    let amount = live(move || {
        pays.is_some_and(|pays| pays.get()).then(|| {
            let input = el("input", "field__line").attr("type", "text").attr("inputmode", "numeric").attr("autocomplete", "off");
            let input = input.value(move || sum.get()).on("input", move |event| sum.set(event_target_value(&event)));
            el("label", "field").key("amount").with((el("span", "field__label").with(m.amount), input))
        })
    });
    let fields = all((several("want", &m.wants, &on), amount));
    next(letter.clone(), fields, move |letter| {
        letter.say("want", &chosen(&WANTS, &on));
        let digits: String = khmer::ascii_digits(&sum.get_untracked()).chars().filter(char::is_ascii_digit).take(15).collect();
        letter.say("sum", &[&digits]);
    })
}

fn time(letter: &Letter) -> El {
    let speech = use_speech();
    let m = &speech.m().letter;
    let mut rows: Vec<El> = USUAL_DAYS
        .iter()
        .map(|days| {
            choice(letter, "time", &days.to_string(), "calendar-clock", m.within.with(&speech.days((*days).into(), false)))
        })
        .collect();
    rows.push(choice(letter, "time", "none", "x", m.unnamed));
    rows.push(unsure(letter, "time"));
    let (days, day) = match letter.time() {
        Time::Days(days) => (days.to_string(), String::new()),
        Time::Until(day) => (String::new(), day.to_string()),
        _ => Default::default(),
    };
    let (days, day) = (RwSignal::new(days), RwSignal::new(day));
    let number = el("input", "field__line").attr("type", "text").attr("inputmode", "numeric").attr("autocomplete", "off");
    let number = number.value(move || days.get()).on("input", move |event| days.set(event_target_value(&event)));
    let date = el("input", "field__day").attr("type", "date").attr("autocomplete", "off").value(move || day.get());
    let date = date.on("input", move |event| day.set(event_target_value(&event)));
    let fields = all((
        el("label", "field").with((el("span", "field__label").with(m.other_days), number)),
        el("label", "field").with((el("span", "field__label").with(m.until_day), date)),
    ));
    let own = next(letter.clone(), fields, move |letter| {
        let typed: String = khmer::ascii_digits(&days.get_untracked()).chars().filter(char::is_ascii_digit).take(4).collect();
        let said = [day.get_untracked(), typed].into_iter().find(|said| !said.is_empty());
        letter.say("time", &[said.as_deref().unwrap_or(UNSURE)]);
    });
    all((el("ul", "choices").with(listed(rows)), own))
}

fn count(letter: &Letter) -> El {
    let speech = use_speech();
    let m: &'static Sentences = &speech.m().letter;
    let since = RwSignal::new(match letter.since() {
        Some(Since::Dated) => "dated",
        Some(Since::Received) => "received",
        None => UNSURE,
    });
    let days = RwSignal::new(match letter.days() {
        Some(Days::Calendar) => "calendar",
        Some(Days::Working) => "working",
        None => UNSURE,
    });
    let group = |name: &'static str,
                 legend: &'static str,
                 words: [&'static str; 2],
                 codes: [&'static str; 2],
                 said: RwSignal<&'static str>| {
        let options = words.into_iter().chain([m.not_said]).zip(codes.into_iter().chain([UNSURE]));
        let options = options.map(|(words, code)| option(name, words, move || said.get() == code, move || said.set(code)));
        el("fieldset", "").with((el("legend", "small-title").with(legend), options.collect::<Vec<_>>()))
    };
    let fields = all((
        group("since", m.count_from, m.since, ["dated", "received"], since),
        group("days", m.count_days, m.day_kinds, ["calendar", "working"], days),
    ));
    next(letter.clone(), fields, move |letter| {
        letter.say("since", &[since.get_untracked()]);
        letter.say("days", &[days.get_untracked()]);
    })
}

fn threat(letter: &Letter) -> El {
    let m = &use_speech().m().letter;
    let rows = THREATS
        .iter()
        .zip(m.threats)
        .zip(THREAT_ICONS)
        .map(|((code, words), picture)| choice(letter, "threat", code, picture, words));
    let rows = rows.chain([unsure(letter, "threat")]).collect();
    el("ul", "choices").with(listed(rows))
}

fn unsaid(letter: &Letter) -> El {
    let m: &'static Sentences = &use_speech().m().letter;
    let said = letter.unsaid();
    let on: Vec<RwSignal<bool>> = (0..UNSAID.len()).map(|at| RwSignal::new(said.contains(&at))).collect();
    let fields = several("unsaid", &m.unsaid, &on);
    next(letter.clone(), fields, move |letter| letter.say("unsaid", &chosen(&UNSAID, &on)))
}
