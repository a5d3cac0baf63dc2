//! Complaints on the screen: safety first, the meter with what is missing, the letter made of the case in both languages.

use crate::html::Element;
use crate::phone::{open, render, speech, today, Screen};
use crate::plans::{phone_with, shown};
use phlov::kb::{Need, SituationId};
use phlov::page::{Locale, Page};
use phlov::plan::complaint::{self, Pick, WHERES};
use phlov::plan::{fact, Outcome, SheetId};
use phlov::ui::state::App;

fn situation(name: &str) -> SituationId {
    SituationId::parse(name).expect("a situation")
}

/// The newest complaint.
fn newest(app: App) -> SheetId {
    app.book.with_untracked(|book| complaint::all(book).first().map(|case| case.id.clone())).expect("a complaint")
}

/// A complaint as she finds it after the safety page.
fn begun(app: App, name: &str) -> SheetId {
    app.start_complaint(situation(name), None);
    newest(app)
}

/// One with everything tapped and a line in its log.
fn full(app: App, name: &str) -> SheetId {
    let id = begun(app, name);
    app.edit(&id, |case, pen| {
        for pick in [Pick::Point, Pick::Want, Pick::Proof, Pick::Tried] {
            complaint::pick(case, pen, pick, "1", true);
            complaint::pick(case, pen, pick, "2", true);
        }
        for standard in situation(name).get().standards() {
            complaint::pick(case, pen, Pick::Standard, standard.id.str(), true);
        }
        for law in situation(name).get().laws {
            complaint::pick(case, pen, Pick::Law, law.name(), true);
        }
        for (name, value) in [
            (fact::WHERE, WHERES[0]),
            (fact::NAMED, "yes"),
            (fact::REACH, "visit"),
            (fact::DAY, &today().plus_days(-3).to_string()),
        ] {
            case.set_fact(pen, name, value);
        }
        let line = complaint::note_sent(case, pen, 1, today().plus_days(-2), None);
        case.set_item_fact(pen, &line, fact::RESULT, "no-answer");
        case.set_deadline(pen, Some(today().plus_days(14)));
        case.conclude(pen, None, Outcome::Partly)
    });
    id
}

fn page(id: &SheetId) -> Page {
    Page::Complaint(id.as_str().to_owned())
}

/// The letter of a complaint.
fn letter(app: App, name: &str) -> SheetId {
    let id = full(app, name);
    app.write_complaint(&id);
    app.book.with_untracked(|book| book.letters().next().map(|letter| letter.id.clone())).expect("a letter")
}

/// Every screen on which they show, for the rules.
pub fn screens(locale: Locale) -> Vec<Screen> {
    let mut all = Vec::new();
    for id in SituationId::all() {
        let name = id.name();
        let address = [&Page::Complaints.href(locale), "?s=", name].concat();
        let (empty, new) = phone_with(locale, move |app| begun(app, name));
        all.push(Screen::new(address.clone(), locale, open(&empty.opened_again(&address), || ())));
        all.push(shown(&empty, &page(&new), locale));
        let (phone, id) = phone_with(locale, move |app| full(app, name));
        all.push(shown(&phone, &page(&id), locale));
    }
    let (phone, id) = phone_with(locale, |app| full(app, "no-answer"));
    all.extend([Page::Complaints, Page::Calendar].iter().map(|page| shown(&phone, page, locale)));
    all.push(shown(&phone, &Page::Complaint("gone".into()), locale));
    drop(id);
    let (phone, id) = phone_with(locale, |app| {
        let id = letter(app, "tax-decision");
        app.edit(&id, |letter, pen| letter.set_fact(pen, fact::SENT, &today().to_string()));
        id
    });
    all.push(shown(&phone, &Page::MyLetter(id.as_str().to_owned()), locale));
    all
}

#[test]
fn what_can_harm_her_is_read_before_anything_is_written() {
    for locale in Locale::ALL {
        let m = speech(locale).m();
        for id in SituationId::all() {
            let screen = render(&[&Page::Complaints.href(locale), "?s=", id.name()].concat());
            let text = screen.text();
            for said in [m.complain.only_seen, m.complain.names_optional, m.complain.talk_first, m.complain.violence] {
                assert!(text.contains(said), "{}: {said}", id.name());
            }
            let bribe = if locale == Locale::Km { "បទល្មើស" } else { "offence too" };
            assert!(text.contains(bribe), "{}: giving is an offence too", id.name());
            let buttons = screen.named("button").into_iter().filter(|button| button.attr("class") == Some("button button--main"));
            assert_eq!(buttons.map(Element::text).collect::<Vec<_>>(), [m.complain.go_on]);
            let hrefs: Vec<&str> = screen.named("a").into_iter().filter_map(|a| a.attr("href")).collect();
            for page in ["/offices", "/service/gbv-help"] {
                assert!(hrefs.iter().any(|href| href.ends_with(page)), "{}: {page}", id.name());
            }
        }
    }
}

#[test]
fn an_empty_complaint_says_0_percent_and_leads_to_what_is_missing() {
    for locale in Locale::ALL {
        let m = speech(locale).m();
        let (phone, id) = phone_with(locale, |app| begun(app, "no-answer"));
        let screen = shown(&phone, &page(&id), locale).page;
        let text = screen.text();
        let zero = m.complain.percent.with(&speech(locale).number(0));
        assert!(text.contains(&zero), "{zero}");
        let meter = screen.with_id("meter").expect("the meter");
        let first = situation("no-answer").get().steps.get(0).expect("a rung");
        let jumps: Vec<&str> =
            meter.named("a").into_iter().filter_map(|a| a.attr("href")).filter(|href| *href != "#who").collect();
        assert_eq!(jumps.len(), first.needs().count());
        for jump in jumps {
            assert!(screen.with_id(&jump[1..]).is_some(), "{jump} leads nowhere");
        }
        assert!(!first.needs().any(|need| need == Need::Name) && screen.with_id("name").is_none(), "no name is asked here");
        let (phone, id) = phone_with(locale, |app| full(app, "no-answer"));
        let text = shown(&phone, &page(&id), locale).page.text();
        assert!(text.contains(&m.complain.percent.with(&speech(locale).number(100))) && text.contains(m.complain.complete));
        assert!(text.contains(m.complain.go_next), "after no answer the next one is offered");
        let list = shown(&phone, &Page::Complaints, locale).page.text();
        assert!(list.contains(m.complain.mine) && list.contains(m.complain.remind));
        let calendar = shown(&phone, &Page::Calendar, locale).page.text();
        assert!(calendar.contains(m.complain.coming));
    }
}

#[test]
fn the_letter_says_what_she_tapped_in_the_language_of_the_letter() {
    for (speaks, point, wish) in
        [("km", "ចំណុចដែលអាចកែលម្អ៖ ", "នាងខ្ញុំសូមគោរពស្នើថា៖ "), ("en", "The point that could be better: ", "My respectful request: ")]
    {
        let (phone, id) = phone_with(Locale::En, move |app| {
            let id = letter(app, "no-answer");
            app.edit(&id, |letter, pen| letter.set_fact(pen, fact::SPEAKS, speaks));
            id
        });
        let screen = shown(&phone, &Page::MyLetter(id.as_str().to_owned()), Locale::En).page;
        let text = screen.with_id("text").map(|_| screen.text()).expect("the letter");
        let entry = situation("no-answer").get();
        let said = |text: phlov::kb::Text| if speaks == "km" { text.km() } else { text.en() };
        for (from, clauses) in [(point, entry.points), (wish, entry.wants)] {
            let both = [from, &said(clauses.all()[0]), "; ", &said(clauses.all()[1])].concat();
            assert!(text.contains(&both), "{both} in\n{text}");
        }
        for clauses in [entry.proofs, entry.tried] {
            assert!(text.contains(&said(clauses.all()[0])), "{speaks}");
        }
        assert!(text.contains(speech(Locale::En).m().complain.open), "the way back to the complaint");
    }
}
