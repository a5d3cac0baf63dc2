//! The walk: what is read of each kind of entry, and what must hold of it.

use phlov::kb::*;
use phlov::khmer::is_khmer;
use phlov::ui::icon::icons;
use std::collections::BTreeSet;

/// Walks the knowledge base; `at` says where it is.
pub struct Walk {
    pub at: String,
    pub texts: usize,
    pub sources: BTreeSet<SourceId>,
    /// Every text that was read, in Khmer and English.
    pub said: BTreeSet<(String, String)>,
}

impl Walk {
    pub fn new() -> Walk {
        Walk { at: String::new(), texts: 0, sources: BTreeSet::new(), said: BTreeSet::new() }
    }

    pub fn enter(&mut self, kind: &str, id: Word) {
        self.at = format!("{kind} {}", id.str());
        let word = id.str();
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        assert!(!word.is_empty() && word.bytes().all(plain), "{}: the id", self.at);
    }

    #[track_caller]
    pub fn text(&mut self, text: Text) {
        self.texts += 1;
        let (km, en) = (text.km(), text.en());
        assert!(!km.trim().is_empty() && !en.trim().is_empty(), "{}: a text is empty: {km:?} {en:?}", self.at);
        assert!(km.chars().any(is_khmer), "{}: no Khmer in {km:?}", self.at);
        assert!(en.chars().any(char::is_alphanumeric), "{}: {en:?}", self.at);
        for said in [km.as_str(), en.as_str()] {
            assert!(!said.contains(['`', '\n', '<', '>']), "{}: {said:?}", self.at);
        }
        self.said.insert((km, en));
    }

    /// A text that may lack one of the languages: abbreviations, spellings.
    pub fn names(&mut self, text: Text) {
        self.said.insert((text.km(), text.en()));
    }

    pub fn texts(&mut self, texts: impl IntoIterator<Item = Text>) {
        for text in texts {
            self.text(text);
        }
    }

    /// A list holds as many things as it says.
    #[track_caller]
    pub fn list<T>(&self, list: List<T>) -> &'static [T] {
        assert_eq!(list.all().len(), list.len(), "{}: a list reaches beyond its table", self.at);
        assert_eq!(list.is_empty(), list.all().is_empty());
        list.all()
    }

    #[track_caller]
    pub fn cites(&mut self, sources: List<SourceId>) {
        assert!(!sources.is_empty(), "{}: no source", self.at);
        let ids = self.list(sources);
        self.sources.extend(ids);
    }

    #[track_caller]
    pub fn icon(&self, name: Word) {
        assert!(icons().any(|(known, _)| known == name.str()), "{}: no icon “{}”; add it to src/ui/icon.rs", self.at, name.str());
    }

    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[track_caller]
    pub fn date(&self, date: Word) {
        let whole = format!("{}{}", date.str(), &"0000-01-01"[date.str().len().min(10)..]);
        assert!(phlov::dates::Date::parse(&whole).is_some(), "{}: “{}” is no date", self.at, date.str());
    }

    pub fn maybe_date(&self, date: Word) {
        if !date.is_empty() {
            self.date(date);
        }
    }

    pub fn whens(&self, aim: &Aim, whens: List<When>, before: usize) {
        for when in self.list(whens) {
            let at = when.question as usize;
            assert!(at < before, "{}: a condition on a question that was not asked yet", self.at);
            let options = aim.questions.get(at).map_or(0, |question| question.options.len());
            assert!(!when.any.is_empty() && self.list(when.any).iter().all(|option| (*option as usize) < options), "{}", self.at);
        }
    }

    pub fn right(&mut self, right: &Right) {
        self.enter("right", right.id);
        self.icon(right.icon);
        self.texts([right.title, right.summary]);
        for list in [right.state_must, right.you_may, right.not_covered] {
            assert!(!list.is_empty(), "{}", self.at);
            self.texts(self.list(list).iter().copied());
        }
        assert!(!self.list(right.laws).is_empty(), "{}: no law", self.at);
        self.cites(right.sources);
        self.date(right.checked);
    }

    pub fn aim(&mut self, aim: &Aim) {
        self.enter("aim", aim.id);
        self.icon(aim.icon);
        self.texts([aim.title, aim.find_out].into_iter().chain(aim.hint));
        for (at, question) in self.list(aim.questions).iter().enumerate() {
            self.texts([question.text].into_iter().chain(question.help));
            self.whens(aim, question.ask_when, at);
            for option in self.list(question.options) {
                self.text(option.text);
                if let Some(icon) = option.icon {
                    self.icon(icon);
                }
            }
        }
        for result in self.list(aim.results) {
            self.texts([result.because].into_iter().chain(result.why_not));
            self.whens(aim, result.when, aim.questions.len());
        }
    }

    pub fn service(&mut self, service: &Service) {
        self.enter("service", service.id);
        self.icon(service.icon);
        self.texts([service.title, service.summary, service.who, service.need]);
        assert!(!self.list(service.rights).is_empty(), "{}: no right", self.at);
        for role in self.list(service.authorities) {
            self.text(role.role);
        }
        for basis in self.list(service.basis) {
            self.texts(basis.article);
        }
        for step in self.list(service.steps) {
            self.text(step.text);
            assert!(self.list(step.after).iter().all(|n| service.step(*n).is_some()), "{}: step {}", self.at, step.n);
            assert!(service.step(step.n).is_some_and(|found| std::ptr::eq(found, step)), "{}: step {}", self.at, step.n);
        }
        for document in self.list(service.documents) {
            self.text(document.text);
            assert!(service.document(document.n).is_some_and(|found| std::ptr::eq(found, document)), "{}", self.at);
        }
        for question in self.list(service.questions) {
            self.texts([question.text].into_iter().chain(question.why));
            assert!(service.question(question.n).is_some_and(|found| std::ptr::eq(found, question)), "{}", self.at);
        }
        for claim in self.list(service.claims) {
            self.claim(claim);
        }
        for change in self.list(service.changes) {
            self.texts([change.old, change.new]);
            self.date(change.since);
            self.cites(change.sources);
        }
        self.texts(service.if_nothing.map(|nothing| nothing.text));
        self.texts(service.complaint.map(|complaint| complaint.text));
        self.texts(self.list(service.notes).iter().map(|note| note.text));
        for duty in self.list(service.duties) {
            self.duty(duty);
        }
        for list in [service.before, service.after] {
            assert!(self.list(list).iter().all(|other| other.name() != service.id.str()), "{}", self.at);
        }
        self.cites(service.sources);
        self.date(service.checked);
    }

    pub fn claim(&mut self, claim: &Claim) {
        self.texts([claim.value].into_iter().chain(claim.label));
        self.cites(claim.sources);
        self.maybe_date(claim.date);
        self.date(claim.checked);
        assert!([6, 12].contains(&claim.review_months()));
        if let Some(other) = claim.conflict {
            self.text(other.value);
            self.cites(other.sources);
            self.maybe_date(other.date);
        }
    }

    pub fn duty(&mut self, duty: &Duty) {
        self.texts([duty.title, duty.because].into_iter().chain(duty.if_nothing.map(|nothing| nothing.text)));
        self.cites(duty.sources);
        self.maybe_date(duty.date);
        for fact in self.list(duty.when) {
            let options = profile().get(usize::from(fact.ask)).map_or(0, |question| question.options.len());
            assert!(fact.any != 0 && u32::from(fact.any) < 1 << options, "{}: duty {}: {fact:?}", self.at, duty.n);
        }
        if let Due::Year { windows } = duty.due {
            assert!(!self.list(windows).is_empty(), "{}: duty {} comes in no part of the year", self.at, duty.n);
        }
    }

    pub fn channels(&mut self, channels: List<Channel>) {
        for channel in self.list(channels) {
            self.texts(channel.note);
            self.cites(channel.sources);
            self.maybe_date(channel.date);
            assert!(!channel.value.is_empty() || channel.kind == ChannelKind::Address, "{}: an empty channel", self.at);
        }
    }

    pub fn organization(&mut self, organization: &Organization) {
        self.enter("organization", organization.id);
        self.texts([organization.name, organization.does].into_iter().chain(organization.area));
        organization.short.into_iter().for_each(|short| self.names(short));
        self.channels(organization.channels);
        self.cites(organization.sources);
        self.date(organization.checked);
    }

    pub fn guide(&mut self, page: &GuidePage) {
        self.enter("guide", page.id);
        self.icon(page.icon);
        self.texts([page.title, page.summary]);
        for part in self.list(page.parts) {
            self.text(part.title);
            self.texts(self.list(part.texts).iter().copied());
        }
        assert!((2..=3).contains(&self.list(page.quiz).len()), "{}", self.at);
        for quiz in self.list(page.quiz) {
            self.text(quiz.text);
            assert!(usize::from(quiz.right) < quiz.options.len(), "{}", self.at);
            for option in self.list(quiz.options) {
                self.texts([option.text, option.why]);
            }
        }
        self.list(page.services);
        self.list(page.laws);
        self.cites(page.sources);
        self.date(page.checked);
    }

    pub fn story(&mut self, story: &Story) {
        self.enter("story", story.id);
        self.icon(story.icon);
        self.texts([story.title, story.summary, story.need]);
        for screen in self.list(story.screens) {
            self.text(screen.title);
            self.texts(self.list(screen.texts).iter().copied());
        }
        let service = story.service.get();
        assert!(self.list(story.questions).iter().all(|n| service.question(*n).is_some()), "{}: its questions", self.at);
        self.cites(story.sources);
        self.date(story.checked);
    }

    pub fn term(&mut self, term: &Term) {
        self.enter("term", term.id);
        self.texts([term.term, term.says]);
        self.names(term.same);
        self.list(term.see);
    }

    pub fn authority(&mut self, authority: &Authority) {
        self.enter("authority", authority.id);
        self.texts([authority.name, authority.does].into_iter().chain(authority.short).chain(authority.complaint));
        self.channels(authority.channels);
        self.cites(authority.sources);
        self.date(authority.checked);
    }

    pub fn law(&mut self, law: &Law) {
        self.enter("law", law.id);
        self.texts([law.title, law.says]);
        self.maybe_date(law.date);
        self.maybe_date(law.since);
        self.cites(law.sources);
        self.date(law.checked);
    }

    pub fn purpose(&mut self, purpose: &Purpose) {
        self.enter("purpose", purpose.id);
        self.texts([purpose.title, purpose.hint, purpose.subject, purpose.subject_plain]);
        self.phrases(purpose.phrases.all());
    }

    pub fn phrases(&mut self, phrases: &[Phrase]) {
        for phrase in phrases {
            match phrase.text.km().starts_with('{') && phrase.text.km().ends_with('}') {
                true => self.names(phrase.text), // nothing but a blank
                false => self.text(phrase.text),
            }
        }
    }

    pub fn reply(&mut self, reply: &Reply) {
        self.enter("reply", reply.id);
        self.texts([reply.says, reply.good, reply.say, reply.question]);
        self.texts(self.list(reply.means).iter().copied());
        self.texts(self.list(reply.next).iter().map(|step| step.text));
        self.cites(reply.sources);
        self.date(reply.checked);
    }

    pub fn situation(&mut self, situation: &Situation) {
        self.enter("situation", situation.id);
        self.icon(situation.icon);
        self.texts([situation.title, situation.hint]);
        for clauses in [situation.points, situation.wants, situation.proofs, situation.tried] {
            self.texts(self.list(clauses).iter().copied());
        }
        for rung in self.list(situation.steps) {
            self.text(rung.text);
            self.cites(rung.sources);
        }
        for limit in situation.limits {
            self.text(limit.text);
            self.cites(limit.sources);
            self.maybe_date(limit.date);
        }
        self.cites(situation.sources);
        self.date(situation.checked);
    }

    pub fn source(&mut self, source: &Source) {
        self.text(source.name);
        let url = source.url.str();
        assert!(url.is_empty() || url.starts_with("https://") || url.starts_with("http://"), "{}: {url}", self.at);
        self.maybe_date(source.date);
    }
}

/// Everything, read once.
pub fn walked() -> Walk {
    let mut walk = Walk::new();
    RightId::all().for_each(|id| walk.right(id.get()));
    AimId::all().for_each(|id| walk.aim(id.get()));
    ServiceId::all().for_each(|id| walk.service(id.get()));
    AuthorityId::all().for_each(|id| walk.authority(id.get()));
    LawId::all().for_each(|id| walk.law(id.get()));
    OrganizationId::all().for_each(|id| walk.organization(id.get()));
    GuideId::all().for_each(|id| walk.guide(id.get()));
    StoryId::all().for_each(|id| walk.story(id.get()));
    TermId::all().for_each(|id| walk.term(id.get()));
    for question in profile() {
        walk.at = format!("profile {}", question.id.str());
        walk.text(question.text);
        walk.texts(walk.list(question.options).iter().map(|option| option.text));
    }
    PurposeId::all().for_each(|id| walk.purpose(id.get()));
    walk.phrases(frame());
    ReplyId::all().for_each(|id| walk.reply(id.get()));
    SituationId::all().for_each(|id| walk.situation(id.get()));
    (2000..2100).filter_map(holidays).for_each(|known| walk.cites(known.sources));
    SourceId::all().for_each(|id| walk.source(id.get()));
    for standard in standards() {
        for text in [standard.before, standard.counter, standard.after, standard.ask, standard.better, standard.thanks] {
            walk.text(text);
        }
    }
    walk
}
