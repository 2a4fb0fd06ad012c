//! Word lists: what a phrase means, read from a checked-in text.
//!
//! A line is a code, a colon and phrases with semicolons between them; `#` begins a remark. A word that
//! ends in `*` stands for every word that begins so, since most of our languages bend their words. A
//! phrase that begins with `~` is weak: it counts only where no other phrase is found.

use super::folding::folded_words;

/// Phrases, each with what it means.
pub struct Phrases<T> {
    phrases: Vec<Phrase<T>>,
}

struct Phrase<T> {
    words: Vec<Word>,
    initials: u64,
    weak: bool,
    means: T,
}

impl<T> Phrase<T> {
    /// One or two letters mean something alone, and little among other words.
    fn is_short(&self) -> bool {
        self.words.iter().map(|word| word.letters.chars().count()).sum::<usize>() < 3
    }
}

struct Word {
    letters: String,
    begins: bool,
}

impl Word {
    fn is(&self, word: &str) -> bool {
        if self.begins { word.starts_with(&self.letters) } else { word == self.letters }
    }
}

impl<T: Copy + PartialEq> Phrases<T> {
    /// Reads a list. Lines whose code means nothing here are left out.
    pub fn read(text: &str, meaning: impl Fn(&str) -> Option<T>) -> Self {
        let mut phrases = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some((code, listed)) = line.split_once(':') else { continue };
            let Some(means) = meaning(code.trim()) else { continue };
            for phrase in listed.split(';').map(str::trim).filter(|phrase| !phrase.is_empty()) {
                let weak = phrase.starts_with('~');
                let words: Vec<Word> = phrase.split_whitespace().flat_map(word).collect();
                let initials = initials(words.iter().map(|word| word.letters.as_str()));
                phrases.push(Phrase { words, initials, weak, means });
            }
        }
        Self { phrases }
    }

    /// What the words mean as a whole, written as in the list and not only beginning so.
    pub fn exactly(&self, words: &[String]) -> Option<T> {
        let same = |phrase: &&Phrase<T>| {
            phrase.words.len() == words.len()
                && phrase.words.iter().zip(words).all(|(known, word)| !known.begins && known.letters == *word)
        };
        self.phrases.iter().find(same).map(|phrase| phrase.means)
    }

    /// What the longest phrases mean whose words are all there: each meaning once, in the list's order.
    pub fn within(&self, words: &[String]) -> Vec<T> {
        let mut best = (false, 0);
        let mut means = Vec::new();
        let initials = initials(words.iter().map(String::as_str));
        for phrase in &self.phrases {
            // Nearly every phrase fails here, and a list may have millions of cells.
            if phrase.initials & !initials != 0 {
                continue;
            }
            let rank = (!phrase.weak, phrase.words.len());
            let there = phrase.words.iter().all(|known| words.iter().any(|word| known.is(word)));
            if phrase.is_short() || rank < best || !there {
                continue;
            }
            if rank > best {
                best = rank;
                means.clear();
            }
            if !means.contains(&phrase.means) {
                means.push(phrase.means);
            }
        }
        means
    }
}

/// The letters that words begin with, each as one bit; some share theirs.
fn initials<'a>(words: impl Iterator<Item = &'a str>) -> u64 {
    words.filter_map(|word| word.chars().next()).fold(0, |bits, letter| bits | 1 << (u32::from(letter) % 64))
}

fn word(written: &str) -> Vec<Word> {
    let begins = written.ends_with('*');
    folded_words(written).into_iter().map(|letters| Word { letters, begins }).collect()
}
