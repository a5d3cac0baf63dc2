//! Words of the calendar, and of the plan on paper, as a picture, and read aloud.

use super::{With1, With2};

#[derive(Debug)]
pub struct Paper {
    // the calendar
    pub calendar: &'static str,
    pub today: With1,
    pub overdue: &'static str,
    pub this_week: &'static str,
    pub next_week: &'static str,
    /// In the order of [`crate::plan::Event`].
    pub events: [&'static str; 4],
    pub at: With2,
    pub nothing: &'static str,
    pub nothing_help: &'static str,
    pub save_all: &'static str,
    pub save_hint: &'static str,
    pub file_saved: &'static str,
    pub tomorrow: With1,

    // the plan on paper
    pub title: &'static str,
    pub open: &'static str,
    pub language: &'static str,
    /// Khmer, English, both.
    pub languages: [&'static str; 3],
    pub print: &'static str,
    pub sheet: &'static str,
    pub until: With1,
    pub next: With1,
    pub more: With1,
    pub code: &'static str,

    // sending
    pub send_text: &'static str,
    pub send_picture: &'static str,
    pub copy: &'static str,
    pub sent: &'static str,
    pub picture_saved: &'static str,
    pub not_sent: &'static str,
    pub by_hand: &'static str,

    // read aloud
    pub aloud: &'static str,
    pub aloud_hint: With1,
    pub hello: &'static str,
    pub one_question: &'static str,
    pub questions: With1,
    pub nth: With2,
    pub thanks: &'static str,
    pub who_else: &'static str,
}

pub const KM: Paper = Paper {
    calendar: "ប្រតិទិន",
    today: |day| ["តាមទូរស័ព្ទនេះ ថ្ងៃនេះជា", day, "។"].concat(),
    overdue: "ហួសថ្ងៃហើយ តែនៅតែធ្វើបាន",
    this_week: "សប្តាហ៍នេះ",
    next_week: "សប្តាហ៍ក្រោយ",
    events: ["ជួបមន្ត្រី", "ថ្ងៃផុតកំណត់", "អ្វីដែលបានសន្យា", "ទាក់ទងម្តងទៀត"],
    at: |day, time| [day, " ម៉ោង ", time].concat(),
    nothing: "មិនទាន់មានអ្វីតាមថ្ងៃទេ",
    nothing_help: "ពេលអ្នកដាក់ថ្ងៃផុតកំណត់ ឬថ្ងៃជួបមន្ត្រីក្នុងផែនការ អ្នកនឹងឃើញវានៅទីនេះ។",
    save_all: "ដាក់ក្នុងប្រតិទិនទូរស័ព្ទ",
    save_hint: "បើកឯកសារដែលបានទាញយក រួចចុចរក្សាទុក។ អ្នកណាមើលប្រតិទិនទូរស័ព្ទ អាចឃើញវា។",
    file_saved: "បានទាញយកហើយ។ បើកឯកសារនោះ រួចចុចរក្សាទុក។",
    tomorrow: |what| ["ថ្ងៃស្អែក៖ ", what].concat(),

    title: "ផែនការលើក្រដាស",
    open: "បោះពុម្ព ឬផ្ញើផែនការ",
    language: "ភាសាលើក្រដាស",
    languages: ["ខ្មែរ", "អង់គ្លេស", "ទាំងពីរភាសា"],
    print: "បោះពុម្ព",
    sheet: "អ្វីដែលនឹងឃើញលើក្រដាស",
    until: |day| ["ធ្វើពេលណាក៏បាន រហូតដល់", day].concat(),
    next: |what| ["ជំហានបន្ទាប់៖ ", what].concat(),
    more: |n| ["និង ", n, " ទៀតក្នុងកម្មវិធី"].concat(),
    code: "កូដ QR សម្រាប់បើកទំព័រសេវានេះ",

    send_text: "ផ្ញើជាសារ",
    send_picture: "ផ្ញើជារូបភាព",
    copy: "ចម្លងអក្សរ",
    sent: "បានផ្ញើទៅកម្មវិធីដែលអ្នកជ្រើសហើយ។",
    picture_saved: "បានទាញយករូបភាព។ អ្នកផ្ញើរូបនោះបាន។",
    not_sent: "មិនបានផ្ញើទេ។ អ្នកអាចចម្លងអក្សរជំនួសវិញ។",
    by_hand: "ចុចអក្សរខាងក្រោមឱ្យជាប់ រួចជ្រើសចម្លង។",

    aloud: "អត្ថបទសម្រាប់អានឮៗ",
    aloud_hint: |n| ["អានតាមទូរស័ព្ទ ឬឧបករណ៍បំពងសំឡេង ប្រហែល ", n, " វិនាទី។"].concat(),
    hello: "ជម្រាបសួរ។ ខ្ញុំជាស្ត្រីម្ចាស់អាជីវកម្មតូច។",
    one_question: "ខ្ញុំសូមសួរសំណួរមួយ។",
    questions: |n| ["ខ្ញុំសូមសួរ ", n, " សំណួរ។"].concat(),
    nth: |n, what| ["ទី", n, "៖ ", what].concat(),
    thanks: "សូមអរគុណច្រើន ដែលបានស្តាប់ខ្ញុំ។",
    who_else: "បើត្រូវសួរអ្នកផ្សេង សូមប្រាប់ខ្ញុំថាគួរសួរអ្នកណា។",
};

pub const EN: Paper = Paper {
    calendar: "Calendar",
    today: |day| ["By this phone, today is ", day, "."].concat(),
    overdue: "Past its day, but still to be done",
    this_week: "This week",
    next_week: "Next week",
    events: ["Meeting", "Last day", "Promised", "Get in touch again"],
    at: |day, time| [day, " at ", time].concat(),
    nothing: "Nothing has a day yet",
    nothing_help: "When you set a last day or a meeting in a plan, you will see it here.",
    save_all: "Put into my phone's calendar",
    save_hint: "Open the file that was saved, then tap save. Whoever sees the phone's calendar can see it.",
    file_saved: "The file was saved. Open it, then tap save.",
    tomorrow: |what| ["Tomorrow: ", what].concat(),

    title: "Plan on paper",
    open: "Print or send the plan",
    language: "Language on the paper",
    languages: ["Khmer", "English", "Both languages"],
    print: "Print",
    sheet: "What will be on the paper",
    until: |day| ["Any time until ", day].concat(),
    next: |what| ["Next step: ", what].concat(),
    more: |n| ["and ", n, " more in the app"].concat(),
    code: "QR code that opens the page of this service",

    send_text: "Send as a message",
    send_picture: "Send as a picture",
    copy: "Copy the text",
    sent: "Given to the app you chose.",
    picture_saved: "The picture was saved. You can send it.",
    not_sent: "Nothing was sent. You can copy the text instead.",
    by_hand: "Press and hold the text below, then choose copy.",

    aloud: "Text to read aloud",
    aloud_hint: |n| ["On the phone or through a loudspeaker: about ", n, " seconds."].concat(),
    hello: "Hello. I am a woman who runs a small business.",
    one_question: "I have one question.",
    questions: |n| ["I have ", n, " questions."].concat(),
    nth: |n, what| ["Question ", n, ": ", what].concat(),
    thanks: "Thank you very much for listening.",
    who_else: "If I should ask somebody else, please tell me whom.",
};
