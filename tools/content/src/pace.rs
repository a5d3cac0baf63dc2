//! How long it takes to read a page of the guide or a story.

use crate::khmer;
use crate::model::{GuidePage, Story, Text};

/// So many English words a minute. Adults read 238 in silence and 183 aloud (Brysbaert 2019, a review of 190 studies); half of the
/// first is assumed, for readers who seldom read, on a small screen, about what is new to them: rather too long than too short.
const WORDS: usize = 120;
/// So many Khmer clusters a minute. What says the same takes about as long in every language; the guide and the stories have two
/// clusters for each English word (12,209 for 6,056).
const CLUSTERS: usize = 2 * WORDS;

/// Minutes in Khmer and in English, rounded up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Minutes {
    pub km: usize,
    pub en: usize,
}

impl GuidePage {
    /// With its questions and what may be answered; not with what is said after the tap.
    pub fn minutes(&self) -> Minutes {
        let parts = self.parts.iter().flat_map(|part| [&part.title].into_iter().chain(&part.texts));
        let asked = self.quiz.iter().flat_map(|quiz| [&quiz.text].into_iter().chain(quiz.options.iter().map(|o| &o.text)));
        minutes([&self.title, &self.summary].into_iter().chain(parts).chain(asked))
    }
}

impl Story {
    pub fn minutes(&self) -> Minutes {
        let screens = self.screens.iter().flat_map(|screen| [&screen.title].into_iter().chain(&screen.texts));
        minutes([&self.title, &self.summary].into_iter().chain(screens))
    }
}

/// Signs and spaces take no time; a Latin letter or a digit inside Khmer counts as a cluster.
pub fn minutes<'a>(texts: impl Iterator<Item = &'a Text>) -> Minutes {
    let (mut clusters, mut words) = (0, 0);
    for text in texts {
        clusters += khmer::clusters(&text.km).filter(|cluster| cluster.starts_with(char::is_alphanumeric)).count();
        words += text.en.split_whitespace().count();
    }
    Minutes { km: clusters.div_ceil(CLUSTERS), en: words.div_ceil(WORDS) }
}
