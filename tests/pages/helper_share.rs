//! What helpers share between phones, their report and their hand-over, on screen: chosen, read through, looked at before it is taken in.

use crate::html::Element;
use crate::phone::{open, speech, today, Screen};
use phlov::kb::ServiceId;
use phlov::page::{Desk, Locale, Page};
use phlov::plan::helper::handover::{self, Choice, Said};
use phlov::plan::helper::need::names::Names;
use phlov::plan::helper::need::{self, need_id, sent};
use phlov::plan::helper::{AREA, REPLY, REPLY_DAY, REPLY_OFFICE};
use phlov::plan::{fact, Field, Item, ItemId, List, Pen, Replica, Sheet, SheetId, What};
use phlov::platform::memory::MemoryOutside;
use phlov::saved::transfer::{bundle, look_at, Arrival, FRAGMENT};
use phlov::ui::state::{use_app, App};
use std::cell::RefCell;
use std::rc::Rc;

fn pen() -> Pen {
    Pen { who: Replica(5), today: today(), after: 0 }
}

fn using<T: 'static>(phone: &MemoryOutside, act: impl FnOnce(App) -> T + 'static) -> T {
    let given = Rc::new(RefCell::new(None));
    let into = given.clone();
    open(phone, move || drop(into.replace(Some(act(use_app())))));
    given.take().expect("it was used")
}

fn service() -> ServiceId {
    ServiceId::parse("nssf-enterprise-registration").expect("a service")
}

/// Somebody who agreed, and her plan with a question of her own.
fn somebody(app: App, n: u64, name: &str, area: &str) -> SheetId {
    let mut helped = Sheet::blank(What::Helped, SheetId::from_random(n), &pen());
    helped.write(&pen(), &Field::Title, name);
    helped.set_fact(&pen(), "consent", "2026-11-01");
    helped.set_fact(&pen(), AREA, area);
    let id = helped.id.clone();
    app.take_in(Arrival { new: vec![helped], ..Arrival::default() }, "");
    app.act_for(Some(&id));
    // Every phone of a test draws the same numbers; these are to be different phones.
    for _ in 0..n {
        app.outside().random();
    }
    let plan = app.make_plan(Some(service()), None);
    app.edit(&plan, |plan, pen| {
        plan.write(pen, &Field::Need, "🐘");
        plan.add_item(pen, List::Question, &["🐼 ", name].concat())
    });
    app.act_for(None);
    plan
}

/// The needs of everybody on this phone.
fn needs(app: App, origin: &'static str) -> Vec<Sheet> {
    app.book.with_untracked(|book| {
        let names = Names::of(book);
        let of = |plan: &Sheet| {
            let helped = book.sheets.get(&SheetId::parse(plan.fact(fact::FOR))?)?;
            Some(need::of(plan, helped, &|_| false, origin, &names))
        };
        book.of_all(What::Plan).filter_map(of).collect()
    })
}

fn take(app: App, text: &str) -> Arrival {
    let arrival = app.book.with_untracked(|book| look_at(book, text)).expect("a bundle");
    app.take_in(arrival.clone(), "taken");
    arrival
}

fn asked() -> ItemId {
    ItemId::content(List::Question, service().get().questions.get(0).expect("a question").n)
}

/// A helper's phone with nothing on it but helper mode.
fn phone(locale: Locale, act: impl FnOnce(App) + 'static) -> MemoryOutside {
    let phone = MemoryOutside::new(today(), &Page::Home.href(locale));
    let world = phone.clone();
    using(&phone, move |app| {
        app.set_helper(true);
        act(app);
        world.settle();
    });
    phone
}

/// A desk in the middle of its work.
fn desk(app: App) {
    for n in 0..7 {
        somebody(app, 50 + n, &format!("🦓{n}"), if n < 6 { "12" } else { "01" });
    }
    let person = app.make_person(&[(fact::OFFICE, "nssf"), (fact::PREFERS, "telegram"), (fact::CALLED, "mrs")]);
    app.edit(&person, |person, pen| {
        person.write(pen, &Field::Title, "🙂");
        phlov::plan::people::log(person, pen, phlov::plan::How::Phone, phlov::plan::people::Reply::Promised, None)
    });
    let sheet = |what, n: u64, title: &str| {
        let mut sheet = Sheet::blank(what, SheetId::from_random(n), &pen());
        sheet.write(&pen(), &Field::Title, title);
        sheet.write(&pen(), &Field::Note("question-km".to_owned()), title);
        sheet.set_fact(&pen(), "sees", "all");
        sheet
    };
    let mut workshop = sheet(What::Workshop, 80, "🏫");
    let step = workshop.add_item(&pen(), List::Step, "🧾");
    workshop.set_item_fact(&pen(), &step, fact::DUE, "2026-11-01");
    let new = vec![workshop, sheet(What::Faq, 81, "❓"), sheet(What::Group, 82, "👥"), sheet(What::Partner, 83, "⚖")];
    app.take_in(Arrival { new, ..Arrival::default() }, "");
    let came = {
        let other = MemoryOutside::new(today(), "/km/");
        using(&other, |app| {
            somebody(app, 90, "🦒", "12");
            needs(app, "🅰2")
        })
    };
    take(app, &bundle(&came));
    let need = came.first().map(|need| need.id.clone()).expect("a need");
    app.edit(&need, |need, pen| {
        need.set_item_fact(pen, &asked(), REPLY_DAY, "2026-11-20");
        need.write(pen, &Field::ItemNote(asked(), REPLY.into()), "✅")
    });
}

fn packed(app: App) -> String {
    app.book.with_untracked(|book| {
        let said = Said {
            title: "📦".to_owned(),
            greet: &|person: &Sheet| ["👋 ", person.title.current()].concat(),
            line: &|_: &Sheet, item: &Item| ["📌 ", item.text.current()].concat(),
        };
        bundle(&handover::pack(book, &Choice::default(), "🅰1", today(), &said))
    })
}

fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

fn pages() -> [Page; 3] {
    [Desk::Bundles, Desk::Report, Desk::Handover].map(Page::Helper)
}

pub fn screens(locale: Locale) -> Vec<Screen> {
    let empty = phone(locale, |_| ());
    let full = phone(locale, desk);
    let pack = using(&full.opened_again("/km/"), packed);
    let new = phone(locale, |_| ());
    let taken = pack.clone();
    using(&new.opened_again("/km/"), move |app| drop(take(app, &taken)));
    let mut all = Vec::new();
    for (phone, state) in [(&empty, "empty"), (&full, "full"), (&new, "after a hand-over")] {
        for page in pages() {
            for query in ["", "?period=all&area=12"] {
                let address = [&*page.href(locale), query].concat();
                let html = open(&phone.opened_again(&address), || ());
                all.push(Screen::new(format!("{address} {state}"), locale, html));
            }
        }
    }
    let address = Page::Helper(Desk::Bundles).href(locale);
    let looking = empty.opened_again(&address);
    looking.set_fragment(&[FRAGMENT, &hex(&pack)].concat());
    all.push(Screen::new(format!("{address} looking"), locale, open(&looking, || ())));
    all
}

fn text_at(phone: &MemoryOutside, address: &str) -> String {
    let html = open(&phone.opened_again(address), || ());
    Element::read(&html).expect("a page").text()
}

#[test]
fn three_phones_ask_a_fourth_answers_and_the_answers_come_home() {
    let names = ["🦁", "🐯", "🐻"];
    let phones: Vec<(MemoryOutside, SheetId, String)> = ["🅰1", "🅰2", "🅰3"]
        .into_iter()
        .zip(names)
        .zip(1u64..)
        .map(|((origin, name), n)| {
            let phone = phone(Locale::Km, |_| ());
            let (plan, text) = using(&phone.opened_again("/km/"), move |app| {
                let plan = somebody(app, n, name, "12");
                (plan, bundle(&needs(app, origin)))
            });
            (phone, plan, text)
        })
        .collect();
    for (_, _, text) in &phones {
        for name in names.iter().chain(&["🐘", "🐼"]) {
            assert!(!text.contains(name), "{name} in {text}");
        }
    }
    let fourth = phone(Locale::Km, |_| ());
    let texts: Vec<String> = phones.iter().map(|(_, _, text)| text.clone()).collect();
    let back = using(&fourth.opened_again("/km/"), move |app| {
        for text in &texts {
            assert_eq!(take(app, text).new.len(), 1);
        }
        // An agenda has answered the question for all who ask it.
        let needs: Vec<Sheet> = app.book.with_untracked(|book| book.of_all(What::Need).cloned().collect());
        for need in &needs {
            app.edit(&need.id, |need, pen| {
                need.set_item_fact(pen, &asked(), REPLY_DAY, "2026-11-20");
                need.set_item_fact(pen, &asked(), REPLY_OFFICE, "nssf");
                need.write(pen, &Field::ItemNote(asked(), REPLY.into()), "✅")
            });
        }
        app.book.with_untracked(|book| {
            let names = Names::of(book);
            let copies = book.of_all(What::Need).filter_map(|need| sent::copy(need, "", "🅰4", &names));
            bundle(&copies.collect::<Vec<_>>())
        })
    });
    for locale in Locale::ALL {
        let m = &speech(locale).h().bundle;
        let text = text_at(&fourth, &Page::Helper(Desk::Bundles).href(locale));
        for origin in ["🅰1", "🅰2", "🅰3"] {
            assert!(text.contains(&m.answers_for.with(origin, &speech(locale).number(1))), "{origin}: {text}");
        }
        // Three are too few for a report.
        let report = text_at(&fourth, &[&*Page::Helper(Desk::Report).href(locale), "?period=all"].concat());
        let m = &speech(locale).h().report;
        assert!(report.contains(m.hidden_count) && report.contains(m.hiding) && report.contains(m.too_few), "{report}");
    }
    for (phone, plan, _) in &phones {
        let (back, plan, own) = (back.clone(), plan.clone(), need_id(plan));
        let home = phone.clone();
        using(&phone.opened_again("/km/"), move |app| {
            let arrival = take(app, &back);
            assert_eq!(arrival.changed.iter().map(|sheet| &sheet.id).collect::<Vec<_>>(), [&plan]);
            let reply = || {
                app.book.with_untracked(|book| {
                    let item = book.sheets.get(&plan).and_then(|plan| plan.item(&asked())).expect("the question");
                    (item.note(REPLY).to_owned(), item.fact(REPLY_OFFICE).to_owned())
                })
            };
            assert_eq!(reply(), ("✅".to_owned(), "nssf".to_owned()));
            assert!(app.book.with_untracked(|book| !book.sheets.contains_key(&own)), "no double of its plan");
            // All of it is taken back by one tap.
            app.undo();
            assert_eq!(reply(), (String::new(), String::new()));
            home.settle();
        });
    }
}

#[test]
fn a_hand_over_opens_on_a_new_phone_and_says_whom_to_greet_first() {
    let old = phone(Locale::En, desk);
    let pack = using(&old.opened_again("/en/"), packed);
    assert!(!pack.contains('🦓') && !pack.contains('🐘') && !pack.contains('🐼'), "{pack}");
    let m = &speech(Locale::En).h().handover;
    let page = text_at(&old, "/en/helper/handover");
    for words in ["🙂", "🏫", "❓", "👥", "⚖", "🧾", m.never, "Every 91 days"] {
        assert_eq!(page.contains(words), words != m.never, "{words}: {page}");
    }
    assert!(!page.contains("🐘") && !page.contains("🐼"));
    let new = phone(Locale::En, |_| ());
    let looking = new.opened_again("/en/helper/bundles");
    looking.set_fragment(&[FRAGMENT, &hex(&pack)].concat());
    let seen = Element::read(&open(&looking, || ())).expect("a page").text();
    assert!(seen.contains(&speech(Locale::En).h().bundle.came_from.with("🅰1")), "{seen}");
    using(&new.opened_again("/en/"), move |app| {
        assert!(app.book.with_untracked(|book| book.sheets.is_empty()), "looking changes nothing");
        take(app, &pack);
    });
    let page = text_at(&new, "/en/helper/handover");
    assert!(page.contains(&m.came_from.with("🅰1", "20 November 2026")) && page.contains("👋 🙂"), "{page}");
    assert!(page.contains(m.first) && !page.contains(m.greeted));
}

#[test]
fn what_goes_out_is_read_before_it_is_sent() {
    let phone = phone(Locale::En, desk);
    let m = &speech(Locale::En).h().bundle;
    let text = text_at(&phone, "/en/helper/bundles");
    for words in [m.nothing, m.all_agreed, m.goes_out, "🦓0", m.kinds[0], m.kinds[2], m.kinds[5], m.kinds[7]] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains(m.send_file), "nothing to send before something is ticked");
}
