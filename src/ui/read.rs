//! Pages to read: the guide, the stories, the words.

use super::el::{all, el, live, El, Words};
use super::marked::Section;
use super::parts::{
    badge, card, fold, heading, icon, lead, listed, main_button, pair, quiet, review, row, rows_card, sentences, service_row,
    sources, with_icon,
};
use super::progress::{progress, story_row};
use super::show::standard_rows;
use super::signal::*;
use super::state::learnt::is_finished;
use super::state::{use_app, use_speech};
use crate::kb::{Confidence, GuideId, Part, Quiz, StoryId, Style, TermId};
use crate::page::{Locale, Page};
use crate::plan::sort::sort_by_key;

/// The page of the nine standards: what to ask for each can be shown there.
const GOOD_SERVICE: &str = "good-service";

/// A page of the guide.
pub fn guide(id: GuideId) -> El {
    let app = use_app();
    let speech = use_speech();
    let m = speech.m();
    let page = Page::Guide(id);
    app.note_learnt(&page, &|_| ());
    let numbers = untrack(|| app.learnt()).of(&page.path());
    let entry = id.get();
    let services = entry.services.iter().copied().map(service_row);
    let laws = entry.laws.iter().map(|law| row(Page::Law(*law), Some("scale"), speech.text(law.get().title), None));
    let rows: Vec<El> = services.chain(laws).collect();
    let mark = is_finished(&page, &numbers).then(|| badge("badge badge--right", "circle-check", m.reading.done));
    let asked = Page::Guide(id);
    let all_right = live(move || is_finished(&asked, &app.learnt().of(&asked.path())).then(|| quiet(m.reading.all_right)));
    // After the last page come the stories.
    let after = GuideId::all().skip_while(|page| *page != id).nth(1).map(Page::Guide).or(StoryId::all().next().map(Page::Story));
    all((
        el("p", "badges").with(time(entry.minutes_km, entry.minutes_en)).with(mark),
        heading(speech.text(entry.title)),
        lead(Section::default().text(entry.summary)),
        entry.parts.iter().map(part).collect::<Vec<_>>(),
        (id.name() == GOOD_SERVICE)
            .then(|| card("ask", m.questions, standard_rows(|standard| standard.ask, entry.laws.get(0).copied()))),
        card("quiz", m.quiz, (entry.quiz.iter().map(|asked| quiz(id, asked, &numbers)).collect::<Vec<_>>(), all_right)),
        after.map(next),
        (!rows.is_empty()).then(|| rows_card("go-on", m.go_on, rows)),
        fold(m.sources, sources(entry.sources)),
        review(entry.review, Some(entry.checked)),
    ))
}

fn part(part: &'static Part) -> El {
    let speech = use_speech();
    let words = Section::default();
    let texts = part.texts.iter().map(|text| words.text(*text));
    let inside = match part.style {
        Style::Text => all(texts.map(|text| el("p", "").with(text)).collect::<Vec<_>>()),
        Style::List => sentences(part.texts.iter().copied()),
        Style::Steps => {
            el("ol", "steps").with(texts.map(|text| el("li", "").with(el("span", "").with(text))).collect::<Vec<_>>())
        }
        Style::Say => all(texts.map(|text| pair("message-circle", text)).collect::<Vec<_>>()),
    };
    el("section", "card").with((el("h2", "card__title").with(speech.text(part.title)), inside))
}

/// How long it takes to read.
fn time(km: u8, en: u8) -> El {
    badge("badge", "clock", Words::from(use_speech().minutes(km, en)))
}

/// The one way on.
fn next(page: Page) -> El {
    let speech = use_speech();
    let words = speech.m().reading.next.with(&super::title(&page, speech));
    el("a", "button button--main").attr("href", page.href(speech.locale)).with((el("span", "").with(words), icon("arrow-right")))
}

/// A question with its options; a tap says why it is right or not. She may try again; what she answered right stays answered.
fn quiz(page: GuideId, quiz: &'static Quiz, answered: &[u8]) -> El {
    let app = use_app();
    let speech = use_speech();
    let m = speech.m();
    let right = usize::from(quiz.right);
    let chosen = RwSignal::new(answered.contains(&quiz.n).then_some(right));
    let choose = move |at| {
        chosen.set(Some(at));
        if at == right {
            app.note_learnt(&Page::Guide(page), &|numbers| {
                if !numbers.contains(&quiz.n) {
                    numbers.push(quiz.n);
                }
            });
        }
    };
    let option = |(at, option): (usize, &'static crate::kb::QuizOption)| {
        let pressed = move || Some(Words::from(if chosen.get() == Some(at) { "true" } else { "false" }));
        el("button", "choice")
            .attr("type", "button")
            .live_attr("aria-pressed", pressed)
            .tap(move || choose(at))
            .with(el("span", "").with(speech.text(option.text)))
    };
    let answer = live(move || {
        let at = chosen.get()?;
        let option = quiz.options.get(at)?;
        let (line, picture, word) = if at == right {
            (el("p", "answer answer--right"), "check", m.quiz_right)
        } else {
            (el("p", "answer"), "info", m.quiz_wrong)
        };
        Some(with_icon(line, picture, (word, " · ", Section::default().text(option.why))))
    });
    el("div", "quiz").with((
        el("p", "quiz__question").with(Section::default().text(quiz.text)),
        el("ul", "choices").with(listed(quiz.options.iter().enumerate().map(option).collect())),
        el("div", "").attr("aria-live", "polite").with(answer),
    ))
}

/// A story, one small screen at a time; which one stands in the address, so that back goes one screen back.
pub fn story(id: StoryId) -> El {
    let app = use_app();
    let speech = use_speech();
    let m = speech.m();
    let entry = id.get();
    let count = entry.screens.len();
    let asked = app.route.with_untracked(|route| route.query("n").and_then(|n| n.parse::<usize>().ok()));
    let at = asked.unwrap_or(1).clamp(1, count.max(1));
    app.note_learnt(&Page::Story(id), &|numbers| {
        let furthest = numbers.get(1).copied().unwrap_or(0).max(at as u8);
        *numbers = vec![at as u8, furthest];
    });
    let address = |n: usize| {
        let page = Page::Story(id).href(speech.locale);
        if n > 1 {
            [&page, "?n=", &n.to_string()].concat()
        } else {
            page
        }
    };
    let words = m.screen_of.with(&speech.number(at), &speech.number(count));
    let words_of = Section::default();
    let screen = entry.screens.get(at - 1).map(|screen| {
        el("section", "card").with((
            el("h2", "card__title").with(speech.text(screen.title)),
            screen.texts.iter().map(|text| el("p", "").with(words_of.text(*text))).collect::<Vec<_>>(),
        ))
    });
    let before =
        (at > 1).then(|| with_icon(el("a", "button button--quiet").attr("href", address(at - 1)), "arrow-left", m.screen_before));
    let again =
        (at > 2).then(|| with_icon(el("a", "button button--quiet").attr("href", address(1)), "rotate-ccw", m.reading.again));
    let end = (at == count).then(|| {
        let learnt = untrack(|| app.learnt());
        let after = StoryId::all().skip_while(|story| *story != id).nth(1).map(|story| story_row(story, &learnt));
        // After the last one it is her turn.
        let after = after.unwrap_or_else(|| row(Page::Home, Some("house"), m.what_do_you_want, None));
        (
            rows_card("go-on", m.go_on, vec![service_row(entry.service)]),
            rows_card("next", m.screen_next, vec![after]),
            fold(m.sources, sources(entry.sources)),
            review(entry.review, Some(entry.checked)),
        )
    });
    let on = if at == count {
        main_button("clipboard-pen", m.story_plan, move || app.start_story(id))
    } else {
        el("a", "button button--main")
            .attr("href", address(at + 1))
            .with((el("span", "").with(m.screen_next), icon("arrow-right")))
    };
    all((
        progress(at, count, words),
        heading(speech.text(entry.title)),
        (at == 1).then(|| {
            (
                el("p", "badges").with(time(entry.minutes_km, entry.minutes_en)),
                lead(Section::default().text(entry.summary)),
                quiet(m.story_note),
            )
        }),
        screen,
        el("div", "actions").with((before, again)),
        end,
        el("div", "bar").with(on),
    ))
}

/// All words, in the order of the language.
pub fn words() -> El {
    let speech = use_speech();
    let m = speech.m();
    let mut terms: Vec<(Words, TermId)> = TermId::all().map(|id| (speech.text(id.get().term), id)).collect();
    sort_by_key(&mut terms, |(word, _)| word.to_ascii_lowercase());
    let rows = terms.into_iter().map(|(word, id)| row(Page::Word(id), None, word, None));
    all((
        heading(m.words),
        lead(m.words_hint),
        el("section", "card card--rows").with(el("ul", "rows").with(listed(rows.collect()))),
    ))
}

/// One word: what it means, in both languages, and under which other names it goes.
pub fn word(id: TermId) -> El {
    let speech = use_speech();
    let m = speech.m();
    let entry = id.get();
    let other = speech.locale.other();
    let in_other = match other {
        Locale::Km => entry.term.km(),
        Locale::En => entry.term.en(),
    };
    // Abbreviations only: the other spellings and the romanised forms are there to be found, not to be read.
    let khmer = entry.same.km();
    let khmer: Vec<&str> = khmer.split('|').filter(|word| word.contains('.')).collect();
    let short = |word: &&str| word.bytes().any(|b| b.is_ascii_uppercase()) && !word.contains(' ');
    let latin = entry.same.en();
    let latin: Vec<&str> = latin.split('|').filter(short).collect();
    let in_script = |lang: &'static str, words: String| (!words.is_empty()).then(|| el("p", "").attr("lang", lang).with(words));
    let same = (in_script("km", khmer.join(" · ")), in_script("en", latin.join(" · ")));
    let see: Vec<El> = entry.see.iter().map(|id| row(Page::Word(*id), None, speech.text(id.get().term), None)).collect();
    all((
        heading(speech.text(entry.term)),
        el("p", "quiet").attr("lang", other.code()).with(in_other),
        lead(Section::about(id).text(entry.says)),
        (entry.confidence != Confidence::High).then(|| quiet(m.term_unsure)),
        (same.0.is_some() || same.1.is_some()).then(|| card("same", m.same_words, same)),
        entry.service.map(|service| rows_card("go-on", m.go_on, vec![service_row(service)])),
        (!see.is_empty()).then(|| rows_card("see", m.see_also, see)),
        review(entry.review, None),
    ))
}
