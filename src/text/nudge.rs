//! Words for what Waymark says unasked.

use super::dates;
use planner::Date;

pub const GOT_IT: &str = "Got it";
pub const ALL_PITFALLS: &str = "Common pitfalls";
pub const SIGNS: &str = "Can you say this yet?";
pub const SIGNS_LEAD: &str = "Signs that you’re making progress. Tick what applies to you.";
pub const NOT_NOW: &str = "Not now";
pub const ALL_SIGNS: &str = "All signs";

/// `since 4 March 2027`
pub fn since(on: Date) -> String {
    format!("since {}", dates::date(on))
}
