//! The order in which the nodes of a graph can be visited.

/// For each node its place in an order that keeps every edge but those that close a cycle: a branch is followed to where
/// it meets another one before the next branch, in the order written, is begun.
///
/// This is the reverse of the order in which a depth-first search leaves the nodes (Tarjan 1976, "Edge-disjoint spanning
/// trees and depth-first search"), with the targets of each node taken from the last one to the first. The search has its
/// own stack, so that a long roadmap cannot overflow the call stack. Nodes that the start does not reach come last.
#[inline(never)]
pub fn ranks(targets: &[Vec<usize>], start: usize) -> Vec<usize> {
    let mut ranks = vec![usize::MAX; targets.len()];
    let mut is_seen = vec![false; targets.len()];
    is_seen[start] = true;
    let mut next_rank = targets.len();
    let mut stack = vec![(start, targets[start].len())];
    while let Some((node, left)) = stack.last_mut() {
        if *left == 0 {
            next_rank -= 1;
            ranks[*node] = next_rank;
            stack.pop();
            continue;
        }
        *left -= 1;
        let to = targets[*node][*left];
        if !std::mem::replace(&mut is_seen[to], true) {
            stack.push((to, targets[to].len()));
        }
    }
    ranks
}
