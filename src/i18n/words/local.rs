//! Words of the offices near her.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Local {
    pub mine: &'static str,
    pub hint: &'static str,
    pub add: &'static str,
    pub unnamed: &'static str,
    pub gone: &'static str,
    pub which: &'static str,
    pub which_hint: &'static str,
    pub name: &'static str,
    pub place: &'static str,
    pub hours: &'static str,
    pub more_ways: &'static str,
    pub map: &'static str,
    pub map_note: &'static str,
    pub to_phone_hint: &'static str,
    pub delete: &'static str,
    pub deleted: &'static str,
}

pub const KM: Local = Local {
    mine: "ការិយាល័យជិតខ្ញុំ",
    hint: "សាលាឃុំ ឬការិយាល័យស្រុកដែលអ្នកទៅ៖ ទុកលេខ ម៉ោង និងទីតាំង ក្នុងទូរស័ព្ទនេះ។",
    add: "បន្ថែមការិយាល័យជិតខ្ញុំ",
    unnamed: "មិនទាន់មានឈ្មោះ",
    gone: "រកការិយាល័យនេះមិនឃើញក្នុងទូរស័ព្ទនេះ",
    which: "ជាការិយាល័យណា?",
    which_hint: "បើអ្នកជ្រើសរើស យើងបង្ហាញសេវានៅទីនោះ។",
    name: "ឈ្មោះការិយាល័យ",
    place: "ទីតាំង ឬអ្វីនៅជិត",
    hours: "ម៉ោងធ្វើការ",
    more_ways: "គណនីផ្សេងទៀត",
    map: "រកលើផែនទី",
    map_note: "បើក Google Maps ដែលត្រូវការអ៊ីនធឺណិត ហើយដឹងថាអ្នករកការិយាល័យណា។",
    to_phone_hint: "ឈ្មោះ លេខ ម៉ោង និងទីតាំង ទៅទូរស័ព្ទអ្នកផ្សេង។ អ្វីដែលអ្នកកត់ទុក នៅក្នុងទូរស័ព្ទនេះ។",
    delete: "លុបការិយាល័យនេះ",
    deleted: "បានលុបការិយាល័យ",
};

pub const EN: Local = Local {
    mine: "Offices near me",
    hint: "The commune hall or district office where you go: keep its number, hours and place on this phone.",
    add: "Add my local office",
    unnamed: "No name yet",
    gone: "This office is not on this phone",
    which: "Which office is it?",
    which_hint: "If you choose one, we show the services there.",
    name: "Name of the office",
    place: "Where it is, or what is near it",
    hours: "Opening hours",
    more_ways: "Other accounts",
    map: "Find on a map",
    map_note: "Opens Google Maps, which needs the internet and learns which office you look for.",
    to_phone_hint: "Name, numbers, hours and place for somebody else's phone. Your notes stay on this phone.",
    delete: "Delete this office",
    deleted: "Office deleted",
};
