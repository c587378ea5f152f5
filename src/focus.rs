//! The names of elements that are found again: those that the focus is moved to, and the map.

/// The heading, when a screen opens.
pub const HEADING: &str = "heading";

/// The summary of what is wrong, when the learner cannot go on.
pub const ERRORS: &str = "errors";

/// The drawing of the map.
pub const MAP_DRAWING: &str = "map-drawing";
