//! The order of texts in the module. The first are those that Home, lists and titles show: they are not packed, so that a start
//! and a list need no unpacking. The rest stands kind by kind, alike beside alike, which packs 1 % better than entry by entry.

use crate::model::{Content, Service, Text};

/// What is shown before anything is opened.
pub fn plain(content: &Content) -> Vec<&Text> {
    let mut aims: Vec<_> = content.aims.values().collect();
    aims.sort_by_key(|aim| aim.order);
    let mut texts: Vec<&Text> = aims.iter().flat_map(|aim| [&aim.title].into_iter().chain(&aim.hint)).collect();
    texts.extend(content.rights.values().map(|right| &right.title));
    texts.extend(content.services.values().map(|service| &service.title));
    texts.extend(content.authorities.values().filter_map(|authority| authority.short.as_ref()));
    texts.extend(content.guide.values().map(|page| &page.title));
    texts.extend(content.stories.values().map(|story| &story.title));
    texts.extend(content.replies.values().map(|reply| &reply.says));
    texts.extend(content.purposes.values().map(|purpose| &purpose.title));
    texts.extend(content.situations.values().map(|situation| &situation.title));
    texts
}

/// The rest, as far as it has a place of its own.
pub fn long(content: &Content) -> Vec<&Text> {
    let mut texts: Vec<&Text> = Vec::new();
    let aims = || content.aims.values();
    texts.extend(aims().map(|aim| &aim.find_out));
    texts.extend(aims().flat_map(|aim| &aim.questions).map(|question| &question.text));
    texts.extend(aims().flat_map(|aim| &aim.questions).filter_map(|question| question.help.as_ref()));
    texts.extend(aims().flat_map(|aim| &aim.questions).flat_map(|question| &question.options).map(|option| &option.text));
    texts.extend(aims().flat_map(|aim| &aim.results).map(|result| &result.because));
    texts.extend(aims().flat_map(|aim| &aim.results).filter_map(|result| result.why_not.as_ref()));
    texts.extend(content.authorities.values().map(|authority| &authority.name));
    texts.extend(content.authorities.values().map(|authority| &authority.does));
    texts.extend(content.authorities.values().filter_map(|authority| authority.complaint.as_ref()));
    texts.extend(
        content.authorities.values().flat_map(|authority| &authority.channels).filter_map(|channel| channel.note.as_ref()),
    );
    texts.extend(content.laws.values().map(|law| &law.title));
    texts.extend(content.laws.values().map(|law| &law.says));
    let kinds: [fn(&Service) -> Vec<&Text>; 20] = [
        |s| vec![&s.need],
        |s| vec![&s.summary],
        |s| vec![&s.who],
        |s| s.authorities.iter().map(|role| &role.role).collect(),
        |s| s.basis.iter().filter_map(|basis| basis.article.as_ref()).collect(),
        |s| s.steps.iter().map(|step| &step.text).collect(),
        |s| s.documents.iter().map(|document| &document.text).collect(),
        |s| s.questions.iter().map(|question| &question.text).collect(),
        |s| s.questions.iter().filter_map(|question| question.why.as_ref()).collect(),
        |s| s.claims.iter().filter_map(|claim| claim.label.as_ref()).collect(),
        |s| s.claims.iter().map(|claim| &claim.value).collect(),
        |s| s.claims.iter().filter_map(|claim| claim.conflict.as_ref()).map(|conflict| &conflict.value).collect(),
        |s| s.changes.iter().map(|change| &change.old).collect(),
        |s| s.changes.iter().map(|change| &change.new).collect(),
        |s| s.notes.iter().map(|note| &note.text).collect(),
        |s| s.duties.iter().map(|duty| &duty.title).collect(),
        |s| s.duties.iter().map(|duty| &duty.because).collect(),
        |s| s.duties.iter().filter_map(|duty| duty.if_nothing.as_ref()).map(|nothing| &nothing.text).collect(),
        |s| s.if_nothing.iter().map(|nothing| &nothing.text).collect(),
        |s| s.complaint.iter().map(|complaint| &complaint.text).collect(),
    ];
    for kind in kinds {
        texts.extend(content.services.values().flat_map(kind));
    }
    texts.extend(content.organizations.values().flat_map(|o| [&o.name, &o.does].into_iter().chain(&o.area)));
    texts.extend(
        content.guide.values().flat_map(|page| page.parts.iter().flat_map(|part| [&part.title].into_iter().chain(&part.texts))),
    );
    let quiz = || content.guide.values().flat_map(|page| &page.quiz);
    texts.extend(
        quiz()
            .flat_map(|quiz| [&quiz.text].into_iter().chain(quiz.options.iter().flat_map(|option| [&option.text, &option.why]))),
    );
    texts.extend(
        content
            .stories
            .values()
            .flat_map(|story| story.screens.iter().flat_map(|screen| [&screen.title].into_iter().chain(&screen.texts))),
    );
    let replies = || content.replies.values();
    texts.extend(replies().flat_map(|reply| reply.means.iter().chain([&reply.good, &reply.say, &reply.question])));
    texts.extend(replies().flat_map(|reply| &reply.next).map(|step| &step.text));
    let purposes = || content.purposes.values();
    texts.extend(purposes().flat_map(|purpose| [&purpose.hint, &purpose.subject, &purpose.subject_plain]));
    texts.extend(
        content
            .frame
            .iter()
            .flat_map(|frame| &frame.phrases)
            .chain(purposes().flat_map(|purpose| &purpose.phrases))
            .map(|phrase| &phrase.text),
    );
    let situations = || content.situations.values();
    texts.extend(situations().map(|situation| &situation.hint));
    for at in 0..4 {
        texts.extend(situations().flat_map(|situation| situation.clauses().into_iter().nth(at)).flat_map(|(_, clauses)| clauses));
    }
    texts.extend(situations().flat_map(|situation| &situation.steps).map(|rung| &rung.text));
    texts.extend(situations().flat_map(|situation| &situation.limits).map(|limit| &limit.text));
    texts.extend(content.terms.values().map(|term| &term.term));
    texts.extend(content.terms.values().filter_map(|term| term.says.as_ref()));
    texts
}
