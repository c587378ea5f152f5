//! Circles in a graph of places.

/// A circle that runs only through the places asked for, if there is one; `ways_on` has for each place those it
/// leads to.
///
/// A depth-first search with its own stack, so that a long roadmap cannot overflow the program's.
pub(super) fn circle_among(ways_on: &[Vec<usize>], belongs: impl Fn(usize) -> bool) -> Option<Vec<usize>> {
    let mut finished = vec![false; ways_on.len()];
    let mut on_walk = vec![false; ways_on.len()];
    for root in (0..ways_on.len()).filter(|&at| belongs(at)) {
        if finished[root] {
            continue;
        }
        let mut walk: Vec<(usize, usize)> = vec![(root, 0)];
        on_walk[root] = true;
        while let Some((at, next)) = walk.last_mut() {
            let Some(&to) = ways_on[*at].get(*next) else {
                finished[*at] = true;
                on_walk[*at] = false;
                walk.pop();
                continue;
            };
            *next += 1;
            if on_walk[to] {
                let begin = walk.iter().position(|&(at, _)| at == to).unwrap_or_default();
                return Some(walk[begin..].iter().map(|&(at, _)| at).collect());
            }
            if belongs(to) && !finished[to] {
                on_walk[to] = true;
                walk.push((to, 0));
            }
        }
    }
    None
}
