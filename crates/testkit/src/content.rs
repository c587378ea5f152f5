//! The shipped roadmap with its learning content.

use roadmap::{Content, Roadmap, shipped_roadmap};

const CONTENT: &str = include_str!("../../../static/roadmaps/python-content.json");

/// The shipped roadmap as it is once the page has unpacked its content.
pub fn shipped_with_content() -> Roadmap {
    let content = Content::from_json(CONTENT).expect("a test reads the content");
    shipped_roadmap().with_content(content).expect("a test checks the content")
}
