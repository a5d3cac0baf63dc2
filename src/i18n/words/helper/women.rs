//! Words of helper mode: the people she helps, and the end of a session.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Women {
    pub title: &'static str,
}

pub const KM: Women = Women { title: "អ្នកដែលខ្ញុំជួយ" };

pub const EN: Women = Women { title: "People I help" };
