//! What she wants, and the questions of the finder. Which services answers lead to is worked out in [`crate::kb::finder`].

use super::{List, Review, ServiceId, Text, Word};

/// "I want to hire somebody": the questions that narrow it down, and the services they lead to.
#[derive(Clone, Copy, Debug)]
pub struct Aim {
    pub id: Word,
    pub icon: Word,
    pub title: Text,
    pub hint: Option<Text>,
    /// The need sentence of the generic plan "find out which office".
    pub find_out: Text,
    pub questions: List<FinderQuestion>,
    pub results: List<FinderResult>,
    pub review: Review,
}

#[derive(Clone, Copy, Debug)]
pub struct FinderQuestion {
    pub text: Text,
    pub help: Option<Text>,
    /// Asked only when none of these is known to be false.
    pub ask_when: List<When>,
    pub options: List<FinderOption>,
}

#[derive(Clone, Copy, Debug)]
pub struct FinderOption {
    /// As it stands in the address.
    pub id: Word,
    pub icon: Option<Word>,
    pub text: Text,
}

/// "The answer to this question is one of these options."
#[derive(Clone, Copy, Debug)]
pub struct When {
    /// Index into [`Aim::questions`].
    pub question: u8,
    /// Indexes into the question's options.
    pub any: List<u8>,
}

/// A service to which answers lead, with the sentence for either case.
#[derive(Clone, Copy, Debug)]
pub struct FinderResult {
    pub service: ServiceId,
    /// All must hold.
    pub when: List<When>,
    pub because: Text,
    pub why_not: Option<Text>,
}
