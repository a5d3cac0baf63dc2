//! A complaint or request: a typed view over sheets of [`What::Complaint`](super::What::Complaint).
