//! Where the arrow keys lead from a node: along the lines, and to what lies beside.

use crate::parts::map::{Area, Arrow, Line};

/// The node that an arrow key leads to from another, by their places among all nodes; `boxes` has the places of those drawn,
/// and `are_back` tells which lines lead back.
pub fn next(
    boxes: &[usize],
    lines: &[Line],
    are_back: &[bool],
    areas: &[(usize, Area)],
    from: usize,
    arrow: Arrow,
) -> Option<usize> {
    let here = boxes.iter().position(|at| *at == from)?;
    let along = |from: fn(&Line) -> usize, to: fn(&Line) -> usize| {
        let ways = lines.iter().zip(are_back).filter(|(line, _)| from(line) == here);
        // The route first, then what leads on, and back only where nothing else does.
        let best = ways.min_by_key(|(line, is_back)| (!line.is_lit, **is_back));
        best.map(|(line, _)| boxes[to(line)])
    };
    match arrow {
        Arrow::Down => along(|line| line.from, |line| line.to),
        Arrow::Up => along(|line| line.to, |line| line.from),
        Arrow::Left => beside(areas, from, |here, there| here.x - there.x),
        Arrow::Right => beside(areas, from, |here, there| there.x - here.x),
    }
}

/// The nearest node in the same row, in the direction in which the distance is above zero.
fn beside(areas: &[(usize, Area)], from: usize, distance: fn(Area, Area) -> f64) -> Option<usize> {
    let (_, here) = *areas.iter().find(|(at, _)| *at == from)?;
    let middle = |area: Area| area.y + area.height / 2.0;
    let same_row = |area: Area| (middle(area) - middle(here)).abs() < here.height.min(area.height) / 2.0;
    areas
        .iter()
        .filter(|(_, area)| same_row(*area) && distance(here, *area) > 0.0)
        .min_by(|a, b| distance(here, a.1).total_cmp(&distance(here, b.1)))
        .map(|(at, _)| *at)
}
