//! Words of helper mode: the desk: what there is to do, and the way to every room.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Desk {
    pub title: &'static str,
    pub lead: [&'static str; 3],
    pub add_first: &'static str,
    pub now: &'static str,
    /// People, open plans, questions that wait, plans whose day has come.
    pub counts: [&'static str; 4],
    pub urgent: &'static str,
    pub questions: &'static str,
    pub together: &'static str,
    pub passing: &'static str,
    pub own: &'static str,
    pub duties: &'static str,
    pub duties_hint: &'static str,
}

pub const KM: Desk = Desk {
    title: "ផ្ទាំងការងារអ្នកជួយ",
    lead: [
        "ទីនេះ អ្នកជួយស្ត្រីច្រើននាក់ ដោយទូរស័ព្ទតែមួយ។",
        "សំណួររបស់ពួកគាត់ក្លាយជាសំណួររួមមួយ សម្រាប់ការិយាល័យនីមួយៗ ហើយចម្លើយត្រឡប់ទៅគ្រប់គ្នាវិញ។",
        "អ្វីៗនៅក្នុងទូរស័ព្ទនេះ។ គ្មានអ្វីចេញទៅក្រៅទេ បើអ្នកមិនចុចផ្ញើ។",
    ],
    add_first: "បន្ថែមអ្នកទីមួយ",
    now: "ឥឡូវនេះ",
    counts: ["អ្នកដែលខ្ញុំជួយ", "ផែនការកំពុងធ្វើ", "សំណួររង់ចាំចម្លើយ", "ដល់ថ្ងៃផុតកំណត់ ឬហួសហើយ"],
    urgent: "ត្រូវធ្វើមុនគេ",
    questions: "សំណួរ",
    together: "ធ្វើការជាមួយគ្នា",
    passing: "ចែករំលែក និងរបាយការណ៍",
    own: "អង្គការរបស់យើង",
    duties: "កាតព្វកិច្ចរបស់អង្គការយើង",
    duties_hint: "ការចុះបញ្ជី របាយការណ៍ ពន្ធ ប.ស.ស. និងការងារ",
};

pub const EN: Desk = Desk {
    title: "The helper's desk",
    lead: [
        "Here you help many women with one phone.",
        "Their questions become one voice to each office, and the answers go back to everyone.",
        "Everything stays on this phone. Nothing is sent unless you tap send.",
    ],
    add_first: "Add the first person",
    now: "Now",
    counts: ["People I help", "Open plans", "Questions waiting for an answer", "Due today, or past"],
    urgent: "Most urgent",
    questions: "Questions",
    together: "Working together",
    passing: "Sharing and reports",
    own: "Our organization",
    duties: "Our own duties",
    duties_hint: "Registration, reports, tax, NSSF, labour",
};
