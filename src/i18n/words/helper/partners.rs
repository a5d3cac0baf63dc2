//! Words of helper mode: working groups and partners.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Partners {
    pub title: &'static str,
}

pub const KM: Partners = Partners { title: "ក្រុមការងារ និងដៃគូ" };

pub const EN: Partners = Partners { title: "Working groups and partners" };
