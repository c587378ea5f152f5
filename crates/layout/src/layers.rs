//! The rows of a graph, with dummy nodes where edges pass them.

use std::ops::Range;

use super::Graph;
use super::adjacency::Adjacency;
use super::cycles::Directions;

/// The most dummy nodes. The longest edges beyond that run along the outside, so that time and memory are bounded whatever
/// the graph.
const MOST_DUMMIES: usize = 20_000;

/// A node, or a dummy node: a label, or a bend where an edge passes a row.
#[derive(Clone, Copy, Default)]
pub(super) struct Item {
    /// The distance from its center to its left end.
    pub(super) left: i32,
    /// The distance from its center to its right end.
    pub(super) right: i32,
    pub(super) height: i32,
    /// The index of its row.
    pub(super) rank: u32,
}

/// A properly layered graph: all its edges join neighboring rows, except those along the outside.
pub(super) struct Layers {
    /// The nodes in their order, then the dummy nodes.
    pub(super) items: Vec<Item>,
    /// The number of real nodes, without the dummy nodes.
    pub(super) nodes: usize,
    /// The items of each row, from left to right.
    pub(super) rows: Vec<Vec<u32>>,
    /// The neighbors of each item in the row above. Once the rows are ordered, these lists are too.
    pub(super) above: Adjacency,
    /// The neighbors of each item in the row below.
    pub(super) below: Adjacency,
    /// The dummy nodes of each edge from top to bottom; the first one is its label, if it has one.
    pub(super) passing: Vec<Range<u32>>,
    /// Whether each edge runs along the outside instead.
    pub(super) is_outside: Vec<bool>,
}

impl Layers {
    /// Whether an item is a real node and not a dummy.
    pub(super) fn is_node(&self, item: u32) -> bool {
        (item as usize) < self.nodes
    }

    /// How far a row reaches to the right, or at side -1 to the left, where leftward counts as positive.
    pub(super) fn end(&self, row: usize, side: i32, x: &[i32]) -> i32 {
        let row = &self.rows[row];
        let end = if side < 0 { row.first() } else { row.last() };
        end.map_or(i32::MIN / 4, |&item| {
            let Item { left, right, .. } = self.items[item as usize];
            side * x[item as usize] + if side < 0 { left } else { right }
        })
    }
}

/// Makes the rows, with items in the order of their indices.
pub(super) fn layers(graph: &Graph, directions: &Directions, ranks: &[usize]) -> Layers {
    let nodes = graph.nodes.len();
    let mut items: Vec<Item> =
        graph.nodes.iter().zip(ranks).map(|(size, &rank)| item(size.width, size.height, rank)).collect();
    let is_outside = outside(graph, directions, ranks);
    let mut pairs = Vec::new();
    let mut passing = Vec::with_capacity(graph.edges.len());
    for (edge, is_outside) in graph.edges.iter().zip(&is_outside) {
        let begin = items.len() as u32;
        if !is_outside {
            let mut last = edge.from as u32;
            for rank in ranks[edge.from] + 1..ranks[edge.to] {
                let label = edge.label.filter(|_| items.len() == begin as usize).unwrap_or_default();
                pairs.push((last, items.len() as u32));
                last = items.len() as u32;
                items.push(item(label.width, label.height, rank));
            }
            pairs.push((last, edge.to as u32));
        }
        passing.push(begin..items.len() as u32);
    }
    let mut rows = vec![Vec::new(); ranks.iter().max().map_or(0, |last| last + 1)];
    for (item, at) in items.iter().zip(0..) {
        rows[item.rank as usize].push(at);
    }
    let below = Adjacency::of(items.len(), &pairs);
    pairs.iter_mut().for_each(|pair| *pair = (pair.1, pair.0));
    let above = Adjacency::of(items.len(), &pairs);
    Layers { items, nodes, rows, above, below, passing, is_outside }
}

fn item(width: i32, height: i32, rank: usize) -> Item {
    Item { left: width / 2, right: width - width / 2, height, rank: rank as u32 }
}

fn outside(graph: &Graph, directions: &Directions, ranks: &[usize]) -> Vec<bool> {
    let mut is_outside = directions.is_back.clone();
    let passes = |at: usize| ranks[graph.edges[at].to] - ranks[graph.edges[at].from] - 1;
    let mut inside: Vec<usize> = (0..graph.edges.len()).filter(|&at| !is_outside[at]).collect();
    inside.sort_by_key(|&at| passes(at));
    let mut dummies = 0;
    for at in inside {
        dummies += passes(at);
        is_outside[at] = dummies > MOST_DUMMIES && passes(at) > 1;
    }
    is_outside
}
