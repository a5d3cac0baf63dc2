//! Complaints: the meter counts what the body needs and nothing else, every situation can be finished by taps, silence leads one rung
//! up, limits are counted, and two phones keep both logs.

use phlov::dates::Date;
use phlov::kb::{Need, ServiceId, Situation, SituationId};
use phlov::plan::complaint::{self, Pick, REACHES, RESULTS, WHERES};
use phlov::plan::{coming, fact, written, Book, Event, Field, Pen, Replica, Sheet, SheetId, What};

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

fn today() -> Date {
    day("2026-11-22")
}

fn pen(who: u32) -> Pen {
    Pen { who: Replica(who), today: today(), after: 0 }
}

fn case(situation: SituationId) -> Sheet {
    let mut case = Sheet::blank(What::Complaint, SheetId::from_random(9), &pen(7));
    case.set_fact(&pen(7), fact::SITUATION, situation.name());
    case
}

fn situation(name: &str) -> SituationId {
    SituationId::parse(name).expect("a situation")
}

/// What one tap on the card for a need does.
fn tap(case: &mut Sheet, about: &Situation, need: Need) {
    let pen = pen(7);
    let clause = |case: &mut Sheet, pick| complaint::pick(case, &pen, pick, "1", true);
    match need {
        Need::What => clause(case, Pick::Point),
        Need::Want => clause(case, Pick::Want),
        Need::Proof => clause(case, Pick::Proof),
        Need::Tried => clause(case, Pick::Tried),
        Need::Where => case.set_fact(&pen, fact::WHERE, WHERES[0]),
        Need::When => case.set_fact(&pen, fact::DAY, &today().to_string()),
        Need::Rule => {
            let standard = about.standards().next().expect("a standard to tap");
            complaint::pick(case, &pen, Pick::Standard, standard.id.str(), true)
        }
        Need::Name => case.set_fact(&pen, fact::NAMED, "yes"),
        Need::Contact => case.set_fact(&pen, fact::REACH, REACHES[0]),
    };
}

#[test]
fn there_is_a_ladder_for_each_situation_that_people_meet() {
    let all: Vec<&str> = SituationId::all().map(SituationId::name).collect();
    for name in ["no-answer", "bad-answer", "wrong-office", "paid-extra", "discrimination", "labour-dispute"] {
        assert!(all.contains(&name), "{name} is missing in {all:?}");
    }
    for id in SituationId::all() {
        let about = id.get();
        assert!((2..=5).contains(&about.steps.len()), "{}: {} rungs", id.name(), about.steps.len());
        let numbers: Vec<u8> = about.steps.iter().map(|rung| rung.n).collect();
        assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{}: {numbers:?}", id.name());
        for clauses in [about.points, about.wants, about.proofs, about.tried] {
            assert!(clauses.len() >= 2, "{}: a choice of one is none", id.name());
        }
        assert!(about.standards().count() >= 1, "{}", id.name());
    }
    // No answer, a bad answer and the wrong office lead different ways.
    let texts = |name: &str| situation(name).get().steps.iter().map(|rung| rung.text.en()).collect::<Vec<_>>();
    let [silence, answer, office] = ["no-answer", "bad-answer", "wrong-office"].map(texts);
    assert!(silence[0] != answer[0] && answer[0] != office[0] && silence[0] != office[0]);
    let named = |name: &str, office: &str| {
        situation(name).get().steps.iter().position(|rung| rung.authority.is_some_and(|known| known.name() == office))
    };
    let council = named("labour-dispute", "arbitration-council").expect("the Arbitration Council");
    let conciliation = named("labour-dispute", "provincial-labour-department").expect("conciliation");
    assert!(conciliation < council, "conciliation comes before the Arbitration Council");
}

#[test]
fn an_empty_complaint_is_0_percent_and_every_situation_reaches_100_by_taps_alone() {
    for id in SituationId::all() {
        let about = id.get();
        for rung in about.steps {
            let mut case = case(id);
            case.set_fact(&pen(7), fact::RUNG, &rung.n.to_string());
            assert_eq!(complaint::rung(&case, about).map(|rung| rung.n), Some(rung.n));
            let empty = complaint::meter(&case, rung);
            assert_eq!((empty.percent(), empty.done), (0, 0), "{} {}", id.name(), rung.n);
            assert_eq!(empty.missing, rung.needs().collect::<Vec<_>>());
            let mut before = 0;
            for need in rung.needs() {
                tap(&mut case, about, need);
                let meter = complaint::meter(&case, rung);
                assert_eq!(meter.done, before + 1, "{} {}: one tap for {need:?}", id.name(), rung.n);
                before = meter.done;
            }
            let full = complaint::meter(&case, rung);
            assert_eq!((full.percent(), full.missing), (100, Vec::new()), "{} {}", id.name(), rung.n);
        }
    }
}

#[test]
fn the_meter_counts_nothing_that_the_body_does_not_need() {
    let id = situation("no-answer");
    let about = id.get();
    let first = &about.steps.all()[0];
    let needs: Vec<Need> = first.needs().collect();
    let mut case = case(id);
    for need in Need::ALL.into_iter().filter(|need| !needs.contains(need)) {
        tap(&mut case, about, need);
    }
    assert_eq!(complaint::meter(&case, first).percent(), 0, "a name, a paper or a rule does not count where nobody needs it");
    // A day she does not know is no day; two clauses are one thing.
    case.set_fact(&pen(7), fact::DAY, "unsure");
    assert!(!complaint::has(&case, Need::When));
    for which in ["1", "2"] {
        complaint::pick(&mut case, &pen(7), Pick::Point, which, true);
    }
    assert_eq!(complaint::meter(&case, first).done, 1);
    complaint::pick(&mut case, &pen(7), Pick::Point, "1", false);
    complaint::pick(&mut case, &pen(7), Pick::Point, "2", false);
    assert_eq!(complaint::meter(&case, first).done, 0);
    // Her own words count as well, blanks do not.
    case.write(&pen(7), &Field::Note("point".into()), "  ");
    assert!(!complaint::has(&case, Need::What));
    case.write(&pen(7), &Field::Note("point".into()), "គ្មានអ្នកឆ្លើយ");
    assert!(complaint::has(&case, Need::What));
}

#[test]
fn names_are_asked_only_where_a_body_requires_them() {
    for id in SituationId::all() {
        let first = &id.get().steps.all()[0];
        let names = first.needs().any(|need| need == Need::Name);
        let usual = ["labour-dispute", "tax-decision", "nssf-decision", "bank", "mistake"].contains(&id.name());
        assert!(!names || usual, "{} asks for a name on its first rung", id.name());
    }
}

#[test]
fn silence_and_refusal_lead_one_rung_up_an_answer_does_not() {
    let id = situation("no-answer");
    let about = id.get();
    let suggested = |case: &Sheet, today: Date| complaint::suggested(case, about, today).map(|rung| rung.n);
    let mut case = case(id);
    assert_eq!(suggested(&case, today()), Some(1), "the gentlest first");
    let line = complaint::note_sent(&mut case, &pen(7), 1, today(), None);
    assert_eq!(suggested(&case, today()), Some(1), "it was only just sent");
    for (result, expected) in RESULTS.into_iter().zip([1, 1, 2, 2]) {
        case.set_item_fact(&pen(7), &line, fact::RESULT, result);
        assert_eq!(suggested(&case, today()), Some(expected), "{result}");
    }
    // Without a result the time suggested for the body decides.
    case.set_item_fact(&pen(7), &line, fact::RESULT, "");
    let days = i32::from(about.rung(1).expect("rung 1").days);
    assert!(days > 0);
    assert_eq!(suggested(&case, today().plus_days(days - 1)), Some(1));
    assert_eq!(suggested(&case, today().plus_days(days)), Some(2));
    // The last rung has none above it.
    let last = about.steps.all().last().expect("a rung").n;
    let line = complaint::note_sent(&mut case, &pen(7), last, today(), None);
    case.set_item_fact(&pen(7), &line, fact::RESULT, "no-answer");
    assert_eq!(suggested(&case, today()), Some(last));
    assert_eq!(complaint::log(&case).len(), 2);
    assert_eq!(complaint::log(&case)[0].fact(fact::RUNG), last.to_string(), "the newest stands first");
    case.remove_item(&pen(7), &line);
    case.set_item_fact(&pen(7), &complaint::log(&case)[0].id.clone(), fact::RESULT, "answered");
    assert_eq!(suggested(&case, today()), Some(1));
}

#[test]
fn time_limits_are_counted_where_they_have_days_and_all_have_sources() {
    let mut counted = 0;
    for id in SituationId::all() {
        for limit in id.get().limits {
            assert!(!limit.sources.is_empty(), "{}", id.name());
            let count = limit.count(day("2026-11-02"));
            assert_eq!(count.is_some(), limit.days > 0);
            counted += usize::from(count.is_some());
            if let Some(count) = count.filter(|_| !limit.working_days) {
                assert_eq!(day("2026-11-02").days_until(count.last), i32::from(limit.days));
            }
        }
    }
    assert!(counted >= 2, "tax and social security have limits that are missed by silence");
}

#[test]
fn a_reminder_stands_in_the_calendar_until_it_is_put_away() {
    let mut case = case(situation("delay"));
    case.set_deadline(&pen(7), Some(today().plus_days(14)));
    let days = |case: &Sheet| {
        let mut book = Book::default();
        book.fold(case);
        coming(&book, Vec::new(), Vec::new()).iter().map(|line| (line.day, line.event)).collect::<Vec<_>>()
    };
    assert_eq!(days(&case), [(today().plus_days(14), Event::Remind)]);
    case.set_archived(&pen(7), true);
    assert_eq!(days(&case), []);
}

#[test]
fn two_phones_keep_both_logs_and_every_tap() {
    let id = situation("delay");
    let start = case(id);
    let (mut mine, mut hers) = (start.clone(), start);
    complaint::note_sent(&mut mine, &pen(1), 1, today(), None);
    complaint::pick(&mut mine, &pen(1), Pick::Point, "1", true);
    let line = complaint::note_sent(&mut hers, &pen(2), 2, today(), None);
    hers.set_item_fact(&pen(2), &line, fact::RESULT, "no-answer");
    complaint::pick(&mut hers, &pen(2), Pick::Point, "2", true);
    hers.set_fact(&pen(2), fact::WHERE, WHERES[1]);
    let there = mine.merge(&hers);
    assert_eq!(there, hers.merge(&mine), "the order does not matter");
    assert_eq!(complaint::log(&there).len(), 2);
    assert!(["1", "2"].into_iter().all(|which| complaint::picked(&there, Pick::Point, which)));
    assert!(complaint::has(&there, Need::Where));
}

#[test]
fn a_letter_belongs_to_its_complaint_and_no_other_is_taken_for_it() {
    let mut letter = Sheet::blank(What::Letter, SheetId::from_random(3), &pen(7));
    letter.set_fact(&pen(7), fact::PURPOSE, "complain");
    letter.set_fact(&pen(7), fact::CASE, SheetId::from_random(9).as_str());
    let mut book = Book::default();
    book.fold(&letter);
    assert!(written::unsent(&book, "complain", None).is_none());
    assert!(written::unsent_for(&book, "complain", &SheetId::from_random(9)).is_some());
    assert!(written::unsent_for(&book, "complain", &SheetId::from_random(8)).is_none());
    letter.set_fact(&pen(7), fact::SENT, "2026-11-22");
    book.fold(&letter);
    assert!(written::unsent_for(&book, "complain", &SheetId::from_random(9)).is_none(), "the next one is a new one");
}

#[test]
fn the_day_to_answer_by_is_her_reminder_or_the_waiting_time() {
    let id = situation("no-answer");
    let mut case = case(id);
    let rung = complaint::rung(&case, id.get()).expect("a rung");
    assert_eq!(complaint::answer_by(&case, rung, today()), Some(today().plus_days(rung.days.into())));
    case.set_deadline(&pen(7), Some(day("2026-12-24")));
    assert_eq!(complaint::answer_by(&case, rung, today()), Some(day("2026-12-24")));
}

#[test]
fn the_safety_page_has_what_it_shows() {
    let risks = ServiceId::parse("anti-corruption-unit").expect("the page on reporting").get();
    assert!(risks.claims.iter().any(|one| one.about == phlov::kb::About::Penalty && !one.sources.is_empty()));
    assert!(risks.notes.get(0).is_some_and(|note| note.text.en().contains("bribe is an offence too")));
    assert!(ServiceId::parse("gbv-help").is_some());
    assert!(phlov::kb::PurposeId::parse("lawyer").is_some() && phlov::kb::PurposeId::parse("information").is_some());
}
