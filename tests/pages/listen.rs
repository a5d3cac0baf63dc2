//! Listening to a page: where the button stands and where not, what is said in which order, and what makes it fall silent.

use crate::html::Element;
use crate::phone::{every_screen, open, render_html, speech, today};
use leptos::prelude::Owner;
use phlov::page::{Locale, Page};
use phlov::platform::aloud::Heard;
use phlov::platform::memory::MemoryOutside;
use phlov::platform::{dom, News};
use phlov::saved::lock::Secret;
use phlov::ui;
use phlov::ui::state::{use_app, App};
use std::rc::Rc;

const RIGHT: &str = "/km/right/social-security";

/// Uses the app on this phone while it stands on the screen; `see` gives what stands there.
fn using(phone: &MemoryOutside, act: impl FnOnce(App, &dyn Fn() -> Element) + 'static) {
    let world = phone.clone();
    let owner = Owner::new();
    owner.with(|| {
        ui::open(Rc::new(phone.clone()), move |ready| {
            let place = dom::element("div");
            let _standing = ready.view().show_in(&place);
            let see = || {
                world.settle();
                ui::el::settle();
                Element::read(&place.inside()).expect("a page")
            };
            act(use_app(), &see);
        });
        phone.settle();
    });
    owner.cleanup();
}

fn phone(voices: &str) -> MemoryOutside {
    let phone = MemoryOutside::new(today(), RIGHT);
    phone.voice().set_voices(voices);
    phone
}

fn has_button(page: &Element) -> bool {
    page.with_id("listen").is_some()
}

/// The bar, as it is read out: its name and its buttons.
fn bar(page: &Element) -> Option<Vec<String>> {
    let bar = page.all().into_iter().find(|element| element.attr("class") == Some("listening"))?;
    Some(
        [bar.attr("aria-label").unwrap_or_default().to_owned()]
            .into_iter()
            .chain(bar.named("button").into_iter().map(Element::name))
            .collect(),
    )
}

#[test]
fn without_a_voice_there_is_no_button_anywhere() {
    every_screen(|screen| if has_button(&screen.page) { vec!["a button".into()] } else { Vec::new() });
}

#[test]
fn with_a_voice_the_pages_that_are_read_have_a_button_below_their_title() {
    for locale in Locale::ALL {
        let mut kinds = std::collections::BTreeSet::new();
        for page in Page::all() {
            // One of a kind is enough: there are hundreds of words.
            let kind = page.path().split('/').nth(1).unwrap_or_default().to_owned();
            if page.is_read() && !kinds.insert(kind) {
                continue;
            }
            for (voices, wanted) in [(locale.code(), page.is_read()), (locale.other().code(), false)] {
                let phone = MemoryOutside::new(today(), &page.href(locale));
                phone.voice().set_voices(voices);
                let shown = Element::read(&open(&phone, || ())).expect("a page");
                assert_eq!(has_button(&shown), wanted, "{page:?} in {locale:?} with a voice for {voices}");
                if wanted {
                    let main = shown.named("main")[0];
                    let parts: Vec<&Element> = main.children().collect();
                    let title = parts.iter().position(|part| part.is("h1")).expect("a title");
                    assert_eq!(parts[title + 1].name(), speech(locale).m().listen.listen, "{page:?}");
                }
            }
        }
        let wanted = ["laws", "learn", "offices", "reply", "right", "service", "stories", "words"];
        assert_eq!(kinds.into_iter().collect::<Vec<_>>(), wanted, "every kind of page to read was seen");
    }
}

#[test]
fn a_voice_that_is_found_late_moves_nothing_and_is_known_the_next_time() {
    let phone = phone("");
    let world = phone.clone();
    using(&phone, move |app, see| {
        let before = render_html(RIGHT);
        world.voice().set_voices("km");
        assert!(!has_button(&see()));
        assert_eq!(open_again(&before), see().text(), "nothing was added to the page");
        app.go_to("/km/right/education");
        assert!(has_button(&see()), "the next screen has it");
    });
    // At the next start before the browser has found its voices; and not for the other language.
    let again = phone.opened_again(RIGHT);
    assert!(open(&again, || ()).contains("id=\"listen\""));
    assert!(!open(&phone.opened_again("/en/right/social-security"), || ()).contains("id=\"listen\""));
    // The voice was taken from the phone.
    using(&again, {
        let again = again.clone();
        move |_, see| {
            again.voice().set_voices("en");
            see();
        }
    });
    assert!(!open(&phone.opened_again(RIGHT), || ()).contains("id=\"listen\""));
}

fn open_again(html: &str) -> String {
    Element::read(html).expect("a page").text()
}

#[test]
fn sentences_are_said_one_after_the_other_in_their_language() {
    for (voices, wanted) in
        [("km", vec!["សិទ្ធិ", "មួយ។", "ពីរ ប.ស.ស. ទៀត៕"]), ("km en", vec!["សិទ្ធិ", "Rights.", "Two words.", "មួយ។", "ពីរ ប.ស.ស. ទៀត៕"])]
    {
        let phone = phone(voices);
        let world = phone.clone();
        using(&phone, move |app, see| {
            world.voice().set_words("kmសិទ្ធិ\nenRights. Two words.\nkm · \nkm  មួយ។ ពីរ ប.ស.ស. ទៀត៕");
            assert_eq!(bar(&see()), None);
            app.listen();
            let m = &speech(Locale::Km).m().listen;
            let speed = m.speed.with(m.speeds[1]);
            assert_eq!(bar(&see()), Some(vec![m.reading.into(), m.pause.into(), m.stop.into(), speed]));
            assert_eq!(world.did().focused.last().map(String::as_str), Some("silence"), "the focus is where it can be stopped");
            for sentence in &wanted {
                assert_eq!(world.voice().heard(), [*sentence]);
                world.voice().tell(Heard::End);
            }
            assert_eq!(world.voice().heard(), [""; 0]);
            assert_eq!(bar(&see()), None, "at the end of the page the bar goes");
            assert_eq!(world.did().focused.last().map(String::as_str), Some("listen"));
        });
    }
}

#[test]
fn pause_speed_and_stop() {
    let phone = phone("km");
    let world = phone.clone();
    using(&phone, move |app, see| {
        let voice = || world.voice();
        let m = &speech(Locale::Km).m().listen;
        voice().set_words("kmមួយ។ ពីរ។ បី។");
        app.listen();
        voice().tell(Heard::End);
        assert_eq!((voice().heard(), voice().rate()), (vec!["មួយ។".into(), "ពីរ។".into()], 1.0));

        app.pause_reading(true);
        assert!(voice().is_silent());
        assert_eq!(bar(&see()).map(|bar| bar[1].clone()), Some(m.go_on.into()));
        // Another speed while it is paused is for later.
        app.next_speed();
        assert_eq!(bar(&see()).map(|bar| bar[3].clone()), Some(m.speed.with(m.speeds[2])));
        assert!(voice().is_silent() && voice().heard().is_empty());
        app.pause_reading(false);
        assert_eq!((voice().heard(), voice().rate() > 1.0), (vec!["ពីរ។".to_owned()], true), "the sentence begins again");

        app.next_speed();
        assert_eq!((voice().heard(), voice().rate() < 1.0), (vec!["ពីរ។".to_owned()], true), "it is heard at once");
        app.stop_reading();
        assert!(voice().is_silent());
        assert_eq!(bar(&see()), None);
        // A word of the voice that comes too late.
        voice().tell(Heard::End);
        assert!(voice().heard().is_empty() && bar(&see()).is_none());
    });
    // The speed is kept on the phone.
    let again = phone.opened_again(RIGHT);
    again.voice().set_voices("km");
    let world = again.clone();
    using(&again, move |app, see| {
        see();
        world.voice().set_words("kmមួយ។");
        app.listen();
        assert!(world.voice().rate() < 1.0);
    });
}

/// While a page of two sentences is being read aloud.
fn listening(act: impl FnOnce(App, &dyn Fn() -> Element, &MemoryOutside) + 'static) {
    let phone = phone("km");
    let world = phone.clone();
    using(&phone, move |app, see| {
        see();
        world.voice().set_words("kmមួយ។ ពីរ។");
        app.listen();
        act(app, see, &world);
    });
}

#[test]
fn leaving_hiding_locking_and_the_other_language_make_it_fall_silent() {
    type Act = fn(App, &MemoryOutside);
    let gone: [(&str, Act); 7] = [
        ("another page", |app, _| app.go(Page::Home)),
        ("back", |app, _| app.go_back()),
        ("the other language", |app, _| app.switch_language()),
        ("the page is left", |_, phone| phone.tell(News::Left)),
        ("Escape, or no voice any more", |_, phone| phone.voice().tell(Heard::Stop)),
        ("the lock", |app, phone| {
            app.set_lock(Secret::Pin, "482915", Box::new(|_| ()));
            phone.settle();
            app.listen();
            app.lock_now();
        }),
        ("nothing to say", |app, phone| {
            phone.voice().set_words("enNo voice for this");
            app.listen();
        }),
    ];
    for (what, act) in gone {
        listening(move |app, see, world| {
            assert!(bar(&see()).is_some() && !world.voice().is_silent(), "{what}");
            act(app, world);
            assert_eq!(bar(&see()), None, "{what}");
            assert!(world.voice().is_silent(), "{what}");
        });
    }
    // Hidden (another app, the screen goes dark): silent at once, and it waits for her.
    listening(|_, see, world| {
        world.tell(News::Hidden);
        assert!(world.voice().is_silent());
        world.tell(News::Shown);
        assert!(world.voice().is_silent(), "it does not begin to speak by itself");
        assert_eq!(bar(&see()).map(|bar| bar[1].clone()), Some(speech(Locale::Km).m().listen.go_on.into()));
    });
}

#[test]
fn a_recorded_file_is_played_instead() {
    let phone = phone("km");
    phone.voice().record(RIGHT);
    phone.voice().record("/en/right/social-security");
    phone.voice().record("/km/stories/kunthea?n=2");
    let world = phone.clone();
    using(&phone, move |app, see| {
        let voice = || world.voice();
        voice().set_words("kmមួយ។");
        app.listen();
        assert_eq!(voice().heard(), [RIGHT]);
        app.pause_reading(true);
        assert!(voice().is_silent());
        app.pause_reading(false);
        assert_eq!(voice().heard(), [RIGHT], "it goes on");
        voice().tell(Heard::End);
        assert_eq!(bar(&see()), None);
        // No voice is needed for it.
        app.switch_language();
        assert!(has_button(&see()));
        app.go_to("/en/right/education");
        assert!(!has_button(&see()));
        // Each screen of a story has its own.
        for (address, wanted) in
            [("/km/stories/kunthea", vec!["មួយ។"]), ("/km/stories/kunthea?n=2", vec!["/km/stories/kunthea?n=2"])]
        {
            app.go_to(address);
            see();
            app.listen();
            assert_eq!(voice().heard(), wanted, "{address}");
        }
    });
}
