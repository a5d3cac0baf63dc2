//! What two words have in common: their **grams**, pairs of Khmer letters with all they carry, threes of Latin letters, made of how a
//! word sounds. And what tells quickly that they have nothing in common.

use crate::khmer::{clusters, is_khmer};

/// Pairs of letters of Khmer, threes of others, none over a space; a word that is too short is one gram.
pub fn grams(folded: &str) -> Vec<u32> {
    let mut out = Vec::new();
    each_word(folded, |letters, size| {
        if letters.len() < size {
            out.push(gram(letters));
        }
        out.extend(letters.windows(size).map(gram));
    });
    out
}

/// See [`Query::inner`]. Of each word the first letter and the last two are left out: ម sounds otherwise when the next one hangs below
/// it, and then belongs to the letter before.
pub fn inner(folded: &str) -> Vec<u32> {
    let mut out = Vec::new();
    each_word(folded, |letters, size| {
        let sure = letters.get(1..letters.len().saturating_sub(2)).unwrap_or_default();
        out.extend(sure.windows(size).map(gram));
    });
    out
}

/// The letters of each word as it sounds, with all they carry, and how many make a gram.
fn each_word(folded: &str, mut with: impl FnMut(&[&str], usize)) {
    let sound = sound(folded);
    for word in sound.split(' ').filter(|word| !word.is_empty()) {
        let letters: Vec<&str> = clusters(word).collect();
        with(&letters, if word.starts_with(is_khmer) { 2 } else { 3 });
    }
}

/// FNV-1a.
fn gram(letters: &[&str]) -> u32 {
    letters.concat().bytes().fold(0x811c_9dc5, |sum: u32, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// How much of what was typed is there, of `most`. Under a half: nothing.
pub fn share(wanted: &[u32], there: &[u32], most: u32) -> u32 {
    if wanted.is_empty() {
        return 0;
    }
    let found = wanted.iter().filter(|gram| there.binary_search(gram).is_ok()).count();
    let share = (found * 1000 / wanted.len()) as u32;
    if share < 500 {
        return 0;
    }
    most * share / 1000
}

pub fn sorted(mut grams: Vec<u32>) -> Vec<u32> {
    grams.sort_unstable();
    grams.dedup();
    grams
}

/// The sound of folded words, roughly: letters that sound alike are one (ណ ន, ឡ ល), so are short and long vowels; a doubled letter
/// counts once; ម before another letter is written as ំ by many; signs that only change the tone of a vowel go.
fn sound(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len());
    let mut letters = folded.chars().peekable();
    while let Some(letter) = letters.next() {
        let letter = match letter {
            'ណ' => 'ន',
            'ឡ' => 'ល',
            'ី' => 'ិ',
            'ូ' => 'ុ',
            'ឺ' => 'ឹ',
            '់' | '៉' | '៊' | '៍' | '័' | 'ៈ' => continue,
            letter => letter,
        };
        if letter == '\u{17d2}' {
            let before = out.chars().next_back();
            match letters.peek() {
                Some(next) if Some(*next) == before => {
                    letters.next();
                    continue;
                }
                Some(_) if before == Some('ម') => {
                    out.pop();
                    out.push('ំ');
                    continue;
                }
                _ => {}
            }
        }
        out.push(letter);
    }
    out
}

/// The letters of a text as bits, so that most texts are passed over without a look at them. Some share a bit.
pub fn letters(folded: &str) -> u64 {
    folded.chars().filter(|c| *c != ' ').fold(0, |all, c| all | 1 << (u32::from(c) & 63))
}

/// Grams as bits, so that most things are passed over with a look at a few bits. Some grams share one.
#[derive(Debug, Default)]
pub struct Sieve([u64; 8]);

impl Sieve {
    pub fn new<'a>(grams: impl Iterator<Item = &'a u32>) -> Self {
        let mut sieve = Self::default();
        for gram in grams {
            if let Some(bits) = sieve.0.get_mut((gram >> 6) as usize & 7) {
                *bits |= 1 << (gram & 63);
            }
        }
        sieve
    }

    /// Whether the gram may be there; it is not where this is false.
    pub fn may(&self, gram: u32) -> bool {
        self.0.get((gram >> 6) as usize & 7).is_some_and(|bits| bits >> (gram & 63) & 1 == 1)
    }
}
