//! Every word and sentence of the interface, in both languages. One struct, one value per language: a missing word does not
//! compile, in either. These values are what the build packs (`build.rs`), together with the texts of the knowledge base; the app
//! itself holds the packed bytes only, and [`Messages::of`] lays the unpacked words into the same struct.
//!
//! Every field is a `&'static str`, or something made of nothing but them: that is what makes the struct a list.

pub mod answers;
pub mod backup;
pub mod changed;
pub mod complain;
pub mod compose;
pub mod duties;
pub mod en;
pub mod form;
mod gaps;
pub mod helper;
pub mod helping;
pub mod inquiry;
pub mod km;
pub mod learn;
pub mod letter;
pub mod listen;
pub mod local;
pub mod meet;
pub mod paper;
pub mod people;
pub mod reply;
pub mod safety;
pub mod score;
pub mod search;
pub mod year;

pub use gaps::{With1, With2};

/// Every word and sentence of the interface, by screen.
#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Messages {
    pub backup: backup::Backup,
    pub meet: meet::Meet,
    pub paper: paper::Paper,
    pub letter: letter::Letter,
    pub reply: reply::Reply,
    pub compose: compose::Compose,
    pub inquiry: inquiry::Inquiry,
    pub score: score::Score,
    pub complain: complain::Complain,
    pub duties: duties::Duties,
    pub changed: changed::Changed,
    pub year: year::Year,
    pub helping: helping::Helping,
    pub answers: answers::Answers,
    pub form: form::Form,
    pub other_language_text: &'static str,
    pub more_fields: &'static str,
    pub law_number: With2,
    pub law_dated: With2,
    // the shell
    pub app: &'static str,
    pub skip: &'static str,
    pub home: &'static str,
    pub plans: &'static str,
    pub learn: &'static str,
    pub people: &'static str,
    pub more: &'static str,
    pub tabs: &'static str,
    pub back: &'static str,
    /// The name of the other language, in that language.
    pub other_language: &'static str,
    pub to_other_language: &'static str,
    pub offline: &'static str,
    pub offline_ready: With1,
    pub update: &'static str,
    pub update_take: &'static str,
    pub update_here: With1,
    pub update_still: With1,
    pub update_fetch: &'static str,
    pub update_coming: &'static str,
    pub update_failed: &'static str,
    pub single: &'static str,
    pub single_hint: &'static str,
    pub undo: &'static str,
    pub leave: &'static str,
    pub close: &'static str,
    pub not_found: &'static str,
    pub not_found_help: &'static str,
    pub go_home: &'static str,
    pub draft: &'static str,
    pub draft_more: &'static str,

    // saving
    pub saved: &'static str,
    pub saving: &'static str,
    pub kept_not_safe: &'static str,
    pub nearly_full: &'static str,
    pub not_saved_full: &'static str,
    pub not_saved_blocked: &'static str,
    pub not_saved_lost: &'static str,
    pub save_copy: &'static str,
    pub too_new: &'static str,
    pub set_aside: With1,
    pub see_data: &'static str,

    // home
    pub what_do_you_want: &'static str,
    pub choose_aim: &'static str,
    pub not_sure_start: &'static str,
    pub next_things: &'static str,
    pub no_account: &'static str,

    // finder
    pub find: &'static str,
    pub all_services: &'static str,
    pub question_of: With2,
    pub not_sure: &'static str,
    pub change_any_time: &'static str,
    pub previous_question: &'static str,
    pub results: &'static str,
    pub results_hint: &'static str,
    pub because: &'static str,
    pub why_not: &'static str,
    pub near_misses: &'static str,
    pub also_possible: &'static str,
    pub maybe: &'static str,
    pub your_answers: &'static str,
    pub change: &'static str,
    pub see_service: &'static str,
    pub nothing_fits: &'static str,
    pub find_out_plan: &'static str,

    // service
    pub obligation: &'static str,
    pub entitlement: &'static str,
    pub obligation_line: &'static str,
    pub entitlement_line: &'static str,
    pub both_line: &'static str,
    pub make_plan: &'static str,
    pub open_plan: &'static str,
    pub who_for: &'static str,
    pub where_to: &'static str,
    pub decides: &'static str,
    pub investigates: &'static str,
    pub advises: &'static str,
    pub steps: &'static str,
    pub documents: &'static str,
    pub fees_times: &'static str,
    pub ask_office: &'static str,
    pub not_known: &'static str,
    pub other_source: &'static str,
    pub if_nothing: &'static str,
    pub repairable_yes: &'static str,
    pub repairable_no: &'static str,
    pub repairable_unknown: &'static str,
    pub before: &'static str,
    pub after: &'static str,
    pub questions: &'static str,
    pub why_right: &'static str,
    pub law: &'static str,
    pub changes: &'static str,
    pub old_rule: &'static str,
    pub new_rule: &'static str,
    pub since: With1,
    pub good_to_know: &'static str,
    pub good_service: &'static str,
    pub if_problem: &'static str,
    pub sources: &'static str,
    pub source: &'static str,
    pub checked_on: With1,
    pub dated: With1,
    pub undated: &'static str,
    pub no_address: &'static str,
    pub confidence_high: &'static str,
    pub confidence_medium: &'static str,
    pub confidence_low: &'static str,
    pub check_again: &'static str,
    pub about_fee: &'static str,
    pub about_time: &'static str,
    pub about_deadline: &'static str,
    pub about_penalty: &'static str,
    pub about_rate: &'static str,
    pub about_amount: &'static str,
    pub about_threshold: &'static str,
    pub about_contact: &'static str,
    pub about_papers: &'static str,
    pub about_rule: &'static str,

    // right, law, office
    pub state_must: &'static str,
    pub you_may: &'static str,
    pub used_through: &'static str,
    pub not_covered: &'static str,
    pub rights: &'static str,
    pub laws: &'static str,
    pub laws_hint: &'static str,
    pub says: &'static str,
    pub number: &'static str,
    pub date: &'static str,
    pub state: &'static str,
    pub replaced_by: &'static str,
    pub law_kinds: [&'static str; 10],
    pub law_states: [&'static str; 6],
    pub offices: &'static str,
    pub offices_hint: &'static str,
    pub offices_mine: &'static str,
    pub levels: [&'static str; 4],
    pub belongs_to: &'static str,
    pub channels: &'static str,
    pub no_channels: &'static str,
    pub call: With1,
    pub services_here: &'static str,
    pub short_name: &'static str,

    // learn
    pub principle: &'static str,
    pub principle_required: &'static str,
    pub principle_allowed: &'static str,
    pub one_sentence: &'static str,
    pub one_sentence_text: &'static str,
    pub not_only_rights: &'static str,
    pub organizations_note: &'static str,
    pub guide: &'static str,
    pub topics: [&'static str; 4],
    pub go_on: &'static str,
    pub quiz: &'static str,
    pub quiz_right: &'static str,
    pub quiz_wrong: &'static str,
    pub stories: &'static str,
    pub stories_hint: &'static str,
    pub story_note: &'static str,
    pub screen_of: With2,
    pub screen_next: &'static str,
    pub screen_before: &'static str,
    pub story_plan: &'static str,
    pub words: &'static str,
    pub words_hint: &'static str,
    pub same_words: &'static str,
    pub see_also: &'static str,
    pub term_unsure: &'static str,
    pub more_about_word: &'static str,
    pub organizations: &'static str,
    pub helps: [&'static str; 8],
    pub service_duties: &'static str,
    pub duties_note: &'static str,
    pub due_month: With1,
    pub due_year: With2,
    pub due_two_years: &'static str,
    pub due_always: &'static str,
    pub due_after: With2,
    pub due_before: With2,
    pub due_on: With1,
    pub due_first: With1,
    pub one_day: &'static str,
    pub days: With1,
    pub one_working_day: &'static str,
    pub working_days: With1,
    pub months: [&'static str; 12],
    pub events: [&'static str; 9],

    // plans
    pub my_plans: &'static str,
    pub no_plans: &'static str,
    pub no_plans_help: &'static str,
    pub finished_plans: &'static str,
    pub plan_gone: &'static str,
    pub gone_help: &'static str,
    pub generic_plan: &'static str,
    pub generic_need: &'static str,
    pub done_of: With2,
    pub more_rows: With1,
    pub next: &'static str,
    pub all_done: &'static str,
    pub parts: &'static str,
    pub part_need: &'static str,
    pub part_questions: &'static str,
    pub part_people: &'static str,
    pub part_prepare: &'static str,
    pub part_result: &'static str,
    pub deadline_field: &'static str,
    pub data_by_hand: &'static str,
    pub need_sentence: &'static str,
    pub kind: &'static str,
    pub kind_routine: &'static str,
    pub kind_problem: &'static str,
    pub kind_change: &'static str,
    pub cause: &'static str,
    pub causes: [&'static str; 6],
    pub cause_note: &'static str,
    pub ask_first: &'static str,
    pub read_service: &'static str,
    pub result_hint: &'static str,
    pub finish_plan: &'static str,
    pub reopen_plan: &'static str,
    pub finished: &'static str,
    pub delete_plan: &'static str,
    pub plan_deleted: &'static str,
    pub plan_finished: &'static str,
    pub edit: &'static str,
    pub edit_done: &'static str,
    pub add_step: &'static str,
    pub add_document: &'static str,
    pub add_question: &'static str,
    pub add: &'static str,
    pub suggestions: &'static str,
    pub write_own: &'static str,
    pub up: &'static str,
    pub down: &'static str,
    pub remove: &'static str,
    pub removed: &'static str,
    pub ticked: &'static str,
    pub empty_list: &'static str,
    pub waits_for_step: &'static str,
    pub other_version: &'static str,
    pub use_this: &'static str,
    pub keep_mine: &'static str,
    pub plan_title: &'static str,
    pub more_steps: [&'static str; 3],
    pub more_documents: [&'static str; 3],
    pub more_questions: [&'static str; 4],
    pub any_time_until: With2,
    pub last_day: With1,
    pub overdue: With1,

    // more, data, settings, about
    pub settings: &'static str,
    pub language: &'static str,
    pub text_size: &'static str,
    pub text_sizes: [&'static str; 3],
    pub theme: &'static str,
    pub themes: [&'static str; 4],
    pub digits: &'static str,
    pub digits_options: [&'static str; 2],
    pub data: &'static str,
    pub data_where: &'static str,
    pub data_safe: &'static str,
    pub data_not_safe: &'static str,
    pub data_blocked: &'static str,
    pub data_persistent: &'static str,
    pub data_not_persistent: &'static str,
    pub data_used: With1,
    pub data_copy: &'static str,
    pub data_copy_hint: &'static str,
    pub data_copied: &'static str,
    pub data_aside: &'static str,
    pub data_aside_hint: &'static str,
    pub data_newer: &'static str,
    pub data_none_aside: &'static str,
    pub in_app_browser: &'static str,
    pub about: &'static str,
    pub about_what: &'static str,
    pub about_from: &'static str,
    pub about_private: &'static str,
    pub about_review: &'static str,
    pub about_counts: With2,
    pub about_licence: &'static str,
    pub version: With1,

    pub person: people::People,
    pub reading: learn::Learn,
    pub safety: safety::Safety,
    pub search: search::Search,
    pub listen: listen::Listen,
    pub local: local::Local,
}

/// How many words there are.
pub const COUNT: usize = size_of::<Messages>() / size_of::<&str>();

// A field that is not made of `&str`s would most likely break this.
const _: () = assert!(size_of::<Messages>() == COUNT * size_of::<&str>() && align_of::<Messages>() == align_of::<&str>());

impl Messages {
    /// All words, in the order of the fields.
    pub fn list(&self) -> &[&'static str; COUNT] {
        // SAFETY: `repr(C)` all the way down, and nothing but `&'static str`s: the same bytes as the list.
        unsafe { &*std::ptr::from_ref(self).cast() }
    }

    /// The struct over a list of words.
    pub fn of(list: &'static [&'static str; COUNT]) -> &'static Self {
        // SAFETY: as above, the other way round.
        unsafe { &*std::ptr::from_ref(list).cast() }
    }
}
