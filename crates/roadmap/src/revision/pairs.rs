//! Joins the things of two lists that are the same thing.

use std::collections::BTreeMap;

/// No more pairs are compared letter by letter.
const MOST_COMPARED: usize = 40_000;

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

    /// Joins those with the same key among the ones that are left, one after the other. Where one list has more of them
    /// than the other, nothing says which ones are meant.
    pub fn join_by<K: Ord>(
        &mut self,
        before: impl Fn(usize) -> Option<K>,
        after: impl Fn(usize) -> Option<K>,
    ) {
        let mut by_key: BTreeMap<K, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for at in self.left_before() {
            before(at).into_iter().for_each(|key| by_key.entry(key).or_default().0.push(at));
        }
        for at in self.left_after() {
            after(at).into_iter().for_each(|key| by_key.entry(key).or_default().1.push(at));
        }
        for (before, after) in by_key.into_values().filter(|(before, after)| before.len() == after.len()) {
            before.into_iter().zip(after).for_each(|(before, after)| self.join(before, after));
        }
    }

    /// Joins those among the ones that are left which are more alike than others, by a score from 0 to 1 that has to reach
    /// `least`.
    pub fn join_alike(&mut self, least: f64, score: impl Fn(&Self, usize, usize) -> f64) {
        let (before, after): (Vec<usize>, Vec<usize>) =
            (self.left_before().collect(), self.left_after().collect());
        if before.len() * after.len() > MOST_COMPARED {
            return;
        }
        let pairs = before.iter().flat_map(|&before| after.iter().map(move |&after| (before, after)));
        let mut alike: Vec<(f64, usize, usize)> = pairs
            .map(|(before, after)| (score(self, before, after), before, after))
            .filter(|(score, _, _)| *score >= least)
            .collect();
        alike.sort_by(|one, other| other.0.total_cmp(&one.0));
        alike.into_iter().for_each(|(_, before, after)| self.join(before, after));
    }
}
