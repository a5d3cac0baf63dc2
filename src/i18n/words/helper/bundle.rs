//! Words of helper mode: what is shared with other phones.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Bundle {
    pub title: &'static str,
}

pub const KM: Bundle = Bundle { title: "ចែករំលែករវាងទូរសព្ទ" };

pub const EN: Bundle = Bundle { title: "Share between phones" };
