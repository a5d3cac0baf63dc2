//! How long a page takes to read.

use phlov::kb::{GuideId, StoryId};
use phlov_content::model::Text;
use phlov_content::pace::{minutes, Minutes};

fn of(km: &str, en: &str) -> Minutes {
    minutes([Text { km: km.to_owned(), en: en.to_owned() }].iter())
}

#[test]
fn clusters_and_words_are_counted_and_minutes_rounded_up() {
    assert_eq!(of("", ""), Minutes { km: 0, en: 0 });
    assert_eq!(of("។ ៖ «…»", "  \n"), Minutes { km: 0, en: 0 });
    assert_eq!(of("ក", "a"), Minutes { km: 1, en: 1 });
    // A cluster is a letter with all that stands on it: ស្ត្រី is one, រៀន two.
    assert_eq!((of(&"ស្ត្រី ".repeat(240), "").km, of(&"ស្ត្រី ".repeat(241), "").km), (1, 2));
    assert_eq!((of(&"រៀន។ ".repeat(120), "").km, of(&"រៀន។ ".repeat(121), "").km), (1, 2));
    assert_eq!((of("", &"word, ".repeat(120)).en, of("", &"word, ".repeat(121)).en), (1, 2));
}

#[test]
fn more_to_read_never_takes_less_time() {
    let (km, en) = ("អ្នកអាចប្រើទ្រព្យ និងសេវាសាធារណៈ ២ ដង។ ", "You can use public goods twice. ");
    let times: Vec<Minutes> = (0..200).map(|n| of(&km.repeat(n), &en.repeat(n))).collect();
    assert!(times.windows(2).all(|pair| pair[0].km <= pair[1].km && pair[0].en <= pair[1].en));
    assert!(times.last().is_some_and(|last| last.km > 10 && last.en > 9));
}

/// A page of the guide is read while waiting for a customer, a story at one sitting; and neither language takes much longer.
#[test]
fn pages_are_short() {
    let guide = GuideId::all().map(|id| (id.name(), 3, id.get().minutes_km, id.get().minutes_en));
    let stories = StoryId::all().map(|id| (id.name(), 4, id.get().minutes_km, id.get().minutes_en));
    for (name, most, km, en) in guide.chain(stories) {
        assert!((1..=most).contains(&km) && (1..=most).contains(&en), "{name}: {km} and {en} minutes");
        assert!(km.abs_diff(en) <= 1, "{name}: {km} and {en} minutes");
    }
}
