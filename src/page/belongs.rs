//! Where a screen belongs: under which tab, below which screen, and whether it shows what is hers.

use super::{Page, Tab};

impl Page {
    pub fn tab(&self) -> Tab {
        match self {
            Page::Home | Page::Search | Page::Find | Page::FindAim(_) | Page::Service(_) | Page::NotFound => Tab::Home,
            Page::Letter | Page::Replies | Page::Reply(_) => Tab::Home,
            Page::Plans | Page::Plan(_) | Page::Meeting(..) | Page::Print(_) | Page::Calendar => Tab::Plans,
            Page::Write | Page::MyLetter(_) | Page::LetterPaper(_) => Tab::Plans,
            Page::Scores | Page::Score(_) | Page::ScorePaper(_) | Page::Complaints | Page::Complaint(_) => Tab::Plans,
            Page::Duties | Page::Business(_) | Page::DutiesPaper(_) | Page::Changed | Page::Year => Tab::Plans,
            Page::Learn | Page::Guide(_) | Page::Story(_) | Page::Words | Page::Word(_) => Tab::Learn,
            Page::Right(_) | Page::Laws | Page::Law(_) | Page::Inquiry(_) => Tab::Learn,
            Page::Answers | Page::Answer(_) => Tab::Learn,
            Page::People | Page::Person(_) | Page::Offices | Page::LocalOffice(_) => Tab::People,
            Page::Office(_) | Page::Organization(_) => Tab::People,
            Page::More | Page::Data | Page::Settings | Page::Safety | Page::About => Tab::More,
            Page::Helper(_) | Page::Form => Tab::More,
        }
    }

    /// Whether it shows what is hers: not while the lock is closed.
    pub fn is_hers(&self) -> bool {
        matches!(
            self,
            Page::Plans
                | Page::Plan(_)
                | Page::Meeting(..)
                | Page::Print(_)
                | Page::Calendar
                | Page::People
                | Page::Person(_)
                | Page::LocalOffice(_)
                | Page::Write
                | Page::Inquiry(_)
                | Page::MyLetter(_)
                | Page::LetterPaper(_)
                | Page::Score(_)
                | Page::ScorePaper(_)
                | Page::Complaint(_)
                | Page::Business(_)
                | Page::DutiesPaper(_)
                | Page::Changed
                | Page::Year
                | Page::Answers
                | Page::Answer(_)
                | Page::Form
                | Page::Helper(_)
                | Page::Data
        )
    }

    /// The sheet it is about, of those that are made for one person.
    pub fn sheet(&self) -> Option<&str> {
        match self {
            Page::Plan(id) | Page::Meeting(id, _) | Page::Print(id) => Some(id),
            Page::MyLetter(id) | Page::LetterPaper(id) => Some(id),
            Page::Score(id) | Page::ScorePaper(id) => Some(id),
            Page::Complaint(id) | Page::Business(id) | Page::DutiesPaper(id) => Some(id),
            _ => None,
        }
    }

    /// Whether it is a text to read, and so to listen to.
    pub fn is_read(&self) -> bool {
        matches!(
            self,
            Page::Service(_)
                | Page::Right(_)
                | Page::Guide(_)
                | Page::Story(_)
                | Page::Word(_)
                | Page::Law(_)
                | Page::Office(_)
                | Page::Organization(_)
                | Page::Reply(_)
        )
    }

    /// The screen that "back" leads to when there is no history; `None` on the tabs' own screens.
    pub fn parent(&self) -> Option<Page> {
        match self {
            Page::Home | Page::Plans | Page::Learn | Page::People | Page::More => None,
            Page::Search | Page::Find | Page::Letter | Page::Replies | Page::NotFound => Some(Page::Home),
            Page::Reply(_) => Some(Page::Replies),
            Page::Write | Page::Scores | Page::Complaints | Page::Duties | Page::Changed | Page::Year => Some(Page::Plans),
            Page::Helper(desk) => Some(desk.parent().map_or(Page::More, Page::Helper)),
            Page::Answers => Some(Page::Learn),
            Page::Answer(_) => Some(Page::Answers),
            Page::Form => Some(Page::More),
            Page::Score(_) => Some(Page::Scores),
            Page::ScorePaper(id) => Some(Page::Score(id.clone())),
            Page::Complaint(_) => Some(Page::Complaints),
            Page::Business(_) => Some(Page::Duties),
            Page::DutiesPaper(id) => Some(Page::Business(id.clone())),
            Page::MyLetter(_) => Some(Page::Write),
            Page::LetterPaper(id) => Some(Page::MyLetter(id.clone())),
            Page::FindAim(_) | Page::Service(_) => Some(Page::Find),
            Page::Right(_) | Page::Guide(_) | Page::Story(_) | Page::Words | Page::Laws => Some(Page::Learn),
            Page::Word(_) => Some(Page::Words),
            Page::Law(_) | Page::Inquiry(_) => Some(Page::Laws),
            Page::Plan(_) | Page::Calendar => Some(Page::Plans),
            Page::Print(id) => Some(Page::Plan(id.clone())),
            Page::Offices | Page::Person(_) => Some(Page::People),
            Page::Meeting(plan, _) => Some(Page::Plan(plan.clone())),
            Page::Office(_) | Page::Organization(_) | Page::LocalOffice(_) => Some(Page::Offices),
            Page::Data | Page::Settings | Page::Safety | Page::About => Some(Page::More),
        }
    }
}
