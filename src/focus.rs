//! Ids of elements that code refers to: focus targets, and the map.

use app::form::item_name;
use planner::{Item, Toward};

/// Heading of the screen; gets the focus when a screen opens.
pub const HEADING: &str = "heading";

/// Error summary; gets the focus when the learner cannot continue.
pub const ERRORS: &str = "errors";

/// Id of the button that opens the form to log time for a topic or project; gets the focus back from the form.
pub fn log_button(item: &Item) -> String {
    format!("log-{}", item_name(item))
}

/// What opens the changes of the present week.
pub const CHANGE_WEEK: &str = "change-week";

/// Heading of the log; gets the focus when an entry was removed.
pub const LOG: &str = "log";

/// Id of the button that changes a log entry; gets the focus back from the form.
pub fn edit_button(entry: usize) -> String {
    format!("edit-log-{entry}")
}

/// Heading of the steps of a topic or project; gets the focus when one was removed.
pub const STEPS: &str = "steps";

/// Id of the button that moves one of the learner's steps; keeps the focus when the list is in another order.
pub fn shift_button(step: u32, toward: Toward) -> String {
    match toward {
        Toward::Start => format!("move-up-{step}"),
        Toward::End => format!("move-down-{step}"),
    }
}

/// The menu, which is closed by code.
pub const MENU: &str = "menu";

/// SVG element of the map.
pub const MAP_DRAWING: &str = "map-drawing";
