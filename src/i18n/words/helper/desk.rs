//! Words of helper mode: the desk: turning helper mode on, what there is to do.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Desk {
    pub title: &'static str,
}

pub const KM: Desk = Desk { title: "អ្នកជួយ" };

pub const EN: Desk = Desk { title: "Helper" };
