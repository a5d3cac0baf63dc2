//! What is shown to an official over the whole screen: in both languages, with the law, and nothing of hers.

use crate::html::Element;
use crate::phone::{open, speech, today};
use crate::plans::{phone_with, shown, some_service};
use phlov::kb::{standards, PurposeId, ServiceId};
use phlov::page::{Locale, Page};
use phlov::plan::written::{blank, choose};
use phlov::plan::{fact, Field, List};
use phlov::platform::memory::MemoryOutside;
use phlov::ui::letters::to_show;
use phlov::ui::plans::item_to_show;
use phlov::ui::service;
use phlov::ui::show::Shown;
use phlov::ui::state::use_app;

/// Hers, and nobody else's: blanks of letters that say who she is.
const HERS: [(&str, &str); 3] = [("me", "សុខ ចាន់ណារី"), ("business", "ហាងកាហ្វេផ្កាឈូក"), ("phone", "០១២៣៤៥៦៧៨")];

fn is_khmer(words: &str) -> bool {
    words.chars().any(|c| ('\u{1780}'..='\u{17d3}').contains(&c))
}

/// Both languages are there, each in its own letters.
fn check(shown: &Shown, what: &str) {
    assert!(is_khmer(&shown.km), "{what}: {shown:?}");
    assert!(!shown.en.is_empty() && !is_khmer(&shown.en), "{what}: {shown:?}");
    if let Some((km, en)) = &shown.print {
        assert!(is_khmer(km) && !en.is_empty() && !is_khmer(en), "{what}: {shown:?}");
    }
}

#[test]
fn every_question_of_every_service_can_be_shown_in_both_languages_with_its_law() {
    let (mut questions, mut with_law) = (0, 0);
    for id in ServiceId::all() {
        for question in id.get().questions {
            let shown = service::to_show(id, question, speech(Locale::Km));
            check(&shown, id.name());
            assert_eq!((shown.km.as_str(), shown.en.as_str()), (&*question.text.km(), &*question.text.en()));
            assert_eq!(shown.print.is_some(), !id.get().basis.is_empty(), "{}", id.name());
            questions += 1;
            with_law += usize::from(shown.print.is_some());
        }
    }
    assert!(questions > 200 && with_law * 10 > questions * 8, "{with_law} of {questions}");
}

/// The names of the buttons that show something.
fn show_buttons(page: &Element, locale: Locale) -> Vec<String> {
    let begins = speech(locale).m().reply.show_this.with("");
    let named = page.named("button").into_iter().filter_map(|button| button.attr("aria-label"));
    named.filter_map(|name| Some(name.strip_prefix(begins.trim())?.trim().to_owned())).collect()
}

#[test]
fn a_service_and_the_guide_have_a_button_for_each_question_and_each_standard() {
    for locale in Locale::ALL {
        let speech = speech(locale);
        let asks: Vec<String> = standards().iter().map(|standard| speech.text(standard.ask).into_owned()).collect();
        for id in ServiceId::all().step_by(9) {
            let names = show_buttons(&crate::phone::render(&Page::Service(id).href(locale)), locale);
            let questions = id.get().questions.iter().map(|question| speech.text(question.text).into_owned());
            assert_eq!(names, questions.chain(asks.clone()).collect::<Vec<_>>(), "{}", id.name());
        }
        let guide = phlov::kb::GuideId::parse("good-service").map(Page::Guide).expect("the page of the standards");
        assert_eq!(show_buttons(&crate::phone::render(&guide.href(locale)), locale), asks);
    }
}

#[test]
fn a_question_of_a_plan_is_shown_in_both_languages_and_hers_as_she_wrote_it() {
    const OWN: &str = "How much for my shop?";
    let (phone, id) = phone_with(Locale::Km, |app| {
        let id = app.make_plan(Some(some_service()), None);
        app.edit(&id, |plan, pen| {
            plan.write(pen, &Field::Title, HERS[1].1);
            plan.add_item(pen, List::Question, OWN);
            plan.add_from(pen, List::Question, 200)
        });
        id
    });
    let page = Page::Plan(id.as_str().to_owned());
    open(&phone.opened_again(&page.href(Locale::Km)), move || {
        let plan = use_app().book.with_untracked(|book| book.sheets.get(&id).cloned()).expect("the plan");
        let questions = plan.visible(List::Question);
        assert!(questions.len() >= 4);
        for question in questions {
            let shown = item_to_show(&plan, question, speech(Locale::Km));
            match question.from {
                None => assert_eq!(shown, Shown::own(OWN.into())),
                Some(n) => {
                    check(&shown, "a question of the plan");
                    assert_eq!(shown.print.is_some(), n < 200, "what helps with any service rests on no law of this one");
                }
            }
            assert!(!format!("{shown:?}").contains(HERS[1].1), "the name of the plan is hers");
        }
    });
    let buttons = show_buttons(&shown(&phone, &page, Locale::En).page, Locale::En);
    assert!(buttons.len() >= 4 && buttons.contains(&OWN.to_owned()), "{buttons:?}");
}

#[test]
fn a_letter_of_hers_is_shown_without_her_name_her_business_and_her_number() {
    let phone = MemoryOutside::new(today(), &Page::Write.href(Locale::Km));
    open(&phone, || {
        let app = use_app();
        for purpose in PurposeId::all() {
            app.write_letter(purpose.name(), None);
            let of = |book: &phlov::plan::Book| {
                let letter = book.letters().find(|letter| letter.fact(fact::PURPOSE) == purpose.name());
                letter.cloned().expect("the letter")
            };
            let id = app.book.with_untracked(of).id;
            app.edit(&id, |letter, pen| {
                for name in phlov::kb::compose::BLANKS {
                    let hers = HERS.iter().find(|(blank, _)| *blank == name).map_or("ករណីនេះ", |(_, words)| words);
                    letter.write(pen, &Field::Note(blank(name)), hers);
                }
                for phrase in purpose.get().phrases {
                    choose(letter, pen, phrase.n, true);
                }
            });
            let shown = app.book.with_untracked(|book| to_show(&of(book), book, purpose, speech(Locale::Km)));
            assert!(is_khmer(&shown.km) && !shown.en.is_empty(), "{}", purpose.name());
            for (name, words) in HERS {
                let said = format!("{shown:?}");
                assert!(!said.contains(words), "{}: {name} in {said}", purpose.name());
            }
        }
    });
}

#[test]
fn the_card_says_each_language_in_its_own_and_her_words_in_none() {
    let phone = MemoryOutside::new(today(), "/en/");
    let content =
        Shown {
            km: "តើតម្លៃប៉ុន្មាន?".into(), en: "What is the fee?".into(), print: Some(("មាត្រា ៣៩".into(), "Article 39".into()))
        };
    let html = open(&phone, move || use_app().show_large(content));
    let page = Element::read(&html).expect("a page");
    let lines: Vec<(Option<&str>, String)> =
        page.named("dialog").iter().flat_map(|dialog| dialog.named("p")).map(|line| (line.attr("lang"), line.text())).collect();
    for (lang, words) in [("km", "តើតម្លៃប៉ុន្មាន?"), ("en", "What is the fee?"), ("km", "មាត្រា ៣៩"), ("en", "Article 39")]
    {
        assert!(lines.contains(&(Some(lang), words.to_owned())), "{words} in {lines:?}");
    }
    let html = open(&phone.opened_again("/km/"), || use_app().show_large(Shown::own("My words".into())));
    let page = Element::read(&html).expect("a page");
    let line = page.named("p").into_iter().find(|line| line.text() == "My words").expect("her words");
    assert_eq!(line.attr("lang"), None);
    assert!(!html.contains("show__en"));
}
