//! Joins the things of two lists that are the same thing.

use std::collections::BTreeMap;

/// No more pairs are compared one by one.
const MOST_COMPARED: usize = 20_000;

/// For each thing of the list after the index of the one before, if it is known again. Each is joined once.
#[derive(Clone, Debug)]
pub struct Pairs {
    of_after: Vec<Option<usize>>,
    of_before: Vec<Option<usize>>,
}

impl Pairs {
    /// Nothing of two lists with so many things is joined.
    pub fn none(before: usize, after: usize) -> Self {
        Self { of_after: vec![None; after], of_before: vec![None; before] }
    }

    /// The index before of a thing after.
    pub fn before(&self, after: usize) -> Option<usize> {
        self.of_after[after]
    }

    /// The index after of a thing before.
    pub fn after(&self, before: usize) -> Option<usize> {
        self.of_before[before]
    }

    fn join(&mut self, before: usize, after: usize) {
        if self.of_before[before].is_none() && self.of_after[after].is_none() {
            self.of_before[before] = Some(after);
            self.of_after[after] = Some(before);
        }
    }

    fn left_before(&self) -> impl Iterator<Item = usize> {
        (0..self.of_before.len()).filter(|&at| self.of_before[at].is_none())
    }

    fn left_after(&self) -> impl Iterator<Item = usize> {
        (0..self.of_after.len()).filter(|&at| self.of_after[at].is_none())
    }

    /// Those that are left, by their keys; first the ones before.
    fn left_by<K: Ord>(
        &self,
        before: impl Fn(usize) -> Option<K>,
        after: impl Fn(usize) -> Option<K>,
    ) -> BTreeMap<K, (Vec<usize>, Vec<usize>)> {
        let mut by_key: BTreeMap<K, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for at in self.left_before() {
            before(at).into_iter().for_each(|key| by_key.entry(key).or_default().0.push(at));
        }
        for at in self.left_after() {
            after(at).into_iter().for_each(|key| by_key.entry(key).or_default().1.push(at));
        }
        by_key
    }

    /// Joins those with the same key among the ones that are left, one after the other. Where one list has more of them
    /// than the other, nothing says which ones are meant.
    pub fn join_by<K: Ord>(
        &mut self,
        before: impl Fn(usize) -> Option<K>,
        after: impl Fn(usize) -> Option<K>,
    ) {
        let by_key = self.left_by(before, after);
        for (before, after) in by_key.into_values().filter(|(before, after)| before.len() == after.len()) {
            before.into_iter().zip(after).for_each(|(before, after)| self.join(before, after));
        }
    }

    /// Joins those with the same key among the ones that are left which are more alike than others, by a score from 0 to 1
    /// that has to reach `least`.
    pub fn join_alike<K: Ord>(
        &mut self,
        least: f64,
        before: impl Fn(usize) -> Option<K>,
        after: impl Fn(usize) -> Option<K>,
        score: impl Fn(&Self, usize, usize) -> f64,
    ) {
        let mut alike: Vec<(f64, usize, usize)> = Vec::new();
        let mut compared = 0;
        for (before, after) in self.left_by(before, after).into_values() {
            compared += before.len() * after.len();
            if compared > MOST_COMPARED {
                break;
            }
            let pairs = before.iter().flat_map(|&before| after.iter().map(move |&after| (before, after)));
            let scored = pairs.map(|(before, after)| (score(self, before, after), before, after));
            alike.extend(scored.filter(|(score, _, _)| *score >= least));
        }
        alike.sort_by(|one, other| other.0.total_cmp(&one.0));
        alike.into_iter().for_each(|(_, before, after)| self.join(before, after));
    }
}
