//! What the app says: the interface's words ([`words`]) and the texts of the knowledge base ([`Text`]); [`Speech`] says both.

pub mod format;
pub mod words;

use crate::kb::packed::{self, Lot};
use crate::kb::Text;
use crate::page::Locale;
use crate::plan::Digits;
use std::borrow::Cow;
use std::sync::OnceLock;
pub use words::helper::Helper;
pub use words::Messages;

/// How the app speaks: a language, and which digits stand in Khmer. Views are rebuilt when it changes,
/// so they hold it as a plain value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speech {
    pub locale: Locale,
    pub digits: Digits,
}

impl Speech {
    /// The interface's words, unpacked when the first is needed.
    #[inline(never)]
    pub fn m(self) -> &'static Messages {
        static WORDS: [OnceLock<&Messages>; 2] = [const { OnceLock::new() }; 2];
        let [km, en] = &WORDS;
        let (place, lot) = match self.locale {
            Locale::Km => (km, Lot::Khmer),
            Locale::En => (en, Lot::English),
        };
        place.get_or_init(|| {
            let list = Box::leak(Box::new([""; words::COUNT]));
            list.iter_mut().zip(packed::words(lot)).for_each(|(place, word)| *place = word);
            Messages::of(list)
        })
    }

    /// The words of helper mode, as [`Speech::m`].
    #[inline(never)]
    pub fn h(self) -> &'static Helper {
        static WORDS: [OnceLock<&Helper>; 2] = [const { OnceLock::new() }; 2];
        let [km, en] = &WORDS;
        let (place, lot) = match self.locale {
            Locale::Km => (km, Lot::HelperKhmer),
            Locale::En => (en, Lot::HelperEnglish),
        };
        place.get_or_init(|| {
            let list = Box::leak(Box::new([""; words::helper::COUNT]));
            list.iter_mut().zip(packed::words(lot)).for_each(|(place, word)| *place = word);
            Helper::of(list)
        })
    }

    /// A text of the knowledge base.
    #[inline(never)]
    pub fn text(self, text: Text) -> Cow<'static, str> {
        Cow::Owned(self.shown(match self.locale {
            Locale::Km => text.km(),
            Locale::En => text.en(),
        }))
    }

    /// A part of a text of the knowledge base, with the digits as she wants them.
    pub fn shown(self, text: String) -> String {
        match self.locale {
            Locale::Km if !self.shows_khmer_digits() => crate::khmer::ascii_digits(&text),
            _ => text,
        }
    }

    fn shows_khmer_digits(self) -> bool {
        self.locale == Locale::Km && self.digits == Digits::Khmer
    }
}
