//! Offices near her: noted from the directory, found again everywhere, opened by a tap.

use crate::phone::{open, speech, Screen};
use crate::plans::{phone_with, shown, some_service};
use phlov::kb::AuthorityId;
use phlov::page::{Locale, Page};
use phlov::plan::{fact, Field, SheetId};
use phlov::ui::state::App;

fn directory() -> AuthorityId {
    some_service().get().authorities.get(0).expect("an office").authority
}

/// A branch of an office of the directory, with a name of hers (or none).
fn branch(app: App, name: &str) -> SheetId {
    let id = app.make_office(directory().name());
    app.edit(&id, |office, pen| {
        office.write(pen, &Field::Title, name);
        for (note, value) in [
            (fact::PHONE, "០១២ ៣៤៥ ៦៧៨"),
            (fact::TELEGRAM, "@khum_chbar"),
            (fact::EMAIL, "?"),
            (fact::HOURS, "7:30-11:30"),
            (fact::PLACE, "📍2"),
        ] {
            office.write(pen, &Field::Note(note.into()), value);
        }
    });
    id
}

fn page(id: &SheetId) -> Page {
    Page::LocalOffice(id.as_str().to_owned())
}

/// Every screen on which they show, for the rules.
pub fn screens(locale: Locale) -> Vec<Screen> {
    let (phone, id) = phone_with(locale, |app| branch(app, "🏛"));
    let (empty, new) = phone_with(locale, |app| app.make_office(""));
    let pages = [page(&id), Page::Offices, Page::People, Page::Office(directory())];
    let mut all: Vec<Screen> = pages.iter().map(|page| shown(&phone, page, locale)).collect();
    all.push(shown(&empty, &page(&new), locale));
    all.push(shown(&empty, &Page::Offices, locale));
    all.push(shown(&phone, &Page::LocalOffice("gone".into()), locale));
    all
}

#[test]
fn an_office_near_her_can_be_called_written_to_and_found_on_a_map() {
    for locale in Locale::ALL {
        let m = speech(locale).m();
        let (phone, id) = phone_with(locale, |app| branch(app, "🏛"));
        let screen = shown(&phone, &page(&id), locale).page;
        let hrefs: Vec<&str> = screen.named("a").into_iter().filter_map(|a| a.attr("href")).collect();
        let map = "https://www.google.com/maps/search/?api=1&query=%F0%9F%8F%9B%2C%20%F0%9F%93%8D2";
        for href in ["tel:+85512345678", "sms:+85512345678", "https://t.me/khum_chbar", map] {
            assert!(hrefs.contains(&href), "{href} in {hrefs:?}");
        }
        let text = screen.text();
        assert!(text.contains("7:30-11:30") && text.contains(m.person.cannot_open) && text.contains(m.local.map_note));
        assert!(text.contains(m.services_here), "and what can be done there");
        // On the list, at the office of the directory, and among the people.
        for list in [Page::Offices, Page::Office(directory()), Page::People] {
            let rows = shown(&phone, &list, locale).page;
            let there = rows.named("a").into_iter().any(|a| a.attr("href") == Some(&page(&id).href(locale)));
            assert!(there, "{list:?}");
        }
    }
}

#[test]
fn without_a_name_it_is_called_as_in_the_directory() {
    for locale in Locale::ALL {
        let (phone, id) = phone_with(locale, |app| branch(app, ""));
        let screen = shown(&phone, &page(&id), locale).page;
        let name = speech(locale).text(directory().get().name).into_owned();
        assert_eq!(screen.with_id("title").map(|title| title.text()), Some(name));
    }
    let (phone, id) = phone_with(Locale::Km, |app| app.make_office(""));
    let screen = shown(&phone, &page(&id), Locale::Km).page;
    let m = &speech(Locale::Km).m().local;
    assert_eq!(screen.with_id("title").map(|title| title.text()).as_deref(), Some(m.unnamed));
    assert!(!screen.text().contains(m.map), "nothing to look for yet");
}

#[test]
fn it_is_found_by_its_name_and_by_its_place_and_not_once_it_is_deleted() {
    use phlov::ui::state::use_app;
    for typed in ["khum prey", "behind the pagoda"] {
        let (phone, id) = phone_with(Locale::En, |app| {
            let id = branch(app, "Khum Prey Veng");
            app.edit(&id, |office, pen| {
                office.write(pen, &Field::Note(fact::PLACE.into()), "Behind the pagoda");
            });
            id
        });
        let wanted = page(&id).href(Locale::En);
        let search = phone.opened_again(&Page::Search.href(Locale::En));
        let html = open(&search, move || use_app().typed.set(typed.to_owned()));
        assert!(html.contains(&wanted), "{typed}");
        let again = phone.opened_again(&Page::Search.href(Locale::En));
        let html = open(&again, move || {
            use_app().edit(&id, |office, pen| office.set_removed(pen, true));
            use_app().typed.set(typed.to_owned());
        });
        assert!(!html.contains(&wanted));
    }
}
