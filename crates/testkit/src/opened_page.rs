//! The state of a page that was just opened.

use std::rc::Rc;

use app::{Library, LoadedRoadmap, Model, SavedState, Screen, Start};
use planner::Date;
use roadmap::Roadmap;

/// The state when a page opens that has this roadmap only.
pub fn opened_page(roadmap: Rc<Roadmap>, saved: Option<SavedState>, screen: Screen, today: Date) -> Model {
    let library = Library { shipped: roadmap.clone(), own: Vec::new() };
    let loaded = LoadedRoadmap { saved, ..LoadedRoadmap::empty(roadmap) };
    Model::start(Start { loaded, library, plan_inside: None, screen, clock: today }).0
}
