//! Words of the home screen.

use roadmap::Roadmap;

pub const TITLE: &str = "Know when you will get there";
pub const LEAD: &str = "Answer a few questions about what you want to learn and the hours you have. You get a plan with dates: every phase from when to when, what this week holds, and what changes if your week does.";
pub const START: &str = "Start";
pub const CONTINUE: &str = "Continue where you left off";
pub const OPEN_PLAN: &str = "Open your plan";
pub const UNASKED: &str = "Your plan has no days off and no target date yet.";
pub const ASK: &str = "Add them";
pub const OPEN_FILE: &str = "Open a plan file";
pub const HOW: &str = "How it works";
pub const STEPS: [(&str, &str); 3] = [
    ("Answer", "Where you stand, what you want to do, which hours of the week are yours."),
    ("Read your dates", "Always from when to when, for your own week, with your days off left free."),
    ("Tick and adjust", "Tick what is done. Change any answer and the dates follow at once."),
];
pub const PATHS: &str = "Where it can lead";

pub fn paths_lead(count: usize) -> String {
    format!(
        "The roadmap has {}. Take one, and another later if you like.",
        super::amounts::count(count, "path")
    )
}

pub fn roadmap_line(roadmap: &Roadmap) -> String {
    let about = roadmap.about();
    match about.summary.is_empty() {
        true => format!("{}.", about.title),
        false => format!("{}: {}", about.title, about.summary),
    }
}
