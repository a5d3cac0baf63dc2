//! What she looked for lately.

use super::App;
use crate::plan::List;
use crate::saved::RECENT_KEY;

/// So many stay.
const RECENT: usize = 5;

impl App {
    /// The newest first.
    pub fn recent(self) -> Vec<String> {
        self.store().read_small(RECENT_KEY).lines().map(str::to_owned).collect()
    }

    /// What stands in the box led somewhere.
    pub fn note_search(self) {
        let typed = self.typed.get_untracked().replace(['\n', '\r'], " ");
        if typed.trim().is_empty() {
            return;
        }
        let before = self.recent().into_iter().filter(|known| *known != typed);
        let lines: Vec<String> = [typed.clone()].into_iter().chain(before).take(RECENT).collect();
        self.store().keep_small(RECENT_KEY, &lines.join("\n"));
    }

    pub fn forget_recent(self) {
        self.store().keep_small(RECENT_KEY, "");
    }

    /// Nothing was found: it becomes the question of a new plan.
    pub fn ask_typed(self) {
        let typed = self.typed.get_untracked();
        let id = self.make_plan(None, None);
        self.edit(&id, |plan, pen| plan.add_item(pen, List::Question, &typed));
        self.open_plan(&id);
    }
}
