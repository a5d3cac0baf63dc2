//! Whom a helper works with besides offices: technical working groups, and partners who answer.

mod brief;
mod group;
mod groups;
mod list;
mod partner;

pub use group::group;
pub use groups::groups;
pub use list::partners;
pub use partner::partner;
