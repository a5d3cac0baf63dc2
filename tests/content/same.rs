//! What the app reads out of its columns is what `content/` says, field by field.

use phlov::kb::columns::FIELDS;
use phlov::kb::*;
use phlov_content::emit::{emit, Interface};
use phlov_content::model::{self as m, Content};
use std::collections::BTreeMap;

/// The app's side of something in `content/`.
trait Same<There: ?Sized> {
    #[track_caller]
    fn same(&self, there: &There, content: &Content);
}

impl Same<m::Text> for Text {
    fn same(&self, there: &m::Text, _: &Content) {
        assert_eq!(self.en(), there.en.replace('`', ""));
        let letters = |km: &str| km.chars().filter(|c| !['`', ' ', '\u{a0}'].contains(c)).collect::<String>();
        assert_eq!(letters(&self.km()), letters(&there.km));
    }
}

impl Same<String> for Word {
    fn same(&self, there: &String, _: &Content) {
        assert_eq!(self.str(), there);
    }
}

impl Same<Option<String>> for Word {
    fn same(&self, there: &Option<String>, _: &Content) {
        assert_eq!(self.str(), there.as_deref().unwrap_or(""));
    }
}

impl Same<String> for SourceId {
    fn same(&self, there: &String, content: &Content) {
        assert_eq!(SourceId::all().position(|id| id == *self), content.sources.keys().position(|id| id == there), "{there}");
    }
}

impl Same<m::ReviewState> for bool {
    fn same(&self, there: &m::ReviewState, _: &Content) {
        assert_eq!(*self, *there == m::ReviewState::Reviewed);
    }
}

impl Same<bool> for bool {
    fn same(&self, there: &bool, _: &Content) {
        assert_eq!(self, there);
    }
}

impl Same<u8> for u8 {
    fn same(&self, there: &u8, _: &Content) {
        assert_eq!(self, there);
    }
}

impl<There, Here: Same<There>> Same<Option<There>> for Option<Here> {
    fn same(&self, there: &Option<There>, content: &Content) {
        assert_eq!(self.is_some(), there.is_some());
        self.iter().zip(there).for_each(|(here, there)| here.same(there, content));
    }
}

impl<There, Here: Same<There>> Same<Vec<There>> for List<Here> {
    fn same(&self, there: &Vec<There>, content: &Content) {
        assert_eq!(self.len(), there.len());
        self.iter().zip(there).for_each(|(here, there)| here.same(there, content));
    }
}

macro_rules! same {
    (ids $($id:ident)*) => {$(
        impl Same<String> for $id {
            fn same(&self, there: &String, _: &Content) {
                assert_eq!(self.name(), there);
            }
        }
    )*};
    (choices $($kind:ident)*) => {$(
        impl Same<m::$kind> for $kind {
            fn same(&self, there: &m::$kind, _: &Content) {
                assert_eq!(format!("{self:?}"), format!("{there:?}"));
            }
        }
    )*};
    ($($kind:ident { $($field:ident)* } $($more:expr)?;)*) => {$(
        impl Same<m::$kind> for $kind {
            fn same(&self, there: &m::$kind, content: &Content) {
                $(self.$field.same(&there.$field, content);)*
                $(let more: fn(&$kind, &m::$kind, &Content) = $more; more(self, there, content);)?
            }
        }
    )*};
}

same! { ids RightId ServiceId AuthorityId LawId TermId }
same! { choices Kind About Confidence Repairable Level Power ChannelKind LawKind LawState Event Help Topic Style }
same! {
    Review { km en law by on };
    Right { icon title summary laws state_must you_may not_covered sources checked review };
    Aim { icon title hint find_out review } the_finder;
    FinderOption { id icon text };
    Service {
        kind rights icon title summary who need authorities basis steps documents claims if_nothing before after questions complaint
        changes notes duties checked review
    } |here, there, content| {
        let day = &there.checked;
        let own = there.sources.iter().map(|source| content.sources.keys().position(|id| id == source));
        let place = |id: &SourceId| SourceId::all().position(|other| other == *id);
        own.for_each(|own| assert!(here.sources.iter().any(|id| place(id) == own)));
        for (here, there) in here.claims.iter().zip(&there.claims) {
            assert_eq!(here.checked.str(), there.checked.as_ref().unwrap_or(day));
        }
    };
    Role { role } |here, there, content| here.authority.same(&there.id, content);
    Basis { law article };
    Step { n text after };
    Document { n text };
    Question { n text why unknown };
    Claim { about label value sources date confidence conflict };
    Conflict { value sources date confidence };
    IfNothing { text repairable };
    Complaint { text to };
    Change { old new since sources confidence };
    Note { text };
    Authority { name short level power under does channels complaint sources checked review };
    Channel { kind value note sources date confidence };
    Law { kind number title date state since replaced_by says sources checked review };
    Standard { id before counter after ask better thanks };
    Source { } |here, there, _| {
        assert!(there.name.en.replace('`', "").starts_with(&here.name.en()));
        assert_eq!(here.url.str(), if there.url.starts_with("shared:") { "" } else { &there.url });
        assert_eq!(here.date.str(), if there.date == "undated" { "" } else { &there.date });
    };
    Duty { n title because due if_nothing sources date confidence only_if may } |here, there, content| {
        assert_eq!(here.when.len(), there.when.len());
        for (here, there) in here.when.iter().zip(&there.when) {
            let question = &content.profile[usize::from(here.ask)];
            let any = question.options.iter().enumerate().filter(|(i, _)| here.any & 1 << i != 0).map(|(_, option)| &option.id);
            assert_eq!(question.id, there.ask);
            assert!(any.clone().all(|id| there.any.contains(id)) && any.count() == there.any.len());
        }
    };
    Window { } |here, there, _| {
        for (here, there) in [(here.from, &there.from), (here.by, &there.by)] {
            assert_eq!(format!("{:02}-{:02}", here.month, here.day), *there);
        }
    };
    Due { } |here, there, content| match *here {
        Due::Month { day } => assert_eq!((there.every, there.day.unwrap_or(1)), (Some(m::Every::Month), day)),
        Due::Year { windows } => {
            assert_eq!(there.every, Some(m::Every::Year));
            windows.same(&there.windows, content);
        }
        Due::TwoYears => assert_eq!(there.every, Some(m::Every::TwoYears)),
        Due::After { event, days, working_days } | Due::Before { event, days, working_days } => {
            Some(event).same(&there.on, content);
            assert_eq!((days, working_days), (there.days.unwrap_or(0), there.working_days));
            assert_eq!((there.every, matches!(here, Due::Before { .. })), (None, there.before));
        }
        Due::Always => assert_eq!((there.every, there.on), (None, None)),
    };
    ProfileQuestion { id text options };
    ProfileOption { id text };
    Organization { name short help does area channels confidence sources checked review };
    GuidePage { topic icon title summary parts services laws quiz sources checked review } |here, there, _| {
        assert_eq!((usize::from(here.minutes_km), usize::from(here.minutes_en)), (there.minutes().km, there.minutes().en));
    };
    Part { title style texts };
    Quiz { n text options } |here, there, _| assert!(there.options[usize::from(here.right)].right);
    QuizOption { text why };
    Story { icon title summary screens sources checked review } |here, there, content| {
        here.service.same(&there.plan.service, content);
        here.need.same(&there.plan.need, content);
        here.questions.same(&there.plan.questions, content);
        assert_eq!(here.days, there.plan.days.unwrap_or(0));
        assert_eq!((usize::from(here.minutes_km), usize::from(here.minutes_en)), (there.minutes().km, there.minutes().en));
    };
    Screen { title texts };
    Situation { icon title hint points wants proofs tried laws services steps limits sources checked review } |here, there, _| {
        assert!(here.standards().map(|standard| standard.id.str()).eq(there.standards.iter().map(String::as_str)));
    };
    Rung { n authority text sources confidence } |here, there, _| {
        let needs = |needs: Vec<String>| needs.into_iter().collect::<std::collections::BTreeSet<_>>();
        let mine = here.needs().map(|need| format!("{need:?}")).collect();
        assert_eq!(needs(mine), needs(there.needs.iter().map(|need| format!("{need:?}")).collect()));
        assert_eq!(here.days, there.days.unwrap_or(0));
    };
    TimeLimit { text sources date confidence } |here, there, _| {
        assert_eq!((here.days, here.working_days), (there.days.unwrap_or(0), there.working_days));
    };
    Term { term see service confidence review } |here, there, content| {
        let office = || Some(&content.authorities.get(there.office.as_ref()?)?.does);
        here.says.same(there.says.as_ref().or_else(office).unwrap_or(&there.term), content);
        let same = [here.same.km(), here.same.en()].concat();
        assert!(there.same.iter().all(|word| same.contains(word.as_str())), "{same}");
    };
}

/// Conditions name questions and options by place.
fn the_finder(here: &Aim, there: &m::Aim, content: &Content) {
    let whens = |here: List<When>, whens: &[m::When]| {
        assert_eq!(here.len(), whens.len());
        for (here, when) in here.iter().zip(whens) {
            let question = &there.questions[usize::from(here.question)];
            let any = here.any.iter().map(|option| question.options[usize::from(*option)].id.as_str());
            assert_eq!(question.id, when.question);
            assert!(any.eq(when.any.iter().map(String::as_str)));
        }
    };
    assert_eq!((here.questions.len(), here.results.len()), (there.questions.len(), there.results.len()));
    for (here, there) in here.questions.iter().zip(&there.questions) {
        here.text.same(&there.text, content);
        here.help.same(&there.help, content);
        here.options.same(&there.options, content);
        whens(here.ask_when, &there.ask_when);
    }
    for (here, there) in here.results.iter().zip(&there.results) {
        here.service.same(&there.service, content);
        here.because.same(&there.because, content);
        here.why_not.same(&there.why_not, content);
        whens(here.when, &there.when);
    }
}

/// Every entry there is here, under its id, and no other.
#[track_caller]
fn table<'a, Here: Same<There> + 'static, There>(
    here: impl Iterator<Item = (&'a str, &'static Here)>,
    there: &BTreeMap<String, There>,
    content: &Content,
) {
    let mut count = 0;
    for (id, here) in here {
        here.same(&there[id], content);
        count += 1;
    }
    assert_eq!(count, there.len());
}

#[test]
fn the_app_reads_what_content_says() {
    let c = &super::real::content();
    table(RightId::all().map(|id| (id.name(), id.get())), &c.rights, c);
    table(AimId::all().map(|id| (id.name(), id.get())), &c.aims, c);
    table(ServiceId::all().map(|id| (id.name(), id.get())), &c.services, c);
    table(AuthorityId::all().map(|id| (id.name(), id.get())), &c.authorities, c);
    table(LawId::all().map(|id| (id.name(), id.get())), &c.laws, c);
    table(OrganizationId::all().map(|id| (id.name(), id.get())), &c.organizations, c);
    table(GuideId::all().map(|id| (id.name(), id.get())), &c.guide, c);
    table(StoryId::all().map(|id| (id.name(), id.get())), &c.stories, c);
    table(SituationId::all().map(|id| (id.name(), id.get())), &c.situations, c);
    table(TermId::all().map(|id| (id.name(), id.get())), &c.terms, c);
    table(SourceId::all().map(SourceId::get).zip(c.sources.keys()).map(|(here, id)| (id.as_str(), here)), &c.sources, c);
    assert_eq!((profile().len(), standards().len()), (c.profile.len(), c.standards.len()));
    profile().iter().zip(&c.profile).for_each(|(here, there)| here.same(there, c));
    standards().iter().zip(&c.standards).for_each(|(here, there)| here.same(there, c));
}

/// The two lists of fields, that of the app and that of the compiler of content.
#[test]
fn columns_are_read_in_the_order_in_which_they_are_written() {
    let written = emit(&super::real::content(), Interface::NONE).fields;
    let read: BTreeMap<&str, Vec<&str>> = FIELDS.iter().map(|(kind, fields)| (*kind, fields.to_vec())).collect();
    assert_eq!(read, written);
}
