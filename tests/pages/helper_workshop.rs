//! Workshops, working groups and partners on screen; and that nobody's name is on what leaves the phone.

use crate::html::Element;
use crate::phone::{open, speech, Screen};
use crate::plans::{phone_with, some_service};
use phlov::kb::OrganizationId;
use phlov::page::{Desk, Locale, Page};
use phlov::plan::helper::workshop::{fill_agenda, take_question, wanted, AGREED, GOAL, RESULT, SAID};
use phlov::plan::helper::{group, partner, ORGANIZATION, REPLY, REPLY_BY, REPLY_WRITTEN};
use phlov::plan::{fact, written, Field, ItemId, List, NeedKind, Pen, Sheet, SheetId, What};
use phlov::platform::memory::MemoryOutside;
use phlov::ui::state::App;

/// Marks that stand for names: of a participant, a speaker, whoever does something, whoever answered, somebody helped, a focal person.
const NAMES: [&str; 6] = ["🙋", "🎤", "🔧", "🗣", "👩", "🧭"];

fn item_note(id: &ItemId, name: &str) -> Field {
    Field::ItemNote(id.clone(), name.to_owned())
}

/// A new sheet of the desk with these facts.
fn sheet(app: App, what: What, id: &str, facts: &[(&str, &str)]) -> SheetId {
    let id = SheetId::parse(id).expect("a name");
    let copy = id.clone();
    let facts: Vec<(String, String)> = facts.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    app.book.update(|book| {
        let pen = book.pen(phlov::plan::Replica(7), crate::phone::today());
        let mut sheet = Sheet::blank(what, copy, &pen);
        for (name, value) in &facts {
            sheet.set_fact(&pen, name, value);
        }
        book.fold(&sheet);
    });
    // Kept like everything that is edited.
    app.edit(&id, |sheet, pen| sheet.set_fact(pen, "kept", "yes"));
    id
}

/// Three women who ask the same, in plans of their own.
fn asked(app: App) {
    for n in 0..3 {
        let woman = sheet(app, What::Helped, &format!("woman-{n}"), &[]);
        app.edit(&woman, |sheet, pen| sheet.write(pen, &Field::Title, NAMES[4]));
        app.act_for(Some(&woman));
        let plan = app.make_plan(Some(some_service()), None);
        app.edit(&plan, |plan, pen| plan.set_kind(pen, NeedKind::Problem));
    }
    app.act_for(None);
}

/// A whole workshop: from the most asked question to an action that is open.
fn held(app: App) -> SheetId {
    app.set_helper(true);
    asked(app);
    let first = app.book.with_untracked(wanted).into_iter().next().expect("a question");
    assert_eq!(first.times, 3);
    let id = sheet(
        app,
        What::Workshop,
        "workshop-one",
        &[
            (fact::SERVICE, some_service().name()),
            (fact::DAY, "2026-11-10"),
            (fact::TIME, "08:30"),
            (fact::OFFICE, "gdt"),
            ("area", "02"),
            ("came-women", "22"),
            ("came-men", "41"),
            (fact::HELD, "yes"),
        ],
    );
    app.edit(&id, |sheet, pen| {
        for (bank, codes) in [(GOAL, ["know-rule", "ask-office"]), (RESULT, ["understood", "actions"])] {
            for code in codes {
                sheet.set_fact(pen, &format!("{bank}:{code}"), "yes");
            }
        }
        sheet.write(pen, &Field::Note(fact::PLACE.into()), "🏫");
        fill_agenda(sheet, pen);
        let talk = sheet.visible(List::Meeting)[2].id.clone();
        sheet.write(pen, &item_note(&talk, SAID), "📢 📢");
        sheet.write(pen, &item_note(&talk, fact::BY), NAMES[1]);
        take_question(sheet, pen, &first);
        let question = sheet.visible(List::Question)[0].id.clone();
        sheet.write(pen, &item_note(&question, REPLY), "📗");
        sheet.write(pen, &item_note(&question, REPLY_BY), NAMES[3]);
        sheet.set_item_fact(pen, &question, fact::BY, "office");
        sheet.set_item_fact(pen, &question, REPLY_WRITTEN, "written");
        let group = sheet.add_item(pen, List::Document, "");
        sheet.set_item_fact(pen, &group, fact::WHAT, "hard");
        sheet.write(pen, &item_note(&group, SAID), "🧩");
        act(sheet, pen);
        let name = sheet.add_item(pen, List::Contact, NAMES[0]);
        sheet.set_item_fact(pen, &name, AGREED, "2026-11-10");
    });
    id
}

fn act(sheet: &mut Sheet, pen: &Pen) {
    let action = sheet.add_item(pen, List::Step, "📌");
    sheet.set_item_fact(pen, &action, fact::DUE, "2026-12-01");
    sheet.set_item_fact(pen, &action, fact::BY, "office");
    sheet.write(pen, &item_note(&action, fact::BY), NAMES[2]);
}

/// A group of the directory, prepared.
fn prepared(app: App) -> SheetId {
    app.set_helper(true);
    asked(app);
    asked(app);
    let id = sheet(
        app,
        What::Group,
        "twg-gender",
        &[(ORGANIZATION, "twg-gender"), (group::INTEREST, "member"), (fact::DAY, "2026-12-03"), ("ready:cases", "yes")],
    );
    app.edit(&id, |sheet, pen| {
        for aim in phlov::kb::AimId::all() {
            sheet.set_fact(pen, &format!("aim:{}", aim.name()), "yes");
        }
        for (name, words) in [(group::FOCAL, NAMES[5]), (group::EVIDENCE, "🧾"), (group::ADVICE, "💡"), (group::AGREED, "🤝")]
        {
            sheet.write(pen, &Field::Note(name.into()), words);
        }
        act(sheet, pen);
    });
    id
}

/// A partner whose agreement ends soon, with two questions.
fn with_partner(app: App) -> SheetId {
    app.set_helper(true);
    let facts =
        [(ORGANIZATION, "volunteer-lawyers"), (partner::KIND, "law"), (partner::MOU, "signed"), (partner::UNTIL, "2026-12-20")];
    let id = sheet(app, What::Partner, "partner-one", &facts);
    app.edit(&id, |sheet, pen| {
        sheet.write(pen, &Field::Note(partner::FOCAL.into()), NAMES[5]);
        sheet.write(pen, &Field::Note(fact::PHONE.into()), "012 345 678");
        let first = sheet.add_item(pen, List::Question, "❓");
        sheet.add_item(pen, List::Question, "❔");
        sheet.set_done(pen, &first, true);
    });
    id
}

fn pages(id: &SheetId, page: fn(String) -> Desk, queries: &[&str], locale: Locale) -> Vec<String> {
    queries.iter().map(|query| [&*Page::Helper(page(id.as_str().to_owned())).href(locale), query].concat()).collect()
}

const PARTS: [&str; 9] =
    ["", "?at=idea", "?at=ready", "?at=invite", "?at=day", "?at=after", "?at=minutes", "?at=summary", "?at=summary&l=en"];

fn text(phone: &MemoryOutside, address: &str) -> String {
    Element::read(&open(&phone.opened_again(address), || ())).expect("a page").text()
}

pub fn screens(locale: Locale) -> Vec<Screen> {
    let plain = |desk: Desk| Page::Helper(desk).href(locale);
    let mut all = Vec::new();
    let mut add = |phone: &MemoryOutside, addresses: Vec<String>| {
        for address in addresses {
            let html = open(&phone.opened_again(&address), || ());
            all.push(Screen::new(address, locale, html));
        }
    };
    let (phone, id) = phone_with(locale, |app| {
        app.set_helper(true);
        sheet(app, What::Workshop, "workshop-new", &[])
    });
    add(&phone, pages(&id, Desk::Workshop, &PARTS, locale));
    add(
        &phone,
        vec![plain(Desk::Workshops), plain(Desk::Groups), plain(Desk::Partners), plain(Desk::Group("twg-gender".into()))],
    );
    add(
        &phone,
        vec![plain(Desk::Workshop("gone".into())), plain(Desk::Group("gone".into())), plain(Desk::Partner("gone".into()))],
    );
    let (phone, id) = phone_with(locale, held);
    add(&phone, pages(&id, Desk::Workshop, &PARTS, locale));
    add(&phone, vec![plain(Desk::Workshops), Page::Calendar.href(locale)]);
    let (phone, id) = phone_with(locale, prepared);
    add(&phone, pages(&id, Desk::Group, &["", "?at=brief", "?at=brief&l=en"], locale));
    add(&phone, vec![plain(Desk::Groups)]);
    let (phone, id) = phone_with(locale, with_partner);
    add(&phone, pages(&id, Desk::Partner, &[""], locale));
    add(&phone, vec![plain(Desk::Partners)]);
    all
}

/// What is composed, in both languages, and what goes out as a message.
fn papers() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for locale in Locale::ALL {
        let l = ["&l=", locale.code()].concat();
        let (phone, id) = phone_with(Locale::Km, held);
        for at in ["minutes", "summary"] {
            let address = [&*Page::Helper(Desk::Workshop(id.as_str().into())).href(Locale::Km), "?at=", at, &l].concat();
            all.push((format!("{at} {}", locale.code()), text(&phone, &address)));
        }
        let (phone, id) = phone_with(Locale::Km, prepared);
        let address = [&*Page::Helper(Desk::Group(id.as_str().into())).href(Locale::Km), "?at=brief", &l].concat();
        all.push((format!("brief {}", locale.code()), text(&phone, &address)));
    }
    all
}

#[test]
fn what_goes_out_names_nobody() {
    for (what, text) in papers() {
        for name in NAMES {
            assert!(!text.contains(name), "{what} names {name}: {text}");
        }
    }
}

#[test]
fn minutes_have_the_parts_of_the_model() {
    for locale in Locale::ALL {
        let (phone, id) = phone_with(Locale::Km, held);
        let w = &speech(locale).h().minutes;
        let l = ["?at=minutes&l=", locale.code()].concat();
        let page = [&*Page::Helper(Desk::Workshop(id.as_str().into())).href(Locale::Km), &l].concat();
        let text = text(&phone, &page);
        let heads = [w.introduction, w.objectives, w.expected, w.in_detail, w.q_and_a, w.discussed, w.next_steps, w.closing];
        let mut from = 0;
        for head in heads {
            let at = text[from..].find(head).unwrap_or_else(|| panic!("{head} comes after what is before it: {text}"));
            from += at + head.len();
        }
        let numbers = [speech(locale).number(63), speech(locale).number(22)];
        assert!(text.contains(&w.came_words.with(&numbers[0], &numbers[1])), "{text}");
        for words in ["🏫", "📢", "📗", "🧩", "📌"] {
            assert!(text.contains(words), "{words} in {text}");
        }
    }
}

/// How many rows a paper takes at 88 signs, as it is printed.
fn rows(phone: &MemoryOutside, address: &str) -> usize {
    let html = open(&phone.opened_again(address), || ());
    let paper = html.split("<article").nth(1).and_then(|rest| rest.split("</article>").next()).expect("a paper");
    let paper = Element::read(&["<article", paper, "</article>"].concat()).expect("a paper");
    paper.text().chars().count() / 88 + html.matches("paper__").count()
}

#[test]
fn the_summary_and_the_brief_are_one_page() {
    for locale in Locale::ALL {
        let l = ["&l=", locale.code()].concat();
        let (phone, id) = phone_with(Locale::Km, held);
        let page = Page::Helper(Desk::Workshop(id.as_str().into())).href(Locale::Km);
        assert!(rows(&phone, &[&page, "?at=summary", &*l].concat()) <= 62);
        assert!(rows(&phone, &[&page, "?at=minutes", &*l].concat()) <= 75);
        let (phone, id) = phone_with(Locale::Km, prepared);
        let page = Page::Helper(Desk::Group(id.as_str().into())).href(Locale::Km);
        assert!(rows(&phone, &[&page, "?at=brief", &*l].concat()) <= 62);
    }
}

#[test]
fn her_own_wording_of_the_summary_stands() {
    let (phone, id) = phone_with(Locale::Km, |app| {
        let id = held(app);
        app.edit(&id, |sheet, pen| sheet.write(pen, &Field::Note(written::own_words("km")), "✍️\n🖊"));
        id
    });
    let page = Page::Helper(Desk::Workshop(id.as_str().into())).href(Locale::Km);
    let own = text(&phone, &[&page, "?at=summary"].concat());
    assert!(own.contains('✍') && own.contains('🖊'));
    assert!(text(&phone, &[&page, "?at=minutes"].concat()).contains("📗"), "the minutes stay composed");
    assert!(!text(&phone, &[&page, "?at=summary&l=en"].concat()).contains('🖊'), "each language has its own");
}

#[test]
fn few_cases_are_not_told() {
    let (phone, id) = phone_with(Locale::En, |app| {
        app.set_helper(true);
        asked(app);
        let id = sheet(app, What::Group, "twg-health", &[(ORGANIZATION, "twg-health")]);
        app.edit(&id, |sheet, pen| {
            for aim in phlov::kb::AimId::all() {
                sheet.set_fact(pen, &format!("aim:{}", aim.name()), "yes");
            }
        });
        id
    });
    let page = Page::Helper(Desk::Group(id.as_str().into())).href(Locale::En);
    let text = text(&phone, &[&page, "?at=brief&l=en"].concat());
    assert!(text.contains(speech(Locale::En).h().partners.few_cases), "{text}");
    let (phone, id) = phone_with(Locale::En, prepared);
    let page = Page::Helper(Desk::Group(id.as_str().into())).href(Locale::En);
    let text = self::text(&phone, &[&page, "?at=brief&l=en"].concat());
    assert!(text.contains(&speech(Locale::En).h().partners.cases.with("6", "6")), "{text}");
}

#[test]
fn a_group_of_the_directory_is_there_before_anything_was_noted() {
    let (phone, _) = phone_with(Locale::En, |app| {
        app.set_helper(true);
        sheet(app, What::Workshop, "workshop-new", &[])
    });
    let list = text(&phone, &Page::Helper(Desk::Groups).href(Locale::En));
    let known: Vec<OrganizationId> = group::known().collect();
    assert!(known.len() >= 19);
    // The title says what they are; a row says of what.
    assert!(!list.contains("Technical Working Group on"), "{list}");
    for group in known {
        let name = speech(Locale::En).text(group.get().name);
        let field = name.strip_prefix("Technical Working Group on ").expect("all are called alike");
        assert!(list.contains(field), "{}", group.name());
    }
    let page = text(&phone, &Page::Helper(Desk::Group("twg-gender".into())).href(Locale::En));
    assert!(page.contains(speech(Locale::En).h().partners.begin), "{page}");
}

#[test]
fn a_partner_says_that_the_agreement_ends() {
    let (phone, id) = phone_with(Locale::En, with_partner);
    let w = &speech(Locale::En).h().partners;
    let words = w.mou_ends.with("30 days");
    assert!(text(&phone, &Page::Helper(Desk::Partners).href(Locale::En)).contains(&words));
    let page = text(&phone, &Page::Helper(Desk::Partner(id.as_str().into())).href(Locale::En));
    assert!(page.contains(&words) && page.contains(&w.sent_answered.with("2", "1")), "{page}");
}
