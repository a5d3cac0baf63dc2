//! Words of five questions that a helper asks.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Form {
    pub title: &'static str,
}

pub const KM: Form = Form { title: "សំណួរពីអ្នកជួយ" };

pub const EN: Form = Form { title: "Questions from a helper" };
