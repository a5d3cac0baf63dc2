//! Five questions put to many: answers travel as one line of letters, come back whole or not at all, count once, and are counted so that
//! nobody can be told from the rest.

use crate::{id, pen};
use phlov::kb::{AimId, AuthorityId};
use phlov::page::Locale;
use phlov::plan::form::{LONGEST, QUESTIONS};
use phlov::plan::helper::survey::*;
use phlov::plan::helper::{AREA, AREAS};
use phlov::plan::{Field, List, Pen, Replica, Sheet, SheetId, What};
use phlov::saved::survey::{answer_text, answers_in, form_text, read_form, Torn, FORM};
use phlov::ui::helper::survey::share;
use proptest::prelude::*;

fn survey() -> Sheet {
    Sheet::blank(What::Survey, id(7), &pen())
}

/// An answer with these taps.
fn answer(taps: &[(Part, usize)], question: &str) -> Answer {
    let mut answer = Answer::read("", question);
    taps.iter().for_each(|(part, at)| answer.tap(*part, *at));
    answer
}

fn take_all(sheet: &mut Sheet, pen: &Pen, came: &[(u64, Answer)]) -> Taken {
    let mut taken = Taken::default();
    came.iter().for_each(|(id, answer)| take(sheet, pen, *id, answer, &mut taken));
    taken
}

fn speech(locale: Locale) -> phlov::i18n::Speech {
    phlov::i18n::Speech { locale, digits: Default::default() }
}

#[test]
fn what_can_be_tapped_is_in_the_knowledge_base_and_fits_one_digit() {
    for code in Part::Needs.codes().iter().filter(|code| **code != "other") {
        assert!(AimId::parse(code).is_some(), "no aim {code}");
    }
    for code in Part::Office.codes().iter().filter(|code| **code != "other") {
        assert!(AuthorityId::parse(code).is_some(), "no authority {code}");
    }
    for part in [Part::Needs, Part::Hard, Part::Office, Part::Reach, Part::Who] {
        assert!(part.codes().len() <= 9, "{part:?}");
    }
    assert_eq!(Part::Area.codes(), AREAS);
}

/// The places of the codes stand in texts on their way between phones.
#[test]
fn codes_keep_their_places() {
    let first_and_last = Part::ALL.map(|part| (part.codes()[0], part.codes()[part.codes().len() - 1]));
    let expected = [
        ("open-business", "other"),
        ("papers", "none"),
        ("commune-council", "other"),
        ("message", "no"),
        ("01", "25"),
        ("woman", "other"),
    ];
    assert_eq!(first_and_last, expected);
    let text = answer_text(&id(7), 9, &answer(&[(Part::Needs, 1), (Part::Needs, 3), (Part::Office, 4)], "?"));
    let came = answers_in(&text).remove(0).expect("an answer");
    assert_eq!(came.answer.line(), "pay-tax+hire-someone..gdt...");
}

#[test]
fn of_most_parts_one_is_chosen_of_needs_several_and_a_second_tap_takes_it_back() {
    let mut one = answer(&[(Part::Hard, 1), (Part::Hard, 2), (Part::Needs, 0), (Part::Needs, 4)], "");
    assert_eq!(one.line(), "open-business+borrow-money.fee....");
    one.tap(Part::Hard, 2);
    one.tap(Part::Needs, 0);
    one.tap(Part::Who, 99);
    assert_eq!(one.line(), "borrow-money.....");
    one.tap(Part::Needs, 4);
    assert!(one.is_empty());
    assert_eq!(Answer::read("pay-tax+unheard.waiting.gdt.call.02.woman", "ឆ្លើយ?").line(), "pay-tax.waiting.gdt.call.02.woman");
}

#[test]
fn an_answer_is_short_and_survives_messengers() {
    let every: Vec<(Part, usize)> = (0..9)
        .map(|at| (Part::Needs, at))
        .chain([(Part::Hard, 8), (Part::Office, 8), (Part::Reach, 3), (Part::Area, 24), (Part::Who, 2)])
        .collect();
    let largest = answer_text(&id(u64::MAX), u64::MAX, &answer(&every, ""));
    assert!(largest.len() <= 300, "{} letters: {largest}", largest.len());
    assert!(largest.starts_with("PHLOV5-") && largest.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'), "{largest}");

    let came = |text: &str| answers_in(text).into_iter().map(|came| came.map(|came| came.answer)).collect::<Vec<_>>();
    let one = answer(&[(Part::Needs, 1), (Part::Area, 1)], "តើត្រូវបង់ពន្ធប៉ុន្មាន?");
    let text = answer_text(&id(7), 5, &one);
    let half = text.len() / 2;
    let broken = [&text[..half], "\r\n> ", &text[half..]].concat();
    let spaced: String = text.chars().flat_map(|letter| [letter, '\u{200b}']).collect();
    let around = ["បងស្រី! ចម្លើយ៖ «", &text, "» ok bye 012"].concat();
    let capital = text.to_uppercase();
    for text in [&text, &broken, &spaced, &around, &capital, &text.replace('0', "O").replace('1', "l")] {
        assert_eq!(came(text), [Ok(one.clone())], "{text}");
    }
    // Several at once, one of them cut, in any order.
    let two = answer_text(&id(7), 6, &answer(&[(Part::Who, 0)], ""));
    let found = came(&[&*two, "\n\nSopheap, 10:32: ", &text[..half], "…\n", &text].concat());
    assert_eq!(found.len(), 3);
    assert!(found[0].is_ok() && found[2] == Ok(one));
    let (why, begins) = found[1].clone().expect_err("cut");
    assert_eq!(why, Torn::Cut);
    assert!(text.to_uppercase().starts_with(&begins) && begins.len() > 10, "{begins}");
    assert!(came("nothing of the kind").is_empty());
}

#[test]
fn a_form_fits_into_one_code_and_comes_back() {
    let mut sheet = survey();
    sheet.write(&pen(), &Field::Title, "បណ្តាញសហគ្រិនស្ត្រី បាត់ដំបង");
    sheet.set_fact(&pen(), &ask(1), "2");
    let longest = "តើអ្នកត្រូវការអ្វីជាងគេនៅផ្សារនេះ ក្នុងខែនេះ?";
    for question in [0, 2, 4] {
        sheet.write(&pen(), &Field::Note(ask(question)), longest);
    }
    let form = form(&sheet);
    let code = form_text(&form);
    assert_eq!(read_form(&code), Some(form.clone()));
    assert_eq!(read_form(&code.to_uppercase()), Some(form.clone()));
    assert_eq!(form.asks[1], (2, String::new()));
    let link = ["https://phlov.example/km/survey", FORM, &code].concat();
    assert!(link.len() <= 600, "{} letters", link.len());
    for damaged in [&code[..code.len() - 1], &code.replacen('a', "b", 1), ""] {
        assert_eq!(read_form(damaged), None, "{damaged}");
    }
    let plain = form_text(&phlov::plan::helper::survey::form(&survey()));
    assert!(plain.len() < 50, "{plain}");
    assert_eq!(read_form(&plain).map(|form| form.asks.len()), Some(QUESTIONS));
}

/// A form with digits of the bank that this app does not know, or in a title with points, is no trap.
#[test]
fn an_odd_survey_still_makes_a_form() {
    let mut sheet = survey();
    sheet.set_fact(&pen(), &ask(0), "200");
    sheet.set_fact(&pen(), &ask(1), "x");
    sheet.write(&pen(), &Field::Title, "a.b.c\nd 🧵");
    let form = form(&sheet);
    assert_eq!(form.asks[0].0, 0);
    assert_eq!(read_form(&form_text(&form)).map(|form| form.title).as_deref(), Some("a.b.c d 🧵"));
}

#[test]
fn the_same_answer_counts_once_and_a_changed_one_takes_its_place() {
    let mut sheet = survey();
    let first = answer(&[(Part::Needs, 1)], "ក?");
    assert_eq!(
        take_all(&mut sheet, &pen(), &[(1, first.clone()), (2, first.clone()), (1, first.clone())]),
        Taken { new: 2, known: 1, changed: 0 }
    );
    let other = answer(&[(Part::Needs, 2)], "ខ?");
    assert_eq!(take_all(&mut sheet, &pen(), &[(1, other.clone())]), Taken { changed: 1, ..Taken::default() });
    let said: Vec<Answer> = answers(&sheet).into_iter().map(said).collect();
    assert_eq!(said, [other, first]);
    // Taken out, it may come again.
    let last = last(&sheet).expect("an answer");
    sheet.remove_item(&pen(), &last);
    assert_eq!(count(&sheet), 1);
    assert_eq!(take_all(&mut sheet, &pen(), &[(2, answer(&[], "ក?"))]).new, 1);
}

#[test]
fn five_hundred_pasted_answers_merged_twice_count_once() {
    let made: Vec<(u64, Answer)> = (0..500u64)
        .map(|n| {
            (
                n << 32 | (n * 7919),
                answer(&[(Part::Needs, (n % 9) as usize), (Part::Who, (n % 3) as usize)], &["សំណួរ ", &n.to_string()].concat()),
            )
        })
        .collect();
    let text: String = made.iter().rev().map(|(n, answer)| [&*answer_text(&id(7), *n, answer), "\n"].concat()).collect();
    let came = |text: &str| {
        answers_in(text).into_iter().map(|came| came.expect("whole")).map(|came| (came.id, came.answer)).collect::<Vec<_>>()
    };
    let other_phone = Pen { who: Replica(99), ..pen() };
    let (mut here, mut there) = (survey(), survey());
    assert_eq!(take_all(&mut here, &pen(), &came(&text)).new, 500);
    assert_eq!(take_all(&mut here, &pen(), &came(&text)).known, 500);
    assert_eq!(take_all(&mut there, &other_phone, &came(&text)).new, 500);
    let joined = here.merge(&there).merge(&there);
    assert_eq!(count(&joined), 500);
    assert_eq!(joined, there.merge(&here));
    let tally = tally(&answers(&joined).into_iter().map(said).collect::<Vec<_>>(), Part::Who);
    assert_eq!((tally.answered, tally.counts), (500, vec![167, 167, 166]));
}

/// So many answers with a need and who.
fn people(groups: &[(usize, Part, usize, Part, usize)]) -> Vec<Answer> {
    groups.iter().flat_map(|(n, part, at, by, group)| vec![answer(&[(*part, *at), (*by, *group)], ""); *n]).collect()
}

#[test]
fn small_groups_and_small_cells_are_hidden_and_cannot_be_worked_out() {
    use Part::{Hard, Needs, Who};
    // Ten women, two men: men are too few, and without women they could be counted from the total.
    let few = people(&[(10, Hard, 0, Who, 0), (2, Hard, 0, Who, 1)]);
    assert_eq!(split(&few, Hard, Who), (Vec::new(), 12));
    assert_eq!(composition(&few, Who), (12, vec![None, None, Some(0)]));
    // Six did not say who they are: then women can be shown.
    let mut more = few.clone();
    more.extend(vec![answer(&[(Hard, 0)], ""); 6]);
    let (groups, rest) = split(&more, Hard, Who);
    assert_eq!((groups.len(), groups[0].group, groups[0].answered, rest), (1, 0, 10, 8));
    // Of women nine said the one, two the other: both cells go, as each could be counted from the eleven.
    let cells = people(&[(9, Hard, 0, Who, 0), (2, Hard, 1, Who, 0), (8, Hard, 0, Who, 1)]);
    let (groups, _) = split(&cells, Hard, Who);
    let women = groups.iter().find(|group| group.group == 0).expect("women");
    assert_eq!((women.answered, women.counts[0], women.counts[1], women.counts[2]), (11, None, None, Some(0)));
    // Of needs several can be chosen, so the rest tells nothing.
    let needs = people(&[(9, Needs, 0, Who, 0), (8, Needs, 0, Who, 1), (5, Needs, 1, Who, 0), (5, Needs, 1, Who, 1)]);
    let (groups, _) = split(&needs, Needs, Who);
    assert_eq!(groups[0].counts[..2], [Some(9), Some(5)]);
    assert_eq!(tally(&needs, Needs).counts[..2], [17, 10]);
}

#[test]
fn a_question_goes_into_the_queue_without_who_asked_it() {
    let mut sheet = survey();
    sheet.set_fact(&pen(), AREA, "02");
    sheet.write(&pen(), &Field::Title, "ផ្សារធំ");
    take_all(
        &mut sheet,
        &pen(),
        &[
            (1, answer(&[(Part::Who, 0), (Part::Area, 4), (Part::Reach, 1)], "ត្រូវបង់អ្វី?")),
            (2, answer(&[(Part::Needs, 0)], "ទៅណា?")),
            (3, answer(&[(Part::Needs, 0)], "")),
        ],
    );
    let ids: Vec<_> = asked(&sheet).into_iter().map(|item| item.id.clone()).collect();
    assert_eq!(ids.len(), 2, "who wrote nothing asks nothing");
    let need = need(&sheet, &pen(), &ids[0]).expect("a need");
    assert_eq!((need.what, need.fact(AREA)), (What::Need, "05"));
    assert_eq!(need.visible(List::Question).iter().map(|item| item.text.current()).collect::<Vec<_>>(), ["ត្រូវបង់អ្វី?"]);
    assert_eq!(need.facts.iter().count(), 1, "the province and nothing else");
    assert_eq!(
        phlov::plan::helper::survey::need(&sheet, &pen(), &ids[1]).map(|need| need.fact(AREA).to_owned()).as_deref(),
        Some("02"),
        "where it was held"
    );
    sheet.set_done(&pen(), &ids[0], true);
    assert_eq!(asked(&sheet).first().map(|item| item.text.current()), Some("ទៅណា?"), "what is not in the queue comes first");
    assert!(SheetId::parse(ids[0].as_str()).is_some());
}

#[test]
fn what_is_shared_holds_no_question_unless_ticked_and_no_formula() {
    let mut sheet = survey();
    let came: Vec<(u64, Answer)> =
        (0..6).map(|n| (n, answer(&[(Part::Needs, 1), (Part::Who, 0), (Part::Area, 1)], "=MARKER\"012345678"))).collect();
    take_all(&mut sheet, &pen(), &came);
    for locale in Locale::ALL {
        let speech = speech(locale);
        for by in [None, Some(Part::Who), Some(Part::Area)] {
            let message = |asked: bool| {
                share::lines(&sheet, by, asked, speech).into_iter().map(|line| line.text).collect::<Vec<_>>().join("\n")
            };
            let table = |asked: bool| share::table(&sheet, by, asked, speech);
            for text in [message(false), table(false)] {
                assert!(!text.contains("MARKER") && !text.contains("012345678"), "{text}");
                assert!(text.contains(&*speech.text(AimId::parse("pay-tax").expect("an aim").get().title)), "{text}");
            }
            assert!(message(true).contains("MARKER"));
            let table = table(true);
            assert!(table.starts_with("\u{feff}\"") && table.contains("\"'=MARKER\"\"012345678\"\r\n"), "{table}");
        }
    }
    assert_eq!(csv_row(&["a", " -1", "@x", "៥", "a\"b"]), "\"a\",\"' -1\",\"'@x\",\"៥\",\"a\"\"b\"\r\n");
}

fn any_answer() -> impl Strategy<Value = Answer> {
    let taps = Part::ALL.map(|part| {
        prop::collection::vec(0..part.codes().len(), 0..4)
            .prop_map(move |at| at.into_iter().map(|at| (part, at)).collect::<Vec<_>>())
    });
    let words = "[ក-៿a-z0-9.?!🧵«»\u{200b}]{0,12}";
    (taps, prop::collection::vec(words, 0..9)).prop_map(|(taps, words)| {
        let question = words.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        answer(&taps.concat(), &question.chars().take(LONGEST).collect::<String>())
    })
}

proptest! {
    #[test]
    fn any_answer_comes_back_equal(one in any_answer(), n in any::<u64>(), survey in any::<u64>()) {
        let text = answer_text(&id(survey), n, &one);
        let came = answers_in(&text);
        prop_assert_eq!(came.len(), 1);
        let came = came.into_iter().next().expect("one").expect("whole");
        prop_assert_eq!((came.survey, came.id, &came.answer), (id(survey), n, &one));
        prop_assert_eq!(Answer::read(&one.line(), &one.question), one);
    }

    #[test]
    fn a_mutilated_answer_is_refused_or_the_same_never_another(
        one in any_answer(), at in any::<prop::sample::Index>(), with in "[0-9A-Za-z -]{0,3}", cut in 0usize..4
    ) {
        let text = answer_text(&id(3), 4, &one);
        let at = at.index(text.len());
        let broken = [&text[..at], &*with, &text[(at + cut).min(text.len())..]].concat();
        for came in answers_in(&broken).into_iter().flatten() {
            prop_assert_eq!((came.survey, came.id, &came.answer), (id(3), 4, &one));
        }
    }

    /// Whatever groups there are: no shown number is from 1 to 4, and what is hidden of a row or of a group is five or more together.
    #[test]
    fn nothing_small_is_shown_nor_left_to_be_worked_out(said in prop::collection::vec((0usize..4, 0usize..4), 0..60)) {
        let answers: Vec<Answer> = said.into_iter().map(|(at, who)| match who {
            3 => answer(&[(Part::Hard, at)], ""),
            who => answer(&[(Part::Hard, at), (Part::Who, who)], ""),
        }).collect();
        let all = tally(&answers, Part::Hard);
        let (groups, rest) = split(&answers, Part::Hard, Part::Who);
        prop_assert!(groups.iter().all(|group| group.answered >= FEWEST));
        prop_assert!(rest == 0 || rest >= FEWEST || groups.is_empty());
        prop_assert_eq!(groups.iter().map(|group| group.answered).sum::<usize>() + rest, all.answered);
        for (at, total) in all.counts.iter().enumerate() {
            let row: Vec<usize> = groups.iter().filter_map(|group| group.counts[at]).collect();
            prop_assert!(row.iter().all(|count| *count == 0 || *count >= FEWEST));
            let hidden = total - row.iter().sum::<usize>();
            prop_assert!(hidden == 0 || hidden >= FEWEST || row.iter().all(|count| *count == 0));
        }
        for group in &groups {
            let shown: usize = group.counts.iter().flatten().sum();
            let hidden = group.answered - shown;
            prop_assert!(hidden == 0 || hidden >= FEWEST || shown == 0);
        }
    }
}
