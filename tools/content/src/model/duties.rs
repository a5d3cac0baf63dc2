//! What the law asks of a business and by when, and the questions about it whose answers decide that.

use super::{Confidence, IfNothing, Text};
use serde::Deserialize;

/// One thing that the law asks of a business, with the condition under which it does and the time by which.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Stable as the numbers of steps are: a tick on a phone refers to it.
    pub n: u8,
    /// An action: "Pay the NSSF contributions of the month".
    pub title: Text,
    /// All must hold. Empty: it applies to every business.
    #[serde(default)]
    pub when: Vec<Fact>,
    /// "because you employ somebody"
    pub because: Text,
    pub due: Due,
    /// What happens if she does nothing; the service's own if absent.
    pub if_nothing: Option<IfNothing>,
    pub sources: Vec<String>,
    /// Since when the rule holds or when the source said so.
    pub date: Option<String>,
    pub confidence: Confidence,
    /// The title names a condition that no question asks.
    #[serde(default)]
    pub only_if: bool,
    /// What she may claim, not what she must do.
    #[serde(default)]
    pub may: bool,
}

/// "The answer to this question about the business is one of these."
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The id of a question in `profile.toml`.
    pub ask: String,
    /// Ids of its options.
    pub any: Vec<String>,
}

/// By when. Exactly one of `every`, `on` and `always`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Due {
    /// Comes again each month, year or second year.
    pub every: Option<Every>,
    /// Monthly: the last day, in the month after the one it is about.
    pub day: Option<u8>,
    /// Yearly: the window, `MM-DD`. Several windows stand side by side.
    #[serde(default)]
    pub windows: Vec<Window>,
    /// After (or before) something that happens.
    pub on: Option<Event>,
    /// How many days after the event it may take; 0: on that day.
    pub days: Option<u16>,
    /// The days are counted back from the event.
    #[serde(default)]
    pub before: bool,
    /// The days are working days.
    #[serde(default)]
    pub working_days: bool,
    /// At all times, for example a certificate that must hang on the wall.
    #[serde(default)]
    pub always: bool,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Every {
    Month,
    Year,
    TwoYears,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    pub from: String,
    pub by: String,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// The business opens or starts its activity.
    Opening,
    /// It is registered (commerce, ministry, tax).
    Registration,
    Hiring,
    Leaving,
    Accident,
    /// Overtime, or work on a holiday or rest day.
    Overtime,
    /// An address, name, activity or owner changes.
    Change,
    Closing,
    /// Money or an agreement from a donor.
    Donation,
}

/// One question about the business; the answers decide which duties apply.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileQuestion {
    pub id: String,
    pub text: Text,
    pub options: Vec<ProfileOption>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileOption {
    pub id: String,
    pub text: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileFile {
    pub questions: Vec<ProfileQuestion>,
}
