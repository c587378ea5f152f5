//! Words for a plan that is offered to replace the current one.

pub const CAPTION: &str = "The two plans side by side";
pub const PRESENT: &str = "Your plan now";
pub const SAME: &str = "the same";
pub const OPEN: &str = "Open this plan";
pub const KEEP: &str = "Keep my current plan";
/// Where nothing has been entered yet.
pub const NOT_NOW: &str = "Not now";

pub const NOTE: &str = "Nothing has changed yet. If you open it, your current plan is kept: you can undo this, or restore your plan under “Backup”.";

pub fn title(is_inside: bool) -> &'static str {
    if is_inside { "There is a plan inside this file" } else { "Open the plan from the file?" }
}

/// `has_own`: whether there is a plan in this browser to compare it with.
pub fn lead(is_inside: bool, has_own: bool) -> &'static str {
    match (is_inside, has_own) {
        (true, true) => "This file has a plan saved in it. Here it is next to the plan in this browser.",
        (true, false) => "This file has a plan saved in it.",
        (false, true) => "You’ll see what would change first. Nothing is replaced until you say so.",
        (false, false) => "This is the plan in the file.",
    }
}

pub fn offered(is_inside: bool) -> &'static str {
    if is_inside { "Inside this file" } else { "In the file" }
}
