//! Words of facts that changed since a plan relied on them.

use super::With1;

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Changed {
    pub title: &'static str,
    pub lead: &'static str,
    pub facts_changed: With1,
    pub none: &'static str,
    pub none_help: &'static str,
    pub was: &'static str,
    pub now: &'static str,
    pub no_longer: &'static str,
    pub take: &'static str,
    pub keep: &'static str,
    pub taken: &'static str,
    pub kept: &'static str,
    pub letter_too: &'static str,
}

pub const KM: Changed = Changed {
    title: "ព័ត៌មានដែលបានប្តូរ",
    lead: "ព័ត៌មានទាំងនេះបានប្តូរ ក្រោយពេលអ្នកធ្វើផែនការ។ យកព័ត៌មានថ្មី ឬទុកព័ត៌មានចាស់។",
    facts_changed: With1("{} ចំណុច ក្នុងផែនការរបស់អ្នក"),
    none: "គ្មានអ្វីប្តូរទេ",
    none_help: "ពេលតម្លៃសេវា ឬថ្ងៃផុតកំណត់ ដែលផែនការអ្នកពឹងផ្អែក ត្រូវបានប្តូរ អ្នកនឹងឃើញនៅទីនេះ។",
    was: "ពីមុន៖",
    now: "ឥឡូវ៖",
    no_longer: "លែងមានក្នុងព័ត៌មាននេះ។ សូមសួរការិយាល័យ។",
    take: "យកព័ត៌មានថ្មី",
    keep: "ទុកព័ត៌មានចាស់",
    taken: "បានយកព័ត៌មានថ្មី",
    kept: "បានទុកព័ត៌មានចាស់",
    letter_too: "លិខិតនេះប្រហែលប្រើព័ត៌មានចាស់",
};

pub const EN: Changed = Changed {
    title: "Facts that changed",
    lead: "These facts changed after you made your plan. Take the new one, or keep the old one.",
    facts_changed: With1("{} in your plans"),
    none: "Nothing has changed",
    none_help: "When a fee or a time limit that your plan relies on changes, you will see it here.",
    was: "Was:",
    now: "Now:",
    no_longer: "no longer stated here. Ask the office.",
    take: "Take the new one",
    keep: "Keep the old one",
    taken: "The new one is taken",
    kept: "The old one is kept",
    letter_too: "This letter may use the old fact",
};
