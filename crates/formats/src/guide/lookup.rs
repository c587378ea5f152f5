//! Words that are looked up often.

use std::collections::HashMap;

/// Words with what they mean, read once from lists divided by blanks.
pub struct Lookup<T>(HashMap<&'static str, T>);

impl<T: Copy> Lookup<T> {
    /// Where several lists have a word, the first one counts.
    pub fn new(lists: &[(&'static str, T)]) -> Self {
        let mut known = HashMap::new();
        for (words, meaning) in lists {
            for word in words.split_whitespace() {
                known.entry(word).or_insert(*meaning);
            }
        }
        Self(known)
    }

    pub fn get(&self, word: &str) -> Option<T> {
        self.0.get(word).copied()
    }
}
