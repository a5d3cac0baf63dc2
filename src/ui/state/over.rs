//! What lies over the screen: what a word of the glossary means, or a sentence shown to an official. "Back" takes it away: it has a
//! place of its own in the history.

use super::App;
use crate::kb::TermId;
use crate::page::{Page, Route};
use crate::ui::marked::SHEET;
use crate::ui::show::Shown;

/// What lies over the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Over {
    Word(TermId),
    Large(Shown),
}

impl App {
    /// A word inside a text was tapped; the address is that of its page.
    pub(super) fn show_word(self, address: &str) {
        let here = self.route.get_untracked();
        let Page::Word(word) = Route::parse(address, here.locale).page else { return self.go_to(address) };
        self.show_over(Over::Word(word));
    }

    /// A sentence over the whole screen, for an official to read; the screen stays awake.
    pub fn show_large(self, shown: Shown) {
        self.outside().stay_awake(true);
        self.show_over(Over::Large(shown));
    }

    fn show_over(self, over: Over) {
        let here = self.route.get_untracked();
        self.over.set(Some(over.clone()));
        let outside = self.outside();
        self.outside().after_render(Box::new(move || {
            if outside.open_sheet(SHEET) {
                outside.push(&here.href());
            } else if let Over::Word(word) = over {
                // A browser without dialogs.
                self.over.set(None);
                self.go(Page::Word(word));
            }
        }));
    }

    /// Takes it away, as "back" does.
    pub fn close_over(self) {
        if self.hide_over() {
            self.outside().back();
        }
    }

    /// Whether something was there.
    pub(super) fn hide_over(self) -> bool {
        let was = self.over.with_untracked(Option::is_some);
        if was {
            self.over.set(None);
            self.outside().stay_awake(false);
            self.outside().close_sheet(SHEET);
        }
        was
    }
}
