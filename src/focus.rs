//! Ids of elements that code refers to: focus targets, and the map.

/// Heading of the screen; gets the focus when a screen opens.
pub const HEADING: &str = "heading";

/// Error summary; gets the focus when the learner cannot continue.
pub const ERRORS: &str = "errors";

/// SVG element of the map.
pub const MAP_DRAWING: &str = "map-drawing";
