//! Words of quick exit, lock, and what they cannot do.

use super::{With1, With2};

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Safety {
    pub title: &'static str,
    pub leave_title: &'static str,
    pub leave: [&'static str; 3],

    // the lock
    pub lock: &'static str,
    pub lock_hint: &'static str,
    pub is_off: &'static str,
    pub is_on: &'static str,
    /// A PIN, a passphrase.
    pub kinds: [&'static str; 2],
    /// How strong each is.
    pub strength: [&'static str; 2],
    /// The field's name for each.
    pub fields: [&'static str; 2],
    pub again: &'static str,
    pub show: &'static str,
    pub before: [&'static str; 2],
    pub copy_first: &'static str,
    pub set: &'static str,
    pub change: &'static str,
    pub take_off: &'static str,
    pub take_off_hint: &'static str,
    pub lock_now: &'static str,
    pub lend: &'static str,
    pub too_short: [&'static str; 2],
    pub not_same: &'static str,
    pub no_crypto: &'static str,
    pub not_kept: &'static str,
    pub was_set: &'static str,
    pub was_taken_off: &'static str,

    // locked
    pub locked: &'static str,
    pub locked_hint: &'static str,
    pub open: &'static str,
    pub opening: &'static str,
    pub wrong: &'static str,
    pub wait: With1,
    pub forgot: &'static str,
    pub forgot_hint: &'static str,
    pub start_anew: &'static str,
    pub not_anew: &'static str,
    pub start_anew_sure: &'static str,
    pub started_anew: &'static str,

    // a sealed copy
    pub seal_copy: &'static str,
    pub seal_copy_hint: &'static str,
    pub sealed_copy: &'static str,
    pub sealed_copy_hint: &'static str,

    // the name on the phone
    pub disguise: &'static str,
    pub disguise_hint: &'static str,
    /// The true name, the neutral one.
    pub names: [&'static str; 2],
    pub plain_name: &'static str,

    pub limits_title: &'static str,
    pub limits: [&'static str; 6],

    // copies
    pub snapshots: &'static str,
    pub snapshots_hint: &'static str,
    pub no_snapshots: &'static str,
    pub snapshot: With2,
    pub look: &'static str,
    pub nudge: With1,
    pub last_copy: With1,
    pub never_copied: &'static str,
    pub room: With2,
}

pub const KM: Safety = Safety {
    title: "សុវត្ថិភាព",
    leave_title: "ចេញភ្លាមៗ",
    leave: [
        "ចុច «ចេញ» ខាងលើ ឬចុចបីដងញាប់ៗលើកន្លែងទំនេរ ឬចុច Esc ពីរដង។",
        "ភ្លាមនោះ អេក្រង់ក្លាយជាតារាងមេគុណ។ ចុចថយក្រោយ ក៏មិនឃើញកម្មវិធីនេះទេ។",
        "ចុច × ក្នុងតារាង ដើម្បីបើកវិញ។",
    ],

    lock: "សោ",
    lock_hint: "បើអ្នកផ្សេងប្រើទូរស័ព្ទនេះដែរ អ្នកអាចចាក់សោផែនការ និងទំនាក់ទំនងរបស់អ្នក។ ព័ត៌មានអំពីសិទ្ធិ នៅតែអានបាន ដោយមិនបាច់ដោះសោ។",
    is_off: "មិនទាន់ចាក់សោ",
    is_on: "មានសោហើយ",
    kinds: ["លេខសម្ងាត់", "ពាក្យសម្ងាត់"],
    strength: [
        "យ៉ាងតិច ៦ ខ្ទង់។ ការពារពីអ្នកលួចមើល។ អ្នកជំនាញដែលចម្លងទិន្នន័យចេញពីទូរស័ព្ទ អាចរកឃើញក្នុងរយៈពេលពីរនាទី។",
        "ពាក្យបួន ដែលមិនទាក់ទងគ្នា។ សូម្បីតែអ្នកជំនាញ ក៏រកមិនឃើញដែរ។",
    ],
    fields: ["លេខសម្ងាត់", "ពាក្យសម្ងាត់"],
    again: "វាយម្តងទៀត",
    show: "បង្ហាញអ្វីដែលខ្ញុំវាយ",
    before: [
        "បើភ្លេច គ្មានអ្នកណាដោះសោបានទេ។ អ្វីដែលអ្នកបានសរសេរ នឹងបាត់ លើកលែងតែអ្នកមានច្បាប់ចម្លង។",
        "អ្វីដែលបានសរសេរមុនចាក់សោ អាចសល់ស្នាមក្នុងទូរស័ព្ទមួយរយៈ។",
    ],
    copy_first: "ទុកច្បាប់ចម្លងសិន",
    set: "ចាក់សោ",
    change: "ប្តូរលេខ ឬពាក្យសម្ងាត់",
    take_off: "ឈប់ប្រើសោ",
    take_off_hint: "បញ្ជាក់ថាជាអ្នក ដោយវាយម្តងទៀត។ បន្ទាប់មក អ្នកណាកាន់ទូរស័ព្ទនេះ អាចអានបាន។",
    lock_now: "ចាក់សោឥឡូវ",
    lend: "ឱ្យគេខ្ចីទូរស័ព្ទ? ចាក់សោសិន។ គេឃើញតែព័ត៌មានអំពីសិទ្ធិ មិនឃើញអ្វីរបស់អ្នកទេ។",
    too_short: ["សូមវាយយ៉ាងតិច ៦ ខ្ទង់។", "សូមវាយយ៉ាងតិច ១២ អក្សរ។"],
    not_same: "វាយពីរដង មិនដូចគ្នា។ សូមវាយម្តងទៀត។",
    no_crypto: "កម្មវិធីរុករកនេះ ចាក់សោមិនបានទេ។ សូមបើកផ្លូវសិទ្ធិតាមអាសយដ្ឋាន https។",
    not_kept: "មិនទាន់ចាក់សោបានទេ ព្រោះទូរស័ព្ទមិនបានរក្សាទុក។ អ្វីៗនៅដដែល។",
    was_set: "បានចាក់សោ។ វានឹងសួរអ្នក ពេលបើកកម្មវិធី។",
    was_taken_off: "លែងប្រើសោហើយ",

    locked: "កំពុងចាក់សោ",
    locked_hint: "ផែនការ និងទំនាក់ទំនង ត្រូវបានចាក់សោ។ ព័ត៌មានអំពីសិទ្ធិ នៅតែអានបាន។",
    open: "ដោះសោ",
    opening: "សូមរង់ចាំបន្តិច…",
    wrong: "មិនត្រូវទេ។",
    wait: With1("សូមរង់ចាំ {} វិនាទី រួចសាកម្តងទៀត។"),
    forgot: "ភ្លេចហើយ?",
    forgot_hint: "គ្មានអ្នកណាដោះសោនេះបានទេ សូម្បីតែយើង។ បើអ្នកមានច្បាប់ចម្លង ចាប់ផ្តើមថ្មី រួចយកវាមកវិញ។ មុននឹងលុប កម្មវិធីទាញយកទិន្នន័យដែលចាក់សោទុក ក្រែងថ្ងៃក្រោយអ្នកនឹកឃើញ។",
    start_anew: "ចាប់ផ្តើមថ្មី ដោយមិនមានផែនការចាស់",
    not_anew: "ទេ ទុកសោដដែល",
    start_anew_sure: "លុប ហើយចាប់ផ្តើមថ្មី",
    started_anew: "បានចាប់ផ្តើមថ្មី។ ទិន្នន័យដែលចាក់សោ នៅក្នុងឯកសារដែលបានទាញយក។",

    seal_copy: "ច្បាប់ចម្លងមានពាក្យសម្ងាត់",
    seal_copy_hint: "អ្នកណាបើកឯកសារនេះ ត្រូវដឹងពាក្យសម្ងាត់។ បើភ្លេច វាបើកមិនបានទេ។",
    sealed_copy: "ច្បាប់ចម្លងនេះមានសោ",
    sealed_copy_hint: "វាយលេខ ឬពាក្យសម្ងាត់ដែលអ្នកបានប្រើពេលនោះ។",

    disguise: "ឈ្មោះលើអេក្រង់ទូរស័ព្ទ",
    disguise_hint: "ជ្រើសរើសមុនដំឡើងកម្មវិធី។ រូប និងឈ្មោះធម្មតា មិនប្រាប់ថាកម្មវិធីនេះអំពីអ្វីទេ។ បើបានដំឡើងហើយ លុបចេញ រួចដំឡើងម្តងទៀត។ ផែនការនៅដដែល បើអ្នកមិនលុបទិន្នន័យរបស់កម្មវិធីរុករក។",
    names: ["ផ្លូវសិទ្ធិ", "តារាង (ឈ្មោះធម្មតា)"],
    plain_name: "តារាង",

    limits_title: "អ្វីដែលការពារមិនបាន",
    limits: [
        "អ្នកដែលមើលប្រវត្តិកម្មវិធីរុករក អាចឃើញថាអ្នកបានបើកផ្លូវសិទ្ធិ។",
        "អ្វីដែលអ្នកបានផ្ញើ ចម្លង បោះពុម្ព ឬដាក់ក្នុងប្រតិទិន នៅក្រៅកម្មវិធីនេះ។ សោមិនការពារវាទេ។",
        "អ្នកដែលឃើញអ្នកវាយលេខសម្ងាត់ ឬកាន់ទូរស័ព្ទពេលដោះសោ អាចអានបាន។",
        "កម្មវិធីលួចមើលក្នុងទូរស័ព្ទ អាចឃើញអ្វីដែលអ្នកកំពុងមើល។",
        "ការលុបទិន្នន័យកម្មវិធីរុករក លុបផែនការទាំងអស់។ សូមទុកច្បាប់ចម្លងនៅកន្លែងផ្សេង។",
        "បើអ្នកមានគ្រោះថ្នាក់ សុវត្ថិភាពរបស់អ្នកសំខាន់ជាងផែនការ។ ចេញឱ្យឆ្ងាយ ហើយសុំជំនួយ។",
    ],

    snapshots: "សភាពចាស់ៗក្នុងទូរស័ព្ទនេះ",
    snapshots_hint: "កម្មវិធីទុកសភាពចាស់ ៥ ចុងក្រោយ នៅថ្ងៃដែលអ្នកបានបើកវា។ អ្នកអាចមើល ហើយយកអ្វីដែលបាត់មកវិញ។",
    no_snapshots: "មិនទាន់មានទេ។ សភាពទីមួយ នឹងត្រូវបានទុក ពេលអ្នកបើកកម្មវិធីលើកក្រោយ។",
    snapshot: With2("{0}៖ {1}"),
    look: "មើល",
    nudge: With1("អ្វីថ្មីដែលមិនទាន់មានច្បាប់ចម្លង៖ {}។ បើទូរស័ព្ទបាត់ អ្វីទាំងនោះក៏បាត់ដែរ។"),
    last_copy: With1("ច្បាប់ចម្លងចុងក្រោយ៖ {}"),
    never_copied: "មិនទាន់មានច្បាប់ចម្លងនៅក្រៅទូរស័ព្ទនេះទេ",
    room: With2("ប្រើ {0} ក្នុងចំណោម {1}"),
};

pub const EN: Safety = Safety {
    title: "Safety",
    leave_title: "Quick exit",
    leave: [
        "Tap “Exit” above, or tap three times quickly on an empty place, or press Esc twice.",
        "The screen turns into a multiplication table at once. Going back does not show this app.",
        "Tap × in the table to come back.",
    ],

    lock: "Lock",
    lock_hint: "If others use this phone too, you can lock your plans and contacts. What there is to read about rights stays open.",
    is_off: "No lock is set",
    is_on: "The lock is set",
    kinds: ["PIN", "Passphrase"],
    strength: [
        "At least 6 digits. It stops curious people. An expert who copies the data off the phone finds it in two minutes.",
        "Four words that have nothing to do with each other. Experts do not find them either.",
    ],
    fields: ["PIN", "Passphrase"],
    again: "Type it again",
    show: "Show what I type",
    before: [
        "If you forget it, nobody can open the lock. What you wrote is lost then, unless you have a copy.",
        "What was written before the lock was set may leave traces on the phone for a while.",
    ],
    copy_first: "Keep a copy first",
    set: "Set the lock",
    change: "Change PIN or passphrase",
    take_off: "Stop using the lock",
    take_off_hint: "Type it once more to show that it is you. After that, whoever holds this phone can read everything.",
    lock_now: "Lock now",
    lend: "Lending your phone? Lock first. Others then see what there is to read about rights, and nothing of yours.",
    too_short: ["Type at least 6 digits.", "Type at least 12 letters."],
    not_same: "The two are not the same. Type them again.",
    no_crypto: "This browser cannot lock. Open Phlov at an https address.",
    not_kept: "The lock could not be set: the phone did not store it. Nothing was changed.",
    was_set: "Locked. You will be asked when the app is opened.",
    was_taken_off: "The lock is off",

    locked: "Locked",
    locked_hint: "Plans and contacts are locked. What there is to read about rights stays open.",
    open: "Unlock",
    opening: "One moment…",
    wrong: "That is not right.",
    wait: With1("Wait, then try again. Seconds left: {}"),
    forgot: "Forgotten?",
    forgot_hint: "Nobody can open this lock, we neither. If you have a copy, start anew and bring it back. Before deleting, the app saves the locked data as a file, in case you remember one day.",
    start_anew: "Start anew without the old plans",
    not_anew: "No, keep it locked",
    start_anew_sure: "Delete and start anew",
    started_anew: "Started anew. The locked data is in the file that was saved.",

    seal_copy: "Copy with a passphrase",
    seal_copy_hint: "Whoever opens this file must know the passphrase. If you forget it, the file cannot be opened.",
    sealed_copy: "This copy is locked",
    sealed_copy_hint: "Type the PIN or passphrase that you used then.",

    disguise: "Name on the phone's screen",
    disguise_hint: "Choose before you install. A plain name and picture do not tell what the app is about. If it is installed already, remove it and install it again. Your plans stay if you do not clear the browser's data.",
    names: ["Phlov", "Table (a plain name)"],
    plain_name: "Table",

    limits_title: "What this cannot protect",
    limits: [
        "Whoever looks at the browser's history may see that you opened Phlov.",
        "What you sent, copied, printed or put into a calendar is outside this app. The lock does not protect it.",
        "Whoever sees you type the PIN, or holds the phone while it is unlocked, can read.",
        "Spying apps on the phone may see your screen.",
        "Clearing the browser's data deletes all plans. Keep a copy elsewhere.",
        "If you are in danger, your safety matters more than a plan. Get away and ask for help.",
    ],

    snapshots: "Earlier states on this phone",
    snapshots_hint: "The app keeps how things stood on the last 5 days on which you opened it after a change. You can look, and bring back what is missing.",
    no_snapshots: "None yet. The first is kept when you open the app next time.",
    snapshot: With2("{0}: {1}"),
    look: "Look",
    nudge: With1("Plans and people without a copy: {}. If the phone is lost, they are lost too."),
    last_copy: With1("Last copy: {}"),
    never_copied: "There is no copy outside this phone yet",
    room: With2("{0} of {1} used"),
};
