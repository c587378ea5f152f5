//! Words for what is read as a roadmap. (Placeholder until merged.)
use crate::planner::roadmap::Roadmap;
use crate::storage::{RoadmapRefusal, RoadmapWarning};
pub fn refusal(why: &RoadmapRefusal) -> String {
    format!("{why:?}")
}
pub fn warning(warning: &RoadmapWarning, _roadmap: &Roadmap) -> String {
    format!("{warning:?}")
}
