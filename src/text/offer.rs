//! Words for a plan that is offered to replace the current one.

pub const CAPTION: &str = "The two plans beside each other";
pub const PRESENT: &str = "Your plan now";
pub const SAME: &str = "the same";
pub const OPEN: &str = "Open this plan";
pub const KEEP: &str = "Keep my current plan";
/// Where nothing has been entered yet.
pub const NOT_NOW: &str = "Not now";

pub const NOTE: &str = "Nothing has changed yet. If you open it, your current plan is kept: you can undo that, or bring the plan back under “Your data”.";

pub fn title(is_inside: bool) -> &'static str {
    if is_inside { "There is a plan inside this page" } else { "Open the plan from the file?" }
}

/// `has_own`: whether there is a plan in this browser to compare it with.
pub fn lead(is_inside: bool, has_own: bool) -> &'static str {
    match (is_inside, has_own) {
        (true, true) => {
            "Somebody, perhaps you, saved this page together with a plan. Here it is beside the one in this browser."
        }
        (true, false) => "Somebody, perhaps you, saved this page together with this plan.",
        (false, true) => "You’ll see what would change first. Nothing is replaced until you say so.",
        (false, false) => "This is the plan in the file.",
    }
}

pub fn offered(is_inside: bool) -> &'static str {
    if is_inside { "Inside the page" } else { "In the file" }
}
