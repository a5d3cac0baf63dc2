//! What a letter may be about. The law that it names says most; where it names none, the office has many services, and what the letter
//! wants says which of them come first. That is read from what is known of a service: what it is called, which aims lead to it, what
//! its claims are about, when its duties come. A letter may always be about something else: the screen says "may be".

use super::letter::Letter;
use super::sort::sort_by_key;
use crate::kb::{services_around, About, AimId, Due, Event, Kind, Service, ServiceId};
use std::cmp::Reverse;

/// How many services are named.
const MOST: usize = 3;
/// The aim for whoever got a letter: editors put there what letters are mostly about.
const LETTERS: &str = "got-letter";

/// What speaks for a service when a letter wants this.
struct Sign {
    /// One of [`super::letter::WANTS`].
    want: &'static str,
    /// Parts of its id.
    called: &'static [&'static str],
    /// Aims that lead to it.
    aims: &'static [&'static str],
    /// What its claims are about.
    about: &'static [About],
    /// When one of its duties comes.
    due: fn(Due) -> bool,
}

/// "Something else" speaks for none.
const SIGNS: [Sign; 6] = [
    Sign {
        want: "pay",
        called: &["payment"],
        aims: &["pay-tax", "pay-staff"],
        about: &[About::Fee, About::Rate, About::Amount, About::Penalty],
        due: |due| matches!(due, Due::Month { .. } | Due::Year { .. }),
    },
    Sign {
        want: "register",
        called: &["register", "registration", "opening", "licence", "permit"],
        aims: &["open-business"],
        about: &[About::Deadline],
        due: |due| matches!(due, Due::After { event: Event::Opening | Event::Registration, .. }),
    },
    Sign {
        want: "papers",
        called: &["inspection", "audit", "books", "accounting"],
        aims: &[],
        about: &[About::Papers],
        due: |_| false,
    },
    Sign { want: "come", called: &["disputes", "inspection", "audit", "objection"], aims: &[], about: &[], due: |_| false },
    Sign {
        want: "stop",
        called: &["licence", "permit", "protection", "safety", "tags"],
        aims: &[],
        about: &[About::Penalty],
        due: |_| false,
    },
    Sign {
        want: "correct",
        called: &["filing", "declaration"],
        aims: &[],
        about: &[],
        due: |due| matches!(due, Due::Month { .. } | Due::Year { .. }),
    },
];

impl Sign {
    fn speaks_for(&self, id: ServiceId, service: &Service) -> usize {
        let called = id.name().split('-').any(|part| self.called.contains(&part));
        let aims = self.aims.iter().any(|aim| leads_to(aim, id));
        let about = self.about.iter().filter(|about| service.claims.iter().any(|claim| claim.about == **about)).count();
        let due = service.duties.iter().any(|duty| (self.due)(duty.due));
        usize::from(called) * 4 + usize::from(aims) * 3 + usize::from(due) * 3 + about
    }
}

fn leads_to(aim: &str, service: ServiceId) -> bool {
    AimId::parse(aim).is_some_and(|aim| aim.get().results.iter().any(|result| result.service == service))
}

impl Letter {
    /// What it may be about: services that the law it names governs and the office has a part in, then those that the law alone fits;
    /// without a law those of the office. What the letter wants decides which come first. At most three; without law and office
    /// none: nothing is guessed.
    pub fn services(&self) -> Vec<ServiceId> {
        let around: Vec<ServiceId> = self.office().into_iter().flat_map(services_around).collect();
        let fit = |service: &ServiceId| {
            let law = self.law().is_some_and(|law| service.get().basis.iter().any(|basis| basis.law == law));
            usize::from(law) * 2 + usize::from(around.contains(service))
        };
        let least = if self.law().is_some() { 2 } else { 1 };
        let fitting = ServiceId::all().filter(|service| fit(service) >= least);
        let mut found: Vec<_> = fitting.map(|service| ((fit(&service), self.speaks_for(service)), service)).collect();
        sort_by_key(&mut found, |(worth, _)| Reverse(*worth));
        found.into_iter().map(|(_, service)| service).take(MOST).collect()
    }

    /// How much speaks for a service: what the letter wants, that the office itself is in charge or has a part, that it is a duty
    /// (offices write about duties more than about rights).
    fn speaks_for(&self, id: ServiceId) -> usize {
        let service = id.get();
        let wanted: usize = SIGNS.iter().filter(|sign| self.wants(sign.want)).map(|sign| sign.speaks_for(id, service)).sum();
        let duty = match service.kind {
            Kind::Obligation => 2,
            Kind::Both => 1,
            Kind::Entitlement => 0,
        };
        let place = service.authorities.iter().position(|role| self.office() == Some(role.authority));
        let part = place.map_or(0, |place| if place == 0 { 5 } else { 2 });
        wanted + part + duty + usize::from(leads_to(LETTERS, id)) * 3
    }
}
