//! Words of the guide screen.

use roadmap::Span;

pub const TITLE: &str = "Guide";
pub const LEAD: &str = "What the roadmap knows beside its phases: where to learn from, how to tell that you are getting somewhere, and what often goes wrong.";
pub const RESOURCES: &str = "Where to learn from";
pub const LINKS_NOTE: &str = "Links open the sites themselves. This page works without them.";
pub const SUCCESS: &str = "How to tell how far you are";
pub const PITFALLS: &str = "What often goes wrong";
pub const WHAT_HELPS: &str = "What helps";

/// The answer to a pitfall, set after [`WHAT_HELPS`].
pub fn what_helps(answer: &str) -> String {
    format!(": {answer}")
}

pub const NEXT_STEPS: &str = "What to do first";
pub const QUICK_LINKS: &str = "Read on";
pub const NEW_WINDOW: &str = "(opens a new tab)";

pub fn months(months: Span) -> String {
    format!("after {}", super::amounts::span(months, "month"))
}
