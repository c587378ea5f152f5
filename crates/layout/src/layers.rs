//! The rows of a graph, in which each link comes to each row that it passes.

use std::ops::Range;

use super::Graph;
use super::cycles::Directions;
use super::neighbours::Neighbours;

/// So many bends are made for links that pass rows; the longest ones beyond that go along the outside, so that time and
/// memory stay bounded whatever the graph.
const MOST_BENDS: usize = 20_000;

/// What takes part in the order of a row: a node, a label, or a bend where a link passes.
#[derive(Clone, Copy, Default)]
pub(super) struct Item {
    /// From the middle to the left, in drawing units.
    pub(super) left: i32,
    /// From the middle to the right.
    pub(super) right: i32,
    /// From top to bottom, with the middle in the middle.
    pub(super) height: i32,
    /// Which row it is in.
    pub(super) rank: u32,
}

/// A graph as rows of items.
pub(super) struct Layers {
    /// The nodes in their order, then what stands for links.
    pub(super) items: Vec<Item>,
    /// How many of the items are nodes.
    pub(super) nodes: usize,
    /// The items of each row, from left to right.
    pub(super) rows: Vec<Vec<u32>>,
    /// For each item those it is linked with in the row above; with the rows they come into order.
    pub(super) above: Neighbours,
    /// For each item those it is linked with in the row below.
    pub(super) below: Neighbours,
    /// For each link its items from the upper end to the lower; the first one has the label.
    pub(super) passing: Vec<Range<u32>>,
    /// Whether a link goes along the outside instead.
    pub(super) is_outside: Vec<bool>,
}

impl Layers {
    /// Whether an item is a node.
    pub(super) fn is_node(&self, item: u32) -> bool {
        (item as usize) < self.nodes
    }

    /// How far to the right anything of a row reaches; at the side -1, how far to the left, counted that way.
    pub(super) fn end(&self, row: usize, side: i32, x: &[i32]) -> i32 {
        let row = &self.rows[row];
        let end = if side < 0 { row.first() } else { row.last() };
        end.map_or(i32::MIN / 4, |&item| {
            let Item { left, right, .. } = self.items[item as usize];
            side * x[item as usize] + if side < 0 { left } else { right }
        })
    }
}

/// Makes the rows, each without an order yet but that in which its items were made.
pub(super) fn layers(graph: &Graph, directions: &Directions, ranks: &[usize]) -> Layers {
    let nodes = graph.nodes.len();
    let mut items: Vec<Item> =
        graph.nodes.iter().zip(ranks).map(|(size, &rank)| item(size.width, size.height, rank)).collect();
    let is_outside = outside(graph, directions, ranks);
    let mut pairs = Vec::new();
    let mut passing = Vec::with_capacity(graph.links.len());
    for (link, is_outside) in graph.links.iter().zip(&is_outside) {
        let begin = items.len() as u32;
        if !is_outside {
            let mut last = link.from as u32;
            for rank in ranks[link.from] + 1..ranks[link.to] {
                let label = link.label.filter(|_| items.len() == begin as usize).unwrap_or_default();
                pairs.push((last, items.len() as u32));
                last = items.len() as u32;
                items.push(item(label.width, label.height, rank));
            }
            pairs.push((last, link.to as u32));
        }
        passing.push(begin..items.len() as u32);
    }
    let mut rows = vec![Vec::new(); ranks.iter().max().map_or(0, |last| last + 1)];
    for (item, at) in items.iter().zip(0..) {
        rows[item.rank as usize].push(at);
    }
    let below = Neighbours::of(items.len(), &pairs);
    pairs.iter_mut().for_each(|pair| *pair = (pair.1, pair.0));
    let above = Neighbours::of(items.len(), &pairs);
    Layers { items, nodes, rows, above, below, passing, is_outside }
}

fn item(width: i32, height: i32, rank: usize) -> Item {
    Item { left: width / 2, right: width - width / 2, height, rank: rank as u32 }
}

fn outside(graph: &Graph, directions: &Directions, ranks: &[usize]) -> Vec<bool> {
    let mut is_outside = directions.is_back.clone();
    let passes = |at: usize| ranks[graph.links[at].to] - ranks[graph.links[at].from] - 1;
    let mut inside: Vec<usize> = (0..graph.links.len()).filter(|&at| !is_outside[at]).collect();
    inside.sort_by_key(|&at| passes(at));
    let mut bends = 0;
    for at in inside {
        bends += passes(at);
        is_outside[at] = bends > MOST_BENDS && passes(at) > 1;
    }
    is_outside
}
