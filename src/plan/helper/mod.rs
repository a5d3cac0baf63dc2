//! What a helper does for many: plain values over sheets, as everywhere in `plan`. The names of their facts stand in each part.
//!
//! - [`helped`]: the people she helps
//! - [`alike`], [`queue`]: questions of all plans, in one voice
//! - [`faq`]: answers asked for once and for all
//! - [`survey`]: five questions put to many
//! - [`workshop`], [`group`], [`partner`]: meeting, preparing, working together
//! - [`need`]: what may leave a phone of one plan; [`report`]: numbers from it; [`handover`]: for whoever comes next

pub mod alike;
pub mod faq;
pub mod group;
pub mod handover;
pub mod helped;
pub mod need;
pub mod partner;
pub mod queue;
pub mod report;
pub mod survey;
pub mod workshop;

/// The provinces by their official geocode (NCDD), as they stand in [`AREA`].
pub const AREAS: [&str; 25] = [
    "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21",
    "22", "23", "24", "25",
];

/// Facts of somebody helped, of a shared need, of a workshop: the province; the kind of business (an option of the question of that name in
/// `content/profile.toml`).
pub const AREA: &str = "area";
pub const TRADE: &str = "trade";

/// Of a question whose answer came from elsewhere (an agenda that asked for many, another phone): the day (fact), the office (fact: id of a
/// content entry), written or oral (fact, as [`super::fact::WRITTEN`]); the answer, who gave it, the law they named (notes).
pub const REPLY_DAY: &str = "reply-day";
pub const REPLY_OFFICE: &str = "reply-office";
pub const REPLY_WRITTEN: &str = "reply-written";
pub const REPLY: &str = "reply";
pub const REPLY_BY: &str = "reply-by";
pub const REPLY_LAW: &str = "reply-law";

/// Of any sheet that came from somebody else: who shared it, in their words (note).
pub const ORIGIN: &str = "origin";

/// Fact of a working group or a partner: which organization of the directory it is (id of a content entry).
pub const ORGANIZATION: &str = "organization";
