//! Khmer text: flaws, canonical form, search key and clusters, as tables and as properties.

use phlov::khmer::FlawKind::*;
use phlov::khmer::{ascii_digits, canonical, clusters, flaws, fold, is_khmer, khmer_digits, sentences, FlawKind};
use proptest::prelude::*;

/// The kinds of flaw in `text` are `kinds`, in the order of the text, and its canonical form is `repaired`.
#[track_caller]
fn check(text: &str, kinds: &[FlawKind], repaired: &str) {
    let found: Vec<FlawKind> = flaws(text).iter().map(|f| f.kind).collect();
    assert_eq!(found, kinds, "flaws of {text:?}");
    assert_eq!(canonical(text), repaired, "canonical form of {text:?}, as {}", repaired.escape_unicode());
}

#[track_caller]
fn same_key(spellings: &[&str], key: &str) {
    for text in spellings {
        assert_eq!(fold(text), key, "key of {text:?}");
    }
}

#[test]
fn good_text_has_no_flaw() {
    for text in [
        "",
        "ស្ត្រី",
        "សិទ្ធិ",
        "មន្ត្រី",
        "កាំ កុំ ចាំ លោក ធ្វើ ម្យ៉ាង ស៊ើប ស៊ាំ ពត៌មាន កម្ម ធម៌",
        "ថ្ងៃទី១១ ខែឧសភា ឆ្នាំ២០២០",
        "២០០\u{A0}០០០ រៀល ឬ ៥០,០០០៛។",
        "បេឡាជាតិសន្តិសុខសង្គម (ប.ស.ស.) NSSF: 012 345 678",
        "ក្រសួង\u{200B}ការងារ\u{200B}និង\u{200B}បណ្តុះបណ្តាល",
        "ផ្លែឈើ បន្លែ ។ល។",
        "ផ្សេងៗ៖ “ក, ខ និង គ”៕",
        "Plain English, café, naïve; 1.5 × 2.",
    ] {
        check(text, &[], text);
    }
}

#[test]
fn order_of_a_syllable() {
    check("ស្រ្តី", &[Order], "ស្ត្រី");
    check("មន្រ្តី", &[Order], "មន្ត្រី");
    check("សិទិ្ធ", &[Order], "សិទ្ធិ");
    check("ខែ្មរ", &[Order], "ខ្មែរ");
    check("កំុ", &[Order], "កុំ");
    check("ចំា", &[Order], "ចាំ");
    check("ម៉្យាង", &[Order], "ម្យ៉ាង");
    check("ស្រី្ដ", &[SubscriptDa, Order], "ស្ត្រី");
}

#[test]
fn pieces_doubles_and_look_alikes() {
    check("លេាក", &[Pieces], "លោក");
    check("លាេក", &[Pieces], "លោក");
    check("ធ្វេី", &[Pieces], "ធ្វើ");
    check("សុី", &[FalseShifter], "ស៊ី");
    check("មុី", &[FalseShifter], "ម៉ី");
    check("សុាំ", &[FalseShifter], "ស៊ាំ");
    check("ការាងារ", &[], "ការាងារ");
    check("កាា", &[Doubled], "កា");
    check("ក់់", &[Doubled], "ក់");
    check("ក្្ត", &[Doubled], "ក្ត");
    check("ស្ដ្រី", &[SubscriptDa], "ស្ត្រី");
    check("បណ្ដុះបណ្ដាល", &[SubscriptDa, SubscriptDa], "បណ្តុះបណ្តាល");
    check("អាសយដ្ឋាន", &[], "អាសយដ្ឋាន");
    check("ឲ្យ", &[Discouraged], "ឱ្យ");
    check("\u{17A4}ហារ", &[Discouraged], "អាហារ");
    check("\u{17A8}", &[Discouraged], "ឧក");
    check("ក\u{17B4}", &[Discouraged], "ក");
    check("ក\u{17D3}", &[Discouraged], "កំ");
    check("ក\u{17DD}", &[Discouraged], "ក៑");
    check("បន្លែ\u{17D8}", &[Discouraged], "បន្លែ។ល។");
}

#[test]
fn what_cannot_be_repaired_stays_and_is_shown() {
    check("ា", &[NoBase], "ា");
    check(" េតមាន", &[NoBase], " េតមាន");
    check("្តី", &[NoBase], "្តី");
    check("ក្", &[EmptySubscript], "ក្");
    check("ក្ ខ", &[EmptySubscript], "ក្ ខ");
    check("ក្ាខ", &[EmptySubscript], "ក្ាខ");
    check("ពិេសស", &[Crowded], "ពិេសស");
    check("ក្ម្ន្យ", &[Crowded], "ក្ម្ន្យ");
}

#[test]
fn invisible_characters() {
    check("ក\u{200C}ខ\u{FEFF}", &[Invisible, Invisible], "កខ");
    check("\u{200B}ក", &[BreakPoint], "ក");
    check("ក\u{200B}", &[BreakPoint], "ក");
    check("ក\u{200B}\u{200B}ខ", &[BreakPoint], "ក\u{200B}ខ");
    check("ក\u{200B}្ខ", &[BreakPoint], "ក្ខ");
    check("ក្\u{200B}ខ", &[BreakPoint], "ក្ខ");
    check("ក\u{200B}ា", &[BreakPoint], "កា");
    check("ក្\u{200B}ដ", &[SubscriptDa, BreakPoint], "ក្ត");
}

#[test]
fn neighbours_that_do_not_belong() {
    check("ការoងារ", &[ForeignLetter], "ការoងារ");
    check("ក\u{200B}ABA", &[ForeignLetter], "ក\u{200B}ABA");
    check("កа", &[ForeignLetter], "កа");
    check("ABA (ធនាគារ) Wing, ធនាគារ", &[], "ABA (ធនាគារ) Wing, ធនាគារ");
    check("២០1០", &[MixedDigits, MixedDigits], "២០1០");
    check("២០០,000", &[MixedDigits], "២០០,000");
    check("២ 012345678", &[], "២ 012345678");
    check("cafe\u{301}", &[NotComposed], "cafe\u{301}");
    check("បាន ។", &[SpaceBefore], "បាន ។");
    check("ផ្សេង\u{200B}ៗ", &[SpaceBefore], "ផ្សេង\u{200B}ៗ");
}

#[test]
fn flaws_say_where_and_what_to_do() {
    let text = "ល្អ ស្រ្តី ២០1";
    let found = flaws(text);
    let places: Vec<&str> = found.iter().map(|f| &text[f.at..]).collect();
    assert_eq!(places, ["\u{17D2}តី ២០1", "1"]);
    assert!(found.iter().all(|f| f.kind.sentence().ends_with('.')));
}

#[test]
fn keys_of_equal_words_are_equal() {
    same_key(&["ឱ្យ", "ឲ្យ", "អោយ", "អេាយ", " ឱ្យ\u{200B} "], "ឱ្យ");
    same_key(&["ឬ", "រឺ", "ឫ"], "ឬ");
    same_key(&["ទូរស័ព្ទ", "ទូរសព្ទ", "ទូរ\u{200B}សព្ទ"], "ទូរស័ព្ទ");
    same_key(&["សំឡេង", "សម្លេង"], "សំឡេង");
    same_key(&["អ៊ីនធឺណិត", "អ៊ីនធើណិត", "អុីនធេីណិត"], "អ៊ីនធឺណិត");
    same_key(&["អាសយដ្ឋាន", "អាស័យដ្ឋាន"], "អាសយដ្ឋាន");
    same_key(&["ចំណុច", "ចំនុច"], "ចំណុច");
    same_key(&["ត្រឡប់", "ត្រលប់"], "ត្រឡប់");
    same_key(&["សំណួរ", "សំនួរ"], "សំណួរ");
    same_key(&["ស្ត្រី", "ស្ដ្រី", "ស្រ្តី", "ស្\u{200B}ត្រី"], "ស្ត្រី");
    same_key(&["ប.ស.ស.", "បសស", "ប.ស.ស", "ប\u{200B}.ស.ស."], "បសស");
    same_key(&["NSSF", "N.S.S.F.", "nssf"], "nssf");
    same_key(&["២០០,០០០ រៀល", "200 000\u{A0}រៀល", "(២០០.000  រៀល)។"], "200 000 រៀល");
    same_key(&["Women's ÉLAN!", "women’s élan"], "womens élan");
    same_key(&["mlvt.gov.kh", "mlvt gov kh"], "mlvt gov kh");
    same_key(&["ផ្សេងៗ", "ផ្សេង ៗ"], "ផ្សេង");
    same_key(&["", " ", "។", "...", "\u{200B}"], "");
}

#[test]
fn habits_hold_only_between_syllables() {
    same_key(&["ក្រឺ"], "ក្រឺ");
    same_key(&["អោយ្យ"], "អោយ្យ");
    same_key(&["រឺះ"], "រឺះ");
}

#[test]
fn clusters_are_letters_with_all_they_carry() {
    let of = |text| clusters(text).collect::<Vec<_>>();
    assert_eq!(of("ស្ត្រីខ្មែរ"), ["ស្ត្រី", "ខ្មែ", "រ"]);
    assert_eq!(of("ទី១១ ok\u{200B}ៗ"), ["ទី", "១", "១", " ", "o", "k", "\u{200B}", "ៗ"]);
    assert_eq!(of("ាក្"), ["ា", "ក្"]);
    assert_eq!(of(""), [""; 0]);
}

#[test]
fn sentences_end_where_a_reader_takes_breath() {
    let of = |text: &'static str| sentences(text).into_iter().map(|place| &text[place]).collect::<Vec<_>>();
    // Khmer: the signs of the end, with what closes behind them; abbreviations go on.
    assert_eq!(of("យកសំបុត្រមក។ ទៅ ប.ស.ស. នៅខេត្ត។"), ["យកសំបុត្រមក។", "ទៅ ប.ស.ស. នៅខេត្ត។"]);
    assert_eq!(of("សួរថា “តើបង់ប៉ុន្មាន?” រួចរង់ចាំ៕ ចប់"), ["សួរថា “តើបង់ប៉ុន្មាន?”", "រួចរង់ចាំ៕", "ចប់"]);
    assert_eq!(of("ពន្ធ ថ្លៃ ។ល។ ត្រូវបង់។បន្ត"), ["ពន្ធ ថ្លៃ ។ល។", "ត្រូវបង់។", "បន្ត"]);
    assert_eq!(of("ស្ត្រី?ខ្មែរ!!"), ["ស្ត្រី?", "ខ្មែរ!!"]);
    assert_eq!(of("៣០ ០០០ ៛"), ["៣០ ០០០ ៛"]);
    // English: a full stop only before a gap, and not inside of numbers, addresses and names.
    assert_eq!(of("Go to NSSF. Bring it (two copies.) Done?  Yes!"), ["Go to NSSF.", "Bring it (two copies.)", "Done?", "Yes!"]);
    assert_eq!(
        of("See Prakas No. 443 of 21.9.2018, e.g. at gdt.gov.kh."),
        ["See Prakas No. 443 of 21.9.2018, e.g. at gdt.gov.kh."]
    );
    // What has no word is not said.
    assert_eq!(of(" · – ។ "), [""; 0]);
    assert_eq!(of(""), [""; 0]);
}

#[test]
fn digits_and_script() {
    assert_eq!(khmer_digits("ថ្ងៃទី 11/05/2020"), "ថ្ងៃទី ១១/០៥/២០២០");
    assert_eq!(ascii_digits("០១២ ៣៤៥ 678៩"), "012 345 6789");
    assert!("កា្ំ។៛០៩᧠".chars().all(is_khmer));
    assert!(!"a0 \u{200B}กă".chars().any(is_khmer));
}

/// Strings that hit the rules often: mostly Khmer letters and marks, with a little of everything else.
fn tangled() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => proptest::char::range('\u{1780}', '\u{17DD}').prop_map(String::from),
        3 => "[កតដនបរសអយឫ]",
        3 => "[\u{17D2}\u{17B6}\u{17B8}\u{17BB}\u{17C1}\u{17BE}\u{17C6}\u{17C9}\u{17CA}]",
        2 => "[\u{200B}\u{200C} .,'០១12aBÉ។]",
        1 => "(អោយ|រឺ|ទូរសព្ទ|សម្លេង|ត្រលប់|ប.ស.ស.)",
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..16).prop_map(|p| p.concat())
}

proptest! {
    #[test]
    fn nothing_panics_and_places_are_real(text in prop_oneof![any::<String>(), tangled()]) {
        for flaw in flaws(&text) {
            prop_assert!(text.get(flaw.at..).is_some_and(|rest| !rest.is_empty()));
        }
        fold(&text);
    }

    #[test]
    fn canonical_is_settled(text in tangled()) {
        let once = canonical(&text);
        prop_assert_eq!(canonical(&once), once.as_str());
        let repaired = [Order, Pieces, FalseShifter, Doubled, Discouraged, SubscriptDa, Invisible, BreakPoint];
        for flaw in flaws(&once) {
            prop_assert!(!repaired.contains(&flaw.kind), "{:?} in {:?}", flaw, once);
        }
    }

    #[test]
    fn flawless_text_is_canonical(text in tangled()) {
        if flaws(&text).is_empty() {
            prop_assert_eq!(canonical(&text), text);
        }
    }

    #[test]
    fn fold_is_settled(text in tangled()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.as_str());
        prop_assert_eq!(fold(&canonical(&text)), once.as_str());
    }

    #[test]
    fn clusters_are_the_text(text in tangled()) {
        prop_assert_eq!(clusters(&text).collect::<String>(), text.as_str());
        prop_assert!(clusters(&text).all(|c| !c.is_empty()));
    }

    /// Nothing is lost but gaps and what has no word, and no letter is cut from what it carries.
    #[test]
    fn sentences_are_the_text(text in prop_oneof![any::<String>(), tangled()]) {
        let mut at = 0;
        let ends: Vec<usize> = clusters(&text).map(|cluster| { at += cluster.len(); at }).collect();
        let mut before = 0;
        for place in sentences(&text) {
            let gap = &text[before..place.start];
            prop_assert!(!gap.contains(|c: char| c.is_ascii_alphanumeric()), "{gap:?} of {text:?}");
            prop_assert!(place.start == 0 || ends.contains(&place.start), "{text:?} at {}", place.start);
            prop_assert!(ends.contains(&place.end), "{text:?} at {}", place.end);
            before = place.end;
        }
        prop_assert!(!text[before..].contains(|c: char| c.is_ascii_alphanumeric()));
    }

    #[test]
    fn fold_does_not_see_break_points(text in tangled(), every in 1..4usize) {
        let mut broken = String::new();
        for (i, cluster) in clusters(&text).enumerate() {
            broken.push_str(cluster);
            if i % every == 0 {
                broken.push('\u{200B}');
            }
        }
        prop_assert_eq!(fold(&broken), fold(&text));
    }

    #[test]
    fn digits_go_there_and_back(text in "[0-9ក-អa-z ]{0,20}") {
        prop_assert_eq!(ascii_digits(&khmer_digits(&text)), text);
    }
}
