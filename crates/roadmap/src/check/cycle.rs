//! Cycles of a directed graph.

/// A cycle through selected nodes only, if there is one; `targets` are adjacency lists.
///
/// A depth-first search that looks for a back edge. It has its own stack, so that a long roadmap cannot overflow the
/// call stack.
#[inline(never)]
pub fn find_cycle(targets: &[Vec<usize>], is_selected: impl Fn(usize) -> bool) -> Option<Vec<usize>> {
    let mut finished = vec![false; targets.len()];
    let mut on_stack = vec![false; targets.len()];
    for root in (0..targets.len()).filter(|&node| is_selected(node)) {
        if finished[root] {
            continue;
        }
        let mut stack: Vec<(usize, usize)> = vec![(root, 0)];
        on_stack[root] = true;
        while let Some((node, next)) = stack.last_mut() {
            let Some(&to) = targets[*node].get(*next) else {
                finished[*node] = true;
                on_stack[*node] = false;
                stack.pop();
                continue;
            };
            *next += 1;
            if on_stack[to] {
                let begin = stack.iter().position(|&(node, _)| node == to).unwrap_or_default();
                return Some(stack[begin..].iter().map(|&(node, _)| node).collect());
            }
            if is_selected(to) && !finished[to] {
                on_stack[to] = true;
                stack.push((to, 0));
            }
        }
    }
    None
}
