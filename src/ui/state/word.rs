//! The sheet that says what a word of the glossary means. It lies over the screen, and "back" takes it away: it has a place of its
//! own in the history.

use super::App;
use crate::page::{Page, Route};
use crate::ui::marked::SHEET;

impl App {
    /// A word inside a text was tapped; the address is that of its page.
    pub(super) fn show_word(self, address: &str) {
        let here = self.route.get_untracked();
        let Page::Word(word) = Route::parse(address, here.locale).page else { return self.go_to(address) };
        self.word.set(Some(word));
        let outside = self.outside();
        self.outside().after_render(Box::new(move || match outside.open_sheet(SHEET) {
            true => outside.push(&here.href()),
            false => {
                // A browser without dialogs.
                self.word.set(None);
                self.go(Page::Word(word));
            }
        }));
    }

    /// Takes the sheet away, as "back" does.
    pub fn close_word(self) {
        if self.hide_word() {
            self.outside().back();
        }
    }

    /// Whether it was there.
    pub(super) fn hide_word(self) -> bool {
        let was = self.word.with_untracked(Option::is_some);
        if was {
            self.word.set(None);
            self.outside().close_sheet(SHEET);
        }
        was
    }
}
