//! Words of the screen on which known topics are ticked.

use super::amounts;
use roadmap::Minutes;

pub const TITLE: &str = "What do you already know?";
pub const LEAD: &str = "Tick what you could do today without looking it up. Your plan will skip it.";
pub const TOPICS: &str = "Topics";

/// What the ticked topics save.
pub fn saved(saved: Minutes) -> String {
    match saved {
        Minutes::ZERO => "Nothing ticked: your plan includes everything.".to_owned(),
        saved => format!("That saves about {}.", amounts::hours(saved)),
    }
}
