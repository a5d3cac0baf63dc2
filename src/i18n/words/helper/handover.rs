//! Words of helper mode: handing over.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Handover {
    pub title: &'static str,
}

pub const KM: Handover = Handover { title: "ប្រគល់ការងារ" };

pub const EN: Handover = Handover { title: "Hand over" };
