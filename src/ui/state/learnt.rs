//! How far she has come in the guide and the stories. Kept as it goes, on this phone only.

use super::App;
use crate::page::Page;
use crate::saved::learnt::Learnt;
use crate::saved::lock::vault::SEALED;
use crate::saved::LEARNT_KEY;

impl App {
    /// As it is now; follows changes. Nothing while the lock is closed.
    pub fn learnt(self) -> Learnt {
        self.lock.get();
        self.learnt.get();
        Learnt::read(self.store().read_small(LEARNT_KEY))
    }

    /// She is on this screen now. Read anew before it is written: another tab may have added something meanwhile.
    #[inline(never)]
    pub fn note_learnt(self, page: &Page, change: &dyn Fn(&mut Vec<u8>)) {
        let before = Learnt::read(self.store().read_small(LEARNT_KEY));
        let path = page.path();
        let mut numbers = before.of(&path);
        change(&mut numbers);
        let after = before.with(&path, &numbers);
        // Another tab may just have sealed it: not to be written over.
        if after != before && !before.text().starts_with(SEALED) {
            self.keep_learnt(after.text());
        }
    }

    pub fn forget_learnt(self) {
        self.keep_learnt("");
        self.outside().forget_pages();
    }

    fn keep_learnt(self, text: &str) {
        self.store().keep_small(LEARNT_KEY, text);
        self.hear_learnt();
    }

    /// This tab or another one has written it.
    pub(super) fn hear_learnt(self) {
        self.learnt.update(|count| *count += 1);
    }
}

/// Whether she has answered all questions of a page of the guide, or seen a story to its end.
pub fn is_finished(page: &Page, numbers: &[u8]) -> bool {
    match page {
        Page::Guide(id) => id.get().quiz.iter().all(|quiz| numbers.contains(&quiz.n)),
        Page::Story(id) => numbers.get(1).is_some_and(|furthest| usize::from(*furthest) >= id.get().screens.len()),
        _ => true,
    }
}
