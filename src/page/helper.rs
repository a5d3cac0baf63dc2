//! The screens of helper mode: for staff of a network, a clerk, a relative, who help many. All below `/helper`.

/// A screen of helper mode. Ids are of sheets; whether one exists is the book's business.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Desk {
    /// What there is to do today, and the way to everything else.
    Start,
    /// The people she helps.
    Women,
    Woman(String),
    /// The end of a session: the plan goes to her, then it is kept, locked or wiped here.
    Ending(String),
    /// The questions of all plans, by office.
    Queue,
    /// Answers that were asked for once and for all.
    Answers,
    Answer(String),
    /// Five questions put to many.
    Surveys,
    Survey(String),
    Workshops,
    Workshop(String),
    /// Technical working groups.
    Groups,
    Group(String),
    /// Law firms, accountants, organizations that answer.
    Partners,
    Partner(String),
    /// What is shared with other phones, and what came from them.
    Bundles,
    /// Numbers of a period and an area.
    Report,
    /// For whoever does this work next.
    Handover,
}

impl Desk {
    /// Those that are about nothing in particular, in the order of the desk.
    pub const PLAIN: [Desk; 11] = [
        Desk::Start,
        Desk::Women,
        Desk::Queue,
        Desk::Answers,
        Desk::Surveys,
        Desk::Workshops,
        Desk::Groups,
        Desk::Partners,
        Desk::Bundles,
        Desk::Report,
        Desk::Handover,
    ];

    /// The path below `/helper`: a folder, and what follows it.
    fn parts(&self) -> [&str; 3] {
        match self {
            Desk::Start => ["", "", ""],
            Desk::Women => ["people", "", ""],
            Desk::Woman(id) => ["people", id, ""],
            Desk::Ending(id) => ["people", id, "end"],
            Desk::Queue => ["questions", "", ""],
            Desk::Answers => ["answers", "", ""],
            Desk::Answer(id) => ["answers", id, ""],
            Desk::Surveys => ["surveys", "", ""],
            Desk::Survey(id) => ["surveys", id, ""],
            Desk::Workshops => ["workshops", "", ""],
            Desk::Workshop(id) => ["workshops", id, ""],
            Desk::Groups => ["groups", "", ""],
            Desk::Group(id) => ["groups", id, ""],
            Desk::Partners => ["partners", "", ""],
            Desk::Partner(id) => ["partners", id, ""],
            Desk::Bundles => ["bundles", "", ""],
            Desk::Report => ["report", "", ""],
            Desk::Handover => ["handover", "", ""],
        }
    }

    /// As [`super::Page::path`].
    pub fn path(&self) -> String {
        let mut path = String::from("/helper");
        for part in self.parts().into_iter().filter(|part| !part.is_empty()) {
            path.push('/');
            path.push_str(part);
        }
        path
    }

    /// Reads what follows `/helper`; a missing part is empty.
    pub(super) fn parse(folder: &str, id: &str, last: &str) -> Option<Desk> {
        let own = || id.to_owned();
        let desk = match (folder, id, last) {
            ("people", _, "end") if !id.is_empty() => Desk::Ending(own()),
            (_, _, last) if !last.is_empty() => return None,
            (_, "", _) => return Desk::PLAIN.into_iter().find(|desk| desk.parts()[0] == folder),
            ("people", ..) => Desk::Woman(own()),
            ("answers", ..) => Desk::Answer(own()),
            ("surveys", ..) => Desk::Survey(own()),
            ("workshops", ..) => Desk::Workshop(own()),
            ("groups", ..) => Desk::Group(own()),
            ("partners", ..) => Desk::Partner(own()),
            _ => return None,
        };
        Some(desk)
    }

    /// Where "back" leads without a history; `None`: to More.
    pub(super) fn parent(&self) -> Option<Desk> {
        Some(match self {
            Desk::Start => return None,
            Desk::Woman(_) => Desk::Women,
            Desk::Ending(id) => Desk::Woman(id.clone()),
            Desk::Answer(_) => Desk::Answers,
            Desk::Survey(_) => Desk::Surveys,
            Desk::Workshop(_) => Desk::Workshops,
            Desk::Group(_) => Desk::Groups,
            Desk::Partner(_) => Desk::Partners,
            _ => Desk::Start,
        })
    }
}
