//! Words of the screen on which known topics are ticked.

use super::amounts;
use roadmap::Minutes;

pub const TITLE: &str = "What do you know already?";
pub const LEAD: &str = "Tick what you could do today without looking it up. Your plan leaves it out.";
pub const TOPICS: &str = "Topics";

/// What the ticked topics save.
pub fn saved(saved: Minutes) -> String {
    match saved {
        Minutes::ZERO => "Nothing ticked: your plan begins with all of it.".to_owned(),
        saved => format!("That leaves out about {}.", amounts::hours(saved)),
    }
}
