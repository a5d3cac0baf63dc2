//! Words of what she did in one year, for herself.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Year {
    pub title: &'static str,
    pub lead: &'static str,
    pub none: &'static str,
    pub none_help: &'static str,
    pub year: &'static str,
    pub counts: &'static str,
    /// As [`crate::plan::year::Kind`].
    pub kinds: [&'static str; 10],
    pub ended: &'static str,
    pub helped: &'static str,
    pub print: &'static str,
}

pub const KM: Year = Year {
    title: "ឆ្នាំរបស់ខ្ញុំ",
    lead: "អ្វីដែលអ្នកបានធ្វើក្នុងមួយឆ្នាំ។ មានតែអ្នកឃើញ។",
    none: "ឆ្នាំនេះមិនទាន់មានអ្វីទេ",
    none_help: "ពេលអ្នកធ្វើផែនការ ជួបមន្ត្រី ឬផ្ញើលិខិត វានឹងរាប់នៅទីនេះ។",
    year: "ឆ្នាំ",
    counts: "អ្វីដែលខ្ញុំបានធ្វើ",
    kinds: [
        "ផែនការដែលបានរៀប",
        "ការជួបដែលបានធ្វើ",
        "ការទាក់ទងដែលបានកត់",
        "សំណួរដែលបានចម្លើយ",
        "លិខិតដែលបានផ្ញើ",
        "សំណួរអំពីច្បាប់",
        "សេវាដែលបានវាយតម្លៃ",
        "ពាក្យបណ្តឹង និងសំណើ",
        "ជំហានដែលបានធ្វើរួច",
        "កាតព្វកិច្ចដែលបានបំពេញ",
    ],
    ended: "លទ្ធផល",
    helped: "អ្វីដែលបានជួយ",
    print: "បោះពុម្ព ឬរក្សាទុក",
};

pub const EN: Year = Year {
    title: "My year",
    lead: "What you did in one year. Only you see it.",
    none: "Nothing in this year yet",
    none_help: "When you make a plan, meet an official or send a letter, it is counted here.",
    year: "Year",
    counts: "What I did",
    kinds: [
        "Plans made",
        "Meetings held",
        "Contacts noted",
        "Questions answered",
        "Letters sent",
        "Questions about laws",
        "Services rated",
        "Complaints and requests",
        "Steps done",
        "Duties done",
    ],
    ended: "How it ended",
    helped: "What helped",
    print: "Print or save",
};
