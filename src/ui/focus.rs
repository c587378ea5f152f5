//! The names of the elements that the focus is moved to.

/// The heading, when a screen opens.
pub const HEADING: &str = "heading";

/// The summary of what is wrong, when the learner cannot go on.
pub const ERRORS: &str = "errors";
