//! The finder: every way a woman can answer, in every aim, leads somewhere, in few taps, and says why.

use phlov::kb::finder::{Answer, Answers, Outcome, MOST_FITS};
use phlov::kb::{Aim, AimId, FinderResult, ServiceId};
use phlov::page::{Locale, Page, Route};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// All answers that can be given to a question: its options, then "not sure".
fn answers_to(aim: &Aim, question: usize) -> Vec<Answer> {
    let options = aim.questions.get(question).map_or(0, |question| question.options.len());
    (0..options).map(|option| Answer::Option(option as u8)).chain([Answer::Unsure]).collect()
}

/// Every way through an aim, answered to the end.
fn paths(aim: &'static Aim) -> Vec<Answers> {
    fn walk(aim: &'static Aim, answers: Answers, into: &mut Vec<Answers>) {
        match answers.next(aim) {
            None => into.push(answers),
            Some(question) => {
                for answer in answers_to(aim, question) {
                    walk(aim, answers.with(question, answer), into);
                }
            }
        }
    }
    let mut all = Vec::new();
    walk(aim, Answers::default(), &mut all);
    all
}

/// Calls `check` with every way through every aim; the text says where, for the failure.
fn every_path(check: impl Fn(&'static Aim, &Answers, &Outcome, &str)) {
    for id in AimId::all() {
        let aim = id.get();
        for answers in paths(aim) {
            let here = format!("{}?a={}", id.name(), answers.write(aim));
            check(aim, &answers, &answers.outcome(aim), &here);
        }
    }
}

/// No "not sure" among the answers.
fn is_definite(aim: &Aim, answers: &Answers) -> bool {
    answers.path(aim).into_iter().all(|at| matches!(answers.get(at), Some(Answer::Option(_))))
}

/// Services that are offered, shown at once or under "also possible".
fn offered(outcome: &Outcome) -> BTreeSet<ServiceId> {
    outcome.fits.iter().chain(&outcome.more).map(|fit| fit.result.service).collect()
}

#[test]
fn the_aims_are_walked() {
    let walked: usize = AimId::all().map(|aim| paths(aim.get()).len()).sum();
    assert!(walked > 100, "only {walked} ways were found");
}

#[test]
fn at_most_six_questions() {
    every_path(|aim, answers, _, here| assert!(answers.path(aim).len() <= 6, "{here}"));
}

#[test]
fn at_most_three_services_are_shown_the_surest_first() {
    every_path(|_, _, outcome, here| {
        assert!(outcome.fits.len() <= MOST_FITS, "{here}");
        let sure: Vec<bool> = outcome.fits.iter().chain(&outcome.more).map(|fit| fit.sure).collect();
        assert!(sure.windows(2).all(|pair| pair[0] || !pair[1]), "{here}: {sure:?}");
        assert!(outcome.more.is_empty() || outcome.fits.len() == MOST_FITS, "{here}: more, but not three");
    });
}

/// A question is asked only when the answers before it leave it a meaning: who looks for workers is not asked
/// about the end of a contract.
#[test]
fn no_question_is_asked_without_its_reason() {
    every_path(|aim, answers, _, here| {
        let path = answers.path(aim);
        for at in &path {
            for when in aim.questions.get(*at).expect("a question").ask_when {
                assert!(
                    path.contains(&(when.question as usize)),
                    "{here}: question {at} is asked, though {} was not",
                    when.question
                );
            }
        }
    });
}

/// Sure, not only "maybe": the compiler of content refuses dead ends, and the app agrees with it.
#[test]
fn who_answers_everything_gets_a_service_that_fits() {
    every_path(|aim, answers, outcome, here| {
        if is_definite(aim, answers) {
            assert!(outcome.fits.first().is_some_and(|fit| fit.sure), "{here} leads nowhere");
        }
    });
}

#[test]
fn who_is_not_sure_gets_something_too() {
    every_path(|_, _, outcome, here| assert!(!outcome.fits.is_empty(), "{here} leads nowhere"));
}

#[test]
fn no_service_is_named_twice() {
    every_path(|_, _, outcome, here| {
        let near = outcome.near.iter().map(|result| result.service);
        let fits = outcome.fits.iter().chain(&outcome.more).map(|fit| fit.result.service);
        let all: Vec<ServiceId> = fits.chain(near).collect();
        assert_eq!(all.len(), all.iter().collect::<BTreeSet<_>>().len(), "{here}");
    });
}

#[test]
fn near_misses_say_why_not() {
    let speaks = |result: &FinderResult| result.why_not.is_some_and(|words| !words.km().is_empty() && !words.en().is_empty());
    every_path(|_, _, outcome, here| {
        for result in &outcome.near {
            assert!(speaks(result), "{here}: {} does not say why not", result.service.name());
        }
    });
}

#[test]
fn not_sure_never_excludes() {
    every_path(|aim, answers, outcome, here| {
        for question in answers.path(aim) {
            let unsure = answers.with(question, Answer::Unsure).outcome(aim);
            let lost: Vec<&str> = offered(outcome).difference(&offered(&unsure)).map(|service| service.name()).collect();
            assert!(lost.is_empty(), "{here}: not sure at question {question} loses {lost:?}");
        }
    });
    for id in AimId::all() {
        let aim = id.get();
        let nothing_known = Answers::default().outcome(aim);
        let unsure =
            (0..aim.questions.len()).fold(Answers::default(), |answers, at| answers.with(at, Answer::Unsure)).outcome(aim);
        for outcome in [nothing_known, unsure] {
            assert_eq!(offered(&outcome).len(), aim.results.len(), "{}: everything stays possible", id.name());
        }
    }
}

#[test]
fn from_home_to_a_saved_plan_in_eight_taps() {
    every_path(|aim, answers, _, here| {
        // The aim's tile, one tap an answer, open the service, make a plan.
        let taps = 1 + answers.path(aim).len() + 1 + 1;
        assert!(taps <= 8, "{here} takes {taps} taps");
    });
}

// ── the address ──

#[test]
fn the_address_keeps_the_answers() {
    every_path(|aim, answers, _, here| {
        let written = answers.write(aim);
        let read = Answers::read(aim, &written);
        for question in answers.path(aim) {
            assert_eq!(read.get(question), answers.get(question), "{here}: question {question}");
        }
        assert_eq!((read.path(aim), read.next(aim), read.write(aim)), (answers.path(aim), None, written.clone()), "{here}");
        // Whole address → place → answers, in both languages.
        let page = AimId::all().find(|id| std::ptr::eq(id.get(), aim)).map(Page::FindAim).expect("the aim");
        for locale in Locale::ALL {
            let route = Route::parse(&format!("{}?a={written}", page.href(locale)), Locale::Km);
            assert_eq!((route.locale, &route.page, route.query("a")), (locale, &page, Some(&*written)), "{here}");
        }
    });
}

#[test]
fn half_answered_addresses_keep_what_was_answered() {
    every_path(|aim, answers, _, here| {
        let mut begun = Answers::default();
        for question in answers.path(aim) {
            assert_eq!(Answers::read(aim, &begun.write(aim)), begun, "{here}: before question {question}");
            assert_eq!(begun.next(aim), Some(question), "{here}");
            begun = begun.with(question, answers.get(question).expect("an answer"));
        }
    });
}

/// "You can change an answer at any time. The others stay", also through the address.
#[test]
fn changing_an_answer_keeps_the_others() {
    every_path(|aim, answers, _, here| {
        for changed in answers.path(aim) {
            for answer in answers_to(aim, changed) {
                let with = answers.with(changed, answer);
                let read = Answers::read(aim, &with.write(aim));
                let wanted = |at: usize| if at == changed { Some(answer) } else { answers.get(at) };
                for question in read.path(aim) {
                    assert_eq!(
                        read.get(question),
                        wanted(question),
                        "{here}: question {question}, after changing {changed} to {answer:?}"
                    );
                }
            }
        }
    });
}

/// What an address may hold when somebody typed, cut or mixed it up.
const ODD: &[&str] = &[
    "",
    ".",
    "...........................",
    "unsure",
    "unsure.unsure.unsure.unsure.unsure.unsure.unsure.unsure.unsure.unsure",
    "yes",
    "no.no.no",
    "YES",
    " yes",
    "-1",
    "0.1.2",
    "255",
    "បាទ",
    "%20%FF",
    "<script>",
    "\u{0}\u{202e}👩🏽‍🌾",
    "a&b=c",
];

/// Reads it in every aim: no panic, and nothing in it that the address does not say.
#[track_caller]
fn reads_without_inventing(text: &str) {
    for id in AimId::all() {
        let aim = id.get();
        let answers = Answers::read(aim, text);
        let said: Vec<&str> = text.split('.').collect();
        for at in 0..aim.questions.len() {
            let word = match answers.get(at) {
                None => continue,
                Some(Answer::Unsure) => "unsure",
                Some(Answer::Option(option)) => {
                    let question = aim.questions.get(at).expect("a question");
                    question.options.get(option as usize).expect("an option of the question").id.str()
                }
            };
            assert!(said.contains(&word), "{}?a={text}: {word} was invented", id.name());
        }
        let written = answers.write(aim);
        assert_eq!(Answers::read(aim, &written), answers, "{}?a={text} → {written}", id.name());
        assert!(answers.outcome(aim).fits.len() <= MOST_FITS);
    }
}

#[test]
fn odd_addresses_invent_nothing() {
    for text in ODD {
        reads_without_inventing(text);
    }
    let endless = "unsure.".repeat(10_000);
    reads_without_inventing(&endless);
}

#[test]
fn what_is_not_understood_ends_the_reading() {
    for id in AimId::all() {
        let aim = id.get();
        let Some(first) = aim.questions.get(0).and_then(|question| question.options.get(0)) else { continue };
        let first = first.id.str();
        assert_eq!(Answers::read(aim, &format!("{first}.nonsense.unsure")), Answers::read(aim, first), "{}", id.name());
        assert_eq!(Answers::read(aim, &format!("nonsense.{first}")), Answers::default(), "{}", id.name());
    }
}

/// Every option id of every aim, "not sure", and some that do not exist.
fn words() -> Vec<String> {
    let options = AimId::all().flat_map(|aim| aim.get().questions.iter()).flat_map(|question| question.options.iter());
    options.map(|option| option.id.str().to_owned()).chain(["unsure", "", "nope"].map(str::to_owned)).collect()
}

proptest! {
    #[test]
    fn any_text_as_answers(text in ".{0,60}") {
        reads_without_inventing(&text);
    }

    #[test]
    fn any_mixture_of_real_answers(chosen in prop::collection::vec(prop::sample::select(words()), 0..9)) {
        reads_without_inventing(&chosen.join("."));
    }
}
