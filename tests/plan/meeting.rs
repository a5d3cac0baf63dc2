//! Meetings: a purpose, at most five questions, answers, promises, and what goes on to the next meeting.

use crate::helpers::*;
use phlov::plan::*;
use proptest::prelude::*;

fn ids(items: Vec<&Item>) -> Vec<String> {
    items.into_iter().map(|item| item.id.to_string()).collect()
}

/// A plan with seven questions: two of the service, five of hers.
fn plan_with_questions() -> Sheet {
    let mut plan = plan(1);
    for n in 1..=5 {
        plan.add_item(&pen(1), List::Question, &format!("Question {n}?"));
    }
    plan
}

#[test]
fn an_agenda_takes_five_questions_and_the_rest_wait() {
    let mut plan = plan_with_questions();
    let meeting = plan.add_meeting(&pen(1), "Ask about the registration");
    assert_eq!(plan.agenda(&meeting).len(), AGENDA_MAX);
    let waiting = ids(plan.waiting_questions());
    assert_eq!(waiting.len(), 2);
    let sixth = item(&waiting[0]);
    assert!(!plan.put_on_agenda(&pen(1), &sixth, &meeting, true), "it is full");
    let first = plan.agenda(&meeting)[0].id.clone();
    assert!(plan.put_on_agenda(&pen(1), &first, &meeting, false));
    assert!(plan.put_on_agenda(&pen(1), &sixth, &meeting, true), "now there is room");
}

#[test]
fn an_answer_that_settles_ticks_the_question_and_another_does_not() {
    let mut plan = plan(1);
    let meeting = plan.add_meeting(&pen(1), "Ask");
    for (answer, done) in Answer::ALL.map(|answer| (answer, answer.settles())) {
        plan.answer(&pen(1), &item("q1"), &meeting, Some(answer));
        assert_eq!(plan.item(&item("q1")).map(|q| (q.done.value, q.answer_in(&meeting))), Some((done, Some(answer))));
        assert_eq!(Answer::parse(answer.code()), Some(answer));
    }
    plan.answer(&pen(1), &item("q1"), &meeting, None);
    assert!(!plan.item(&item("q1")).is_some_and(|q| q.done.value), "taken back");
}

#[test]
fn what_was_not_answered_goes_on_with_its_age() {
    let mut plan = plan(1);
    let first = plan.add_meeting(&pen(1), "Ask");
    plan.answer(&pen(1), &item("q1"), &first, Some(Answer::Yes));
    plan.answer(&pen(1), &item("q2"), &first, Some(Answer::ComeBack));
    assert_eq!(plan.asked(plan.item(&item("q2")).expect("q2")), None, "not held yet");
    plan.hold(&pen(1), &first);
    let later = Pen { today: day("2026-07-05"), ..pen(1) };
    plan.add_item(&later, List::Question, "A new one?");
    let second = plan.add_meeting(&later, "Ask again");
    let agenda = ids(plan.agenda(&second));
    assert_eq!(agenda.len(), 2, "the settled one is not asked again: {agenda:?}");
    assert!(agenda.contains(&"q2".to_owned()));
    plan.hold(&later, &second);
    let asked = plan.asked(plan.item(&item("q2")).expect("q2"));
    assert_eq!(asked, Some(Asked { times: 2, first: today() }), "asked twice, the first time six months ago");
}

#[test]
fn a_meeting_goes_through_its_phases() {
    let mut plan = plan(1);
    let meeting = plan.add_meeting(&pen(1), "");
    let phase = |plan: &Sheet, on: &str| plan.phase(plan.item(&meeting).expect("it"), day(on));
    assert_eq!(phase(&plan, "2026-01-05"), Phase::Purpose);
    plan.write(&pen(1), &Field::Item(meeting.clone()), "Ask about the fee");
    assert_eq!(phase(&plan, "2026-01-05"), Phase::Send);
    plan.set_item_fact(&pen(1), &meeting, fact::DAY, "2026-01-20");
    plan.set_item_fact(&pen(1), &meeting, fact::SENT, "2026-01-06");
    assert_eq!(phase(&plan, "2026-01-19"), Phase::Go);
    assert_eq!(phase(&plan, "2026-01-20"), Phase::Answers);
    plan.hold(&pen(1), &meeting);
    assert_eq!(phase(&plan, "2026-01-21"), Phase::Result);
    plan.conclude(&pen(1), Some(&meeting), Outcome::Partly);
    assert_eq!(phase(&plan, "2026-01-21"), Phase::Done);
    assert_eq!(plan.outcome(), Some(Outcome::Partly));
    assert!(plan.next_meeting(day("2026-01-21")).is_none());
}

#[test]
fn a_promise_becomes_a_step_with_a_date() {
    let mut plan = plan(1);
    let meeting = plan.add_meeting(&pen(1), "Ask");
    let promise = plan.promise(&pen(1), &meeting, "Send the form", "Ms Sophea", Some(day("2026-01-19")));
    assert_eq!(ids(plan.promises(&meeting)), [promise.to_string()]);
    let step = plan.item(&promise).expect("the step");
    assert_eq!((step.list, step.day(fact::DUE)), (List::Step, Some(day("2026-01-19"))));
    // Taken back, it is no promise any more.
    plan.remove_item(&pen(1), &promise);
    assert!(plan.promises(&meeting).is_empty());
}

#[test]
fn no_answer_a_bad_answer_and_the_wrong_office_lead_different_ways() {
    let mut plan = plan(1);
    assert_eq!(ways_on(&plan, Outcome::Solved), [Way::Thank, Way::WhatHelped, Way::PutAway]);
    assert_eq!(ways_on(&plan, Outcome::NotYet)[0], Way::MeetAgain);
    let first = plan.add_meeting(&pen(1), "Ask");
    plan.hold(&pen(1), &first);
    let second = plan.add_meeting(&pen(1), "Ask again");
    plan.hold(&pen(1), &second);
    assert_eq!(ways_on(&plan, Outcome::NotYet)[0], Way::OtherPerson, "asked twice without an answer");
    plan.answer(&pen(1), &item("q1"), &second, Some(Answer::NotOurs));
    assert_eq!(ways_on(&plan, Outcome::NotYet)[0], Way::RightOffice);
    for outcome in Outcome::ALL {
        assert!((2..=3).contains(&ways_on(&plan, outcome).len()));
        assert_eq!(Outcome::parse(outcome.code()), Some(outcome));
    }
}

#[test]
fn nearly_the_same_question_is_noticed() {
    for (a, b, same) in [
        ("តើត្រូវបង់ថ្លៃប៉ុន្មាន?", "តើត្រូវបង់ថ្លៃប៉ុន្មាន", true),
        ("តើត្រូវបង់ថ្លៃចុះឈ្មោះប៉ុន្មាន?", "តើខ្ញុំត្រូវបង់ថ្លៃចុះឈ្មោះប៉ុន្មាន?", true),
        ("តើអាចឱ្យខ្ញុំមើលបានទេ?", "តើអាចឲ្យខ្ញុំមើលបានទេ?", true),
        ("How much is the fee?", "How much is the fee", true),
        ("តើត្រូវបង់ថ្លៃប៉ុន្មាន?", "តើត្រូវយកឯកសារអ្វីខ្លះ?", false),
        ("How much is the fee?", "Which papers must I bring?", false),
        ("", "", false),
    ] {
        assert_eq!(alike(a, b), same, "{a} / {b}");
        assert_eq!(alike(b, a), same, "{b} / {a}");
    }
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

    /// However meetings are added, answered and held: no agenda is over five, a settled question is on no agenda to come,
    /// and an open question is either on one agenda to come or waits.
    #[test]
    fn every_open_question_has_one_place(steps in prop::collection::vec((0u8..4, any::<u8>(), any::<u8>()), 0..30)) {
        let mut plan = plan_with_questions();
        for (what, a, b) in steps {
            let meetings: Vec<ItemId> = plan.meetings().into_iter().map(|m| m.id.clone()).collect();
            let questions: Vec<ItemId> = plan.visible(List::Question).into_iter().map(|q| q.id.clone()).collect();
            let question = &questions[usize::from(a) % questions.len()];
            let Some(meeting) = meetings.get(usize::from(b) % meetings.len().max(1)).cloned() else {
                plan.add_meeting(&pen(1), "Ask");
                continue;
            };
            match what {
                0 => drop(plan.add_meeting(&pen(1), "Ask")),
                1 => drop(plan.hold(&pen(1), &meeting)),
                2 => drop(plan.answer(&pen(1), question, &meeting, Answer::ALL.get(usize::from(a) % 8).copied())),
                _ => drop(plan.put_on_agenda(&pen(1), question, &meeting, b % 2 == 0)),
            }
            for meeting in plan.meetings().into_iter().filter(|meeting| !meeting.is_held()) {
                prop_assert!(plan.agenda(&meeting.id).len() <= AGENDA_MAX);
            }
            let waiting = ids(plan.waiting_questions());
            for question in plan.visible(List::Question) {
                let planned = plan.planned_in(question).is_some();
                prop_assert_eq!(waiting.contains(&question.id.to_string()), !planned && !question.done.value);
                prop_assert!(plan.asked(question).is_none_or(|asked| asked.times >= 1 && asked.first <= today()));
            }
        }
    }
}
