//! Words of: her business, the duties and entitlements that apply to it, and their year.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Duties {
    pub title: &'static str,
}

pub const KM: Duties = Duties { title: "កាតព្វកិច្ចអាជីវកម្មខ្ញុំ" };

pub const EN: Duties = Duties { title: "Duties of my business" };
