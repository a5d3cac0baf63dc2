//! Typed references to entries: an id that does not exist cannot be written.

use super::{Aim, Authority, GuidePage, Law, Organization, Right, Service, Source, Story, Term};
use crate::kb::columns::tables;
use crate::kb::complaints::Situation;
use crate::kb::letters::{Purpose, Reply};

/// Numbers of rows, one type for each table.
macro_rules! numbers {
    ($($(#[$doc:meta])* $id:ident -> $entry:ident in $table:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $id(pub(in crate::kb) u16);

        impl $id {
            /// The entry itself.
            pub fn get(self) -> &'static $entry {
                &tables().$table[self.0 as usize]
            }

            pub fn all() -> impl Iterator<Item = Self> {
                (0..tables().$table.len() as u16).map(Self)
            }
        }
    )*};
}

numbers! {
    /// A document or page that a claim was read from. Its id stays in `content/`: nothing refers to it from outside.
    SourceId -> Source in sources;
}

/// References to entries that addresses and saved plans name.
macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident -> $entry:ident in $table:ident;)*) => {$(
        numbers! { $(#[$doc])* $id -> $entry in $table; }

        impl $id {
            /// The id as it stands in addresses, file names and saved plans.
            pub fn name(self) -> &'static str {
                self.get().id.str()
            }

            /// Reads an id from outside; `None` when there is no such entry (any more).
            pub fn parse(name: &str) -> Option<Self> {
                tables().$table.iter().position(|entry| entry.id.str() == name).map(|at| Self(at as u16))
            }
        }
    )*};
}

ids! {
    /// One of the four rights of the guide.
    RightId -> Right in rights;
    /// What a person wants: "hire someone", "get insured".
    AimId -> Aim in aims;
    /// A public service, and the duty or right it serves.
    ServiceId -> Service in services;
    /// An office with a power: decides, investigates, advises.
    AuthorityId -> Authority in authorities;
    /// A law, sub-decree, prakas or article of the Constitution.
    LawId -> Law in laws;
    /// Who helps: an organization, or a technical working group.
    OrganizationId -> Organization in organizations;
    /// A page of the guide.
    GuideId -> GuidePage in guide;
    /// A worked example.
    StoryId -> Story in stories;
    /// A word of the glossary.
    TermId -> Term in terms;
    /// What a letter is for.
    PurposeId -> Purpose in purposes;
    /// What an office told her.
    ReplyId -> Reply in replies;
    /// What one can complain about or ask for.
    SituationId -> Situation in situations;
}
