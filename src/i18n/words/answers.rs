//! Words of answers that somebody asked for once and for all, and of an answer in her own plan.

use super::With1;

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Answers {
    pub title: &'static str,
    pub lead: &'static str,
    pub none: &'static str,
    pub none_help: &'static str,
    pub gone: &'static str,
    pub not_approved: &'static str,
    pub expired: &'static str,
    pub approved: With1,
    pub law: With1,
    pub until: With1,
    pub origin: With1,
    pub unchecked: &'static str,
    pub reply: &'static str,
    pub again: &'static str,
    pub asked_again: &'static str,
}

pub const KM: Answers = Answers {
    title: "ចម្លើយដែលមានហើយ",
    lead: "អ្នកជួយបានសួរការិយាល័យ ហើយការិយាល័យបានយល់ព្រមលើចម្លើយ។",
    none: "មិនទាន់មានចម្លើយក្នុងទូរស័ព្ទនេះទេ",
    none_help: "អ្នកជួយ ឬអង្គការ អាចផ្ញើឯកសារចម្លើយមកអ្នក។ បើកវានៅ «ទិន្នន័យរបស់ខ្ញុំ»។",
    gone: "រកចម្លើយនេះមិនឃើញក្នុងទូរស័ព្ទនេះ",
    not_approved: "ការិយាល័យមិនទាន់យល់ព្រមលើចម្លើយនេះទេ។",
    expired: "ចម្លើយនេះចាស់ហើយ។ សូមសួរម្តងទៀត មុនធ្វើតាម។",
    approved: With1("ការិយាល័យយល់ព្រម {}"),
    law: With1("ច្បាប់ដែលគេប្រាប់៖ {}"),
    until: With1("ប្រើបានដល់ {}"),
    origin: With1("មកពី៖ {}"),
    unchecked: "ចម្លើយនេះមកពីទូរស័ព្ទផ្សេង។ អ្នកជួយនៅទីនេះ មិនទាន់បានពិនិត្យទេ។",
    reply: "ចម្លើយ",
    again: "ខ្ញុំចង់សួរម្តងទៀតដោយខ្លួនឯង",
    asked_again: "សំណួរនេះនៅក្នុងបញ្ជីសួរម្តងទៀត",
};

pub const EN: Answers = Answers {
    title: "Known answers",
    lead: "Somebody who helps others asked the office, and the office approved the answer.",
    none: "No answers on this phone yet",
    none_help: "Somebody who helps you, or an organization, can send you a file with answers. Open it under “My data”.",
    gone: "This answer is not on this phone",
    not_approved: "The office has not approved this answer yet.",
    expired: "This answer is old. Ask again before you rely on it.",
    approved: With1("Approved by the office on {}"),
    law: With1("Law they named: {}"),
    until: With1("Good until {}"),
    origin: With1("From: {}"),
    unchecked: "This answer came from another phone. The helper here has not checked it.",
    reply: "Answer",
    again: "I want to ask again myself",
    asked_again: "The question is on the list to ask again",
};
