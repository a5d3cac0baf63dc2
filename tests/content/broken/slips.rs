//! What an editor can do to the folder that is right, and the sentence that must come back.

/// One slip: what the editor did, in which file, from what to what; then the file and field that are named, and
/// words that must stand in the sentence.
pub type Slip = (&'static str, &'static str, &'static str, &'static str, (&'static str, &'static str), &'static [&'static str]);

pub const S: &str = "services/register.toml";
pub const A: &str = "aims/employ.toml";
pub const R: &str = "rights/work.toml";
pub const O: &str = "authorities/nssf.toml";
pub const L: &str = "laws/labour.toml";
pub const Q: &str = "sources/all.toml";
pub const G: &str = "guide/right.toml";
pub const T: &str = "stories/sokha.toml";
pub const W: &str = "terms/fund.toml";
pub const N: &str = "organizations/network.toml";
pub const P: &str = "profile.toml";
pub const C: &str = "phrases/ask.toml";
pub const F: &str = "frame.toml";
pub const Y: &str = "replies/wait.toml";
pub const H: &str = "holidays.toml";
pub const K: &str = "complaints/silence.toml";

#[rustfmt::skip]
pub const SLIPS: &[Slip] = &[
    // duties
    ("asks about the business what nobody asked", S, "ask = \"workers\"", "ask = \"staff\"", (S, "duties 1"), &["“staff”, which is not a question in profile.toml"]),
    ("named an answer that is not there", S, "any = [\"some\"]", "any = [\"many\"]", (S, "duties 1"), &["“many” is not an option of “workers”"]),
    ("named no answer", S, "any = [\"some\"]", "any = []", (S, "duties 1"), &["names no option"]),
    ("put two conditions on one answer", S, "when = [{ ask = \"workers\", any = [\"some\"] }]", "when = [{ ask = \"workers\", any = [\"some\"] }, { ask = \"workers\", any = [\"none\"] }]", (S, "duties 1"), &["stands twice", "could never apply"]),
    ("set a day that no month has", S, "day = 15", "day = 32", (S, "duties 1: due"), &["day 32 does not exist in every month"]),
    ("forgot the day of the month", S, "every = \"month\", day = 15", "every = \"month\"", (S, "duties 1: due"), &["needs its last day"]),
    ("forgot when in the year", S, "every = \"month\", day = 15", "every = \"year\"", (S, "duties 1: due"), &["needs its window"]),
    ("wrote a day that never comes", S, "every = \"month\", day = 15", "every = \"year\", windows = [{ from = \"02-01\", by = \"02-30\" }]", (S, "duties 1: due"), &["“02-30” is not a day of every year"]),
    ("turned a window round", S, "every = \"month\", day = 15", "every = \"year\", windows = [{ from = \"06-01\", by = \"03-31\" }]", (S, "duties 1: due"), &["ends before it begins"]),
    ("wrote two times at once", S, "day = 15", "day = 15, always = true", (S, "duties 1: due"), &["exactly one of every, on, always"]),
    ("forgot how many days", S, "every = \"month\", day = 15", "on = \"hiring\"", (S, "duties 1: due"), &["within how many days"]),
    ("made a duty of what is free to her", S, "kind = \"obligation\"", "kind = \"entitlement\"", (S, "duties 1"), &["entitlement", "holds no duty"]),
    ("did not say what happens", S, "if_nothing = { text = { km = \"អាចត្រូវពិន័យ។\", en = \"There may be a fine.\" }, repairable = \"yes\" }\n", "", (S, "duties 1"), &["say what happens if she does nothing"]),
    ("gave a condition to a title without one", S, "[[duties]]\nn = 1", "[[duties]]\nn = 1\nonly_if = true", (S, "duties 1"), &["only_if", "belong together"]),
    ("took a published duty away", S, "[[duties]]\nn = 1", "[[duties]]\nn = 2", (S, "duties"), &["n = 1 was published"]),
    ("gave a question about the business no choice", P, ", { id = \"some\", text = { km = \"មាន\", en = \"Yes\" } }", "", (P, "questions workers"), &["two to eight options"]),
    // letters, replies, holidays
    ("named a blank that is not there", C, "អំពី{topic}។", "អំពី{thing}។", (C, "phrase 1"), &["“{thing}”", "is not a blank"]),
    ("filled another blank in English", C, "I ask to meet about {topic}.", "I ask to meet at {place}.", (C, "phrase 1"), &["not have the same blanks"]),
    ("left a brace open", C, "I ask to meet about {topic}.", "I ask to meet about {topic}. {", (C, "phrase 1"), &["a brace is left over"]),
    ("wrote a sentence that can never stand", C, "about {topic}.\" }", "about {topic}.\" }\nunless = [\"topic\"]", (C, "phrase 1"), &["it can never stand"]),
    ("put a greeting into a letter", C, "part = \"open\"", "part = \"greeting\"", (C, "phrase 1"), &["frame.toml"]),
    ("put what is said into the frame", F, "part = \"greeting\"", "part = \"body\"", (F, "phrase 1"), &["frame.toml"]),
    ("asks for what no sentence says", C, "asks = [\"topic\"]", "asks = [\"event\"]", (C, "asks"), &["“event” is asked for"]),
    ("wrote a subject that needs something", C, "km = \"សំណើ\", en = \"Request\" }", "km = \"សំណើ {topic}\", en = \"Request {topic}\" }", (C, "subject_plain"), &["it can have no blank"]),
    ("chooses among sentences that always stand", C, "part = \"close\"", "part = \"close\"\none_of = \"x\"", (C, "phrase 3"), &["add pick"]),
    ("names a standard that is not there", Y, "\"clear\"", "\"kind\"", (Y, "standard"), &["not one of standards.toml"]),
    ("leads to a letter that is not there", Y, "compose = \"ask\"", "compose = \"beg\"", (Y, "compose"), &["the letter “beg” has no entry"]),
    ("leads nowhere", Y, "next = [{ n = 1, days = 0, text = { km = \"កត់ថ្ងៃ។\", en = \"Note the day.\" } }]", "next = []", (Y, "next"), &["every reply leads on"]),
    ("wrote a holiday that does not exist", H, "04-14", "04-31", (H, "2025"), &["is not a date"]),
    ("wrote holidays in no order", H, "\"01-01\", \"04-14\"", "\"04-14\", \"01-01\"", (H, "2025"), &["in their order"]),
    // complaints
    ("ended a clause with a stop", K, "has no answer yet\"", "has no answer yet.\"", (K, "points 1"), &["no stop at its end"]),
    ("took a published clause away", K, "points = [{ km = \"លិខិតមិនទាន់មានចម្លើយ\", en = \"the letter has no answer yet\" }]", "points = []", (K, "points"), &["1 clauses were published", "only at the end"]),
    ("took a published rung away", K, "n = 1", "n = 2", (K, "steps"), &["n = 1 was published"]),
    ("sends to an office that is not there", K, "authority = \"nssf\"", "authority = \"king\"", (K, "step 1"), &["the office “king” has no entry"]),
    ("asks a body for nothing", K, "needs = [\"what\", \"want\"]", "needs = []", (K, "step 1"), &["at least what"]),
    ("needs the same twice", K, "needs = [\"what\", \"want\"]", "needs = [\"what\", \"what\"]", (K, "step 1"), &["stands twice"]),
    ("names a standard nobody wrote", K, "standards = [\"clear\"]", "standards = [\"fast\"]", (K, "standards"), &["not one of standards.toml"]),
    ("names a law nobody wrote", K, "laws = [\"labour\"]", "laws = [\"jungle\"]", (K, "laws"), &["the law “jungle” has no entry"]),
    ("set a limit without a source", K, "days = 30\nsources = [\"guide\"]", "days = 30\nsources = []", (K, "limit 1"), &["there is no source"]),
    // guide, stories, words, organizations
    ("left a page without questions", G, "[[quiz]]\nn = 1\ntext = { km = \"អ្នកណាជួយ?\", en = \"Who helps?\" }\noptions = [\n  { text = { km = \"ក្រសួង\", en = \"The ministry\" }, right = true, why = { km = \"ត្រូវហើយ។\", en = \"Yes.\" } },\n  { text = { km = \"គ្មានអ្នកណា\", en = \"Nobody\" }, why = { km = \"មានក្រសួង។\", en = \"There is a ministry.\" } },\n]\n", "", (G, "quiz"), &["two or three questions"]),
    ("gave two questions one number", G, "[[quiz]]\nn = 2", "[[quiz]]\nn = 1", (G, "quiz"), &["n = 1 stands twice"]),
    ("took a published question of the guide away", G, "[[quiz]]\nn = 2", "[[quiz]]\nn = 3", (G, "quiz"), &["n = 2 was published", "answers kept there"]),
    ("marked no answer as right", G, ", right = true", "", (G, "quiz 1"), &["exactly one of them with right = true"]),
    ("sent the reader to a service that is not there", G, "services = [\"register\"]", "services = [\"rest\"]", (G, "services"), &["the service “rest” has no entry"]),
    ("left a part empty", G, "texts = [{ km = \"អ្នកអាចធ្វើបាន។\", en = \"You may do it.\" }]", "texts = []", (G, "parts 1"), &["a title but no text"]),
    ("opens a plan that cannot be made", T, "service = \"register\"", "service = \"rest\"", (T, "plan: service"), &["the service “rest” has no entry"]),
    ("asks a question that the service has not", T, "questions = [1]", "questions = [9]", (T, "plan: questions"), &["no question n = 9"]),
    ("asks too much in one meeting", T, "questions = [1]", "questions = [1, 1, 1, 1, 1, 1]", (T, "plan: questions"), &["five questions are the most"]),
    ("did not say what a word means", W, "says = { km = \"ប្រាក់រួម។\", en = \"Money held together.\" }\n", "", (W, "says"), &["say what the word means"]),
    ("calls an office that is not there", W, "says = { km = \"ប្រាក់រួម។\", en = \"Money held together.\" }", "office = \"moon\"", (W, "office"), &["the authority “moon” has no entry"]),
    ("explains a word by itself", W, "confidence =", "see = [\"fund\"]\nconfidence =", (W, "see"), &["cannot refer to itself"]),
    ("refers to a word that is not there", W, "confidence =", "see = [\"bank\"]\nconfidence =", (W, "see"), &["the word “bank” has no entry"]),
    ("wrote a synonym that cannot be searched", W, "\"bela\"", "\"bela |\"", (W, "same"), &["cannot be searched"]),
    ("uses an abbreviation that nobody explains", S, "Business owners.", "Business owners with a TIN.", (S, ""), &["“TIN” is used but not explained", "content/terms/"]),
    ("gave an organization no source", N, "sources = [\"guide\"]", "sources = []", (N, "sources"), &["no source"]),
    // languages
    ("left out the Khmer", S, r#"km = "ចុះឈ្មោះបុគ្គលិក", "#, "", (S, "line 4"), &["Khmer text is missing"]),
    ("left out the English", S, r#", en = "Business owners.""#, "", (S, "line 6"), &["English text is missing"]),
    ("left the Khmer empty", S, "ម្ចាស់អាជីវកម្ម។", "", (S, "who: km"), &["Khmer text is empty"]),
    ("left the English empty", S, "Business owners.", "  ", (S, "who: en"), &["English text is empty"]),
    ("put English in the place of Khmer", S, "ម្ចាស់អាជីវកម្ម។", "Owners.", (S, "who: km"), &["no Khmer letter"]),
    ("typed a syllable in the wrong order", S, "ម្ចាស់អាជីវកម្ម។", "ស្រ្តី។", (S, "who: km"), &["wrong order", "near “ស្រ្តី"]),
    ("pasted an invisible character", S, "ម្ចាស់អាជីវកម្ម។", "ម្ចាស់\u{200c}អាជីវកម្ម។", (S, "who: km"), &["invisible"]),
    ("let a Latin letter touch Khmer", S, "ម្ចាស់អាជីវកម្ម។", "ម្ចាស់aអាជីវកម្ម។", (S, "who: km"), &["not Khmer touches"]),
    ("wrote ASCII digits in Khmer", S, "១៥ ថ្ងៃ", "15 ថ្ងៃ", (S, "summary: km"), &["written in Khmer (១២៣)", "backticks"]),
    ("mixed digits in one number", S, "១៥ ថ្ងៃ", "១5 ថ្ងៃ", (S, "summary: km"), &["mixes Khmer and ASCII digits"]),
    ("let Khmer letters slip into English", S, "within 15", "within ខ 15", (S, "summary: en"), &["Khmer letters in the English text"]),
    ("wrote Khmer digits in English", S, "within 15", "within ១៥", (S, "summary: en"), &["Khmer digits in the English text"]),
    ("wrote other numbers in the two languages", S, "20,000 riel", "25,000 riel", (S, "claims 1: value"), &["numbers differ", "20000", "25000"]),
    ("did not close a backtick", S, "Business owners.", "Business `owners.", (S, "who: en"), &["backtick", "not closed"]),
    ("wrote markup", S, "Business owners.", "<b>Business</b> owners.", (S, "who: en"), &["< or >", "no markup"]),
    ("broke a line", S, r#"en = "Business owners.""#, r#"en = "Business\nowners.""#, (S, "who: en"), &["line break"]),
    ("left a space at the end", S, "Business owners.", "Business owners. ", (S, "who: en"), &["space", "at the beginning or the end"]),
    ("typed two spaces", S, "Business owners.", "Business  owners.", (S, "who: en"), &["two spaces"]),
    // form
    ("forgot a quotation mark", S, r#"icon = "users""#, r#"icon = "users"#, (S, "line 3"), &["not well written TOML", "quotation mark"]),
    ("misspelled a field", S, "need = ", "neeed = ", (S, "line 7"), &["“neeed” is not a field", "summary"]),
    ("left out a field", S, "icon = \"users\"\n", "", (S, "line 1"), &["the field “icon” is missing"]),
    ("chose a kind that is none", S, "\"obligation\"", "\"duty\"", (S, "line 1"), &["“duty” cannot stand here", "entitlement"]),
    ("wrote a word for a number", S, "n = 2", "n = \"two\"", (S, "line 23"), &["wrong form"]),
    ("wrote an icon's name with a capital", S, r#"icon = "users""#, r#"icon = "Users""#, (S, "icon"), &["“Users” is not the name of an icon"]),
    ("wrote a title that is too long", A, "មានបុគ្គលិក\"", "មានបុគ្គលិកច្រើននាក់នៅក្នុងអាជីវកម្មរបស់ខ្ញុំដែលមានហាងច្រើន\"", (A, "title: km"), &["this is a title", "keep it under 24", "small screen"]),
    // ids
    ("named a right that is not there", S, "rights = [\"work\"]", "rights = [\"sleep\"]", (S, "rights"), &["the right “sleep” has no entry"]),
    ("named no right", S, "rights = [\"work\"]", "rights = []", (S, "rights"), &["at least one right"]),
    ("named an office that is not there", S, "id = \"nssf\"", "id = \"nsf\"", (S, "authorities 1"), &["the authority “nsf” has no entry"]),
    ("sends complaints to an office that is not there", S, "to = \"nssf\"", "to = \"king\"", (S, "complaint: to"), &["the authority “king” has no entry"]),
    ("named a law that is not there", S, "law = \"labour\"", "law = \"labor\"", (S, "basis 1"), &["the law “labor” has no entry"]),
    ("rests a right on a law that is not there", R, "laws = [\"labour\"]", "laws = [\"nature\"]", (R, "laws"), &["the law “nature” has no entry"]),
    ("put an office under one that is not there", O, "power =", "under = \"moon\"\npower =", (O, "under"), &["the authority “moon” has no entry"]),
    ("put an office under itself", O, "power =", "under = \"nssf\"\npower =", (O, "under"), &["cannot belong to itself"]),
    ("replaced a law by one that is not there", L, "state = \"in-force\"", "state = \"replaced\"\nreplaced_by = \"x\"", (L, "replaced_by"), &["the law “x” has no entry"]),
    ("replaced a law by nothing", L, "state = \"in-force\"", "state = \"replaced\"", (L, "replaced_by"), &["say by which law"]),
    ("named a neighbour that is not there", S, "need =", "after = [\"rest\"]\nneed =", (S, "after"), &["the service “rest” has no entry"]),
    ("put a service before itself", S, "need =", "before = [\"register\"]\nneed =", (S, "before"), &["before or after itself"]),
    ("leads to a service that is not there", A, "service = \"register\"", "service = \"registr\"", (A, "results 1 (registr)"), &["the service “registr” has no entry"]),
    // sources
    ("made a claim without a source", S, "sources = [\"guide\"]\ndate = \"2025\"", "sources = []\ndate = \"2025\"", (S, "claims 1: sources"), &["no source", "nothing is published without one"]),
    ("left the sources of a claim out", S, "sources = [\"guide\"]\ndate = \"2025\"", "date = \"2025\"", (S, "line 31"), &["there is no source"]),
    ("named a source that is not there", S, "sources = [\"guide\"]", "sources = [\"hearsay\"]", (S, "claims 1: sources"), &["the source “hearsay” is not in content/sources/"]),
    ("gave a phone number without a source", O, "value = \"1286\"\nsources = [\"guide\"]", "value = \"1286\"\nsources = []", (O, "channels 1: sources"), &["no source"]),
    ("kept a source that nobody uses", Q, "", "[old]\nname = { km = \"ចាស់\", en = \"Old\" }\nurl = \"https://example.org\"\ndate = \"2019\"\n", ("sources", "old"), &["no entry uses this source"]),
    ("gave a source an address that does not open", Q, "shared:000", "www.example.org", ("sources", "guide: url"), &["begin with https://"]),
    ("gave a source a capital in its id", Q, "[guide]", "[Guide]", (Q, "Guide"), &["small letters a-z"]),
    // dates
    ("checked it tomorrow", S, "2026-01-02", "2026-01-06", (S, "checked"), &["2026-01-06 lies in the future"]),
    ("signed a law next year", L, "\"1997\"", "\"2027\"", (L, "date"), &["2027 lies in the future"]),
    ("wrote a date that is none", S, "2026-01-02", "2025-02-30", (S, "checked"), &["“2025-02-30” is not a date", "YYYY-MM-DD"]),
    ("wrote a date as people say it", S, "date = \"2025\"", "date = \"May 2025\"", (S, "claims 1: date"), &["“May 2025” is not a date"]),
    // steps, documents, questions
    ("put a step after a later one", S, "text = { km = \"បំពេញ", "after = [2]\ntext = { km = \"បំពេញ", (S, "steps 1"), &["after step 2", "stands later"]),
    ("put a step after one that is not there", S, "after = [1]", "after = [7]", (S, "steps 2"), &["after step 7, which does not exist"]),
    ("gave a number twice", S, "n = 2", "n = 1", (S, "steps"), &["n = 1 stands twice"]),
    ("began to count at nothing", S, "n = 2", "n = 0", (S, "steps"), &["begins at 1"]),
    ("took a published step away", S, "n = 2", "n = 3", (S, "steps"), &["n = 2 was published", "plans on phones"]),
    ("took a published paper away", S, "[[documents]]\nn = 1", "[[documents]]\nn = 2", (S, "documents"), &["n = 1 was published"]),
    ("wrote a service without questions", S, "[[questions]]\nn = 1\ntext = { km = \"តើត្រូវយកអ្វីទៅ?\", en = \"What must I bring?\" }", "", (S, "questions"), &["at least one first question"]),
    // the finder
    ("gave one option", A, "  { id = \"no\", text = { km = \"មិនមាន\", en = \"No\" } },\n", "", (A, "questions staff"), &["at least two options"]),
    ("gave an option twice", A, "id = \"no\"", "id = \"yes\"", (A, "questions staff"), &["the option “yes” stands twice"]),
    ("called an option unsure", A, "id = \"no\"", "id = \"unsure\"", (A, "questions staff"), &["“unsure” cannot be the id", "is taken"]),
    ("asked for an option that is not there", A, "\"yes\", \"no\"]", "\"yes\", \"maybe\"]", (A, "results 1 (register)"), &["“maybe”, which is not an option of “staff”"]),
    ("asked for a question that is not there", A, "question = \"staff\"", "question = \"boss\"", (A, "results 1 (register)"), &["asks for “boss”", "no earlier question"]),
    ("asked for no option", A, "any = [\"yes\", \"no\"]", "any = []", (A, "results 1 (register)"), &["names no option"]),
    ("did not say why not", A, "why_not = { km = \"ព្រោះអ្នកគ្មានបុគ្គលិក។\", en = \"Because you have no staff.\" }", "", (A, "results 1 (register)"), &["needs why_not"]),
    ("left answers that lead nowhere", A, "any = [\"yes\", \"no\"]", "any = [\"yes\"]", (A, "results"), &["lead to no service: staff = no"]),
    ("asked seven questions", A, "[[results]]", SIX_MORE, (A, "questions"), &["7 questions", "six are the most"]),
    // review and contact
    ("reviewed without a name", S, "law = \"draft\" }", "law = \"reviewed\" }", (S, "review"), &["needs the name", "the day"]),
    ("reviewed tomorrow", S, "law = \"draft\" }", "law = \"reviewed\", by = \"Sok Dara\", on = \"2026-02-01\" }", (S, "review: on"), &["lies in the future"]),
    ("wrote a phone number in words", O, "\"1286\"", "\"ask at the gate\"", (O, "channels 1"), &["is not a Phone that a phone can open"]),
    ("wrote a website without https", O, "kind = \"phone\"\nvalue = \"1286\"", "kind = \"website\"\nvalue = \"nssf.gov.kh\"", (O, "channels 1"), &["website: https://"]),
];

const SIX_MORE: &str = r#"
[[questions]]
id = "b"
text = { km = "ទេ?", en = "No?" }
options = [{ id = "x", text = { km = "ទេ", en = "No" } }, { id = "y", text = { km = "មាន", en = "Yes" } }]
[[questions]]
id = "c"
text = { km = "ទេ?", en = "No?" }
options = [{ id = "x", text = { km = "ទេ", en = "No" } }, { id = "y", text = { km = "មាន", en = "Yes" } }]
[[questions]]
id = "d"
text = { km = "ទេ?", en = "No?" }
options = [{ id = "x", text = { km = "ទេ", en = "No" } }, { id = "y", text = { km = "មាន", en = "Yes" } }]
[[questions]]
id = "e"
text = { km = "ទេ?", en = "No?" }
options = [{ id = "x", text = { km = "ទេ", en = "No" } }, { id = "y", text = { km = "មាន", en = "Yes" } }]
[[questions]]
id = "f"
text = { km = "ទេ?", en = "No?" }
options = [{ id = "x", text = { km = "ទេ", en = "No" } }, { id = "y", text = { km = "មាន", en = "Yes" } }]
[[questions]]
id = "g"
text = { km = "ទេ?", en = "No?" }
options = [{ id = "x", text = { km = "ទេ", en = "No" } }, { id = "y", text = { km = "មាន", en = "Yes" } }]

[[results]]"#;
