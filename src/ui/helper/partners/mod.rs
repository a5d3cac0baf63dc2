//! Whom a helper works with besides offices: technical working groups, and partners who answer.

mod brief;
mod group;
mod groups;
mod partner;
mod partners;

pub use group::group;
pub use groups::groups;
pub use partner::partner;
pub use partners::partners;
