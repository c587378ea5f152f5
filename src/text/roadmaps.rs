//! Words for the list of roadmaps, and for opening another one.

use super::{amounts, keep};
use app::SaveFailure;
use roadmap::{Kind, Roadmap};

pub const TITLE: &str = "Roadmaps";
pub const LEAD: &str =
    "Each roadmap has a plan of its own. You can use one at a time; the others wait with all you entered.";
pub const THERE_ARE: &str = "Your roadmaps";
pub const IN_USE: &str = "in use";
pub const SHIPPED: &str = "comes with this page";
pub const OWN: &str = "your own";
pub const IN_USE_NOW: &str = "This roadmap is in use now. The other one waits with its plan under Roadmaps.";

/// Accessible name of a button whose visible label is the same for every roadmap.
pub fn about(what: &str, title: &str) -> String {
    format!("{what}: {title}")
}

pub const USE: &str = "Use this one";
pub const RENAME: &str = "Rename";
pub const NEW_NAME: &str = "New name";
pub const SAVE_NAME: &str = "Save the name";
pub const CANCEL: &str = "Cancel";
pub const NAME_EMPTY: &str = "Write a name.";
pub const NAME_LONG: &str = "Write a shorter name, of 120 letters at most.";
pub const DOWNLOAD: &str = "Download (JSON)";
pub const REMOVE: &str = "Remove";

pub fn remove_ask(title: &str) -> String {
    format!("Remove “{title}” and its plan? You can bring both back here.")
}

pub const REMOVE_YES: &str = "Yes, remove it";
pub const REMOVE_NO: &str = "No, keep it";
pub const REMOVED: &str = "The roadmap was removed, with its plan. You can bring both back under Roadmaps.";
pub const CHANGED: &str = "The roadmap has changed.";
pub const REMOVED_TITLE: &str = "Removed";
pub const BRING_BACK: &str = "Bring it back";

/// Why a roadmap was not saved, and what to do about it.
pub fn not_saved(why: &SaveFailure) -> String {
    if *why == SaveFailure::Newer {
        return "This roadmap was not saved, because a newer version of this page has saved it here, and that one is left untouched. Yours is here until you close the page: download it from the Roadmaps screen, and open it with the newer version.".to_owned();
    }
    format!(
        "This roadmap was not saved ({}). It is here until you close the page: download it from the Roadmaps screen.",
        keep::save_failure(why)
    )
}

/// `8 phases, 2 decisions`
pub fn size(roadmap: &Roadmap) -> String {
    let of = |is: fn(&Kind) -> bool| roadmap.nodes().iter().filter(|node| is(&node.kind)).count();
    format!(
        "{}, {}",
        amounts::count(of(|kind| matches!(kind, Kind::Phase(_))), "phase"),
        amounts::count(of(|kind| matches!(kind, Kind::Decision)), "decision")
    )
}

/// `8 phases, 2 decisions · your own`
pub fn size_and_origin(roadmap: &Roadmap, is_own: bool) -> String {
    format!("{} · {}", size(roadmap), if is_own { OWN } else { SHIPPED })
}

/// `Python: 8 phases, 2 decisions`
pub fn title_and_size(roadmap: &Roadmap) -> String {
    format!("{}: {}", roadmap.about().title, size(roadmap))
}

// Opening a file.

pub const OPEN_TITLE: &str = "Open your own roadmap";
pub const OPEN_NOTE: &str = "A Markdown guide with a Mermaid flowchart in it, the flowchart alone (.mmd), or a roadmap that was downloaded here (.json). Questions come from the diamonds, and times from words such as “4-6 weeks”. You can also drop the file anywhere on this page. It stays on your device.";
pub const OPEN: &str = "Open a roadmap file";

// The offer of a roadmap that was read.

pub const OFFER_TITLE: &str = "Open this roadmap?";
pub const WARNINGS: &str = "Worth knowing";

pub fn warnings(count: usize) -> String {
    match count {
        1 => "One thing about it was decided or left out while reading:".to_owned(),
        some => format!("{some} things about it were decided or left out while reading:"),
    }
}

pub const NO_WARNINGS: &str = "All of it was understood.";
pub const QUESTIONS: &str = "What it asks";
pub const ACCEPT: &str = "Open it and make a plan";
pub const BESIDE: &str = "Open it beside the one you have";
pub const REPLACE: &str = "Put it in place of the one you have";

pub fn known(title: &str) -> String {
    format!(
        "You have a roadmap of this name already, “{title}”. In its place, what you have done stays wherever the new one has the same topics."
    )
}

pub const DECLINE: &str = "Do not open it";
