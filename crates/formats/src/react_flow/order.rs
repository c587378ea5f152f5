//! The order of topics, and which topic a subtopic belongs to.

use std::collections::VecDeque;

use super::board::{Board, NodeType};

/// Boxes farther apart than this do not belong together for that reason.
const WIDEST_GAP: i64 = 12;

/// The topics in order: along the solid edges, one branch after the other. Where these do not say, from top to bottom, then
/// from left to right.
pub fn along_edges(board: &Board) -> Vec<usize> {
    let count = board.nodes.len();
    let mut next: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut waits_for = vec![0_usize; count];
    for edge in board.edges.iter().filter(|edge| edge.is_solid && edge.from != edge.to) {
        next[edge.from].push(edge.to);
        waits_for[edge.to] += 1;
    }
    // The last one on the stack is the next one.
    let by_place = |one: &usize, other: &usize| board.nodes[*other].by_place(&board.nodes[*one]);
    let mut all: Vec<usize> = (0..count).collect();
    all.sort_by(by_place);
    let mut stack: Vec<usize> = all.iter().copied().filter(|&node| waits_for[node] == 0).collect();
    let mut is_placed = vec![false; count];
    let mut order = Vec::new();
    // In a circle, the highest one comes first.
    while let Some(node) = stack.pop().or_else(|| all.pop()) {
        if std::mem::replace(&mut is_placed[node], true) {
            continue;
        }
        order.push(node);
        let mut free = Vec::new();
        for &to in &next[node] {
            waits_for[to] = waits_for[to].saturating_sub(1);
            if waits_for[to] == 0 {
                free.push(to);
            }
        }
        free.sort_by(by_place);
        stack.append(&mut free);
    }
    order.retain(|&node| board.nodes[node].what == NodeType::Topic);
    order
}

/// For each node that is part of a topic, that topic: the one to which dashed edges lead, or a frame around both; or else
/// solid edges; or else the nearest one.
pub fn owners(board: &Board) -> Vec<Option<usize>> {
    let is_topic = |node: usize| board.nodes[node].what == NodeType::Topic;
    let topics: Vec<usize> = (0..board.nodes.len()).filter(|&node| is_topic(node)).collect();
    let mut owners: Vec<Option<usize>> = vec![None; board.nodes.len()];
    topics.iter().for_each(|&topic| owners[topic] = Some(topic));
    let mut links = linked(board, false);
    add_frames(board, &mut links);
    spread(&mut owners, &links);
    add_stacks(board, &mut links);
    spread(&mut owners, &links);
    spread(&mut owners, &linked(board, true));
    for (index, node) in board.nodes.iter().enumerate() {
        if owners[index].is_none() {
            let distance = |topic: &usize| board.nodes[*topic].distance(node);
            owners[index] =
                topics.iter().copied().min_by(|one, other| distance(one).total_cmp(&distance(other)));
        }
    }
    topics.iter().for_each(|&topic| owners[topic] = None);
    owners
}

/// The neighbors of each node along edges of one kind, in either direction. No two topics are neighbors.
fn linked(board: &Board, is_solid: bool) -> Vec<Vec<usize>> {
    let mut links = vec![Vec::new(); board.nodes.len()];
    for edge in board.edges.iter().filter(|edge| edge.is_solid == is_solid) {
        links[edge.from].push(edge.to);
        links[edge.to].push(edge.from);
    }
    links
}

/// Links frames with what they surround, unless that has a topic in it.
fn add_frames(board: &Board, links: &mut [Vec<usize>]) {
    for (frame, node) in board.nodes.iter().enumerate().filter(|(_, node)| node.what == NodeType::Section) {
        let within: Vec<usize> = (0..board.nodes.len())
            .filter(|&other| other != frame && node.surrounds(&board.nodes[other]))
            .collect();
        if within.iter().any(|&other| board.nodes[other].what == NodeType::Topic) {
            continue;
        }
        for other in within {
            links[frame].push(other);
            links[other].push(frame);
        }
    }
}

/// Links boxes that stand one below the other, or side by side, with hardly a gap.
fn add_stacks(board: &Board, links: &mut [Vec<usize>]) {
    let boxes = || {
        (0..board.nodes.len())
            .filter(|&node| matches!(board.nodes[node].what, NodeType::Subtopic | NodeType::List))
    };
    for is_column in [true, false] {
        let mut order: Vec<usize> = boxes().collect();
        let ends: Vec<[i64; 3]> = board.nodes.iter().map(|node| node.ends(is_column)).collect();
        order.sort_by_key(|&node| ends[node]);
        for pair in order.windows(2) {
            let ([line, _, end], [next_line, next, _]) = (ends[pair[0]], ends[pair[1]]);
            if line == next_line && (next - end).abs() <= WIDEST_GAP {
                links[pair[0]].push(pair[1]);
                links[pair[1]].push(pair[0]);
            }
        }
    }
}

/// Gives the nodes that have no owner that of their nearest neighbor.
fn spread(owners: &mut [Option<usize>], links: &[Vec<usize>]) {
    let mut to_visit: VecDeque<usize> = (0..owners.len()).filter(|&node| owners[node].is_some()).collect();
    while let Some(node) = to_visit.pop_front() {
        for &other in &links[node] {
            if owners[other].is_none() {
                owners[other] = owners[node];
                to_visit.push_back(other);
            }
        }
    }
}
