//! Times that stand in the text around a flowchart.

use std::collections::{HashMap, HashSet};

use super::Graph;
use crate::effort::Estimate;
use crate::label::place;
use crate::outline::OutlinePhase;
use crate::warning::Remark;

/// Titles with fewer letters than this name too many things.
const SHORTEST_NAME: usize = 3;

impl Graph<'_> {
    /// Gives the nodes of a flowchart without times those of the headings and rows that name them, or that have the same
    /// numbers, if they are about most of the nodes.
    pub(super) fn take_times(&mut self, around: &[OutlinePhase]) {
        if self.nodes.iter().any(|node| node.label.effort.is_some()) {
            return;
        }
        let by_name = self.times_by_name(around);
        let by_number = self.times_by_number(around);
        let count = |times: &[Option<Estimate>]| times.iter().flatten().count();
        let found = if count(&by_number) > count(&by_name) { by_number } else { by_name };
        let nodes = self.nodes.iter().filter(|node| node.source.is_some()).count();
        if count(&found) > 0 && 2 * count(&found) >= nodes {
            for (node, time) in self.nodes.iter_mut().zip(found) {
                node.label.effort = time;
                node.is_step = true;
            }
            self.warnings.add_once(Remark::TimesFromText);
        }
    }

    fn times_by_name(&self, around: &[OutlinePhase]) -> Vec<Option<Estimate>> {
        let named: Vec<(Vec<String>, Estimate)> = around
            .iter()
            .filter_map(|phase| Some((words(&phase.title), phase.time?)))
            .filter(|(words, _)| words.iter().map(String::len).sum::<usize>() >= SHORTEST_NAME)
            .collect();
        let time_of = |title: &str| {
            let title = words(title);
            let holds = |name: &[String], part: &[String]| name.windows(part.len()).any(|some| some == part);
            let is_same =
                |name: &Vec<String>| holds(&title, name) || !title.is_empty() && holds(name, &title);
            named.iter().find(|(name, _)| is_same(name)).map(|(_, time)| *time)
        };
        self.nodes.iter().map(|node| time_of(&node.label.title)).collect()
    }

    /// The times by number, if no two of the nodes, and no two of the others, have the same number.
    fn times_by_number(&self, around: &[OutlinePhase]) -> Vec<Option<Estimate>> {
        let numbers: Vec<Option<u32>> = self.nodes.iter().map(|node| place(&node.label.title)).collect();
        let mut seen = HashSet::new();
        let mut times = HashMap::new();
        let is_clear = numbers.iter().flatten().all(|number| seen.insert(*number))
            && around.iter().all(|phase| {
                let number = phase.number.or_else(|| place(&phase.title));
                number.is_none_or(|number| times.insert(number, phase.time).is_none())
            });
        let time_of = |number: Option<u32>| times.get(&number?).copied().flatten();
        numbers.into_iter().map(|number| time_of(number).filter(|_| is_clear)).collect()
    }
}

/// The words of a title, in lower case.
fn words(title: &str) -> Vec<String> {
    let words = title.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
