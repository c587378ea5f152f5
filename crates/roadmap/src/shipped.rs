//! The roadmap that comes with the page.

use crate::{Roadmap, RoadmapFile};

const PYTHON: &str = include_str!("../../../static/roadmaps/python.json");

/// The roadmap that comes with the page.
///
/// ```
/// assert_eq!(crate::shipped_roadmap().about().id.as_str(), "python");
/// ```
pub fn shipped_roadmap() -> Roadmap {
    let file: RoadmapFile =
        serde_json::from_str(PYTHON).expect("the shipped roadmap is read by the tests of the roadmap");
    Roadmap::new(file).expect("the shipped roadmap is checked by the tests of the roadmap")
}
