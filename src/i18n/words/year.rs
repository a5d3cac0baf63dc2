//! Words of: what she did in one year, for herself.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Year {
    pub title: &'static str,
}

pub const KM: Year = Year { title: "ឆ្នាំរបស់ខ្ញុំ" };

pub const EN: Year = Year { title: "My year" };
