//! Steps that are parts of the step before them: "Day 1" and "Day 2" behind "Week 1".

use super::Graph;
use crate::effort::{self, Place};
use crate::mermaid::{lines, plain};

impl Graph<'_> {
    /// Makes topics of the steps that a larger one leads to, as long as their places in the plan are parts of its own.
    pub(super) fn fold_parts(&mut self) {
        let places: Vec<Option<Place>> = (0..self.nodes.len()).map(|index| self.place(index)).collect();
        if places.iter().flatten().count() < 2 {
            return;
        }
        let mut is_part = vec![false; self.nodes.len()];
        let mut whole: Vec<usize> = (0..self.nodes.len()).filter(|&index| places[index].is_some()).collect();
        // The largest ones come first, so that days belong to their month.
        whole.sort_by_key(|&index| places[index].map(|place| std::cmp::Reverse(place.days())));
        for index in whole {
            let Some(place) = places[index].filter(|_| !is_part[index]) else { continue };
            let mut parts = Vec::new();
            let mut to_visit = vec![index];
            while let Some(from) = to_visit.pop() {
                for edge in &self.nodes[from].edges {
                    let fits = places[edge.to].is_some_and(|part| place.holds(part));
                    if fits && edge.to != index && !std::mem::replace(&mut is_part[edge.to], true) {
                        parts.push(edge.to);
                        to_visit.push(edge.to);
                    }
                }
            }
            parts.sort_unstable();
            if !parts.is_empty() {
                self.absorb(index, &parts);
            }
        }
    }

    /// The place in the plan that a node names, if that is its time.
    fn place(&self, index: usize) -> Option<Place> {
        let node = &self.nodes[index];
        let text = &node.source?.text;
        node.label.effort.filter(|effort| effort.is_position && !node.has_question_shape())?;
        lines(text).into_iter().find_map(|line| effort::place(&plain(line)))
    }
}
