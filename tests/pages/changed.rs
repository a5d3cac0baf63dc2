//! A fact changes after she made a plan: the app tells it after the update, and she takes the new one or keeps the old.

use crate::html::Element;
use crate::phone::speech;
use crate::plans::{phone_with, shown};
use phlov::kb::{packed, About, ServiceId};
use phlov::page::{Locale, Page};
use phlov::plan::relied::{self, Basis, Relied};
use phlov::plan::{fact, SheetId, What};
use phlov::ui::changed::basis_now;
use phlov::ui::state::App;

fn with_fee() -> ServiceId {
    ServiceId::all()
        .find(|service| service.get().claims.iter().any(|claim| claim.about == About::Fee))
        .expect("a service with a fee")
}

/// A plan made with an earlier edition, in which one fact read otherwise.
fn made_earlier(app: App) -> SheetId {
    let id = app.make_plan(Some(with_fee()), None);
    let locale = app.speech().locale;
    app.edit(&id, |plan, pen| {
        let mut basis = relied::basis(plan).expect("it noted what it relies on");
        assert_eq!(basis.locale, locale.code());
        basis.edition = "00000000".to_owned();
        let fee = basis.facts.iter_mut().find(|fact| fact.about == "fee").expect("a fee");
        fee.value = OLD.to_owned();
        relied::rely(plan, pen, &basis);
    });
    app.count_changed();
    id
}

const OLD: &str = "៥ ០០០ / 5,000";

#[test]
fn a_plan_notes_what_it_relies_on_and_the_same_edition_changes_nothing() {
    for locale in Locale::ALL {
        let (phone, id) = phone_with(locale, |app| {
            let id = app.make_plan(Some(with_fee()), None);
            let plan = app.book.with_untracked(|book| book.sheets.get(&id).cloned()).expect("the plan");
            let basis = relied::basis(&plan).expect("a basis");
            assert_eq!(basis.edition, packed::edition());
            assert!(!basis.facts.is_empty());
            assert_eq!(basis, basis_now(&plan, app.speech().locale, app.speech()));
            assert!(basis.facts.iter().all(|fact| !matches!(&*fact.about, "rule" | "papers" | "")), "{basis:?}");
            id
        });
        let m = speech(locale).m();
        assert!(shown(&phone, &Page::Changed, locale).page.text().contains(m.changed.none));
        assert!(!shown(&phone, &Page::Plan(id.as_str().to_owned()), locale).page.text().contains(m.changed.was));
    }
}

#[test]
fn a_changed_fee_is_told_with_both_values_and_its_source() {
    for locale in Locale::ALL {
        let speech = speech(locale);
        let m = &speech.m().changed;
        let (phone, id) = phone_with(locale, made_earlier);
        let plan = Page::Plan(id.as_str().to_owned());
        let fee = with_fee().get().claims.iter().find(|claim| claim.about == About::Fee).expect("a fee");
        let now = speech.text(fee.value).into_owned();
        for page in [Page::Changed, plan] {
            let screen = shown(&phone, &page, locale).page;
            let text = screen.text();
            assert!(text.contains(OLD) && text.contains(&now), "{locale:?} {page:?}: {text}");
            let names: Vec<String> = screen.named("button").into_iter().map(Element::name).collect();
            assert!(names.iter().any(|name| name == m.take) && names.iter().any(|name| name == m.keep), "{names:?}");
            assert!(!screen.named("details").is_empty(), "its source is a tap away");
        }
    }
}

#[test]
fn taken_or_kept_it_is_not_told_again() {
    for takes in [true, false] {
        let (phone, _) = phone_with(Locale::Km, move |app| {
            let id = made_earlier(app);
            app.edit(&id, |plan, pen| {
                let then = relied::basis(plan).expect("a basis");
                let now = basis_now(plan, Locale::Km, app.speech());
                let changes = relied::changes(&then.facts, &now.facts);
                assert_eq!(changes.len(), 1);
                if takes {
                    relied::take(plan, pen, &changes[0])
                } else {
                    relied::keep(plan, pen, &changes[0])
                }
            });
            id
        });
        let m = speech(Locale::Km).m();
        assert!(shown(&phone, &Page::Changed, Locale::Km).page.text().contains(m.changed.none), "takes: {takes}");
    }
}

#[test]
fn a_letter_of_that_plan_is_named_with_it() {
    let (phone, _) = phone_with(Locale::En, |app| {
        let id = made_earlier(app);
        app.write_letter("meeting", Some(&id));
        // One that was only looked at is none.
        let letter = app.book.with_untracked(|book| book.letters().next().map(|letter| letter.id.clone())).expect("a letter");
        app.edit(&letter, |letter, pen| letter.set_fact(pen, fact::HOW, "letter"));
        id
    });
    assert!(shown(&phone, &Page::Changed, Locale::En).page.text().contains(speech(Locale::En).m().changed.letter_too));
}

#[test]
fn words_that_are_not_the_apps_own_do_no_harm() {
    let (phone, _) = phone_with(Locale::Km, |app| {
        let id = app.make_plan(Some(with_fee()), None);
        let basis = Basis {
            edition: String::new(),
            locale: "xx".into(),
            facts: vec![Relied { about: "moon".into(), name: "<b>".into(), value: "\u{202e}".into() }],
        };
        app.edit(&id, |plan, pen| {
            plan.set_fact(pen, fact::KEPT, "\n\t\t");
            relied::rely(plan, pen, &basis)
        });
        assert!(app.book.with_untracked(|book| book.sheets.get(&id).is_some_and(|plan| plan.what == What::Plan)));
        id
    });
    assert!(shown(&phone, &Page::Changed, Locale::Km).page.text().contains(speech(Locale::Km).m().changed.no_longer));
}
