//! Words of the home screen.

use super::{amounts, dates};
use planner::Chances;
use roadmap::{Minutes, PathGuide, Roadmap};

pub const TITLE: &str = "Know when you’ll get there";
pub const START: &str = "Start";
pub const CONTINUE: &str = "Continue where you left off";
pub const OPEN_FILE: &str = "Import a plan file";
pub const PRIVATE: &str = "No account, no server, no tracking. Everything you enter stays in this browser.";

/// `A dated route through the Python Learning Roadmap, built around the hours you really have.`
pub fn lead(roadmap: &Roadmap) -> String {
    let title = &roadmap.about().title;
    let named = match title.to_lowercase().ends_with("roadmap") {
        true => format!("the {title}"),
        false => format!("“{title}”"),
    };
    format!("A dated route through {named}, built around the hours you really have.")
}

// The roadmap as a picture.

pub const FROM_TODAY: &str = "Start today";
pub const EXPLORE: &str = "Explore the full map";

/// The accessible name of the picture.
pub fn picture(title: &str) -> String {
    format!("{title}: the paths from start to finish")
}

/// `by 20 May 2027`: 80 %.
pub fn by(finish: Chances) -> String {
    format!("by {}", dates::short(finish.p80))
}

pub fn project(title: &str) -> String {
    format!("Project: {title}")
}

/// `AI/ML Path: Data Foundations by 20 May 2027, Machine Learning by 3 July 2027`
pub fn route<'a>(title: &str, stops: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let stops: Vec<String> = stops.map(|(stop, by)| format!("{stop} {by}")).collect();
    format!("{title}: {}", stops.join(", "))
}

/// What the lit route of the picture shows.
pub fn caption(path: &str, a_week: Minutes, finish: Option<Chances>) -> String {
    let with = format!("with {} a week from today", amounts::time(a_week));
    match finish {
        Some(finish) => format!(
            "{path}, {with}: done {}. Each date in the picture has an 8 in 10 chance.",
            dates::by_chance_short(finish)
        ),
        None => format!("{path}, {with}."),
    }
}

// The paths.

pub const PATHS: &str = "Where it can take you";
pub const TAKE: &str = "Take this path";
pub const NOT_SURE: &str = "Not sure yet?";
pub const NOT_SURE_HELP: &str = "Tick the statements that sound like you and see which paths fit.";

pub fn paths_lead(count: usize) -> String {
    format!("Pick one of {} now. You can add another later.", amounts::count(count, "path"))
}

/// `Done between 28 May (50%) and 21 July 2027 (80%)`
pub fn finish(finish: Chances) -> String {
    format!("Done {}", dates::by_chance_short(finish))
}

/// `Job-ready in 4 to 6 months`
pub fn job_ready(guide: &PathGuide) -> String {
    format!("Job-ready in {}", amounts::span(guide.job_ready_months, "month"))
}

pub fn estimates(a_week: Minutes) -> String {
    format!(
        "The dates assume {} a week from today; yours will depend on your own hours. Months and salaries are the guide’s estimates.",
        amounts::time(a_week)
    )
}

// What happens after that.

pub const HOW: &str = "How it works";
pub const STEPS: [(&str, &str); 3] = [
    (
        "Answer a few questions",
        "Where you’re starting from, what you want to do, and how much time you have.",
    ),
    ("See your dates", "A realistic range for every phase, built around your week and your days off."),
    ("Do today’s step", "Tick it off or log your time. The dates follow your own pace."),
];
