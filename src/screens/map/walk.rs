//! Where the arrow keys lead from a node: along the lines, and to the nodes beside it.

use super::scene::Scene;
use crate::parts::map::{Area, Arrow, DrawnEdge};

/// The node that an arrow key leads to from another, by their indices in the roadmap.
pub fn next(scene: &Scene, from: usize, arrow: Arrow) -> Option<usize> {
    let drawing = &scene.drawing;
    let here = drawing.nodes.iter().position(|node| node.at == from)?;
    let along = |from: fn(&DrawnEdge) -> usize, to: fn(&DrawnEdge) -> usize| {
        let edges = drawing.edges.iter().zip(&drawing.layout.edges).filter(|(edge, _)| from(edge) == here);
        // The route first, then other forward edges; back edges only if there is nothing else.
        let best = edges.min_by_key(|(edge, path)| (!edge.is_lit, path.is_back));
        best.map(|(edge, _)| drawing.nodes[to(edge)].at)
    };
    match arrow {
        Arrow::Down => along(|edge| edge.from, |edge| edge.to),
        Arrow::Up => along(|edge| edge.to, |edge| edge.from),
        Arrow::Left => beside(&scene.areas, from, |here, there| here.x - there.x),
        Arrow::Right => beside(&scene.areas, from, |here, there| there.x - here.x),
    }
}

/// The nearest node in the same row for which the distance is positive.
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
