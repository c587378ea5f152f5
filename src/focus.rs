//! Ids of elements that code refers to: focus targets, and the map.

/// Heading of the screen; gets the focus when a screen opens.
pub const HEADING: &str = "heading";

/// Error summary; gets the focus when the learner cannot continue.
pub const ERRORS: &str = "errors";

/// Heading of the log; gets the focus when an entry was removed.
pub const LOG: &str = "log";

/// Id of the button that changes a log entry; gets the focus back from the form.
pub fn edit_button(entry: usize) -> String {
    format!("edit-log-{entry}")
}

/// SVG element of the map.
pub const MAP_DRAWING: &str = "map-drawing";
