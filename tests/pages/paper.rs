//! A plan as lines: on paper, as a message, read aloud.

use crate::phone::{open, speech, today};
use phlov::kb::ServiceId;
use phlov::page::{Locale, Page};
use phlov::plan::{fact, Field, List, Sheet, SheetId};
use phlov::platform::memory::MemoryOutside;
use phlov::platform::{Line, Mark};
use phlov::ui::paper::{cut, lines, message, page_of, script, seconds};
use phlov::ui::state::{use_app, App};

const URL: &str = "phlov.example/km/service/x";

/// Reads from an app on an empty phone.
fn with_app(read: impl FnOnce(App) + 'static) {
    open(&MemoryOutside::new(today(), "/km/"), move || read(use_app()));
}

fn plan(app: App, id: &SheetId) -> Sheet {
    app.book.with_untracked(|book| book.sheets.get(id).cloned()).expect("the plan")
}

fn lines_of(app: App, plan: &Sheet, locale: Locale) -> Vec<Line> {
    app.book.with_untracked(|book| lines(book, plan, speech(locale), today(), URL))
}

fn marks(lines: &[Line]) -> Vec<Mark> {
    lines.iter().map(|line| line.mark).collect()
}

#[test]
fn every_service_has_a_paper_a_message_and_a_minute_of_words() {
    with_app(|app| {
        for service in ServiceId::all().map(Some).chain([None]) {
            let id = app.make_plan(service, None);
            let plan = plan(app, &id);
            let [km, en] = Locale::ALL.map(|locale| lines_of(app, &plan, locale));
            assert_eq!(marks(&km), marks(&en), "{service:?}: both languages stand side by side");
            for (locale, lines) in [(Locale::Km, km), (Locale::En, en)] {
                assert!(lines.iter().all(|line| (line.mark == Mark::Rule) == line.text.is_empty()), "{service:?}: {lines:?}");
                let text = message(&lines);
                assert!(
                    !text.contains('\u{200b}') && !text.contains("\n\n\n") && text.ends_with(&[URL, "\n"].concat()),
                    "{text}"
                );
                let questions = plan.visible(List::Question).len();
                assert_eq!(lines.iter().filter(|line| line.mark == Mark::Ask).count(), questions.min(5));
                let said = script(&plan, speech(locale));
                let time = seconds(&said.concat(), locale);
                assert!((10..=60).contains(&time), "{service:?} {locale:?}: {time} s\n{}", said.join("\n"));
                assert!(said.len() >= 6, "{service:?}: at least one question is asked\n{}", said.join("\n"));
            }
        }
    });
}

#[test]
fn the_paper_says_when_and_with_whom() {
    with_app(|app| {
        let id = app.make_plan(ServiceId::all().next(), None);
        app.edit(&id, |plan, pen| {
            plan.write(pen, &Field::Title, "My plan");
            plan.write(pen, &Field::Need, "I  need\nthis\u{200b}.");
            plan.set_deadline(pen, Some(today().plus_days(3)));
            let meeting = plan.add_item(pen, List::Meeting, "Ask about the fee");
            for (name, value) in [(fact::DAY, "2026-11-24"), (fact::TIME, "09:05")] {
                plan.set_item_fact(pen, &meeting, name, value);
            }
            plan.write(pen, &Field::ItemNote(meeting.clone(), fact::PLACE.into()), "Room 3");
            plan.promise(pen, &meeting, "official", "reply", Some(today().plus_days(10)));
        });
        let text = message(&lines_of(app, &plan(app, &id), Locale::En));
        for words in [
            "My plan\nI need this.\nAny time until 23 November 2026\nNext step: ",
            "\nMeetings with officials\n☐ 24 November 2026 at 9:05 · Room 3 · Ask about the fee\n",
            "\nWhat was promised\n☐ The official: Reply to the question · 30 November 2026\n",
        ] {
            assert!(text.contains(words), "{words:?} in\n{text}");
        }
        assert_eq!(text.matches("Reply to the question").count(), 1, "a promise is not told twice");
    });
}

#[test]
fn long_words_are_cut_where_they_would_not_fit() {
    with_app(|app| {
        let id = app.make_plan(ServiceId::all().next(), None);
        app.edit(&id, |plan, pen| {
            plan.write(pen, &Field::Need, &"ស្ត្រី".repeat(800));
            for n in 0..40 {
                plan.add_item(pen, List::Document, &format!("paper {n}"));
                plan.add_item(pen, List::Question, &format!("question {n}"));
            }
        });
        let plan = plan(app, &id);
        for locale in Locale::ALL {
            let said = script(&plan, speech(locale));
            assert!(seconds(&said.concat(), locale) <= 60, "{said:?}");
            let lines = lines_of(app, &plan, locale);
            assert!(lines.len() < 60, "{} lines", lines.len());
            assert!(message(&lines).contains(&"ស្ត្រី".repeat(800)), "a message holds all of it");
        }
        for most in 1..20 {
            let short = cut(&"ស្ត្រី".repeat(9), most);
            assert!(
                short.chars().count() <= most && short.trim_end_matches('…').replace("ស្ត្រី", "").replace("ស្ត្រ", "").is_empty(),
                "{short}"
            );
        }
        assert_eq!(cut("ស្ត្រី", 6), "ស្ត្រី");
    });
}

#[test]
fn the_code_opens_the_service_or_the_finder() {
    with_app(|app| {
        for service in ServiceId::all().map(Some).chain([None]) {
            let id = app.make_plan(service, None);
            let address = page_of(&plan(app, &id)).href(Locale::Km);
            assert_eq!(address, service.map_or("/km/find".into(), |service| format!("/km/service/{}", service.name())));
        }
    });
}

/// What comes again every month is in the calendar of whoever has a plan for it, and leads to the service that says for whom.
#[test]
fn duties_that_come_again_stand_in_the_calendar() {
    for locale in Locale::ALL {
        let service = ServiceId::parse("nssf-contributions").expect("the service");
        let (phone, _) = crate::plans::phone_with(locale, move |app| app.make_plan(Some(service), None));
        let page = crate::plans::shown(&phone, &Page::Calendar, locale).page;
        let duty = service.get().duties.iter().next().expect("a duty").title;
        let title = if locale == Locale::Km { duty.km() } else { duty.en() };
        assert!(page.text().contains(&title), "{title} is not in\n{}", page.text());
        let link = Page::Service(service).href(locale);
        assert!(page.named("a").iter().any(|a| a.attr("href") == Some(&link)), "{link}");
    }
}
