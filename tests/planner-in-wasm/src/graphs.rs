//! Random graphs for the layout of the map.

use layout::{Edge, Graph, Size};

use crate::dice::Dice;

/// A graph in the shape of a roadmap, with about 4 edges for 3 nodes: chains and decisions alternate and branches join again;
/// some edges lead back to a decision, and some lead far ahead.
pub fn roadmap_shaped(dice: &mut Dice, nodes: usize) -> Graph {
    let mut graph = Graph::default();
    let mut last = node(dice, &mut graph);
    while graph.nodes.len() < nodes {
        for _ in 0..dice.roll(0, 3) {
            last = follow(dice, &mut graph, last, false);
        }
        let decision = follow(dice, &mut graph, last, false);
        let ends: Vec<usize> = (0..dice.roll(2, 7)).map(|_| branch(dice, &mut graph, decision)).collect();
        last = node(dice, &mut graph);
        graph.edges.extend(ends.into_iter().map(|from| Edge { from, to: last, label: None }));
        if dice.percent(30) {
            graph.edges.push(Edge { from: last, to: decision, label: label(dice) });
        }
        if dice.percent(30) {
            let from = graph.nodes.len() - 1 - dice.index(graph.nodes.len().min(30));
            if from < last {
                graph.edges.push(Edge { from, to: last, label: None });
            }
        }
    }
    graph
}

/// A graph of any shape, with cycles, self-loops and isolated nodes.
pub fn tangled(dice: &mut Dice) -> Graph {
    let mut graph = Graph::default();
    let nodes = dice.roll(1, 40) as usize;
    (0..nodes).for_each(|_| _ = node(dice, &mut graph));
    for _ in 0..dice.roll(0, 60) {
        let (from, to) = (dice.index(nodes), dice.index(nodes));
        let label = if dice.percent(30) { label(dice) } else { None };
        graph.edges.push(Edge { from, to, label });
    }
    graph
}

fn branch(dice: &mut Dice, graph: &mut Graph, decision: usize) -> usize {
    let mut end = follow(dice, graph, decision, true);
    for _ in 0..dice.roll(0, 5) {
        end = follow(dice, graph, end, false);
    }
    end
}

fn follow(dice: &mut Dice, graph: &mut Graph, from: usize, is_answer: bool) -> usize {
    let to = node(dice, graph);
    let label = if is_answer { label(dice) } else { None };
    graph.edges.push(Edge { from, to, label });
    to
}

fn node(dice: &mut Dice, graph: &mut Graph) -> usize {
    graph.nodes.push(Size { width: dice.roll(80, 240) as i32, height: dice.roll(40, 96) as i32 });
    graph.nodes.len() - 1
}

fn label(dice: &mut Dice) -> Option<Size> {
    Some(Size { width: dice.roll(30, 160) as i32, height: 22 })
}
