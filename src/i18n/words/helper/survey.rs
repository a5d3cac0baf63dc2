//! Words of helper mode: five questions put to many.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Survey {
    pub title: &'static str,
}

pub const KM: Survey = Survey { title: "សំណួរស្ទង់មតិ" };

pub const EN: Survey = Survey { title: "Survey" };
