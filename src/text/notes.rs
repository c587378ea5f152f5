//! Words for what the learner keeps about a topic or project.

use super::amounts;
use roadmap::Minutes;

pub const LINKS: &str = "My links";
pub const ADDRESS: &str = "Add a link";
pub const ADDRESS_HINT: &str = "A web address, with a name before it if you like.";
pub const ADD_LINK: &str = "Add";
pub const NO_ADDRESS: &str = "That isn’t a web address. For example: My code github.com/me/project";
pub const REMOVE: &str = "Remove";
pub const NOTES: &str = "My notes";
pub const NOTES_HINT: &str = "Saved as you type.";
pub const TIME: &str = "Time logged";
pub const LATEST: &str = "Latest entries";
pub const ALL_ENTRIES: &str = "Edit entries in the study log";

pub fn in_all(time: Minutes) -> String {
    format!("{} in total", amounts::time(time))
}
