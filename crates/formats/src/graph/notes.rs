//! Boxes that are no steps, but say how long others take: "Time: 3-4 weeks" at the end of a dotted line.

use super::Graph;
use crate::effort;
use crate::label::Label;

/// Words that notes begin with, in the languages of many flowcharts.
const TIME: [&str; 26] = [
    "time",
    "duration",
    "timeline",
    "estimated",
    "estimate",
    "est",
    "tiempo",
    "duración",
    "tempo",
    "duração",
    "temps",
    "durée",
    "dauer",
    "zeit",
    "время",
    "срок",
    "длительность",
    "时间",
    "時間",
    "时长",
    "시간",
    "기간",
    "thời",
    "süre",
    "waktu",
    "durasi",
];

/// The same for what has to be known before.
const BEFORE: [&str; 8] = [
    "prerequisite",
    "prerequisites",
    "prereqs",
    "requisitos",
    "prérequis",
    "voraussetzungen",
    "前置",
    "требования",
];

impl<'a> Graph<'a> {
    /// Takes out the notes. Their time is that of the subgraph of the step they are about, if it has no time within, or else
    /// that of the step.
    pub(super) fn take_notes(&mut self, groups: &mut [Label<'a>]) {
        let mut times = vec![Vec::new(); groups.len()];
        for (note, step) in self.notes() {
            self.nodes[note].source = None;
            self.nodes[note].edges.clear();
            self.nodes[step].edges.retain(|edge| edge.to != note);
            let Some(time) = self.nodes[note].label.effort.take() else { continue };
            let group = self.nodes[step].source.and_then(|node| node.within);
            let is_untimed = |group: &usize| {
                groups[*group].effort.is_none()
                    && self.nodes.iter().all(|node| {
                        node.source.and_then(|node| node.within) != Some(*group)
                            || node.label.effort.is_none()
                    })
            };
            match group.filter(is_untimed) {
                Some(group) => times[group].push(time),
                None => self.nodes[step].label.effort = self.nodes[step].label.effort.or(Some(time)),
            }
        }
        for (group, times) in groups.iter_mut().zip(times) {
            group.effort = group.effort.or_else(|| effort::total(&times));
        }
    }

    /// The notes, each with the step it is about: what only one dotted line joins to the others, and says so.
    fn notes(&self) -> Vec<(usize, usize)> {
        let mut joined: Vec<Vec<(usize, bool)>> = vec![Vec::new(); self.nodes.len()];
        for (index, node) in self.nodes.iter().enumerate() {
            for edge in &node.edges {
                joined[index].push((edge.to, edge.is_dotted));
                joined[edge.to].push((index, edge.is_dotted));
            }
        }
        let says_so = |index: usize| {
            let text = self.nodes[index].source.map_or("", |node| node.text.as_str()).to_lowercase();
            let first = text.split(|letter: char| !letter.is_alphanumeric()).find(|word| !word.is_empty());
            first.is_some_and(|first| TIME.contains(&first) || BEFORE.contains(&first))
        };
        let note = |(index, joined): (usize, Vec<(usize, bool)>)| match joined[..] {
            [(step, true)] if says_so(index) => Some((index, step)),
            _ => None,
        };
        joined.into_iter().enumerate().filter_map(note).collect()
    }
}
