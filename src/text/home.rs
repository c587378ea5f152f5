//! Words of the home screen.

use roadmap::Roadmap;

pub const TITLE: &str = "Know when you’ll get there";
pub const LEAD: &str = "Answer a few questions about what you want to learn and how much time you have. You get a dated plan: when each phase should be done, what to do this week, and how the dates shift when your week changes.";
pub const START: &str = "Start";
pub const CONTINUE: &str = "Continue where you left off";
pub const OPEN_PLAN: &str = "Go to my plan";
pub const UNASKED: &str = "Your plan has no days off and no target date yet.";
pub const ASK: &str = "Add them";
pub const OPEN_FILE: &str = "Import a plan file";
pub const HOW: &str = "How it works";
pub const STEPS: [(&str, &str); 3] = [
    ("Answer", "Where you’re starting from, what you want to do, and how much time you have."),
    ("See your dates", "A realistic range for every phase, built around your week and your days off."),
    ("Tick and adjust", "Tick off what you’ve done. Change any answer and the dates update at once."),
];
pub const PATHS: &str = "Where it can take you";

pub fn paths_lead(count: usize) -> String {
    format!(
        "The roadmap has {}. Pick one now; you can add another later.",
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
