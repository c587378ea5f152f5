//! Times that stand in the text around a flowchart.

use super::Graph;
use crate::effort::Estimate;
use crate::outline::OutlinePhase;
use crate::warning::Remark;

/// Titles with fewer letters than this name too many things.
const SHORTEST_NAME: usize = 3;

impl Graph<'_> {
    /// Gives the nodes of a flowchart without times those of the headings and rows that name them, if they name most of the
    /// nodes.
    pub(super) fn take_times(&mut self, around: &[OutlinePhase]) {
        if self.nodes.iter().any(|node| node.label.effort.is_some()) {
            return;
        }
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
        let found: Vec<Option<Estimate>> = self.nodes.iter().map(|node| time_of(&node.label.title)).collect();
        let count = found.iter().flatten().count();
        if count > 0 && 2 * count >= self.nodes.len() {
            for (node, time) in self.nodes.iter_mut().zip(found) {
                node.label.effort = time;
            }
            self.warnings.add_once(Remark::TimesFromText);
        }
    }
}

/// The words of a title, in lower case.
fn words(title: &str) -> Vec<String> {
    let words = title.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
