//! Words of the guide screen.

use roadmap::Span;

pub const TITLE: &str = "Guide";
pub const LEAD: &str =
    "Besides the phases: where to learn, how to tell you’re making progress, and common pitfalls.";
pub const RESOURCES: &str = "Where to learn";
pub const LINKS_NOTE: &str = "Links open external sites. Waymark works without them.";
pub const SUCCESS: &str = "How to tell how far you’ve come";
pub const PITFALLS: &str = "Common pitfalls";
pub const WHAT_HELPS: &str = "What helps";

/// The answer to a pitfall, set after [`WHAT_HELPS`].
pub fn what_helps(answer: &str) -> String {
    format!(": {answer}")
}

pub const NEXT_STEPS: &str = "What to do first";
pub const QUICK_LINKS: &str = "Further reading";
pub const NEW_WINDOW: &str = "(opens a new tab)";

pub fn months(months: Span) -> String {
    format!("after {}", super::amounts::span(months, "month"))
}
