//! The lists of words by which questions are taken apart ([`super`]). Words of one line, parted by `|`, mean the same; Khmer as sellers write
//! it, without spaces, English beside it.

/// What must be the same. Words of one line mean the same; the first nine ask for something.
pub const FIRM: [&str; 36] = [
    "ប៉ុន្មាន|ប៉ុណ្ណា|how much|what is the|what are the|what does|how expensive",
    "ប៉ុន្មានថ្ងៃ|ប៉ុន្មានខែ|ប៉ុន្មានឆ្នាំ|ប៉ុន្មានម៉ោង|ប៉ុន្មានសប្តាហ៍|យូរប៉ុណ្ណា|យូរប៉ុន្មាន|រយៈពេលប៉ុន្មាន|ពេលប៉ុន្មាន|រយៈពេលប៉ុណ្ណា|រយៈពេល|how long|how many days|how many weeks|how many months|how many years|how much time",
    "ប៉ុន្មាននាក់|how many people|how many workers|how many employees|how many staff",
    "ប៉ុន្មានដង|ញឹកញាប់ប៉ុណ្ណា|how often|how many times",
    "នៅឯណា|ឯណា|នៅទីណា|ទីណា|កន្លែងណា|ត្រង់ណា|ការិយាល័យណា|where|which office|what office",
    "ពេលណា|អង្កាល់|ថ្ងៃណា|ថ្ងៃទីប៉ុន្មាន|ខែណា|ថ្ងៃផុតកំណត់|ថ្ងៃចុងក្រោយ|when is|when do|when does|when will|when can|when must|when should|when are|by when|until when|what date|which date|which day|what day|what is the deadline|what is the last day|deadline|last day",
    "អ្នកណា|នរណា|who|whom",
    "ហេតុអ្វី|ហេតុអី|ម៉េចបានជា|ម៉េចក៏|why|what is the reason",
    "ធ្វើម៉េច|ធ្វើយ៉ាងម៉េច|ធ្វើដូចម្តេច|ធ្វើយ៉ាងណា|យ៉ាងដូចម្តេច|យ៉ាងម៉េច|ដូចម្តេច|ម៉េច|យ៉ាងណា|តាមរបៀបណា|how do i|how to|how can i|how|what are the steps",
    "ឯកសារអ្វីខ្លះ|ឯកសារអ្វី|ឯកសារអី|ឯកសារ|ក្រដាសស្នាម|ក្រដាស|documents|document|papers|paper|paperwork",
    "ពិន័យ|ផាកពិន័យ|ផាក|ទណ្ឌកម្ម|fine|fined|fines|penalty|penalties|punished",
    "អនឡាញ|តាមអ៊ីនធឺណិត|អ៊ីនធឺណិត|online|internet",
    "បន្តសុពលភាព|បន្តឡើងវិញ|បន្តអាជ្ញាប័ណ្ណ|បន្ត|renew|renewal|renewed|extend",
    "បាត់|lost|lose",
    "ផ្លាស់ប្តូរ|ប្តូរ|កែប្រែ|កែ|change|changed|correct|update",
    "បិទ|ឈប់|បញ្ឈប់|close|closed|closing|stop|stopped|dismiss|dismissed",
    "លើកលែង|រួចពន្ធ|ឥតគិតថ្លៃ|អត់អស់លុយ|មិនគិតថ្លៃ|exempt|exemption|free of charge|free|for nothing",
    "សងវិញ|ដកវិញ|បានវិញ|refund|money back",
    "ប្តឹងតវ៉ា|ប្តឹង|តវ៉ា|complain|complaint|object|objection|appeal",
    "សុពលភាព|ផុតកំណត់|ផុតសុពលភាព|ប្រើបានដល់|ប្រើបាន|valid|validity|expire|expires|expired|last for|last",
    "រាល់ខែ|ប្រចាំខែ|មួយខែម្តង|monthly|every month|each month|a month|per month",
    "រាល់ឆ្នាំ|ប្រចាំឆ្នាំ|មួយឆ្នាំម្តង|yearly|annual|annually|every year|each year|a year|per year",
    "យឺត|ហួសកំណត់|ក្រោយថ្ងៃកំណត់|late|overdue",
    "មុន|before",
    "ក្រោយ|បន្ទាប់ពី|after",
    "លើសពី|លើស|ច្រើនជាង|more than|over|above",
    "តិចជាង|ក្រោម|less than|under|below|fewer than",
    "នាំចេញ|export|exports",
    "នាំចូល|import|imports",
    "លក់|sell|selling",
    "ទិញ|buy|buying",
    "បោះបង់|លុបចោល|cancel|withdraw",
    "ផ្ទេរ|transfer",
    "ឈឺ|sick|ill|sickness",
    "ផ្តល់ឱ្យវិញ|បង្កាន់ដៃ|វិក្កយបត្រ|receipt|invoice",
    "ជំពាក់|បំណុល|debt|owe",
];
/// So many of [`FIRM`] ask for something: beside them "must" and "may" say little.
pub const ASKING: u32 = 10;

/// Whether one must, whether one may: firm in a question that asks for nothing else.
pub const MUST: &str = "ត្រូវតែ|ចាំបាច់|តម្រូវឱ្យ|តម្រូវ|ត្រូវការ|ត្រូវ|must|have to|need to|do i need|required|obliged|need|needs";
pub const MAY: &str = "អាច|អនុញ្ញាតឱ្យ|មានសិទ្ធិ|can i|may i|can we|may we|can|may|allowed|am i entitled|entitled";

/// What it is about, where several words mean the same.
pub const LOOSE: [&str; 44] = [
    "ថ្លៃសេវា|តម្លៃ|ថ្លៃ|កម្រៃ|បង់លុយ|បង់ប្រាក់|បង់|ចំណាយ|អស់លុយ|អស់ប្រាក់|អស់|គិតលុយ|លុយ|ប្រាក់|fee|fees|cost|costs|price|pay|paid|payment|charge|money|riel|រៀល",
    "ពន្ធប៉ាតង់|ប៉ាតង់|patent tax|patent",
    "អាករលើតម្លៃបន្ថែម|អាករតម្លៃបន្ថែម|vat|value added tax",
    "បេឡាជាតិសន្តិសុខសង្គម|បេឡាជាតិ|ប.ស.ស.|បសស|nssf|social security fund|social security",
    "ចុះបញ្ជី|ចុះឈ្មោះ|register|registration|registering|registered|sign up",
    "អាជីវកម្ម|មុខរបរ|រកស៊ី|ជំនួញ|business|businesses|enterprise",
    "ហាង|shop|store",
    "តូប|ផែង|តុលក់|stall|stalls",
    "ផ្សារ|market",
    "ពន្ធដារ|ពន្ធ|tax|taxes|taxation",
    "អាជ្ញាប័ណ្ណ|លិខិតអនុញ្ញាត|ច្បាប់អនុញ្ញាត|licence|license|permit",
    "កម្មករ|បុគ្គលិក|និយោជិត|កូនឈ្នួល|អ្នកធ្វើការ|worker|workers|employee|employees|staff",
    "ប្រាក់កម្ចី|កម្ចី|ខ្ចីលុយ|ខ្ចីប្រាក់|ខ្ចី|loan|loans|borrow|credit",
    "កិច្ចសន្យា|contract|contracts",
    "សម្រាលកូន|សម្រាល|មាតុភាព|maternity|give birth|birth|delivery",
    "ផ្ទៃពោះ|មានទម្ងន់|pregnant|pregnancy",
    "បណ្ណ|កាត|card",
    "វិញ្ញាបនបត្រ|សញ្ញាបត្រ|certificate|diploma",
    "ឈ្មោះ|name",
    "ស្លាក|ផ្លាក|signboard|sign board|sign",
    "ជួល|rent|lease|rented",
    "ប្រាក់ខែ|ប្រាក់ឈ្នួល|ប្រាក់បៀវត្ស|wage|wages|salary|salaries",
    "អប្បបរមា|ទាបបំផុត|យ៉ាងតិច|minimum|lowest|at least",
    "អធិការកិច្ច|ត្រួតពិនិត្យ|inspection|inspections|inspector|inspectors|inspected|inspect",
    "វគ្គសិក្សា|វគ្គ|បណ្តុះបណ្តាល|រៀន|training|course|courses",
    "សុខភាព|health",
    "មន្ទីរពេទ្យ|ពេទ្យ|hospital|clinic",
    "ផ្ទះ|house|home",
    "ប្រកាស|លិខិតប្រកាស|លិខិតប្រកាសពន្ធ|declare|declaration|file",
    "ពាក្យសុំ|ពាក្យ|បែបបទ|form|application|apply",
    "ថ្មី|new",
    "ឈប់សម្រាក|សម្រាក|leave|holiday",
    "គ្រោះថ្នាក់|accident",
    "ម្ចាស់|owner",
    "តូច|តិចតួច|small|micro",
    "ផ្ញើ|ដាក់|បញ្ជូន|send|submit|hand in",
    "ទទួលបាន|ទទួល|បានទទួល|receive|get|find|obtain",
    "ចាប់ផ្តើម|ចាប់ផ្ដើម|start|begin",
    "ចំណូល|income|turnover|revenue",
    "ភាគទាន|contribution|contributions|វិភាគទាន",
    "កូន|child|children",
    "ស្ត្រី|នារី|women|woman",
    "ពិការ|disability|disabled",
    "ឃុំ|សង្កាត់|commune|sangkat",
];

/// Politeness and small words. Where a question ends with one of the last, it is no "not".
pub const DROP: &str = "តើ|នាងខ្ញុំ|ខ្ញុំ|យើងខ្ញុំ|យើង|លោកស្រី|លោក|បង|អ្នក|គាត់|គេ|បាន|មាន|ជា|នៅ|ក្នុង|ពី|ទៅ|មក|ដើម្បី|សម្រាប់|ឱ្យ|រឿង|នេះ|នោះ|ហ្នឹង|និង|ឬ|ក៏|ខ្លះ|អ្វីខ្លះ|អ្វី|អី|ណា|ទេ|ដែរ|ដែល|របស់|ចង់|សូម|ធ្វើ|យក|លើ|វា|បើ|ប្រសិនបើ|ប្រសិន|អំពី|ដល់|សរុប|ទាំងអស់|ទើប|រួច|ចំពោះ|តាម|ដោយ|គឺ|ហើយ|គួរ|នឹង|ដើម|ចូល|\
do|does|did|i|we|you|my|our|your|the|a|an|is|are|am|be|to|for|of|in|on|at|it|its|this|that|have|has|should|will|would|please|want|make|what|which|any|there|if|and|or|with|from|by|as|me|us|they|them|their|she|her|when|take|takes|go|get it|done|some|one|so|about|tell|know|all|altogether|total|bring|was|were|been|being";
/// At the end of a question: "or not?".
pub const ENDS: [&str; 12] = ["ដែរឬទេ", "ឬទេ", "ឬក៏អត់", "ឬអត់", "ឬនៅ", "អត់ទេ", "ដែរទេ", "ទេ", "អត់", "មែនទេ", "or not", "please"];
pub const NOT: &str =
    "មិនទាន់|មិន|អត់|គ្មាន|ពុំ|កុំ|ឥត|not|no|never|without|cannot|cant|dont|doesnt|didnt|wont|isnt|havent|refuse|refuses|refused";
/// Numbers in words, where something is counted; the words that are counted with.
pub const DIGITS_KM: [&str; 10] = ["មួយ", "ពីរ", "បី", "បួន", "ប្រាំមួយ", "ប្រាំពីរ", "ប្រាំបី", "ប្រាំបួន", "ប្រាំ", "ដប់"];
pub const DIGITS_KM_ARE: [u64; 10] = [1, 2, 3, 4, 6, 7, 8, 9, 5, 10];
pub const COUNTED: [&str; 12] = ["នាក់", "ខែ", "ថ្ងៃ", "ឆ្នាំ", "ដង", "សប្តាហ៍", "ម៉ោង", "លាន", "ម៉ឺន", "ពាន់", "រយ", "ដុល្លារ"];
pub const DIGITS_EN: [&str; 12] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"];
pub const DIGITS_EN_ARE: [u64; 12] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12];
/// What makes a number larger.
pub const TIMES: [(&str, u64); 8] = [
    ("លាន", 1_000_000),
    ("ម៉ឺន", 10_000),
    ("មុឺន", 10_000),
    ("ពាន់", 1_000),
    ("រយ", 100),
    ("million", 1_000_000),
    ("thousand", 1_000),
    ("hundred", 100),
];
