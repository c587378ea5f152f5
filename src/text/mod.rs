//! Every word of the page that does not come from a roadmap, one module per screen or topic.
//!
//! Constants are whole labels or sentences; functions fill in figures, dates and names. A few functions
//! return text to be set after an element that is styled differently, and begin with the punctuation that
//! joins the two.

pub mod amounts;
pub mod chances;
pub mod compare;
pub mod content;
pub mod dates;
pub mod digest;
pub mod finish_by;
pub mod frame;
pub mod guide;
pub mod history;
pub mod home;
pub mod keep;
pub mod known;
pub mod map;
pub mod moved;
pub mod notes;
pub mod nudge;
pub mod offer;
pub mod plan;
pub mod problems;
pub mod progress;
pub mod questions;
pub mod quiz;
pub mod reached;
pub mod reading;
pub mod replan;
pub mod roadmaps;
pub mod steps;
pub mod takeaway;
pub mod timeline;
pub mod times;
pub mod titles;
pub mod today;
pub mod what_if;
