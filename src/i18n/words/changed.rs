//! Words of: facts that changed since a plan, a duty or a letter relied on them: what was, what is now, keep or take.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Changed {
    pub title: &'static str,
}

pub const KM: Changed = Changed { title: "អ្វីដែលបានប្តូរ" };

pub const EN: Changed = Changed { title: "What has changed" };
