//! Words of answers that somebody asked for once and for all.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Answers {
    pub title: &'static str,
}

pub const KM: Answers = Answers { title: "ចម្លើយដែលមានហើយ" };

pub const EN: Answers = Answers { title: "Known answers" };
