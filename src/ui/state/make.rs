//! Commands that make something new: plans, people.

use super::App;
use crate::kb::{AimId, AuthorityId, LawId, ReplyId, ServiceId, SituationId, StoryId};
use crate::page::Page;
use crate::plan::business::{self, Profile};
use crate::plan::letter::Letter;
use crate::plan::{complaint, fact, inquiry, relied, written, Field, List, NeedKind, PlanSeed, Sheet, SheetId, What};

/// Questions put into a new plan; the rest are suggestions, so that an agenda stays short.
const FIRST_QUESTIONS: usize = 3;

impl App {
    /// A plan from a service (or, without one, "find out which office"); gives its id.
    pub fn make_plan(self, service: Option<ServiceId>, aim: Option<AimId>) -> SheetId {
        self.make_plan_asking(service, aim, None)
    }

    /// `asks`: the questions of the service that go into it; without, the first ones.
    fn make_plan_asking(self, service: Option<ServiceId>, aim: Option<AimId>, asks: Option<&[u8]>) -> SheetId {
        let id = SheetId::from_random(self.outside().random());
        let numbers = service.map(|service| {
            let service = service.get();
            (
                service.steps.iter().map(|step| step.n).collect::<Vec<_>>(),
                service.documents.iter().map(|document| document.n).collect::<Vec<_>>(),
                asks.map_or_else(
                    || service.questions.iter().map(|question| question.n).take(FIRST_QUESTIONS).collect(),
                    <[u8]>::to_vec,
                ),
            )
        });
        let (steps, documents, questions) = numbers.unwrap_or_default();
        let pen = self.pen();
        let speech = self.speech_now();
        let seed = PlanSeed { steps: &steps, documents: &documents, questions: &questions };
        let mut plan = Sheet::new(id.clone(), service.map(ServiceId::name), aim.map(AimId::name), &pen, &seed);
        if service.is_none() {
            let m = self.speech_now().m();
            for list in [List::Question, List::Step] {
                for n in super::super::plans::general_numbers(list, m) {
                    plan.add_from(&pen, list, n);
                }
            }
        }
        if service.is_some() {
            let basis = super::super::changed::basis_now(&plan, speech.locale, speech);
            relied::rely(&mut plan, &pen, &basis);
        }
        self.add_sheet(plan);
        id
    }

    /// Notes a person with these facts, and gives the id.
    pub fn make_person(self, facts: &[(&str, &str)]) -> SheetId {
        self.make_sheet(What::Person, facts)
    }

    /// Notes an office near her, of this one of the directory (empty: not said), and gives the id.
    pub fn make_office(self, office: &str) -> SheetId {
        self.make_sheet(What::Office, &[(fact::OFFICE, office)])
    }

    pub(in crate::ui) fn make_sheet(self, what: What, facts: &[(&str, &str)]) -> SheetId {
        let id = SheetId::from_random(self.outside().random());
        let pen = self.pen();
        let mut sheet = Sheet::blank(what, id.clone(), &pen);
        for (name, value) in facts {
            sheet.set_fact(&pen, name, value);
        }
        self.add_sheet(sheet);
        id
    }

    /// The same plan once more; gives its id.
    pub fn duplicate_plan(self, id: &SheetId) -> Option<SheetId> {
        let copy = SheetId::from_random(self.outside().random());
        let (pen, speech) = (self.pen(), self.speech_now());
        let mut made = self.plan(id)?.duplicate(copy.clone(), &pen);
        let basis = super::super::changed::basis_now(&made, speech.locale, speech);
        relied::rely(&mut made, &pen, &basis);
        self.add_sheet(made);
        Some(copy)
    }

    pub(super) fn open_plan(self, id: &SheetId) {
        self.go(Page::Plan(id.as_str().to_owned()));
    }

    /// Makes the plan and opens it.
    pub fn start_plan(self, service: Option<ServiceId>, aim: Option<AimId>) {
        let id = self.make_plan(service, aim);
        self.go(Page::Plan(id.as_str().to_owned()));
    }

    /// Makes the plan of a story her own: its need, its questions, its time limit counted from today.
    pub fn start_story(self, story: StoryId) {
        let story = story.get();
        let need = self.speech_now().text(story.need);
        let deadline = (story.days > 0).then(|| self.today.get_untracked().plus_days(i32::from(story.days)));
        let id = self.make_plan_asking(Some(story.service), None, Some(story.questions.all()));
        self.edit(&id, |plan, pen| {
            plan.write(pen, &Field::Need, &need);
            plan.set_deadline(pen, deadline)
        });
        self.go(Page::Plan(id.as_str().to_owned()));
    }

    /// Her letter, as a plan: what it may be about, its last day, what to ask, the first 48 hours.
    pub fn start_letter(self, letter: &Letter) {
        let speech = self.speech_now();
        let m = &speech.m().letter;
        let service = letter.services().first().copied();
        let need = match letter.office() {
            Some(office) => m.need.with(&speech.text(office.get().name)),
            None => m.need_plain.to_owned(),
        };
        let questions = super::super::letter::questions(letter, m);
        let id = self.make_plan_asking(service, None, Some(&[]));
        self.edit(&id, |plan, pen| {
            plan.write(pen, &Field::Need, &need);
            plan.set_kind(pen, NeedKind::Problem);
            plan.set_fact(pen, fact::LETTER, &letter.write());
            plan.set_deadline(pen, letter.last_day());
            for question in questions {
                plan.add_item(pen, List::Question, question);
            }
            // What comes first stands first.
            for at in (0..m.first_steps.len()).rev() {
                plan.add_first(pen, List::Step, super::super::plans::FIRST_HOURS.saturating_add(at as u8));
            }
        });
        self.open_plan(&id);
    }

    /// What an office answered, into a plan of hers or a new one: the question, and what to do next with its day.
    pub fn take_reply(self, reply: ReplyId, plan: Option<SheetId>) {
        let speech = self.speech_now();
        let entry = reply.get();
        let id = plan.unwrap_or_else(|| self.make_plan(entry.services.get(0).copied(), None));
        let today = self.today.get_untracked();
        let (question, says) = (speech.text(entry.question), speech.text(entry.says));
        self.edit(&id, |plan, pen| {
            plan.set_kind(pen, NeedKind::Problem);
            plan.add_item(pen, List::Question, &question);
            for step in entry.next {
                let item = plan.add_item(pen, List::Step, &speech.text(step.text));
                plan.set_item_fact(pen, &item, fact::DUE, &today.plus_days(step.days.into()).to_string());
            }
        });
        self.open_plan(&id);
        self.say([speech.m().reply.in_plan, " · ", &says].concat(), None);
    }

    /// Goes on with the letter that is being written for this purpose and plan, or begins one.
    pub fn write_letter(self, purpose: &str, plan: Option<&SheetId>) {
        let begun = self.book.with_untracked(|book| written::unsent(book, purpose, plan).map(|letter| letter.id.clone()));
        let id = begun.unwrap_or_else(|| {
            let plan = plan.map_or("", SheetId::as_str);
            self.make_sheet(What::Letter, &[(fact::PURPOSE, purpose), (fact::PLAN, plan)])
        });
        self.go(Page::MyLetter(id.as_str().to_owned()));
    }

    /// A visit to rate, of a service or not known yet, at this part of it (`before`, `after`).
    pub fn start_score(self, service: Option<ServiceId>, office: Option<AuthorityId>, at: &str) {
        let first = service.and_then(|service| service.get().authorities.get(0).map(|role| role.authority));
        let office = office.or(first).map_or("", AuthorityId::name);
        let day = self.today.get_untracked().to_string();
        let facts = [(fact::OFFICE, office), (fact::SERVICE, service.map_or("", ServiceId::name)), (fact::DAY, &*day)];
        let id = self.make_sheet(What::Score, &facts);
        let page = Page::Score(id.as_str().to_owned()).href(self.route.get_untracked().locale);
        self.go_to(&[&page, "?at=", at].concat());
    }

    /// A complaint in this situation; from a plan it knows the office of its service.
    pub fn start_complaint(self, situation: SituationId, plan: Option<SheetId>) {
        let office = plan.as_ref().and_then(|id| self.plan(id)).and_then(|plan| {
            let service = super::super::plans::service_of(&plan)?;
            service.get().authorities.get(0).map(|role| role.authority.name())
        });
        let facts = [
            (fact::SITUATION, situation.name()),
            (fact::PLAN, plan.as_ref().map_or("", SheetId::as_str)),
            (fact::OFFICE, office.unwrap_or_default()),
        ];
        let id = self.make_sheet(What::Complaint, &facts);
        self.go(Page::Complaint(id.as_str().to_owned()));
    }

    /// Goes on with the letter that is being written for a complaint, or begins one to the body she chose.
    pub fn write_complaint(self, id: &SheetId) {
        let Some(case) = self.plan(id) else { return };
        let rung = complaint::situation(&case).and_then(|situation| complaint::rung(&case, situation.get()));
        let purpose = rung.map_or("complain", complaint::purpose);
        let begun = self.book.with_untracked(|book| written::unsent_for(book, purpose, id).map(|letter| letter.id.clone()));
        let facts =
            [(fact::PURPOSE, purpose), (fact::CASE, id.as_str()), (fact::PLAN, case.fact(fact::PLAN)), (fact::HOW, "letter")];
        let letter = begun.unwrap_or_else(|| self.make_sheet(What::Letter, &facts));
        self.go(Page::MyLetter(letter.as_str().to_owned()));
    }

    /// A question about a law, with the five ways to understand it.
    pub fn start_inquiry(self, law: LawId) {
        let id = self.make_sheet(What::Inquiry, &[(fact::LAW, law.name())]);
        let ways = self.speech_now().m().inquiry.five_ways.len();
        self.edit(&id, |inquiry, pen| {
            for at in 0..ways {
                inquiry.add_from(pen, List::Step, super::super::plans::FIVE_WAYS.saturating_add(at as u8));
            }
        });
        self.go(Page::Inquiry(id.as_str().to_owned()));
    }

    /// Notes a business with these answers, or finds the one that has them, and shows it.
    pub fn make_business(self, profile: &Profile) {
        let known = self.book.with_untracked(|book| {
            let mut all = business::all(book).into_iter();
            all.find(|business| Profile::of(business) == *profile).map(|business| business.id.clone())
        });
        let id = known.unwrap_or_else(|| {
            let id = self.make_sheet(What::Business, &[]);
            let speech = self.speech_now();
            self.edit(&id, |business, pen| {
                profile.keep(business, pen);
                super::super::changed::rely_again(business, pen, speech)
            });
            id
        });
        self.go_instead(Page::Business(id.as_str().to_owned()));
    }

    /// Opens the plan there is for a service, or makes one.
    pub fn plan_for(self, service: ServiceId) {
        let open = self.book.with_untracked(|book| {
            let mut open = book.plans().filter(|plan| plan.is_open());
            open.find(|plan| plan.service.as_deref() == Some(service.name())).map(|plan| plan.id.clone())
        });
        match open {
            Some(id) => self.open_plan(&id),
            None => self.start_plan(Some(service), None),
        }
    }

    /// A letter that asks to confirm the newest answer to a question in writing.
    pub fn confirm_answer(self, inquiry: &SheetId) {
        let Some(inquiry) = self.plan(inquiry) else { return };
        let newest = inquiry::answers(&inquiry).into_iter().next().cloned();
        let letter = self.make_sheet(What::Letter, &[(fact::PURPOSE, "confirm")]);
        let said = newest.as_ref().map(|answer| answer.text.current().to_owned()).unwrap_or_default();
        let law = newest.as_ref().map(|answer| answer.note(fact::LAW).to_owned()).unwrap_or_default();
        let of = |name: &str| newest.as_ref().map(|answer| answer.fact(name).to_owned()).unwrap_or_default();
        let (day, office) = (of(fact::DAY), of(fact::OFFICE));
        self.edit(&letter, |letter, pen| {
            letter.set_fact(pen, &written::blank("said-on"), &day);
            letter.set_fact(pen, fact::OFFICE, &office);
            for (name, words) in [("topic", inquiry.title.current()), ("said", &said), ("law", &law)] {
                letter.write(pen, &Field::Note(written::blank(name)), words);
            }
        });
        self.go(Page::MyLetter(letter.as_str().to_owned()));
    }
}
