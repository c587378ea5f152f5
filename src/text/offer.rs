//! Words for a plan that is offered to replace the current one.

pub const CAPTION: &str = "The two plans beside each other";
pub const PRESENT: &str = "Your plan now";
pub const SAME: &str = "the same";
pub const OPEN: &str = "Open this plan";
pub const KEEP: &str = "Keep my present plan";
pub const NOTE: &str = "Nothing has changed yet. If you open it, your present plan is kept: you can undo that, or bring the plan back under “Your data”.";

pub fn title(is_inside: bool) -> &'static str {
    if is_inside { "There is a plan inside this page" } else { "Open the plan from the file?" }
}

pub fn lead(is_inside: bool) -> &'static str {
    if is_inside {
        "Somebody, perhaps you, saved this page together with a plan. Here it is beside what is kept in this browser."
    } else {
        "Here is what would take the place of what."
    }
}

pub fn offered(is_inside: bool) -> &'static str {
    if is_inside { "Inside the page" } else { "In the file" }
}
