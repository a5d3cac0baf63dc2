//! Every word and sentence of helper mode, in both languages: a list of its own, since only helpers fetch it. Otherwise as
//! [`super::Messages`].

pub mod answers;
pub mod area;
pub mod bundle;
pub mod desk;
pub mod handover;
pub mod minutes;
pub mod partners;
pub mod queue;
pub mod report;
pub mod survey;
pub mod women;
pub mod workshop;

/// Every word and sentence of helper mode, by room.
#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Helper {
    pub desk: desk::Desk,
    pub area: area::Area,
    pub women: women::Women,
    pub queue: queue::Queue,
    pub answers: answers::Answers,
    pub survey: survey::Survey,
    pub workshop: workshop::Workshop,
    pub minutes: minutes::Minutes,
    pub partners: partners::Partners,
    pub bundle: bundle::Bundle,
    pub report: report::Report,
    pub handover: handover::Handover,
}

pub const KM: Helper = Helper {
    desk: desk::KM,
    area: area::KM,
    women: women::KM,
    queue: queue::KM,
    answers: answers::KM,
    survey: survey::KM,
    workshop: workshop::KM,
    minutes: minutes::KM,
    partners: partners::KM,
    bundle: bundle::KM,
    report: report::KM,
    handover: handover::KM,
};

pub const EN: Helper = Helper {
    desk: desk::EN,
    area: area::EN,
    women: women::EN,
    queue: queue::EN,
    answers: answers::EN,
    survey: survey::EN,
    workshop: workshop::EN,
    minutes: minutes::EN,
    partners: partners::EN,
    bundle: bundle::EN,
    report: report::EN,
    handover: handover::EN,
};

/// How many words there are.
pub const COUNT: usize = size_of::<Helper>() / size_of::<&str>();

// A field that is not made of `&str`s would most likely break this.
const _: () = assert!(size_of::<Helper>() == COUNT * size_of::<&str>() && align_of::<Helper>() == align_of::<&str>());

impl Helper {
    /// All words, in the order of the fields.
    pub fn list(&self) -> &[&'static str; COUNT] {
        // SAFETY: `repr(C)` all the way down, and nothing but `&'static str`s: the same bytes as the list.
        unsafe { &*std::ptr::from_ref(self).cast() }
    }

    /// The struct over a list of words.
    pub fn of(list: &'static [&'static str; COUNT]) -> &'static Self {
        // SAFETY: as above, the other way round.
        unsafe { &*std::ptr::from_ref(list).cast() }
    }
}
