//! What the app knows, walked through as the app reads it: every text, every list, every reference.

use phlov::i18n::{words, Speech};
use phlov::kb::*;
use phlov::khmer::is_khmer;
use phlov::page::Locale;
use phlov::plan::Digits;
use phlov::ui::icon::icons;
use phlov_content::emit::{emit, Interface};
use phlov_content::{compile, model::Content};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Walks the knowledge base; `at` says where it is.
struct Walk {
    at: String,
    texts: usize,
    sources: BTreeSet<SourceId>,
    /// Every text that was read, in Khmer and English.
    said: BTreeSet<(String, String)>,
}

impl Walk {
    fn new() -> Walk {
        Walk { at: String::new(), texts: 0, sources: BTreeSet::new(), said: BTreeSet::new() }
    }

    fn enter(&mut self, kind: &str, id: Word) {
        self.at = format!("{kind} {}", id.str());
        let word = id.str();
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        assert!(!word.is_empty() && word.bytes().all(plain), "{}: the id", self.at);
    }

    #[track_caller]
    fn text(&mut self, text: Text) {
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
    fn names(&mut self, text: Text) {
        self.said.insert((text.km(), text.en()));
    }

    fn texts(&mut self, texts: impl IntoIterator<Item = Text>) {
        for text in texts {
            self.text(text);
        }
    }

    /// A list holds as many things as it says.
    #[track_caller]
    fn list<T>(&self, list: List<T>) -> &'static [T] {
        assert_eq!(list.all().len(), list.len(), "{}: a list reaches beyond its table", self.at);
        assert_eq!(list.is_empty(), list.all().is_empty());
        list.all()
    }

    #[track_caller]
    fn cites(&mut self, sources: List<SourceId>) {
        assert!(!sources.is_empty(), "{}: no source", self.at);
        let ids = self.list(sources);
        self.sources.extend(ids);
    }

    #[track_caller]
    fn icon(&self, name: Word) {
        assert!(icons().any(|(known, _)| known == name.str()), "{}: no icon “{}”; add it to src/ui/icon.rs", self.at, name.str());
    }

    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[track_caller]
    fn date(&self, date: Word) {
        let whole = format!("{}{}", date.str(), &"0000-01-01"[date.str().len().min(10)..]);
        assert!(phlov::dates::Date::parse(&whole).is_some(), "{}: “{}” is no date", self.at, date.str());
    }

    fn maybe_date(&self, date: Word) {
        if !date.is_empty() {
            self.date(date);
        }
    }

    fn whens(&self, aim: &Aim, whens: List<When>, before: usize) {
        for when in self.list(whens) {
            let at = when.question as usize;
            assert!(at < before, "{}: a condition on a question that was not asked yet", self.at);
            let options = aim.questions.get(at).map_or(0, |question| question.options.len());
            assert!(!when.any.is_empty() && self.list(when.any).iter().all(|option| (*option as usize) < options), "{}", self.at);
        }
    }

    fn right(&mut self, right: &Right) {
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

    fn aim(&mut self, aim: &Aim) {
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

    fn service(&mut self, service: &Service) {
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

    fn claim(&mut self, claim: &Claim) {
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

    fn duty(&mut self, duty: &Duty) {
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

    fn channels(&mut self, channels: List<Channel>) {
        for channel in self.list(channels) {
            self.texts(channel.note);
            self.cites(channel.sources);
            self.maybe_date(channel.date);
            assert!(!channel.value.is_empty() || channel.kind == ChannelKind::Address, "{}: an empty channel", self.at);
        }
    }

    fn organization(&mut self, organization: &Organization) {
        self.enter("organization", organization.id);
        self.texts([organization.name, organization.does].into_iter().chain(organization.area));
        organization.short.into_iter().for_each(|short| self.names(short));
        self.channels(organization.channels);
        self.cites(organization.sources);
        self.date(organization.checked);
    }

    fn guide(&mut self, page: &GuidePage) {
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

    fn story(&mut self, story: &Story) {
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

    fn term(&mut self, term: &Term) {
        self.enter("term", term.id);
        self.texts([term.term, term.says]);
        self.names(term.same);
        self.list(term.see);
    }

    fn authority(&mut self, authority: &Authority) {
        self.enter("authority", authority.id);
        self.texts([authority.name, authority.does].into_iter().chain(authority.short).chain(authority.complaint));
        self.channels(authority.channels);
        self.cites(authority.sources);
        self.date(authority.checked);
    }

    fn law(&mut self, law: &Law) {
        self.enter("law", law.id);
        self.texts([law.title, law.says]);
        self.maybe_date(law.date);
        self.maybe_date(law.since);
        self.cites(law.sources);
        self.date(law.checked);
    }

    fn purpose(&mut self, purpose: &Purpose) {
        self.enter("purpose", purpose.id);
        self.texts([purpose.title, purpose.hint, purpose.subject, purpose.subject_plain]);
        self.phrases(purpose.phrases.all());
    }

    fn phrases(&mut self, phrases: &[Phrase]) {
        for phrase in phrases {
            match phrase.text.km().starts_with('{') && phrase.text.km().ends_with('}') {
                true => self.names(phrase.text), // nothing but a blank
                false => self.text(phrase.text),
            }
        }
    }

    fn reply(&mut self, reply: &Reply) {
        self.enter("reply", reply.id);
        self.texts([reply.says, reply.good, reply.say, reply.question]);
        self.texts(self.list(reply.means).iter().copied());
        self.texts(self.list(reply.next).iter().map(|step| step.text));
        self.cites(reply.sources);
        self.date(reply.checked);
    }

    fn situation(&mut self, situation: &Situation) {
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

    fn source(&mut self, source: &Source) {
        self.text(source.name);
        let url = source.url.str();
        assert!(url.is_empty() || url.starts_with("https://") || url.starts_with("http://"), "{}: {url}", self.at);
        self.maybe_date(source.date);
    }
}

/// Everything, read once.
fn walked() -> Walk {
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

#[test]
fn everything_can_be_read_and_every_claim_has_a_source() {
    let walk = walked();
    assert!(walk.texts > 1000, "only {} texts were walked", walk.texts);
    let unused: Vec<String> = SourceId::all().filter(|id| !walk.sources.contains(id)).map(|id| id.get().name.en()).collect();
    assert!(unused.is_empty(), "no page shows these sources: {unused:?}");
}

/// The content as `content/` has it, compiled here once more.
pub fn content() -> Content {
    let dir = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("content");
    compile(&dir, "2099-12-31").unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The words of the interface are packed too: each comes back in its own field.
#[test]
fn every_word_of_the_interface_unpacks_to_what_is_written() {
    for (locale, written) in [(Locale::Km, &words::km::KM), (Locale::En, &words::en::EN)] {
        let speech = Speech { locale, digits: Digits::Khmer };
        assert_eq!(speech.m(), written);
        assert!(written.list().iter().all(|word| !word.is_empty() && !word.contains('\n')));
    }
    for (locale, written) in [(Locale::Km, &words::helper::KM), (Locale::En, &words::helper::EN)] {
        let speech = Speech { locale, digits: Digits::Khmer };
        assert_eq!(speech.h(), written);
        assert!(written.list().iter().all(|word| !word.is_empty() && !word.contains('\n')));
    }
}

/// What was packed is what `content/` says, letter by letter, in both languages.
#[test]
fn every_text_unpacks_to_what_content_says() {
    let content = content();
    let shown: BTreeSet<(String, String)> = emit(&content, Interface::NONE).shown.into_iter().collect();
    let said = walked().said;
    let wrong: Vec<_> = shown.symmetric_difference(&said).take(5).collect();
    assert!(wrong.is_empty(), "{} texts in content/, {} in the app; not in both: {wrong:?}", shown.len(), said.len());

    // And each stands in its place.
    let said = |text: &phlov_content::model::Text| text.en.replace('`', "");
    for id in ServiceId::all() {
        let (here, there) = (id.get(), &content.services[id.name()]);
        let mut pairs =
            vec![(here.title, &there.title), (here.summary, &there.summary), (here.who, &there.who), (here.need, &there.need)];
        pairs.extend(here.steps.iter().map(|step| step.text).zip(there.steps.iter().map(|step| &step.text)));
        pairs.extend(here.claims.iter().map(|claim| claim.value).zip(there.claims.iter().map(|claim| &claim.value)));
        for (here, there) in pairs {
            assert_eq!(here.en(), said(there), "{}", id.name());
            let letters = |km: &str| km.chars().filter(|c| !['`', ' ', '\u{a0}'].contains(c)).collect::<String>();
            assert_eq!(letters(&here.km()), letters(&there.km), "{}", id.name());
        }
    }
    let urls: BTreeSet<&str> = SourceId::all().map(|id| id.get().url.str()).filter(|url| !url.is_empty()).collect();
    let expected: BTreeSet<&str> =
        content.sources.values().map(|source| source.url.as_str()).filter(|url| !url.starts_with("shared:")).collect();
    assert_eq!(urls, expected);
}

/// The three parts of a service's sources: its own list names every source of its claims and changes.
#[test]
fn a_service_lists_all_its_sources_once() {
    for id in ServiceId::all() {
        let service = id.get();
        let listed: Vec<SourceId> = service.sources.all().to_vec();
        let once: BTreeSet<SourceId> = listed.iter().copied().collect();
        assert_eq!(once.len(), listed.len(), "{}: a source stands twice", id.name());
        let claims = service
            .claims
            .iter()
            .flat_map(|claim| claim.sources.iter().chain(claim.conflict.map(|c| c.sources.all()).unwrap_or(&[])));
        let changes = service.changes.iter().flat_map(|change| change.sources.iter());
        for source in claims.chain(changes) {
            assert!(once.contains(source), "{}: {} is cited, but not listed", id.name(), source.get().name.en());
        }
    }
}

#[test]
fn every_service_can_be_reached_from_an_aim() {
    let reached: BTreeSet<ServiceId> =
        AimId::all().flat_map(|aim| aim.get().results.iter().map(|result| result.service)).collect();
    let lonely: Vec<&str> = ServiceId::all().filter(|id| !reached.contains(id)).map(ServiceId::name).collect();
    assert!(lonely.is_empty(), "{lonely:?}");
}

#[test]
fn every_right_is_used_through_a_service() {
    for right in RightId::all() {
        assert!(services_of(right).next().is_some(), "{}", right.name());
    }
}

macro_rules! ids_parse_back {
    ($($id:ident),+) => {$(
        let names: Vec<&str> = $id::all().map($id::name).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{} twice", stringify!($id));
        for id in $id::all() {
            assert_eq!($id::parse(id.name()), Some(id));
            let shouted = id.name().to_uppercase();
            assert_eq!($id::parse(&shouted).is_some(), shouted == id.name(), "{shouted}");
        }
        for odd in ["", " ", "nope", "../x", "ផ្លូវ", "\u{0}"] {
            assert_eq!($id::parse(odd), None, "{odd:?}");
        }
    )+};
}

#[test]
fn ids_are_read_back() {
    ids_parse_back!(RightId, AimId, ServiceId, AuthorityId, LawId);
}

#[test]
fn the_icons_can_be_drawn() {
    assert!(icons().count() > 100);
    for (name, path) in icons() {
        assert!(path.starts_with('M'), "{name}: {path}");
    }
}
