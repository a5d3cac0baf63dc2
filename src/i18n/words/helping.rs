//! Words that everybody sees of helper mode: turning it on, and for whom the app acts.

use super::With1;

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Helping {
    pub title: &'static str,
    pub hint: &'static str,
    pub on: &'static str,
    pub off: &'static str,
    pub turn_on: &'static str,
    pub coming: &'static str,
    pub failed: &'static str,
    pub again: &'static str,
    pub acting: With1,
    pub unnamed: &'static str,
    pub stop: &'static str,
    pub stopped: &'static str,
    pub end: &'static str,
}

pub const KM: Helping = Helping {
    title: "ខ្ញុំជួយអ្នកដទៃ",
    hint: "សម្រាប់បុគ្គលិកអង្គការ ស្មៀនឃុំ ឬសាច់ញាតិ ដែលជួយស្ត្រីច្រើននាក់។ បើមិនជួយអ្នកដទៃទេ មិនត្រូវការវាទេ។",
    on: "បើក",
    off: "បិទ",
    turn_on: "បើករបៀបអ្នកជួយ",
    coming: "កំពុងទាញយកផ្នែកអ្នកជួយ…",
    failed: "មិនទាន់ទាញយកផ្នែកអ្នកជួយបានទេ។ អ្វីដែលអ្នកបានសរសេរ នៅដដែល។ សូមភ្ជាប់អ៊ីនធឺណិត រួចព្យាយាមម្តងទៀត។",
    again: "ព្យាយាមម្តងទៀត",
    acting: With1("សម្រាប់ {}"),
    unnamed: "គ្មានឈ្មោះ",
    stop: "សម្រាប់ខ្ញុំ",
    stopped: "ឥឡូវនេះ សម្រាប់ខ្លួនអ្នក",
    end: "បញ្ចប់",
};

pub const EN: Helping = Helping {
    title: "I help others",
    hint: "For staff of an organization, a commune clerk or a relative who helps many women. If you help nobody, you do not need it.",
    on: "On",
    off: "Off",
    turn_on: "Turn on helper mode",
    coming: "Downloading the part for helpers…",
    failed: "The part for helpers could not be downloaded. What you wrote is still here. Connect to the internet, then try again.",
    again: "Try again",
    acting: With1("For {}"),
    unnamed: "No name",
    stop: "For me",
    stopped: "Now for yourself",
    end: "End session",
};
