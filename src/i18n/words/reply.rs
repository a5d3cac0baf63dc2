//! Words of what offices answer, and of what is shown to an official.

use super::With1;

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Reply {
    pub told: &'static str,
    pub told_hint: &'static str,
    pub may_mean: &'static str,
    pub good_office: &'static str,
    pub say_now: &'static str,
    pub show_large: &'static str,
    pub show_this: With1,
    pub what_next: &'static str,
    pub today: &'static str,
    pub by_day: With1,
    pub into_plan: &'static str,
    pub new_plan: &'static str,
    pub which_plan: &'static str,
    pub in_plan: &'static str,
    pub ways: [&'static str; 3],
    pub ways_help: [&'static str; 3],
    pub helps: &'static str,
    pub show_hint: &'static str,
    pub larger: &'static str,
    pub smaller: &'static str,
}

pub const KM: Reply = Reply {
    told: "គេប្រាប់ខ្ញុំថា…",
    told_hint: "ការិយាល័យឆ្លើយអ្នកយ៉ាងណា?",
    may_mean: "វាប្រហែលមានន័យថា",
    good_office: "ការិយាល័យល្អ",
    say_now: "និយាយឥឡូវនេះ",
    show_large: "បង្ហាញអក្សរធំ",
    show_this: With1("បង្ហាញ៖ {}"),
    what_next: "ត្រូវធ្វើអ្វីបន្ទាប់",
    today: "ថ្ងៃនេះ",
    by_day: With1("ត្រឹម{}"),
    into_plan: "ដាក់ក្នុងផែនការ",
    new_plan: "ផែនការថ្មី",
    which_plan: "ដាក់ក្នុងផែនការណា?",
    in_plan: "បានដាក់ក្នុងផែនការ",
    ways: ["គ្មានចម្លើយ", "ចម្លើយមិនគ្រប់គ្រាន់", "ខុសការិយាល័យ"],
    ways_help: ["រំលឹកដោយសុភាព រួចសួរម្នាក់ទៀត រួចសួរថ្នាក់លើ។", "សួររកវិធាន សុំជាលាយលក្ខណ៍អក្សរ រួចសួរយោបល់អ្នកផ្សេង។", "សួរថា ការិយាល័យណាទទួលបន្ទុក ហើយទៅទីនោះ។"],
    helps: "សេវាដែលអាចជួយ",
    show_hint: "បង្កើនពន្លឺអេក្រង់ រួចបង្ហាញមន្ត្រី។",
    larger: "អក្សរធំជាង",
    smaller: "អក្សរតូចជាង",
};

pub const EN: Reply = Reply {
    told: "They told me…",
    told_hint: "What did the office answer?",
    may_mean: "It may mean",
    good_office: "A good office",
    say_now: "Say now",
    show_large: "Show it large",
    show_this: With1("Show: {}"),
    what_next: "What to do next",
    today: "Today",
    by_day: With1("By {}"),
    into_plan: "Put it into a plan",
    new_plan: "A new plan",
    which_plan: "Into which plan?",
    in_plan: "It is in your plan",
    ways: ["No answer", "An answer that does not help", "The wrong office"],
    ways_help: [
        "Remind politely, then ask another person, then the level above.",
        "Ask for the rule, ask for it in writing, then ask somebody else.",
        "Ask which office is in charge, and go there.",
    ],
    helps: "Services that may help",
    show_hint: "Turn up the brightness, then show it to the official.",
    larger: "Larger letters",
    smaller: "Smaller letters",
};
