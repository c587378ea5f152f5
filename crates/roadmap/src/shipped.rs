//! The roadmap that comes with the page.

use crate::{Roadmap, RoadmapFile};

const PYTHON: &str = include_str!("../../../static/roadmaps/python.json");

/// The roadmap that comes with the page.
///
/// ```
/// assert_eq!(roadmap::shipped_roadmap().about().id.as_str(), "python");
/// ```
pub fn shipped_roadmap() -> Roadmap {
    let file = RoadmapFile::from_json(PYTHON).expect("a test reads the shipped roadmap");
    Roadmap::new(file).expect("a test checks the shipped roadmap")
}
