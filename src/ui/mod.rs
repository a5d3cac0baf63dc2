//! The screens. Same-shaped files: a page component first, its private parts below.
//!
//! - [`state`]: signals and commands
//! - [`shell`]: header, tabs, messages at the bottom
//! - [`el`]: elements as function calls; [`signal`]: what they follow
//! - [`parts`]: what several screens share; [`icon`]: pictures in it
//! - [`edit`], [`compose`]: texts and lists of a plan, messages made from it
//! - `listen`: the button near a title, and the bar while a page is read aloud
//! - [`paper`]: a plan as lines, for paper, picture, message and voice; [`send`]: sending them
//! - `reach`: how to reach a person or an office of hers
//! - `ended`: how something ended, and what helped
//! - [`long`]: lists that may be long, drawn in parts
//! - [`sheets`]: name and page of anything of hers
//! - `progress`: how far she has come in what is read
//! - `copies`, `restore`: copies of all that is hers, and how they come back
//! - `frames`, `qr`: codes from phone to phone
//! - [`show`]: a sentence over the whole screen, for an official
//! - [`marked`]: words of the glossary inside a text, and the sheet that explains them
//! - `still`: what stands on a page, without a screen
//! - [`home`], [`search`], [`find`], [`service`], [`learn`], `laws` and [`read`], [`offices`] and `local`, [`plans`], [`plan`] and [`meeting`], [`print`],
//!   [`calendar`], [`letter`], [`reply`] and [`letters`], [`inquiry`], [`score`], [`complain`], [`duties`], [`changed`], [`year`], [`answers`], [`form`], [`helping`] and [`helper`], [`people`], [`person`] and [`ladder`], [`more`] and [`safety`]: the screens

pub mod answers;
pub mod calendar;
pub mod changed;
pub mod complain;
mod compose;
mod copies;
pub mod duties;
pub mod edit;
pub mod el;
mod ended;
pub mod find;
pub mod form;
mod frames;
pub mod helper;
pub mod helping;
pub mod home;
pub mod icon;
pub mod inquiry;
pub mod ladder;
pub mod laws;
pub mod learn;
pub mod letter;
pub mod letters;
pub mod listen;
mod local;
pub mod long;
pub mod marked;
pub mod meeting;
pub mod more;
pub mod offices;
pub mod paper;
pub mod parts;
pub mod people;
pub mod person;
pub mod plan;
pub mod plans;
pub mod print;
pub mod progress;
mod qr;
mod reach;
pub mod read;
pub mod reply;
mod restore;
pub mod safety;
pub mod score;
pub mod search;
pub mod send;
pub mod service;
pub mod sheets;
pub mod shell;
pub mod show;
pub mod signal;
pub mod state;
#[cfg(not(target_arch = "wasm32"))]
pub mod still;
pub mod year;

use crate::i18n::Speech;
use crate::page::Page;
use crate::platform::Outside;
use crate::saved::lock::{self, LockFile};
use crate::saved::Opened;
use el::El;
use signal::*;
use state::App;
use std::rc::Rc;

/// Reads what is saved, then hands the ready app to `mount`. The journal answers within milliseconds; if it
/// does not, the app starts with what the shelf has.
pub fn open(outside: Rc<dyn Outside>, mount: impl FnOnce(Ready) + 'static) {
    lock::start(outside.shelf(), outside.journal(), move |opened, lock| mount(Ready { outside, opened, lock }));
}

/// Everything needed to show the app.
pub struct Ready {
    outside: Rc<dyn Outside>,
    opened: Opened,
    lock: Option<LockFile>,
}

impl Ready {
    /// The whole app; called once, where the views live.
    pub fn view(self) -> El {
        let app = App::new(self.outside, self.opened, self.lock);
        provide_context(app);
        let view = shell::shell(app);
        app.start();
        view
    }
}

/// The screen of a page.
#[inline(never)]
fn screen(page: &Page) -> El {
    match page {
        Page::Home => home::home(),
        Page::Search => search::search(),
        Page::Find => find::find(),
        Page::FindAim(aim) => find::find_aim(*aim),
        Page::Service(service) => service::service(*service),
        Page::Right(right) => learn::right(*right),
        Page::Learn => learn::learn(),
        Page::Guide(page) => read::guide(*page),
        Page::Story(story) => read::story(*story),
        Page::Words => read::words(),
        Page::Word(term) => read::word(*term),
        Page::Laws => laws::laws(),
        Page::Law(law) => learn::law(*law),
        Page::Offices => offices::offices(),
        Page::Office(office) => offices::office(*office),
        Page::Organization(organization) => offices::organization(*organization),
        Page::LocalOffice(id) => local::local_office(id),
        Page::Plans => plans::plans(),
        Page::Plan(id) => plan::plan(id),
        Page::Meeting(plan, id) => meeting::meeting(plan, id),
        Page::Print(id) => print::print(id),
        Page::Calendar => calendar::calendar(),
        Page::Letter => letter::letter(),
        Page::Inquiry(id) => inquiry::inquiry(id),
        Page::Replies => reply::replies(),
        Page::Reply(reply) => reply::reply(*reply),
        Page::Write => letters::write(),
        Page::MyLetter(id) => letters::my_letter(id),
        Page::LetterPaper(id) => letters::letter_paper(id),
        Page::Scores => score::scores(),
        Page::Score(id) => score::score(id),
        Page::ScorePaper(id) => score::score_paper(id),
        Page::Complaints => complain::complaints(),
        Page::Complaint(id) => complain::complaint(id),
        Page::Duties => duties::duties(),
        Page::Business(id) => duties::business(id),
        Page::DutiesPaper(id) => duties::duties_paper(id),
        Page::Changed => changed::changed(),
        Page::Year => year::year(),
        Page::Answers => answers::answers(),
        Page::Answer(id) => answers::answer(id),
        Page::Form => form::form(),
        Page::Helper(desk) => helping::desk(desk),
        Page::People => people::people(),
        Page::Person(id) => person::person(id),
        Page::More => more::more(),
        Page::Data => more::data(),
        Page::Settings => more::settings(),
        Page::Safety => safety::safety(),
        Page::About => more::about(),
        Page::NotFound => more::not_found(),
    }
}

/// The name of a screen, for the header and the document. Plans and people are not named there: a title can be
/// seen over the shoulder and in the list of open apps.
pub fn title(page: &Page, speech: Speech) -> String {
    let m = speech.m();
    match page {
        Page::Home => m.app.to_owned(),
        Page::Search => m.search.title.to_owned(),
        Page::Find => m.find.to_owned(),
        Page::FindAim(aim) => speech.text(aim.get().title).into_owned(),
        Page::Service(service) => speech.text(service.get().title).into_owned(),
        Page::Right(right) => speech.text(right.get().title).into_owned(),
        Page::Learn => m.learn.to_owned(),
        Page::Guide(page) => speech.text(page.get().title).into_owned(),
        Page::Story(story) => speech.text(story.get().title).into_owned(),
        Page::Words => m.words.to_owned(),
        Page::Word(term) => speech.text(term.get().term).into_owned(),
        Page::Laws => m.laws.to_owned(),
        Page::Law(law) => speech.text(law.get().title).into_owned(),
        Page::Offices | Page::LocalOffice(_) => m.offices.to_owned(),
        Page::Office(office) => speech.text(office.get().name).into_owned(),
        Page::Organization(organization) => speech.text(organization.get().name).into_owned(),
        Page::Plans | Page::Plan(_) | Page::Meeting(..) => m.my_plans.to_owned(),
        Page::People | Page::Person(_) => m.people.to_owned(),
        Page::Print(_) => m.paper.title.to_owned(),
        Page::Calendar => m.paper.calendar.to_owned(),
        Page::Letter => m.letter.got.to_owned(),
        Page::Inquiry(_) => m.inquiry.title.to_owned(),
        Page::Replies => m.reply.told.to_owned(),
        Page::Reply(reply) => speech.text(reply.get().says).into_owned(),
        Page::Write | Page::MyLetter(_) | Page::LetterPaper(_) => m.compose.write.to_owned(),
        Page::Scores | Page::Score(_) | Page::ScorePaper(_) => m.score.title.to_owned(),
        Page::Complaints | Page::Complaint(_) => m.complain.title.to_owned(),
        Page::Duties | Page::Business(_) | Page::DutiesPaper(_) => m.duties.title.to_owned(),
        Page::Changed => m.changed.title.to_owned(),
        Page::Year => m.year.title.to_owned(),
        Page::Answers | Page::Answer(_) => m.answers.title.to_owned(),
        Page::Form => m.form.title.to_owned(),
        Page::Helper(_) => m.helping.title.to_owned(),
        Page::More => m.more.to_owned(),
        Page::Data => m.data.to_owned(),
        Page::Settings => m.settings.to_owned(),
        Page::Safety => m.safety.title.to_owned(),
        Page::About => m.about.to_owned(),
        Page::NotFound => m.not_found.to_owned(),
    }
}
