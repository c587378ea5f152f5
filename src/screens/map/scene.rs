//! What the map shows: the drawing, and the areas that its frame can show.

use std::cell::RefCell;
use std::rc::Rc;

use super::boxes;
use super::view::View;
use crate::parts::map::{Area, Drawing, Tone, graph, whole};
use app::{Map, Model};
use layout::{Graph, Layout};

/// A drawn map, with the areas that its frame needs.
#[derive(Debug, PartialEq)]
pub struct Scene {
    pub drawing: Rc<Drawing>,
    /// The area of each drawn node, with the node's index in the roadmap.
    pub areas: Rc<Vec<(usize, Area)>>,
    pub world: Area,
    /// The part with the learner's route; all of it without a route.
    pub route: Area,
    /// The node with the next open work.
    pub next: Option<usize>,
    /// Whether any path can be folded.
    pub has_foldable: bool,
}

impl Scene {
    pub fn of(model: &Model, map: &Map, view: &View, chosen: Option<usize>) -> Self {
        let shown = map.shown(model.roadmap(), |path| view.is_folded(path));
        let (nodes, edges) = boxes::drawn(model, map, &shown, chosen);
        let layout = layout_of(graph(&nodes, &edges));
        let places = || nodes.iter().zip(&layout.nodes);
        let areas: Vec<(usize, Area)> = places().map(|(node, place)| (node.at, (*place).into())).collect();
        let on_route = places().filter(|(node, _)| matches!(node.tone, Tone::Route | Tone::Done));
        let world = whole(&layout);
        let route = on_route.map(|(_, place)| Area::from(*place)).reduce(Area::joined).unwrap_or(world);
        Self {
            drawing: Rc::new(Drawing { nodes, edges, layout }),
            areas: Rc::new(areas),
            world,
            route,
            next: map.next,
            has_foldable: map.has_foldable(model.roadmap()),
        }
    }
}

thread_local! {
    /// The last layout that was computed. It stays the same while the learner works through the plan, because only words
    /// and colors change.
    static LAST_LAYOUT: RefCell<Option<(Graph, Rc<Layout>)>> = const { RefCell::new(None) };
}

fn layout_of(graph: Graph) -> Rc<Layout> {
    LAST_LAYOUT.with_borrow_mut(|last| match last {
        Some((known, layout)) if *known == graph => layout.clone(),
        _ => {
            let layout = Rc::new(Layout::of(&graph));
            *last = Some((graph, layout.clone()));
            layout
        }
    })
}
