//! Offices near her: what she noted of them, how they are reached, what of them is handed on.

use crate::helpers::*;
use phlov::plan::people::card;
use phlov::plan::*;

fn office(n: u64, name: &str, of: &str) -> Sheet {
    let mut office = Sheet::blank(What::Office, id(n), &pen(n as u32));
    office.write(&pen(n as u32), &Field::Title, name);
    office.set_fact(&pen(n as u32), fact::OFFICE, of);
    office
}

fn note(office: &mut Sheet, name: &str, value: &str) {
    office.write(&pen(1), &Field::Note(name.into()), value);
}

#[test]
fn an_office_is_found_at_the_one_of_the_directory_that_it_is_a_branch_of() {
    let mut book = Book::default();
    for sheet in [office(1, "សាលាឃុំ", "commune-hall"), office(2, "សាខា ប.ស.ស.", "nssf"), plan(3)] {
        book.sheets.insert(sheet.id.clone(), sheet);
    }
    let names = |offices: Vec<&Sheet>| offices.into_iter().map(|office| office.title.current().to_owned()).collect::<Vec<_>>();
    assert_eq!(names(local::all(&book)), ["សាខា ប.ស.ស.", "សាលាឃុំ"], "the last touched first");
    assert_eq!(names(local::at(&book, "nssf")), ["សាខា ប.ស.ស."]);
    let gone = id(2);
    book.sheets.get_mut(&gone).expect("it is there").set_removed(&pen(9), true);
    assert_eq!(names(local::all(&book)), ["សាលាឃុំ"], "none that is in the bin");
}

#[test]
fn a_map_looks_for_her_words_and_nothing_else_gets_into_the_address() {
    let mut hall = office(1, "", "commune-hall");
    assert_eq!(local::on_map(&hall, "Commune hall"), "Commune hall", "without a name, that of the directory");
    note(&mut hall, fact::PLACE, "beside the market & 12\u{200b}3");
    assert_eq!(local::on_map(&hall, ""), "beside the market & 12\u{200b}3");
    hall.write(&pen(2), &Field::Title, "Prek Leap");
    let what = local::on_map(&hall, "Commune hall");
    assert_eq!(what, "Prek Leap, beside the market & 12\u{200b}3");
    let link = reach::map(&what);
    assert_eq!(link, "https://www.google.com/maps/search/?api=1&query=Prek%20Leap%2C%20beside%20the%20market%20%26%2012%203");
    assert!(reach::map("សាលាឃុំ \"<>#?").is_ascii());
}

#[test]
fn what_is_handed_on_are_name_numbers_hours_and_place_never_what_she_remembers() {
    let mut hall = office(1, "សាលាឃុំ", "commune-hall");
    for (name, value) in
        [(fact::PHONE, "012 345 678"), (fact::HOURS, "7–11"), (fact::PLACE, "ជិតផ្សារ"), (fact::ABOUT, "the clerk was rude")]
    {
        note(&mut hall, name, value);
    }
    let given = card(&hall, today());
    assert_eq!((given.what, given.title.current()), (What::Office, "សាលាឃុំ"));
    assert_eq!(given.note(fact::PLACE), "ជិតផ្សារ");
    assert_eq!(given.note(fact::PHONE), "012 345 678");
    assert_eq!(given.fact(fact::OFFICE), "commune-hall");
    assert_eq!(given.note(fact::ABOUT), "");
    assert_ne!(given.id, hall.id);
    assert_eq!(card(&hall, today()), given, "a second sending is the same office");
}
