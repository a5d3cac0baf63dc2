//! What a letter may be about when it names its office and no law: what it wants decides.

use phlov::kb::ServiceId;
use phlov::plan::letter::Letter;

/// The office, what the letter wants, and the services that must be among those named; the first of them first.
const LETTERS: [(&str, &str, &[&str]); 20] = [
    ("gdt", "pay", &["tax-filing", "tax-patent"]),
    ("gdt", "register", &["tax-register"]),
    ("gdt", "correct", &["tax-filing"]),
    ("gdt", "papers", &["tax-audit-objection"]),
    ("gdt", "come", &["tax-audit-objection"]),
    ("nssf", "register", &["nssf-enterprise-registration", "nssf-worker-registration"]),
    ("nssf", "pay", &["nssf-contributions"]),
    ("nssf", "correct", &["nssf-contributions"]),
    ("mlvt", "pay", &["seniority-payment"]),
    ("mlvt", "register", &["labour-opening-closing-declaration"]),
    ("mlvt", "papers", &["labour-books-and-payroll", "labour-inspection"]),
    ("labour-inspection-department", "come", &["labour-inspection"]),
    ("provincial-labour-department", "come", &["labour-disputes"]),
    ("business-registration-department", "correct", &["biz-annual-declaration"]),
    ("moc", "register", &["biz-register"]),
    ("acar", "papers", &["accounting-acar"]),
    ("ccf", "stop", &["consumer-protection", "price-tags"]),
    ("tourism", "register", &["tourism-licence"]),
    ("district-administration", "pay", &["market-stall"]),
    ("moi", "correct", &["ngo-compliance"]),
];

fn named(office: &str, want: &str) -> Vec<&'static str> {
    let letter = Letter::read(&format!("from.{office}_law.unsure_want.{want}"));
    letter.services().into_iter().map(ServiceId::name).collect()
}

#[test]
fn an_office_writes_about_what_it_wants() {
    let mut wrong = Vec::new();
    for (office, want, expected) in LETTERS {
        let named = named(office, want);
        let there = expected.iter().all(|service| named.contains(service)) && named.first() == expected.first();
        if !there || named.len() > 3 {
            wrong.push(format!("{office}, {want}: {named:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_letter_that_wants_two_things_names_both() {
    let named = named("gdt", "pay.register");
    for service in ["tax-register", "tax-filing"] {
        assert!(named.contains(&service), "{named:?}");
    }
}

#[test]
fn what_is_not_said_still_names_duties_before_help() {
    for want in ["unsure", "other"] {
        let named = named("gdt", want);
        assert!(named.contains(&"tax-filing") && !named.contains(&"business-law-training"), "{named:?}");
    }
}
