//! What offices answer.

use phlov::kb::{ReplyId, ReplyWay};
use std::collections::BTreeSet;

#[test]
fn every_reply_leads_on_with_a_day_and_a_sentence() {
    let all: Vec<ReplyId> = ReplyId::all().collect();
    assert!(all.len() >= 14, "{}", all.len());
    for id in &all {
        let reply = id.get();
        assert!(reply.standard().is_some(), "{}", id.name());
        assert!(!reply.means.is_empty() && !reply.next.is_empty(), "{}", id.name());
        assert!(reply.next.iter().any(|step| step.days <= 1), "{}: something can be done today or tomorrow", id.name());
        let days: Vec<u16> = reply.next.iter().map(|step| step.days).collect();
        assert!(days.is_sorted(), "{}: steps stand in the order of their days", id.name());
        assert!(reply.say.km().chars().count() <= 160, "{}: it can be said in one breath", id.name());
    }
    let ways: BTreeSet<u8> = all.iter().map(|id| id.get().way as u8).collect();
    assert_eq!(ways.len(), 3, "silence, a bad answer and the wrong office lead different ways");
    for (id, way) in
        [("no-answer", ReplyWay::NoAnswer), ("not-our-office", ReplyWay::WrongOffice), ("pay-extra", ReplyWay::BadAnswer)]
    {
        assert_eq!(ReplyId::parse(id).expect(id).get().way, way, "{id}");
    }
}

#[test]
fn where_money_is_asked_for_the_safety_note_comes_first() {
    for id in ["pay-extra", "no-receipt", "use-a-broker"] {
        assert!(ReplyId::parse(id).expect(id).get().safety, "{id}");
    }
}
