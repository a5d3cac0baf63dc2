//! Every screen and its address. This is the only place with paths: views link by [`Page`], and an
//! address from outside is read once, here. An address is a promise: it never changes its meaning.

mod belongs;
mod helper;
mod route;

use crate::kb::{AimId, AuthorityId, GuideId, LawId, OrganizationId, ReplyId, RightId, ServiceId, StoryId, TermId};
pub use helper::Desk;
pub use route::{Locale, Route};

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    Home,
    /// One box over everything; what is typed stays out of the address.
    Search,
    /// All aims and all services.
    Find,
    /// The finder of one aim; the answers stand in the query.
    FindAim(AimId),
    Service(ServiceId),
    Right(RightId),
    Learn,
    Guide(GuideId),
    /// A story; which of its small screens stands in the query.
    Story(StoryId),
    Words,
    Word(TermId),
    Laws,
    Law(LawId),
    Offices,
    Office(AuthorityId),
    /// Stands among the offices, and shares their addresses.
    Organization(OrganizationId),
    Plans,
    /// A plan by its id; whether it exists is the book's business.
    Plan(String),
    /// A meeting of a plan, by its id there.
    Meeting(String, String),
    /// A plan on paper; the language of the paper stands in the query.
    Print(String),
    /// What is coming, by week.
    Calendar,
    /// A letter that came; what she tapped stands in the query.
    Letter,
    /// What offices answer.
    Replies,
    Reply(ReplyId),
    /// A question of hers about a law, by id.
    Inquiry(String),
    /// Letters and messages to write.
    Write,
    /// A letter of hers by id, as [`Page::Plan`]; and on paper.
    MyLetter(String),
    LetterPaper(String),
    /// How services were, and the way to rate one.
    Scores,
    /// One rating, by id; and its pages for the office and for her organization.
    Score(String),
    ScorePaper(String),
    /// What one can complain about; her complaints and requests.
    Complaints,
    /// One, by id; and on paper.
    Complaint(String),
    /// Her business and its duties.
    Duties,
    /// Another business, by id; and the year on one page for the wall.
    Business(String),
    DutiesPaper(String),
    /// Facts that changed since she relied on them.
    Changed,
    /// What she did in one year.
    Year,
    /// Answers that somebody asked for once and for all, and one of them.
    Answers,
    Answer(String),
    /// Five questions that a helper asks, to be answered on this phone; they stand in the fragment of the link.
    Form,
    /// Helper mode.
    Helper(Desk),
    People,
    /// An office near her, by id, as [`Page::Person`].
    LocalOffice(String),
    /// A person by id; whether they exist is the book's business.
    Person(String),
    More,
    Data,
    Settings,
    /// Quick exit, the lock, and what they cannot do.
    Safety,
    About,
    NotFound,
}

/// The five tabs at the bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    Home,
    Plans,
    Learn,
    People,
    More,
}

impl Page {
    /// The path below the language, for example `/service/biz-register`.
    pub fn path(&self) -> String {
        let two = |folder: &str, id: &str| ["/", folder, "/", id].concat();
        match self {
            Page::Home => "/".into(),
            Page::Search => "/search".into(),
            Page::Find => "/find".into(),
            Page::FindAim(aim) => two("find", aim.name()),
            Page::Service(service) => two("service", service.name()),
            Page::Right(right) => two("right", right.name()),
            Page::Learn => "/learn".into(),
            Page::Guide(page) => two("learn", page.name()),
            Page::Story(story) => two("stories", story.name()),
            Page::Words => "/words".into(),
            Page::Word(term) => two("words", term.name()),
            Page::Laws => "/laws".into(),
            Page::Law(law) => two("laws", law.name()),
            Page::Offices => "/offices".into(),
            Page::Office(office) => two("offices", office.name()),
            Page::Organization(organization) => two("offices", organization.name()),
            Page::Plans => "/plans".into(),
            Page::Plan(id) => two("plans", id),
            Page::Meeting(plan, id) => [&two("plans", plan), "/meetings/", id].concat(),
            Page::Print(id) => ["/plans/", id, "/print"].concat(),
            Page::Calendar => "/calendar".into(),
            Page::Letter => "/letter".into(),
            Page::Replies => "/reply".into(),
            Page::Reply(reply) => two("reply", reply.name()),
            Page::Inquiry(id) => two("questions", id),
            Page::Write => "/compose".into(),
            Page::MyLetter(id) => two("compose", id),
            Page::LetterPaper(id) => ["/compose/", id, "/print"].concat(),
            Page::Scores => "/score".into(),
            Page::Score(id) => two("score", id),
            Page::ScorePaper(id) => ["/score/", id, "/print"].concat(),
            Page::Complaints => "/complain".into(),
            Page::Complaint(id) => two("complain", id),
            Page::Duties => "/duties".into(),
            Page::Business(id) => two("duties", id),
            Page::DutiesPaper(id) => ["/duties/", id, "/print"].concat(),
            Page::Changed => "/changed".into(),
            Page::Year => "/my-year".into(),
            Page::Answers => "/answers".into(),
            Page::Answer(id) => two("answers", id),
            Page::Form => "/survey".into(),
            Page::Helper(desk) => desk.path(),
            Page::People => "/people".into(),
            Page::Person(id) => two("people", id),
            Page::LocalOffice(id) => two("my-offices", id),
            Page::More => "/more".into(),
            Page::Data => "/data".into(),
            Page::Settings => "/settings".into(),
            Page::Safety => "/safety".into(),
            Page::About => "/about".into(),
            Page::NotFound => "/not-found".into(),
        }
    }

    /// The whole address in a language, for `<a href>`.
    pub fn href(&self, locale: Locale) -> String {
        ["/", locale.code(), &self.path()].concat()
    }

    /// Reads the path below the language. Whatever is not known is [`Page::NotFound`].
    fn parse(path: &str) -> Self {
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        let (first, second) = (parts.next(), parts.next());
        let (third, fourth, fifth) = (parts.next(), parts.next(), parts.next());
        if first == Some("helper") {
            let desk = Desk::parse(second.unwrap_or_default(), third.unwrap_or_default(), fourth.unwrap_or_default());
            return desk.filter(|_| fifth.is_none()).map_or(Page::NotFound, Page::Helper);
        }
        match (first, second, third, fourth, fifth) {
            (_, _, None, ..) => (),
            (Some("plans"), Some(id), Some("print"), None, _) => return Page::Print(id.to_owned()),
            (Some("compose"), Some(id), Some("print"), None, _) => return Page::LetterPaper(id.to_owned()),
            (Some("score"), Some(id), Some("print"), None, _) => return Page::ScorePaper(id.to_owned()),
            (Some("duties"), Some(id), Some("print"), None, _) => return Page::DutiesPaper(id.to_owned()),
            (Some("plans"), Some(plan), Some("meetings"), Some(id), None) => {
                return Page::Meeting(plan.to_owned(), id.to_owned());
            }
            _ => return Page::NotFound,
        }
        let found = match (first.unwrap_or(""), second) {
            ("", None) => Some(Page::Home),
            ("search", None) => Some(Page::Search),
            ("find", None) => Some(Page::Find),
            ("find", Some(id)) => AimId::parse(id).map(Page::FindAim),
            ("service", Some(id)) => ServiceId::parse(id).map(Page::Service),
            ("right", Some(id)) => RightId::parse(id).map(Page::Right),
            ("learn", None) => Some(Page::Learn),
            ("learn", Some(id)) => GuideId::parse(id).map(Page::Guide),
            ("stories", Some(id)) => StoryId::parse(id).map(Page::Story),
            ("words", None) => Some(Page::Words),
            ("words", Some(id)) => TermId::parse(id).map(Page::Word),
            ("laws", None) => Some(Page::Laws),
            ("laws", Some(id)) => LawId::parse(id).map(Page::Law),
            ("offices", None) => Some(Page::Offices),
            ("offices", Some(id)) => {
                AuthorityId::parse(id).map(Page::Office).or_else(|| OrganizationId::parse(id).map(Page::Organization))
            }
            ("plans", None) => Some(Page::Plans),
            ("plans", Some(id)) => Some(Page::Plan(id.to_owned())),
            ("calendar", None) => Some(Page::Calendar),
            ("letter", None) => Some(Page::Letter),
            ("reply", None) => Some(Page::Replies),
            ("reply", Some(id)) => ReplyId::parse(id).map(Page::Reply),
            ("questions", Some(id)) => Some(Page::Inquiry(id.to_owned())),
            ("compose", None) => Some(Page::Write),
            ("compose", Some(id)) => Some(Page::MyLetter(id.to_owned())),
            ("score", None) => Some(Page::Scores),
            ("score", Some(id)) => Some(Page::Score(id.to_owned())),
            ("complain", None) => Some(Page::Complaints),
            ("complain", Some(id)) => Some(Page::Complaint(id.to_owned())),
            ("duties", None) => Some(Page::Duties),
            ("duties", Some(id)) => Some(Page::Business(id.to_owned())),
            ("changed", None) => Some(Page::Changed),
            ("my-year", None) => Some(Page::Year),
            ("answers", None) => Some(Page::Answers),
            ("answers", Some(id)) => Some(Page::Answer(id.to_owned())),
            ("survey", None) => Some(Page::Form),
            ("people", None) => Some(Page::People),
            ("people", Some(id)) => Some(Page::Person(id.to_owned())),
            ("my-offices", Some(id)) => Some(Page::LocalOffice(id.to_owned())),
            ("more", None) => Some(Page::More),
            ("data", None) => Some(Page::Data),
            ("settings", None) => Some(Page::Settings),
            ("safety", None) => Some(Page::Safety),
            ("about", None) => Some(Page::About),
            _ => None,
        };
        found.unwrap_or(Page::NotFound)
    }

    /// Every screen once, for the tests and for the screenshots; plans and people stand in by their lists.
    pub fn all() -> Vec<Page> {
        let mut all = vec![
            Page::Home,
            Page::Search,
            Page::Find,
            Page::Learn,
            Page::Words,
            Page::Laws,
            Page::Offices,
            Page::Plans,
            Page::Calendar,
            Page::Letter,
            Page::Replies,
            Page::Write,
            Page::Scores,
            Page::Complaints,
            Page::Duties,
            Page::Changed,
            Page::Year,
            Page::Answers,
            Page::Form,
            Page::People,
            Page::More,
            Page::Data,
            Page::Settings,
            Page::Safety,
            Page::About,
            Page::NotFound,
        ];
        all.extend(Desk::PLAIN.map(Page::Helper));
        all.extend(AimId::all().map(Page::FindAim));
        all.extend(ServiceId::all().map(Page::Service));
        all.extend(RightId::all().map(Page::Right));
        all.extend(LawId::all().map(Page::Law));
        all.extend(AuthorityId::all().map(Page::Office));
        all.extend(OrganizationId::all().map(Page::Organization));
        all.extend(GuideId::all().map(Page::Guide));
        all.extend(StoryId::all().map(Page::Story));
        all.extend(TermId::all().map(Page::Word));
        all.extend(ReplyId::all().map(Page::Reply));
        all
    }
}

impl Tab {
    pub const ALL: [Tab; 5] = [Tab::Home, Tab::Plans, Tab::Learn, Tab::People, Tab::More];

    pub fn page(self) -> Page {
        match self {
            Tab::Home => Page::Home,
            Tab::Plans => Page::Plans,
            Tab::Learn => Page::Learn,
            Tab::People => Page::People,
            Tab::More => Page::More,
        }
    }
}
