//! Which questions ask the same. The first of a group leads it: others are compared with it alone, so that a chain of small differences does
//! not join what is different. Only questions that share a rare part are compared at all ([`Worded::rarest`]).

use super::super::alike::Worded;
use super::{Ask, Place, GENERAL};
use std::collections::BTreeMap;

/// Questions that ask the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Those that wait for an answer, the oldest first (places in [`Queue::asks`]).
    pub open: Vec<usize>,
    /// The best answer that is known: one that an office approved, else one from a plan.
    pub known: Option<usize>,
    /// The one whose words stand for all.
    pub lead: usize,
    /// How many people ask.
    pub people: usize,
}

/// All questions, and the groups in which somebody waits for an answer: those that most people ask first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    pub asks: Vec<Ask>,
    pub groups: Vec<Group>,
}

impl Queue {
    pub fn new(asks: Vec<Ask>) -> Queue {
        let mut sorter = Sorter::new(&asks);
        let linked = |ask: &Ask| ask.same.is_some();
        for at in (0..asks.len()).filter(|at| asks.get(*at).is_some_and(|ask| !linked(ask))) {
            sorter.put(at);
        }
        for at in (0..asks.len()).filter(|at| asks.get(*at).is_some_and(linked)) {
            sorter.put_beside(at);
        }
        let members = sorter.members;
        let mut groups: Vec<Group> = members.into_iter().filter_map(|members| group(&asks, members)).collect();
        groups.sort_by_key(|group| (std::cmp::Reverse(group.people), group.lead));
        Queue { asks, groups }
    }

    pub fn ask(&self, at: usize) -> Option<&Ask> {
        self.asks.get(at)
    }

    /// The words that stand for a group.
    pub fn lead(&self, group: &Group) -> Option<&Ask> {
        self.ask(group.lead)
    }

    /// The group in which this question waits.
    pub fn group_of(&self, place: &Place) -> Option<&Group> {
        self.groups.iter().find(|group| group.open.iter().any(|at| self.ask(*at).is_some_and(|ask| ask.place == *place)))
    }

    /// The places of all who wait in a group.
    pub fn places(&self, group: &Group) -> Vec<Place> {
        group.open.iter().filter_map(|at| self.ask(*at)).map(|ask| ask.place.clone()).collect()
    }

    /// Other groups of the office that come near, the nearest first: the helper may know that they ask the same.
    pub fn near(&self, group: &Group, most: usize) -> Vec<&Group> {
        let Some(lead) = self.lead(group) else { return Vec::new() };
        let near = |other: &&Group| {
            let theirs = self.lead(other).filter(|theirs| theirs.place != lead.place && (theirs.office == lead.office))?;
            let near = lead.worded.iter().flat_map(|one| theirs.worded.iter().map(|two| one.nearness(two))).max()?;
            (near >= NEAR).then_some(near)
        };
        let mut found: Vec<(usize, &Group)> = self.groups.iter().filter_map(|other| Some((near(&other)?, other))).collect();
        found.sort_by_key(|(near, _)| std::cmp::Reverse(*near));
        found.into_iter().take(most).map(|(_, group)| group).collect()
    }
}

/// From so many thousandths on another group is shown as perhaps the same.
const NEAR: usize = 400;

fn group(asks: &[Ask], members: Vec<usize>) -> Option<Group> {
    let of = |at: &usize| asks.get(*at);
    let known = members.iter().copied().find(|at| of(at).is_some_and(|ask| !ask.is_open));
    let open: Vec<usize> = members.into_iter().filter(|at| of(at).is_some_and(|ask| ask.is_open)).collect();
    // The wording that most of them chose, of equals the oldest.
    let mut wordings: Vec<(&str, usize, usize)> = Vec::new();
    for at in &open {
        let words = of(at).map_or("", |ask| ask.words.as_str());
        match wordings.iter_mut().find(|(known, ..)| *known == words) {
            Some((_, _, count)) => *count += 1,
            None => wordings.push((words, *at, 1)),
        }
    }
    let lead = wordings.iter().rev().max_by_key(|(_, _, count)| *count).map(|(_, at, _)| *at)?;
    let mut who: Vec<&str> = open.iter().filter_map(of).map(|ask| ask.who.as_str()).collect();
    who.sort_unstable();
    who.dedup();
    Some(Group { lead, known, people: who.len(), open })
}

struct Sorter<'a> {
    asks: &'a [Ask],
    /// All parts of all questions, sorted, and how often each stands there.
    parts: Vec<u32>,
    often: Vec<u32>,
    /// For each part the groups whose first question has it among its rarest.
    index: Vec<Vec<u32>>,
    /// The group of what is certainly the same: a number of a service, equal words.
    exact: BTreeMap<String, usize>,
    members: Vec<Vec<usize>>,
    /// In which look a group was compared last.
    seen: Vec<usize>,
    /// The group of each question that has one.
    of: BTreeMap<String, usize>,
}

impl<'a> Sorter<'a> {
    fn new(asks: &'a [Ask]) -> Sorter<'a> {
        let mut all: Vec<u32> = asks.iter().flat_map(|ask| &ask.worded).flat_map(|worded| worded.parts()).collect();
        all.sort_unstable();
        let (mut parts, mut often): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
        for part in all {
            if parts.last() == Some(&part) {
                often.last_mut().into_iter().for_each(|count| *count += 1);
            } else {
                parts.push(part);
                often.push(1);
            }
        }
        let index = vec![Vec::new(); parts.len()];
        let (exact, of) = (BTreeMap::new(), BTreeMap::new());
        Sorter { asks, parts, often, index, exact, members: Vec::new(), seen: Vec::new(), of }
    }

    fn place(&self, part: u32) -> Option<usize> {
        self.parts.binary_search(&part).ok()
    }

    fn rarest(&self, worded: &Worded) -> Vec<usize> {
        let often = |part| self.place(part).and_then(|at| self.often.get(at)).map_or(0, |count| *count as usize);
        worded.rarest(&often).into_iter().filter_map(|part| self.place(part)).collect()
    }

    /// What is the same without a doubt has one of these in common.
    fn keys(ask: &Ask) -> Vec<String> {
        let service = ask.service.as_deref().unwrap_or_default();
        let number = ask.from.map(|n| {
            let office = if n < GENERAL { "" } else { &*ask.office };
            [service, "\n", office, "\n", &n.to_string()].concat()
        });
        let apart = if ask.apart { "\napart" } else { "" };
        let texts = ask.worded.iter().map(|worded| [service, "\n", &worded.folded, apart].concat());
        number.filter(|_| !ask.apart).into_iter().chain(texts).collect()
    }

    fn put(&mut self, at: usize) {
        let Some(ask) = self.asks.get(at) else { return };
        let keys = Sorter::keys(ask);
        let known = keys.iter().find_map(|key| self.exact.get(key)).copied();
        let known = known.or_else(|| if ask.apart { None } else { self.like(at, ask) });
        let group = known.unwrap_or_else(|| self.begin(ask));
        self.join(at, group, keys);
    }

    fn join(&mut self, at: usize, group: usize, keys: Vec<String>) {
        if let Some((members, ask)) = self.members.get_mut(group).zip(self.asks.get(at)) {
            members.push(at);
            self.of.insert(ask.place.code(), group);
        }
        for key in keys {
            self.exact.entry(key).or_insert(group);
        }
    }

    /// A new group, to be found by its first question unless that stands apart.
    fn begin(&mut self, ask: &Ask) -> usize {
        let group = self.members.len();
        self.members.push(Vec::new());
        self.seen.push(usize::MAX);
        if !ask.apart {
            for part in ask.worded.iter().flat_map(|worded| self.rarest(worded)).collect::<Vec<_>>() {
                self.index.get_mut(part).into_iter().for_each(|groups| groups.push(group as u32));
            }
        }
        group
    }

    /// The group whose first question is most like this one.
    fn like(&mut self, at: usize, ask: &Ask) -> Option<usize> {
        let parts: Vec<usize> = ask.worded.iter().flat_map(|worded| self.rarest(worded)).collect();
        let mut best: Option<(usize, usize)> = None;
        for group in parts.iter().filter_map(|part| self.index.get(*part)).flatten().map(|group| *group as usize) {
            match self.seen.get_mut(group) {
                Some(seen) if *seen != at => *seen = at,
                _ => continue,
            }
            let Some(first) = self.members.get(group).and_then(|members| self.asks.get(*members.first()?)) else { continue };
            if let Some(near) = likeness(ask, first).filter(|near| best.is_none_or(|(most, _)| *near > most)) {
                best = Some((near, group));
            }
        }
        best.map(|(_, group)| group)
    }

    /// One that the helper put beside another; where that is gone, as any other.
    fn put_beside(&mut self, at: usize) {
        let Some(ask) = self.asks.get(at) else { return };
        let group = ask.same.as_ref().and_then(|place| self.of.get(&place.code())).copied();
        match group {
            Some(group) => self.join(at, group, Vec::new()),
            None => self.put(at),
        }
    }
}

/// How near two questions are that ask the same: of one service, or of one office where both say by themselves what they are about.
fn likeness(one: &Ask, other: &Ask) -> Option<usize> {
    let same_service = one.service == other.service;
    let office = one.office == other.office || one.office.is_empty() || other.office.is_empty();
    let pairs = one.worded.iter().flat_map(|a| other.worded.iter().map(move |b| (a, b)));
    let like = pairs.filter(|(a, b)| (same_service || (office && a.is_whole() && b.is_whole())) && a.is_like(b));
    like.map(|(a, b)| a.nearness(b)).max()
}
