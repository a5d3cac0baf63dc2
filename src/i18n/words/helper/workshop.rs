//! Words of helper mode: workshops.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Workshop {
    pub title: &'static str,
}

pub const KM: Workshop = Workshop { title: "សិក្ខាសាលា" };

pub const EN: Workshop = Workshop { title: "Workshops" };
