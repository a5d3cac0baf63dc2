//! Words of helper mode: the report.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Report {
    pub title: &'static str,
}

pub const KM: Report = Report { title: "របាយការណ៍" };

pub const EN: Report = Report { title: "Report" };
