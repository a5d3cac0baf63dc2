//! A copy under a secret: one that she made so, or the one that a locked phone gave when she had forgotten, or when the app
//! could not start. All open the same way: derive what the secret gives, try it.

use super::export::{print_export, read_export};
use super::lock::vault::{Chance, Vault, SEALED};
use super::lock::{hex, unhex, Derived, LockFile, LOCK_KEY, ROUNDS};
use super::transfer::raw_copy;

/// The first words of a copy that was made under a secret of its own. Then rounds and salt; the sealed text in the next line.
const TITLE: &str = "phlov-sealed-copy 1 ";
/// What the sealed text is bound to.
const NAME: &str = "copy";

/// A copy that asks for a secret.
#[derive(Clone, Debug, PartialEq)]
pub struct Sealed {
    pub salt: [u8; 16],
    pub rounds: u32,
    inside: Inside,
}

#[derive(Clone, Debug, PartialEq)]
enum Inside {
    /// Sealed as a whole.
    Whole(String),
    /// Record by record, the key in the lock file.
    Records(LockFile, Vec<(String, String)>),
}

/// A copy under a secret. `text`: what an unsealed copy would hold, packed or not.
pub fn seal(text: &str, salt: [u8; 16], derived: &Derived, chance: Chance) -> String {
    let sealed = Vault::new(*derived, chance).seal(NAME, text);
    [TITLE, &ROUNDS.to_string(), " ", &hex(&salt), "\n", &sealed, "\n"].concat()
}

/// Reads a text that may be such a copy.
pub fn sealed_copy(text: &str) -> Option<Sealed> {
    let text = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r']);
    if let Some(rest) = text.strip_prefix(TITLE) {
        let (head, body) = rest.split_once('\n')?;
        let (rounds, salt) = head.trim_end().split_once(' ')?;
        let inside = Inside::Whole(body.trim_end().to_owned());
        return Some(Sealed { salt: unhex(salt)?.try_into().ok()?, rounds: rounds.parse().ok()?, inside });
    }
    if !text.contains(SEALED) {
        return None;
    }
    let records = raw_copy(text).or_else(|| read_export(text))?;
    let files = records.iter().filter(|(key, _)| key == LOCK_KEY).filter_map(|(_, text)| LockFile::parse(text));
    let file = files.filter(|file| file.secret.is_some()).max_by_key(|file| file.rev)?;
    Some(Sealed { salt: file.salt, rounds: file.rounds, inside: Inside::Records(file, records) })
}

impl Sealed {
    /// The copy itself, when the secret was right.
    pub fn open(&self, derived: &Derived, chance: Chance) -> Option<String> {
        match &self.inside {
            Inside::Whole(text) => Vault::new(*derived, chance).open(NAME, text),
            Inside::Records(file, records) => {
                let vault = file.open(derived, chance)?;
                let opened = |(key, text): &(String, String)| {
                    let text = vault.open(key, text).unwrap_or_else(|| text.clone());
                    (key.clone(), text)
                };
                let records: Vec<(String, String)> = records.iter().map(opened).collect();
                Some(print_export(records.iter().map(|(key, text)| (key.as_str(), text.as_str()))))
            }
        }
    }
}
