//! Words of: complaints and requests: what happened, who can act, what they need, what was sent and answered.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Complain {
    pub title: &'static str,
}

pub const KM: Complain = Complain { title: "តវ៉ា ឬស្នើសុំ" };

pub const EN: Complain = Complain { title: "Complain or ask" };
