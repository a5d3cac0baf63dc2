//! Words of Learn: how long a page takes, how far she has come, and the way on.

use super::{With1, With2};

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Learn {
    pub one_minute: &'static str,
    pub minutes: With1,
    /// Above the page that she began and has not finished.
    pub resume: &'static str,
    pub done: &'static str,
    pub done_of: With2,
    /// When the last question of a page is answered.
    pub all_right: &'static str,
    pub next: With1,
    pub again: &'static str,
    pub progress: &'static str,
    pub progress_hint: &'static str,
    pub forget: &'static str,
    pub forgotten: &'static str,
}

pub const KM: Learn = Learn {
    one_minute: "1 នាទី",
    minutes: With1("{} នាទី"),
    resume: "អានបន្ត",
    done: "រួចហើយ",
    done_of: With2("រួចហើយ {0} ក្នុងចំណោម {1} ទំព័រ"),
    all_right: "អ្នកឆ្លើយបានទាំងអស់ហើយ។ ចម្លើយទុកក្នុងទូរស័ព្ទនេះ។",
    next: With1("បន្ទាប់៖ {}"),
    again: "ចាប់ផ្តើមពីដើម",
    progress: "អ្វីដែលខ្ញុំបានអាន",
    progress_hint: "ទូរស័ព្ទនេះចាំទំព័រដែលអ្នកបានបើក និងចម្លើយត្រូវរបស់អ្នក។ គ្មានអ្នកណាទទួលវាទេ។",
    forget: "លុបអ្វីដែលបានអាន",
    forgotten: "បានលុបហើយ។ ផែនការរបស់អ្នកនៅដដែល។",
};

pub const EN: Learn = Learn {
    one_minute: "1 minute",
    minutes: With1("{} minutes"),
    resume: "Go on reading",
    done: "Done",
    done_of: With2("{0} of {1} pages done"),
    all_right: "You have answered them all. Your answers are kept on this phone.",
    next: With1("Next: {}"),
    again: "Begin again",
    progress: "What I have read",
    progress_hint: "This phone remembers the pages you opened and your right answers. Nobody else gets them.",
    forget: "Delete what I have read",
    forgotten: "Deleted. Your plans are as they were.",
};
