//! Words of the search.

use super::With1;

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Search {
    pub title: &'static str,
    pub hint: &'static str,
    pub label: &'static str,
    pub found: With1,
    pub nothing: &'static str,
    pub nothing_help: &'static str,
    pub ask: &'static str,
    pub recent: &'static str,
    pub forget: &'static str,
    /// In the order of the groups on the screen: hers, aims, services, rights, words, guide, stories, offices, organizations, laws, answers.
    pub groups: [&'static str; 11],
}

pub const KM: Search = Search {
    title: "ស្វែងរក",
    hint: "ស្វែងរក ឧទាហរណ៍ ប.ស.ស.",
    label: "អ្នកចង់រកអ្វី?",
    found: With1("រកឃើញ {}"),
    nothing: "រកមិនឃើញទេ",
    nothing_help: "សាកពាក្យខ្លីជាង ឬជ្រើសរើសពីអ្វីដែលអ្នកចង់ធ្វើ។ អ្នកក៏អាចទុកវាជាសំណួរ ដើម្បីសួរការិយាល័យ។",
    ask: "ទុកជាសំណួរក្នុងផែនការ",
    recent: "បានរកថ្មីៗ",
    forget: "លុបអ្វីដែលបានរក",
    groups: ["របស់ខ្ញុំ", "អ្វីដែលចង់ធ្វើ", "សេវា", "សិទ្ធិ", "ពាក្យ", "មេរៀន", "រឿងឧទាហរណ៍", "ការិយាល័យ", "អង្គការ", "ច្បាប់", "ចម្លើយ"],
};

pub const EN: Search = Search {
    title: "Search",
    hint: "Search, for example NSSF",
    label: "What are you looking for?",
    found: With1("{} found"),
    nothing: "Nothing found",
    nothing_help: "Try a shorter word, or choose from what you want to do. You can also keep it as a question for the office.",
    ask: "Keep it as a question in a plan",
    recent: "Looked for lately",
    forget: "Delete what I looked for",
    groups: [
        "Mine",
        "What you want to do",
        "Services",
        "Rights",
        "Words",
        "Guide",
        "Stories",
        "Offices",
        "Organizations",
        "Laws",
        "Answers",
    ],
};
